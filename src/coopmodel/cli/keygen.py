"""``coopmodel keygen``: a new pair of keys, in two files."""

import json
import os
from pathlib import Path
from typing import Final

import click

from coopmodel.cli.keys import refuse
from coopmodel.cli.lines import echo, line
from coopmodel.cli.options import LANGUAGE
from coopmodel.errors import MissingExtra
from coopmodel.formats.keys import new_key, pem_of, public_key

_SAID: Final = {
    "private": {
        "en": "{}: the private key, which only you can read; who has it can sign in your name",
        "es": "{}: la clave privada, que solo usted puede leer; quien la tenga puede firmar en su nombre",
    },
    "public": {"en": "{}: the public key, for those who verify", "es": "{}: la clave pública, para quienes verifican"},
    "thumbprint": {"en": "thumbprint {}", "es": "huella {}"},
    "unwritten": {"en": "{} cannot be written: {}", "es": "{} no se puede escribir: {}"},
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@LANGUAGE
def keygen(file: Path, language: str) -> None:
    """Make a pair of keys (Ed25519). FILE is the private one, which only its owner can read; its name ends in .jwk or .pem.

    The public one stands beside it: ministry.jwk and ministry.pub.jwk. No file is overwritten, and no private key is printed.

    Exit status: 0 done; 2 a file that is there already or cannot be written, or a misuse.
    """
    ending = file.suffix.lower()
    if ending not in {".jwk", ".pem"}:
        raise click.UsageError(f"the name {str(file)!r} does not tell the form: it ends in .jwk (JSON Web Key) or .pem")
    beside = file.with_name(f"{file.stem}.pub{file.suffix}")
    try:
        key = new_key()
    except MissingExtra as error:
        refuse([line(0, str(error), "error")])
    public = public_key(key)
    _write(file, _jwk(key) if ending == ".jwk" else pem_of(key, private=True), 0o600, language)
    try:
        _write(beside, _jwk(public) if ending == ".jwk" else pem_of(key, private=False), 0o666, language)
    except SystemExit:
        file.unlink()  # it was made a moment ago, and is of no use alone
        raise
    echo(
        [
            line(0, _SAID["private"][language].format(file)),
            line(0, _SAID["public"][language].format(beside)),
            line(0, _SAID["thumbprint"][language].format(public["kid"]), "dim"),
        ]
    )


def _jwk(key: dict[str, str]) -> bytes:
    return f"{json.dumps(key, indent=2)}\n".encode()


def _write(path: Path, text: bytes, mode: int, language: str) -> None:
    """Write a file that is not there yet, with these permissions from its first moment; where that fails, it is not there afterwards."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(text)
        except OSError:
            path.unlink()
            raise
    except OSError as error:
        refuse([line(0, _SAID["unwritten"][language].format(path, error.strerror), "error")])
