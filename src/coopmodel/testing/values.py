"""Strategies for the value types: every text that such a value can be, simple ones first."""

import datetime
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, Literal, NewType, TypeAlias, get_args

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

_PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
_GROUPINGS: Final[Mapping[Precision, tuple[int, ...]]] = {
    "season": (21, 22, 23, 24),
    "quarter": (33, 34, 35, 36),
    "quadrimester": (37, 38, 39),
    "half-year": (40, 41),
}
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LANGUAGES: Final = ("es", "en", "pt", "fr", "es-419", "pt-BR", "zh-Hant-TW", "sr-Latn", "ca-valencia", "qu")
_FEW: Final = 3


def strings(*, max_size: int = 20) -> SearchStrategy[str]:
    """Return texts as a source may write them: any characters but surrogates, not only white space, in any normalization form."""
    return st.text(st.characters(codec="utf-8"), min_size=1, max_size=max_size).filter(str.strip)


def normalized_strings(*, max_size: int = 20) -> SearchStrategy[str]:
    """Return texts such as stand in a ``Text``: like ``strings``, in normalization form C."""
    return strings(max_size=max_size).map(lambda text: unicodedata.normalize("NFC", text))


def language_tags() -> SearchStrategy[LanguageTag]:
    """Return language tags: common ones, then whatever BCP 47 allows, with script, region, variants, extensions and private use."""
    return st.one_of(st.sampled_from(_LANGUAGES), _built_language_tags()).map(LanguageTag)


def texts(languages: SearchStrategy[str] | None = None) -> SearchStrategy[Text]:
    """Return texts in one to three languages.

    Args:
        languages: Where the language tags come from.
    """
    tags: SearchStrategy[str] = language_tags() if languages is None else languages
    return st.dictionaries(tags, normalized_strings(), min_size=1, max_size=_FEW).map(Text)


def identifiers() -> SearchStrategy[Identifier]:
    """Return identifiers of one to three runs of letters and digits; never an anchor word."""
    return _slugs().filter(lambda text: text not in ANCHOR_WORDS).map(Identifier)


def references() -> SearchStrategy[Reference]:
    """Return references to entities of the same record, or of another one."""
    elsewhere = st.tuples(identifiers(), _slugs()).map("#".join)
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


def partial_dates(*, precisions: Collection[Precision] = _PRECISIONS, qualified: bool = True) -> SearchStrategy[PartialDate]:
    """Return dates of every precision from year 1 to 9999; they shrink towards the year 2000.

    Args:
        precisions: Only these.
        qualified: Whether some are marked ``?``, ``~`` or ``%``.
    """
    marks = ("", "~", "?", "%") if qualified else ("",)
    shapes = [_dates_of(precision) for precision in reversed(_PRECISIONS) if precision in precisions]
    return st.tuples(st.one_of(shapes), st.sampled_from(marks)).map("".join).map(PartialDate)


def periods() -> SearchStrategy[Period]:
    """Return periods between two dates of any precision, or with one end open or unknown; none is certainly reversed."""
    date = partial_dates()
    vague = st.sampled_from(("..", ""))
    closed = st.tuples(date, date).map(_in_order)
    return st.one_of(closed, st.tuples(date, vague), st.tuples(vague, date)).map(lambda ends: Period(f"{ends[0]}/{ends[1]}"))


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


def timings(anchors: SearchStrategy[str] | None = None, *, relative: bool = True) -> SearchStrategy[Timing]:
    """Return dates, periods and, where wanted, distances from an event.

    Args:
        anchors: Where anchors come from.
        relative: Whether some start from an anchor.
    """
    absolute = st.one_of(partial_dates(), periods()).map(Timing)
    if not relative:
        return absolute
    starts: SearchStrategy[str] = globals()["anchors"]() if anchors is None else anchors
    return st.one_of(absolute, st.builds(_anchored, starts, st.none() | durations()))


@st.composite
def recurrences(draw: DrawFn) -> Recurrence:
    """Return every rule of the subset, in canonical spelling; none that can never happen."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    interval = draw(st.just(1) | st.integers(1, 999))
    ends = draw(st.none() | st.integers(1, 999).map("COUNT={}".format) | st.dates().map(lambda day: f"UNTIL={day.isoformat().replace('-', '')}"))
    months = draw(_several(st.integers(1, 12))) if frequency == "YEARLY" else []
    longest = 29 if months == [2] else 30 if set(months) and set(months) <= {2, 4, 6, 9, 11} else 31
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


def urls() -> SearchStrategy[str]:
    """Return absolute addresses of every scheme that is read."""
    host = st.lists(st.text(_LETTERS + _DIGITS, min_size=1, max_size=8), min_size=1, max_size=_FEW).map(".".join)
    rest = st.lists(st.sampled_from([*_LETTERS[:4], *"/?#=&-._~:@!$'()*+,;", "%20", "%C3%B1"]), max_size=10).map("".join)
    located = st.tuples(st.sampled_from(("https://", "http://", "ftp://")), host, st.just("/"), rest).map("".join)
    named = st.tuples(st.sampled_from(("urn:isbn:", "urn:uuid:", "urn:lex:")), st.text(_LETTERS + _DIGITS, min_size=1, max_size=10)).map("".join)
    return st.one_of(located, named)


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
    return st.builds(lambda letters, number: RuleCode(f"{letters}{number:03}"), group, st.integers(0, 999))


def format_versions() -> SearchStrategy[FormatVersion]:
    """Return the format version that this library reads."""
    return st.just(FormatVersion(FORMAT_VERSION))


def json_values() -> SearchStrategy[Any]:
    """Return JSON made of ``dict``, ``list`` and scalars, as it is handed to an extension; nested a few levels at most."""
    text = st.text(st.characters(codec="utf-8"), max_size=8)
    number = st.integers(-LARGEST, LARGEST) | st.floats(allow_nan=False, allow_infinity=False)
    scalar = st.none() | st.booleans() | number | text
    return st.recursive(scalar, lambda inner: st.lists(inner, max_size=_FEW) | st.dictionaries(text, inner, max_size=_FEW), max_leaves=6)


def json_objects() -> SearchStrategy[JsonObject]:
    """Return immutable JSON objects of up to three members."""
    return _members().map(JsonObject)


def extensions() -> SearchStrategy[Extensions]:
    """Return up to two namespaces with an object each; they shrink to none."""
    return st.dictionaries(identifiers(), _members(), max_size=2).map(Extensions)


def bounds() -> SearchStrategy[Bounds]:
    """Return first and last days in order, certain or not, also without one or both."""
    ends = st.tuples(st.dates(), st.dates()).map(sorted)
    known = st.tuples(st.booleans(), st.booleans())
    return st.builds(
        lambda days, has, certain: Bounds(days[0] if has[0] else None, days[1] if has[1] else None, *certain),
        ends,
        st.tuples(st.sampled_from((True, False)), st.sampled_from((True, False))),
        known,
    )


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
}
"""By value type: the function that returns its strategy."""
