"""Namespaced data that others attach to an entity: immutable JSON, carried unchanged."""

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, Final, NoReturn, TypeAlias

from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.identifiers import to_identifier
from coopmodel.values.several import several
from coopmodel.values.strings import refuse_surrogates

Json: TypeAlias = "str | int | float | bool | JsonObject | tuple[Json, ...] | None"
"""A JSON value that cannot change: arrays are tuples, objects are ``JsonObject``s."""

LARGEST: Final = 2**53 - 1
DEEPEST: Final = 64


class JsonObject(Mapping[str, Json]):
    """A JSON object that cannot change: a mapping from ``str`` to ``Json``, in the order given, equal without regard to order.

    Unlike a ``dict`` it tells ``1``, ``1.0`` and ``true`` apart. Not hashable.

    Raises:
        InvalidValue: ``type.object``; ``extension.value`` for what JSON cannot say (NaN, infinity, a key that is no text, another type);
            ``extension.number`` for an integer beyond plus or minus 2**53-1, which other readers would round; ``extension.depth`` for
            more than 64 levels.
    """

    __slots__ = ("_members",)

    __hash__ = None  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]  compared, never hashed
    _members: dict[str, Json]

    def __init__(self, members: Mapping[str, Any]) -> None:
        """Freeze the members, and whatever they hold."""
        object.__setattr__(self, "_members", _frozen_members(members, 1))

    def __getitem__(self, name: str) -> Json:
        """Return the member of this name."""
        return self._members[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._members)

    def __len__(self) -> int:
        """Count the members."""
        return len(self._members)

    def __eq__(self, other: object) -> bool:
        """Two objects are equal when their JSON is, member order apart."""
        return isinstance(other, JsonObject) and _same(self, other)

    def __repr__(self) -> str:
        """Return a call that makes the same value."""
        return f"{type(self).__name__}({thawed(self)!r})"

    def __reduce__(self) -> tuple[type["JsonObject"], tuple[dict[str, Any]]]:
        """Pickle and copy by content."""
        return type(self), (thawed(self),)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError


class Extensions(JsonObject):
    """Objects by namespace: ``{"acme": {"file": "A-17"}}``; a namespace has the form of an identifier."""

    __slots__ = ()

    def __init__(self, members: Mapping[str, Any]) -> None:
        """Check the namespaces, then freeze."""
        super().__init__(members)
        for namespace, content in self._members.items():
            try:
                to_identifier(namespace)
            except InvalidValue as error:
                raise error.at(namespace) from None
            if not isinstance(content, JsonObject):
                raise InvalidValue("type.object", f"an extension is an object, not {shown(content)}", content, (namespace,))


def to_extensions(value: Mapping[str, Any]) -> Extensions:
    """Return the mapping as immutable ``Extensions``."""
    if isinstance(value, Extensions):
        return value
    return Extensions(value) if value or not isinstance(value, Mapping) else NO_EXTENSIONS  # pyright: ignore[reportUnnecessaryIsInstance]


def thawed(value: Json) -> Any:  # noqa: ANN401  JSON is any of its types
    """Return a fresh copy made of ``dict`` and ``list``, ready for a JSON encoder."""
    if isinstance(value, JsonObject):
        return {name: thawed(member) for name, member in value.items()}
    if isinstance(value, tuple):
        return [thawed(item) for item in value]
    return value


def _frozen_members(members: Mapping[str, Any], depth: int) -> dict[str, Json]:
    if not isinstance(members, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValue("type.object", f"expected an object, not {shown(members)}", members)
    frozen: dict[str, Json] = {}
    for name, value in members.items():
        if type(name) is not str:
            raise InvalidValue("extension.value", f"a member name must be a text, not {shown(name)}", name)
        try:
            refuse_surrogates(name)
            frozen[name] = _frozen(value, depth + 1)
        except InvalidValue as error:
            raise error.at(name) from None
    return frozen


def _frozen(value: Any, depth: int) -> Json:  # noqa: ANN401  anything may be handed in
    kind: type[Any] = type(value)  # pyright: ignore[reportUnknownVariableType]  anything may be handed in
    if value is None or kind is bool:
        return value  # type: ignore[no-any-return]
    if kind is str:
        refuse_surrogates(value)
        return value  # type: ignore[no-any-return]
    if kind is int:
        if not -LARGEST <= value <= LARGEST:
            raise InvalidValue("extension.number", f"an integer must lie within ±(2**53-1): write {shown(value)} as a text", value)
        return value  # type: ignore[no-any-return]
    if kind is float and math.isfinite(value):
        return value  # type: ignore[no-any-return]
    if depth > DEEPEST:
        raise InvalidValue("extension.depth", f"an extension may be nested at most {DEEPEST} levels deep")
    if isinstance(value, Mapping):
        frozen = object.__new__(JsonObject)
        object.__setattr__(frozen, "_members", _frozen_members(value, depth))  # pyright: ignore[reportUnknownArgumentType]
        return frozen
    if isinstance(value, list | tuple):
        items: list[Any] = [*value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        return several(items, partial(_frozen, depth=depth + 1))
    if kind is Decimal:
        raise InvalidValue(
            "extension.number", "the number has more digits, or a larger exponent, than readers keep: write it as a text", value
        )
    raise InvalidValue("extension.value", f"JSON has no value for {shown(value)}", value)


def _same(one: Json, other: Json) -> bool:
    if isinstance(one, JsonObject) and isinstance(other, JsonObject):
        return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and one == other


NO_EXTENSIONS: Final = Extensions({})
