"""What agenda items ended in."""

from typing import Any

import pytest

from coopmodel.analysis.outcomes import AgendaOutcome, agenda_outcomes
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import AgendaItem, Meeting


def promise(name: str, *areas: str, strength: Any = None, made_at: str | None = None) -> Commitment:
    return Commitment(id=name, statement={"en": name}, areas=areas, strength=strength, made_at=made_at)


def meeting(name: str, *items: tuple[str, ...], status: Any = "held") -> Meeting:
    return Meeting(id=name, status=status, agenda=[AgendaItem(title={"en": "T"}, areas=areas) for areas in items])


def outcomes(*commitments: Commitment, meetings: list[Meeting]) -> tuple[AgendaOutcome, ...]:
    return agenda_outcomes(Agreement(id="a", revision=1, title={"en": "A"}, commitments=commitments, meetings=meetings))


def ids(outcome: AgendaOutcome) -> list[str]:
    return [commitment.id for commitment in outcome.commitments]


@pytest.mark.parametrize(
    ("strength", "ended_in"),
    [
        ("binding", "action"),
        ("agreed", "action"),
        ("announced", "intention"),
        ("intended", "intention"),
        ("interest", "interest"),
        (None, "unjudged"),
    ],
)
def test_an_item_ended_in_what_its_commitment_is_worth(strength: Any, ended_in: str) -> None:
    """Agreed and binding are action, intended and announced intention, interest is interest, and what nobody judged is just that."""
    (outcome,) = outcomes(promise("c", "health", strength=strength), meetings=[meeting("m", ("health",))])

    assert (ended_in, strength, ["c"], ()) == (outcome.ended_in, outcome.strength, ids(outcome), outcome.bare)
    assert ("/meetings/0/agenda/0", "m", ("health",)) == (outcome.pointer, outcome.meeting.id, outcome.item.areas)


def test_the_firmest_commitment_decides() -> None:
    """Of several commitments the firmest counts, wherever it stands; those that nobody judged do not take away from it."""
    (outcome,) = outcomes(
        promise("a", "health", strength="interest"),
        promise("b", "trade", strength="announced"),
        promise("c", "health"),
        promise("d", "energy", strength="binding"),
        meetings=[meeting("m", ("trade", "health"))],
    )

    assert ("intention", "announced", ["a", "b", "c"]) == (outcome.ended_in, outcome.strength, ids(outcome))


def test_an_item_without_a_commitment_ended_in_nothing() -> None:
    """A commitment on a broader area does not count; every area is left bare, once."""
    (outcome,) = outcomes(
        promise("a", "organized-crime", strength="agreed"), meetings=[meeting("m", ("arms-trafficking", "contraband", "arms-trafficking"))]
    )

    assert ("nothing", None, (), ("arms-trafficking", "contraband")) == (
        outcome.ended_in,
        outcome.strength,
        outcome.commitments,
        outcome.bare,
    )


def test_an_item_may_be_covered_in_part() -> None:
    """Of two areas one may be left bare; a commitment on both is named once."""
    (first, second) = outcomes(
        promise("a", "health", "trade", strength="agreed"), meetings=[meeting("m", ("health", "energy"), ("trade", "health"))]
    )

    assert ("action", ["a"], ("energy",)) == (first.ended_in, ids(first), first.bare)
    assert ("action", ["a"], ()) == (second.ended_in, ids(second), second.bare)


def test_what_an_item_without_areas_ended_in_is_unknown() -> None:
    """No area, no judgement: neither nothing nor something; commitments without area belong to no item."""
    (outcome,) = outcomes(promise("a", strength="agreed"), meetings=[meeting("m", ())])

    assert ("unknown", None, (), ()) == (outcome.ended_in, outcome.strength, outcome.commitments, outcome.bare)


def test_a_commitment_counts_for_the_meeting_where_it_was_made() -> None:
    """What was promised at another meeting is no outcome of this one; what names no meeting may be one of either."""
    (first, second) = outcomes(
        promise("here", "health", made_at="m", strength="agreed"),
        promise("somewhere", "health", strength="interest"),
        promise("lost", "health", made_at="nowhere", strength="intended"),
        meetings=[meeting("m", ("health",)), meeting("n", ("health",))],
    )

    assert (["here", "somewhere", "lost"], "agreed") == (ids(first), first.strength)
    assert (["somewhere", "lost"], "intended") == (ids(second), second.strength)


def test_only_meetings_that_were_held_have_outcomes() -> None:
    """The agenda of a planned meeting has not ended in anything; items come in the order of the document."""
    found = outcomes(
        promise("a", "health", made_at="m"),
        meetings=[meeting("m", ("health",), ("trade",)), meeting("n", ("health",), status="scheduled"), meeting("o", (), status=None)],
    )

    assert ["/meetings/0/agenda/0", "/meetings/0/agenda/1", "/meetings/2/agenda/0"] == [outcome.pointer for outcome in found]
    assert ["unjudged", "nothing", "unknown"] == [outcome.ended_in for outcome in found]


def test_a_record_without_agendas_has_no_outcomes() -> None:
    """Nothing on the table, nothing to tell."""
    assert () == outcomes(promise("a", "health"), meetings=[])
