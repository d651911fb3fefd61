"""Everything dated in a record, in order of time."""

import datetime
from typing import Any

import pytest

from coopmodel.analysis.timeline import Moment, timeline_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import CountryParty
from coopmodel.model.statements import Report
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate
from coopmodel.values.timing import Timing, Unknown

WORDS = {"en": "x"}


def timeline(**members: Any) -> tuple[Moment, ...]:
    return timeline_of(Agreement(id="a", revision=1, title=WORDS, **members))


def told(**members: Any) -> list[tuple[str, str]]:
    return [(moment.kind, moment.pointer) for moment in timeline(**members)]


def report(name: str, **members: Any) -> Report:
    return Report(id=name, text=WORDS, **members)


def milestone(name: str, **members: Any) -> Milestone:
    return Milestone(id=name, title=WORDS, **members)


def commitment(name: str, **members: Any) -> Commitment:
    return Commitment(id=name, statement=WORDS, **members)


def test_a_record_without_anything_dated_has_an_empty_timeline() -> None:
    """Nothing is not an error."""
    assert () == timeline()


def test_everything_stands_by_its_last_day() -> None:
    """Meetings, acts, what falls due, and reports: a year comes after all that is over before its end."""
    members: dict[str, Any] = {
        "participation": [Participation(action="signature", date="2024-09-12")],
        "meetings": [Meeting(id="m", date="2024-05-01")],
        "commitments": [commitment("c", due="2024")],
        "roadmap": [milestone("s", due="2024-41"), milestone("t", due="2023")],
        "reports": [report("r", date="2024-10-01/2024-11-30")],
    }

    assert [
        ("milestone", "/roadmap/1"),
        ("meeting", "/meetings/0"),
        ("act", "/participation/0"),
        ("report", "/reports/0"),
        ("commitment", "/commitments/0"),
        ("milestone", "/roadmap/0"),
    ] == told(**members)


def test_what_ends_alike_stands_by_its_first_day_and_then_by_the_document() -> None:
    """Also where only one of the two days is known: it stands for both."""
    roadmap = [
        milestone("a", due="2024-12"),
        milestone("b", due="2024-12-31"),
        milestone("c", due="2024"),
        milestone("d", due="../2024"),
        milestone("e", due="2024-12-31/.."),
        milestone("f", due="2024-12-31"),
    ]

    assert ["c", "a", "b", "d", "e", "f"] == [moment.entity.id for moment in timeline(roadmap=roadmap)]


def test_what_has_no_date_comes_last_in_the_order_of_the_document() -> None:
    """Also what has one that cannot be told."""
    members: dict[str, Any] = {
        "participation": [Participation(action="ratification")],
        "meetings": [Meeting(id="m")],
        "commitments": [commitment("c", due=Timing(anchor="adoption", offset="P1D")), commitment("d", due="9999-12-31")],
        "reports": [report("r")],
    }
    moments = timeline(**members)

    assert ["/commitments/1", "/participation/0", "/meetings/0", "/commitments/0", "/reports/0"] == [one.pointer for one in moments]
    assert Unknown("no-date", "adoption") == moments[3].window
    assert [None, None, None] == [moments[number].timing for number in (1, 2, 4)]
    assert [None, None, None] == [moments[number].window for number in (1, 2, 4)]


def test_what_falls_due_together_is_one_moment() -> None:
    """A meeting, the commitment to hold it and the milestone that it is."""
    (moment,) = timeline(
        meetings=[Meeting(id="m", date="2024-41")],
        commitments=[commitment("hold", meeting="m"), commitment("set", due=Timing(anchor="m"))],
        roadmap=[milestone("s", meeting="m")],
    )

    assert ("meeting", "/meetings/0", "m") == (moment.kind, moment.pointer, moment.entity.id)
    assert ["hold", "set", "s"] == [member.id for member in moment.members]
    assert (Timing("2024-41"), PartialDate("2024-41").bounds) == (moment.timing, moment.window)


