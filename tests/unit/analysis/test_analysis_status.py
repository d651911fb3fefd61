"""What has become of each promise as of a day, and why."""

import datetime
from typing import Any

import pytest

from coopmodel.analysis.status import Status, by_dates, statuses_of
from coopmodel.errors import shown
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone
from coopmodel.model.meetings import Delegation, Meeting
from coopmodel.model.statements import Report
from coopmodel.values.timing import Timing, Unknown

DAY = datetime.date(2025, 1, 1)
SAID = [Citation(source="communique", exact="words"), Citation(source="communique"), Citation(source="gazette")]


def agreement(name: str = "a", **members: Any) -> Agreement:
    return Agreement(id=name, revision=1, title={"en": "A"}, **members)


def promise(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, **members)


def report(name: str, *about: str, **members: Any) -> Report:
    return Report(id=name, text={"en": "R"}, about=about or ("c",), **members)


def step(name: str = "step", **members: Any) -> Milestone:
    return Milestone(id=name, title={"en": "S"}, **members)


def statuses(as_of: datetime.date = DAY, related: tuple[Agreement, ...] = (), **members: Any) -> dict[str, Status]:
    return statuses_of(agreement(**members), as_of, related)


def status(as_of: datetime.date = DAY, *reports: Report, **members: Any) -> Status:
    """Return the status of one commitment with these members."""
    return statuses(as_of, commitments=[promise(**members)], reports=reports)["c"]


@pytest.mark.parametrize(
    ("due", "day", "expected"),
    [
        ("2024-41", "2024-06-30", "scheduled"),
        ("2024-41", "2024-07-01", "due"),
        ("2024-41", "2024-12-31", "due"),
        ("2024-41", "2025-01-01", "overdue"),
        ("2024-09~", "2024-08-31", "scheduled"),
        ("2024-09~", "2024-09-30", "due"),
        ("2024-09~", "2024-10-01", "possibly-overdue"),
        ("2024?/2025-03", "2025-04-01", "overdue"),
        ("2024-03/..", "2024-02-29", "scheduled"),
        ("2024-03/..", "9999-12-31", "due"),
        ("2024-03/", "2024-02-29", "scheduled"),
        ("2024-03/", "2024-03-01", "unknown"),
        ("../2024-03", "0001-01-01", "due"),
        ("../2024-03", "2024-04-01", "overdue"),
        ("/2024-03", "2024-03-31", "due"),
        (None, "2024-01-01", "unknown"),
        (Timing(anchor="nowhere"), "2024-01-01", "unknown"),
    ],
)
def test_the_dates_alone(due: Any, day: str, expected: str) -> None:
    """Without reports the window decides: ahead, open, past; an uncertain last day is never certainly past, an unknown end tells nothing."""
    found = status(datetime.date.fromisoformat(day), due=due)

    assert expected == found.status
    assert found.declared is None
    assert expected == by_dates(found.window, datetime.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("due", "day", "expected"),
    [
        ("2024-41", "2024-06-30", "scheduled"),
        ("2024-41", "2024-12-31", "due"),
        ("2024-41", "2025-01-01", "unknown"),
        ("2024-09~", "2024-10-01", "unknown"),
    ],
)
def test_nothing_becomes_late_of_an_interest(due: str, day: str, expected: str) -> None:
    """Who only expressed interest owes nothing when the day has passed; reports on it count as ever."""
    assert expected == status(datetime.date.fromisoformat(day), due=due, strength="interest").status
    assert "met" == status(datetime.date(2025, 1, 1), report("r", date="2024-10", status="fulfilled"), due=due, strength="interest").status
    assert "unknown" == status(datetime.date(2025, 1, 1), report("r", status="in-progress"), due=due, strength="interest").status
    assert "overdue" == status(datetime.date(2025, 1, 1), due="2024", strength="intended").status


