"""When the events of a record take place, and what falls due together."""

import datetime
from collections.abc import Iterable
from typing import Any

import attrs
import pytest

from coopmodel.analysis.due import due_events, timing_of
from coopmodel.analysis.events import events_of
from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import CountryParty
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Timing, Unknown

WORDS = {"en": "x"}


def record(**members: Any) -> Agreement:
    """Return a record with these members."""
    return Agreement(id="a", revision=1, title=WORDS, **members)


def day(text: str) -> Bounds:
    """Return the bounds of one certain day."""
    date = datetime.date.fromisoformat(text)
    return Bounds(date, date)


def chain(length: int, last: Timing | None) -> list[Milestone]:
    """Return milestones each a day after the next one, the last with a timing of its own."""
    steps = [Milestone(id=f"m{number}", title=WORDS, due=Timing(anchor=f"m{number + 1}", offset="P1D")) for number in range(length - 1)]
    return [*steps, Milestone(id=f"m{length - 1}", title=WORDS, due=last)]


def test_a_record_without_events_knows_the_three_of_the_agreement_and_no_date() -> None:
    """Signature, adoption and entry into force are always events; nobody said when."""
    expected = {word: Unknown("no-date", word) for word in ("signature", "adoption", "entry-into-force")}
    assert expected == events_of(record())


def test_a_meeting_takes_place_when_its_date_says() -> None:
    """A vague date gives the days that it leaves open."""
    events = events_of(record(meetings=[Meeting(id="m", date="2024-41")]))
    assert Bounds(datetime.date(2024, 7, 1), datetime.date(2024, 12, 31)) == events["m"]


def test_a_milestone_takes_place_when_it_is_due() -> None:
    """A milestone without a meeting has a date of its own."""
    assert day("2024-02-29") == events_of(record(roadmap=[Milestone(id="s", title=WORDS, due="2024-02-29")]))["s"]


def test_a_milestone_that_is_a_meeting_takes_place_with_it() -> None:
    """The meeting's date is the milestone's, also where the meeting's is relative itself."""
    meetings = [Meeting(id="one", date="2024-01-31"), Meeting(id="two", date=Timing(anchor="one", offset="P1M"))]
    assert day("2024-02-29") == events_of(record(meetings=meetings, roadmap=[Milestone(id="s", title=WORDS, meeting="two")]))["s"]


def test_an_event_without_a_date_is_unknown() -> None:
    """So is every event that hangs on it, and the reason names the one that lacks the date."""
    meetings = [Meeting(id="one"), Meeting(id="two", date=Timing(anchor="one", offset="P1M"))]
    events = events_of(record(meetings=meetings))
    assert Unknown("no-date", "one") == events["one"]
    assert Unknown("no-date", "one") == events["two"]


def test_an_anchor_that_names_nothing_is_no_event() -> None:
    """A commitment's id, or no id at all, is nothing that takes place."""
    events = events_of(record(meetings=[Meeting(id="one", date=Timing(anchor="nothing"))]))
    assert Unknown("no-event", "nothing") == events["one"]


def test_the_first_of_two_events_with_one_id_counts() -> None:
    """A repeated id is another rule's finding; dates follow the first."""
    events = events_of(record(meetings=[Meeting(id="m", date="2024-01-01"), Meeting(id="m", date="2025-01-01")]))
    assert day("2024-01-01") == events["m"]


def test_a_chain_of_thousands_of_anchors_resolves() -> None:
    """Each event of the chain is a day after the next, and the first the length of the chain after the last."""
    events = events_of(record(roadmap=chain(5001, Timing("2000-01-01"))))
    start = datetime.date(2000, 1, 1)
    assert day("2000-01-01") == events["m5000"]
    assert Bounds(start + datetime.timedelta(5000), start + datetime.timedelta(5000)) == events["m0"]


