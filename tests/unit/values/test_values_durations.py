"""Durations, against a table worked out by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.durations import Duration, to_duration

_TABLE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "golden" / "dates" / "durations.json").read_text("utf-8"))
_AFTER: list[dict[str, str | None]] = _TABLE["after"]
_REFUSED: list[str] = _TABLE["refused"]


@pytest.mark.parametrize("row", _AFTER, ids=[f"{row['day']} {row['duration']}" for row in _AFTER])
def test_after(row: dict[str, str | None]) -> None:
    """The day that lies a duration after another is that of the table; None outside the years 1 to 9999."""
    after = Duration(str(row["duration"])).after(date.fromisoformat(str(row["day"])))
    assert row["after"] == (after and after.isoformat())


@pytest.mark.parametrize("text", _REFUSED, ids=ascii)
def test_refused(text: str) -> None:
    """Zeros, fractions, times of day, mixed weeks and parts out of order are refused, with the text as value."""
    with pytest.raises(InvalidValue, match="no time of day, no zeros, no fractions") as caught:
        Duration(text)
    assert caught.value.code == "duration.form"
    assert text == caught.value.value


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("P60D", (0, 0, 0, 60, False)),
        ("-P30D", (0, 0, 0, 30, True)),
        ("P2W", (0, 0, 2, 0, False)),
        ("P1Y6M", (1, 6, 0, 0, False)),
        ("-P1Y2M3D", (1, 2, 0, 3, True)),
        ("P9999Y9999M9999D", (9999, 9999, 0, 9999, False)),
    ],
)
def test_parts(text: str, parts: tuple[int, int, int, int, bool]) -> None:
    """Years, months, weeks and days are numbers, 0 where they are not written; the sign stands apart."""
    read = Duration(text)
    assert parts == (read.years, read.months, read.weeks, read.days, read.negative)
    assert text == str(read)


def test_equal_by_spelling() -> None:
    """Twelve months and a year are two values, though they end on the same day."""
    day = date(2024, 2, 29)
    assert Duration("P12M") != Duration("P1Y")
    assert Duration("P12M").after(day) == Duration("P1Y").after(day)


def test_converter() -> None:
    """The converter takes a duration or its text."""
    sixty = Duration("P60D")
    assert to_duration(sixty) is sixty
    assert sixty == to_duration("P60D")
