"""Writes the JSON Schema of the wire format from the classes of the model: ``python tools/generate_schema.py``.

Titles and descriptions are the docstrings of the classes and members, examples are the first objects of each class in the records under
``examples``. A test fails when the file that is shipped is not what this gives.
"""

import ast
import inspect
import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import attrs
from schema_forms import FORMS, INVISIBLE, OWN_AREA_CODE, VISIBLE, any_of, one_of

from coopmodel.analysis.walk import walk
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.fields import without_none
from coopmodel.model.parties import Party
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.documents import load
from coopmodel.wire.plain import to_plain
from coopmodel.wire.schema import SCHEMA_ID

ROOT: Final = Path(__file__).parents[1]
TARGET: Final = ROOT / "src" / "coopmodel" / "wire" / "agreement.schema.json"

_TOGETHER: Final[dict[str, dict[str, Any]]] = {
    "Citation": {"dependentRequired": {"start": ["end", "exact"], "end": ["start"], "prefix": ["exact"], "suffix": ["exact"]}},
    "Commitment": {"not": {"required": ["meeting", "due"]}},
    "Milestone": {"not": {"required": ["meeting", "due"]}},
    "Official": {"if": {"not": {"required": ["post"]}}, "then": {"required": ["name"]}},
    "Place": {"minProperties": 1},
    "Relation": {
        "if": {"not": any_of("target", "url", "identifier")},
        "then": {"required": ["title"]},
        "dependentSchemas": {
            "target": {"not": any_of("url", "identifier", "title")},
            "url": {"not": any_of("identifier", "title")},
            "identifier": {"not": {"required": ["title"]}},
        },
    },
    "Meeting": {
        "if": {"properties": {"status": {"const": "held"}}, "required": ["status"]},
        "then": {"properties": {"date": {"type": "string"}}},
    },
}
"""What holds between the members of one object, as far as a schema can say it.

It is said by conditions and not by alternatives where both can say it: makers of types make one class of a closed object, and of alternatives
that only say what is required a union that takes any member.
"""

_SUMMARY: Final = "What only the library checks is told in the reference."


def schema() -> dict[str, Any]:
    """Return the schema of a whole record."""
    kinds = [*CLASSES, *PARTIES.values()]
    found = examples()
    definitions = {kind.__name__: entity(kind, found.get(kind.__name__)) for kind in kinds}
    definitions["Party"] = {
        "title": "Party",
        "description": "Told apart by kind.",
        "oneOf": [one_of(kind.__name__) for kind in PARTIES.values()],
    }
    definitions[VISIBLE] = {"title": VISIBLE, "description": "A text that is not blank.", "type": "string", "pattern": f"[^{INVISIBLE}]"}
    definitions["OwnAreaCode"] = {"title": "OwnAreaCode", "description": "A word behind a user's own prefix.", **OWN_AREA_CODE}
    for kind, form in FORMS.items():
        if kind != PartialDate | Period:
            definitions[name_of(kind)] = {"title": name_of(kind)} | described(kind) | dict(form)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Cooperation agreement",
        "description": f"{sentence(Agreement)} {_SUMMARY}",
        "allOf": [one_of("Agreement")],
        "$defs": dict(sorted(definitions.items())),
    }


def name_of(kind: Any) -> str:
    """Return the name of a definition."""
    return "Date" if kind.__name__ == "date" else str(kind.__name__)


def entity(kind: type[Any], example: Any) -> dict[str, Any]:
    """Return the definition of one class: a closed object."""
    fields = attrs.fields(kind)
    texts = member_texts(kind)
    properties: dict[str, Any] = {}
    for field in fields:
        form = member(field.type) if (kind.__name__, field.name) != ("ThematicArea", "code") else one_of("OwnAreaCode")
        text = texts.get(field.name)
        properties[field.name] = form if text is None else with_text(form, text)
        if field.name == "id" and kind in PARTIES.values():
            properties["kind"] = with_text({"const": kind.kind}, texts["kind"])
    required = [field.name for field in fields if field.default is attrs.NOTHING or field.name == "coopmodel"]
    found: dict[str, Any] = {"title": kind.__name__, "description": sentence(kind), "type": "object", "properties": properties}
    found["required"] = [*required, "kind"] if kind in PARTIES.values() else required
    found["additionalProperties"] = False
    found |= _TOGETHER.get(kind.__name__, {})
    return found if example is None else found | {"examples": [example]}


