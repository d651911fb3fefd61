"""Identifiers of entities, references to them, and the anchors of relative dates.

Each is a plain ``str`` at run time (a ``NewType``): nothing to build when a record is read, nothing to encode when it is written.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NewType

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.memory import remember
from coopmodel.values.several import several

Identifier = NewType("Identifier", str)
"""Names one entity of a record: ``[a-z0-9]+(?:[-._][a-z0-9]+)*``, 1 to 128 ASCII characters, none of the anchor words."""

Reference = NewType("Reference", str)
"""An id of this record (``"unodc-mou"``), or the id of another agreement, ``#`` and an id in it (``"us-mx-hlsd-2021#unodc-mou"``)."""

Anchor = NewType("Anchor", str)
"""What a relative date starts from: the id of a meeting or milestone, or one of ``ANCHOR_WORDS``."""

ANCHOR_WORDS: Final = ("signature", "adoption", "entry-into-force")
"""Events of the agreement itself; no entity may be named so."""

LONGEST_IDENTIFIER: Final = 128

_KNOWN: Final[set[str]] = set()
"""Identifiers that were found right: most are named several times. Bounded; safe to use from several threads."""
_KEPT: Final = 8192

_FORM = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")


def to_identifier(value: str) -> Identifier:
    """Return the text as an identifier.

    Raises:
        InvalidValue: ``type.string``, ``identifier.form`` or, for an anchor word, ``identifier.reserved``.
    """
    if value.__class__ is not str or value not in _KNOWN:
        _check_form(value, "identifier.form")
        _refuse_anchor_words(value, value)
        remember(_KNOWN, value, _KEPT)
    return Identifier(value)


def to_optional_identifier(value: str | None) -> Identifier | None:
    """Return the text as an identifier; ``None`` stays ``None``."""
    return None if value is None else to_identifier(value)


def to_identifiers(values: Iterable[str]) -> tuple[Identifier, ...]:
    """Return the texts as identifiers."""
    return several(values, to_identifier)


def to_reference(value: str) -> Reference:
    """Return the text as a reference to an entity of this record or, with ``#``, of another.

    Raises:
        InvalidValue: ``type.string``, ``reference.form`` or ``identifier.reserved``.
    """
    if type(value) is str and "#" in value:
        record, _, entity = value.partition("#")
        _check_form(record, "reference.form", value)
        _check_form(entity, "reference.form", value)
        _refuse_anchor_words(record, value)
        _refuse_anchor_words(entity, value)
        return Reference(value)
    return Reference(to_identifier(value))


def to_references(values: Iterable[str]) -> tuple[Reference, ...]:
    """Return the texts as references."""
    return several(values, to_reference)


def to_anchor(value: str) -> Anchor:
    """Return the text as an anchor.

    Raises:
        InvalidValue: ``type.string`` or ``identifier.form``.
    """
    _check_form(value, "identifier.form")
    return Anchor(value)


def _refuse_anchor_words(word: str, given: str) -> None:
    if word in ANCHOR_WORDS:
        raise InvalidValue("identifier.reserved", f"{word!r} is an event of the agreement and names no entity", given)


def _check_form(text: str, code: str, whole: str | None = None) -> None:
    if type(text) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(text)}", text)
    if len(text) > LONGEST_IDENTIFIER or not _FORM.fullmatch(text):
        given = text if whole is None else whole
        what = "an identifier" if whole is None else "a reference (id of another agreement, '#', id in it)"
        near = None if whole is not None else _near(text)
        hint = "" if near is None else f"; {near!r} is one"
        raise InvalidValue(
            code,
            f"{shown(given)} is not {what}: 1 to {LONGEST_IDENTIFIER} of a-z and 0-9, in runs joined by single '-', '.' or '_'{hint}",
            given,
            allowed=() if near is None else (near,),
        )


def _near(text: str) -> str | None:
    """Return the identifier that a text comes to without capitals, accents and other signs, if it comes to one."""
    if len(text) > LONGEST_IDENTIFIER:
        return None
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    runs = re.findall(r"[-._]?[a-z0-9]+", letters)
    near = "".join([run if run[0] in "-._" else f"-{run}" for run in runs])[1:]
    return near if near and len(near) <= LONGEST_IDENTIFIER else None
