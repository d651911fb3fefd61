"""Every object of a record with its JSON Pointer, in the order of the document."""

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, cast

import attrs

from coopmodel.model.agreement import Agreement
from coopmodel.model.unknown import known_class
from coopmodel.values.quantities import Money


def walk(record: Agreement) -> Iterator[tuple[str, Any]]:
    """Yield pointer and object: the record itself, its entities, their parts and citations."""
    waiting: list[tuple[str, Any]] = [("", record)]
    while waiting:
        pointer, thing = waiting.pop()
        yield pointer, thing
        inner: list[tuple[str, Any]] = []
        for name in _members(thing.__class__):
            value: Any = getattr(thing, name)
            if _is_object(value):
                inner.append((f"{pointer}/{name}", value))
            elif value.__class__ is tuple:
                inner.extend([(f"{pointer}/{name}/{index}", part) for index, part in enumerate(value) if _is_object(part)])
        waiting.extend(reversed(inner))


def _is_object(value: object) -> bool:
    return attrs.has(type(value))


@cache
def _members(kind: Hashable) -> tuple[str, ...]:
    return () if known_class(cast("type[Any]", kind)) is Money else tuple([field.name for field in attrs.fields(cast("type[Any]", kind))])
