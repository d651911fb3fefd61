"""Classes for the data of others: what an extension holds, read into an attrs class as strictly as a record, and written from it."""

import datetime
import types
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin

import attrs
from cattrs import AttributeValidationNote, ClassValidationError, Converter
from cattrs.gen import make_dict_structure_fn, override

from coopmodel.errors import InvalidValue, shown
from coopmodel.model.fields import AtLeast, check_word, checker, without_none
from coopmodel.model.parties import Party
from coopmodel.values.dates import to_date
from coopmodel.values.extensions import Extensions, Json, JsonObject
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.converter import CLASSES, FROM_TEXT, PARTIES, array_hook
from coopmodel.wire.limits import LIMITS, Limits
from coopmodel.wire.plain import to_plain
from coopmodel.wire.refusals import Hook, add_error, raise_all, refuse_other_than, scalar, unchanged

_OURS: Final = frozenset({*CLASSES, *PARTIES.values(), *FROM_TEXT, Party, Text, Timing, JsonObject, Extensions}) - {str, datetime.date}


class Typed:
    """Reads classes of one's own by the types of their members.

    A member may be ``str``, ``int``, ``float``, ``bool``, a date, any type of this library, an ``Enum`` of texts, a ``Literal``, another attrs
    class, a ``tuple[X, ...]``, a ``list[X]``, a ``dict[str, X]``, ``Any`` for JSON as it is, or one of them ``| None``.
    """

    def __init__(self, converter: Converter, *, forbid_unknown: bool, limits: Limits = LIMITS) -> None:
        """Read the types of this library with the converter."""
        self._converter = converter
        self._most = limits.problems
        self._forbid = forbid_unknown
        self._hooks: dict[Any, Hook] = {}

    def hook(self, kind: Any) -> Hook:  # noqa: ANN401  a type expression
        """Return what reads a value of this type.

        Raises:
            TypeError: It is, or one of its members is, of a type that cannot be read.
        """
        if kind in self._hooks:
            return self._hooks[kind]
        if attrs.has(kind) and kind not in _OURS:
            return self._class(kind)
        return self._type(kind)

    def _class(self, kind: type[Any]) -> Hook:
        built: list[Any] = []

        def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
            refuse_other_than(dict, value)
            try:
                return built[0](value, kind)
            except ClassValidationError as error:
                raise _with_refusals(error, value) from None

        self._hooks[kind] = structure  # before its members are looked at: they may be of the same class
        attrs.resolve_types(kind)
        overrides: dict[str, Any] = {}
        for field in attrs.fields(kind):
            if not field.init:
                continue
            try:
                overrides[field.name] = override(struct_hook=self.hook(field.type))
            except TypeError as error:
                raise TypeError(f"{kind.__name__}.{field.name}: {error}") from None
        settings: dict[str, Any] = {"_cattrs_forbid_extra_keys": self._forbid, "_cattrs_detailed_validation": True}
        built.append(make_dict_structure_fn(kind, self._converter, **settings, **overrides))
        return structure

    def _type(self, kind: Any) -> Hook:  # noqa: ANN401, PLR0911  a type expression; one line for each
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in _PLAIN:
            return scalar(_PLAIN[kind])
        if kind is Any:
            return _any
        if kind in _OURS:
            return lambda value, _: self._converter.structure(value, kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return scalar(_word_of(kind))
        if kind is bool or origin is Literal or (origin is Annotated and isinstance(arguments[1], AtLeast)):
            return scalar(unchanged(checker(kind)))
        if origin in {Union, types.UnionType} and type(None) in arguments:
            inner = self.hook(without_none(kind))
            return lambda value, declared: None if value is None else inner(value, declared)
        if origin is tuple and arguments[1:] == (...,):
            return array_hook(arguments[0], self.hook(arguments[0]), self._most)
        if origin in {list, Sequence}:
            items = array_hook(arguments[0], self.hook(arguments[0]), self._most)
            return lambda value, declared: [*items(value, declared)]
        if origin in {dict, Mapping} and arguments[0] is str:
            return _mapping_hook(self.hook(arguments[1]), self._most)
        raise TypeError(f"a member of an extension cannot be read as {shown(cast('object', kind))}")


def wire_form(value: Any) -> Any:  # noqa: ANN401  an object of a class of one's own, or what it holds
    """Return the value as plain JSON types; members that have their defaults are left out."""
    kind: type[Any] = value.__class__
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple):
        return [wire_form(item) for item in cast("Sequence[Any]", value)]
    if isinstance(value, dict):
        return {name: wire_form(part) for name, part in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if not attrs.has(kind) or not _OURS.isdisjoint(kind.__mro__):
        return to_plain(value)
    members = [(field.name, getattr(value, field.name), _default(field)) for field in attrs.fields(kind) if field.init]
    return {name: wire_form(member) for name, member, default in members if member != default}


def _default(field: Any) -> Any:  # noqa: ANN401  attrs.Attribute is generic in what it holds
    default = field.default
    made_alone = isinstance(default, _FACTORY) and not default.takes_self
    return default.factory() if made_alone else default


def _text(value: Any) -> str:  # noqa: ANN401  anything may stand in a document
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    return value


def _integer(value: Any) -> int:  # noqa: ANN401  anything may stand in a document
    if type(value) is not int:
        raise InvalidValue("type.integer", f"expected a whole number, not {shown(value)}", value)
    return value


def _number(value: Any) -> float:  # noqa: ANN401  anything may stand in a document
    if type(value) not in {int, float}:
        raise InvalidValue("type.number", f"expected a number, not {shown(value)}", value)
    return float(value)


def _any(value: Any, _: Any) -> Json:  # noqa: ANN401  anything may stand in a document
    return JsonObject({"": value})[""]


_FACTORY: Final[Any] = attrs.Factory
_PLAIN: Final[dict[Any, Callable[[Any], Any]]] = {str: _text, int: _integer, float: _number, datetime.date: to_date}


def _word_of(kind: type[Enum]) -> Callable[[Any], Any]:
    words = {member.value: member for member in kind}
    if not all(isinstance(word, str) for word in words):
        raise TypeError(f"the values of {kind.__name__} must be texts")

    def convert(value: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        check_word(value, tuple(words))
        return words[value]

    return convert


def _mapping_hook(hook: Hook, most: int) -> Hook:
    def structure(value: Any, declared: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        refuse_other_than(dict, value)
        found: dict[str, Any] = {}
        errors: list[Exception] = []
        left = most + 1
        for name, part in value.items():
            try:
                found[name] = hook(part, declared)
            except Exception as error:  # noqa: BLE001  all are kept, and told apart when they are reported
                error.add_note(AttributeValidationNote(f"member {name}", name, declared))
                left -= add_error(errors, error, left)
                if not left:
                    break
        raise_all(errors, dict)
        return found

    return structure


def _with_refusals(error: ClassValidationError, value: object) -> ClassValidationError:
    """Say what the class itself refused, in its validators or when it was made, as every other problem is said."""
    parts: list[Exception] = []
    for part in error.exceptions:
        refused = isinstance(part, ValueError | TypeError) and not isinstance(part, InvalidValue) and not hasattr(part, "__notes__")
        parts.append(_refusal(part, value) if refused else part)
    return error.derive(parts)  # pyright: ignore[reportReturnType]  of the class that it is called on


def _refusal(error: Exception, value: object) -> InvalidValue:
    """Return what a class said; validators of attrs say the member beside it."""
    said, member = (*error.args, None, None)[:2]
    path = (member.name,) if isinstance(member, attrs.Attribute) else ()
    return InvalidValue("extension.invalid", str(said or type(error).__name__), value, path)
