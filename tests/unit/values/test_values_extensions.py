"""Data that others attach: immutable JSON by namespace."""

import copy
import json
import pickle
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

import pytest
from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue
from coopmodel.values.extensions import DEEPEST, LARGEST, NO_EXTENSIONS, Extensions, Json, JsonObject, thawed, to_extensions

_DATA: dict[str, Any] = {"acme": {"file": "A-17", "pages": [1, 2.5, True, None, {"of": []}], "nested": {"a": {}}}}


def _nested(levels: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for _ in range(levels - 1):
        data = {"a": data}
    return data


def test_frozen_and_thawed() -> None:
    """Objects become mappings and arrays tuples that cannot change; thawed, they are the JSON that was given."""
    data = Extensions(_DATA)
    assert isinstance(data, Mapping)
    assert len(data) == 1
    assert list(data) == ["acme"]
    inner = data["acme"]
    assert isinstance(inner, JsonObject)
    assert inner["pages"] == (1, 2.5, True, None, JsonObject({"of": ()}))
    assert thawed(data) == _DATA
    assert json.dumps(thawed(data)) == json.dumps(_DATA)


def test_nothing_is_shared() -> None:
    """Neither what was given nor what was thawed reaches inside."""
    given: dict[str, Any] = {"acme": {"list": [1]}}
    data = Extensions(given)
    given["acme"]["list"].append(2)
    thawed(data)["acme"]["list"].append(3)
    assert thawed(data) == {"acme": {"list": [1]}}


def test_immutable() -> None:
    """No attribute can be set or deleted, and there is no item assignment."""
    data = Extensions(_DATA)
    for name in ("_members", "note"):
        with pytest.raises(FrozenInstanceError):
            setattr(data, name, {})
        with pytest.raises(FrozenInstanceError):
            delattr(data, name)
    with pytest.raises(TypeError, match="does not support item assignment"):
        cast("Any", data)["acme"] = {}
    assert thawed(data) == _DATA


def test_not_hashable() -> None:
    """Extensions are compared and never hashed."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(NO_EXTENSIONS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": {"b": 1, "c": [1]}}, {"a": {"c": (1,), "b": 1}}, True),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": 0}, {"a": False}, False),
        ({"a": [1]}, {"a": [True]}, False),
        ({"a": {"b": 1}}, {"a": {"b": 1.0}}, False),
        ({"a": [1, 2]}, {"a": [2, 1]}, False),
        ({"a": [1]}, {"a": [1, 1]}, False),
        ({"a": []}, {"a": {}}, False),
        ({"a": None}, {}, False),
        ({"a": 1}, {"b": 1}, False),
        ({"a": "1"}, {"a": 1}, False),
    ],
)
def test_equality(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    """Objects are equal when their JSON is: order of members apart, and numbers by their type."""
    assert (JsonObject(one) == JsonObject(other)) is same
    assert (JsonObject(other) == JsonObject(one)) is same


def test_no_dict() -> None:
    """An object is not equal to a dict, which would not tell 1 from true."""
    assert JsonObject({"a": 1}) != cast("object", {"a": 1})


def test_repr_copy_and_pickle() -> None:
    """The repr is the call that makes the value; copying and pickling keep it and its type."""
    data = Extensions(_DATA)
    assert repr(data) == f"Extensions({_DATA!r})"
    assert repr(JsonObject({"a": [1]})) == "JsonObject({'a': [1]})"
    for same in (copy.copy(data), copy.deepcopy(data), pickle.loads(pickle.dumps(data))):  # noqa: S301  made here
        assert type(same) is Extensions
        assert same == data


def test_levels() -> None:
    """An object may be nested 64 levels deep, and no deeper; scalars at the bottom do not count."""
    assert thawed(JsonObject(_nested(DEEPEST))) == _nested(DEEPEST)
    with pytest.raises(InvalidValue, match="at most 64 levels") as caught:
        JsonObject(_nested(DEEPEST + 1))
    assert caught.value.code == "extension.depth"
    assert caught.value.path == ("a",) * DEEPEST


def test_deep_lists() -> None:
    """Arrays count as levels, and a nesting that would exhaust the stack is refused long before."""
    data: Any = []
    for _ in range(100_000):
        data = [data]
    with pytest.raises(InvalidValue) as caught:
        JsonObject({"a": data})
    assert caught.value.code == "extension.depth"


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ([], "type.object", None),
        (None, "type.object", None),
        ("acme", "type.object", None),
        ({"acme": {"a": float("nan")}}, "extension.value", "acme.a"),
        ({"acme": {"a": [1, float("inf")]}}, "extension.value", "acme.a[1]"),
        ({"acme": {"a": {1, 2}}}, "extension.value", "acme.a"),
        ({"acme": {"a": b"bytes"}}, "extension.value", "acme.a"),
        ({"acme": {1: "a"}}, "extension.value", "acme"),
        ({"acme": {"a": LARGEST + 1}}, "extension.number", "acme.a"),
        ({"acme": {"a": -LARGEST - 1}}, "extension.number", "acme.a"),
        ({"acme": {"a": "\ud800"}}, "text.surrogate", "acme.a"),
        ({"acme": {"a\ud800": 1}}, "text.surrogate", "acme.a\ud800"),
        ({"Acme": {}}, "identifier.form", "Acme"),
        ({"signature": {}}, "identifier.reserved", "signature"),
        ({"acme": "A-17"}, "type.object", "acme"),
        ({"acme": []}, "type.object", "acme"),
        ({"acme": None}, "type.object", "acme"),
    ],
)
def test_refused(wrong: object, code: str, field: str | None) -> None:
    """What JSON cannot say, or other readers would change, is refused where it stands; a namespace has an object."""
    with pytest.raises(InvalidValue) as caught:
        Extensions(cast("Any", wrong))
    assert (code, field) == (caught.value.code, caught.value.field)


@pytest.mark.parametrize("value", [LARGEST, -LARGEST, 0, 1.5, -0.0, "", "ñ", True, None])
def test_scalars(value: Json) -> None:
    """Every JSON scalar is kept as it is, the empty text included."""
    kept = JsonObject({"a": value})["a"]
    assert kept == value
    assert type(kept) is type(value)


def test_converter() -> None:
    """The converter keeps extensions, freezes other mappings, and gives the one empty object for an empty mapping."""
    data = Extensions(_DATA)
    assert to_extensions(data) is data
    assert data == to_extensions(_DATA) == to_extensions(MappingProxyType(_DATA)) == to_extensions(JsonObject(_DATA))
    assert type(to_extensions(JsonObject(_DATA))) is Extensions
    assert to_extensions({}) is NO_EXTENSIONS


@pytest.mark.parametrize("wrong", [[], None, "", 0])
def test_converter_refuses(wrong: object) -> None:
    """What is empty but no mapping is not taken for one."""
    with pytest.raises(InvalidValue) as caught:
        to_extensions(cast("Any", wrong))
    assert caught.value.code == "type.object"
