"""JSON Lines: streaming, bad lines as data, compression, and files that are whole or not there."""

import gzip
import io
import os
import re
import stat
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import zstandard

from coopmodel.errors import DecodeError, MissingExtra, Problem
from coopmodel.formats import compressed
from coopmodel.formats.compressed import compression_of
from coopmodel.formats.jsonl import JsonLine, iter_jsonl, write_jsonl
from coopmodel.formats.names import form_of
from coopmodel.model.agreement import Agreement
from coopmodel.wire.atomic import replacing
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps
from coopmodel.wire.limits import Limits

ONE: Final = Agreement(id="one", revision=1, title={"es": "Línea\u2028uno"})
TWO: Final = Agreement(id="two", revision=2, title={"en": "Two"})
RIGHT: Final = dumps(ONE).encode()
NAMES: Final = ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst")


def lines_of(text: bytes, **options: Any) -> list[JsonLine]:
    return list(iter_jsonl(io.BytesIO(text), **options))


@pytest.mark.parametrize("name", NAMES)
def test_what_was_written_is_read(tmp_path: Path, name: str) -> None:
    """Records come back in their order with the numbers of their lines, from paths of either kind; their number is returned."""
    path = tmp_path / name
    assert 2 == write_jsonl(iter([ONE, TWO]), str(path))
    assert [(1, ONE, ()), (2, TWO, ())] == [line[:3] for line in iter_jsonl(path)]
    assert [RIGHT, dumps(TWO).encode()] == [line.text for line in iter_jsonl(str(path))]
    assert [path] == [*tmp_path.iterdir()]


def test_the_bytes_are_one_line_for_each_record(tmp_path: Path) -> None:
    """A file without compression holds the records' JSON on one line each; none at all makes an empty file."""
    assert 0 == write_jsonl([], tmp_path / "none.jsonl")
    assert b"" == (tmp_path / "none.jsonl").read_bytes()
    assert [] == list(iter_jsonl(tmp_path / "none.jsonl"))
    write_jsonl([ONE, ONE], tmp_path / "two.jsonl")
    assert RIGHT + b"\n" + RIGHT + b"\n" == (tmp_path / "two.jsonl").read_bytes()


def test_compressed_bytes_are_what_other_programs_read(tmp_path: Path) -> None:
    """Both forms are decompressed by what they are named after; Zstandard's carries a checksum."""
    for name in NAMES:
        write_jsonl([ONE, TWO], tmp_path / name)
    plain = (tmp_path / NAMES[0]).read_bytes()
    assert plain == gzip.decompress((tmp_path / NAMES[1]).read_bytes())
    frame = (tmp_path / NAMES[2]).read_bytes()
    assert plain == zstandard.ZstdDecompressor().decompressobj().decompress(frame)
    assert zstandard.get_frame_parameters(frame).has_checksum


def test_the_same_records_become_the_same_bytes(tmp_path: Path) -> None:
    """Neither the name nor the time stands in a compressed file."""
    for ending in (".gz", ".zst"):
        write_jsonl([ONE], tmp_path / f"a.jsonl{ending}")
        write_jsonl([ONE], tmp_path / f"longer.jsonl{ending}")
        assert (tmp_path / f"a.jsonl{ending}").read_bytes() == (tmp_path / f"longer.jsonl{ending}").read_bytes()
    written = (tmp_path / "a.jsonl.gz").read_bytes()
    assert b"\x1f\x8b\x08\x00\x00\x00\x00\x00" == written[:8]
    assert gzip.compress(RIGHT + b"\n", 6, mtime=0)[10:] == written[10:]


@pytest.mark.parametrize(
    ("path", "compression", "form"),
    [
        ("a.jsonl", None, "jsonl"),
        ("a.NDJSON", None, "jsonl"),
        ("a.jsonl.gz", "gzip", "jsonl"),
        ("b/a.jsonl.ZST", "zstd", "jsonl"),
        ("a.json", None, "json"),
        ("a.json.gz", "gzip", None),
        ("a.yaml", None, "yaml"),
        ("a.YML", None, "yaml"),
        ("a.yaml.zst", "zstd", None),
        ("a.gz", "gzip", None),
        ("jsonl", None, None),
        ("-", None, None),
        ("a.txt", None, None),
    ],
)
def test_names(path: str, compression: str | None, form: str | None) -> None:
    """The end of a name tells the compression and the form, in letters of either case; only JSON Lines are compressed."""
    assert (compression, form) == (compression_of(path), form_of(Path(path)))


