"""Laws of durations, against plain arithmetic on days and months."""

import calendar
import datetime

from dateutil.relativedelta import relativedelta
from hypothesis import given, strategies as st

from coopmodel.testing.values import durations
from coopmodel.values.durations import Duration

DAYS = st.integers(1, 9999)


@given(st.dates(), DAYS)
def test_days(day: datetime.date, number: int) -> None:
    """A number of days is that many days; a week is seven."""
    try:
        expected = day + datetime.timedelta(days=number)
    except OverflowError:
        assert Duration(f"P{number}D").after(day) is None
    else:
        assert expected == Duration(f"P{number}D").after(day)
        assert number % 7 or expected == Duration(f"P{number // 7}W").after(day)


@given(st.dates(datetime.date(300, 1, 1), datetime.date(9700, 1, 1)), DAYS, st.sampled_from("DW"))
def test_there_and_back(day: datetime.date, number: int, unit: str) -> None:
    """Days and weeks before undo days and weeks after."""
    later = Duration(f"P{number}{unit}").after(day)
    assert later is not None
    assert day == Duration(f"-P{number}{unit}").after(later)


@given(st.dates(datetime.date(1, 1, 1), datetime.date(9000, 1, 1)), st.integers(1, 9999))
def test_months(day: datetime.date, number: int) -> None:
    """Months lead to the same day of a later month, or to its last where it has no such day."""
    months = day.year * 12 + day.month - 1 + number
    year, month = months // 12, months % 12 + 1
    expected = datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    assert expected == Duration(f"P{number}M").after(day)


@given(st.dates(), st.integers(1, 833))
def test_years(day: datetime.date, number: int) -> None:
    """A year leads as far as twelve months, though it is another value."""
    years, months = Duration(f"P{number}Y"), Duration(f"P{number * 12}M")
    assert months.after(day) == years.after(day)
    assert years != months


@given(durations(), st.dates())
def test_oracle(duration: Duration, day: datetime.date) -> None:
    """The day is the one that dateutil finds, and there is none where dateutil leaves the calendar."""
    sign = -1 if duration.negative else 1
    step = relativedelta(years=duration.years * sign, months=duration.months * sign, weeks=duration.weeks * sign, days=duration.days * sign)
    try:
        expected = day + step
    except (ValueError, OverflowError):
        expected = None
    assert expected == duration.after(day)


@given(durations(), st.dates(), st.dates())
def test_monotone(duration: Duration, one: datetime.date, other: datetime.date) -> None:
    """The same distance from a later day never ends on an earlier one."""
    first, second = (duration.after(day) for day in sorted((one, other)))
    assert first is None or second is None or first <= second


@given(durations(), st.dates())
def test_direction(duration: Duration, day: datetime.date) -> None:
    """A positive duration leads forward and a negative one back; none stays."""
    moved = duration.after(day)
    assert moved is None or (moved < day if duration.negative else moved > day)
