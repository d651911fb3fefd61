"""Files that a person names: records, and the texts of their sources."""

import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from coopmodel.cli.findings import problem_lines
from coopmodel.cli.lines import Line, echo, line
from coopmodel.errors import DecodeError, NewerVersion, Problem
from coopmodel.model.agreement import FORMAT_VERSION, Agreement
from coopmodel.wire.documents import loads

STANDARD_INPUT: Final = Path("-")


class Opened:
    """A file: the record in it with its texts, or the problems that keep it from being one.

    Attributes:
        path: The file; ``-`` is the standard input.
        record: The record, or ``None`` where there are problems.
        texts: The texts of its sources that the folder holds, by source; ``None`` without a folder.
        problems: What keeps the file from being a record.
        text: What the file holds; empty where it cannot be read.
    """

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        """Read the file."""
        self.path = path
        self.record: Agreement | None = None
        self.texts: dict[str, str] | None = None
        self.problems: tuple[Problem, ...] = ()
        self.text: bytes = b""
        try:
            self.text = _read(path)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NewerVersion)  # said in the reader's language by newer_lines
                record = loads(self.text)
            self.texts = None if folder is None else _texts(record, folder)
            self.record = record
        except DecodeError as error:
            self.problems = error.problems


def newer_lines(opened: Opened, language: str) -> Iterator[Line]:
    """Yield what a reader should know of a record that is of a newer version of the format than this library; nothing for most."""
    if opened.record is not None and opened.record.coopmodel != FORMAT_VERSION:
        yield line(0, _NEWER[language].format(opened.path, opened.record.coopmodel, FORMAT_VERSION), "warning")


_NEWER: Final = {
    "es": "{}: la versión {} del formato es posterior a la {}, que es la que este programa conoce; el documento no contiene nada desconocido",
    "en": "{}: format version {} is newer than {}, which this program knows; the document holds nothing unknown",
}


def _read(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
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


def refuse_two_standard_inputs(paths: Iterable[Path | None]) -> None:
    """Raise ``click.UsageError`` where the standard input is named more than once: it can be read only once."""
    if [*paths].count(STANDARD_INPUT) > 1:
        raise click.UsageError("the standard input (-) can be read only once")


def open_record(path: Path, language: str) -> Agreement:
    """Return the record in a file, or tell what keeps it from being one and end the program with status 2."""
    opened = Opened(path)
    if opened.record is None:
        echo(problem_lines(str(path), opened.problems, language), error=True)
        sys.exit(2)
    echo(newer_lines(opened, language), error=True)
    return opened.record