def test_a_cycle_of_thousands_of_anchors_is_unknown() -> None:
    """Events that wait for each other have no date, and each says that it is itself in a circle."""
    events = events_of(record(roadmap=chain(5001, Timing(anchor="m0"))))
    assert {Unknown("cycle", f"m{number}") for number in range(5001)} == {events[f"m{number}"] for number in range(5001)}


def test_an_event_that_leads_into_a_circle_is_unknown_for_the_same_reason() -> None:
    """It is not in the circle itself, and says which event is."""
    meetings = [
        Meeting(id="tail", date=Timing(anchor="one", offset="P1D")),
        Meeting(id="one", date=Timing(anchor="two")),
        Meeting(id="two", date=Timing(anchor="one")),
        Meeting(id="self", date=Timing(anchor="self")),
    ]
    events = events_of(record(meetings=meetings))
    assert Unknown("cycle", "one") == events["tail"] == events["one"]
    assert Unknown("cycle", "two") == events["two"]
    assert Unknown("cycle", "self") == events["self"]


def test_a_date_outside_the_calendar_is_unknown() -> None:
    """A day after the year 9999 cannot be told, nor can what hangs on it."""
    meetings = [
        Meeting(id="last", date="9999-12-31"),
        Meeting(id="beyond", date=Timing(anchor="last", offset="P1D")),
        Meeting(id="after", date=Timing(anchor="beyond")),
    ]
    events = events_of(record(meetings=meetings))
    assert Unknown("out-of-range", "last") == events["beyond"] == events["after"]


def acts(*several: tuple[str, str | None, str | None, str | None]) -> list[Participation]:
    """Return acts of participation: action, party, date and effective date."""
    return [Participation(action=action, party=party, date=date, effective=effective) for action, party, date, effective in several]  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("participation", "word", "expected"),
    [
        pytest.param([("signature", None, "2024-01-05", None)], "signature", day("2024-01-05"), id="the agreement as a whole"),
        pytest.param(
            [("signature", "cl", "2024-01-05", None), ("signature", "pe", "2024-03-01", None)],
            "signature",
            day("2024-03-01"),
            id="the last of the parties",
        ),
        pytest.param(
            [("signature", "cl", "2025-01-05", None), ("signature", None, "2024-01-05", None)],
            "signature",
            day("2024-01-05"),
            id="the whole before the parties",
        ),
        pytest.param(
            [("signature", "cl", "2024-01-05", None), ("signature", "pe", None, None)],
            "signature",
            Unknown("no-date", "signature"),
            id="one party without a date leaves all unknown",
        ),
        pytest.param(
            [("adoption", "cl", "2024-03", None), ("adoption", "pe", "2024-02-01", None)],
            "adoption",
            Bounds(datetime.date(2024, 3, 1), datetime.date(2024, 3, 31)),
            id="vague dates keep their bounds",
        ),
        pytest.param(
            [("adoption", "cl", "2024~", None), ("adoption", "pe", "2024-02-01", None)],
            "adoption",
            Bounds(datetime.date(2024, 2, 1), datetime.date(2024, 12, 31), earliest_certain=False, latest_certain=False),
            id="one unsure date makes all unsure",
        ),
        pytest.param(
            [("entry-into-force", None, "2024-01-05", "2024-02-05")],
            "entry-into-force",
            day("2024-02-05"),
            id="force begins when it takes effect",
        ),
        pytest.param([("entry-into-force", None, "2024-01-05", None)], "entry-into-force", day("2024-01-05"), id="or on its date"),
        pytest.param(
            [("signature", None, "2024-01-05", "2024-02-05")], "signature", day("2024-01-05"), id="a signature takes place on its date"
        ),
        pytest.param(
            [("signature", None, None, "2024-02-05")], "signature", Unknown("no-date", "signature"), id="effect alone dates no signature"
        ),
        pytest.param(
            [("ratification", "cl", "2024-01-05", None)], "signature", Unknown("no-date", "signature"), id="other acts do not count"
        ),
    ],
)
def test_an_act_of_the_agreement_takes_place(participation: list[Any], word: str, expected: Bounds | Unknown) -> None:
    """The act of the agreement as a whole counts; without one, the last of its parties."""
    assert expected == events_of(record(participation=acts(*participation)))[word]


