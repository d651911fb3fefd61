"""STS001 and STS002: the status that an agreement declares, and the acts that bear it out."""

from datetime import date
from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.meetings import Participation
from coopmodel.model.parties import CountryParty
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding, Findings

CL, PE, EC = (CountryParty(id=code.lower(), country=code) for code in ("CL", "PE", "EC"))
BR = CountryParty(id="br", country="BR", role="observer")
TODAY = date(2026, 11, 23)


def act(action: Any, day: str | None = None, party: str | None = None, **members: Any) -> Participation:
    return Participation(action=action, date=day, party=party, **members)


def judged(code: str, *acts: Participation, as_of: date | None = TODAY, **members: Any) -> Findings:
    base: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": [CL, PE, BR], "status": "in-force"}
    return check(Agreement(**(base | members), participation=acts), as_of=as_of, rules=[CATALOGUE[code], CATALOGUE["RUL001"]])


def found(code: str, *acts: Participation, **members: Any) -> list[Finding]:
    return [*judged(code, *acts, **members)]


def test_in_force_without_a_date_is_told_at_the_status() -> None:
    """The finding stands at the status, in both languages."""
    (finding,) = found("STS001", act("signature", "2001"), as_of=None)

    assert ("/status", None, "info") == (finding.pointer, finding.on, finding.severity)
    assert "the status says in force, and no entry into force has a date" == finding.message()
    assert "el estado declarado es vigente, y no consta la fecha de entrada en vigor" == finding.message("es")
    assert {"status": "in-force"} == finding.values


@pytest.mark.parametrize(
    "entries",
    [
        [act("entry-into-force", "2001~")],
        [act("entry-into-force", effective="2001")],
        [act("entry-into-force"), act("entry-into-force", "2001", "pe")],
        [act("entry-into-force", "2001", "pe"), act("entry-into-force", None, "pe")],
    ],
)
def test_any_date_of_entry_into_force_is_enough(entries: list[Participation]) -> None:
    """Vague dates count, and those of one party."""
    assert [] == found("STS001", *entries)


def test_an_entry_without_a_date_is_not_enough() -> None:
    """That it entered into force says no more than the status; applied provisionally is something else."""
    assert 1 == len(found("STS001", act("entry-into-force"), act("entry-into-force", None, "pe"), act("provisional-application", "2001")))


@pytest.mark.parametrize("status", [None, "signed", "not-in-force", "suspended", "terminated"])
@pytest.mark.parametrize("code", ["STS001", "STS002"])
def test_only_the_status_in_force_is_asked(code: str, status: Any) -> None:
    """Of any other status, and of none, nothing follows."""
    assert [] == found(code, act("termination", "2001"), status=status)


def test_an_end_that_has_passed_is_told_with_its_words() -> None:
    """The finding stands at the status and shows the words of the act that ended the agreement."""
    words = [Citation(source="gazette")]
    (finding,) = found("STS002", act("entry-into-force", "2001"), act("termination", "2010", effective="2010-06", evidence=words))

    assert ("/status", "warning", tuple(words)) == (finding.pointer, finding.severity, finding.evidence)
    assert "the agreement ended on 2010-06; as of 2026-11-23 the status still says in force" == finding.message()
    assert "el acuerdo terminó el 2010-06; al 2026-11-23 el estado declarado sigue siendo vigente" == finding.message("es")
    assert ("2010-06", "2026-11-23") == (finding.values["end"], finding.values["as_of"])


@pytest.mark.parametrize(
    ("end", "count"),
    [("2026-11-22", 1), ("2026-11-23", 0), ("2026-10", 1), ("2026-11", 0), ("2026", 0), ("2020~", 0), (None, 0), ("2030", 0)],
)
def test_an_end_has_passed_after_its_last_day(end: str | None, count: int) -> None:
    """On its last day it is still in force; a vague, marked, missing or coming end has not certainly passed."""
    assert count == len(found("STS002", act("termination", end)))
    assert count == len(found("STS002", act("withdrawal", end, "pe")))


def test_withdrawal_from_the_whole_is_an_end_and_suspension_is_none() -> None:
    """Termination and withdrawal without a party end the agreement."""
    assert 1 == len(found("STS002", act("withdrawal", "2010"), parties=[]))
    assert [] == found("STS002", act("suspension", "2010"))


def test_what_was_put_in_force_again_has_not_ended() -> None:
    """An entry into force that comes after the end, or may, revives the agreement; a party's own does not."""
    assert [] == found("STS002", act("termination", "2010"), act("entry-into-force", "2012"))
    assert [] == found("STS002", act("entry-into-force", "2001"), act("termination", "2010-06"), act("entry-into-force", "2010"))
    assert 1 == len(found("STS002", act("termination", "2010"), act("entry-into-force", "2012", "cl")))


