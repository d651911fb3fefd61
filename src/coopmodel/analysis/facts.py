"""What is known of a promise as of a day, from which its status is derived."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coopmodel.analysis.accounts import Account, accounts_in, decisive, in_order
from coopmodel.analysis.due import Dated, DueEvent, due_events, timing_of
from coopmodel.analysis.events import events_of
from coopmodel.analysis.index import Index
from coopmodel.analysis.occurrences import occurrences
from coopmodel.codes.words import MeetingStatus, ReportStatus
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.timing import Unknown


class Facts(NamedTuple):
    """What a status is derived from.

    Attributes:
        entity: The commitment, milestone or meeting.
        event: What it falls due with.
        accounts: The reports about it, oldest first; shared by a meeting, the commitment to hold it and the milestone that it is.
        meeting: The meeting that it is, or promises.
        held: Whether that meeting was held by the day.
        planned: When it is due as the record has it.
        window: When it is due now.
        moved: Whether a report gave it, or what it is counted from, another date than the record has.
        occurrences: Of a recurring commitment: the windows that began by the day, and the next one.
        outstanding: The first of these that no report answers.
    """

    entity: Dated
    event: DueEvent
    accounts: tuple[Account, ...]
    meeting: Meeting | None
    held: bool
    planned: Bounds | Unknown
    window: Bounds | Unknown
    moved: bool
    occurrences: tuple[Bounds, ...]
    outstanding: Bounds | None

    @property
    def latest(self) -> Account | None:
        """The last report that declares a status."""
        return next((account for account in reversed(decisive(self.accounts)) if account.report.status is not None), None)

    @property
    def declared(self) -> ReportStatus | MeetingStatus | None:
        """The status that the latest report declares, else the meeting's own."""
        if self.latest is not None:
            return self.latest.report.status
        return None if self.meeting is None else self.meeting.status

    @property
    def done(self) -> Account | None:
        """The first of the reports of fulfilment that end the row of reports, where it ends in such."""
        found: Account | None = None
        for account in reversed(decisive(self.accounts)):
            if account.report.status not in {"fulfilled", None}:
                break
            found = account if account.report.status == "fulfilled" else found
        return found

    @property
    def renewed(self) -> bool:
        """Whether the latest report that declares a status, or one after it, gives a new date."""
        accounts = decisive(self.accounts)
        declaring = [number for number, account in enumerate(accounts) if account.report.status is not None]
        return any(account.due is not None for account in accounts[max(declaring, default=0) :])


def facts_in(index: Index, as_of: datetime.date, related: Iterable[Index]) -> Iterator[Facts]:
    """Yield what is known of each meeting, commitment and milestone as of a day."""
    accounts = accounts_in(index, related, as_of)
    events = due_events(index)
    shared = {event.entity.id: in_order([told for one in _same_event(event) for told in accounts.get(one.id, ())]) for event in events}
    moved = {str(identifier): due for identifier, row in shared.items() if (due := _moved_to(row)) is not None}
    times = events_of(index.agreement, _called_off(index) | moved)
    for event in events:
        same = {one.id for one in _same_event(event)}
        meeting = event.entity if isinstance(event.entity, Meeting) else None
        planned = _window(event, index.events)
        for entity in (event.entity, *event.members):
            row = shared[event.entity.id] if entity.id in same else accounts.get(entity.id, ())
            own = _moved_to(row)
            held = entity.id in same and _held(index, event, as_of)
            series, outstanding = _series(index, entity, as_of, row, planned if held else None)
            here = outstanding or (series[-1] if series else _window(event, times))
            window = here if own is None else own
            yield Facts(
                entity=entity,
                event=event,
                accounts=row,
                meeting=meeting if entity.id in same else None,
                held=held and not series,
                planned=planned,
                window=window,
                moved=own is not None or (not series and isinstance(window, Bounds) and window != planned),
                occurrences=series,
                outstanding=outstanding,
            )


def _called_off(index: Index) -> dict[str, Bounds | Unknown]:
    """Return the meetings that do not take place as planned: until somebody gives a new date they have none."""
    off = [meeting.id for meeting in index.agreement.meetings if meeting.status in {"postponed", "cancelled"}]
    return {str(meeting): Unknown("no-date", meeting) for meeting in off}


def _same_event(event: DueEvent) -> tuple[Dated, ...]:
    """Return the entities that are the event itself: the meeting, commitments to hold it, milestones that are it."""
    return (event.entity, *[one for one in event.members if not isinstance(one, Meeting) and one.meeting == event.entity.id])


def _moved_to(accounts: tuple[Account, ...]) -> Bounds | Unknown | None:
    return next((account.due for account in reversed(decisive(accounts)) if account.due is not None), None)


def _held(index: Index, event: DueEvent, as_of: datetime.date) -> bool:
    if event.entity.id not in index.held:
        return False
    return not isinstance(event.window, Bounds) or precedes(as_of, event.window) is not True


def _window(event: DueEvent, times: Mapping[str, Bounds | Unknown]) -> Bounds | Unknown:
    if event.entity.id in times:
        return times[event.entity.id]
    timing = timing_of(event.entity)
    return Unknown("no-date", str(event.entity.id)) if timing is None else timing.resolve(times)


def _series(
    index: Index, entity: Dated, as_of: datetime.date, accounts: tuple[Account, ...], held: Bounds | Unknown | None
) -> tuple[tuple[Bounds, ...], Bounds | None]:
    """Return the occurrences up to the next one, and the first that nothing answers: the last report answers all that were over by its day."""
    windows = occurrences(index, entity) if isinstance(entity, Commitment) else ()
    found: list[Bounds] = []
    for window in () if isinstance(windows, Unknown) else windows:
        found.append(window)
        if window.earliest is None or window.earliest > as_of:
            break
    told = accounts[-1].day if accounts else datetime.date.min
    if isinstance(held, Bounds) and held.latest is not None:
        told = max(told, held.latest)
    return tuple(found), next((window for window in found if window.latest is not None and window.latest > told), None)