@pytest.mark.parametrize(("acting", "expected"), [(("cl",), Unknown("no-date", "signature")), (("cl", "pe"), day("2024-01-05"))])
def test_a_signature_is_dated_when_every_party_has_signed(acting: tuple[str, ...], expected: Bounds | Unknown) -> None:
    """While one party's signature is not recorded, nobody can say when the last one was; observers and thirds do not count."""
    parties = [
        CountryParty(id="cl", country="CL"),
        CountryParty(id="pe", country="PE"),
        CountryParty(id="ec", country="EC", role="observer"),
    ]
    signed = acts(*[("signature", party, "2024-01-05", None) for party in acting])

    assert expected == events_of(record(parties=parties, participation=signed))["signature"]


def test_a_meeting_may_follow_an_act_of_the_agreement() -> None:
    """Anchors lead to signature, adoption and entry into force like to any other event."""
    given = record(
        participation=acts(("entry-into-force", None, "2024-01-05", None)),
        meetings=[Meeting(id="m", date=Timing(anchor="entry-into-force", offset="P60D"))],
    )
    assert day("2024-03-05") == events_of(given)["m"]


def commitment(identifier: str, **members: Any) -> Commitment:
    """Return a commitment with this id."""
    return Commitment(id=identifier, statement=WORDS, **members)


def milestone(identifier: str, **members: Any) -> Milestone:
    """Return a milestone with this id."""
    return Milestone(id=identifier, title=WORDS, **members)


def groups(given: Agreement) -> list[tuple[str, list[str]]]:
    """Return the ids of each due event: its own, and those that fall due with it."""
    return [(event.entity.id, ids(event.members)) for event in due_events(Index(given))]


def ids(entities: Iterable[Any]) -> list[str]:
    """Return the ids."""
    return [entity.id for entity in entities]


def test_a_meeting_its_commitment_and_its_milestone_are_one_event() -> None:
    """What names a meeting falls due with it; pointer and window are the meeting's."""
    given = record(
        meetings=[Meeting(id="m", date="2024-09-13")],
        commitments=[commitment("c", meeting="m"), commitment("other", due="2025")],
        roadmap=[milestone("s", meeting="m")],
    )
    first, second = due_events(Index(given))
    assert ("/meetings/0", "m", ["c", "s"], day("2024-09-13")) == (first.pointer, first.entity.id, ids(first.members), first.window)
    assert ("/commitments/1", "other", []) == (second.pointer, second.entity.id, ids(second.members))


def test_what_is_due_at_an_event_falls_due_with_it() -> None:
    """An anchor without an offset means "at"; with one it is an event of its own."""
    given = record(
        meetings=[Meeting(id="m", date="2024-09-13")],
        commitments=[commitment("at", due=Timing(anchor="m")), commitment("after", due=Timing(anchor="m", offset="P1D"))],
    )
    assert [("m", ["at"]), ("after", [])] == groups(given)


def test_a_commitment_falls_due_with_the_milestone_that_delivers_it() -> None:
    """So it does without a date of its own, with the last of several, or with the same one; with another date it stands alone."""
    given = record(
        commitments=[commitment("none"), commitment("same", due="2024"), commitment("other", due="2025")],
        roadmap=[milestone("s", due="2024", delivers=["none", "same", "other"]), milestone("later", due="2026", delivers=["none"])],
    )
    assert [("other", []), ("s", ["same"]), ("later", ["none"])] == groups(given)


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_milestones_the_last_one_due_delivers(order: int) -> None:
    """The order of the roadmap does not matter; a milestone without a last day is due before all others."""
    roadmap = [milestone("s", due="2024-06"), milestone("later", due="2024"), milestone("open", due="2030/.."), milestone("undated")]
    delivering = [attrs.evolve(one, delivers=["none"]) for one in roadmap][::order]
    given = record(commitments=[commitment("none")], roadmap=delivering)
    assert ("later", ["none"]) in groups(given)


