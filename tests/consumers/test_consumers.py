"""Tools of others, and what they make of the schema. They are asked only where they are installed.

``pip install -e '.[consumers]'`` brings a node and the Python ones, ``python tools/node_packages.py`` the others; ``.ci/run`` does both. The
suite as the README runs it has none of them, and tells these tests as skipped.
"""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest
from changed_documents import documents
from hypothesis import given, settings
from node_packages import answer, missing, node, run
from validators_agree import BY_SCHEMA, LIBRARY, PAGE, by_ajv, figures, judged, text_of, with_figures
from vector_files import ROOT, Vector, vectors

from coopmodel.wire.documents import digest, loads
from coopmodel.wire.schema import record_schema

WHY_NOT: Final = missing()
WITH_NODE: Final = pytest.mark.skipif(WHY_NOT is not None, reason=str(WHY_NOT))
WITH_NODE_ALONE: Final = pytest.mark.skipif(node() is None, reason="there is no node: install the extra 'consumers', or node itself")
WITH_GENERATOR: Final = pytest.mark.skipif(
    importlib.util.find_spec("datamodel_code_generator") is None,
    reason="datamodel-code-generator is not installed: install the extra 'consumers'",
)
RIGHT: Final = tuple(vectors("valid", "rules"))
WRONG: Final = tuple([vector for vector in vectors("invalid") if not vector.is_text])

HAVE_TYPES: Final = {
    *("null", "member.missing", "member.unknown", "tag.missing", "tag.unknown", "version.missing", "currency.unknown"),
    *("type.array", "type.boolean", "type.object", "type.string", "type.timing"),
}
"""Codes of what is wrong by the types of TypeScript; and there is what lies outside a closed list."""

NOT_PYDANTIC: Final = {
    "null": "pydantic's optional members take null",
    "type.integer": "pydantic takes 1.0, true and '1' for 1, unless it is told to be strict",
    "type.boolean": "pydantic takes 'true' for true, unless it is told to be strict",
    "identifier.reserved": "the generator leaves 'not' out",
    **dict.fromkeys(
        ("citation.context", "commitment.due", "meeting.relative", "milestone.due", "official.empty", "place.empty", "relation.target"),
        "the generator leaves out what holds between members",
    ),
    **dict.fromkeys(
        ("citation.offsets", "extension.depth", "extension.number", "period.reversed", "quantity.reversed"), "no schema can say it"
    ),
    **dict.fromkeys(("recurrence.never", "recurrence.spelling", "text.blank", "text.nfc", "member.repeated"), "no schema can say it"),
}
"""Codes of what the generated classes let through, and why; some of it they may refuse."""


@WITH_NODE
def test_ajv_agrees_with_the_others_on_every_vector() -> None:
    """Three validators judge alike, and so does the library but for what only it checks; the figures of the page say how often."""
    rows = judged()

    for row in rows:
        by_schema = {row.accepts[name] for name in BY_SCHEMA}
        assert len(by_schema) == 1, row.vector.name
        assert (row.vector.kind != "invalid") is row.accepts[LIBRARY]
        assert row.accepts[LIBRARY] in by_schema or row.is_beyond, row.vector.name
    assert with_figures(PAGE.read_text("utf-8"), figures(rows)) == PAGE.read_text("utf-8")


@WITH_NODE
def test_ajv_agrees_beyond_the_vectors() -> None:
    """Of documents changed at random ajv says what the others say."""
    schema, found = record_schema(), list[str]()

    @settings(max_examples=1000, database=None, deadline=None)
    @given(document=documents())
    def collect(document: Any) -> None:
        found.append(json.dumps(document))

    collect()
    other = jsonschema_rs.Draft202012Validator(schema)
    assert len(found) >= 1000
    assert by_ajv(schema, found) == [other.is_valid(json.loads(text)) for text in found]


@WITH_NODE
def test_javascript_gives_the_same_digests(tmp_path: Path) -> None:
    """Canonical forms and digests of the vectors can be had in another language, from the normal forms alone."""
    read = [vector for vector in RIGHT if vector.canonical is not None]
    texts = [json.dumps(vector.expected["normal"]) if "normal" in vector.expected else vector.text.decode() for vector in read]

    expected = [[(vector.canonical or b"").decode(), vector.expected["digest"]] for vector in read]
    assert expected == answer("digest.mjs", texts, folder=tmp_path)
    assert len(expected) >= 60


