"""Strategies for whole records: such as hold together, and such as could not be more wrong."""

import datetime
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from coopmodel.analysis.references import AREAS, EVENT, REFERENCES, TIMINGS
from coopmodel.codes.themes import THEMES
from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective
from coopmodel.model.fields import Offset, without_none
from coopmodel.model.meetings import Delegation, Mechanism, Meeting
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.testing.entities import Field, Members, build, member_of, several
from coopmodel.testing.values import identifiers, own_area_codes, partial_dates, periods, strings, timings
from coopmodel.values.dates import PartialDate
from coopmodel.values.identifiers import ANCHOR_WORDS, Reference
from coopmodel.values.periods import Period

Ids: TypeAlias = Mapping[type[Any], tuple[str, ...]]

_MEMBERS: Final[Mapping[str, tuple[type[Any], ...]]] = {
    "parties": (CountryParty, SubdivisionParty, OrganizationParty),
    "authorities": (Authority,),
    "officials": (Official,),
    "mechanisms": (Mechanism,),
    "meetings": (Meeting,),
    "objectives": (Objective,),
    "commitments": (Commitment,),
    "roadmap": (Milestone,),
    "statements": (Statement,),
    "reports": (Report,),
    "sources": (Source,),
}
"""Members of a record that hold entities with an id, and their classes."""

_KINDS: Final = (*[kind for kinds in _MEMBERS.values() for kind in kinds], Indicator)
_FEW_KINDS: Final = st.lists(st.sampled_from((*_KINDS, Commitment, Milestone, Meeting)), min_size=1, max_size=4)
"""So that several entities of a broken record are of one kind, and most often of one that much can be said of."""

_NEEDED: Final[Mapping[str, tuple[type[Any], ...]]] = {"evidence": (Source,), "delegations": _MEMBERS["parties"]}
"""Members whose objects must refer to an entity of these classes."""

_IDENTIFIERS: Final = identifiers()
_AREAS: Final = st.lists(own_area_codes(), max_size=2, unique=True)

_COLLIDING: Final = ("a", "b", "c", "d")
"""The ids of broken records: so few that most mean several things, and some nothing."""

_COLLIDING_AREAS: Final = ("x:a", "x:b", "x:c", "security", "organized-crime", "arms-trafficking")
_ANY_ID: Final = st.sampled_from(_COLLIDING)
_DAYS: Final = st.one_of(st.dates(datetime.date(2000, 1, 1), datetime.date(2002, 12, 31)), st.dates())
_DATES: Final = partial_dates(days=_DAYS, qualified=False) | partial_dates(days=_DAYS)
_SOME_AREAS: Final = st.lists(st.sampled_from(_COLLIDING_AREAS[:2]), max_size=3)
_NEAR: Final[Mapping[Any, SearchStrategy[Any]]] = {
    str: st.sampled_from(("a", "a b", "b\na", "é")) | strings(),
    datetime.date: _DAYS,
    PartialDate: _DATES,
    Period: periods(dates=_DATES),
    PartialDate | Period: _DATES | periods(dates=_DATES),
    Offset: st.integers(0, 9),
}
"""By type: values of broken records, so near each other that some meet, and in either order."""


@st.composite
def agreements(draw: DrawFn, /, *, max_entities: int = 8, **members: SearchStrategy[Any]) -> Agreement:
    """Return whole records.

    Ids are unique. Every reference, anchor and suppression names an entity of the right kind in the record, or one of another record; every
    area with a prefix is in the taxonomy; parents, dependencies, what a commitment continues and the events that a date starts from come
    earlier, so that there are no cycles. Nothing else is promised: such a record may break any other rule. They shrink to a title alone.

    Args:
        draw: Given by hypothesis.
        max_entities: How many entities with an id there are at most.
        members: Strategies of members of the record that are always drawn. They must agree with the rest: a record that is given other
            parties than it was made with loses what refers to them.
    """
    identifier = draw(members.get("id", _IDENTIFIERS))
    plan = _plan(draw(_named(max_entities)))
    return _record(draw, _Record(identifier, plan, tuple(draw(_AREAS))), members)


