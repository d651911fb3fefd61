"""What members and units are called."""

from typing import Any

import attrs
import pytest

from coopmodel.codes.members import MEMBERS, member_label
from coopmodel.codes.units import UNITS, Unit, counted
from coopmodel.model.agreement import Agreement
from coopmodel.testing.entities import ENTITIES


def test_every_member_has_a_name() -> None:
    """The table holds the members of every class, no more, in both languages; none is blank."""
    kinds: tuple[Any, ...] = (Agreement, *ENTITIES)
    assert {field.name for kind in kinds for field in attrs.fields(kind)} == set(MEMBERS)
    for name, said in MEMBERS.items():
        assert {"es", "en"} == set(said)
        assert (said["es"], said["en"]) == (member_label(name, "es"), member_label(name, "en"))
        assert all(said.values())
        assert not any("_" in words for words in said.values())


@pytest.mark.parametrize(
    ("name", "spanish", "english"),
    [
        ("due", "plazo", "due"),
        ("strength", "firmeza", "strength"),
        ("depends_on", "depende de", "depends on"),
        ("parent", "forma parte de", "part of"),
        ("url", "URL", "URL"),
        ("mood_swing", "mood_swing", "mood_swing"),
    ],
)
def test_members_in_words(name: str, spanish: str, english: str) -> None:
    """English follows the name on the wire unless a reader would say otherwise; an unknown member stands for itself."""
    assert (spanish, english) == (member_label(name, "es"), member_label(name, "en"))


@pytest.mark.parametrize(
    ("numbers", "spanish", "english"),
    [
        ({}, "", ""),
        ({"days": 0}, "", ""),
        ({"days": 1}, "1 día", "1 day"),
        ({"days": 2}, "2 días", "2 days"),
        ({"weeks": 1}, "1 semana", "1 week"),
        ({"days": 3, "months": 1, "years": 2}, "2 años 1 mes 3 días", "2 years 1 month 3 days"),
        ({"years": 1, "months": 6}, "1 año 6 meses", "1 year 6 months"),
    ],
)
def test_time_in_words(numbers: dict[Unit, int], spanish: str, english: str) -> None:
    """The longest unit comes first, one is told from many, and none is left out."""
    assert (spanish, english) == (counted(numbers, "es"), counted(numbers, "en"))
    assert list(UNITS["es"]) == list(UNITS["en"])
