"""Documents broken by hand, one kind of error each: what is refused, where, and with which code.

The tables are language-neutral: ``base.json`` is a right document, ``mutations.json`` says how to break it (``at`` is a JSON Pointer,
``do`` is ``set``, ``add``, ``remove`` or ``rename``, ``also`` holds further changes) and what a reader must report, in order.
"""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NoReturn

import attrs
import pytest
from json_places import at, changed, is_array, is_object, parts_of, steps_of

from coopmodel import errors
from coopmodel.analysis.walk import walk
from coopmodel.errors import DecodeError, UnsupportedVersion
from coopmodel.wire import parsing
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.documents import dumps, load, loads
from coopmodel.wire.problems import to_pointer

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "broken"
SOURCES: Final = Path(errors.__file__).parent
BASE_TEXT: Final = (GOLDEN / "base.json").read_text(encoding="utf-8")
BASE: Final[Any] = json.loads(BASE_TEXT)
MUTATIONS: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "mutations.json").read_text(encoding="utf-8"))
TEXTS: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "texts.json").read_text(encoding="utf-8"))
REPEATED: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "repeated.json").read_text(encoding="utf-8"))

NOT_FROM_A_DOCUMENT: Final = {
    "extension.value": "JSON has no NaN, no infinity and no names other than texts",
    "text.surrogate": "the parser refuses a lone surrogate before any value sees it",
    "extension.invalid": "only a class that a codec has for an extension refuses so",
    "type.number": "only such a class asks for a number",
    "unknown.empty": "an object without unknown members is of the class itself",
    "unknown.known": "a member that is known is read as such",
    "timing.form": "a timing with both forms, or with none, cannot be written",
    "type.date": "a date is always a text in a document",
    **dict.fromkeys(
        ("patch.depth", "patch.inside", "patch.operation", "patch.root", "patch.test", "pointer.form", "pointer.index", "pointer.missing"),
        "a patch has it wrong, not a document",
    ),
}
"""Codes that only a value made in Python can raise, and why."""

ACROSS_MEMBERS: Final = {
    "citation.context",
    "citation.offsets",
    "commitment.due",
    "meeting.relative",
    "milestone.due",
    "official.empty",
    "place.empty",
    "relation.target",
}
"""Codes of what holds between the members of one object: asked only when each member is right by itself."""


def broken(mutation: dict[str, Any]) -> Any:
    """Return the base document after all changes of the mutation."""
    document = json.loads(BASE_TEXT)
    for change in (mutation, *mutation.get("also", ())):
        document = changed(document, change)
    return document


def refused(text: str | bytes) -> DecodeError:
    """Return the error that a text raises."""
    with pytest.raises(DecodeError) as caught:
        loads(text)
    return caught.value


def named(mutation: dict[str, Any]) -> str:
    """Return the test id of a table's row."""
    return str(mutation["name"])


def test_the_base_document_is_read_and_written_unchanged() -> None:
    """The document that all others are broken from is right, and is written as it is."""
    assert dumps(loads(BASE_TEXT), indent=2) + "\n" == BASE_TEXT


def test_the_base_document_uses_every_class_and_every_member() -> None:
    """No member of any class is absent from the base document, so none is out of the reach of the table."""
    used: set[tuple[str, str]] = set()
    for _, thing in walk(loads(BASE_TEXT)):
        given = [field.name for field in attrs.fields(thing.__class__) if getattr(thing, field.name) != field.default]
        used.update([(thing.__class__.__name__, name) for name in given])
    classes = (*CLASSES, *PARTIES.values())
    declared = {(kind.__name__, field.name) for kind in classes for field in attrs.fields(kind)}
    assert declared - used == {("Agreement", "coopmodel")}, "the version always has its default"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=named)
