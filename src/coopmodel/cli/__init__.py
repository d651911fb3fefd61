"""The command ``coopmodel``; needs the extra ``cli``."""

import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Final, NoReturn

INTERRUPTED: Final = 130
"""The exit status that shells give to what Ctrl-C ended; 1 would say that something was found."""


def main() -> None:
    """Run the command line, or say in one line what to install."""
    with suppress(AttributeError, ValueError):  # only where there is such a signal, and in the main thread
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader who has seen enough, as in "| head", ends the program in silence
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a character gets its code, and no traceback
            stream.reconfigure(errors="backslashreplace")
    try:
        _run()
    except KeyboardInterrupt:  # while the commands were loaded; once they run they say so themselves
        sys.exit(INTERRUPTED)
    except MemoryError:
        _give_up("there is not enough memory")
    except OSError as error:  # a disk that is full, say
        _give_up(error.strerror or str(error))


def _run() -> None:
    try:
        from coopmodel.cli.commands import cli  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.stderr.write("coopmodel: the command line needs the extra 'cli': python -m pip install 'coopmodel[cli]'\n")
        sys.exit(2)
    cli()


def _give_up(reason: str) -> NoReturn:
    """Tell why, in one line, and end the program with status 2; what is still to be written would only fail again."""
    with suppress(OSError):  # what is full may be the stream of errors
        sys.stderr.write(f"coopmodel: {reason}\n")
        sys.stderr.flush()
    sys.stdout = sys.stderr = None  # pyright: ignore[reportAttributeAccessIssue]  so that nobody flushes them
    sys.exit(2)


def _open_what_is_closed() -> None:
    """Open the streams that the program was started without: of the input nothing can be read, what is written goes nowhere."""
    if getattr(sys, "stdin", None) is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), "r")  # so that reading fails, and is told, as of any other file
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
