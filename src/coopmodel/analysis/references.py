"""Which members refer to which entities; one table for rules, look-ups and documentation."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from coopmodel.model.agreement import Agreement, Suppression
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement

Kinds = tuple[type[Any], ...]

_E = TypeVar("_E")


def entry(table: Mapping[type[Any], _E], kind: type[Any]) -> _E | None:
    """Return what a table says of a class, or of the class that it extends."""
    if kind in table:
        return table[kind]
    return next((table[base] for base in kind.__mro__ if base in table), None)


def full_reference(reference: str, record: Agreement) -> str:
    """Return a reference of a record as other records write it: with the agreement's id and ``#`` in front."""
    return reference if "#" in reference else f"{record.id}#{reference}"


PARTY: Final[Kinds] = (CountryParty, SubdivisionParty, OrganizationParty)
ACTOR: Final[Kinds] = (*PARTY, Authority)
EVENT: Final[Kinds] = (Meeting, Milestone)

ANYTHING: Final[Kinds] = (object,)
AREA: Final[Kinds] = (ThematicArea,)

REFERENCES: Final[Mapping[type[Any], Mapping[str, Kinds]]] = {
    Authority: {"party": PARTY, "parent": (Authority,)},
    Official: {"party": PARTY, "authority": (Authority,)},
    Participation: {"party": PARTY, "signatories": (Official, Authority)},
    Mechanism: {"parties": PARTY},
    Meeting: {"mechanism": (Mechanism,), "host": PARTY},
    Delegation: {"party": PARTY, "heads": (Official,), "members": (Official,)},
    Objective: {"parent": (Objective,)},
    Commitment: {
        "objective": (Objective,),
        "obligors": ACTOR,
        "counterparts": ACTOR,
        "lead": ACTOR,
        "support": ACTOR,
        "made_at": (Meeting,),
        "continues": (Commitment,),
        "mechanism": (Mechanism,),
        "meeting": (Meeting,),
    },
    Milestone: {"depends_on": (Milestone,), "delivers": (Commitment,), "responsible": ACTOR, "meeting": (Meeting,)},
    Statement: {"speaker": (*ACTOR, Official), "meeting": (Meeting,)},
    Report: {"about": (Commitment, Milestone, Meeting, Indicator), "actors": ACTOR, "reported_by": (*ACTOR, Official)},
    Source: {"on_behalf_of": PARTY},
    Citation: {"source": (Source,)},
    Suppression: {"on": ANYTHING},
}
"""By class and member: the classes that the id may name."""

TIMINGS: Final[Mapping[type[Any], str]] = {Meeting: "date", Commitment: "due", Milestone: "due", Report: "due"}
"""By class: the member whose anchor may name a meeting or a milestone."""

AREAS: Final[Mapping[type[Any], str]] = {
    Agreement: "areas",
    ThematicArea: "broader",
    AgendaItem: "areas",
    Commitment: "areas",
    Report: "areas",
}
"""By class: the member that names thematic areas, built-in ones or those of the record's taxonomy."""

NAMES: Final[Mapping[type[Any], Mapping[str, str]]] = {
    CountryParty: {"en": "party", "es": "parte"},
    SubdivisionParty: {"en": "party", "es": "parte"},
    OrganizationParty: {"en": "party", "es": "parte"},
    Authority: {"en": "authority", "es": "autoridad"},
    Official: {"en": "official", "es": "funcionario"},
    Mechanism: {"en": "mechanism", "es": "mecanismo"},
    Meeting: {"en": "meeting", "es": "reunión"},
    Objective: {"en": "objective", "es": "objetivo"},
    Commitment: {"en": "commitment", "es": "compromiso"},
    Indicator: {"en": "indicator", "es": "indicador"},
    Milestone: {"en": "milestone", "es": "hito"},
    Statement: {"en": "statement", "es": "declaración"},
    Report: {"en": "report", "es": "informe"},
    Source: {"en": "source", "es": "fuente"},
}
"""What each kind of entity is called."""
