"""The conformance vectors, which others build on: this library makes of every document what is written beside it."""

import datetime
import hashlib
import json
import re
import runpy
import warnings
from collections import Counter
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
import rfc8785
from json_places import at, is_array, is_object, parts_of, steps_of
from test_wire_broken import NOT_FROM_A_DOCUMENT, SOURCES
from vector_files import ROOT, VECTORS, Vector, vectors

from coopmodel.analysis.walk import walk
from coopmodel.errors import DecodeError, NewerVersion
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.rules.rule import Rule
from coopmodel.wire.codec import Codec
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.documents import digest, dumps, loads, record_of
from coopmodel.wire.schema import record_schema
from coopmodel.wire.versions import upgrade, version_of

VALID: Final = tuple(vectors("valid"))
INVALID: Final = tuple(vectors("invalid"))
RULES: Final = tuple(vectors("rules"))
CODES: Final[dict[str, str]] = json.loads((VECTORS / "codes.json").read_text("utf-8"))
JUDGED_BY: Final[list[dict[str, Any]]] = json.loads((VECTORS / "catalogue.json").read_text("utf-8"))


def named(vector: Vector) -> str:
    return vector.name


def test_the_files_are_what_the_tool_writes() -> None:
    """A change of the library, or of the tables that vectors are made of, shows in them: run tools/generate_vectors.py, and look."""
    generated: dict[str, bytes] = runpy.run_path(str(ROOT / "tools" / "generate_vectors.py"))["files"]()
    there = {path.relative_to(VECTORS).as_posix(): path.read_bytes() for path in VECTORS.rglob("*") if path.is_file()}

    assert there.keys() - generated.keys() == {"codes.json"}
    assert generated == {name: content for name, content in there.items() if name != "codes.json"}


def test_there_are_many_of_every_kind() -> None:
    """At least 60 valid ones, 200 invalid ones, and one wrong and one right for every rule; no document stands there twice."""
    assert len(VALID) >= 60
    assert len(INVALID) >= 200
    assert [
        *dict.fromkeys(f"{rule.code}-{side}" for rule in sorted(DEFAULT, key=lambda rule: rule.code) for side in ("right", "wrong"))
    ] == [vector.name for vector in RULES]
    assert {1} == set(Counter(vector.text for vector in (*VALID, *INVALID)).values())


def test_every_vector_says_what_it_shows() -> None:
    """Each has a sentence of its own for people."""
    for kind in (VALID, INVALID, RULES):
        said = [vector.expected["description"] for vector in kind]
        assert all(sentence.endswith(".") for sentence in said)
        assert len(said) == len(set(said))


