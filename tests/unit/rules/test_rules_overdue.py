"""STS005: overdue, and nothing reported."""

import datetime
from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Indicator, Milestone
from coopmodel.model.meetings import AgendaItem, Delegation, Meeting
from coopmodel.model.statements import Report, Statement
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.timing import Timing

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
REPORT: dict[str, Any] = {"id": "r", "text": {"en": "R"}}
AFTER = datetime.date(2025, 1, 1)


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def found(as_of: datetime.date = AFTER, related: tuple[Agreement, ...] = (), **members: Any) -> list[Finding]:
    return [*check(agreement(**members), as_of=as_of, related=related, rules=[CATALOGUE["STS005"]])]


def promise(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, **members)


def told(*about: str, **members: Any) -> Report:
    return Report(about=about, **(REPORT | members))


def test_a_promise_is_late_only_after_its_last_day() -> None:
    """On the last day of the window it is not late; on the next day it is."""
    commitments = [promise(due="2024-08")]

    assert [] == found(datetime.date(2024, 8, 31), commitments=commitments)
    (finding,) = found(datetime.date(2024, 9, 1), commitments=commitments)
    assert ("/commitments/0", "c") == (finding.pointer, finding.on)
    assert "the commitment c was due by 2024-08-31 (2024-08); as of 2024-09-01 nothing is reported" == finding.message()
    assert "el compromiso c debía cumplirse a más tardar el 2024-08-31 (2024-08); al 2024-09-01 no consta información" == finding.message(
        "es"
    )


@pytest.mark.parametrize("due", ["2024-08~", "2024?", "2024-01/..", "2024-01/", "../2024-08~", "2025", None])
def test_an_uncertain_or_open_end_is_not_overdue(due: str | None) -> None:
    """What is about, perhaps, open, unknown, still to come or undated is not certainly late."""
    assert [] == found(commitments=[promise(due=due)])


def test_an_uncertain_beginning_does_not_excuse() -> None:
    """Only the end of the window decides."""
    assert 1 == len(found(commitments=[promise(due="2023~/2024-08")]))


def test_a_meeting_its_commitment_and_its_milestone_are_one() -> None:
    """What falls due with a meeting is told with it: by reference, by anchor, by delivery, through several steps."""
    (finding,) = found(
        meetings=[Meeting(id="m", date="2024-41", status="scheduled")],
        commitments=[
            promise("hold-it", meeting="m"),
            promise("at-it", due=Timing(anchor="m")),
            promise("at-the-milestone", due=Timing(anchor="step")),
            promise("delivered"),
        ],
        roadmap=[Milestone(id="step", title={"en": "S"}, meeting="m", delivers=["delivered"])],
    )

    assert "/meetings/0" == finding.pointer
    assert finding.message().startswith(
        "the meeting m was to be held by 2024-12-31 (2024-41); as of 2025-01-01 nothing is reported; with it: hold-it"
    )
    assert ("hold-it", "at-it", "at-the-milestone", "delivered", "step") == finding.values["members"]
    assert (
        "la reunión m debía celebrarse a más tardar el 2024-12-31 (2024-41); al 2025-01-01 no consta información; "
        "con ello: hold-it, at-it, at-the-milestone, delivered, step" == (finding.message("es"))
    )


def test_a_distance_from_a_meeting_is_a_date_of_its_own() -> None:
    """Sixty days after the meeting is another event than the meeting."""
    meetings = [Meeting(id="m", date="2024-06-01", status="held")]

    assert [("c", "2024-07-31")] == [
        (finding.values["event"], finding.values["latest"])
        for finding in found(meetings=meetings, commitments=[promise(due=Timing(anchor="m", offset="P60D"))])
    ]


def test_a_commitment_with_another_date_than_its_milestone_stands_alone() -> None:
    """Delivery joins a commitment to its milestone only where their dates do not differ."""
    roadmap = [Milestone(id="step", title={"en": "S"}, due="2024-06", delivers=["same", "other"])]
    findings = found(commitments=[promise("same", due="2024-06"), promise("other", due="2024-03")], roadmap=roadmap)

    assert [("other", ()), ("step", ("same",))] == [(finding.values["event"], finding.values["members"]) for finding in findings]


@pytest.mark.parametrize("status", ["held", "postponed", "cancelled"])
def test_a_status_of_the_meeting_tells_what_became_of_it(status: Any) -> None:
    """A meeting whose fate the record tells is not overdue."""
    assert [] == found(meetings=[Meeting(id="m", date="2024-06", status=status)])


