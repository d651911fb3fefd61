"""Dates exactly as vague as their source, against tables worked out by hand."""

import copy
import json
import pickle
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue
from coopmodel.values.dates import (
    PartialDate,
    to_date,
    to_optional_date,
    to_optional_partial_date,
    to_partial_date,
)

_GOLDEN = Path(__file__).parents[2] / "golden" / "dates"
_BOUNDS: list[dict[str, Any]] = json.loads((_GOLDEN / "bounds.json").read_text("utf-8"))["dates"]
_REFUSED: list[dict[str, str]] = json.loads((_GOLDEN / "refused.json").read_text("utf-8"))["refused"]


@pytest.mark.parametrize("row", _BOUNDS, ids=[row["text"] for row in _BOUNDS])
def test_bounds(row: dict[str, Any]) -> None:
    """A date has the precision, bounds and marks that the table gives it, and is written as it was read."""
    read = PartialDate(row["text"])
    assert row["precision"] == read.precision
    assert (row["earliest"], row["latest"]) == (read.earliest.isoformat(), read.latest.isoformat())
    assert (row["certain"], row["certain"]) == (read.bounds.earliest_certain, read.bounds.latest_certain)
    assert (row.get("approximate", False), row.get("uncertain", False)) == (read.approximate, read.uncertain)
    assert row["text"] == str(read)


@pytest.mark.parametrize("row", _REFUSED, ids=[ascii(row["text"]) for row in _REFUSED])
def test_refused(row: dict[str, str]) -> None:
    """A text that is no date of the subset is refused with the code and the reason of the table, and is kept as the value."""
    with pytest.raises(InvalidValue) as caught:
        PartialDate(row["text"])
    assert row["code"] == caught.value.code
    assert row["says"] in caught.value.message
    assert row["text"] == caught.value.value


def test_every_refusal_of_the_subset_says_what_may_be_written() -> None:
    """Each refusal but that of an impossible day lists the forms that are accepted."""
    for row in _REFUSED:
        with pytest.raises(InvalidValue) as caught:
            PartialDate(row["text"])
        assert ("a half-year '2024-40' or '2024-41'" in caught.value.message) != ("there is no day" in caught.value.message)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", (2024, None, None, None)),
        ("2024-09", (2024, 9, None, None)),
        ("2024-09-13", (2024, 9, 13, None)),
        ("2024-12", (2024, 12, None, None)),
        ("2024-21", (2024, None, None, 21)),
        ("2024-41%", (2024, None, None, 41)),
        ("0476-09-04~", (476, 9, 4, None)),
    ],
)
def test_parts(text: str, parts: tuple[int | None, ...]) -> None:
    """Year, month, day and grouping are numbers; what the source does not name is None, also the month of a grouping."""
    read = PartialDate(text)
    assert parts == (read.year, read.month, read.day, read.grouping)


def test_of_a_day() -> None:
    """A datetime.date is that very day, whatever its year."""
    assert PartialDate("2024-09-13") == PartialDate.of(date(2024, 9, 13))
    assert PartialDate("0007-01-02") == PartialDate.of(date(7, 1, 2))


@pytest.mark.parametrize("wrong", [datetime(2024, 9, 13, tzinfo=UTC), "2024-09-13", 2024, None])
def test_of_refuses_what_is_no_plain_day(wrong: object) -> None:
    """A datetime would lose its time of day; a text or a number is no day."""
    with pytest.raises(InvalidValue, match=r"expected a datetime\.date") as caught:
        PartialDate.of(cast("Any", wrong))
    assert caught.value.code == "type.date"


@pytest.mark.parametrize("wrong", [2024, 2024.0, None, True, b"2024", ["2024"], date(2024, 1, 1)])
def test_the_constructor_takes_a_text_alone(wrong: object) -> None:
    """What is no str is refused as such, never turned into one."""
    with pytest.raises(InvalidValue, match="expected a text") as caught:
        PartialDate(cast("Any", wrong))
    assert caught.value.code == "type.string"