@pytest.mark.parametrize("vector", VALID, ids=named)
def test_a_valid_document_is_read_and_written(vector: Vector) -> None:
    """It is read, with a warning only where one is expected; what is written of it is its normal form, and reads back as the same record."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        record = loads(vector.text)
        written = dumps(record)
        again = loads(written)

    expected = [NewerVersion, NewerVersion] if "warnings" in vector.expected else []
    assert expected == [one.category for one in caught]
    assert vector.expected.get("warnings", []) in ([], [{"code": "version.newer", "pointer": "/coopmodel"}])
    assert ordered(vector.expected.get("normal", vector.document)) == ordered(json.loads(written))
    assert record == again
    assert vector.expected["version"] == version_of(vector.text)


@pytest.mark.parametrize("vector", [vector for vector in VALID if "warnings" not in vector.expected], ids=named)
def test_a_valid_document_has_its_digest(vector: Vector) -> None:
    """The canonical bytes are those of the file, by another implementation of RFC 8785 too, and the digest is their SHA-256."""
    record = loads(vector.text)

    assert vector.canonical == dumps(record, canonical=True).encode()
    assert vector.canonical == rfc8785.dumps(vector.expected.get("normal", vector.document))
    assert f"sha256:{hashlib.sha256(vector.canonical or b'').hexdigest()}" == vector.expected["digest"] == digest(record)


@pytest.mark.parametrize("vector", [vector for vector in VALID if "upgraded" in vector.expected], ids=named)
def test_an_older_document_is_upgraded(vector: Vector) -> None:
    """The upgraded document is the one that is written down, and holds the same record."""
    assert ordered(vector.expected["upgraded"]) == ordered(upgrade(vector.document))
    assert loads(vector.text) == record_of(vector.expected["upgraded"])


@pytest.mark.parametrize("vector", VALID, ids=named)
def test_a_normal_form_differs_only_by_what_is_left_out(vector: Vector) -> None:
    """Beside the order of members, a document loses empty arrays, empty extensions and default roles, and nothing else."""
    document = vector.expected.get("upgraded", vector.document)

    assert without_defaults(document) == vector.expected.get("normal", vector.document)


def without_defaults(document: Any, *, foreign: bool = False) -> Any:
    if is_array(document):
        return [without_defaults(part, foreign=foreign) for part in document]
    if not is_object(document) or foreign:
        return document
    kept = {name: without_defaults(part, foreign=name == "extensions") for name, part in parts_of(document)}
    return {name: part for name, part in kept.items() if part != [] and (name, part) not in (("extensions", {}), ("role", "party"))}


def ordered(document: Any) -> str:
    """Return a text by which documents are compared with the order of their members."""
    return json.dumps(document)


@pytest.mark.parametrize("vector", INVALID, ids=named)
def test_an_invalid_document_is_refused(vector: Vector) -> None:
    """It is refused with exactly the codes and pointers that are written down, in their order; a text that is no JSON with its place."""
    with pytest.raises(DecodeError) as caught:
        loads(vector.text)

    problems = vector.expected["problems"]
    assert [(one["code"], one["pointer"]) for one in problems] == [(one.code, one.pointer) for one in caught.value.problems]
    if vector.is_text:
        assert [(one["line"], one["column"]) for one in problems] == [(one.line, one.column) for one in caught.value.problems]
    else:
        assert {("code", "pointer")} == {tuple(one) for one in problems}
    assert vector.name.partition("/")[0] == problems[0]["code"].partition(".")[0]


@pytest.mark.parametrize("vector", [vector for vector in INVALID if vector.codes <= {"member.unknown", "version.newer"}], ids=named)
def test_unknown_members_are_kept_by_whoever_asks(vector: Vector) -> None:
    """Where only unknown members are wrong, a codec that keeps them reads the document and writes them again; but not in texts and timings."""
    keep = Codec(unknown="keep")
    if "kept" not in vector.expected:
        with pytest.raises(DecodeError) as caught:
            keep.loads(vector.text)
        assert {"member.unknown"} == {problem.code for problem in caught.value.problems}
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        written = keep.dumps(keep.loads(vector.text))

    assert ordered(vector.expected["kept"]) == ordered(json.loads(written))
    assert vector.document == vector.expected["kept"] or vector.document["coopmodel"] == "0.9"


def test_most_unknown_members_can_be_kept() -> None:
    """What cannot be kept is an exception."""
    assert sum("kept" in vector.expected for vector in INVALID) > 50


@pytest.mark.parametrize("vector", RULES, ids=named)
def test_a_record_is_judged(vector: Vector) -> None:
    """The whole catalogue finds exactly what is written down, with what is given and nothing else."""
    given = vector.expected["given"]
    related = [record_of(document) for document in given.get("related", ())]
    as_of = None if "as_of" not in given else datetime.date.fromisoformat(given["as_of"])
    rules = (*DEFAULT, *own_rules(vector, given.get("rules", ())))

    found = check(loads(vector.text), as_of=as_of, texts=given.get("texts"), related=related, rules=rules)

    assert vector.expected["findings"] == [plain(finding) for finding in found]
    assert ([vector.expected["rule"]] if vector.name.endswith("-wrong") else []) == [finding.code for finding in found]


def own_rules(vector: Vector, wanted: list[dict[str, Any]]) -> list[Rule]:
    """Return the rules that a vector asks for: those of the examples that are wrong are the ones that fail."""
    rule = CATALOGUE[vector.expected["rule"]]
    found = [own for one in wanted for own in (rule.wrong if one["fails"] else rule.right).rules if own.code == one["code"]]
    assert len(wanted) == len(found)
    return found


def plain(finding: Finding) -> dict[str, Any]:
    members = {name: getattr(finding, name) for name in ("code", "severity", "pointer", "on", "values")}
    found: dict[str, Any] = json.loads(json.dumps(members))
    return found | ({"repair": json.loads(json.dumps(finding.repair))} if finding.repair else {})


def test_every_code_that_a_document_can_raise_has_a_vector() -> None:
    """No code of the library is missing, but those that no document raises, or only a huge one; every code is explained, and no other."""
    in_sources = {
        code
        for folder in ("values", "model", "wire")
        for path in (SOURCES / folder).glob("*.py")
        for code in re.findall(r'"((?:[a-z]+\.[a-z]+)|null)"', path.read_text(encoding="utf-8"))
        if not code.startswith("coopmodel.")
    }
    in_vectors = {code for vector in INVALID for code in vector.codes}

    assert sorted(in_sources - NOT_FROM_A_DOCUMENT.keys() - {"json.size"}) == sorted(in_vectors) == [*CODES]
    assert all(meaning.endswith(".") for meaning in CODES.values())


def test_every_member_of_every_class_stands_in_a_valid_document() -> None:
    """Whoever reads all of them has met every member; the version apart, which every document has."""
    used = {("Agreement", "coopmodel")}
    for vector in VALID:
        if "warnings" not in vector.expected:
            used |= {(type(thing).__name__, name) for _, thing in walk(loads(vector.text)) for name in given_members(thing)}

    declared = {(kind.__name__, field) for kind in (*CLASSES, *PARTIES.values()) for field in members_of(kind)}
    assert declared <= used


def members_of(kind: type[Any]) -> list[str]:
    return [field.name for field in attrs.fields(kind)]


def given_members(thing: Any) -> list[str]:
    return [field.name for field in attrs.fields(thing.__class__) if getattr(thing, field.name) != field.default]


def test_every_word_of_every_list_stands_in_a_valid_document() -> None:
    """The schema's lists, word by word: each is met where the schema has the list, or refers to it."""
    schema = record_schema()
    lists = {tuple(one) for one in enums(schema)}
    said = {word for vector in VALID for word in words(vector.document)}

    assert len(lists) >= 20
    assert [] == [word for one in lists for word in one if word not in said]


