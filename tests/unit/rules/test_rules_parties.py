"""PTY001, PTY002, PTY005: who agrees, and to whom an office belongs."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Delegation, Meeting
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

CL = CountryParty(id="cl", country="CL")
PE = CountryParty(id="pe", country="PE")
PARTIES: list[Any] = [
    CL,
    PE,
    CountryParty(id="chile", country="CL", role="observer"),
    SubdivisionParty(id="tarapaca", code="CL-TA"),
    SubdivisionParty(id="tacna", code="PE-TAC"),
    OrganizationParty(id="pacific", name={"en": "Pacific Alliance"}, members=["CL", "CO", "MX"]),
    OrganizationParty(id="andean", name={"en": "Andean Community"}, members=["PE", "EC"]),
    OrganizationParty(id="oas", name={"en": "Organization of American States"}),
]
BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": PARTIES}


def found(code: str, **members: Any) -> list[Finding]:
    return [*check(Agreement(**(BASE | members)), rules=[CATALOGUE[code], CATALOGUE["RUL001"]])]


def authority(name: str, party: str, parent: str | None = None) -> Authority:
    return Authority(id=name, party=party, name={"en": name}, parent=parent)


def official(name: str, party: str, office: str | None = None) -> Official:
    return Official(id=name, party=party, name=name, authority=office)


def test_nobody_is_told_of_the_whole_record() -> None:
    """A record without parties gets one finding, at its root."""
    (finding,) = found("PTY001", parties=[])

    assert ("", "warning", None) == (finding.pointer, finding.severity, finding.on)
    assert ("the record names no party", "el registro no nombra ninguna parte") == (finding.message(), finding.message("es"))
    assert [] == found("PTY001", parties=[CountryParty(id="cl", country="CL", role="observer")])


def test_officials_of_another_party_are_told_with_their_ministry() -> None:
    """Of one authority there is one finding, at the first slip, which names each official once with the party that it is of."""
    officials = [official("good", "cl", "ministry"), official("b", "pe", "ministry"), official("c", "andean", "ministry")]
    (finding,) = found("PTY002", authorities=[authority("ministry", "cl")], officials=officials)

    assert ("/officials/1/authority", "b", "warning") == (finding.pointer, finding.on, finding.severity)
    assert "of another party than the authority ministry (cl): b (pe), c (andean)" == finding.message()
    assert "de una parte distinta de la de la autoridad ministry (cl): b (pe), c (andean)" == finding.message("es")
    assert (("b", "c"), "cl") == (finding.values["members"], finding.values["party"])


def test_an_authority_under_one_of_another_party_is_told() -> None:
    """A police force of one country under a ministry of another is a slip, told together with an official who makes the same one."""
    (finding,) = found(
        "PTY002",
        authorities=[authority("ministry", "cl"), authority("police", "pe", "ministry")],
        officials=[official("chief", "pe", "ministry")],
    )

    assert "/authorities/1/parent" == finding.pointer
    assert ("police", "chief") == finding.values["members"]


def test_of_delegates_whom_nobody_knows_nothing_is_said() -> None:
    """They do not hide the others of their delegation, whose party is told."""
    meetings = [Meeting(id="m", delegations=[Delegation(party="cl", heads=["gone", "police", "b"], members=["gone", "c"])])]
    officials = [official("b", "pe"), official("c", "pe")]
    (finding,) = found("PTY002", authorities=[authority("police", "pe")], officials=officials, meetings=meetings)

    assert ("/meetings/0/delegations/0/heads/2", ("b", "c"), "cl") == (
        finding.pointer,
        finding.values["members"],
        finding.values["party"],
    )


def test_a_delegate_of_another_party_is_told_with_the_delegation() -> None:
    """Heads and members are looked at; who is both is named once; each delegation has a finding of its own."""
    delegations = [
        Delegation(party="cl", heads=["b", "a"], members=["c", "b"]),
        Delegation(party="pe", members=["a"]),
    ]
    meetings = [Meeting(id="m", delegations=delegations), Meeting(id="n", delegations=[Delegation(party="cl", members=["c"])])]
    officials = [official("a", "cl"), official("b", "pe"), official("c", "pe")]
    findings = found("PTY002", officials=officials, meetings=meetings)

    assert [
        ("/meetings/0/delegations/0/heads/0", "of another party than the delegation of cl to m: b (pe), c (pe)"),
        ("/meetings/0/delegations/1/members/0", "of another party than the delegation of pe to m: a (cl)"),
        ("/meetings/1/delegations/0/members/0", "of another party than the delegation of cl to n: c (pe)"),
    ] == [(finding.pointer, finding.message()) for finding in findings]
    assert "de una parte distinta de la de la delegación de cl en m: b (pe), c (pe)" == findings[0].message("es")
    assert ["m", "m", "n"] == [finding.on for finding in findings]


@pytest.mark.parametrize(
    ("party", "count"),
    [
        ("cl", 0),
        ("chile", 0),
        ("tarapaca", 0),
        ("pacific", 0),
        ("oas", 0),
        ("nobody", 0),
        ("ministry", 0),
        ("pe", 1),
        ("tacna", 1),
        ("andean", 1),
    ],
)
def test_what_can_be_one_side_is_no_finding(party: str, count: int) -> None:
    """A country, its subdivisions and organisations that have it as a member, or list no members, are one side; unknown ids are REF001's."""
    members = {"authorities": [authority("ministry", "cl")], "officials": [official("minister", party, "ministry")]}
    turned = {"authorities": [authority("ministry", party)], "officials": [official("minister", "cl", "ministry")]}

    assert count == len(found("PTY002", **members))
    assert count == (len(found("PTY002", **turned)) if party != "ministry" else 0)


