"""Bounds of vague dates, and comparison in three values."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.bounds import Bounds, Datelike, bounds_of, precedes
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period

_JUNE = date(2024, 6, 15)


def test_bounds_of_anything() -> None:
    """Bounds are their own, a day is its own first and last, a vague date and a period have theirs."""
    bounds = Bounds(date(2024, 1, 1), None)
    assert bounds_of(bounds) is bounds
    assert Bounds(_JUNE, _JUNE) == bounds_of(_JUNE)
    assert Bounds(date(2024, 7, 1), date(2024, 12, 31), earliest_certain=False, latest_certain=False) == bounds_of(PartialDate("2024-41~"))
    assert Bounds(date(2024, 1, 1), None) == bounds_of(Period("2024/.."))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (date(2024, 6, 14), _JUNE, True),
        (_JUNE, _JUNE, False),
        (date(2024, 6, 16), _JUNE, False),
        (PartialDate("2023"), PartialDate("2024"), True),
        (PartialDate("2024"), PartialDate("2023"), False),
        (PartialDate("2024"), PartialDate("2024"), None),
        (PartialDate("2024-40"), PartialDate("2024-41"), True),
        (PartialDate("2024-06"), PartialDate("2024-06-30"), None),
        (PartialDate("2024-06-30"), PartialDate("2024-06"), False),
        (PartialDate("2024-06-29"), PartialDate("2024-06"), None),
        (PartialDate("2024-06-01"), PartialDate("2024-06"), None),
        (PartialDate("2024-05-31"), PartialDate("2024-06"), True),
        (PartialDate("2023~"), PartialDate("2024"), None),
        (PartialDate("2023"), PartialDate("2024?"), None),
        (PartialDate("2025%"), PartialDate("2024"), None),
        (PartialDate("2025"), PartialDate("2024~"), None),
        (PartialDate("2023-24"), PartialDate("2024-01"), None),
        (Period("2022/2023"), PartialDate("2024"), True),
        (Period("2024/.."), PartialDate("2023"), False),
        (Period("2024/.."), PartialDate("2030"), None),
        (PartialDate("2023"), Period("2024/"), True),
        (Period("../2024"), PartialDate("2025"), True),
        (Period("/2024"), PartialDate("2020"), None),
        (PartialDate("2025"), Period("2020/2024?"), None),
        (PartialDate("2019"), Period("2020/2024?"), True),
        (Bounds(None, None), _JUNE, None),
        (_JUNE, Bounds(None, None), None),
    ],
)
def test_precedes(one: Datelike, other: Datelike, expected: bool | None) -> None:
    """One date precedes another, does not, or it cannot be told: an unknown or uncertain day never decides."""
    assert precedes(one, other) is expected


@pytest.mark.parametrize("wrong", ["2024", 2024, None, datetime(2024, 6, 15, tzinfo=UTC)])
def test_what_is_no_date_has_no_bounds(wrong: Any) -> None:
    """Texts, numbers and moments are not read as dates in silence."""
    with pytest.raises(InvalidValue, match=r"expected a PartialDate, a Period, a Timing or a datetime\.date") as caught:
        precedes(wrong, _JUNE)
    assert caught.value.code == "type.date"
