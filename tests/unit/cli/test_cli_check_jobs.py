"""``coopmodel check --jobs``: large files, one line for each finding."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner, Result

from coopmodel.bulk import checking
from coopmodel.cli import bulk, check as command
from coopmodel.cli.commands import cli
from coopmodel.formats.jsonl import write_jsonl
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.parties import CountryParty
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule

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
def test_each_finding_is_one_line(corpus: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the file, the line in it, the severity, the code, the place and the words; a summary comes last."""
    monkeypatch.setattr(checking, "RANGE", 10)
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
        f"{corpus}:2 error REF001 /commitments/0/lead/0: el registro remite a 'nobody', que no figura en él",
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
        ("corpus.jsonl", [], "corpus.jsonl: No such file"),
        ("\x1b[31mcorpus.jsonl", [], "\\x1b[31mcorpus.jsonl: No such file"),
        ("\x1b[31mcorpus.json", [], "\\x1b[31mcorpus.json: --jobs judges files of JSON Lines"),
        ("\x1b[31mcorpus.jsonl.gz", [], "\\x1b[31mcorpus.jsonl.gz is compressed"),
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


def _die(_: Context) -> Iterator[Found]:
    os._exit(3)


def _interrupt(_: Context) -> Iterator[Found]:
    raise KeyboardInterrupt


def with_rule(monkeypatch: pytest.MonkeyPatch, find: Any) -> None:
    """Let the command know one rule more."""
    own = attrs.evolve(DEFAULT[0], code="ACME001", find=find, wrong=Example(members={}))

    def known(**_: bool) -> tuple[Rule, ...]:
        return (*DEFAULT, own)

    monkeypatch.setattr(command, "known_rules", known)


def test_a_process_that_dies_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a line, with the file; the status is 2."""
    with_rule(monkeypatch, _die)
    monkeypatch.setattr(checking, "RANGE", 10)
    result = run(corpus, "--jobs", "2")

    assert f"Error: {corpus}: a process that judged was killed, or ended by a rule; memory may have run out\n" in result.output
    assert 2 == result.exit_code


def test_a_rule_that_cannot_be_sent_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its code; the status is 2."""

    def nothing(_: Context) -> Iterator[Found]:
        return iter(())

    with_rule(monkeypatch, nothing)
    monkeypatch.setattr(checking, "RANGE", 10)
    result = run(corpus, "--jobs", "2")

    assert "Error: the rule ACME001 cannot be sent to another process, so only 1 job is possible" in result.output
    assert 2 == result.exit_code


def test_an_interruption_is_no_finding(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The status is that of what Ctrl-C ended, in this process as in others."""
    with_rule(monkeypatch, _interrupt)
    result = run(corpus, "--jobs", "1")

    assert result.output.endswith("\nAborted!\n")
    assert 130 == result.exit_code


@pytest.fixture
def as_in_a_shell() -> Iterator[None]:
    """Let a broken pipe end the process, as the command has it."""
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGPIPE, before)


@pytest.mark.usefixtures("as_in_a_shell")
def test_the_pipe_to_a_process_that_died_does_not_end_the_command(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else nothing would be told; afterwards all is as before."""
    seen: list[Any] = []

    def look(_: Context) -> Iterator[Found]:
        seen.append(signal.getsignal(signal.SIGPIPE))
        return iter(())

    with_rule(monkeypatch, look)

    assert 0 == run(corpus, "--jobs", "1", "--select", "ACME001").exit_code
    assert [signal.SIG_IGN] * 2 == seen
    assert signal.SIG_DFL == signal.getsignal(signal.SIGPIPE)


@pytest.mark.usefixtures("as_in_a_shell")
def test_a_reader_who_has_seen_enough_ends_the_command_by_the_signal(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no error that would be told."""
    raised: list[tuple[signal.Signals, Any]] = []

    def broken(*_: object) -> None:
        raise BrokenPipeError

    def ended(number: signal.Signals) -> None:
        raised.append((number, signal.getsignal(number)))

    monkeypatch.setattr(bulk, "echo", broken)
    monkeypatch.setattr(signal, "raise_signal", ended)
    with pytest.raises(BrokenPipeError):
        bulk.check_in_bulk([corpus], 1, "en", strict=False)

    assert [(signal.SIGPIPE, signal.SIG_DFL)] == raised


def test_where_there_is_no_such_signal_nothing_is_changed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.delattr(signal, "SIGPIPE")

    assert 1 == run(corpus, "--jobs", "1").exit_code


@pytest.mark.parametrize("to", ["file", "nowhere", "program"])
def test_a_bar_is_shown_only_where_nobody_else_has_the_terminal(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], to: str
) -> None:
    """A pager may be the program that reads on; a file leaves the terminal free, and so does an output that is closed."""
    reading, writing = os.pipe()
    monkeypatch.setenv("FORCE_COLOR", "1")
    with os.fdopen(writing, "w") as pipe, (tmp_path / "out").open("w") as file, os.fdopen(reading):
        monkeypatch.setattr(sys, "stdout", {"file": file, "nowhere": None, "program": pipe}[to])
        bulk.check_in_bulk([corpus], 1, "en", strict=False, select=["REF001"])
        monkeypatch.undo()

    assert (to != "program") is ("100%" in capsys.readouterr().err)


@pytest.mark.parametrize("ending", [signal.SIGPIPE, signal.SIGTERM, signal.SIGKILL], ids=lambda ending: ending.name)
def test_no_process_outlives_the_command(tmp_path: Path, ending: signal.Signals) -> None:
    """Whether its reader has seen enough or it is killed, and has no time to tell the others: they notice."""
    summary = {"en": "A long one. " * 2000, "es": "Uno largo. " * 2000}
    write_jsonl([attrs.evolve(ASTRAY, summary=summary)] * 400, tmp_path / "large.jsonl")
    command = [sys.executable, "-m", "coopmodel", "check", str(tmp_path / "large.jsonl"), "--jobs", "2", "--select", "REF001"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603  our own
        assert process.stdout is not None
        process.stdout.readline()
        if ending == signal.SIGPIPE:
            process.stdout.close()
        else:
            process.send_signal(ending)
        try:
            _, said = process.communicate(timeout=60)  # until nobody holds the other end of the pipe
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    assert b"" == said
    assert -ending == process.returncode
