"""Which way dates, strengths and figures went, and how far; nothing where it cannot be told."""

import datetime
from decimal import Decimal
from typing import Any, get_args

import pytest

from coopmodel.analysis.shifts import Distance, Shift, Tendency, shift_of_quantity, shift_of_strength, shift_of_timing, shift_of_window
from coopmodel.codes.words import Strength
from coopmodel.values.bounds import Bounds
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Quantity
from coopmodel.values.timing import Timing, to_timing


def told(old: Any, new: Any, events: Any = None) -> tuple[str, str, str] | None:
    """Return tendency and words in English and Spanish of two timings; ``events`` are known to both."""
    one, other = to_timing(old), to_timing(new)
    shift = shift_of_timing(one, other, one.resolve(events or {}), other.resolve(events or {}))
    return None if shift is None else (shift.tendency, shift.message("en"), shift.message("es"))


LATER: list[tuple[str, str, str, str]] = [
    ("2024-41", "2025-40", "later by 6 months", "6 meses más tarde"),
    ("2024", "2025", "later by 1 year", "1 año más tarde"),
    ("2024", "2026", "later by 2 years", "2 años más tarde"),
    ("2024-33", "2025-34", "later by 1 year 3 months", "1 año 3 meses más tarde"),
    ("2024-01", "2024-02", "later by 1 month", "1 mes más tarde"),
    ("2024-01", "2024-12", "later by 11 months", "11 meses más tarde"),
    ("2024-02", "2024-03", "later by 1 month", "1 mes más tarde"),
    ("2024-01-15", "2024-01-16", "later by 1 day", "1 día más tarde"),
    ("2024-01-15", "2024-02-15", "later by 1 month", "1 mes más tarde"),
    ("2024-01-15", "2025-01-15", "later by 1 year", "1 año más tarde"),
    ("2024-01-15", "2024-02-16", "later by 32 days", "32 días más tarde"),
    ("2024-01-31", "2024-02-29", "later by 29 days", "29 días más tarde"),
    ("2024-02-29", "2024-03-31", "later by 31 days", "31 días más tarde"),
    ("2023-12-31", "2024-01-31", "later by 1 month", "1 mes más tarde"),
    ("2024-01-01/2024-01-10", "2024-01-05/2024-01-14", "later by 4 days", "4 días más tarde"),
    ("2024-01-31/2024-02-10", "2024-02-29/2024-03-10", "later by 29 days", "29 días más tarde"),
    ("2024", "2024-10/2025-03", "between 3 and 9 months later", "entre 3 y 9 meses más tarde"),
    ("2024-12", "2025-40", "between 1 and 6 months later", "entre 1 y 6 meses más tarde"),
    ("2024-12", "2025-01-15", "between 15 and 45 days later", "entre 15 y 45 días más tarde"),
    ("2024-12", "2025", "between 1 month and 1 year later", "entre 1 mes y 1 año más tarde"),
    ("2024-12-10", "2025", "between 22 and 386 days later", "entre 22 y 386 días más tarde"),
    ("2024-12-01", "2025", "between 1 month and 395 days later", "entre 1 mes y 395 días más tarde"),
    ("2022-33", "2024-41", "between 2 years 6 months and 2 years 9 months later", "entre 2 años 6 meses y 2 años 9 meses más tarde"),
    ("2024-11-30", "2025-01-15/2025-02-28", "between 46 days and 3 months later", "entre 46 días y 3 meses más tarde"),
    ("2020", "2021/2023", "between 1 and 3 years later", "entre 1 y 3 años más tarde"),
    ("2024/..", "2025/..", "later by 1 year", "1 año más tarde"),
    ("../2024", "../2025-06", "later by 6 months", "6 meses más tarde"),
    ("../2024-01-15", "../2024-01-20", "later by 5 days", "5 días más tarde"),
]


@pytest.mark.parametrize(("old", "new", "english", "spanish"), LATER)
def test_later_and_earlier(old: str, new: str, english: str, spanish: str) -> None:
    """A window whose ends both went on is later by as much, or between two distances; and earlier the other way round."""
    assert ("later", english, spanish) == told(old, new)
    back = english.replace("later", "earlier"), spanish.replace("más tarde", "antes")
    assert ("earlier", *back) == told(new, old)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("2024", "2024-08"),
        ("2024-08", "2024-08-31"),
        ("2024", "2024-12-31"),
        ("2024", "2024-01-01"),
        ("2024-41", "2024-09/2024-10"),
        ("2024-21", "2024-34"),
    ],
)
def test_vaguer_and_more_precise(wide: str, narrow: str) -> None:
    """A date within another says more than it, also where one of their ends is the same."""
    assert ("more-precise", "more precise", "más preciso") == told(wide, narrow)
    assert ("vaguer", "vaguer", "menos preciso") == told(narrow, wide)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("2022/2026", "2022/2024"),
        ("2022/2026", "2023"),
        ("2024-05-01/2024-05-02", "2024-05-01"),
        ("2024/..", "2024/2026"),
        ("../2024", "2023"),
    ],
)
def test_longer_and_shorter(long: str, short: str) -> None:
    """A period is no vague date: one within another is shorter, and what holds it longer."""
    assert ("shorter", "shorter", "más corto") == told(long, short)
    assert ("longer", "longer", "más largo") == told(short, long)


