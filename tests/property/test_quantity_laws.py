"""Laws of quantities: ranges in order, digits as they were written."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from coopmodel.errors import InvalidValue
from coopmodel.testing.values import currencies, quantities
from coopmodel.values.quantities import Money, Quantity

NUMBERS = st.integers(-(10**12), 10**12) | st.decimals(-1000, 1000, places=2).map(abs)


@given(quantities())
def test_ends(quantity: Quantity) -> None:
    """At least one end is known, and the lower one lies below the upper unless they are one number."""
    assert quantity.low is not None or quantity.high is not None
    if quantity.low is not None and quantity.high is not None:
        assert quantity.low < quantity.high or "/" not in str(quantity)
        assert quantity.low <= quantity.high


@given(quantities())
def test_digits(quantity: Quantity) -> None:
    """The numbers of a quantity written out again, with its marks, are its text."""
    ends = str(quantity).split("/")
    low, high = ends[0], ends[-1]
    assert (".." if quantity.low is None else f"{quantity.low:f}") == low.rstrip("~")
    assert (".." if quantity.high is None else f"{quantity.high:f}") == high.rstrip("~")
    assert ("~" in str(quantity)) is quantity.approximate


@given(NUMBERS, NUMBERS)
def test_order(one: Decimal, other: Decimal) -> None:
    """A range is refused exactly when its lower end is not below its upper."""
    if one < other:
        assert (Decimal(one), Decimal(other)) == (Quantity(f"{one}/{other}").low, Quantity(f"{one}/{other}").high)
    else:
        with pytest.raises(InvalidValue) as caught:
            Quantity(f"{one}/{other}")
        assert caught.value.code == "quantity.reversed"


@given(quantities(), currencies())
def test_money(amount: Quantity, currency: str) -> None:
    """Money made of texts equals money made of values."""
    assert Money(amount, currency) == Money(str(amount), str(currency))
