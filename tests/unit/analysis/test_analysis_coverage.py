"""Coverage: areas by strength by party, as a whole and within objectives."""

import pickle
from typing import Any

import attrs
import pytest

from coopmodel.analysis.coverage import EVERY, STRENGTHS, Coverage, coverage_by_objective, coverage_of
from coopmodel.errors import InvalidValue, UnknownIdentifier
from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.commitments import Commitment, Objective
from coopmodel.model.meetings import AgendaItem, Meeting
from coopmodel.model.parties import Authority, CountryParty, OrganizationParty

PARTIES = [
    CountryParty(id="cl", country="CL"),
    CountryParty(id="pe", country="PE"),
    OrganizationParty(id="un", name={"en": "United Nations"}, role="third"),
]


def record(*commitments: Commitment, **members: Any) -> Agreement:
    base: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": PARTIES, "commitments": commitments}
    return Agreement(**(base | members))


def promise(name: str, *areas: str, strength: Any = None, by: tuple[str, ...] = (), under: str | None = None) -> Commitment:
    return Commitment(id=name, statement={"en": name}, areas=areas, strength=strength, obligors=by, objective=under)


def ids(commitments: tuple[Commitment, ...]) -> list[str]:
    return [commitment.id for commitment in commitments]


def test_strengths_stand_firmest_first() -> None:
    """The columns are the same for every record, and end with what nobody has judged."""
    assert ("binding", "agreed", "announced", "intended", "interest", None) == STRENGTHS == coverage_of(record()).strengths


def test_an_empty_record_has_parties_and_no_rows() -> None:
    """Without commitments and areas there is nothing to count; the parties are columns all the same, jointly first."""
    coverage = coverage_of(record())

    assert () == coverage.areas
    assert (None, "cl", "pe", "un") == coverage.parties
    assert (0, 0, ()) == (coverage.total, coverage.count(), coverage.commitments())


def test_a_commitment_counts_in_each_of_its_areas_and_once_in_the_total() -> None:
    """Two areas are two rows; an area that is named twice is one; the order of the record is kept in every cell."""
    coverage = coverage_of(record(promise("x", "health", "trade", "health"), promise("y", "health")))

    assert ["x", "y"] == ids(coverage.commitments("health"))
    assert ["x"] == ids(coverage.commitments("trade"))
    assert ["x", "y"] == ids(coverage.commitments())
    assert (2, 1, 2, 2) == (coverage.count("health"), coverage.count("trade"), coverage.count(), coverage.total)


def test_rows_are_what_was_on_the_table_or_promised() -> None:
    """An area that nothing is promised about has a row when it was on the table; commitments without area have the last one."""
    meetings = [
        Meeting(id="m", agenda=[AgendaItem(title={"en": "T"}, areas=["arms-trafficking"])]),
        Meeting(id="n", agenda=[AgendaItem(title={"en": "T"}, areas=["energy"])], status="cancelled"),
    ]
    own = [ThematicArea(code="acme:fish", label={"en": "Fish"})]
    commitments = (promise("x"), promise("y", "acme:cod", "acme:fish", "security"))
    coverage = coverage_of(record(*commitments, areas=["health"], meetings=meetings, taxonomy=own))

    assert ("security", "arms-trafficking", "health", "acme:fish", "acme:cod", None) == coverage.areas
    assert ([], ["x"]) == (ids(coverage.commitments("arms-trafficking")), ids(coverage.commitments(None)))


def test_a_row_for_no_area_stands_only_where_it_is_needed() -> None:
    """Where every commitment has an area there is no such row, and asking for it finds nothing."""
    coverage = coverage_of(record(promise("x", "health")))

    assert ("health",) == coverage.areas
    assert 0 == coverage.count(None)


def test_a_broader_area_does_not_count() -> None:
    """A commitment on arms trafficking is none on organized crime, and the other way round."""
    coverage = coverage_of(record(promise("x", "arms-trafficking"), promise("y", "organized-crime")))

    assert (["x"], ["y"]) == (ids(coverage.commitments("arms-trafficking")), ids(coverage.commitments("organized-crime")))


def test_strengths_are_columns() -> None:
    """A commitment counts under its strength; one that nobody has judged under ``None``."""
    coverage = coverage_of(record(promise("x", "health", strength="agreed"), promise("y", "health"), promise("z", strength="agreed")))

    assert ["x"] == ids(coverage.commitments("health", "agreed"))
    assert ["y"] == ids(coverage.commitments("health", None))
    assert ["x", "z"] == ids(coverage.commitments(strength="agreed"))
    assert (0, 1) == (coverage.count("health", "binding"), coverage.count(strength=None))


