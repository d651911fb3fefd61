"""Objects that carry members which the format does not know: each is of a class that extends its own, and no other class has room for them."""

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, Final, TypeVar, cast

import attrs

from coopmodel.errors import InvalidValue
from coopmodel.model.record import Record
from coopmodel.values.extensions import JsonObject

T = TypeVar("T")

_NOTHING: Final = JsonObject({})


class Keeping:
    """What marks the classes that ``keeping`` makes."""

    __slots__ = ()

    unknown: JsonObject
    """The unknown members in their order: immutable JSON, compared and not hashed."""


def keeping(kind: type[T]) -> type[T]:
    """Return the class like this one that has one member more, ``unknown``; the same class each time.

    Its objects are objects of ``kind`` for everything that reads a record. They are equal when their unknown members are, too.

    Raises:
        InvalidValue: When an object is made: ``unknown.empty`` without an unknown member, since then it is one of ``kind`` itself;
            ``unknown.known`` for a member that ``kind`` has.
    """
    made: type[T] = _kept(cast("Hashable", kind))
    return made


@cache
def _kept(declared: Hashable) -> Any:  # noqa: ANN401  a class; typed so, it would not count as hashable
    kind = cast("type[Any]", declared)
    known = member_names(kind)

    def check(_self: Any, _field: Any, value: JsonObject) -> None:  # noqa: ANN401  attrs calls it so
        if not value:
            raise InvalidValue("unknown.empty", f"without an unknown member it is a {kind.__name__}", value, ("unknown",))
        for name in value:
            if name in known:
                raise InvalidValue("unknown.known", f"{kind.__name__} has a member {name!r}", name, ("unknown", name))

    def reduce(self: Any) -> tuple[Any, ...]:  # noqa: ANN401  an object of the class that is made here
        return _remade, (kind, tuple([getattr(self, field.name) for field in attrs.fields(self.__class__)]))

    def in_order(_cls: type, fields: list[Any]) -> list[Any]:
        by_name = {field.name: field for field in fields}
        return [*[by_name[field.name] for field in attrs.fields(cast("Any", kind))], by_name["unknown"]]

    body = {
        "__doc__": f"A ``{kind.__name__}`` with members that the format does not know.",
        "__module__": __name__,
        "__annotations__": {"unknown": JsonObject},
        "__reduce__": reduce,
        "unknown": attrs.field(converter=_to_unknown, validator=check, hash=False),
    }
    own = not issubclass(kind, Record)
    make = attrs.frozen(kw_only=True, eq=own, repr=own, weakref_slot=False, field_transformer=in_order)
    return make(type(f"{kind.__name__}WithUnknown", (kind, Keeping), body))


def with_unknown(thing: T, members: Mapping[str, Any]) -> T:
    """Return the object with these unknown members, in the place of those that it has; without any for an empty mapping."""
    kind = cast("type[T]", known_class(thing.__class__))
    values = {field.name: getattr(thing, field.name) for field in attrs.fields(cast("Any", kind))}
    return keeping(kind)(**values | {"unknown": members}) if members else kind(**values)


def unknown_of(thing: object) -> JsonObject:
    """Return the unknown members of an object; empty for nearly all."""
    return thing.unknown if isinstance(thing, Keeping) else _NOTHING


def known_class(kind: type[Any]) -> type[Any]:
    """Return the class that a class made by ``keeping`` extends; any other class is returned itself."""
    bases: tuple[type[Any], ...] = kind.__mro__
    return next(base for base in bases if not issubclass(base, Keeping))


def member_names(kind: type[Any]) -> tuple[str, ...]:
    """Return the members that objects of a class have on the wire, the tag of a party among them."""
    names = tuple([field.name for field in attrs.fields(known_class(kind))])
    return (names[0], "kind", *names[1:]) if isinstance(getattr(kind, "kind", None), str) else names


def _to_unknown(value: Mapping[str, Any]) -> JsonObject:
    try:
        return value if isinstance(value, JsonObject) else JsonObject(value)
    except InvalidValue as error:
        raise error.at("unknown") from None


def _remade(kind: type[Any], values: tuple[Any, ...]) -> Any:  # noqa: ANN401  an object of any class
    made: Any = keeping(kind)
    return made(**dict(zip([field.name for field in attrs.fields(made)], values, strict=True)))
