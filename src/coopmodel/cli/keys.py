"""Key and signature files that a person names, and what is signed of a record's file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal, NoReturn

from coopmodel.cli.files import STANDARD_INPUT, Opened
from coopmodel.cli.lines import Line, echo, line
from coopmodel.errors import InvalidValue, MissingExtra, SignatureError
from coopmodel.formats.keys import LARGEST_KEY, Key, read_key
from coopmodel.formats.signatures import LARGEST_SIGNATURES
from coopmodel.model.agreement import Agreement
from coopmodel.wire.versions import version_of

_SAID: Final = {
    "key": {"en": "{} cannot be used as a key:", "es": "{} no se puede usar como clave:"},
    "signatures": {"en": "{} cannot be read as signatures:", "es": "{} no se puede leer como firmas:"},
    "unreadable": {"en": "{} cannot be read: {}", "es": "{} no se puede leer: {}"},
    "older": {
        "en": "{}: the signature is of the document as it stands, of format version {}, and not of what it is upgraded to",
        "es": "{}: la firma es del documento tal como está, de la versión {} del formato, y no de su actualización",
    },
}


def key_text(path: Path, language: str) -> bytes:
    """Return what a key file holds, or tell why it cannot be read and end the program with status 2."""
    return _read(path, LARGEST_KEY, language)


def key_in(path: Path, text: bytes, use: Literal["sign", "verify"], language: str) -> Key:
    """Return the key in the text of a file, or tell what keeps it from being one and end the program with status 2."""
    try:
        return read_key(text, use)
    except InvalidValue as error:
        refuse([line(0, _SAID["key"][language].format(path), "error"), line(2, str(error))])
    except MissingExtra as error:
        refuse([line(0, str(error), "error")])


def signatures_in(path: Path, language: str) -> bytes:
    """Return what a file of signatures holds, or tell why it cannot be read and end the program with status 2."""
    return _read(path, LARGEST_SIGNATURES, language)


def refuse_signatures(path: Path, error: SignatureError, language: str) -> NoReturn:
    """Tell what keeps a file from holding signatures, and end the program with status 2."""
    refuse([line(0, _SAID["signatures"][language].format(path), "error"), line(2, str(error))])


def what_is_signed(opened: Opened, record: Agreement, language: str) -> Agreement | bytes:
    """Return the record, or its text where that is of an older version of the format, which is then said.

    YAML, which people write by hand, is signed as the record that it is read as.
    """
    if opened.form == "yaml":
        return record
    version = version_of(opened.text)
    if version == record.coopmodel:
        return record
    echo([line(0, _SAID["older"][language].format(opened.name, version), "info")], error=True)
    return opened.text


def refuse(lines: Iterable[Line]) -> NoReturn:
    """Tell why not, and end the program with status 2."""
    echo(lines, error=True)
    sys.exit(2)


def _read(path: Path, size: int, language: str) -> bytes:
    """Return what a file holds, and of one that is too large one byte too many."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(size + 1)
        with path.open("rb") as file:
            return file.read(size + 1)
    except OSError as error:
        refuse([line(0, _SAID["unreadable"][language].format(path, error.strerror), "error")])