def test_what_all_parties_promise_jointly_stands_apart() -> None:
    """Without obligors a commitment counts as joint, and under no party by itself; with all parties named it counts under each."""
    coverage = coverage_of(record(promise("joint", "health"), promise("each", "health", by=("cl", "pe", "cl"))))

    assert ["joint"] == ids(coverage.commitments(party=None))
    assert (["each"], ["each"], []) == tuple([ids(coverage.commitments(party=party)) for party in ("cl", "pe", "un")])
    assert 2 == coverage.count("health")


def test_an_authority_promises_for_its_party() -> None:
    """An obligor that is an authority counts under its party, also where that is not in the record."""
    authorities = [
        Authority(id="pdi", party="cl", name={"en": "PDI"}),
        Authority(id="pdi", party="pe", name={"en": "Another one with this id"}),
        Authority(id="lost", party="bo", name={"en": "Lost"}),
        Authority(id="pe", party="cl", name={"en": "An authority with the id of a party"}),
    ]
    commitments = (promise("x", by=("pdi",)), promise("y", by=("lost",)), promise("z", by=("pe",)), promise("both", by=("cl", "pdi")))
    coverage = coverage_of(record(*commitments, authorities=authorities))

    assert (None, "cl", "pe", "un", "bo") == coverage.parties
    assert (["x", "both"], ["z"], ["y"]) == tuple([ids(coverage.commitments(party=party)) for party in ("cl", "pe", "bo")])


def test_an_unknown_obligor_counts_under_its_own_id() -> None:
    """Nothing is dropped: an id that is neither party nor authority is a column behind the parties."""
    coverage = coverage_of(record(promise("x", "health", by=("zz",)), promise("y", by=("aa",))))

    assert (None, "cl", "pe", "un", "zz", "aa") == coverage.parties
    assert ["x"] == ids(coverage.commitments("health", None, "zz"))


def test_a_cell_is_asked_for_by_all_three() -> None:
    """Area, strength and party together leave what has all three; any of them may be left out."""
    coverage = coverage_of(
        record(
            promise("a", "health", strength="agreed", by=("cl",)),
            promise("b", "health", strength="agreed", by=("pe",)),
            promise("c", "health", strength="interest", by=("cl",)),
            promise("d", "trade", strength="agreed", by=("cl",)),
        )
    )

    assert ["a"] == ids(coverage.commitments("health", "agreed", "cl"))
    assert ["a", "c"] == ids(coverage.commitments("health", party="cl"))
    assert ["a", "d"] == ids(coverage.commitments(strength="agreed", party="cl"))
    assert ["a", "b"] == ids(coverage.commitments("health", "agreed", EVERY))
    assert (1, 2, 3, 3) == (
        coverage.count("health", "agreed", "cl"),
        coverage.count("health", party="cl"),
        coverage.count(party="cl"),
        coverage.count(strength="agreed"),
    )
    assert (0, 0) == (coverage.count("trade", party="pe"), coverage.count("trade", "interest"))
    assert (0, 0) == (coverage.count(strength="binding", party="cl"), coverage.count("trade", "interest", "cl"))


def test_a_misspelt_coordinate_is_refused() -> None:
    """A misspelt area, strength or party would look like an empty cell; the nearest one that there is is named."""
    coverage = coverage_of(record(promise("x", "health")))

    with pytest.raises(InvalidValue, match="'helth' is not a thematic area"):
        coverage.count("helth")
    with pytest.raises(
        InvalidValue, match="expected one of interest, intended, announced, agreed, binding; not 'agred'; did you mean 'agreed'"
    ):
        coverage.count(strength="agred")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(UnknownIdentifier) as caught:
        coverage.commitments(party="cll")
    assert ("cll", "party", ("cl", "pe", "un")) == (caught.value.identifier, caught.value.what, caught.value.known)


def test_an_area_that_the_record_does_not_speak_of_is_empty() -> None:
    """A good area code without a row has no commitments."""
    assert 0 == coverage_of(record(promise("x", "health"))).count("energy")


def test_commitments_with_one_id_are_both_counted() -> None:
    """An id that stands twice is another rule's business."""
    assert 2 == coverage_of(record(promise("x", "health"), promise("x", "health"))).count("health")


