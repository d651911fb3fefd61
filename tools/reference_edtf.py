"""The page on EDTF: every example of the specification, and what this library makes of it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from reference_markdown import code, error_link, heading, page, table

from coopmodel.errors import InvalidValue
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period


class Feature(NamedTuple):
    """A feature of the specification.

    Attributes:
        title: What it is called there.
        texts: The examples that stand there.
        about: What this library does with it, or why it does nothing.
    """

    title: str
    texts: tuple[str, ...]
    about: str


_NO_TIME: Final = "Refused. Agreements are dated and due by days; a time of day would need a time zone."
_NO_DIGITS: Final = (
    "Refused. A decade is written as a period, `2010/2019`; a month or day that is not known is left out: `2004`, `1985-04`."
)
_NO_SET: Final = (
    "Refused. A member of a record has one date: several meetings or targets are several objects, and what lies between two dates is a "
    "period."
)
_NO_PART: Final = "Refused. A qualifier stands at the end and holds for the whole date."
_LONG_AGO: Final = "Refused. Bounds are days of the years 0001 to 9999."

LEVELS: Final[dict[int, tuple[Feature, ...]]] = {
    0: (
        Feature("Date", ("1985-04-12", "1985-04", "1985"), "Supported."),
        Feature(
            "Date and time",
            ("1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04", "1985-04-12T23:20:30+04:30"),
            _NO_TIME,
        ),
        Feature(
            "Time interval",
            ("1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02"),
            (
                "Supported, as a period. One that certainly ends before it starts is refused "
                "([`period.reversed`](error-codes.md#period-reversed))."
            ),
        ),
    ),
    1: (
        Feature("Letter-prefixed calendar year", ("Y170000002", "Y-170000002"), _LONG_AGO),
        Feature(
            "Seasons",
            ("2001-21", "2001-22", "2001-23", "2001-24"),
            "Supported. A season names no hemisphere: its bounds cover both, by calendar months and by solstices.",
        ),
        Feature(
            "Qualification of a date (complete)",
            ("1984?", "2004-06~", "2004-06-11%"),
            "Supported, also of seasons and groupings. The bounds stay and are no longer certain.",
        ),
        Feature("Unspecified digits from the right", ("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"), _NO_DIGITS),
        Feature(
            "Interval with an open end", ("1985-04-12/..", "1985-04/..", "1985/.."), "Supported. There is no last day, and that is certain."
        ),
        Feature(
            "Interval with an open start",
            ("../1985-04-12", "../1985-04", "../1985"),
            "Supported. There is no first day, and that is certain.",
        ),
        Feature("Interval with an unknown end", ("1985-04-12/", "1985-04/", "1985/"), "Supported. The last day is not known."),
        Feature("Interval with an unknown start", ("/1985-04-12", "/1985-04", "/1985"), "Supported. The first day is not known."),
        Feature("Negative calendar year", ("-1985",), _LONG_AGO),
    ),
    2: (
        Feature("Exponential year", ("Y-17E7",), _LONG_AGO),
        Feature("Significant digits", ("1950S2", "Y171010000S3", "Y3388E2S3"), "Refused. An estimated year is marked `~`."),
        Feature("Sub-year groupings: seasons of level 1", ("2001-21", "2001-24"), "Supported, as in level 1."),
        Feature(
            "Sub-year groupings: seasons of a hemisphere",
            tuple([f"2001-{code}" for code in range(25, 33)]),
            "Refused. EDTF gives them no months either: where a source says more than the season, months are written.",
        ),
        Feature("Sub-year groupings: quarters", ("2001-33", "2001-34", "2001-35", "2001-36"), "Supported; *trimestre* in Spanish."),
        Feature("Sub-year groupings: quadrimesters", ("2001-37", "2001-38", "2001-39"), "Supported; *cuatrimestre*."),
        Feature("Sub-year groupings: semestrals", ("2001-40", "2001-41"), "Supported; *semestre*."),
        Feature(
            "Set: one of",
            ("[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]"),
            _NO_SET,
        ),
        Feature("Set: all of", ("{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}"), _NO_SET),
        Feature(
            "Group qualification",
            ("2004-06-11%", "2004-06~-11", "2004?-06-11"),
            "At the end of the date it is that of level 1, and supported; within it, refused.",
        ),
        Feature("Qualification of one component", ("?2004-06-~11", "2004-%06-11"), _NO_PART),
        Feature("Unspecified digits", ("156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "1984-1X"), _NO_DIGITS),
        Feature(
            "Interval of level 2 dates",
            ("2004-06-~01/2004-06-~20", "2004-06-XX/2004-07-03"),
            "Refused with the code of the end that is refused. Between seasons and groupings, an interval is supported: `2001-33/2001-34`.",
        ),
    ),
}
"""Features and examples of the specification, by level, in its order."""

_INTRODUCTION: Final = """\
It has every feature of EDTF (ISO 8601-2:2019, annex A; the specification of the Library of Congress of 4 February 2019) with the examples
of the specification, and what this library makes of each: its precision and bounds, or the code with which it is refused. Why dates are
kept as vague as their source is told in [vague dates](../explanation/vague-dates.md).

