"""What the strict hooks share: refusing a value, and keeping many refusals together up to a limit."""

from collections.abc import Callable
from typing import Any, Final, cast

from cattrs import ClassValidationError

from coopmodel.errors import InvalidValue, shown

Hook = Callable[[Any, Any], Any]


def scalar(convert: Callable[[Any], Any]) -> Hook:
    """Return a hook that refuses null and converts anything else."""

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        if value is None:
            refuse_null(value)
        return convert(value)

    return structure


def unchanged(check: Callable[[object], None]) -> Callable[[Any], Any]:
    """Return what checks a value and gives it back."""

    def convert(value: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        check(value)
        return value

    return convert


def refuse_null(value: object) -> None:
    """Raise ``InvalidValue`` (``null``) if the value is null."""
    if value is None:
        raise InvalidValue("null", "null is no value: leave the member out where nothing is known")


_NAMES: Final[dict[Any, tuple[str, str]]] = {dict: ("type.object", "an object"), list: ("type.array", "an array")}


def refuse_other_than(kind: type[Any], value: object) -> None:
    """Raise ``InvalidValue`` (``null``, ``type.object``, ``type.array``) if the value is not of this class: ``dict`` or ``list``."""
    refuse_null(value)
    if type(value) is not kind:
        code, name = _NAMES[kind]
        raise InvalidValue(code, f"expected {name}, not {shown(value)}", value)


def raise_all(errors: list[Any], kind: type[Any]) -> None:
    """Raise the errors together, if there are any."""
    if errors:
        raise ClassValidationError(kind.__name__, errors, kind)  # pyright: ignore[reportCallIssue]  declared through another base


def add_error(errors: list[Exception], error: Exception, room: int) -> int:
    """Add an error, of a group no more than there is room for, and return how many problems that are."""
    count = _count(error)
    errors.append(error if count <= room else _cut(cast("ExceptionGroup[Exception]", error), room))
    return min(count, room)


def _count(error: BaseException) -> int:
    if not isinstance(error, ExceptionGroup):
        return 1
    return sum(map(_count, cast("ExceptionGroup[Exception]", error).exceptions))


def _cut(group: "ExceptionGroup[Exception]", room: int) -> Exception:
    """Return the group with the first so many errors of it, at least one."""
    places = iter(range(room))
    return cast("Exception", group.subgroup(lambda part: not isinstance(part, ExceptionGroup) and next(places, None) is not None))
