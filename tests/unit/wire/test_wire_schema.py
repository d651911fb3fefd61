"""The JSON Schema of a record: it is what the classes say, and validators of others judge by it as the library does."""

import copy
import json
import runpy
import sys
from pathlib import Path
from typing import Any, Final

import jsonschema
import jsonschema_rs
import pytest
from json_places import changed
from test_wire_broken import BASE, MUTATIONS

from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.schema import SCHEMA_ID, record_schema

ROOT: Final = Path(__file__).parents[3]
SCHEMA: Final = record_schema()
VALIDATOR: Final[Any] = jsonschema.Draft202012Validator(SCHEMA)
OTHER: Final = jsonschema_rs.Draft202012Validator(SCHEMA)

ONLY_THE_LIBRARY: Final = {
    "citation.offsets": "that the end lies after the start",
    "extension.depth": "how deep an extension is nested",
    "extension.number": "integers in extensions that a double cannot hold",
    "period.reversed": "that a period does not end before it starts",
    "quantity.reversed": "that the lower end lies below the upper",
    "recurrence.never": "that some month has the day",
    "recurrence.spelling": "the order within a list of days",
    "text.nfc": "Unicode normalization",
    "type.integer": "that 1.0 is written 1: to JSON Schema it is an integer",
}
"""Codes of what a schema cannot say, or not in every engine, and what that is; some of it may be refused all the same."""


def broken(mutation: dict[str, Any]) -> Any:
    document = copy.deepcopy(BASE)
    for change in (mutation, *mutation.get("also", ())):
        document = changed(document, change)
    return document


def test_the_schema_is_one_of_its_draft() -> None:
    """It is a valid schema of draft 2020-12, under a name that does not change."""
    VALIDATOR.check_schema(SCHEMA)
    assert ("https://json-schema.org/draft/2020-12/schema", SCHEMA_ID) == (SCHEMA["$schema"], SCHEMA["$id"])


def test_the_file_is_what_the_classes_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of a class, a docstring or a code list shows in the shipped schema: run tools/generate_schema.py."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    generated = runpy.run_path(str(ROOT / "tools" / "generate_schema.py"))["schema"]()

    assert generated == SCHEMA


def test_it_is_a_fresh_copy() -> None:
    """Who changes the schema changes nobody else's."""
    record_schema()["$defs"].clear()

    assert SCHEMA == record_schema()


@pytest.mark.parametrize("kind", [*CLASSES, *PARTIES.values()], ids=lambda kind: kind.__name__)
def test_every_class_is_described(kind: type[Any]) -> None:
    """Each class is a closed object with a title and a description; its members are typed."""
    definition = SCHEMA["$defs"][kind.__name__]

    assert definition["title"] == kind.__name__
    assert definition["description"].endswith(".")
    assert definition["additionalProperties"] is False
    assert all(member for member in definition["properties"].values())


def test_examples_are_valid() -> None:
    """Each example of a definition is valid by that definition."""
    found = 0
    for name, definition in SCHEMA["$defs"].items():
        for example in definition.get("examples", ()):
            validator: Any = jsonschema.Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}"})
            validator.validate(example)
            found += 1

    assert found >= 15


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/agreement.json")), ids=lambda path: path.parent.name)
def test_records_are_valid(path: Path) -> None:
    """Both validators take the example records, and the document that uses every class."""
    for document in (json.loads(path.read_text(encoding="utf-8")), BASE):
        VALIDATOR.validate(document)
        OTHER.validate(document)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation["name"] for mutation in MUTATIONS])
def test_broken_documents_are_refused(mutation: dict[str, Any]) -> None:
    """What the library refuses the schema refuses, but for what only the library can check; two validators agree on every document."""
    document = broken(mutation)
    codes = {problem["code"] for problem in mutation["expected"]}

    assert VALIDATOR.is_valid(document) is OTHER.is_valid(document)
    if not codes & ONLY_THE_LIBRARY.keys():
        assert not VALIDATOR.is_valid(document)


def test_nothing_is_listed_that_the_schema_refuses() -> None:
    """Each code that is said to be beyond a schema is the code of some document that it lets through."""
    through = {problem["code"] for one in MUTATIONS for problem in one["expected"] if VALIDATOR.is_valid(broken(one))}

    assert through == ONLY_THE_LIBRARY.keys()
