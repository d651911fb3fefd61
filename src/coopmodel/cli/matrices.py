"""Coverage for a person to read: matrices of areas, strengths and parties."""

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from coopmodel.analysis.areas import Taxonomy
from coopmodel.analysis.coverage import EVERY, STRENGTHS, Coverage, Every, Pillar, coverage_by_objective, coverage_of
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.record import Reader
from coopmodel.cli.tables import Row, echo_table
from coopmodel.codes.labels import label
from coopmodel.codes.words import Strength

Side: TypeAlias = str | Literal[Every.EVERY] | None
"""Id of a party that promises by itself, ``None`` for all jointly, ``EVERY`` for whoever promises."""

_WORDS: Final = {
    "areas": {"en": "Commitments by area and strength", "es": "Compromisos por área y firmeza"},
    "objectives": {"en": "Commitments by objective, area and strength", "es": "Compromisos por objetivo, área y firmeza"},
    "parties": {"en": "Who promises", "es": "Quién se compromete"},
    "jointly": {"en": "all parties jointly", "es": "todas las partes en conjunto"},
    "area": {"en": "area", "es": "área"},
    "party": {"en": "party", "es": "parte"},
    "total": {"en": "total", "es": "total"},
    "unjudged": {"en": "not\njudged", "es": "sin\ncalificar"},
    "no-area": {"en": "without area", "es": "sin área"},
    "no-objective": {"en": "Under no objective", "es": "Fuera de todo objetivo"},
    "lacking": {"en": "Strengths without commitments: {}.", "es": "Grados de firmeza sin compromisos: {}."},
    "once": {
        "en": "A commitment on several areas counts in each of their rows, and once in the total.",
        "es": "Un compromiso sobre varias áreas cuenta en la fila de cada una, y una sola vez en el total.",
    },
    "bare": {"en": "On the table, and no commitment on it: {}", "es": "Abordado sin compromiso: {}"},
}


class Matrices:
    """Shows the matrices of one record: areas by strength, as a whole or within objectives, and parties by strength."""

    def __init__(self, reader: Reader, side: Side) -> None:
        """Count what this side promises, or everybody."""
        self._reader = reader
        self._language = reader.language
        self._taxonomy = Taxonomy(reader.record)
        self._side: Side = side
        self._whole = coverage_of(reader.record)
        self._strengths = _with_commitments(self._whole, side)

    def show(self, by: str | None) -> None:
        """Print them, ``by`` area or objective; where that is left open by objective if there are several."""
        pillars = coverage_by_objective(self._reader.record)
        several = len([pillar for pillar in pillars if pillar.objective is not None]) > 1
        by_objective = several if by is None else by == "objective"
        heading = self._said("objectives" if by_objective else "areas")
        if self._side is not EVERY:
            heading = f"{heading}: {self._party(self._side)}"
        echo([Line(), line(0, f"{heading} ({self._whole.count(party=self._side)})", "heading")])
        if by_objective:
            self._by_objective(pillars)
        else:
            self._matrix(self._whole)
        self._remarks()
        if self._side is EVERY and self._strengths:
            self._parties()

    def _by_objective(self, pillars: Iterable[Pillar]) -> None:
        shown = [pillar for pillar in pillars if self._side is EVERY or pillar.coverage.count(party=self._side)]
        for number, (objective, coverage) in enumerate(shown):
            title = self._said("no-objective") if objective is None else f"{objective.title.best(self._language)} [{objective.id}]"
            echo([*([Line()] if number else []), line(2, title, "title")])
            self._matrix(coverage)
        bare = [area for area in self._whole.areas if area is not None and not self._whole.count(area)]
        if bare and self._side is EVERY:
            areas = ", ".join([self._taxonomy.label(area, self._language) for area in bare])
            echo([Line(), line(2, self._said("bare").format(areas), "warning")])

    def _remarks(self) -> None:
        lacking = [label("strength", one, self._language) for one in STRENGTHS if one is not None and one not in self._strengths]
        if self._strengths:
            echo([line(2, self._said("once"), "dim")])
            echo([line(2, self._said("lacking").format(", ".join(lacking)), "dim")] if lacking else [])

    def _matrix(self, coverage: Coverage) -> None:
        rows = [
            Row(self._area(area), self._numbers(coverage, area, self._side), "" if coverage.count(area) else "warning")
            for area in coverage.areas
            if self._side is EVERY or coverage.count(area, party=self._side)
        ]
        total = Row(self._said("total"), self._numbers(coverage, EVERY, self._side), "title")
        echo_table(self._said("area"), self._heads(), rows, total)

    def _parties(self) -> None:
        echo([Line(), line(0, self._said("parties"), "heading")])
        undertaking: set[str | None] = {None, *[party.id for party in self._reader.record.parties if party.role == "party"]}
        rows = [
            Row(self._party(party), self._numbers(self._whole, EVERY, party))
            for party in self._whole.parties
            if party in undertaking or self._whole.count(party=party)
        ]
        echo_table(self._said("party"), self._heads(), rows, Row(self._said("total"), self._numbers(self._whole, EVERY, EVERY), "title"))

    def _numbers(self, coverage: Coverage, area: str | Literal[Every.EVERY] | None, party: Side) -> tuple[int, ...]:
        return tuple([coverage.count(area, strength, party) for strength in (*self._strengths, EVERY)])

    def _heads(self) -> list[str]:
        strengths = [self._said("unjudged") if one is None else label("strength", one, self._language) for one in self._strengths]
        return [*strengths, self._said("total")]

    def _area(self, area: str | None) -> str:
        return self._said("no-area") if area is None else self._taxonomy.label(area, self._language)

    def _party(self, party: str | None) -> str:
        return self._said("jointly") if party is None else self._reader.name_of(party)

    def _said(self, word: str) -> str:
        return _WORDS[word][self._language]


def _with_commitments(coverage: Coverage, side: Side) -> tuple[Strength | None, ...]:
    """Return the strengths that some commitment has: a column without any takes the room that names need."""
    return tuple([strength for strength in STRENGTHS if coverage.count(strength=strength, party=side)])
