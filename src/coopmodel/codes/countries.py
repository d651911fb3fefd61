"""Countries and former countries as rows, found by their codes."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from coopmodel.codes import countries_table, former_countries

_LANGUAGES: Final = ("es", "en", "pt", "fr")


class CountryRow(NamedTuple):
    """What is known of one country.

    Attributes:
        alpha2: The two letters; of a former country those that it had, which may since have been given to another.
        alpha3: ISO 3166-1 alpha-3; of Kosovo the ``XKX`` in common use.
        numeric: ISO 3166-1 numeric, three digits as a text; ``None`` where there is none.
        names: The names in ``es``, ``en``, ``pt`` and ``fr``.
        region: UN M49 code of the region: ``"019"`` is the Americas; ``None`` for Antarctica.
        subregion: UN M49 code of the most specific group that the United Nations publish: ``"005"`` is South America.
        status: Where the code comes from: ISO 3166-1, its user-assigned range, or ISO 3166-3.
    """

    alpha2: str
    alpha3: str | None
    numeric: str | None
    names: Mapping[str, str]
    region: str | None
    subregion: str | None
    status: Literal["official", "user-assigned", "former"]


def _rows() -> Iterator[tuple[str, CountryRow]]:
    for alpha2, alpha3, numeric, es, en, pt, fr, region, subregion in countries_table.ROWS:
        status: Literal["official", "user-assigned"] = "user-assigned" if alpha2 == "XK" else "official"
        names = {"es": es, "en": en, "pt": pt, "fr": fr}
        yield alpha2, CountryRow(alpha2, alpha3, numeric, names, region, subregion, status)
    for code, alpha2, alpha3, numeric, es, en, pt, fr, region, subregion in former_countries.ROWS:
        names = {"es": es, "en": en, "pt": pt, "fr": fr}
        yield code, CountryRow(alpha2, alpha3, numeric, names, region, subregion, "former")


def _former_alpha2() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, alpha2, *_ in former_countries.ROWS:
        if alpha2 not in COUNTRIES:
            codes[alpha2] = (*codes.get(alpha2, ()), code)
    return codes


COUNTRIES: Final[Mapping[str, CountryRow]] = dict(_rows())
"""Every country by its alpha-2 code, every former one by its four-letter ISO 3166-3 code."""

FORMER_ALPHA2: Final[Mapping[str, tuple[str, ...]]] = _former_alpha2()
"""Withdrawn two-letter codes that no other country has now, and the former countries that had them: ``CS`` had two."""

ALPHA3: Final[Mapping[str, str]] = {row[1]: row[0] for row in countries_table.ROWS}
"""Alpha-2 code by alpha-3 code; of today's countries alone."""

REGION_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    code: dict(zip(_LANGUAGES, names, strict=True)) for code, *names in countries_table.REGION_ROWS
}
"""Names in ``es``, ``en``, ``pt`` and ``fr`` of the UN M49 regions and sub-regions that the rows name."""
