"""From a record to what a JSON encoder takes: ``dict``, ``list``, ``str``, ``int``, ``bool``; members in the order of the page."""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs

from coopmodel.model.unknown import known_class, unknown_of
from coopmodel.values.base import Value
from coopmodel.values.extensions import JsonObject, thawed
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing

_ALWAYS = frozenset({"coopmodel"})


def to_plain(value: Any) -> Any:  # noqa: ANN401, PLR0911  every type of the model
    """Return the value as plain JSON types; defaults are left out, and what a subclass of an object's class adds is kept.

    Values are written as they were read, whatever a subclass of theirs makes of ``str()``.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, Value):
        return Value.__str__(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Text):
        return dict(value._texts)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    if isinstance(value, Timing):
        return Timing.wire(value)
    if isinstance(value, JsonObject):
        return thawed(value)
    return {name: to_plain(member) for name, member in written(value).items()}


def written(entity: Any) -> dict[str, Any]:  # noqa: ANN401  an object of the model
    """Return the members of an object that are written, by name and in the order of the page, as the objects that they are.

    Those that the format does not know come last.
    """
    found = _reader(entity.__class__)(entity)
    found.update(unknown_of(entity))
    return found


@cache
def _reader(kind: Any) -> Callable[[Any], dict[str, Any]]:  # noqa: ANN401  a class; typed so, it would not count as hashable
    members = tuple([(field.name, field.default, field.name in _ALWAYS) for field in attrs.fields(known_class(kind))])
    tag = getattr(kind, "kind", None)
    tag = tag if isinstance(tag, str) else None

    def read(entity: Any) -> dict[str, Any]:  # noqa: ANN401  an instance of the class
        found: dict[str, Any] = {}
        for name, default, always in members:
            value = getattr(entity, name)
            if always or value != default:
                found[name] = value
            if tag is not None and name == "id":
                found["kind"] = tag
        return found

    return read