@pytest.mark.parametrize(
    "members",
    [
        {"meetings": [Meeting(id="m", date="2024-06", delegations=[Delegation(party="cl")])]},
        {"meetings": [Meeting(id="m", date="2024-06")], "statements": [Statement(id="s", text={"en": "S"}, meeting="m")]},
        {"meetings": [Meeting(id="m", date="2024-06")], "commitments": [promise(made_at="m")]},
    ],
)
def test_who_came_and_what_was_said_shows_that_a_meeting_was_held(members: dict[str, Any]) -> None:
    """A meeting without a status is not overdue where delegations, statements or promises show that it took place."""
    assert [] == found(**members)


def test_a_meeting_that_is_still_scheduled_is_overdue_in_spite_of_its_delegations() -> None:
    """Who is to come is no sign of who came."""
    assert 1 == len(found(meetings=[Meeting(id="m", date="2024-06", status="scheduled", delegations=[Delegation(party="cl")])]))


@pytest.mark.parametrize("about", ["m", "a#m", "c", "a#i", "step"])
def test_a_report_about_the_event_is_news_of_all_that_are_it(about: str) -> None:
    """A report about the meeting, the commitment to hold it, an indicator of that or the milestone that it is answers for the event."""
    assert [] == found(
        meetings=[Meeting(id="m", date="2024-06", status="scheduled")],
        commitments=[promise(meeting="m", indicators=[Indicator(id="i", title={"en": "I"})])],
        roadmap=[Milestone(id="step", title={"en": "S"}, meeting="m")],
        reports=[told(about)],
    )


AT_THE_MEETING = [promise("plan", due=Timing(anchor="m")), promise("bridge", due=Timing(anchor="m"))]


def test_what_is_due_at_a_meeting_is_asked_for_by_itself() -> None:
    """A report on one promise answers neither for the meeting nor for another promise due at it."""
    meetings = [Meeting(id="m", date="2024-06", status="scheduled")]
    (finding,) = found(meetings=meetings, commitments=AT_THE_MEETING, reports=[told("plan", status="fulfilled")])

    assert ("m", ("bridge",)) == (finding.values["event"], finding.values["members"])


def test_a_meeting_that_was_held_does_not_answer_for_what_was_due_at_it() -> None:
    """The meeting took place, and nothing was heard of what was to be presented there."""
    (finding,) = found(meetings=[Meeting(id="m", date="2024-06", status="held")], commitments=AT_THE_MEETING)

    assert "/commitments/0" == finding.pointer
    assert "the commitment plan was due by 2024-06-30 (2024-06); as of 2025-01-01 nothing is reported; with it: bridge" == finding.message()


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_nothing_is_due_at_a_meeting_that_was_called_off(status: Any) -> None:
    """The day of a meeting that did not take place binds nobody."""
    assert [] == found(meetings=[Meeting(id="m", date="2024-06", status=status)], commitments=AT_THE_MEETING)


def test_a_milestone_that_is_reported_answers_for_what_it_delivers() -> None:
    """A report on one of two commitments leaves the milestone and the other; a report on the milestone answers for both."""
    roadmap = [Milestone(id="step", title={"en": "S"}, due="2024-06", delivers=["road", "bridge"])]
    commitments = [promise("road"), promise("bridge")]

    (finding,) = found(roadmap=roadmap, commitments=commitments, reports=[told("road")])
    assert ("step", ("bridge",)) == (finding.values["event"], finding.values["members"])
    assert [] == found(roadmap=roadmap, commitments=commitments, reports=[told("step")])


def test_a_commitment_at_the_date_of_its_milestones_meeting_is_told_with_it() -> None:
    """A date repeated on the commitment is still the meeting's."""
    (finding,) = found(
        meetings=[Meeting(id="m", date="2024", status="scheduled")],
        commitments=[promise(due="2024")],
        roadmap=[Milestone(id="step", title={"en": "S"}, meeting="m", delivers=["c"])],
    )

    assert ("m", ("c", "step")) == (finding.values["event"], finding.values["members"])


def test_a_report_on_what_continues_a_promise_is_news_of_it() -> None:
    """A promise taken up in a later record, or further on in this one, and reported on there, is not overdue here."""
    taken_up = promise("c2", continues=["a#c"])
    later = agreement(id="b", commitments=[taken_up], reports=[told("c2", status="fulfilled")])
    silent = agreement(id="b", commitments=[taken_up])
    here = [promise(due="2024-06"), promise("c2", continues=["c"])]

    assert [] == found(commitments=[promise(due="2024-06")], related=(later,))
    assert 1 == len(found(commitments=[promise(due="2024-06")], related=(silent,)))
    assert [] == found(commitments=here, reports=[told("c2")])


