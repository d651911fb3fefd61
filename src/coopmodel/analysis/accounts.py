"""What reports say of a promise, in this record and in others of its series, in order of time."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple, TypeAlias

from coopmodel.analysis.index import Index
from coopmodel.analysis.references import full_reference
from coopmodel.codes.words import ReportStatus
from coopmodel.model.commitments import Commitment
from coopmodel.model.statements import Report, Source
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.dates import PartialDate
from coopmodel.values.timing import Unknown

Way: TypeAlias = Literal["itself", "continued", "milestone", "delivered", "step", "indicator"]
"""How a report bears on an entity: it names it, a commitment that continues it, the milestones that deliver it, all that it delivers, one of
the milestones that deliver it, or one of its indicators."""


class Account(NamedTuple):
    """One report as it bears on one entity.

    Attributes:
        reference: The report's id; with the record's id and ``#`` in front where it is another record's.
        report: The report.
        way: How it bears on the entity.
        due: The new due date that it gives, first and last day; ``None`` where it gives none.
        day: The day that it counts from in the order of time.
        place: The numbers of its record, this one being 0, and of the report in it: the order within one day.
        about: What it names, as it names it.
    """

    reference: str
    report: Report
    way: Way
    due: Bounds | Unknown | None
    day: datetime.date
    place: tuple[int, int]
    about: str


_DECISIVE: Final = frozenset({"itself", "continued", "milestone", "delivered"})
_CLOSING: Final = frozenset({"fulfilled", "withdrawn", "superseded"})
_PASSED_ON: Final = 25
"""So many of the last reports on one thing are passed on to another that they bear on."""


class Told(Sequence[Account]):
    """The accounts of one matter, oldest first, and what they come to. Entities that share one fate share one of these."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        """Put them in order, each report once: as one on the whole where it bears on that too."""
        by_report: dict[str, Account] = {}
        for account in accounts:
            known = by_report.get(account.reference)
            if known is None or known.way not in _DECISIVE:
                by_report[account.reference] = account
        self._accounts = tuple(sorted(by_report.values(), key=lambda account: (account.day, account.place)))

    def __getitem__(self, index: int) -> Account:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  no slices
        """Return one of them."""
        return self._accounts[index]

    def __len__(self) -> int:
        """Count them."""
        return len(self._accounts)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The reports, by reference."""
        return tuple([account.reference for account in self._accounts])

    @cached_property
    def decisive(self) -> tuple[Account, ...]:
        """Those that speak of the promise as a whole: not of a step or an indicator, nor, where its own closed it, of what continues it."""
        own = any(account.way == "itself" and account.report.status in _CLOSING for account in self._accounts)
        ways = {"itself"} if own else _DECISIVE
        return tuple([account for account in self._accounts if account.way in ways])

    @cached_property
    def latest(self) -> Account | None:
        """The last that declares a status; where nobody can tell which of two came last, the one that closes the matter."""
        declaring = [account for account in self.decisive if account.report.status is not None]
        closing = next((account for account in reversed(declaring) if account.report.status in _CLOSING), None)
        if closing is None:
            return next(reversed(declaring), None)
        return declaring[-1] if _certainly_later(declaring[-1], closing) else closing

    @property
    def declared(self) -> ReportStatus | None:
        """The status that the latest declares."""
        return None if self.latest is None else self.latest.report.status

    @cached_property
    def done(self) -> Account | None:
        """The first of the reports of fulfilment that end the row, where it ends in such."""
        found = self.latest
        if found is None or found.report.status != "fulfilled":
            return None
        for account in reversed(self.decisive):
            if account.report.status == "fulfilled":
                found = account
            elif account.report.status is not None and _certainly_later(found, account):
                break
        return found

    @cached_property
    def moved_to(self) -> Bounds | Unknown | None:
        """The last new due date that is given."""
        return next((account.due for account in reversed(self.decisive) if account.due is not None), None)

    @cached_property
    def renewed(self) -> bool:
        """Whether the latest that declares a status, or one after it, gives a new date."""
        start = 0 if self.latest is None else self.decisive.index(self.latest)
        return any(account.due is not None for account in self.decisive[start:])

    def silent_since(self, day: datetime.date | None) -> bool:
        """Tell whether nothing is told from a day on, or at an unknown time; what only gives a new date tells nothing."""
        return self._last_news is None or (day is not None and self._last_news < day)

    @cached_property
    def _last_news(self) -> datetime.date | None:
        """The last day that anything else than a new date may have been told; of an undated report the end of time."""
        news = [account.report for account in self._accounts if account.due is None]
        return max([_last_day(report) for report in news], default=None)


def _last_day(report: Report) -> datetime.date:
    bounds = None if report.date is None else report.date.bounds
    return datetime.date.max if bounds is None or bounds.latest is None or not bounds.latest_certain else bounds.latest


def _certainly_later(one: Account, other: Account) -> bool:
    dates = (other.report.date, one.report.date)
    return dates[0] is not None and dates[1] is not None and precedes(dates[0], dates[1]) is True


NOTHING: Final = Told(())


