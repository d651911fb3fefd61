"""The commands."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from rich.console import Console
from rich.progress import track

from coopmodel import __version__
from coopmodel.cli.findings import SEVERITY_NAMES, all_finding_lines, finding_lines, findings_as_json, problem_as_json, problem_lines
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.record import Reader
from coopmodel.errors import DecodeError, InvalidValue, Problem, nearest
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.check import check as check_record
from coopmodel.rules.rule import Example, Rule
from coopmodel.values.dates import to_date
from coopmodel.wire.documents import loads

_T = TypeVar("_T")

_FILE: Final = click.Path(path_type=Path, allow_dash=True)
_STANDARD_INPUT: Final = Path("-")
_FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
_LANGUAGE: Final = click.option(
    "--lang", "language", type=click.Choice(["es", "en"]), default="en", show_default=True, help="Language of the output."
)


class Day(click.ParamType[date]):
    """A day, written ``2024-09-13``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401  click calls it so
        """Return the day, or say what is wrong."""
        try:
            return to_date(value)
        except InvalidValue as error:
            self.fail(error.message, param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coopmodel")
def cli() -> None:
    """Read, check and explain records of cooperation agreements."""


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FILE)
@click.option("--as-of", type=Day(), help="The day to judge by; today where it is left out.")
@click.option("--texts", type=_FOLDER, help="Folder with the texts of sources, as DIR/<source id>.txt in UTF-8.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For a person or a program."
)
@click.option("--strict", is_flag=True, help="Promote severities; warnings too make the exit status 1.")
@_LANGUAGE
def check(files: tuple[Path, ...], as_of: date | None, texts: Path | None, output: str, language: str, *, strict: bool) -> None:
    """Show who agreed what with whom, and what an expert would remark on.

    FILE is a record as JSON, - the standard input. Several files are taken as records of one series: a report in one answers for a promise in
    another. What keeps a file from being a record is told in English.

    Exit status: 0 clean, or nothing worse than allowed; 1 findings of severity error (with --strict also warnings); 2 a file that cannot be
    read, or a misuse.
    """
    day = as_of or datetime.now(UTC).astimezone().date()
    rules = [rule.promoted() for rule in DEFAULT] if strict else DEFAULT
    opened = [_Opened(path, texts) for path in _with_progress(files)]
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
@click.argument("file", type=_FILE)
@_LANGUAGE
def show(file: Path, language: str) -> None:
    """Show a whole record: also what was said, and the sources. FILE is a record as JSON, - the standard input."""
    opened = _Opened(file, None)
    if opened.record is None:
        echo(problem_lines(str(file), opened.problems, language), error=True)
        sys.exit(2)
    echo(Reader(opened.record, language).lines(full=True))


@cli.command()
@click.argument("code", required=False)
@_LANGUAGE
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


class _Opened:
    """A file: the record in it with its texts, or the problems that keep it from being one."""

    def __init__(self, path: Path, folder: Path | None) -> None:
        self.path = path
        self.record: Agreement | None = None
        self.texts: dict[str, str] | None = None
        self.problems: tuple[Problem, ...] = ()
        try:
            record = loads(_read(path))
            self.texts = None if folder is None else _texts(record, folder)
            self.record = record
        except DecodeError as error:
            self.problems = error.problems


def _read(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == _STANDARD_INPUT else path.read_bytes()
    except OSError as error:
        raise DecodeError([Problem("", "file.unreadable", str(error.strerror))]) from None


def _texts(record: Agreement, folder: Path) -> dict[str, str]:
    """Return the texts that the folder holds, line ends as they are."""
    texts: dict[str, str] = {}
    for number, source in enumerate(record.sources):
        path = folder / f"{source.id}.txt"
        pointer = f"/sources/{number}"
        try:
            texts[source.id] = path.read_bytes().decode()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise DecodeError([Problem(pointer, "file.unreadable", f"{path}: {error.strerror}")]) from None
        except UnicodeDecodeError as error:
            raise DecodeError([Problem(pointer, "text.encoding", f"{path} is not UTF-8, at byte {error.start}")]) from None
    return texts


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
    for finding in check_record(record, as_of=rule.wrong.as_of, texts=rule.wrong.texts, rules=[rule]):
        yield from finding_lines(finding, language)
    yield Line()
    yield line(0, _EXPLAINED["right"][language], "good")
    yield from _example(rule.right, language)


def _example(example: Example, language: str) -> Iterator[Line]:
    for name, value in example.members.items():
        if not value:
            continue
        yield line(2, f"{name}:", "dim")
        for row in value:
            yield line(4, json.dumps(row, ensure_ascii=False))
    if example.as_of is not None:
        yield line(2, _EXPLAINED["as_of"][language].format(example.as_of.isoformat()), "dim")
    for source, text in (example.texts or {}).items():
        yield line(2, _EXPLAINED["text"][language].format(source, text), "dim")