def test_words_without_a_meeting_belong_to_the_only_one() -> None:
    """The only meeting of a record, if it has an agenda, is where its promises were made, unless it is one of them."""
    meetings = [Meeting(id="m", date="2024-06", agenda=[AgendaItem(title={"en": "T"})])]

    assert [] == found(meetings=meetings, commitments=[promise()])
    assert 1 == len(found(meetings=meetings, commitments=[promise(meeting="m")]))
    assert 1 == len(found(meetings=meetings))
    assert 1 == len(found(meetings=[Meeting(id="m", date="2024-06")], commitments=[promise()]))


def test_many_that_fall_due_together_are_cut_in_the_message() -> None:
    """The message names twelve of them, the values all."""
    commitments = [promise(f"c{number}", due=Timing(anchor="m")) for number in range(15)]
    (finding,) = found(meetings=[Meeting(id="m", date="2024-06", status="scheduled")], commitments=commitments)

    assert 15 == len(finding.values["members"])
    assert finding.message().endswith("c11 (+3)")


@pytest.mark.parametrize("about", ["b#c", "d"])
def test_a_report_about_something_else_is_no_news(about: str) -> None:
    """A report about another entity, or another record's, answers for nothing here."""
    assert 1 == len(found(commitments=[promise(due="2024-06"), promise("d")], reports=[told(about)]))


def test_news_from_a_related_record_counts() -> None:
    """A promise that a later record of the series reports on is not overdue here."""
    later = agreement(id="b", reports=[told("a#c")])
    unrelated = agreement(id="b", reports=[told("c")])

    assert [] == found(commitments=[promise(due="2024-06")], related=(later,))
    assert 1 == len(found(commitments=[promise(due="2024-06")], related=(unrelated,)))


@pytest.mark.parametrize(("date", "count"), [("2025-01-02", 1), ("2025-02/2025-03", 1), ("2025", 0), ("2024-12-31", 0), (None, 0)])
def test_what_certainly_happened_later_is_not_known_yet(date: str | None, count: int) -> None:
    """As of a day, a report of what came certainly after it does not count, here or in a related record."""
    commitments = [promise(due="2024-06")]

    assert count == len(found(commitments=commitments, reports=[told("c", date=date)]))
    assert count == len(found(commitments=commitments, related=(agreement(id="b", reports=[told("a#c", date=date)]),)))


def test_anchors_in_a_circle_are_unknown_and_not_late() -> None:
    """What waits for itself has no date."""
    roadmap = [Milestone(id="x", title={"en": "X"}, due=Timing(anchor="y")), Milestone(id="y", title={"en": "Y"}, due=Timing(anchor="x"))]

    assert [] == found(roadmap=roadmap, commitments=[promise(due=Timing(anchor="gone"))])


def test_only_the_first_entity_with_an_id_is_meant() -> None:
    """Where an id is used twice, IDS001 tells it, and the date of the first one counts."""
    assert [] == found(commitments=[promise(), promise(due="2024-06")])


def perhaps(as_of: datetime.date = AFTER, **members: Any) -> list[Finding]:
    return [*check(agreement(**members), as_of=as_of, rules=[CATALOGUE["STS006"]])]


def test_an_uncertain_last_day_that_has_passed_is_told_as_such() -> None:
    """STS006 names the date as the source has it; STS005 is silent, and so is STS006 where something is reported."""
    commitments = [promise(due="2024-08~")]
    (finding,) = perhaps(commitments=commitments)

    assert ("info", "/commitments/0", "c") == (finding.severity, finding.pointer, finding.on)
    assert (
        "perhaps late: the commitment c was due by 2024-08-31 (2024-08~); that last day is uncertain; as of 2025-01-01 nothing is reported"
        == finding.message()
    )
    assert finding.message("es").startswith("quizá vencido: el compromiso c debía cumplirse a más tardar el 2024-08-31")
    assert [] == found(commitments=commitments)
    assert [] == perhaps(commitments=commitments, reports=[told("c")])
    assert [] == perhaps(datetime.date(2024, 8, 31), commitments=commitments)


def test_what_is_perhaps_late_together_is_told_once() -> None:
    """As with what is certainly late, a meeting and what it carries are one."""
    (finding,) = perhaps(meetings=[Meeting(id="m", date="2024-06~")], commitments=[promise(meeting="m")])

    assert ("c",) == finding.values["members"]
    assert finding.message().endswith("nothing is reported; with it: c")
    assert finding.message("es").endswith("no consta información; con ello: c")


