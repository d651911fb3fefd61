"""How often something is to happen: a bounded subset of the recurrence rules of RFC 5545, section 3.3.10."""

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Any, Final

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value
from coopmodel.values.dates import to_date

_LONGEST: Final = 256
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES: Final = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_FINER: Final = ("HOURLY", "MINUTELY", "SECONDLY")
_ORDER: Final = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY")
_ALLOWED: Final = {
    "DAILY": {"FREQ", "INTERVAL", "COUNT", "UNTIL"},
    "WEEKLY": {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY"},
    "MONTHLY": {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTHDAY", "BYDAY"},
    "YEARLY": {*_ORDER},
}
_NUMBER: Final = r"[1-9][0-9]{0,2}"
_UNTIL: Final = r"([0-9]{4})([0-9]{2})([0-9]{2})"
_MONTHDAY: Final = r"-?(?:[1-9]|[12][0-9]|3[01])"
_MONTH: Final = r"[1-9]|1[0-2]"
_DAY: Final = r"(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)"
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Recurrence(Value):
    """``RRULE:FREQ=MONTHLY;INTERVAL=6``: every six months.

    Parts, in this order: ``FREQ`` (``DAILY``, ``WEEKLY``, ``MONTHLY``, ``YEARLY``); ``INTERVAL`` 2 to 999; ``COUNT`` 1 to 999 or ``UNTIL`` as
    ``YYYYMMDD``; ``BYMONTH`` (yearly); ``BYMONTHDAY`` (monthly, yearly) or ``BYDAY`` (weekly, monthly, yearly; all with an ordinal -5 to 5
    or none, weekly none). Nothing else of RFC 5545 is read.

    Attributes:
        frequency: The word after ``FREQ=``.
        interval: Every how many days, weeks, months or years; 1 where it is not written.
        count: How many times at most, or ``None``.
        until: Last day, or ``None``.
        months: 1 to 12.
        month_days: 1 to 31, or -1 to -31 from the end of the month.
        weekdays: Ordinal (0 for every) and weekday (0 is Monday).

    Raises:
        InvalidValue: ``type.string``; ``recurrence.form``; ``recurrence.unsupported`` for parts of RFC 5545 outside the subset;
            ``recurrence.never`` for a day that none of its months has; ``recurrence.spelling`` when only order or form is not canonical.

    Examples:
        >>> from coopmodel import Recurrence
        >>> [str(day) for day in Recurrence("RRULE:FREQ=MONTHLY;INTERVAL=6").dates("2024-01-31", "2025-01-31")]
        ['2024-01-31', '2024-07-31', '2025-01-31']
    """

    __slots__ = ("count", "frequency", "interval", "month_days", "months", "until", "weekdays")

    frequency: str
    interval: int
    count: int | None
    until: datetime.date | None
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]

    def _read(self, text: str) -> None:
        parts = _parts(text)
        frequency = parts.get("FREQ", "")
        if frequency not in _ALLOWED:
            code = "recurrence.unsupported" if frequency in _FINER else "recurrence.form"
            raise InvalidValue(code, f"{shown(text)} needs FREQ as one of {', '.join(_FREQUENCIES)}", text, allowed=_FREQUENCIES)
        if parts.keys() - _ALLOWED[frequency]:
            outside = ", ".join(sorted(parts.keys() - _ALLOWED[frequency]))
            raise InvalidValue("recurrence.unsupported", f"{outside} is not supported with FREQ={frequency}, as in {shown(text)}", text)
        if {"COUNT", "UNTIL"} <= parts.keys() or {"BYMONTHDAY", "BYDAY"} <= parts.keys():
            raise InvalidValue("recurrence.unsupported", f"COUNT or UNTIL, BYMONTHDAY or BYDAY, not both, as in {shown(text)}", text)
        put = object.__setattr__
        put(self, "frequency", frequency)
        put(self, "interval", _number(parts, "INTERVAL", text) or 1)
        put(self, "count", _number(parts, "COUNT", text))
        put(self, "until", _until(parts, text))
        put(self, "months", tuple(sorted({int(part) for part in _list(parts, "BYMONTH", _MONTH, text)})))
        put(self, "month_days", tuple(sorted({int(part) for part in _list(parts, "BYMONTHDAY", _MONTHDAY, text)})))
        put(self, "weekdays", tuple(sorted({_weekday(part) for part in _list(parts, "BYDAY", _DAY, text)})))
        if frequency == "WEEKLY" and any(ordinal for ordinal, _ in self.weekdays):
            raise InvalidValue("recurrence.unsupported", f"a weekly rule takes weekdays without ordinals, not {shown(text)}", text)
        if len({bool(ordinal) for ordinal, _ in self.weekdays}) > 1:
            raise InvalidValue("recurrence.unsupported", f"weekdays have ordinals all or none, not {shown(text)}", text)
        self._refuse_never(text)
        canonical = self._canonical()
        if text != canonical:
            raise InvalidValue("recurrence.spelling", f"{shown(text)} is spelt {canonical!r}", text, allowed=(canonical,))

    @property
    def names_days(self) -> bool:
        """Whether the rule names the days or months that it falls on, and not only how often."""
        return bool(self.months or self.month_days or self.weekdays)

    def dates(self, start: datetime.date | str, until: datetime.date | str) -> tuple[datetime.date, ...]:
        """Return the days from ``start`` to ``until``, both included, in order; see ``days``.

        Raises:
            InvalidValue: ``type.date``, ``type.string``, ``date.form`` or ``date.impossible``: one of them is no exact day.
        """
        start, until = to_date(start), to_date(until)
        return tuple(takewhile(lambda day: day <= until, self.days(start)))

    def days(self, start: datetime.date | str) -> Iterator[datetime.date]:
        """Yield the days from ``start`` on, in order, up to the year 9999 where the rule has no end.

        As RFC 5545 has it, ``start`` gives the pattern what the rule leaves open, and a month that lacks the day is skipped: monthly from
        the 31st has no April. Where people mean "the last day", the rule is ``BYMONTHDAY=-1``.

        Raises:
            InvalidValue: ``type.date``, ``type.string``, ``date.form`` or ``date.impossible``: it is no exact day.
        """
        start = to_date(start)
        from dateutil import rrule  # noqa: PLC0415  loaded when a recurrence is first used

        options: dict[str, Any] = {"interval": self.interval, "count": self.count, "wkst": rrule.MO}
        if self.months:
            options["bymonth"] = self.months
        if self.month_days:
            options["bymonthday"] = self.month_days
        if self.weekdays:
            days = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)
            options["byweekday"] = [days[day](ordinal) if ordinal else days[day] for ordinal, day in self.weekdays]
        midnight = datetime.datetime(start.year, start.month, start.day)  # noqa: DTZ001  days have no time zone
        with suppress(ValueError):  # a weekly rule steps out of the last, broken week of the year 9999
            for moment in rrule.rrule(getattr(rrule, self.frequency), dtstart=midnight, **options):
                if self.until is not None and moment.date() > self.until:
                    return
                yield moment.date()

    def _refuse_never(self, text: str) -> None:
        months = self.months or range(1, 13)
        if self.month_days and not any(abs(day) <= _LONGEST_MONTH[month - 1] for month in months for day in self.month_days):
            raise InvalidValue("recurrence.never", f"no month of {shown(text)} has such a day", text)

    def _canonical(self) -> str:
        written = {"FREQ": self.frequency}
        if self.interval > 1:
            written["INTERVAL"] = str(self.interval)
        if self.count is not None:
            written["COUNT"] = str(self.count)
        if self.until is not None:
            written["UNTIL"] = self.until.strftime("%Y%m%d").rjust(8, "0")
        written["BYMONTH"] = ",".join(map(str, self.months))
        written["BYMONTHDAY"] = ",".join(map(str, self.month_days))
        written["BYDAY"] = ",".join([f"{ordinal or ''}{_WEEKDAYS[day]}" for ordinal, day in self.weekdays])
        return "RRULE:" + ";".join([f"{name}={value}" for name, value in written.items() if value])


