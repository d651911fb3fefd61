"""JSON text to plain types: what is no JSON, or says something twice, is refused with its place."""

import json
import math
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import Any, Final, NoReturn

import msgspec

from coopmodel.errors import DecodeError, Problem, shown
from coopmodel.wire.limits import LIMITS, Limits, limited
from coopmodel.wire.repeated import find_repeated

_BYTE: Final = re.compile(r"\(byte ([0-9]+)\)")
_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|-?[0-9][-+.0-9Ee]*', re.DOTALL)
"""A string, also one that is cut off, so that the search never turns back; or a number."""
_FEW_DIGITS: Final = 640
"""Integers of so many digits are read whatever Python's own limit is set to."""
_BRACKET: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[][{}]', re.DOTALL)
"""A bracket, or a string, also one that is cut off, so that the search never turns back."""
_ONE_TOO_FAR: Final = {"trailing characters", "invalid escape character in string", "invalid character in unicode escape"}
"""What msgspec notices one byte after the wrong one."""
_SURROGATE: Final = "the text holds a lone surrogate, which is no character"
NO_STACK: Final = "the text is nested deeper than Python's stack allows here"
_BOM: Final = b"\xef\xbb\xbf"


def parsed(text: str | bytes, limits: Limits = LIMITS) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return what a JSON text says, in plain types.

    A number that a float would round is a ``Decimal``, which every member of a record refuses.

    Raises:
        TypeError: It is neither ``str`` nor ``bytes``.
        DecodeError: It is no JSON (``json.*``), with line and column where they are known, or is too large. How deep it is nested is asked
            only where the parser cannot follow: ``refuse_deeper`` counts.
    """
    text = encoded(text, limits)
    if text.startswith(_BOM):
        _refuse("json.encoding", "the text begins with a byte order mark; write UTF-8 without one", 1, 1)
    try:
        return _DECODER.decode(text)
    except RecursionError:
        _refuse_deep(text, limits.depth)
    except (msgspec.DecodeError, UnicodeError) as error:
        _refuse(*_explained(text, error))


def encoded(text: str | bytes, limits: Limits) -> bytes:
    """Return the text in UTF-8.

    Raises:
        TypeError: It is neither ``str`` nor ``bytes``.
        DecodeError: ``json.size``: it has more bytes than the limit. ``json.encoding``: it holds what no UTF-8 can say.
    """
    if not isinstance(text, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected str or bytes, not {shown(text)}")
    if len(text) > limits.size:
        _refuse_larger(limits.size)
    if isinstance(text, bytes):
        return text
    found = _encoded(text)
    if len(found) > limits.size:
        _refuse_larger(limits.size)
    return found


def _refuse_larger(size: int) -> NoReturn:
    _refuse("json.size", f"the text has more than {size} bytes")


def refuse_deeper(text: str | bytes, document: Any, depth: int) -> None:  # noqa: ANN401  JSON is any of its types
    """Refuse a text that was parsed where more than so many objects and arrays stand within each other.

    Raises:
        DecodeError: ``json.depth``, with line and column of the first that stands too deep.
    """
    level: list[Any] = [[document]]
    for _ in range(depth + 1):
        parts = chain.from_iterable([around.values() if around.__class__ is dict else around for around in level])
        level = [part for part in parts if part.__class__ is dict or part.__class__ is list]
        if not level:
            return
    _refuse_deep(text.encode() if isinstance(text, str) else text, depth)


def _refuse_deep(text: bytes, depth: int) -> NoReturn:
    """Refuse a text for its depth; one that is not too deep was read by somebody who has hardly any stack left."""
    open_ = 0
    for token in _BRACKET.finditer(text):
        open_ += (token[0] in b"[{") - (token[0] in b"]}")
        if open_ > depth:
            before = text[: token.start()].decode(errors="ignore")
            _refuse("json.depth", f"more than {depth} objects and arrays stand within each other", *_place(before, len(before)))
    _refuse("json.depth", NO_STACK)


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
    """Return what ``each_repeated`` yields, as far as it is told by default."""
    return limited(each_repeated(text), LIMITS)


def each_repeated(text: str | bytes) -> Iterator[Problem]:
    """Yield a problem for each name that stands twice or more in one object of a text that was parsed already.

    Raises:
        DecodeError: ``json.depth``: it is nested deeper than the second parser can follow.
    """
    try:
        return find_repeated(text)
    except RecursionError:
        _refuse("json.depth", NO_STACK)


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
        return ("json.syntax", f"not JSON: {wrong.msg.removesuffix(' at')}", wrong.lineno, wrong.colno)
    except (RecursionError, ValueError):  # nested too deep for it, or an integer of thousands of digits
        pass
    return _refused_token(characters) or ("json.syntax", f"not JSON: {message}", 1, 1)


def _refused_token(characters: str) -> tuple[str, str, int, int] | None:
    """Return code, message, line and column of the first token that JSON's grammar allows and no record can hold."""
    for token in _TOKEN.finditer(characters):
        if token[0].startswith('"'):
            if "\\u" in token[0] and _is_no_text(token[0]):
                return ("json.encoding", _SURROGATE, *_place(characters, token.start()))
        elif len(token[0]) > _FEW_DIGITS and _is_no_number(token[0]):
            return ("json.number", "the integer has thousands of digits", *_place(characters, token.start()))
    return None


def _is_no_text(token: str) -> bool:
    try:
        json.loads(token).encode()
    except ValueError as error:
        return isinstance(error, UnicodeEncodeError)  # and not cut off
    return False


def _is_no_number(token: str) -> bool:
    try:
        json.loads(token)
    except ValueError:
        return True
    return False


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _refuse(code: str, message: str, line: int | None = None, column: int | None = None) -> NoReturn:
    where = "" if line is None else f" at line {line}, column {column}"
    raise DecodeError([Problem("", code, f"{message}{where}", line=line, column=column)]) from None
