"""``coopmodel check``: judge one or several records, for a person or for a program."""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import attrs
import click
from rich.console import Console
from rich.progress import track

from coopmodel.cli.bulk import check_in_bulk
from coopmodel.cli.files import Opened, newer_lines, open_file, refuse_two_standard_inputs
from coopmodel.cli.findings import all_finding_lines, problem_lines, summary_lines
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.options import AS_OF, FILE, FOLDER, LANGUAGE, PLUGINS, known_rules, today
from coopmodel.cli.record import Reader
from coopmodel.errors import InvalidValue
from coopmodel.formats.checked import Checked, Run, to_json
from coopmodel.formats.github import annotations
from coopmodel.formats.names import Form
from coopmodel.formats.report import report
from coopmodel.formats.sarif import sarif
from coopmodel.formats.yaml import find_yaml_places
from coopmodel.rules.check import check as check_record
from coopmodel.rules.choice import choose
from coopmodel.rules.failures import RUL001
from coopmodel.rules.rule import Rule
from coopmodel.wire.places import find_places

_T = TypeVar("_T")

_FORMS: Final[dict[str, Callable[[Run, str], Iterable[str]]]] = {
    "json": lambda run, _: [to_json(report(run))],
    "sarif": lambda run, language: [to_json(sarif(run, language))],
    "github": annotations,
}
"""What each form for programs prints."""

_MEDIA_TYPES: Final[dict[Form, str]] = {"json": "application/json", "jsonl": "application/jsonl", "yaml": "application/yaml"}


def _codes(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([word.strip() for value in values for word in value.split(",")])


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@AS_OF
@click.option("--texts", type=FOLDER, help="Folder with the texts of sources, as DIR/<source id>.txt in UTF-8.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_FORMS]),
    default="text",
    show_default=True,
    help="For a person, a program, code scanning, or annotations of GitHub Actions.",
)
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=_codes,
    help="Judge only by these rules, or groups of rules: COV001,STS. Repeatable.",
)
@click.option(
    "--ignore", metavar="CODES", multiple=True, callback=_codes, help="Leave these out; of two words the longer decides. Repeatable."
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="Judge each line of JSON Lines by itself, by so many processes, in memory that does not grow with the file; one line for a finding.",
)
@click.option("--strict", is_flag=True, help="Promote severities; warnings too make the exit status 1.")
@PLUGINS
@LANGUAGE
def check(
    files: tuple[Path, ...],
    as_of: date | None,
    texts: Path | None,
    form: str,
    jobs: int | None,
    language: str,
    **choice: Any,  # noqa: ANN401  options
) -> None:
    """Show who agreed what with whom, and what an expert would remark on.

    FILE is a record as JSON or YAML, or many as JSON Lines, as its name says; - is JSON on the standard input. Several records are taken as
    those of one series: a report in one answers for a promise in another. What keeps a file from being a record is told in English.

    Exit status: 0 clean, or nothing worse than allowed; 1 findings of severity error (with --strict also warnings); 2 a file that cannot be
    read, or a misuse.
    """
    refuse_two_standard_inputs(files)
    judge = _Judge(as_of or today(), **choice)
    if jobs is not None:
        if form != "text" or texts is not None:
            raise click.UsageError(
                "--jobs goes with neither --format nor --texts: records are judged by themselves, a line for each finding"
            )
        sys.exit(check_in_bulk(files, jobs, language, as_of=judge.as_of, rules=judge.known, **judge.choice))
    opened = [file for path in _with_progress([*dict.fromkeys(files)]) for file in open_file(path, texts)]
    related = [file.record for file in opened if file.record is not None]
    checked: list[Checked] = []
    for file in opened if form == "text" else _with_progress(opened):
        echo(newer_lines(file, language), error=True)
        checked.append(judge.judged(file, related))
        if form == "text":
            _tell(checked[-1], judge.as_of, language, named=len(opened) > 1)
    run = Run(files=tuple(checked), rules=judge.rules, as_of=judge.as_of, strict=judge.strict)
    if form != "text":
        for printed in _FORMS[form](run, language):
            click.echo(printed)
    elif len(opened) > 1:
        echo(summary_lines(run, language))
    sys.exit(run.exit_code)


class _Judge:
    """How all files of one command are judged."""

    def __init__(self, as_of: date, *, select: tuple[str, ...], ignore: tuple[str, ...], strict: bool, plugins: bool) -> None:
        self.as_of = as_of
        self.strict = strict
        self.known = known_rules(plugins=plugins)
        self.choice: dict[str, Any] = {"select": select, "ignore": ignore, "strict": strict}
        self.rules = self._chosen()

    def _chosen(self) -> tuple[Rule, ...]:
        try:
            rules = choose(self.known, **self.choice)
        except InvalidValue as error:
            hint = f"; did you mean {error.suggestion}?" if error.suggestion is not None else ""
            raise click.UsageError(f"{error.message}{hint}") from None
        if all(rule.code == RUL001.code for rule in rules):
            raise click.UsageError("no rule is left to judge by")
        return rules

    def judged(self, file: Opened, related: list[Any]) -> Checked:
        unjudged = Checked(
            path=file.path,
            line=file.line,
            text=file.text,
            media_type=_MEDIA_TYPES[file.form],
            find=find_yaml_places if file.form == "yaml" else find_places,
            problems=file.problems,
        )
        if file.record is None:
            return unjudged
        findings = check_record(file.record, as_of=self.as_of, texts=file.texts, related=related, rules=self.known, **self.choice)
        return attrs.evolve(unjudged, record=file.record, findings=findings)


def _tell(file: Checked, as_of: date, language: str, *, named: bool) -> None:
    if file.record is None:
        echo(problem_lines(file.name, file.problems, language), error=True)
        return
    echo([line(0, file.name, "dim")] if named else [])
    echo(Reader(file.record, language).lines())
    echo(all_finding_lines(file.findings, as_of, language, _line_numbers(file)))
    echo([Line()])


def _line_numbers(file: Checked) -> dict[str, int]:
    """Return the line of each finding in YAML, which people write: they look for lines, and count no entities."""
    if file.media_type != _MEDIA_TYPES["yaml"]:
        return {}
    return {pointer: place.line for pointer, place in file.places([finding.pointer for finding in file.findings]).items()}


def _with_progress(things: Sequence[_T]) -> Iterable[_T]:
    console = Console(stderr=True)
    if len(things) == 1 or not console.is_terminal:
        return things
    return track(things, description="", console=console, transient=True)
