"""What pydantic and msgspec need to check a record like this library: patterns, words, and what holds between members."""

import datetime
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Final

from coopmodel.codes import words
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.currencies import CURRENCIES
from coopmodel.codes.themes import THEMES
from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import FORMAT_VERSION, FormatVersion, RuleCode
from coopmodel.values import digests, languages, strings, urls
from coopmodel.values.countries import Country, SubdivisionCode
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.digests import Digest
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions, to_extensions
from coopmodel.values.identifiers import ANCHOR_WORDS, LONGEST_IDENTIFIER, Identifier, Reference
from coopmodel.values.languages import LanguageTag
from coopmodel.values.open_codes import AreaCode, CommitmentKind, Function, Instrument, SourceKind
from coopmodel.values.periods import Period, to_date_or_period
from coopmodel.values.quantities import CurrencyCode, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.timing import Timing
from coopmodel.values.urls import Url

_ID: Final = "[a-z0-9]+(?:[-._][a-z0-9]+)*"


def visible_character() -> str:
    """Return a character class that every engine of patterns knows: what is neither white space nor a control or format character."""
    invisible: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in strings._INVISIBLE:  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            if invisible and invisible[-1][1] == code - 1:
                invisible[-1][1] = code
            else:
                invisible.append([code, code])
    return "[^" + "".join([f"{_escaped(first)}-{_escaped(last)}" for first, last in invisible]) + "]"


def _escaped(code: int) -> str:
    return f"\\x{code:02x}" if code <= 0xFF else chr(code)  # noqa: PLR2004  one byte


def _one_of(listed: Iterable[str]) -> str:
    return rf"{'|'.join(map(re.escape, listed))}|{_OWN}"


_OWN: Final = rf"{_ID}:{_ID}"
VISIBLE: Final = visible_character()

FORMS: Final[dict[Any, tuple[str, int]]] = {
    Identifier: (_ID, LONGEST_IDENTIFIER),
    Reference: (rf"{_ID}(?:#{_ID})?", 2 * LONGEST_IDENTIFIER + 1),
    Url: (urls._FORM, urls._LONGEST),  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    LanguageTag: (languages._FORM, languages._LONGEST),  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    Digest: (digests._FORM, 71),  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    RuleCode: ("[A-Z]{2,16}[0-9]{3}", 19),
    FormatVersion: (re.escape(FORMAT_VERSION), 3),
    CurrencyCode: ("|".join(CURRENCIES), 3),
    SubdivisionCode: (rf"(?:{'|'.join([code for code in COUNTRIES if code.isalpha() and len(code) == len('CL')])})-[A-Z0-9]{{1,3}}", 6),
    AreaCode: (_one_of(THEMES), 128),
    Instrument: (_one_of(words.INSTRUMENTS), 128),
    Function: (_one_of(words.FUNCTIONS), 128),
    CommitmentKind: (_one_of(words.COMMITMENT_KINDS), 128),
    SourceKind: (_one_of(words.SOURCE_KINDS), 128),
}
"""Types that are texts of one form: a pattern for the whole, and the greatest length."""

OWN_AREA: Final = (_OWN, 128)


def timing(value: Any) -> Timing:
    """Return a timing, from a text or from an object with the members ``anchor`` and ``offset``."""
    if isinstance(value, str):
        return Timing(value)
    members: dict[str, Any] = value if value.__class__ is dict else {}
    if not {"anchor"} <= members.keys() <= {"anchor", "offset"} or None in members.values():
        raise InvalidValue("type.timing", "no timing", value)
    return Timing(**members)


def extensions(value: Any) -> Extensions:
    """Return extensions from an object."""
    if not isinstance(value, dict):
        raise InvalidValue("type.object", "no object", value)
    return to_extensions(value)  # pyright: ignore[reportUnknownArgumentType]


VALUES: Final[dict[Any, Callable[[Any], Any]]] = {
    datetime.date: to_date,
    Country: Country,
    PartialDate: PartialDate,
    Period: Period,
    PartialDate | Period: to_date_or_period,
    Duration: Duration,
    Quantity: Quantity,
    Recurrence: Recurrence,
    Timing: timing,
    Extensions: extensions,
}
"""Types that are objects of their own, in every library the same."""


def refuse_reserved(value: str) -> str:
    """Return an identifier or a reference, unless it names an event of the agreement."""
    if any(part in ANCHOR_WORDS for part in value.split("#")) or len(value.rpartition("#")[2]) > LONGEST_IDENTIFIER:
        raise ValueError("reserved")
    return value


def refuse_decomposed(value: str) -> str:
    """Return a text in normalization form C."""
    if not value.isascii() and not unicodedata.is_normalized("NFC", value):
        raise ValueError("not normalized")
    return value
