"""Quantities and money, exactly as precise as their source."""

import re
from decimal import Decimal
from typing import Final, NewType

import attrs

from coopmodel.codes.currencies import CURRENCIES
from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value

CurrencyCode = NewType("CurrencyCode", str)
"""ISO 4217 alphabetic code, current or withdrawn; ``XXX`` where the source names none."""

_LONGEST: Final = 80
_END: Final = r"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)(~?)"
_SUPPORTED = (
    "write '20000', '15000/20000' (between), '../4000' (up to), '50000/..' (at least) or '314000000~' (about), with no leading zeros"
)


class Quantity(Value):
    """A decimal number spelt like an EDTF period: ``20000``, ``15000/20000``, ``../4000``, ``50000/..``, ``314000000~``.

    The point is the decimal one and nothing groups the digits: where a Spanish text has ``15.000``, fifteen thousand, write ``15000``.
    Both ends belong to the range. Two quantities are equal when they are spelt alike: ``"1.50"`` says more than ``"1.5"``.

    Attributes:
        low: Lower end; ``None`` for "up to".
        high: Upper end; ``None`` for "at least".
        approximate: Whether an end is marked ``~``, "about".

    Raises:
        InvalidValue: ``type.string``, ``quantity.form``, or ``quantity.reversed`` when the lower end is not below the upper.

    Examples:
        >>> from coopmodel import Quantity
        >>> people = Quantity("15000/20000~")
        >>> people.low, people.high, people.approximate
        (Decimal('15000'), Decimal('20000'), True)
    """

    __slots__ = ("approximate", "high", "low")

    low: Decimal | None
    high: Decimal | None
    approximate: bool

    def _read(self, text: str) -> None:
        first, slash, second = text.partition("/") if len(text) <= _LONGEST else ("", "", "")
        low, about_low = _end(first, text, may_be_open=bool(slash))
        high, about_high = _end(second, text, may_be_open=True) if slash else (low, about_low)
        if low is None and high is None:
            raise _bad_form(text)
        if slash and low is not None and high is not None and low >= high:
            raise InvalidValue("quantity.reversed", f"the lower end of {text!r} must be below the upper", text)
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)
        object.__setattr__(self, "approximate", about_low or about_high)


def to_quantity(value: Quantity | str) -> Quantity:
    """Return the value as a ``Quantity``; numbers are refused, since a float has no decimal text of its own."""
    return value if isinstance(value, Quantity) else Quantity(value)


def to_optional_quantity(value: Quantity | str | None) -> Quantity | None:
    """Return the value as a ``Quantity``; ``None`` stays ``None``."""
    return None if value is None else to_quantity(value)


_SIGNS: Final = {"US$": "USD", "U$S": "USD", "€": "EUR", "£": "GBP", "S/": "PEN", "R$": "BRL"}
"""Signs that mean one currency; the bare dollar, peso and yen signs mean several."""


def to_currency(value: str) -> CurrencyCode:
    """Return an ISO 4217 alphabetic code, current or withdrawn; ``XXX`` where the source names none.

    Raises:
        InvalidValue: ``type.string`` or ``currency.unknown``.
    """
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if value not in CURRENCIES:
        near = _SIGNS.get(value)
        hint = ", such as 'USD'; 'XXX' where the source names none" if near is None else f"; it is written {near!r}"
        message = f"{shown(value)} is not an ISO 4217 currency code{hint}"
        raise InvalidValue("currency.unknown", message, value, allowed=CURRENCIES if near is None else (near,))
    return CurrencyCode(value)


def _amount(value: Quantity | str) -> Quantity:
    try:
        return to_quantity(value)
    except InvalidValue as error:
        raise error.at("amount") from None


def _currency(value: str) -> CurrencyCode:
    try:
        return to_currency(value)
    except InvalidValue as error:
        raise error.at("currency") from None


@attrs.frozen(weakref_slot=False)
class Money:
    """An amount in a currency: ``Money("314000000~", "USD")``."""

    amount: Quantity = attrs.field(converter=_amount)
    """A decimal text, such as ``"314000000~"``."""
    currency: CurrencyCode = attrs.field(converter=_currency)
    """ISO 4217 alphabetic code; ``XXX`` where the source names none."""


def _end(part: str, text: str, *, may_be_open: bool) -> tuple[Decimal | None, bool]:
    if may_be_open and part == "..":
        return None, False
    match = re.fullmatch(_END, part)
    if match is None:
        raise _bad_form(text)
    number = Decimal(match[1])
    if not number and match[1].startswith("-"):
        raise _bad_form(text)
    return number, bool(match[2])


def _bad_form(text: str) -> InvalidValue:
    return InvalidValue("quantity.form", f"{shown(text)} is not a quantity: {_SUPPORTED}", text)
