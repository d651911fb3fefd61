"""RMP001 and DAT001: steps in some order, dates in the order that things happen."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Milestone
from coopmodel.model.meetings import Participation
from coopmodel.model.statements import Source
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.rules.roadmap import knots
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
    assert "hay hitos que se esperan unos a otros: root → y → root (y 1 más con ellos)" == finding.message("es")


def test_a_long_circle_is_cut_in_the_message() -> None:
    """Of a long circle the message names the first twelve."""
    roadmap = [step(f"s{number}", f"s{(number + 1) % 30}") for number in range(30)]
    (finding,) = found("RMP001", roadmap=roadmap)

    assert 30 == len(finding.values["cycle"])
    assert finding.message().endswith("s10 → s11 → …")


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
