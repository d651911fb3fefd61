"""The tables of countries, former countries and regions as a whole."""

import pytest

from coopmodel.codes.countries import ALPHA3, COUNTRIES, FORMER_ALPHA2, REGION_NAMES, CountryRow

_LANGUAGES = {"es", "en", "pt", "fr"}
_CURRENT = {code: row for code, row in COUNTRIES.items() if row.status != "former"}
_FORMER = {code: row for code, row in COUNTRIES.items() if row.status == "former"}


def _is_upper(code: str, length: int) -> bool:
    return len(code) == length and code.isascii() and code.isalpha() and code.isupper()


def test_how_many() -> None:
    """ISO 3166-1 has 249 entries, Kosovo is added, and ISO 3166-3 has 31."""
    assert sum(row.status == "official" for row in COUNTRIES.values()) == 249
    assert [code for code, row in COUNTRIES.items() if row.status == "user-assigned"] == ["XK"]
    assert len(_FORMER) == 31


def test_codes_are_unique() -> None:
    """No two countries of today share a code."""
    alpha3 = [row.alpha3 for row in _CURRENT.values()]
    numeric = [row.numeric for row in _CURRENT.values() if row.numeric]
    assert len(set(alpha3)) == len(_CURRENT) == 250
    assert len(set(numeric)) == 249


@pytest.mark.parametrize(("code", "row"), _CURRENT.items(), ids=_CURRENT)
def test_current_row(code: str, row: CountryRow) -> None:
    """A country of today has its codes in their form, and is found by its three letters."""
    assert _is_upper(code, 2)
    assert code == row.alpha2
    assert row.alpha3 is not None
    assert _is_upper(row.alpha3, 3)
    assert code == ALPHA3[row.alpha3]
    assert (row.numeric is None) == (code == "XK")


@pytest.mark.parametrize(("code", "row"), _FORMER.items(), ids=_FORMER)
def test_former_row(code: str, row: CountryRow) -> None:
    """A former country has four letters, of which the first two are those that it had; they hint at it unless they were given away."""
    assert _is_upper(code, 4)
    assert code[:2] == row.alpha2
    assert row.alpha3 is not None
    assert _is_upper(row.alpha3, 3)
    assert (code in FORMER_ALPHA2.get(row.alpha2, ())) == (row.alpha2 not in COUNTRIES)


@pytest.mark.parametrize(("code", "row"), COUNTRIES.items(), ids=COUNTRIES)
def test_every_row(code: str, row: CountryRow) -> None:
    """Every country has names in four languages, three digits for its number, and regions that have names."""
    assert code
    assert set(row.names) == _LANGUAGES
    assert all(name == name.strip() != "" for name in row.names.values())
    for digits in (row.numeric, row.region, row.subregion):
        assert digits is None or (len(digits) == 3 and digits.isascii() and digits.isdecimal())
    assert row.region is None or row.region in REGION_NAMES
    assert row.subregion is None or row.subregion in REGION_NAMES
    assert row.region is not None or row.subregion is None


def test_regions() -> None:
    """Every region has names in four languages, is used, and the five great ones are those of UN M49."""
    used = {region for row in COUNTRIES.values() for region in (row.region, row.subregion)} - {None}
    assert set(REGION_NAMES) == used
    for names in REGION_NAMES.values():
        assert set(names) == _LANGUAGES
        assert all(names.values())
    assert {row.region for row in COUNTRIES.values()} == {"002", "009", "019", "142", "150", None}
    assert REGION_NAMES["005"] == {"es": "Sudamérica", "en": "South America", "pt": "América do Sul", "fr": "Amérique du Sud"}


def test_a_subregion_lies_in_one_region() -> None:
    """All countries of a sub-region lie in the same region."""
    pairs = {(row.subregion, row.region) for row in COUNTRIES.values() if row.subregion}
    assert len(pairs) == len({subregion for subregion, _ in pairs})


def test_letters_of_two_former_countries() -> None:
    """CS was Czechoslovakia, then Serbia and Montenegro; letters that are in use again hint at nobody."""
    assert FORMER_ALPHA2["CS"] == ("CSHH", "CSXX")
    assert FORMER_ALPHA2["SU"] == ("SUHH",)
    assert not FORMER_ALPHA2.keys() & COUNTRIES.keys()
    assert {"AI", "BQ", "BY", "GE", "SK"} <= {row.alpha2 for row in _FORMER.values()} - FORMER_ALPHA2.keys()
