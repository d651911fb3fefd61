"""The days that a vague date leaves open, and comparison in three values."""

import datetime
from typing import Protocol, TypeAlias

import attrs


@attrs.frozen
class Bounds:
    """First and last day that something may fall on.

    Attributes:
        earliest: First day; ``None`` where there is no limit or none is known.
        latest: Last day; ``None`` where there is no limit or none is known.
        earliest_certain: False when the first day comes from a date marked ``?``, ``~`` or ``%``.
        latest_certain: False when the last day comes from a date marked so.
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    earliest_certain: bool = True
    latest_certain: bool = True


class Bounded(Protocol):
    """Whatever has bounds: ``PartialDate``, ``Period``."""

    @property
    def bounds(self) -> Bounds:
        """First and last day."""
        ...


Datelike: TypeAlias = Bounds | Bounded | datetime.date


def bounds_of(value: Datelike) -> Bounds:
    """Return the bounds of a date, vague or not; a ``datetime.date`` is its own first and last day."""
    if isinstance(value, Bounds):
        return value
    if isinstance(value, datetime.date):
        return Bounds(value, value)
    return value.bounds


def precedes(one: Datelike, other: Datelike) -> bool | None:
    """Tell whether one date lies wholly before the other, in three values.

    Returns:
        True when every reading of ``one`` ends before any reading of ``other`` begins; False when ``one`` begins on or after the last day
        of ``other``; ``None`` when it cannot be told, which is so whenever an uncertain or unknown day would decide.
    """
    a, b = bounds_of(one), bounds_of(other)
    if a.latest is not None and b.earliest is not None and a.latest_certain and b.earliest_certain and a.latest < b.earliest:
        return True
    if a.earliest is not None and b.latest is not None and a.earliest_certain and b.latest_certain and a.earliest >= b.latest:
        return False
    return None
