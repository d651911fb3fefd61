"""What became of the promises of an earlier record."""

from typing import Any

import pytest

from coopmodel.analysis.following import Answers, Comparison, Continued, change_of, compare
from coopmodel.analysis.shifts import Distance, Shift
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Indicator, Milestone
from coopmodel.model.meetings import Participation
from coopmodel.model.statements import Report


def record(name: str, *commitments: Commitment, reports: tuple[Report, ...] = (), **members: Any) -> Agreement:
    base: dict[str, Any] = {"id": name, "revision": 1, "title": {"en": "A"}, "commitments": commitments, "reports": reports}
    return Agreement(**(base | members))


def promise(name: str, *continues: str, strength: Any = None, **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": name}, continues=continues, strength=strength, **members)


def report(*about: str) -> Report:
    return Report(id="report", text={"en": "R"}, about=about)


def ids(commitments: tuple[Commitment, ...]) -> list[str]:
    return [commitment.id for commitment in commitments]


def names(pairs: tuple[Continued, ...]) -> list[tuple[str, str]]:
    return [(earlier.id, later.id) for earlier, later in pairs]


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        ("interest", "intended", "strengthened"),
        ("agreed", "binding", "strengthened"),
        ("announced", "intended", "weakened"),
        ("binding", "interest", "weakened"),
        ("agreed", "agreed", "carried-over"),
        (None, "binding", "carried-over"),
        ("binding", None, "carried-over"),
        (None, None, "carried-over"),
    ],
)
def test_strengths_are_compared_by_rank(earlier: Any, later: Any, change: str) -> None:
    """Strengths compare by their rank and not as words; what nobody judged is comparable with nothing."""
    assert change == change_of(earlier, later)
    assert change == Continued(promise("x", strength=earlier), promise("y", strength=later)).change


def test_a_second_meeting_is_compared_with_the_first() -> None:
    """Every earlier promise is carried over, strengthened, weakened, reported on or dropped; every later one that continues nothing is new."""
    first = record(
        "first",
        promise("kept", strength="agreed"),
        promise("firmer", strength="interest"),
        promise("weaker", strength="agreed"),
        promise("told", strength="agreed"),
        promise("forgotten", strength="agreed"),
    )
    second = record(
        "second",
        promise("fresh"),
        promise("a", "first#weaker", strength="intended"),
        promise("b", "first#firmer", strength="agreed"),
        promise("c", "first#kept", strength="agreed"),
        reports=(report("first#told"),),
    )
    comparison = compare(first, second)

    assert [("kept", "c")] == names(comparison.carried_over)
    assert [("firmer", "b")] == names(comparison.strengthened)
    assert [("weaker", "a")] == names(comparison.weakened)
    assert (["told"], ["forgotten"], ["fresh"], []) == tuple(
        [ids(found) for found in (comparison.reported, comparison.dropped, comparison.new, comparison.repeated)]
    )
    assert [("kept", "c"), ("firmer", "b"), ("weaker", "a")] == names(comparison.pairs)
    assert comparison.pairs == comparison.carried_over + comparison.strengthened + comparison.weakened
    assert comparison.earlier is first
    assert comparison.later is second


def test_one_promise_may_become_several_and_several_one() -> None:
    """Each continuation is a pair, in the order of the earlier record and then of the later one; a reference that stands twice is one."""
    comparison = compare(
        record("first", promise("x"), promise("y")),
        record("second", promise("b", "first#y", "first#x", "first#x"), promise("a", "first#x")),
    )

    assert [("x", "b"), ("x", "a"), ("y", "b")] == names(comparison.pairs)
    assert ((), ()) == (comparison.dropped, comparison.new)


def test_what_is_continued_is_not_listed_as_reported_on() -> None:
    """A promise that is continued and reported on stands in its pair alone."""
    comparison = compare(record("first", promise("x")), record("second", promise("a", "first#x"), reports=(report("first#x"),)))

    assert ([("x", "a")], (), ()) == (names(comparison.pairs), comparison.reported, comparison.dropped)


def test_the_same_id_in_two_records_means_nothing() -> None:
    """Ids are unique within a record: without ``continues`` a promise with the same id is new, and the old one dropped."""
    comparison = compare(record("first", promise("x")), record("second", promise("x"), promise("y", "x")))

    assert ((), ["x"], ["x", "y"]) == (comparison.pairs, ids(comparison.dropped), ids(comparison.new))


def test_references_into_other_records_and_to_nothing_do_not_count() -> None:
    """What continues a third record, or an id that the earlier one has not among its commitments, continues nothing of it."""
    comparison = compare(
        record("first", promise("x"), roadmap=[Milestone(id="step", title={"en": "S"})]),
        record("second", promise("a", "third#x"), promise("b", "first#lost"), promise("c", "first#step"), reports=(report("third#x"),)),
    )

    assert ((), ["x"], ["a", "b", "c"]) == (comparison.pairs, ids(comparison.dropped), ids(comparison.new))


def test_a_record_whose_id_begins_alike_is_another_one() -> None:
    """``first-a#x`` is not in ``first``, nor ``first#x`` in ``first-a``."""
    assert () == compare(record("first", promise("x")), record("second", promise("a", "first-a#x"))).pairs
    assert () == compare(record("first-a", promise("x")), record("second", promise("a", "first#x"))).pairs


def test_what_repeats_a_continued_promise_is_not_new() -> None:
    """A commitment that continues another one of its own record that is in a pair, over any number of steps, is listed apart."""
    comparison = compare(
        record("first", promise("x")),
        record(
            "second",
            promise("again", "a"),
            promise("a", "first#x"),
            promise("and-again", "second#again", "a"),
            promise("free", "round"),
            promise("round", "free"),
        ),
    )

    assert ([("x", "a")], ["again", "and-again"], ["free", "round"]) == (
        names(comparison.pairs),
        ids(comparison.repeated),
        ids(comparison.new),
    )


