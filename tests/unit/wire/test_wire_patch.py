"""Applying a JSON Patch, against another implementation and against what the standard says."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonpatch
import pytest

from coopmodel.errors import DecodeError, InvalidValue
from coopmodel.model.agreement import Agreement
from coopmodel.wire.documents import loads
from coopmodel.wire.operations import step_of, steps_of
from coopmodel.wire.patch import apply_patch

RECORD = loads((Path(__file__).parents[2] / "golden" / "broken" / "base.json").read_bytes())

DONE: dict[str, tuple[Any, list[dict[str, Any]], Any]] = {
    "nothing": ({"a": 1}, [], {"a": 1}),
    "add a member": ({"a": 1}, [{"op": "add", "path": "/b", "value": [2]}], {"a": 1, "b": [2]}),
    "add a member that is there": ({"a": 1}, [{"op": "add", "path": "/a", "value": 2}], {"a": 2}),
    "add null": ({}, [{"op": "add", "path": "/a", "value": None}], {"a": None}),
    "add at the head": ([1, 2], [{"op": "add", "path": "/0", "value": 0}], [0, 1, 2]),
    "add between": ([1, 2], [{"op": "add", "path": "/1", "value": 0}], [1, 0, 2]),
    "add after the last": ([1, 2], [{"op": "add", "path": "/2", "value": 0}], [1, 2, 0]),
    "add at the end": ([1, 2], [{"op": "add", "path": "/-", "value": 0}], [1, 2, 0]),
    "add a member called -": ({}, [{"op": "add", "path": "/-", "value": 0}], {"-": 0}),
    "add a member called 0": ({"a": {}}, [{"op": "add", "path": "/a/0", "value": 1}], {"a": {"0": 1}}),
    "add the whole": ({"a": 1}, [{"op": "add", "path": "", "value": [1]}], [1]),
    "add deep": ({"a": [{"b": {}}]}, [{"op": "add", "path": "/a/0/b/c", "value": 1}], {"a": [{"b": {"c": 1}}]}),
    "add under a blank name": ({"": {}}, [{"op": "add", "path": "//a", "value": 1}], {"": {"a": 1}}),
    "remove a member": ({"a": 1, "b": 2}, [{"op": "remove", "path": "/a"}], {"b": 2}),
    "remove an item": ([1, 2, 3], [{"op": "remove", "path": "/1"}], [1, 3]),
    "remove the last item": ([1], [{"op": "remove", "path": "/0"}], []),
    "remove an item past ten": ([*range(12)], [{"op": "remove", "path": "/10"}], [*range(10), 11]),
    "replace a member": ({"a": 1}, [{"op": "replace", "path": "/a", "value": {"b": 2}}], {"a": {"b": 2}}),
    "replace an item": ([1, 2], [{"op": "replace", "path": "/1", "value": 3}], [1, 3]),
    "replace the whole": ({"a": 1}, [{"op": "replace", "path": "", "value": 7}], 7),
    "escapes": ({"a/b": 1, "m~n": 2, "~1": 3}, [{"op": "remove", "path": path} for path in ("/a~1b", "/m~0n", "/~01")], {}),
    "move a member": ({"a": {"b": 1}, "c": {}}, [{"op": "move", "from": "/a/b", "path": "/c/d"}], {"a": {}, "c": {"d": 1}}),
    "move over a member": ({"a": 1, "b": 2}, [{"op": "move", "from": "/a", "path": "/b"}], {"b": 1}),
    "move an item back": ([1, 2, 3], [{"op": "move", "from": "/0", "path": "/2"}], [2, 3, 1]),
    "move an item to the end": ([1, 2, 3], [{"op": "move", "from": "/0", "path": "/-"}], [2, 3, 1]),
    "move an item forward": ([1, 2, 3], [{"op": "move", "from": "/2", "path": "/0"}], [3, 1, 2]),
    "move to where it is": ({"a": 1}, [{"op": "move", "from": "/a", "path": "/a"}], {"a": 1}),
    "move to a name that begins alike": ({"a": 1}, [{"op": "move", "from": "/a", "path": "/ab"}], {"ab": 1}),
    "move outward": ({"a": {"b": 1}}, [{"op": "move", "from": "/a/b", "path": "/a"}], {"a": 1}),
    "copy": ({"a": [1]}, [{"op": "copy", "from": "/a", "path": "/b"}], {"a": [1], "b": [1]}),
    "copy the whole": ({"a": 1}, [{"op": "copy", "from": "", "path": "/b"}], {"a": 1, "b": {"a": 1}}),
    "copy into itself": ({"a": {"b": 1}}, [{"op": "copy", "from": "/a", "path": "/a/c"}], {"a": {"b": 1, "c": {"b": 1}}}),
    "test": ({"a": [1, "x", None]}, [{"op": "test", "path": "/a", "value": [1, "x", None]}], {"a": [1, "x", None]}),
    "test in another order": ({"a": 1, "b": 2}, [{"op": "test", "path": "", "value": {"b": 2, "a": 1}}], {"a": 1, "b": 2}),
    "test numbers": ({"a": 1}, [{"op": "test", "path": "/a", "value": 1.0}], {"a": 1}),
    "unknown members": ({"a": 1}, [{"op": "remove", "path": "/a", "why": "so"}], {}),
    "one after the other": (
        {"a": [1]},
        [{"op": "add", "path": "/a/-", "value": 2}, {"op": "move", "from": "/a", "path": "/b"}, {"op": "remove", "path": "/b/0"}],
        {"b": [2]},
    ),
}


@pytest.mark.parametrize("name", DONE)
def test_what_a_patch_does(name: str) -> None:
    """The result is what the standard says and another implementation does; document and patch stay as they were."""
    document, patch, expected = DONE[name]
    before, operations = copy.deepcopy(document), copy.deepcopy(patch)
    assert expected == apply_patch(document, patch)
    assert expected == jsonpatch.apply_patch(document, patch)
    assert (before, operations) == (document, patch)


REFUSED: dict[str, tuple[Any, Any, str, tuple[str | int, ...], str]] = {
    "no object": ({}, "remove", "patch.operation", (), "expected an operation as an object, not 'remove'"),
    "no op": ({}, {"path": "/a"}, "patch.operation", ("op",), "expected one of add, remove, replace, move, copy, test; not None"),
    "unknown op": (
        {},
        {"op": "delete"},
        "patch.operation",
        ("op",),
        "expected one of add, remove, replace, move, copy, test; not 'delete'",
    ),
    "op that is no text": (
        {},
        {"op": ["add"]},
        "patch.operation",
        ("op",),
        "expected one of add, remove, replace, move, copy, test; not ['add']",
    ),
    "no path": ({}, {"op": "remove"}, "patch.operation", ("path",), "the operation remove needs the member 'path'"),
    "no value": (
        {"a": 1},
        {"op": "replace", "path": "/a"},
        "patch.operation",
        ("value",),
        "the operation replace needs the member 'value'",
    ),
    "no value to add": ({}, {"op": "add", "path": "/a"}, "patch.operation", ("value",), "the operation add needs the member 'value'"),
    "no value to test": ({}, {"op": "test", "path": ""}, "patch.operation", ("value",), "the operation test needs the member 'value'"),
    "no from": ({}, {"op": "copy", "path": "/a"}, "patch.operation", ("from",), "the operation copy needs the member 'from'"),
    "path without slash": (
        {"a": 1},
        {"op": "remove", "path": "a"},
        "pointer.form",
        ("path",),
        "'a' is not a JSON Pointer, such as '/commitments/0/due'",
    ),
    "path that is no text": ({"a": 1}, {"op": "remove", "path": 0}, "pointer.form", ("path",), "expected a JSON Pointer as a text, not 0"),
    "bad escape": (
        {},
        {"op": "remove", "path": "/~2"},
        "pointer.form",
        ("path",),
        "'/~2' is not a JSON Pointer, such as '/commitments/0/due'",
    ),
    "bad escape at the end": (
        {},
        {"op": "remove", "path": "/a~"},
        "pointer.form",
        ("path",),
        "'/a~' is not a JSON Pointer, such as '/commitments/0/due'",
    ),
    "bad from": (
        {},
        {"op": "move", "from": "a", "path": "/b"},
        "pointer.form",
        ("from",),
        "'a' is not a JSON Pointer, such as '/commitments/0/due'",
    ),
    "missing member": ({"a": 1}, {"op": "remove", "path": "/b"}, "pointer.missing", ("path",), "nothing stands at '/b'"),
    "replace what is not there": (
        {"a": 1},
        {"op": "replace", "path": "/b", "value": 1},
        "pointer.missing",
        ("path",),
        "nothing stands at '/b'",
    ),
    "test what is not there": (
        {"a": 1},
        {"op": "test", "path": "/b", "value": None},
        "pointer.missing",
        ("path",),
        "nothing stands at '/b'",
    ),
    "move what is not there": (
        {"a": 1},
        {"op": "move", "from": "/b", "path": "/a"},
        "pointer.missing",
        ("from",),
        "nothing stands at '/b'",
    ),
    "move nothing to where it is": (
        {"a": 1},
        {"op": "move", "from": "/b", "path": "/b"},
        "pointer.missing",
        ("from",),
        "nothing stands at '/b'",
    ),
    "missing on the way": (
        {"a": {}},
        {"op": "add", "path": "/a/b/c", "value": 1},
        "pointer.missing",
        ("path",),
        "nothing stands at '/a/b/c'",
    ),
    "through a text": ({"a": "xyz"}, {"op": "add", "path": "/a/0", "value": 1}, "pointer.missing", ("path",), "nothing stands at '/a/0'"),
    "through null": ({"a": None}, {"op": "remove", "path": "/a/b"}, "pointer.missing", ("path",), "nothing stands at '/a/b'"),
    "remove past the last": ([1], {"op": "remove", "path": "/1"}, "pointer.missing", ("path",), "nothing stands at '/1'"),
    "remove at the end": ([1], {"op": "remove", "path": "/-"}, "pointer.missing", ("path",), "nothing stands at '/-'"),
    "through the end": ([[1]], {"op": "add", "path": "/-/0", "value": 1}, "pointer.missing", ("path",), "nothing stands at '/-/0'"),
    "add further on": (
        [1],
        {"op": "add", "path": "/2", "value": 1},
        "pointer.index",
        ("path",),
        "'/2': '2' is no index of an array of length 1",
    ),
    "no index": ([1], {"op": "add", "path": "/a", "value": 1}, "pointer.index", ("path",), "'/a': 'a' is no index of an array of length 1"),
    "index below zero": (
        [1],
        {"op": "remove", "path": "/-1"},
        "pointer.index",
        ("path",),
        "'/-1': '-1' is no index of an array of length 1",
    ),
    "leading zero": ([1], {"op": "remove", "path": "/00"}, "pointer.index", ("path",), "'/00': '00' is no index of an array of length 1"),
    "other digits": (
        [1, 2],
        {"op": "remove", "path": "/\u0661"},
        "pointer.index",
        ("path",),
        "'/\u0661': '\u0661' is no index of an array of length 2",
    ),
    "blank index": ([1], {"op": "remove", "path": "/"}, "pointer.index", ("path",), "'/': '' is no index of an array of length 1"),
    "remove the whole": (
        {"a": 1},
        {"op": "remove", "path": ""},
        "patch.root",
        ("path",),
        "the whole document cannot be removed: replace it",
    ),
    "move into itself": (
        {"a": {}},
        {"op": "move", "from": "/a", "path": "/a/b"},
        "patch.inside",
        ("path",),
        "'/a' cannot be moved into itself",
    ),
    "move the whole": ({"a": 1}, {"op": "move", "from": "", "path": "/a"}, "patch.inside", ("path",), "'' cannot be moved into itself"),
    "failed test": ({"a": 1}, {"op": "test", "path": "/a", "value": 2}, "patch.test", ("path",), "the test failed: at /a stands 1, not 2"),
    "failed test of the whole": (
        [],
        {"op": "test", "path": "", "value": {}},
        "patch.test",
        ("path",),
        "the test failed: at (document) stands [], not {}",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    """What cannot be applied is told with a code, the operation's number and the member; nothing is changed."""
    document, operation, code, path, message = REFUSED[name]
    before = copy.deepcopy(document)
    with pytest.raises(InvalidValue) as caught:
        apply_patch(document, [{"op": "test", "path": "", "value": document}, operation])
    assert (code, (1, *path), message) == (caught.value.code, caught.value.path, caught.value.message)
    assert before == document