def enums(schema: Any) -> list[list[str]]:
    """Return every list of words in a schema, but those that are excluded."""
    if is_object(schema):
        found = [schema["enum"]] if "enum" in schema else []
        return [*found, *(each for name, part in parts_of(schema) if name not in {"not", "examples"} for each in enums(part))]
    return [each for part in schema for each in enums(part)] if is_array(schema) else []


def words(document: Any) -> list[str]:
    if isinstance(document, str):
        return [document]
    return [word for _, part in parts_of(document) for word in words(part)]


def test_pointers_of_problems_lead_into_the_document() -> None:
    """Every pointer leads to something, or to a member that is missing from something."""
    for vector in INVALID:
        for problem in () if vector.is_text else vector.expected["problems"]:
            *around, last = ["", *steps_of(problem["pointer"])]
            parent = at(vector.document, around[1:]) if last else vector.document
            assert (
                problem["code"] in {"member.missing", "tag.missing", "version.missing"}
                or not last
                or last in map(str, dict(parts_of(parent)))
            )


def test_the_catalogue_is_that_of_the_library() -> None:
    """Every rule is described in its order, in both languages."""
    assert [rule.code for rule in DEFAULT] == [rule["code"] for rule in JUDGED_BY]
    assert all({"es", "en"} == set(rule[texts]) for rule in JUDGED_BY for texts in ("name", "rationale", "messages"))


def test_the_vectors_stay_small() -> None:
    """All files together have less than three million bytes."""
    assert sum(path.stat().st_size for path in Path(VECTORS).rglob("*.json")) < 3_000_000
