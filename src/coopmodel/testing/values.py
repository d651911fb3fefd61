"""Strategies for the value types: every text that such a value can be, simple ones first."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.currencies import CURRENCIES
from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import COMMITMENT_KINDS, FUNCTIONS, INSTRUMENTS, SOURCE_KINDS
from coopmodel.model.agreement import FORMAT_VERSION, FormatVersion, RuleCode
from coopmodel.values.bounds import Bounds
from coopmodel.values.countries import Country, SubdivisionCode
from coopmodel.values.dates import PartialDate, Precision
from coopmodel.values.digests import Digest, digest_of
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import LARGEST, Extensions, JsonObject
from coopmodel.values.identifiers import ANCHOR_WORDS, Anchor, Identifier, Reference
from coopmodel.values.languages import LanguageTag
from coopmodel.values.open_codes import AreaCode, CommitmentKind, Function, Instrument, SourceKind
from coopmodel.values.periods import Period
from coopmodel.values.quantities import CurrencyCode, Money, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Reason, Timing, Unknown
from coopmodel.values.urls import Url

_T = TypeVar("_T")
_Sorted = TypeVar("_Sorted", int, tuple[int, int])

_PRECISIONS: Final[tuple[Precision, ...]] = ("year", "month", "day", "half-year", "quadrimester", "quarter", "season")
_GROUPINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "half-year": ("-40", "-41"),
    "quadrimester": ("-37", "-38", "-39"),
    "quarter": ("-33", "-34", "-35", "-36"),
    "season": ("-21", "-22", "-23", "-24"),
}
_WRITTEN: Final[Mapping[str, int]] = {"year": len("2000"), "month": len("2000-01"), "day": len("2000-01-01")}
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LANGUAGES: Final = ("es", "en", "pt", "fr", "es-419", "pt-BR", "zh-Hant-TW", "sr-Latn", "ca-valencia", "qu")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_FEW: Final = 3


def strings(*, max_size: int = 20) -> SearchStrategy[str]:
    """Return texts as a source may write them: any characters but surrogates, one of them visible, in any normalization form."""
    return st.text(st.characters(codec="utf-8"), min_size=1, max_size=max_size).filter(_is_visible)


def normalized_strings(*, max_size: int = 20) -> SearchStrategy[str]:
    """Return texts such as stand in a ``Text``: like ``strings``, in normalization form C."""
    return strings(max_size=max_size).map(lambda text: unicodedata.normalize("NFC", text))


def language_tags() -> SearchStrategy[LanguageTag]:
    """Return language tags: common ones, then whatever BCP 47 allows, with script, region, variants, extensions and private use."""
    return st.one_of(st.sampled_from(_LANGUAGES), _built_language_tags()).map(LanguageTag)


def texts(languages: SearchStrategy[str] | None = None) -> SearchStrategy[Text]:
    """Return texts in one to three languages.

    Args:
        languages: Where the language tags come from; a few common ones unless told.
    """
    tags: SearchStrategy[str] = st.sampled_from(_LANGUAGES) if languages is None else languages
    return st.dictionaries(tags, normalized_strings(), min_size=1, max_size=_FEW).map(Text)


def identifiers() -> SearchStrategy[Identifier]:
    """Return identifiers of one to three runs of letters and digits; never an anchor word."""
    return _slugs().filter(_is_free).map(Identifier)


def references() -> SearchStrategy[Reference]:
    """Return references to entities of the same record, or of another one."""
    elsewhere = st.tuples(identifiers(), identifiers()).map("#".join)
    return st.one_of(identifiers(), elsewhere).map(Reference)


def anchors() -> SearchStrategy[Anchor]:
    """Return what a relative date may start from: the events of the agreement, and ids."""
    return st.one_of(st.sampled_from(ANCHOR_WORDS), identifiers()).map(Anchor)


def countries() -> SearchStrategy[Country]:
    """Return every country and former country."""
    return st.sampled_from(sorted(COUNTRIES)).map(Country)


def subdivision_codes() -> SearchStrategy[SubdivisionCode]:
    """Return codes of subdivisions of every country that exists today, right in form."""
    today = [code for code in sorted(COUNTRIES) if len(code) == len("CL")]
    part = st.text(_LETTERS.upper() + _DIGITS, min_size=1, max_size=3)
    return st.tuples(st.sampled_from(today), part).map("-".join).map(SubdivisionCode)


@st.composite
def partial_dates(
    draw: DrawFn,
    *,
    precisions: Collection[Precision] = _PRECISIONS,
    qualified: bool = True,
    days: SearchStrategy[datetime.date] | None = None,
) -> PartialDate:
    """Return dates of every precision from year 1 to 9999; they shrink to the year 2000.

    Args:
        draw: Given by hypothesis.
        precisions: Only these.
        qualified: Whether some are marked ``?``, ``~`` or ``%``.
        days: Where a day in each of them comes from.
    """
    precision = draw(st.sampled_from([known for known in _PRECISIONS if known in precisions]))
    day = draw(st.dates() if days is None else days).isoformat()
    text = day[: _WRITTEN.get(precision, len("2000"))]
    if precision in _GROUPINGS:
        text += draw(st.sampled_from(_GROUPINGS[precision]))
    return PartialDate(text + draw(st.sampled_from(("", "~", "?", "%") if qualified else ("",))))


@st.composite
def periods(draw: DrawFn, *, dates: SearchStrategy[PartialDate] | None = None) -> Period:
    """Return periods between two dates of any precision, or with one end open or unknown; none is certainly reversed.

    Args:
        draw: Given by hypothesis.
        dates: Where the ends come from.
    """
    dates = partial_dates() if dates is None else dates
    one, other = draw(dates), draw(dates)
    start, end = (other, one) if one.earliest > other.latest else (one, other)
    form = draw(st.sampled_from(("{0}/{1}", "{0}/..", "{0}/", "../{1}", "/{1}")))
    return Period(form.format(start, end))


def durations(*, negative: bool = True) -> SearchStrategy[Duration]:
    """Return durations in days, weeks, or any of years, months and days.

    Args:
        negative: Whether some point backwards.
    """
    number = st.one_of(st.integers(1, 40), st.integers(1, 9999))
    parts = st.fixed_dictionaries({}, optional={"Y": number, "M": number, "D": number}).filter(bool)
    calendar = parts.map(lambda given: "".join([f"{given[unit]}{unit}" for unit in "YMD" if unit in given]))
    length = st.one_of(calendar, number.map(lambda weeks: f"{weeks}W"))
    return st.tuples(st.sampled_from(("", "-") if negative else ("",)), length).map("P".join).map(Duration)


def timings(
    events: SearchStrategy[str] | None = None, *, relative: bool = True, dates: SearchStrategy[PartialDate] | None = None
) -> SearchStrategy[Timing]:
    """Return dates, periods and, where wanted, distances from an event.

    Args:
        events: Where the anchors of relative ones come from.
        relative: Whether some start from an anchor.
        dates: Where dates, and the ends of periods, come from.
    """
    absolute = st.one_of(partial_dates() if dates is None else dates, periods(dates=dates)).map(Timing)
    if not relative:
        return absolute
    starts: SearchStrategy[str] = anchors() if events is None else events
    return st.one_of(absolute, st.builds(Timing, anchor=starts, offset=st.none() | durations()))


@st.composite
def recurrences(draw: DrawFn) -> Recurrence:
    """Return every rule of the subset, in canonical spelling; none that can never happen."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    interval = draw(st.just(1) | st.integers(1, 999))
    ends = draw(_recurring_ends())
    months = draw(_several(st.integers(1, 12))) if frequency == "YEARLY" else []
    longest = max([_LONGEST_MONTHS[month - 1] for month in months or [1]])
    by = draw(_recurring_days(frequency, longest))
    parts = [
        f"FREQ={frequency}",
        *([f"INTERVAL={interval}"] if interval > 1 else []),
        *([ends] if ends else []),
        *([f"BYMONTH={','.join(map(str, months))}"] if months else []),
        *([by] if by else []),
    ]
    return Recurrence(f"RRULE:{';'.join(parts)}")


