"""Files that a person names: records, and the texts of their sources."""

import os
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import attrs
import click

from coopmodel.cli.findings import problem_lines
from coopmodel.cli.lines import Line, echo, line
from coopmodel.errors import DecodeError, MissingExtra, NewerVersion, Problem
from coopmodel.formats.jsonl import iter_jsonl
from coopmodel.formats.names import Form, form_of
from coopmodel.formats.yaml import loads_yaml
from coopmodel.model.agreement import FORMAT_VERSION, Agreement
from coopmodel.wire.documents import loads
from coopmodel.wire.limits import LIMITS, read_file

STANDARD_INPUT: Final = Path("-")

_ONE_LINE: Final = re.compile("(.+):([1-9][0-9]{0,8})", re.DOTALL)


@attrs.frozen(kw_only=True)
class Opened:
    """A record in a file, with its texts, or the problems that keep it from being one."""

    path: Path
    """The file; ``-`` is the standard input."""
    form: Form = "json"
    line: int | None = None
    """Of a record in JSON Lines, the number of its line."""
    record: Agreement | None = None
    """``None`` where there are problems."""
    texts: dict[str, str] | None = None
    """The texts of its sources that the folder holds, by source; ``None`` without a folder."""
    problems: tuple[Problem, ...] = ()
    """What keeps the file, or the line, from being a record."""
    text: bytes = b""
    """What the file, or the line, holds; empty where it cannot be read."""

    @property
    def name(self) -> str:
        """The path, with the number of the line."""
        return str(self.path) if self.line is None else f"{self.path}:{self.line}"


def open_file(path: Path, folder: Path | None = None, form: Form | None = None) -> Iterator[Opened]:
    """Yield what a file holds: of JSON and YAML one record, of JSON Lines one for each line, or the one line that ``FILE:NUMBER`` names.

    Args:
        path: The file.
        folder: Where the texts of sources are.
        form: What the file holds; where it is left out its name tells, and JSON where that tells nothing.
    """
    path, wanted = _of_line(path)
    form = form or form_of(path) or "json"
    opened = _open_lines(path, wanted) if form == "jsonl" else _open_whole(path, form)
    for file in _unwarned(opened):
        yield _with_texts(file, folder)


def _unwarned(files: Iterator[Opened]) -> Iterator[Opened]:
    """Yield the files; that one is of a newer version is said in the reader's language, by ``newer_lines``."""
    while True:
        with warnings.catch_warnings():  # not around the yield: what the caller does meanwhile may warn
            warnings.simplefilter("ignore", NewerVersion)
            file = next(files, None)
        if file is None:
            return
        yield file


def newer_lines(opened: Opened, language: str) -> Iterator[Line]:
    """Yield what a reader should know of a record that is of a newer version of the format than this library; nothing for most."""
    if opened.record is not None and opened.record.coopmodel != FORMAT_VERSION:
        yield line(0, _NEWER[language].format(opened.name, opened.record.coopmodel, FORMAT_VERSION), "warning")


_NEWER: Final = {
    "es": "{}: la versión {} del formato es posterior a la {}, que es la que este programa conoce; el documento no contiene nada desconocido",
    "en": "{}: format version {} is newer than {}, which this program knows; the document holds nothing unknown",
}


def _of_line(path: Path) -> tuple[Path, int | None]:
    match = _ONE_LINE.fullmatch(os.fspath(path))
    if match is None or form_of(match[1]) != "jsonl" or path.exists():
        return path, None
    return Path(match[1]), int(match[2])


def _open_whole(path: Path, form: Form) -> Iterator[Opened]:
    text = b""
    try:
        text = _read(path, LIMITS.yaml_size if form == "yaml" else LIMITS.size)
        yield Opened(path=path, form=form, text=text, record=loads_yaml(text) if form == "yaml" else loads(text))
    except DecodeError as error:
        yield Opened(path=path, form=form, text=text, problems=error.problems)
    except MissingExtra as error:
        yield Opened(path=path, form=form, text=text, problems=(_missing(error),))


def _open_lines(path: Path, wanted: int | None) -> Iterator[Opened]:
    found = False
    try:
        for read in iter_jsonl(sys.stdin.buffer if path == STANDARD_INPUT else path):
            if wanted in {None, read.number}:
                found = True
                yield Opened(path=path, form="jsonl", line=read.number, record=read.record, problems=read.problems, text=read.text)
            if wanted is not None and wanted <= read.number:
                break
    except (OSError, DecodeError, MissingExtra) as error:
        yield Opened(path=path, form="jsonl", problems=_reasons(error))
        return
    if not found:
        message = "the file holds no record" if wanted is None else f"the file holds no record on line {wanted}"
        yield Opened(path=path, form="jsonl", line=wanted, problems=(Problem("", "file.empty", message),))


def _reasons(error: OSError | DecodeError | MissingExtra) -> tuple[Problem, ...]:
    if isinstance(error, DecodeError):
        return error.problems
    return (_missing(error) if isinstance(error, MissingExtra) else _unreadable(error),)


def _missing(error: MissingExtra) -> Problem:
    return Problem("", "extra.missing", str(error))


def _unreadable(error: OSError) -> Problem:
    return Problem("", "file.unreadable", str(error.strerror))


def _read(path: Path, size: int) -> bytes:
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(size + 1)
        return read_file(path, size)
    except OSError as error:
        raise DecodeError([_unreadable(error)]) from None


def _with_texts(file: Opened, folder: Path | None) -> Opened:
    if file.record is None or folder is None:
        return file
    try:
        return attrs.evolve(file, texts=_texts(file.record, folder))
    except DecodeError as error:
        return attrs.evolve(file, record=None, problems=error.problems)


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


def refuse_two_standard_inputs(paths: Iterable[Path | None]) -> None:
    """Raise ``click.UsageError`` where the standard input is named more than once: it can be read only once."""
    if [*paths].count(STANDARD_INPUT) > 1:
        raise click.UsageError("the standard input (-) can be read only once")


def open_record(path: Path, language: str) -> Agreement:
    """Return the one record in a file, or tell what keeps it from being one and end the program with status 2."""
    return open_one(path, language)[1]


def open_one(path: Path, language: str) -> tuple[Opened, Agreement]:
    """Return a file that holds one record, and the record, as ``open_record`` does."""
    first, *others = islice(open_file(path), 2)
    if others:
        message = f"the file holds several records: name one by its line, as in {first.name}"
        echo(problem_lines(str(path), (Problem("", "file.several", message),), language), error=True)
        sys.exit(2)
    return first, record_in(first, language)


def record_in(file: Opened, language: str) -> Agreement:
    """Return the record, or tell what keeps the file from being one and end the program with status 2."""
    if file.record is None:
        echo(problem_lines(file.name, file.problems, language), error=True)
        sys.exit(2)
    echo(newer_lines(file, language), error=True)
    return file.record
