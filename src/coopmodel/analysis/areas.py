"""Areas of a record: what they are called, which one is broader, and which were on the table."""

from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from coopmodel.codes.themes import THEMES
from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import AgendaItem, Meeting

_TALKED_OF: Final = {None, "held"}
"""Statuses of a meeting whose agenda was on the table; what is only planned, or called off, was not."""


class Taxonomy:
    """The areas that a record may speak of: the built-in ones, and those that it describes itself."""

    def __init__(self, record: Agreement) -> None:
        """Take the areas that the record describes."""
        self._own = {str(area.code): area for area in record.taxonomy}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {code: place for place, code in enumerate((*THEMES, *self._own))}

    def label(self, area: str, language: str) -> str:
        """Return what an area is called; one that nothing describes is called by its code."""
        if area in THEMES:
            return THEMES[area].labels[language]
        return self._own[area].label.best(language) if area in self._own else area

    def broader(self, area: str) -> str | None:
        """Return the area that this one is part of; ``None`` for a top area and for one that nothing describes."""
        row = THEMES.get(area) or self._own.get(area)
        return None if row is None else row.broader

    def in_order(self, areas: Iterable[str]) -> tuple[str, ...]:
        """Return each area once: built-in ones in their order, then the record's own in its order, then those that nothing describes."""
        return tuple(sorted(dict.fromkeys(areas), key=lambda area: (self._places.get(area, len(self._places)), area)))

    def nearest_broader(self, areas: Iterable[str], having: Container[str]) -> dict[str, str | None]:
        """Return for each area the nearest one above it that is in ``having``; a taxonomy in a circle is left when it closes.

        No area is climbed from twice, so that the whole takes a step for each area.
        """
        nearest: dict[str, str | None] = {}
        for area in areas:
            path: dict[str, None] = {}
            found: str | None = None
            current: str | None = area
            while current is not None and current not in path:
                if current in nearest:
                    found = nearest[current]
                    break
                path[current] = None
                current = self.broader(current)
                if current is not None and current in having:
                    found = current
                    break
            nearest.update(dict.fromkeys(path, found))
        return nearest


class OnAgenda(NamedTuple):
    """An item of an agenda, and where it stands.

    Attributes:
        pointer: JSON Pointer to the item.
        meeting: The meeting on whose agenda it is.
        item: The item.
    """

    pointer: str
    meeting: Meeting
    item: AgendaItem


def agenda_items(record: Agreement) -> Iterator[OnAgenda]:
    """Yield what was on the agendas of meetings that are not only planned and were not called off, in the order of the document."""
    for number, meeting in enumerate(record.meetings):
        if meeting.status in _TALKED_OF:
            for place, item in enumerate(meeting.agenda):
                yield OnAgenda(f"/meetings/{number}/agenda/{place}", meeting, item)


def on_the_table(record: Agreement) -> dict[str, str]:
    """Return the areas that were on an agenda, or that the record is about, each with its first place; agendas first, where the words are."""
    pointers: dict[str, str] = {}
    for pointer, _, item in agenda_items(record):
        for place, area in enumerate(item.areas):
            if area not in pointers:
                pointers[area] = f"{pointer}/areas/{place}"
    for place, area in enumerate(record.areas):
        if area not in pointers:
            pointers[area] = f"/areas/{place}"
    return pointers
