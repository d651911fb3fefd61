"""DAT002 and DAT003: signed, in force, ended, in this order."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Participation
from coopmodel.model.parties import CountryParty
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

CL, PE, EC = (CountryParty(id=code.lower(), country=code) for code in ("CL", "PE", "EC"))
BR = CountryParty(id="br", country="BR", role="observer")
TWO = [CL, PE, BR]
THREE = [CL, PE, EC, BR]


def act(action: Any, date: str | None, party: str | None = None, effective: str | None = None) -> Participation:
    return Participation(action=action, date=date, party=party, effective=effective)


def signed(date: str | None, party: str | None = None) -> Participation:
    return act("signature", date, party)


def force(date: str | None, party: str | None = None) -> Participation:
    return act("entry-into-force", date, party)


def ended(date: str | None, party: str | None = None) -> Participation:
    return act("withdrawal" if party else "termination", date, party)


def found(code: str, *acts: Participation, parties: list[CountryParty] = TWO) -> list[Finding]:
    record = Agreement(id="a", revision=1, title={"en": "A"}, parties=parties, participation=acts)
    return [*check(record, rules=[CATALOGUE[code], CATALOGUE["RUL001"]])]


def test_one_finding_tells_the_whole_and_every_party() -> None:
    """The finding stands at the first entry into force that comes too early, and lists all of them in the order of the document."""
    entries = [force("2001-01-01", "cl"), force("2000"), force("2002", "pe"), force("2001", "br")]
    (finding,) = found("DAT002", signed("2001-06-01"), signed("2001-06-02", "cl"), *entries, parties=THREE)

    assert ("/participation/2/date", None, "warning") == (finding.pointer, finding.on, finding.severity)
    assert "in force before it was signed: cl (2001-01-01; signed 2001-06-02), the agreement (2000; signed 2001-06-01)" == finding.message()
    assert "en vigor antes de la firma: cl (2001-01-01; firma: 2001-06-02), el acuerdo (2000; firma: 2001-06-01)" == finding.message("es")
    assert (2, ("cl",), True) == tuple(finding.values[name] for name in ("count", "parties", "whole"))


def test_many_parties_are_one_finding() -> None:
    """A mistaken column gives one finding that names five and counts all, and says that the whole is not among them."""
    parties = [CountryParty(id=f"p-{number}", country="CL") for number in range(7)]
    (finding,) = found("DAT002", signed("2001"), *[force("2000", party.id) for party in parties], parties=parties)

    assert finding.message().endswith("p-4 (2000; signed 2001) (+2)")
    assert (7, False) == (finding.values["count"], finding.values["whole"])
    assert 7 == len(finding.values["parties"])


@pytest.mark.parametrize(
    ("signature", "entry", "count"),
    [
        ("2001-06-02", "2001-06-01", 1),
        ("2001-06-02", "2001-06-02", 0),
        ("2001-06", "2001", 0),
        ("2001-06", "2001-05", 1),
        ("2001", "2000~", 0),
        ("2001?", "2000", 0),
        (None, "2000", 0),
        ("2001", None, 0),
    ],
)
def test_only_a_certainly_earlier_entry_counts(signature: str | None, entry: str | None, count: int) -> None:
    """A treaty may enter into force on the day that it is signed; vague, marked and missing dates leave that possible."""
    assert count == len(found("DAT002", signed(signature), force(entry)))
    assert count == len(found("DAT002", force(entry, "cl"), signed(signature, "cl")))


def test_what_took_effect_counts_for_force_and_what_was_done_for_signature() -> None:
    """An entry into force counts from its effect; a signature from the day that it was put."""
    late = act("signature", "2001", effective="2005")

    assert [] == found("DAT002", late, act("entry-into-force", "2000", effective="2002"))
    assert ["/participation/1/effective"] == [
        one.pointer for one in found("DAT002", late, act("entry-into-force", "1999", effective="2000"))
    ]


def test_applied_provisionally_is_not_in_force() -> None:
    """Provisional application, adoption and consent may come before the signature that is recorded."""
    acts = [act(action, "2000") for action in ("provisional-application", "adoption", "ratification")]

    assert [] == found("DAT002", signed("2001"), *acts)


def test_of_two_parties_both_have_signed_before() -> None:
    """An agreement of two is not in force while one of them has not signed; of the other's date nothing need be known."""
    assert 1 == len(found("DAT002", signed("2001", "cl"), signed("2003", "pe"), force("2002")))
    assert 1 == len(found("DAT002", signed("2003", "cl"), signed("2001", "pe"), force("2002")))
    assert 1 == len(found("DAT002", signed(None, "cl"), signed("2003", "pe"), force("2002")))
    assert 1 == len(found("DAT002", signed("2003", "cl"), signed("2003-06", "pe"), force("2003-03")))
    assert [] == found("DAT002", signed("2001", "cl"), signed("2003~", "pe"), force("2002"))
    assert [] == found("DAT002", signed("2001", "cl"), signed("2002", "pe"), signed("2003", "br"), force("2002"))


