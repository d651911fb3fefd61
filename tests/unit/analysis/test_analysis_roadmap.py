"""Milestones in order, the time between them, the critical chain, and what is blocked by what."""

import datetime
from typing import Any

import pytest

from coopmodel.analysis.graph import circle_in, in_order, turned
from coopmodel.analysis.roadmap import Blocked, Chain, Roadmap, roadmap_of
from coopmodel.analysis.slack import Slack, slack_between, soonest
from coopmodel.analysis.status import statuses_of
from coopmodel.errors import InvalidValue, UnknownIdentifier
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.statements import Report
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period
from coopmodel.values.timing import Timing, Unknown


def step(name: str, *depends_on: str, due: Any = None, **members: Any) -> Milestone:
    return Milestone(id=name, title={"en": name}, depends_on=depends_on, due=due, **members)


def roadmap(*steps: Milestone, moved: dict[str, Bounds | Unknown] | None = None, **members: Any) -> Roadmap:
    return roadmap_of(Agreement(id="a", revision=1, title={"en": "A"}, roadmap=steps, **members), moved=moved)


def order(*steps: Milestone) -> str:
    return " ".join(step.milestone.id for step in roadmap(*steps).steps)


def day(text: str) -> Bounds:
    date = datetime.date.fromisoformat(text)
    return Bounds(date, date)


def test_slack_is_as_vague_as_the_dates() -> None:
    """Between the second half of 2024 and March 2025 lie 60 to 273 days: from the last day to the first, and from the first to the last."""
    assert Slack(60, 273) == slack_between(PartialDate("2024-41"), PartialDate("2025-03"))


def test_slack_is_negative_where_the_second_date_comes_first() -> None:
    """Turned round, the same two dates lie the same days apart the other way."""
    assert Slack(-273, -60) == slack_between(PartialDate("2025-03"), PartialDate("2024-41"))


def test_slack_between_equal_windows_may_go_either_way() -> None:
    """Two things due in one month are at most its length apart."""
    assert Slack(-29, 29) == slack_between(PartialDate("2025-04"), PartialDate("2025-04"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2025-01-01/..", "2025-02-01", Slack(None, 31)),
        ("../2025-01-01", "2025-02-01", Slack(31, None)),
        ("2025-01-01", "2025-02-01/..", Slack(31, None)),
        ("2025-01-01", "../2025-02-01", Slack(None, 31)),
        ("2025-01-01/", "2025-02-01", Slack(None, 31, least_certain=False)),
        ("/2025-01-01", "2025-02-01", Slack(31, None, most_certain=False)),
        ("2025-01-01", "2025-02-01/", Slack(31, None, most_certain=False)),
        ("2025-01-01", "/2025-02-01", Slack(None, 31, least_certain=False)),
        ("2025-01-01~/2025-01-11", "2025-02-01", Slack(21, 31, most_certain=False)),
        ("2025-01-01/2025-01-11?", "2025-02-01", Slack(21, 31, least_certain=False)),
        ("2025-01-01", "2025-02-01%/2025-02-03", Slack(31, 33, least_certain=False)),
        ("2025-01-01", "2025-02-01/2025-02-03~", Slack(31, 33, most_certain=False)),
    ],
)
def test_slack_knows_no_more_than_the_dates(first: str, second: str, expected: Slack) -> None:
    """An open end gives no limit, an unknown one none that is known, and a mark makes the days that come from it uncertain."""

    def dated(text: str) -> PartialDate | Period:
        return Period(text) if "/" in text else PartialDate(text)

    assert expected == slack_between(dated(first), dated(second))


@pytest.mark.parametrize(("least", "most"), [(True, True), (True, False), (False, True), (False, False)])
def test_slack_is_certain_when_both_ends_are(*, least: bool, most: bool) -> None:
    """One uncertain end makes the interval uncertain."""
    assert (least and most) is Slack(1, 2, least, most).certain


