"""Ranges of a file of JSON Lines, each of whole lines, so that several processes can read it at the same time."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple

_READ: Final = 2**16


class Range(NamedTuple):
    """Some lines of a file.

    Attributes:
        start: Offset of its first byte.
        end: Offset of the byte behind its last one.
    """

    start: int
    end: int


def ranges_of(path: Path, size: int) -> Iterator[Range]:
    """Yield ranges of at least ``size`` bytes, in order, that make up the file as it is now; the last may be smaller.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        total = file.seek(0, 2)
        start = 0
        while start < total:
            file.seek(min(start + size, total) - 1)
            while (piece := file.readline(_READ)) and not piece.endswith(b"\n"):
                pass
            end = min(file.tell(), total)
            yield Range(start, end)
            start = end


class Part:
    """A range of an open file as a file of its own.

    Attributes:
        lines: How many lines have ended in what was read so far.
    """

    __slots__ = ("_file", "_left", "lines")

    lines: int

    def __init__(self, file: IO[bytes], within: Range) -> None:
        """Go to where the range begins."""
        file.seek(within.start)
        self._file = file
        self._left = within.end - within.start
        self.lines = 0

    def read(self, size: int, /) -> bytes:
        """Return the next bytes of the range, none at its end."""
        found = self._file.read(min(size, self._left))
        self._left -= len(found)
        self.lines += found.count(b"\n")
        return found
