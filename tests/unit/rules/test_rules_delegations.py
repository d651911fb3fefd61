"""PTY003 and PTY004: who was at a meeting, and in which office."""

import datetime
from typing import Any

import attrs
import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Delegation, Mechanism, Meeting
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.timing import Timing

CL, PE, EC = (CountryParty(id=code.lower(), country=code) for code in ("CL", "PE", "EC"))
BR = CountryParty(id="br", country="BR", role="observer")
BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": [CL, PE, EC, BR]}


def found(code: str, **members: Any) -> list[Finding]:
    return [*check(Agreement(**(BASE | members)), rules=[CATALOGUE[code], CATALOGUE["RUL001"]])]


def held(*parties: str, name: str = "m", **members: Any) -> Meeting:
    given: dict[str, Any] = {"id": name, "status": "held", "delegations": [Delegation(party=party) for party in parties]}
    return Meeting(**(given | members))


def test_one_finding_names_all_who_are_missing() -> None:
    """A meeting gets one finding, at its delegations, with those who came and those of whom nobody is known."""
    (finding,) = found("PTY003", meetings=[held("cl", "pe", "ec"), held("pe", name="n")])

    assert ("/meetings/1/delegations", "n", "info") == (finding.pointer, finding.on, finding.severity)
    assert "n has a delegation of pe, and none of cl, ec" == finding.message()
    assert "en n consta delegación de pe, y ninguna de cl, ec" == finding.message("es")
    assert ("n", ("pe",), ("cl", "ec")) == (finding.values["meeting"], finding.values["present"], finding.values["missing"])


def test_those_who_came_are_named_in_the_order_of_the_parties() -> None:
    """Observers came too and are not named."""
    (finding,) = found("PTY003", meetings=[held("br", "pe", "cl")])

    assert "m has a delegation of cl, pe, and none of ec" == finding.message()


@pytest.mark.parametrize("status", ["scheduled", "postponed", "cancelled"])
def test_only_meetings_that_were_held_count(status: Any) -> None:
    """A delegation that is to come is a plan."""
    assert [] == found("PTY003", meetings=[held("cl", status=status)])


def test_a_meeting_with_a_delegation_and_no_status_was_held() -> None:
    """Who came shows that it took place."""
    assert 1 == len(found("PTY003", meetings=[held("cl", status=None)]))


@pytest.mark.parametrize("parties", [(), ("br",), ("nobody",)])
def test_where_no_side_is_recorded_none_is_missing(parties: tuple[str, ...]) -> None:
    """No delegation at all, or observers only, is a record that does not tell who came."""
    assert ["n"] == [finding.on for finding in found("PTY003", meetings=[held(*parties), held("cl", name="n")])]


def test_the_parties_of_the_mechanism_are_expected() -> None:
    """A body of two parties is complete with these two; one that names no parties is of all; observers of it may stay away."""
    mechanisms = [Mechanism(id="two", name={"en": "Two"}, parties=["cl", "pe", "br"]), Mechanism(id="all", name={"en": "All"})]
    meetings = [
        held("cl", "pe", name="a", mechanism="two"),
        held("cl", name="b", mechanism="two"),
        held("cl", "pe", name="c", mechanism="all"),
        held("cl", "pe", name="d", mechanism="gone"),
    ]

    assert {"b": ("pe",), "c": ("ec",), "d": ("ec",)} == {
        finding.on: finding.values["missing"] for finding in found("PTY003", mechanisms=mechanisms, meetings=meetings)
    }


def test_of_two_mechanisms_with_one_id_the_first_counts() -> None:
    """A repeated id is told elsewhere; here the first entity with it is meant."""
    mechanisms = [Mechanism(id="x", name={"en": "X"}, parties=["cl"]), Mechanism(id="x", name={"en": "X"}, parties=["cl", "pe"])]

    assert [] == found("PTY003", mechanisms=mechanisms, meetings=[held("cl", mechanism="x")])


def test_an_organisation_represents_the_members_that_it_lists() -> None:
    """Of a union and its members the delegation of the union is enough; a region of a member is nobody's member."""
    union = OrganizationParty(id="can", name={"en": "Andean Community"}, members=["PE", "EC"])
    region = SubdivisionParty(id="tacna", code="PE-TAC")
    (finding,) = found("PTY003", parties=[CL, PE, EC, union, region], meetings=[held("can")])

    assert ("cl", "tacna") == finding.values["missing"]
    assert ("can", "tacna") == found("PTY003", parties=[CL, PE, union, region], meetings=[held("cl", "pe")])[0].values["missing"]
    assert ("pe", "can", "tacna") == found("PTY003", parties=[CL, PE, union, region], meetings=[held("cl")])[0].values["missing"]


def test_a_finding_lists_twelve_and_keeps_all() -> None:
    """A message about a conference stays readable."""
    parties = [CountryParty(id=f"p-{number}", country="CL") for number in range(15)]
    (finding,) = found("PTY003", parties=parties, meetings=[held("p-0")])

    assert finding.message().endswith("p-11, p-12 (+2)")
    assert 14 == len(finding.values["missing"])


