"""Ranges of whole lines that make up a file."""

from pathlib import Path

import pytest

from coopmodel.bulk.ranges import Part, Range, ranges_of


@pytest.mark.parametrize(
    ("content", "size", "expected"),
    [
        (b"", 4, []),
        (b"a\nb\n", 100, [b"a\nb\n"]),
        (b"a\nb\nc\n", 1, [b"a\n", b"b\n", b"c\n"]),
        (b"a\nb\nc\n", 2, [b"a\n", b"b\n", b"c\n"]),
        (b"a\nb\nc\n", 3, [b"a\nb\n", b"c\n"]),
        (b"a\nb", 1, [b"a\n", b"b"]),
        (b"\n\n\n", 2, [b"\n\n", b"\n"]),
        (b"x" * 70_000 + b"\ny\n", 5, [b"x" * 70_000 + b"\n", b"y\n"]),
        (b"x" * 70_000, 5, [b"x" * 70_000]),
        (b"ab\ncd\n", 3, [b"ab\n", b"cd\n"]),
    ],
    ids=["empty", "one", "least", "exact", "more", "no end", "blank lines", "long line", "one long line", "at an end"],
)
def test_ranges_are_of_whole_lines(tmp_path: Path, content: bytes, size: int, expected: list[bytes]) -> None:
    """Each begins where the one before ended, has at least the size asked for, and ends with its line."""
    path = tmp_path / "lines"
    path.write_bytes(content)

    ranges = [*ranges_of(path, size)]

    assert expected == [content[start:end] for start, end in ranges]
    assert [0, *[end for _, end in ranges]][:-1] == [start for start, _ in ranges]


def test_a_part_is_a_file_of_its_own(tmp_path: Path) -> None:
    """It ends where the range does, however much is asked for, and counts the lines that ended."""
    path = tmp_path / "lines"
    path.write_bytes(b"one\ntwo\nthree\n")
    with path.open("rb") as file:
        part = Part(file, Range(4, 8))

        assert [b"tw", b"o\n", b"", b""] == [part.read(2), part.read(100), part.read(1), part.read(1)]
        assert 1 == part.lines


def test_a_file_that_is_not_there_cannot_be_cut(tmp_path: Path) -> None:
    """The error is that of opening it."""
    with pytest.raises(FileNotFoundError):
        next(ranges_of(tmp_path / "nothing", 1))
