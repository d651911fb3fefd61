"""Which way a value went: a date later or earlier and by how much, a promise stronger or weaker, a figure more or less."""

import calendar
import datetime
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from coopmodel.analysis.in_words import number_in_words
from coopmodel.codes.units import Unit, counted
from coopmodel.codes.words import STRENGTH_RANKS, Strength
from coopmodel.values.bounds import Bounds
from coopmodel.values.durations import Duration
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Quantity
from coopmodel.values.timing import Timing, Unknown

Tendency: TypeAlias = Literal[
    "stronger",
    "weaker",
    "later",
    "earlier",
    "more",
    "less",
    "more-precise",
    "vaguer",
    "longer",
    "shorter",
    "more-certain",
    "less-certain",
]
"""Which way a value went."""

_EXACTLY: Final = Context(prec=400)
"""Digits enough for the difference of any two quantities."""
_MONTHS: Final = 12
_WEEK: Final = 7


class Distance(NamedTuple):
    """How far apart two days are: in whole months where they are, else in days."""

    months: int
    days: int


class Shift(NamedTuple):
    """Which way a value went, and how far.

    Attributes:
        tendency: Which way.
        least: How far at least; ``None`` where no distance says it.
        most: How far at most; the same as ``least`` where both ends went equally far.
    """

    tendency: Tendency
    least: Distance | Decimal | None = None
    most: Distance | Decimal | None = None

    def message(self, language: str) -> str:
        """Return ``later by 6 months``, ``between 3 and 9 months later``, ``vaguer`` in ``es`` or ``en``."""
        words = _WORDS[self.tendency]
        if self.least is None or self.most is None:
            return words[language]
        if self.least == self.most:
            return words[f"{language}-by"].format(_said(self.least, language))
        return words[f"{language}-between"].format(*_both(self.least, self.most, language))


_WORDS: Final[Mapping[Tendency, Mapping[str, str]]] = {
    "stronger": {"es": "más firme", "en": "stronger"},
    "weaker": {"es": "menos firme", "en": "weaker"},
    "later": {
        "es-by": "{} más tarde",
        "en-by": "later by {}",
        "es-between": "entre {} y {} más tarde",
        "en-between": "between {} and {} later",
    },
    "earlier": {
        "es-by": "{} antes",
        "en-by": "earlier by {}",
        "es-between": "entre {} y {} antes",
        "en-between": "between {} and {} earlier",
    },
    "more": {"es-by": "{} más", "en-by": "{} more", "es-between": "entre {} y {} más", "en-between": "between {} and {} more"},
    "less": {"es-by": "{} menos", "en-by": "{} less", "es-between": "entre {} y {} menos", "en-between": "between {} and {} less"},
    "more-precise": {"es": "más preciso", "en": "more precise"},
    "vaguer": {"es": "menos preciso", "en": "vaguer"},
    "longer": {"es": "más largo", "en": "longer"},
    "shorter": {"es": "más corto", "en": "shorter"},
    "more-certain": {"es": "más cierto", "en": "more certain"},
    "less-certain": {"es": "menos cierto", "en": "less certain"},
}


def shift_of_strength(old: Strength, new: Strength) -> Shift | None:
    """Return whether the new strength is firmer than the old one."""
    if STRENGTH_RANKS[new] > STRENGTH_RANKS[old]:
        return Shift("stronger")
    return Shift("weaker") if STRENGTH_RANKS[new] < STRENGTH_RANKS[old] else None


def shift_of_timing(old: Timing, new: Timing, was: Bounds | Unknown, now: Bounds | Unknown) -> Shift | None:
    """Return how a timing moved.

    Args:
        old: The timing as it was.
        new: The timing as it is.
        was: What the old one resolved to, in its record.
        now: What the new one resolved to, in its record. Where neither has a date, two distances from one event still tell.
    """
    if isinstance(was, Bounds) and isinstance(now, Bounds):
        return shift_of_window(was, now, spans=(isinstance(old.when, Period), isinstance(new.when, Period)))
    if isinstance(was, Bounds) or isinstance(now, Bounds) or old.anchor != new.anchor:
        return None
    (years, months, days), (new_years, new_months, new_days) = _parts(old.offset), _parts(new.offset)
    months, days = (new_years - years) * _MONTHS + new_months - months, new_days - days
    if bool(months) is bool(days):
        return None
    distance = Distance(abs(months), abs(days))
    return Shift("later" if months + days > 0 else "earlier", distance, distance)


