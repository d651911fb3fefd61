"""Laws of differences: of any two records, and of a record and a revision of it."""

import json
import re
from typing import Any, Final

import attrs
import jsonpatch
from hypothesis import given, settings, strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from coopmodel.analysis.diff import diff
from coopmodel.analysis.matching import has_id, matched, unmoved
from coopmodel.analysis.patch import json_patch
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.testing.records import agreements
from coopmodel.wire.operations import steps_of
from coopmodel.wire.patch import apply_patch
from coopmodel.wire.plain import to_plain

FEWER: Final = settings(max_examples=settings().max_examples // 2)
_IDS: Final = st.lists(st.sampled_from("abcdefghijkl"), max_size=12, unique=True)
_JSON: Final = st.recursive(
    st.sampled_from([None, True, False, 0, 1, 1.0, 0.5, "", "a", "1"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "a/b", "m~n"]), inner, max_size=3),
    max_leaves=8,
)
_REPEATED: Final = st.lists(st.sampled_from("abc"), max_size=8)


def canonical(document: Any) -> str:
    """Return a text that is equal exactly for equal JSON: numbers and truth values apart, members in any order."""
    return json.dumps(document, sort_keys=True)


def at(document: Any, pointer: str) -> Any:
    """Return what stands at a pointer."""
    for step in steps_of(pointer):
        is_array: bool = document.__class__ is list
        document = document[int(step) if is_array else step]
    return document


def of_commitments(ids: list[str]) -> Agreement:
    """Return a record with one commitment for each id."""
    commitments = [Commitment(id=identifier, statement={"en": identifier}) for identifier in ids]
    return Agreement(id="a", revision=1, title={"en": "x"}, commitments=commitments)


@st.composite
def revisions(draw: DrawFn) -> tuple[Agreement, Agreement]:
    """Return a record, and one in which lists were shuffled, cut and filled up from a third, and members taken from there."""
    old, other = draw(agreements()), draw(agreements())
    members: dict[str, Any] = {}
    for field in attrs.fields(Agreement):
        mine: Any = getattr(old, field.name)
        theirs: Any = getattr(other, field.name)
        if type(mine) is tuple:
            order: list[Any] = draw(st.permutations([*mine]))
            items = [_revised(draw, item, theirs) for item in order if draw(st.integers(0, 4))]
            members[field.name] = [*items, *theirs[: draw(st.integers(0, 1))]]
        else:
            members[field.name] = draw(st.sampled_from([mine, theirs]))
    return old, Agreement(**members)


def _revised(draw: DrawFn, item: Any, others: tuple[Any, ...]) -> Any:
    """Return the item, or another of its class under its id."""
    alike = [other for other in others if other.__class__ is item.__class__]
    if not alike or draw(st.booleans()):
        return item
    other: Any = draw(st.sampled_from(alike))
    return attrs.evolve(other, id=item.id) if has_id(item) else other


def pairs() -> SearchStrategy[tuple[Agreement, Agreement]]:
    """Return two records: any two, one and a revision of it, or one twice."""
    return st.one_of(st.tuples(agreements(), agreements()), revisions(), agreements().map(lambda record: (record, record)))


@given(pairs())
def test_the_patch_gives_the_new_document_exactly(pair: tuple[Agreement, Agreement]) -> None:
    """Applied to the old document it gives the new one, by this library and by another; it is empty exactly when they are equal."""
    old, new = pair
    before, after = to_plain(old), to_plain(new)
    patch = json_patch(old, new)
    assert canonical(after) == canonical(apply_patch(before, patch))
    assert canonical(after) == canonical(jsonpatch.apply_patch(before, [dict(operation) for operation in patch]))
    assert new == apply_patch(old, patch)
    assert (old == new) is (not patch)


@FEWER
@given(pairs())
def test_a_difference_is_empty_exactly_when_records_are_equal(pair: tuple[Agreement, Agreement]) -> None:
    """Nothing is lost, and nothing made up; there and back."""
    old, new = pair
    assert (old == new) is (not diff(old, new)) is (not diff(new, old))


@FEWER
@given(pairs())
def test_pointers_lead_to_the_values(pair: tuple[Agreement, Agreement]) -> None:
    """What a change has as old stands at its old pointer, and what it has as new at its new pointer; the sentences are not empty."""
    old, new = pair
    before, after = to_plain(old), to_plain(new)
    for change in diff(old, new):
        assert change.message("es")
        assert change.message("en")
        assert (change.old_pointer is None, change.new_pointer is None) == (change.action == "added", change.action == "removed")
        if change.action == "reordered":
            assert sorted(map(str, change.old)) == sorted(map(str, change.new))
            assert change.old != change.new or len(set(change.old)) < len(change.old)
            continue
        if change.old_pointer is not None:
            assert canonical(at(before, change.old_pointer)) == canonical(change.old)
        if change.new_pointer is not None:
            assert canonical(at(after, change.new_pointer)) == canonical(change.new)
        if change.action == "changed":
            assert canonical(change.old) != canonical(change.new)


