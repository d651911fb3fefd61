"""Differences and patches of whole records, against vectors that any implementation can use."""

import json
from pathlib import Path
from typing import Any, Final

import jsonpatch
import pytest

from coopmodel.analysis.changes import Change
from coopmodel.analysis.diff import diff
from coopmodel.analysis.patch import json_patch
from coopmodel.wire.documents import loads
from coopmodel.wire.plain import to_plain

_FOLDER: Final = Path(__file__).parents[2] / "golden" / "diff"
VECTORS: Final[dict[str, Any]] = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.json"))}


def as_row(change: Change) -> dict[str, Any]:
    """Return a change as the vectors have it: what is not there is left out, null is a value."""
    row: dict[str, Any] = {"action": change.action, "entity": change.entity, "id": change.id, "member": change.member}
    if change.old_pointer is not None:
        row |= {"old_pointer": change.old_pointer, "old": change.old}
    if change.new_pointer is not None:
        row |= {"new_pointer": change.new_pointer, "new": change.new}
    if change.tendency is not None:
        row["tendency"] = change.tendency
    return row | {"es": change.message("es"), "en": change.message("en")}


def test_there_are_vectors() -> None:
    """Every kind of difference has one."""
    assert {"added", "removed", "changed", "reordered"} == {row["action"] for vector in VECTORS.values() for row in vector["changes"]}
    assert {"add", "remove", "replace", "move"} == {operation["op"] for vector in VECTORS.values() for operation in vector["patch"]}


@pytest.mark.parametrize("name", VECTORS)
def test_changes(name: str) -> None:
    """Every difference is told, in order, with its place, its values and a sentence in both languages, and nothing else is."""
    vector = VECTORS[name]
    found = diff(loads(json.dumps(vector["old"])), loads(json.dumps(vector["new"])))
    assert json.dumps(vector["changes"], sort_keys=True) == json.dumps([as_row(change) for change in found], sort_keys=True)
    assert vector["same_agreement"] is found.same_agreement


@pytest.mark.parametrize("name", VECTORS)
def test_patch(name: str) -> None:
    """The operations are these, and they make the new document of the old one."""
    vector = VECTORS[name]
    old, new = loads(json.dumps(vector["old"])), loads(json.dumps(vector["new"]))
    assert json.dumps(vector["patch"]) == json.dumps(json_patch(old, new))
    patched = jsonpatch.apply_patch(vector["old"], vector["patch"])
    assert json.dumps(vector["new"], sort_keys=True) == json.dumps(patched, sort_keys=True)
    assert json.dumps(to_plain(new), sort_keys=True) == json.dumps(patched, sort_keys=True)


@pytest.mark.parametrize("name", VECTORS)
def test_there_and_back(name: str) -> None:
    """The patch of the way back gives the old document again."""
    vector = VECTORS[name]
    old, new = loads(json.dumps(vector["old"])), loads(json.dumps(vector["new"]))
    back = [dict(operation) for operation in json_patch(new, old)]
    assert json.dumps(vector["old"], sort_keys=True) == json.dumps(jsonpatch.apply_patch(vector["new"], back), sort_keys=True)
