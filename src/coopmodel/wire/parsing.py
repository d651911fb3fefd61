"""JSON text to plain types: what is no JSON, or says something twice, is refused with its place."""

import json
import math
import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

import msgspec

from coopmodel.errors import DecodeError, Problem, shown
from coopmodel.wire.repeated import find_repeated

_BYTE: Final = re.compile(r"\(byte ([0-9]+)\)")
_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][-+.0-9Ee]*', re.DOTALL)
_ONE_TOO_FAR: Final = {"trailing characters", "invalid escape character in string", "invalid character in unicode escape"}
"""What msgspec notices one byte after the wrong one."""
_SURROGATE: Final = "the text holds a lone surrogate, which is no character"
_BOM: Final = b"\xef\xbb\xbf"


def parsed(text: str | bytes) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return what a JSON text says, in plain types.

    A number that a float would round is a ``Decimal``, which every member of a record refuses.

    Raises:
        TypeError: It is neither ``str`` nor ``bytes``.
        DecodeError: It is no JSON (``json.*``), with line and column where they are known.
    """
    text = encoded(text)
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


def repeated(text: str | bytes) -> tuple[Problem, ...]:
    """Return a problem for each name that stands twice or more in one object of a text that was parsed already.

    Raises:
        DecodeError: ``json.depth``: it is nested deeper than the second parser can follow.
    """
    try:
        return find_repeated(text)
    except RecursionError:
        _refuse("json.depth", "the text is nested too deep")


def encoded(text: str | bytes) -> bytes:
    """Return the text in UTF-8.

    Raises:
        TypeError: It is neither ``str`` nor ``bytes``.
        DecodeError: ``json.encoding``: it holds a lone surrogate.
    """
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected str or bytes, not {shown(text)}")
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
