"""From a record to what a JSON encoder takes: ``dict``, ``list``, ``str``, ``int``, ``bool``; members in the order of the page."""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs

from coopmodel.values.base import Value
from coopmodel.values.extensions import JsonObject, thawed
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing

_ALWAYS = frozenset({"coopmodel"})


def to_plain(value: Any) -> Any:  # noqa: ANN401, PLR0911  every type of the model
    """Return the value as plain JSON types; defaults are left out, and what a subclass adds is kept."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, Value):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Text):
        return dict(value)
    if isinstance(value, Timing):
        return value.wire()
    if isinstance(value, JsonObject):
        return thawed(value)
    return _writer(value.__class__)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], dict[str, Any]]:  # noqa: ANN401  a class; typed so, it would not count as hashable
    members = tuple([(field.name, field.default, field.name in _ALWAYS) for field in attrs.fields(kind)])
    tag = getattr(kind, "kind", None)
    tag = tag if isinstance(tag, str) else None

    def write(entity: Any) -> dict[str, Any]:  # noqa: ANN401  an instance of the class
        written: dict[str, Any] = {}
        for name, default, always in members:
            value = getattr(entity, name)
            if always or value != default:
                written[name] = to_plain(value)
            if tag is not None and name == "id":
                written["kind"] = tag
        return written

    return write