def test_a_broken_document_is_refused_where_it_is_broken(mutation: dict[str, Any]) -> None:
    """Reading reports exactly the expected codes and pointers, in the order of the document."""
    problems = refused(json.dumps(broken(mutation))).problems
    assert [(expected["code"], expected["pointer"]) for expected in mutation["expected"]] == [(it.code, it.pointer) for it in problems]
    for expected, problem in zip(mutation["expected"], problems, strict=True):
        if "suggestion" in expected:
            assert expected["suggestion"] == problem.suggestion


def test_the_table_holds_many_different_documents() -> None:
    """The mutations make more than a thousand documents, no two of them alike, each under a name of its own."""
    documents = {json.dumps(broken(mutation)) for mutation in MUTATIONS}
    assert len(MUTATIONS) == len(documents) == len({mutation["name"] for mutation in MUTATIONS})
    assert len(documents) >= 1000


def test_every_code_of_the_sources_is_in_the_table() -> None:
    """No error that a document can raise is missing from the tables; and the tables name no code that does not exist."""
    in_sources = {
        code
        for folder in ("values", "model", "wire")
        for path in (SOURCES / folder).glob("*.py")
        for code in re.findall(r'"((?:[a-z]+\.[a-z]+)|null)"', path.read_text(encoding="utf-8"))
        if not code.startswith("coopmodel.")
    }
    in_tables = {expected["code"] for row in (*MUTATIONS, *REPEATED) for expected in row["expected"]} | {row["code"] for row in TEXTS}
    assert in_sources == in_tables | set(NOT_FROM_A_DOCUMENT)
    assert in_tables.isdisjoint(NOT_FROM_A_DOCUMENT)


def around(mutation: dict[str, Any]) -> str:
    """Return the pointer of what holds the place that a mutation changes."""
    return str(mutation["at"]).rpartition("/")[0]


def is_alone(mutation: dict[str, Any]) -> bool:
    """Tell whether a mutation breaks members of one object by their values, and nothing that stops a reader from looking at the others."""
    codes = {expected["code"] for expected in mutation["expected"]}
    return (
        "also" not in mutation
        and mutation["at"] not in {"", "/coopmodel"}
        and is_object(at(BASE, steps_of(around(mutation))))
        and not around(mutation).endswith(("/extensions", "/acme"))
        and codes.isdisjoint(ACROSS_MEMBERS)
        and not any(code.startswith(("null", "tag.", "type.", "member.")) for code in codes)
    )


@pytest.mark.parametrize("mutation", [mutation for mutation in MUTATIONS if is_alone(mutation)], ids=named)
def test_a_problem_does_not_hide_another_beside_it(mutation: dict[str, Any]) -> None:
    """An unknown member beside a wrong one is one problem more: nothing waits until something else is right."""
    document = broken(mutation)
    parent = at(document, steps_of(around(mutation)))
    is_text = parent.keys() & {"es", "en"}
    parent["ZZ"] = "x"
    further = ("language.case" if is_text else "member.unknown", f"{around(mutation)}/ZZ")
    problems = [(it.code, it.pointer) for it in refused(json.dumps(document)).problems]
    assert sorted([*[(it["code"], it["pointer"]) for it in mutation["expected"]], further]) == sorted(problems)


@pytest.mark.parametrize("row", TEXTS, ids=named)
def test_a_text_that_is_no_json_is_refused_with_its_place(row: dict[str, Any]) -> None:
    """A text that no parser should take is refused with a code, a line and a column."""
    text = bytes.fromhex(row["hex"]) if "hex" in row else row["text"] * row.get("times", 1)
    (problem,) = refused(text).problems
    assert ("", row["code"], row["line"], row["column"]) == (problem.pointer, problem.code, problem.line, problem.column)
    if problem.line is not None:
        assert problem.message.endswith(f"at line {problem.line}, column {problem.column}")


