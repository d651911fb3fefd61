"""OBL001 to OBL003: how firm a promise is, what its words allow, and what its kind has."""

from typing import Any, get_args

import pytest

from coopmodel.codes.verbs import Firmest, firmest
from coopmodel.codes.words import COMMITMENT_KINDS, INSTRUMENTS, Strength
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Source
from coopmodel.rules import obligations
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.quantities import Money

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
SOURCES = [Source(id="s", kind="news", language="en"), Source(id="es", kind="news", language="es-CL"), Source(id="x", kind="news")]


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def found(code: str, *commitments: Commitment, **members: Any) -> list[Finding]:
    record = agreement(commitments=commitments, sources=SOURCES, **members)
    return [*check(record, rules=[CATALOGUE[code], CATALOGUE["RUL001"]])]


def promise(*quotations: str | Citation, name: str = "c", **members: Any) -> Commitment:
    evidence = [Citation(source="s", exact=one) if isinstance(one, str) else one for one in quotations]
    return Commitment(id=name, statement={"en": "C"}, evidence=evidence, **members)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_only_what_binds_nobody_is_reproached_for_binding(instrument: str) -> None:
    """Announcements, joint declarations and meeting records bind nobody; every other instrument may, and so may an unknown one."""
    expected = ["/instrument"] if instrument in {"announcement", "joint-declaration", "meeting-record"} else []

    assert expected == [finding.pointer for finding in found("OBL001", promise(strength="binding"), instrument=instrument)]
    assert [] == found("OBL001", promise(strength="binding"), instrument=f"acme:{instrument}")
    assert [] == found("OBL001", promise(strength="binding"))


@pytest.mark.parametrize(
    ("instrument", "en", "es"),
    [
        ("announcement", "an announcement", "un anuncio"),
        ("joint-declaration", "a joint declaration", "una declaración conjunta"),
        ("meeting-record", "a meeting record", "un acta de reunión"),
    ],
)
def test_one_finding_names_all_that_is_binding(instrument: str, en: str, es: str) -> None:
    """The commitments recorded as binding are told together, in order, with the first words of each; weaker ones are not."""
    firm = [promise("shall", "must", name=name, strength="binding") for name in ("c", "d")]
    (finding,) = found("OBL001", *firm, promise(name="e", strength="agreed"), promise(name="f"), instrument=instrument)

    assert f"{en} binds nobody; recorded as binding: c, d" == finding.message("en")
    assert f"{es} no obliga a nadie; figura como vinculante: c, d" == finding.message("es")
    assert (instrument, ("c", "d")) == (finding.values["instrument"], finding.values["commitments"])
    assert ["shall", "shall"] == [citation.exact for citation in finding.evidence]
    assert finding.on is None


def test_an_obligation_of_another_record_may_be_recalled() -> None:
    """A declaration may recall what a treaty binds to; taking up a commitment of the same record is no such thing."""
    recalled = promise(strength="binding", continues=["treaty#patrols"])

    assert [] == found("OBL001", recalled, instrument="announcement")
    assert [] == found("OBL002", promise("They agreed", strength="binding", continues=["treaty#patrols"]), instrument="announcement")
    assert 1 == len(found("OBL001", promise(strength="binding", continues=["d"]), promise(name="d"), instrument="announcement"))


SPOKEN: dict[Strength, str] = {
    "interest": "They welcomed it",
    "intended": "They intend it",
    "announced": "They announced it",
    "agreed": "They agreed it",
    "binding": "They shall do it",
}


@pytest.mark.parametrize("recorded", get_args(Strength))
@pytest.mark.parametrize("spoken", get_args(Strength))
def test_nothing_is_firmer_than_its_words(recorded: Strength, spoken: Strength) -> None:
    """In an action plan each strength above that of the words is told, with a repair; one at or below it is not."""
    order = get_args(Strength)
    findings = found("OBL002", promise(SPOKEN[spoken], strength=recorded), instrument="action-plan")

    assert [spoken] * (order.index(recorded) > order.index(spoken)) == [finding.values["supported"] for finding in findings]
    for finding in findings:
        assert ("/commitments/0/strength", "c", recorded) == (finding.pointer, finding.on, finding.values["strength"])
        assert ({"op": "replace", "path": "/commitments/0/strength", "value": spoken},) == finding.repair


