"""Records in JSON, JSON Lines and YAML on the command line: converted, checked and shown."""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner, Result

from coopmodel.cli.commands import cli
from coopmodel.formats.jsonl import iter_jsonl, write_jsonl
from coopmodel.formats.yaml import dumps_yaml, load_yaml
from coopmodel.model.agreement import Agreement
from coopmodel.wire.documents import dumps, load

EXAMPLE: Final = Path("examples/chile-peru-2023/agreement.json")
DAY: Final = ("--as-of", "2026-11-23")
ONE: Final = Agreement(id="one", revision=1, title={"en": "One", "es": "Uno"})
TWO: Final = Agreement(id="two", revision=1, title={"en": "Two", "es": "Dos"})
BAD: Final = '{"coopmodel":"1.0","id":"A","revision":1,"title":{"en":"T"}}'


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a file of JSON Lines: a record, a blank line, what is no record, what is no JSON, and a record."""
    path = tmp_path / "many.jsonl"
    path.write_text(f"{dumps(ONE)}\n\n{BAD}\n{{\n{dumps(TWO)}\n", encoding="utf-8")
    return path


def test_a_record_goes_through_every_form_without_loss(tmp_path: Path) -> None:
    """From JSON to YAML, JSON Lines in all compressions, and back to the bytes that it began with; nothing is said."""
    names = [EXAMPLE, *[tmp_path / name for name in ("a.yaml", "b.jsonl", "c.jsonl.gz", "d.ndjson", "e.jsonl.zst", "f.yml", "g.json")]]
    for source, target in pairwise(names):
        result = run("convert", source, target)
        assert (0, "") == (result.exit_code, result.output)
    assert EXAMPLE.read_bytes() == names[-1].read_bytes()
    assert load(EXAMPLE) == load_yaml(tmp_path / "a.yaml")


def test_many_lines_are_converted_as_a_stream(tmp_path: Path) -> None:
    """JSON Lines become JSON Lines record by record; one of them, named by its line, becomes JSON."""
    write_jsonl([ONE, TWO], tmp_path / "a.jsonl")
    assert 0 == run("convert", tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz").exit_code
    assert [ONE, TWO] == [line.record for line in iter_jsonl(tmp_path / "b.jsonl.gz")]
    assert 0 == run("convert", f"{tmp_path}/b.jsonl.gz:2", tmp_path / "c.json").exit_code
    assert TWO == load(tmp_path / "c.json")


@pytest.mark.parametrize(
    ("form", "expected"),
    [("json", dumps(ONE, indent=2) + "\n"), ("jsonl", dumps(ONE) + "\n"), ("yaml", dumps_yaml(ONE))],
)
def test_standard_input_and_output(form: str, expected: str, tmp_path: Path) -> None:
    """A hyphen is the standard input, JSON unless ``--from`` says otherwise, or output; odd names need ``--to``."""
    result = run("convert", "-", "-", "--to", form, stdin=dumps(ONE).encode())
    assert (0, expected) == (result.exit_code, result.stdout)
    back = run("convert", "-", "-", "--from", form, "--to", "json", stdin=expected.encode())
    assert (0, dumps(ONE, indent=2) + "\n") == (back.exit_code, back.stdout)
    odd = tmp_path / "odd"
    assert 0 == run("convert", "-", odd, "--to", form, stdin=dumps(ONE).encode()).exit_code
    assert expected == odd.read_text(encoding="utf-8")
    assert 0 == run("convert", odd, tmp_path / "a.json", "--from", form).exit_code
    assert ONE == load(tmp_path / "a.json")


def test_a_name_that_tells_no_form_is_a_misuse(tmp_path: Path) -> None:
    """Without ``--to`` nothing is guessed for what is written."""
    for name in ("-", str(tmp_path / "a.txt"), str(tmp_path / "a.json.gz")):
        result = run("convert", EXAMPLE, name)
        assert 2 == result.exit_code
        assert f"the name {name!r} does not tell the form: say --to json|jsonl|yaml" in result.stderr
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["out.jsonl", "out.json", "out.yaml"])
def test_what_is_no_record_is_told_and_nothing_is_written(many: Path, name: str) -> None:
    """Every bad line is told, the exit status is 2, and the old file stays; a form for one record stops at the second."""
    target = many.with_name(name)
    target.write_bytes(b"old")
    result = run("convert", many, target)
    assert (2, "", b"old") == (result.exit_code, result.stdout, target.read_bytes())
    several = (
        f"{many} cannot be read as a record:\n  (document): the form asked for holds one record: name one by its line, as in IN.jsonl:1"
    )
    first = f"{many}:3 cannot be read as a record:\n  /id: 'A' is not an identifier"
    second = f"{many}:4 cannot be read as a record:\n  (document): not JSON: Expecting property name"
    for text, told in ((several, name != "out.jsonl"), (first, name == "out.jsonl"), (second, name == "out.jsonl")):
        assert told == (text in result.stderr)
    assert {many, target} == {*many.parent.iterdir()}


def test_members_that_stand_twice_are_not_lost(tmp_path: Path) -> None:
    """What JSON Lines say twice is refused, as in a file of one record."""
    path = tmp_path / "a.jsonl"
    path.write_text(dumps(ONE).replace('"revision":1', '"revision":2,"revision":1'), encoding="utf-8")
    result = run("convert", path, tmp_path / "b.jsonl")
    assert 2 == result.exit_code
    assert "/revision: the member 'revision' stands here more than once [member.repeated]" in result.stderr
    assert 2 == run("show", path).exit_code
    assert 2 == run("check", path, "--jobs", "1").exit_code


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not there, and a compression that is not installed, are told in one line in either language."""
    wrong = tmp_path / "none" / "a.json"
    result = run("convert", EXAMPLE, wrong)
    assert (2, f"{wrong} cannot be written: No such file or directory\n") == (result.exit_code, result.stderr)
    result = run("convert", EXAMPLE, wrong, "--lang", "es")
    assert (2, f"{wrong} no se puede escribir: No such file or directory\n") == (result.exit_code, result.stderr)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    result = run("convert", EXAMPLE, tmp_path / "a.jsonl.zst")
    needs = "a file compressed with Zstandard needs the extra 'zstd': python -m pip install 'coopmodel[zstd]'"
    assert (2, f"{tmp_path / 'a.jsonl.zst'} cannot be written: {needs}\n") == (result.exit_code, result.stderr)
    (tmp_path / "b.jsonl.zst").write_bytes(b"")
    result = run("show", tmp_path / "b.jsonl.zst")
    assert (2, True) == (result.exit_code, f"(document): {needs} [extra.missing]" in result.stderr)


