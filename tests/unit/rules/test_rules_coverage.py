"""COV001 and COV002: what was on the table, and what was promised about it."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Objective
from coopmodel.model.meetings import AgendaItem, Meeting
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}


def found(rule: str = "COV001", **members: Any) -> list[Finding]:
    record = Agreement(**(BASE | members))
    return [*check(record, rules=[CATALOGUE[rule], CATALOGUE["RUL001"]])]


def on(*areas: str, name: str = "c", objective: str | None = None, strength: Any = None) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, areas=areas, objective=objective, strength=strength)


def meeting(*areas: str) -> Meeting:
    return Meeting(id="m", agenda=[AgendaItem(title={"en": area}, areas=[area]) for area in areas])


def test_only_the_area_itself_counts() -> None:
    """A commitment on organized crime does not cover arms trafficking; it is mentioned."""
    (finding,) = found(meetings=[meeting("organized-crime", "arms-trafficking")], commitments=[on("organized-crime")])

    assert "/meetings/0/agenda/1/areas/0" == finding.pointer
    assert "arms-trafficking" == finding.values["area"]
    assert ("organized-crime", ("c",)) == (finding.values["broader"], finding.values["commitments"])
    assert finding.message("es").endswith("bajo el área más amplia crimen organizado transnacional (organized-crime) hay: c")


def test_a_narrower_commitment_does_not_cover_the_broader_area() -> None:
    """Nor does a commitment on a part of an area cover the whole; nothing is mentioned then."""
    (finding,) = found(areas=["organized-crime"], commitments=[on("arms-trafficking")])

    assert "no commitment covers transnational organized crime (organized-crime)" == finding.message()


def test_the_nearest_broader_area_is_mentioned() -> None:
    """Of two broader areas with commitments the nearer one is mentioned, with at most five of its commitments."""
    commitments = [on("organized-crime", name=f"c-{number}") for number in range(7)]
    (finding,) = found(areas=["contraband", "security", "organized-crime"], commitments=[on("security"), *commitments])

    assert "organized-crime" == finding.values["broader"]
    assert 7 == len(finding.values["commitments"])
    assert finding.message().endswith("there is: c-0, c-1, c-2, c-3, c-4 (+2)")


def test_an_area_is_told_once_and_where_its_words_are() -> None:
    """An area on two agendas and on the record is one finding, at its first agenda item."""
    other = Meeting(id="n", agenda=[AgendaItem(title={"en": "H"}, areas=["health"])])

    assert ["/meetings/0/agenda/0/areas/0"] == [finding.pointer for finding in found(areas=["health"], meetings=[meeting("health"), other])]


def test_the_words_about_an_area_are_those_of_its_agenda_item() -> None:
    """Not those of the whole meeting or of the record; an area that only the record lists has none."""
    cited = Citation(source="communique")
    item = AgendaItem(title={"en": "Trade"}, areas=["trade"], evidence=[cited])
    held = Meeting(id="m", agenda=[AgendaItem(title={"en": "Health"}, areas=["health"]), item], evidence=[Citation(source="press")])
    findings = found(areas=["energy"], meetings=[held], commitments=[on("labour")], evidence=[Citation(source="press")])

    assert [("health", ()), ("trade", (cited,)), ("energy", ())] == [(one.values["area"], one.evidence) for one in findings]


def test_an_area_of_the_record_is_told_at_the_record() -> None:
    """An area that stands on no agenda is told where the record lists it."""
    assert ["/areas/1"] == [finding.pointer for finding in found(areas=["health", "trade"], commitments=[on("health")])]


def test_areas_of_reports_and_commitments_are_not_on_the_table() -> None:
    """Only agendas and the record itself put an area on the table."""
    assert [] == found(commitments=[on("health")], taxonomy=[ThematicArea(code="acme:fish", label={"en": "Fish"}, broader="trade")])


def test_areas_of_ones_own_have_broader_areas_too() -> None:
    """A taxonomy's own area is told by its label, and a commitment on the area above it is mentioned."""
    fish = ThematicArea(code="acme:fish", label={"es": "Pesca"}, broader="agriculture")
    (finding,) = found(areas=["acme:fish"], taxonomy=[fish], commitments=[on("agriculture")])

    assert "no commitment covers Pesca (acme:fish); under the broader agriculture there is: c" == finding.message("en")