@st.composite
def quantities(draw: DrawFn) -> Quantity:
    """Return numbers and ranges, with few or many digits, exact or marked ``~``; they shrink to ``0``."""
    shape = draw(st.sampled_from(("exact", "between", "up to", "at least")))
    low, high = draw(st.lists(_decimals(), min_size=2, max_size=2, unique_by=lambda number: number[0]).map(sorted))
    about_low, about_high = draw(st.tuples(st.sampled_from(("", "~")), st.sampled_from(("", "~"))))
    one, other = f"{low[1]}{about_low}", f"{high[1]}{about_high}"
    return Quantity({"exact": one, "between": f"{one}/{other}", "up to": f"../{one}", "at least": f"{one}/.."}[shape])


def currencies() -> SearchStrategy[CurrencyCode]:
    """Return every currency code, current and withdrawn, ``XXX`` first."""
    return st.sampled_from(["XXX", *sorted(CURRENCIES)]).map(CurrencyCode)


def money() -> SearchStrategy[Money]:
    """Return every kind of quantity in every currency."""
    return st.builds(Money, quantities(), currencies())


def digests() -> SearchStrategy[Digest]:
    """Return digests of short texts."""
    return st.binary(max_size=8).map(digest_of)


def urls() -> SearchStrategy[Url]:
    """Return absolute addresses of every scheme that is read, some with a user, a port, a path or a query."""
    word = st.text(_LETTERS + _DIGITS, min_size=1, max_size=8)
    host = st.one_of(st.lists(word, min_size=1, max_size=_FEW).map(".".join), st.sampled_from(("[2001:db8::1]", "x--y.example")))
    port = st.one_of(st.just(""), st.integers(0, 65535).map(":{}".format))
    tail = st.lists(st.sampled_from([*_LETTERS[:4], *"/?=&-._~:@!$'()*+,;", "%20", "%C3%B1"]), max_size=10).map("".join)
    rest = st.one_of(st.just(""), st.tuples(st.sampled_from("/?#"), tail).map("".join))
    located = st.tuples(st.sampled_from(("https://", "http://", "ftp://")), st.sampled_from(("", "user@")), host, port, rest).map("".join)
    named = st.tuples(st.sampled_from(("urn:isbn:", "urn:uuid:", "urn:lex:")), word).map("".join)
    return st.one_of(located, named).map(Url)