def test_bad_lines_are_data_and_the_rest_goes_on() -> None:
    """A line that is no record has no record but problems; those of a broken text have line and column in the file."""
    text = b'{"coopmodel":"1.0","id":"A","revision":1,"title":{"en":"T"}}\n' + RIGHT + b'\n{"a": }\n[1]\n' + RIGHT
    first, second, third, fourth, fifth = lines_of(text)
    assert (1, None, "/id", "identifier.form", None) == (
        *first[:2],
        first.problems[0].pointer,
        first.problems[0].code,
        first.problems[0].line,
    )
    assert (2, ONE, ()) == second[:3]
    assert (Problem("", "json.syntax", "not JSON: invalid character at line 3, column 7", line=3, column=7),) == third.problems
    assert (3, None, b'{"a": }') == (third.number, third.record, third.text)
    assert (4, None, "type.object") == (fourth.number, fourth.record, fourth.problems[0].code)
    assert (5, ONE, ()) == fifth[:3]


def test_a_moved_problem_keeps_its_parts() -> None:
    """A byte that is no UTF-8 is told with its line in the file, and with everything that the problem of the line itself says."""
    (line,) = lines_of(b'\n\n{"a": "\xff"}')
    assert (Problem("", "json.encoding", "the text is not UTF-8 at line 3, column 8", line=3, column=8),) == line.problems


@pytest.mark.parametrize("blank", [b"", b"\n", b"\r\n", b" \t\r\n", b"\n\n\n"])
def test_blank_lines_are_skipped_and_counted(blank: bytes) -> None:
    """What holds only white space is no line of its own, and counts; lines may end as in Windows, and the last without an end."""
    found = lines_of(blank + RIGHT + b"\r\n" + blank + RIGHT)
    before = blank.count(b"\n")
    assert [(before + 1, ONE), (2 * before + 2, ONE)] == [line[:2] for line in found]
    assert RIGHT + b"\r" == found[0].text


def test_no_line_at_all() -> None:
    """An empty file has no lines, nor has one of blanks."""
    assert [] == lines_of(b"") == lines_of(b"\n \n")


def test_a_byte_order_mark_is_refused() -> None:
    """A mark before the first line makes that line bad, and no other."""
    first, second = lines_of(b"\xef\xbb\xbf" + RIGHT + b"\n" + RIGHT)
    assert [("json.encoding", 1, 1)] == [(problem.code, problem.line, problem.column) for problem in first.problems]
    assert ONE == second.record


def test_repeated_members_are_refused_unless_that_is_left_out() -> None:
    """Members that stand twice are looked for, but not by a reader that is told not to be strict."""
    text = b'{"coopmodel":"1.0","id":"x","id":"one",' + RIGHT.partition(b'"id":"one",')[2]
    assert ["member.repeated"] == [problem.code for problem in lines_of(text)[0].problems]
    assert [ONE] == [line.record for line in lines_of(text, strict=False)]


@pytest.mark.parametrize("size", [1, 7, 2**16])
def test_lines_are_put_together_from_any_chunks(size: int) -> None:
    """However little an open file gives at once, the lines are the same."""

    class Slow(io.BytesIO):
        def read(self, wanted: int | None = -1, /) -> bytes:
            assert wanted is not None
            assert 0 < wanted
            return super().read(min(size, wanted))

    assert [1, 3, 4] == [line.number for line in iter_jsonl(Slow(RIGHT + b"\n\n" + RIGHT + b"\nx\n"))]


