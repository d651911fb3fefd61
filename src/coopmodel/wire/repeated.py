"""Members that stand twice in one object: parsers keep the last, so what the first said would be lost in silence."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from coopmodel.errors import Problem
from coopmodel.wire.problems import Path, to_pointer


class _Object(dict[str, Any]):
    """An object in which names stand more than once."""

    __slots__ = ("repeated",)

    repeated: tuple[str, ...]


def find_repeated(text: str | bytes) -> tuple[Problem, ...]:
    """Return a problem for each name that stands twice or more in one object, in the order of the text.

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
    return tuple(_problems(document)) if repeating else ()


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
    waiting: list[tuple[Path, Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        for name in value.repeated if isinstance(value, _Object) else ():
            yield Problem(to_pointer((*path, name)), "member.repeated", f"the member {name!r} stands here more than once", name)
        waiting.extend([((*path, step), part) for step, part in _parts(value)][::-1])


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:  # noqa: ANN401  JSON is any of its types
    if isinstance(value, list):
        return enumerate(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  JSON is any of its types
    return cast("dict[str, Any]", value).items() if isinstance(value, dict) else ()
