"""The value forms of the wire format: what each is for, its bounds, and values that are taken and refused."""

import datetime
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from coopmodel.model.agreement import FormatVersion, RuleCode, to_rule_code, to_version
from coopmodel.model.fields import AtLeast, check_boolean, check_integer
from coopmodel.values.bounds import Bounds
from coopmodel.values.countries import Country, SubdivisionCode, to_subdivision_code
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.digests import Digest, to_digest
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions
from coopmodel.values.identifiers import Anchor, Identifier, Reference, to_anchor, to_identifier, to_reference
from coopmodel.values.languages import LanguageTag, to_language_tag
from coopmodel.values.open_codes import AreaCode, CommitmentKind, Function, Instrument, SourceKind, to_area_code, to_commitment_kind
from coopmodel.values.periods import Period, to_date_or_period
from coopmodel.values.quantities import CurrencyCode, Quantity, to_currency
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.strings import to_string
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing, to_timing
from coopmodel.values.urls import Url, to_url


class Spellings(NamedTuple):
    """How what sources say is written in a form.

    Attributes:
        shown: What stands over the columns that tell what was read.
        show: Returns these of a value that was read.
        rows: What a source says, and the value.
    """

    shown: tuple[str, ...]
    show: Callable[[Any], tuple[str, ...]]
    rows: tuple[tuple[str, Any], ...]


class Form(NamedTuple):
    """One form.

    Attributes:
        name: What it is called where a member has it.
        types: The types of the model that have it.
        about: What it says, and what bounds it.
        read: Takes a value, or raises ``InvalidValue``.
        right: Values that are taken.
        wrong: Values that are refused.
        spellings: How what sources say is written, where that is asked often.
    """

    name: str
    types: tuple[Any, ...]
    about: str
    read: Callable[[Any], Any]
    right: tuple[Any, ...]
    wrong: tuple[Any, ...]
    spellings: Spellings | None = None

    @property
    def identifier(self) -> str:
        """The id of its section."""
        return self.name.replace(" ", "-").lower()


def to_ordinal(number: object) -> None:
    """Refuse what is no whole number of at least 1."""
    check_integer(number, AtLeast(1))


_SIGNED: Final = PartialDate("2025-06-05")
_UNTIL: Final = datetime.date(2029, 12, 31)
_SHOWN: Final = 3


def first_and_last(timing: Timing) -> tuple[str, ...]:
    """Return the first and the last day of a timing, where the signature has the day told over the column."""
    bounds = timing.resolve({"signature": _SIGNED})
    if not isinstance(bounds, Bounds):
        raise ValueError(f"{timing} has no days")  # noqa: TRY004  it is of the right type
    ends = ((bounds.earliest, bounds.earliest_certain), (bounds.latest, bounds.latest_certain))
    return tuple([("none" if certain else "not known") if day is None else f"{'' if certain else 'about '}{day}" for day, certain in ends])


def first_days(recurrence: Recurrence) -> tuple[str, ...]:
    """Return the first days of a recurrence that begins with the day told over the column."""
    days = recurrence.dates(_SIGNED.earliest, _UNTIL)
    return (f"{', '.join(map(str, days[:_SHOWN]))}{', …' if len(days) > _SHOWN else ''}",)


