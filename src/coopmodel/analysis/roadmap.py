"""What a roadmap implies: an order of its milestones, how much time lies between them, which chain is critical, what is blocked by what."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import attrs

from coopmodel.analysis.events import events_of
from coopmodel.analysis.graph import Before, circle_in, in_order, knots, turned
from coopmodel.analysis.slack import Slack, slack_between, soonest
from coopmodel.errors import UnknownIdentifier
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Milestone
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Timing, Unknown


class Step(NamedTuple):
    """One milestone in its place.

    Attributes:
        pointer: Where it stands in the record.
        milestone: The milestone; of several with one id, the first.
        window: The days in which it is due, or why they cannot be told; ``None`` where nothing says when.
        depends_on: Ids of the milestones that come first, as the record has them; without ids that name no milestone.
        needed_by: Ids of the milestones that depend on it, in the order of the document.
        slack: The days from its due date to the first due date of whatever waits for it, directly or through others: by so much it may be
            late, at the most, before something else is. Nobody knows how long the later steps take, so that the time is theirs as well.
            ``None`` where it or all that waits for it has no date.
    """

    pointer: str
    milestone: Milestone
    window: Bounds | Unknown | None
    depends_on: tuple[str, ...]
    needed_by: tuple[str, ...]
    slack: Slack | None


class Chain(NamedTuple):
    """Milestones each of which depends on the one before it.

    Attributes:
        milestones: Their ids, from the first to the last.
        slacks: The days from each to the next; ``None`` where one of the two has no date. One fewer than there are milestones.
        span: The days from the first milestone with a date to the last one with a date: all the time that the steps after it have between
            them. ``None`` unless two have a date.
    """

    milestones: tuple[str, ...]
    slacks: tuple[Slack | None, ...]
    span: Slack | None


class Blocked(NamedTuple):
    """A milestone that cannot be met yet.

    Attributes:
        milestone: Its id.
        by: Ids of those that it depends on directly and that are not met.
    """

    milestone: str
    by: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False)
class Roadmap:
    """The milestones of a record, put in order.

    Each milestone is a step once, in ``steps`` or in ``unordered``; where an id is used twice, references mean the first.
    """

    steps: tuple[Step, ...]
    """In an order that can be followed: each after those that it depends on. Of several that could be next, the one with the earliest last
    day: its own, or that of something that waits for it; then the one with the earliest first day, then the first of the document. What has
    no date, and no dated thing waiting for it, comes after what has."""
    unordered: tuple[Step, ...]
    """What has no place in any order, as the document has it: milestones in a circle, and those that wait for one."""
    circles: tuple[tuple[str, ...], ...]
    """One circle of each group of milestones that wait for each other, each depending on the next and the last on the first."""
    critical: Chain
    """The chain that decides when the roadmap can end.

    The critical path method would take the path of least total slack; that needs to know how long steps take, and a roadmap only says by when
    they are due. What can be told is the driving path: from the milestone that can be met last, back at each step to the one of its
    dependencies that can be met last, which leaves the least slack, down to one that depends on nothing. Met last is what has the latest
    last day, its own or one that it has to wait for; a last day that is open or unknown counts by the first day, no day at all as earliest
    of all. Between equals decide the first day alike, then the longer chain, then the document. Marks (``?``, ``~``, ``%``) do not change
    days, so that another reading of vague or uncertain dates may make another chain critical. Without any dependency it is the last
    milestone alone; milestones without order stay out of it."""
    by_id: Mapping[str, Step] = attrs.field(eq=False)
    """Every step by its id."""

    def __repr__(self) -> str:
        """Show how many milestones there are."""
        without = f", {len(self.unordered)} without order" if self.unordered else ""
        return f"<Roadmap: {len(self.by_id)} milestones{without}>"

    def blocked(self, met: Iterable[str] = ()) -> tuple[Blocked, ...]:
        """Return the milestones that wait for one that is not met, in their order, and what they wait for directly.

        Args:
            met: Ids of the milestones that are met as of the day in question. One that is met waits for nothing any more, whatever became of
                those before it.
        """
        done = frozenset(met)
        waiting = [
            Blocked(name, tuple([other for other in step.depends_on if other not in done]))
            for name, step in self._in_order()
            if name not in done
        ]
        return tuple([one for one in waiting if one.by])

    def ready(self, met: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the milestones that are not met and wait for nothing, in their order: what can be worked on."""
        done = frozenset(met)
        return tuple([name for name, step in self._in_order() if name not in done and done.issuperset(step.depends_on)])

    def blockers(self, identifier: str, met: Iterable[str] = ()) -> tuple[str, ...]:
        """Return all that a milestone waits for, directly or through others, in their order; one in a circle waits for itself.

        Args:
            identifier: Id of the milestone.
            met: Ids of the milestones that are met. Nobody waits for these, nor for what lies before them.

        Raises:
            UnknownIdentifier: No milestone has the id.
        """
        return self._beyond(identifier, frozenset(met), lambda step: step.depends_on)

    def held_up(self, identifier: str, met: Iterable[str] = ()) -> tuple[str, ...]:
        """Return all that waits for a milestone, directly or through others, in their order.

        Args:
            identifier: Id of the milestone.
            met: Ids of the milestones that are met. These wait for nothing.

        Raises:
            UnknownIdentifier: No milestone has the id.
        """
        return self._beyond(identifier, frozenset(met), lambda step: step.needed_by)

    def _beyond(self, identifier: str, met: frozenset[str], onward: Callable[[Step], tuple[str, ...]]) -> tuple[str, ...]:
        if identifier not in self.by_id:
            raise UnknownIdentifier(identifier, "milestone", self.by_id)
        found: set[str] = set()
        waiting = [identifier] if identifier not in met else []
        while waiting:
            for other in onward(self.by_id[waiting.pop()]):
                if other not in found and other not in met:
                    found.add(other)
                    waiting.append(other)
        return tuple([name for name, _ in self._in_order() if name in found])

    def _in_order(self) -> Iterator[tuple[str, Step]]:
        return ((step.milestone.id, step) for step in (*self.steps, *self.unordered))