@st.composite
def broken_agreements(draw: DrawFn, /, *, max_entities: int = 8, **members: SearchStrategy[Any]) -> Agreement:
    """Return records that can be built and in which nothing need hold: for laws that no record may break.

    Several entities may have one id. References, anchors and suppressions name anything: entities of any kind, the entity itself, another
    record or nothing, so that parents, dependencies, dates, areas and what a commitment continues go round in circles. Areas may be described
    twice or never. They shrink to a title alone.

    Args:
        draw: Given by hypothesis.
        max_entities: How many entities with an id there are at most.
        members: Strategies of members of the record that are always drawn.
    """
    plan: dict[type[Any], tuple[str, ...]] = dict.fromkeys(_KINDS, ())
    kinds = draw(_FEW_KINDS)
    for identifier, kind in draw(st.lists(st.tuples(_ANY_ID, st.sampled_from(kinds)), max_size=max_entities)):
        plan[kind] = (*plan[kind], identifier)
    inside = _Tangle(draw(members.get("id", _ANY_ID)), plan, tuple(draw(_SOME_AREAS)))
    return _record(draw, inside, members)


def _record(draw: DrawFn, inside: "_Record", members: Mapping[str, SearchStrategy[Any]]) -> Agreement:
    given: dict[str, SearchStrategy[Any]] = {"id": st.just(inside.id)}
    for name, kinds in _MEMBERS.items():
        given[name] = st.just(tuple([inside.entity(draw, kind, one) for kind in kinds for one in inside.ids[kind]]))
    given["taxonomy"] = st.just(tuple([inside.area(draw, index) for index in range(len(inside.areas))]))
    return build(draw, Agreement, {**given, **members}, inside.members(None))


@cache
def _named(most: int) -> SearchStrategy[list[tuple[str, type[Any]]]]:
    return st.lists(st.tuples(_IDENTIFIERS, st.sampled_from(_KINDS)), max_size=most, unique_by=lambda named: named[0])


def _plan(named: Iterable[tuple[str, type[Any]]]) -> dict[type[Any], tuple[str, ...]]:
    """Return ids by class; without what could not stand in the record."""
    plan: dict[type[Any], tuple[str, ...]] = dict.fromkeys(_KINDS, ())
    for identifier, kind in named:
        plan[kind] = (*plan[kind], identifier)
    if not any(plan[kind] for kind in _MEMBERS["parties"]):
        plan[Authority] = plan[Official] = ()
    if not plan[Commitment]:
        plan[Indicator] = ()
    return plan


