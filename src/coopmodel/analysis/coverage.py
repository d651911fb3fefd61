"""Coverage: how firmly each area is promised, and by whom."""

from collections.abc import Iterable
from enum import Enum
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import attrs

from coopmodel.analysis.areas import Taxonomy, on_the_table
from coopmodel.codes.words import STRENGTH_RANKS, Strength
from coopmodel.errors import UnknownIdentifier
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Objective
from coopmodel.model.fields import check_word
from coopmodel.values.open_codes import to_area_code

STRENGTHS: Final[tuple[Strength | None, ...]] = (*sorted(STRENGTH_RANKS, key=STRENGTH_RANKS.__getitem__, reverse=True), None)
"""Firmest first; ``None``, last, is what nobody has judged."""


class Every(Enum):
    """Stands for a coordinate that was left out."""

    EVERY = "every"


EVERY: Final = Every.EVERY
"""No choice made: every area, every strength, every party."""

_Every: TypeAlias = Literal[Every.EVERY]


class _Placed(NamedTuple):
    """A commitment, and the rows and columns that it counts in."""

    commitment: Commitment
    areas: tuple[str | None, ...]
    parties: frozenset[str | None]


@attrs.frozen(kw_only=True)
class Coverage:
    """A matrix of areas, strengths and parties, with the commitments behind each cell.

    Nothing is dropped. A commitment with two areas counts in both rows and once in every total; one without area stands in the row
    ``None``, one without strength under the strength ``None``. It counts under each party that its obligors name, an authority for its
    party. Without obligors all parties promise it *jointly*: that is the party ``None``, and it counts under no party alone, since a
    promise that both sides make together is not one that either can be held to by itself. An obligor that is neither party nor authority
    of the record counts under its own id.
    """

    areas: tuple[str | None, ...]
    """The rows: built-in areas in their order, the record's own, those that nothing describes; ``None`` last where a commitment has no area.

    An area without a commitment is there too, if it was on the table: on the agenda of a meeting that was not called off and is not only
    planned, or among the areas of the record.
    """
    parties: tuple[str | None, ...]
    """Ids of all parties of the record in its order, behind ``None`` for jointly; then ids of obligors that are not in the record."""
    _placed: tuple[_Placed, ...] = attrs.field(alias="placed", repr=False)

    @property
    def strengths(self) -> tuple[Strength | None, ...]:
        """The strengths, firmest first, and ``None`` for what nobody has judged: the same for every record."""
        return STRENGTHS

    @property
    def total(self) -> int:
        """How many commitments there are, each counted once."""
        return len(self._placed)

    def count(
        self, area: str | _Every | None = EVERY, strength: Strength | _Every | None = EVERY, party: str | _Every | None = EVERY
    ) -> int:
        """Count the commitments of a cell, a row, a column, or all; see ``commitments``."""
        return len(self.commitments(area, strength, party))

    def commitments(
        self, area: str | _Every | None = EVERY, strength: Strength | _Every | None = EVERY, party: str | _Every | None = EVERY
    ) -> tuple[Commitment, ...]:
        """Return the commitments of a cell, in the order of the record, each once.

        What is left out is not chosen by: ``commitments("health")`` are all on that very area, ``commitments(strength="binding")`` all binding
        ones.

        Args:
            area: Code of an area, ``None`` for commitments without one. A broader or narrower area does not count.
            strength: A strength, ``None`` for commitments that nobody has judged.
            party: Id of a party that promises by itself, ``None`` for all parties jointly.

        Raises:
            InvalidValue: There is no such area (``area.unknown``) or strength (``code.unknown``): a misspelt one would look like an empty cell.
            UnknownIdentifier: The record has no such party.
        """
        if area is not EVERY and area is not None:
            to_area_code(area)
        if strength is not EVERY and strength is not None:
            check_word(strength, tuple(STRENGTH_RANKS))
        if party is not EVERY and party not in self._parties:
            raise UnknownIdentifier(str(party), "party", [str(one) for one in self.parties if one is not None])
        if party is EVERY:
            placed = self._by_area.get((area, strength), ())
        elif area is EVERY:
            placed = self._by_party.get((party, strength), ())
        else:
            placed = [one for one in self._by_area.get((area, strength), ()) if party in one.parties]
        return tuple([one.commitment for one in placed])

    @cached_property
    def _parties(self) -> frozenset[str | None]:
        return frozenset(self.parties)

    @cached_property
    def _by_area(self) -> dict[tuple[Any, Any], list[_Placed]]:
        cells: dict[tuple[Any, Any], list[_Placed]] = {}
        for one in self._placed:
            for area in (*one.areas, EVERY):
                for strength in (one.commitment.strength, EVERY):
                    cells.setdefault((area, strength), []).append(one)
        return cells

    @cached_property
    def _by_party(self) -> dict[tuple[Any, Any], list[_Placed]]:
        cells: dict[tuple[Any, Any], list[_Placed]] = {}
        for one in self._placed:
            for party in one.parties:
                for strength in (one.commitment.strength, EVERY):
                    cells.setdefault((party, strength), []).append(one)
        return cells