def test_yaml_without_its_extra_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where PyYAML is not installed, a YAML file is no record, and what to install is said."""
    (tmp_path / "a.yaml").write_text(dumps_yaml(ONE), encoding="utf-8")
    monkeypatch.delitem(sys.modules, "coopmodel.formats.yaml_nodes", raising=False)
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.setitem(sys.modules, "yaml.error", None)
    result = run("show", tmp_path / "a.yaml")
    needs = "reading YAML needs the extra 'yaml': python -m pip install 'coopmodel[yaml]'"
    assert (2, True) == (result.exit_code, f"(document): {needs} [extra.missing]" in result.stderr)


def test_each_line_is_checked_as_a_record_of_its_own(many: Path) -> None:
    """``check`` names records of JSON Lines by their line, tells the bad ones, and goes on; the exit status is 2."""
    result = run("check", many, *DAY)
    assert 2 == result.exit_code
    assert f"{many}:1\nOne\n" in result.stdout
    assert f"{many}:5\nTwo\n" in result.stdout
    assert f"{many}:3 cannot be read as a record:\n  /id: 'A' is not an identifier" in result.stderr
    files = json.loads(run("check", many, *DAY, "--format", "json").stdout)["files"]
    assert [f"{many}:{number}" for number in (1, 3, 4, 5)] == [file["file"] for file in files]
    assert ["one", None, None, "two"] == [file.get("id") for file in files]
    assert [(None, None), (4, 2)] == [(file["problems"][0]["line"], file["problems"][0]["column"]) for file in files[1:3]]


def test_one_line_is_named_by_its_number(many: Path) -> None:
    """``FILE:NUMBER`` is that line alone, for every command; a blank one, and one past the end, hold no record."""
    assert 0 == run("check", f"{many}:5", *DAY).exit_code
    for command in ("show", "timeline", "coverage"):
        assert 0 == run(command, f"{many}:1").exit_code
    for number in (2, 9):
        result = run("show", f"{many}:{number}")
        told = f"{many}:{number} cannot be read as a record:\n  (document): the file holds no record on line {number} [file.empty]\n"
        assert (2, told) == (result.exit_code, result.stderr)
    assert "Two" in run("show", f"{many}:5").stdout


def test_a_file_whose_name_ends_like_a_line(tmp_path: Path) -> None:
    """A file that is really called so is read as it is."""
    path = tmp_path / "a.jsonl:2"
    path.write_text(dumps(ONE), encoding="utf-8")
    assert 0 == run("show", path).exit_code
    result = run("show", tmp_path / "b.json:2")
    assert "b.json:2 cannot be read as a record:\n  (document): No such file or directory [file.unreadable]" in result.stderr


def test_commands_that_take_one_record_say_so(many: Path, tmp_path: Path) -> None:
    """A file of JSON Lines with one record is that record; with several one is to be named; with none there is none."""
    result = run("status", many)
    told = f"(document): the file holds several records: name one by its line, as in {many}:1 [file.several]"
    assert (2, True) == (result.exit_code, told in result.stderr)
    write_jsonl([ONE], tmp_path / "one.jsonl")
    assert 0 == run("status", tmp_path / "one.jsonl", *DAY).exit_code
    write_jsonl([], tmp_path / "none.jsonl")
    for command in ("status", "check"):
        result = run(command, tmp_path / "none.jsonl")
        assert (2, True) == (result.exit_code, "(document): the file holds no record [file.empty]" in result.stderr)
    result = run("check", tmp_path / "missing.jsonl")
    assert (2, True) == (result.exit_code, "(document): No such file or directory [file.unreadable]" in result.stderr)
    (tmp_path / "cut.jsonl.gz").write_bytes(b"\x1f\x8b")
    result = run("check", tmp_path / "cut.jsonl.gz")
    assert (2, True) == (result.exit_code, "[compressed.truncated]" in result.stderr)


def test_related_records_may_be_many(tmp_path: Path, many: Path) -> None:
    """``status --related`` takes every record of a file of JSON Lines, and refuses one with a bad line."""
    write_jsonl([ONE, TWO], tmp_path / "related.jsonl")
    assert 0 == run("status", EXAMPLE, *DAY, "--related", tmp_path / "related.jsonl").exit_code
    result = run("status", EXAMPLE, *DAY, "--related", many)
    assert (2, True) == (result.exit_code, f"{many}:3 cannot be read" in result.stderr)


def test_problems_of_yaml_have_lines(tmp_path: Path) -> None:
    """What is wrong in a YAML file is told with line and column, to people and to programs."""
    path = tmp_path / "a.yaml"
    path.write_text('coopmodel: "1.0"\nid: a\nrevision: one\ntitle: {en: A}\n', encoding="utf-8")
    result = run("check", path)
    assert "  /revision (line 3, column 11): expected a whole number, not 'one' [type.integer]\n" in result.stderr
    assert f"::error file={path},line=3,col=11,title=type.integer::" in run("check", path, "--format", "github").stdout


@pytest.mark.parametrize("form", ["yaml", "jsonl"])
def test_findings_stand_where_they_are_in_the_file(tmp_path: Path, form: str) -> None:
    """Annotations and logs lead to the line of the YAML, or of the JSON Lines, and every file stands in the log once."""
    path = tmp_path / f"a.{form}"
    record = load(EXAMPLE)
    if form == "yaml":
        path.write_text(dumps_yaml(record), encoding="utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        expected = {
            (number, 13)
            for number, line in enumerate(lines, 1)
            if line in {"          - smuggling-of-migrants", "          - arms-trafficking"}
        }
    else:
        write_jsonl([ONE, record, record], path)
        text = dumps(record)
        columns = {text.rindex(f'"{area}"', 0, text.index('"commitments"')) + 1 for area in ("smuggling-of-migrants", "arms-trafficking")}
        expected = {(number, column) for number in (2, 3) for column in columns}
    options = (*DAY, "--select", "COV001", "--format")
    annotated = run("check", path, *options, "github").stdout
    assert {f"file={path},line={line},col={column}" for line, column in expected} == {
        ",".join(line.removeprefix("::warning ").split(",")[:3]) for line in annotated.splitlines()
    }
    (log,) = json.loads(run("check", path, *options, "sarif").stdout)["runs"]
    regions: list[Any] = [result["locations"][0]["physicalLocation"]["region"] for result in log["results"]]
    assert expected == {(region["startLine"], region["startColumn"]) for region in regions}
    assert all(region["endLine"] == region["startLine"] and region["endColumn"] > region["startColumn"] for region in regions)
    assert [f"application/{form}"] == [artifact["mimeType"] for artifact in log["artifacts"]]
    assert {0} == {result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for result in log["results"]}


def test_texts_are_found_for_every_line(tmp_path: Path) -> None:
    """``check --texts`` looks up the quotations of each record, and a text that cannot be read is a problem of its line."""
    write_jsonl([load(EXAMPLE), ONE], tmp_path / "a.jsonl")
    assert 0 == run("check", tmp_path / "a.jsonl", *DAY, "--texts", EXAMPLE.parent / "texts").exit_code
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "press-release.txt").write_bytes(b"\xff")
    result = run("check", tmp_path / "a.jsonl", *DAY, "--texts", tmp_path / "texts")
    assert (2, True) == (result.exit_code, f"{tmp_path}/a.jsonl:1 cannot be read as a record:\n  /sources/" in result.stderr)


@pytest.mark.parametrize(
    ("name", "size", "code"), [("a.json", 2**25, "json.size"), ("a.yaml", 2**19, "yaml.size"), ("a.jsonl", 2**25, "json.size")]
)
def test_a_file_that_is_too_large_is_told(tmp_path: Path, name: str, size: int, code: str) -> None:
    """A file that has a byte more than may be read is no record; one that has as many is read, and is wrong in another way here."""
    path = tmp_path / name
    for more, found in ((0, False), (1, True)):
        path.write_bytes(b"[" + b" " * (size - 1 + more))
        result = run("check", path, *DAY)
        assert (2, found) == (result.exit_code, f"has more than {size} bytes" in result.stderr and f"[{code}]" in result.stderr)


def test_the_standard_input_is_read_no_further_than_a_file() -> None:
    """What is too large is told of the standard input too."""
    result = run("check", "-", *DAY, stdin=b" " * (2**25 + 1))
    assert (2, True) == (result.exit_code, "[json.size]" in result.stderr)


def test_json_lines_on_the_standard_input() -> None:
    """Only ``--from`` makes the standard input JSON Lines."""
    text = f"{dumps(ONE)}\n{dumps(TWO)}\n"
    assert (0, text) == (run("convert", "-", "-", "--from", "jsonl", "--to", "jsonl", stdin=text.encode()).exit_code, text)
    assert text == run("convert", "-", "-", "--from", "jsonl", "--to", "jsonl", stdin=text.encode()).stdout
