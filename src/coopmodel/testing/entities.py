"""Strategies for the entities and their parts, each on its own: what they refer to exists nowhere.

Every function takes strategies of members by name, and always draws a member that is given so. Of the others, those that are required are
always there, and any of the optional ones may be.
"""

import datetime
from collections.abc import Callable, Mapping, Set as AbstractSet
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from coopmodel.model.agreement import Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.fields import without_none
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.testing.values import VALUES, own_area_codes, strings

_T = TypeVar("_T")

Field: TypeAlias = "attrs.Attribute[Any]"
Members: TypeAlias = Callable[[type[Any], Field], SearchStrategy[Any] | None]
"""Gives the strategy of a member by class and field; ``None`` where there is nothing that it could be."""

_ONE_OF: Final[Mapping[type[Any], tuple[str, ...]]] = {
    Official: ("name", "post"),
    Place: ("country", "locality", "venue"),
    Relation: ("target", "url", "identifier", "title"),
}
"""Members of which one at least must be there."""

_NOT_BOTH: Final[Mapping[type[Any], tuple[str, ...]]] = {
    Commitment: ("meeting", "due"),
    Milestone: ("meeting", "due"),
    Relation: _ONE_OF[Relation],
}
"""Members that exclude each other."""

_FEW: Final = 2
_SOME: Final = 6


def external_identifiers(**members: SearchStrategy[Any]) -> SearchStrategy[ExternalIdentifier]:
    """Return numbers under which others know the same thing."""
    return built(ExternalIdentifier, members)


def country_parties(**members: SearchStrategy[Any]) -> SearchStrategy[CountryParty]:
    """Return countries and former countries, in every role."""
    return built(CountryParty, members)


def subdivision_parties(**members: SearchStrategy[Any]) -> SearchStrategy[SubdivisionParty]:
    """Return parts of countries, in every role."""
    return built(SubdivisionParty, members)


def organization_parties(**members: SearchStrategy[Any]) -> SearchStrategy[OrganizationParty]:
    """Return organisations, in every role."""
    return built(OrganizationParty, members)


def parties(**members: SearchStrategy[Any]) -> SearchStrategy[CountryParty | SubdivisionParty | OrganizationParty]:
    """Return parties of all three kinds; ``members`` must be such as all of them have."""
    return st.one_of(country_parties(**members), subdivision_parties(**members), organization_parties(**members))


def authorities(**members: SearchStrategy[Any]) -> SearchStrategy[Authority]:
    """Return bodies of a party."""
    return built(Authority, members)


def officials(**members: SearchStrategy[Any]) -> SearchStrategy[Official]:
    """Return officials with a name, a post or both."""
    return built(Official, members)


def area_mappings(**members: SearchStrategy[Any]) -> SearchStrategy[AreaMapping]:
    """Return codes of other classifications."""
    return built(AreaMapping, members)


def thematic_areas(**members: SearchStrategy[Any]) -> SearchStrategy[ThematicArea]:
    """Return areas of a taxonomy of one's own."""
    return built(ThematicArea, members)


def places(**members: SearchStrategy[Any]) -> SearchStrategy[Place]:
    """Return places of which something is known."""
    return built(Place, members)


def participation(**members: SearchStrategy[Any]) -> SearchStrategy[Participation]:
    """Return acts of every kind, of a party or of the agreement as a whole."""
    return built(Participation, members)


def mechanisms(**members: SearchStrategy[Any]) -> SearchStrategy[Mechanism]:
    """Return standing bodies and series."""
    return built(Mechanism, members)


def delegations(**members: SearchStrategy[Any]) -> SearchStrategy[Delegation]:
    """Return delegations to a meeting."""
    return built(Delegation, members)


def agenda_items(**members: SearchStrategy[Any]) -> SearchStrategy[AgendaItem]:
    """Return items of an agenda."""
    return built(AgendaItem, members)


def meetings(**members: SearchStrategy[Any]) -> SearchStrategy[Meeting]:
    """Return meetings held, planned or called off; the date of a held one is not relative."""
    return built(Meeting, members)


