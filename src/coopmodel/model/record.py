"""What every class of the model shares: equality, hash and text, all from its members."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs


class Record:
    """Base of the model's classes.

    One implementation for all of them: attrs would compile one for each, which costs a third of the time that the model takes to import.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Two objects are equal when they are of one class and all members are equal."""
        if type(other) is not type(self):
            return NotImplemented
        members = _compared(type(self))
        return bool(members(self) == members(other))

    def __hash__(self) -> int:
        """Hash by all members but extensions."""
        return hash(_hashed(type(self))(self))

    def __repr__(self) -> str:
        """Return a call that makes the same object; members that were not given are left out."""
        given = [f"{field.name}={value!r}" for field in attrs.fields(type(self)) if (value := getattr(self, field.name)) != field.default]
        return f"{type(self).__name__}({', '.join(given)})"


@cache
def _compared(kind: type[Any]) -> Callable[[object], object]:
    return attrgetter(*[field.name for field in attrs.fields(kind)])


@cache
def _hashed(kind: type[Any]) -> Callable[[object], object]:
    return attrgetter(*[field.name for field in attrs.fields(kind) if field.hash is not False])