def test_an_undescribed_area_is_told_by_its_code() -> None:
    """An area that nothing describes is told by its code alone."""
    assert ["no commitment covers acme:fish"] == [finding.message() for finding in found(areas=["acme:fish"])]


@pytest.mark.parametrize("broader", ["acme:fish", "acme:cod"])
def test_a_taxonomy_that_goes_in_a_circle_ends(broader: str) -> None:
    """Areas that are each other's broader area are walked once."""
    areas = [
        ThematicArea(code="acme:cod", label={"en": "Cod"}, broader="acme:fish"),
        ThematicArea(code="acme:fish", label={"en": "F"}, broader=broader),
    ]

    assert 1 == len(found(areas=["acme:cod"], taxonomy=areas))


@pytest.mark.parametrize("status", ["scheduled", "postponed", "cancelled"])
def test_an_agenda_that_nobody_has_worked_through_is_not_on_the_table(status: Any) -> None:
    """What is only planned to be discussed, or was called off, asks for no promise."""
    agenda = [AgendaItem(title={"en": "H"}, areas=["health"])]

    assert [] == found(meetings=[Meeting(id="m", agenda=agenda, status=status)], commitments=[on("trade")])


def test_a_record_without_commitments_gets_one_finding() -> None:
    """Where nothing at all is promised, one finding names everything that was on the table."""
    (finding,) = found(areas=["health", "trade"], objectives=[Objective(id="peace", title={"en": "Peace"})])

    assert ("", None) == (finding.pointer, finding.on)
    assert ("health", "trade", "peace") == finding.values["missing"]
    assert "no commitment covers health; trade; peace (Peace)" == finding.message()


def test_the_way_up_is_climbed_once() -> None:
    """Areas under one that was climbed already take what was found there."""
    chain = [ThematicArea(code=f"acme:a{number}", label={"en": "A"}, broader=f"acme:a{number + 1}") for number in range(3)]
    top = ThematicArea(code="acme:a3", label={"en": "A"}, broader="health")
    findings = found(areas=["acme:a2", "acme:a0", "acme:a1"], taxonomy=[*chain, top], commitments=[on("health")])

    assert ["health", "health", "health"] == [finding.values["broader"] for finding in findings]


def test_an_objective_is_covered_by_any_of_its_parts() -> None:
    """A commitment under a part covers the whole; a part without any is told."""
    objectives = [
        Objective(id="peace", title={"en": "Peace"}),
        Objective(id="borders", title={"en": "Borders"}, parent="peace"),
        Objective(id="ports", title={"en": "Ports"}, parent="peace"),
    ]
    (finding,) = found(objectives=objectives, commitments=[on(objective="borders"), on(name="d", objective="peace")])

    assert "/objectives/2" == finding.pointer
    assert "ports" == finding.on
    assert "no commitment covers ports (Ports)" == finding.message()


def test_objectives_in_a_circle_end() -> None:
    """Objectives that are each other's part are walked once."""
    objectives = [Objective(id="x", title={"en": "X"}, parent="y"), Objective(id="y", title={"en": "Y"}, parent="x")]

    assert [] == found(objectives=objectives, commitments=[on(objective="x")])
    assert [("x", "y")] == [finding.values["missing"] for finding in found(objectives=objectives)]


def test_a_commitment_that_names_an_area_twice_is_mentioned_once() -> None:
    """An area that stands twice in a commitment makes no second commitment."""
    (finding,) = found(areas=["arms-trafficking"], commitments=[on("organized-crime", "organized-crime")])

    assert ("c",) == finding.values["commitments"]


