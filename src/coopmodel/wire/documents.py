"""JSON documents: one record, read and written."""

import json
import math
import os
import re
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

import msgspec
from cattrs import Converter

from coopmodel.errors import DecodeError, InvalidValue, Problem, UnsupportedVersion, shown
from coopmodel.model.agreement import Agreement, to_version
from coopmodel.values.digests import Digest, digest_of
from coopmodel.wire.canonical import canonical as canonical_form
from coopmodel.wire.converter import make_converter, refuse_null
from coopmodel.wire.plain import to_plain
from coopmodel.wire.problems import problems
from coopmodel.wire.repeated import find_repeated

PathLike: TypeAlias = str | os.PathLike[str]

_BYTE: Final = re.compile(r"\(byte ([0-9]+)\)")
_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][-+.0-9Ee]*', re.DOTALL)
_ONE_TOO_FAR: Final = {"trailing characters", "invalid escape character in string", "invalid character in unicode escape"}
"""What msgspec notices one byte after the wrong one."""
_SURROGATE: Final = "the text holds a lone surrogate, which is no character"
_BOM: Final = b"\xef\xbb\xbf"


def loads(text: str | bytes, *, strict: bool = True) -> Agreement:
    """Return the record that a JSON text says; nothing is coerced, dropped or guessed.

    Args:
        text: A JSON text (RFC 8259), as ``bytes`` in UTF-8 without a byte order mark.
        strict: Also refuse an object that has two members of one name (``member.repeated``), of which parsers keep the last. It takes a
            second, slower parse; leave it out only for texts that a program wrote.

    Raises:
        UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; nothing else was looked at.
        DecodeError: The text is no JSON (``json.*``, with line and column), or no record; ``problems`` lists every wrong place.
    """
    document = _parse(text)
    check_version(document)
    return record_of(document, _repeated(text) if strict else ())


def record_of(document: Any, found: tuple[Problem, ...] = ()) -> Agreement:  # noqa: ANN401  JSON is any of its types
    """Return the record that a document of plain JSON types says, whose version was checked.

    Args:
        document: What a parser made of a text.
        found: Problems that the text has already; they come first.

    Raises:
        DecodeError: There are problems.
    """
    try:
        record = _converter().structure(document, Agreement)
    except (InvalidValue, ExceptionGroup) as error:
        raise DecodeError((*found, *problems(error, document))) from None
    if found:
        raise DecodeError(found)
    return record


def load(path: PathLike, *, strict: bool = True) -> Agreement:
    """Return the record in a file; ``strict`` as in ``loads``.

    Raises:
        OSError: The file cannot be read.
        DecodeError: As ``loads``.
    """
    return loads(Path(path).read_bytes(), strict=strict)


def dumps(agreement: Agreement, *, indent: int | None = None, canonical: bool = False) -> str:
    """Return the record as JSON text: members in the order of the format's page, defaults left out.

    Args:
        agreement: The record.
        indent: Spaces for each level; ``None`` writes one line without white space.
        canonical: Whether to write the canonical form (RFC 8785), in which equal records have equal bytes: for digests and signatures. It has
            one spelling for each number: a float without a fraction, which only extensions hold, reads back as an integer.

    Raises:
        TypeError: ``agreement`` is no ``Agreement``.
        ValueError: The canonical form has no white space, so ``indent`` cannot go with it.
    """
    if not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected an Agreement, not {shown(agreement)}")
    if canonical:
        if indent is not None:
            raise ValueError("the canonical form has no white space: leave indent out")
        return canonical_form(to_plain(agreement))
    encoded = msgspec.json.encode(to_plain(agreement))
    return (encoded if indent is None else msgspec.json.format(encoded, indent=indent)).decode()


def dump(agreement: Agreement, path: PathLike, *, indent: int | None = 2) -> None:
    """Write the record to a file, with a newline at its end.

    Raises:
        OSError: The file cannot be written.
    """
    Path(path).write_bytes((dumps(agreement, indent=indent) + "\n").encode())


def digest(agreement: Agreement) -> Digest:
    """Return the SHA-256 of the record's canonical form: equal for equal records, whatever their files look like, and for no others.

    Raises:
        TypeError: ``agreement`` is no ``Agreement``.
    """
    return digest_of(dumps(agreement, canonical=True).encode())


