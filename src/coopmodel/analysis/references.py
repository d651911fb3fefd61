"""Which members refer to which entities; one table for rules, look-ups and documentation."""

from collections.abc import Mapping
from typing import Any, Final

from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective
from coopmodel.model.meetings import Delegation, Mechanism, Meeting, Participation
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement

Kinds = tuple[type[Any], ...]

PARTY: Final[Kinds] = (CountryParty, SubdivisionParty, OrganizationParty)
ACTOR: Final[Kinds] = (*PARTY, Authority)
EVENT: Final[Kinds] = (Meeting, Milestone)

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
}
"""By class and member: the classes that the id may name."""

TIMINGS: Final[Mapping[type[Any], str]] = {Meeting: "date", Commitment: "due", Milestone: "due", Report: "due"}
"""By class: the member whose anchor may name a meeting or a milestone."""

NAMES: Final[Mapping[type[Any], tuple[str, str]]] = {
    CountryParty: ("party", "parte"),
    SubdivisionParty: ("party", "parte"),
    OrganizationParty: ("party", "parte"),
    Authority: ("authority", "autoridad"),
    Official: ("official", "funcionario"),
    Mechanism: ("mechanism", "mecanismo"),
    Meeting: ("meeting", "reunión"),
    Objective: ("objective", "objetivo"),
    Commitment: ("commitment", "compromiso"),
    Indicator: ("indicator", "indicador"),
    Milestone: ("milestone", "hito"),
    Statement: ("statement", "declaración"),
    Report: ("report", "informe"),
    Source: ("source", "fuente"),
}
"""What each kind of entity is called, in English and Spanish."""