def test_coverage_is_a_value() -> None:
    """Equal records have equal coverage, it can be a key, and it survives a pickle after it was asked."""
    coverage = coverage_of(record(promise("x", "health", by=("cl",))))
    coverage.count("health", party="cl")
    copy = pickle.loads(pickle.dumps(coverage))  # noqa: S301  our own bytes

    assert coverage == coverage_of(record(promise("x", "health", by=("cl",)))) == copy
    assert coverage != coverage_of(record(promise("x", "health", by=("pe",))))
    assert 1 == copy.count("health", party="cl")
    assert hash(coverage_of(record(promise("x"), promise("y", "health")))) == hash(
        coverage_of(record(promise("x"), promise("y", "health")))
    )
    assert "Coverage(areas=('health',), parties=(None, 'cl', 'pe', 'un'))" == repr(coverage)
    assert "<Every.EVERY: 'every'>" == repr(EVERY)
    with pytest.raises(TypeError, match="positional"):
        Coverage((), (), ())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        coverage.areas = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def objective(name: str, parent: str | None = None) -> Objective:
    return Objective(id=name, title={"en": name}, parent=parent)


def groups(*commitments: Commitment, **members: Any) -> list[tuple[str | None, list[str]]]:
    return [
        (None if pillar.objective is None else pillar.objective.id, ids(pillar.coverage.commitments()))
        for pillar in coverage_by_objective(record(*commitments, **members))
    ]


def test_an_objective_takes_in_its_parts() -> None:
    """Commitments count under the top objective, in the order of the document; those under none come last."""
    objectives = [objective("ports", "borders"), objective("peace"), objective("borders", "peace"), objective("health"), objective("empty")]
    commitments = (promise("none"), promise("h", under="health"), promise("deep", under="ports"), promise("p", under="peace"))

    assert [("peace", ["deep", "p"]), ("health", ["h"]), ("empty", []), (None, ["none"])] == groups(*commitments, objectives=objectives)


def test_without_commitments_outside_there_is_no_such_group() -> None:
    """The group for no objective is there only when something stands in it."""
    assert [("peace", ["p"])] == groups(promise("p", under="peace"), objectives=[objective("peace")])
    assert [(None, ["p"])] == groups(promise("p"))
    assert () == coverage_by_objective(record())


def test_an_unknown_objective_is_none() -> None:
    """A commitment under an objective that is not in the record stands under none; an objective with such a parent is a top one."""
    commitments = (promise("lost", under="nowhere"), promise("p", under="part"))

    assert [("part", ["p"]), (None, ["lost"])] == groups(*commitments, objectives=[objective("part", "nowhere")])


def test_of_a_circle_the_first_objective_is_the_top() -> None:
    """Objectives that are each other's parts stand under the first of them, and so do their other parts, wherever these stand."""
    objectives = [objective("leaf", "z"), objective("y", "x"), objective("z", "y"), objective("x", "z"), objective("self", "self")]
    commitments = tuple([promise(f"c-{name}", under=name) for name in ("leaf", "x", "y", "z", "self")])

    assert [("y", ["c-leaf", "c-x", "c-y", "c-z"]), ("self", ["c-self"])] == groups(*commitments, objectives=objectives)


def test_of_two_objectives_with_one_id_the_first_counts() -> None:
    """The second has neither a group of its own nor a say in what it is part of."""
    first, second = objective("x"), objective("x", "y")
    pillars = coverage_by_objective(record(promise("c", under="x"), objectives=[first, objective("y"), second]))

    assert [first, objective("y")] == [pillar.objective for pillar in pillars]
    assert pillars[0].objective is first
    assert [1, 0] == [pillar.coverage.total for pillar in pillars]


def test_within_an_objective_the_rows_are_its_own() -> None:
    """An agenda puts an area on the table and under no objective; the parties are those of the record."""
    (pillar,) = coverage_by_objective(record(promise("c", "health", under="x", by=("zz",)), objectives=[objective("x")], areas=["energy"]))

    assert ("health",) == pillar.coverage.areas
    assert (None, "cl", "pe", "un", "zz") == pillar.coverage.parties


def test_ten_thousand_objectives_one_within_the_other() -> None:
    """A deep structure overflows nothing."""
    objectives = [objective(f"o{number}", f"o{number + 1}") for number in range(10_000)]

    assert [("o9999", ["c"])] == groups(promise("c", under="o0"), objectives=objectives)
