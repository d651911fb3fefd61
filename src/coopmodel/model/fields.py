"""How every entity's members are checked: converters and annotations carry the rules, errors carry the member's name."""

from collections.abc import Callable, Iterable
from functools import cache
from inspect import Parameter, Signature
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.several import several

_T = TypeVar("_T")
_FIRST = Parameter.POSITIONAL_ONLY

LARGEST_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly."""


@attrs.frozen
class AtLeast:
    """Bounds of an integer member, both included."""

    low: int
    high: int = LARGEST_INTEGER


Offset = Annotated[int, AtLeast(0)]
Ordinal = Annotated[int, AtLeast(1)]


def checked(_cls: type, fields: list[Any]) -> list[Any]:
    """A ``field_transformer``: own members first and inherited ones last, each of them checked and named in errors.

    A member with a converter is checked by it; every other one by its annotation.
    """
    own = [_named(field) for field in fields if not field.inherited]
    return own + [field for field in fields if field.inherited]


def instances(values: Iterable[_T], *kinds: type[_T]) -> tuple[_T, ...]:
    """Return the values as a tuple; each must be an instance of one of the kinds."""

    def same(value: _T) -> _T:
        _check_instance(value, kinds)
        return value

    return several(values, same)


def check_integer(value: object, bounds: AtLeast) -> None:
    """Refuse what is no whole number within the bounds (``type.integer``, ``number.bounds``)."""
    if type(value) is not int:
        raise InvalidValue("type.integer", f"expected a whole number, not {shown(value)}", value)
    if not bounds.low <= value <= bounds.high:
        raise InvalidValue("number.bounds", f"expected {bounds.low} to {bounds.high}, not {shown(value)}", value)


def check_word(value: object, words: tuple[str, ...]) -> None:
    """Refuse what is no word of the closed list (``type.string``, ``code.unknown``)."""
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if value not in words:
        raise InvalidValue("code.unknown", f"expected one of {', '.join(words)}; not {shown(value)}", value, allowed=words)


def check_boolean(value: object) -> None:
    """Refuse what is neither ``True`` nor ``False`` (``type.boolean``)."""
    if type(value) is not bool:
        raise InvalidValue("type.boolean", f"expected true or false, not {shown(value)}", value)


def checker(kind: Any) -> Callable[[object], None]:  # noqa: ANN401  a type expression
    """Return what checks a value against a type expression: a literal, a bounded integer, a truth value or a class."""
    if get_origin(kind) is Literal:
        words = get_args(kind)
        return lambda value: check_word(value, words)
    if get_origin(kind) is Annotated:
        bounds = kind.__metadata__[0]
        return lambda value: check_integer(value, bounds)
    if kind is bool:
        return check_boolean
    return lambda value: _check_instance(value, (kind,))


def without_none(kind: Any) -> Any:  # noqa: ANN401  a type expression
    """Return the type expression without ``None``."""
    if get_origin(kind) in {Union, UnionType}:
        others = tuple(part for part in get_args(kind) if part is not NoneType)
        return Union[others]  # noqa: UP007  built at run time
    return kind


def _check_instance(value: object, kinds: tuple[type, ...]) -> None:
    if not isinstance(value, kinds):
        names = " or ".join(kind.__name__ for kind in kinds)
        raise InvalidValue("type.object", f"expected {names}, not {shown(value)}", value)


def _named(field: Any) -> Any:  # noqa: ANN401  attrs.Attribute is frozen and generic in what it holds
    # attrs makes the field anew for each class, so it may be changed in place; evolve would copy all of them, which import time shows.
    if field.converter is not None:
        object.__setattr__(field, "converter", _converter(field.converter))
    else:
        object.__setattr__(field, "validator", _validator(without_none(field.type), optional=field.default is None))
    return field


@cache
def _converter(convert: Callable[[Any], Any]) -> Any:  # noqa: ANN401  attrs.Converter is generic in what it converts
    def at(value: Any, field: Any) -> Any:  # noqa: ANN401  anything may be handed in
        try:
            return convert(value)
        except InvalidValue as error:
            raise error.at(field.name) from None

    # attrs reads the signature of each converter, for the types that help() shows; reading a real one is slow.
    taken = next(iter(convert.__annotations__.values()), Any)
    at.__signature__ = Signature([Parameter("value", _FIRST, annotation=taken), Parameter("field", _FIRST)])  # type: ignore[attr-defined]
    return attrs.Converter(at, takes_field=True)


def _validator(kind: Any, *, optional: bool) -> Callable[[Any, Any, Any], None]:  # noqa: ANN401  a type expression
    check = checker(kind)

    def validate(_self: Any, field: Any, value: Any) -> None:  # noqa: ANN401  attrs calls it so
        if value is None and optional:
            return
        try:
            check(value)
        except InvalidValue as error:
            raise error.at(field.name) from None

    return validate
