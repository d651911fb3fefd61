"""The commands."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from rich.console import Console
from rich.progress import track

from coopmodel import __version__
from coopmodel.cli.coverage import coverage
from coopmodel.cli.diff import diff
from coopmodel.cli.files import Opened, open_record
from coopmodel.cli.findings import SEVERITY_NAMES, all_finding_lines, finding_lines, findings_as_json, problem_as_json, problem_lines
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.options import AS_OF, FILE, FOLDER, LANGUAGE, today
from coopmodel.cli.record import Reader
from coopmodel.cli.status import status
from coopmodel.cli.timeline import timeline
from coopmodel.errors import nearest
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.check import check as check_record
from coopmodel.rules.rule import Example, Rule
from coopmodel.wire.documents import loads

_T = TypeVar("_T")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coopmodel")
def cli() -> None:
    """Read, check and explain records of cooperation agreements."""


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@AS_OF
@click.option("--texts", type=FOLDER, help="Folder with the texts of sources, as DIR/<source id>.txt in UTF-8.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For a person or a program."
)
@click.option("--strict", is_flag=True, help="Promote severities; warnings too make the exit status 1.")
@LANGUAGE
def check(files: tuple[Path, ...], as_of: date | None, texts: Path | None, output: str, language: str, *, strict: bool) -> None:
    """Show who agreed what with whom, and what an expert would remark on.

    FILE is a record as JSON, - the standard input. Several files are taken as records of one series: a report in one answers for a promise in
    another. What keeps a file from being a record is told in English.

    Exit status: 0 clean, or nothing worse than allowed; 1 findings of severity error (with --strict also warnings); 2 a file that cannot be
    read, or a misuse.
    """
    day = as_of or today()
    rules = [rule.promoted() for rule in DEFAULT] if strict else DEFAULT
    opened = [Opened(path, texts) for path in _with_progress(files)]
    records = [file.record for file in opened if file.record is not None]
    results: list[dict[str, Any]] = []
    worst: set[str | None] = set()
    for file in _with_progress(opened) if output == "json" else opened:
        if file.record is None:
            results.append({"file": str(file.path), "problems": [problem_as_json(problem) for problem in file.problems]})
            if output == "text":
                echo(problem_lines(str(file.path), file.problems, language), error=True)
            continue
        findings = check_record(file.record, as_of=day, texts=file.texts, related=records, rules=rules)
        worst.add(findings.worst)
        about = {"file": str(file.path), "id": file.record.id, "revision": file.record.revision}
        results.append(about | findings_as_json(findings, language))
        if output == "text":
            echo([line(0, str(file.path), "dim")] if len(opened) > 1 else [])
            echo(Reader(file.record, language).lines(full=False))
            echo(all_finding_lines(findings, day, language))
            echo([Line()])
    if output == "json":
        click.echo(json.dumps({"as_of": day.isoformat(), "strict": strict, "files": results}, indent=2))
    sys.exit(2 if len(records) < len(opened) else int("error" in worst or (strict and "warning" in worst)))


@cli.command()
@click.argument("file", type=FILE)
@LANGUAGE
def show(file: Path, language: str) -> None:
    """Show a whole record: also what was said, and the sources. FILE is a record as JSON, - the standard input."""
    echo(Reader(open_record(file, language), language).lines(full=True))


@cli.command()
@click.argument("code", required=False)
@LANGUAGE
def explain(code: str | None, language: str) -> None:
    """Explain a rule: what it finds, why it matters, how it looks wrong and right. Without CODE all rules are listed."""
    if code is None:
        echo([Line(0, ((f"{rule.code} ", "title"), (rule.name[language], ""))) for rule in DEFAULT])
        return
    rule = CATALOGUE.get(code)
    if rule is None:
        near = nearest(code, CATALOGUE)
        hint = f"; did you mean {near}?" if near is not None else "."
        raise click.UsageError(f"there is no rule {code!r}{hint} Known are {', '.join(CATALOGUE)}.")
    echo(_explained(rule, language))


def _with_progress(things: Sequence[_T]) -> Iterable[_T]:
    console = Console(stderr=True)
    if len(things) == 1 or not console.is_terminal:
        return things
    return track(things, description="", console=console, transient=True)


_EXPLAINED: Final = {
    "severity": {"en": "Severity: {}; under --strict: {}.", "es": "Gravedad: {}; con --strict: {}."},
    "wrong": {"en": "Wrong", "es": "Incorrecto"},
    "right": {"en": "Right", "es": "Correcto"},
    "as_of": {"en": "as of {}", "es": "al {}"},
    "text": {"en": "text of {}: {}", "es": "texto de {}: {}"},
    "related": {"en": "related record {}", "es": "registro relacionado {}"},
}


def _explained(rule: Rule, language: str) -> Iterator[Line]:
    severities = (SEVERITY_NAMES[language][rule.severity], SEVERITY_NAMES[language][rule.strict])
    yield line(0, f"{rule.code} {rule.name[language]}", "title")
    yield line(0, _EXPLAINED["severity"][language].format(*severities), "dim")
    yield Line()
    yield line(0, rule.rationale[language])
    yield Line()
    yield line(0, _EXPLAINED["wrong"][language], "error")
    yield from _example(rule.wrong, language)
    record = loads(json.dumps(rule.wrong.document()))
    related = [loads(json.dumps(document)) for document in rule.wrong.related_documents()]
    for finding in check_record(record, as_of=rule.wrong.as_of, texts=rule.wrong.texts, related=related, rules=[rule]):
        yield from finding_lines(finding, language)
    yield Line()
    yield line(0, _EXPLAINED["right"][language], "good")
    yield from _example(rule.right, language)


def _example(example: Example, language: str) -> Iterator[Line]:
    yield from _members(example.members, 2)
    for members in example.related:
        yield line(2, _EXPLAINED["related"][language].format(members["id"]), "dim")
        yield from _members({name: value for name, value in members.items() if name != "id"}, 4)
    if example.as_of is not None:
        yield line(2, _EXPLAINED["as_of"][language].format(example.as_of.isoformat()), "dim")
    for source, text in (example.texts or {}).items():
        yield line(2, _EXPLAINED["text"][language].format(source, text), "dim")


def _members(members: Mapping[str, Any], indent: int) -> Iterator[Line]:
    for name, value in members.items():
        if not value:
            continue
        yield line(indent, f"{name}:", "dim")
        for row in [value] if isinstance(value, str) else value:
            yield line(indent + 2, json.dumps(row, ensure_ascii=False))


for command in (coverage, diff, status, timeline):
    cli.add_command(command)
