"""The difference of two revisions as a JSON Patch (RFC 6902)."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from typing import Any

from coopmodel.analysis.matching import Matching, matched, unmoved
from coopmodel.analysis.members import is_list, members_of, same
from coopmodel.model.agreement import Agreement
from coopmodel.wire.operations import Operation, step_of
from coopmodel.wire.plain import to_plain


def json_patch(old: Agreement, new: Agreement) -> tuple[Operation, ...]:
    """Return the operations that make the new document of the old one, exactly: what ``dumps`` writes of one of what it writes of the other.

    Entities are known by their id, other objects by what makes them up, so that an addition or a move is one operation. In each list
    removals come first, last item first, then additions and moves, then changes within items. Empty when the records are equal. In
    n log n.

    Examples:
        >>> import attrs
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> patch = cm.json_patch(agreement, attrs.evolve(agreement, revision=2))
        >>> patch
        ({'op': 'replace', 'path': '/revision', 'value': 2},)
        >>> cm.apply_patch(agreement, patch).revision
        2
    """
    return tuple(_changes("", old, new))


def _changes(pointer: str, old: Any, new: Any) -> Iterator[Operation]:  # noqa: ANN401  values of any member
    if same(old, new):
        return
    before, after = members_of(old), members_of(new)
    if before is not None and after is not None:
        yield from _object(pointer, before, after)
    elif is_list(old) and is_list(new):
        yield from _array(pointer, old, new)
    else:
        yield {"op": "replace", "path": pointer, "value": to_plain(new)}


def _object(pointer: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Operation]:
    for name in old:
        if name not in new:
            yield {"op": "remove", "path": pointer + step_of(name)}
    for name, value in new.items():
        if name in old:
            yield from _changes(pointer + step_of(name), old[name], value)
        else:
            yield {"op": "add", "path": pointer + step_of(name), "value": to_plain(value)}


def _array(pointer: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Operation]:
    matching = matched(old, new)
    whole: Operation = {"op": "replace", "path": pointer, "value": to_plain(new)}
    if not any(index is not None for index in matching):
        yield whole
        return
    arranged = [*_arranged(pointer, len(old), new, matching)]
    if _all_words(old) and _all_words(new) and len(json.dumps([whole])) <= len(json.dumps(arranged)):
        yield whole
        return
    yield from arranged
    for place, index in enumerate(matching):
        if index is not None:
            yield from _changes(pointer + step_of(place), old[index], new[place])


def _all_words(items: Sequence[Any]) -> bool:
    return not any(is_list(item) or members_of(item) is not None for item in items)


def _arranged(pointer: str, length: int, new: Sequence[Any], matching: Matching) -> Iterator[Operation]:
    """Yield what gives the list its items in their order; those that both lists have are still as they were.

    Going through the new list, each item is put right after the one before it. Items that have yet to be moved stand between those that
    stay, where they stood in the old list.
    """
    kept = {index for index in matching if index is not None}
    for gone in reversed(range(length)):
        if gone not in kept:
            yield {"op": "remove", "path": pointer + step_of(gone)}
    staying = unmoved(matching)
    fixed = [index for index in (matching[place] for place in staying) if index is not None]
    waiting = _Waiting(length, kept.difference(fixed))
    passed = 0
    for place, index in enumerate(matching):
        if passed < len(staying) and staying[passed] == place:
            passed += 1
            continue
        behind = fixed[passed - 1] if passed else 0
        if index is None:
            yield {"op": "add", "path": pointer + step_of(place + waiting.before(behind)), "value": to_plain(new[place])}
            continue
        start = _place_of(index, place, staying, fixed) + waiting.before(index)
        waiting.leave(index)
        yield {"op": "move", "from": pointer + step_of(start), "path": pointer + step_of(place + waiting.before(behind))}


def _place_of(index: int, place: int, staying: Sequence[int], fixed: Sequence[int]) -> int:
    """Count the items that are in order already and stand before one that waits: those that stay, and what was put after each of them."""
    ahead = bisect_left(fixed, index)
    put = min(place, staying[ahead]) if ahead < len(staying) else place
    return ahead + put - bisect_left(staying, put)


class _Waiting:
    """The old indices of the items that have yet to be moved, counted in logarithmic time (a Fenwick tree)."""

    def __init__(self, length: int, indices: AbstractSet[int]) -> None:
        self._counts = [0] * length  # nobody asks how many there are in all
        for index in range(1, length):
            self._counts[index] += index - 1 in indices
            above = index + (index & -index)
            if above < length:
                self._counts[above] += self._counts[index]

    def before(self, index: int) -> int:
        """Count those before an index."""
        count = 0
        while index:
            count += self._counts[index]
            index &= index - 1
        return count

    def leave(self, index: int) -> None:
        """Take one out."""
        index += 1
        while index < len(self._counts):
            self._counts[index] -= 1
            index += index & -index