def test_the_words_are_told_in_both_languages() -> None:
    """The message names the strengths in the reader's language, and the verb as the text has it."""
    passed_over = [promise(name="e"), promise(strength="agreed"), promise("They announced it", name="f", strength="binding")]
    finding = found("OBL002", *passed_over, promise("They  met", "They intend\nto meet", name="d", strength="agreed"))[0]

    assert "'d' is recorded as agreed; its firmest words, “intend”, support intended at most" == finding.message("en")
    assert "'d' figura como acordado; sus palabras más firmes, «intend», admiten a lo sumo intención" == finding.message("es")
    assert ("/commitments/3/strength", "d", "intend") == (finding.pointer, finding.values["commitment"], finding.values["words"])


@pytest.mark.parametrize(
    "commitment",
    [
        promise("They met", strength="agreed"),
        promise(strength="agreed"),
        promise("They welcomed it"),
        promise("They intend it", "The Parties have agreed:", strength="agreed"),
        promise("The Parties have agreed:", "They intend it", strength="agreed"),
        promise("They intend it", Citation(source="s", locator="p. 4"), strength="agreed"),
        promise("They intend it", Citation(source="nowhere", exact="They met"), strength="agreed"),
        promise("They intend it", Citation(source="x", exact="They met"), strength="agreed"),
    ],
)
def test_nothing_is_said_where_firmer_words_may_stand(commitment: Commitment) -> None:
    """No known verb, no strength, a firmer verb in a heading, a citation without words or in an unknown language: no finding."""
    assert [] == found("OBL002", commitment)


@pytest.mark.parametrize("quotations", [("They welcomed it", "They intend it"), ("They intend it", "They welcomed it")])
def test_of_words_that_are_not_firm_enough_the_firmest_count(quotations: tuple[str, str]) -> None:
    """What the quotations support together is what the firmest of them supports, in whatever order they stand."""
    (finding,) = found("OBL002", promise(*quotations, strength="agreed"))

    assert ("intended", "intend") == (finding.values["supported"], finding.values["words"])


def test_nothing_is_read_that_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is only an interest cannot be firmer than its words, and behind words that are firm enough no others are looked at."""
    read: list[str] = []

    def reading(text: str, language: str, enough: Strength) -> Firmest | None:
        read.append(text)
        return firmest(text, language, enough)

    monkeypatch.setattr(obligations, "firmest", reading)
    firm = promise("They intend it", "They agreed", "They shall do it", name="d", strength="agreed")

    assert [] == found("OBL002", promise("They welcomed it", strength="interest"), firm)
    assert ["They intend it", "They agreed"] == read


def test_each_quotation_is_read_in_its_own_language() -> None:
    """A Spanish source is read by the Spanish ladder, whatever the other citations are in."""
    spanish = Citation(source="es", exact="Las partes acordaron patrullar")

    assert [] == found("OBL002", promise("They intend it", spanish, strength="agreed"))
    (finding,) = found("OBL002", promise("They met", Citation(source="es", exact="Saludaron el plan"), strength="agreed"))
    assert "Saludaron" == finding.values["words"]


@pytest.mark.parametrize(("languages", "count"), [(["es", "en"], 1), (["en-GB"], 1), (["es"], 0), (["en", "pt"], 0), ([], 0)])
def test_a_source_of_unknown_language_is_read_in_the_authentic_ones(languages: list[str], count: int) -> None:
    """Where the source does not say, the agreement's languages are tried, if all of them can be read; a dangling source is no different."""
    for source in ("x", "c"):
        commitment = promise(Citation(source=source, exact="They intend it"), strength="agreed")

        assert count == len(found("OBL002", commitment, authentic_languages=languages))


@pytest.mark.parametrize("instrument", ["treaty", "agreement", "memorandum-of-understanding", "protocol", "exchange-of-notes", "amendment"])
def test_in_what_may_bind_any_promise_does(instrument: str) -> None:
    """*Las partes cooperarán* is an obligation in a treaty, and so is whatever it agrees or announces; intentions stay intentions."""
    cooperate = Citation(source="es", exact="La comisión se reunirá cada año")

    assert [] == found("OBL002", promise(cooperate, strength="binding"), promise(cooperate, strength="agreed"), instrument=instrument)
    assert ["intended"] == [
        one.values["supported"] for one in found("OBL002", promise("They intend it", strength="binding"), instrument=instrument)
    ]