def to_recurrence(value: Recurrence | str) -> Recurrence:
    """Return the value as a ``Recurrence``."""
    return value if isinstance(value, Recurrence) else Recurrence(value)


def to_optional_recurrence(value: Recurrence | str | None) -> Recurrence | None:
    """Return the value as a ``Recurrence``; ``None`` stays ``None``."""
    return None if value is None else to_recurrence(value)


def _parts(text: str) -> dict[str, str]:
    if len(text) > _LONGEST or not text.startswith("RRULE:"):
        raise _bad_form(text)
    parts: dict[str, str] = {}
    for part in text.removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts or not name.isascii() or not name.isupper():
            raise _bad_form(text)
        parts[name] = value
    return parts


def _number(parts: dict[str, str], name: str, text: str) -> int | None:
    if name not in parts:
        return None
    if not re.fullmatch(_NUMBER, parts[name]):
        raise InvalidValue("recurrence.form", f"{name} of {shown(text)} must be 1 to 999", text)
    return int(parts[name])


def _until(parts: dict[str, str], text: str) -> datetime.date | None:
    if "UNTIL" not in parts:
        return None
    match = re.fullmatch(_UNTIL, parts["UNTIL"])
    try:
        return datetime.date(*map(int, match.groups())) if match else _raise(text)
    except ValueError:
        return _raise(text)


def _raise(text: str) -> datetime.date:
    raise InvalidValue("recurrence.form", f"UNTIL of {shown(text)} must be a day that exists, written YYYYMMDD", text)


def _list(parts: dict[str, str], name: str, form: str, text: str) -> list[str]:
    values = parts[name].split(",") if name in parts else []
    for value in values:
        if not re.fullmatch(form, value):
            raise InvalidValue("recurrence.form", f"{shown(value)} cannot stand in {name} of {shown(text)}", text)
    return values


def _weekday(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:])


def _bad_form(text: str) -> InvalidValue:
    return InvalidValue("recurrence.form", f"{shown(text)} is not a rule such as 'RRULE:FREQ=MONTHLY;INTERVAL=6'", text)
