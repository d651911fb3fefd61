"""Apply a JSON Patch (RFC 6902) to a document or a record: a repair that somebody accepted, or the difference of two revisions."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, TypeGuard, overload

from coopmodel.errors import InvalidValue, shown
from coopmodel.model.agreement import Agreement
from coopmodel.wire.operations import Operation, copied, steps_of
from coopmodel.wire.plain import to_plain

if TYPE_CHECKING:
    from coopmodel.wire.codec import Codec

_INDEX: Final = r"0|[1-9][0-9]{0,15}"
_ABSENT: Final = object()


class _Place(NamedTuple):
    """An array or object, and where in it: a name, or an index that may be one past the last."""

    container: Any
    key: Any


@overload
def apply_patch(target: Agreement, patch: Iterable[Operation], *, codec: "Codec | None" = None) -> Agreement: ...
@overload
def apply_patch(target: Any, patch: Iterable[Operation], *, codec: "Codec | None" = None) -> Any: ...  # noqa: ANN401  JSON is any of its types
def apply_patch(target: Any, patch: Iterable[Operation], *, codec: "Codec | None" = None) -> Any:
    """Return what the patch makes of a record or of a document; neither is changed, and nothing is shared with it.

    All operations are applied, or none: the first that cannot be raises.

    Args:
        target: A record, or a JSON document made of ``dict``, ``list`` and scalars.
        patch: Operations in order: ``add``, ``remove``, ``replace``, ``move``, ``copy`` and ``test``. Members that the standard does not know
            are ignored, as it demands.
        codec: What reads the record that becomes of one; without it, what ``loads`` reads with. One with unknown members needs a codec that
            keeps them.

    Returns:
        A record where a record was given, else a document.

    Raises:
        InvalidValue: ``patch.operation``: it is no operation, or lacks a member; ``pointer.form``; ``pointer.missing``: nothing stands there;
            ``pointer.index``: no index of that array; ``patch.root``: a document cannot do without its root; ``patch.inside``: nothing can
            be moved into itself; ``patch.test``: a test failed. The error's path begins with the number of the operation, from 0.
        DecodeError: What became of the record is no record.
    """
    document: Any = to_plain(target) if isinstance(target, Agreement) else copied(target)
    for number, operation in enumerate(patch):
        try:
            document = _applied(document, operation)
        except InvalidValue as error:
            raise error.at(number) from None
    return _record(document, codec) if isinstance(target, Agreement) else document


def _record(document: Any, codec: "Codec | None") -> Agreement:  # noqa: ANN401  JSON is any of its types
    from coopmodel.wire.documents import default_codec  # noqa: PLC0415  a patch of a plain document needs no converter

    try:
        text = json.dumps(document)
    except RecursionError:
        raise InvalidValue("patch.depth", "the patched document is nested too deep for a record") from None
    return (codec or default_codec()).loads(text, strict=False)


def _applied(document: Any, operation: Operation) -> Any:  # noqa: ANN401  JSON is any of its types
    if not isinstance(operation, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValue("patch.operation", f"expected an operation as an object, not {shown(operation)}", operation)
    name = operation.get("op")
    apply = _OPERATIONS.get(name) if isinstance(name, str) else None
    if apply is None:
        raise InvalidValue("patch.operation", f"expected one of {', '.join(_OPERATIONS)}; not {shown(name)}", name, ("op",), _OPERATIONS)
    return apply(document, operation)


def _add(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    return _put(document, operation, copied(_value(operation)))


def _remove(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    _taken(document, operation, "path")
    return document


def _replace(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    place = _place(document, operation, "path")
    value = copied(_value(operation))
    if place is None:
        return value
    _found(place, operation, "path")
    place.container[place.key] = value
    return document


def _move(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    source, target = (steps_of(_pointer(operation, member)) for member in ("from", "path"))
    if source == target:
        _source(document, operation)
        return document
    if source == target[: len(source)]:
        raise InvalidValue("patch.inside", f"{shown(operation['from'])} cannot be moved into itself", operation["path"], ("path",))
    return _put(document, operation, _taken(document, operation, "from"))


def _copy(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    return _put(document, operation, copied(_source(document, operation)))


def _test(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    place = _place(document, operation, "path")
    found = document if place is None else _found(place, operation, "path")
    if not _equal(found, _value(operation)):
        message = f"the test failed: at {operation['path'] or '(document)'} stands {shown(found)}, not {shown(operation['value'])}"
        raise InvalidValue("patch.test", message, found, ("path",))
    return document


_OPERATIONS: Final[Mapping[str, Callable[[Any, Operation], Any]]] = {
    "add": _add,
    "remove": _remove,
    "replace": _replace,
    "move": _move,
    "copy": _copy,
    "test": _test,
}


def _pointer(operation: Operation, member: str) -> str:
    pointer = operation.get(member, _ABSENT)
    if pointer is _ABSENT:
        raise InvalidValue("patch.operation", f"the operation {operation['op']} needs the member {member!r}", operation, (member,))
    try:
        steps_of(pointer)
    except InvalidValue as error:
        raise error.at(member) from None
    return pointer  # type: ignore[no-any-return]


def _value(operation: Operation) -> Any:  # noqa: ANN401
    value = operation.get("value", _ABSENT)
    if value is _ABSENT:
        raise InvalidValue("patch.operation", f"the operation {operation['op']} needs the member 'value'", operation, ("value",))
    return value


def _place(document: Any, operation: Operation, member: str) -> _Place | None:  # noqa: ANN401
    """Return where the operation's pointer leads; ``None`` for the document itself. What stands there, if anything, is not looked at."""
    pointer = _pointer(operation, member)
    steps = steps_of(pointer)
    container, key = None, None
    for number, step in enumerate(steps):
        found = document if number == 0 else _found(_Place(container, key), operation, member)
        container, key = found, _key(found, step, pointer, member)
    return _Place(container, key) if steps else None


