"""Dates against another reader of EDTF, the ``edtf`` package, wherever that one is right."""

import warnings
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    edtf: Any = import_module("edtf")  # it has no types

_AGREED = (
    *("0001", "0999", "1582", "1900", "2000", "2024", "9999"),
    *(f"{year}-{month:02}" for year in (1900, 2000, 2023, 2024) for month in range(1, 13)),
    *(f"2024-{month:02}-15" for month in range(1, 13)),
    *("0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2023-02-28", "2024-12-31", "2024-01-31"),
    *(f"{year}-{grouping}" for year in (2023, 2024) for grouping in range(33, 42)),
    *("2024?", "2024~", "2024%", "2024-02~", "2024-02-29?", "2023-11%"),
)
_AGREED_PERIODS = ("2023/2024", "2024-01-15/2024-03", "2024-02/2024-02", "2023-12-20/2024-12-20", "0001/9999", "2023~/2024-02")
_BOTH_REFUSE = (
    *("2024-00", "2024-13", "2024-20", "2024-42", "2024-09-31", "2024-04-31", "2024-01-00"),
    *("2024-1", "2024-9-1", "24", "", "Yesterday"),
)

# What the package gets wrong, each with the standard's answer.
_DAYS_THAT_IT_INVENTS = ("2023-02-29", "1900-02-29", "2100-02-29")  # its grammar gives every February 29 days
_GROUPINGS_THAT_IT_REFUSES = ("2024-41?", "2024-33~")  # a qualifier may follow any level 1 or sub-year expression
_PERIODS_THAT_IT_REFUSES = ("2024-41/2025-40", "2024-33/2024-34")  # an interval may lie between any two dates
_REVERSED_THAT_IT_READS = ("2025/2024",)


def _edtf(text: str) -> tuple[date, date] | None:
    """Return the bounds that the package reads; None if it refuses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            parsed = edtf.parse_edtf(text)
        except edtf.EDTFParseException:
            return None
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@pytest.mark.parametrize("text", _AGREED)
def test_both_read_the_same_bounds(text: str) -> None:
    """Years, months, days and groupings have the bounds that the package gives them."""
    read = PartialDate(text)
    assert _edtf(text) == (read.earliest, read.latest)


@pytest.mark.parametrize("text", _AGREED_PERIODS)
def test_both_read_the_same_period(text: str) -> None:
    """A period with two known ends has the bounds that the package gives it."""
    read = Period(text)
    assert _edtf(text) == (read.earliest, read.latest)


@pytest.mark.parametrize("text", _BOTH_REFUSE)
def test_both_refuse(text: str) -> None:
    """What is no date in EDTF is refused by both."""
    assert _edtf(text) is None
    with pytest.raises(InvalidValue) as caught:
        PartialDate(text)
    assert caught.value.code in {"date.form", "date.impossible"}


@pytest.mark.parametrize("season", ["2024-21", "2024-22", "2024-23", "2024-24", "0001-21", "9999-23"])
def test_northern_season_lies_within_the_bounds(season: str) -> None:
    """The package reads seasons as northern ones; the bounds here cover that reading, and more."""
    read, northern = PartialDate(season), _edtf(season)
    assert northern is not None
    assert read.earliest <= northern[0] <= northern[1] <= read.latest
    assert northern != (read.earliest, read.latest)


@pytest.mark.parametrize("text", _DAYS_THAT_IT_INVENTS)
def test_invented_days_are_refused_here(text: str) -> None:
    """29 February of a common year, which the package reads without a word, is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert text == str(edtf.parse_edtf(text))
    with pytest.raises(InvalidValue) as caught:
        PartialDate(text)
    assert caught.value.code == "date.impossible"


@pytest.mark.parametrize("text", _GROUPINGS_THAT_IT_REFUSES)
def test_qualified_groupings_are_read_here(text: str) -> None:
    """A grouping with a qualifier has the bounds of the grouping, though the package refuses it."""
    assert _edtf(text) is None
    read = PartialDate(text)
    assert _edtf(text[:-1]) == (read.earliest, read.latest)


@pytest.mark.parametrize("text", _PERIODS_THAT_IT_REFUSES)
def test_periods_of_groupings_are_read_here(text: str) -> None:
    """A period between two groupings is read, though the package refuses it."""
    assert _edtf(text) is None
    start, end = map(_edtf, text.split("/"))
    assert start is not None
    assert end is not None
    assert Period(text).bounds.earliest == start[0]
    assert Period(text).bounds.latest == end[1]


@pytest.mark.parametrize("text", _REVERSED_THAT_IT_READS)
def test_reversed_periods_are_refused_here(text: str) -> None:
    """A period that certainly ends before it starts is refused, though the package reads it."""
    found = _edtf(text)
    assert found is not None
    assert found[0] > found[1]
    with pytest.raises(InvalidValue) as caught:
        Period(text)
    assert caught.value.code == "period.reversed"