@pytest.mark.parametrize(
    ("reports", "expected", "declared"),
    [
        ([{"status": "planned"}], "overdue", "planned"),
        ([{"status": "in-progress"}], "overdue", "in-progress"),
        ([{"status": "partially-fulfilled"}], "overdue", "partially-fulfilled"),
        ([{"status": "suspended"}], "overdue", "suspended"),
        ([{"status": "fulfilled"}], "met", "fulfilled"),
        ([{"status": "fulfilled", "date": "2024-08-31"}], "met", "fulfilled"),
        ([{"status": "fulfilled", "date": "2024-08-31/2024-09-02"}], "met", "fulfilled"),
        ([{"status": "fulfilled", "date": "2024-09-01"}], "met-late", "fulfilled"),
        ([{"status": "fulfilled", "date": "2024"}], "met", "fulfilled"),
        ([{"status": "fulfilled", "date": "../2024-10"}], "met", "fulfilled"),
        ([{"status": "not-fulfilled"}], "missed", "not-fulfilled"),
        ([{"status": "withdrawn"}], "missed", "withdrawn"),
        ([{"status": "superseded"}], "rescheduled", "superseded"),
        ([{"status": None}], "overdue", None),
        ([{"status": "fulfilled"}, {"status": None}], "met", "fulfilled"),
        ([{"status": "not-fulfilled"}, {"status": "in-progress"}], "overdue", "in-progress"),
        ([{"status": "fulfilled", "date": "2024-08"}, {"status": "fulfilled", "date": "2024-10"}], "met", "fulfilled"),
        ([{"status": "in-progress", "date": "2024-08"}, {"status": "fulfilled", "date": "2024-10"}], "met-late", "fulfilled"),
        ([{"status": "fulfilled", "date": "2024-10"}, {"status": None, "date": "2024-11"}], "met-late", "fulfilled"),
        ([{"status": "fulfilled", "date": "2024-08"}, {"date": "2024-09"}, {"status": "fulfilled", "date": "2024-10"}], "met", "fulfilled"),
    ],
)
def test_what_reports_declare(reports: list[dict[str, Any]], expected: str, declared: str | None) -> None:
    """The latest report that declares a status counts; fulfilment is late only where its day certainly is; the first report of it counts."""
    found = status(DAY, *[report(f"r{number}", **members) for number, members in enumerate(reports)], due="2024-08")

    assert (expected, declared) == (found.status, found.declared)


@pytest.mark.parametrize("due", ["2024-08~", None])
def test_fulfilment_is_not_late_where_nothing_says_so(due: str | None) -> None:
    """After an uncertain last day, or without one, what is fulfilled is met."""
    assert "met" == status(DAY, report("r", status="fulfilled", date="2024-12"), due=due).status


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([{"due": "2025-06"}], "rescheduled"),
        ([{"due": "2025-01"}], "due"),
        ([{"due": "2024-11"}], "overdue"),
        ([{"due": Timing(anchor="signature")}], "rescheduled"),
        ([{"due": "2025-06", "status": "not-fulfilled"}], "rescheduled"),
        ([{"status": "not-fulfilled"}, {"due": "2025-06"}], "rescheduled"),
        ([{"status": "not-fulfilled"}, {"due": "2025-06"}, {}], "rescheduled"),
        ([{"due": "2025-06"}, {"status": "not-fulfilled"}, {}], "missed"),
        ([{"due": "2024-12"}, {"status": "not-fulfilled"}], "missed"),
        ([{"due": "2024-10"}, {"status": "fulfilled", "date": "2024-10-31"}], "met"),
        ([{"due": "2024-10"}, {"status": "fulfilled", "date": "2024-11"}], "met-late"),
        ([{"due": "2025-06", "status": "in-progress"}], "rescheduled"),
        ([{"due": "2025-03"}, {"due": "2025-06"}], "rescheduled"),
    ],
)
def test_a_report_may_put_off(reports: list[dict[str, Any]], expected: str) -> None:
    """The due date is that of the latest report that gives one; a failure that gives none ends it."""
    found = status(DAY, *[report(f"r{number}", **members) for number, members in enumerate(reports)], due="2024-08")

    assert expected == found.status