@pytest.mark.parametrize(("instrument", "count"), [(None, 0), ("acme:pact", 0), ("action-plan", 1), ("joint-declaration", 0)])
def test_binding_words_are_asked_for_where_nothing_else_binds(instrument: str | None, count: int) -> None:
    """What an unknown instrument agrees may bind by it, and OBL001 alone judges what cannot bind; an action plan binds by its words."""
    assert count == len(found("OBL002", promise("They agreed it", strength="binding"), instrument=instrument))


def test_what_cannot_bind_is_told_once() -> None:
    """Where OBL001 tells that nothing binds, the words are not told too, however weak."""
    assert [] == found("OBL002", promise("They intend it", strength="binding"), instrument="announcement")


def test_an_unknown_instrument_makes_no_agreement_of_an_announcement() -> None:
    """Only obligations are read into an unknown instrument."""
    assert 1 == len(found("OBL002", promise("They announced it", strength="agreed")))
    assert 1 == len(found("OBL002", promise("They announced it", strength="agreed"), instrument="joint-declaration"))
    assert 1 == len(found("OBL002", promise("They intend it", strength="binding")))


MEMBERS: dict[str, Any] = {
    "meeting": "m",
    "permanence": "permanent",
    "immediacy": "real-time",
    "purposes": ["patrol"],
    "destinations": ["origin"],
}
GOES: dict[str, set[str]] = {
    "meeting": {"meeting", "mechanism", "information-exchange", "joint-operation", "capacity-building", "public-policy"},
    "permanence": {"information-exchange"},
    "immediacy": {"information-exchange"},
    "purposes": {"joint-operation"},
    "destinations": {"assisted-return"},
}


@pytest.mark.parametrize("kind", COMMITMENT_KINDS)
@pytest.mark.parametrize("member", MEMBERS)
def test_a_member_goes_with_its_kinds(member: str, kind: str) -> None:
    """Each member is in place with its kinds and told with every other one; a kind of one's own, or none, has what it likes."""
    value = {member: MEMBERS[member]}
    pointers = [finding.pointer for finding in found("OBL003", promise(kind=kind, **value), meetings=[Meeting(id="m")])]

    assert [f"/commitments/0/{member}"] * (kind not in GOES[member]) == pointers
    assert [] == found("OBL003", promise(kind="acme:own", **value), promise(**value))


@pytest.mark.parametrize("kind", COMMITMENT_KINDS)
def test_what_may_go_with_anything_is_never_told(kind: str) -> None:
    """A mechanism, an instrument and money may go with any kind, and every kind may have none of the members."""
    money = Money(amount="1", currency="USD")

    assert [] == found("OBL003", promise(kind=kind, mechanism="t", instrument="protocol", money=money), promise(kind=kind))


def test_one_finding_tells_all_members_of_a_commitment() -> None:
    """The members that are out of place are told together, at the first of them, with the kinds that they go with."""
    odd = promise(name="odd", kind="financing", permanence="permanent", destinations=["origin"], purposes=["patrol"])
    finding, other = found("OBL003", promise(name="ok"), odd, promise(kind="instrument", meeting="m"))

    assert ("/commitments/1/permanence", "odd") == (finding.pointer, finding.on)
    assert ("odd", "financing") == (finding.values["commitment"], finding.values["kind"])
    assert ("permanence", "purposes", "destinations") == finding.values["members"]
    assert (
        "'odd' is of the kind 'financing', with members that go with others "
        "(permanence: information-exchange; purposes: joint-operation; destinations: assisted-return)"
    ) == finding.message("en")
    assert finding.message("es").startswith("'odd' es de tipo 'financing', con campos propios de otros tipos (permanence: ")
    assert other.message().endswith(
        "(meeting: meeting, mechanism, information-exchange, joint-operation, capacity-building, public-policy)"
    )
