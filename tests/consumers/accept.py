"""Reads documents with classes that others made of the schema: ``python accept.py MODULE DOCUMENTS``, two files.

Prints a JSON array: of each document what the classes give back of it, or ``null`` where they refuse it.
"""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any


def main(module: str, documents: str) -> None:
    """Read, and print what was made of it."""
    spec = importlib.util.spec_from_file_location("record", module)
    assert spec is not None
    assert spec.loader is not None
    made: Any = importlib.util.module_from_spec(spec)
    sys.modules["record"] = made
    spec.loader.exec_module(made)
    given: list[Any] = json.loads(Path(documents).read_text(encoding="utf-8"))
    print(json.dumps([given_back(made, document) for document in given]))  # noqa: T201  what it is for


def given_back(made: Any, document: Any) -> Any:
    """Return what the class gives back of a document, ``None`` where it refuses it."""
    try:
        record = made.Agreement.model_validate(document)
    except ValueError:
        return None
    return record.model_dump(mode="json", exclude_unset=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
