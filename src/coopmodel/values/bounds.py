"""The days that a vague date leaves open, and comparison in three values."""

import datetime
from typing import Protocol, TypeAlias

import attrs

from coopmodel.errors import InvalidValue, shown


@attrs.frozen
class Bounds:
    """First and last day that something may fall on.

    Attributes:
        earliest: First day; ``None`` where there is no limit (certain) or none is known (not certain).
        latest: Last day; ``None`` where there is no limit (certain) or none is known (not certain).
        earliest_certain: False when the first day is not known, or comes from a date marked ``?``, ``~`` or ``%``.
        latest_certain: False when the last day is not known, or comes from a date marked so.
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    earliest_certain: bool = True
    latest_certain: bool = True


class Bounded(Protocol):
    """Whatever has bounds: ``PartialDate``, ``Period``, ``Timing``."""

    @property
    def bounds(self) -> Bounds:
        """First and last day."""
        ...


Datelike: TypeAlias = Bounds | Bounded | datetime.date


def bounds_of(value: Datelike) -> Bounds:
    """Return the bounds of a date, vague or not; a ``datetime.date`` is its own first and last day.

    Raises:
        InvalidValue: ``type.date``: it is no date; a text too, which may be meant as a date or as a period, and a ``datetime``.
    """
    if isinstance(value, Bounds):
        return value
    bounds = getattr(value, "bounds", None)
    if isinstance(bounds, Bounds):
        return bounds
    if type(value) is not datetime.date:
        raise InvalidValue("type.date", f"expected a PartialDate, a Period, a Timing or a datetime.date, not {shown(value)}", value)
    return Bounds(value, value)


def precedes(one: Datelike, other: Datelike) -> bool | None:
    """Tell whether one date lies wholly before the other, in three values.

    Returns:
        True when every reading of ``one`` ends before any reading of ``other`` begins; False when ``one`` begins on or after the last day
        of ``other``; ``None`` when it cannot be told, which is so whenever an uncertain or unknown day would decide.

    Raises:
        InvalidValue: ``type.date``: one of them is no date.

    Examples:
        >>> from coopmodel import PartialDate, precedes
        >>> precedes(PartialDate("2024-41"), PartialDate("2025-01"))
        True
        >>> print(precedes(PartialDate("2024-41"), PartialDate("2024-10")))
        None
    """
    a, b = bounds_of(one), bounds_of(other)
    if a.latest is not None and b.earliest is not None and a.latest_certain and b.earliest_certain and a.latest < b.earliest:
        return True
    if a.earliest is not None and b.latest is not None and a.earliest_certain and b.latest_certain and a.earliest >= b.latest:
        return False
    return None
