"""The built-in thematic areas, and what other classifications call them."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from coopmodel.codes.words import MappingMatch


class ThemeMapping(NamedTuple):
    """A code of another classification.

    Attributes:
        scheme: ``ICCS``, ``UNTC``, ``SDG``, ``DAC`` or ``EuroVoc``.
        code: The code there.
        match: How the foreign concept matches the area (SKOS): it is the same, close, broader or narrower.
        source: Where the code was found.
    """

    scheme: str
    code: str
    match: MappingMatch
    source: str


class Theme(NamedTuple):
    """One thematic area.

    Attributes:
        code: Its code.
        labels: What it is called, in ``es`` and ``en``.
        broader: Code of the area that it is part of; ``None`` for a top area.
        mappings: Codes of other classifications; only those with a source.
    """

    code: str
    labels: Mapping[str, str]
    broader: str | None = None
    mappings: tuple[ThemeMapping, ...] = ()


_OAS: Final = "OAS criminal justice glossary, citing UNODC, ICCS, 2015"
_EUROSTAT: Final = "Eurostat crime statistics, dimension ICCS"
_UNTC: Final = "United Nations Treaty Collection, participation tables, copy of 2014/15"
_SDG: Final = "IATI code list UNSDG-Targets"
_GOAL: Final = "United Nations General Assembly, resolution 70/1"
_DAC: Final = "IATI code list Sector (OECD DAC purpose codes)"
_DAC_CATEGORY: Final = "IATI code list SectorCategory (OECD DAC sector codes)"
_EUROVOC: Final = "EuroVoc concept numbers, as in two published packages that agree"


def _iccs(code: str, match: MappingMatch, source: str) -> ThemeMapping:
    return ThemeMapping("ICCS", code, match, source)


def _untc(code: str, match: MappingMatch = "close") -> ThemeMapping:
    return ThemeMapping("UNTC", code, match, _UNTC)


def _sdg(code: str, match: MappingMatch = "broad") -> ThemeMapping:
    return ThemeMapping("SDG", code, match, _SDG if "." in code else _GOAL)


def _dac(code: str, match: MappingMatch = "broad") -> ThemeMapping:
    return ThemeMapping("DAC", code, match, _DAC if len(code) > len("120") else _DAC_CATEGORY)


def _eurovoc(code: str, match: MappingMatch = "exact") -> ThemeMapping:
    return ThemeMapping("EuroVoc", code, match, _EUROVOC)


def _theme(code: str, es: str, en: str, broader: str | None = None, *mappings: ThemeMapping) -> Theme:
    return Theme(code, {"es": es, "en": en}, broader, mappings)


_ROWS: Final = (
    _theme("security", "seguridad", "security"),
    _theme(
        "organized-crime",
        "crimen organizado transnacional",
        "transnational organized crime",
        "security",
        _iccs("09051", "close", _EUROSTAT),
        _untc("XVIII-12"),
        _sdg("16.4"),
        _dac("15113"),
        _eurovoc("5560"),
    ),
    _theme(
        "trafficking-in-persons",
        "trata de personas",
        "trafficking in persons",
        "organized-crime",
        _iccs("0204", "exact", _OAS),
        _untc("XVIII-12-a"),
        _sdg("8.7"),
        _sdg("5.2"),
        _sdg("16.2"),
        _dac("15190"),
        _eurovoc("5933"),
    ),
    _theme(
        "smuggling-of-migrants",
        "tráfico ilícito de migrantes",
        "smuggling of migrants",
        "organized-crime",
        _iccs("08051", "exact", _OAS),
        _untc("XVIII-12-b"),
        _sdg("10.7"),
        _dac("15190"),
    ),
    _theme(
        "drug-trafficking",
        "tráfico ilícito de drogas",
        "illicit drug trafficking",
        "organized-crime",
        _iccs("0601", "close", _EUROSTAT),
        _untc("VI-19"),
        _sdg("3.5"),
        _sdg("16.4"),
        _dac("16063"),
        _eurovoc("3355"),
    ),
    _theme(
        "arms-trafficking",
        "tráfico ilícito de armas",
        "illicit arms trafficking",
        "organized-crime",
        _untc("XVIII-12-c"),
        _untc("XXVI-8"),
        _sdg("16.4"),
        _dac("15240"),
        _eurovoc("7", "close"),
    ),
    _theme("contraband", "contrabando", "smuggling of goods", "organized-crime", _sdg("16.4"), _eurovoc("3169", "close")),
    _theme(
        "police-cooperation",
        "cooperación policial",
        "police cooperation",
        "security",
        _untc("XVIII-12", "broad"),
        _sdg("16.a"),
        _dac("15132"),
        _eurovoc("5551"),
        _eurovoc("616", "close"),
    ),
    _theme("border-control", "control fronterizo", "border control", "security", _eurovoc("5540")),
    _theme("cross-border-cooperation", "cooperación transfronteriza", "cross-border cooperation", "security", _eurovoc("226")),
    _theme("migration", "migración", "migration"),
    _theme("irregular-migration", "migración irregular", "irregular migration", "migration", _sdg("10.7"), _dac("15190"), _eurovoc("1915")),
    _theme(
        "return-migration",
        "retorno asistido y humanitario",
        "assisted and humanitarian return",
        "migration",
        _sdg("10.7"),
        _dac("15190"),
        _eurovoc("1911", "close"),
    ),
    _theme("agriculture", "agricultura", "agriculture", None, _dac("311", "exact")),
    _theme("defence", "defensa", "defence"),
    _theme("digital-and-cyber", "asuntos digitales y ciberseguridad", "digital affairs and cybersecurity"),
    _theme("disaster-risk", "riesgo de desastres", "disaster risk", None, _dac("43060", "close")),
    _theme("education-and-culture", "educación y cultura", "education and culture", None, _sdg("4", "narrow"), _dac("110", "narrow")),
    _theme("energy", "energía", "energy", None, _sdg("7", "close"), _dac("230", "exact")),
    _theme(
        "environment-and-climate", "medio ambiente y clima", "environment and climate", None, _sdg("13", "narrow"), _dac("410", "close")
    ),
    _theme("finance-and-tax", "finanzas y tributación", "finance and tax", None, _dac("240", "narrow")),
    _theme("health", "salud", "health", None, _sdg("3", "close"), _dac("120", "exact")),
    _theme("human-rights", "derechos humanos", "human rights", None, _dac("15160", "exact")),
    _theme("infrastructure-and-transport", "infraestructura y transporte", "infrastructure and transport", None, _dac("210", "narrow")),
    _theme("labour", "trabajo y empleo", "labour and employment", None, _sdg("8", "close")),
    _theme("science-and-technology", "ciencia y tecnología", "science and technology"),
    _theme("trade", "comercio", "trade", None, _dac("331", "close")),
)

THEMES: Final[Mapping[str, Theme]] = {theme.code: theme for theme in _ROWS}
"""Every built-in area by its code: security and migration with what lies below them, then the other top areas."""


def broader_areas(code: str) -> Iterator[Theme]:
    """Yield the built-in areas above this one, nearest first; none for an unknown code."""
    theme = THEMES.get(code)
    while theme is not None and theme.broader is not None:
        theme = THEMES[theme.broader]
        yield theme