def accounts_in(index: Index, related: Iterable[Index] = (), as_of: datetime.date | None = None) -> dict[str, Told]:
    """Return what reports say of each entity of the record, by its id.

    A report counts from the first day of its date on. It takes its place by the last one. One without a date counts from when its sources
    were published, and where these have no date either it comes after the reports before it. What is said of a commitment is said of those
    that it continues, from record to record; what is said of a milestone, of the commitments that it delivers: they are fulfilled with the
    last of the milestones, and everything else is news. A milestone of which nothing is said is met when all that it delivers is. Of what is
    said of one thing the last 25 reports are passed on.

    Args:
        index: The record.
        related: Other records of its series.
        as_of: The day to judge by; ``None`` counts every report.
    """
    indexes = [index, *related]
    return _Bearing(index, told_in(indexes, as_of), _continuing(indexes), len(indexes)).accounts()


def told_in(indexes: Iterable[Index], as_of: datetime.date | None = None) -> dict[str, Told]:
    """Return what reports say of what they name, by reference with the record's id and ``#``; in one record after another.

    Args:
        indexes: The records; reports of the first have no record's id in their own references.
        as_of: The day to judge by; ``None`` counts every report.
    """
    direct: dict[str, list[Account]] = {}
    for number, one in enumerate(indexes):
        for account, target in _told(one, number, as_of):
            direct.setdefault(target, []).append(account)
    return {target: Told(accounts) for target, accounts in direct.items()}


def _told(one: Index, number: int, as_of: datetime.date | None) -> Iterator[tuple[Account, str]]:
    """Yield the reports of a record that count, each with the entities that it is about, as references with the record's id."""
    record = one.agreement
    day = datetime.date.min
    for place, report in enumerate(record.reports):
        date = report.date or _published(one, report)
        if date is not None:
            earliest = date.bounds.earliest
            if as_of is not None and earliest is not None and as_of < earliest:
                continue
            day = date.bounds.latest or earliest or day
        reference = report.id if number == 0 else f"{record.id}#{report.id}"
        due = None if report.due is None else report.due.resolve(one.events)
        for target in dict.fromkeys(report.about):
            account = Account(reference, report, "itself", due, day, (number, place), target)
            yield account, full_reference(target, record)


def _published(one: Index, report: Report) -> PartialDate | None:
    """Return when the first of a report's sources was published, where all of them have a date."""
    sources = [one.entities.get(citation.source) for citation in report.evidence]
    dates = [source.published if isinstance(source, Source) else None for source in sources]
    known = [date for date in dates if date is not None]
    return min(known, key=lambda date: date.earliest) if known and len(known) == len(dates) else None


def _continuing(indexes: Iterable[Index]) -> dict[str, list[str]]:
    """Return by commitment those that continue it, all as references with the record's id."""
    found: dict[str, list[str]] = {}
    for index in indexes:
        record = index.agreement
        for commitment in record.commitments:
            for name in dict.fromkeys(commitment.continues):
                found.setdefault(full_reference(name, record), []).append(f"{record.id}#{commitment.id}")
    return found


class _Bearing:
    """Gathers what bears on each entity of a record."""

    def __init__(self, index: Index, rows: Mapping[str, Told], continuing: Mapping[str, list[str]], steps: int) -> None:
        self._index = index
        self._own = index.agreement.id
        self._rows = rows
        self._continuing = continuing
        self._steps = steps

    def accounts(self) -> dict[str, Told]:
        own = f"{self._own}#"
        found = {target.removeprefix(own): [*row] for target, row in self._rows.items() if target.startswith(own)}
        for commitment in self._index.agreement.commitments:
            for indicator in commitment.indicators:
                found.setdefault(commitment.id, []).extend(self._passed_on(indicator.id, "indicator"))
            for successor in self._successors(commitment.id):
                found.setdefault(commitment.id, []).extend(_as(self._rows.get(successor, NOTHING), "continued"))
        self._from_milestones(found)
        self._to_milestones(found)
        return {identifier: Told(accounts) for identifier, accounts in found.items() if accounts}

    def _row(self, identifier: str) -> Told:
        return self._rows.get(f"{self._own}#{identifier}", NOTHING)

    def _passed_on(self, identifier: str, way: Way) -> list[Account]:
        return _as(self._row(identifier), way)

    def _successors(self, commitment: str) -> Iterator[str]:
        """Yield the commitments that continue one, at most one step for each record."""
        here = [f"{self._own}#{commitment}"]
        seen = {*here}
        for _ in range(self._steps):
            following = dict.fromkeys([name for reference in here for name in self._continuing.get(reference, ()) if name not in seen])
            here = [*following]
            if not here:
                return
            seen.update(here)
            yield from here

    def _from_milestones(self, found: dict[str, list[Account]]) -> None:
        pairs = [(milestone.id, name) for milestone in self._index.agreement.roadmap for name in dict.fromkeys(milestone.delivers)]
        left = Counter([commitment for _, commitment in pairs])
        left.subtract([commitment for milestone, commitment in pairs if self._row(milestone).declared == "fulfilled"])
        for milestone, commitment in pairs:
            if isinstance(self._index.entities.get(commitment), Commitment):
                way: Way = "milestone" if left[commitment] == 0 else "step"
                found.setdefault(commitment, []).extend(self._passed_on(milestone, way))

    def _to_milestones(self, found: dict[str, list[Account]]) -> None:
        for milestone in self._index.agreement.roadmap:
            rows = [self._row(commitment) for commitment in dict.fromkeys(milestone.delivers)]
            if rows and not self._row(milestone.id) and all(row.declared == "fulfilled" for row in rows):
                done = [row.latest._replace(way="delivered") for row in rows if row.latest is not None]
                found.setdefault(milestone.id, []).extend(done)


def _as(row: Told, way: Way) -> list[Account]:
    return [account._replace(way=way) for account in [*row][-_PASSED_ON:]]
