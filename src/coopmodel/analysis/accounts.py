"""What reports say of a promise, in this record and in others of its series, in order of time."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from coopmodel.analysis.index import Index
from coopmodel.model.commitments import Commitment
from coopmodel.model.statements import Report
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.timing import Unknown

Way: TypeAlias = Literal["itself", "continued", "milestone", "step", "indicator"]
"""How a report bears on an entity: it names it, a commitment that continues it, the milestone that delivers it, one of several that do, or one
of its indicators."""


class Account(NamedTuple):
    """One report as it bears on one entity.

    Attributes:
        reference: The report's id; with the record's id and ``#`` in front where it is another record's.
        report: The report.
        way: How it bears on the entity.
        due: The new due date that it gives, first and last day; ``None`` where it gives none.
        day: The day that it counts from in the order of time.
        place: The numbers of its record, this one being 0, and of the report in it: the order within one day.
    """

    reference: str
    report: Report
    way: Way
    due: Bounds | Unknown | None
    day: datetime.date
    place: tuple[int, int]


_DECISIVE: Final = frozenset({"itself", "continued", "milestone"})


def decisive(accounts: Iterable[Account]) -> list[Account]:
    """Return the accounts that speak of the promise as a whole: a report on one indicator, or one step of several, does not settle it."""
    return [account for account in accounts if account.way in _DECISIVE]


def accounts_in(index: Index, related: Iterable[Index] = (), as_of: datetime.date | None = None) -> dict[str, tuple[Account, ...]]:
    """Return what reports say of each entity of the record, by its id, oldest first.

    A report counts unless it tells of something certainly later than ``as_of``. It takes its place by the last day of its date; one without a
    date comes after the reports before it in its record. What a report says of a commitment it says of those that this one continues, from
    record to record. What it says of a milestone is said of the commitments that the milestone delivers.

    Args:
        index: The record.
        related: Other records of its series.
        as_of: The day to judge by; ``None`` counts every report.
    """
    indexes = [index, *related]
    continued = _continued(indexes)
    own = f"{index.agreement.id}#"
    owners = {str(indicator.id): commitment.id for commitment in index.agreement.commitments for indicator in commitment.indicators}
    delivered = _delivered(index)
    found: dict[str, list[Account]] = {}
    for number, one in enumerate(indexes):
        for account, target in _told(one, number, as_of):
            for way, reference in _bearing(target, continued, len(indexes)):
                if not reference.startswith(own):
                    continue
                identifier = reference.removeprefix(own)
                found.setdefault(identifier, []).append(account._replace(way=way))
                if identifier in owners:
                    found.setdefault(owners[identifier], []).append(account._replace(way="indicator"))
                for by_milestone, commitment in delivered.get(identifier, ()):
                    found.setdefault(commitment, []).append(account._replace(way=by_milestone))
    return {identifier: in_order(accounts) for identifier, accounts in found.items()}


def _told(one: Index, number: int, as_of: datetime.date | None) -> Iterator[tuple[Account, str]]:
    """Yield the reports of a record that count, each with the entities that it is about, as references with the record's id."""
    record = one.agreement
    day = datetime.date.min
    for place, report in enumerate(record.reports):
        if report.date is not None:
            if as_of is not None and precedes(as_of, report.date):
                continue
            day = report.date.bounds.latest or report.date.bounds.earliest or day
        reference = report.id if number == 0 else f"{record.id}#{report.id}"
        due = None if report.due is None else report.due.resolve(one.events)
        account = Account(reference, report, "itself", due, day, (number, place))
        for target in dict.fromkeys(report.about):
            yield account, target if "#" in target else f"{record.id}#{target}"


def _continued(indexes: Iterable[Index]) -> dict[str, list[str]]:
    """Return by commitment those that it continues, all as references with the record's id."""
    found: dict[str, list[str]] = {}
    for index in indexes:
        record = index.agreement
        for commitment in record.commitments:
            names = [name if "#" in name else f"{record.id}#{name}" for name in commitment.continues]
            if names:
                found.setdefault(f"{record.id}#{commitment.id}", []).extend(names)
    return found


def _bearing(target: str, continued: Mapping[str, list[str]], steps: int) -> Iterator[tuple[Way, str]]:
    """Yield the target and what it continues, at most one step for each record."""
    yield "itself", target
    seen = {target}
    here = [target]
    for _ in range(steps):
        here = [name for reference in here for name in continued.get(reference, ()) if name not in seen]
        here = list(dict.fromkeys(here))
        if not here:
            return
        seen.update(here)
        for name in here:
            yield "continued", name


def _delivered(index: Index) -> dict[str, list[tuple[Way, str]]]:
    """Return by milestone the commitments that it delivers, alone or as one of several."""
    pairs = [(milestone.id, name) for milestone in index.agreement.roadmap for name in dict.fromkeys(milestone.delivers)]
    times = Counter([commitment for _, commitment in pairs])
    found: dict[str, list[tuple[Way, str]]] = {}
    for milestone, commitment in pairs:
        if commitment in index.by_id and isinstance(index.by_id[commitment].entity, Commitment):
            found.setdefault(milestone, []).append(("milestone" if times[commitment] == 1 else "step", commitment))
    return found


def in_order(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Return the accounts of one matter, oldest first, each report once: as one on the whole where it bears on that too."""
    by_report: dict[str, Account] = {}
    for account in accounts:
        known = by_report.get(account.reference)
        if known is None or known.way not in _DECISIVE:
            by_report[account.reference] = account
    return tuple(sorted(by_report.values(), key=lambda account: (account.day, account.place)))
