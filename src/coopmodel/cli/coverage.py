"""The command that shows how firmly each area is promised, what agendas ended in, and what a record made of an earlier one."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import click

from coopmodel.analysis.coverage import EVERY, STRENGTHS, Coverage, coverage_by_objective, coverage_of
from coopmodel.analysis.following import compare
from coopmodel.analysis.outcomes import agenda_outcomes
from coopmodel.cli.agenda import agenda_as_json, agenda_lines
from coopmodel.cli.files import open_record, refuse_two_standard_inputs
from coopmodel.cli.lines import echo, line
from coopmodel.cli.matrices import Matrices, Side
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.cli.record import Reader
from coopmodel.cli.series import comparison_as_json, comparison_lines
from coopmodel.errors import UnknownIdentifier
from coopmodel.formats.checked import readable
from coopmodel.model.agreement import Agreement

_JOINTLY: Final = "jointly"

_REVISION: Final = {"en": "revision", "es": "revisión"}


@click.command()
@click.argument("file", type=FILE)
@click.option("--since", type=FILE, help="An earlier record, or revision: what became of its commitments, and of their dates?")
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

    FILE is a record as JSON or YAML, - JSON on the standard input. A commitment counts for the very areas that it carries, under the parties
    that its obligors name. Areas that were on the table are shown also where nothing is promised.
    """
    refuse_two_standard_inputs([file, since])
    record = open_record(file, language)
    earlier = None if since is None else open_record(since, language)
    side = _side(record, party)
    if output == "json":
        found = _as_json(record, side)
        if earlier is not None:
            found["comparison"] = comparison_as_json(compare(earlier, record))
        click.echo(json.dumps({"file": readable(str(file)), **found}, indent=2))
        return
    reader = Reader(record, language)
    echo([line(0, record.title.best(language), "title"), line(0, f"{record.id} · {_REVISION[language]} {record.revision}", "dim")])
    Matrices(reader, side).show(by)
    echo(agenda_lines(agenda_outcomes(record), reader))
    if earlier is not None:
        echo(comparison_lines(compare(earlier, record), language))


def _side(record: Agreement, party: str | None) -> Side:
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


def _as_json(record: Agreement, side: Side) -> dict[str, Any]:
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
