"""From the converter's nested exceptions to a flat list of problems with JSON Pointers."""

from collections.abc import Iterator, Mapping
from typing import Any

from cattrs import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

from coopmodel.errors import InvalidValue, Problem

Path = tuple[str | int, ...]


def to_pointer(path: Path) -> str:
    """Return the JSON Pointer (RFC 6901, section 3) of a path."""
    return "".join([f"/{step}" if isinstance(step, int) else f"/{step.replace('~', '~0').replace('/', '~1')}" for step in path])


def problems(error: BaseException, document: object = None) -> tuple[Problem, ...]:
    """Return every problem that a failed ``structure`` call of a configured converter found.

    Args:
        error: What it raised: an ``InvalidValue``, or a group of errors that cattrs made.
        document: What was structured; the problems then come in its order.

    Raises:
        BaseException: ``error`` itself, or the part of it that is no problem of the document but a defect.
    """
    found = list(_leaves(error, ()))
    found.sort(key=lambda pair: _position(document, pair[0]))
    return tuple([problem for _, problem in found])


def _leaves(error: BaseException, path: Path) -> Iterator[tuple[Path, Problem]]:
    path += _steps(error)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _leaves(inner, path)
    elif isinstance(error, InvalidValue):
        path += error.path
        yield path, Problem(to_pointer(path), error.code, error.message, error.value, error.allowed)
    elif isinstance(error, ForbiddenExtraKeysError):
        allowed = _members(error.cl)
        for name in sorted(error.extra_fields):
            here = (*path, name)
            yield here, unknown_member(here, name, allowed)
    elif isinstance(error, KeyError):
        yield path, Problem(to_pointer(path), "member.missing", f"the member {path[-1]!r} is required")
    else:
        raise error


def unknown_member(path: Path, name: str, allowed: tuple[str, ...]) -> Problem:
    """Return the problem of a member that nobody knows."""
    return Problem(to_pointer(path), "member.unknown", f"no member is called so here; known are {', '.join(allowed)}", name, allowed)


def _members(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  any attrs class
    names = tuple([field.name for field in kind.__attrs_attrs__])
    return (names[0], "kind", *names[1:]) if hasattr(kind, "kind") and "kind" not in names else names


def _steps(error: BaseException) -> Path:
    steps: list[str | int] = []
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            steps.insert(0, note.name)
        elif isinstance(note, IterableValidationNote):
            steps.insert(0, note.index)
    return tuple(steps)


def _position(document: object, path: Path) -> tuple[int, ...]:
    position: list[int] = []
    for step in path:
        if isinstance(document, Mapping) and step in document:
            position.append(list(document).index(step))  # pyright: ignore[reportUnknownArgumentType]
            document = document[step]  # pyright: ignore[reportUnknownVariableType]
        elif isinstance(document, list) and isinstance(step, int):
            position.append(step)
            document = document[step]  # pyright: ignore[reportUnknownVariableType]
        else:
            position.append(2**53)
    return tuple(position)
