"""Countries and subdivisions as values."""

import copy
import pickle
from typing import Any, cast

import pytest

from coopmodel.codes.countries import COUNTRIES
from coopmodel.errors import InvalidValue
from coopmodel.values.countries import Country, to_country, to_optional_country, to_subdivision_code


@pytest.mark.parametrize(
    ("code", "alpha3", "numeric", "region", "subregion"),
    [
        ("CL", "CHL", "152", "019", "005"),
        ("PE", "PER", "604", "019", "005"),
        ("AR", "ARG", "032", "019", "005"),
        ("BO", "BOL", "068", "019", "005"),
        ("BR", "BRA", "076", "019", "005"),
        ("CO", "COL", "170", "019", "005"),
        ("EC", "ECU", "218", "019", "005"),
        ("MX", "MEX", "484", "019", "013"),
        ("PA", "PAN", "591", "019", "013"),
        ("CU", "CUB", "192", "019", "029"),
        ("US", "USA", "840", "019", "021"),
        ("CA", "CAN", "124", "019", "021"),
        ("ES", "ESP", "724", "150", "039"),
        ("PT", "PRT", "620", "150", "039"),
        ("FR", "FRA", "250", "150", "155"),
        ("DE", "DEU", "276", "150", "155"),
        ("GB", "GBR", "826", "150", "154"),
        ("NO", "NOR", "578", "150", "154"),
        ("PL", "POL", "616", "150", "151"),
        ("JP", "JPN", "392", "142", "030"),
        ("CN", "CHN", "156", "142", "030"),
        ("IN", "IND", "356", "142", "034"),
        ("TR", "TUR", "792", "142", "145"),
        ("KZ", "KAZ", "398", "142", "143"),
        ("TH", "THA", "764", "142", "035"),
        ("ZA", "ZAF", "710", "002", "018"),
        ("NG", "NGA", "566", "002", "011"),
        ("EG", "EGY", "818", "002", "015"),
        ("KE", "KEN", "404", "002", "014"),
        ("AO", "AGO", "024", "002", "017"),
        ("AU", "AUS", "036", "009", "053"),
        ("FJ", "FJI", "242", "009", "054"),
        ("WS", "WSM", "882", "009", "061"),
        ("AQ", "ATA", "010", None, None),
    ],
)
def test_codes(code: str, alpha3: str, numeric: str, region: str | None, subregion: str | None) -> None:
    """A country has the codes of ISO 3166-1 and lies in the UN M49 groups that the United Nations put it in."""
    country = Country(code)
    assert (code, alpha3, numeric) == (country.alpha2, country.alpha3, country.numeric)
    assert (region, subregion) == (country.region, country.subregion)
    assert country.status == "official"
    assert code == str(country)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("DE", "es", "Alemania"),
        ("DE", "en", "Germany"),
        ("DE", "pt", "Alemanha"),
        ("DE", "fr", "Allemagne"),
        ("DE", "es-419", "Alemania"),
        ("DE", "pt-BR", "Alemanha"),
        ("DE", "de", "Germany"),
        ("PE", "es", "Perú"),
        ("BR", "es", "Brasil"),
        ("NO", "es", "Noruega"),
        ("SUHH", "es", "Unión Soviética"),
        ("XK", "fr", "Kosovo"),
    ],
)
def test_names(code: str, language: str, name: str) -> None:
    """A country has a name in four languages; of a longer tag the first part counts, and other languages get English."""
    assert name == Country(code).name(language)


def test_name_without_language() -> None:
    """The name is English where no language is asked for."""
    assert Country("CL").name() == "Chile"
    assert Country("ES").name() == "Spain"


def test_kosovo() -> None:
    """Kosovo stands under the user-assigned code, with the alpha-3 in common use and no number."""
    kosovo = Country("XK")
    assert (kosovo.alpha3, kosovo.numeric, kosovo.status) == ("XKX", None, "user-assigned")
    assert (kosovo.region, kosovo.subregion) == ("150", "039")


@pytest.mark.parametrize(
    ("code", "alpha2", "alpha3", "numeric", "region"),
    [
        ("SUHH", "SU", "SUN", "810", "150"),
        ("CSHH", "CS", "CSK", "200", "150"),
        ("CSXX", "CS", "SCG", "891", "150"),
        ("YUCS", "YU", "YUG", "891", "150"),
        ("DDDE", "DD", "DDR", "278", "150"),
        ("ZRCD", "ZR", "ZAR", "180", "002"),
        ("SKIN", "SK", "SKM", None, "142"),
    ],
)
def test_former(code: str, alpha2: str, alpha3: str, numeric: str | None, region: str) -> None:
    """A former country stands under its ISO 3166-3 code, and keeps the codes that it had."""
    country = Country(code)
    assert (alpha2, alpha3, numeric, region) == (country.alpha2, country.alpha3, country.numeric, country.region)
    assert country.status == "former"
    assert code == str(country)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("SU", "'SUHH'"),
        ("CS", "'CSHH' or 'CSXX'"),
        ("YU", "'YUCS'"),
        ("DD", "'DDDE'"),
        ("AN", "'ANHH'"),
        ("ZR", "'ZRCD'"),
    ],
)
def test_withdrawn_letters(code: str, hint: str) -> None:
    """Two letters that were withdrawn are refused, with the four to write instead."""
    with pytest.raises(InvalidValue) as caught:
        Country(code)
    assert caught.value.code == "country.former"
    assert caught.value.message.endswith(f"write the former country as {hint}")
    assert tuple(hint.replace("'", "").split(" or ")) == caught.value.allowed
    assert (None if "or" in hint else hint.strip("'")) == caught.value.suggestion


