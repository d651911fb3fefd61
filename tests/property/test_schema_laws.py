"""The JSON Schema judges as the library does, whatever the document, but for what only the library checks."""

import json
from typing import Any, Final

import jsonschema
import jsonschema_rs
from changed_documents import documents
from hypothesis import given, settings
from validators_agree import ONLY_HERE, is_read

from coopmodel.errors import DecodeError
from coopmodel.model.agreement import Agreement
from coopmodel.testing.records import agreements
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.schema import record_schema

ONE: Final[Any] = jsonschema.Draft202012Validator(record_schema())
OTHER: Final = jsonschema_rs.Draft202012Validator(record_schema())


@given(document=documents())
@settings(max_examples=300)
def test_validators_and_library_agree_on_every_document(document: Any) -> None:
    """What the library reads is valid; what it refuses is not, but for what a schema cannot say; and two validators judge alike."""
    text = json.dumps(document).encode()
    by_schema = {bool(ONE.is_valid(document)), OTHER.is_valid(document)}

    assert len(by_schema) == 1
    assert is_read(text) in by_schema or codes_of(text) & ONLY_HERE.keys()


def codes_of(text: bytes) -> set[str]:
    """Return the codes of what is wrong in a text."""
    try:
        loads(text)
    except DecodeError as error:
        return {problem.code for problem in error.problems}
    return set()


@given(record=agreements())
def test_every_record_is_written_as_a_valid_document(record: Agreement) -> None:
    """Whatever a record holds, what is written of it is valid by the schema."""
    document = json.loads(dumps(record))

    assert OTHER.is_valid(document)
    ONE.validate(document)