@cache
def _converter() -> Converter:
    return make_converter()


def _parse(text: str | bytes) -> Any:  # noqa: ANN401  JSON is any of its types
    if not isinstance(text, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected str or bytes, not {shown(text)}")
    text = _encoded(text) if isinstance(text, str) else text
    if text.startswith(_BOM):
        _refuse("json.encoding", "the text begins with a byte order mark; write UTF-8 without one", 1, 1)
    try:
        return _DECODER.decode(text)
    except RecursionError:
        _refuse("json.depth", "the text is nested too deep")
    except (msgspec.DecodeError, UnicodeError) as error:
        _refuse(*_explained(text, error))


def exact_number(digits: str) -> float | Decimal:
    """Return a number with a fraction or exponent; as a decimal, which every member refuses, where a float would lose something of it."""
    number = float(digits)
    try:
        exact = Decimal(digits)
    except InvalidOperation:  # an exponent that no decimal holds either
        exact = Decimal("NaN")
    return number if math.isfinite(number) and Decimal(repr(number)) == exact else exact


_DECODER: Final = msgspec.json.Decoder(float_hook=exact_number)


def _repeated(text: str | bytes) -> tuple[Problem, ...]:
    try:
        return find_repeated(text)
    except RecursionError:
        _refuse("json.depth", "the text is nested too deep")


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        _refuse("json.encoding", _SURROGATE, *_place(text, error.start))


def _explained(text: bytes, error: Exception) -> tuple[str, str, int, int]:
    """Return code, message, line and column of what msgspec could not read; where it gives no position, another parser is asked."""
    try:
        characters = text.decode()
    except UnicodeDecodeError as wrong:
        before = text[: wrong.start].decode()
        return ("json.encoding", "the text is not UTF-8", *_place(before, len(before)))
    message = str(error).partition(" (byte")[0].removeprefix("JSON is malformed: ")
    match = _BYTE.search(str(error))
    if match and "utf-16" not in message:
        byte = int(match[1]) - (message in _ONE_TOO_FAR)
        before = text[:byte].decode(errors="ignore")
        return ("json.syntax", f"not JSON: {message}", *_place(before, len(before)))
    try:
        json.loads(characters)
    except json.JSONDecodeError as wrong:
        return ("json.syntax", f"not JSON: {wrong.msg}", wrong.lineno, wrong.colno)
    except (RecursionError, ValueError):  # nested too deep for it, or an integer of thousands of digits
        pass
    return _refused_token(characters) or ("json.syntax", f"not JSON: {message}", 1, 1)


def _refused_token(characters: str) -> tuple[str, str, int, int] | None:
    """Return code, message, line and column of the first token that JSON's grammar allows and no record can hold."""
    for token in _TOKEN.finditer(characters):
        try:
            str(json.loads(token[0].encode())).encode()
        except UnicodeEncodeError:
            return ("json.encoding", _SURROGATE, *_place(characters, token.start()))
        except ValueError:
            return ("json.number", "the integer has thousands of digits", *_place(characters, token.start()))
    return None


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _refuse(code: str, message: str, line: int | None = None, column: int | None = None) -> NoReturn:
    where = "" if line is None else f" at line {line}, column {column}"
    raise DecodeError([Problem("", code, f"{message}{where}", line=line, column=column)]) from None


def check_version(document: Any) -> None:  # noqa: ANN401  JSON is any of its types
    """Refuse a document that is no object, or whose format version this library does not read (``UnsupportedVersion``)."""
    if document.__class__ is not dict:
        raise DecodeError([Problem("", "type.object", f"expected an object, not {shown(document)}", document)])
    if "coopmodel" not in document:
        raise UnsupportedVersion(
            [Problem("/coopmodel", "version.missing", "the member 'coopmodel' must name the format version, such as '1.0'")]
        )
    version: Any = document["coopmodel"]
    try:
        refuse_null(version)
        to_version(version)
    except InvalidValue as error:
        raise UnsupportedVersion([Problem("/coopmodel", error.code, error.message, error.value)]) from None
