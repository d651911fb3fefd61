"""``coopmodel verify``: whether a record is what was signed, and by which key."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from coopmodel.cli.files import STANDARD_INPUT, open_one, refuse_two_standard_inputs
from coopmodel.cli.keys import key_in, key_text, refuse_signatures, signatures_in, what_is_signed
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.errors import SignatureError
from coopmodel.formats.keys import Key
from coopmodel.formats.signatures import Signature, verify as verified

_SAID: Final = {
    "revision": {"en": "revision", "es": "revisión"},
    "signed": {"en": "signed by the key {}", "es": "firmado con la clave {}"},
    "called": {"en": ", there called {}", "es": ", llamada ahí {}"},
    "unsigned": {"en": "not signed by the key {}: {}", "es": "sin firma válida de la clave {}: {}"},
    "thumbprint": {"en": "thumbprint {}", "es": "huella {}"},
    "private": {
        "en": "{}: this is a private key; verifying takes only the public one, and nobody but the signer should have this",
        "es": "{}: esta es una clave privada; para verificar basta la pública, y esta no debería tenerla nadie más que quien firma",
    },
    "signature.wrong": {
        "en": "no signature matches; the record is not what was signed, or the key is another",
        "es": "ninguna firma corresponde; el registro no es el que se firmó, o la clave es otra",
    },
    "signature.key": {
        "en": "no signature matches, and what is signed names another key, {}",
        "es": "ninguna firma corresponde, y lo firmado nombra otra clave, {}",
    },
    "signature.algorithm": {
        "en": "signed by the algorithm {}, and only Ed25519 is accepted",
        "es": "se firmó con el algoritmo {}, y solo se acepta Ed25519",
    },
    "signature.critical": {
        "en": "the signature is only for those who understand its {}, which means nothing here",
        "es": "la firma es solo para quien entienda su {}, que aquí no significa nada",
    },
}


@click.command()
@click.argument("file", type=FILE)
@click.option("--signature", "signature_file", type=FILE, help="The signatures, a line each; FILE.jws where it is left out.")
@click.option(
    "--key",
    "key_files",
    type=FILE,
    required=True,
    multiple=True,
    help="The public key of who is to have signed: a JSON Web Key or PEM, of Ed25519. Give it again for every other signer.",
)
@LANGUAGE
def verify(file: Path, signature_file: Path | None, key_files: tuple[Path, ...], language: str) -> None:
    """Verify that a record was signed with every one of the keys. FILE is a record as JSON or YAML, - JSON on the standard input.

    A signature says that who has the key signed exactly this record. It does not say when, nor who that is: trust in the key comes from where
    you have it from. Keys and addresses of keys that stand in a signature are never used.

    Exit status: 0 signed with all keys; 1 not with all; 2 a file that cannot be read, or a misuse.
    """
    if signature_file is None and file == STANDARD_INPUT:
        raise click.UsageError("say where the signature of the standard input is: --signature FILE")
    refuse_two_standard_inputs([file, signature_file, *key_files])
    texts = [key_text(path, language) for path in key_files]
    keys = [key_in(path, text, "verify", language) for path, text in zip(key_files, texts, strict=True)]
    opened, record = open_one(file, language)
    path = signature_file or Path(f"{opened.name}.jws")
    signatures = signatures_in(path, language)
    signed = what_is_signed(opened, record, language)
    told: list[Line] = []
    failed = False
    for key_file, text, key in zip(key_files, texts, keys, strict=True):
        if key.is_private:
            echo([line(0, _SAID["private"][language].format(key_file), "warning")], error=True)
        try:
            told.extend(_signed(key, verified(signed, signatures, text), language))
        except SignatureError as error:
            if error.code == "signature.malformed":
                refuse_signatures(path, error, language)
            reason = _SAID[error.code][language].format(error.value)
            told.append(line(2, _SAID["unsigned"][language].format(key.kid, reason), "error"))
            failed = True
    revision = f"{record.id} · {_SAID['revision'][language]} {record.revision}"
    echo([line(0, record.title.best(language), "title"), line(0, revision, "dim"), *told])
    sys.exit(int(failed))


def _signed(key: Key, signature: Signature, language: str) -> Iterator[Line]:
    told = _SAID["signed"][language].format(key.kid)
    if signature.kid not in {None, key.kid}:
        told += _SAID["called"][language].format(signature.kid)
    yield line(2, told, "good")
    if key.kid != key.thumbprint:
        yield line(4, _SAID["thumbprint"][language].format(key.thumbprint), "dim")
