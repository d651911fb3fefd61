"""What differs between two revisions of a record, as data and in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, overload

import attrs

from coopmodel.analysis.shifts import Tendency

Action: TypeAlias = Literal["added", "removed", "changed", "reordered"]


@attrs.frozen(kw_only=True)
class Change:
    """One difference."""

    action: Action
    """``reordered``: the items that both lists have stand in another order."""
    entity: str
    """What kind of entity it is about: ``commitment``, ``party``; ``agreement`` for the record itself."""
    id: str | None
    """The entity's id; ``None`` for the record itself."""
    member: str | None
    """The entity's member that it is about, or lies in; ``None`` where the entity itself was added or removed."""
    old_pointer: str | None
    """JSON Pointer (RFC 6901) into the old document; ``None`` for what was added."""
    new_pointer: str | None
    """JSON Pointer into the new document; ``None`` for what was removed."""
    old: Any
    """What the old document has there, as plain JSON types; for ``reordered`` a list of ids, words or positions (from 0)."""
    new: Any
    """What the new document has there; for ``reordered`` what ``old`` lists, in the new order."""
    tendency: Tendency | None
    """Which way a date, a strength or a figure went; ``None`` where that cannot be told, and for all other members."""
    subjects: Mapping[str, str]
    """The entity in words, in ``es`` and ``en``: ``commitment patrols``."""
    predicates: Mapping[str, str]
    """What became of it, in ``es`` and ``en``: ``strength agreed -> binding (stronger)``."""

    def subject(self, language: str = "en") -> str:
        """Return the entity in words; the language as in ``message``."""
        return _in(self.subjects, language)

    def predicate(self, language: str = "en") -> str:
        """Return what became of the entity; the language as in ``message``."""
        return _in(self.predicates, language)

    def message(self, language: str = "en") -> str:
        """Return the difference as a sentence in ``es`` or ``en``; of a longer tag the first part counts, else English."""
        return f"{self.subject(language)}: {self.predicate(language)}"

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.message()


class Diff(Sequence[Change]):
    """The differences of two records, in the order of the new document, those of one entity together; empty when they are equal.

    Attributes:
        same_agreement: Whether both records have one id: else they are two agreements, not two revisions of one.
    """

    __slots__ = ("_changes", "same_agreement")

    _changes: tuple[Change, ...]
    same_agreement: bool

    def __init__(self, changes: Iterable[Change], *, same_agreement: bool) -> None:
        """Keep the changes."""
        self._changes = tuple(changes)
        self.same_agreement = same_agreement

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        """Return one change, or a tuple of some."""
        return self._changes[index]

    def __len__(self) -> int:
        """Count the changes."""
        return len(self._changes)

    def __repr__(self) -> str:
        """Show how many changes there are."""
        return f"<Diff: {len(self)} changes>"


def _in(words: Mapping[str, str], language: str) -> str:
    return words.get(language.partition("-")[0], words["en"])
