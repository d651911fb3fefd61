"""DAT004 and DAT005: dates that lean on other events."""

from typing import Any

import attrs
import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import CountryParty
from coopmodel.model.statements import Report
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.rules.timings import spelt
from coopmodel.values.bounds import Bounds
from coopmodel.values.periods import Period
from coopmodel.values.timing import Timing

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}


def found(code: str, **members: Any) -> list[Finding]:
    return [*check(Agreement(**(BASE | members)), rules=[CATALOGUE[code], CATALOGUE["RUL001"]])]


def promise(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, **members)


def meeting(name: str = "m", date: str | Timing | None = None, **members: Any) -> Meeting:
    return Meeting(id=name, date=date, **members)


def step(name: str, **members: Any) -> Milestone:
    return Milestone(id=name, title={"en": name}, **members)


def after(anchor: str, offset: str | None = None) -> Timing:
    return Timing(anchor=anchor, offset=offset)


@pytest.mark.parametrize(
    ("date", "due", "count"),
    [
        ("2024-05-02", "2024-05-01", 1),
        ("2024-05-02", "2024-05-02", 0),
        ("2024-05-02", "2024-04", 1),
        ("2024-05-02", "2024-05", 0),
        ("2024-05-02", "2024", 0),
        ("2024-05-02/2024-05-04", "2024-05-03", 0),
        ("2024-05-02", "2020/2023", 1),
        ("2024-05-02", "2020/..", 0),
        ("2024-05-02", "2020/", 0),
        ("2024-05-02", "2023~", 0),
        ("2024-05-02?", "2023", 0),
        (None, "2023", 0),
        ("2024-05-02", None, 0),
        ("2024-05-02", after("m", "-P1D"), 1),
        ("2024-05-02", after("m"), 0),
        ("2024-05-02", after("signature"), 0),
    ],
)
def test_only_what_is_certainly_due_before_is_told(date: str | None, due: Any, count: int) -> None:
    """The whole window must lie before the meeting; what vague, open, marked and unknown dates leave possible is no finding."""
    assert count == len(found("DAT004", meetings=[meeting(date=date, status="held")], commitments=[promise(due=due)]))


def test_every_promise_is_told_at_its_due_date() -> None:
    """Each promise has a finding that names the date, the meeting and its date, in both languages."""
    meetings = [meeting("first", "2020-41", status="held"), meeting("second", "2024-05", status="held")]
    commitments = [
        promise("nowhere", made_at="gone", due="2019"),
        promise("whenever", made_at="second"),
        promise("a", made_at="second", due="2023"),
        promise("b", made_at="first", due="2023"),
        promise("d", made_at="second", due=after("second", "-P2M")),
    ]
    first, second = found("DAT004", meetings=meetings, commitments=commitments)

    assert ("/commitments/2/due", "a", "warning") == (first.pointer, first.on, first.severity)
    assert "a is due 2023, before the meeting where it was promised: second (2024-05)" == first.message()
    assert "a vence el 2023, antes de la reunión en que se asumió: second (2024-05)" == first.message("es")
    assert {"commitment": "a", "due": "2023", "meeting": "second", "date": "2024-05"} == first.values
    assert ("/commitments/4/due", "2024-03-01/2024-03-31") == (second.pointer, second.values["due"])


def test_a_promised_meeting_counts_with_its_date() -> None:
    """A commitment to meet is due with the meeting that it promises; unknown ones, and its own, are no finding."""
    meetings = [meeting("held", "2024-05-02", status="held"), meeting("next", "2023-06-01"), meeting("own", after("held", "P1Y"))]
    names = ["next", "held", "own", "gone"]
    commitments = [promise(f"to-{name}", meeting=name) for name in names]
    (finding,) = found("DAT004", meetings=meetings, commitments=commitments)

    assert ("/commitments/0/meeting", "2023-06-01") == (finding.pointer, finding.values["due"])


def test_a_meeting_counted_from_another_event_is_told_in_days() -> None:
    """The date of a meeting that is relative is worked out."""
    meetings = [meeting("m", after("opening", "P1M")), meeting("opening", "2024-05-02")]
    (finding,) = found("DAT004", meetings=meetings, commitments=[promise(made_at="m", due="2024-05")])

    assert "2024-06-02" == finding.values["date"]
    assert [] == found("DAT004", meetings=[meeting("m", after("signature"))], commitments=[promise(made_at="m", due="2024-05")])


def test_where_no_meeting_is_known_nothing_is_early() -> None:
    """Of two meetings that were held nobody knows at which it was promised; an unknown one is told elsewhere."""
    meetings = [meeting("m", "2024", status="held"), meeting("n", "2024", status="held")]

    assert [] == found("DAT004", meetings=meetings, commitments=[promise(due="2020"), promise("d", due="2020", made_at="gone")])


def test_of_two_promises_with_one_id_the_first_counts() -> None:
    """A repeated id is told elsewhere, also where another kind of entity bears it."""
    meetings = [meeting("m", "2024", status="held")]
    party = CountryParty(id="c", country="CL")

    assert [] == found("DAT004", meetings=meetings, commitments=[promise(due="2025"), promise(due="2020")])
    assert [] == found("DAT004", meetings=meetings, commitments=[promise(due="2020")], parties=[party])


