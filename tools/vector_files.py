"""Where the conformance vectors lie, and how they are read: a document, and beside it what must be made of it."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
VECTORS: Final = ROOT / "conformance" / "v1"
KINDS: Final = ("valid", "invalid", "rules")

_EXPECTED: Final = ".expected.json"
_LONGEST_NAME: Final = 100


class Vector(NamedTuple):
    """One vector.

    Attributes:
        kind: ``valid``, ``invalid`` or ``rules``.
        name: Its path below the folder of its kind, without the ends of its files' names.
        text: The bytes of the document.
        expected: What must be made of it.
        canonical: The canonical form, of a valid one.
    """

    kind: str
    name: str
    text: bytes
    expected: Any
    canonical: bytes | None

    @property
    def document(self) -> Any:
        """What a parser makes of the text; of a text that is no JSON it makes nothing."""
        return json.loads(self.text)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the problems in it."""
        return frozenset([problem["code"] for problem in self.expected.get("problems", ())])

    @property
    def is_text(self) -> bool:
        """Whether it is told by the parser and not by the format: no JSON text that any reader should take."""
        return any(code.startswith("json.") for code in self.codes)


def vectors(*kinds: str) -> Iterator[Vector]:
    """Yield the vectors of the kinds, in the order of their names."""
    for kind in kinds:
        for path in sorted((VECTORS / kind).rglob(f"*{_EXPECTED}")):
            beside = path.with_name(path.name.removesuffix(_EXPECTED))
            canonical = beside.with_name(f"{beside.name}.canonical.json")
            yield Vector(
                kind,
                beside.relative_to(VECTORS / kind).as_posix(),
                beside.with_name(f"{beside.name}.json").read_bytes(),
                json.loads(path.read_bytes()),
                canonical.read_bytes() if canonical.exists() else None,
            )


def as_text(value: Any) -> bytes:
    """Return a JSON value as the bytes of a file that people read."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def slug(sentence: str) -> str:
    """Return a name for files, made of a sentence."""
    letters = unicodedata.normalize("NFKD", sentence).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", letters.replace("'", "")))[:_LONGEST_NAME].rstrip("-")
