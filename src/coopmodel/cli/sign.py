"""``coopmodel sign``: a signature of a record, kept beside it."""

from pathlib import Path
from typing import Final

import click

from coopmodel.cli.files import STANDARD_INPUT, open_one, refuse_two_standard_inputs
from coopmodel.cli.keys import key_in, key_text, refuse, refuse_signatures, signatures_in, what_is_signed
from coopmodel.cli.lines import echo, line
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.errors import InvalidValue, SignatureError
from coopmodel.formats.keys import check_kid
from coopmodel.formats.signatures import read_lines, sign as signature_of
from coopmodel.wire.atomic import replacing

_SAID: Final = {
    "signed": {"en": "{}: signed by the key {}", "es": "{}: firmado con la clave {}"},
    "already": {"en": "{}: already signed by the key {}", "es": "{}: ya estaba firmado con la clave {}"},
    "unwritten": {"en": "{} cannot be written: {}", "es": "{} no se puede escribir: {}"},
}


@click.command()
@click.argument("file", type=FILE)
@click.option("--key", "key_file", type=FILE, required=True, help="The private key: a JSON Web Key or PEM, of Ed25519.")
@click.option("--out", type=FILE, help="Where the signature goes, - for the standard output; FILE.jws where it is left out.")
@click.option("--kid", help="What to call the key in the signature; its own name, or its thumbprint, where it is left out.")
@LANGUAGE
def sign(file: Path, key_file: Path, out: Path | None, kid: str | None, language: str) -> None:
    """Sign a record: FILE is a record as JSON or YAML, - JSON on the standard input.

    The signature is one line (a JSON Web Signature with detached content), and holds for the record whatever its file looks like. Where the
    file of signatures is there already, it gets one line more: several signers sign one after another. Nothing is ever removed from it.

    Exit status: 0 signed, also where the same signature was there; 2 a file that cannot be read or written, or a misuse.
    """
    refuse_two_standard_inputs([file, key_file])
    text = key_text(key_file, language)
    key = key_in(key_file, text, "sign", language)
    name = _kid(key.kid if kid is None else kid)
    opened, record = open_one(file, language)
    target = out or (STANDARD_INPUT if file == STANDARD_INPUT else Path(f"{opened.name}.jws"))
    signature = signature_of(what_is_signed(opened, record, language), text, kid=name)
    if target == STANDARD_INPUT:
        click.echo(signature)
        return
    before = signatures_in(target, language) if target.exists() else b""
    try:
        known = {one.text for one in read_lines(before)} if before.strip() else set[str]()
        if signature not in known:
            _write(target, before, signature)
    except SignatureError as error:
        refuse_signatures(target, error, language)
    except OSError as error:
        refuse([line(0, _SAID["unwritten"][language].format(target, error.strerror), "error")])
    echo([line(0, _SAID["already" if signature in known else "signed"][language].format(target, name), "good")])


def _kid(kid: str) -> str:
    try:
        return check_kid(kid)
    except InvalidValue as error:
        raise click.BadParameter(error.message, param_hint="--kid") from None


def _write(target: Path, before: bytes, signature: str) -> None:
    """Write the signatures that were there, and this one."""
    kept = before if not before or before.endswith(b"\n") else before + b"\n"
    text = kept + signature.encode() + b"\n"
    list(read_lines(text))  # so that what is written can be read
    with replacing(target) as file:
        file.write(text)