def minister(tenure: str | None, name: str = "x") -> Official:
    return Official(id=name, party="cl", name=name, tenure=tenure)


def attended(date: str | Timing | None, *officials: str, name: str = "m", **members: Any) -> Meeting:
    given: dict[str, Any] = {"id": name, "date": date, "delegations": [Delegation(party="cl", heads=officials)]}
    return Meeting(**(given | members))


@pytest.mark.parametrize(
    ("tenure", "date", "count"),
    [
        ("2022-03-11/2024-05-01", "2024-05-02", 1),
        ("2022-03-11/2024-05-02", "2024-05-02", 0),
        ("2024-05-02/2026", "2024-05-02", 0),
        ("2024-05-03/2026", "2024-05-02", 1),
        ("2022/2023", "2024", 1),
        ("2022/2024-01-01", "2024", 0),
        ("2024-12-31/2026", "2024", 0),
        ("2022/2024-05-02", "2024-05-02/2024-05-04", 0),
        ("2022/2024-05-01", "2024-05-02/2024-05-04", 1),
        ("2025/..", "2024", 1),
        ("2025/", "2024", 1),
        ("../2023", "2024", 1),
        ("/2023", "2024", 1),
        ("2022/..", "2024", 0),
        ("2022/", "2024", 0),
        ("../2025", "2024", 0),
        ("2022/2023~", "2024", 0),
        ("2022~/2023", "2024", 1),
        ("2025?/2026", "2024", 0),
        ("2022/2023", "2024~", 0),
        (None, "2024", 0),
        ("2022/2023", None, 0),
    ],
)
def test_only_a_meeting_certainly_outside_the_tenure_is_told(tenure: str | None, date: str | None, count: int) -> None:
    """The first and the last day in office count; open, unknown, vague and marked ends leave it possible."""
    assert count == len(found("PTY004", officials=[minister(tenure)], meetings=[attended(date, "x")]))


def test_an_official_is_told_once_with_all_meetings() -> None:
    """One finding, at the tenure, names every meeting outside it, each once and as it is dated."""
    meetings = [
        attended("2024-05-02", "x", name="late", delegations=[Delegation(party="cl", heads=["x"], members=["x"])]),
        attended("2023-05-02", "x", name="good"),
        attended("2021-41", "x", name="early", delegations=[Delegation(party="cl", members=["y", "x"])]),
        attended(Timing(anchor="early", offset="-P1Y"), "x", name="before"),
        attended("2021", "x", name="planned", status="scheduled"),
    ]
    (finding,) = found("PTY004", officials=[minister(None, "y"), minister("2022/2023")], meetings=meetings)

    assert ("/officials/1/tenure", "x", "warning") == (finding.pointer, finding.on, finding.severity)
    assert "x held office in 2022/2023, and was at late (2024-05-02), early (2021-41), before (2020-07-01/2020-12-31)" == finding.message()
    assert finding.message("es").startswith("x ejerció el cargo en 2022/2023, y estuvo en late (2024-05-02), early")
    assert ("x", "2022/2023", ("late", "early", "before")) == tuple(finding.values[name] for name in ("official", "tenure", "meetings"))


def test_findings_come_in_the_order_of_the_officials() -> None:
    """Each official with a slip has a finding of its own."""
    officials = [minister("2020/2021", "b"), minister("2020/2021", "a")]

    assert ["b", "a"] == [finding.on for finding in found("PTY004", officials=officials, meetings=[attended("2024", "a", "b")])]


def test_an_official_who_was_nowhere_is_no_finding() -> None:
    """A tenure alone says nothing, with or without meetings of others."""
    assert [] == found("PTY004", officials=[minister("2020/2021")])
    assert [] == found("PTY004", officials=[minister("2020/2021"), minister(None, "y")], meetings=[attended("2024", "y")])


def test_dates_that_cannot_be_told_are_passed_over() -> None:
    """A meeting counted from an event that has no date tells nothing, and those after it are judged all the same."""
    meetings = [attended(Timing(anchor="signature"), "x"), attended(None, "x", name="n"), attended("2024", "x", name="o")]

    assert [("o",)] == [one.values["meetings"] for one in found("PTY004", officials=[minister("2020/2021")], meetings=meetings)]


def test_delegates_that_are_no_officials_are_left_to_their_rules() -> None:
    """Unknown delegates, and those of another kind, have no tenure; of two with one id the first is meant."""
    officials = [minister(None), minister("2020/2021")]
    authorities = [Authority(id="police", party="cl", name={"en": "Police"})]

    assert [] == found("PTY004", officials=officials, authorities=authorities, meetings=[attended("2024", "x", "police", "gone")])


def test_officials_in_a_member_of_ones_own_do_no_harm() -> None:
    """An official that stands where no rule looks for one is passed over."""
    member = attrs.field(type=Official, default=minister("2020/2021"))
    own = attrs.make_class("OwnAgreement", {"aside": member}, bases=(Agreement,), frozen=True, kw_only=True)

    assert [] == [
        *check(
            own(**BASE, meetings=[attended("2024", "x")]), as_of=datetime.date(2026, 1, 1), rules=[CATALOGUE["PTY004"], CATALOGUE["RUL001"]]
        )
    ]
