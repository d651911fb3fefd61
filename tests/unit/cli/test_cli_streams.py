"""The streams of the command line, where they are closed or full."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import pytest

from coopmodel import cli as package
from coopmodel.cli import INTERRUPTED, commands

RECORD = str(Path("examples/chile-peru-2023/agreement.json").absolute())
WITHOUT = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}


def without(stream: str, *arguments: str) -> tuple[int, str, str]:
    """Return the exit status, and what a command that is started without a stream prints on the others."""
    script = f'exec "$0" -m coopmodel "$@" {WITHOUT[stream]}'
    done = subprocess.run(["/bin/sh", "-c", script, sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False)  # noqa: S603  our own
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "-"], "- cannot be read as a record:\n  (document): Bad file descriptor [file.unreadable]\n"),
        (["convert", "-", "-", "--from", "jsonl", "--to", "jsonl"], "- cannot be read as a record:\n  (document): Bad file descriptor"),
        (["verify", RECORD, "--key", "-"], "- cannot be read: Bad file descriptor\n"),
        (["digest", "-"], "Error: -: Bad file descriptor\n"),
    ],
)
def test_a_standard_input_that_is_closed_is_told_as_a_file_that_cannot_be_read(arguments: list[str], told: str) -> None:
    """With the reason, status 2, and nothing on the standard output."""
    status, out, err = without("stdin", *arguments)

    assert (2, "") == (status, out)
    assert told in err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
def test_what_is_written_to_a_closed_stream_goes_nowhere() -> None:
    """A command that is asked for its status only gives it, whatever it would have written."""
    assert (0, "", "") == without("stdout", "convert", RECORD, "-", "--to", "yaml")
    assert (2, "", "") == without("stderr", "show", "missing.json")


def test_closed_streams_are_opened_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the process too: nothing can be read of the input, and the status is that of the command."""
    for name in WITHOUT:
        monkeypatch.setattr(sys, name, None)
    monkeypatch.setattr(sys, "argv", ["coopmodel", "show", "-"])
    with pytest.raises(SystemExit, match="2"):
        package.main()
    opened: list[Any] = [sys.stdin, sys.stdout, sys.stderr]
    with pytest.raises(OSError, match="Bad file descriptor"):
        opened[0].read()

    assert [False, True, True] == [stream.writable() for stream in opened]
    for stream in opened:
        stream.close()


class _Full(io.StringIO):
    """A file on a disk that is full."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), text)


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_full_disk_is_status_2(
    name: Literal["stdout", "stderr"], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told in one line, but where it is the stream of errors that is full: then nobody can be told."""
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    monkeypatch.setattr(sys, name, _Full())
    monkeypatch.setattr(sys, "argv", ["coopmodel", "show", RECORD if name == "stdout" else "missing.json"])
    with pytest.raises(SystemExit, match="2"):
        package.main()

    assert (None, None) == (sys.stdout, sys.stderr)
    assert ("", "coopmodel: No space left on device\n" if name == "stdout" else "") == capsys.readouterr()


@pytest.mark.parametrize(
    ("raised", "status", "told"),
    [(KeyboardInterrupt(), 130, ""), (MemoryError(), 2, "coopmodel: there is not enough memory\n")],
    ids=["Ctrl-C", "memory"],
)
@pytest.mark.parametrize("while_loading", [True, False])
def test_what_ends_a_program_is_no_traceback(
    raised: BaseException,
    status: int,
    told: str,
    *,
    while_loading: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl-C and too little memory have the status that is written down, also while the commands are still loaded."""

    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    monkeypatch.setattr(sys, "argv", ["coopmodel", "show", RECORD])
    if while_loading:
        monkeypatch.delitem(sys.modules, "coopmodel.cli.commands")
        monkeypatch.setattr(sys, "meta_path", [SimpleNamespace(find_spec=fail)])
    else:
        monkeypatch.setattr(commands, "open_record", fail)
    with pytest.raises(SystemExit, match=f"^{status}$"):
        package.main()
    monkeypatch.undo()
    aborted = "\nAborted!\n" if status == INTERRUPTED and not while_loading else told

    assert ("", aborted) == capsys.readouterr()