@pytest.mark.parametrize("mark", "?~%")
def test_certain_and_less_certain(mark: str) -> None:
    """A mark alone changes no day."""
    assert ("less-certain", "less certain", "menos cierto") == told("2024", f"2024{mark}")
    assert ("more-certain", "more certain", "más cierto") == told(f"2024{mark}", "2024")
    assert ("less-certain", "less certain", "menos cierto") == told("2024/2025", f"2024/2025{mark}")
    assert ("less-certain", "less certain", "menos cierto") == told("2024/2025", f"2024{mark}/2025")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024", "2024-01/2024-12"),
        ("2024~", "2024?"),
        ("2024~", "2025"),
        ("2024", "2025~"),
        ("2024~", "2024-05"),
        ("2024/", "2025/"),
        ("2024/", "2024/2025"),
        ("../2024", "2023/.."),
        ("2024/..", "2023/2026"),
        ("2024-05-01", {"anchor": "signature"}),
        ({"anchor": "signature"}, "2024-05-01"),
        ({"anchor": "signature"}, {"anchor": "adoption"}),
        ({"anchor": "signature", "offset": "P1Y"}, {"anchor": "signature", "offset": "P12M"}),
        ({"anchor": "signature", "offset": "P30D"}, {"anchor": "signature", "offset": "P1M"}),
        ({"anchor": "signature", "offset": "P2M"}, {"anchor": "signature", "offset": "P1M10D"}),
    ],
)
def test_nothing_where_it_cannot_be_told(old: Any, new: Any) -> None:
    """What is unsure, of unknown length, from an unknown event, or the same days spelt otherwise, went nowhere that anybody could tell."""
    assert None is told(old, new)
    assert None is told(new, old)


@pytest.mark.parametrize(
    ("old", "new", "english"),
    [
        ("P60D", "P90D", "later by 30 days"),
        ("P2W", "P3W", "later by 7 days"),
        ("P10D", "P2W", "later by 4 days"),
        ("P1Y", "P18M", "later by 6 months"),
        ("P1Y6M", "P2Y", "later by 6 months"),
        ("P1M1D", "P3M1D", "later by 2 months"),
        ("-P30D", "P30D", "later by 60 days"),
        ("-P2M", "-P1M", "later by 1 month"),
        (None, "P60D", "later by 60 days"),
        (None, "-P1Y", "earlier by 1 year"),
        ("P1D", None, "earlier by 1 day"),
    ],
)
def test_distances_from_an_event_without_a_date(old: str | None, new: str | None, english: str) -> None:
    """Two distances from one event tell, whenever it was."""
    shift = told(Timing(anchor="signature", offset=old), Timing(anchor="signature", offset=new))
    assert shift is not None
    assert (english.split(maxsplit=1)[0], english) == shift[:2]


def test_relative_timings_with_a_date_are_compared_by_their_days() -> None:
    """60 days after 1 January are 1 March, so that half a year later is told in months."""
    events = {"signature": Bounds(datetime.date(2024, 1, 1), datetime.date(2024, 1, 1))}
    relative = {"anchor": "signature", "offset": "P60D"}
    assert ("later", "later by 6 months", "6 meses más tarde") == told(relative, "2024-09-01", events)
    assert ("later", "later by 30 days", "30 días más tarde") == told(relative, {"anchor": "signature", "offset": "P90D"}, events)
    assert ("longer", "longer", "más largo") == told({"anchor": "signature"}, "2024-01-01/2024-01-02", events)


def test_a_date_on_one_side_only_tells_nothing_of_distances() -> None:
    """The same event may have a date in one revision and none in the other."""
    old, new = Timing(anchor="signature", offset="P1D"), Timing(anchor="signature", offset="P2D")
    day = Bounds(datetime.date(2024, 1, 1), datetime.date(2024, 1, 1))
    assert None is shift_of_timing(old, new, day, new.resolve({}))
    assert None is shift_of_timing(old, new, old.resolve({}), day)


def test_periods_are_told_from_dates_only_where_said() -> None:
    """Bounds alone are vague dates."""
    wide, narrow = Period("2024/2025").bounds, Period("2024/2024").bounds
    assert Shift("more-precise") == shift_of_window(wide, narrow)
    assert Shift("shorter") == shift_of_window(wide, narrow, spans=(True, False))
    assert Shift("more-precise") == shift_of_window(wide, narrow, spans=(False, True))
    assert Shift("vaguer") == shift_of_window(narrow, wide, spans=(True, False))
    assert Shift("longer") == shift_of_window(narrow, wide, spans=(False, True))


