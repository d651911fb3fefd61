"""Which meetings took place, and where promises were made."""

from typing import Any

import pytest

from coopmodel.analysis.meetings import meetings_held, meetings_of_promises
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import AgendaItem, Delegation, Meeting
from coopmodel.model.statements import Statement

WORDS = {"en": "x"}


def record(**members: Any) -> Agreement:
    return Agreement(id="a", revision=1, title=WORDS, **members)


def promise(name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement=WORDS, **members)


AGENDA = [AgendaItem(title={"en": "Trade"})]


def words(**members: Any) -> Statement:
    return Statement(id="s", text=WORDS, speaker="cl", **members)


@pytest.mark.parametrize(
    ("status", "held"), [("held", True), ("scheduled", False), ("postponed", False), ("cancelled", False), (None, False)]
)
def test_the_status_tells_whether_a_meeting_was_held(status: Any, *, held: bool) -> None:
    """What it says counts, also against what seems to have happened there; a meeting of which nothing is known was not held."""
    assert held == ("m" in meetings_held(record(meetings=[Meeting(id="m", status=status)])))
    if status is not None:
        assert held == ("m" in meetings_held(record(meetings=[Meeting(id="m", status=status, delegations=[Delegation(party="cl")])])))


@pytest.mark.parametrize(
    "members",
    [
        {"meetings": [Meeting(id="m", delegations=[Delegation(party="cl")]), Meeting(id="n")]},
        {"meetings": [Meeting(id="m"), Meeting(id="n")], "statements": [words(meeting="m")]},
        {"meetings": [Meeting(id="m"), Meeting(id="n")], "commitments": [promise(made_at="m")]},
        {"meetings": [Meeting(id="m", agenda=AGENDA)], "statements": [words()]},
        {"meetings": [Meeting(id="m", agenda=AGENDA)], "commitments": [promise()]},
        {"meetings": [Meeting(id="m", agenda=AGENDA)], "commitments": [promise(meeting="other")]},
    ],
    ids=["who came", "what was said", "what was promised", "words at the only one", "promises at the only one", "a promise of another one"],
)
def test_without_a_status_it_was_held_where_something_happened(members: dict[str, Any]) -> None:
    """Somebody came, spoke or promised something there; what names no meeting happened at the only one, if that has an agenda."""
    assert {"m"} == meetings_held(record(**members))


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"meetings": [Meeting(id="m", agenda=AGENDA)]},
        {"meetings": [Meeting(id="m")], "statements": [words()]},
        {"meetings": [Meeting(id="m")], "commitments": [promise()]},
        {"meetings": [Meeting(id="m", agenda=AGENDA)], "commitments": [promise(meeting="m")]},
        {"meetings": [Meeting(id="m")]},
        {"meetings": [Meeting(id="m"), Meeting(id="n")], "commitments": [promise()], "statements": [words()]},
        {"meetings": [Meeting(id="m")], "commitments": [promise(meeting="m")]},
        {"meetings": [Meeting(id="m")], "commitments": [promise(made_at="n")], "statements": [words(meeting="n")]},
    ],
    ids=["none", "nothing said", "no agenda", "no agenda either", "the next one", "nothing", "one of two", "the next meeting", "elsewhere"],
)
def test_what_names_no_meeting_tells_nothing_of_several(members: dict[str, Any]) -> None:
    """Of two meetings nobody knows which; a promise to hold the only one was made before it."""
    assert set() == meetings_held(record(**members))


def test_a_promise_was_made_where_it_says() -> None:
    """Where it names a meeting, held or not; of two promises or meetings with one id the first counts; an unknown meeting is none."""
    first, second = Meeting(id="m"), Meeting(id="m", status="held")
    other = Meeting(id="n", status="scheduled")
    commitments = [promise("c", made_at="m"), promise("d", made_at="n"), promise("c", made_at="n"), promise("e", made_at="nowhere")]
    found = meetings_of_promises(record(meetings=[first, second, other], commitments=commitments))

    assert ["c", "d"] == [*found]
    assert found["c"] is first
    assert found["d"] is other


def test_what_names_no_meeting_was_promised_at_the_only_one_that_was_held() -> None:
    """Where several were held, or none, nobody knows."""
    held, planned = Meeting(id="m", status="held"), Meeting(id="n", status="scheduled")

    assert {"c": held} == meetings_of_promises(record(meetings=[planned, held], commitments=[promise()]))
    assert {} == meetings_of_promises(record(meetings=[held, Meeting(id="o", status="held")], commitments=[promise()]))
    assert {} == meetings_of_promises(record(meetings=[planned], commitments=[promise()]))
