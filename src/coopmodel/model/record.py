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
        kind: Any = self.__class__
        members = _compared(kind)
        return bool(members(self) == members(other)) if other.__class__ is kind else NotImplemented

    def __hash__(self) -> int:
        """Hash by all members but extensions."""
        kind: Any = self.__class__
        return hash(_hashed(kind)(self))

    def __repr__(self) -> str:
        """Return a call that makes the same object; members that were not given are left out."""
        kind: Any = self.__class__
        values = [(field.name, getattr(self, field.name), field.default) for field in attrs.fields(kind)]
        return f"{kind.__name__}({', '.join([f'{name}={value!r}' for name, value, default in values if value != default])})"


@cache
def _compared(kind: type[Any]) -> Callable[[object], object]:
    return attrgetter(*[field.name for field in attrs.fields(kind)])


@cache
def _hashed(kind: type[Any]) -> Callable[[object], object]:
    return attrgetter(*[field.name for field in attrs.fields(kind) if field.hash is not False])