def test_a_relative_date_is_resolved() -> None:
    """The timing stays as the record has it, the window says what it comes to."""
    moments = timeline(
        parties=[CountryParty(id="cl", country="CL")],
        participation=[Participation(action="signature", party="cl", date="2024-09-12")],
        commitments=[commitment("c", due=Timing(anchor="signature", offset="P60D"))],
    )
    day = datetime.date(2024, 11, 11)

    assert (Timing(anchor="signature", offset="P60D"), Bounds(day, day), day) == (moments[1].timing, moments[1].window, moments[1].day)


@pytest.mark.parametrize(
    ("action", "date", "effective", "expected"),
    [
        ("ratification", "2024-01", "2024-02", [("act", "2024-01"), ("effect", "2024-02")]),
        ("ratification", "2024-01", "2024-01", [("act", "2024-01")]),
        ("ratification", None, "2024-02", [("effect", "2024-02")]),
        ("ratification", "2024-01", None, [("act", "2024-01")]),
        ("ratification", None, None, [("act", "None")]),
        ("entry-into-force", "2024-01", "2024-02", [("act", "2024-02")]),
        ("entry-into-force", "2024-01", None, [("act", "2024-01")]),
        ("entry-into-force", None, "2024-02", [("act", "2024-02")]),
    ],
)
def test_an_act_and_its_effect(action: Any, date: str | None, effective: str | None, expected: list[tuple[str, str]]) -> None:
    """An act stands where it was done and where it took effect, if that is another date; entry into force is its own effect."""
    act = Participation(action=action, date=date, effective=effective)
    moments = timeline(participation=[act])

    assert expected == [(moment.kind, str(moment.timing)) for moment in moments]
    assert {("/participation/0", act)} == {(moment.pointer, moment.entity) for moment in moments}


def test_a_report_that_puts_something_off_stands_at_both_dates() -> None:
    """When it tells of, and the new date, which may be relative; without a date of its own it comes last."""
    members: dict[str, Any] = {
        "meetings": [Meeting(id="m", date="2024-01-31")],
        "reports": [report("r", date="2024-02", due=Timing(anchor="m", offset="P1M")), report("q", due="2024-03")],
    }

    assert [
        ("meeting", "/meetings/0"),
        ("report", "/reports/0"),
        ("new-due", "/reports/0"),
        ("new-due", "/reports/1"),
        ("report", "/reports/1"),
    ] == told(**members)


def test_what_shares_its_id_with_something_else_is_not_lost() -> None:
    """It stands at its own date, or at its meeting's; references mean the first."""
    members: dict[str, Any] = {
        "meetings": [Meeting(id="m", date="2024-05-01"), Meeting(id="m", date="2024-03-01"), Meeting(id="m")],
        "commitments": [commitment("m", due="2024-04-01"), commitment("m", meeting="m")],
        "roadmap": [milestone("m", meeting="gone"), milestone("m", due="2024-02-01")],
        "reports": [report("m", date="2024-06-01")],
    }
    moments = timeline(**members)

    assert [
        ("milestone", "/roadmap/1"),
        ("meeting", "/meetings/1"),
        ("commitment", "/commitments/0"),
        ("meeting", "/meetings/0"),
        ("commitment", "/commitments/1"),
        ("report", "/reports/0"),
        ("meeting", "/meetings/2"),
        ("milestone", "/roadmap/0"),
    ] == [(moment.kind, moment.pointer) for moment in moments]
    assert Timing(anchor="m") == moments[4].timing
    assert Unknown("no-event", "gone") == moments[7].window
    assert {()} == {moment.members for moment in moments}


@pytest.mark.parametrize(
    ("due", "day"),
    [("2024", "2024-12-31"), ("2024/..", "2024-01-01"), ("../2024", "2024-12-31"), ("/2024~", "2024-12-31"), ("2025~/2024", "2024-12-31")],
)
def test_the_day_of_a_moment(due: str, day: str) -> None:
    """Its last, or the first where it has no other."""
    (moment,) = timeline(commitments=[commitment("c", due=due)])

    assert day == str(moment.day)


def test_a_moment_without_a_date_has_no_day() -> None:
    """Nor has one that cannot be told."""
    assert [None, None] == [one.day for one in timeline(commitments=[commitment("c"), commitment("d", due=Timing(anchor="gone"))])]
