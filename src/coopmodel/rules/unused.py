"""Entities that stand in the record and play no part in it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.analysis.references import ANYTHING, AREA, REFERENCES
from coopmodel.model.agreement import Suppression
from coopmodel.model.areas import ThematicArea
from coopmodel.model.meetings import Mechanism
from coopmodel.model.parties import Authority, Official
from coopmodel.model.statements import Source
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed

_MEMBERS: Final[Mapping[type[Any], tuple[str, Mapping[str, str]]]] = {
    ThematicArea: ("taxonomy", {"en": "areas of the taxonomy", "es": "áreas de la taxonomía"}),
    Authority: ("authorities", {"en": "authorities", "es": "autoridades"}),
    Official: ("officials", {"en": "officials", "es": "funcionarios"}),
    Mechanism: ("mechanisms", {"en": "mechanisms", "es": "mecanismos"}),
    Source: ("sources", {"en": "sources", "es": "fuentes"}),
}
"""The kinds that are there to be referred to: where they stand, and what several are called; in the order of the document."""


def _unused(context: Context) -> Iterator[Found]:
    rows = {kind: _names(context, kind, member) for kind, (member, _) in _MEMBERS.items()}
    never = _never_used(context, {name for names in rows.values() for name in names})
    for kind, (member, plural) in _MEMBERS.items():
        names = rows[kind]
        unused = tuple([name for name in names if name in never])
        if unused and _could_be_used(kind, context):
            values = {"unused": unused, "count": len(unused), "all": len(names), "what": plural, "listed": listed(unused)}
            yield Found(f"/{member}", values)


def _names(context: Context, kind: type[Any], member: str) -> list[str]:
    return [str(entity.code if kind is ThematicArea else entity.id) for entity in getattr(context.agreement, member)]


def _never_used(context: Context, names: set[str]) -> set[str]:
    """Return those to which nothing refers; what an entity says of itself, and what silences a finding, do not count."""
    named = {kinds: targets for kinds, targets in context.index.named.items() if kinds != ANYTHING}  # a suppression may name anything
    named[AREA] = named[AREA] & _own_areas(context)  # an authority may be called like an area of the list
    nowhere = names.difference(*named.values())
    doubtful = _perhaps_by_itself(context, names - nowhere)
    return nowhere | _by_itself(context, doubtful) if doubtful else nowhere


def _perhaps_by_itself(context: Context, names: set[str]) -> set[str]:
    """Return those that may be named only by themselves: by the few members that can do that, or by mistake."""
    found = {str(area.code) for area in context.agreement.taxonomy if area.broader == area.code}
    found.update([authority.id for authority in context.agreement.authorities if authority.parent == authority.id])
    found.update([source.id for source in context.agreement.sources if source.evidence])
    found.update([place.entity.id for place in context.index.repeated], context.index.astray)
    return found & names


def _by_itself(context: Context, names: set[str]) -> set[str]:
    """Return those that nothing but themselves refers to."""
    found = {*names}
    own = _own_areas(context)
    for link in context.index.links:
        if link.target in found and not isinstance(link.owner, Suppression) and context.index.owner_of(link.place.pointer) != link.target:
            found.remove(link.target)
    for link in context.index.areas:
        if link.target in own and not (isinstance(link.owner, ThematicArea) and link.owner.code == link.target):
            found.discard(link.target)
    return found


def _own_areas(context: Context) -> set[str]:
    return {area.code for area in context.agreement.taxonomy}


def _could_be_used(kind: type[Any], context: Context) -> bool:
    """Tell whether the record has anything that could refer to the kind: in a row of a register nothing refers to a commission or a source."""
    return kind is ThematicArea or context.index.has(*_OWNERS[kind])


_OWNERS: Final = {
    kind: tuple([owner for owner, members in REFERENCES.items() if owner is not kind and any(kind in kinds for kinds in members.values())])
    for kind in _MEMBERS
}
"""By kind: the classes of the other entities that could refer to it."""


_EVIDENCE: Final = [{"source": "communique"}]


def _example(reporter: dict[str, str]) -> Example:
    report = {"id": "it-works", "text": {"en": "It works"}, "evidence": _EVIDENCE} | reporter
    officials = [{"id": "minister", "party": "cl", "post": {"en": "Minister"}}]
    return Example(members={"officials": officials, "reports": [report], "sources": [{"id": "communique", "kind": "press-release"}]})


REF003: Final = Rule(
    code="REF003",
    name={"en": "nothing refers to it", "es": "nada remite a ello"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "An authority without a task, an official who was nowhere, a source that nobody cites: often the reference was forgotten. They "
        "are counted by kind, and only where the record has something that could refer to them: officials where there are delegations, "
        "signatures, statements or reports, sources where anything is cited. What an entity says of itself does not count, nor does a "
        "suppression.",
        "es": "Una autoridad sin tarea, un funcionario que no figura en ninguna delegación, una fuente que nadie cita: a menudo se olvidó "
        "la referencia. Se cuentan por tipo, y solo si el registro tiene algo que pudiera remitir a ellos: funcionarios, donde hay "
        "delegaciones, firmas, declaraciones o informes; fuentes, donde algo se cita. Lo que una entidad dice de sí misma no cuenta, ni "
        "tampoco una supresión.",
    },
    messages={
        "en": "{what} that nothing refers to ({count} of {all}): {listed}",
        "es": "{what} a que nada remite ({count} de {all}): {listed}",
    },
    wrong=_example({}),
    right=_example({"reported_by": "minister"}),
    find=_unused,
)
