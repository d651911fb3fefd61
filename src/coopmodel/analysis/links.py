"""Which ids and thematic areas the objects of a record name: each use with its place or, in less time, without."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, Final, NamedTuple, TypeAlias, cast

from coopmodel.analysis.references import AREA, AREAS, EVENT, REFERENCES, TIMINGS, Kinds, entry
from coopmodel.analysis.walk import Located
from coopmodel.values.identifiers import ANCHOR_WORDS

_Members: TypeAlias = tuple[tuple[str, Kinds], ...]
"""Members by which a class names something, and the classes of what they may name."""


class Link(NamedTuple):
    """One use of an id, or of a thematic area.

    Attributes:
        place: The object that uses it.
        member: Where in the object, as the steps of a pointer.
        number: Its place in a list; ``None`` where it stands alone.
        target: The id, or the code of the area.
        kinds: The classes that it may name.
    """

    place: Located
    member: str
    number: int | None
    target: str
    kinds: Kinds

    @property
    def pointer(self) -> str:
        """JSON Pointer to the target; put together when it is asked for, since most links are in order."""
        steps = f"{self.place.pointer}/{self.member}"
        return steps if self.number is None else f"{steps}/{self.number}"

    @property
    def owner(self) -> Any:  # noqa: ANN401  an object of any class
        """The object that uses it."""
        return self.place.entity


_link: Final[Callable[[tuple[Located, str, int | None, str, Kinds]], Link]] = partial(tuple.__new__, Link)  # pyright: ignore[reportUnknownMemberType]
"""Makes one of its five parts, in two thirds of the time that the class takes; a record has more links than objects."""


def links_from(objects: Iterable[Located]) -> Iterator[Link]:
    """Yield every use of an id, also as the anchor of a timing."""
    for place in objects:
        references, _, member_with_timing = _tables(place.entity.__class__)
        yield from _links(place, references)
        anchor = _anchor(place.entity, member_with_timing) if member_with_timing else None
        if anchor is not None:
            yield _link((place, f"{member_with_timing}/anchor", None, anchor, EVENT))


def areas_from(objects: Iterable[Located]) -> Iterator[Link]:
    """Yield every use of a thematic area."""
    for place in objects:
        yield from _links(place, _tables(place.entity.__class__)[1])


def named_by(things: Mapping[Any, Iterable[Any]]) -> dict[Kinds, set[str]]:
    """Return the same ids and areas without their places, those that may name the same classes together; areas name ``ThematicArea``."""
    found: defaultdict[Kinds, set[str]] = defaultdict(set)
    for kind, owners in things.items():
        references, areas, member_with_timing = _tables(kind)
        for member, kinds in (*references, *areas):
            targets = found[kinds]
            for owner in owners:
                value: Any = getattr(owner, member)
                if value.__class__ is tuple:
                    targets.update(value)
                elif value is not None:
                    targets.add(value)
        if member_with_timing:
            found[EVENT].update([anchor for owner in owners if (anchor := _anchor(owner, member_with_timing)) is not None])
    return found


def _links(place: Located, members: _Members) -> Iterator[Link]:
    for member, kinds in members:
        value: Any = getattr(place.entity, member)
        if value.__class__ is tuple:
            for number, target in enumerate(value):
                yield _link((place, member, number, target, kinds))
        elif value is not None:
            yield _link((place, member, None, value, kinds))


def _anchor(owner: Any, member: str) -> str | None:  # noqa: ANN401  an object of any class
    """Return the event of this record, a meeting or a milestone, that a timing is counted from."""
    timing = getattr(owner, member)
    return None if timing is None or timing.anchor in ANCHOR_WORDS else timing.anchor


@cache
def _tables(kind: Hashable) -> tuple[_Members, _Members, str | None]:
    """Return which members of a class refer to entities, which names areas, and which has a timing."""
    declared = cast("type[Any]", kind)
    area = entry(AREAS, declared)
    return tuple((entry(REFERENCES, declared) or {}).items()), ((area, AREA),) if area else (), entry(TIMINGS, declared)
