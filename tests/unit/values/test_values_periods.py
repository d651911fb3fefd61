"""Periods, against tables worked out by hand."""

import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period, to_date_or_period, to_optional_date_or_period, to_optional_period, to_period

_TABLE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "golden" / "dates" / "periods.json").read_text("utf-8"))
_PERIODS: list[dict[str, Any]] = _TABLE["periods"]
_REFUSED: list[dict[str, str]] = _TABLE["refused"]


@pytest.mark.parametrize("row", _PERIODS, ids=[row["text"] for row in _PERIODS])
def test_period(row: dict[str, Any]) -> None:
    """A period has the ends and bounds that the table gives it, and is written as it was read."""
    read = Period(row["text"])
    first, _, last = row["text"].partition("/")
    assert (row["start"], row["end"]) == (read.start_is, read.end_is)
    assert (PartialDate(first) if row["start"] == "known" else None) == read.start
    assert (PartialDate(last) if row["end"] == "known" else None) == read.end
    assert row["earliest"] == (read.earliest and read.earliest.isoformat())
    assert row["latest"] == (read.latest and read.latest.isoformat())
    assert row["certain"] == [read.bounds.earliest_certain, read.bounds.latest_certain]
    assert row["text"] == str(read)


@pytest.mark.parametrize("row", _REFUSED, ids=[row["text"] for row in _REFUSED])
def test_refused(row: dict[str, str]) -> None:
    """A text that is no period is refused with the code of the table; a bad end with that of a date."""
    with pytest.raises(InvalidValue) as caught:
        Period(row["text"])
    assert row["code"] == caught.value.code


def test_open_and_unknown_differ() -> None:
    """A period without end is certain to have none; where the end is not known, its bounds say so."""
    assert Period("2024/..").latest is Period("2024/").latest is None
    assert (True, False) == (Period("2024/..").bounds.latest_certain, Period("2024/").bounds.latest_certain)
    assert Period("2024/..") != Period("2024/")


def test_converters() -> None:
    """The converters take a period or its text; the optional ones also None."""
    period = Period("2023/2024")
    assert to_period(period) is period
    assert period == to_period("2023/2024")
    assert period == to_optional_period("2023/2024")
    assert to_optional_period(None) is None
    assert period == pickle.loads(pickle.dumps(period))  # noqa: S301  made here


def test_date_or_period() -> None:
    """A text with a slash is a period, any other a date; values and days pass as what they are."""
    period = Period("2023/2024")
    assert to_date_or_period(period) is period
    assert period == to_date_or_period("2023/2024")
    assert PartialDate("2024") == to_date_or_period("2024")
    assert PartialDate("2024-09-13") == to_date_or_period(date(2024, 9, 13))
    assert PartialDate("2024") == to_optional_date_or_period("2024")
    assert to_optional_date_or_period(None) is None


def test_neither_date_nor_period() -> None:
    """A number is neither, and the error says that a text is expected."""
    with pytest.raises(InvalidValue) as caught:
        to_date_or_period(cast("Any", 2024))
    assert caught.value.code == "type.string"


@pytest.mark.parametrize("text", ["12/09/2024", "1/2/24"])
def test_a_day_written_with_slashes_is_not_guessed_at(text: str) -> None:
    """Nobody can tell month from day in it, so it is refused with the order to write."""
    with pytest.raises(InvalidValue, match="write year, month and day, such as '2024-09-13'") as caught:
        to_date_or_period(text)
    assert caught.value.code == "date.form"
