"""Periods: EDTF intervals (ISO 8601-2:2019, annex A) between two vague dates."""

import datetime
import re
from typing import Final, Literal, TypeAlias

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate, to_partial_date

End: TypeAlias = Literal["known", "open", "unknown"]

_LONGEST: Final = 64
_BY_HAND: Final = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}"
"""A day as people write it: nobody can tell its month from its day."""


class Period(Value):
    """From one date to another: ``2023/2024``, ``2024-01/..`` (without end), ``2024-07~/`` (end not known).

    Attributes:
        start: First date, or ``None``.
        end: Last date, or ``None``.
        start_is: ``known``, ``open`` (``..``: without beginning) or ``unknown`` (empty).
        end_is: The same of the end.
        bounds: First day of the start and last day of the end, and whether they are certain.

    Raises:
        InvalidValue: ``type.string``; ``period.form``; ``period.empty`` when neither end is known; ``period.reversed`` when it certainly ends
            before it starts; and what ``PartialDate`` raises for its ends.

    Examples:
        >>> from coopmodel import Period
        >>> from_january = Period("2024-01/..")
        >>> from_january.earliest, from_january.latest
        (datetime.date(2024, 1, 1), None)
    """

    __slots__ = ("bounds", "end", "end_is", "start", "start_is")

    start: PartialDate | None
    end: PartialDate | None
    start_is: End
    end_is: End
    bounds: Bounds

    @property
    def earliest(self) -> datetime.date | None:
        """First day that it may begin on; ``None`` where that is open or unknown."""
        return self.bounds.earliest

    @property
    def latest(self) -> datetime.date | None:
        """Last day that it may end on; ``None`` where that is open or unknown."""
        return self.bounds.latest

    def _read(self, text: str) -> None:
        parts = text.split("/") if len(text) <= _LONGEST else []
        if re.fullmatch(_BY_HAND, text):
            raise InvalidValue("date.form", f"{text!r} is not a date in EDTF: write year, month and day, such as '2024-09-13'", text)
        if len(parts) != len(("start", "end")):
            raise InvalidValue("period.form", f"{shown(text)} is not a period: write two dates joined by '/', such as '2023/2024'", text)
        start, start_is = _end(parts[0])
        end, end_is = _end(parts[1])
        if start is None and end is None:
            raise InvalidValue("period.empty", f"the period {text!r} says nothing: one of its ends must be a date", text)
        first = start.bounds if start is not None else Bounds(None, None, earliest_certain=start_is == "open")
        last = end.bounds if end is not None else Bounds(None, None, latest_certain=end_is == "open")
        _refuse_reversed(text, first, last)
        put = object.__setattr__
        put(self, "start", start)
        put(self, "end", end)
        put(self, "start_is", start_is)
        put(self, "end_is", end_is)
        put(self, "bounds", Bounds(first.earliest, last.latest, first.earliest_certain, last.latest_certain))


def to_period(value: Period | str) -> Period:
    """Return the value as a ``Period``."""
    return value if isinstance(value, Period) else Period(value)


def to_optional_period(value: Period | str | None) -> Period | None:
    """Return the value as a ``Period``; ``None`` stays ``None``."""
    return None if value is None else to_period(value)


def to_date_or_period(value: PartialDate | Period | datetime.date | str) -> PartialDate | Period:
    """Return the value as a ``Period`` if it is a text with a slash, else as a ``PartialDate``."""
    if isinstance(value, Period) or (type(value) is str and "/" in value):
        return to_period(value)
    return to_partial_date(value)


def to_optional_date_or_period(value: PartialDate | Period | datetime.date | str | None) -> PartialDate | Period | None:
    """Return the value as a ``PartialDate`` or ``Period``; ``None`` stays ``None``."""
    return None if value is None else to_date_or_period(value)


def _end(text: str) -> tuple[PartialDate | None, End]:
    if not text:
        return None, "unknown"
    if text == "..":
        return None, "open"
    return PartialDate(text), "known"


def _refuse_reversed(text: str, start: Bounds, end: Bounds) -> None:
    if start.earliest is None or end.latest is None:
        return
    if start.earliest_certain and end.latest_certain and start.earliest > end.latest:
        raise InvalidValue("period.reversed", f"the period {text!r} ends before it starts", text)
