"""The JSON Schema of the wire format, as it is shipped."""

import json
from importlib.resources import files
from typing import Any, Final

SCHEMA_ID: Final = "urn:coopmodel:schema:agreement:1.0"
"""Names the schema for ever; it is an address of nothing."""


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, a fresh copy.

    It is as strict as JSON Schema allows. What only the library checks is told in the reference.
    """
    text = (files("coopmodel.wire") / "agreement.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
