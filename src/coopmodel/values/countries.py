"""Countries and subdivisions."""

import re
from typing import Final, Literal, NewType

from coopmodel.codes.countries import ALPHA3, COUNTRIES, FORMER_ALPHA2, CountryRow
from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value

SubdivisionCode = NewType("SubdivisionCode", str)
"""ISO 3166-2: a country's alpha-2 code, a hyphen and one to three letters or digits (``"CL-AP"``). The part after the hyphen is
checked for form, not against the list, which changes every year."""

_SUBDIVISION: Final = r"([A-Z]{2})-[A-Z0-9]{1,3}"

_LONGEST_SUBDIVISION: Final = 16

_RESERVED: Final = {
    "EL": "; Greece is 'GR'",
    "EU": "; the European Union is an organization, not a country",
    "UK": "; the United Kingdom is 'GB'",
    "UN": "; the United Nations are an organization, not a country",
}
"""What is often written for a country and reserved for other uses."""

_MEANT: Final[dict[str, tuple[str, ...]]] = {"EL": ("GR",), "UK": ("GB",)}
"""Those by which a country is meant."""


class Country(Value):
    """A country by its ISO 3166-1 alpha-2 code, or a former one by its four-letter ISO 3166-3 code; one object for each.

    ``Country("CL") is Country("CL")``. Kosovo is accepted under the user-assigned code ``XK``; what else is, and is not, a country here
    is written in the territories policy. A code says what a source names, never what anybody recognises.

    Raises:
        InvalidValue: ``type.string``; ``country.former`` for a withdrawn two-letter code, which may have been given away since (``SU``:
            write ``SUHH``); ``country.unknown`` for anything else.

    Examples:
        >>> from coopmodel import Country
        >>> peru = Country("PE")
        >>> peru.name("es"), peru.alpha3
        ('Perú', 'PER')
    """

    __slots__ = ("_row",)

    _row: CountryRow

    def _read(self, text: str) -> None:
        row = COUNTRIES.get(text)
        if row is None:
            raise _unknown(text)
        object.__setattr__(self, "_row", row)

    @property
    def alpha2(self) -> str | None:
        """The two letters; of a former country, those that it had."""
        return self._row.alpha2

    @property
    def alpha3(self) -> str | None:
        """ISO 3166-1 alpha-3; ``None`` where there never was one."""
        return self._row.alpha3

    @property
    def numeric(self) -> str | None:
        """ISO 3166-1 numeric, three digits as a text; ``None`` where there never was one."""
        return self._row.numeric

    @property
    def region(self) -> str | None:
        """UN M49 code of the region, three digits: ``"019"`` is the Americas; ``None`` where the United Nations assign none."""
        return self._row.region

    @property
    def subregion(self) -> str | None:
        """UN M49 code of the sub-region, three digits; ``None`` where the United Nations assign none."""
        return self._row.subregion

    @property
    def status(self) -> Literal["official", "user-assigned", "former"]:
        """Where the code comes from: ISO 3166-1, the user-assigned range, or ISO 3166-3."""
        return self._row.status

    def name(self, language: str = "en") -> str:
        """Return the name in ``es``, ``en``, ``pt`` or ``fr`` (Unicode CLDR); of a longer tag the first part counts, else English."""
        names = self._row.names
        return names.get(language.partition("-")[0], names["en"])


def to_country(value: Country | str) -> Country:
    """Return the value as a ``Country``."""
    return value if isinstance(value, Country) else Country(value)


def to_optional_country(value: Country | str | None) -> Country | None:
    """Return the value as a ``Country``; ``None`` stays ``None``."""
    return None if value is None else to_country(value)


def to_subdivision_code(value: str) -> SubdivisionCode:
    """Return the text as an ISO 3166-2 code.

    Raises:
        InvalidValue: ``type.string``, ``subdivision.form``, or ``country.unknown`` for its first two letters.
    """
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    match = re.fullmatch(_SUBDIVISION, value)
    if match is None:
        near = value.strip().upper().replace("_", "-") if len(value) <= _LONGEST_SUBDIVISION else ""
        found = re.fullmatch(_SUBDIVISION, near) is not None
        hint = f"; it is written {near!r}" if found else ""
        message = f"{shown(value)} is not an ISO 3166-2 code, such as 'CL-AP'{hint}"
        raise InvalidValue("subdivision.form", message, value, allowed=(near,) if found else ())
    Country(match[1])
    return SubdivisionCode(value)


def _unknown(text: str) -> InvalidValue:
    former = FORMER_ALPHA2.get(text)
    if former:
        codes = " or ".join(map(repr, former))
        return InvalidValue(
            "country.former", f"{text!r} is withdrawn from ISO 3166-1; write the former country as {codes}", text, allowed=former
        )
    alpha2 = ALPHA3.get(text) or _named(text)
    allowed = (alpha2,) if alpha2 else _MEANT.get(text, tuple(COUNTRIES))
    hint = f"; it is written {alpha2!r}" if alpha2 else _RESERVED.get(text, "")
    return InvalidValue("country.unknown", f"{shown(text)} is not an ISO 3166-1 alpha-2 code{hint}", text, allowed=allowed)


def _named(text: str) -> str | None:
    """Return the code of the country that is called so in one of the four languages."""
    wanted = text.casefold()
    return next((code for code, row in COUNTRIES.items() if wanted in {name.casefold() for name in row.names.values()}), None)
