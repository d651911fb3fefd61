"""Laws of all values: they are what their text says, and never change."""

import copy
import datetime
import pickle
from decimal import Decimal
from typing import Any, Final

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings, strategies as st

from coopmodel.values.base import Value
from coopmodel.values.bounds import Bounds
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions, JsonObject
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing, Unknown

TEXTUAL: Final[tuple[type[Value], ...]] = (PartialDate, Period, Duration, Recurrence, Quantity, Country)
HASHED: Final[tuple[type[Any], ...]] = (*TEXTUAL, Text, Timing, Money, Bounds, Unknown)
ALL: Final[tuple[type[Any], ...]] = (*HASHED, JsonObject, Extensions)
FEWER: Final = settings(max_examples=settings().max_examples // 4)
NAMES: Final[dict[str, Any]] = {kind.__name__: kind for kind in ALL} | {"datetime": datetime, "Decimal": Decimal}


@pytest.mark.parametrize("kind", TEXTUAL)
@FEWER
@given(data=st.data())
def test_text(kind: type[Value], data: st.DataObject) -> None:
    """A value made of the text of a value is that value."""
    value = data.draw(st.from_type(kind))
    assert kind(str(value)) == value


@pytest.mark.parametrize("kind", TEXTUAL)
@FEWER
@given(data=st.data())
def test_spelling(kind: type[Value], data: st.DataObject) -> None:
    """Two values are equal exactly when they are spelt alike."""
    one, other = data.draw(st.tuples(st.from_type(kind), st.from_type(kind)))
    assert (str(one) == str(other)) is (one == other)


@pytest.mark.parametrize("kind", TEXTUAL)
@FEWER
@given(data=st.data())
def test_uncached(kind: type[Value], data: st.DataObject) -> None:
    """A value that comes from the cache has the same parts as one that was read afresh."""
    value = data.draw(st.from_type(kind))
    kind._known.clear()  # pyright: ignore[reportPrivateUsage]  the law is about the cache
    afresh = kind(str(value))
    assert afresh is not value
    assert [getattr(value, name) for name in kind.__slots__] == [getattr(afresh, name) for name in kind.__slots__]


@pytest.mark.parametrize("kind", ALL)
@FEWER
@given(data=st.data())
def test_repr(kind: type[Any], data: st.DataObject) -> None:
    """What ``repr`` shows makes the same value when it is pasted back."""
    value = data.draw(st.from_type(kind))
    assert eval(repr(value), dict(NAMES)) == value  # noqa: S307  the law is about eval


@pytest.mark.parametrize("kind", ALL)
@FEWER
@given(data=st.data())
def test_copies(kind: type[Any], data: st.DataObject) -> None:
    """A value that was pickled, copied or copied in depth is equal, and of the same class."""
    value = data.draw(st.from_type(kind))
    for made in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301  our own bytes
        assert type(made) is kind
        assert value == made


@pytest.mark.parametrize("kind", HASHED)
@FEWER
@given(data=st.data())
def test_hash(kind: type[Any], data: st.DataObject) -> None:
    """Equal values have equal hashes."""
    value = data.draw(st.from_type(kind))
    assert hash(copy.deepcopy(value)) == hash(value)


@pytest.mark.parametrize("kind", [JsonObject, Extensions])
@FEWER
@given(data=st.data())
def test_unhashable(kind: type[Any], data: st.DataObject) -> None:
    """JSON objects are compared, never hashed."""
    value = data.draw(st.from_type(kind))
    with pytest.raises(TypeError, match="unhashable"):
        hash(value)


@pytest.mark.parametrize("kind", ALL)
@FEWER
@given(data=st.data())
def test_immutable(kind: type[Any], data: st.DataObject) -> None:
    """No part of a value can be set or deleted, and no further one added."""
    value = data.draw(st.from_type(kind))
    for name in (*kind.__slots__, "further"):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)
        with pytest.raises(FrozenInstanceError):
            delattr(value, name)


@given(st.lists(st.sampled_from(TEXTUAL), min_size=2, max_size=2, unique=True), st.data())
def test_types_differ(kinds: list[type[Value]], data: st.DataObject) -> None:
    """Values of two types are never equal, even where they are spelt alike."""
    one, other = data.draw(st.tuples(*[st.from_type(kind) for kind in kinds]))
    assert one != other
    assert str(one) != one
