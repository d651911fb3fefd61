"""Recurrence rules, against calendars worked out by hand."""

import calendar
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.recurrence import Recurrence, to_optional_recurrence, to_recurrence

_TABLE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "golden" / "dates" / "recurrences.json").read_text("utf-8"))
_DATES: list[dict[str, Any]] = _TABLE["dates"]
_REFUSED: list[dict[str, str]] = _TABLE["refused"]


@pytest.mark.parametrize("row", _DATES, ids=[row["claim"] for row in _DATES])
def test_dates(row: dict[str, Any]) -> None:
    """A rule gives the days of the table, and is written as it was read."""
    rule = Recurrence(row["rule"])
    found = rule.dates(date.fromisoformat(row["start"]), date.fromisoformat(row["until"]))
    assert row["days"] == [day.isoformat() for day in found]
    assert row["rule"] == str(rule)


@pytest.mark.parametrize("row", _REFUSED, ids=[ascii(row["rule"]) for row in _REFUSED])
def test_refused(row: dict[str, str]) -> None:
    """A rule outside the subset is refused with the code of the table; a mere misspelling with its canonical spelling."""
    with pytest.raises(InvalidValue) as caught:
        Recurrence(row["rule"])
    assert row["code"] == caught.value.code
    assert row["rule"] == caught.value.value
    if "canonical" in row:
        assert (row["canonical"],) == caught.value.allowed
        assert row["canonical"] == str(Recurrence(row["canonical"]))


def test_too_long() -> None:
    """A rule of more than 256 characters is refused before it is looked at."""
    with pytest.raises(InvalidValue) as caught:
        Recurrence("RRULE:FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 200))
    assert caught.value.code == "recurrence.form"


def test_unknown_frequency_lists_the_frequencies() -> None:
    """The error for another frequency holds the four that there are."""
    with pytest.raises(InvalidValue) as caught:
        Recurrence("RRULE:FREQ=SECONDLY")
    assert caught.value.allowed == ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")


def test_parts() -> None:
    """Every part can be read; what is not written has its default."""
    bare = Recurrence("RRULE:FREQ=DAILY")
    assert (bare.frequency, bare.interval, bare.count, bare.until) == ("DAILY", 1, None, None)
    assert (bare.months, bare.month_days, bare.weekdays) == ((), (), ())
    full = Recurrence("RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=9;BYMONTH=3,9;BYDAY=-1FR,2SU")
    assert (full.frequency, full.interval, full.count, full.months) == ("YEARLY", 2, 9, (3, 9))
    assert full.weekdays == ((-1, 4), (2, 6))
    dated = Recurrence("RRULE:FREQ=MONTHLY;UNTIL=20241231;BYMONTHDAY=-31,-1,31")
    assert (dated.until, dated.month_days) == (date(2024, 12, 31), (-31, -1, 31))


def test_converters() -> None:
    """The converters take a rule or its text; the optional one also None."""
    rule = Recurrence("RRULE:FREQ=MONTHLY;INTERVAL=6")
    assert to_recurrence(rule) is rule
    assert rule == to_optional_recurrence("RRULE:FREQ=MONTHLY;INTERVAL=6")
    assert to_optional_recurrence(None) is None


@pytest.mark.parametrize("days", ["MO,1TU", "-1FR,MO"])
def test_weekdays_have_ordinals_all_or_none(days: str) -> None:
    """Every Monday together with the first Tuesday is two rules."""
    with pytest.raises(InvalidValue, match="weekdays have ordinals all or none") as caught:
        Recurrence(f"RRULE:FREQ=MONTHLY;BYDAY={days}")
    assert caught.value.code == "recurrence.unsupported"


def test_the_week_begins_on_monday_whatever_else_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another first weekday in the calendar module, which is shared by the whole process, changes nothing."""
    rule = Recurrence("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU")
    expected = (date(2024, 1, 7), date(2024, 1, 15), date(2024, 1, 21))

    assert expected == rule.dates("2024-01-03", "2024-01-28")
    monkeypatch.setattr(calendar, "firstweekday", lambda: 6)
    assert expected == rule.dates("2024-01-03", "2024-01-28")


def test_days_may_be_texts() -> None:
    """Exact days are taken as texts, and nothing else is."""
    monthly = Recurrence("RRULE:FREQ=MONTHLY")

    assert monthly.dates(date(2024, 1, 15), date(2024, 3, 1)) == monthly.dates("2024-01-15", "2024-03-01")
    with pytest.raises(InvalidValue) as caught:
        monthly.dates("2024", "2024-03-01")
    assert caught.value.code == "date.form"
