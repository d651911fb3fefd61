"""What documents of vectors are made of."""

from pathlib import Path
from typing import Any, Final, NamedTuple

from vector_files import ROOT, as_text

from coopmodel.analysis.walk import walk
from coopmodel.wire.documents import load

GOLDEN: Final = ROOT / "tests" / "golden"
BASE: Final = GOLDEN / "broken" / "base.json"
HEAD: Final[dict[str, Any]] = {"coopmodel": "1.0", "id": "example", "revision": 1, "title": {"en": "Example", "es": "Ejemplo"}}


class Valid(NamedTuple):
    """One document that has to be read.

    Attributes:
        name: The name of its files.
        about: One sentence that says what it shows.
        document: What it holds; as bytes where it matters how they are written.
    """

    name: str
    about: str
    document: Any

    def text(self) -> bytes:
        """Return the bytes of its file."""
        return self.document if isinstance(self.document, bytes) else as_text(self.document)


def record(**members: Any) -> dict[str, Any]:
    """Return a document with these members."""
    return HEAD | members


def parties() -> list[dict[str, Any]]:
    """Return two parties."""
    return [{"id": "cl", "kind": "country", "country": "CL"}, {"id": "pe", "kind": "country", "country": "PE"}]


def promises(member: str, values: Any) -> list[dict[str, Any]]:
    """Return a commitment for each value of a member."""
    return [{"id": f"c-{n}", "statement": {"en": f"Commitment {n}"}, member: value} for n, value in enumerate(values)]


def classes_of(path: Path) -> dict[str, type[Any]]:
    """Return the class of each object of the format in a record, by its pointer."""
    return {pointer: type(thing) for pointer, thing in walk(load(path))}
