"""The table of currencies."""

import pytest

from coopmodel.codes.currencies import CURRENCIES


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        *(("CLP", 0), ("PYG", 0), ("JPY", 0), ("KRW", 0), ("VND", 0), ("XAF", 0)),
        *(("USD", 2), ("EUR", 2), ("PEN", 2), ("BRL", 2), ("MXN", 2), ("ARS", 2), ("COP", 2), ("GBP", 2)),
        *(("KWD", 3), ("BHD", 3), ("JOD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4)),
        *(("XXX", None), ("XAU", None), ("XAG", None), ("XDR", None), ("XTS", None)),
    ],
)
def test_minor_unit(code: str, digits: int | None) -> None:
    """A currency in use has as many decimals as ISO 4217 says; metals, units of account and XXX have none."""
    assert CURRENCIES[code] == digits


def test_form() -> None:
    """Every code is three capital letters, in order; digits are 0 to 4 or None."""
    assert list(CURRENCIES) == sorted(CURRENCIES)
    assert all(len(code) == 3 and code.isascii() and code.isalpha() and code.isupper() for code in CURRENCIES)
    assert set(CURRENCIES.values()) == {None, 0, 2, 3, 4}


def test_withdrawn() -> None:
    """Withdrawn codes are read, since old agreements name them."""
    assert {"DEM", "FRF", "ESP", "ITL", "SUR", "YUM"} <= CURRENCIES.keys()