def test_of_many_parties_the_first_counts() -> None:
    """Who signs later joins what is in force already; an unknown signature may have been the first; witnesses do not sign as parties."""
    assert [] == found("DAT002", signed("2001", "cl"), signed("2003", "pe"), force("2002"), parties=THREE)
    assert [] == found("DAT002", signed("2003", "cl"), signed(None, "pe"), force("2002"), parties=THREE)
    assert 1 == len(found("DAT002", signed("2004", "cl"), signed("2003", "pe"), signed("2001", "br"), force("2002"), parties=THREE))


def test_one_party_alone_signs_first_and_last() -> None:
    """A record of one party is not taken for one of two."""
    assert [] == found("DAT002", signed("2001", "cl"), signed("2003", "cl"), force("2002"), parties=[CL])
    assert 1 == len(found("DAT002", signed("2004", "cl"), signed("2003", "cl"), force("2002"), parties=[CL]))


def test_the_signature_of_the_whole_goes_before_those_of_the_parties() -> None:
    """Where the record says when the agreement was signed, single signatures are not asked; of two such dates the first counts."""
    assert [] == found("DAT002", signed("2001"), signed("2003", "pe"), force("2002"))
    assert [] == found("DAT002", signed("2001"), signed("2003"), force("2002"))
    assert [] == found("DAT002", signed(None), signed("2003", "pe"), force("2002"))


def test_a_party_is_compared_with_its_own_signature() -> None:
    """A party's entry into force is judged by its own signatures, where it has none by that of the whole, and not by others'."""
    assert [("pe",)] == [
        one.values["parties"]
        for one in found("DAT002", signed("2001", "cl"), signed("2003", "pe"), force("2002", "cl"), force("2002", "pe"))
    ]
    assert [("pe",)] == [one.values["parties"] for one in found("DAT002", signed("2003"), signed("2001", "cl"), force("2002", "pe"))]
    assert [] == found("DAT002", signed("2003"), signed("2001", "cl"), force("2002", "cl"))
    assert [] == found("DAT002", signed("2003", "cl"), force("2002", "pe"))
    assert [] == found("DAT002", signed("2003"), signed(None, "cl"), force("2002", "cl"))


def test_any_early_entry_counts_and_is_told_once() -> None:
    """Of several entries into force the first that comes too early is told; undated ones are passed over."""
    (finding,) = found("DAT002", signed("2003"), force(None), force("2004"), force("2002"), force("2001"))

    assert ("/participation/3/date", 1) == (finding.pointer, finding.values["count"])


def test_an_end_before_the_beginning_is_told_with_both_dates() -> None:
    """The finding stands at the end; the whole and a party's withdrawal are told together."""
    acts = [force("2012-07-01", "cl"), ended("2002", "cl"), force("2013"), ended("2011-07-01")]
    (finding,) = found("DAT003", *acts)

    assert "error" == finding.severity
    assert "/participation/1/date" == finding.pointer
    assert "ended before it was in force: cl (2002; in force 2012-07-01), the agreement (2011-07-01; in force 2013)" == finding.message()
    assert (
        "terminado antes de entrar en vigor: cl (2002; en vigor: 2012-07-01), el acuerdo (2011-07-01; en vigor: 2013)"
        == finding.message("es")
    )
    assert (2, ("cl",), True) == tuple(finding.values[name] for name in ("count", "parties", "whole"))


@pytest.mark.parametrize(
    ("end", "entry", "count"),
    [
        ("2012-06-30", "2012-07-01", 1),
        ("2012-07-01", "2012-07-01", 0),
        ("2012", "2012-07-01", 0),
        ("2012-06", "2012-07", 1),
        ("2011~", "2012", 0),
        ("2011", "2012?", 0),
        (None, "2012", 0),
        ("2011", None, 0),
    ],
)
def test_only_a_certainly_earlier_end_counts(end: str | None, entry: str | None, count: int) -> None:
    """What ended on its first day was in force that day; vague, marked and missing dates leave it possible."""
    assert count == len(found("DAT003", ended(end), force(entry)))
    assert count == len(found("DAT003", force(entry, "cl"), ended(end, "cl")))