def test_an_unknown_operation_is_told_what_there_is() -> None:
    """The error carries the whole list, for a suggestion."""
    with pytest.raises(InvalidValue, match="did you mean 'remove'") as caught:
        apply_patch({}, [{"op": "removes", "path": ""}])
    assert ("add", "remove", "replace", "move", "copy", "test") == caught.value.allowed


@pytest.mark.parametrize("index", ["9" * 16, "9" * 17, "9" * 5000])
def test_an_index_of_thousands_of_digits_is_refused(index: str) -> None:
    """It is no index, and nobody computes with it."""
    with pytest.raises(InvalidValue, match="is no index of an array") as caught:
        apply_patch([1], [{"op": "remove", "path": f"/{index}"}])
    assert "pointer.index" == caught.value.code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, False),
        (True, 1),
        (1, "1"),
        (None, False),
        ([1], [1, 2]),
        ([1, 2], [1]),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": 1}, {"b": 1}),
        ({"a": [1]}, {"a": [True]}),
        ([], {}),
        ({}, []),
        ("", []),
        (0, []),
        ("a", {"a": 1}),
    ],
)
def test_what_a_test_tells_apart(one: Any, other: Any) -> None:
    """Truth values are no numbers, and nothing is equal to less or more than itself."""
    with pytest.raises(InvalidValue, match="the test failed"):
        apply_patch(one, [{"op": "test", "path": "", "value": other}])


