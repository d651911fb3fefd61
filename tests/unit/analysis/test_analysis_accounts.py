"""What reports say of each promise, in order of time."""

import datetime
from typing import Any

import pytest

from coopmodel.analysis.accounts import NOTHING, Told, accounts_in
from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report, Source
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Timing, Unknown


def agreement(name: str = "a", **members: Any) -> Agreement:
    return Agreement(id=name, revision=1, title={"en": "A"}, **members)


def promise(name: str, **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, **members)


def report(name: str, *about: str, **members: Any) -> Report:
    return Report(id=name, text={"en": "R"}, about=about, **members)


def found(record: Agreement, *related: Agreement, as_of: datetime.date | None = None) -> dict[str, list[tuple[str, str]]]:
    """Return reference and way of each account, by entity."""
    accounts = accounts_in(Index(record), [Index(one) for one in related], as_of)
    return {identifier: [(account.reference, account.way) for account in row] for identifier, row in accounts.items()}


def test_a_report_tells_of_what_it_names() -> None:
    """A report bears on each entity that it names, once, whether it is named with the record's id or without."""
    record = agreement(commitments=[promise("c"), promise("d")], reports=[report("r", "c", "a#c", "d", "b#c")])

    assert {"c": [("r", "itself")], "d": [("r", "itself")]} == found(record)


def test_reports_stand_in_order_of_time() -> None:
    """By the last day of their dates, whatever their order in the record; equal ones keep that order."""
    dated = [("r1", "2024"), ("r5", "2023-04/.."), ("r2", "2023-05"), ("r3", "2024-12-31"), ("r4", "2023-01/2023-03"), ("r6", "2024-06")]
    record = agreement(commitments=[promise("c")], reports=[report(name, "c", date=date) for name, date in dated])

    assert ["r4", "r5", "r2", "r6", "r1", "r3"] == [name for name, _ in found(record)["c"]]


def test_what_bears_on_a_promise_in_several_ways_keeps_the_order_of_the_record() -> None:
    """Within one day, a report on what continues a promise stands before one on the promise itself where the record has it so."""
    record = agreement(commitments=[promise("c"), promise("d", continues=["c"])], reports=[report("r", "d"), report("s", "c")])

    assert [("r", "continued"), ("s", "itself")] == found(record)["c"]


def test_a_report_without_a_date_follows_the_one_before_it() -> None:
    """Where nothing says when, the order of the record does: it stands with the report before it, and first where there is none."""
    rows = [report("r1", "c"), report("r2", "c", date="2024-06"), report("r3", "c"), report("r4", "c", date="2023")]
    record = agreement(commitments=[promise("c")], reports=rows)

    assert ["r1", "r4", "r2", "r3"] == [name for name, _ in found(record)["c"]]


@pytest.mark.parametrize(
    ("date", "counts"),
    [("2024-03-01", True), ("2024-03-02", False), ("2024-03", True), ("2025", False), ("2025~", False), ("../2025", True)],
)
def test_what_happens_later_does_not_count_yet(date: str, *, counts: bool) -> None:
    """As of a day, a report counts from the first day of its date on, whether that is marked or not; one that may be later does."""
    record = agreement(commitments=[promise("c")], reports=[report("r", "c", date=date)])

    assert counts == ("c" in found(record, as_of=datetime.date(2024, 3, 1)))
    assert "c" in found(record)


def test_a_report_left_out_gives_no_place_to_the_next() -> None:
    """A report that does not count yet leaves the place of the undated one after it alone."""
    rows = [report("r1", "c", date="2030"), report("r2", "c"), report("r3", "c", date="2020")]
    record = agreement(commitments=[promise("c")], reports=rows)

    assert ["r2", "r3"] == [name for name, _ in found(record, as_of=datetime.date(2024, 1, 1))["c"]]


def test_a_later_record_of_the_series_counts() -> None:
    """A report in a related record bears on what it names here, under the other record's id."""
    later = agreement("b", reports=[report("r", "a#c", "c", date="2025")])
    record = agreement(commitments=[promise("c")], reports=[report("s", "c", date="2026")])

    assert {"c": [("b#r", "itself"), ("s", "itself")]} == found(record, later)


def test_a_report_on_what_continues_a_promise_bears_on_it() -> None:
    """From record to record: what is said of the promise of 2021 is said of those of 2019 and 2017 that it takes up."""
    second = agreement("b", commitments=[promise("c2", continues=["a#c"])])
    third = agreement("d", commitments=[promise("c3", continues=["b#c2"])], reports=[report("r", "c3")])
    record = agreement(commitments=[promise("c")])

    assert {"c": [("d#r", "continued")]} == found(record, second, third)
    assert 1 == len(accounts_in(Index(record), [Index(second), Index(third)])["c"].decisive)
    assert {"c2": [("d#r", "continued")]} == found(second, record, third)