@FEWER
@given(pairs())
def test_every_operation_is_told(pair: tuple[Agreement, Agreement]) -> None:
    """Where the patch does something, a change tells of that place, or of one around it or in it."""
    old, new = pair
    told = {_shape(pointer) for change in diff(old, new) for pointer in (change.old_pointer, change.new_pointer) if pointer is not None}
    for operation in json_patch(old, new):
        shape = _shape(operation["path"])
        assert any(shape == one or shape.startswith(f"{one}/") or one.startswith(f"{shape}/") for one in told), operation


@FEWER
@given(pairs())
def test_changes_of_one_entity_stand_together(pair: tuple[Agreement, Agreement]) -> None:
    """Each entity is spoken of in one stretch; only an id that two kinds of entity had, or that is taken twice, may come again."""
    seen: list[tuple[str, str | None, str]] = []
    for change in diff(*pair):
        subject = (change.entity, change.id, "" if change.member else change.action)
        if seen[-1:] != [subject]:
            assert subject not in seen
            seen.append(subject)


@given(_JSON, _JSON)
def test_data_of_others(old: Any, new: Any) -> None:
    """Whatever JSON others attach: the patch is exact, it is empty exactly when the difference is, and every change leads to its values."""
    before, after = (Agreement(id="a", revision=1, title={"en": "x"}, extensions={"acme": {"data": data}}) for data in (old, new))
    patch, changes = json_patch(before, after), diff(before, after)
    assert canonical(to_plain(after)) == canonical(apply_patch(to_plain(before), patch))
    assert (canonical(old) == canonical(new)) is (not patch) is (not changes)
    for change in changes:
        assert change.old_pointer is None or canonical(at(to_plain(before), change.old_pointer)) == canonical(change.old)
        assert change.new_pointer is None or canonical(at(to_plain(after), change.new_pointer)) == canonical(change.new)
        assert canonical([change.action, change.old]) != canonical([change.action, change.new]) or change.action != "changed"


@given(_IDS, _IDS)
def test_a_list_is_arranged_in_as_few_operations_as_there_can_be(old: list[str], new: list[str]) -> None:
    """Every removed item is removed once, every new one added once, and of the others as many stay as can."""
    patch = json_patch(of_commitments(old), of_commitments(new))
    if not set(old) & set(new):
        assert len(patch) == (old != new)
        return
    count = {name: sum(operation["op"] == name for operation in patch) for name in ("remove", "add", "move", "replace")}
    kept = [identifier for identifier in new if identifier in old]
    moved = len(kept) - _longest_increasing([old.index(identifier) for identifier in kept])
    assert {"remove": len(set(old) - set(new)), "add": len(set(new) - set(old)), "move": moved, "replace": 0} == count


@given(_REPEATED, _REPEATED)
def test_repeated_ids_are_matched_one_by_one(old: list[str], new: list[str]) -> None:
    """Where an id is taken several times the first goes with the first, and none is matched twice."""
    found = matched(of_commitments(old).commitments, of_commitments(new).commitments)
    kept = [index for index in found if index is not None]
    assert len(set(kept)) == len(kept)
    for identifier in "abc":
        mine = [index for index, name in zip(found, new, strict=True) if name == identifier and index is not None]
        assert [place for place, name in enumerate(old) if name == identifier][: new.count(identifier)] == mine


@given(st.permutations(range(9)), st.sets(st.integers(0, 8)))
def test_as_many_as_can_stay_where_they_are(order: list[int], new: set[int]) -> None:
    """Those that stay are in order, and no more could be."""
    matching = tuple([None if place in new else index for place, index in enumerate(order)])
    staying = unmoved(matching)
    indices = [matching[place] for place in staying]
    assert sorted(staying) == staying
    assert sorted([index for index in indices if index is not None]) == indices
    assert _longest_increasing([index for index in matching if index is not None]) == len(staying)


def _longest_increasing(numbers: list[int]) -> int:
    """Return the length, the slow way."""
    best: list[int] = []
    for place, number in enumerate(numbers):
        best.append(1 + max([length for length, other in zip(best, numbers[:place], strict=True) if other < number], default=0))
    return max(best, default=0)


def _shape(pointer: str) -> str:
    return re.sub("/[0-9]+(?=/|$)", "", pointer)
