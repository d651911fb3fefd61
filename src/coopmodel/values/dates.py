"""Dates exactly as vague as their source: a subset of EDTF (ISO 8601-2:2019, annex A; Library of Congress, 2019)."""

import datetime
import re
from typing import Final, Literal, Self, TypeAlias

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value
from coopmodel.values.bounds import Bounds

Precision: TypeAlias = Literal["day", "month", "season", "quarter", "quadrimester", "half-year", "year"]

_LONGEST: Final = 64
_FORM: Final = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)"
_FULL: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SUPPORTED: Final = (
    "write '2024', '2024-09', '2024-09-13', a season '2024-21' to '2024-24', a quarter '2024-33' to '2024-36', "
    "a quadrimester '2024-37' to '2024-39' or a half-year '2024-40' or '2024-41', with '?', '~' or '%' at the end where the source is unsure"
)
_MONTHS: Final = 12
_SEASONS: Final = range(21, 25)
_GROUPINGS: Final[dict[int, tuple[int, int, Precision]]] = {
    33: (1, 3, "quarter"),
    34: (4, 6, "quarter"),
    35: (7, 9, "quarter"),
    36: (10, 12, "quarter"),
    37: (1, 4, "quadrimester"),
    38: (5, 8, "quadrimester"),
    39: (9, 12, "quadrimester"),
    40: (1, 6, "half-year"),
    41: (7, 12, "half-year"),
}
_PART_OF_YEAR: Final = r"([0-9]{4})(?:-?(?=[QT][1-4])|-(?=[SH][12]))([QTSH])([1-4])"
_FIRST_OF: Final = {"Q": 33, "T": 33, "S": 40, "H": 40}
"""What people write for quarters (in Spanish, *trimestres*) and half-years (*semestres*)."""
_UNSUPPORTED: Final = (
    (r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T.*", "a time of day"),
    (r"0000(?:[-?~%].*)?", "the year 0000"),
    (r"-[0-9]{4}.*", "a year before 0001"),
    (r"Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?", "a year of more than four digits"),
    (r"[0-9]{1,4}S[0-9]+", "significant digits"),
    (r"[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?", "an unspecified digit X, or a season that names a hemisphere"),
    (r"[?~%]?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}", "a qualifier on one part of the date"),
    (r"[\[{].*[\]}]", "a set of dates"),
)


class PartialDate(Value):
    """A day, month, season, quarter, quadrimester, half-year or year: ``2024-41`` is the second half of 2024.

    EDTF level 1 without unspecified digits, years 0001 to 9999, and the level 2 sub-year groupings 33 to 41. It has no order: whether one
    date precedes another may be unknown, ask ``precedes``. Seasons name no hemisphere: their bounds cover both.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12; ``None`` where the source names none, also in a season or grouping.
        day: 1 to 31, or ``None``.
        grouping: The two digits of a season (21-24) or grouping (33-41), or ``None``.
        precision: ``day``, ``month``, ``season``, ``quarter``, ``quadrimester``, ``half-year`` or ``year``.
        approximate: Marked ``~`` or ``%``: about then.
        uncertain: Marked ``?`` or ``%``: the source may be wrong.
        bounds: First and last day, and whether they are certain.

    Raises:
        InvalidValue: ``type.string``; ``date.form``; ``date.impossible``, such as 30 February; ``date.unsupported`` for what EDTF can say
            and this library does not read.

    Examples:
        >>> from coopmodel import PartialDate
        >>> second_half = PartialDate("2024-41")
        >>> second_half.earliest, second_half.latest
        (datetime.date(2024, 7, 1), datetime.date(2024, 12, 31))
    """

    __slots__ = ("approximate", "bounds", "day", "grouping", "month", "precision", "uncertain", "year")

    year: int
    month: int | None
    day: int | None
    grouping: int | None
    precision: Precision
    approximate: bool
    uncertain: bool
    bounds: Bounds

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """Return this very day.

        Raises:
            InvalidValue: ``type.date``: it is no date, or a ``datetime``, whose time of day would be lost.
        """
        if type(day) is not datetime.date:
            raise InvalidValue("type.date", f"expected a datetime.date, not {shown(day)}", day)
        return cls(day.isoformat())

    @property
    def earliest(self) -> datetime.date:
        """First day that it may be."""
        return _known(self.bounds.earliest)

    @property
    def latest(self) -> datetime.date:
        """Last day that it may be."""
        return _known(self.bounds.latest)

    def _read(self, text: str) -> None:
        match = re.fullmatch(_FORM, text) if len(text) <= _LONGEST else None
        if match is None or match[1] == "0000":
            raise _refused(text)
        year, second, third, mark = int(match[1]), match[2], match[3], match[4]
        month = int(second) if second else None
        grouping = month if month is not None and month > _MONTHS and not third else None
        precision, earliest, latest = _span(text, year, month, int(third) if third else None)
        certain = not mark
        put = object.__setattr__
        put(self, "year", year)
        put(self, "month", None if grouping else month)
        put(self, "day", int(third) if third else None)
        put(self, "grouping", grouping)
        put(self, "precision", precision)
        put(self, "approximate", mark in {"~", "%"})
        put(self, "uncertain", mark in {"?", "%"})
        put(self, "bounds", Bounds(earliest, latest, certain, certain))


def to_partial_date(value: PartialDate | datetime.date | str) -> PartialDate:
    """Return the value as a ``PartialDate``; a ``datetime.date`` is a day."""
    if isinstance(value, PartialDate):
        return value
    return PartialDate.of(value) if isinstance(value, datetime.date) else PartialDate(value)


def to_optional_partial_date(value: PartialDate | datetime.date | str | None) -> PartialDate | None:
    """Return the value as a ``PartialDate``; ``None`` stays ``None``."""
    return None if value is None else to_partial_date(value)


def to_date(value: datetime.date | str) -> datetime.date:
    """Return the value as an exact day, of which the only spelling is ``2024-09-13``.

    Raises:
        InvalidValue: ``type.date``, ``type.string``, ``date.form`` or ``date.impossible``.
    """
    if type(value) is datetime.date:
        return value
    if isinstance(value, datetime.date):
        raise InvalidValue("type.date", f"expected a day without a time, not {shown(value)}", value)
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a date as a text, not {shown(value)}", value)
    if not re.fullmatch(_FULL, value):
        raise InvalidValue("date.form", f"{shown(value)} is not an exact day, such as '2024-09-13'", value)
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise InvalidValue("date.impossible", f"there is no day {value}", value) from None


def to_optional_date(value: datetime.date | str | None) -> datetime.date | None:
    """Return the value as an exact day; ``None`` stays ``None``."""
    return None if value is None else to_date(value)


def _span(text: str, year: int, month: int | None, day: int | None) -> tuple[Precision, datetime.date, datetime.date]:
    if month is None:
        return "year", datetime.date(year, 1, 1), datetime.date(year, _MONTHS, 31)
    if day is not None:
        try:
            exact = datetime.date(year, month, day)
        except ValueError:
            raise InvalidValue("date.impossible", f"there is no day {text}", text) from None
        return "day", exact, exact
    if 1 <= month <= _MONTHS:
        return "month", datetime.date(year, month, 1), _last_day(year, month)
    if month in _GROUPINGS:
        first, last, precision = _GROUPINGS[month]
        return precision, datetime.date(year, first, 1), _last_day(year, last)
    if month in _SEASONS:
        return "season", *_season(year, month)
    if month in range(25, 33):
        raise _refused(text)
    raise InvalidValue("date.impossible", f"there is no month or grouping {month:02} in {text!r}; {_SUPPORTED}", text)


def _season(year: int, season: int) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day over both hemispheres, by calendar months and by solstices, and both years that a turn of year may mean."""
    if season in {21, 23}:
        return datetime.date(year, 3, 1), datetime.date(year, 12, 22)
    first = datetime.date(year - 1, 12, 1) if year > datetime.MINYEAR else datetime.date.min
    last = datetime.date(year + 1, 3, 21) if year < datetime.MAXYEAR else datetime.date.max
    return first, last


def _last_day(year: int, month: int) -> datetime.date:
    if month == _MONTHS:
        return datetime.date(year, month, 31)
    return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)


def _known(day: datetime.date | None) -> datetime.date:
    assert day is not None  # noqa: S101  a partial date always has both
    return day


def _refused(text: str) -> InvalidValue:
    part = re.fullmatch(_PART_OF_YEAR, text)
    if part is not None:
        meant = f"{part[1]}-{_FIRST_OF[part[2]] + int(part[3]) - 1}"
        return InvalidValue("date.form", f"{text!r} is spelt {meant!r} in EDTF; {_SUPPORTED}", text, allowed=(meant,))
    if len(text) <= _LONGEST:
        if "/" in text:
            return InvalidValue("date.form", f"{shown(text)} is a period, and one date is expected; {_SUPPORTED}", text)
        for form, feature in _UNSUPPORTED:
            if re.fullmatch(form, text):
                return InvalidValue("date.unsupported", f"{feature} is not supported, as in {shown(text)}; {_SUPPORTED}", text)
    return InvalidValue("date.form", f"{shown(text)} is not a date in EDTF; {_SUPPORTED}", text)