@pytest.mark.parametrize("row", REPEATED, ids=named)
def test_a_member_that_stands_twice_is_refused(row: dict[str, Any]) -> None:
    """Parsers keep the last of two members of one name; here the first is not lost in silence."""
    expected = [(it["code"], it["pointer"]) for it in row["expected"]]

    assert expected == [(it.code, it.pointer) for it in refused(row["text"]).problems]
    assert expected == [(it.code, it.pointer) for it in refused(row["text"].encode()).problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a', "not JSON: Unterminated string starting at line 1, column 2"),
        ('{"a"', "not JSON: Expecting ':' delimiter at line 1, column 5"),
    ],
)
def test_the_place_follows_the_message_as_one_sentence(text: str, expected: str) -> None:
    """Some messages of Python's parser end in 'at' and others do not."""
    with pytest.raises(DecodeError) as caught:
        loads(text)

    assert f"(document): {expected} [json.syntax]" == str(caught.value.problems[0])


def test_whoever_trusts_a_text_may_leave_the_second_parse_out(tmp_path: Path) -> None:
    """With ``strict=False`` the last of two members counts, from a text and from a file."""
    text = REPEATED[0]["text"]
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")

    assert loads(text, strict=False).id == load(path, strict=False).id == "b"
    with pytest.raises(DecodeError):
        load(path)


def test_a_text_that_only_the_second_parser_finds_too_deep_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the parsers differ in how deep they follow, the answer is an error of ours."""

    def fail(_: object) -> NoReturn:
        raise RecursionError

    monkeypatch.setattr(parsing, "find_repeated", fail)
    (problem,) = refused(json.dumps(BASE)).problems
    assert problem.code == "json.depth"


JUNK: Final[tuple[Any, ...]] = (None, 0, -1, 1.5, True, "", "x", [], {}, [None], {"x": 1}, "x" * 5000)
HEAD: Final = ("coopmodel", "id", "revision", "title")


def parts_of_base() -> Iterator[Any]:
    """Yield small documents that together hold all of the base: each with one member, and of a member that is an array one item."""
    head = {name: BASE[name] for name in HEAD}
    yield head
    for name, member in BASE.items():
        if name not in HEAD:
            yield from ({**head, name: [item]} for item in member) if is_array(member) else [{**head, name: member}]


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value in a JSON document."""
    yield path
    for step, part in parts_of(value):
        yield from places(part, (*path, step))


def with_junk(junk: object) -> Iterator[Any]:
    """Yield every document that has this junk in one place of the base."""
    seen: set[str] = set()
    for part in parts_of_base():
        for path in places(part):
            document = changed(copy.deepcopy(part), {"at": to_pointer(path), "do": "set", "value": copy.deepcopy(junk)})
            text = json.dumps(document)
            if text not in seen:
                seen.add(text)
                yield document


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: json.dumps(junk)[:12])
def test_junk_anywhere_is_refused_or_kept(junk: object) -> None:
    """Whatever stands anywhere in a document is either refused as ``DecodeError``, or read and written back without loss."""
    refusals = 0
    for document in with_junk(junk):
        try:
            record = loads(json.dumps(document))
        except DecodeError as error:
            refusals += len(error.problems) > 0
            continue
        assert record == loads(dumps(record))
        assert without_empty(document) == json.loads(dumps(record))
    assert refusals > 100


def without_empty(document: Any, *, extension: bool = False) -> Any:
    """Return the document without empty arrays, empty extensions and default roles, which are read as absent."""
    if is_array(document):
        return [without_empty(part, extension=extension) for part in document]
    if not is_object(document) or extension:
        return document
    kept = {name: without_empty(part, extension=name == "extensions") for name, part in parts_of(document)}
    return {name: part for name, part in kept.items() if part != [] and (name, part) not in (("extensions", {}), ("role", "party"))}


def test_an_unsupported_version_is_an_error_of_its_own() -> None:
    """A reader can tell a document from the future from a broken one."""
    error = refused('{"coopmodel": "2.0", "rubbish": 1}')
    assert isinstance(error, UnsupportedVersion)
    assert [("version.unsupported", "/coopmodel")] == [(it.code, it.pointer) for it in error.problems]