def test_the_date_is_told_as_planned_only_where_it_still_is() -> None:
    """A date that a report moved, or an occurrence further on, is not the one that the source spells."""
    (moved,) = found(
        meetings=[Meeting(id="m", date="2024-06")],
        commitments=[promise(due=Timing(anchor="m"))],
        reports=[told("m", due="2024-08")],
    )
    assert ("2024-08-31", "2024-08-31") == (moved.values["due"], moved.values["latest"])
    assert "the meeting m was to be held by 2024-08-31; as of 2025-01-01 nothing is reported since r; with it: c" == moved.message()
    assert moved.message("es").endswith("al 2025-01-01 no consta información después de r; con ello: c")
    (planned,) = found(commitments=[promise(due="2024-08")])
    assert ("2024-08", "2024-08-31") == (planned.values["due"], planned.values["latest"])
    (exact,) = found(commitments=[promise(due="2024-08-31")])
    assert "the commitment c was due by 2024-08-31; as of 2025-01-01 nothing is reported" == exact.message()


@pytest.mark.parametrize("status", [None, "suspended"])
def test_what_was_told_before_it_fell_due_is_no_news(status: Any) -> None:
    """A report from before the window opened breaks no silence; one from within it does."""
    commitments = [promise(due="2024-08")]

    assert 1 == len(found(commitments=commitments, reports=[told("c", status=status, date="2024-07")]))
    assert [] == found(commitments=commitments, reports=[told("c", status=status, date="2024-08-02")])


def test_what_is_declared_and_overtaken_is_told_by_another_rule() -> None:
    """STS004 speaks of it; nothing is told twice."""
    assert [] == found(commitments=[promise(due="2024-08")], reports=[told("c", status="in-progress", date="2024-02")])


def test_an_interest_is_not_asked_for() -> None:
    """Who expressed an interest promised nothing, not even by a day."""
    assert [] == found(commitments=[promise(due="2024-08", strength="interest")])
    assert 1 == len(found(commitments=[promise(due="2024-08", strength="intended")]))


def put_off(**members: Any) -> list[Finding]:
    return [*check(agreement(**members), as_of=AFTER, rules=[CATALOGUE["STS007"]])]


def test_what_was_put_off_without_a_new_date_is_told_when_its_time_has_passed() -> None:
    """A postponed meeting is not forgotten, with what was due at it; one with a new date, or whose time has not come, is no finding."""
    meeting: dict[str, Any] = {"id": "m", "status": "postponed"}
    at_it = [promise(due=Timing(anchor="m"))]
    (finding,) = put_off(meetings=[Meeting(date="2024-06", **meeting)], commitments=at_it)

    assert ("info", "/meetings/0", ("c",)) == (finding.severity, finding.pointer, finding.values["members"])
    assert "put off, and nobody says until when: the meeting m was postponed; no new date is known; with it: c" == finding.message()
    assert finding.message("es").startswith("aplazado, y nadie dice hasta cuándo: la reunión m se aplazó") is True
    assert finding.message("es").endswith("; con ello: c")
    assert "m" == finding.values["event"]
    (alone,) = put_off(meetings=[Meeting(**meeting)])
    assert "put off, and nobody says until when: the meeting m was postponed; no new date is known" == alone.message()
    assert "aplazado, y nadie dice hasta cuándo: la reunión m se aplazó; no se conoce una nueva fecha" == alone.message("es")
    assert 1 == len(put_off(meetings=[Meeting(date="2024~", **meeting)]))
    assert 1 == len(put_off(meetings=[Meeting(date="2024/", **meeting)]))
    assert [] == put_off(meetings=[Meeting(date="2025", **meeting)])
    assert [] == put_off(meetings=[Meeting(date="2024-06", **meeting)], reports=[told("m", due="2026")])
    assert [] == put_off(meetings=[Meeting(id="m", date="2024-06", status="cancelled")])
    assert 1 == len(put_off(commitments=[promise(due="2024-06")], reports=[told("c", due=Timing(anchor="signature"))]))


def test_a_yearly_promise_without_a_day_is_only_perhaps_late() -> None:
    """Every year from a meeting on: nobody said on which day."""
    meetings = [Meeting(id="m", date="2021-10-08", status="held")]
    commitments = [promise(recurrence="RRULE:FREQ=YEARLY")]

    assert [] == found(datetime.date(2022, 10, 9), meetings=meetings, commitments=commitments)
    assert [] == perhaps(datetime.date(2022, 10, 8), meetings=meetings, commitments=commitments)
    (finding,) = perhaps(datetime.date(2022, 10, 9), meetings=meetings, commitments=commitments)
    assert ("2022-10-08", "/commitments/0") == (finding.values["due"], finding.pointer)


def test_a_milestone_is_named_as_one() -> None:
    """What is late is told by its kind."""
    (finding,) = found(roadmap=[Milestone(id="bridge", title={"en": "B"}, due="2024-08-31")])
    assert "the milestone bridge was due by 2024-08-31; as of 2025-01-01 nothing is reported" == finding.message()
    assert "el hito bridge debía alcanzarse a más tardar el 2024-08-31; al 2025-01-01 no consta información" == finding.message("es")
