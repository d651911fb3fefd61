"""RMP001, RMP002 and DAT001: steps in some order, due in that order, dates in the order that things happen."""

from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from coopmodel.analysis.graph import knots
from coopmodel.analysis.roadmap import Roadmap, roadmap_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.statements import Source
from coopmodel.rules import roadmap as rules
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.findings import Finding, Severity
from coopmodel.rules.rule import Found
from coopmodel.values.timing import Timing

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}


def found(code: str, **members: Any) -> list[Finding]:
    return [*check(Agreement(**(BASE | members)), rules=[CATALOGUE[code]])]


def step(name: str, *depends_on: str, due: Timing | None = None) -> Milestone:
    return Milestone(id=name, title={"en": name}, depends_on=depends_on, due=due)


def test_a_circle_is_told_once_and_by_name() -> None:
    """The cycle is named from the first of its milestones in the document."""
    (finding,) = found("RMP001", roadmap=[step("x"), step("a", "c", "x"), step("b", "a"), step("c", "b")])

    assert "/roadmap/1" == finding.pointer
    assert ("a", "c", "b") == finding.values["cycle"]
    assert "milestones wait for each other: a → c → b → a" == finding.message()
    assert "hay hitos que dependen unos de otros: a → c → b → a" == finding.message("es")


def test_a_milestone_that_waits_for_itself_is_a_circle() -> None:
    """The shortest circle has one milestone."""
    assert [("a",)] == [finding.values["cycle"] for finding in found("RMP001", roadmap=[step("a", "a")])]


def test_a_plan_counted_backwards_is_no_circle() -> None:
    """A step due thirty days before the one that depends on it can be taken first."""
    roadmap = [step("survey", due=Timing(anchor="works", offset="-P30D")), step("works", "survey", due=Timing("2025-06"))]

    assert [] == found("RMP001", roadmap=roadmap)


@pytest.mark.parametrize(
    "roadmap",
    [
        [step("a"), step("b", "a"), step("c", "a", "b"), step("d", "b", "c")],
        [step("a", "gone"), step("b", "a")],
        [step("a", due=Timing(anchor="signature")), step("b", "a", due=Timing("2024"))],
    ],
)
def test_what_can_be_put_in_order_is_no_finding(roadmap: list[Milestone]) -> None:
    """Diamonds, unknown ids and events of the agreement make no circle."""
    assert [] == found("RMP001", roadmap=roadmap)


def test_separate_circles_are_told_apart() -> None:
    """Two circles that share no milestone are two findings."""
    roadmap = [step("a", "b"), step("b", "a"), step("c", "d"), step("d", "c")]

    assert [("a", "b"), ("c", "d")] == [finding.values["cycle"] for finding in found("RMP001", roadmap=roadmap)]


def test_entangled_circles_are_told_once_with_all_that_are_caught() -> None:
    """Of circles that share milestones one is told, with the number of steps that are caught besides."""
    (finding,) = found("RMP001", roadmap=[step("root", "y", "x"), step("y", "root"), step("x", "y"), step("free", "x")])

    assert ("root", "y") == finding.values["cycle"]
    assert ("root", "y", "x") == finding.values["members"]
    assert "milestones wait for each other: root → y → root (and 1 more with them)" == finding.message()
    assert "hay hitos que dependen unos de otros: root → y → root (y 1 más con ellos)" == finding.message("es")


def test_a_long_circle_is_cut_in_the_message() -> None:
    """Of a long circle the message names the first twelve."""
    roadmap = [step(f"s{number}", f"s{(number + 1) % 30}") for number in range(30)]
    (finding,) = found("RMP001", roadmap=roadmap)

    assert 30 == len(finding.values["cycle"])
    assert finding.message().endswith("s10 → s11 → …")


def test_a_circle_of_twelve_is_told_in_full() -> None:
    """It closes where it began."""
    (finding,) = found("RMP001", roadmap=[step(f"s{number}", f"s{(number + 1) % 12}") for number in range(12)])

    assert finding.message().endswith("s10 → s11 → s0")


