"""The occurrences of what is promised again and again."""

import datetime
from collections.abc import Iterator
from itertools import count, takewhile
from typing import Final

import attrs

from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.values.bounds import Bounds
from coopmodel.values.durations import months_later
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.timing import Timing, Unknown

_DAYS: Final = {"DAILY": 1, "WEEKLY": 7}
_MONTHS: Final = {"MONTHLY": 1, "YEARLY": 12}


def occurrences_of(record: Agreement, until: datetime.date) -> dict[str, tuple[Bounds, ...]]:
    """Return the occurrences that begin by a day, of every commitment that recurs, by its id; see ``occurrences`` for what they are.

    A commitment whose occurrences cannot be told, for want of a day to count from, has none.
    """
    index = Index(record)
    found: dict[str, tuple[Bounds, ...]] = {}
    for commitment in record.commitments:
        if commitment.recurrence is not None:
            windows = occurrences(index, commitment)
            begun = () if isinstance(windows, Unknown) else takewhile(lambda window: _begins_by(window, until), windows)
            found.setdefault(commitment.id, tuple(begun))
    return found


def _begins_by(window: Bounds, day: datetime.date) -> bool:
    return window.earliest is not None and window.earliest <= day


def occurrences(index: Index, commitment: Commitment) -> Iterator[Bounds] | Unknown:
    """Return the windows of a recurring commitment, one after the other and without end where the rule has none; or why there are none.

    They are counted from its due date, which is the first; without one from the meeting where it was promised, else from the signature, and
    then the first comes after that day. A rule that names days (``BYDAY``, ``BYMONTHDAY``) gives days, one that names months gives months.
    "Every six months" names no day: all but a first one with a date of its own are uncertain, and never certainly late.

    Args:
        index: The record.
        commitment: A commitment of it; ``Unknown`` with ``no-date`` also where it does not recur.
    """
    recurrence = commitment.recurrence
    if recurrence is None:
        return Unknown("no-date", commitment.id)
    due = commitment.due if commitment.meeting is None else Timing(anchor=commitment.meeting)
    start = _start(index, commitment) if due is None else due.resolve(index.events)
    if isinstance(start, Unknown):
        return start
    first, last = start.earliest, start.latest
    if first is None or last is None:
        return Unknown("no-date", commitment.id)
    windows = _named_days(recurrence, first, last) if recurrence.names_days else _steps(recurrence, first, last)
    counted = (window for day, window in windows if due is not None or day > last)
    return counted if start.latest_certain and start.earliest_certain else map(_doubted, counted)


def _doubted(window: Bounds) -> Bounds:
    return attrs.evolve(window, earliest_certain=False, latest_certain=False)


def _start(index: Index, commitment: Commitment) -> Bounds | Unknown:
    meeting = index.promised_at.get(commitment.id)
    return index.events["signature" if meeting is None else meeting.id]


def _named_days(recurrence: Recurrence, first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, Bounds]]:
    """Yield the days of the rule, each with its window; before the last day of a vague start nothing is certain."""
    only_months = not recurrence.month_days and not recurrence.weekdays
    for day in recurrence.days(first):
        certain = day >= last
        begins, ends = (day.replace(day=1), _last_of_month(day)) if only_months else (day, day)
        yield day, Bounds(begins, ends, certain, certain)


def _last_of_month(day: datetime.date) -> datetime.date:
    if day.month == datetime.date.max.month:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - datetime.timedelta(days=1)


def _steps(recurrence: Recurrence, first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, Bounds]]:
    """Yield the window of the start, moved on by one interval after the other; a day that a month lacks becomes its last."""
    yield last, Bounds(first, last)
    for number in count(1) if recurrence.count is None else range(1, recurrence.count):
        begins, ends = [_moved(day, recurrence.frequency, number * recurrence.interval) for day in (first, last)]
        if begins is None or ends is None or (recurrence.until is not None and begins > recurrence.until):
            return
        yield ends, Bounds(begins, ends, earliest_certain=False, latest_certain=False)


def _moved(day: datetime.date, frequency: str, steps: int) -> datetime.date | None:
    """Return the day so many years, months, weeks or days later; ``None`` past the year 9999."""
    try:
        if frequency in _DAYS:
            return day + datetime.timedelta(days=steps * _DAYS[frequency])
    except OverflowError:
        return None
    return months_later(day, steps * _MONTHS[frequency])