def test_as_of_an_earlier_day_later_reports_do_not_count() -> None:
    """The same record tells a different story as of another day."""
    reports = [report("r", status="in-progress", date="2024-05"), report("s", status="fulfilled", date="2024-10")]
    days = [datetime.date(2024, 1, 1), datetime.date(2024, 6, 1), datetime.date(2024, 9, 15), datetime.date(2024, 10, 1)]
    found = [status(day, *reports, due="2024-08") for day in days]

    assert ["scheduled", "scheduled", "overdue", "met-late"] == [one.status for one in found]
    assert [None, "in-progress", "in-progress", "fulfilled"] == [one.declared for one in found]
    assert [(), ("r",), ("r",), ("r", "s")] == [one.reports for one in found]


MEETING: dict[str, Any] = {"id": "m", "date": "2024-41"}


def fate(day: datetime.date = DAY, *reports: Report, **members: Any) -> list[str]:
    """Return the statuses of a meeting, the promise to hold it, the milestone that it is, and a promise that is only due at it."""
    found = statuses(
        day,
        meetings=[Meeting(**{**MEETING, **members})],
        commitments=[promise("hold", meeting="m"), promise("at", due=Timing(anchor="m"))],
        roadmap=[step(meeting="m")],
        reports=reports,
    )
    assert ["m", "hold", "at", "step"] == [*found]
    return [one.status for one in found.values()]


def test_a_meeting_its_promise_and_its_milestone_share_one_fate() -> None:
    """What is only due at the meeting is asked for by itself."""
    assert ["overdue"] * 4 == fate()
    assert ["met", "met", "overdue", "met"] == fate(DAY, status="held")
    for name in ("m", "hold", "step"):
        assert ["met", "met", "overdue", "met"] == fate(DAY, report("r", name, status="fulfilled"))
    assert ["overdue", "overdue", "met", "overdue"] == fate(DAY, report("r", "at", status="fulfilled"))


@pytest.mark.parametrize("date", [None, "2024-12"])
@pytest.mark.parametrize(("first", "second"), [("m", "hold"), ("hold", "m"), ("step", "m"), ("hold", "step")])
def test_where_nobody_can_tell_which_came_last_the_closing_report_counts(date: str | None, first: str, second: str) -> None:
    """Of two reports of one time on what shares a fate, fulfilled follows in progress, whatever their order and the entities they name."""
    reports = [report("r2", first, date=date, status="in-progress"), report("r1", second, date=date, status="fulfilled")]

    assert "overdue" not in {fate(DAY, *reports)[place] for place in (0, 1, 3)}
    assert fate(DAY, *reports) == fate(DAY, *reversed(reports))


def test_reports_on_one_event_count_in_order_of_time() -> None:
    """What was said last of the meeting, of the promise to hold it or of its milestone is the latest of them all."""
    meeting = Meeting(**MEETING)
    reports = [report("z", "m", date="2025-02", status="fulfilled"), report("a", "hold", date="2025-01", status="in-progress")]
    found = statuses(datetime.date(2025, 3, 1), meetings=[meeting], commitments=[promise("hold", meeting="m")], reports=reports)

    assert [("a", "z"), ("a", "z")] == [one.reports for one in found.values()]
    assert ["fulfilled", "fulfilled"] == [one.declared for one in found.values()]


def test_a_report_on_a_part_and_on_the_event_is_one_on_the_event() -> None:
    """A report that names an indicator of the promise to meet, and the milestone that is the meeting, settles the meeting."""
    found = statuses(
        meetings=[Meeting(**MEETING)],
        commitments=[promise("hold", meeting="m", indicators=[Indicator(id="i", title={"en": "I"})])],
        roadmap=[step(meeting="m")],
        reports=[report("r", "i", "step", status="fulfilled")],
    )

    assert ["met"] * 3 == [one.status for one in found.values()]


