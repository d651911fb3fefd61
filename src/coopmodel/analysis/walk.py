"""Every object of a record with its JSON Pointer, in the order of the document."""

from collections.abc import Hashable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NewType, Union, cast, get_args, get_origin

import attrs

from coopmodel.model.agreement import Agreement
from coopmodel.model.fields import without_none
from coopmodel.model.unknown import known_class
from coopmodel.values.base import Value
from coopmodel.values.extensions import Extensions
from coopmodel.values.quantities import Money
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing


def walk(record: Agreement) -> Iterator[tuple[str, Any]]:
    """Yield pointer and object: the record itself, its entities, their parts and citations."""
    waiting: list[tuple[str, Any]] = [("", record)]
    while waiting:
        pointer, thing = waiting.pop()
        yield pointer, thing
        inner: list[tuple[str, Any]] = []
        for name in _members(thing.__class__):
            value: Any = getattr(thing, name)
            if value.__class__ is tuple:
                inner.extend([(f"{pointer}/{name}/{index}", part) for index, part in enumerate(value) if _is_object(part.__class__)])
            elif _is_object(value.__class__):
                inner.append((f"{pointer}/{name}", value))
        waiting.extend(reversed(inner))


@cache
def _is_object(kind: Hashable) -> bool:
    return attrs.has(cast("type[Any]", kind))


@cache
def _members(kind: Hashable) -> tuple[str, ...]:
    """Return the members of a class that may hold objects, by their annotations."""
    if known_class(cast("type[Any]", kind)) is Money:
        return ()
    return tuple([field.name for field in attrs.fields(cast("type[Any]", kind)) if _may_hold_objects(field.type)])


_PLAIN = (Value, Text, Timing, Extensions, date, str, int)
"""Classes of what holds no objects: dates and other values, texts, words, numbers, truth values."""


def _may_hold_objects(declared: Any) -> bool:  # noqa: ANN401  a type expression, also one of somebody else's class
    kind = without_none(declared)
    origin = get_origin(kind)
    if origin is Union:
        return any(map(_may_hold_objects, get_args(kind)))
    if origin in {tuple, Annotated}:
        return _may_hold_objects(get_args(kind)[0])
    return not (isinstance(kind, NewType) or origin is Literal or (isinstance(kind, type) and issubclass(kind, _PLAIN)))