def test_slack_is_measured_between_dates() -> None:
    """A text may be meant as a date or as a period, and is refused."""
    with pytest.raises(InvalidValue, match="expected a PartialDate"):
        slack_between("2024", PartialDate("2025"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_the_soonest_of_several_dates() -> None:
    """It begins no sooner than the first of them may, and is over when the first of them must be."""
    assert Bounds(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)) == soonest(
        [PartialDate("2024").bounds, PartialDate("2025").bounds]
    )
    assert Bounds(datetime.date(2024, 1, 1), datetime.date(2024, 2, 29)) == soonest(
        [PartialDate("2024-02").bounds, PartialDate("2024").bounds]
    )


def test_the_soonest_of_open_dates() -> None:
    """What has no first day may come first at any time; what has no last day leaves the last day to the others."""
    march = PartialDate("2024-03").bounds
    assert Bounds(None, march.latest) == soonest([march, Period("../2025").bounds])
    assert march == soonest([march, Period("2025/..").bounds])
    assert Bounds(march.earliest, None) == soonest([Period("2024-03/..").bounds])
    assert soonest([]) is None


def test_the_soonest_of_uncertain_dates_is_uncertain() -> None:
    """Something due about 2030 might come first after all; each end goes by its own mark."""
    march = PartialDate("2024-03").bounds
    assert Bounds(march.earliest, march.latest, earliest_certain=False) == soonest([march, Period("2030~/2031").bounds])
    assert Bounds(march.earliest, march.latest, latest_certain=False) == soonest([march, Period("2030/2031~").bounds])


def test_a_step_comes_after_those_that_it_depends_on() -> None:
    """Whatever the document and the dates say."""
    assert "a b c" == order(step("c", "b", "a"), step("b", "a", due="2020"), step("a", due="2030"))


def test_dates_decide_where_dependencies_do_not() -> None:
    """The one that is over first comes first; then the one that begins first; then the first of the document."""
    assert "month half year" == order(step("year", due="2024"), step("half", due="2024-40"), step("month", due="2024-02"))
    assert "year december" == order(step("december", due="2024-12"), step("year", due="2024"))
    assert "x y z" == order(step("x", due="2024"), step("y", due="2024"), step("z", due="2024"))


def test_what_something_early_waits_for_comes_early() -> None:
    """A step without a date, or with a late one, counts as due with what waits for it, also through others."""
    assert "survey permits works other" == order(
        step("other", due="2026"), step("works", "permits", due="2025"), step("permits", "survey"), step("survey", due="2030")
    )


def test_what_has_no_date_and_is_waited_for_by_nothing_dated_comes_last() -> None:
    """It stays in the order of the document."""
    assert "dated x y" == order(step("x"), step("y", "x"), step("dated", due="9998"))


def test_an_open_end_counts_by_its_beginning() -> None:
    """What is due "from 2024 on" comes before what is due in 2025, and "until 2023" before both."""
    assert "until from late" == order(step("late", due="2025"), step("from", due="2024/.."), step("until", due="../2023"))


def test_a_window_without_any_day_counts_as_no_date() -> None:
    """In the order it comes last, and on the critical chain first."""
    nothing = Bounds(None, None, earliest_certain=False, latest_certain=False)
    found = roadmap(step("x", due="2024"), step("y"), step("z", "x", "y"), moved={"x": nothing, "y": PartialDate("2023").bounds})

    assert ["y", "x", "z"] == [one.milestone.id for one in found.steps]
    assert ("y", "z") == found.critical.milestones


def test_steps_in_a_circle_and_those_that_wait_for_one_have_no_order() -> None:
    """They are named apart, in the order of the document, and the circle by itself; what merely comes before them keeps its place."""
    found = roadmap(step("waits", "b"), step("a", "b"), step("b", "a", "first"), step("first"), step("self", "self"))

    assert ["first"] == [one.milestone.id for one in found.steps]
    assert ["waits", "a", "b", "self"] == [one.milestone.id for one in found.unordered]
    assert (("a", "b"), ("self",)) == found.circles
    assert (("first",), (), None) == found.critical


def test_a_step_is_what_the_record_says_of_a_milestone() -> None:
    """Its pointer, its window, and whom it waits for and who for it: each once, without what is no milestone."""
    survey, works = step("survey", due="2024"), step("works", "survey", "gone", due="2025-01")
    found = roadmap(works, survey, step("opening", "works", "survey"))

    assert found.by_id["works"] == found.steps[1]
    assert ("/roadmap/0", works, PartialDate("2025-01").bounds, ("survey",), ("opening",), None) == found.by_id["works"]
    assert ("/roadmap/1", survey, PartialDate("2024").bounds, (), ("works", "opening"), Slack(1, 396)) == found.by_id["survey"]
    assert ("works", "survey") == found.by_id["opening"].depends_on
    assert found.by_id["opening"].window is None


def test_of_two_milestones_with_one_id_the_first_counts() -> None:
    """The second is no step: references cannot mean it."""
    found = roadmap(step("a", due="2024"), step("b", "a"), step("a", "b", due="2020"))

    assert ["a", "b"] == [one.milestone.id for one in found.steps]
    assert "/roadmap/0" == found.by_id["a"].pointer
    assert () == found.circles


def test_a_milestone_that_is_a_meeting_is_due_with_it() -> None:
    """Anchors are resolved: of meetings, of other milestones, of acts; or it is said why not."""
    found = roadmap(
        step("meets", meeting="second"),
        step("after", due=Timing(anchor="meets", offset="P1D")),
        step("signed", due=Timing(anchor="signature")),
        step("unsigned", due=Timing(anchor="entry-into-force", offset="P60D")),
        step("absent", meeting="third"),
        meetings=[Meeting(id="second", date="2024-05-31")],
        participation=[Participation(action="signature", date="2024-02")],
    )

    assert {
        "meets": day("2024-05-31"),
        "after": day("2024-06-01"),
        "signed": PartialDate("2024-02").bounds,
        "unsigned": Unknown("no-date", "entry-into-force"),
        "absent": Unknown("no-event", "third"),
    } == {name: one.window for name, one in found.by_id.items()}


def test_slack_runs_to_the_first_due_date_of_all_that_waits() -> None:
    """The nearest of several decides, also one that waits through another, dated or not; without dates there is no slack."""
    found = roadmap(
        step("a", due="2024-01-01"),
        step("b", "a", due="2024-06-01"),
        step("c", "a"),
        step("d", "c", due="2024-03-01"),
        step("e", "b", due="2024-02-01"),
    )

    assert {"a": Slack(31, 31), "b": Slack(-121, -121), "c": None, "d": None, "e": None} == {
        name: one.slack for name, one in found.by_id.items()
    }


def test_slack_is_known_before_a_circle() -> None:
    """What waits in a circle has a date all the same."""
    found = roadmap(step("a", due="2024-01-01"), step("b", "a", "c", due="2024-01-11"), step("c", "b", due="2024-01-05"))

    assert Slack(10, 10) == found.by_id["a"].slack
    assert found.by_id["b"].slack is None


def test_a_date_that_was_moved_counts_instead() -> None:
    """Order, slack and chain go by the new date; ids that are no milestone change nothing."""
    found = roadmap(
        step("a", due="2024-01-01"),
        step("b", due="2024-02-01"),
        step("c", "a", due="2024-12-01"),
        moved={"a": day("2024-11-30"), "gone": day("2024-01-01")},
    )

    assert ["b", "a", "c"] == [one.milestone.id for one in found.steps]
    assert day("2024-11-30") == found.by_id["a"].window
    assert Slack(1, 1) == found.by_id["a"].slack
    assert {"a", "b", "c"} == set(found.by_id)


def test_a_roadmap_goes_on_from_what_was_reported() -> None:
    """Windows and what is met come from the statuses as of a day: a report that puts a step off moves it here too."""
    record = Agreement(
        id="a",
        revision=1,
        title={"en": "A"},
        roadmap=[step("survey", due="2024-01"), step("works", "survey", due="2024-06"), step("opening", "works", due="2024-12")],
        reports=[
            Report(id="r", text={"en": "R"}, about=["survey"], date="2024-01", status="fulfilled"),
            Report(id="q", text={"en": "Q"}, about=["works"], date="2024-05", due="2024-11"),
        ],
    )
    statuses = statuses_of(record, datetime.date(2024, 6, 1))
    found = roadmap_of(record, moved={identifier: status.window for identifier, status in statuses.items()})

    assert Slack(1, 60) == found.by_id["works"].slack
    assert (Blocked("opening", ("works",)),) == found.blocked([name for name, one in statuses.items() if one.status in {"met", "met-late"}])


def test_a_date_that_was_lost_counts_as_none() -> None:
    """What is put off to a date that cannot be told has no window."""
    found = roadmap(step("a", due="2024"), step("b", "a", due="2025"), moved={"a": Unknown("no-date", "x")})

    assert Unknown("no-date", "x") == found.by_id["a"].window
    assert found.by_id["a"].slack is None


def test_the_critical_chain_leads_back_over_the_least_slack() -> None:
    """From the last milestone, at each step to the dependency that is due last."""
    found = roadmap(
        step("survey", due="2024-03"),
        step("permits", due="2024-06"),
        step("works", "survey", "permits", due="2024-12-31"),
        step("purchase", due="2024-11"),
        step("opening", "purchase", "works", due="2025-41"),
        step("other", due="2025-06"),
    )

    assert Chain(("permits", "works", "opening"), (Slack(184, 213), Slack(182, 365)), Slack(366, 578)) == found.critical


def test_what_ends_last_is_critical_and_then_what_begins_last() -> None:
    """Of windows with one last day the one that begins last leaves the least time."""
    assert ("december", "end") == roadmap(
        step("year", due="2024"), step("december", due="2024-12"), step("end", "year", "december")
    ).critical[0]
    assert ("x",) == roadmap(step("x", due="2024-12"), step("y", due="2024")).critical[0]
    assert ("x",) == roadmap(step("y", due="2024-11"), step("x", due="2024-12")).critical[0]


def test_a_link_that_says_nothing_new_does_not_cut_the_chain_short() -> None:
    """Between equals the longer chain is critical, then the one that stands first in the document."""
    steps = step("a", due="2024"), step("b", "a", due="2024"), step("c", "a", "b", due="2024")

    assert ("a", "b", "c") == roadmap(*steps).critical.milestones
    assert ("x", "z") == roadmap(step("x"), step("y"), step("z", "y", "x")).critical.milestones


def test_a_step_without_a_date_passes_on_how_late_it_can_be() -> None:
    """It cannot be met before what it waits for."""
    found = roadmap(step("a", due="2026-01-01"), step("b", "a"), step("c", due="2025"), step("d", "b", "c", due="2026-01-11"))

    assert Chain(("a", "b", "d"), (None, None), Slack(10, 10)) == found.critical


def test_what_waits_for_something_late_is_late_itself() -> None:
    """A milestone due before its dependency ends the roadmap later than its own date says."""
    found = roadmap(step("a", due="2026"), step("b", "a", due="2024"), step("c", due="2025"))

    assert Chain(("a", "b"), (Slack(-1095, -366),), Slack(-1095, -366)) == found.critical


def test_without_dates_the_longest_chain_is_critical() -> None:
    """Where nothing is dated, the number of steps is all that can be told."""
    assert Chain(("b", "c", "d"), (None, None), None) == roadmap(step("a"), step("b"), step("c", "b"), step("d", "a", "c")).critical


def test_a_chain_with_one_date_has_no_span() -> None:
    """A span needs two dates."""
    assert Chain(("a", "b"), (None,), None) == roadmap(step("a", due="2024"), step("b", "a")).critical


def test_an_empty_roadmap() -> None:
    """No milestones, no order, no chain."""
    found = roadmap()

    assert ((), (), (), Chain((), (), None), {}) == (found.steps, found.unordered, found.circles, found.critical, found.by_id)
    assert () == found.blocked()
    assert () == found.ready()


def test_roadmaps_of_equal_milestones_are_equal() -> None:
    """A roadmap is a value: it compares by what it says, and can be a key."""
    one, other = roadmap(step("a"), step("b", "a")), roadmap(step("a"), step("b", "a"))

    assert one == other
    assert 1 == len({one, other})
    assert one != roadmap(step("a"), step("b"))


def test_the_parts_of_a_roadmap_are_given_by_name() -> None:
    """Two of its five parts are tuples of steps, which would be mistaken for each other."""
    build: Any = Roadmap
    with pytest.raises(TypeError, match="positional"):
        build((), (), (), Chain((), (), None), {})
    assert roadmap() == build(steps=(), unordered=(), circles=(), critical=Chain((), (), None), by_id={})


def test_a_roadmap_is_shown_by_its_counts() -> None:
    """The text is short, however long the roadmap."""
    assert "<Roadmap: 2 milestones>" == repr(roadmap(step("a"), step("b", "a")))
    assert "<Roadmap: 3 milestones, 2 without order>" == repr(roadmap(step("a"), step("b", "b"), step("c", "b")))


@pytest.fixture
def plan() -> Roadmap:
    """Return a diamond with a tail, and a circle beside it."""
    return roadmap(
        step("opening", "works", "staff"), step("works", "survey"), step("staff", "survey"), step("survey"), step("x", "y"), step("y", "x")
    )


def test_what_is_blocked_names_what_it_waits_for_directly(plan: Roadmap) -> None:
    """In the order of the roadmap, then what has no order; what waits for nothing is not blocked."""
    assert (
        Blocked("works", ("survey",)),
        Blocked("staff", ("survey",)),
        Blocked("opening", ("works", "staff")),
        Blocked("x", ("y",)),
        Blocked("y", ("x",)),
    ) == plan.blocked()
    assert ("survey",) == plan.ready()


def test_what_is_met_blocks_nothing(plan: Roadmap) -> None:
    """Nor is it blocked itself, whatever became of what comes before it."""
    assert (Blocked("opening", ("staff",)), Blocked("x", ("y",)), Blocked("y", ("x",))) == plan.blocked(met=["survey", "works"])
    assert ("staff",) == plan.ready(["survey", "works", "no-milestone"])
    assert [("staff", ("survey",)), ("opening", ("staff",))] == [*plan.blocked(["works", "x", "y"])]
    assert ("survey",) == plan.ready(["works"])
    assert () == plan.ready(["survey", "works", "staff", "opening"])
    assert ("opening",) == plan.ready(iter(["survey", "works", "staff"]))


def test_once_a_circle_is_broken_what_waited_for_it_is_ready() -> None:
    """It still has no order, but somebody met what could not be met."""
    found = roadmap(step("b", "a"), step("a", "a"))

    assert ("b",) == found.ready(["a"])
    assert () == found.blocked(["a"])


def test_blockers_are_all_that_lies_before(plan: Roadmap) -> None:
    """Directly or through others, up to what is met."""
    assert ("survey", "works", "staff") == plan.blockers("opening")
    assert ("survey", "staff") == plan.blockers("opening", met=["works"])
    assert ("works", "staff") == plan.blockers("opening", met=["survey"])
    assert () == plan.blockers("survey")
    assert () == plan.blockers("opening", met=["opening"])
    assert ("x", "y") == plan.blockers("x")


def test_held_up_is_all_that_lies_behind(plan: Roadmap) -> None:
    """Directly or through others that are not met."""
    assert ("works", "staff", "opening") == plan.held_up("survey")
    assert ("staff", "opening") == plan.held_up("survey", met=["works"])
    assert () == plan.held_up("survey", met=["works", "staff"])
    assert () == plan.held_up("survey", met=["survey"])
    assert ("x", "y") == plan.held_up("y")


def test_only_milestones_are_blocked(plan: Roadmap) -> None:
    """An id that no milestone has is a mistake of the caller, and told with the nearest."""
    for ask in (plan.blockers, plan.held_up):
        with pytest.raises(UnknownIdentifier, match="no milestone has the id 'surveys'; did you mean 'survey'") as caught:
            ask("surveys")
        assert "survey" in caught.value.known


def test_a_chain_of_ten_thousand_needs_no_deep_call_stack() -> None:
    """Order, slack, chain and what is blocked are found without recursion."""
    steps = [step(f"m{number}", *([f"m{number + 1}"] if number < 9_999 else []), due="2024") for number in range(10_000)]
    found = roadmap(*steps)

    assert [f"m{number}" for number in range(9_999, -1, -1)] == [one.milestone.id for one in found.steps]
    assert 10_000 == len(found.critical.milestones)
    assert 9_999 == len(found.blockers("m0")) == len(found.held_up("m9999"))


def test_many_that_wait_for_many_take_time_in_proportion() -> None:
    """A thousand steps that all pass through one undated gate are no million pairs."""
    many = [step(f"a{number}", due="2024") for number in range(5_000)]
    gate = step("gate", *[one.id for one in many])
    found = roadmap(*many, gate, *[step(f"b{number}", "gate", due="2025") for number in range(5_000)])

    assert 10_001 == len(found.steps)
    assert Slack(1, 730) == found.by_id["a0"].slack


def test_nodes_of_equal_rank_keep_their_order() -> None:
    """Rank decides only between those that wait for nothing more."""
    assert ("b", "c", "a") == in_order({"a": (), "b": (), "c": ()}, {"a": 2, "b": 1, "c": 1})
    assert ("b", "a") == in_order({"a": ("b", "b", "gone"), "b": ()}, {"a": 0, "b": 9})


def test_turned_round_each_names_what_comes_after_it() -> None:
    """Once, however often it is named, and only nodes."""
    assert {"a": (), "b": ("a", "c"), "c": ()} == turned({"a": ("b", "b"), "b": ("gone",), "c": ("b",)})


def test_a_circle_is_told_from_its_first_node() -> None:
    """Also where the walk enters it further on."""
    assert ("b", "c", "d") == circle_in(("a", "b", "c", "d"), {"a": ("c",), "b": ("c",), "c": ("d",), "d": ("b", "a")})
