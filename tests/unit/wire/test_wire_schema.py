"""The JSON Schema of a record is what the classes say; test_wire_agreement shows that validators judge by it as the library does."""

import json
import re
import runpy
import sys
import unicodedata
from pathlib import Path
from typing import Any, Final

import jsonschema
import jsonschema_rs
import pytest
from schema_forms import INVISIBLE
from test_wire_broken import BASE

from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.schema import SCHEMA_ID, record_schema

ROOT: Final = Path(__file__).parents[3]
SCHEMA: Final = record_schema()
VALIDATOR: Final[Any] = jsonschema.Draft202012Validator(SCHEMA)
OTHER: Final = jsonschema_rs.Draft202012Validator(SCHEMA)


def test_the_schema_is_one_of_its_draft() -> None:
    """It is a valid schema of draft 2020-12, under a name that does not change."""
    VALIDATOR.check_schema(SCHEMA)
    assert ("https://json-schema.org/draft/2020-12/schema", SCHEMA_ID) == (SCHEMA["$schema"], SCHEMA["$id"])


def test_the_file_is_what_the_classes_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of a class, a docstring or a code list shows in the shipped schema: run tools/generate_schema.py."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    generated = runpy.run_path(str(ROOT / "tools" / "generate_schema.py"))["schema"]()

    assert generated == SCHEMA


def test_what_is_invisible_to_the_schema_is_so_to_the_library() -> None:
    """The pattern of a text spells out every character of the basic plane that is invisible by its Unicode category."""
    invisible = re.compile(f"[{INVISIBLE}]")
    categories = {"Cc", "Cf", "Zl", "Zp", "Zs"}

    assert [chr(code) for code in range(2**16) if unicodedata.category(chr(code)) in categories] == [
        chr(code) for code in range(2**16) if invisible.match(chr(code))
    ]


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
            validator: Any = jsonschema.Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{name}"})
            validator.validate(example)
            found += 1

    assert found >= 15


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/agreement.json")), ids=lambda path: path.parent.name)
def test_records_are_valid(path: Path) -> None:
    """Both validators take the example records, and the document that uses every class."""
    for document in (json.loads(path.read_text(encoding="utf-8")), BASE):
        assert [] == [*VALIDATOR.iter_errors(document)]
        assert OTHER.is_valid(document)
