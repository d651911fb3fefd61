"""The page on the wire format: every class of object, member by member, with an example of each."""

import re
from collections.abc import Iterable, Iterator
from inspect import getdoc
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import attrs
from generate_schema import member_texts
from json_places import is_array, is_object
from reference_forms import forms
from reference_markdown import REFERENCE, block, from_docstring, heading, object_id, page, table, value
from reference_values import FORM_OF
from reference_words import LIST_OF, title_of
from vectors_invalid import required

from coopmodel.analysis.walk import walk
from coopmodel.model.agreement import Agreement, Identified
from coopmodel.model.citation import Citation
from coopmodel.model.entity import Entity
from coopmodel.model.fields import without_none
from coopmodel.model.parties import Party
from coopmodel.model.unknown import member_names
from coopmodel.values.quantities import Money
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.documents import load
from coopmodel.wire.plain import to_plain
from coopmodel.wire.versions import RENAMED

RECORD: Final = REFERENCE / "full-record.json"
"""A record, made up for this page, in which every member stands."""

SHARED: Final = ("evidence", "extensions")
"""Members that every entity may carry."""

_CALL: Final = re.compile(r": ``[A-Z][a-z]+\(.*?\)``\.")

_IN_0_9: Final[dict[tuple[str, str], str]] = {
    **{("Agreement", after): f"In 0.9: `{before}`." for before, after in RENAMED.items()},
    ("Commitment", "lead"): "In 0.9: one id, not a list.",
}

_INTRODUCTION: Final = """\
It has every member of a record in JSON: what it is for, its form, whether it is required, and an example. YAML has the same members. The
same as a schema that validators read: [JSON Schema](schema.md). What a schema cannot say: [what only the library
checks](beyond-the-schema.md).

The examples are parts of one record, [full-record.json](full-record.json), in which every member stands. The persons and events in it are
made up.

All of this is format version `1.0`. Three members were otherwise in `0.9`, which is read too: each says how.
"""

_RULES: Final = """\
One JSON document is one record: an object with the members of [Agreement](#agreement). These hold everywhere in it:

- **One spelling.** Nothing is coerced: a number is not taken for a text, nor `"3"` for 3.
- **Absent is absent.** What is not known is left out. `null` is refused ([`null`](error-codes.md#null)); an empty list is read as absent,
  and never written.
- **Defaults are never written.** The only one is the role `party` of a party.
- **Unknown members are refused** ([`member.unknown`](error-codes.md#member-unknown)). A codec can [keep
  them](compatibility.md#members-that-nobody-knows). Data of one's own go under [`extensions`](#entity-extensions): there are no members
  `x-...`.
- **A member stands once** in an object ([`member.repeated`](error-codes.md#member-repeated)).
- **The order of members** means nothing to a reader. What is written has the order of this page, with `evidence` and `extensions` last.
- **The canonical form** (RFC 8785) is what digests and signatures are made over: see [conformance](conformance.md).
- **UTF-8** without byte order mark. Size and depth are limited by the reader: see [hostile input](hostile-input.md).
- **References** are by id. That they lead somewhere is asked by the [rules](rules.md#ref001), not by the reader.
"""


def wire_page() -> str:
    """Return the page."""
    kinds = sections()
    outline = table(["object", "what it is"], [(f"[{kind.__name__}](#{anchor(kind)})", about(kind)[0]) for kind in kinds])
    return page(
        "Wire format",
        _INTRODUCTION,
        heading(2, "The document", "the-document"),
        _RULES,
        heading(2, "Objects", "objects"),
        "What [every entity](#entity) may carry stands at the end.",
        outline,
        *[part for kind in kinds for part in section(kind)],
        *every_entity(),
        heading(2, "Value forms", "value-forms"),
        "Each refuses a wrong value with a code, here and in Python alike. Long messages are cut.",
        forms(),
    )


def sections() -> list[type[Any]]:
    """Return the classes in the order in which a reader comes to them: the root, then what stands in its members, one after another."""
    found: dict[type[Any], None] = {}

    def visit(kind: type[Any]) -> None:
        if kind in found:
            return
        found[kind] = None
        for field in attrs.fields(kind):
            if field.name not in SHARED:
                for part in parts_of(field.type):
                    visit(part)

    visit(Agreement)
    return [*found, Citation]


def parts_of(declared: Any) -> Iterator[type[Any]]:
    """Yield the classes of objects that an annotation names."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        yield from parts_of(get_args(kind)[0])
    elif kind == Party:
        yield from PARTIES.values()
    elif kind in CLASSES:
        yield kind


def anchor(kind: type[Any]) -> str:
    """Return the id of a class's section."""
    return object_id(kind.__name__)


def section(kind: type[Any]) -> Iterator[str]:
    """Yield the parts of one class's section."""
    if kind is next(iter(PARTIES.values())):
        yield heading(3, "Party", "party")
        yield (
            "One of three kinds of object, told apart by `kind`: "
            + ", ".join([f"[`{tag}`](#{anchor(one)})" for tag, one in PARTIES.items()])
            + "."
        )
    yield heading(4 if kind in PARTIES.values() else 3, kind.__name__, anchor(kind))
    yield from about(kind)
    raised = (getdoc(kind) or "").partition("\n\nRaises:\n")[2]
    if raised:
        yield f"Refused: {from_docstring(raised.replace('InvalidValue:', ''))}"
    yield table(["member", "form", "what it says"], rows(kind))
    yield from map(block, examples(kind))