def test_a_line_may_be_as_long_as_the_limit() -> None:
    """One byte more makes a bad line, wherever it stands; the others are read."""
    limit = len(RIGHT)
    codec = Codec(limits=Limits(size=limit))
    assert [ONE, ONE] == [line.record for line in lines_of(RIGHT + b"\n" + RIGHT, codec=codec)]
    text = RIGHT + b"\n" + RIGHT + b" \n" + RIGHT + b"\n " + RIGHT
    problem = Problem("", "json.size", f"the line has more than {limit} bytes", line=2, column=1)
    found = lines_of(text, codec=codec)
    assert [ONE, None, ONE, None] == [line.record for line in found]
    assert JsonLine(2, None, (problem,), b"") == found[1]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """A hundred times as many records, or a line of 40 MB, take no more memory than a few lines do."""
    codec = Codec(limits=Limits(size=2**20))

    def peak(path: Path) -> int:
        tracemalloc.start()
        for _ in iter_jsonl(path, codec=codec):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    few, many, long = tmp_path / "few.jsonl.gz", tmp_path / "many.jsonl.gz", tmp_path / "long.jsonl.zst"
    write_jsonl([ONE] * 50, few)
    write_jsonl([ONE] * 5000, many)
    long.write_bytes(zstandard.compress(b"x" * 40_000_000 + b"\n" + RIGHT))
    peak(few)
    assert peak(many) < peak(few) + 2**20
    assert peak(long) < 36 * 2**20
    assert [("json.size", None), ("", ONE)] == [
        (line.problems[0].code if line.problems else "", line.record) for line in iter_jsonl(long, codec=codec)
    ]


