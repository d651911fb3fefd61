"""``coopmodel status``: what is due, overdue and met, and why."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

import click

from coopmodel.analysis.status import Status, statuses_of
from coopmodel.cli.files import open_file, open_record, record_in, refuse_two_standard_inputs
from coopmodel.cli.lines import Line, Style, echo, line
from coopmodel.cli.options import AS_OF, FILE, LANGUAGE, today
from coopmodel.codes.labels import label
from coopmodel.codes.words import EffectiveStatus
from coopmodel.model.agreement import Agreement
from coopmodel.values.bounds import Bounds
from coopmodel.wire.plain import to_plain

_ORDER: Final[tuple[EffectiveStatus, ...]] = (
    *("overdue", "possibly-overdue", "missed", "due", "rescheduled", "scheduled", "met-late", "met", "unknown"),
)
"""What asks for somebody's attention comes first."""

_STYLES: Final[Mapping[EffectiveStatus, Style]] = {
    "overdue": "error",
    "possibly-overdue": "warning",
    "missed": "error",
    "due": "warning",
    "rescheduled": "info",
    "scheduled": "info",
    "met-late": "good",
    "met": "good",
    "unknown": "dim",
}

_WORDS: Final = {
    "heading": {"en": "Status as of {}", "es": "Estado al {}"},
    "none": {"en": "Nothing in the record has a status.", "es": "Nada en el registro tiene estado."},
    "none-so": {"en": "Nothing has this status.", "es": "Nada tiene ese estado."},
}


@click.command()
@click.argument("file", type=FILE)
@AS_OF
@click.option(
    "--related",
    "others",
    metavar="FILE",
    multiple=True,
    type=FILE,
    help="Other records of the series, whose reports count; repeatable.",
)
@click.option("--only", multiple=True, type=click.Choice(get_args(EffectiveStatus)), help="Show only this status; repeatable.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For a person or a program."
)
@LANGUAGE
def status(file: Path, as_of: date | None, others: tuple[Path, ...], only: tuple[str, ...], output: str, language: str) -> None:
    """Show what has become of each commitment, milestone and meeting as of a day, and why.

    FILE is a record as JSON or YAML, - JSON on the standard input. What is overdue comes first, what nobody can tell last.

    Exit status: 0, also where something is overdue; 2 a file that cannot be read, or a misuse.
    """
    refuse_two_standard_inputs([file, *others])
    day = as_of or today()
    record = open_record(file, language)
    related = [record_in(opened, language) for path in others for opened in open_file(path)]
    found = {name: one for name, one in statuses_of(record, day, related).items() if not only or one.status in only}
    if output == "json":
        report = {"as_of": day.isoformat(), "id": record.id, "revision": record.revision, "statuses": [*map(_plain, found.values())]}
        click.echo(json.dumps(report, indent=2))
    else:
        echo(_lines(record, found, day, language, narrowed=bool(only)))


def _lines(record: Agreement, found: Mapping[str, Status], day: date, language: str, *, narrowed: bool) -> Iterator[Line]:
    yield line(0, record.title.best(language), "title")
    yield line(0, _WORDS["heading"][language].format(day.isoformat()), "heading")
    if not found:
        yield line(2, _WORDS["none-so" if narrowed else "none"][language], "dim")
    for word in _ORDER:
        several = [one for one in found.values() if one.status == word]
        if several:
            yield Line()
            yield line(0, f"{label('effective-status', word, language)} ({len(several)})", _STYLES[word])
        for one in several:
            yield line(2, one.explanation(language))
            for quotation in dict.fromkeys([citation.exact for citation in one.evidence if citation.exact is not None]):
                yield line(4, f"«{quotation}»" if language == "es" else f"“{quotation}”", "quote")


def _plain(one: Status) -> dict[str, Any]:
    """Return one status as plain JSON types."""
    return {
        "id": one.id,
        "status": one.status,
        "declared": one.declared,
        "window": _window(one),
        "reports": list(one.reports),
        "evidence": [to_plain(citation) for citation in one.evidence],
        "occurrences": [_days(window) for window in one.occurrences],
        "explanations": dict(one.explanations),
    }


def _window(one: Status) -> dict[str, Any]:
    if isinstance(one.window, Bounds):
        return _days(one.window)
    return {"unknown": one.window.reason, "anchor": one.window.anchor}


def _days(window: Bounds) -> dict[str, Any]:
    return {
        "earliest": None if window.earliest is None else window.earliest.isoformat(),
        "latest": None if window.latest is None else window.latest.isoformat(),
        "earliest_certain": window.earliest_certain,
        "latest_certain": window.latest_certain,
    }