def test_of_milestones_due_on_one_last_day_the_first_delivers() -> None:
    """Whether they begin on one day or not, and where none of them has a last day."""
    for dues in (["2024-06/2024-12", "2024"], [None, "2024/.."]):
        roadmap = [milestone(name, due=due, delivers=["none"]) for name, due in zip("ab", dues, strict=True)]
        assert ("a", ["none"]) in groups(record(commitments=[commitment("none")], roadmap=roadmap))


def test_a_commitment_falls_due_with_a_milestone_that_is_a_meeting_of_its_date() -> None:
    """The date of a milestone that is a meeting is the meeting's; with another one the commitment stands alone."""
    given = record(
        meetings=[Meeting(id="m", date="2024-09")],
        commitments=[commitment("same", due="2024-09"), commitment("other", due="2024-10")],
        roadmap=[milestone("s", meeting="m", delivers=["same", "other"])],
    )
    assert [("m", ["same", "s"]), ("other", [])] == groups(given)


def test_a_milestone_delivers_only_commitments() -> None:
    """A meeting or another milestone that it says to deliver is not due with it: that reference is of the wrong kind."""
    given = record(meetings=[Meeting(id="m")], roadmap=[milestone("s", due="2024", delivers=["m", "t"]), milestone("t")])
    assert [("m", []), ("s", []), ("t", [])] == groups(given)


def test_what_has_no_date_is_an_event_without_a_window() -> None:
    """Nothing says when; what hangs on an event without a date has a reason instead."""
    given = record(meetings=[Meeting(id="m")], commitments=[commitment("c", due=Timing(anchor="m", offset="P1D"))])
    assert [None, Unknown("no-date", "m")] == [event.window for event in due_events(Index(given))]


def test_what_leads_nowhere_stands_on_its_own() -> None:
    """A meeting that the record lacks, or an act of the agreement, is no entity to fall due with."""
    given = record(commitments=[commitment("c", meeting="nowhere"), commitment("d", due=Timing(anchor="signature"))])
    assert [("c", []), ("d", [])] == groups(given)


def test_a_circle_is_one_event() -> None:
    """Events that wait for each other fall due together, and so does what leads to them."""
    given = record(
        meetings=[
            Meeting(id="tail", date=Timing(anchor="one")),
            Meeting(id="one", date=Timing(anchor="two")),
            Meeting(id="two", date=Timing(anchor="one")),
        ],
    )
    ((key, members),) = groups(given)
    assert {"tail", "one", "two"} == {key, *members}
    assert key in {"one", "two"}


def test_what_leads_to_a_part_of_an_event_is_part_of_it() -> None:
    """Whatever stands first in the record, all fall due with the last of the chain."""
    meetings = [Meeting(id="b", date=Timing(anchor="c")), Meeting(id="c", date="2024"), Meeting(id="a", date=Timing(anchor="b"))]
    assert [("c", ["b", "a"])] == groups(record(meetings=meetings))


def test_a_long_chain_falls_due_with_its_last_event() -> None:
    """Thousands of events "at" the next one are one event."""
    steps = [milestone(f"m{number}", due=Timing(anchor=f"m{number + 1}")) for number in range(5000)]
    ((key, members),) = groups(record(roadmap=[*steps, milestone("m5000", due="2024")]))
    assert ("m5000", 5000) == (key, len(members))


def test_of_two_entities_with_one_id_the_first_falls_due() -> None:
    """A repeated id is another rule's finding."""
    given = record(meetings=[Meeting(id="m", date="2024"), Meeting(id="m", date="2025")])
    (event,) = due_events(Index(given))
    assert Timing("2024") == timing_of(event.entity)