def test_nothing_is_shared() -> None:
    """Whoever changes the result changes neither the document nor the patch, nor the place that a value was copied from."""
    document: dict[str, Any] = {"a": {"b": [1]}, "c": [{}]}
    patch: list[dict[str, Any]] = [
        {"op": "add", "path": "/d", "value": {"e": []}},
        {"op": "replace", "path": "/c", "value": [[]]},
        {"op": "copy", "from": "/a", "path": "/f"},
    ]
    result = apply_patch(document, patch)
    result["d"]["e"].append(1)
    result["c"][0].append(1)
    result["f"]["b"].append(1)
    assert {"a": {"b": [1]}, "c": [[1]], "d": {"e": [1]}, "f": {"b": [1, 1]}} == result
    assert {"a": {"b": [1]}, "c": [{}]} == document
    assert [{"e": []}, [[]]] == [patch[0]["value"], patch[1]["value"]]


def test_any_depth() -> None:
    """A document and a patch nested thousands of levels deep are copied and compared all the same."""
    deep: Any = []
    for _ in range(10_000):
        deep = [{"a": deep}]
    copied: Any = apply_patch(deep, [])
    result: Any = apply_patch(deep, [{"op": "test", "path": "", "value": copied}, {"op": "add", "path": "/-", "value": deep}])
    assert 2 == len(result)
    assert result[1] is not deep