@pytest.mark.parametrize("name", NAMES[1:])
def test_a_file_that_ends_too_early_is_told(tmp_path: Path, name: str) -> None:
    """Wherever a compressed file is cut, also before its first byte, lines that are whole are yielded and then the error is raised."""
    path = tmp_path / name
    write_jsonl([Agreement(id=f"a{number}", revision=1, title={"en": os.urandom(20).hex()}) for number in range(4000)], path)
    whole = path.read_bytes()
    for size in (0, 2, 12, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        seen: list[int] = []
        with pytest.raises(DecodeError, match=r"the file ends in the middle of what (gzip|Zstandard) compressed") as caught:
            seen.extend(line.number for line in iter_jsonl(path) if line.record is not None)
        assert [("", "compressed.truncated", None)] == [(one.pointer, one.code, one.line) for one in caught.value.problems]
        assert seen == list(range(1, len(seen) + 1))
        assert (size == len(whole) // 2) <= (len(seen) > 100)


@pytest.mark.parametrize("name", NAMES[1:])
def test_a_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    """A changed byte, or a file that was never compressed, is told as such and names the form."""
    path = tmp_path / name
    write_jsonl([ONE] * 9, path)
    whole = bytearray(path.read_bytes())
    whole[-6] ^= 1
    for text in (bytes(whole), RIGHT):
        path.write_bytes(text)
        with pytest.raises(DecodeError, match=r"not what (gzip|Zstandard) compressed: ") as caught:
            list(iter_jsonl(path))
        assert ["compressed.broken"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("name", NAMES[1:])
def test_files_that_were_joined_are_read_as_one(tmp_path: Path, name: str) -> None:
    """Compressed files may be put one after the other, as their formats allow."""
    path = tmp_path / name
    write_jsonl([ONE], path)
    path.write_bytes(path.read_bytes() * 3)
    assert [(1, ONE), (2, ONE), (3, ONE)] == [line[:2] for line in iter_jsonl(path)]


def test_an_open_file_stays_open_and_is_not_decompressed(tmp_path: Path) -> None:
    """What the caller opened the caller closes; bytes that are no text are bad lines."""
    path = tmp_path / "a.jsonl.gz"
    write_jsonl([ONE], path)
    with path.open("rb") as file:
        assert [None] == [line.record for line in iter_jsonl(file)]
        assert not file.closed
    with gzip.open(path) as opened:
        assert [ONE] == [line.record for line in iter_jsonl(opened)]


def test_an_open_file_of_text_is_refused() -> None:
    """Text whose encoding somebody else guessed is no JSON Lines."""
    wrong: Any = io.StringIO("{}")
    with pytest.raises(TypeError, match=r"expected a binary file: it gave '\{\}'"):
        list(iter_jsonl(wrong))


def test_a_file_is_opened_when_it_is_first_read(tmp_path: Path) -> None:
    """A missing file is an OSError at the first line, and a file is closed when nobody reads on."""
    lines = iter_jsonl(tmp_path / "none.jsonl")
    with pytest.raises(FileNotFoundError, match=r"none\.jsonl"):
        next(lines)
    write_jsonl([ONE, TWO], tmp_path / "a.jsonl")
    begun: Any = iter_jsonl(tmp_path / "a.jsonl")
    assert 1 == next(begun).number
    begun.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_failure_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    """When what makes the records fails, or gives something else, the old bytes stand and nothing is left beside them."""
    path = tmp_path / name
    write_jsonl([ONE], path)
    before = path.read_bytes()

    def failing() -> Iterator[Agreement]:
        yield TWO
        raise KeyboardInterrupt

    wrong: Any = [TWO, "no record"]
    with pytest.raises(KeyboardInterrupt):
        write_jsonl(failing(), path)
    with pytest.raises(TypeError, match="expected an Agreement, not 'no record'"):
        write_jsonl(wrong, path)
    assert before == path.read_bytes()
    assert [path] == [*tmp_path.iterdir()]


def test_nothing_is_at_the_place_before_all_is_written(tmp_path: Path) -> None:
    """While a file is written its place is empty, and what is written is beside it under a hidden name."""
    path = tmp_path / "a"
    with replacing(path) as file:
        file.write(b"x")
        assert not path.exists()
        (beside,) = tmp_path.iterdir()
        assert re.fullmatch(r"\.[0-9a-f]{16}\.tmp", beside.name)
    assert b"x" == path.read_bytes()


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """A file keeps its permissions when it is replaced, a new one has those of any new file, and a link leads where it led."""
    path, link, new, plain = (tmp_path / name for name in ("a", "link", "new", "plain"))
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    plain.touch()
    with replacing(link) as file, replacing(new) as another:
        file.write(b"new")
        another.write(b"")
    assert link.is_symlink()
    assert (b"new", 0o640) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
    assert plain.stat().st_mode == new.stat().st_mode


def test_what_is_no_file_is_written_as_it_is(tmp_path: Path) -> None:
    """A device is not replaced by a file."""
    with replacing(os.devnull) as file:
        file.write(b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with pytest.raises(IsADirectoryError), replacing(tmp_path):
        pass


def test_a_folder_that_is_not_there_is_told_by_the_name_that_was_given(tmp_path: Path) -> None:
    """Not by that of the hidden file, which nobody has asked for."""
    path = tmp_path / "missing" / "a.jsonl"
    with pytest.raises(FileNotFoundError) as caught:
        write_jsonl([], path)

    assert str(path) == caught.value.filename


def test_the_disk_is_asked_to_keep_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is on the disk before it takes its place, and then the folder is; a system that cannot do the latter does no harm."""
    seen: list[str] = []
    sync = os.fsync

    def fsync(number: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file"
        seen.append(f"{kind} {(tmp_path / 'a').exists()}")
        if kind == "folder":
            raise OSError
        sync(number)

    monkeypatch.setattr(os, "fsync", fsync)
    with replacing(tmp_path / "a") as file:
        file.write(b"x")
    assert ["file False", "folder True"] == seen


def test_a_missing_extra_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package Zstandard is refused with what to install, and the old file stays; everything else works."""
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(b"old")
    monkeypatch.setitem(sys.modules, "zstandard", None)
    text = "a file compressed with Zstandard needs the extra 'zstd': python -m pip install 'coopmodel\\[zstd\\]'"
    with pytest.raises(MissingExtra, match=f"^{text}$"):
        list(iter_jsonl(path))
    with pytest.raises(ImportError, match=text):
        write_jsonl([ONE], path)
    assert b"old" == path.read_bytes()
    write_jsonl([ONE], tmp_path / "a.jsonl.gz")
    assert [ONE] == [line.record for line in iter_jsonl(tmp_path / "a.jsonl.gz")]


def test_steps_of_zstandard_are_small() -> None:
    """What one step of reading can become is bounded, so that a file made to burst does not."""
    text = zstandard.compress(b"\0" * 2**26)
    assert max(map(len, compressed.decompressed(io.BytesIO(text), "zstd"))) <= 2**23
