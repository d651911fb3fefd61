"""The commands."""

from pathlib import Path
from typing import Any

import click

from coopmodel import __version__
from coopmodel.cli import INTERRUPTED
from coopmodel.cli.check import check
from coopmodel.cli.codes import codes
from coopmodel.cli.convert import convert
from coopmodel.cli.coverage import coverage
from coopmodel.cli.diff import diff
from coopmodel.cli.digest import digest
from coopmodel.cli.explain import explain
from coopmodel.cli.files import open_record
from coopmodel.cli.keygen import keygen
from coopmodel.cli.lines import echo
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.cli.rules import rules
from coopmodel.cli.schema import schema
from coopmodel.cli.sign import sign
from coopmodel.cli.status import status
from coopmodel.cli.timeline import timeline
from coopmodel.cli.verify import verify
from coopmodel.cli.whole import WholeReader


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  as click has it
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nAborted!", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coopmodel")
def cli() -> None:
    """Read, check and explain records of cooperation agreements."""


@cli.command()
@click.argument("file", type=FILE)
@LANGUAGE
def show(file: Path, language: str) -> None:
    """Show a whole record, with every member of it in words. FILE is a record as JSON or YAML, - JSON on the standard input."""
    echo(WholeReader(open_record(file, language), language).lines())


for _command in (check, explain, rules, codes, digest, status, timeline, coverage, diff, schema, convert, sign, verify, keygen):
    cli.add_command(_command)
