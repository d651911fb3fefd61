"""``coopmodel digest``: which bytes a text has, as a source tells it."""

from pathlib import Path

import click

from coopmodel.cli.options import FILE
from coopmodel.values.digests import digest_of


@click.command()
@click.argument("file", type=FILE)
def digest(file: Path) -> None:
    """Print the digest of a text, which its source in a record carries as digest: SHA-256 over the bytes of FILE, - the standard input.

    Line ends and a last newline count: take it of the very file that is kept.
    """
    try:
        with click.open_file(str(file), "rb") as text:
            click.echo(digest_of(text.read()))
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None