def area_codes() -> SearchStrategy[AreaCode]:
    """Return built-in areas, and areas of one's own."""
    return _open_words(tuple(THEMES), AreaCode)


def own_area_codes() -> SearchStrategy[AreaCode]:
    """Return areas with a prefix, such as a record's taxonomy describes."""
    return _own_words().map(AreaCode)


def instruments() -> SearchStrategy[Instrument]:
    """Return listed kinds of instrument, and prefixed words."""
    return _open_words(INSTRUMENTS, Instrument)


def functions() -> SearchStrategy[Function]:
    """Return listed functions of authorities, and prefixed words."""
    return _open_words(FUNCTIONS, Function)


def commitment_kinds() -> SearchStrategy[CommitmentKind]:
    """Return listed kinds of commitment, and prefixed words."""
    return _open_words(COMMITMENT_KINDS, CommitmentKind)


def source_kinds() -> SearchStrategy[SourceKind]:
    """Return listed kinds of source, and prefixed words."""
    return _open_words(SOURCE_KINDS, SourceKind)


def rule_codes() -> SearchStrategy[RuleCode]:
    """Return codes right in form, few of which any rule has."""
    group = st.text(_LETTERS.upper(), min_size=2, max_size=4)
    return st.tuples(group, st.integers(0, 999).map("{:03}".format)).map("".join).map(RuleCode)


def format_versions() -> SearchStrategy[FormatVersion]:
    """Return the format version that this library reads."""
    return st.just(FormatVersion(FORMAT_VERSION))


def json_values() -> SearchStrategy[Any]:
    """Return JSON made of ``dict``, ``list`` and scalars, as it is handed to an extension; nested two levels at most."""
    number = st.integers(-LARGEST, LARGEST) | st.floats(allow_nan=False, allow_infinity=False)
    scalars = st.none() | st.booleans() | number | _json_strings()
    return _nested(scalars | _nested(scalars))


def json_objects() -> SearchStrategy[JsonObject]:
    """Return immutable JSON objects of up to two members."""
    return _members().map(JsonObject)


def extensions() -> SearchStrategy[Extensions]:
    """Return up to two namespaces with an object each; they shrink to none."""
    return st.dictionaries(_slugs().filter(_is_free), _members(), max_size=2).map(Extensions)


@st.composite
def bounds(draw: DrawFn) -> Bounds:
    """Return first and last days in order, certain or not, also without one or both."""
    earliest, latest = sorted((draw(st.dates()), draw(st.dates())))
    open_start, open_end, vague_start, vague_end = draw(st.tuples(*[st.booleans()] * 4))
    return Bounds(None if open_start else earliest, None if open_end else latest, not vague_start, not vague_end)


def unknowns() -> SearchStrategy[Unknown]:
    """Return every reason why a timing may not resolve."""
    return st.builds(Unknown, st.sampled_from(get_args(Reason)), anchors())


VALUES: Final[Mapping[Any, Callable[[], SearchStrategy[Any]]]] = {
    AreaCode: area_codes,
    Anchor: anchors,
    Bounds: bounds,
    CommitmentKind: commitment_kinds,
    Country: countries,
    CurrencyCode: currencies,
    Digest: digests,
    Duration: durations,
    Extensions: extensions,
    FormatVersion: format_versions,
    Function: functions,
    Identifier: identifiers,
    Instrument: instruments,
    JsonObject: json_objects,
    LanguageTag: language_tags,
    Money: money,
    PartialDate: partial_dates,
    Period: periods,
    Quantity: quantities,
    Recurrence: recurrences,
    Reference: references,
    RuleCode: rule_codes,
    SourceKind: source_kinds,
    SubdivisionCode: subdivision_codes,
    Text: texts,
    Timing: timings,
    Unknown: unknowns,
    Url: urls,
}
"""By value type: the function that returns its strategy."""


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(character) not in _INVISIBLE for character in text)


