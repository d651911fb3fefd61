"""Where a JSON Pointer leads in a JSON text: lines and columns, for editors and for annotations."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[\]{},]|[^\s"\[\]{},:]+', re.DOTALL)
"""A string, also one that is cut off, so that the search never turns back; punctuation; and whatever else stands together."""
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_SHORT: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Place(NamedTuple):
    """A stretch of a text; lines and columns count from 1, columns in characters (Unicode code points).

    Attributes:
        line: Line of the first character; lines end with a line feed.
        column: Column of the first character.
        last_line: Line of the last character.
        end_column: The column after the last character.
        exact: Whether the value itself stands here; else it is not in the text, and this is the innermost value around it that is.
    """

    line: int
    column: int
    last_line: int
    end_column: int
    exact: bool = True


def find_places(text: str | bytes, pointers: Iterable[str]) -> dict[str, Place]:
    """Return the place of each pointer in a JSON text; linear in the text and the pointers, and never raising.

    Where a name stands twice in one object the last counts, as for parsers. Of a text that is broken as much is found as can be read.

    Args:
        text: A JSON text; of ``bytes`` those that are no UTF-8 count as one character each.
        pointers: JSON Pointers (RFC 6901).
    """
    text = text.decode(errors="replace") if isinstance(text, bytes) else text
    root = _Wanted()
    ends = {pointer: root.at(pointer) for pointer in pointers}
    _read(text, root)
    breaks = [match.start() for match in re.finditer("\n", text)]
    return {pointer: _place(wanted, breaks) for pointer, wanted in ends.items()}


class _Wanted:
    """One step of the wanted pointers: its value's stretch once that was read, and the steps below."""

    __slots__ = ("below", "end", "start", "within")

    def __init__(self, within: "_Wanted | None" = None) -> None:
        self.within = within
        self.below: dict[str, _Wanted] = {}
        self.start = self.end = -1

    def at(self, pointer: str) -> "_Wanted":
        wanted = self
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            wanted = wanted.below.setdefault(name, _Wanted(wanted))
        return wanted

    def found(self) -> bool:
        """Tell whether the value was read, and not in an object that a later one of the same name took the place of."""
        return self.start >= 0 and (self.within is None or self.within.start <= self.start < self.within.end)


class _Open:
    """An object or array that was entered."""

    __slots__ = ("is_array", "name", "number", "wanted")

    def __init__(self, wanted: _Wanted | None, *, is_array: bool) -> None:
        self.wanted = wanted
        self.is_array = is_array
        self.number = 0
        self.name: str | None = None

    def advance(self) -> None:
        self.number += 1
        self.name = None

    def value(self) -> _Wanted | None:
        """Return the wanted step that the value at hand is, if it is one."""
        step = str(self.number) if self.is_array else self.name
        return None if self.wanted is None or step is None else self.wanted.below.get(step)

    def close(self, end: int) -> None:
        if self.wanted is not None:
            self.wanted.end = end


def _read(text: str, root: _Wanted) -> None:
    document = _Wanted()
    document.below["0"] = root
    around = [_Open(document, is_array=True)]
    for token in _TOKEN.finditer(text):
        first, here = token[0][0], around[-1]
        if first in "]}":
            if len(around) > 1:
                around.pop().close(token.end())
        elif first == ",":
            here.advance()
        elif first == '"' and not here.is_array and here.name is None:
            here.name = _name(token[0])
        else:
            wanted = here.value()
            if wanted is not None:
                wanted.start, wanted.end = token.span()
            if first in "[{":
                around.append(_Open(wanted, is_array=first == "["))
    for left in around:
        left.close(len(text))


def _name(token: str) -> str:
    """Return the member's name that a string of JSON says."""
    name = token[1:].removesuffix('"')
    if "\\" not in name:
        return name
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _SHORT.get(match[2], match[2]), name)
    return _PAIR.sub(lambda match: match[0].encode("utf-16", "surrogatepass").decode("utf-16"), plain)


def _place(wanted: _Wanted, breaks: list[int]) -> Place:
    innermost, exact = _innermost(wanted)
    if innermost is None:
        return Place(1, 1, 1, 1, exact=False)
    line, column = _line(innermost.start, breaks)
    last_line, last_column = _line(innermost.end - 1, breaks)
    return Place(line, column, last_line, last_column + 1, exact)


def _innermost(wanted: _Wanted) -> tuple[_Wanted | None, bool]:
    """Return the deepest step on the way that was found together with all steps around it, and whether that is the last."""
    way: list[_Wanted] = []
    step: _Wanted | None = wanted
    while step is not None:
        way.append(step)
        step = step.within
    deepest = None
    for step in reversed(way):
        if not step.found():
            break
        deepest = step
    return deepest, deepest is wanted


def _line(offset: int, breaks: list[int]) -> tuple[int, int]:
    number = bisect_right(breaks, offset - 1)
    return number + 1, offset - (breaks[number - 1] if number else -1)
