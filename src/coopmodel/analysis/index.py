"""One index of a record, built once in linear time, for rules and look-ups."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple, cast

from coopmodel.analysis.events import events_of
from coopmodel.analysis.meetings import meetings_held, meetings_of_promises
from coopmodel.analysis.references import AREAS, EVENT, REFERENCES, TIMINGS, Kinds, entry
from coopmodel.analysis.walk import walk
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import Meeting
from coopmodel.values.bounds import Bounds
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.timing import Unknown


class Located(NamedTuple):
    """An entity and where it stands."""

    pointer: str
    entity: Any


class Link(NamedTuple):
    """One use of an id."""

    pointer: str
    target: str
    kinds: Kinds
    owner: Any


class Use(NamedTuple):
    """One use of a thematic area."""

    pointer: str
    area: str
    owner: Any


class Index:
    """What rules ask a record for, found in one walk.

    Attributes:
        agreement: The record.
        objects: Every object with its pointer, in the order of the document.
        by_id: The first entity with each id.
        repeated: Further entities whose id was already taken.
    """

    def __init__(self, agreement: Agreement) -> None:
        """Walk the record once."""
        self.agreement = agreement
        self.objects: tuple[Located, ...] = tuple([Located(pointer, thing) for pointer, thing in walk(agreement)])
        self._by_class: dict[type[Any], list[Located]] = {}
        for located in self.objects:
            self._by_class.setdefault(located.entity.__class__, []).append(located)
        self.by_id: dict[str, Located] = {}
        self.repeated: list[Located] = []
        identified = {id(entity) for entity in agreement.entities()}
        for located in self.objects:
            if id(located.entity) in identified:
                self._keep(located)

    def _keep(self, located: Located) -> None:
        if located.entity.id in self.by_id:
            self.repeated.append(located)
        else:
            self.by_id[located.entity.id] = located

    def each(self, *kinds: type[Any]) -> Iterator[Located]:
        """Yield the objects of these classes, in the order of the document."""
        wanted = [found for kind, found in self._by_class.items() if issubclass(kind, kinds)]
        if len(wanted) <= 1:
            return iter(wanted[0] if wanted else ())
        return (located for located in self.objects if isinstance(located.entity, kinds))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every use of an id, also as the anchor of a timing."""
        return tuple(self._links())

    @cached_property
    def areas(self) -> tuple[Use, ...]:
        """Every use of a thematic area."""
        return tuple(self._areas())

    @cached_property
    def events(self) -> dict[str, Bounds | Unknown]:
        """What is known of each event, by anchor: meetings, milestones and what became of the agreement."""
        return events_of(self.agreement)

    @cached_property
    def held(self) -> set[str]:
        """Ids of the meetings that were held."""
        return meetings_held(self.agreement)

    @cached_property
    def promised_at(self) -> dict[str, Meeting]:
        """The meeting where each commitment was made, by the commitment's id; without those whose meeting is not known."""
        return meetings_of_promises(self.agreement)

    def owner_of(self, pointer: str) -> str | None:
        """Return the id of the innermost entity that the pointer lies in, or ``None`` for the record itself."""
        while pointer:
            if pointer in self._ids_by_pointer:
                return self._ids_by_pointer[pointer]
            pointer = pointer.rpartition("/")[0]
        return None

    def evidence_at(self, pointer: str) -> tuple[Citation, ...]:
        """Return the evidence of the innermost object around the place that has any; the record's own only for the record itself."""
        while pointer:
            evidence = self._evidence_by_pointer.get(pointer)
            if evidence is not None:
                return evidence
            pointer = pointer.rpartition("/")[0]
            if not pointer:
                return ()
        return self.agreement.evidence

    @cached_property
    def _evidence_by_pointer(self) -> dict[str, tuple[Citation, ...]]:
        found: dict[str, tuple[Citation, ...]] = {}
        for pointer, thing in self.objects:
            if isinstance(thing, Citation):
                found[pointer] = (thing,)
            elif isinstance(thing, Entity) and thing.evidence:
                found[pointer] = thing.evidence
        return found

    @cached_property
    def _ids_by_pointer(self) -> dict[str, str]:
        located = (*self.by_id.values(), *self.repeated)
        return {pointer: entity.id for pointer, entity in located}

    def _links(self) -> Iterable[Link]:
        for pointer, owner in self.objects:
            references, member_with_timing, _ = _tables(owner.__class__)
            for member, kinds in references.items():
                for place, target in _each(f"{pointer}/{member}", getattr(owner, member)):
                    yield Link(place, target, kinds, owner)
            timing = getattr(owner, member_with_timing) if member_with_timing else None
            if timing is not None and timing.anchor is not None and timing.anchor not in ANCHOR_WORDS:
                yield Link(f"{pointer}/{member_with_timing}/anchor", timing.anchor, EVENT, owner)

    def _areas(self) -> Iterable[Use]:
        for pointer, owner in self.objects:
            _, _, member = _tables(owner.__class__)
            for place, area in _each(f"{pointer}/{member}", getattr(owner, member) if member else None):
                yield Use(place, area, owner)


@cache
def _tables(kind: Hashable) -> tuple[Mapping[str, Kinds], str | None, str | None]:
    """Return which members of a class refer to entities, which has a timing, and which names areas."""
    declared = cast("type[Any]", kind)
    return entry(REFERENCES, declared) or {}, entry(TIMINGS, declared), entry(AREAS, declared)


def _each(pointer: str, value: Any) -> Iterable[tuple[str, str]]:  # noqa: ANN401  one word, several or none
    """Return the words that a member holds, each with its pointer."""
    if value is None:
        return ()
    return ((pointer, value),) if isinstance(value, str) else ((f"{pointer}/{index}", word) for index, word in enumerate(value))
