"""Laws of roadmaps: an order, the time between milestones, a critical chain, and what is blocked by what."""

import datetime
from itertools import pairwise
from typing import Final

from hypothesis import given, settings, strategies as st

from coopmodel.analysis.roadmap import Roadmap, roadmap_of
from coopmodel.analysis.slack import slack_between, soonest
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Milestone
from coopmodel.rules.check import check
from coopmodel.testing.records import agreements
from coopmodel.testing.values import timings
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Timing

_IDS: Final = "abcdef"
_DAYS: Final = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 2, 28))
_WINDOWS: Final = st.tuples(_DAYS, _DAYS).map(lambda days: Bounds(min(days), max(days)))


@st.composite
def steps(draw: st.DrawFn) -> Milestone:
    """Return milestones that depend on anything, with dates of every kind."""
    meets = draw(st.booleans())
    return Milestone(
        id=draw(st.sampled_from(_IDS)),
        title={"en": "x"},
        depends_on=draw(st.lists(st.sampled_from([*_IDS, "gone"]), max_size=3, unique=True)),
        due=None if meets else draw(st.none() | timings(st.sampled_from([*_IDS, "signature", "gone"]))),
        meeting="a" if meets else None,
    )


def roadmaps() -> st.SearchStrategy[Agreement]:
    """Return records with any milestones at all: ids twice, dependencies on nothing, circles."""
    return st.lists(steps(), max_size=8).map(lambda found: Agreement(id="x", revision=1, title={"en": "x"}, roadmap=found))


def after(roadmap: Roadmap, name: str) -> set[str]:
    """Return all that waits for a milestone, by the plainest means."""
    found: set[str] = set()
    while found != (more := found | {step.milestone.id for step in roadmap.by_id.values() if {name, *found} & {*step.depends_on}}):
        found = more
    return found


@given(roadmaps() | agreements())
def test_order(record: Agreement) -> None:
    """Every milestone has one place, after all that it depends on; without one are exactly those that are in a circle or wait for one."""
    roadmap = roadmap_of(record)
    ordered = [step.milestone.id for step in roadmap.steps]
    without = [step.milestone.id for step in roadmap.unordered]
    assert sorted({one.id for one in record.roadmap}) == sorted(ordered + without)
    for number, step in enumerate(roadmap.steps):
        assert set(step.depends_on) <= set(ordered[:number])
    in_circles = {name for name in roadmap.by_id if name in after(roadmap, name)}
    assert in_circles.union(*[after(roadmap, name) for name in in_circles]) == set(without)
    assert {name for circle in roadmap.circles for name in circle} <= in_circles
    for circle in roadmap.circles:
        assert all(other in roadmap.by_id[one].depends_on for one, other in pairwise((*circle, circle[0])))


@given(roadmaps())
def test_chain(record: Agreement) -> None:
    """Each step of the critical chain depends on the one before it, the first on nothing, and nothing ordered waits for the last."""
    roadmap = roadmap_of(record)
    chain = roadmap.critical
    ordered = {step.milestone.id for step in roadmap.steps}
    assert bool(ordered) is bool(chain.milestones)
    assert max(len(chain.milestones) - 1, 0) == len(chain.slacks)
    for (one, other), slack in zip(pairwise(chain.milestones), chain.slacks, strict=True):
        assert one in roadmap.by_id[other].depends_on
        windows = roadmap.by_id[one].window, roadmap.by_id[other].window
        assert (slack is not None) is all(isinstance(window, Bounds) for window in windows)
    if chain.milestones:
        assert () == roadmap.by_id[chain.milestones[0]].depends_on
        assert not ordered & set(roadmap.by_id[chain.milestones[-1]].needed_by)


@given(_WINDOWS, _WINDOWS, st.data())
def test_slack(first: Bounds, second: Bounds, data: st.DataObject) -> None:
    """Slack contains the distance of every pair of days within the windows, and both its ends are such distances."""
    one, other = data.draw(_within(first)), data.draw(_within(second))
    slack = slack_between(first, second)
    assert slack.least is not None
    assert slack.most is not None
    assert slack.least <= (other - one).days <= slack.most
    assert slack_between(one, other).least == slack_between(one, other).most == (other - one).days
    assert (-slack.most, -slack.least) == (slack_between(second, first).least, slack_between(second, first).most)


@given(st.lists(_WINDOWS, min_size=1, max_size=4), st.data())
def test_soonest(windows: list[Bounds], data: st.DataObject) -> None:
    """Whichever of several dates comes first, comes within the bounds that are told."""
    first = min(data.draw(_within(window)) for window in windows)
    bounds = soonest(windows)
    assert bounds is not None
    assert bounds.earliest is not None
    assert bounds.latest is not None
    assert bounds.earliest <= first <= bounds.latest


@given(roadmaps(), st.dictionaries(st.sampled_from(_IDS), _WINDOWS), st.data())
def test_slack_of_a_step(record: Agreement, windows: dict[str, Bounds], data: st.DataObject) -> None:
    """The slack of a milestone contains the days to the first of all that wait for it, on whatever days of their windows they fall."""
    bare = [Milestone(id=one.id, title=one.title, depends_on=one.depends_on) for one in record.roadmap]
    roadmap = roadmap_of(Agreement(id="x", revision=1, title={"en": "x"}, roadmap=bare), moved=windows)
    days = {name: data.draw(_within(window)) for name, window in windows.items() if name in roadmap.by_id}
    for step in roadmap.steps:
        waiting = [days[name] for name in after(roadmap, step.milestone.id) if name in days]
        direct = {name for name in after(roadmap, step.milestone.id) if roadmap.by_id[name] not in roadmap.unordered}
        if step.milestone.id not in days or not waiting:
            assert step.slack is None
        elif len(direct) == len(after(roadmap, step.milestone.id)):
            assert step.slack is not None
            assert step.slack.least is not None
            assert step.slack.most is not None
            assert step.slack.least <= (min(waiting) - days[step.milestone.id]).days <= step.slack.most


@given(roadmaps(), st.sets(st.sampled_from([*_IDS, "gone"])))
def test_blocked(record: Agreement, met: set[str]) -> None:
    """What one waits for, waits to be met; one is met, ready or blocked."""
    roadmap = roadmap_of(record)
    blocked = dict(roadmap.blocked(met))
    ready = set(roadmap.ready(met))
    assert not ready & set(blocked)
    assert set(roadmap.by_id) - met - ready == set(blocked)
    for name in roadmap.by_id:
        assert set(blocked.get(name, ())) <= set(roadmap.blockers(name, met))
        assert bool(blocked.get(name)) is bool(roadmap.blockers(name, met))
        assert not met & {*roadmap.blockers(name, met)}
        for other in roadmap.by_id:
            assert (other in roadmap.blockers(name, met)) is (name in roadmap.held_up(other, met))


@settings(max_examples=settings().max_examples // 2)
@given(roadmaps())
def test_rules_never_fail(record: Agreement) -> None:
    """Whatever the milestones, the rules on roadmaps judge them; and what is in order by the day is no finding."""
    assert "RUL001" not in {finding.code for finding in check(record, select=["RMP", "RUL"])}
    same = [Milestone(id=one.id, title=one.title, depends_on=one.depends_on, due=Timing("2024-05")) for one in record.roadmap]
    assert not check(Agreement(id="x", revision=1, title={"en": "x"}, roadmap=same), select=["RMP002"])


def _within(window: Bounds) -> st.SearchStrategy[datetime.date]:
    assert window.earliest is not None
    assert window.latest is not None
    return st.dates(window.earliest, window.latest)