def test_converter() -> None:
    """The converter takes a date, a day or a text; the optional one also None."""
    vague = PartialDate("2024-41")
    assert to_partial_date(vague) is vague
    assert PartialDate("2024-09-13") == to_partial_date(date(2024, 9, 13))
    assert vague == to_partial_date("2024-41")
    assert to_optional_partial_date(None) is None
    assert vague == to_optional_partial_date("2024-41")
    with pytest.raises(InvalidValue) as caught:
        to_partial_date(datetime(2024, 9, 13, tzinfo=UTC))
    assert caught.value.code == "type.date"


def test_exact_day() -> None:
    """An exact day is read from its one spelling, or passes through; the optional converter lets None pass."""
    day = date(2024, 9, 13)
    assert to_date(day) is day
    assert day == to_date("2024-09-13")
    assert day == to_optional_date("2024-09-13")
    assert to_optional_date(None) is None


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("2024-09", "date.form"),
        ("20240913", "date.form"),
        ("2024-W37-5", "date.form"),
        ("2024-09-13T00:00:00", "date.form"),
        ("2024-09-13~", "date.form"),
        ("", "date.form"),
        ("2023-02-29", "date.impossible"),
        ("0000-01-01", "date.impossible"),
        ("2024-13-01", "date.impossible"),
        (datetime(2024, 9, 13, tzinfo=UTC), "type.date"),
        (20240913, "type.string"),
        (None, "type.string"),
    ],
)
def test_exact_day_refused(wrong: object, code: str) -> None:
    """Other spellings that date.fromisoformat reads, vague dates and times of day are no exact day."""
    with pytest.raises(InvalidValue) as caught:
        to_date(cast("Any", wrong))
    assert code == caught.value.code
    assert wrong == caught.value.value


def test_equal_by_spelling() -> None:
    """Dates spelt alike are equal and hash alike; the same days under another spelling are another date."""
    assert PartialDate("2024") == PartialDate("2024")
    assert hash(PartialDate("2024")) == hash(PartialDate("2024"))
    assert PartialDate("2024") != PartialDate("2024~")
    assert PartialDate("2024-33") != PartialDate("2024-34")
    assert PartialDate("2024") != cast("object", "2024")


def test_no_order() -> None:
    """Dates have no order, since which of two vague dates comes first may be unknown."""
    with pytest.raises(TypeError, match="not supported"):
        sorted(cast("Any", [PartialDate("2024"), PartialDate("2023")]))


def test_copied_pickled_and_shown() -> None:
    """A date survives copying and pickling, and its repr can be pasted back."""
    vague = PartialDate("2024-41~")
    assert vague == copy.deepcopy(vague) == pickle.loads(pickle.dumps(vague))  # noqa: S301  made here
    assert repr(vague) == "PartialDate('2024-41~')"


def test_immutable() -> None:
    """No part of a date can be set or deleted."""
    vague = PartialDate("2024")
    with pytest.raises(FrozenInstanceError):
        vague.year = 2025
    with pytest.raises(FrozenInstanceError):
        del vague.year
    assert vague.year == 2024


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-Q1", "2025-33"),
        ("2025Q4", "2025-36"),
        ("2024-T2", "2024-34"),
        ("2024-S1", "2024-40"),
        ("2024-S2", "2024-41"),
        ("2024-H2", "2024-41"),
    ],
)
def test_a_part_of_a_year_is_named_in_edtf(text: str, meant: str) -> None:
    """Quarters and half-years as people write them are refused with the spelling of EDTF."""
    with pytest.raises(InvalidValue, match=f"{text}' is spelt '{meant}' in EDTF") as caught:
        PartialDate(text)
    assert ("date.form", (meant,)) == (caught.value.code, caught.value.allowed)


@pytest.mark.parametrize("text", ["2025-Q5", "2025-S3", "2025-X1", "20255-Q1"])
def test_no_part_of_a_year_is_guessed(text: str) -> None:
    """What names no quarter or half-year is not taken for one."""
    with pytest.raises(InvalidValue) as caught:
        PartialDate(text)
    assert not caught.value.allowed
