"""Durations in days, weeks, months and years (ISO 8601-1:2019, 5.5.2; sign in front: ISO 8601-2:2019, 4.4.1.9)."""

import calendar
import datetime
import re
from typing import Final

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value

_LONGEST: Final = 32
_NUMBER = "[1-9][0-9]{0,3}"
_FORM: Final = rf"(-?)P(?:(?=[0-9])(?:({_NUMBER})Y)?(?:({_NUMBER})M)?(?:({_NUMBER})D)?|({_NUMBER})W)"


class Duration(Value):
    """A length of time by the calendar: ``P60D``, ``P1Y6M``, ``P2W``, ``-P30D`` for "30 days before".

    ``P12M`` and ``P1Y`` are different texts and different values. Numbers run from 1 to 9999, without leading zeros, fractions or parts of
    zero; weeks stand alone; a time of day is refused.

    Raises:
        InvalidValue: ``type.string`` or ``duration.form``.

    Examples:
        >>> from datetime import date
        >>> from coopmodel import Duration
        >>> Duration("P1M").after(date(2024, 1, 31))
        datetime.date(2024, 2, 29)
    """

    __slots__ = ("days", "months", "negative", "weeks", "years")

    years: int
    months: int
    weeks: int
    days: int
    negative: bool

    def _read(self, text: str) -> None:
        match = re.fullmatch(_FORM, text) if len(text) <= _LONGEST else None
        if match is None:
            raise InvalidValue(
                "duration.form",
                f"{shown(text)} is not a duration: write 'P60D', 'P6M', 'P1Y6M' or 'P2W', with '-' in front for 'before'; "
                "no time of day, no zeros, no fractions",
                text,
            )
        put = object.__setattr__
        put(self, "negative", bool(match[1]))
        for name, part in zip(("years", "months", "days", "weeks"), match.groups()[1:], strict=True):
            put(self, name, int(part or 0))

    def after(self, day: datetime.date) -> datetime.date | None:
        """Return the day that lies this far after the given one (before, if negative); ``None`` outside the years 1 to 9999.

        Years and months come first, then days; a day that the month does not have becomes its last: one month after 31 January is
        28 or 29 February.
        """
        sign = -1 if self.negative else 1
        months = self.years * 12 + self.months
        moved = months_later(day, sign * months) if months else day
        try:
            return moved and moved + datetime.timedelta(days=sign * (self.weeks * 7 + self.days))
        except OverflowError:
            return None


def months_later(day: datetime.date, months: int) -> datetime.date | None:
    """Return the same day so many months later, or the last of that month where it has no such day; ``None`` outside the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return None
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def to_duration(value: Duration | str) -> Duration:
    """Return the value as a ``Duration``."""
    return value if isinstance(value, Duration) else Duration(value)
