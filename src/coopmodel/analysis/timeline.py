"""Everything in a record that has a date, in order of time."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from coopmodel.analysis.due import Dated, DueEvent, due_events, timing_of
from coopmodel.analysis.index import Index
from coopmodel.analysis.walk import Located
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.statements import Report
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period
from coopmodel.values.timing import Timing, Unknown

MomentKind: TypeAlias = Literal["act", "effect", "meeting", "commitment", "milestone", "report", "new-due"]
"""What a moment is: an act, the day on which it takes effect, a meeting, what falls due, a report, or the date to which a report puts off."""


class Moment(NamedTuple):
    """One thing with a date, or without.

    Attributes:
        kind: What it is.
        pointer: Where its entity stands.
        entity: The act, meeting, commitment, milestone or report.
        timing: Its date as the record has it, or ``None``.
        window: First and last day, or why they cannot be told; ``None`` where nothing says when.
        members: Further meetings, commitments and milestones that fall due with it; see ``due_events``.
    """

    kind: MomentKind
    pointer: str
    entity: Any
    timing: Timing | None
    window: Bounds | Unknown | None
    members: tuple[Dated, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that it stands under: its last, or its first where only that is known; ``None`` without any."""
        return (self.window.latest or self.window.earliest) if isinstance(self.window, Bounds) else None


def timeline_of(record: Agreement) -> tuple[Moment, ...]:
    """Return acts, meetings, what falls due, and reports, by their last day; of one last day the one that begins first, then the document.

    By the last day, since a promise is late only after it: all that stands before a day is over by then, unless it has no end. What falls due
    together is one moment. What has no date, or one that cannot be told, comes last, in the order of the document.

    Examples:
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> first, second, *_ = cm.timeline_of(agreement)
        >>> second.entity.id, second.day
        ('second-meeting', datetime.date(2024, 12, 31))
    """
    index = Index(record)
    moments = [*_acts(index), *_dues(index), *_reports(index)]
    number = {pointer: place for place, (pointer, _) in enumerate(index.objects)}
    return tuple(sorted(moments, key=lambda moment: (*_days(moment.window), number[moment.pointer])))


def _days(window: Bounds | Unknown | None) -> tuple[bool, date, date]:
    """Return whether there is no day, last and first day; one stands for the other where only one is known."""
    if not isinstance(window, Bounds):
        return True, date.max, date.max
    return False, window.latest or window.earliest or date.max, window.earliest or window.latest or date.max


def _acts(index: Index) -> Iterator[Moment]:
    for pointer, act in index.each(Participation):
        done, effective = act.date, act.effective
        if act.action == "entry-into-force":
            done, effective = effective or done, None
        if done is not None or effective is None:
            yield _moment("act", Located(pointer, act), done, index)
        if effective is not None and effective != done:
            yield _moment("effect", Located(pointer, act), effective, index)


def _dues(index: Index) -> Iterator[Moment]:
    for event in due_events(index):
        yield _due(event)
    for located in index.repeated:  # references cannot mean these, and they have dates all the same
        if isinstance(located.entity, Meeting | Commitment | Milestone):
            meeting = None if isinstance(located.entity, Meeting) else located.entity.meeting
            timing = timing_of(located.entity) if meeting is None else Timing(anchor=meeting)
            yield _due(DueEvent(*located, (), None if timing is None else timing.resolve(index.events)), timing)


def _due(event: DueEvent, timing: Timing | None = None) -> Moment:
    kind: MomentKind = "commitment"
    if isinstance(event.entity, Meeting):
        kind = "meeting"
    elif isinstance(event.entity, Milestone):
        kind = "milestone"
    return Moment(kind, event.pointer, event.entity, timing or timing_of(event.entity), event.window, event.members)


def _reports(index: Index) -> Iterator[Moment]:
    for located in index.each(Report):
        yield _moment("report", located, located.entity.date, index)
        if located.entity.due is not None:
            yield _moment("new-due", located, located.entity.due, index)


def _moment(kind: MomentKind, located: Located, when: Timing | PartialDate | Period | None, index: Index) -> Moment:
    timing = Timing(when) if isinstance(when, PartialDate | Period) else when
    return Moment(kind, *located, timing, None if timing is None else timing.resolve(index.events))