def test_letters_that_were_given_away() -> None:
    """Two letters that another country has now are that country."""
    assert Country("SK").name() == "Slovakia"
    assert Country("AI").name() == "Anguilla"
    assert Country("BY").status == "official"


def test_alpha3_is_refused_with_the_right_code() -> None:
    """Three letters are refused, and the two to write are named and suggested."""
    with pytest.raises(InvalidValue, match="it is written 'CL'") as caught:
        Country("CHL")
    assert caught.value.code == "country.unknown"
    assert caught.value.allowed == ("CL",)


@pytest.mark.parametrize("code", ["", "C", "cl", "Chili con carne", "EU", "UN", "ZZ", "XX", "152", " CL", "\u0421L"])
def test_unknown(code: str) -> None:
    """What is no country is refused, and every code that there is comes with the error."""
    with pytest.raises(InvalidValue, match="is not an ISO 3166-1 alpha-2 code") as caught:
        Country(code)
    assert (caught.value.code, caught.value.value) == ("country.unknown", code)
    assert set(COUNTRIES) == set(caught.value.allowed)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("EL", "'EL' is not an ISO 3166-1 alpha-2 code; Greece is 'GR'"),
        ("EU", "'EU' is not an ISO 3166-1 alpha-2 code; the European Union is an organization, not a country"),
        ("UK", "'UK' is not an ISO 3166-1 alpha-2 code; the United Kingdom is 'GB'"),
        ("UN", "'UN' is not an ISO 3166-1 alpha-2 code; the United Nations are an organization, not a country"),
        ("ZZ", "'ZZ' is not an ISO 3166-1 alpha-2 code"),
    ],
)
def test_reserved_letters(code: str, message: str) -> None:
    """Letters that are often written for a country and stand for something else say what to write, or what they are."""
    with pytest.raises(InvalidValue) as caught:
        Country(code)
    assert message == caught.value.message
    assert {"EL": "GR", "UK": "GB"}.get(code) == caught.value.suggestion
    assert (1 if code in {"EL", "UK"} else len(COUNTRIES)) == len(caught.value.allowed)


def test_lower_case_gets_a_suggestion() -> None:
    """The suggestion for a code in lower case is the code."""
    with pytest.raises(InvalidValue) as caught:
        Country("cl")
    assert caught.value.suggestion == "CL"


def test_one_object_for_each() -> None:
    """A country is one object, also after copying and pickling."""
    chile = Country("CL")
    assert chile is Country("CL")
    assert copy.deepcopy(chile) is chile
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(chile, protocol)) is chile  # noqa: S301  made here
    assert repr(chile) == "Country('CL')"


def test_converters() -> None:
    """The converters take a country or its code; the optional one also None."""
    assert to_country(Country("CL")) is Country("CL")
    assert to_country("CL") is Country("CL")
    assert to_optional_country("CL") is Country("CL")
    assert to_optional_country(None) is None


@pytest.mark.parametrize("code", ["CL-AP", "US-CA", "FR-75C", "AR-B", "GB-ENG", "ES-01"])
def test_subdivision(code: str) -> None:
    """An ISO 3166-2 code is a country's letters, a hyphen and one to three letters or digits."""
    assert code == to_subdivision_code(code)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("CL", "subdivision.form"),
        ("CL-", "subdivision.form"),
        ("CL-ABCD", "subdivision.form"),
        ("CL-ap", "subdivision.form"),
        ("CHL-AP", "subdivision.form"),
        ("CL-AP\n", "subdivision.form"),
        ("ZZ-AP", "country.unknown"),
        ("SU-MOS", "country.former"),
        (5, "type.string"),
        (None, "type.string"),
    ],
)
def test_subdivision_refused(wrong: object, code: str) -> None:
    """Another form is refused, and so are letters that are no country's."""
    with pytest.raises(InvalidValue) as caught:
        to_subdivision_code(cast("Any", wrong))
    assert code == caught.value.code


@pytest.mark.parametrize(
    ("name", "code"), [("Ecuador", "EC"), ("perú", "PE"), ("Unión Soviética", "SUHH"), ("Alemanha", "DE"), ("UKR", "UA")]
)
def test_a_name_is_refused_with_the_right_code(name: str, code: str) -> None:
    """A country's name, in any of the four languages, is no code; the code to write is named, once."""
    with pytest.raises(InvalidValue, match=f"it is written '{code}' .country.unknown.") as caught:
        Country(name)
    assert (code,) == caught.value.allowed
    assert str(caught.value).count(repr(code)) == 1


@pytest.mark.parametrize(("code", "hint"), [("UK", "the United Kingdom is 'GB'"), ("EU", "an organization, not a country")])
def test_a_reserved_code_is_refused_with_what_is_meant(code: str, hint: str) -> None:
    """What is often written for a country, and reserved for something else, is explained."""
    with pytest.raises(InvalidValue, match=hint):
        Country(code)