def test_a_pair_that_repeats_another_is_a_pair() -> None:
    """What continues the earlier record itself stands in its pair alone, also where it continues another one of its record."""
    comparison = compare(record("first", promise("x")), record("second", promise("a", "first#x"), promise("b", "a", "first#x")))

    assert ([("x", "a"), ("x", "b")], (), ()) == (names(comparison.pairs), comparison.repeated, comparison.new)


def test_two_revisions_of_one_agreement_go_by_id() -> None:
    """A published id means the same promise; a new id continues what it names; a report on it counts without the record's id."""
    old = record("a", promise("x", strength="agreed"), promise("y"), promise("split"), promise("told"), promise("gone"))
    new = record(
        "a", promise("y", "x"), promise("x", strength="binding"), promise("part", "split"), promise("other"), reports=(report("told"),)
    )
    comparison = compare(old, new)

    assert [("x", "x"), ("y", "y"), ("split", "part")] == names(comparison.pairs)
    assert [("x", "x")] == names(comparison.strengthened)
    assert (["told"], ["gone"], ["other"]) == tuple([ids(found) for found in (comparison.reported, comparison.dropped, comparison.new)])


@pytest.mark.parametrize("about", ["first#x", "first#count", "first#next", "first#step"])
def test_a_report_may_be_about_what_stands_for_a_promise(about: str) -> None:
    """A report on an indicator of it, on the meeting that it promises or on a milestone that delivers it is one on the promise."""
    indicator = Indicator(id="count", title={"en": "How many"})
    first = record(
        "first",
        promise("x", indicators=[indicator], meeting="next"),
        promise("y"),
        roadmap=[Milestone(id="step", title={"en": "S"}, delivers=["x"]), Milestone(id="other", title={"en": "S"}, delivers=["y"])],
    )

    assert {"x"} == Answers([record("second", reports=(report(about),))]).reported_on(first)


def test_a_report_on_nothing_is_on_nothing() -> None:
    """A report about no entity, or one of the reporting record itself, answers for no earlier promise."""
    answers = Answers([record("second", promise("x"), reports=(report(), report("x")))])

    assert set() == answers.reported_on(record("first", promise("x")))


def test_what_nobody_answers_for() -> None:
    """Of a record's commitments those are left that no given record continues or reports on, in their order; its own count too."""
    first = record("first", promise("c"), promise("b"), promise("a"), promise("own"), promise("new", "own"), reports=(report("b"),))
    answers = Answers([first, record("second", promise("x", "first#a"))])

    assert ["c", "new"] == ids(answers.unanswered(first))
    assert ({"first#own", "first#a"}, {"first#b"}) == (answers.continued, answers.about)
    assert first.commitments == Answers([]).unanswered(first)


def test_a_comparison_is_shown_without_its_records() -> None:
    """The text of a comparison is that of its parts: two whole records would drown them."""
    comparison = compare(record("first"), record("second"))

    assert "Comparison(pairs=(), reported=(), dropped=(), new=(), repeated=())" == repr(comparison)


def test_a_comparison_is_made_by_name() -> None:
    """Five tuples in a row are too easily confused."""
    first = record("first")
    with pytest.raises(TypeError, match="positional"):
        Comparison(first, first, (), (), (), (), ())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_a_long_chain_of_repetitions_ends() -> None:
    """Ten thousand commitments, each continuing the one before, overflow nothing."""
    chain = [promise("c0", "first#x"), *[promise(f"c{number}", f"c{number - 1}") for number in range(1, 10_000)]]

    assert 9_999 == len(compare(record("first", promise("x")), record("second", *chain)).repeated)


def test_of_commitments_that_share_an_id_the_first_is_continued() -> None:
    """All that continue the id are paired with the first, and every further one only once, so that it has a place and pairs stay few."""
    old = record("first", promise("x"), promise("x"), promise("x"))
    new = record("second", promise("a", "first#x"), promise("b", "first#x"))
    pairs = compare(old, new).pairs

    assert [(0, "a"), (0, "b"), (1, "a"), (2, "a")] == [
        (next(place for place, one in enumerate(old.commitments) if one is pair.earlier), pair.later.id) for pair in pairs
    ]


def test_dates_are_compared_as_each_record_counts_them() -> None:
    """Of two agreements only days tell; of two revisions of one, distances from an event without a date do, too."""
    one = promise("a", due={"anchor": "adoption", "offset": "P60D"})
    other = promise("a", "first#a", due={"anchor": "adoption", "offset": "P90D"})
    (pair,) = (revisions := compare(record("first", one), record("first", other))).pairs
    (later,) = (agreements := compare(record("first", one), record("second", other))).pairs
    act = Participation(action="adoption", date="2024-05-02")
    (known,) = (dated := compare(record("first", one, participation=[act]), record("second", other, participation=[act]))).pairs

    assert Shift("later", Distance(0, 30), Distance(0, 30)) == revisions.moved(pair)
    assert agreements.moved(later) is None
    assert Shift("later", Distance(0, 30), Distance(0, 30)) == dated.moved(known)


@pytest.mark.parametrize(("one", "other"), [("2025", "2025"), (None, "2025"), ("2025", None), (None, None)])
def test_a_date_that_stays_or_is_not_there_did_not_move(one: str | None, other: str | None) -> None:
    """Nothing is said of a date that comes or goes."""
    (pair,) = (found := compare(record("first", promise("a", due=one)), record("second", promise("b", "first#a", due=other)))).pairs

    assert found.moved(pair) is None
