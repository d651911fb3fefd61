"""How much is taken from a text that anybody may have written: its size, its depth, and how many of its problems are told."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import attrs

from coopmodel.errors import MORE, Problem, shown


def _check_positive(_self: Any, field: Any, value: object) -> None:  # noqa: ANN401  attrs calls it so
    if type(value) is not int or value < 1:
        raise ValueError(f"{field.name} must be a whole number of at least 1, not {shown(value)}")


@attrs.frozen(kw_only=True)
class Limits:
    """What a ``Codec`` reads at most.

    Raises:
        ValueError: A limit is no whole number of at least 1.
    """

    size: int = attrs.field(default=32 * 2**20, validator=_check_positive)
    """How many bytes of UTF-8 a JSON text may have, and a line of JSON Lines: 32 MiB, twice a record of 10,000 commitments."""
    yaml_size: int = attrs.field(default=2**19, validator=_check_positive)
    """How many bytes a YAML text may have: 512 KiB, seven times a long record, since YAML takes a hundred times as long to read."""
    depth: int = attrs.field(default=128, validator=_check_positive)
    """How many objects and arrays may stand within each other: 128; a record has at most 70."""
    problems: int = attrs.field(default=1000, validator=_check_positive)
    """How many problems of one document are told: 1,000; that there are more is told as one more, ``problems.more``."""


DEEPEST_RECORD: Final = 70
"""How deep a record may be: the objects of its members, and in the deepest of these 63 more within a member that was kept."""

LIMITS: Final = Limits()
"""What holds where nobody says otherwise."""


class Told:
    """Problems as far as they are told.

    Their pointers count too, since a name may be as long as a text: all together have about as many characters as a text may have bytes.

    Attributes:
        problems: Those that are told.
        more: Whether there are others.
    """

    __slots__ = ("_left", "_limits", "more", "problems")

    problems: list[Problem]
    more: bool

    def __init__(self, limits: Limits) -> None:
        """Begin with none."""
        self.problems = []
        self.more = False
        self._limits = limits
        self._left = limits.size

    def room(self) -> bool:
        """Return whether one more problem is told; where it is not, it need not be made."""
        self.more = self.more or len(self.problems) == self._limits.problems or self._left < 0
        return not self.more

    def add(self, problem: Problem) -> bool:
        """Take a problem if it is told, and return whether it is."""
        if not self.room():
            return False
        self.problems.append(problem)
        self._left -= len(problem.pointer) + len(problem.message)
        return True


def limited(problems: Iterable[Problem], limits: Limits, *, more: bool = False) -> tuple[Problem, ...]:
    """Return the problems as far as they are told, and as the last that there are others: found here, or ``more`` elsewhere."""
    told = Told(limits)
    if not all(map(told.add, problems)) or more:
        message = f"there are more problems than these {len(told.problems)}: correct them, and read again"
        return (*told.problems, Problem("", MORE, message))
    return tuple(told.problems)


def read_file(path: str | os.PathLike[str], size: int) -> bytes:
    """Return what a file holds, and of one that holds more than so many bytes only one byte more.

    Raises:
        OSError: The file cannot be read.
    """
    with Path(path).open("rb") as file:
        expected = min(os.fstat(file.fileno()).st_size, size)
        text = file.read(expected + 1)
        return text if len(text) <= expected else text + file.read(size + 1 - len(text))