def test_a_promise_may_continue_another_of_its_own_record() -> None:
    """Within a record one step is followed, with the record's id or without; a promise that continues itself is no riddle."""
    commitments = [promise("c"), promise("d", continues=["c"]), promise("e", continues=["a#e", "c"])]
    record = agreement(commitments=commitments, reports=[report("r", "d"), report("s", "e")])

    assert {"c": [("r", "continued"), ("s", "continued")], "d": [("r", "itself")], "e": [("s", "itself")]} == found(record)


def test_a_report_on_an_indicator_bears_on_its_commitment() -> None:
    """It is told of both, and settles only the indicator."""
    record = agreement(commitments=[promise("c", indicators=[Indicator(id="i", title={"en": "I"})])], reports=[report("r", "i")])
    accounts = accounts_in(Index(record))

    assert {"i": [("r", "itself")], "c": [("r", "indicator")]} == found(record)
    assert [] == [*accounts["c"].decisive]
    assert 1 == len(accounts["i"].decisive)


@pytest.mark.parametrize("about", [("i", "c"), ("c", "i")])
def test_naming_the_commitment_too_settles_it(about: tuple[str, str]) -> None:
    """A report on an indicator and its commitment speaks of the commitment itself, whichever it names first."""
    record = agreement(commitments=[promise("c", indicators=[Indicator(id="i", title={"en": "I"})])], reports=[report("r", *about)])

    assert [("r", "itself")] == found(record)["c"]


ROADMAP = [
    Milestone(id="m", title={"en": "M"}, delivers=["alone", "shared", "m", "nobody", "alone"]),
    Milestone(id="n", title={"en": "N"}, delivers=["shared"]),
]


def ways(*reports: Report) -> dict[str, list[tuple[str, str]]]:
    return found(agreement(commitments=[promise("alone"), promise("shared")], roadmap=ROADMAP, reports=reports))


def test_a_promise_is_fulfilled_with_the_last_of_its_milestones() -> None:
    """A report of one milestone is a step; when all that deliver a promise are reported as fulfilled, so is the promise."""
    first, second = report("r", "m", status="fulfilled"), report("s", "n", status="fulfilled")

    assert {"m": [("r", "itself")], "alone": [("r", "milestone")], "shared": [("r", "step")]} == ways(first)
    both = ways(first, second)
    assert [("r", "milestone"), ("s", "milestone")] == both["shared"]


@pytest.mark.parametrize("status", ["planned", "in-progress", "not-fulfilled", "withdrawn", None])
def test_what_else_becomes_of_a_milestone_is_only_news(status: Any) -> None:
    """A milestone that was missed or given up does not settle the promise, which may have a later date of its own."""
    told = ways(report("r", "m", status=status))

    assert [("r", "step")] == told["alone"] == told["shared"]


def test_a_milestone_is_met_with_all_that_it_delivers() -> None:
    """Where nothing is said of the milestone itself, and each of its commitments is reported as fulfilled."""
    roadmap = [Milestone(id="m", title={"en": "M"}, delivers=["c", "d"])]
    commitments = [promise("c"), promise("d")]
    done = [report("r", "c", status="fulfilled"), report("s", "d", status="fulfilled")]

    assert [("r", "delivered"), ("s", "delivered")] == found(agreement(commitments=commitments, roadmap=roadmap, reports=done))["m"]
    assert "fulfilled" == accounts_in(Index(agreement(commitments=commitments, roadmap=roadmap, reports=done)))["m"].declared
    assert "m" not in found(agreement(commitments=commitments, roadmap=roadmap, reports=done[:1]))
    own = report("t", "m", status="in-progress")
    assert [("t", "itself")] == found(agreement(commitments=commitments, roadmap=roadmap, reports=[*done, own]))["m"]


def test_a_closing_report_of_its_own_is_not_undone_by_what_continues_it() -> None:
    """What was fulfilled stays so: the promise made anew is another one. What goes on is carried on."""
    commitments = [promise("c"), promise("d", continues=["c"])]
    anew = report("s", "d", status="not-fulfilled", date="2026")

    def told(status: Any) -> Told:
        rows = [report("r", "c", status=status, date="2023"), anew]
        return accounts_in(Index(agreement(commitments=commitments, reports=rows)))["c"]

    assert ["fulfilled", "withdrawn", "superseded"] == [told(status).declared for status in ("fulfilled", "withdrawn", "superseded")]
    assert ["not-fulfilled", "not-fulfilled"] == [told(status).declared for status in ("in-progress", None)]