def roadmap_of(record: Agreement, *, moved: Mapping[str, Bounds | Unknown] | None = None) -> Roadmap:
    """Put the milestones of a record in order; nothing in it makes this raise, and it takes time in proportion (n log n).

    Dates are taken as independent of each other: "thirty days before the works" and the works' own date are two windows.

    Args:
        record: The record.
        moved: Windows that count instead of the record's own, by id: where a report has put a milestone off. ``statuses_of`` derives them, and
            which milestones are met.
    """
    located: dict[str, tuple[str, Milestone]] = {}
    for number, milestone in enumerate(record.roadmap):
        located.setdefault(milestone.id, (f"/roadmap/{number}", milestone))
    before = {
        identifier: tuple([other for other in dict.fromkeys(milestone.depends_on) if other in located])
        for identifier, (_, milestone) in located.items()
    }
    after = turned(before)
    events = events_of(record)
    windows = {identifier: window_of(milestone, events) for identifier, (_, milestone) in located.items()}
    windows.update({identifier: bounds for identifier, bounds in (moved or {}).items() if identifier in located})
    dated = {identifier: bounds for identifier, bounds in windows.items() if isinstance(bounds, Bounds)}
    following = _following(in_order(before, dict.fromkeys(before, 0)), after, dated)
    urgency = {
        identifier: _days(soonest([*_one(dated, identifier), *_one(following, identifier)]), datetime.date.max) for identifier in before
    }
    order = in_order(before, urgency)
    steps = {
        identifier: Step(
            *located[identifier],
            windows[identifier],
            before[identifier],
            after[identifier],
            slack_between(dated[identifier], following[identifier]) if identifier in dated and identifier in following else None,
        )
        for identifier in before
    }
    in_place = frozenset(order)
    return Roadmap(
        steps=tuple([steps[identifier] for identifier in order]),
        unordered=tuple([step for identifier, step in steps.items() if identifier not in in_place]),
        circles=tuple([circle_in(knot, before) for knot in knots(before)]),
        critical=_chain(_driving(order, before, dated), dated),
        by_id=steps,
    )


def window_of(milestone: Milestone, events: Mapping[str, Bounds | Unknown]) -> Bounds | Unknown | None:
    """Return the days in which a milestone is due, or why they cannot be told; ``None`` where nothing says when."""
    timing = milestone.due if milestone.meeting is None else Timing(anchor=milestone.meeting)
    return None if timing is None else timing.resolve(events)


def _following(order: Iterable[str], after: Before, dated: Mapping[str, Bounds]) -> dict[str, Bounds]:
    """Return, by milestone, the first date of whatever waits for it; without those that nothing dated waits for."""
    following: dict[str, Bounds] = {}
    for identifier in reversed(tuple(order)):
        later = [bounds for other in after[identifier] for bounds in (*_one(dated, other), *_one(following, other))]
        first = soonest(later)
        if first is not None:
            following[identifier] = first
    return following


def _one(bounds: Mapping[str, Bounds], identifier: str) -> tuple[Bounds, ...]:
    return (bounds[identifier],) if identifier in bounds else ()


def _days(bounds: Bounds | None, without: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return last and first day, one standing for the other where only one is known, and a given day where none is."""
    if bounds is None:
        return without, without
    return bounds.latest or bounds.earliest or without, bounds.earliest or bounds.latest or without


def _driving(order: tuple[str, ...], before: Before, dated: Mapping[str, Bounds]) -> tuple[str, ...]:
    """Return the driving path; see ``Roadmap.critical``."""
    number = {identifier: place for place, identifier in enumerate(before)}
    met: dict[str, tuple[datetime.date, datetime.date, int, int]] = {}
    driver: dict[str, str] = {}
    for identifier in order:
        last, first = _days(dated.get(identifier), datetime.date.min)
        length = 0
        if before[identifier]:
            driver[identifier] = max(before[identifier], key=met.__getitem__)
            last = max(last, *[met[other][0] for other in before[identifier]])
            first = max(first, *[met[other][1] for other in before[identifier]])
            length = 1 + max([met[other][2] for other in before[identifier]])
        met[identifier] = (last, first, length, -number[identifier])
    path = [max(order, key=met.__getitem__)] if order else []
    while path and path[-1] in driver:
        path.append(driver[path[-1]])
    return tuple(reversed(path))


def _chain(path: tuple[str, ...], dated: Mapping[str, Bounds]) -> Chain:
    known = [dated[identifier] for identifier in path if identifier in dated]
    slacks = [slack_between(dated[one], dated[other]) if one in dated and other in dated else None for one, other in pairwise(path)]
    return Chain(path, tuple(slacks), slack_between(known[0], known[-1]) if len(known) > 1 else None)