def test_the_ends_of_time() -> None:
    """The last day that there is ends a month like any other."""
    assert ("later", "later by 1 month", "1 mes más tarde") == told("9999-11", "9999-12")
    assert ("later", "later by 9998 years", "9998 años más tarde") == told("0001", "9999")


@pytest.mark.parametrize(("one", "other"), [(one, other) for one in get_args(Strength) for other in get_args(Strength)])
def test_strength(one: Strength, other: Strength) -> None:
    """The order is that of the list, weakest first."""
    places = get_args(Strength).index(other) - get_args(Strength).index(one)
    expected = None if places == 0 else Shift("stronger" if places > 0 else "weaker")
    assert expected == shift_of_strength(one, other)


def test_strength_in_words() -> None:
    """A word tells."""
    assert ("stronger", "más firme") == (Shift("stronger").message("en"), Shift("stronger").message("es"))
    assert ("weaker", "menos firme") == (Shift("weaker").message("en"), Shift("weaker").message("es"))


@pytest.mark.parametrize(
    ("old", "new", "english", "spanish"),
    [
        ("100", "250", "150 more", "150 más"),
        ("-5", "-3", "2 more", "2 más"),
        ("1.50", "1.75", "0.25 more", "0,25 más"),
        ("1", "1.0000001", "0.0000001 more", "0,0000001 más"),
        ("1/2", "3/5", "between 2 and 3 more", "entre 2 y 3 más"),
        ("1/2", "3/4", "2 more", "2 más"),
        ("../4000", "../5000", "1000 more", "1000 más"),
        ("50/..", "60/..", "10 more", "10 más"),
        ("0", "1" + "0" * 40, "10" + ",000" * 13 + " more", "10" + ".000" * 13 + " más"),
        ("0." + "0" * 40 + "1", "1", "0." + "9" * 41 + " more", "0," + "9" * 41 + " más"),
        ("1" + "0" * 40, "1" + "0" * 39 + "1", "1 more", "1 más"),
    ],
)
def test_figures(old: str, new: str, english: str, spanish: str) -> None:
    """A figure grew by exactly so much, and shrank by as much the other way round."""
    grown, shrunk = shift_of_quantity(Quantity(old), Quantity(new)), shift_of_quantity(Quantity(new), Quantity(old))
    assert grown is not None
    assert shrunk is not None
    assert ("more", english, spanish) == (grown.tendency, grown.message("en"), grown.message("es"))
    back = english.replace("more", "less"), spanish.replace("más", "menos")
    assert ("less", *back) == (shrunk.tendency, shrunk.message("en"), shrunk.message("es"))


@pytest.mark.parametrize(
    ("old", "new", "tendency"),
    [
        ("15000/20000", "16000", "more-precise"),
        ("15000/20000", "20000", "more-precise"),
        ("16000", "15000/20000", "vaguer"),
        ("../4000", "3000", "more-precise"),
        ("50000/..", "50000", "more-precise"),
        ("50000", "50000~", "less-certain"),
        ("50000~", "50000", "more-certain"),
        ("50000~", "60000", None),
        ("50000", "60000~", None),
        ("1.5", "1.50", None),
        ("../4000", "3000/..", None),
    ],
)
def test_vague_figures(old: str, new: str, tendency: Tendency | None) -> None:
    """A figure within another is more precise; about so many is no number to count from."""
    shift = shift_of_quantity(Quantity(old), Quantity(new))
    assert tendency == (None if shift is None else shift.tendency)
    assert shift is None or (None, None) == shift[1:]


def test_a_shift_is_data() -> None:
    """Distances are months or days, differences decimals."""
    assert Shift("later", Distance(6, 0), Distance(6, 0)) == shift_of_window(to_timing("2024-41").bounds, to_timing("2025-40").bounds)
    assert Shift("later", Distance(3, 0), Distance(9, 0)) == shift_of_window(to_timing("2024").bounds, to_timing("2024-10/2025-03").bounds)
    assert Shift("less", Decimal(150), Decimal(150)) == shift_of_quantity(Quantity("250"), Quantity("100"))


def test_how_far_is_said_only_of_both_ends() -> None:
    """With one distance alone nothing lies between two."""
    assert "vaguer" == Shift("vaguer", Distance(1, 0)).message("en")
    assert "menos preciso" == Shift("vaguer", None, Distance(1, 0)).message("es")


def test_bounds_without_any_limit() -> None:
    """What lost its last limit is vaguer."""
    everything, some = Bounds(None, None), Bounds(datetime.date(2024, 1, 1), None)
    assert Shift("vaguer") == shift_of_window(some, everything)
    assert Shift("more-precise") == shift_of_window(everything, some)
    assert None is shift_of_window(everything, everything)
