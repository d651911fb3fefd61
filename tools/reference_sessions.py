"""Examples that are run while a page is made: lines of a shell, and lines of Python."""

import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from click.testing import CliRunner
from reference_markdown import ROOT, fenced

from coopmodel.cli.commands import cli

RECORD: Final = ROOT / "examples" / "chile-peru-2023"

_THUMBPRINT: Final = re.compile(r"[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")


@contextmanager
def in_folder() -> Generator[None]:
    """Work in a folder of its own, with a record and the texts of its sources: what the documents' test gives to the sessions of a page."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copy(RECORD / "agreement.json", folder)
        shutil.copytree(RECORD / "texts", Path(folder) / "texts")
        yield


class Session(NamedTuple):
    """An example of a command.

    Attributes:
        lines: What is typed; of several lines the earlier ones prepare the last.
        shown: How many lines of output are shown, of a negative number the last ones; ``None``: all of them.
        status: The exit status of the last line.
    """

    lines: tuple[str, ...]
    shown: int | None = None
    status: int = 0

    def block(self) -> str:
        """Return the lines as they are typed with what they print, as a block."""
        return fenced("console", "\n".join([part for line in self.lines for part in typed(line, self)]))


def typed(line: str, session: Session) -> Iterator[str]:
    """Yield a line as it is typed, and what it prints."""
    yield f"$ {line}"
    printed = run(line, session.status if line in session.lines[-1:] else 0).rstrip("\n").split("\n")
    shown = session.shown
    if shown is None or abs(shown) >= len(printed):
        yield from filter(None, ["\n".join(printed)])
    elif shown > 0:
        yield from (*printed[:shown], "...")
    else:
        yield from ("...", *printed[shown:])


def run(line: str, status: int = 0) -> str:
    """Return what a line prints, with what differs from one time to the next left out.

    Raises:
        RuntimeError: It ends with another status.
    """
    program, _, arguments = line.partition(" ")
    if program == "coopmodel":
        result = CliRunner().invoke(cli, shlex.split(arguments), prog_name=program, catch_exceptions=False)
        printed, ended = result.output, result.exit_code
    else:
        finished = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)  # noqa: S603  written above
        printed, ended = finished.stdout + finished.stderr, finished.returncode
    if ended != status:
        raise RuntimeError(f"{line}: exit status {ended}: {printed}")
    return _THUMBPRINT.sub("...", printed)


class Interpreter:
    """Runs Python, one statement after another, with the names that earlier ones made.

    Attributes:
        raised: What the last statement raised.
    """

    raised: Exception | None

    def __init__(self) -> None:
        """Begin without names."""
        self.raised = None
        self._names: dict[str, Any] = {"__name__": "__main__"}

    def block(self, statements: Iterable[str]) -> str:
        """Return the statements with what they print, and what the last raises, as a block that can be run again; of a message the code."""
        parts: list[str] = []
        self.raised = None
        for one in statements:
            if self.raised is not None:
                raise self.raised  # by one that was to prepare what follows
            parts.extend(self._run(one))
        return fenced("python", "\n".join(parts) + "\n")

    def _run(self, statement: str) -> Iterator[str]:
        yield ">>> " + statement.replace("\n", "\n... ").rstrip()
        printed = StringIO()
        try:
            with redirect_stdout(printed), chdir(ROOT):
                exec(compile(f"{statement}\n", "<example>", "single"), self._names)  # noqa: S102  written beside the page
        except Exception as error:  # noqa: BLE001  it is what is to be shown
            self.raised = error
            yield from ("Traceback (most recent call last):", "  ...")
            yield f"{type(error).__module__}.{type(error).__qualname__}: ... [{str(error).rpartition('[')[2]}"
        yield from printed.getvalue().splitlines()
