"""``coopmodel check --jobs``: large files, one line for each finding."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coopmodel.cli.commands import cli
from coopmodel.formats.jsonl import write_jsonl
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.parties import CountryParty

PARTIES = [CountryParty(id="cl", country="CL"), CountryParty(id="pe", country="PE")]
CLEAN = Agreement(id="clean", revision=1, title={"en": "A", "es": "A"}, parties=PARTIES)
ASTRAY = Agreement(
    id="astray",
    revision=1,
    title={"en": "A", "es": "A"},
    parties=PARTIES,
    commitments=[Commitment(id="c", statement={"en": "S"}, lead=["nobody"])],
)


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["check", "--as-of", "2026-11-24", *map(str, arguments)])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a file with a clean record and one in which something is found."""
    path = tmp_path / "corpus.jsonl"
    write_jsonl([CLEAN, ASTRAY], path)
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_finding_is_one_line(corpus: Path, jobs: int) -> None:
    """With the file, the line in it, the severity, the code, the place and the words; a summary comes last."""
    result = run(corpus, "--jobs", jobs, "--select", "REF001")

    assert [
        f"{corpus}:2 error REF001 /commitments/0/lead/0: 'nobody' is referred to and not in the record",
        "2 records: 1 error.",
    ] == result.output.splitlines()
    assert 1 == result.exit_code


def test_in_spanish(corpus: Path) -> None:
    """The finding and the summary."""
    result = run(corpus, "--jobs", "1", "--select", "REF001", "--lang", "es")

    assert [
        f"{corpus}:2 error REF001 /commitments/0/lead/0: se hace referencia a 'nobody', que no está en el registro",
        "2 registros: 1 error.",
    ] == result.output.splitlines()


def test_clean_records_say_nothing(tmp_path: Path) -> None:
    """The status is 0."""
    path = tmp_path / "clean.jsonl"
    write_jsonl([CLEAN], path)
    result = run(path, "--jobs", "1", "--select", "REF001")

    assert ["1 record: Nothing found."] == result.output.splitlines()
    assert 0 == result.exit_code


def test_a_line_that_is_no_record_is_told(tmp_path: Path) -> None:
    """The status is 2, and the rest goes on."""
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b"{\n")
    result = run(path, "--jobs", "1")

    first, last = result.output.splitlines()
    assert first.startswith(f"{path}:1 error")
    assert first.endswith("[json.syntax]")
    assert "1 record, 1 unreadable" in last
    assert 2 == result.exit_code


def test_warnings_make_the_status_1_only_when_strict(corpus: Path) -> None:
    """As without jobs."""
    assert 0 == run(corpus, "--jobs", "1", "--select", "EVD001").exit_code
    assert 1 == run(corpus, "--jobs", "1", "--select", "EVD001", "--strict").exit_code


@pytest.mark.parametrize(
    ("name", "more", "expected"),
    [
        ("record.json", [], "--jobs judges files of JSON Lines"),
        ("corpus.jsonl.gz", [], "is compressed"),
        ("corpus.jsonl", [], "No such file"),
        ("corpus.jsonl", ["--format", "json"], "--jobs goes with neither --format nor --texts"),
        ("corpus.jsonl", ["--texts", "."], "--jobs goes with neither --format nor --texts"),
    ],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, name: str, more: list[str], expected: str) -> None:
    """The status is 2."""
    if name.endswith("gz"):
        (tmp_path / name).write_bytes(b"")
    result = run(tmp_path / name, "--jobs", "1", *more)

    assert expected in result.output
    assert result.output.count(name) <= 1
    assert 2 == result.exit_code
