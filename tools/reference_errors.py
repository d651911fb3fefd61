"""The page on the codes of errors: what each means, what carries it, and an example that was run."""

import ast
import json
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Final

from json_places import is_array, is_object, steps_of
from reference_error_examples import FILES, PATCHES, RULES, SETUP, SIGNATURES, VALUES, YAML, Told
from reference_markdown import ROOT, code, escaped, heading, page, slug, table, value
from reference_sessions import Interpreter, Session, in_folder
from vector_files import VECTORS, Vector, vectors

from coopmodel.errors import DecodeError, NewerVersion, Problem
from coopmodel.wire.documents import loads

SOURCE: Final = ROOT / "src" / "coopmodel"

_FORM: Final = re.compile(r"[a-z]+\.[a-z]+")
_SHOWN: Final = 200
_NO_CODES: Final = frozenset(path.name for path in SOURCE.iterdir() if path.is_dir()) | {"coopmodel"}
"""Words before a full stop in the names of modules, and entry points, which look like codes."""

_INTRODUCTION: Final = """\
It has every code that an error or a problem of this library carries, what it means, and what yields it. Programs go by the code; the message is
for people and may change. How errors are caught is told in [errors](../how-to/errors.md).

- A wrong value in Python raises `InvalidValue`, with `code`, `message`, `value`, `field` and the `allowed` words.
- A wrong document raises `DecodeError`; each of its `problems` has a `code`, and `pointer`, the JSON Pointer to the place. Of a version that is
  not read it raises `UnsupportedVersion`, a `DecodeError`.
- A record that is asked for what it does not hold raises `UnknownIdentifier`.
- A signature that does not hold raises `SignatureError`.
- `NewerVersion` is a warning, `MissingExtra` an `ImportError`; neither carries a code.

Codes of [rules](rules.md), such as `COV001`, are no errors: a record in which a rule finds something is a record. Implementations in other
languages report the [first part](#documents) of these codes, as the [conformance vectors](conformance.md) say.
"""

_PARTS: Final[Mapping[str, tuple[str, str, Mapping[str, Told]]]] = {
    "values": ("Values in Python, and limits of a codec", "Carried by what the example raises.", VALUES),
    "yaml": ("YAML", "Problems of a `DecodeError`; what else is wrong in a text of YAML has the code that it has in JSON.", YAML),
    "files": ("Files", "Most are told by the command line, which ends with status 2.", FILES),
    "patches": ("JSON Patch", "Carried by `InvalidValue`.", PATCHES),
    "choice-of-rules": ("Rules and their choice", "Carried by `InvalidValue`; `rule.form` stands above.", RULES),
    "signatures": ("Keys and signatures", "`key.*` is carried by `InvalidValue`, `signature.*` by `SignatureError`.", SIGNATURES),
}
"""By id of the section: heading, what carries the codes, the codes."""


def errors_page() -> str:
    """Return the page."""
    meanings = documents()
    smallest = smallest_vectors()
    told = {one: told.about for _, _, codes in _PARTS.values() for one, told in codes.items()}
    python = Interpreter()
    return page(
        "Error codes",
        _INTRODUCTION,
        table(["code", "what it means"], [(f"[`{one}`](#{slug(one)})", text) for one, text in sorted((meanings | told).items())]),
        heading(2, "Documents", "documents"),
        "Problems of a `DecodeError`. Those of one value are carried by `InvalidValue`, too, where the value is made in Python.",
        *[part for one, about in meanings.items() for part in of_document(one, about, smallest[one])],
        heading(2, "Python examples", "setup"),
        "The examples below begin with these lines; the keys are those of RFC 8037, appendix A.",
        python.block(SETUP),
        *[part for name in _PARTS for part in section(name, python)],
    )


def documents() -> dict[str, str]:
    """Return the codes that implementations in other languages report too, with their meanings."""
    meanings: dict[str, str] = json.loads((VECTORS / "codes.json").read_text("utf-8"))
    return {one: escaped(about) for one, about in meanings.items()}