def test_the_day_of_effect_counts() -> None:
    """A denunciation that was made before and took effect after the entry into force is no finding."""
    assert [] == found("DAT003", force("2012"), act("termination", "2011", effective="2013"))
    assert 1 == len(found("DAT003", act("entry-into-force", "2010", effective="2012"), ended("2011")))


@pytest.mark.parametrize("action", ["termination", "withdrawal"])
def test_termination_and_withdrawal_are_ends_and_suspension_is_none(action: Any) -> None:
    """Both end an agreement, for the whole and for a party; what is suspended goes on."""
    assert 1 == len(found("DAT003", act(action, "2011"), force("2012")))
    assert 1 == len(found("DAT003", act(action, "2011", "cl"), force("2012", "cl")))
    assert [] == found("DAT003", act("suspension", "2011"), force("2012"))


def test_what_ended_may_be_revived() -> None:
    """An end after the first entry into force is no slip, nor is one that may be; of an undated entry nobody knows."""
    assert [] == found("DAT003", force("2000"), ended("2011"), force("2012"))
    assert [] == found("DAT003", force(None), ended("2011"), force("2012"))
    assert [] == found("DAT003", force("2000"), ended("2011"), force("2012"), force("2013", "cl"))


def test_nobody_joins_what_has_ended() -> None:
    """The end of the whole comes after every party's entry into force."""
    (finding,) = found("DAT003", force("2000"), force("2000", "cl"), force("2012", "pe"), ended("2011"))

    assert (("pe",), False) == (finding.values["parties"], finding.values["whole"])
    assert "ended before it was in force: pe (2011; in force 2012)" == finding.message()
    assert "/participation/3/date" == finding.pointer


def test_of_a_slip_in_the_whole_the_parties_are_not_told_again() -> None:
    """Where the end lies before the whole's entry into force, the parties' dates say the same."""
    (finding,) = found("DAT003", force("2012"), force("2012", "cl"), ended("2011"))

    assert (1, True) == (finding.values["count"], finding.values["whole"])


def test_a_signatory_may_leave_before_it_begins() -> None:
    """A party's withdrawal is not compared with the entry into force of the whole, nor with another party's."""
    assert [] == found("DAT003", force("2012"), ended("2011", "cl"), force("2012", "pe"))


@pytest.mark.parametrize("action", ["signature", "ratification", "acceptance", "approval", "accession", "succession"])
def test_a_party_may_come_back(action: Any) -> None:
    """Who withdrew, consented again and is bound again has ended nothing before it began; consent before the withdrawal is another case."""
    assert [] == found("DAT003", ended("1984", "cl"), act(action, "2003", "cl"), force("2003", "cl"))
    assert [] == found("DAT003", ended("1984-02", "cl"), act(action, "1984", "cl"), force("2003", "cl"))
    assert 1 == len(found("DAT003", act(action, "1970", "cl"), ended("1984", "cl"), force("2003", "cl")))
    assert 1 == len(found("DAT003", ended("1984", "cl"), act(action, "2003", "pe"), force("2003", "cl")))
    assert 1 == len(found("DAT003", ended("1984"), act(action, "2003"), force("2003")))


def test_the_end_of_the_whole_counts_also_for_one_who_came_back() -> None:
    """Coming back to an agreement that ended is a slip all the same."""
    (finding,) = found("DAT003", ended("1984", "cl"), act("accession", "2003", "cl"), force("2003", "cl"), ended("1990"))

    assert "ended before it was in force: cl (1990; in force 2003)" == finding.message()


def test_a_party_is_told_once_by_its_own_end() -> None:
    """Where a party's withdrawal and the end of the whole both come too early the withdrawal is told."""
    (finding,) = found("DAT003", ended("1990"), ended("1995", "cl"), force("2003", "cl"))

    assert "ended before it was in force: cl (1995; in force 2003)" == finding.message()


def test_of_several_ends_the_first_is_told() -> None:
    """The end whose last day is the earliest counts; marked ones are passed over."""
    acts = [ended("2009~"), ended("2011"), ended("2010-12"), ended("2010-06")]
    (finding,) = found("DAT003", *acts, force("2012"))

    assert "/participation/3/date" == finding.pointer
    assert 1 == len(found("DAT003", ended("2010"), ended("2010-06"), force("2010-08")))


@pytest.mark.parametrize("code", ["DAT002", "DAT003"])
def test_without_acts_there_is_nothing_to_compare(code: str) -> None:
    """A record without acts of participation, or with parties that are not there, yields nothing."""
    assert [] == found(code)
    assert [] == found(code, force("2000"), parties=[])
    assert [] == found(code, signed("2001", "cl"), force("2002", "cl"))