def test_an_area_with_interest_only_is_told() -> None:
    """Where all commitments on the very area are expressions of interest, they are named in both languages."""
    (finding,) = found(
        "COV002",
        meetings=[meeting("trade", "arms-trafficking")],
        commitments=[
            on("arms-trafficking", name="a", strength="interest"),
            on("arms-trafficking", name="b", strength="interest"),
            on("trade", name="d", strength="agreed"),
            on("organized-crime", name="e", strength="agreed"),
        ],
    )

    assert ("info", "/meetings/0/agenda/1/areas/0", "m") == (finding.severity, finding.pointer, finding.on)
    assert {"areas", "what", "commitments", "shown"} == set(finding.values)
    assert (("arms-trafficking",), ("a", "b")) == (finding.values["areas"], finding.values["commitments"])
    assert "only expressions of interest cover illicit arms trafficking (arms-trafficking): a, b" == finding.message("en")
    assert "solo expresiones de interés cubren tráfico ilícito de armas (arms-trafficking): a, b" == finding.message("es")


@pytest.mark.parametrize("strength", ["intended", "announced", "agreed", "binding", None])
def test_one_commitment_that_may_be_more_than_interest_is_enough(strength: Any) -> None:
    """An area is not covered by interest only where another commitment is firmer, or may be since nobody has judged it."""
    commitments = [on("health", name="a", strength="interest"), on("health", name="b", strength=strength)]

    assert [] == found("COV002", areas=["health"], commitments=commitments)
    assert [] == found("COV002", areas=["health"], commitments=[on("health", strength=strength)])


def test_an_area_without_commitments_has_not_even_interest() -> None:
    """An uncovered area is the other rule's finding."""
    assert [] == found("COV002", areas=["health"])


def test_interest_in_what_was_not_on_the_table_is_no_finding() -> None:
    """A commitment may carry areas that neither an agenda nor the record names; a planned agenda was not on the table."""
    planned = Meeting(id="m", agenda=[AgendaItem(title={"en": "H"}, areas=["health"])], status="scheduled")

    assert [] == found("COV002", meetings=[planned], commitments=[on("health", strength="interest")])


def test_areas_of_the_same_commitments_are_told_together() -> None:
    """What says the same is said once, at the first of the areas; other commitments make another finding."""
    findings = found(
        "COV002",
        areas=["energy", "health", "trade", "labour"],
        commitments=[
            on("trade", "health", name="a", strength="interest"),
            on("labour", name="b", strength="interest"),
            on("labour", "energy", name="d", strength="interest"),
        ],
    )

    assert [("/areas/0", ("energy",)), ("/areas/1", ("health", "trade")), ("/areas/3", ("labour",))] == [
        (finding.pointer, finding.values["areas"]) for finding in findings
    ]
    assert [("d",), ("a",), ("b", "d")] == [finding.values["commitments"] for finding in findings]
    assert "only expressions of interest cover health, trade: a" == findings[1].message()


def test_of_many_commitments_of_interest_five_are_shown() -> None:
    """The message names five, the values all of them."""
    (finding,) = found("COV002", areas=["health"], commitments=[on("health", name=f"c-{n}", strength="interest") for n in range(7)])

    assert "only expressions of interest cover health: c-0, c-1, c-2, c-3, c-4 (+2)" == finding.message()
    assert 7 == len(finding.values["commitments"])


@pytest.mark.parametrize(("code", "strict"), [("COV001", "error"), ("COV002", "warning")])
def test_both_rules_look_at_one_record(code: str, strict: str) -> None:
    """They need nothing beside the record, and are taken more seriously by strict readers."""
    rule = CATALOGUE[code]

    assert ("record", None, strict) == (rule.scope, rule.needs, rule.strict)


def test_a_code_that_says_no_more_than_the_name_is_left_out() -> None:
    """In English most names are their codes in words; in Spanish the code stands beside the name."""
    (finding,) = found(areas=["police-cooperation"], commitments=[on("health")])

    assert "no commitment covers police cooperation" == finding.message("en")
    assert "ningún compromiso cubre cooperación policial (police-cooperation)" == finding.message("es")