def about(kind: type[Any]) -> list[str]:
    """Return the paragraphs of a class's docstring on what it is, without the call that makes one in Python."""
    told = _CALL.sub(".", (getdoc(kind) or "").partition("\n\nRaises:\n")[0])
    return [from_docstring(paragraph) for paragraph in told.split("\n\n")]


def rows(kind: type[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each member."""
    texts = member_texts_marked(kind)
    fields = {field.name: field for field in attrs.fields(kind)}
    tags: dict[type[Any], str] = {party: tag for tag, party in PARTIES.items()}
    for name in member_names(kind):
        if name in SHARED and issubclass(kind, Entity):
            continue
        field = fields.get(name)
        form = value(tags[kind]) if field is None else form_of(field.type)
        text = " ".join(filter(None, [need(field), texts[name], _IN_0_9.get((kind.__name__, name))]))
        yield f"`{name}`{{ #{anchor(kind)}-{name.replace('_', '-')} }}", form, text
    if issubclass(kind, Entity):
        names = " ".join([f"`{name}`{{ #{anchor(kind)}-{name} }}" for name in SHARED])
        yield names, "", "As of [every entity](#entity)."


def need(field: Any) -> str:
    """Return whether a member is required, or what holds where it is absent."""
    if field is None or field.default is attrs.NOTHING or field.name == "coopmodel":
        return "**Required.**"
    return f"Default `{field.default}`." if isinstance(field.default, str) else ""


def form_of(declared: Any) -> str:
    """Return the form of a member as links."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        return f"list of {form_of(get_args(kind)[0])}"
    if get_origin(kind) is Literal:
        return f"[one of {len(get_args(kind))} words](codes.md#{LIST_OF[get_args(kind)]})"
    if get_origin(kind) is Annotated:
        return f"[whole number](#whole-number), at least {kind.__metadata__[0].low}"
    if kind == Party or kind in CLASSES:
        return f"[{'Party' if kind == Party else kind.__name__}](#{'party' if kind == Party else anchor(kind)})"
    form = FORM_OF[kind]
    if form.name == "open code":
        return f"[open code](#open-code): [{title_of(LIST_OF[kind])}](codes.md#{LIST_OF[kind]})"
    return f"[{form.name}](#{form.identifier})"


def member_texts_marked(kind: type[Any]) -> dict[str, str]:
    """Return the texts under the members, with the marks of code."""
    return {name: from_docstring(text) for name, text in member_texts(kind, marked=True).items()}


def examples(kind: type[Any]) -> list[Any]:
    """Return objects of the class in the record: the one with most members, then those that have a member which none before them has.

    Raises:
        ValueError: A member stands in none.
    """
    record = load(RECORD)
    if kind is Agreement:
        return [outlined(record)]
    found = [to_plain(thing) for _, thing in walk(record) if type(thing) is kind]
    if kind is Money:
        found = [to_plain(commitment.money) for commitment in record.commitments if commitment.money is not None]
    chosen: list[Any] = []
    shown: set[str] = set()
    for one in sorted(found, key=len, reverse=True):
        if one.keys() - shown - set(SHARED):
            chosen.append({name: part for name, part in one.items() if name not in SHARED or not issubclass(kind, Entity)})
            shown |= one.keys()
    missing = set(member_names(kind)) - shown - set(SHARED)
    if missing:
        raise ValueError(f"{RECORD.name} holds no {kind.__name__} with {', '.join(sorted(missing))}")
    return chosen


def outlined(record: Agreement) -> dict[str, Any]:
    """Return the whole record with one entity in each list, and of that only what it must have."""
    plain: dict[str, Any] = to_plain(record)
    return {name: [kept(first(getattr(record, name)))] if is_list_of_objects(part) else part for name, part in plain.items()}


def is_list_of_objects(part: Any) -> bool:
    """Tell whether a member holds a list of objects."""
    return is_array(part) and is_object(part[0])


def first(things: Iterable[Any]) -> Any:
    """Return the first of a list."""
    return next(iter(things))


def kept(thing: Any) -> dict[str, Any]:
    """Return an object with the members that it must have, or of which it must have one."""
    wanted = required(thing.__class__) - ({"exact", "start", "end"} if isinstance(thing, Citation) else set[str]())
    return {name: part for name, part in to_plain(thing).items() if name in wanted}


def every_entity() -> Iterator[str]:
    """Yield the section on what all entities share."""
    kinds = ", ".join([f"[{kind.__name__}](#{anchor(kind)})" for kind in sections() if issubclass(kind, Entity)])
    names = ", ".join([f"[{kind.__name__}](#{anchor(kind)})" for kind in get_args(Identified)])
    commitment = to_plain(first(load(RECORD).commitments))
    yield heading(3, "Entity", "entity")
    yield f"No object by itself: these two members come last in each of {kinds}."
    texts = member_texts_marked(Entity)
    described = [(f"`{name}`{{ #entity-{name} }}", form_of(attrs.fields_dict(Entity)[name].type), texts[name]) for name in SHARED]
    yield table(["member", "form", "what it says"], described)
    yield block({name: commitment[name] for name in ("id", "statement", *SHARED)})
    yield f"Ids are unique among {names}."
