"""The difference of two revisions as a JSON Patch: small, exact, and as fast as the records are long."""

import random
import time
from typing import Any

import attrs
import jsonpatch
import pytest

from coopmodel.analysis.patch import json_patch
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.values.quantities import Money
from coopmodel.wire.plain import to_plain

WORDS = {"en": "x"}


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OwnCommitment(Commitment):
    """A commitment with members of its own."""

    mood: str | None = None


def record(**members: Any) -> Agreement:
    """Return a record with these members."""
    return Agreement(id="a", revision=1, title=WORDS, **members)


def of(ids: str | list[str]) -> Agreement:
    """Return a record with one commitment for each id."""
    return record(commitments=[Commitment(id=identifier, statement=WORDS) for identifier in ids])


def told(old: str, new: str) -> list[str]:
    """Return in short what is done to commitments: ``- 0``, ``+ 1``, ``2 > 0``."""
    short: list[str] = []
    for operation in json_patch(of(old), of(new)):
        place = operation["path"].removeprefix("/commitments/")
        start = operation.get("from", "").removeprefix("/commitments/")
        short.append({"remove": f"- {place}", "add": f"+ {place}", "move": f"{start} > {place}"}[operation["op"]])
    return short


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "xabc", ["+ 0"]),
        ("abc", "axbc", ["+ 1"]),
        ("abc", "abcx", ["+ 3"]),
        ("abc", "bc", ["- 0"]),
        ("abc", "ab", ["- 2"]),
        ("abcd", "bd", ["- 2", "- 0"]),
        ("abc", "bca", ["0 > 2"]),
        ("abc", "cab", ["2 > 0"]),
        ("abcd", "acbd", ["2 > 1"]),
        ("abcde", "eabcd", ["4 > 0"]),
        ("abc", "cba", ["2 > 0", "2 > 1"]),
        ("abcd", "dcba", ["3 > 0", "3 > 1", "3 > 2"]),
        ("abcdef", "xbcadf", ["- 4", "+ 0", "1 > 3"]),
        ("abcdefgh", "ghxabdefyc", ["6 > 0", "7 > 1", "+ 2", "+ 9", "5 > 9"]),
        ("abcde", "bdeca", ["2 > 4", "0 > 4"]),
        ("apcd", "acydp", ["+ 3", "1 > 4"]),
        ("abcdef", "efxyab", ["- 3", "- 2", "2 > 0", "3 > 1", "+ 2", "+ 3"]),
    ],
)
def test_how_a_list_is_arranged(old: str, new: str, expected: list[str]) -> None:
    """Removals come first, from the end; then the new list is gone through, and what belongs elsewhere is moved in one step."""
    assert expected == told(old, new)
    patched = jsonpatch.apply_patch(to_plain(of(old)), [dict(operation) for operation in json_patch(of(old), of(new))])
    assert to_plain(of(new)) == patched


def test_a_list_that_comes_or_goes_is_one_operation() -> None:
    """An empty list is not written, and one with nothing in common is replaced."""
    (commitment,) = to_plain(of("a"))["commitments"]
    assert ({"op": "add", "path": "/commitments", "value": [commitment]},) == json_patch(of(""), of("a"))
    assert ({"op": "remove", "path": "/commitments"},) == json_patch(of("a"), of(""))
    assert ({"op": "replace", "path": "/commitments", "value": [commitment]},) == json_patch(of("bcd"), of("a"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["es", "en", "pt", "fr"], ["es", "en", "pt", "fr", "de"], ["add"]),
        (["es", "en"], ["en", "es"], ["replace"]),
        (["es", "en", "pt", "fr", "de", "it", "nl", "sv"], ["sv", "es", "en", "pt", "fr", "de", "it", "nl"], ["move"]),
        (["es", "en", "pt", "fr"], ["fr", "pt", "en", "es"], ["replace"]),
    ],
)
def test_a_list_of_words_takes_the_shorter_way(old: list[str], new: list[str], expected: list[str]) -> None:
    """It is arranged, or written anew, whichever is shorter."""
    before, after = record(authentic_languages=old), record(authentic_languages=new)
    patch = json_patch(before, after)
    assert expected == [operation["op"] for operation in patch]
    assert to_plain(after) == jsonpatch.apply_patch(to_plain(before), [dict(operation) for operation in patch])


@pytest.mark.parametrize(("length", "expected"), [(7, ["replace"]), (8, ["replace"]), (9, ["move"])])
def test_where_both_ways_are_as_long_the_list_is_written_anew(length: int, expected: list[str]) -> None:
    """What is not shorter is not worth the reading."""
    before, after = (record(extensions={"a": {"b": words}}) for words in (["x", "y" * length], ["y" * length, "x"]))
    patch = json_patch(before, after)
    assert expected == [operation["op"] for operation in patch]


