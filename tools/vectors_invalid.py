"""The documents of the invalid vectors: those of the tables in ``tests/golden``, cut down to what is wrong and what stands around it."""

import copy
import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import attrs
from json_places import changed, is_array, is_object, steps_of
from vector_documents import BASE, GOLDEN, classes_of
from vector_files import as_text, slug

from coopmodel.errors import DecodeError
from coopmodel.model.agreement import Agreement, Relation
from coopmodel.model.citation import Citation
from coopmodel.model.meetings import Place
from coopmodel.model.parties import Official
from coopmodel.wire.converter import PARTIES
from coopmodel.wire.documents import loads
from coopmodel.wire.limits import LIMITS
from coopmodel.wire.problems import to_pointer

DEEP: Final = 2000
"""Levels of a document that is nested too deep; a reader without a limit of its own still reads it."""

_TOGETHER: Final[dict[type[Any], frozenset[str]]] = {
    Citation: frozenset(("exact", "start", "end")),
    Official: frozenset(("name", "post")),
    Place: frozenset(("country", "locality", "venue")),
    Relation: frozenset(("target", "url", "identifier", "title")),
}
"""Members of which an object must have one, or that go together: without them something else would be wrong behind what is told."""

Steps = tuple[str | int, ...]


class Invalid(NamedTuple):
    """One document that has to be refused.

    Attributes:
        about: One sentence that says what is wrong.
        text: The bytes of the document.
        problems: What must be reported, in order: code and pointer, and line and column where the text is no JSON.
    """

    about: str
    text: bytes
    problems: list[dict[str, Any]]

    @property
    def folder(self) -> str:
        """The type of its first problem: the part of the code before the dot."""
        return str(self.problems[0]["code"]).partition(".")[0]

    @property
    def name(self) -> str:
        """Its name, made of the sentence."""
        return slug(self.about)


def invalid() -> Iterator[Invalid]:
    """Yield every invalid vector; a document that two tables have, or that two became when they were cut, once."""
    seen: set[bytes] = set()
    for one in every():
        if one.text not in seen:
            yield one
        seen.add(one.text)


def every() -> Iterator[Invalid]:
    """Yield the vectors of every table."""
    yield from broken()
    yield from texts()
    for row in table("broken", "repeated"):
        yield Invalid(row["name"], row["text"].encode() + b"\n", row["expected"])
    for row in table("versions", "refused"):
        yield Invalid(row["name"], as_text(row["document"]), [place(problem) for problem in row["problems"]])


def table(folder: str, name: str) -> list[dict[str, Any]]:
    """Return the rows of a golden table."""
    rows: list[dict[str, Any]] = json.loads((GOLDEN / folder / f"{name}.json").read_text("utf-8"))
    return rows


def place(problem: dict[str, Any]) -> dict[str, Any]:
    """Return what of a problem every implementation must say alike."""
    return {"code": problem["code"], "pointer": problem["pointer"]}


def texts() -> Iterator[Invalid]:
    """Yield what is no JSON, or none that a reader can follow."""
    for row in table("broken", "texts"):
        if row["code"] in {"json.depth", "json.size"}:  # limits of this library
            continue
        text = bytes.fromhex(row["hex"]) if "hex" in row else (row["text"] * row.get("times", 1)).encode()
        yield Invalid(row["name"], text, [{"code": row["code"], "pointer": "", "line": row["line"], "column": row["column"]}])
    problem = {"code": "json.depth", "pointer": "", "line": 1}
    arrays, objects = b"[" * DEEP + b"]" * DEEP, b'{"a":' * DEEP + b"0" + b"}" * DEEP
    yield Invalid(f"Arrays are not nested {DEEP} levels deep.", arrays, [problem | {"column": LIMITS.depth + 1}])
    yield Invalid(f"Objects are not nested {DEEP} levels deep.", objects, [problem | {"column": 5 * LIMITS.depth + 1}])


def broken() -> Iterator[Invalid]:
    """Yield the documents of the table of mutations, as small as they can be while the same is wrong in them."""
    base: Any = json.loads(BASE.read_bytes())
    classes = classes_of(BASE)
    for row in table("broken", "mutations"):
        document = copy.deepcopy(base)
        for change in (row, *row.get("also", ())):
            document = changed(document, change)
        expected = [place(problem) for problem in row["expected"]]
        touched = [steps_of(change["at"]) for change in (row, *row.get("also", ()))]
        touched += [steps_of(problem["pointer"]) for problem in expected]
        kept, problems = document, expected
        for cut in (Cut(classes, touched, whole=True), Cut(classes, touched, whole=False)):
            less, said = cut.document(document), [problem | {"pointer": cut.pointer(problem["pointer"])} for problem in expected]
            if problems_of(less) == said and problems_of(cut.document(base)) == []:  # so that nothing else is wrong behind what is told
                kept, problems = less, said
        yield Invalid(row["name"], as_text(kept), problems)


def problems_of(document: Any) -> list[dict[str, Any]]:
    """Return what the library says of a document."""
    try:
        loads(json.dumps(document))
    except DecodeError as error:
        return [{"code": problem.code, "pointer": problem.pointer} for problem in error.problems]
    return []


class Cut:
    """Leaves of a document what was touched, what stands around it and must be there, and nothing else.

    Indexes move where items before them are cut out.
    """

    def __init__(self, classes: dict[str, type[Any]], touched: list[list[str]], *, whole: bool) -> None:
        """Take what was touched; ``whole`` keeps objects of the format as they are, but for the root."""
        self._classes = classes
        self._touched = [tuple(steps) for steps in touched]
        self._whole = whole
        self._moved: dict[tuple[Steps, int], int] = {}

    def document(self, document: Any) -> Any:
        """Return the cut document."""
        return self._cut(document, (), self._touched)

    def pointer(self, pointer: str) -> str:
        """Return a pointer into the document as one into the cut document."""
        found: list[str | int] = []
        steps = tuple(steps_of(pointer))
        for depth, step in enumerate(steps):
            index = self._moved.get((steps[:depth], int(step))) if step.isdigit() else None
            found.append(step if index is None else index)
        return to_pointer(tuple(found))

    def _cut(self, value: Any, path: tuple[str, ...], touched: list[tuple[str, ...]]) -> Any:
        if () in touched:
            return value
        if is_array(value):
            kept = sorted({int(steps[0]) for steps in touched})
            for new, old in enumerate(kept):
                self._moved[path, old] = new
            return [self._cut(value[index], (*path, str(index)), below(touched, str(index))) for index in kept]
        kind = self._classes.get(to_pointer(path))
        if not is_object(value) or kind is None or (self._whole and path):
            return value
        wanted = {steps[0] for steps in touched} | required(kind)
        return {
            name: self._cut(part, (*path, name), below(touched, name)) if below(touched, name) else part
            for name, part in value.items()
            if name in wanted
        }


def required(kind: type[Any]) -> set[str]:
    """Return the members that an object of the class must have, and those of which it must have one, or that go together."""
    names: set[str] = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    tagged = {"kind"} if kind in PARTIES.values() else set[str]()
    return names | tagged | _TOGETHER.get(kind, frozenset()) | ({"coopmodel"} if kind is Agreement else set[str]())


def below(touched: list[tuple[str, ...]], step: str) -> list[tuple[str, ...]]:
    """Return what was touched below one step."""
    return [steps[1:] for steps in touched if steps[0] == step]
