"""One index of a record, built once in linear time, for rules and look-ups."""

from collections.abc import Callable, Hashable, Iterator
from functools import cache, cached_property, partial
from typing import Any, Final, NamedTuple, cast

from coopmodel.analysis.events import events_of
from coopmodel.analysis.meetings import meetings_held, meetings_of_promises
from coopmodel.analysis.references import AREAS, EVENT, REFERENCES, TIMINGS, Kinds, entry
from coopmodel.analysis.walk import Located, walk
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import Meeting
from coopmodel.values.bounds import Bounds
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.timing import Unknown


class Link(NamedTuple):
    """One use of an id.

    Attributes:
        place: The object that uses it.
        member: Where in the object, as the steps of a pointer.
        number: Its place in a list; ``None`` where it stands alone.
        target: The id.
        kinds: The classes that it may name.
    """

    place: Located
    member: str
    number: int | None
    target: str
    kinds: Kinds

    @property
    def pointer(self) -> str:
        """JSON Pointer to the id; put together when it is asked for, since most links are in order."""
        steps = f"{self.place.pointer}/{self.member}"
        return steps if self.number is None else f"{steps}/{self.number}"

    @property
    def owner(self) -> Any:  # noqa: ANN401  an object of any class
        """The object that uses it."""
        return self.place.entity


_link: Final[Callable[[tuple[Located, str, int | None, str, Kinds]], Link]] = partial(tuple.__new__, Link)  # pyright: ignore[reportUnknownMemberType]
"""Makes one of its five parts, in two thirds of the time that the class takes; a record has more links than objects."""


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
        self.agreement: Agreement = agreement
        self.objects: tuple[Located, ...] = tuple(walk(agreement))
        self.by_id: dict[str, Located] = {}
        self.repeated: list[Located] = []
        self._by_class: dict[type[Any], list[Located]] = {}
        self._each: dict[Kinds, list[Located]] = {}
        identified = {id(entity) for entity in agreement.entities()}
        for located in self.objects:
            entity = located.entity
            self._by_class.setdefault(entity.__class__, []).append(located)
            if id(entity) in identified and self.by_id.setdefault(entity.id, located) is not located:
                self.repeated.append(located)

    def each(self, *kinds: type[Any]) -> Iterator[Located]:
        """Yield the objects of these classes, in the order of the document."""
        if kinds not in self._each:
            wanted = [kind for kind in self._by_class if issubclass(kind, kinds)]
            self._each[kinds] = (
                self._by_class[wanted[0]]
                if len(wanted) == 1
                else [located for located in self.objects if located.entity.__class__ in wanted]
            )
        return iter(self._each[kinds])

    def has(self, *kinds: type[Any]) -> bool:
        """Tell whether there is any object of these classes."""
        return any(issubclass(kind, kinds) for kind in self._by_class)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every use of an id, also as the anchor of a timing."""
        found: list[Link] = []
        for place in self.objects:
            owner = place.entity
            references, member_with_timing, _ = _tables(owner.__class__)
            for member, kinds in references:
                value = getattr(owner, member)
                if value.__class__ is tuple:
                    for number, target in enumerate(value):
                        found.append(_link((place, member, number, target, kinds)))
                elif value is not None:
                    found.append(_link((place, member, None, value, kinds)))
            timing = getattr(owner, member_with_timing) if member_with_timing else None
            if timing is not None and timing.anchor is not None and timing.anchor not in ANCHOR_WORDS:
                found.append(_link((place, f"{member_with_timing}/anchor", None, timing.anchor, EVENT)))
        return tuple(found)

    @cached_property
    def areas(self) -> tuple[Use, ...]:
        """Every use of a thematic area."""
        found: list[Use] = []
        for pointer, owner in self.each(*AREAS):
            member = _tables(owner.__class__)[2]
            value = getattr(owner, str(member))
            if value.__class__ is tuple:
                found += [Use(f"{pointer}/{member}/{number}", area, owner) for number, area in enumerate(value)]
            elif value is not None:
                found.append(Use(f"{pointer}/{member}", value, owner))
        return tuple(found)

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
        ids = self._ids_by_pointer
        while pointer:
            if pointer in ids:
                return ids[pointer]
            pointer = pointer.rpartition("/")[0]
        return None

    def evidence_at(self, pointer: str) -> tuple[Citation, ...]:
        """Return the evidence of the innermost object around the place that has any; the record's own only for the record itself."""
        if not pointer:
            return self.agreement.evidence
        while pointer:
            thing = self._by_pointer.get(pointer)
            if isinstance(thing, Citation):
                return (thing,)
            if isinstance(thing, Entity) and thing.evidence:
                return thing.evidence
            pointer = pointer.rpartition("/")[0]
        return ()

    @cached_property
    def _by_pointer(self) -> dict[str, Any]:
        return {located.pointer: located.entity for located in self.objects}

    @cached_property
    def _ids_by_pointer(self) -> dict[str, str]:
        return {located.pointer: located.entity.id for located in (*self.by_id.values(), *self.repeated)}


@cache
def _tables(kind: Hashable) -> tuple[tuple[tuple[str, Kinds], ...], str | None, str | None]:
    """Return which members of a class refer to entities, which has a timing, and which names areas."""
    declared = cast("type[Any]", kind)
    return tuple((entry(REFERENCES, declared) or {}).items()), entry(TIMINGS, declared), entry(AREAS, declared)
