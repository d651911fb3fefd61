"""JSON Lines: many records in one file, one a line, read and written as a stream."""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeAlias

from coopmodel.errors import DecodeError, Problem, shown
from coopmodel.formats.compressed import BinaryFile, Compression, compressing, compression_of, decompressed
from coopmodel.model.agreement import Agreement
from coopmodel.wire.atomic import replacing
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import default_codec, dumps

PathLike: TypeAlias = str | os.PathLike[str]


class JsonLine(NamedTuple):
    """One line that is not blank: a record, or what keeps it from being one.

    Attributes:
        number: Number of the line in the file, from 1; blank lines count.
        record: The record, or ``None`` where there are problems.
        problems: Those of this line; where the text itself is broken, with line and column in the file.
        text: The line as it is, without its end; empty where it is too long.
    """

    number: int
    record: Agreement | None
    problems: tuple[Problem, ...]
    text: bytes


def iter_jsonl(source: PathLike | BinaryFile, *, strict: bool = True, codec: Codec | None = None) -> Iterator[JsonLine]:
    """Yield the lines of a file one by one, in memory for one line; a bad one is told as data and the rest goes on.

    A line that has more bytes than the codec's limit is a bad line (``json.size``), and is never held in memory.

    Args:
        source: A path, or a binary file that is open. A file whose name ends in ``.gz`` or ``.zst`` is decompressed; an open one is read as it
            is, and stays open.
        strict: Also refuse members that stand twice in one object, as for ``loads``.
        codec: What reads a line; without one, what ``loads`` stands for.

    Raises:
        OSError: The file cannot be read.
        DecodeError: The file is compressed and ends too early (``compressed.truncated``), or is damaged (``compressed.broken``); whole lines
            before were yielded.
        MissingExtra: The file's name ends in ``.zst``, and the extra ``zstd`` is not installed.
        TypeError: The open file is one of text.
    """
    codec = codec or default_codec()
    limit = codec.limits.size
    with _opened(source) as (file, compression):
        for number, text in _lines(decompressed(file, compression), limit):
            if text is None:
                too_long = Problem("", "json.size", f"the line has more than {limit} bytes", line=number, column=1)
                yield JsonLine(number, None, (too_long,), b"")
            elif text.strip(b" \t\r"):
                yield _read(codec, number, text, strict=strict)


@contextmanager
def _opened(source: PathLike | BinaryFile) -> Generator[tuple[BinaryFile, Compression | None]]:
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield file, compression_of(source)
    else:
        yield source, None


def write_jsonl(records: Iterable[Agreement], path: PathLike) -> int:
    """Write the records to a file, one a line, and return how many they were; they are taken one by one.

    The file is whole or not there: when something fails, also in what makes the records, the old file stays. Where its name ends in ``.gz``
    or ``.zst`` it is compressed, the same records always to the same bytes.

    Raises:
        OSError: The file cannot be written.
        TypeError: Something among the records is no ``Agreement``.
        MissingExtra: The file's name ends in ``.zst``, and the extra ``zstd`` is not installed.
    """
    count = 0
    with replacing(path) as file, compressing(file, compression_of(path)) as opened:
        for record in records:
            opened.write(to_line(record))
            count += 1
    return count


def to_line(record: Agreement) -> bytes:
    """Return the record as a line, with its end."""
    return f"{dumps(record)}\n".encode()


def _lines(chunks: Iterable[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines with their numbers; ``None`` for one that is too long, of which no more than the limit was kept."""
    number, begun = 1, _Begun(limit)
    for chunk in chunks:
        if not isinstance(chunk, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"expected a binary file: it gave {shown(chunk)}")
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            begun.add(piece)
            yield number, begun.taken()
            number += 1
        begun.add(rest)
    yield number, begun.taken()


class _Begun:
    """A line that has begun: its pieces so far."""

    __slots__ = ("_length", "_limit", "_pieces")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._length = 0
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> None:
        self._length += len(piece)
        if self._length <= self._limit:
            self._pieces.append(piece)
        else:
            self._pieces.clear()

    def taken(self) -> bytes | None:
        """Return the line, and begin the next."""
        line = b"".join(self._pieces) if self._length <= self._limit else None
        self._length = 0
        self._pieces.clear()
        return line


def _read(codec: Codec, number: int, text: bytes, *, strict: bool) -> JsonLine:
    try:
        return JsonLine(number, codec.loads(text, strict=strict), (), text)
    except DecodeError as error:
        return JsonLine(number, None, tuple([_moved(problem, number) for problem in error.problems]), text)


def _moved(problem: Problem, number: int) -> Problem:
    """Return the problem of a line as one of the file."""
    if problem.line is None:
        return problem
    within, there = f"at line {problem.line}, column", f"at line {number}, column"
    message = problem.message.replace(within, there)
    return Problem(problem.pointer, problem.code, message, problem.value, problem.allowed, number, problem.column)