@WITH_NODE_ALONE
def test_the_writer_of_the_page_writes_what_the_page_shows(tmp_path: Path) -> None:
    """Node alone runs the writer in the how-to page: it prints the record that stands there, and the digest that the library gives."""
    page = (ROOT / "docs" / "how-to" / "other-languages.md").read_text("utf-8")
    shown = dict(re.findall(r'^```[a-z]+ title="([^"]+)"\n(.*?)^```', page, re.DOTALL | re.MULTILINE))
    (tmp_path / "texts").mkdir()
    for name in ("texts/communique.txt", "write.mjs"):
        (tmp_path / name).write_bytes(shown[name].encode())

    result = subprocess.run([*(node() or ()), "write.mjs"], capture_output=True, check=True, cwd=tmp_path)  # noqa: S603  our own
    assert shown["br-uy-2024.json"] == result.stdout.decode()
    assert digest(loads(result.stdout)) == result.stderr.decode().strip()


@WITH_NODE
def test_typescript_takes_the_types(tmp_path: Path) -> None:
    """Every right document is an ``Agreement`` to tsc --strict, and what is wrong by its types is none."""
    types = str(answer("types.mjs", record_schema(), folder=tmp_path))
    (tmp_path / "record.ts").write_text(types, encoding="utf-8")
    refused = [vector for vector in WRONG if is_wrong_by_types(vector)]
    lines = [
        'import type { Agreement } from "./record.js";',
        *[f"export const right{number}: Agreement = {literal(vector)};" for number, vector in enumerate(RIGHT)],
        *[f"// @ts-expect-error\nexport const wrong{number}: Agreement = {literal(vector)};" for number, vector in enumerate(refused)],
    ]
    (tmp_path / "documents.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")

    options = ("--strict", "--exactOptionalPropertyTypes", "--noEmit", "--module", "nodenext", "--target", "es2022", "documents.ts")
    assert run("node_modules/typescript/bin/tsc", *options, folder=tmp_path) == ""
    assert len(refused) > 700


@WITH_NODE
def test_typescript_has_one_type_of_each_definition(tmp_path: Path) -> None:
    """Each definition becomes one exported type of its name; what is a list of words alone, or nobody's type, becomes none of its own."""
    types = str(answer("types.mjs", record_schema(), folder=tmp_path))
    exported = [line.split()[2].rstrip("{") for line in types.splitlines() if line.startswith("export ")]

    assert {"CooperationAgreement", *record_schema()["$defs"]} == set(exported)
    assert len(exported) == len(set(exported))


def is_wrong_by_types(vector: Vector) -> bool:
    """Tell whether something in a document of 1.x is wrong by its types."""
    document = vector.document
    older = isinstance(document, dict) and not str(document.get("coopmodel", "1.")).startswith("1.")  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    return not older and (not vector.codes.isdisjoint(HAVE_TYPES) or "closed list" in vector.expected["description"])


def literal(vector: Vector) -> str:
    """Return a document as a literal of TypeScript, on one line; escapes keep its line breaks out of the way."""
    return json.dumps(json.loads(text_of(vector)))


@WITH_GENERATOR
def test_pydantic_takes_the_classes(tmp_path: Path) -> None:
    """Every right document is read by the generated classes, and given back as it was; what they let through is known."""
    schema, module, documents = (tmp_path / name for name in ("schema.json", "record.py", "documents.json"))
    schema.write_text(json.dumps(record_schema()), encoding="utf-8")
    options = (
        "--input",
        str(schema),
        "--input-file-type",
        "jsonschema",
        "--output-model-type",
        "pydantic_v2.BaseModel",
        "--output",
        str(module),
    )
    called(sys.executable, "-m", "datamodel_code_generator", *options)
    given = [json.loads(text_of(vector)) for vector in (*RIGHT, *WRONG)]
    documents.write_text(json.dumps(given), encoding="utf-8")

    found: list[Any] = json.loads(
        called(sys.executable, "-W", "error", str(Path(__file__).with_name("accept.py")), str(module), str(documents))
    )

    assert given[: len(RIGHT)] == found[: len(RIGHT)]
    through = [vector for vector, record in zip(WRONG, found[len(RIGHT) :], strict=True) if record is not None]
    assert NOT_PYDANTIC.keys() == {code for vector in through for code in vector.codes}


def called(*command: str) -> str:
    """Return what a program prints; it must not fail."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own
    assert result.returncode == 0, result.stderr
    return result.stdout
