"""What four validators say of every conformance vector: ``python tools/validators_agree.py`` prints figures.

With ``--page`` they are written into the reference. The library judges by itself; jsonschema, jsonschema-rs and ajv judge by the JSON Schema.
ajv needs the packages that ``tools/node_packages.py`` installs.
"""

import json
import sys
import tempfile
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import jsonschema
import jsonschema_rs
from node_packages import answer, missing
from vector_files import ROOT, Vector, vectors

from coopmodel.errors import DecodeError, NewerVersion
from coopmodel.wire.documents import loads
from coopmodel.wire.schema import record_schema

PAGE: Final = ROOT / "docs" / "reference" / "conformance.md"
BEGIN: Final = "<!-- written by: python tools/validators_agree.py --page -->\n"
END: Final = "<!-- end -->\n"

BY_SCHEMA: Final = ("jsonschema", "jsonschema-rs", "ajv")
LIBRARY: Final = "coopmodel"

BEYOND: Final = {
    "citation.offsets": "that the end lies after the start",
    "extension.depth": "how deep an extension is nested",
    "extension.number": "numbers in extensions that a double cannot hold",
    "period.reversed": "that a period does not end before it starts",
    "quantity.reversed": "that the lower end lies below the upper",
    "recurrence.never": "that some month has the day",
    "recurrence.spelling": "the order within a list of days",
    "text.blank": "that a format character beyond the basic plane is invisible",
    "text.nfc": "Unicode normalization",
    "type.integer": "that 1.0 is written 1: to JSON Schema it is an integer",
}
"""Codes of what a schema cannot say, or not in every engine, and what that is; some of it may be refused all the same."""

PARSED_AWAY: Final = {"member.repeated": "a member that stands twice: a parser keeps the last, and a validator sees no other"}
"""Codes of what is lost before a schema is asked."""

ONLY_HERE: Final = BEYOND | PARSED_AWAY


class Judged(NamedTuple):
    """A vector, and who accepts its document.

    Attributes:
        vector: The vector.
        accepts: By the name of a validator: whether the document is right by it.
    """

    vector: Vector
    accepts: Mapping[str, bool]

    @property
    def is_beyond(self) -> bool:
        """Whether the document has something wrong that only the library checks."""
        return not self.vector.codes.isdisjoint(ONLY_HERE)


def judged(*, ajv: bool = True) -> list[Judged]:
    """Return what every validator says of every vector that is JSON; without ``ajv`` the answer of jsonschema stands in its place."""
    asked = [vector for vector in vectors("valid", "invalid", "rules") if not vector.is_text]
    texts = [text_of(vector) for vector in asked]
    documents = [json.loads(text) for text in texts]
    schema = record_schema()
    one: Any = jsonschema.Draft202012Validator(schema)
    other = jsonschema_rs.Draft202012Validator(schema)
    by_one = [bool(one.is_valid(document)) for document in documents]
    verdicts = {
        LIBRARY: [is_read(vector.text) for vector in asked],
        "jsonschema": by_one,
        "jsonschema-rs": [other.is_valid(document) for document in documents],
        "ajv": by_ajv(schema, texts) if ajv else by_one,
    }
    return [Judged(vector, {name: verdicts[name][number] for name in verdicts}) for number, vector in enumerate(asked)]


def text_of(vector: Vector) -> str:
    """Return the text that a schema judges: of a document of an older version the upgraded one."""
    return json.dumps(vector.expected["upgraded"]) if "upgraded" in vector.expected else vector.text.decode()


def is_read(text: bytes) -> bool:
    """Tell whether the library reads a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        try:
            loads(text)
        except DecodeError:
            return False
    return True


def by_ajv(schema: Any, texts: Sequence[str]) -> list[bool]:
    """Return what ajv says of JSON texts."""
    with tempfile.TemporaryDirectory() as folder:
        found: list[bool] = answer("agree.mjs", schema, texts, folder=Path(folder))
    return found


def figures(rows: Sequence[Judged]) -> str:
    """Return the tables of the page."""
    kinds = {kind: [*vectors(kind)] for kind in ("valid", "invalid", "rules")}
    no_json = sum(vector.is_text for vector in kinds["invalid"])
    groups = {
        "valid": [row for row in rows if row.vector.kind == "valid"],
        "rules": [row for row in rows if row.vector.kind == "rules"],
        "invalid, by what a schema can say": [row for row in rows if row.vector.kind == "invalid" and not row.is_beyond],
        "invalid, with one of the codes below": [row for row in rows if row.vector.kind == "invalid" and row.is_beyond],
    }
    codes = {code: [row for row in groups["invalid, with one of the codes below"] if code in row.vector.codes] for code in ONLY_HERE}
    same = sum(len(set(row.accepts.values())) == 1 for row in rows)
    return "\n".join(
        [
            "| vectors | |",
            "|---|---|",
            f"| valid | {len(kinds['valid'])} |",
            f"| invalid: no JSON | {no_json} |",
            f"| invalid: JSON, and no record | {len(kinds['invalid']) - no_json} |",
            f"| rules, wrong and right | {len(kinds['rules'])} |",
            "",
            "How many documents each accepts:",
            "",
            *table("documents", groups),
            "",
            f"Of {len(rows)} documents the four judge {same} alike. The other {len(rows) - same} only the library refuses, for these codes:",
            "",
            *table("code", codes),
            "",
        ]
    )


def table(title: str, groups: Mapping[str, Sequence[Judged]]) -> Iterable[str]:
    """Yield a table of how many documents of each group each validator accepts."""
    names = (LIBRARY, *BY_SCHEMA)
    yield f"| {title} | number | {' | '.join(names)} |"
    yield f"|---|---|{'---|' * len(names)}"
    for group, rows in groups.items():
        counts = [str(sum(row.accepts[name] for row in rows)) for name in names]
        yield f"| {f'`{group}`' if '.' in group else group} | {len(rows)} | {' | '.join(counts)} |"


def with_figures(page: str, tables: str) -> str:
    """Return the page with these tables in their place."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{tables}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    reason = missing()
    if reason is not None:
        sys.exit(reason)
    written = figures(judged())
    if "--page" in sys.argv:
        PAGE.write_text(with_figures(PAGE.read_text("utf-8"), written), encoding="utf-8")
    else:
        print(written)