def test_a_meeting_that_does_not_take_place_as_planned() -> None:
    """Postponed it waits for a date, cancelled it was missed; what is due at it has no date any more."""
    assert ["rescheduled", "rescheduled", "unknown", "rescheduled"] == fate(DAY, status="postponed")
    assert ["missed", "missed", "unknown", "missed"] == fate(DAY, status="cancelled")
    counted = statuses(meetings=[Meeting(**MEETING, status="postponed")], commitments=[promise("at", due=Timing(anchor="m"))])
    assert Unknown("no-date", "m") == counted["at"].window
    assert ["overdue"] * 4 == fate(DAY, status="scheduled")


@pytest.mark.parametrize("meeting", ["postponed", "cancelled", "scheduled", None])
def test_a_meeting_that_is_put_off_takes_along_what_is_due_at_it(meeting: Any) -> None:
    """A new date of the meeting, by a report, is the new date of all that falls due with it or is counted from it."""
    assert ["rescheduled"] * 4 == fate(DAY, report("r", "m", due="2025-06"), status=meeting)
    assert ["due"] * 4 == fate(DAY, report("r", "hold", due="2025-01"), status=meeting)
    counted = statuses(
        meetings=[Meeting(**MEETING)],
        commitments=[promise("later", due=Timing(anchor="m", offset="P30D")), promise("other", due="2024-03")],
        reports=[report("r", "m", due="2025-06-01")],
    )
    assert ("rescheduled", datetime.date(2025, 7, 1)) == (counted["later"].status, getattr(counted["later"].window, "latest", None))
    assert "overdue" == counted["other"].status


def test_a_report_moves_one_promise_and_not_its_neighbours() -> None:
    """A promise due at a meeting that gets a date of its own moves alone."""
    assert ["overdue", "overdue", "rescheduled", "overdue"] == fate(DAY, report("r", "at", due="2025-06"))


def test_a_meeting_is_held_from_its_day_on() -> None:
    """As of a day before it, a meeting that was held lies ahead; one without a date was held."""
    assert ["scheduled", "scheduled", "scheduled", "scheduled"] == fate(datetime.date(2024, 6, 30), status="held")
    assert ["met", "met", "due", "met"] == fate(datetime.date(2024, 7, 1), status="held")
    assert ["met", "met", "unknown", "met"] == fate(DAY, status="held", date=None)
    assert ["met", "met", "overdue", "met"] == fate(DAY, delegations=[Delegation(party="cl")])


def test_the_status_of_the_meeting_is_declared_for_all_that_it_is() -> None:
    """Declared stands beside derived: the meeting's own status, unless a report says something."""
    found = statuses(
        meetings=[Meeting(**MEETING, status="scheduled")], commitments=[promise("hold", meeting="m"), promise("at", due=Timing(anchor="m"))]
    )

    assert ["scheduled", "scheduled", None] == [one.declared for one in found.values()]
    assert (
        "not-fulfilled"
        == statuses(meetings=[Meeting(**MEETING, status="held")], reports=[report("r", "m", status="not-fulfilled")])["m"].declared
    )


def test_a_milestone_s_report_settles_what_it_alone_delivers() -> None:
    """A commitment delivered by one milestone goes with it; by several, only with a report of its own."""
    commitments = [promise("alone"), promise("shared")]
    roadmap = [step("one", due="2024-06", delivers=["alone", "shared"]), step("two", due="2024-09", delivers=["shared"])]
    found = statuses(commitments=commitments, roadmap=roadmap, reports=[report("r", "one", status="fulfilled")])

    assert {"alone": "met", "shared": "overdue", "one": "met", "two": "overdue"} == {name: one.status for name, one in found.items()}
    assert ("r",) == found["shared"].reports


def test_an_indicator_s_report_settles_nothing() -> None:
    """It is a report about the commitment, and does not declare its status."""
    found = status(DAY, report("r", "i", status="fulfilled"), due="2024-08", indicators=[Indicator(id="i", title={"en": "I"})])

    assert ("overdue", None, ("r",)) == (found.status, found.declared, found.reports)


