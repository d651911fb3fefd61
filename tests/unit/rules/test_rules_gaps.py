"""COV003, COV005 and COV006: what a record leaves open that a follow-up will ask for."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Target
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.quantities import Money

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}


def found(code: str, *commitments: Commitment, roadmap: list[Milestone] | None = None) -> list[Finding]:
    members: dict[str, Any] = {"commitments": commitments, "roadmap": roadmap or []}
    record = Agreement(**(BASE | members))
    return [*check(record, rules=[CATALOGUE[code], CATALOGUE["RUL001"]])]


def promise(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, **members)


def step(name: str = "m", **members: Any) -> Milestone:
    return Milestone(id=name, title={"en": "M"}, **members)


def names(findings: list[Finding], member: str = "commitments") -> list[str]:
    return [name for finding in findings for name in finding.values[member]]


def test_commitments_without_area_are_counted_together() -> None:
    """One finding counts them among all that are asked, and names five."""
    (finding,) = found("COV003", promise("ok", areas=["health"]), *[promise(f"c-{number}") for number in range(6)])

    assert ("/commitments", None) == (finding.pointer, finding.on)
    assert (6, 7) == (finding.values["missing"], finding.values["all"])
    assert tuple([f"c-{number}" for number in range(6)]) == finding.values["commitments"]
    assert "commitments without area (6 of 7): c-0, c-1, c-2, c-3, c-4 (+1)" == finding.message("en")
    assert "compromisos sin área (6 de 7): c-0, c-1, c-2, c-3, c-4 (+1)" == finding.message("es")


def test_a_promise_to_meet_needs_no_area() -> None:
    """A commitment of the kind meeting, or to a meeting, is neither told nor counted."""
    assert [] == found("COV003", promise(kind="meeting"), promise("d", meeting="second"), promise("e", areas=["health"]))
    assert [1] == [one.values["all"] for one in found("COV003", promise(kind="meeting"), promise("d", meeting="m"), promise("e"))]


def test_milestones_that_deliver_nothing_are_counted_together() -> None:
    """One finding counts the milestones that deliver nothing, are no meeting and are waited for by no other."""
    roadmap = [step("survey"), step("works", depends_on=["survey"], delivers=["c"]), step("fair", meeting="second"), step("opening")]
    (finding,) = found("COV005", roadmap=roadmap)

    assert ("/roadmap", None) == (finding.pointer, finding.on)
    assert (("opening",), 1, 4) == (finding.values["milestones"], finding.values["missing"], finding.values["all"])
    assert "milestones without a commitment that they deliver (1 of 4): opening" == finding.message("en")
    assert "hitos sin un compromiso al que den cumplimiento (1 de 4): opening" == finding.message("es")


def test_the_last_step_of_a_chain_is_asked() -> None:
    """A chain that ends in nothing is told once, at its end; a step that waits for itself is not waited for by another."""
    assert ["works"] == names(found("COV005", roadmap=[step("survey"), step("works", depends_on=["survey"])]), "milestones")
    assert ["works"] == names(found("COV005", roadmap=[step("works", depends_on=["works"])]), "milestones")
    assert [] == found("COV005")


TARGET = Target(value="5")


@pytest.mark.parametrize(
    "members",
    [
        {"due": "2030"},
        {"due": {"anchor": "signature"}},
        {"recurrence": "RRULE:FREQ=YEARLY"},
        {"meeting": "second"},
        {"mechanism": "table"},
        {"instrument": "protocol"},
        {"money": Money(amount="5", currency="USD")},
        {"indicators": [Indicator(id="i", title={"en": "I"}), Indicator(id="j", title={"en": "J"}, targets=[TARGET])]},
        {"indicators": [Indicator(id="i", title={"en": "I"}, ascending=False)]},
    ],
)
def test_any_measure_will_do(members: dict[str, Any]) -> None:
    """A date, recurrence, meeting, mechanism, instrument, money, target, or a direction is enough to judge by."""
    assert [] == found("COV006", promise(**members))


@pytest.mark.parametrize(
    "members",
    [{}, {"conditions": [{"en": "If"}]}, {"permanence": "permanent"}, {"indicators": [Indicator(id="i", title={"en": "I"}, baseline="5")]}],
)
def test_an_indicator_without_aim_is_no_measure(members: dict[str, Any]) -> None:
    """An indicator that says neither how much nor which way, and members that set no measure, are not enough."""
    assert ["c"] == names(found("COV006", promise(**members)))


def test_a_milestone_that_delivers_it_is_a_measure() -> None:
    """What some step of the roadmap delivers can be judged by that step."""
    assert ["d"] == names(found("COV006", promise(), promise("d"), roadmap=[step(delivers=["c", "x"])]))


def test_promises_without_measure_are_counted_together() -> None:
    """One finding counts them among all promises, expressions of interest left out, and names five."""
    commitments = [promise(f"c-{number}", strength=strength) for number, strength in enumerate(["agreed", "intended", None, "binding"])]
    more = [promise("wish", strength="interest"), promise("e", strength="announced"), promise("f"), promise("g", due="2030")]
    (finding,) = found("COV006", *commitments, *more)

    assert ("/commitments", None) == (finding.pointer, finding.on)
    assert (6, 7) == (finding.values["missing"], finding.values["all"])
    assert (
        "6 of 7 commitments with nothing to judge their fulfilment by (no date, recurrence, target, meeting, mechanism, document, "
        "money or milestone): c-0, c-1, c-2, c-3, e (+1)"
    ) == finding.message("en")
    assert (
        "6 de 7 compromisos sin nada con que juzgar su cumplimiento (ni fecha, periodicidad, meta, reunión, mecanismo, documento, "
        "monto o hito): c-0, c-1, c-2, c-3, e (+1)"
    ) == finding.message("es")