@pytest.mark.parametrize(
    ("dates", "declared"),
    [
        (("2024-03", "2024"), "fulfilled"),
        (("2024-12-31", "2024"), "fulfilled"),
        (("2024-03", "../2025"), "fulfilled"),
        (("2024-03", None), "fulfilled"),
        ((None, "2024-04"), "fulfilled"),
        (("2024-03", "2024-04"), "planned"),
        (("2024-03", "2024-04~"), "fulfilled"),
    ],
)
def test_a_closing_report_counts_unless_another_is_certainly_later(dates: tuple[str | None, str | None], declared: str) -> None:
    """The order of vague dates cannot be told; what was fulfilled is not planned again."""
    rows = [report("r", "c", status="fulfilled", date=dates[0]), report("s", "c", status="planned", date=dates[1])]

    for several in (rows, rows[::-1]):
        assert declared == accounts_in(Index(agreement(commitments=[promise("c")], reports=several)))["c"].declared


def test_of_several_that_are_certainly_later_than_the_closing_one_the_last_counts() -> None:
    """What was fulfilled, and is said to be planned and then in progress, is in progress."""
    said = [("fulfilled", "2024-03"), ("planned", "2024-04"), ("in-progress", "2024-05")]
    rows = [report(f"r{date}", "c", status=status, date=date) for status, date in said]

    assert "in-progress" == accounts_in(Index(agreement(commitments=[promise("c")], reports=rows)))["c"].declared


def test_an_undated_report_counts_from_when_its_sources_were_published() -> None:
    """It cannot have been known before; with a source without a date nothing is known of when."""
    sources = [
        Source(id="press", kind="news", published="2025-06"),
        Source(id="old", kind="news", published="2024-02"),
        Source(id="web", kind="news"),
    ]

    def counts(*cited: str, date: str | None = None) -> bool:
        row = report("r", "c", date=date, evidence=[Citation(source=name) for name in cited])
        return "c" in found(agreement(commitments=[promise("c")], reports=[row], sources=sources), as_of=datetime.date(2025, 1, 1))

    assert not counts("press")
    assert counts("press", "old")
    assert counts("press", "web")
    assert counts("press", "nowhere")
    assert counts()
    assert counts("press", date="2024")


def test_only_the_last_reports_are_passed_on() -> None:
    """Of what is said of one thing another that it bears on hears the last 25."""
    rows = [report(f"r{number:02}", "i", date=f"20{number:02}") for number in range(30)]
    record = agreement(commitments=[promise("c", indicators=[Indicator(id="i", title={"en": "I"})])], reports=rows)
    told = found(record)

    assert (30, 25) == (len(told["i"]), len(told["c"]))
    assert ("r29", "indicator") == told["c"][-1]


def test_silence() -> None:
    """Silent is what nothing was told of since a day; a new date tells nothing, an undated or uncertain report may."""

    def silent(*reports: Report, day: datetime.date | None = datetime.date(2024, 6, 1)) -> bool:
        record = agreement(commitments=[promise("c")], reports=reports)
        return accounts_in(Index(record)).get("c", NOTHING).silent_since(day)

    assert silent()
    assert silent(report("r", "c", date="2024-05-31"))
    assert not silent(report("r", "c", date="2024-06-01"))
    assert not silent(report("r", "c", date="2024"))
    assert not silent(report("r", "c", date="2023~"))
    assert not silent(report("r", "c", date="2023/.."))
    assert not silent(report("r", "c"))
    assert silent(report("r", "c", due="2025"))
    assert not silent(report("r", "c", date="2024-05-31"), day=None)
    assert silent(day=None)


def test_a_new_due_date_is_resolved_in_the_report_s_own_record() -> None:
    """What is put off to "the second meeting" is put off to that of the record that says so."""
    later = agreement(
        "b", meetings=[Meeting(id="m", date="2026-03-01")], reports=[report("r", "a#c", due=Timing(anchor="m")), report("s", "a#c")]
    )
    record = agreement(meetings=[Meeting(id="m", date="2025-03-01")], commitments=[promise("c")])
    first, second = accounts_in(Index(record), [Index(later)])["c"]

    assert Bounds(datetime.date(2026, 3, 1), datetime.date(2026, 3, 1)) == first.due
    assert second.due is None
    assert later.reports == (first.report, second.report)
    lost = agreement(commitments=[promise("c")], reports=[report("r", "c", due=Timing(anchor="signature"))])
    assert [Unknown("no-date", "signature")] == [account.due for account in accounts_in(Index(lost))["c"]]
