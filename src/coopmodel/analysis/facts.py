"""What is known of a promise as of a day, from which its status is derived."""

import datetime
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from typing import Final, NamedTuple

from coopmodel.analysis.accounts import NOTHING, Account, Told, accounts_in
from coopmodel.analysis.due import Dated, DueEvent, due_events, timing_of
from coopmodel.analysis.events import events_of
from coopmodel.analysis.index import Index
from coopmodel.analysis.occurrences import occurrences
from coopmodel.codes.words import MeetingStatus, ReportStatus
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.values.bounds import Bounds
from coopmodel.values.identifiers import Identifier
from coopmodel.values.timing import Timing, Unknown


class Facts(NamedTuple):
    """What a status is derived from.

    Attributes:
        entity: The commitment, milestone or meeting.
        event: What it falls due with.
        accounts: The reports about it, oldest first; shared by a meeting, the commitment to hold it and a milestone that is only that.
        meeting: The meeting that it is, or promises.
        held: Whether that meeting was held by the day.
        window: When it is due now.
        moved: Whether a report gave it, or what it is counted from, another date than the record has.
        occurrences: Of a recurring commitment: the windows that began by the day, and the next one.
        outstanding: The first of these after the last one that a report answers.
        passed_over: How many of them were over by the day without a report.
        taken_up: A commitment of a related record that continues it and is still to be fulfilled, and by when.
    """

    entity: Dated
    event: DueEvent
    accounts: Told
    meeting: Meeting | None
    held: bool
    window: Bounds | Unknown
    moved: bool
    occurrences: tuple[Bounds, ...]
    outstanding: Bounds | None
    passed_over: int
    taken_up: tuple[str, Bounds] | None

    @property
    def latest(self) -> Account | None:
        """The last report that declares a status."""
        return self.accounts.latest

    @property
    def declared(self) -> ReportStatus | MeetingStatus | None:
        """The status that the latest report declares, else the meeting's own."""
        return self.accounts.declared or (None if self.meeting is None else self.meeting.status)

    @property
    def silent(self) -> bool:
        """Whether no report tells of it since its window opened; one that only gives a new date does not, one at an unknown time does."""
        return self.accounts.silent_since(self.window.earliest if isinstance(self.window, Bounds) else None)

    def over(self, as_of: datetime.date) -> int:
        """Count the occurrences whose last day has passed."""
        return sum(is_over(window, as_of) for window in self.occurrences)


def promises_nothing(entity: Dated) -> bool:
    """Tell whether interest was expressed and no more, so that a day that has passed makes nothing of it late."""
    return isinstance(entity, Commitment) and entity.strength == "interest"


def facts_in(index: Index, as_of: datetime.date, related: Iterable[Index]) -> Iterator[Facts]:
    """Yield what is known of each meeting, commitment and milestone as of a day."""
    related = tuple(related)
    accounts = accounts_in(index, related, as_of)
    events = due_events(index)
    shared = {event.entity.id: Told([told for one in _same_event(event) for told in accounts.get(one.id, ())]) for event in events}
    moved = {str(identifier): row.moved_to for identifier, row in shared.items() if row.moved_to is not None}
    times = events_of(index.agreement, _called_off(index) | moved)
    done = _done(shared)
    took_place = events_of(index.agreement, _called_off(index) | moved | done)
    continuing = _continuing(index, related, as_of)
    for event in events:
        same = {one.id for one in _same_event(event)}
        meeting = event.entity if isinstance(event.entity, Meeting) else None
        planned = _window(event, index.events)
        for entity in (event.entity, *event.members):
            row = shared[event.entity.id] if entity.id in same else accounts.get(entity.id, NOTHING)
            own = row.moved_to
            held = entity.id in same and _held(index, event, as_of)
            series = _series(index, entity, as_of)
            answered = _answered(series, row, planned if held else None)
            outstanding = next(iter(series[max(answered, default=-1) + 1 :]), None)
            here = (
                _window(event, times if event.entity.id in done else took_place) if entity.id in same else _own(event, entity, took_place)
            )
            window = (outstanding or (series[-1] if series else here)) if own is None else own
            yield Facts(
                entity=entity,
                event=event,
                accounts=row,
                meeting=meeting if entity.id in same else None,
                held=held and not series,
                window=window,
                moved=window != planned and (own is not None or (not series and isinstance(window, Bounds))),
                occurrences=series,
                outstanding=outstanding,
                passed_over=sum(number not in answered and is_over(window, as_of) for number, window in enumerate(series)),
                taken_up=continuing.get(entity.id),
            )


