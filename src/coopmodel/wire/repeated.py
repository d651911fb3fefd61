"""Members that stand twice in one object: parsers keep the last, so what the first said would be lost in silence."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from coopmodel.errors import Problem, shown
from coopmodel.wire.problems import Path, to_pointer


class _Object(dict[str, Any]):
    """An object in which names stand more than once."""

    __slots__ = ("repeated",)

    repeated: tuple[str, ...]


def find_repeated(text: str | bytes) -> Iterator[Problem]:
    """Yield a problem for each name that stands twice or more in one object, in the order of the text.

    Args:
        text: A JSON text that was parsed already, so it is well-formed.

    Raises:
        RecursionError: The text is nested deeper than the second parser can follow.
    """
    repeating: list[_Object] = []

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) == len(pairs):
            return members
        repeating.append(_repeating(pairs))
        return repeating[-1]

    document = json.loads(text, object_pairs_hook=read)
    return _problems(document) if repeating else iter(())


def _repeating(pairs: list[tuple[str, Any]]) -> _Object:
    kept = _Object()
    twice: dict[str, None] = {}
    for name, value in pairs:
        if name in kept:
            twice[name] = None
        kept[name] = value
    kept.repeated = tuple(twice)
    return kept


def _problems(document: Any) -> Iterator[Problem]:  # noqa: ANN401  JSON is any of its types
    around: list[Iterator[tuple[Path, Any]]] = [iter([((), document)])]
    while around:
        path, value = next(around[-1], ((), None))
        if value is None:
            around.pop()
            continue
        around.append(_collections(path, value))
        for name in value.repeated if isinstance(value, _Object) else ():
            yield Problem(to_pointer((*path, name)), "member.repeated", f"the member {shown(name)} stands here more than once", name)


def _collections(path: Path, value: Any) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401  JSON is any of its types
    """Yield the objects and arrays that stand directly in a value, each made when it is asked for: there may be millions."""
    parts = cast("Iterable[tuple[str | int, Any]]", value.items() if isinstance(value, dict) else enumerate(value))  # pyright: ignore[reportUnknownMemberType]
    return (((*path, step), part) for step, part in parts if isinstance(part, dict | list))  # pyright: ignore[reportUnknownVariableType]