def with_text(form: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the schema of a member with its description.

    A reference stands in an ``allOf``: with anything beside it, makers of types would take what it leads to for another type.
    """
    return {"description": text, "allOf": [form]} if "$ref" in form else form | {"description": text}


def member(declared: Any) -> dict[str, Any]:
    """Return the schema of a member by its annotation; an absent member is left out and never null."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        return {"type": "array", "items": member(get_args(kind)[0])}
    if get_origin(kind) is Literal:
        return {"enum": [*get_args(kind)]}
    if get_origin(kind) is Annotated:
        bounds = kind.__metadata__[0]
        return {"type": "integer", "minimum": bounds.low, "maximum": bounds.high}
    plain: dict[Any, Any] = {
        bool: {"type": "boolean"},
        str: one_of(VISIBLE),
        Party: one_of("Party"),
        PartialDate | Period: FORMS[PartialDate | Period],
    }
    return dict(plain[kind] if kind in plain else one_of(name_of(kind)))


def described(kind: Any) -> dict[str, str]:
    """Return the description of a value type; a ``NewType`` has its text below it in its module."""
    if isinstance(kind, type):
        return {"description": sentence(kind)} if kind.__module__.startswith("coopmodel.") else {"description": "An exact day: 2024-09-13."}
    texts = texts_in(inspect.getsource(inspect.getmodule(kind) or kind).splitlines(), None)
    return {"description": texts[kind.__name__]} if kind.__name__ in texts else {}


def sentence(kind: type[Any]) -> str:
    """Return the first paragraph of a docstring on one line, without its marks."""
    return plain((inspect.getdoc(kind) or "").partition("\n\n")[0])


def plain(text: str) -> str:
    """Return a text of a docstring on one line, without its marks."""
    return " ".join(text.replace("``", "").split())


def member_texts(kind: type[Any], *, marked: bool = False) -> dict[str, str]:
    """Return the texts that stand under the members of a class and of its bases, as ``texts_in`` does."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.startswith("coopmodel."):
            source = inspect.getsource(inspect.getmodule(base) or base)
            found |= texts_in(source.splitlines(), base.__name__, marked=marked)
    return found


def texts_in(lines: list[str], inside: str | None, *, marked: bool = False) -> dict[str, str]:
    """Return the texts that stand under the assignments of a class, or of a module; with the marks that they have there, or without."""
    tree: Any = parsed("\n".join(lines))
    body = tree.body if inside is None else next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == inside)
    return dict(pairs(body)) if marked else {name: plain(text) for name, text in pairs(body)}


@cache
def parsed(source: str) -> ast.Module:
    """Return the syntax tree of a source."""
    return ast.parse(source)


def pairs(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield each assigned name with the text under it."""
    for node, following in pairwise(body):
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            yield target.id, str(following.value.value)


def examples() -> dict[str, Any]:
    """Return the first object of each class in the example records; not of the whole record, which is an example by itself."""
    found: dict[str, Any] = {}
    for path in sorted((ROOT / "examples").glob("*/agreement.json")):
        for _, thing in walk(load(path)):
            if not isinstance(thing, Agreement):
                found.setdefault(type(thing).__name__, to_plain(thing))
            if isinstance(thing, Commitment) and thing.money is not None:
                found.setdefault(Money.__name__, to_plain(thing.money))
    return found


if __name__ == "__main__":
    TARGET.write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
