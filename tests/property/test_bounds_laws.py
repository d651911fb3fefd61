"""Laws of bounds, of comparison in three values, and of periods."""

import datetime

import pytest
from hypothesis import given, strategies as st

from coopmodel.errors import InvalidValue
from coopmodel.testing.values import bounds, partial_dates, periods
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period

COMPARED = st.one_of(st.dates(), partial_dates(), periods(), bounds())
CERTAIN = st.tuples(st.dates(), st.dates()).map(lambda days: Bounds(min(days), max(days)))


@given(st.dates(), st.dates())
def test_exact_days(one: datetime.date, other: datetime.date) -> None:
    """Exact days are compared as days, in two values."""
    assert (one < other) is precedes(one, other) is precedes(PartialDate.of(one), PartialDate.of(other))


@given(COMPARED)
def test_irreflexive(one: PartialDate) -> None:
    """Nothing certainly precedes itself."""
    assert precedes(one, one) is not True


@given(COMPARED, COMPARED)
def test_antisymmetric(one: PartialDate, other: PartialDate) -> None:
    """If one thing certainly precedes another, the other certainly does not precede it, unless an open end hides it."""
    if precedes(one, other) is True:
        assert precedes(other, one) is not True


@given(st.lists(CERTAIN, min_size=2, max_size=2))
def test_certain_reverse(pair: list[Bounds]) -> None:
    """If one thing with certain bounds precedes another, then the reverse is certainly false."""
    first, second = sorted(pair, key=lambda one: (one.latest, one.earliest))
    if precedes(first, second) is True:
        assert precedes(second, first) is False


@given(COMPARED, COMPARED, COMPARED)
def test_transitive(one: PartialDate, other: PartialDate, third: PartialDate) -> None:
    """What certainly precedes something that certainly precedes a third thing precedes that too."""
    if precedes(one, other) is True and precedes(other, third) is True:
        assert precedes(one, third) is True


@given(CERTAIN, CERTAIN, st.data())
def test_all_readings(one: Bounds, other: Bounds, data: st.DataObject) -> None:
    """A certain answer holds for every day that either may be, and where none is given some days say one thing and some the other."""
    assert one.earliest is not None
    assert one.latest is not None
    assert other.earliest is not None
    assert other.latest is not None
    answer = precedes(one, other)
    first = data.draw(st.dates(one.earliest, one.latest))
    second = data.draw(st.dates(other.earliest, other.latest))
    if answer is None:
        assert one.earliest < other.latest
        assert one.latest >= other.earliest
    else:
        assert answer is (first < second)


@given(bounds(), COMPARED)
def test_uncertainty_takes_answers_away(one: Bounds, other: PartialDate) -> None:
    """Doubt about a day never turns an answer into another one, only into none."""
    doubtful = Bounds(one.earliest, one.latest, earliest_certain=False, latest_certain=False)
    assert precedes(doubtful, other) is None
    assert precedes(other, doubtful) is None


@given(periods())
def test_period_ends(period: Period) -> None:
    """A period lasts from the first day of its start to the last day of its end, each as certain as its own end; an unknown end is not."""
    start = period.start.bounds if period.start is not None else Bounds(None, None, earliest_certain=period.start_is == "open")
    end = period.end.bounds if period.end is not None else Bounds(None, None, latest_certain=period.end_is == "open")
    assert Bounds(start.earliest, end.latest, start.earliest_certain, end.latest_certain) == period.bounds
    assert (period.bounds.earliest, period.bounds.latest) == (period.earliest, period.latest)


@given(periods())
def test_period_text(period: Period) -> None:
    """The text of a period is that of its ends; open and unknown ends differ."""
    written = {"open": "..", "unknown": ""}
    assert f"{written.get(period.start_is, period.start)}/{written.get(period.end_is, period.end)}" == str(period)
    assert (period.start is not None, period.end is not None) == (period.start_is == "known", period.end_is == "known")


@given(partial_dates(), partial_dates())
def test_reversed(one: PartialDate, other: PartialDate) -> None:
    """A period is refused exactly when every day of its start lies after every day of its end, without doubt on either."""
    text = f"{one}/{other}"
    if precedes(other, one) is True:
        with pytest.raises(InvalidValue) as caught:
            Period(text)
        assert caught.value.code == "period.reversed"
    else:
        assert Period(text).start == one