def objectives(**members: SearchStrategy[Any]) -> SearchStrategy[Objective]:
    """Return parts of a document's structure."""
    return built(Objective, members)


def targets(**members: SearchStrategy[Any]) -> SearchStrategy[Target]:
    """Return values that an indicator is to reach."""
    return built(Target, members)


def indicators(**members: SearchStrategy[Any]) -> SearchStrategy[Indicator]:
    """Return indicators with their targets."""
    return built(Indicator, members)


def commitments(**members: SearchStrategy[Any]) -> SearchStrategy[Commitment]:
    """Return promises of every kind and strength, due by a date, a period, an event or a meeting, or never."""
    return built(Commitment, members)


def milestones(**members: SearchStrategy[Any]) -> SearchStrategy[Milestone]:
    """Return steps of a roadmap, due by a date, a period, an event or a meeting, or never."""
    return built(Milestone, members)


def statements(**members: SearchStrategy[Any]) -> SearchStrategy[Statement]:
    """Return words in direct speech."""
    return built(Statement, members)


def reports(**members: SearchStrategy[Any]) -> SearchStrategy[Report]:
    """Return reports of every status."""
    return built(Report, members)


def sources(**members: SearchStrategy[Any]) -> SearchStrategy[Source]:
    """Return sources of every kind."""
    return built(Source, members)


def citations(**members: SearchStrategy[Any]) -> SearchStrategy[Citation]:
    """Return citations of a whole source or of some words, with their context and place, or without."""
    if not members.keys().isdisjoint(("prefix", "suffix", "start", "end")):
        members.setdefault("exact", strings())
    return built(Citation, members)


def relations(**members: SearchStrategy[Any]) -> SearchStrategy[Relation]:
    """Return relations to another document, named in each of the four ways."""
    return built(Relation, members)


def suppressions(**members: SearchStrategy[Any]) -> SearchStrategy[Suppression]:
    """Return findings that somebody has judged."""
    return built(Suppression, members)


ENTITIES: Final[Mapping[Any, Callable[..., SearchStrategy[Any]]]] = {
    AgendaItem: agenda_items,
    AreaMapping: area_mappings,
    Authority: authorities,
    Citation: citations,
    Commitment: commitments,
    CountryParty: country_parties,
    Delegation: delegations,
    ExternalIdentifier: external_identifiers,
    Indicator: indicators,
    Mechanism: mechanisms,
    Meeting: meetings,
    Milestone: milestones,
    Objective: objectives,
    Official: officials,
    OrganizationParty: organization_parties,
    Participation: participation,
    Place: places,
    Relation: relations,
    Report: reports,
    Source: sources,
    Statement: statements,
    SubdivisionParty: subdivision_parties,
    Suppression: suppressions,
    Target: targets,
    ThematicArea: thematic_areas,
}
"""By class: the function that returns its strategy; whole records are in ``coopmodel.testing.records``."""


def members_alone(owner: type[Any], field: Field) -> SearchStrategy[Any]:
    """Return the strategy of a member as its annotation has it."""
    return member_of(owner, field, members_alone)


def member_of(owner: type[Any], field: Field, members: Members) -> SearchStrategy[Any]:
    """Return the strategy of a member as its annotation has it.

    Args:
        owner: The class.
        field: The member.
        members: Where the members of objects inside come from.
    """
    if (owner, field.name) == (ThematicArea, "code"):
        return own_area_codes()
    if (owner, field.name) == (Citation, "start"):
        return st.integers(0, 10_000)
    if field.name == "evidence":
        return several(built(Citation, {"supports": _supported(owner)}, members))
    return _of(without_none(field.type), members)


def several(values: SearchStrategy[_T], *, unique: bool = False) -> SearchStrategy[tuple[_T, ...]]:
    """Return one or two of the values as a tuple."""
    return st.lists(values, min_size=1, max_size=_FEW, unique=unique).map(tuple)