def test_lists_of_lists_are_never_written_anew() -> None:
    """However short they are: a list is not a word."""
    before, after = (record(extensions={"a": {"b": lists}}) for lists in ([[1], [2]], [[2], [1]]))
    assert ({"op": "move", "from": "/extensions/a/b/1", "path": "/extensions/a/b/0"},) == json_patch(before, after)


def test_objects_are_never_written_anew() -> None:
    """An entity at the head is one operation, however short the others are; so are texts."""
    old, new = record(commitments=[Commitment(id="a", statement=WORDS, conditions=[{"en": "b"}])]), of("a")
    added = attrs.evolve(old.commitments[0], conditions=[{"en": "a"}, {"en": "b"}])
    assert ({"op": "remove", "path": "/commitments/0/conditions"},) == json_patch(old, new)
    assert ({"op": "add", "path": "/commitments/0/conditions/0", "value": {"en": "a"}},) == json_patch(old, record(commitments=[added]))


def test_an_equal_record_of_other_classes_needs_no_patch() -> None:
    """What is written alike is alike."""
    own = record(commitments=[OwnCommitment(id="a", statement=WORDS)])
    assert () == json_patch(of("a"), own)
    assert () == json_patch(own, of("a"))


def test_members_that_a_class_adds_are_patched_too() -> None:
    """They are written, so they count."""
    own = record(commitments=[OwnCommitment(id="a", statement=WORDS, mood="good")])
    assert ({"op": "add", "path": "/commitments/0/mood", "value": "good"},) == json_patch(of("a"), own)
    assert ({"op": "remove", "path": "/commitments/0/mood"},) == json_patch(own, of("a"))


def test_values_are_replaced_as_one() -> None:
    """A timing that is an object, and money, are one value."""
    one = Commitment(id="a", statement=WORDS, due={"anchor": "signature"}, money=Money("1", "USD"))
    other = attrs.evolve(one, due={"anchor": "signature", "offset": "P1D"}, money=Money("2", "USD"))
    expected = (
        {"op": "replace", "path": "/commitments/0/due", "value": {"anchor": "signature", "offset": "P1D"}},
        {"op": "replace", "path": "/commitments/0/money", "value": {"amount": "2", "currency": "USD"}},
    )
    assert expected == json_patch(record(commitments=[one]), record(commitments=[other]))


@pytest.mark.parametrize(("old", "new"), [(old, new) for old in ({"c": 1}, [1], 1, "1", None) for new in ({"c": 1}, [1], 1, "1", None)])
def test_what_becomes_of_another_sort_is_replaced(old: Any, new: Any) -> None:
    """An object does not become an array member by member."""
    before, after = (record(extensions={"a": {"b": value}}) for value in (old, new))
    assert (() if old == new else ({"op": "replace", "path": "/extensions/a/b", "value": new},)) == json_patch(before, after)


@pytest.mark.parametrize(("old", "new"), [(1, True), (1, 1.0), (0, False)])
def test_what_only_python_takes_for_equal_is_replaced(old: Any, new: Any) -> None:
    """Numbers and truth values are written apart, in a list too."""
    before, after = (record(extensions={"a": {"b": [value]}}) for value in (old, new))
    (operation,) = json_patch(before, after)
    assert ("/extensions/a/b", [(type(new), new)]) == (operation["path"], [(type(value), value) for value in operation["value"]])


def test_a_value_of_the_patch_is_a_copy() -> None:
    """Whoever changes it changes no record."""
    old, new = record(), record(extensions={"a": {"b": [1]}})
    json_patch(old, new)[0]["value"]["a"]["b"].append(2)
    assert {"a": {"b": [1]}} == to_plain(new)["extensions"]


MANY = [f"c{number}" for number in range(10_000)]


RESULTS: dict[str, tuple[list[str], int]] = {
    "the head to the tail": ([*MANY[1:], MANY[0]], 1),
    "the tail to the head": ([MANY[-1], *MANY[:-1]], 1),
    "a new head": (["new", *MANY], 1),
    "no head": (MANY[1:], 1),
    "backwards": (MANY[::-1], 9_999),
    "shuffled": (random.Random(1).sample(MANY, len(MANY)), 9_809),  # noqa: S311  no secret
}


@pytest.mark.parametrize("name", RESULTS)
def test_ten_thousand_commitments_take_a_moment(name: str) -> None:
    """Time goes with n log n, whatever became of the list."""
    ids, count = RESULTS[name]
    cited = [Citation(source="s", exact="words")]
    commitments = {identifier: Commitment(id=identifier, statement=WORDS, evidence=cited) for identifier in [*MANY, "new"]}
    old, new = record(commitments=[commitments[one] for one in MANY]), record(commitments=[commitments[one] for one in ids])
    started = time.process_time()
    patch = json_patch(old, new)
    assert time.process_time() - started < 5
    assert count == len(patch)
