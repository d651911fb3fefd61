"""One index of a record, for rules and look-ups: each part is made in linear time when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from coopmodel.analysis.events import events_of
from coopmodel.analysis.links import Link, areas_from, links_from, named_by
from coopmodel.analysis.meetings import meetings_held, meetings_of_promises
from coopmodel.analysis.references import AREA, Kinds
from coopmodel.analysis.walk import Located, by_class, located, walk
from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone, Objective
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import Mechanism, Meeting, Participation
from coopmodel.model.parties import Authority, Official
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Unknown

_LISTS: Final[Mapping[type[Any], str]] = {
    ThematicArea: "taxonomy",
    Authority: "authorities",
    Official: "officials",
    Participation: "participation",
    Mechanism: "mechanisms",
    Meeting: "meetings",
    Objective: "objectives",
    Commitment: "commitments",
    Milestone: "roadmap",
    Statement: "statements",
    Report: "reports",
    Source: "sources",
}
"""By class, in the order of the document: the one member of a record that holds its objects, whatever somebody's own class holds."""


class Index:
    """What rules ask a record for.

    Where something stands is worked out only once that is asked for: most records are in order, and nobody is told where.

    Attributes:
        agreement: The record.
        things: Every object by its class.
        entities: The first entity with each id, in the order of the document.
    """

    def __init__(self, agreement: Agreement) -> None:
        """Go through the record once."""
        self.agreement: Agreement = agreement
        self.things: dict[type[Any], list[Any]] = by_class(agreement)
        self._identified: list[Any] = [*agreement.entities()]
        self.entities: dict[str, Any] = {entity.id: entity for entity in self._identified}
        if len(self.entities) < len(self._identified):
            self.entities.update({entity.id: entity for entity in reversed(self._identified)})
        self._each: dict[Kinds, list[Located]] = {}

    @cached_property
    def objects(self) -> tuple[Located, ...]:
        """Every object with its pointer, in the order of the document."""
        return tuple(walk(self.agreement))

    @cached_property
    def by_id(self) -> dict[str, Located]:
        """The first entity with each id, and where it stands."""
        found: dict[str, Located] = {}
        for place in self._places:
            found.setdefault(place.entity.id, place)
        return found

    @cached_property
    def repeated(self) -> list[Located]:
        """Further entities whose id was already taken, in the order of the document."""
        if len(self.entities) == len(self._identified):
            return []
        return [place for place in self._places if self.by_id[place.entity.id] is not place]

    @cached_property
    def _places(self) -> list[Located]:
        """The entities with an id, and where they stand."""
        identified = {*map(id, self._identified)}
        return [place for place in self.objects if id(place.entity) in identified]

    def each(self, *kinds: type[Any]) -> Iterator[Located]:
        """Yield the objects of these classes, in the order of the document."""
        if kinds not in self._each:
            self._each[kinds] = self._listed(kinds) if _LISTS.keys() >= {*kinds} else self._walked(kinds)
        return iter(self._each[kinds])

    def _listed(self, kinds: Kinds) -> list[Located]:
        members = [_LISTS[kind] for kind in (kinds if len(kinds) == 1 else _LISTS) if kind in kinds]
        return [
            located((f"/{member}/{number}", entity)) for member in members for number, entity in enumerate(getattr(self.agreement, member))
        ]

    def _walked(self, kinds: Kinds) -> list[Located]:
        wanted = {kind for kind in self.things if issubclass(kind, kinds)}
        return [place for place in self.objects if place.entity.__class__ in wanted] if wanted else []

    def firsts(self, *kinds: type[Any]) -> Iterator[Located]:
        """Yield the entities of these classes that are the first with their id, in the order of the document."""
        if not self.repeated:
            return self.each(*kinds)
        return iter([place for place in self.each(*kinds) if self.by_id[place.entity.id] == place])

    def has(self, *kinds: type[Any]) -> bool:
        """Tell whether there is any object of these classes."""
        return any(issubclass(kind, kinds) for kind in self.things)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every use of an id, also as the anchor of a timing."""
        return tuple(links_from(self.objects))

    @cached_property
    def named(self) -> dict[Kinds, set[str]]:
        """The ids and areas that are used, without their places, by what they may name; see ``named_by``."""
        return named_by(self.things)

    @cached_property
    def astray(self) -> set[str]:
        """The ids that are used and are no entity's of this record, or that of an entity of the wrong kind.

        Most records have few, such as references to other records; they are found in a third of the time that a look at each link takes.
        """
        entities = self.entities
        return {
            target
            for kinds, targets in self.named.items()
            if kinds != AREA
            for target in targets
            if target not in entities or not isinstance(entities[target], kinds)
        }

    @cached_property
    def areas(self) -> tuple[Link, ...]:
        """Every use of a thematic area."""
        return tuple(areas_from(self.objects))

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
        return {place.pointer: place.entity for place in self.objects}

    @cached_property
    def _ids_by_pointer(self) -> dict[str, str]:
        return {place.pointer: place.entity.id for place in self._places}