@pytest.mark.parametrize(
    ("timing", "text"),
    [
        (Timing("2024-41"), "2024-41"),
        (Timing("2024/.."), "2024/.."),
        (after("m"), "2024-01-01/2024-12-31"),
    ],
)
def test_a_date_is_spelt_as_its_source_has_it(timing: Timing, text: str) -> None:
    """Only what is counted from another event is worked out, since nobody could read it."""
    assert text == spelt(timing, Period("2024-01/2024-12").bounds)


def test_days_that_are_worked_out_may_be_one_or_open() -> None:
    """One day is told as one, and an end that is not known as open."""
    day = Timing("2024-05-02").bounds.earliest

    assert "2024-05-02" == spelt(after("m"), Bounds(day, day))
    assert "2024-05-02/.." == spelt(after("m"), Bounds(day, None))
    assert "../2024-05-02" == spelt(after("m"), Bounds(None, day))


def test_one_finding_tells_all_that_is_counted_from_an_undated_event() -> None:
    """The event at the root is named, where it stands, with everything whose date hangs on it, also by way of another event."""
    meetings = [meeting("opening"), meeting("m", after("opening", "P1M"))]
    roadmap = [step("s", due=after("m")), step("t", meeting="m"), step("u", due=after("t", "P1D"))]
    commitments = [promise("c", due=after("opening")), promise("d", due="2024")]
    reports = [Report(id="r", text={"en": "R"}, due=after("s"))]
    (finding,) = found("DAT005", meetings=meetings, roadmap=roadmap, commitments=commitments, reports=reports)

    assert ("/meetings/0", "opening", "info") == (finding.pointer, finding.on, finding.severity)
    assert "opening has no date; dates that depend on it: 5 (m, c, s, u, r)" == finding.message()
    assert "opening no tiene fecha; fechas que dependen de ello: 5 (m, c, s, u, r)" == finding.message("es")
    assert ("opening", "no-date", 5, ("m", "c", "s", "u", "r")) == tuple(
        finding.values[name] for name in ("anchor", "reason", "count", "members")
    )


@pytest.mark.parametrize(
    ("word", "en", "es"),
    [
        ("signature", "the signature", "la firma"),
        ("adoption", "the adoption", "la adopción"),
        ("entry-into-force", "the entry into force", "la entrada en vigor"),
    ],
)
def test_an_event_of_the_agreement_is_named_in_words(word: str, en: str, es: str) -> None:
    """An act of the agreement has no entity: the finding stands where the first date is counted from it."""
    (finding,) = found("DAT005", commitments=[promise(due="2024"), promise("d", due=after(word)), promise("e", due=after(word, "P1D"))])

    assert ("/commitments/1/due/anchor", "d", word) == (finding.pointer, finding.on, finding.values["anchor"])
    assert f"{en} has no date; dates that depend on it: 2 (d, e)" == finding.message()
    assert f"{es} no tiene fecha; fechas que dependen de ello: 2 (d, e)" == finding.message("es")


def test_an_entity_named_like_an_act_is_no_act() -> None:
    """Only the three reserved words stand for acts of the agreement."""
    (finding,) = found("DAT005", meetings=[meeting("withdrawal")], commitments=[promise(due=after("withdrawal"))])

    assert finding.message("es").startswith("withdrawal no tiene fecha;")


def test_a_signature_has_a_date_when_all_have_signed() -> None:
    """While one party's signature is not known nothing counted from it has a date."""
    parties = [CountryParty(id="cl", country="CL"), CountryParty(id="pe", country="PE")]
    signed = [Participation(action="signature", party=party, date="2024") for party in ("cl", "pe")]
    commitments = [promise(due=after("signature"))]

    assert 1 == len(found("DAT005", parties=parties, participation=signed[:1], commitments=commitments))
    assert [] == found("DAT005", parties=parties, participation=signed, commitments=commitments)


def test_events_that_wait_for_each_other_are_told_as_one_circle() -> None:
    """A circle is one finding, at the event in it that comes first; what hangs on the circle is counted with it."""
    meetings = [meeting("outside", after("b")), meeting("a", after("s"))]
    roadmap = [step("b", meeting="a"), step("s", due=after("b", "P1D"))]
    (finding,) = found("DAT005", meetings=meetings, roadmap=roadmap, commitments=[promise(due=after("outside"))])

    assert ("/meetings/1", "a", "cycle") == (finding.pointer, finding.values["anchor"], finding.values["reason"])
    assert "dates wait for each other (a → s → b → a); dates that depend on it: 4 (outside, a, c, s)" == finding.message()
    assert "hay fechas que dependen unas de otras (a → s → b → a); fechas que dependen de ello: 4 (outside, a, c, s)" == finding.message(
        "es"
    )


