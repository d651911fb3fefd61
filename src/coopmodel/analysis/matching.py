"""Which item of a list in one revision is which in the next: by id, else equal ones first, then by key, then by place."""

import json
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from coopmodel.analysis.references import PARTY, entry
from coopmodel.model.agreement import Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Target
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import AgendaItem, Delegation, Participation
from coopmodel.model.parties import ExternalIdentifier
from coopmodel.values.extensions import JsonObject
from coopmodel.values.text import Text
from coopmodel.wire.plain import to_plain

Matching: TypeAlias = tuple[int | None, ...]
"""For each item of the new list the index of the same item in the old one; ``None`` for a new item."""

Keys: TypeAlias = Callable[[Any], Iterable[Hashable]]
"""What to know an item by; the first key that a free item of the other list shares decides."""


def _texts(text: Text) -> Iterable[Hashable]:
    return text.items()


LADDERS: Final[Mapping[type[Any], tuple[Keys, ...]]] = {
    Citation: (lambda one: [(one.source, one.exact, one.locator)], lambda one: [(one.source, one.exact)], lambda one: [one.source]),
    Delegation: (lambda one: [one.party],),
    AgendaItem: (lambda one: _texts(one.title),),
    Participation: (lambda one: [(one.action, one.party, one.date)], lambda one: [(one.action, one.party)]),
    Relation: (
        lambda one: [named for named in (one.target, one.url, one.identifier, one.title) if named is not None],
        lambda one: [one.kind],
    ),
    Target: (lambda one: [one.date], lambda one: [one.value]),
    Suppression: (lambda one: [(one.code, one.on)],),
    ThematicArea: (lambda one: [one.code],),
    ExternalIdentifier: (lambda one: [one.scheme],),
    AreaMapping: (lambda one: [(one.scheme, one.code)], lambda one: [one.scheme]),
    Text: (_texts,),
    JsonObject: (lambda one: [one["id"]] if isinstance(one.get("id"), str) else [],),
}
"""By class without an id: what to know its objects by, surest first. Equal ones were matched before."""

BY_PLACE: Final = (AgendaItem, Target, Text, JsonObject, tuple)
"""What is still taken for the same where nothing else tells: the first left over between two matched ones, the second, and so on."""


def has_id(item: object) -> bool:
    """Tell whether the object is an entity with an id."""
    return isinstance(item, Entity) and hasattr(item, "id")


def matched(old: Sequence[Any], new: Sequence[Any]) -> Matching:
    """Return which item of the old list each item of the new one is; in linear time."""
    pairs = _Pairs(old, new)
    repeated = _repeated(old) | _repeated(new)
    pairs.join(lambda item: [] if has_id(item) and _identity(item) not in repeated else [_content(item)])
    pairs.join(lambda item: [_identity(item)] if has_id(item) else [])
    for rung in range(max(map(len, LADDERS.values()))):
        pairs.join(partial(_known_by, rung))
    pairs.join_by_place()
    return tuple(pairs.found)


def in_order(matching: Matching) -> bool:
    """Tell whether the items that both lists have stand in the same order in both."""
    kept = [index for index in matching if index is not None]
    return kept == sorted(kept)


def unmoved(matching: Matching) -> list[int]:
    """Return the places in the new list of as many items as can stay where they are while the others move around them.

    A longest increasing subsequence, in n log n.
    """
    ends: list[int] = []  # the smallest old index that a subsequence of each length can end with,
    places: list[int] = []  # and its place in the new list
    before: dict[int, int | None] = {}
    for place, index in enumerate(matching):
        if index is None:
            continue
        length = bisect_left(ends, index)
        before[place] = places[length - 1] if length else None
        ends[length : length + 1] = [index]
        places[length : length + 1] = [place]
    kept: list[int] = []
    last = places[-1] if places else None
    while last is not None:
        kept.append(last)
        last = before[last]
    return kept[::-1]


class _Pairs:
    """Two lists while their items are matched.

    Attributes:
        found: The matching so far.
    """

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.found: list[int | None] = [None] * len(new)
        self._old = dict(enumerate(old))
        self._new = dict(enumerate(new))
        self._length = len(old)

    def join(self, keys: Keys) -> None:
        """Match what is still free and shares a key, the first with the first."""
        self._join({index: [*keys(item)] for index, item in self._old.items()}, {place: [*keys(item)] for place, item in self._new.items()})

    def join_by_place(self) -> None:
        """Match what is still free, and stands after the same item that was matched."""
        known: int | None = None
        old: dict[int, list[Hashable]] = {}
        for position in range(self._length):
            if position in self._old:
                old[position] = [(known, _family(self._old[position]))]
            else:
                known = position
        known = None
        new: dict[int, list[Hashable]] = {}
        for place, index in enumerate(self.found):
            if index is None:
                new[place] = [(known, _family(self._new[place]))]
            else:
                known = index
        self._join({index: key for index, key in old.items() if _by_place(self._old[index])}, new)

    def _join(self, old: Mapping[int, Iterable[Hashable]], new: Mapping[int, Iterable[Hashable]]) -> None:
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for index, keys in old.items():
            for key in keys:
                waiting[key].append(index)
        for place, keys in new.items():
            for key in keys:
                queue = waiting[key]
                while queue and queue[0] not in self._old:  # taken under another key
                    queue.popleft()
                if queue:
                    index = queue.popleft()
                    self.found[place] = index
                    del self._old[index], self._new[place]
                    break


def _identity(item: Any) -> Hashable:  # noqa: ANN401  an entity with an id
    """Return the id, and the kind by which parties are told apart: what is now of another kind is another thing."""
    return (item.id, item.kind if isinstance(item, PARTY) else None)


def _repeated(items: Iterable[Any]) -> set[Hashable]:
    counts = Counter(map(_identity, filter(has_id, items)))
    return {key for key, count in counts.items() if count > 1}


def _content(item: object) -> Hashable:
    return json.dumps(to_plain(item), sort_keys=True)


def _family(item: object) -> type[Any]:
    """Return the class that a table speaks of."""
    return next((kind for kind in item.__class__.__mro__ if kind in LADDERS), item.__class__)


def _by_place(item: object) -> bool:
    return isinstance(item, BY_PLACE)


def _known_by(rung: int, item: Any) -> Iterable[Hashable]:  # noqa: ANN401  an item of any list
    ladder: tuple[Keys, ...] = entry(LADDERS, item.__class__) or ()
    return [(_family(item), key) for key in ladder[rung](item)] if rung < len(ladder) else ()