FORMS_TOLD: Final = (
    Form(
        "text",
        (Text,),
        "What a source says, by language: an object from [language tag](#language-tag) to text, at least one. Nobody guesses a language, "
        "so a bare string is refused. Each text has a visible character and is in Unicode normalization form C. Any length.",
        Text,
        ({"es": "Segunda reunión", "en": "Second meeting"},),
        ("Second meeting", {}, {"es": " "}, {"ES": "Segunda reunión"}),
    ),
    Form(
        "string",
        (str,),
        "A text in no particular language: a name, an acronym, words quoted verbatim. It has a visible character. Any length.",
        to_string,
        ("CAN", "p. 4"),
        ("", 4),
    ),
    Form("boolean", (bool,), "`true` or `false`.", check_boolean, (True, False), ("true", 1)),
    Form(
        "whole number",
        (int,),
        "A JSON number without fraction and exponent, from 0 or 1, as the member says, to 2^53-1 (9007199254740991). Every other number of a "
        "record is a text, since readers round numbers: see [quantity](#quantity).",
        to_ordinal,
        (1, 9007199254740991),
        (0, 1.0, "1"),
    ),
    Form(
        "identifier",
        (Identifier,),
        "Names one entity of a record: 1 to 128 characters `a-z` and `0-9`, in runs joined by single `-`, `.` or `_`. It is unique among all "
        "entities of the record, so what refers to it names no type. The words `signature`, `adoption` and `entry-into-force` are taken.",
        to_identifier,
        ("meeting-1", "cl.minrel"),
        ("Meeting 1", "a--b", "signature"),
    ),
    Form(
        "reference",
        (Reference,),
        "An identifier of this record; or the id of another agreement, `#` and an identifier in it.",
        to_reference,
        ("patrols", "ec-co-security-2022#patrols"),
        ("a#b#c", "a#"),
    ),
    Form(
        "anchor",
        (Anchor,),
        "Where a relative [timing](#timing) starts: the identifier of a meeting or milestone, or `signature`, `adoption` or "
        "`entry-into-force`, the dates of which stand under [participation](#participation).",
        to_anchor,
        ("signature", "meeting-1"),
        ("first meeting",),
    ),
    Form(
        "day",
        (datetime.date,),
        "An exact day, years 0001 to 9999.",
        to_date,
        ("2024-09-13",),
        ("2024-09", "2023-02-29", "13/09/2024"),
    ),
    Form(
        "date",
        (PartialDate,),
        "A date as vague as its source: a day, month, season, quarter, quadrimester, half-year or year, with `?` (uncertain), `~` (about) "
        "or `%` (both) at its end where the source is unsure. A part of [EDTF](edtf.md).",
        PartialDate,
        ("2024-09-13", "2024-09", "2024-41", "2024~"),
        ("2024-13", "202X", "2nd half of 2024"),
    ),
    Form(
        "period",
        (Period,),
        "Two dates joined by `/`. `..` is an end that is open, nothing an end that is not known; one of the two is a date. It does not "
        "certainly end before it starts. At most 64 characters. See [EDTF](edtf.md#level-1).",
        Period,
        ("2023/2024", "2024-01/..", "2024-07~/"),
        ("2024", "/", "2025/2024"),
    ),
    Form(
        "date or period",
        (PartialDate | Period,),
        "Either; a text with `/` is a period.",
        to_date_or_period,
        ("2024", "2024/2025"),
        ("2024-9",),
    ),
    Form(
        "timing",
        (Timing,),
        "When something is due or takes place: a date, a period, or an object with `anchor` (an [anchor](#anchor), required) and `offset` (a "
        "[duration](#duration); absent: at the same time). Unknown members of the object are refused by every codec.",
        to_timing,
        ("2024-41", "2024-01/2024-06", {"anchor": "signature", "offset": "P60D"}, {"anchor": "meeting-2"}),
        ("P60D", {"offset": "P60D"}, 2024),
        Spellings(
            (f"first day (signed on {_SIGNED})", "last day"),
            first_and_last,
            (
                ("in December 2025", "2025-12"),
                ("in December 2025 at the latest", "../2025-12"),
                ("in the first half of 2026", "2026-40"),
                ("before the end of the first half of 2026", "../2026-40"),
                ("in 2026, on a date to be agreed", "2026"),
                ("around the middle of 2026", "2026-06~"),
                ("in 2026 and 2027", "2026/2027"),
                ("from 2026 on, without end", "2026/.."),
                ("within 60 days of the signature", {"anchor": "signature", "offset": "P60D"}),
            ),
        ),
    ),
    Form(
        "duration",
        (Duration,),
        "A length of time by the calendar, ISO 8601: years, months and days, or weeks alone, each 1 to 9999; `-` in front for before. No "
        "time of day, no zeros, no fractions. `P12M` and `P1Y` are two values.",
        Duration,
        ("P60D", "P1Y6M", "P2W", "-P30D"),
        ("P0D", "PT12H", "60 days"),
    ),
    Form(
        "recurrence",
        (Recurrence,),
        "How often: a part of RFC 5545, in this order: `FREQ` (`DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`); `INTERVAL` 2 to 999; `COUNT` 1 to "
        "999 or `UNTIL` as `YYYYMMDD`; `BYMONTH` (yearly); `BYMONTHDAY` (monthly, yearly) or `BYDAY` (weekly, monthly, yearly). Each rule "
        "has one spelling. At most 256 characters. `COUNT` is how often in all. Of a commitment the first is its `due`; without one it is "
        "counted from the meeting where it was promised, which takes the place of the first, so give a `COUNT` its `due`.",
        Recurrence,
        ("RRULE:FREQ=MONTHLY;INTERVAL=6", "RRULE:FREQ=YEARLY;COUNT=5", "RRULE:FREQ=MONTHLY;BYDAY=1MO"),
        ("every six months", "RRULE:FREQ=HOURLY", "RRULE:FREQ=WEEKLY;BYDAY=TU,MO"),
        Spellings(
            (f"days, the first on {_SIGNED}",),
            first_days,
            (
                ("monthly", "RRULE:FREQ=MONTHLY"),
                ("quarterly", "RRULE:FREQ=MONTHLY;INTERVAL=3"),
                ("twice a year, every half-year", "RRULE:FREQ=MONTHLY;INTERVAL=6"),
                ("yearly", "RRULE:FREQ=YEARLY"),
                ("every two years", "RRULE:FREQ=YEARLY;INTERVAL=2"),
                ("twice in all, half a year apart", "RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2"),
                ("twice in all, a year apart", "RRULE:FREQ=YEARLY;COUNT=2"),
                ("yearly until the end of 2027", "RRULE:FREQ=YEARLY;UNTIL=20271231"),
            ),
        ),
    ),
    Form(
        "quantity",
        (Quantity,),
        "A decimal number as a text, or a range of two joined by `/`, both ends included; `..` is an open end, `~` at an end says about. "
        "The point is the decimal one, nothing groups digits, no leading zeros. At most 80 characters. `1.50` and `1.5` are two values.",
        Quantity,
        ("20000", "15000/20000", "../4000", "50000/..", "314000000~"),
        (20000, "20,000", "4000/15"),
    ),
    Form(
        "currency",
        (CurrencyCode,),
        "An ISO 4217 code, current or withdrawn; `XXX` where the source names none. [Codes](codes.md#currencies).",
        to_currency,
        ("USD", "XXX"),
        ("US$", "usd"),
    ),
    Form(
        "country",
        (Country,),
        "An ISO 3166-1 alpha-2 code, or the four letters of ISO 3166-3 for a former country. [Codes](codes.md#countries), "
        "[policy](../explanation/territories.md).",
        Country,
        ("CL", "SUHH"),
        ("CHL", "SU", "EU"),
    ),
    Form(
        "subdivision",
        (SubdivisionCode,),
        "An ISO 3166-2 code: a country's two letters, `-`, one to three capital letters or digits. What stands after the hyphen is not "
        "compared with the list.",
        to_subdivision_code,
        ("CL-AP",),
        ("AP", "ZZ-AP"),
    ),
    Form(
        "area",
        (AreaCode,),
        "A [thematic area](codes.md#areas): a word of the list, or one's own with a prefix and a colon, which `taxonomy` describes. At "
        "most 128 characters.",
        to_area_code,
        ("contraband", "acme:cattle-rustling"),
        ("cattle-rustling",),
    ),
    Form(
        "open code",
        (Instrument, Function, CommitmentKind, SourceKind),
        "A word of the list that the member names, or one's own: a prefix, a colon and a word, each in the form of an identifier, at most "
        "128 characters in all. Readers carry words of others along.",
        to_commitment_kind,
        ("joint-operation", "acme:joint-command"),
        ("joint-command",),
    ),
    Form(
        "language tag",
        (LanguageTag,),
        "BCP 47, in its canonical case; at most 64 characters. Subtags are not compared with the registry of IANA.",
        to_language_tag,
        ("es", "es-419", "zh-Hant-TW"),
        ("ES", "spanish"),
    ),
    Form(
        "address",
        (Url,),
        "An absolute `http`, `https`, `ftp` or `urn` address in ASCII, other characters percent-encoded; at most 2048 characters.",
        to_url,
        ("https://www.example.org/comunicado", "urn:isbn:9780000000000"),
        ("www.example.org", "https://example.org/año"),
    ),
    Form(
        "digest",
        (Digest,),
        "`sha256:` and 64 lower-case hexadecimal digits, over the exact bytes of a text.",
        to_digest,
        ("sha256:" + "0123456789abcdef" * 4,),
        ("sha256:0123",),
    ),
    Form(
        "rule code",
        (RuleCode,),
        "2 to 16 capital letters and three digits. [Built-in rules](rules.md).",
        to_rule_code,
        ("COV001", "ACME001"),
        ("cov1",),
    ),
    Form(
        "version",
        (FormatVersion,),
        "Major and minor number of the format. What is read is told in [compatibility](compatibility.md).",
        to_version,
        ("1.0", "1.7"),
        ("1", "2.0"),
    ),
    Form(
        "extensions",
        (Extensions,),
        "Objects of any JSON by namespace, an identifier. At most 64 levels deep, whole numbers within ±(2^53-1), other numbers as a "
        "double holds them. Nothing in it is interpreted, `null` included; it is compared and written as it was. See "
        "[extensions](compatibility.md#extensions).",
        Extensions,
        ({"acme": {"file": "A-17", "page": 4}},),
        ({"acme": "A-17"}, {"ACME": {}}),
    ),
)

FORM_OF: Final[dict[Any, Form]] = {kind: form for form in FORMS_TOLD for kind in form.types}
"""By type of the model."""