def test_reports_of_later_records_count() -> None:
    """A promise fulfilled in a later record is met here; this record itself among the related ones is passed over."""
    later = agreement("b", commitments=[promise("d", continues=["a#c"])], reports=[report("r", "d", status="fulfilled")])
    commitments = [promise(due="2024-08")]

    found = statuses(related=(later, agreement()), commitments=commitments)["c"]
    assert ("met", ("b#r",)) == (found.status, found.reports)
    assert "overdue" == statuses(commitments=commitments)["c"].status


def recurring(day: str, *reports: Report, **members: Any) -> Status:
    members = {"recurrence": "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "due": "2022-06-01"} | members
    return status(datetime.date.fromisoformat(day), *reports, **members)


def test_a_recurring_promise_is_late_from_the_first_occurrence_that_nothing_answers() -> None:
    """Each report answers what was over by its day; the next one is to come."""
    answered = report("r", date="2023-06-01", status="fulfilled")
    found = recurring("2024-06-02", answered)

    assert ("overdue", datetime.date(2024, 6, 1)) == (found.status, getattr(found.window, "latest", None))
    assert [2022, 2023, 2024, 2025] == [window.earliest.year for window in found.occurrences if window.earliest]
    today = recurring("2024-06-01", answered)
    assert ("due", found.occurrences) == (today.status, today.occurrences)
    assert "scheduled" == recurring("2024-05-31", answered).status
    never = recurring("2024-06-02")
    assert ("overdue", datetime.date(2022, 6, 1)) == (never.status, getattr(never.window, "latest", None))
    assert "overdue" == recurring("2024-06-02", report("r", date="2023-05-31")).status


def test_a_series_that_has_ended_is_met_by_its_last_report() -> None:
    """Where no occurrence is left to answer, fulfilled is fulfilled."""
    rule = "RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=6;BYMONTHDAY=1"
    done = recurring("2025-06-02", report("r", date="2024-06-01", status="fulfilled"), recurrence=rule)

    assert ("met", datetime.date(2024, 6, 1)) == (done.status, getattr(done.window, "latest", None))
    assert "overdue" == recurring("2024-06-02", report("r", date="2023-06-01", status="in-progress"), recurrence=rule).status


def test_a_promise_to_meet_again_and_again() -> None:
    """A meeting that was held answers its own occurrence and not the next."""
    commitment = promise("hold", meeting="m", recurrence="RRULE:FREQ=YEARLY")
    found = statuses(meetings=[Meeting(id="m", date="2023-10-08", status="held")], commitments=[commitment])

    assert "met" == found["m"].status
    assert ("possibly-overdue", datetime.date(2024, 10, 8)) == (found["hold"].status, getattr(found["hold"].window, "latest", None))


def test_a_promise_whose_start_is_not_known_has_no_occurrences() -> None:
    """A rule without a day to count from tells nothing."""
    found = status(DAY, recurrence="RRULE:FREQ=YEARLY")

    assert ((), "unknown", Unknown("no-date", "c")) == (found.occurrences, found.status, found.window)


def test_every_dated_entity_has_a_status_in_the_order_of_the_document() -> None:
    """Meetings, commitments and milestones, each id once; other entities have none."""
    found = statuses(
        meetings=[Meeting(id="m"), Meeting(id="m")],
        commitments=[promise("c", indicators=[Indicator(id="i", title={"en": "I"})]), promise("m"), promise("c2", meeting="nowhere")],
        roadmap=[step(meeting="nowhere")],
    )

    assert ["m", "c", "c2", "step"] == [*found]
    assert [*found] == [one.id for one in found.values()]
    assert Unknown("no-event", "nowhere") == found["step"].window


@pytest.mark.parametrize("day", [None, "2024-01-01", datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)])
def test_a_day_is_needed(day: Any) -> None:
    """No clock is read, and no time of day is dropped; what was given instead is shown."""
    with pytest.raises(TypeError) as caught:
        statuses_of(agreement(), day)
    assert f"as_of must be a datetime.date, not {shown(day)}" == str(caught.value)


