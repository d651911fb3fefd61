"""A record in words, in brief."""

from typing import Any

import pytest

from coopmodel.cli.record import Reader
from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Delegation, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.statements import Report
from coopmodel.values.quantities import Money

BASE: dict[str, Any] = {
    "id": "a",
    "revision": 1,
    "title": {"en": "A"},
    "parties": [
        CountryParty(id="cl", country="CL"),
        OrganizationParty(id="unodc", name={"en": "United Nations Office on Drugs and Crime"}, acronym="UNODC", role="third"),
    ],
    "authorities": [Authority(id="pdi", party="cl", name={"en": "Investigations Police"}, acronym="PDI")],
    "officials": [Official(id="head", party="cl", post={"en": "Head of delegation"}), Official(id="ana", party="cl", name="Ana")],
}


def told(language: str = "en", **members: Any) -> list[str]:
    lines = Reader(Agreement(**(BASE | members)), language).lines()
    return [" " * indent + "".join([words for words, _ in parts]) for indent, parts in lines]


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (CountryParty(id="x", country="PE"), "  Peru"),
        (CountryParty(id="x", country="PE", name={"en": "Republic of Peru"}, role="observer"), "  Republic of Peru: observer"),
        (SubdivisionParty(id="x", code="CL-AP"), "  CL-AP"),
        (SubdivisionParty(id="x", code="CL-AP", name={"en": "Arica and Parinacota"}), "  Arica and Parinacota"),
        (OrganizationParty(id="x", name={"en": "European Union"}), "  European Union"),
        (OrganizationParty(id="x", name={"en": "European Union"}, acronym="EU"), "  European Union (EU)"),
    ],
)
def test_a_party_is_told_by_its_name_and_role(party: Any, expected: str) -> None:
    """The name that the source uses comes first; a role is told unless it is the usual one."""
    assert ["A", "a · revision 1", "", "Parties", expected] == told(parties=[party], authorities=[], officials=[])


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Participation(action="signature", party="cl", date="2024-05"), "  signature · Chile · May 2024"),
        (Participation(action="entry-into-force", effective="2025"), "  entry into force · all parties · 2025"),
        (Participation(action="accession", party="nobody"), "  accession · nobody · no date"),
    ],
)
def test_an_act_is_told_by_whom_and_when(act: Participation, expected: str) -> None:
    """An act names its party, or all, and its date, or that there is none."""
    assert expected in told(participation=[act])


def test_a_meeting_is_told_with_what_is_known() -> None:
    """Place, mode and status are told where they are known; people by name and post; unknown ids by themselves."""
    bare = Meeting(id="m")
    full = Meeting(
        id="n",
        title={"en": "N"},
        date="2024",
        place=Place(country="CL", locality="Arica", venue="Town hall"),
        mode="hybrid",
        status="held",
        delegations=[Delegation(party="cl", heads=["head"], members=["ana", "gone"]), Delegation(party="unodc")],
    )

    lines = told(meetings=[bare, full])
    assert [
        "Meetings",
        "  m [m]",
        "    no date",
        "  N [n]",
        "    2024 · Town hall, Arica, Chile · hybrid · held",
        "    Chile: Head of delegation; Ana; gone",
        "    UNODC",
    ] == lines[lines.index("Meetings") :]


def test_a_commitment_is_told_with_who_does_what_by_when() -> None:
    """Obligors, counterparts, lead, support, due date and areas stand below the words; an unjudged one comes last."""
    commitments = [
        Commitment(id="plain", statement={"en": "Plain"}, evidence=[Citation(source="s")], meeting="gone"),
        Commitment(
            id="rich",
            statement={"en": "Rich"},
            strength="binding",
            obligors=["cl"],
            counterparts=["unodc"],
            lead=["pdi"],
            support=["nobody"],
            due="2024",
            areas=["health", "acme:fish", "acme:cod"],
            evidence=[Citation(source="s", exact="the words")],
        ),
        Commitment(id="met", statement={"en": "Met"}, strength="agreed", meeting="m"),
    ]
    lines = told(
        commitments=commitments, taxonomy=[ThematicArea(code="acme:fish", label={"es": "Pesca"})], meetings=[Meeting(id="m", date="2025")]
    )

    assert [
        "Commitments",
        "  binding (1)",
        "    Rich [rich]",
        "      “the words”",
        "      by Chile · with UNODC · lead PDI · support nobody · due: 2024 · areas: health; Pesca; acme:cod",
        "  agreed (1)",
        "    Met [met]",
        "      due: 2025",
        "  not judged (1)",
        "    Plain [plain]",
    ] == lines[lines.index("Commitments") :]


def test_quotations_are_marked_as_each_language_does() -> None:
    """Spanish uses angle quotation marks."""
    assert "      «las palabras»" in told(
        "es", commitments=[Commitment(id="c", statement={"es": "C"}, evidence=[Citation(source="s", exact="las palabras")])]
    )


def test_milestones_and_reports_are_told_with_dates_and_what_they_are_about() -> None:
    """A step without a date says so; a report tells status and date or period, and what it is about."""
    lines = told(
        commitments=[Commitment(id="c", statement={"en": "C"})],
        roadmap=[Milestone(id="m", title={"en": "M"}), Milestone(id="n", title={"en": "N"}, due="2024", delivers=["c"])],
        reports=[
            Report(id="r", text={"en": "R"}),
            Report(id="s", text={"en": "S"}, status="fulfilled", date="2024", about=["c", "other#c"]),
            Report(id="t", text={"en": "T"}, date="2024/2025"),
        ],
    )

    assert [
        "Roadmap",
        "  no date: M [m]",
        "  2024: N [n]",
        "    delivers: C",
        "",
        "Reports",
        "  R [r]",
        "  fulfilled, 2024: S [s]",
        "    about: C, other#c",
        "  from 2024 to 2025: T [t]",
    ] == lines[lines.index("Roadmap") :]


def test_a_commitment_is_told_with_how_often_and_how_much() -> None:
    """How often it is to be done and the money stand after the due date, in words."""
    fund = Commitment(
        id="fund", statement={"es": "Fondo"}, due="2024", recurrence="RRULE:FREQ=YEARLY", money=Money("314000000~", "USD"), areas=["health"]
    )

    assert "      due: 2024 · every year · about 314,000,000 USD · areas: health" in told(commitments=[fund])
    assert "      plazo: 2024 · cada año · aproximadamente 314.000.000 USD · áreas: salud" in told("es", commitments=[fund])
