"""The built-in thematic areas, against the crosswalk written by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from coopmodel.codes.themes import THEMES, broader_areas

_CROSSWALK: dict[str, Any] = json.loads((Path(__file__).parent / "crosswalk.json").read_text("utf-8"))
_AREAS: list[dict[str, Any]] = _CROSSWALK["areas"]
_SCHEMES = ("ICCS", "UNTC", "SDG", "DAC", "EuroVoc")


def test_exactly_these_areas() -> None:
    """The list holds the areas of the crosswalk and the other top areas, no more."""
    assert {*(row["area"] for row in _AREAS), *_CROSSWALK["other_top_areas"]} == set(THEMES)


@pytest.mark.parametrize("row", _AREAS, ids=[row["area"] for row in _AREAS])
def test_area(row: dict[str, Any]) -> None:
    """An area has the labels, the broader area and exactly the mappings of the crosswalk."""
    theme = THEMES[row["area"]]
    assert row["area"] == theme.code
    assert (row["es"], row["en"], row["broader"]) == (theme.labels["es"], theme.labels["en"], theme.broader)
    mapped = {scheme: sorted(mapping.code for mapping in theme.mappings if mapping.scheme == scheme) for scheme in _SCHEMES}
    assert {scheme: sorted(row[scheme]) for scheme in _SCHEMES} == mapped
    assert set(row["close"]) <= {mapping.code for mapping in theme.mappings if mapping.match == "close"}


@pytest.mark.parametrize("code", _CROSSWALK["other_top_areas"])
def test_other_top_area(code: str) -> None:
    """An area beyond security and migration is a top area with labels, mapped to the SDG or DAC lists if at all."""
    theme = THEMES[code]
    assert theme.broader is None
    assert {mapping.scheme for mapping in theme.mappings} <= {"SDG", "DAC"}


@pytest.mark.parametrize("code", THEMES)
def test_every_area(code: str) -> None:
    """Every area has labels in Spanish and English, distinct mappings each with a source, and a chain of broader areas that ends."""
    theme = THEMES[code]
    assert set(theme.labels) == {"es", "en"}
    assert all(label == label.strip() != "" for label in theme.labels.values())
    keys = [(mapping.scheme, mapping.code) for mapping in theme.mappings]
    assert len(set(keys)) == len(keys)
    for mapping in theme.mappings:
        assert mapping.scheme in _SCHEMES
        assert mapping.source.strip()
        assert mapping.match in {"exact", "close", "broad", "narrow"}
    above = [broader.code for broader in broader_areas(code)]
    assert len(set(above)) == len(above)
    assert code not in above
    assert not above or THEMES[above[-1]].broader is None


def test_broader_areas() -> None:
    """The areas above come nearest first; a top area and an unknown code have none."""
    assert [theme.code for theme in broader_areas("drug-trafficking")] == ["organized-crime", "security"]
    assert [theme.code for theme in broader_areas("return-migration")] == ["migration"]
    assert list(broader_areas("security")) == []
    assert list(broader_areas("acme:forensics")) == []


def test_sources() -> None:
    """A mapping says where it was found: goals and targets, purposes and sectors stand in lists of their own."""
    sources = {(mapping.scheme, mapping.code): mapping.source for theme in THEMES.values() for mapping in theme.mappings}
    assert sources["SDG", "16.4"] == "IATI code list UNSDG-Targets"
    assert sources["SDG", "7"] == "United Nations General Assembly, resolution 70/1"
    assert sources["DAC", "15190"] == "IATI code list Sector (OECD DAC purpose codes)"
    assert sources["DAC", "120"] == "IATI code list SectorCategory (OECD DAC sector codes)"
    assert "ICCS" in sources["ICCS", "0204"]
