"""The command that shows how firmly each area is promised, what agendas ended in, and what a record made of an earlier one."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import click

from coopmodel.analysis.areas import Taxonomy
from coopmodel.analysis.coverage import EVERY, STRENGTHS, Coverage, Every, Pillar, coverage_by_objective, coverage_of
from coopmodel.analysis.following import compare
from coopmodel.analysis.outcomes import agenda_outcomes
from coopmodel.cli.agenda import agenda_as_json, agenda_lines
from coopmodel.cli.files import open_record
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.cli.record import Reader
from coopmodel.cli.series import comparison_as_json, comparison_lines
from coopmodel.cli.tables import Row, echo_table
from coopmodel.codes.labels import label
from coopmodel.errors import UnknownIdentifier
from coopmodel.model.agreement import Agreement

_JOINTLY: Final = "jointly"

_Party: TypeAlias = str | Literal[Every.EVERY] | None

_WORDS: Final = {
    "revision": {"en": "revision", "es": "revisión"},
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
    "bare": {"en": "On the table, and no commitment on it: {}", "es": "Tratado, y sin compromiso: {}"},
}


@click.command()
@click.argument("file", type=FILE)
@click.option("--since", type=FILE, help="An earlier record, or revision: what became of its commitments?")
@click.option(
    "--by", type=click.Choice(["area", "objective"]), help="One matrix, or one for each objective; the latter where there are several."
)
@click.option("--party", help="Only what this party promises by itself, by its id; 'jointly': what all parties promise together.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For a person or a program."
)
@LANGUAGE
def coverage(file: Path, since: Path | None, by: str | None, party: str | None, output: str, language: str) -> None:
    """Show how firmly each area is promised, by whom, and what the agenda ended in.

    FILE is a record as JSON, - the standard input. A commitment counts for the very areas that it carries, under the parties that its
    obligors name. Areas that were on the table are shown also where nothing is promised.
    """
    record = open_record(file, language)
    earlier = None if since is None else open_record(since, language)
    side = _side(record, party)
    if output == "json":
        found = _as_json(record, side)
        if earlier is not None:
            found["comparison"] = comparison_as_json(compare(earlier, record))
        click.echo(json.dumps({"file": str(file), **found}, indent=2))
        return
    reader = Reader(record, language)
    echo([line(0, record.title.best(language), "title"), line(0, f"{record.id} · {_WORDS['revision'][language]} {record.revision}", "dim")])
    _Matrices(reader, side).show(by)
    echo(agenda_lines(agenda_outcomes(record), reader))
    if earlier is not None:
        echo(comparison_lines(compare(earlier, record), language))


def _side(record: Agreement, party: str | None) -> _Party:
    """Return the column that the option asks for, or say which ones there are."""
    if party is None:
        return EVERY
    columns = coverage_of(record).parties
    if party in columns:
        return party
    if party == _JOINTLY:
        return None
    known = [*[column for column in columns if column is not None], _JOINTLY]
    raise click.BadParameter(f"{UnknownIdentifier(party, 'party', known)}. Known are {', '.join(known)}.", param_hint="--party")


class _Matrices:
    """Shows the matrices of one record."""

    def __init__(self, reader: Reader, side: _Party) -> None:
        self._reader = reader
        self._language = reader.language
        self._taxonomy = Taxonomy(reader.record)
        self._side: _Party = side
        self._whole = coverage_of(reader.record)
        self._strengths = [strength for strength in STRENGTHS if self._whole.count(strength=strength, party=side)]

    def show(self, by: str | None) -> None:
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
        roles = {party.id: party.role for party in self._reader.record.parties}
        rows = [
            Row(self._party(party), self._numbers(self._whole, EVERY, party))
            for party in self._whole.parties
            if self._whole.count(party=party) or roles.get(party or "") == "party"
        ]
        echo_table(self._said("party"), self._heads(), rows, Row(self._said("total"), self._numbers(self._whole, EVERY, EVERY), "title"))

    def _numbers(self, coverage: Coverage, area: str | Literal[Every.EVERY] | None, party: _Party) -> tuple[int, ...]:
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


def _as_json(record: Agreement, side: _Party) -> dict[str, Any]:
    whole = coverage_of(record)
    parties = whole.parties if side is EVERY else (side,)
    return {
        "id": record.id,
        "revision": record.revision,
        "total": whole.count(party=side),
        "areas": list(whole.areas),
        "strengths": list(STRENGTHS),
        "parties": list(parties),
        "cells": _cells(whole, parties),
        "objectives": [
            {
                "objective": None if objective is None else objective.id,
                "total": coverage.count(party=side),
                "areas": list(coverage.areas),
                "cells": _cells(coverage, parties),
            }
            for objective, coverage in coverage_by_objective(record)
        ],
        "agenda": agenda_as_json(agenda_outcomes(record)),
    }


def _cells(coverage: Coverage, parties: Iterable[str | None]) -> list[dict[str, Any]]:
    """Return the cells that are not empty."""
    cells: list[dict[str, Any]] = []
    for area in coverage.areas:
        for strength in STRENGTHS:
            for party in parties:
                found = [commitment.id for commitment in coverage.commitments(area, strength, party)]
                if found:
                    cells.append({"area": area, "strength": strength, "party": party, "count": len(found), "commitments": found})
    return cells
