"""When the events of a record take place: meetings, milestones, signature, adoption, entry into force."""

from collections.abc import Mapping
from typing import Final

from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Participation
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.timing import Timing, Unknown

_NO_DATE: Final = "no-date"


def events_of(record: Agreement, moved: Mapping[str, Bounds | Unknown] | None = None) -> dict[str, Bounds | Unknown]:
    """Return bounds, or why there are none, for every anchor of the record.

    Args:
        record: The record.
        moved: Meetings and milestones that take place at another time than the record has it, by id; what is counted from them moves too.
    """
    known: dict[str, Bounds | Unknown] = {word: _act(record, word) for word in ANCHOR_WORDS} | dict(moved or {})
    timings: dict[str, Timing | None] = {}
    for meeting in record.meetings:
        timings.setdefault(meeting.id, meeting.date)
    for milestone in record.roadmap:
        timing = Timing(anchor=milestone.meeting) if milestone.meeting is not None else milestone.due
        timings.setdefault(milestone.id, timing)
    for start in timings:
        _resolve_chain(start, timings, known)
    return known


def _resolve_chain(start: str, timings: dict[str, Timing | None], known: dict[str, Bounds | Unknown]) -> None:
    """Follow anchors from ``start`` to something known, then resolve back; a loop keeps long chains off the call stack."""
    chain: list[str] = []
    waiting: set[str] = set()
    current: str | None = start
    while current is not None and current in timings and current not in known:
        if current in waiting:
            for event in chain[chain.index(current) :]:
                known[event] = Unknown("cycle", event)
            break
        chain.append(current)
        waiting.add(current)
        timing = timings[current]
        current = None if timing is None else timing.anchor
    for event in reversed(chain):
        if event not in known:
            timing = timings[event]
            known[event] = Unknown(_NO_DATE, event) if timing is None else timing.resolve(known)


def _act(record: Agreement, word: str) -> Bounds | Unknown:
    """Return when the agreement as a whole did it; where only parties are recorded, when the last of them did, if all of them did."""
    acts = [act for act in record.participation if act.action == word]
    whole = [act for act in acts if act.party is None]
    if not acts or (not whole and {party.id for party in record.parties if party.role == "party"} - {act.party for act in acts}):
        return Unknown(_NO_DATE, word)
    counting = whole or acts
    dates = [date for act in counting if (date := _date(act, word)) is not None]
    if not dates or len(dates) < len(counting):
        return Unknown(_NO_DATE, word)
    certain = all(date.bounds.latest_certain for date in dates)
    return Bounds(max(date.earliest for date in dates), max(date.latest for date in dates), certain, certain)


def _date(act: Participation, word: str) -> PartialDate | None:
    return (act.effective or act.date) if word == "entry-into-force" else act.date