Supported are level 0 without date and time; of level 1 seasons, qualification, and intervals with open and unknown ends; of level 2 the
sub-year groupings that name no hemisphere, alone and in intervals. Years are 0001 to 9999. So no level is supported as a whole.

- **Earliest** and **latest** are the first and last day that the text leaves open. *?* beside one says that it is not certain; *open* that
  there is no limit; *unknown* that nobody knows it. Comparisons that such a day would decide are neither true nor false: they are unknown.
- A text with `/` is a [period](wire-format.md#period), any other a [date](wire-format.md#date). A member with the form
  [timing](wire-format.md#timing) takes both, and what EDTF cannot say: dates relative to an event.
- A text that is EDTF and not supported has the code [`date.unsupported`](error-codes.md#date-unsupported); one that is no EDTF at all
  [`date.form`](error-codes.md#date-form); a day that there is not [`date.impossible`](error-codes.md#date-impossible).
"""

_SUMMARY: Final = "supported", "in part", "refused"


def edtf_page() -> str:
    """Return the page."""
    return page(
        "EDTF support",
        _INTRODUCTION,
        table(["level", "feature", "here"], overview()),
        *[part for level in LEVELS for part in section(level)],
        heading(2, "What is no EDTF", "no-edtf"),
        "Spellings that people use, with what is said of them:",
        table(
            ["text", "code", "message"],
            map(said, ("2024-Q3", "2024-S2", "13/09/2024", "2024-9", "2024-02-30", "2024-13", "septiembre de 2024")),
        ),
    )


def overview() -> Iterator[tuple[str, str, str]]:
    """Yield a row for each feature."""
    for level, features in LEVELS.items():
        for number, feature in enumerate(features):
            taken = sum(isinstance(read(text), PartialDate | Period) for text in feature.texts)
            word = _SUMMARY[0] if taken == len(feature.texts) else _SUMMARY[1] if taken else _SUMMARY[2]
            yield str(level), f"[{feature.title}](#level-{level}-{number + 1})", word


def section(level: int) -> Iterator[str]:
    """Yield the section of a level."""
    yield heading(2, f"Level {level}", f"level-{level}")
    for number, feature in enumerate(LEVELS[level]):
        yield heading(3, feature.title, f"level-{level}-{number + 1}")
        yield feature.about
        values = [read(text) for text in feature.texts]
        dates = [(code(str(one)), one.precision, *days(one)) for one in values if isinstance(one, PartialDate)]
        periods = [(code(str(one)), *days(one)) for one in values if isinstance(one, Period)]
        bad = refusals([(text, one) for text, one in zip(feature.texts, values, strict=True) if isinstance(one, InvalidValue)])
        yield table(["text", "precision", "earliest", "latest"], dates) if dates else ""
        yield table(["text", "earliest", "latest"], periods) if periods else ""
        yield table(["text", "code", "because of"], bad) if bad else ""


def read(text: str) -> PartialDate | Period | InvalidValue:
    """Return what the text is, or why it is nothing."""
    try:
        return Period(text) if "/" in text else PartialDate(text)
    except InvalidValue as error:
        return error


def days(one: PartialDate | Period) -> tuple[str, str]:
    """Return the first and last day in words."""
    bounds = one.bounds
    return day(bounds.earliest, certain=bounds.earliest_certain), day(bounds.latest, certain=bounds.latest_certain)


def day(one: object, *, certain: bool) -> str:
    """Return a day, with a mark where it is not certain."""
    if one is None:
        return "open" if certain else "unknown"
    return str(one) if certain else f"{one} ?"


def refusals(refused: list[tuple[str, InvalidValue]]) -> list[tuple[str, str, str]]:
    """Return texts that are refused, with the code and the feature that the message names; those with the same in one row."""
    rows: dict[tuple[str, str], list[str]] = {}
    for text, error in refused:
        rows.setdefault((error.code, error.message.partition(" is not supported")[0]), []).append(code(text))
    return [(", ".join(texts), error_link(one), because) for (one, because), texts in rows.items()]


def said(text: str) -> tuple[str, str, str]:
    """Return a text that is no EDTF, with its code and the beginning of its message.

    Raises:
        ValueError: It is a date or period.
    """
    error = read(text)
    if not isinstance(error, InvalidValue):
        raise ValueError(f"{text!r} is EDTF")  # noqa: TRY004  of no type of its own
    return code(text), error_link(error.code), code(error.message.partition("; ")[0])
