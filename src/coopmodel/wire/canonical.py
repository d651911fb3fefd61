"""The canonical form of JSON: one spelling, byte for byte (RFC 8785, JSON Canonicalization Scheme)."""

import json
from collections.abc import Mapping
from typing import Any, Final

_PLAIN_UP_TO: Final = 21
"""ECMAScript writes numbers of up to so many digits before the point without an exponent."""
_PLAIN_DOWN_TO: Final = -6


def canonical(document: Any) -> str:  # noqa: ANN401  JSON is any of its types
    """Return the canonical form of a document made of plain JSON types: members sorted, no white space, one spelling of each value."""
    return "".join(_parts(document))


def _parts(document: Any) -> list[str]:  # noqa: ANN401  JSON is any of its types
    """Return the text in parts; a loop, since an extension may be nested as deep as it likes to be."""
    parts: list[str] = []
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, _Text):
            parts.append(value)
        elif isinstance(value, dict):
            waiting.extend(reversed(_object(value)))  # pyright: ignore[reportUnknownArgumentType]
        elif isinstance(value, list):
            waiting.extend(reversed(_array(value)))  # pyright: ignore[reportUnknownArgumentType]
        else:
            parts.append(_scalar(value))
    return parts


class _Text(str):
    """A part that is text already."""

    __slots__ = ()


def _object(members: Mapping[str, Any]) -> list[Any]:
    parts: list[Any] = []
    for name in sorted(members, key=_utf16):
        parts.extend((_Text(f"{',' if parts else '{'}{_quoted(name)}:"), members[name]))
    return [*parts, _Text("}" if parts else "{}")]


def _array(values: list[Any]) -> list[Any]:
    parts: list[Any] = []
    for value in values:
        parts.extend((_Text("," if parts else "["), value))
    return [*parts, _Text("]" if parts else "[]")]


def _scalar(value: Any) -> str:  # noqa: ANN401  a JSON scalar
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        return _number(value)
    return json.dumps(value)


def _utf16(name: str) -> bytes:
    """Sort by UTF-16 code units, which is not the order of code points beyond the basic plane."""
    return name.encode("utf-16-be")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _number(value: float) -> str:
    """Write a finite number as ECMAScript does (ECMA-262, Number::toString)."""
    sign, text = ("-", repr(-value)) if value < 0 else ("", repr(abs(value)))
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    if not digits:
        return "0"
    if len(digits) <= point <= _PLAIN_UP_TO:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= _PLAIN_UP_TO:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if _PLAIN_DOWN_TO < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    rest = f".{digits[1:]}" if digits[1:] else ""
    return f"{sign}{digits[0]}{rest}e{'+' if point > 0 else '-'}{abs(point - 1)}"
