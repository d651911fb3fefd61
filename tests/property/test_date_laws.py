"""Laws of vague dates: their bounds hold every day that they can mean, and nothing else."""

import datetime
from typing import Final

import pytest
from hypothesis import given, strategies as st

from coopmodel.testing.values import partial_dates
from coopmodel.values.dates import PartialDate, Precision, to_date, to_partial_date

YEARS: Final = st.dates().map(lambda day: f"{day.year:04}")
DAY: Final = datetime.timedelta(days=1)

PARTS: Final = {
    "quarter": ("33", "34", "35", "36"),
    "quadrimester": ("37", "38", "39"),
    "half-year": ("40", "41"),
    "month": tuple(f"{month:02}" for month in range(1, 13)),
}


@given(partial_dates())
def test_order(date: PartialDate) -> None:
    """The first day that a date can be is never after its last."""
    assert date.earliest <= date.latest


@given(st.dates())
def test_day(day: datetime.date) -> None:
    """A day is its own first and last."""
    exact = PartialDate.of(day)
    assert (day, day) == (exact.earliest, exact.latest)
    assert (day.year, day.month, day.day) == (exact.year, exact.month, exact.day)
    assert to_partial_date(day) == exact
    assert to_date(str(exact)) == day


@given(st.dates())
def test_holds_its_days(day: datetime.date) -> None:
    """A day lies within its year and its month, and the day before the first or after the last does not bear their name."""
    for length in (len("2000"), len("2000-01")):
        name = day.isoformat()[:length]
        date = PartialDate(name)
        assert date.earliest <= day <= date.latest
        assert date.earliest.isoformat()[:length] == name == date.latest.isoformat()[:length]
        assert date.earliest == datetime.date.min or (date.earliest - DAY).isoformat()[:length] != name
        assert date.latest == datetime.date.max or (date.latest + DAY).isoformat()[:length] != name


@pytest.mark.parametrize("precision", PARTS)
@given(year=YEARS)
def test_partition(precision: Precision, year: str) -> None:
    """Months, quarters, quadrimesters and half-years each fill their year, without gap or overlap."""
    parts = [PartialDate(f"{year}-{code}") for code in PARTS[precision]]
    whole = PartialDate(year)
    assert {precision} == {part.precision for part in parts}
    assert [whole.earliest, *[part.latest + DAY for part in parts[:-1]]] == [part.earliest for part in parts]
    assert whole.latest == parts[-1].latest


@given(YEARS)
def test_months_of_groupings(year: str) -> None:
    """Quarters, quadrimesters and half-years begin with one month and end with another, three, four and six of them."""
    for first, codes, length in ((1, PARTS["quarter"], 3), (1, PARTS["quadrimester"], 4), (1, PARTS["half-year"], 6)):
        for index, code in enumerate(codes):
            start = first + index * length
            grouping = PartialDate(f"{year}-{code}")
            assert PartialDate(f"{year}-{start:02}").earliest == grouping.earliest
            assert PartialDate(f"{year}-{start + length - 1:02}").latest == grouping.latest


@given(partial_dates(precisions=["season"]))
def test_seasons(season: PartialDate) -> None:
    """The bounds of a season hold its months in both hemispheres, and reach no more than a year beyond them."""
    months = {21: (3, 11), 22: (6, 12), 23: (3, 11), 24: (6, 12)}[season.grouping or 0]
    assert season.earliest <= datetime.date(season.year, months[0], 1)
    assert datetime.date(season.year, months[1], 30) <= season.latest
    assert {season.year - 1, season.year} >= {season.earliest.year}
    assert {season.year, season.year + 1} >= {season.latest.year}


@given(partial_dates(qualified=False), st.sampled_from("?~%"))
def test_qualifier(date: PartialDate, mark: str) -> None:
    """A qualifier makes both bounds uncertain and moves neither."""
    marked = PartialDate(f"{date}{mark}")
    assert (date.earliest, date.latest, date.precision) == (marked.earliest, marked.latest, marked.precision)
    assert (True, True) == (date.bounds.earliest_certain, date.bounds.latest_certain)
    assert (False, False) == (marked.bounds.earliest_certain, marked.bounds.latest_certain)
    assert (mark in "~%", mark in "?%") == (marked.approximate, marked.uncertain)


@given(partial_dates())
def test_parts(date: PartialDate) -> None:
    """A date has just the parts that its precision names."""
    expected = {"year": (), "month": ("month",), "day": ("month", "day")}.get(date.precision, ("grouping",))
    assert expected == tuple(name for name in ("month", "day", "grouping") if getattr(date, name) is not None)
