"""STS003 and STS004: what reports declare, against each other and against the dates."""

import datetime
from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.timing import Timing

DAY = datetime.date(2025, 1, 1)
CITED = [Citation(source="communique")]


def agreement(name: str = "a", **members: Any) -> Agreement:
    return Agreement(id=name, revision=1, title={"en": "A"}, **members)


def promise(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, **members)


def report(name: str, status: Any = None, date: str | None = None, about: tuple[str, ...] = ("c",), **members: Any) -> Report:
    return Report(id=name, text={"en": "R"}, about=about, status=status, date=date, **members)


def impossible(*reports: Report, related: tuple[Agreement, ...] = ()) -> list[Finding]:
    return [*check(agreement(commitments=[promise()], reports=reports), related=related, rules=[CATALOGUE["STS003"]])]


def contradicted(as_of: datetime.date = DAY, **members: Any) -> list[Finding]:
    return [*check(agreement(**members), as_of=as_of, rules=[CATALOGUE["STS004"]])]


def test_what_was_fulfilled_is_not_in_progress_later() -> None:
    """The later report is pointed at; both are named with their dates, in words of the reader's language."""
    (finding,) = impossible(report("r", "fulfilled", "2024-03"), report("s", "in-progress", "2024-05"))

    assert ("error", "/reports/1/status", "s") == (finding.severity, finding.pointer, finding.on)
    assert "'c': s (2024-05) says in progress, after r (2024-03) said fulfilled" == finding.message()
    assert "'c': s (2024-05) dice en curso, después de que r (2024-03) dijera cumplido" == finding.message("es")
    assert ("r", "fulfilled") == (finding.values["first"], finding.values["first_status"])
    assert ("s", "in-progress") == (finding.values["second"], finding.values["second_status"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("in-progress", "2024-03"), ("fulfilled", "2024-05")),
        (("fulfilled", "2024-03"), ("fulfilled", "2024-05")),
        (("fulfilled", None), ("in-progress", "2024-05")),
        (("fulfilled", "2024-03"), ("in-progress", None)),
        (("fulfilled", "2024"), ("in-progress", "2024-05")),
        (("fulfilled", "2024-03~"), ("in-progress", "2024-05")),
        (("fulfilled", "2024-03"), (None, "2024-05")),
    ],
)
def test_what_may_follow_or_may_have_come_first_is_no_finding(first: Any, second: Any) -> None:
    """Possible transitions, undated and vague reports, and reports without a status are not judged."""
    assert [] == impossible(report("r", *first), report("s", *second))


def test_a_report_without_status_stands_between_two_that_contradict_each_other() -> None:
    """It does not hide them; the order in the record does not either."""
    rows = [report("t", "in-progress", "2024-05"), report("s", None, "2024-04"), report("r", "fulfilled", "2024-03")]

    assert [("r", "t")] == [(finding.values["first"], finding.values["second"]) for finding in impossible(*rows)]


def test_a_reference_may_name_the_record_that_it_stands_in() -> None:
    """A report on the same thing by its id alone may contradict it."""
    (finding,) = impossible(report("r", "fulfilled", "2024-03", about=("a#c",)), report("s", "in-progress", "2024-05"))

    assert ("r", "s") == (finding.values["first"], finding.values["second"])


def test_what_is_told_of_something_else_hides_nothing() -> None:
    """Reports on what the record does not have are passed over; those after them are not."""
    elsewhere = [report("q", "fulfilled", "2024-03", ("gone", "other#c")), report("q2", "in-progress", "2024-05", ("gone", "other#c"))]
    (finding,) = impossible(*elsewhere, report("r", "fulfilled", "2024-03"), report("s", "in-progress", "2024-05"))

    assert ("c", "/reports/3/status") == (finding.values["entity"], finding.pointer)