def test_a_status_names_the_words_that_it_rests_on() -> None:
    """The evidence of the entity, then that of the latest report, none twice."""
    found = status(DAY, report("r", evidence=SAID[:1]), report("s", evidence=[SAID[2], SAID[0]]), due="2024-08", evidence=SAID[:2])

    assert (SAID[0], SAID[1], SAID[2]) == found.evidence
    assert () == status(DAY).evidence


def test_each_report_answers_one_occurrence() -> None:
    """One within a window answers it, early ones the next, late ones the one before where nothing else did."""
    half = "RRULE:FREQ=MONTHLY;INTERVAL=6"
    inside = recurring("2025-04-01", report("r", date="2025-03-20", status="fulfilled"), recurrence=half, due="2025-03")
    assert ("scheduled", datetime.date(2025, 9, 30)) == (inside.status, getattr(inside.window, "latest", None))
    early = [report(f"r{year}", date=f"{year}-05-31", status="fulfilled") for year in (2022, 2023)]
    following = recurring("2023-06-02", *early)
    assert ("scheduled", datetime.date(2024, 6, 1)) == (following.status, getattr(following.window, "latest", None))
    late = [report(f"r{year}", date=f"{year}-06-15", status="fulfilled") for year in (2022, 2023)]
    assert "scheduled" == recurring("2023-06-20", *late).status
    assert "overdue" == recurring("2023-06-10", *late[:1]).status


@pytest.mark.parametrize("status", ["planned", "not-fulfilled", "suspended", "withdrawn", "superseded"])
def test_what_was_not_done_answers_nothing(status: Any) -> None:
    """A plan, a failure or a pause is no answer for an occurrence; nor is a report on an indicator."""
    assert "2022-06-01" == str(getattr(recurring("2022-07-01", report("r", date="2022-06-01", status=status)).window, "latest", None))
    indicators = [Indicator(id="i", title={"en": "I"})]
    assert "overdue" == recurring("2022-07-01", report("r", "i", date="2022-06-01", status="fulfilled"), indicators=indicators).status


def test_a_last_occurrence_done_late_is_met_late() -> None:
    """Where the series has ended with a report after its last day, whatever was reported of the occurrences before."""

    def found(*reports: Report) -> str:
        rule = "RRULE:FREQ=YEARLY;UNTIL=20260131;BYMONTH=1;BYMONTHDAY=31"
        return status(datetime.date(2026, 3, 1), *reports, due="2025-01-31", recurrence=rule).status

    last = report("r", date="2026-02-15", status="fulfilled")
    assert "met-late" == found(last)
    assert "met-late" == found(report("q", date="2025-01-31", status="fulfilled"), last)


def test_a_meeting_held_late_moves_what_is_counted_from_it() -> None:
    """What is due thirty days after a meeting is due thirty days after it took place; the meeting's own window stays what it was."""
    found = statuses(
        datetime.date(2025, 10, 20),
        meetings=[Meeting(id="m", date="2025-06", status="scheduled")],
        commitments=[promise("after", due=Timing(anchor="m", offset="P30D")), promise("at", due=Timing(anchor="m"))],
        reports=[report("r", "m", status="fulfilled", date="2025-10-10")],
    )

    assert ("met-late", datetime.date(2025, 6, 30)) == (found["m"].status, getattr(found["m"].window, "latest", None))
    assert ("rescheduled", datetime.date(2025, 11, 9)) == (found["after"].status, getattr(found["after"].window, "latest", None))
    assert ("overdue", datetime.date(2025, 10, 10)) == (found["at"].status, getattr(found["at"].window, "latest", None))


def test_what_was_done_after_its_event_was_put_off_is_judged_by_the_new_date() -> None:
    """A promise due a month after a meeting that was put off is met in time within a month of the new date."""
    found = statuses(
        datetime.date(2025, 10, 20),
        meetings=[Meeting(id="m", date="2024-09-01")],
        commitments=[promise(due=Timing(anchor="m", offset="P1M"))],
        reports=[report("r", "m", due="2025-06-01"), report("s", status="fulfilled", date="2025-06-20")],
    )

    assert ("met", datetime.date(2025, 7, 1)) == (found["c"].status, getattr(found["c"].window, "latest", None))


