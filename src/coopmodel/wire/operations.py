"""Operations of a JSON Patch (RFC 6902), and the pointers that they go by (RFC 6901)."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from coopmodel.errors import InvalidValue, shown

Operation: TypeAlias = Mapping[str, Any]
"""One operation: ``op``, ``path``, and ``value`` or ``from``."""


def step_of(name: str | int) -> str:
    """Return a member's name, or an index, as one step of a pointer: with a slash in front, and escaped."""
    return f"/{name}" if isinstance(name, int) else f"/{name.replace('~', '~0').replace('/', '~1')}"


def steps_of(pointer: str) -> tuple[str, ...]:
    """Return the steps of a pointer, without their escapes; none for the whole document.

    Raises:
        InvalidValue: ``pointer.form``: it is no text, does not begin with a slash, or has a ``~`` that no ``0`` or ``1`` follows.
    """
    if type(pointer) is not str:
        raise InvalidValue("pointer.form", f"expected a JSON Pointer as a text, not {shown(pointer)}", pointer)
    if (pointer and not pointer.startswith("/")) or re.search(r"~(?![01])", pointer):
        raise InvalidValue("pointer.form", f"{shown(pointer)} is not a JSON Pointer, such as '/commitments/0/due'", pointer)
    return tuple([step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]])


def copied(value: Any) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return a copy that shares no array or object with the value, however deep it is nested."""
    root: list[Any] = [value]
    waiting: list[tuple[Any, Any]] = [(root, 0)]
    while waiting:
        container, key = waiting.pop()
        inner: Any = container[key]
        if isinstance(inner, dict):
            container[key] = fresh = cast("dict[str, Any]", inner).copy()
            waiting.extend([(fresh, name) for name in fresh])
        elif isinstance(inner, list):
            items: list[Any] = inner.copy()  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
            container[key] = items
            waiting.extend([(items, index) for index in range(len(items))])
    return root[0]
