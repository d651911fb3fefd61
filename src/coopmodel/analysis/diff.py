"""What changed from one revision of a record to the next, entity by entity, for people."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final, TypeVar

import attrs

from coopmodel.analysis.changes import Change, Diff
from coopmodel.analysis.events import events_of
from coopmodel.analysis.matching import Matching, has_id, in_order, matched
from coopmodel.analysis.members import is_list, same
from coopmodel.analysis.shifts import Shift, shift_of_quantity, shift_of_strength, shift_of_timing, shift_of_window
from coopmodel.analysis.wording import (
    FREE,
    JSON,
    Wording,
    Words,
    item_of,
    kind_of,
    subject_of,
    title_of,
    vocabulary_of,
)
from coopmodel.codes.members import member_label
from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Participation
from coopmodel.model.record import Record
from coopmodel.model.unknown import known_class, unknown_of
from coopmodel.values.bounds import bounds_of
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.extensions import JsonObject
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.operations import step_of
from coopmodel.wire.plain import to_plain, written


def diff(old: Agreement, new: Agreement) -> Diff:
    """Return every difference between two records, in the order of the new one.

    Entities are known by their id: what has the id of an entity of another kind is another thing, removed and added. Objects without an id
    are matched by what makes them up, equal ones first. Dates tell how much later or earlier they are where that is certain. The order of
    members is no difference, the order of a list is one, told once. Two records with different ids are compared alike: ``same_agreement``
    tells. In n log n; never raises.

    Examples:
        >>> import attrs
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> for change in cm.diff(agreement, attrs.evolve(agreement, revision=2)):
        ...     print(change)
        agreement cl-pe-security-2023: revision 1 -> 2
    """
    found = [*_Comparison(old, new).changes()]
    return Diff(found, same_agreement=old.id == new.id)


LANGUAGES: Final = ("es", "en")

_Said = TypeVar("_Said", str, str | None)
_ABSENT: Final[Any] = object()
_ADDED: Final[Words] = {"es": "se agrega", "en": "added"}
_REMOVED: Final[Words] = {"es": "se elimina", "en": "removed"}
_REORDERED: Final[Words] = {"es": "{}: cambió el orden", "en": "order of {} changed"}
_ANOTHER: Final[Words] = {"es": "otro acuerdo", "en": "another agreement"}


@attrs.frozen
class _Place:
    """Where two revisions are compared.

    Attributes:
        entity: The innermost entity with an id, or the record.
        member: The entity's member that it lies in.
        vocabulary: What its words are: see ``vocabulary_of``.
        path: The way down from the entity, in words.
        old: Pointer into the old document, whether or not anything stands there.
        new: Pointer into the new document.
    """

    entity: Any
    member: str | None
    vocabulary: str | None
    path: tuple[Words, ...]
    old: str
    new: str

    def inside(self, step: str) -> "_Place":
        """Return the place of a member of what stands here; the words are the caller's."""
        return attrs.evolve(self, old=self.old + step_of(step), new=self.new + step_of(step))

    def called(self, words: Words) -> "_Place":
        """Return the same place with other words for its last step."""
        return attrs.evolve(self, path=(*self.path[:-1], words))

    @property
    def name(self) -> Words:
        """The words for the last step."""
        return self.path[-1]


