"""Areas of a record: names, broader areas, and what was on the table."""

from typing import Any

import pytest

from coopmodel.analysis.areas import Taxonomy, agenda_items, on_the_table
from coopmodel.codes.themes import THEMES
from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.meetings import AgendaItem, Meeting


def record(**members: Any) -> Agreement:
    base: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
    return Agreement(**(base | members))


def own(code: str, broader: str | None = None) -> ThematicArea:
    return ThematicArea(code=code, label={"es": f"Sobre {code}"}, broader=broader)


def meeting(name: str, *items: tuple[str, ...], status: Any = None) -> Meeting:
    return Meeting(id=name, status=status, agenda=[AgendaItem(title={"en": "T"}, areas=areas) for areas in items])


def test_an_area_has_a_name_in_the_language_asked_for() -> None:
    """A built-in area is named in both languages, an own one by its label in the nearest language, any other by its code."""
    taxonomy = Taxonomy(record(taxonomy=[own("acme:fish")]))

    assert "tráfico ilícito de armas" == taxonomy.label("arms-trafficking", "es")
    assert "illicit arms trafficking" == taxonomy.label("arms-trafficking", "en")
    assert "Sobre acme:fish" == taxonomy.label("acme:fish", "en")
    assert "acme:cod" == taxonomy.label("acme:cod", "en")


def test_an_area_has_a_broader_one_or_none() -> None:
    """Built-in and own areas know what they are part of; a top area and an undescribed one are part of nothing."""
    taxonomy = Taxonomy(record(taxonomy=[own("acme:fish", "agriculture")]))

    assert "organized-crime" == taxonomy.broader("arms-trafficking")
    assert "agriculture" == taxonomy.broader("acme:fish")
    assert taxonomy.broader("security") is None
    assert taxonomy.broader("acme:cod") is None


def test_areas_have_one_order() -> None:
    """Built-in areas come in their order, own ones in the order of the taxonomy, undescribed ones by code; each once."""
    taxonomy = Taxonomy(record(taxonomy=[own("acme:z"), own("acme:b")]))
    first, second = list(THEMES)[:2]

    assert (first, second, "acme:z", "acme:b", "acme:a", "acme:c") == taxonomy.in_order(
        ["acme:c", "acme:b", second, "acme:a", "acme:z", first, second]
    )


def test_the_nearest_broader_area_counts() -> None:
    """Of two broader areas the nearer one is found; the area itself is not its own broader one, and a top area has none."""
    taxonomy = Taxonomy(record())
    found = taxonomy.nearest_broader(["arms-trafficking", "organized-crime", "health"], {"security", "organized-crime", "health"})

    assert {"arms-trafficking": "organized-crime", "organized-crime": "security", "health": None} == {
        area: found[area] for area in ("arms-trafficking", "organized-crime", "health")
    }


@pytest.mark.parametrize("areas", [["acme:a", "acme:b", "acme:c"], ["acme:c", "acme:b", "acme:a"]])
def test_what_was_found_on_the_way_holds_for_the_way(areas: list[str]) -> None:
    """Every area on the way up has the same nearest broader one, whichever is asked for first."""
    taxonomy = Taxonomy(record(taxonomy=[own("acme:a", "acme:b"), own("acme:b", "acme:c"), own("acme:c", "health")]))

    assert dict.fromkeys(areas, "health") == taxonomy.nearest_broader(areas, {"health"})


def test_a_circle_of_areas_is_left() -> None:
    """Areas that are each other's broader one have none that counts, and the climb ends."""
    taxonomy = Taxonomy(record(taxonomy=[own("acme:a", "acme:b"), own("acme:b", "acme:a")]))

    assert {"acme:a": None, "acme:b": None} == taxonomy.nearest_broader(["acme:a"], {"health"})


class Counting:
    """Areas, and how often somebody looked for one."""

    def __init__(self, *areas: str) -> None:
        """Hold the areas."""
        self._areas = areas
        self.asked = 0

    def __contains__(self, area: object) -> bool:
        """Tell, and count."""
        self.asked += 1
        return area in self._areas


@pytest.mark.parametrize("step", [1, -1])
def test_a_long_way_up_is_climbed_once(step: int) -> None:
    """Of ten thousand areas, each part of the next, every one is left once, whichever end they are asked from."""
    length = 10_000
    taxonomy = Taxonomy(record(taxonomy=[own(f"acme:a{number}", f"acme:a{number + 1}") for number in range(length)]))
    areas = [f"acme:a{number}" for number in range(length)][::step]
    having = Counting(f"acme:a{length}")

    assert dict.fromkeys(areas, f"acme:a{length}") == taxonomy.nearest_broader(areas, having)
    assert length == having.asked


def test_an_agenda_counts_unless_its_meeting_is_only_planned_or_called_off() -> None:
    """Items of meetings that were held, or of which nothing is known, are yielded with their pointers."""
    meetings = [
        meeting("planned", ("health",), status="scheduled"),
        meeting("held", ("health",), ("trade", "health"), status="held"),
        meeting("late", ("health",), status="postponed"),
        meeting("off", ("health",), status="cancelled"),
        meeting("somehow", ()),
    ]
    found = [(pointer, one.id, item.areas) for pointer, one, item in agenda_items(record(meetings=meetings))]

    assert [
        ("/meetings/1/agenda/0", "held", ("health",)),
        ("/meetings/1/agenda/1", "held", ("trade", "health")),
        ("/meetings/4/agenda/0", "somehow", ()),
    ] == found


def test_agendas_come_before_the_areas_of_the_record() -> None:
    """An area is on the table once, at its first agenda item, else where the record lists it."""
    table = on_the_table(record(meetings=[meeting("m", ("health",), ("trade", "health"))], areas=["labour", "trade", "labour"]))

    assert [
        ("health", "/meetings/0/agenda/0/areas/0"),
        ("trade", "/meetings/0/agenda/1/areas/0"),
        ("labour", "/areas/0"),
    ] == list(table.items())
