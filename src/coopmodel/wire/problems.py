"""From the converter's nested exceptions to a flat list of problems with JSON Pointers."""

from collections.abc import Callable, Iterator
from typing import Any, Final, cast, get_args, get_type_hints

import attrs
from cattrs import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

from coopmodel.errors import InvalidValue, Problem
from coopmodel.model.parties import Party
from coopmodel.wire.limits import LIMITS, Limits, Told, limited

Path = tuple[str | int, ...]

_ABSENT: Final = 2**53


def to_pointer(path: Path) -> str:
    """Return the JSON Pointer (RFC 6901, section 3) of a path."""
    return "".join([f"/{step}" if isinstance(step, int) else f"/{step.replace('~', '~0').replace('/', '~1')}" for step in path])


def problems(error: BaseException, document: object = None, limits: Limits = LIMITS) -> tuple[Problem, ...]:
    """Return every problem that a failed ``structure`` call of a configured converter found.

    Args:
        error: What it raised: an ``InvalidValue``, or a group of errors that cattrs made.
        document: What was structured; the problems then come in its order.
        limits: Those that the converter was configured with: how many problems are told.

    Raises:
        BaseException: ``error`` itself, or the part of it that is no problem of the document but a defect.
    """
    told = told_problems(error, document, limits)
    return limited(told.problems, limits, more=told.more)


def told_problems(error: BaseException, document: object, limits: Limits) -> Told:
    """Return the problems as ``problems`` does, and beside them whether there are more."""
    told = Told(limits)
    paths: list[Path] = []
    for path, problem in _leaves(error, ()):
        if not told.add(problem):
            break
        paths.append(path)
    position = _positions(document)
    order = sorted(range(len(paths)), key=lambda number: position(paths[number]))
    told.problems = [told.problems[number] for number in order]
    return told


def _leaves(error: BaseException, path: Path) -> Iterator[tuple[Path, Problem]]:
    path += _steps(error)
    if isinstance(error, ExceptionGroup):
        for part in cast("tuple[Exception, ...]", error.exceptions):  # pyright: ignore[reportUnknownMemberType]  generic in what it holds
            yield from _leaves(part, path)
    elif isinstance(error, InvalidValue):
        path += error.path
        yield path, Problem(to_pointer(path), error.code, error.message, error.value, error.allowed)
    elif isinstance(error, ForbiddenExtraKeysError):
        allowed = _members(error.cl)
        for name in sorted(error.extra_fields):
            here = (*path, name)
            yield here, unknown_member(here, name, allowed)
    elif isinstance(error, KeyError) and _is_missing_member(error):
        here = (*path[:-1], str(error.args[0]))  # where a class renames a member, the note has its name in Python
        yield here, Problem(to_pointer(here), "member.missing", f"the member {here[-1]!r} is required")
    else:
        raise error


def _is_missing_member(error: KeyError) -> bool:
    """Tell the look-up of a member, in the code that cattrs made and that caught it, from one that failed deeper, in somebody's hook."""
    return error.__traceback__ is not None and error.__traceback__.tb_next is None


def unknown_member(path: Path, name: str, allowed: tuple[str, ...]) -> Problem:
    """Return the problem of a member that nobody knows."""
    return Problem(to_pointer(path), "member.unknown", f"no member is called so here; known are {', '.join(allowed)}", name, allowed)


def _members(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  any class that cattrs takes apart
    names = tuple([field.name for field in attrs.fields(kind) if field.init]) if attrs.has(kind) else tuple(get_type_hints(kind))
    return (names[0], "kind", *names[1:]) if kind in get_args(Party) else names


def _steps(error: BaseException) -> Path:
    steps: list[str | int] = []
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            steps.insert(0, note.name)
        elif isinstance(note, IterableValidationNote):
            steps.insert(0, note.index)
    return tuple(steps)


def _positions(document: object) -> Callable[[Path], tuple[int, ...]]:
    """Return what tells where a path lies in the document, to sort by; what is not there comes last in its object."""
    known: dict[int, dict[str, int]] = {}

    def position(path: Path) -> tuple[int, ...]:
        found: list[int] = []
        here: Any = document
        for step in path:
            if isinstance(here, dict) and step in here:
                if id(here) not in known:  # pyright: ignore[reportUnknownArgumentType]
                    known[id(here)] = {name: index for index, name in enumerate(here)}  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
                found.append(known[id(here)][str(step)])  # pyright: ignore[reportUnknownArgumentType]
                here = here[step]  # pyright: ignore[reportUnknownVariableType]
            elif isinstance(here, list) and isinstance(step, int):
                found.append(step)
                here = here[step]  # pyright: ignore[reportUnknownVariableType]
            else:
                found.append(_ABSENT)
        return tuple(found)

    return position
