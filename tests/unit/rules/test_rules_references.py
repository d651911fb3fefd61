"""REF001, REF002, IDS001: references and ids."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement, Suppression
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone
from coopmodel.model.meetings import AgendaItem, Meeting
from coopmodel.model.parties import Authority, CountryParty
from coopmodel.model.statements import Report, Source
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.timing import Timing

CITED = [Citation(source="s")]
BASE: dict[str, Any] = {
    "id": "a",
    "revision": 1,
    "title": {"en": "A"},
    "parties": [CountryParty(id="cl", country="CL")],
    "sources": [Source(id="s", kind="news")],
}


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def found(record: Agreement, code: str, **arguments: Any) -> list[Finding]:
    return [finding for finding in check(record, **arguments) if finding.code == code]


def commitment(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, evidence=CITED, **members)


@pytest.mark.parametrize(
    ("members", "pointer"),
    [
        ({"commitments": [commitment(lead=["nobody"])]}, "/commitments/0/lead/0"),
        ({"commitments": [commitment(made_at="nowhere")]}, "/commitments/0/made_at"),
        ({"commitments": [commitment(due=Timing(anchor="nothing", offset="P1D"))]}, "/commitments/0/due/anchor"),
        (
            {"commitments": [Commitment(id="d", statement={"en": "D"}, evidence=[Citation(source="s"), Citation(source="t")])]},
            "/commitments/0/evidence/1/source",
        ),
        ({"commitments": [commitment(areas=["acme:fish"])]}, "/commitments/0/areas/0"),
        (
            {
                "meetings": [Meeting(id="m", evidence=CITED, agenda=[AgendaItem(title={"en": "T"}, areas=["acme:fish"])])],
                "commitments": [commitment(areas=["health"])],
            },
            "/meetings/0/agenda/0/areas/0",
        ),
        ({"taxonomy": [ThematicArea(code="acme:cod", label={"en": "Cod"}, broader="acme:fish")]}, "/taxonomy/0/broader"),
        ({"suppressions": [Suppression(code="COV001", on="gone", reason={"en": "R"})]}, "/suppressions/0/on"),
        ({"reports": [Report(id="r", text={"en": "R"}, about=["a#gone"], evidence=CITED)]}, "/reports/0/about/0"),
    ],
)
def test_an_unknown_id_is_found_wherever_it_is_named(members: dict[str, Any], pointer: str) -> None:
    """Every use of an id counts: members, anchors, citations, areas of one's own, suppressions, the record's own id before ``#``."""
    assert [pointer] == [finding.pointer for finding in found(agreement(**members), "REF001")]


def test_events_of_the_agreement_are_no_references() -> None:
    """The anchor words name events of the agreement itself and need no entity."""
    assert [] == found(agreement(commitments=[commitment(due=Timing(anchor="signature", offset="P60D"))]), "REF001")


def test_a_described_area_is_known() -> None:
    """A prefixed area that the taxonomy describes is a known one."""
    area = ThematicArea(code="acme:fish", label={"en": "Fish"}, broader="agriculture")

    assert [] == found(agreement(taxonomy=[area], areas=["acme:fish"], commitments=[commitment(areas=["acme:fish"])]), "REF001")


def test_the_likely_id_is_named_among_those_of_the_right_kind() -> None:
    """The suggestion is the nearest id that the member may name."""
    authorities = [Authority(id="ministry", party="cl", name={"en": "M"})]
    (finding,) = found(agreement(authorities=authorities, commitments=[commitment("ministri", lead=["minstry"])]), "REF001")

    assert "ministry" == finding.values["suggestion"]
    assert finding.message().endswith("did you mean 'ministry'?")


def test_another_record_is_judged_only_where_it_is_given() -> None:
    """A reference into a record that nobody handed over is taken on trust; where it is given, it must hold there too."""
    record = agreement(commitments=[commitment(continues=["b#known", "b#unknown", "b#party"])])
    members: dict[str, Any] = {"id": "b", "parties": [CountryParty(id="party", country="PE")], "commitments": [commitment("known")]}
    other = agreement(**members)

    assert [] == found(record, "REF001")
    assert ["/commitments/0/continues/1"] == [finding.pointer for finding in found(record, "REF001", related=[other])]
    assert ["/commitments/0/continues/2"] == [finding.pointer for finding in found(record, "REF002", related=[other])]


def test_the_record_itself_is_not_related_to_itself() -> None:
    """A record handed over as its own relative is judged by the record at hand."""
    record = agreement(commitments=[commitment(continues=["a#gone"])])
    earlier = agreement(commitments=[commitment("gone")])

    assert 1 == len(found(record, "REF001", related=[earlier]))


def test_a_reference_to_the_wrong_kind_names_both_kinds() -> None:
    """The message tells what was named and what is expected."""
    (finding,) = found(agreement(commitments=[commitment(mechanism="cl", lead=["s"])]), "REF002")[:1]

    assert "/commitments/0/lead/0" == finding.pointer
    assert "'s' is of the kind source; expected here: party or authority" == finding.message("en")
    assert "'s' es de tipo fuente; aquí se espera: parte o autoridad" == finding.message("es")


def test_a_dependence_on_a_commitment_is_of_the_wrong_kind() -> None:
    """Milestones depend on milestones."""
    record = agreement(commitments=[commitment()], roadmap=[Milestone(id="m", title={"en": "M"}, depends_on=["c"], evidence=CITED)])

    assert ["/roadmap/0/depends_on/0"] == [finding.pointer for finding in found(record, "REF002")]


def test_ids_are_unique_over_all_kinds() -> None:
    """An indicator may not bear the id of a party, nor of another indicator."""
    indicator = Indicator(id="cl", title={"en": "I"})
    (first, second) = found(agreement(commitments=[commitment(indicators=[indicator, indicator])]), "IDS001")

    assert ("/commitments/0/indicators/0/id", "/parties/0") == (first.pointer, first.values["first"])
    assert ("/commitments/0/indicators/1/id", "/parties/0") == (second.pointer, second.values["first"])


def test_an_area_is_described_once() -> None:
    """The same code twice in the taxonomy is a repeated id as well."""
    areas = [ThematicArea(code="acme:fish", label={"en": "Fish"}), ThematicArea(code="acme:fish", label={"en": "Fishes"})]

    assert ["/taxonomy/1/code"] == [finding.pointer for finding in found(agreement(taxonomy=areas), "IDS001")]


def test_a_suggestion_is_sought_for_the_first_unknown_ids_only() -> None:
    """Each search reads through all ids, so a record with many unknown ids gets hints for the first 25 and findings for all."""
    authorities = [Authority(id=f"ministry-{number:04}", party="cl", name={"en": "M"}) for number in range(50)]
    lead = [f"ministrx-{number:04}" for number in range(50)]
    findings = found(agreement(authorities=authorities, commitments=[commitment(lead=lead)]), "REF001")

    assert 50 == len(findings)
    assert 25 == sum("suggestion" in finding.values for finding in findings)