def _called_off(index: Index) -> dict[str, Bounds | Unknown]:
    """Return the meetings that do not take place as planned: until somebody gives a new date they have none."""
    off = [meeting.id for meeting in index.agreement.meetings if meeting.status in {"postponed", "cancelled"}]
    return {str(meeting): Unknown("no-date", meeting) for meeting in off}


def _same_event(event: DueEvent) -> tuple[Dated, ...]:
    """Return the entities that are the event itself: the meeting, commitments to hold it, and milestones that are it and deliver no more."""
    holding = {one.id for one in (event.entity, *event.members) if isinstance(one, Commitment) and one.meeting == event.entity.id}
    return (event.entity, *[one for one in event.members if one.id in holding or _is_only(one, event.entity, holding)])


def _is_only(one: Dated, meeting: Dated, holding: AbstractSet[str]) -> bool:
    return isinstance(one, Milestone) and one.meeting == meeting.id and holding >= {*one.delivers}


def _done(shared: Mapping[Identifier, Told]) -> dict[str, Bounds | Unknown]:
    """Return when the events took place that are reported as fulfilled: what is counted from them is counted from that day."""
    found: dict[str, Bounds | Unknown] = {}
    for identifier, row in shared.items():
        if row.done is not None and row.done.report.date is not None:
            found[str(identifier)] = row.done.report.date.bounds
    return found


def _continuing(index: Index, related: Iterable[Index], as_of: datetime.date) -> dict[str, tuple[str, Bounds]]:
    """Return by commitment the one of a related record that continues it and is not yet late, with its window; of several the first."""
    own = f"{index.agreement.id}#"
    found: dict[str, tuple[str, Bounds]] = {}
    for one in related:
        for commitment in one.agreement.commitments:
            names = [name.removeprefix(own) for name in commitment.continues if name.startswith(own)]
            due = Timing(anchor=commitment.meeting) if commitment.meeting is not None else commitment.due
            window = due.resolve(one.events) if names and due is not None else None
            if isinstance(window, Bounds) and not is_over(window, as_of):
                for name in names:
                    found.setdefault(name, (f"{one.agreement.id}#{commitment.id}", window))
    return found


def is_over(window: Bounds, as_of: datetime.date) -> bool:
    """Tell whether the last day of a window lies before the day."""
    return window.latest is not None and window.latest < as_of


def _held(index: Index, event: DueEvent, as_of: datetime.date) -> bool:
    if event.entity.id not in index.held:
        return False
    first = event.window.earliest if isinstance(event.window, Bounds) else None
    return first is None or first <= as_of


def _window(event: DueEvent, times: Mapping[str, Bounds | Unknown]) -> Bounds | Unknown:
    if event.entity.id in times:
        return times[event.entity.id]
    timing = timing_of(event.entity)
    return Unknown("no-date", str(event.entity.id)) if timing is None else timing.resolve(times)


def _own(event: DueEvent, entity: Dated, times: Mapping[str, Bounds | Unknown]) -> Bounds | Unknown:
    """Return when an entity is due that falls due with an event and is not that event: a date of its own stays what it is."""
    own = timing_of(entity)
    return own.when.bounds if own is not None and own.when is not None else _window(event, times)


def _series(index: Index, entity: Dated, as_of: datetime.date) -> tuple[Bounds, ...]:
    """Return the occurrences that began by the day, and the next one."""
    windows = occurrences(index, entity) if isinstance(entity, Commitment) else ()
    found: deque[Bounds] = deque(maxlen=_LATEST)
    for window in () if isinstance(windows, Unknown) else windows:
        found.append(window)
        if window.earliest is None or window.earliest > as_of:
            break
    return tuple(found)


_LATEST: Final = 10_000
"""So many occurrences are kept; a daily promise of centuries has more."""
_NO_ANSWER: Final = frozenset({"planned", "not-fulfilled", "suspended", "withdrawn", "superseded"})


def _answered(series: tuple[Bounds, ...], accounts: Told, held: Bounds | Unknown | None) -> set[int]:
    """Return the numbers of the occurrences that were reported on, each by a report of its own.

    A report within a window answers it. One between two windows answers the earlier, late, where nothing else did, else the later, early.
    """
    days = [account.day for account in accounts.decisive if account.report.status not in _NO_ANSWER]
    if isinstance(held, Bounds) and held.latest is not None:
        days.append(held.latest)
    ends = [window.latest or datetime.date.max for window in series]
    answered: set[int] = set()
    for day in sorted(days):
        number = bisect_left(ends, day)
        begins = series[number].earliest if number < len(series) else None
        inside = begins is not None and begins <= day
        late = not inside and number > 0 and number - 1 not in answered
        answered.add(number - late)
    return answered & set(range(len(series)))