def _key(container: Any, step: str, pointer: str, member: str) -> Any:  # noqa: ANN401
    if _is_object(container):
        return step
    if not _is_array(container):
        _missing(pointer, member)
    if step == "-":
        return len(container)
    if not re.fullmatch(_INDEX, step) or int(step) > len(container):
        message = f"{shown(pointer)}: {shown(step)} is no index of an array of length {len(container)}"
        raise InvalidValue("pointer.index", message, pointer, (member,))
    return int(step)


def _found(place: _Place, operation: Operation, member: str) -> Any:  # noqa: ANN401
    container, key = place
    if not (key in container if _is_object(container) else key < len(container)):
        _missing(operation[member], member)
    return container[key]


def _source(document: Any, operation: Operation) -> Any:  # noqa: ANN401
    place = _place(document, operation, "from")
    return document if place is None else _found(place, operation, "from")


def _taken(document: Any, operation: Operation, member: str) -> Any:  # noqa: ANN401
    """Take out what the pointer leads to, and return it."""
    place = _place(document, operation, member)
    if place is None:
        raise InvalidValue("patch.root", "the whole document cannot be removed: replace it", "", (member,))
    _found(place, operation, member)
    return place.container.pop(place.key)


def _put(document: Any, operation: Operation, value: Any) -> Any:  # noqa: ANN401
    """Return the document with the value where the path leads: in an array before what stands there, in an object in its stead."""
    place = _place(document, operation, "path")
    if place is None:
        return value
    if _is_object(place.container):
        place.container[place.key] = value
    else:
        place.container.insert(place.key, value)
    return document


def _missing(pointer: str, member: str) -> NoReturn:
    raise InvalidValue("pointer.missing", f"nothing stands at {shown(pointer)}", pointer, (member,))


def _equal(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Tell whether two JSON values are equal: numbers by value, truth values only to themselves, members in any order."""
    waiting: list[tuple[Any, Any]] = [(one, other)]
    while waiting:
        a, b = waiting.pop()
        if _is_object(a) and _is_object(b):
            if a.keys() != b.keys():
                return False
            waiting.extend([(a[name], b[name]) for name in a])
        elif _is_array(a) and _is_array(b):
            if len(a) != len(b):
                return False
            waiting.extend(zip(a, b, strict=True))
        elif isinstance(a, bool) is not isinstance(b, bool) or a != b:
            return False
    return True


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:  # noqa: ANN401
    return isinstance(value, dict)


def _is_array(value: Any) -> TypeGuard[list[Any]]:  # noqa: ANN401
    return isinstance(value, list)