@pytest.mark.parametrize(("party", "count"), [("tarapaca", 0), ("tacna", 1), ("pacific", 1), ("andean", 0), ("oas", 0)])
def test_a_subdivision_stands_for_its_country(party: str, count: int) -> None:
    """A region of Chile is apart from a region of Peru, and from an organisation that lists Chile not; a region of the same side is not."""
    side = "tarapaca" if party != "pacific" else "tacna"
    other = party if party != "andean" else "oas"

    assert count == len(found("PTY002", authorities=[authority("ministry", side)], officials=[official("minister", other, "ministry")]))


def test_two_organisations_are_never_apart() -> None:
    """One organisation may be an organ of the other, also where their members are listed."""
    members = {"authorities": [authority("secretariat", "pacific")], "officials": [official("envoy", "andean", "secretariat")]}

    assert [] == found("PTY002", **members)


def test_ids_of_another_kind_and_unknown_ones_are_left_to_their_rules() -> None:
    """An official whose authority or delegation is none, and a delegate who is none, say nothing of two sides."""
    meetings = [Meeting(id="m", delegations=[Delegation(party="cl", heads=["gone", "police"]), Delegation(party="gone", heads=["o"])])]
    officials = [official("o", "pe", "m"), official("p", "pe", "gone"), official("q", "pe")]

    assert [] == found("PTY002", authorities=[authority("police", "pe", "m")], officials=officials, meetings=meetings)


def test_of_two_parties_with_one_id_the_first_counts() -> None:
    """A repeated id is told elsewhere; here the first party with it is meant."""
    members = {"authorities": [authority("ministry", "cl")], "officials": [official("minister", "x", "ministry")]}

    assert [] == found("PTY002", parties=[CL, CountryParty(id="x", country="CL"), CountryParty(id="x", country="PE")], **members)
    assert 1 == len(found("PTY002", parties=[CL, CountryParty(id="x", country="PE"), CountryParty(id="x", country="CL")], **members))


def test_the_only_party_is_told_by_its_place() -> None:
    """The finding stands at the one party that agrees, and names the instrument."""
    observer = CountryParty(id="br", country="BR", role="observer")
    (finding,) = found("PTY005", parties=[observer, CL, CountryParty(id="uy", country="UY", role="third")], instrument="joint-declaration")

    assert ("/parties/1", "cl", "info") == (finding.pointer, finding.on, finding.severity)
    assert "cl is the only party; instrument: joint declaration" == finding.message()
    assert "cl es la única parte; instrumento: declaración conjunta" == finding.message("es")
    assert ("cl", "joint-declaration") == (finding.values["party"], finding.values["instrument"])


def test_an_organisation_counts_as_one() -> None:
    """However many members it has, an organisation is one party."""
    assert 1 == len(found("PTY005", parties=[PARTIES[5]], instrument="treaty"))
    assert [] == found("PTY005", parties=[PARTIES[5], CL], instrument="treaty")


@pytest.mark.parametrize(
    ("instrument", "count"),
    [
        (None, 0),
        ("announcement", 0),
        ("action-plan", 0),
        ("acme:decree", 0),
        ("treaty", 1),
        ("agreement", 1),
        ("memorandum-of-understanding", 1),
        ("protocol", 1),
        ("exchange-of-notes", 1),
        ("joint-declaration", 1),
        ("meeting-record", 1),
        ("amendment", 1),
    ],
)
def test_some_instruments_need_one_party_only(instrument: str | None, count: int) -> None:
    """An announcement and a plan may be one party's own; of an unknown instrument, or one with a word of its own, nothing is said."""
    assert count == len(found("PTY005", parties=[CL], instrument=instrument))


@pytest.mark.parametrize("parties", [[], [CL, PE], [CountryParty(id="cl", country="CL", role="third")]])
def test_none_and_two_are_not_one(parties: list[Any]) -> None:
    """A record without any party that agrees is not one with a single party."""
    assert [] == found("PTY005", parties=parties, instrument="treaty")
