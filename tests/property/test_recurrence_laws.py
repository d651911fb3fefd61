"""Laws of recurrence rules: the days that they give are those that their parts describe."""

import calendar
import datetime
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings, strategies as st

from coopmodel.testing.values import recurrences
from coopmodel.values.recurrence import Recurrence

STARTS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
SPANS = st.integers(0, 1500).map(lambda days: datetime.timedelta(days=days))


@given(recurrences(), STARTS, SPANS)
def test_bounded(rule: Recurrence, start: datetime.date, span: datetime.timedelta) -> None:
    """The days are in order, none twice, none outside what was asked for, none after ``UNTIL`` and no more than ``COUNT``."""
    days = rule.dates(start, start + span)
    assert all(one < other for one, other in pairwise(days))
    assert all(start <= day <= start + span for day in days)
    assert rule.until is None or all(day <= rule.until for day in days)
    assert rule.count is None or len(days) <= rule.count


@settings(max_examples=settings().max_examples // 4)
@given(recurrences(), STARTS, SPANS, SPANS)
def test_prefix(rule: Recurrence, start: datetime.date, span: datetime.timedelta, more: datetime.timedelta) -> None:
    """Asking for longer gives the same days and then more."""
    days = rule.dates(start, start + span)
    assert days == tuple(day for day in rule.dates(start, start + span + more) if day <= start + span)


@given(recurrences(), STARTS, SPANS)
def test_parts(rule: Recurrence, start: datetime.date, span: datetime.timedelta) -> None:
    """Every day falls into a month, on a day of the month and on a weekday that the rule names."""
    for day in rule.dates(start, start + span):
        length = calendar.monthrange(day.year, day.month)[1]
        assert not rule.months or day.month in rule.months
        assert not rule.month_days or {day.day, day.day - length - 1} & set(rule.month_days)
        assert not rule.weekdays or day.weekday() in {weekday for _, weekday in rule.weekdays}


@given(st.sampled_from([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]), st.integers(0, 6), STARTS, SPANS)
def test_ordinals(ordinal: int, weekday: int, start: datetime.date, span: datetime.timedelta) -> None:
    """A weekday with an ordinal is that one of its month, from the start or from the end."""
    name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[weekday]
    rule = Recurrence(f"RRULE:FREQ=MONTHLY;BYDAY={ordinal}{name}")
    expected = [
        day
        for day in (start + datetime.timedelta(days=number) for number in range(span.days + 1))
        if day.weekday() == weekday
        and ordinal in {(day.day - 1) // 7 + 1, -((calendar.monthrange(day.year, day.month)[1] - day.day) // 7 + 1)}
    ]
    assert tuple(expected) == rule.dates(start, start + span)


@given(st.integers(1, 999), STARTS, SPANS, st.sampled_from([("DAILY", 1), ("WEEKLY", 7)]))
def test_steps(interval: int, start: datetime.date, span: datetime.timedelta, step: tuple[str, int]) -> None:
    """A daily or weekly rule without days begins with the start and steps evenly."""
    frequency, days = step
    rule = Recurrence(f"RRULE:FREQ={frequency}" + f";INTERVAL={interval}" * (interval > 1))
    expected = [start + datetime.timedelta(days=number) for number in range(0, span.days + 1, interval * days)]
    assert tuple(expected) == rule.dates(start, start + span)


@given(st.integers(1, 60), STARTS)
def test_months_without_the_day(interval: int, start: datetime.date) -> None:
    """A monthly rule keeps the day of its start and skips months that lack it."""
    rule = Recurrence("RRULE:FREQ=MONTHLY" + f";INTERVAL={interval}" * (interval > 1))
    days = rule.dates(start, start + datetime.timedelta(days=3660))
    assert start == days[0]
    assert Counter({start.day: len(days)}) == Counter(day.day for day in days)
    assert all((day.year * 12 + day.month - start.year * 12 - start.month) % interval == 0 for day in days)


@given(recurrences())
def test_canonical(rule: Recurrence) -> None:
    """The parts of a rule are sorted and without repetition, and its interval is at least one."""
    assert sorted({*rule.months}) == [*rule.months]
    assert sorted({*rule.month_days}) == [*rule.month_days]
    assert sorted({*rule.weekdays}) == [*rule.weekdays]
    assert 1 <= rule.interval <= 999
    assert rule.count is None or rule.until is None
