"""Words of the open code lists: a listed word, or a user's own word behind a prefix and a colon (``"acme:joint-command"``)."""

import re
from collections.abc import Collection, Iterable
from typing import Final, NewType

from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import COMMITMENT_KINDS, FUNCTIONS, INSTRUMENTS, SOURCE_KINDS
from coopmodel.errors import InvalidValue, shown
from coopmodel.values.several import several

AreaCode = NewType("AreaCode", str)
"""A thematic area: a built-in theme, or a prefixed word that the record's taxonomy should describe."""
Instrument = NewType("Instrument", str)
"""What an agreement is, as a document."""
Function = NewType("Function", str)
"""What an authority does within its government."""
CommitmentKind = NewType("CommitmentKind", str)
"""What is promised."""
SourceKind = NewType("SourceKind", str)
"""What a source is."""

_LONGEST: Final = 128
_OWN: Final = r"[a-z0-9]+(?:[-._][a-z0-9]+)*:[a-z0-9]+(?:[-._][a-z0-9]+)*"


def to_area_code(value: str) -> AreaCode:
    """Return the text as the code of a thematic area, or raise ``InvalidValue`` (``type.string``, ``area.unknown``)."""
    _check(value, THEMES, "area.unknown", "a thematic area")
    return AreaCode(value)


def to_area_codes(values: Iterable[str]) -> tuple[AreaCode, ...]:
    """Return the texts as codes of thematic areas."""
    return several(values, to_area_code)


def to_optional_area_code(value: str | None) -> AreaCode | None:
    """Return the text as the code of a thematic area; ``None`` stays ``None``."""
    return None if value is None else to_area_code(value)


def to_own_area_code(value: str) -> AreaCode:
    """Return the text as a prefixed area code, the only ones that a record's taxonomy may describe.

    Raises:
        InvalidValue: ``type.string``, or ``area.builtin`` for a word without a prefix: the built-in list may come to hold it.
    """
    if type(value) is str and _is_own(value):
        return AreaCode(value)
    to_area_code(value)
    raise InvalidValue("area.builtin", f"{value!r} is a built-in area; an area of one's own has a prefix and a colon", value)


def to_instrument(value: str) -> Instrument:
    """Return the text as a kind of instrument, or raise ``InvalidValue`` (``type.string``, ``code.unknown``)."""
    _check(value, INSTRUMENTS, "code.unknown", "a kind of instrument")
    return Instrument(value)


def to_optional_instrument(value: str | None) -> Instrument | None:
    """Return the text as a kind of instrument; ``None`` stays ``None``."""
    return None if value is None else to_instrument(value)


def to_function(value: str) -> Function:
    """Return the text as an authority's function, or raise ``InvalidValue`` (``type.string``, ``code.unknown``)."""
    _check(value, FUNCTIONS, "code.unknown", "an authority's function")
    return Function(value)


def to_optional_function(value: str | None) -> Function | None:
    """Return the text as an authority's function; ``None`` stays ``None``."""
    return None if value is None else to_function(value)


def to_commitment_kind(value: str) -> CommitmentKind:
    """Return the text as a kind of commitment, or raise ``InvalidValue`` (``type.string``, ``code.unknown``)."""
    _check(value, COMMITMENT_KINDS, "code.unknown", "a kind of commitment")
    return CommitmentKind(value)


def to_optional_commitment_kind(value: str | None) -> CommitmentKind | None:
    """Return the text as a kind of commitment; ``None`` stays ``None``."""
    return None if value is None else to_commitment_kind(value)


def to_source_kind(value: str) -> SourceKind:
    """Return the text as a kind of source, or raise ``InvalidValue`` (``type.string``, ``code.unknown``)."""
    _check(value, SOURCE_KINDS, "code.unknown", "a kind of source")
    return SourceKind(value)


def _is_own(value: str) -> bool:
    return len(value) <= _LONGEST and ":" in value and re.fullmatch(_OWN, value) is not None


def _check(value: str, words: Collection[str], code: str, what: str) -> None:
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if value not in words and not _is_own(value):
        message = f"{shown(value)} is not {what}: one of {', '.join(words)}; or a word of your own with a prefix, such as 'acme:word'"
        raise InvalidValue(code, message, value, allowed=words)