def test_each_circle_has_a_finding_of_its_own() -> None:
    """An event that waits for itself is the shortest circle; long ones are cut in the message."""
    ring = [step(f"r-{number}", due=after(f"r-{(number + 1) % 13}")) for number in range(13)]
    shorter = [step(f"q-{number}", due=after(f"q-{(number + 1) % 12}")) for number in range(12)]
    one, two, three = found("DAT005", meetings=[meeting("x", after("x"))], roadmap=[*ring, *shorter])

    assert one.message().startswith("dates wait for each other (x → x); dates that depend on it: 1 (x)")
    assert "(r-0 → r-1 → r-2 → r-3 → r-4 → r-5 → r-6 → r-7 → r-8 → r-9 → r-10 → r-11 → …)" in two.message()
    assert two.message().endswith("13 (r-0, r-1, r-2, r-3, r-4, r-5, r-6, r-7, r-8, r-9, r-10, r-11 (+1))")
    assert "q-10 → q-11 → q-0)" in three.message()


def test_a_date_beyond_the_calendar_is_told_apart() -> None:
    """A dated event from which one leaves the years of the calendar has a finding of its own, where the first such date stands."""
    meetings = [meeting("m", "9999-06")]
    commitments = [promise("c", due=after("m")), promise("d", due=after("m", "P1Y")), promise("e", due=after("m", "P2Y"))]
    (finding,) = found("DAT005", meetings=meetings, commitments=commitments)

    assert ("/commitments/1/due/anchor", "out-of-range") == (finding.pointer, finding.values["reason"])
    assert "counted from m, a date lies outside the years 1 to 9999; dates that depend on it: 2 (d, e)" == finding.message()
    assert "contada desde m, una fecha queda fuera de los años 1 a 9999; fechas que dependen de ello: 2 (d, e)" == finding.message("es")


def test_an_act_at_the_end_of_the_calendar_is_named_in_words() -> None:
    """Of a signature in the last year sixty days later is no date."""
    (finding,) = found(
        "DAT005", participation=[Participation(action="signature", date="9999-12")], commitments=[promise(due=after("signature", "P60D"))]
    )

    assert finding.message().startswith("counted from the signature, ")
    assert finding.message("es").startswith("contada desde la firma, ")


def test_reasons_and_events_are_told_in_the_order_of_the_document() -> None:
    """Each pair of event and reason has its finding."""
    meetings = [meeting("m"), meeting("n"), meeting("o", "9999")]
    commitments = [promise("c", due=after("o", "P1Y")), promise("d", due=after("n")), promise("e", due=after("m"))]

    assert [("o", "out-of-range"), ("n", "no-date"), ("m", "no-date")] == [
        (one.values["anchor"], one.values["reason"]) for one in found("DAT005", meetings=meetings, commitments=commitments)
    ]


@pytest.mark.parametrize("due", ["2024", None, after("m", "P1D"), after("gone")])
def test_what_has_a_date_or_no_event_is_no_finding(due: Any) -> None:
    """A date, none at all and one counted from a dated event are in order; an unknown event is REF001's."""
    assert [] == found("DAT005", meetings=[meeting("m", "2024")], commitments=[promise(due=due)])


def test_a_promised_meeting_without_a_date_is_no_finding() -> None:
    """That a meeting is to come, and nobody says when, is no date counted from anything."""
    assert [] == found("DAT005", meetings=[meeting("m")], commitments=[promise(meeting="m")], roadmap=[step("s", meeting="m")])


def test_repeated_ids_do_no_harm() -> None:
    """Of events with one id the first counts, also where another kind of entity bears it, or where the circle goes through them."""
    meetings = [meeting("m", after("s")), meeting("m", "2024"), meeting("n", "2024"), meeting("n", after("n"))]
    roadmap = [step("s", due=after("m")), step("m", due=after("gone")), step("s", meeting="gone")]
    (finding,) = found("DAT005", meetings=meetings, roadmap=roadmap, parties=[CountryParty(id="m", country="CL")])

    assert ("cycle", ("m", "s")) == (finding.values["reason"], finding.values["members"])


def test_an_event_in_a_member_of_ones_own_does_no_harm() -> None:
    """An event that stands where no rule looks for one is passed over."""
    member = attrs.field(type=Meeting, default=meeting("elsewhere", after("elsewhere")))
    own = attrs.make_class("OwnAgreement", {"aside": member}, bases=(Agreement,), frozen=True, kw_only=True)

    assert [] == [*check(own(**BASE), rules=[CATALOGUE["DAT005"], CATALOGUE["RUL001"]])]


def test_ten_thousand_events_in_a_row_are_followed() -> None:
    """A long chain, or circle, of dates is no depth."""
    chain = [step(f"s-{number}", due=after(f"s-{number + 1}")) for number in range(10_000)]
    (open_end,) = found("DAT005", roadmap=[*chain, step("s-10000")])
    (circle,) = found("DAT005", roadmap=[*chain, step("s-10000", due=after("s-0"))])

    assert (10_000, "s-10000") == (open_end.values["count"], open_end.values["anchor"])
    assert (10_001, "s-0") == (circle.values["count"], circle.values["anchor"])
