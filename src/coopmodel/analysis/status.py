"""What has become of each commitment, milestone and meeting as of a day: derived, never typed in."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import attrs

from coopmodel.analysis.accounts import Account
from coopmodel.analysis.explanations import explain
from coopmodel.analysis.facts import Facts, facts_in, promises_nothing
from coopmodel.analysis.index import Index
from coopmodel.codes.words import EffectiveStatus, MeetingStatus, ReportStatus
from coopmodel.errors import shown
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Unknown


@attrs.frozen(kw_only=True)
class Status:
    """What has become of one commitment, milestone or meeting as of a day."""

    id: str
    status: EffectiveStatus
    """As derived from dates and reports."""
    declared: ReportStatus | MeetingStatus | None
    """As the latest report about it has it, else the meeting itself; ``None`` where nobody declares anything."""
    window: Bounds | Unknown
    """When it is due, as it stands now; of a recurring commitment the occurrence that is to come or was not answered."""
    silent: bool
    """Whether no report tells of it since its window opened; one that only gives a new date does not, one at an unknown time does."""
    reports: tuple[str, ...]
    """The reports about it that count, oldest first: ids, with the record's id and ``#`` in front where it is another record's."""
    evidence: tuple[Citation, ...]
    """The words that it rests on: those of the entity, then those of the latest report."""
    occurrences: tuple[Bounds, ...]
    """Of a recurring commitment: the windows that began by the day, and the next one; else empty."""
    explanations: Mapping[str, str]
    """Why it has this status, in one sentence, in ``es`` and ``en``."""

    def explanation(self, language: str = "en") -> str:
        """Return the sentence in ``es`` or ``en``; of a longer tag the first part counts, else English."""
        return self.explanations.get(language.partition("-")[0], self.explanations["en"])


def statuses_of(record: Agreement, as_of: datetime.date, related: Iterable[Agreement] = ()) -> dict[str, Status]:
    """Return what has become of each meeting, commitment and milestone as of a day, by its id, in the order of the document.

    A meeting, the commitment to hold it and the milestone that it is share their reports and their fate. What a report moves is moved with all
    that is counted from it. Reports of later records of the series count.

    Args:
        record: The record.
        as_of: The day to judge by; reports on something certainly later do not count yet.
        related: Other records of the series.

    Raises:
        TypeError: ``as_of`` is no ``datetime.date``, or is a ``datetime``, whose time of day would have to be dropped.

    Examples:
        >>> from datetime import date
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> cm.statuses_of(agreement, date(2026, 11, 23))["second-meeting"].explanation()
        'the meeting second-meeting was to be held by 2024-12-31 (2024-41), according to press-release; as of 2026-11-23 nothing is reported'
    """
    if type(as_of) is not datetime.date:
        raise TypeError(f"as_of must be a datetime.date, not {shown(as_of)}")
    others = {one.id: one for one in related if one.id != record.id}
    return statuses_in(Index(record), as_of, [Index(one) for one in others.values()])


def statuses_in(index: Index, as_of: datetime.date, related: Iterable[Index] = ()) -> dict[str, Status]:
    """Return what ``statuses_of`` does, of records that are indexed already."""
    found = judged_in(index, as_of, related)
    return {identifier: found[identifier].told(as_of) for identifier in index.entities if identifier in found}


class Judged(NamedTuple):
    """What has become of one commitment, milestone or meeting, before anybody asks why.

    Attributes:
        facts: What is known of it.
        status: As derived from dates and reports.
    """

    facts: Facts
    status: EffectiveStatus

    def told(self, as_of: datetime.date) -> Status:
        """Return all that there is to say of it."""
        return _told(self.facts, self.status, as_of)


def judged_in(index: Index, as_of: datetime.date, related: Iterable[Index] = ()) -> dict[str, Judged]:
    """Return what has become of each meeting, commitment and milestone as of a day, by its id; those of one due event together."""
    return {str(facts.entity.id): Judged(facts, _effective(facts, as_of)) for facts in facts_in(index, as_of, related)}


def _told(facts: Facts, status: EffectiveStatus, as_of: datetime.date) -> Status:
    latest = facts.accounts[-1].report.evidence if facts.accounts else ()
    return Status(
        id=str(facts.entity.id),
        status=status,
        declared=facts.declared,
        window=facts.window,
        silent=facts.silent,
        reports=facts.accounts.references,
        evidence=tuple(dict.fromkeys((*facts.entity.evidence, *latest))),
        occurrences=facts.occurrences,
        explanations={language: explain(facts, status, as_of, language) for language in ("es", "en")},
    )


def _effective(facts: Facts, as_of: datetime.date) -> EffectiveStatus:  # noqa: PLR0911  one line for each way that a promise can go
    declared = None if facts.latest is None else facts.latest.report.status
    own = None if facts.meeting is None else facts.meeting.status
    if facts.held:
        return "met"
    if declared == "fulfilled" and facts.outstanding is None:
        closing = facts.latest if facts.occurrences else facts.accounts.done
        return "met-late" if closing is not None and _late(facts.window, closing) else "met"
    if declared == "superseded":
        return "rescheduled"
    if declared == "withdrawn" or (declared == "not-fulfilled" and not facts.accounts.renewed):
        return "missed"
    if not facts.moved and own == "cancelled":
        return "missed"
    if not facts.moved and own == "postponed":
        return "rescheduled"
    status = by_dates(facts.window, as_of)
    if status in {"overdue", "possibly-overdue"}:
        return "rescheduled" if facts.taken_up is not None else "unknown" if promises_nothing(facts.entity) else status
    return "rescheduled" if facts.moved and status in {"scheduled", "unknown"} else status


def _late(window: Bounds | Unknown, done: Account) -> bool:
    if not isinstance(window, Bounds) or done.report.date is None:
        return False
    bounds = done.report.date.bounds
    return bounds.earliest_certain and _past(window, bounds.earliest) is True


def _past(window: Bounds, day: datetime.date | None) -> bool | None:
    """Tell whether the window's last day lies before the day; ``None`` where that day is uncertain."""
    if day is None or window.latest is None or day <= window.latest:
        return False
    return True if window.latest_certain else None


def by_dates(window: Bounds | Unknown, as_of: datetime.date) -> EffectiveStatus:
    """Return what the dates alone say as of a day.

    A window without end stays ``due`` for ever; of one whose end is not known nothing can be told once it has begun.
    """
    if isinstance(window, Unknown):
        return "unknown"
    past = _past(window, as_of)
    if past is not False:
        return "overdue" if past else "possibly-overdue"
    if window.earliest is not None and as_of < window.earliest:
        return "scheduled"
    return "unknown" if window.latest is None and not window.latest_certain else "due"