@attrs.frozen
class _Record:
    """What is known of a record before its entities are drawn."""

    id: str
    ids: Ids
    areas: tuple[str, ...]

    def entity(self, draw: DrawFn, kind: type[Any], identifier: str) -> Any:  # noqa: ANN401  an instance of the class
        """Draw one entity; the first commitment has all indicators."""
        given: dict[str, SearchStrategy[Any]] = {"id": st.just(identifier)}
        if kind is Commitment:
            indicators = self.ids[Indicator] if identifier == self.ids[Commitment][0] else ()
            given["indicators"] = st.just(tuple([self.entity(draw, Indicator, one) for one in indicators]))
        return build(draw, kind, {**self._tied(kind, identifier), **given}, self.members(identifier))

    def area(self, draw: DrawFn, index: int) -> ThematicArea:
        """Draw one area of the taxonomy."""
        broader = st.none() | self._areas_before(index)
        return build(draw, ThematicArea, {"code": st.just(self.areas[index]), "broader": broader}, self.members(None))

    def members(self, identifier: str | None) -> Members:
        """Return what gives the members of the entity with this id, and of the objects in it."""

        def members(owner: type[Any], field: Field) -> SearchStrategy[Any] | None:
            kinds = REFERENCES.get(owner, {}).get(field.name)
            if kinds is not None:
                return self._references(owner, field, self._ids(kinds) if owner is Citation else self._before(identifier, kinds))
            if field.name == TIMINGS.get(owner):
                return timings(st.sampled_from([*ANCHOR_WORDS, *self._before(identifier, EVENT)]), dates=self._value(PartialDate))
            if field.name == AREAS.get(owner):
                return several(self._areas_before(len(self.areas)), unique=True)
            needed = _NEEDED.get(field.name)
            if needed is not None and not self._ids(needed):
                return None
            value = self._value(without_none(field.type))
            return member_of(owner, field, members) if value is None else value

        return members

    def _value(self, kind: object) -> SearchStrategy[Any] | None:  # noqa: ARG002  another record's values may be others
        """Return the strategy of a type where it is not the usual one."""
        return None

    def _tied(self, kind: type[Any], identifier: str) -> Mapping[str, SearchStrategy[Any]]:  # noqa: ARG002  the same
        """Return strategies of members that are drawn more often than others."""
        return {}

    def _areas_before(self, index: int) -> SearchStrategy[str]:
        return st.sampled_from([*THEMES, *self.areas[:index]])

    def _elsewhere(self) -> SearchStrategy[str]:
        return st.tuples(_IDENTIFIERS.filter(lambda record: record != self.id), _IDENTIFIERS).map("#".join)

    def _ids(self, kinds: Iterable[type[Any]]) -> list[str]:
        return [identifier for kind in _KINDS if issubclass(kind, tuple(kinds)) for identifier in self.ids[kind]]

    def _before(self, identifier: str | None, kinds: Iterable[type[Any]]) -> list[str]:
        """Return the ids of these classes; where the entity itself is among them only those before it."""
        ids = self._ids(kinds)
        return ids[: ids.index(identifier)] if identifier in ids else ids

    def _references(self, owner: type[Any], field: Field, ids: list[str]) -> SearchStrategy[Any] | None:
        kind: Any = without_none(field.type)
        if get_args(kind)[:1] == (Reference,):
            return several(st.one_of(st.sampled_from(ids), self._elsewhere()) if ids else self._elsewhere(), unique=True)
        if owner is Delegation:
            ids = {"party": ids, "heads": ids[:1], "members": ids[1:]}[field.name]  # nobody is both
        if not ids:
            return None
        return several(st.sampled_from(ids), unique=True) if get_origin(kind) is tuple else st.sampled_from(ids)


@attrs.frozen
class _Tangle(_Record):
    """The same where everything may name everything."""

    def _value(self, kind: object) -> SearchStrategy[Any] | None:
        return _NEAR.get(kind)

    def _tied(self, kind: type[Any], identifier: str) -> Mapping[str, SearchStrategy[Any]]:
        members = self.members(identifier)
        names = [*REFERENCES.get(kind, ()), TIMINGS.get(kind), "evidence"]
        fields = [field for field in attrs.fields(kind) if field.name in names and field.default is not attrs.NOTHING]
        drawn = [(field, members(kind, field)) for field in fields if field.name != "meeting"]  # which excludes a date
        return {field.name: st.just(field.default) | values for field, values in drawn if values is not None}

    def _areas_before(self, index: int) -> SearchStrategy[str]:  # noqa: ARG002  in any order
        return st.sampled_from(_COLLIDING_AREAS)

    def _elsewhere(self) -> SearchStrategy[str]:
        return st.tuples(_ANY_ID, _ANY_ID).map("#".join)

    def _ids(self, kinds: Iterable[type[Any]]) -> list[str]:  # noqa: ARG002  of any kind
        return [*_COLLIDING]

    def _before(self, identifier: str | None, kinds: Iterable[type[Any]]) -> list[str]:  # noqa: ARG002  any entity may name any
        return self._ids(kinds)
