"""From the nodes of a YAML text to plain JSON types: each text is taken for what its member wants, and for nothing else."""

import re
from collections.abc import Mapping as AbstractMapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeAlias, get_args, get_origin

import attrs

from coopmodel.errors import Problem
from coopmodel.formats.yaml_nodes import Mapping, Node, Scalar, Sequence, placed
from coopmodel.model.agreement import Agreement
from coopmodel.model.fields import without_none
from coopmodel.values.extensions import JsonObject
from coopmodel.wire.limits import Told
from coopmodel.wire.parsing import exact_number
from coopmodel.wire.problems import Path, to_pointer
from coopmodel.wire.versions import RENAMED, STEPS

Leaf: TypeAlias = Literal["text", "integer", "boolean", "json"]

_WHOLE: Final = re.compile("0|-?[1-9][0-9]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_DIGITS: Final = 1000
"""Python reads no integer of several thousands of digits, and no member takes one of a thousand."""
_TRUTH: Final = MappingProxyType({"true": True, "false": False})
_WORDS: Final = MappingProxyType[str, bool | None]({**_TRUTH, "null": None})
_NONE: Final[AbstractMapping[str, Any]] = MappingProxyType({})


class _Shape(NamedTuple):
    """What a place wants: how a plain text is taken there, and the type expressions of the members that it may have, by name."""

    leaf: Leaf = "text"
    members: AbstractMapping[str, Any] = _NONE

    def member(self, name: str) -> "_Shape":
        if not self.members:
            return self  # texts by language, the parts of a timing, or any JSON
        return _shape(self.members[name]) if name in self.members else _JSON


_JSON: Final = _Shape("json")


@cache
def _shape(declared: Any) -> _Shape:  # noqa: ANN401  a type expression
    """Return what a member declared so wants; for an array, what each of its items wants."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        return _shape(get_args(kind)[0])
    if get_origin(kind) is Annotated:
        return _Shape("integer")
    if kind is bool:
        return _Shape("boolean")
    if isinstance(kind, type) and issubclass(kind, JsonObject):
        return _JSON
    parts: Any = get_args(kind) or (kind,)
    classes = [part for part in parts if isinstance(part, type) and attrs.has(part)]
    return _Shape(members={field.name: field.type for part in classes for field in attrs.fields(part)})


def to_document(root: Node, told: Told) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return a record's document as plain JSON types, and tell the places where nothing stands though anything may."""
    declared = root.members.get("coopmodel") if isinstance(root, Mapping) else None
    is_older = isinstance(declared, Scalar) and declared.text == STEPS[0].before
    return _value(root, _root(is_older=is_older), (), told)


@cache
def _root(*, is_older: bool) -> _Shape:
    """Return what a record wants; what an older version of the format calls otherwise is taken for what it is called now."""
    members = _shape(Agreement).members
    return _Shape(members={**members, **{before: members[after] for before, after in RENAMED.items()}} if is_older else members)


def _value(node: Node, shape: _Shape, path: Path, told: Told) -> Any:  # noqa: ANN401  JSON is any of its types
    if isinstance(node, Scalar):
        if node.plain and not node.text and shape.leaf == "json" and told.room():
            empty = Problem(to_pointer(path), "yaml.empty", 'nothing stands here: in an extension write null, or "" for an empty text')
            told.add(placed(empty, node.start))
        return _taken(node.text, shape.leaf) if node.plain else node.text
    if isinstance(node, Sequence):
        return [_value(item, shape, (*path, number), told) for number, item in enumerate(node.items)]
    if isinstance(node, Mapping):
        return {name: _value(member, shape.member(name), (*path, name), told) for name, member in node.members.items()}
    return None


def _taken(text: str, leaf: Leaf) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return what a plain text is taken for where this is wanted; where it cannot be that, it is a text, and nothing is ``None``."""
    if not text:
        return None
    if leaf == "integer" and len(text) <= _DIGITS and _WHOLE.fullmatch(text):
        return int(text)
    if leaf == "boolean":
        return _TRUTH.get(text, text)
    return _json(text) if leaf == "json" else text


def _json(text: str) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return what the text is in JSON; what is no number and no word of JSON is a text."""
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    if number[1] or number[2]:
        return exact_number(text)
    return int(text) if len(text) <= _DIGITS else Decimal(text)
