"""What became of the promises of an earlier record in a later one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

import attrs

from coopmodel.analysis.events import events_of
from coopmodel.analysis.references import full_reference
from coopmodel.analysis.shifts import Shift, shift_of_timing
from coopmodel.codes.words import STRENGTH_RANKS, Strength
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Unknown

Change: TypeAlias = Literal["carried-over", "strengthened", "weakened"]
"""How a commitment stands to the one that it continues."""


class Continued(NamedTuple):
    """A commitment and one that continues it.

    Attributes:
        earlier: The commitment of the earlier record.
        later: The commitment of the later record that continues it.
    """

    earlier: Commitment
    later: Commitment

    @property
    def change(self) -> Change:
        """What became of its strength; carried over, too, where one of the two is not judged: there is nothing to compare."""
        return change_of(self.earlier.strength, self.later.strength)


@attrs.frozen(kw_only=True)
class Comparison:
    """Two records of a series: what the later one made of the promises of the earlier one.

    Every commitment of the earlier record is in a pair, in ``reported`` or in ``dropped``; every one of the later record is in a pair, in
    ``repeated`` or in ``new``. One promise may be continued by several, and several by one: then it is in several pairs.
    """

    earlier: Agreement = attrs.field(repr=False)
    later: Agreement = attrs.field(repr=False)
    pairs: tuple[Continued, ...]
    """Each commitment with each that continues it, in the order of the earlier record, then of the later one."""
    reported: tuple[Commitment, ...]
    """Of the earlier record: not continued, and the later record reports on them; see ``reported_on``."""
    dropped: tuple[Commitment, ...]
    """Of the earlier record: neither continued nor reported on in the later one."""
    new: tuple[Commitment, ...]
    """Of the later record: continue nothing of the earlier one."""
    repeated: tuple[Commitment, ...]
    """Of the later record: continue the earlier one only by way of another commitment of their own record."""

    @property
    def carried_over(self) -> tuple[Continued, ...]:
        """Pairs of the same strength, and those of which one is not judged."""
        return self._changed("carried-over")

    @property
    def strengthened(self) -> tuple[Continued, ...]:
        """Pairs whose later commitment is promised more firmly."""
        return self._changed("strengthened")

    @property
    def weakened(self) -> tuple[Continued, ...]:
        """Pairs whose later commitment is promised less firmly."""
        return self._changed("weakened")

    @cached_property
    def _events(self) -> tuple[Mapping[str, Bounds | Unknown], Mapping[str, Bounds | Unknown]]:
        return events_of(self.earlier), events_of(self.later)

    def moved(self, pair: Continued) -> Shift | None:
        """Return how the date of the later commitment stands to that of the earlier one, each counted from the events of its own record.

        ``None`` where they are the same days, and where one of them is not known: it has no date, or is counted from what has none.

        Args:
            pair: One of the pairs.
        """
        one, other = pair.earlier.due, pair.later.due
        if one is None or other is None:
            return None
        before, after = self._events
        was, now = one.resolve(before), other.resolve(after)
        if isinstance(was, Unknown) and isinstance(now, Unknown) and self.earlier.id != self.later.id:
            return None  # two distances, but from the events of two agreements
        return shift_of_timing(one, other, was, now)

    def _changed(self, change: Change) -> tuple[Continued, ...]:
        return tuple([pair for pair in self.pairs if pair.change == change])


def change_of(earlier: Strength | None, later: Strength | None) -> Change:
    """Return how a strength stands to an earlier one."""
    if earlier is None or later is None or earlier == later:
        return "carried-over"
    return "strengthened" if STRENGTH_RANKS[later] > STRENGTH_RANKS[earlier] else "weakened"


class Answers:
    """What some records say of commitments, their own or another record's: that one continues them, or what became of them.

    Attributes:
        continued: Full references (agreement id, ``#``, id) that some commitment continues.
        about: Full references that some report is about.
    """

    def __init__(self, records: Iterable[Agreement]) -> None:
        """Read the commitments and reports of the records once."""
        self.continued: set[str] = set()
        self.about: set[str] = set()
        for record in records:
            for commitment in record.commitments:
                self.continued.update([full_reference(name, record) for name in commitment.continues])
            for report in record.reports:
                self.about.update([full_reference(name, record) for name in report.about])

    def reported_on(self, record: Agreement) -> set[str]:
        """Return the ids of the record's commitments that a report is about.

        A report on one of its indicators, on the meeting that is promised or on a milestone that delivers it is one on the commitment.
        """
        told = set(_within(record, self.about))
        told.update([name for milestone in record.roadmap if milestone.id in told for name in milestone.delivers])
        return {commitment.id for commitment in record.commitments if not told.isdisjoint(_names(commitment))}

    def unanswered(self, record: Agreement) -> tuple[Commitment, ...]:
        """Return the record's commitments that are neither continued nor reported on."""
        answered = self.reported_on(record).union(_within(record, self.continued))
        return tuple([commitment for commitment in record.commitments if commitment.id not in answered])


def compare(earlier: Agreement, later: Agreement) -> Comparison:
    """Return what a later record made of the promises of an earlier one.

    A commitment continues those that its ``continues`` names in the earlier record; the same id in two records means nothing. Two revisions
    of one agreement can be compared too. There a published id always means the same promise: a commitment continues the one with its id, and
    where its id is new those that it names.
    """
    originals: set[str] = {commitment.id for commitment in earlier.commitments}
    continuing: dict[str, list[Commitment]] = {}
    paired: list[bool] = []
    for commitment in later.commitments:
        if earlier.id == later.id and commitment.id in originals:
            continued = [str(commitment.id)]
        else:
            named = [full_reference(name, later) for name in commitment.continues]
            continued = [name for name in dict.fromkeys(_within(earlier, named)) if name in originals]
        for name in continued:
            continuing.setdefault(name, []).append(commitment)
        paired.append(bool(continued))
    reported = Answers([later]).reported_on(earlier)
    rest = [commitment for commitment in earlier.commitments if commitment.id not in continuing]
    repeating = _repeating(later, paired)
    unpaired = [(commitment, place in repeating) for place, commitment in enumerate(later.commitments) if not paired[place]]
    return Comparison(
        earlier=earlier,
        later=later,
        pairs=tuple(_pairs(earlier, continuing)),
        reported=tuple([commitment for commitment in rest if commitment.id in reported]),
        dropped=tuple([commitment for commitment in rest if commitment.id not in reported]),
        new=tuple([commitment for commitment, repeats in unpaired if not repeats]),
        repeated=tuple([commitment for commitment, repeats in unpaired if repeats]),
    )


def _pairs(earlier: Agreement, continuing: Mapping[str, list[Commitment]]) -> Iterator[Continued]:
    """Yield each commitment with those that continue it; of those that share an id the first, and each further one with one."""
    seen: set[str] = set()
    for commitment in earlier.commitments:
        others = continuing.get(commitment.id, [])
        for other in others[:1] if commitment.id in seen else others:
            yield Continued(commitment, other)
        seen.add(commitment.id)


def _repeating(record: Agreement, paired: list[bool]) -> set[int]:
    """Return the places of the commitments that lead, over what they continue in their own record, to one that is in a pair."""
    continuing: dict[str, list[int]] = {}
    for place, commitment in enumerate(record.commitments):
        for name in _within(record, [full_reference(name, record) for name in commitment.continues]):
            continuing.setdefault(name, []).append(place)
    waiting = [place for place, is_paired in enumerate(paired) if is_paired]
    reached = set(waiting)
    while waiting:
        for place in continuing.pop(record.commitments[waiting.pop()].id, ()):
            if place not in reached:
                reached.add(place)
                waiting.append(place)
    return reached


def _within(record: Agreement, references: Iterable[str]) -> Iterator[str]:
    """Yield the ids that full references name in a record."""
    own = f"{record.id}#"
    return (reference.removeprefix(own) for reference in references if reference.startswith(own))


def _names(commitment: Commitment) -> Iterator[str]:
    """Yield the ids that a report on a commitment may be about."""
    yield commitment.id
    yield from (indicator.id for indicator in commitment.indicators)
    if commitment.meeting is not None:
        yield commitment.meeting