class _Comparison:
    """Two records while they are compared."""

    def __init__(self, old: Agreement, new: Agreement) -> None:
        self._old, self._new = old, new
        self._wording = Wording(old, new)

    def changes(self) -> Iterator[Change]:
        """Yield every difference."""
        yield from self._entity(self._old, self._new, "", "")

    @cached_property
    def _events(self) -> tuple[Any, Any]:
        return events_of(self._old), events_of(self._new)

    def _entity(self, old: Any, new: Any, old_at: str, new_at: str) -> Iterator[Change]:  # noqa: ANN401  an entity of any class, or nothing
        """Compare two entities: their own members first, then the entities in them."""
        entity = old if new is _ABSENT else new
        place = _Place(entity, None, None, (), old_at, new_at)
        if old is _ABSENT or new is _ABSENT:
            yield self._appeared(place, old, new, _in_both(partial(title_of, entity)))
            return
        inner: list[tuple[Any, Any, str, str]] = []
        yield from self._members(place, old, new, inner)
        for part in inner:
            yield from self._entity(*part)

    def _members(self, place: _Place, old: Record, new: Record, inner: list[tuple[Any, Any, str, str]]) -> Iterator[Change]:
        kind: Any = new.__class__
        before, after = written(old), written(new)
        foreign = {*unknown_of(old), *unknown_of(new)}
        defaults: dict[str, Any] = {field.name: field.default for field in attrs.fields(known_class(kind))}
        defaults |= dict.fromkeys([name for name in {**before, **after} if name not in defaults])
        for name, default in defaults.items():
            was, now = before.get(name, _ABSENT), after.get(name, _ABSENT)
            if same(was, now):
                continue
            words = _in_both(partial(member_label, name))
            vocabulary = JSON if name in foreign else vocabulary_of(kind, name)
            there = attrs.evolve(place.inside(name), member=place.member or name, vocabulary=vocabulary, path=(*place.path, words))
            if name in foreign:
                yield from self._value(there, was, now)
            elif is_list(was) or is_list(now):
                yield from self._list(there, before.get(name, ()), after.get(name, ()), inner)
            elif isinstance(was, Record) and isinstance(now, Record):
                yield from self._members(there, was, now, inner)
            elif isinstance(default, str):
                yield _change(there, was, now, self._went(there, before.get(name, default), after.get(name, default), None))
            else:
                yield from self._value(there, was, now)

    def _list(self, place: _Place, old: Sequence[Any], new: Sequence[Any], inner: list[tuple[Any, Any, str, str]]) -> Iterator[Change]:
        matching = matched(old, new)
        if not in_order(matching):
            yield _reordered(place, old, matching)
        for index, number in _merged(matching, len(old)):
            was: Any = _ABSENT if index is None else old[index]
            now: Any = _ABSENT if number is None else new[number]
            old_at = place.old if index is None else place.old + step_of(index)
            new_at = place.new if number is None else place.new + step_of(number)
            item = was if now is _ABSENT else now
            if has_id(item):
                inner.append((was, now, old_at, new_at))
                continue
            there = attrs.evolve(place, old=old_at, new=new_at)
            if not isinstance(item, Record):
                yield from self._value(there, was, now)
                continue
            there = there.called(_in_both(partial(item_of, item if was is _ABSENT else was)))
            if was is _ABSENT or now is _ABSENT:
                yield self._appeared(there, was, now, _dated(item))
            else:
                yield from self._members(there, was, now, inner)

    def _value(self, place: _Place, old: Any, new: Any) -> Iterator[Change]:  # noqa: ANN401  a value of any member, or nothing
        if isinstance(old, Text) and isinstance(new, Text):
            for tag in {**new, **old}:
                words = {language: f"{said} ({tag})" for language, said in place.name.items()}
                there = attrs.evolve(place.inside(tag).called(words), vocabulary=FREE)
                yield from self._value(there, old.get(tag, _ABSENT), new.get(tag, _ABSENT))
        elif isinstance(old, JsonObject) and isinstance(new, JsonObject):
            for name in {**new, **old}:
                words = {language: said + step_of(name) for language, said in place.name.items()}
                there = attrs.evolve(place.inside(name).called(words), vocabulary=JSON)
                yield from self._value(there, old.get(name, _ABSENT), new.get(name, _ABSENT))
        elif same(old, new):
            return
        elif old is _ABSENT or new is _ABSENT:
            value = old if new is _ABSENT else new
            yield self._appeared(place, old, new, _in_both(partial(self._wording.value, value, place.vocabulary)))
        else:
            yield self._changed(place, old, new)

    def _changed(self, place: _Place, old: Any, new: Any) -> Change:  # noqa: ANN401  two values of one member
        shift = self._shift(place, old, new)
        another = isinstance(place.entity, Agreement) and place.member == "id"
        note = _ANOTHER if another else None if shift is None else _in_both(shift.message)
        return _change(place, old, new, self._went(place, old, new, note), shift)

    def _went(self, place: _Place, old: Any, new: Any, note: Words | None) -> Words:  # noqa: ANN401  two values of one member
        """Return from what to what a value went, and a note on it."""
        predicates: dict[str, str] = {}
        for language in LANGUAGES:
            was, now = self._wording.both(old, new, place.vocabulary, language)
            predicates[language] = f"{_way(place, language)} {was} -> {now}" + ("" if note is None else f" ({note[language]})")
        return predicates

    def _shift(self, place: _Place, old: Any, new: Any) -> Shift | None:  # noqa: ANN401  two values of one member
        if place.vocabulary == "strength":
            return shift_of_strength(old, new)
        if isinstance(old, Timing) and isinstance(new, Timing):
            before, after = self._events
            return shift_of_timing(old, new, old.resolve(before), new.resolve(after))
        if isinstance(old, _DATES) and isinstance(new, _DATES):
            return shift_of_window(bounds_of(old), bounds_of(new), spans=(isinstance(old, Period), isinstance(new, Period)))
        if isinstance(old, Quantity) and isinstance(new, Quantity):
            return shift_of_quantity(old, new)
        if isinstance(old, Money) and isinstance(new, Money):
            return shift_of_quantity(old.amount, new.amount) if old.currency == new.currency else None
        return None

    def _appeared(self, place: _Place, old: Any, new: Any, said: Mapping[str, str | None]) -> Change:  # noqa: ANN401  one of them is nothing
        """Return what was added or removed."""
        words = _ADDED if old is _ABSENT else _REMOVED
        predicates: dict[str, str] = {}
        for language in LANGUAGES:
            value = said[language]
            way = f"{_way(place, language)}: " if place.path else ""
            predicates[language] = f"{way}{words[language]}" + ("" if value is None else f" {value}")
        return _change(place, old, new, predicates)