def shift_of_window(old: Bounds, new: Bounds, spans: tuple[bool, bool] = (False, False)) -> Shift | None:
    """Return how the first and last day of a vague date moved: in three values, ``None`` where it cannot be told.

    Args:
        old: The days that the old date leaves open.
        new: The days that the new one leaves open.
        spans: Whether the old and the new one are periods, which are longer or shorter where dates are vaguer or more precise.
    """
    certain = (_certain(old), _certain(new))
    ends = ((old.earliest, new.earliest), (old.latest, new.latest))
    return _shift(certain, ends, ("earlier", "later"), spans, (_between, _between_last))


def shift_of_quantity(old: Quantity, new: Quantity) -> Shift | None:
    """Return whether a figure grew, and by how much; ``about`` makes it unknown."""
    certain = (not old.approximate, not new.approximate)
    return _shift(certain, ((old.low, new.low), (old.high, new.high)), ("less", "more"), (False, False), (_difference, _difference))


def _shift(
    certain: tuple[bool, bool],
    ends: tuple[tuple[Any, Any], tuple[Any, Any]],
    names: tuple[Tendency, Tendency],
    spans: tuple[bool, bool],
    measures: tuple[Callable[[Any, Any], Any], Callable[[Any, Any], Any]],
) -> Shift | None:
    """Compare two windows by their lower and upper ends; an end that is ``None`` has no limit."""
    (low, new_low), (high, new_high) = ends
    if low == new_low and high == new_high:
        return None if certain[0] is certain[1] else Shift("less-certain" if certain[0] else "more-certain")
    if not all(certain):
        return None
    goes_up = (_order(low, new_low, -1), _order(high, new_high, 1))
    measured = [measure(old, new) for (old, new), measure in zip(ends, measures, strict=True) if old is not None and new is not None]
    one_sided = (low is None and new_low is None) or (high is None and new_high is None)
    if not (measured and one_sided):  # else one side never had a limit, and the other tells
        if goes_up[0] >= 0 >= goes_up[1]:
            return Shift("shorter" if spans[0] else "more-precise")
        if goes_up[0] <= 0 <= goes_up[1]:
            return Shift("longer" if spans[1] else "vaguer")
        if len(measured) < len(ends):
            return None
    (least, least_said), (most, most_said) = min(measured), max(measured)
    return Shift(names[1 in goes_up], least_said, least_said if least == most else most_said)


def _order(old: Any, new: Any, without_limit: int) -> int:  # noqa: ANN401  days or decimals
    """Return 1 where the end went up, -1 where it went down, 0 where it stayed; ``None`` has no limit, on the side that the sign tells."""
    if old == new:
        return 0
    if old is None or new is None:
        return without_limit if new is None else -without_limit
    return 1 if new > old else -1


def _certain(bounds: Bounds) -> bool:
    return bounds.earliest_certain and bounds.latest_certain


def _between(old: datetime.date, new: datetime.date) -> tuple[int, Distance]:
    """Return the distance of two days, in days and in words: one day of a month to the same of another is so many months."""
    days = abs((new - old).days)
    return days, Distance(_months(old, new), 0) if old.day == new.day else Distance(0, days)


def _between_last(old: datetime.date, new: datetime.date) -> tuple[int, Distance]:
    """Return the distance of the last days of two windows: the end of a month to the end of another is so many months, too."""
    days, distance = _between(old, new)
    return days, Distance(_months(old, new), 0) if _ends_month(old) and _ends_month(new) else distance


def _months(old: datetime.date, new: datetime.date) -> int:
    return abs((new.year - old.year) * _MONTHS + new.month - old.month)


def _ends_month(day: datetime.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _difference(old: Decimal, new: Decimal) -> tuple[Decimal, Decimal]:
    difference = _EXACTLY.abs(_EXACTLY.subtract(new, old))
    return difference, difference


def _parts(offset: Duration | None) -> tuple[int, int, int]:
    """Return years, months and days, below zero for "before"."""
    if offset is None:
        return 0, 0, 0
    sign = -1 if offset.negative else 1
    return sign * offset.years, sign * offset.months, sign * (offset.days + offset.weeks * _WEEK)


def _numbers(distance: Distance) -> dict[Unit, int]:
    years, months = divmod(distance.months, _MONTHS)
    numbers: dict[Unit, int] = {"years": years, "months": months, "days": distance.days}
    return {unit: number for unit, number in numbers.items() if number}


def _said(length: Distance | Decimal, language: str) -> str:
    return counted(_numbers(length), language) if isinstance(length, Distance) else number_in_words(f"{length:f}", language)


def _both(least: Distance | Decimal, most: Distance | Decimal, language: str) -> tuple[str, str]:
    """Return both lengths in words; a unit that they share is said once."""
    if isinstance(least, Distance) and isinstance(most, Distance):
        few, many = _numbers(least), _numbers(most)
        if len(few) == 1 and few.keys() == many.keys():
            return str(*few.values()), counted(many, language)
    return _said(least, language), _said(most, language)
