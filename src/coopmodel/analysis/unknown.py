"""Members that a record carries along and the format does not know: of a newer version, or misspelt."""

from collections.abc import Iterator
from typing import NamedTuple

from coopmodel.analysis.walk import walk
from coopmodel.errors import nearest
from coopmodel.model.agreement import Agreement
from coopmodel.model.unknown import member_names, unknown_of
from coopmodel.values.extensions import Json
from coopmodel.wire.operations import step_of


class UnknownMember(NamedTuple):
    """One unknown member.

    Attributes:
        pointer: JSON Pointer to it.
        value: What it holds, as immutable JSON.
        known: The members that an object of this kind has.
    """

    pointer: str
    value: Json
    known: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")

    @property
    def suggestion(self) -> str | None:
        """The known member that it may be a misspelling of; computed each time that it is read."""
        return nearest(self.name, self.known)


def unknown_members(record: Agreement) -> Iterator[UnknownMember]:
    """Yield every unknown member of a record that was read with ``unknown="keep"``, in the order in which objects stand in the document."""
    for pointer, thing in walk(record):
        for name, value in unknown_of(thing).items():
            yield UnknownMember(pointer + step_of(name), value, member_names(thing.__class__))