def _in_both(say: Callable[[str], _Said]) -> Mapping[str, _Said]:
    return {language: say(language) for language in LANGUAGES}


def _way(place: _Place, language: str) -> str:
    return ": ".join([words[language] for words in place.path])


def _reordered(place: _Place, old: Sequence[Any], matching: Matching) -> Change:
    """Return the one change that tells of another order."""
    order = [index for index in matching if index is not None]
    predicates = {
        language: ": ".join([*[words[language] for words in place.path[:-1]], _REORDERED[language].format(place.name[language])])
        for language in LANGUAGES
    }
    before, after = ([_name(old[index], index) for index in indices] for indices in (sorted(order), order))
    return attrs.evolve(_change(place, None, None, predicates), action="reordered", old=before, new=after)


def _name(item: Any, index: int) -> str | int:  # noqa: ANN401  an item of any list
    """Return what stands for an item in a list of what was reordered."""
    return str(item.id) if has_id(item) else str(item) if isinstance(item, str | Country) else index


def _merged(matching: Matching, length: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield old and new index of every item in the order of the new list; what was removed follows what it followed in the old one."""
    kept = {index for index in matching if index is not None}
    removed: defaultdict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for position in range(length):
        if position in kept:
            last = position
        else:
            removed[last].append(position)
    yield from [(index, None) for index in removed[None]]
    for number, index in enumerate(matching):
        yield index, number
        if index is not None:
            yield from [(gone, None) for gone in removed[index]]


def _change(place: _Place, old: Any, new: Any, predicates: Words, shift: Shift | None = None) -> Change:  # noqa: ANN401
    return Change(
        action="added" if old is _ABSENT else "removed" if new is _ABSENT else "changed",
        entity=kind_of(place.entity),
        id=None if isinstance(place.entity, Agreement) else str(place.entity.id),
        member=place.member,
        old_pointer=None if old is _ABSENT else place.old,
        new_pointer=None if new is _ABSENT else place.new,
        old=None if old is _ABSENT else to_plain(old),
        new=None if new is _ABSENT else to_plain(new),
        tendency=None if shift is None else shift.tendency,
        subjects=subject_of(place.entity),
        predicates=predicates,
    )


def _dated(item: Record) -> Mapping[str, str | None]:
    """Return when an act was done, or took effect; nothing for other objects."""
    date = (item.date or item.effective) if isinstance(item, Participation) else None
    return dict.fromkeys(LANGUAGES, None if date is None else str(date))


_DATES: Final = (PartialDate, Period, datetime.date)