@st.composite
def built(draw: DrawFn, kind: type[_T], given: Mapping[str, SearchStrategy[Any]], members: Members = members_alone) -> _T:
    """Return objects of a class, with all required members and some of the others.

    Args:
        draw: Given by hypothesis.
        kind: A class of the model.
        given: Strategies of members that are always drawn.
        members: Where the other members come from.

    Raises:
        TypeError: The class has no member of a given name.
    """
    return build(draw, kind, given, members)


def build(draw: DrawFn, kind: type[_T], given: Mapping[str, SearchStrategy[Any]], members: Members) -> _T:
    """Draw one object; see ``built``. It saves making a strategy where the object is needed at once."""
    fields: dict[str, Field] = {field.name: field for field in attrs.fields(cast("Any", kind))}
    if not given.keys() <= fields.keys():
        raise TypeError(f"{kind.__name__} has no member {', '.join(sorted(given.keys() - fields.keys()))}")
    optional = [name for name, field in fields.items() if field.default is not attrs.NOTHING and name not in given]
    wanted = draw(_some_of(tuple(optional)))
    values: dict[str, Any] = {}
    for name, field in fields.items():
        strategy = given.get(name)
        if strategy is None and (name in wanted or name not in optional):
            strategy = members(kind, field)
        if strategy is not None:
            values[name] = draw(strategy)
    needed = _ONE_OF.get(kind, ())
    if all(values.get(name) is None for name in needed):
        for name in [name for name in needed if name not in given][:1]:
            values[name] = draw(_of(without_none(fields[name].type), members))
    for name in _superfluous(kind, values, given.keys()) - given.keys():
        values.pop(name, None)
    if kind is Citation and "start" in values:
        values.setdefault("end", values["start"] + len(values["exact"]))
    return kind(**values)


@cache
def _some_of(names: tuple[str, ...]) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=_SOME) if names else st.just([])


def _superfluous(kind: type[Any], values: Mapping[str, Any], given: AbstractSet[str]) -> set[str]:
    """Return members that cannot stand beside the others; those given come last."""
    if kind is Citation:
        return {"end"} if values.get("exact") is not None else {"prefix", "suffix", "start", "end"}
    if kind is Meeting:
        relative = getattr(values.get("date"), "anchor", None) is not None
        return {"status" if "date" in given else "date"} if relative and values.get("status") == "held" else set()
    present = [name for name in _NOT_BOTH.get(kind, ()) if values.get(name) is not None]
    return {*sorted(present, key=lambda name: name not in given)[1:]}


def _supported(owner: type[Any]) -> SearchStrategy[tuple[str, ...]]:
    names = [field.name for field in attrs.fields(owner) if not field.inherited]
    return st.lists(st.sampled_from(names), max_size=_FEW, unique=True).map(tuple)


def _of(kind: Any, members: Members) -> SearchStrategy[Any]:  # noqa: ANN401  a type expression
    """Return the strategy of a type expression, as the members of the model are annotated."""
    if kind in ENTITIES:
        return built(kind, {}, members)
    inner = get_args(kind)
    if get_origin(kind) is tuple and not ENTITIES.keys().isdisjoint(inner):
        return several(_of(inner[0], members))
    return _simple(kind)


@cache
def _simple(kind: Any) -> SearchStrategy[Any]:  # noqa: ANN401  a type expression
    """Return the strategy of a type expression without entities in it; made once, since making one costs more than drawing from it."""
    if get_origin(kind) is tuple:
        return several(_simple(get_args(kind)[0]))
    if get_origin(kind) in {Union, UnionType}:
        return st.one_of([_simple(one) for one in get_args(kind)])
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is Annotated:
        limits = kind.__metadata__[0]
        return st.one_of(st.integers(limits.low, 100), st.integers(limits.low, limits.high))
    return _SIMPLE[kind]()


_SIMPLE: Final[Mapping[Any, Callable[[], SearchStrategy[Any]]]] = {**VALUES, str: strings, bool: st.booleans, datetime.date: st.dates}
