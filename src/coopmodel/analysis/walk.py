"""Every object of a record: with its JSON Pointer and in the order of the document, or, in a third of the time, by class alone."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cache, partial
from typing import Annotated, Any, Final, Literal, NamedTuple, NewType, Union, cast, get_args, get_origin

import attrs

from coopmodel.model.agreement import Agreement
from coopmodel.model.fields import without_none
from coopmodel.model.unknown import known_class
from coopmodel.values.base import Value
from coopmodel.values.extensions import Extensions
from coopmodel.values.quantities import Money
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing


class Located(NamedTuple):
    """An object and where it stands.

    Attributes:
        pointer: JSON Pointer to it; ``""`` for the record itself.
        entity: The record, an entity, a part of one, or a citation.
    """

    pointer: str
    entity: Any


located: Final[Callable[[tuple[str, Any]], Located]] = partial(tuple.__new__, Located)  # pyright: ignore[reportUnknownMemberType]
"""Makes a ``Located`` of a pair, in two thirds of the time that the class takes."""


def walk(record: Agreement) -> Iterator[Located]:
    """Yield pointer and object: the record itself, its entities, their parts and citations."""
    waiting = [located(("", record))]
    while waiting:
        place = waiting.pop()
        yield place
        pointer, thing = place
        for name in _members(thing.__class__):
            value: Any = getattr(thing, name)
            if value.__class__ is tuple:
                number = len(value)
                while number:
                    number -= 1
                    if _is_object(value[number].__class__):
                        waiting.append(located((f"{pointer}/{name}/{number}", value[number])))
            elif value is not None and _is_object(value.__class__):
                waiting.append(located((f"{pointer}/{name}", value)))


def by_class(record: Agreement) -> dict[type[Any], list[Any]]:
    """Return the objects that ``walk`` yields, those of each class together, in no order that means anything."""
    found: defaultdict[Any, list[Any]] = defaultdict(list)
    waiting: list[Any] = [record]
    for thing in waiting:
        kind = thing.__class__
        found[kind].append(thing)
        for name in _members(kind):
            value: Any = getattr(thing, name)
            if value.__class__ is tuple:
                waiting += value
            elif value is not None:
                waiting.append(value)
    return {kind: things for kind, things in found.items() if _is_object(kind)}


@cache
def _is_object(kind: Hashable) -> bool:
    return attrs.has(cast("type[Any]", kind))


@cache
def _members(kind: Hashable) -> tuple[str, ...]:
    """Return the members of a class that may hold objects, by their annotations; the last first, as they are put aside."""
    if not _is_object(kind) or known_class(cast("type[Any]", kind)) is Money:
        return ()
    return tuple([field.name for field in reversed(attrs.fields(cast("type[Any]", kind))) if _may_hold_objects(field.type)])


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