class Pillar(NamedTuple):
    """An objective that is part of no other, and what is promised under it and under all of its parts.

    Attributes:
        objective: The objective; ``None`` for what stands under no objective of the record.
        coverage: The commitments, with their own areas as rows: an agenda puts an area on the table, and under no objective.
    """

    objective: Objective | None
    coverage: Coverage


def coverage_of(record: Agreement) -> Coverage:
    """Return which areas a record promises something about, how firmly, and by whom.

    Examples:
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> coverage = cm.coverage_of(agreement)
        >>> coverage.count("contraband", "agreed")
        2
        >>> [commitment.id for commitment in coverage.commitments("contraband")]
        ['information-exchange', 'joint-operations']
    """
    return _Counter(record).coverage(record.commitments, on_the_table(record))


def coverage_by_objective(record: Agreement) -> tuple[Pillar, ...]:
    """Return the coverage within each top objective, in the order of the document; what stands under none comes last, if there is any.

    Every commitment is in exactly one of them. An objective whose parent is not in the record is a top one; of objectives that are each
    other's parts the first one is. Of several objectives with one id the first counts.
    """
    objectives: dict[str, Objective] = {objective.id: objective for objective in reversed(record.objectives)}
    tops = _tops(record)
    groups: dict[str | None, list[Commitment]] = {objective.id: [] for objective in record.objectives if tops[objective.id] == objective.id}
    for commitment in record.commitments:
        top = None if commitment.objective is None else tops.get(commitment.objective)
        groups.setdefault(top, []).append(commitment)
    counter = _Counter(record)
    return tuple([Pillar(objectives[top] if top is not None else None, counter.coverage(group)) for top, group in groups.items()])


def _tops(record: Agreement) -> dict[str, str]:
    """Return for each objective the one that it is a part of in the end, itself where it is a top one."""
    parents: dict[str, str | None] = {}
    for objective in record.objectives:
        parents.setdefault(objective.id, objective.parent)
    places = {identifier: place for place, identifier in enumerate(parents)}
    tops: dict[str, str] = {}
    for start in parents:
        path: dict[str, None] = {}
        current = start
        while current not in tops and current not in path:
            path[current] = None
            parent = parents[current]
            if parent is None or parent not in parents:
                tops[current] = current
            else:
                current = parent
        if current not in tops:
            way = [*path]
            tops[current] = min(way[way.index(current) :], key=places.__getitem__)
        tops.update(dict.fromkeys(path, tops[current]))
    return tops


class _Counter:
    """Finds the rows and columns that commitments of one record count in."""

    def __init__(self, record: Agreement) -> None:
        self._taxonomy = Taxonomy(record)
        self._sides: dict[str, str] = {authority.id: authority.party for authority in reversed(record.authorities)}
        self._sides |= {party.id: party.id for party in record.parties}
        obligors = [obligor for commitment in record.commitments for obligor in commitment.obligors]
        self._parties = tuple(dict.fromkeys([None, *[party.id for party in record.parties], *map(self._side, obligors)]))

    def coverage(self, commitments: Iterable[Commitment], areas: Iterable[str] = ()) -> Coverage:
        placed = [
            _Placed(
                commitment,
                tuple(dict.fromkeys(commitment.areas)) or (None,),
                frozenset(map(self._side, commitment.obligors)) or frozenset([None]),
            )
            for commitment in commitments
        ]
        rows = self._taxonomy.in_order([*areas, *[area for one in placed for area in one.areas if area is not None]])
        bare = (None,) if any(one.areas == (None,) for one in placed) else ()
        return Coverage(areas=(*rows, *bare), parties=self._parties, placed=tuple(placed))

    def _side(self, obligor: str) -> str:
        return self._sides.get(obligor, obligor)
