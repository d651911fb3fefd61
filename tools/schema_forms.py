"""The forms of all value types as JSON Schema: as strict as a pattern can be in every engine.

Patterns keep to what ECMA-262, Python and Rust read alike: no named groups, no look-behind, no Unicode classes. ``$`` alone would let a
Python reader accept a newline at the end.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final

from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.currencies import CURRENCIES
from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import COMMITMENT_KINDS, FUNCTIONS, INSTRUMENTS, SOURCE_KINDS
from coopmodel.model.agreement import FORMAT_VERSION, FormatVersion, RuleCode
from coopmodel.values.countries import Country, SubdivisionCode
from coopmodel.values.dates import PartialDate
from coopmodel.values.digests import Digest
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions, JsonObject
from coopmodel.values.identifiers import ANCHOR_WORDS, Anchor, Identifier, Reference
from coopmodel.values.languages import LanguageTag
from coopmodel.values.open_codes import AreaCode, CommitmentKind, Function, Instrument, SourceKind
from coopmodel.values.periods import Period
from coopmodel.values.quantities import CurrencyCode, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.values.urls import Url

Schema = Mapping[str, Any]

_SLUG: Final = "[a-z0-9]+(?:[-._][a-z0-9]+)*"
_LEAP: Final = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTH_AND_DAY: Final = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DAY: Final = f"(?!0000)(?:[0-9]{{4}}-{_MONTH_AND_DAY}|{_LEAP}-02-29)"
_COMPACT_DAY: Final = (
    "(?!0000)(?:[0-9]{4}(?:(?:0[13578]|1[02])(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)(?:0[1-9]|[12][0-9]|30)"
    f"|02(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}0229)"
)
_DATE: Final = f"(?:{_DAY}|(?!0000)[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01]))?)[?~%]?"
_PERIOD: Final = rf"(?:{_DATE}/(?:{_DATE}|\.\.)?|(?:\.\.)?/{_DATE})"
_UP_TO_9999: Final = "[1-9][0-9]{0,3}"
_DURATION: Final = f"-?P(?:(?=[0-9])(?:{_UP_TO_9999}Y)?(?:{_UP_TO_9999}M)?(?:{_UP_TO_9999}D)?|{_UP_TO_9999}W)"
_NUMBER: Final = r"(?:-?[1-9][0-9]*(?:\.[0-9]+)?|0(?:\.[0-9]+)?|-0\.0*[1-9][0-9]*)~?"
_QUANTITY: Final = rf"(?:{_NUMBER}(?:/(?:{_NUMBER}|\.\.))?|\.\./{_NUMBER})"
_UP_TO_999: Final = "[1-9][0-9]{0,2}"
_BY_MONTH: Final = "(?:[1-9]|1[0-2])"
_BY_DAY: Final = "-?(?:[1-9]|[12][0-9]|3[01])"
_WEEKDAY: Final = "(?:MO|TU|WE|TH|FR|SA|SU)"
_CHARACTER: Final = "(?:[A-Za-z0-9\\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
_USER: Final = "(?:(?:[A-Za-z0-9\\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*@)?"
_HOST: Final = "(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9.])?|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?"
_RECURRENCE: Final = (
    "RRULE:FREQ=(?:"
    "DAILY{ends}"
    "|WEEKLY{ends}(?:;BYDAY={weekday}(?:,{weekday})*)?"
    "|MONTHLY{ends}(?:;BYMONTHDAY={month_day}(?:,{month_day})*|;BYDAY=(?:{weekday}(?:,{weekday})*|{ordinal}(?:,{ordinal})*))?"
    "|YEARLY{ends}(?:;BYMONTH={month}(?:,{month})*)?"
    "(?:;BYMONTHDAY={month_day}(?:,{month_day})*|;BYDAY=(?:{weekday}(?:,{weekday})*|{ordinal}(?:,{ordinal})*))?"
    ")"
).format(
    ends=f"(?:;INTERVAL=(?!1(?:;|$)){_UP_TO_999})?(?:;COUNT={_UP_TO_999}|;UNTIL={_COMPACT_DAY})?",
    weekday=_WEEKDAY,
    ordinal=f"-?[1-5]{_WEEKDAY}",
    month=_BY_MONTH,
    month_day=_BY_DAY,
)
_LANGUAGE: Final = (
    "(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
    "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    "|x(?:-[a-z0-9]{1,8})+)"
)
_URL: Final = f"(?:(?:https?|ftp)://{_USER}{_HOST}(?:[/?]{_CHARACTER}*)?(?:#{_CHARACTER}*)?|urn:[a-z0-9][a-z0-9-]{{1,31}}:{_CHARACTER}+)"


def text_form(pattern: str, longest: int | None = None) -> dict[str, Any]:
    """Return the schema of a text that matches the whole pattern."""
    found: dict[str, Any] = {"type": "string", "pattern": f"^{pattern}$(?!\\n)"}
    return found if longest is None else found | {"maxLength": longest}


def open_list(words: Iterable[str]) -> dict[str, Any]:
    """Return the schema of a listed word or one with a user's own prefix."""
    return {"anyOf": [{"enum": [*words]}, text_form(f"{_SLUG}:{_SLUG}", 128)]}


