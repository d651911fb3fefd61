"""The command ``coopmodel``; needs the extra ``cli``."""

import sys


def main() -> None:
    """Run the command line, or say in one line what to install."""
    try:
        from coopmodel.cli.commands import cli  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.exit("coopmodel: the command line needs the extra 'cli': python -m pip install 'coopmodel[cli]'")
    cli()