def _is_free(text: str) -> bool:
    return text not in ANCHOR_WORDS


def _members() -> SearchStrategy[dict[str, Any]]:
    return st.dictionaries(_json_strings(), json_values(), max_size=2)


def _nested(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return inner | st.lists(inner, max_size=2) | st.dictionaries(_json_strings(), inner, max_size=2)


def _json_strings() -> SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8"), max_size=8)


def _slugs() -> SearchStrategy[str]:
    return st.text(_LETTERS + _DIGITS + "-._", min_size=1, max_size=20).map(_slug)


def _slug(text: str) -> str:
    """Return the text with single separators, and none at its ends."""
    return re.sub("[-._]+", lambda run: run[0][0], text).strip("-._") or "0"


def _own_words() -> SearchStrategy[str]:
    return st.tuples(_slugs(), _slugs()).map(":".join)


def _open_words(listed: Collection[str], kind: Callable[[str], _T]) -> SearchStrategy[_T]:
    return st.one_of(st.sampled_from(tuple(listed)), _own_words()).map(kind)


def _decimals() -> SearchStrategy[tuple[Decimal, str]]:
    """Return numbers with their texts; zero has no sign."""
    whole = st.one_of(st.integers(0, 100), st.integers(0, 10**30)).map(str)
    fraction = st.one_of(st.just(""), st.text(_DIGITS, min_size=1, max_size=4).map(".{}".format))
    unsigned = st.tuples(whole, fraction).map("".join)
    signed = st.tuples(st.sampled_from(("", "-")), unsigned).map(lambda parts: "".join(parts) if Decimal(parts[1]) else parts[1])
    return signed.map(lambda text: (Decimal(text), text))


def _several(values: SearchStrategy[_Sorted]) -> SearchStrategy[list[_Sorted]]:
    return st.lists(values, max_size=_FEW, unique=True).map(sorted)


def _recurring_ends() -> SearchStrategy[str | None]:
    count = st.integers(1, 999).map("COUNT={}".format)
    until = st.dates().map(lambda day: f"UNTIL={day.isoformat().replace('-', '')}")
    return st.one_of(st.none(), count, until)


def _recurring_days(frequency: str, longest: int) -> SearchStrategy[str]:
    """Return ``BYMONTHDAY``, ``BYDAY`` or nothing, as the frequency allows."""
    if frequency == "DAILY":
        return st.just("")
    every = _several(st.tuples(st.just(0), st.integers(0, 6)))
    ordinals = st.integers(1, 5) | st.integers(-5, -1)
    some = every if frequency == "WEEKLY" else _several(st.tuples(ordinals, st.integers(0, 6)))
    named = st.one_of(every, some).map(
        lambda days: "BYDAY=" * bool(days) + ",".join([f"{ordinal or ''}{_WEEKDAYS[day]}" for ordinal, day in days])
    )
    if frequency == "WEEKLY":
        return named
    numbered = _several(st.integers(1, longest) | st.integers(-longest, -1)).map(
        lambda days: "BYMONTHDAY=" * bool(days) + ",".join(map(str, days))
    )
    return st.one_of(named, numbered)


def _built_language_tags() -> SearchStrategy[str]:
    letters, both = _LETTERS, _LETTERS + _DIGITS
    short = st.text(letters, min_size=2, max_size=3)
    language = short | st.tuples(short, st.text(letters, min_size=3, max_size=3)).map("-".join)
    script = st.text(letters, min_size=4, max_size=4).map(str.title)
    region = st.text(letters.upper(), min_size=2, max_size=2) | st.text(_DIGITS, min_size=3, max_size=3)
    variant = st.text(both, min_size=5, max_size=8) | st.tuples(st.sampled_from(_DIGITS), st.text(both, min_size=3, max_size=3)).map(
        "".join
    )
    extension = st.tuples(st.sampled_from(both.replace("x", "")), st.text(both, min_size=2, max_size=8)).map("-".join)
    private = st.text(both, min_size=1, max_size=8).map("x-{}".format)
    rest = [st.just("") | part.map("-{}".format) for part in (script, region, variant, extension, private)]
    return st.one_of(st.tuples(language, *rest).map("".join), private)
