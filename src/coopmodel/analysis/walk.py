"""Every object of a record with its JSON Pointer, in the order of the document."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from coopmodel.model.agreement import Agreement
from coopmodel.values.quantities import Money


def walk(record: Agreement) -> Iterator[tuple[str, Any]]:
    """Yield pointer and object: the record itself, its entities, their parts and citations."""
    waiting: list[tuple[str, Any]] = [("", record)]
    while waiting:
        pointer, thing = waiting.pop()
        yield pointer, thing
        inner: list[tuple[str, Any]] = []
        for name in _members(type(thing)):
            value = getattr(thing, name)
            if isinstance(value, tuple):
                inner.extend([(f"{pointer}/{name}/{index}", part) for index, part in enumerate(value) if attrs.has(type(part))])
            elif attrs.has(type(value)):
                inner.append((f"{pointer}/{name}", value))
        waiting.extend(reversed(inner))


@cache
def _members(kind: type[Any]) -> tuple[str, ...]:
    return () if kind is Money else tuple([field.name for field in attrs.fields(kind)])