def codes_in_source() -> frozenset[str]:
    """Return every code in the source: the texts of the form of one that are no names of modules, and ``null``."""
    found = {"null"}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _FORM.fullmatch(node.value):
                found.add(node.value)
    return frozenset(one for one in found if one.partition(".")[0] not in _NO_CODES)


def smallest_vectors() -> dict[str, Vector]:
    """Return the smallest vector of each code: the one with the fewest problems, of this version and with no empty text, then the shortest."""
    found: dict[str, Vector] = {}
    size: dict[str, tuple[int, bool, int, str]] = {}
    for vector in vectors("invalid"):
        for one in vector.codes:
            odd = not vector.text or any(mark in vector.text for mark in (b'""', b'"0.9"'))
            small = len(vector.expected["problems"]), odd, len(vector.text), vector.name
            if one not in found or small < size[one]:
                found[one], size[one] = vector, small
    return found


def of_document(one: str, about: str, vector: Vector) -> Iterator[str]:
    """Yield the section of a code that documents yield."""
    error = refused(vector.text)
    problem = next(problem for problem in error.problems if problem.code == one)
    carriers = [f"`{type(error).__name__}`", *["`InvalidValue`"] * (one in codes_of_values())]
    yield heading(3, code(one), slug(one))
    yield f"{about} Carried by {' and '.join(carriers)}."
    yield f"{place(problem, vector)}"
    yield f"> {escaped(problem.message)}"


def refused(text: bytes) -> DecodeError:
    """Return the error of a document.

    Raises:
        ValueError: There is none.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        try:
            loads(text)
        except DecodeError as error:
            return error
    raise ValueError("the document is right")


def codes_of_values() -> frozenset[str]:
    """Return the codes that stand in the modules of values and entities, which know nothing of documents."""
    paths = [path for folder in ("values", "model") for path in (SOURCE / folder).glob("*.py")]
    return frozenset(re.findall(r'"([a-z]+\.[a-z]+)"', "".join([path.read_text("utf-8") for path in paths])))


def place(problem: Problem, vector: Vector) -> str:
    """Return where a problem is and what stands there."""
    if vector.is_text:
        shown = vector.text.strip()[:_SHOWN].decode(errors="backslashreplace")
        return f"The text {code(shown.encode('unicode_escape').decode() if not shown.isprintable() else shown)}:"
    document: Any = vector.document
    for step in steps_of(problem.pointer):
        document = below(document, step)
    if document is None and problem.code != "null":
        return f"Without {code(problem.pointer)}:"
    return f"{code(problem.pointer) if problem.pointer else 'A document'} with the value {value(document, longest=_SHOWN)}:"


def below(value_there: Any, step: str) -> Any:
    """Return what stands one step further down; nothing where the step leads nowhere."""
    if is_array(value_there):
        return value_there[int(step)]
    return value_there.get(step) if is_object(value_there) else None


def section(name: str, python: Interpreter) -> Iterator[str]:
    """Yield the section of codes that no vector has."""
    title, carried, codes = _PARTS[name]
    yield heading(2, title, name)
    yield carried
    with in_folder():
        for one, told in codes.items():
            yield heading(3, code(one), slug(one))
            yield told.about
            if told.python:
                yield yields(one, python.block(told.python))
                yield f"> {escaped(message(one, python.raised))}" if python.raised else ""
            else:
                yield yields(one, Session(told.shell, shown=-2, status=2).block())


def message(one: str, error: Exception) -> str:
    """Return what an error says with this code, without the code; of several problems in a document the one that has it."""
    problems = error.problems if isinstance(error, DecodeError) else ()
    said = next((str(problem) for problem in problems if problem.code == one), str(error))
    return said.removesuffix(f" [{one}]")


def yields(one: str, block: str) -> str:
    """Return the block of an example.

    Raises:
        ValueError: The code does not show in it.
    """
    if f"[{one}]" not in block and one != "extra.missing":
        raise ValueError(f"{one} does not show in:\n{block}")
    return block