def test_a_report_of_a_later_record_may_contradict_one_of_this() -> None:
    """Told here at the report that is here; two of the other record are told there, and unknown ids elsewhere."""
    rows = [report("s", "in-progress", "2024-05", about=("a#c",)), report("t", "planned", "2024-07", about=("a#c",))]
    (finding,) = impossible(report("r", "fulfilled", "2024-03"), related=(agreement("b", reports=rows),))

    assert ("/reports/0/status", "b#s") == (finding.pointer, finding.values["second"])
    nobody = [report("r", "fulfilled", "2024-03", about=("x",)), report("s", "planned", "2024-05", about=("x",))]
    assert [] == impossible(*nobody)


def test_reports_on_a_milestone_are_not_set_against_those_on_what_it_delivers() -> None:
    """Each report is about what it names: a step may be done while the promise goes on."""
    record = agreement(
        commitments=[promise()],
        roadmap=[Milestone(id="m", title={"en": "M"}, delivers=["c"])],
        reports=[report("r", "fulfilled", "2024-03", about=("m",)), report("s", "in-progress", "2024-05")],
    )

    assert [] == list(check(record, rules=[CATALOGUE["STS003"]]))


@pytest.mark.parametrize(
    ("status", "told"), [("planned", 1), ("in-progress", 1), ("partially-fulfilled", 1), ("suspended", 0), ("fulfilled", 0), (None, 0)]
)
def test_what_was_going_on_and_is_late_now_contradicts_itself(status: str | None, told: int) -> None:
    """Last heard of as planned, in progress or done in part, and past its last day since; what was suspended is known to be late."""
    commitments = [promise(due="2024-06", evidence=CITED)]
    findings = contradicted(commitments=commitments, reports=[report("r", status, "2024-05")])

    assert told == len(findings)
    assert [] == contradicted(datetime.date(2024, 6, 30), commitments=commitments, reports=[report("r", status, "2024-05")])


def test_the_contradiction_in_words() -> None:
    """It gives what was declared, what follows, and why, with the words that it rests on."""
    told = Citation(source="news")
    reports = [report("r", "in-progress", "2024-05", evidence=[told])]
    (finding,) = contradicted(commitments=[promise(due="2024-06", evidence=CITED)], reports=reports)

    assert ("warning", "/commitments/0", "c", (*CITED, told)) == (finding.severity, finding.pointer, finding.on, finding.evidence)
    why = "the commitment c was due by 2024-06-30 (2024-06), according to communique; as of 2025-01-01 the latest report is: in progress"
    assert f"declared in progress, yet overdue: {why} by report r (2024-05, news)" == finding.message()
    assert finding.message("es").startswith("declarado en curso, pero vencido: el compromiso c debía cumplirse")
    assert ("r",) == finding.values["reports"]
    assert ("c", "2025-01-01") == (finding.values["entity"], finding.values["as_of"])


def test_what_falls_due_together_with_one_report_is_told_once() -> None:
    """A meeting and the promise to hold it share their reports; a promise with another report is told apart."""
    findings = contradicted(
        meetings=[Meeting(id="m", date="2024-06")],
        commitments=[promise("hold", meeting="m"), promise("at", due=Timing(anchor="m"))],
        reports=[report("r", "in-progress", about=("m",)), report("s", "planned", about=("at",))],
    )

    assert [("m", ("r",)), ("at", ("s",))] == [(finding.on, finding.values["reports"]) for finding in findings]


@pytest.mark.parametrize(
    ("status", "reported", "declared"),
    [
        ("cancelled", "fulfilled", "cancelled"),
        ("held", "not-fulfilled", "not fulfilled"),
        ("held", "withdrawn", "withdrawn"),
        ("held", "fulfilled", None),
        ("scheduled", "fulfilled", None),
        ("postponed", "fulfilled", None),
        ("cancelled", "not-fulfilled", None),
        ("held", None, None),
        ("cancelled", None, None),
        (None, "fulfilled", None),
    ],
)
def test_a_meeting_and_its_reports(status: Any, reported: Any, declared: str | None) -> None:
    """Cancelled and yet held, or held and yet not: one of the two is wrong. What was only planned may well be held later."""
    findings = contradicted(meetings=[Meeting(id="m", date="2024-06", status=status)], reports=[report("r", reported, about=("m",))])

    assert ([] if declared is None else [("/meetings/0", declared)]) == [(one.pointer, one.values["declared"]["en"]) for one in findings]
