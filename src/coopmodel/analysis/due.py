"""What falls due together: a meeting, the commitment to hold it and the milestone that it is are one event."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from coopmodel.analysis.index import Index
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.values.bounds import Bounds
from coopmodel.values.identifiers import Identifier
from coopmodel.values.timing import Timing, Unknown

Dated: TypeAlias = Meeting | Milestone | Commitment


class DueEvent(NamedTuple):
    """One event and all that falls due with it.

    Attributes:
        pointer: Where the event's own entity stands.
        entity: The entity whose date counts.
        members: Further entities that fall due with it, in the order of the document.
        window: First and last day, or why they cannot be told; ``None`` where nothing says when.
    """

    pointer: str
    entity: Dated
    members: tuple[Dated, ...]
    window: Bounds | Unknown | None


def timing_of(entity: Dated) -> Timing | None:
    """Return the entity's own timing."""
    return entity.date if isinstance(entity, Meeting) else entity.due


def due_events(index: Index) -> tuple[DueEvent, ...]:
    """Return every due event, in the order of the document.

    An entity falls due with the meeting that it names, with the event that its timing is "at" (an anchor without offset), or, being a
    commitment without a date of its own or with the same one, with the milestone that delivers it (of several the one due last); else alone.
    """
    located = {place.entity.id: place for place in index.firsts(Meeting, Commitment, Milestone)}
    delivered_by: dict[str, Milestone] = {}
    for milestone in index.agreement.roadmap:
        for commitment in milestone.delivers:
            known = delivered_by.setdefault(commitment, milestone)
            if _last_day(index, milestone) > _last_day(index, known):
                delivered_by[commitment] = milestone
    dates = {meeting.id: meeting.date for meeting in reversed(index.agreement.meetings)}
    next_ones = {identifier: _due_with(place.entity, delivered_by, dates) for identifier, place in located.items()}
    keys: dict[str, str] = {}
    for identifier in located:
        _follow(identifier, next_ones, keys)
    members: dict[str, list[Dated]] = {}
    for identifier, place in located.items():
        members.setdefault(keys[identifier], [])
        if identifier != keys[identifier]:
            members[keys[identifier]].append(place.entity)
    return tuple([DueEvent(*located[key], tuple(members[key]), _window(index, located[key].entity)) for key in located if key in members])


def _last_day(index: Index, milestone: Milestone) -> date:
    window = index.events[milestone.id]
    return window.latest if isinstance(window, Bounds) and window.latest is not None else date.min


def _due_with(entity: Dated, delivered_by: dict[str, Milestone], dates: Mapping[Identifier, Timing | None]) -> str:
    if not isinstance(entity, Meeting) and entity.meeting is not None:
        return entity.meeting
    timing = timing_of(entity)
    if timing is not None and timing.anchor is not None and timing.offset is None:
        return timing.anchor
    milestone = delivered_by.get(entity.id) if isinstance(entity, Commitment) else None
    if milestone is None:
        return entity.id
    due = milestone.due if milestone.meeting is None else dates.get(milestone.meeting)
    return milestone.id if timing in {None, due} else entity.id


def _follow(start: str, next_ones: dict[str, str], keys: dict[str, str]) -> None:
    """Go from entity to entity until one stands on its own; what goes round in a circle, or to nothing in the record, stops there."""
    chain: dict[str, None] = {}
    current = start
    while current not in keys and current not in chain:
        chain[current] = None
        if next_ones[current] in next_ones:
            current = next_ones[current]
    key = keys.get(current, current)
    for identifier in chain:
        keys[identifier] = key


def _window(index: Index, entity: Dated) -> Bounds | Unknown | None:
    timing = timing_of(entity)
    return None if timing is None else timing.resolve(index.events)