def test_a_circle_starts_with_its_first_milestone_of_the_document() -> None:
    """A group that is entered through a branch is told from the circle's own first step."""
    roadmap = [step("b", "c"), step("a", "b"), step("c", "d"), step("d", "c", "b")]

    assert [("c", "d")] == [finding.values["cycle"] for finding in found("RMP001", roadmap=roadmap)]


def test_a_long_chain_needs_no_deep_call_stack() -> None:
    """Twenty thousand steps in a row, closed to a circle, are walked without recursion."""
    before = {str(number): (str(number + 1),) for number in range(20_000)}

    assert [] == [*knots(before)]
    assert [20_000] == [len(knot) for knot in knots({**before, "19999": ("0",)})]


@given(st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefgz"), max_size=3).map(tuple)))
def test_every_step_that_can_be_reached_from_itself_is_told_in_one_group(before: dict[str, tuple[str, ...]]) -> None:
    """Two steps are in one group exactly when each can be reached from the other."""
    reach = {node: {other for other in before[node] if other in before} for node in before}
    for middle in before:
        for node in before:
            if middle in reach[node]:
                reach[node] |= reach[middle]
    expected = {frozenset(other for other in before if other in reach[node] and node in reach[other]) for node in before} - {frozenset()}

    assert expected == {frozenset(knot) for knot in knots(before)}


def test_an_id_used_twice_counts_once() -> None:
    """Where two milestones share an id, the first is the one that references mean."""
    assert [] == found("RMP001", roadmap=[step("a"), step("b", "a"), step("a", "b")])


@pytest.mark.parametrize(
    ("due", "dependency", "severity"),
    [
        ("2025-03", "2025-04", "error"),
        ("2025-03-31", "2025-04-01", "error"),
        ("2025-03", "2026/..", "error"),
        ("../2024", "2025/", "error"),
        ("2025-03", "2025", "warning"),
        ("2025-03-30", "2025-03", "warning"),
        ("2025-03-31", "2025-03", None),
        ("2025", "2025", None),
        ("2025", "2025-12", None),
        ("2025", "2024", None),
        ("2024/2025", "2025-41", None),
        ("2024/2025", "2025/2026", "warning"),
        ("2025-03", "2024/..", None),
        ("2025-03", "2024/", None),
        ("2025/..", "2026", None),
        ("2025/", "2026", None),
        ("2025~", "2026", "warning"),
        ("2025", "2026?", "warning"),
        ("2025-12-31~", "2025-12-31~", None),
        ("2025-03~", "2025", None),
        ("2025-03", "2025~", None),
        ("2025-03", "../2025", "warning"),
        ("2025-03", "/2025~", None),
    ],
)
def test_a_milestone_is_due_no_sooner_than_what_it_depends_on(due: str, dependency: str, severity: str | None) -> None:
    """An error where every reading says so, a warning where the dependency would have to be early, nothing where the dates allow it."""
    findings = found("RMP002", roadmap=[step("works", "survey", due=Timing(due)), step("survey", due=Timing(dependency))])

    assert [severity] * (severity is not None) == [finding.severity for finding in findings]


def test_what_is_certainly_late_is_named_with_its_dates() -> None:
    """One finding tells all that is due later, and is as bad as the worst of them."""
    roadmap = [
        step("a", due=Timing("2026-01")),
        step("b", due=Timing("2025-02")),
        step("c", due=Timing("2025")),
        step("works", "c", "a", "b", due=Timing("2025-03")),
    ]
    (finding,) = found("RMP002", roadmap=roadmap)

    assert ("/roadmap/3", "works", "error") == (finding.pointer, finding.on, finding.severity)
    assert "works (due 2025-03) falls due before what it depends on: c (2025), a (2026-01)" == finding.message()
    assert "works (plazo: 2025-03) vence antes que aquello de lo que depende: c (2025), a (2026-01)" == finding.message("es")
    assert (("c", "a"), ("2025", "2026-01")) == (finding.values["dependencies"], finding.values["dues"])
    assert ("works", "2025-03") == (finding.values["milestone"], finding.values["due"])


def test_what_may_be_late_is_said_so() -> None:
    """A warning is worded as one."""
    (finding,) = found("RMP002", roadmap=[step("survey", due=Timing("2025")), step("works", "survey", due=Timing("2025-03"))])

    assert "works (due 2025-03) may fall due before what it depends on: survey (2025)" == finding.message()
    assert "works (plazo: 2025-03) puede vencer antes que aquello de lo que depende: survey (2025)" == finding.message("es")


def test_dates_that_come_from_other_events_are_told_in_days() -> None:
    """A date counted from another event is no text of the record; open ends are told as such."""
    roadmap = [
        step("start", due=Timing("../2025-03-31")),
        step("survey", due=Timing(anchor="start", offset="P60D")),
        step("signed", "survey", due=Timing(anchor="signature", offset="P1D")),
    ]
    participation = [Participation(action="signature", date="2024-09-12")]
    (finding,) = found("RMP002", roadmap=roadmap, participation=participation)

    assert "signed (due 2024-09-13) may fall due before what it depends on: survey (../2025-05-30)" == finding.message()


def test_a_meeting_that_a_milestone_waits_for_counts_by_its_date() -> None:
    """A milestone that is a meeting is due with it; a vague one is told as first and last day."""
    roadmap = [Milestone(id="meets", title={"en": "x"}, meeting="second"), step("works", "meets", due=Timing("2024-06-01"))]
    (finding,) = found("RMP002", roadmap=roadmap, meetings=[Meeting(id="second", date="2024-41")])

    assert ("2024-07-01/2024-12-31",) == finding.values["dues"]


def test_steps_without_a_date_pass_on_what_they_wait_for() -> None:
    """Both what certainly begins last and what ends last, also over several of them; a dated step in between speaks for itself."""
    roadmap = [
        step("c", due=Timing("2030~")),
        step("a", due=Timing("2025-07")),
        step("b", due=Timing("2025/2026")),
        step("d", due=Timing("2025-06")),
        step("gate", "c", "d", "a", "b"),
        step("empty"),
        step("second-gate", "empty", "gate"),
        step("x", "second-gate", due=Timing("2025-06")),
        step("y", "second-gate", due=Timing("2025-08")),
        step("z", "x", due=Timing("2025-06")),
    ]

    assert [("x", ("a", "b"), "error"), ("y", ("b",), "warning")] == [
        (finding.on, finding.values["dependencies"], finding.severity) for finding in found("RMP002", roadmap=roadmap)
    ]


@pytest.mark.parametrize(
    ("roadmap", "asked"),
    [
        ([step("a", due=Timing("2024")), step("b", "a", "nothing", due=Timing("2025"))], 0),
        ([step("b", "a", due=Timing("2025")), step("a", due=Timing("2024"))], 0),
        ([step("a"), step("b")], 0),
        ([step("a"), step("b", "nothing")], 0),
        ([step("a", due=Timing("2024")), step("a", due=Timing("2027")), step("b", "a", due=Timing("2025"))], 0),
        ([step("a", due=Timing("2024")), step("b", "a")], 1),
        ([step("a"), step("b", "a", due=Timing("2024"))], 1),
        ([step("a", due=Timing("2025")), step("b", "a", due=Timing("2024"))], 1),
        ([step("a", due=Timing("2025-12")), step("b", "a", due=Timing("2025"))], 0),
        ([step("a", due=Timing("2025-01")), step("b", "a", due=Timing("2024/2025")), step("c", "a", due=Timing("2024"))], 1),
    ],
)
def test_only_a_roadmap_that_may_be_late_is_put_in_order(roadmap: list[Milestone], asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every step that waits for another has a date, as that one has, and comes in time, none can be told, in whatever order."""
    orders: list[Agreement] = []

    def ordered(record: Agreement) -> Roadmap:
        orders.append(record)
        return roadmap_of(record)

    monkeypatch.setattr(rules, "roadmap_of", ordered)
    found("RMP002", roadmap=roadmap)

    assert asked == len(orders)


def test_one_dependency_by_two_ways_is_named_once() -> None:
    """Directly and through a step without a date it is the same dependency."""
    roadmap = [step("a", due=Timing("2026")), step("gate", "a"), step("x", "a", "gate", due=Timing("2025"))]
    (finding,) = found("RMP002", roadmap=roadmap)

    assert ("a",) == finding.values["dependencies"]


def test_steps_in_a_circle_are_compared_too() -> None:
    """Their dates are as wrong as their order; a gate in the circle passes on nothing that is not settled."""
    roadmap = [step("a", "b", due=Timing("2026")), step("b", "a", due=Timing("2025")), step("gate", "gate", "a"), step("c", "gate")]

    assert ["b"] == [finding.on for finding in found("RMP002", roadmap=roadmap)]


def test_a_long_list_of_dependencies_is_cut() -> None:
    """The message names the first twelve and counts the rest; the values have all."""
    roadmap = [step(f"s{number}", due=Timing("2026")) for number in range(14)]
    (finding,) = found("RMP002", roadmap=[*roadmap, step("x", *[one.id for one in roadmap], due=Timing("2025"))])

    assert finding.message().endswith("s11 (2026) (+2)")
    assert 14 == len(finding.values["dependencies"])


def test_milestones_without_dates_are_no_finding() -> None:
    """Nothing is known, and nothing is said."""
    assert [] == found("RMP002", roadmap=[step("a"), step("b", "a", due=Timing("2024")), step("c", "b")])


@pytest.mark.parametrize(
    ("rule", "finding", "expected"),
    [
        ("warning", None, "warning"),
        ("warning", "error", "error"),
        ("warning", "info", "warning"),
        ("error", "warning", "error"),
        ("info", "warning", "warning"),
    ],
)
def test_a_finding_may_be_worse_than_its_rule(rule: Severity, finding: Severity | None, expected: Severity) -> None:
    """The worse of the two counts, so that a user who asks for strictness never gets less of it."""

    def find(_: Context) -> list[Found]:
        return [Found("", {}, severity=finding)]

    texts = {"en": "x", "es": "x"}
    own = attrs.evolve(CATALOGUE["RMP002"], code="ACME001", severity=rule, messages=texts, find=find)
    (judged,) = check(Agreement(**BASE), rules=[own])

    assert expected == judged.severity


def test_strictness_makes_every_step_out_of_time_an_error() -> None:
    """Under strictness the warning too is an error."""
    record = Agreement(**BASE, roadmap=[step("survey", due=Timing("2025")), step("works", "survey", due=Timing("2025-03"))])

    assert ["error"] == [finding.severity for finding in check(record, select=["RMP"], strict=True)]


@pytest.mark.parametrize(
    ("date", "effective", "count"),
    [
        ("2024-03-02", "2024-03-01", 1),
        ("2024-03", "2024-02", 1),
        ("2024", "2024-02", 0),
        ("2024-03-01", "2024-03-01", 0),
        ("2024-03-02~", "2024-03-01", 0),
        ("2024-03-02", None, 0),
        (None, "2024-03-01", 0),
    ],
)
def test_an_act_takes_effect_no_sooner_than_it_is_done(date: str | None, effective: str | None, count: int) -> None:
    """Only dates that are certainly in the wrong order are found: vague and approximate ones may be right."""
    assert count == len(found("DAT001", participation=[Participation(action="signature", date=date, effective=effective)]))


def test_a_source_is_published_before_it_is_retrieved() -> None:
    """The finding names both members with their dates, and points at the later one."""
    (finding,) = found("DAT001", sources=[Source(id="s", kind="news", published="2024-06", retrieved="2024-05-31")])

    assert "/sources/0/retrieved" == finding.pointer
    assert "'retrieved' (2024-05-31) lies before 'published' (2024-06)" == finding.message()
