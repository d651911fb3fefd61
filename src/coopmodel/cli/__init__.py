"""The command ``coopmodel``; needs the extra ``cli``."""

import signal
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line, or say in one line what to install."""
    with suppress(AttributeError, ValueError):  # only where there is such a signal, and in the main thread
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader who has seen enough, as in "| head", ends the program in silence
    try:
        from coopmodel.cli.commands import cli  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.exit("coopmodel: the command line needs the extra 'cli': python -m pip install 'coopmodel[cli]'")
    cli()
