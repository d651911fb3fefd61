"""Members that hold several values: any iterable in Python, always a tuple in the record."""

from collections.abc import Callable, Iterable, Mapping, Set as AbstractSet
from typing import TypeVar

from coopmodel.errors import InvalidValue, shown

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def several(values: Iterable[_In], convert: Callable[[_In], _Out]) -> tuple[_Out, ...]:
    """Return the values converted one by one, in order.

    Raises:
        InvalidValue: ``values`` is one text or has no order (``type.array``), or one value is refused; the error's field is its index.
    """
    if not _is_sequence(values):
        raise InvalidValue("type.array", f"expected several values in order, such as a list, not {shown(values)}", values)
    found: list[_Out] = []
    for index, value in enumerate(values):
        try:
            found.append(convert(value))
        except InvalidValue as error:
            raise error.at(index) from None
    return tuple(found)


def _is_sequence(values: object) -> bool:
    if type(values) is list or type(values) is tuple:
        return True
    return isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping | AbstractSet)