def any_of(*names: str) -> dict[str, Any]:
    """Return the schema of an object that has at least one of these members."""
    return {"anyOf": [{"required": [name]} for name in names]}


def one_of(name: str) -> dict[str, str]:
    """Return a reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


_PART: Final = "(?=[^#]{1,128}(?:#|$))"
OWN_AREA_CODE: Final = text_form(f"{_SLUG}:{_SLUG}", 128)
_NOT_AN_ANCHOR: Final = {"not": {"enum": [*ANCHOR_WORDS]}}
_CURRENT: Final = [code for code in COUNTRIES if len(code) == len("CL")]

INVISIBLE: Final = (
    r"\u0000-\u0020\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064"
    r"\u2066-\u206f\u3000\ufeff\ufff9-\ufffb"
)
"""White space, controls and format characters of the basic plane, spelt out: engines differ in what they call white space.

Beyond that plane they differ in how a character is written, so there only the library looks.
"""

VISIBLE: Final = "VisibleText"
"""Name of the definition of a text that is not blank."""

FORMS: Final[Mapping[Any, Schema]] = {
    datetime.date: text_form(_DAY),
    Identifier: text_form(_SLUG, 128) | _NOT_AN_ANCHOR,
    Anchor: text_form(_SLUG, 128),
    Reference: text_form(f"(?:{_PART}{_SLUG}#)?{_PART}{_SLUG}", 257) | {"not": {"pattern": f"(?:^|#)(?:{'|'.join(ANCHOR_WORDS)})(?:#|$)"}},
    Url: text_form(_URL, 2048),
    LanguageTag: text_form(_LANGUAGE, 64),
    Digest: text_form("sha256:[0-9a-f]{64}"),
    RuleCode: text_form("[A-Z]{2,16}[0-9]{3}"),
    FormatVersion: text_form(rf"{FORMAT_VERSION.partition('.')[0]}\.(?:0|[1-9][0-9]{{0,5}})"),
    SubdivisionCode: text_form(f"(?:{'|'.join(_CURRENT)})-[A-Z0-9]{{1,3}}"),
    CurrencyCode: {"enum": sorted(CURRENCIES)},
    AreaCode: open_list(THEMES),
    Instrument: open_list(INSTRUMENTS),
    Function: open_list(FUNCTIONS),
    CommitmentKind: open_list(COMMITMENT_KINDS),
    SourceKind: open_list(SOURCE_KINDS),
    Country: {"enum": [*COUNTRIES]},
    PartialDate: text_form(_DATE),
    Period: text_form(_PERIOD),
    PartialDate | Period: {"anyOf": [one_of("PartialDate"), one_of("Period")]},
    Duration: text_form(_DURATION),
    Quantity: text_form(_QUANTITY, 80),
    Recurrence: text_form(_RECURRENCE, 256),
    Text: {
        "type": "object",
        "minProperties": 1,
        "propertyNames": one_of("LanguageTag"),
        "additionalProperties": one_of(VISIBLE),
    },
    Timing: {
        "anyOf": [
            one_of("PartialDate"),
            one_of("Period"),
            {
                "type": "object",
                "properties": {"anchor": one_of("Anchor"), "offset": one_of("Duration")},
                "required": ["anchor"],
                "additionalProperties": False,
            },
        ]
    },
    JsonObject: {"type": "object", "additionalProperties": True},
    Extensions: {"type": "object", "propertyNames": text_form(_SLUG, 128) | _NOT_AN_ANCHOR, "additionalProperties": one_of("JsonObject")},
}
"""By type of the model: its schema."""