def test_a_milestone_that_delivers_more_than_its_meeting_has_a_fate_of_its_own() -> None:
    """The roadmap that was to be set at a meeting is not set because the meeting took place."""
    found = statuses(
        meetings=[Meeting(**MEETING, status="held")],
        commitments=[promise("hold", meeting="m"), promise("plan", due=Timing(anchor="m"))],
        roadmap=[step("set", meeting="m", delivers=["hold", "plan"]), step("met", meeting="m", delivers=["hold"])],
    )

    assert {"m": "met", "hold": "met", "plan": "overdue", "set": "overdue", "met": "met"} == {
        name: one.status for name, one in found.items()
    }


def test_a_date_of_ones_own_stays_when_the_event_that_it_shares_moves() -> None:
    """A promise due in 2024 is, whatever becomes of the meeting or milestone of that date that delivers it."""
    meetings = [Meeting(id="g", date="2024", status="cancelled")]
    shared: dict[str, Any] = {"commitments": [promise(due="2024")], "roadmap": [step(meeting="g", delivers=["c"])], "meetings": meetings}

    assert ["missed", "overdue", "unknown"] == [one.status for one in statuses(**shared).values()]
    moved = statuses(
        commitments=[promise(due="2024")], roadmap=[step(due="2024", delivers=["c"])], reports=[report("r", "step", due="2026")]
    )
    assert ("overdue", "rescheduled") == (moved["c"].status, moved["step"].status)


def test_a_date_that_did_not_move_is_not_rescheduled() -> None:
    """A report that repeats the date puts nothing off."""
    assert "scheduled" == status(DAY, report("r", due="2027-01"), due="2027-01").status


def test_an_uncertain_day_of_fulfilment_is_not_certainly_late() -> None:
    """About February is after January, and yet nobody can be sure."""
    assert "met" == status(DAY, report("r", status="fulfilled", date="2024-10~"), due="2024-08").status


@pytest.mark.parametrize(
    ("later", "expected"),
    [("2027", "rescheduled"), ("2025-01-01", "rescheduled"), ("2024-12", "overdue"), (None, "overdue"), ("2025/..", "rescheduled")],
)
def test_a_promise_taken_up_again_is_not_late_yet(later: str | None, expected: str) -> None:
    """A later record that continues it, and is itself not late, gives it a new date."""
    other = agreement("b", commitments=[promise("d", continues=["a#c"], due=later), promise("e", continues=["x#c"], due="2030")])
    record = agreement(commitments=[promise(due="2024-08")])

    assert expected == statuses_of(record, DAY, [other])["c"].status
    assert "overdue" == statuses_of(record, DAY)["c"].status
    vague = agreement(commitments=[promise(due="2024-08~")])
    assert expected.replace("overdue", "possibly-overdue") == statuses_of(vague, DAY, [other])["c"].status


def test_a_promise_to_meet_may_be_taken_up_by_another() -> None:
    """The date of the new meeting is the new date; a promise that nothing is late of is not taken up."""
    other = agreement("b", meetings=[Meeting(id="m", date="2026")], commitments=[promise("d", continues=["a#c"], meeting="m")])

    assert "rescheduled" == statuses_of(agreement(commitments=[promise(due="2024-08")]), DAY, [other])["c"].status
    assert "due" == statuses_of(agreement(commitments=[promise(due="2025")]), DAY, [other])["c"].status


def test_silence_is_told() -> None:
    """Whether anything is told since the window opened."""
    assert status(DAY, due="2024-08").silent
    assert status(DAY, report("r", date="2024-07"), due="2024-08").silent
    assert not status(DAY, report("r", date="2024-08-15"), due="2024-08").silent
    assert not status(DAY, report("r", date="2020"), due=None).silent


def test_a_status_is_made_by_name() -> None:
    """So many members in a row are too easily confused."""
    make: Any = Status
    members = {name: getattr(status(), name) for name in make.__annotations__}

    assert status() == make(**members)
    with pytest.raises(TypeError, match="positional"):
        make(*members.values())
