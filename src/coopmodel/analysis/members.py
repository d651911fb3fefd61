"""What the parts of a record hold, and whether two of them are the same: one view of objects, texts and foreign data."""

from collections.abc import Mapping
from typing import Any, TypeGuard

from coopmodel.model.record import Record
from coopmodel.wire.plain import written


def members_of(value: object) -> Mapping[str, Any] | None:
    """Return what an object, a text or foreign data holds, by name; ``None`` for what is one value, as a timing and money are, or a list."""
    if isinstance(value, Record):
        return written(value)
    return value if isinstance(value, Mapping) else None  # pyright: ignore[reportUnknownVariableType]


def same(old: object, new: object) -> bool:
    """Tell whether two values are written alike, members in any order; an object of a subclass counts as another."""
    if is_list(old) and is_list(new):
        return len(old) == len(new) and all(map(same, old, new))
    return type(old) is type(new) and old == new


def is_list(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether the value is a list: a tuple of others."""
    return isinstance(value, tuple)