def test_a_later_end_that_is_to_come_tells_of_a_prolongation() -> None:
    """Of several ends all must have passed, and the last is told; one without a date says nothing."""
    assert [] == found("STS002", act("termination", "2010"), act("termination", "2030"))
    assert [] == found("STS002", act("termination", "2010"), act("termination", "2020~"))
    (finding,) = found(
        "STS002", act("termination", "2010"), act("termination", "2020-12"), act("termination", "2020-06"), act("termination")
    )

    assert "2020-12" == finding.values["end"]
    assert ["2020"] == [one.values["end"] for one in found("STS002", act("termination", "2020"), act("termination", "2020-06"))]


def test_one_withdrawal_ends_an_agreement_of_two() -> None:
    """Without one of two parties nothing is agreed any more; observers are no parties."""
    words = [Citation(source="gazette")]
    (finding,) = found(
        "STS002", act("ratification", "2001", "pe"), act("withdrawal", "2010", "pe", evidence=words), act("withdrawal", "2012", "br")
    )

    assert "fewer than two parties are left, without pe (2010); as of 2026-11-23 the status still says in force" == finding.message()
    assert "quedan menos de dos partes, sin pe (2010); al 2026-11-23 el estado declarado sigue siendo vigente" == finding.message("es")
    assert ("/status", "warning") == (finding.pointer, finding.severity)
    assert (("pe",), tuple(words), "2026-11-23") == (finding.values["left"], finding.evidence, finding.values["as_of"])


def test_one_withdrawal_does_not_end_an_agreement_of_many() -> None:
    """Two that are left go on; when the last but one has gone all who went are told, each with its words."""
    one, two = (Citation(source=source) for source in ("gazette", "register"))
    first, second = act("withdrawal", "2010", "ec", evidence=[one]), act("termination", "2011", "cl", evidence=[two])

    assert [] == found("STS002", first, parties=[CL, PE, EC])
    (finding,) = found("STS002", first, second, parties=[CL, PE, EC])

    assert "fewer than two parties are left, without cl (2011), ec (2010)" == finding.message().partition(";")[0]
    assert (two, one) == finding.evidence
    assert 1 == len(found("STS002", first, second, act("withdrawal", "2012", "pe"), parties=[CL, PE, EC]))


def test_a_withdrawal_from_outside_ends_nothing() -> None:
    """An observer that leaves, or one who is no party to the record, was not bound."""
    assert [] == found("STS002", act("withdrawal", "2010", "br"), act("withdrawal", "2010", "gone"))


@pytest.mark.parametrize("parties", [[], [PE], [PE, BR], [PE, PE]])
def test_where_fewer_than_two_are_recorded_nobody_knows_who_is_left(parties: list[CountryParty]) -> None:
    """A record that names one party may lack the others."""
    assert [] == found("STS002", act("withdrawal", "2010", "pe"), parties=parties)


@pytest.mark.parametrize("action", ["entry-into-force", "accession", "ratification", "signature"])
def test_a_party_that_may_have_come_back_is_not_gone(action: Any) -> None:
    """Consent, or entry into force for the party, after its withdrawal brings it back; before it does not."""
    assert [] == found("STS002", act("withdrawal", "2010", "pe"), act(action, "2012", "pe"))
    assert [] == found("STS002", act("withdrawal", "2010-06", "pe"), act(action, "2010", "pe"))
    assert 1 == len(found("STS002", act("withdrawal", "2010", "pe"), act(action, "2009", "pe"), act(action, "2012", "cl")))


def test_an_end_of_the_whole_is_told_before_the_parties() -> None:
    """One finding says that it ended; who withdrew before is not told again. Where the whole was revived the parties still count."""
    (finding,) = found("STS002", act("withdrawal", "2005", "pe"), act("termination", "2010"))

    assert "2010" == finding.values["end"]
    acts = [act("termination", "2000"), act("entry-into-force", "2001"), act("withdrawal", "2005", "pe")]
    assert [("pe",)] == [one.values["left"] for one in found("STS002", *acts)]


def test_without_a_day_the_rule_is_left_out() -> None:
    """Nothing reads the clock: without a day to judge by STS002 is skipped, and says so."""
    findings = judged("STS002", act("termination", "2010"), as_of=None)

    assert [] == list(findings)
    assert [("STS002", "as_of")] == [(skipped.code, skipped.needs) for skipped in findings.skipped]
