"""``coopmodel digest``: which bytes a text has, as a source tells it."""

import hashlib
from pathlib import Path
from typing import Final

import click

from coopmodel.cli.options import FILE
from coopmodel.formats.characters import clean
from coopmodel.values.digests import to_digest

_PIECE: Final = 1 << 20
"""How many bytes are read at once."""


@click.command()
@click.argument("file", type=FILE)
def digest(file: Path) -> None:
    """Print the digest of a text, which its source in a record carries as digest: SHA-256 over the bytes of FILE, - the standard input.

    Line ends and a last newline count: take it of the very file that is kept.
    """
    digits = hashlib.sha256()
    try:
        with click.open_file(str(file), "rb") as text:
            while piece := text.read(_PIECE):
                digits.update(piece)
    except OSError as error:
        raise click.UsageError(clean(f"{file}: {error.strerror}")) from None
    click.echo(to_digest(f"sha256:{digits.hexdigest()}"))
