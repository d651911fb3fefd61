"""The record that uses every class and member, and what stands where in it."""

from pathlib import Path
from typing import Any, Final

from coopmodel.wire.documents import loads
from coopmodel.wire.plain import to_plain

BASE: Final = loads((Path(__file__).parents[2] / "golden" / "broken" / "base.json").read_bytes())
DOCUMENT: Final[Any] = to_plain(BASE)


def at(pointer: str) -> Any:
    """Return what stands in the document at a JSON Pointer that needs no escapes."""
    found = DOCUMENT
    for step in pointer.split("/")[1:]:
        found = found[int(step) if isinstance(found, list) else step]  # pyright: ignore[reportUnknownVariableType]  any JSON
    return found  # pyright: ignore[reportUnknownVariableType]  any JSON
