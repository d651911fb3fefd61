"""The command ``coopmodel``; needs the extra ``cli``."""

import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper


def main() -> None:
    """Run the command line, or say in one line what to install."""
    with suppress(AttributeError, ValueError):  # only where there is such a signal, and in the main thread
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader who has seen enough, as in "| head", ends the program in silence
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a character gets its code, and no traceback
            stream.reconfigure(errors="backslashreplace")
    try:
        from coopmodel.cli.commands import cli  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.stderr.write("coopmodel: the command line needs the extra 'cli': python -m pip install 'coopmodel[cli]'\n")
        sys.exit(2)
    try:
        cli()
    except OSError as error:  # a disk that is full, say; what is still to be written would only fail again
        with suppress(OSError):  # the full one may be that of the errors
            sys.stderr.write(f"coopmodel: {error.strerror}\n")
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
