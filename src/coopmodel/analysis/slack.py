"""How many days lie between two dates, as vague as they are."""

import datetime
from collections.abc import Iterable

import attrs

from coopmodel.values.bounds import Bounds, Datelike, bounds_of


@attrs.frozen
class Slack:
    """The days from one date to another, as an interval: from the second half of 2024 to March 2025 between 60 and 273.

    Negative days mean that the second date lies before the first.

    Attributes:
        least: At least so many days; ``None`` where there is no such limit (certain) or none is known (not certain).
        most: At most so many days; ``None`` where there is no such limit (certain) or none is known (not certain).
        least_certain: False when ``least`` is not known, or comes from a day that is not certain, as of a date marked ``?``, ``~`` or ``%``.
        most_certain: The same of ``most``.
    """

    least: int | None
    most: int | None
    least_certain: bool = True
    most_certain: bool = True

    @property
    def certain(self) -> bool:
        """Whether both ends are."""
        return self.least_certain and self.most_certain


def slack_between(first: Datelike, second: Datelike) -> Slack:
    """Return how many days the second date lies after the first, over every reading of both.

    Raises:
        InvalidValue: ``type.date``: one of them is no date.

    Examples:
        >>> from coopmodel import PartialDate, slack_between
        >>> slack = slack_between(PartialDate("2024-41"), PartialDate("2025-03"))
        >>> slack.least, slack.most
        (60, 273)
    """
    one, other = bounds_of(first), bounds_of(second)
    return Slack(
        _days(one.latest, other.earliest),
        _days(one.earliest, other.latest),
        one.latest_certain and other.earliest_certain,
        one.earliest_certain and other.latest_certain,
    )


def _days(start: datetime.date | None, end: datetime.date | None) -> int | None:
    return None if start is None or end is None else (end - start).days


def soonest(several: Iterable[Bounds]) -> Bounds | None:
    """Return the bounds of whichever of several dates comes first; ``None`` when there are none.

    It is certain only where all of them are: one marked "about" might come first after all.
    """
    several = tuple(several)
    if not several:
        return None
    firsts = [bounds.earliest for bounds in several]
    lasts = [bounds.latest for bounds in several if bounds.latest is not None]
    known = [day for day in firsts if day is not None]
    return Bounds(
        min(known) if len(known) == len(firsts) else None,
        min(lasts, default=None),
        all(bounds.earliest_certain for bounds in several),
        all(bounds.latest_certain for bounds in several),
    )
