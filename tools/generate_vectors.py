"""Writes the conformance vectors: ``python tools/generate_vectors.py``.

The documents come from the tables in ``tests/golden``, from the examples of the rules and from ``vectors_valid``; what is expected of an
invalid one stands in those tables, and of the others it is what the library makes of them. A test fails when a file is not what this gives.
Vectors of v1 are added and never changed: look at what git shows before you commit.
"""

import json
import warnings
from typing import Any, Final

from vector_files import KINDS, VECTORS, as_text
from vectors_invalid import Invalid, invalid
from vectors_rules import catalogue, judged
from vectors_valid import valid

from coopmodel.errors import DecodeError, NewerVersion
from coopmodel.model.agreement import FORMAT_VERSION
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import digest, dumps, loads
from coopmodel.wire.versions import upgrade, version_of

KEEP: Final = Codec(unknown="keep")


def files() -> dict[str, bytes]:
    """Return the bytes of every generated file by its path below ``conformance/v1``."""
    found: dict[str, bytes] = {}
    for vector in valid():
        place = f"valid/{vector.name}"
        expected, canonical = read(vector.about, vector.text())
        add(found, place, vector.text(), expected)
        found[f"{place}.canonical.json"] = canonical
    for wrong in invalid():
        place = f"invalid/{wrong.folder}/{wrong.name}"
        number = 1
        while f"{place}.json" in found:
            number += 1
            place = f"invalid/{wrong.folder}/{wrong.name}-{number}"
        add(found, place, wrong.text, {"description": wrong.about, "problems": wrong.problems} | kept(wrong))
    for one in judged():
        add(found, f"rules/{one.name}", one.text, one.expected)
    found["catalogue.json"] = as_text(catalogue())
    return found


def add(found: dict[str, bytes], place: str, text: bytes, expected: dict[str, Any]) -> None:
    """Add a document and what is expected of it.

    Raises:
        ValueError: There is a vector of this name.
    """
    if f"{place}.json" in found:
        raise ValueError(f"two vectors are called {place}")
    found[f"{place}.json"] = text
    found[f"{place}.expected.json"] = as_text(expected)


def kept(wrong: Invalid) -> dict[str, Any]:
    """Return what is written of a document by whoever keeps unknown members, where nothing else is wrong with it."""
    if not {problem["code"] for problem in wrong.problems} <= {"member.unknown", "version.newer"}:
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        try:
            return {"kept": json.loads(KEEP.dumps(KEEP.loads(wrong.text)))}
        except DecodeError:
            return {}


def read(about: str, text: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what is expected of a valid document, and its canonical form."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", NewerVersion)
        record = loads(text)
    document: dict[str, Any] = json.loads(text)
    version = version_of(document)
    expected: dict[str, Any] = {"description": about, "version": version, "digest": digest(record)}
    if caught:
        expected["warnings"] = [{"code": "version.newer", "pointer": "/coopmodel"}]
    if version != FORMAT_VERSION and not caught:
        expected["upgraded"] = upgrade(document)
    normal: dict[str, Any] = json.loads(dumps(record))
    if json.dumps(normal) != json.dumps(document):
        expected["normal"] = normal
    return expected, dumps(record, canonical=True).encode()


def write() -> None:
    """Write every file, remove those that are no longer made, and tell of both: neither should happen to a vector that was released."""
    found = files()
    there = {path.relative_to(VECTORS).as_posix(): path for kind in KINDS for path in (VECTORS / kind).rglob("*.json")}
    for name in sorted(there.keys() - found.keys()):
        print(f"removed: {name}")
        there[name].unlink()
    for name, content in found.items():
        path = VECTORS / name
        if path.exists() and path.read_bytes() != content:
            print(f"changed: {name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    write()
