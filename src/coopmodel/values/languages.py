"""Language tags in the form and canonical case of BCP 47 (RFC 5646, sections 2.1 and 2.1.1)."""

import re
from collections.abc import Iterable
from typing import Final, NewType

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.memory import remember
from coopmodel.values.several import several

LanguageTag = NewType("LanguageTag", str)
"""Such as ``"es"``, ``"es-419"``, ``"zh-Hant-TW"``. Subtags are checked for form, not against the IANA registry."""

KNOWN: Final[set[str]] = set()
"""Tags that were found right: nearly all are of a few languages. Bounded; safe to use from several threads."""

_KEPT: Final = 1024
_LONGEST: Final = 64
_FORM: Final = (
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language, extended language; longer ones are reserved, and none is registered
    r"(?:-[A-Z][a-z]{3})?"  # script
    r"(?:-(?:[A-Z]{2}|[0-9]{3}))?"  # region: ISO 3166-1 or UN M49
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?"  # private use
    r"|x(?:-[a-z0-9]{1,8})+"
)
_TWO_LETTERS: Final = 2
_FOUR_LETTERS: Final = 4


def to_language_tag(value: str) -> LanguageTag:
    """Return the text as a language tag.

    Raises:
        InvalidValue: ``type.string``, ``language.form``, or ``language.case`` when only the case of its letters is not the canonical one.
    """
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if value in KNOWN:
        return LanguageTag(value)
    if len(value) <= _LONGEST:
        if re.fullmatch(_FORM, value):
            remember(KNOWN, value, _KEPT)
            return LanguageTag(value)
        canonical = _canonical_case(value)
        if re.fullmatch(_FORM, canonical):
            raise InvalidValue(
                "language.case", f"the language tag {value!r} is spelt {canonical!r} in canonical case", value, allowed=(canonical,)
            )
    near = _near(value)
    hint = "" if near is None else f"; it is written {near!r}"
    allowed = () if near is None else (near,)
    raise InvalidValue(
        "language.form", f"{shown(value)} is not a BCP 47 language tag, such as 'es' or 'es-419'{hint}", value, allowed=allowed
    )


def to_language_tags(values: Iterable[str]) -> tuple[LanguageTag, ...]:
    """Return the texts as language tags."""
    return several(values, to_language_tag)


def to_optional_language_tag(value: str | None) -> LanguageTag | None:
    """Return the text as a language tag; ``None`` stays ``None``."""
    return None if value is None else to_language_tag(value)


_NAMES: Final = {
    "aimara": "ay",
    "alemán": "de",
    "arabic": "ar",
    "aymara": "ay",
    "castellano": "es",
    "chinese": "zh",
    "chino": "zh",
    "deutsch": "de",
    "english": "en",
    "español": "es",
    "espagnol": "es",
    "espanhol": "es",
    "french": "fr",
    "français": "fr",
    "francés": "fr",
    "german": "de",
    "guaraní": "gn",
    "inglés": "en",
    "inglês": "en",
    "italian": "it",
    "italiano": "it",
    "portugués": "pt",
    "português": "pt",
    "portuguese": "pt",
    "quechua": "qu",
    "ruso": "ru",
    "russian": "ru",
    "spanish": "es",
    "árabe": "ar",
}
"""What is often written for a language in which agreements are made."""


def _near(value: str) -> str | None:
    """Return the tag that was meant: by a language's name, or with other signs between its parts."""
    if len(value) > _LONGEST:
        return None
    tag = _NAMES.get(value.casefold()) or _canonical_case(value.strip().replace("_", "-"))
    return tag if re.fullmatch(_FORM, tag) else None


def _canonical_case(tag: str) -> str:
    subtags = tag.lower().split("-")
    for index, subtag in enumerate(subtags[1:], start=1):
        if len(subtags[index - 1]) == 1:
            break
        if subtag.isascii() and subtag.isalpha():
            if len(subtag) == _TWO_LETTERS:
                subtags[index] = subtag.upper()
            elif len(subtag) == _FOUR_LETTERS:
                subtags[index] = subtag.title()
    return "-".join(subtags)
