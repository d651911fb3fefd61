"""Laws of statuses, windows and occurrences."""

import datetime
from itertools import pairwise
from typing import Final

import attrs
from hypothesis import given, settings, strategies as st

from coopmodel.analysis.index import Index
from coopmodel.analysis.occurrences import occurrences_of
from coopmodel.analysis.status import by_dates, statuses_of
from coopmodel.analysis.timings import timings_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.statements import Report
from coopmodel.testing.records import agreements
from coopmodel.testing.values import bounds, recurrences, timings
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.timing import Timing, Unknown

FEWER: Final = settings(max_examples=settings().max_examples // 2)
DAYS: Final = st.dates() | st.sampled_from([datetime.date.min, datetime.date.max])
RANKS: Final = {"scheduled": 0, "due": 1, "unknown": 1, "possibly-overdue": 2, "overdue": 2}


@given(bounds(), DAYS, DAYS)
def test_time_goes_one_way(window: Bounds, one: datetime.date, other: datetime.date) -> None:
    """As days pass a window is first ahead, then open, then past, and never goes back."""
    first, second = sorted((one, other))
    assert RANKS[by_dates(window, first)] <= RANKS[by_dates(window, second)]


@given(bounds(), DAYS)
def test_only_what_is_certainly_past_is_overdue(window: Bounds, day: datetime.date) -> None:
    """Overdue is what has a certain last day before the day, and nothing else."""
    last = Bounds(window.latest, window.latest, window.latest_certain, window.latest_certain)
    assert (by_dates(window, day) == "overdue") is (window.latest is not None and precedes(last, day) is True)


@FEWER
@given(agreements(), DAYS, agreements())
def test_every_dated_entity_has_one_status(record: Agreement, day: datetime.date, other: Agreement) -> None:
    """Meetings, commitments and milestones each have one, in the order of the document, with a sentence in both languages."""
    found = statuses_of(record, day, [other])
    dated = {
        *[str(one.id) for one in record.meetings],
        *[str(one.id) for one in record.commitments],
        *[str(one.id) for one in record.roadmap],
    }
    assert [name for name in Index(record).by_id if name in dated] == [*found]
    for name, status in found.items():
        assert name == status.id
        assert {"es", "en"} == set(status.explanations)
        assert all(name in sentence and "{" not in sentence.replace(name, "") for sentence in status.explanations.values())
        assert set(status.reports) <= {*[str(report.id) for report in record.reports], *[f"{other.id}#{one.id}" for one in other.reports]}


@FEWER
@given(agreements(), DAYS)
def test_the_same_day_gives_the_same_statuses(record: Agreement, day: datetime.date) -> None:
    """Nothing reads the clock, and nothing is left from one call to the next."""
    assert statuses_of(record, day) == statuses_of(record, day)


@FEWER
@given(agreements(max_entities=4), DAYS)
def test_what_is_reported_fulfilled_last_is_met(record: Agreement, day: datetime.date) -> None:
    """An undated report of fulfilment, put last, settles every commitment that does not recur."""
    wanted = [str(one.id) for one in record.commitments if one.recurrence is None and one.meeting is None]
    done = Report(id="zz-done", text={"en": "Done"}, about=wanted, status="fulfilled")
    found = statuses_of(attrs.evolve(record, reports=(done,)), day)
    assert {"met"} >= {found[name].status for name in wanted if "zz-done" in found[name].reports}
    assert all("zz-done" in found[name].reports for name in wanted)


@FEWER
@given(agreements())
def test_every_timing_is_resolved(record: Agreement) -> None:
    """Each dated entity has bounds, or says why not; none waits for an event that a generated record lacks."""
    for resolved in timings_of(record).values():
        assert isinstance(resolved, Bounds) or resolved.reason in {"no-date", "out-of-range"}


@given(recurrences(), timings(relative=False), st.dates(max_value=datetime.date(2100, 1, 1)))
def test_occurrences_come_in_order(recurrence: Recurrence, due: Timing, until: datetime.date) -> None:
    """Each occurrence begins no earlier than the one before it, none begins after the day, and COUNT is never exceeded."""
    commitment = Commitment(id="c", statement={"en": "C"}, recurrence=recurrence, due=due)
    start = due.bounds.earliest
    if start is not None and (until - start).days > 20_000:
        until = start + datetime.timedelta(days=20_000)
    found = occurrences_of(Agreement(id="a", revision=1, title={"en": "A"}, commitments=[commitment]), until)["c"]
    for one, other in pairwise(found):
        assert one.earliest is not None
        assert other.earliest is not None
        assert one.earliest <= other.earliest <= until
    assert recurrence.count is None or len(found) <= recurrence.count


@FEWER
@given(agreements(), DAYS)
def test_an_unknown_window_says_why(record: Agreement, day: datetime.date) -> None:
    """Where a window cannot be told, the status depends on reports and the meeting alone, never on the day."""
    for status in statuses_of(record, day).values():
        if isinstance(status.window, Unknown):
            assert status.status not in {"scheduled", "due", "overdue", "possibly-overdue", "met-late"}
