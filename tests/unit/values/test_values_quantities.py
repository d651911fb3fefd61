"""Quantities and money."""

import pickle
from decimal import Decimal
from typing import Any, cast

import attrs
import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.quantities import Money, Quantity, to_currency, to_optional_quantity, to_quantity


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("20000", "20000", "20000", False),
        ("0", "0", "0", False),
        ("0.50", "0.50", "0.50", False),
        ("-1.5", "-1.5", "-1.5", False),
        ("314000000~", "314000000", "314000000", True),
        ("15000/20000", "15000", "20000", False),
        ("-5/-3", "-5", "-3", False),
        ("-1/0", "-1", "0", False),
        ("1.5~/2", "1.5", "2", True),
        ("1.5/2~", "1.5", "2", True),
        ("../4000", None, "4000", False),
        ("50000/..", "50000", None, False),
        ("../4000~", None, "4000", True),
        ("12345678901234567890.123456789", "12345678901234567890.123456789", "12345678901234567890.123456789", False),
    ],
)
def test_ends(text: str, low: str | None, high: str | None, approximate: bool) -> None:
    """A quantity is exactly, between, up to, at least or about what its text says, to the last digit."""
    read = Quantity(text)
    assert (low and Decimal(low), high and Decimal(high)) == (read.low, read.high)
    assert approximate == read.approximate
    assert text == str(read)


@pytest.mark.parametrize(
    "text",
    [
        *("", "~", "..", "../..", "/", "1/", "/1", "1/2/3", "1~~", "~1", "..~", "../..~"),
        *("01", "-0", "-0.0", "+1", "1.", ".5", "1e3", "1,000", "1 000", "1_000", "NaN", "inf", "1\n", "\u0661", "9" * 81),
    ],
)
def test_form(text: str) -> None:
    """Another spelling is refused, with the ones that there are."""
    with pytest.raises(InvalidValue, match=r"'50000/\.\.' \(at least\)") as caught:
        Quantity(text)
    assert caught.value.code == "quantity.form"


@pytest.mark.parametrize("text", ["2/1", "1/1", "1.0/1.00", "-3/-5", "2~/1"])
def test_reversed(text: str) -> None:
    """The lower end must lie below the upper."""
    with pytest.raises(InvalidValue, match="must be below the upper") as caught:
        Quantity(text)
    assert caught.value.code == "quantity.reversed"


@pytest.mark.parametrize("wrong", [5, 5.0, Decimal(5), True, None])
def test_numbers_are_refused(wrong: object) -> None:
    """A number has no decimal text of its own."""
    with pytest.raises(InvalidValue) as caught:
        to_quantity(cast("Any", wrong))
    assert caught.value.code == "type.string"


def test_quantity_converters() -> None:
    """The converters take a quantity or its text; the optional one also None; equality is by spelling."""
    half = Quantity("1.5")
    assert to_quantity(half) is half
    assert half == to_optional_quantity("1.5")
    assert to_optional_quantity(None) is None
    assert half != Quantity("1.50")


def test_money() -> None:
    """Money is made of texts, compared and hashed by its parts, pickled and evolved."""
    money = Money("314000000~", "USD")
    assert money == Money(Quantity("314000000~"), "USD")
    assert hash(money) == hash(Money("314000000~", "USD"))
    assert money == pickle.loads(pickle.dumps(money))  # noqa: S301  made here
    assert Money("314000000~", "CLP") == attrs.evolve(money, currency="CLP")
    assert repr(money) == "Money(amount=Quantity('314000000~'), currency='USD')"


@pytest.mark.parametrize(
    ("amount", "currency", "code", "field"),
    [
        ("one", "USD", "quantity.form", "amount"),
        (314, "USD", "type.string", "amount"),
        ("1", "US$", "currency.unknown", "currency"),
        ("1", None, "type.string", "currency"),
    ],
)
def test_wrong_money(amount: object, currency: object, code: str, field: str) -> None:
    """A wrong part is refused with its code and its name."""
    with pytest.raises(InvalidValue) as caught:
        Money(cast("Any", amount), cast("Any", currency))
    assert (code, field) == (caught.value.code, caught.value.field)


def test_currency() -> None:
    """A currency is an ISO 4217 code, current or withdrawn, or XXX; a misspelt one gets a suggestion."""
    assert to_currency("CLP") == "CLP"
    assert to_currency("DEM") == "DEM"
    assert to_currency("XXX") == "XXX"
    with pytest.raises(InvalidValue) as caught:
        to_currency("usd")
    assert (caught.value.code, caught.value.suggestion) == ("currency.unknown", "USD")