def test_a_patched_record_is_a_record() -> None:
    """It is read anew, and the one that was given stays as it was."""
    patched = apply_patch(RECORD, [{"op": "replace", "path": "/revision", "value": RECORD.revision + 1}])
    assert Agreement is type(patched)
    assert RECORD.revision + 1 == patched.revision
    assert RECORD == apply_patch(patched, [{"op": "replace", "path": "/revision", "value": RECORD.revision}])


def test_a_record_that_is_none_any_more_is_told_as_when_it_is_read() -> None:
    """Every wrong place is told."""
    patch: list[dict[str, Any]] = [{"op": "remove", "path": "/title"}, {"op": "replace", "path": "/revision", "value": 0}]
    with pytest.raises(DecodeError) as caught:
        apply_patch(RECORD, patch)
    assert ["/revision", "/title"] == sorted(problem.pointer for problem in caught.value.problems)


@pytest.mark.parametrize("value", [float("nan"), "\ud800"])
def test_what_json_cannot_say_makes_no_record(value: Any) -> None:
    """A value that a program put in is refused as in a file."""
    with pytest.raises(DecodeError):
        apply_patch(RECORD, [{"op": "add", "path": "/extensions", "value": {"acme": {"a": value}}}])


def test_a_record_nested_too_deep_is_refused() -> None:
    """It raises no RecursionError."""
    deep: Any = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with pytest.raises(InvalidValue, match="nested too deep") as caught:
        apply_patch(RECORD, [{"op": "add", "path": "/extensions", "value": deep}])
    assert "patch.depth" == caught.value.code


@pytest.mark.parametrize(
    ("pointer", "steps"),
    [("", ()), ("/", ("",)), ("/a", ("a",)), ("/a/0", ("a", "0")), ("/a~1b/~0", ("a/b", "~")), ("/~01", ("~1",)), ("//", ("", ""))],
)
def test_steps_of_a_pointer(pointer: str, steps: tuple[str, ...]) -> None:
    """A pointer falls into its steps, and they make it up again; escapes are undone in the right order (RFC 6901, section 4)."""
    assert steps == steps_of(pointer)
    assert pointer == "".join(map(step_of, steps))


def test_step_of_an_index() -> None:
    """An index is written in digits."""
    assert "/10" == step_of(10)
    assert json.dumps({"a~/b": 1}) == json.dumps(apply_patch({}, [{"op": "add", "path": step_of("a~/b"), "value": 1}]))
