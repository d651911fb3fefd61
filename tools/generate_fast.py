"""Write ``src/coopmodel/wire/fast_members.py``: run it when a class of the model changes. A test fails when the two differ.

What is written for each class: a msgspec struct to decode into, a function that makes the object of it, a struct to encode from, and a
function that makes it of the object. How a member of each type is read and written stands in the two tables.
"""

import datetime
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin

import attrs

from coopmodel.model.agreement import Agreement, FormatVersion, RuleCode
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.fields import without_none
from coopmodel.model.meetings import Meeting, Place
from coopmodel.model.parties import Official, Party
from coopmodel.values.countries import Country, SubdivisionCode
from coopmodel.values.dates import PartialDate
from coopmodel.values.digests import Digest
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions
from coopmodel.values.identifiers import LONGEST_IDENTIFIER, Identifier, Reference
from coopmodel.values.languages import LanguageTag
from coopmodel.values.open_codes import AreaCode, CommitmentKind, Function, Instrument, SourceKind
from coopmodel.values.periods import Period
from coopmodel.values.quantities import CurrencyCode, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.values.urls import Url
from coopmodel.wire.converter import CLASSES, PARTIES

TARGET: Final = Path(__file__).parents[1] / "src" / "coopmodel" / "wire" / "fast_members.py"


class Form(NamedTuple):
    """How members of one type are read and written.

    Attributes:
        wire: The annotation of the struct that is decoded into.
        do: Statements on ``v``, what was decoded.
        read: The value, by ``v``.
        write: What is encoded, by ``v``.
        add: A statement on ``v``, a tuple of what was decoded, in the place of ``do`` for each; the tuple is the value then.
    """

    wire: str = "str"
    do: tuple[str, ...] = ()
    read: str = "v"
    write: str = "v"
    add: str = ""


def value(kind: type[Any]) -> Form:
    """Return the form of a value type that keeps the values it made by their texts."""
    return Form(read=f"known_{snake(kind)}(v) or {kind.__name__}(v)", write="v._text")


def met(right: str, look_at: str) -> Form:
    """Return the form of texts of which the right ones are many times the same: those of a set are taken as they are, others are looked at."""
    return Form(
        do=(f"if v not in {right}:", f"    {look_at}(v)"), add=f"if not {right}.issuperset(v):\n    for v in v:\n        {look_at}(v)"
    )


def snake(kind: type[Any]) -> str:
    """Return the name of a class as the name of a function."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


FORMS: Final[dict[Any, Form]] = {
    bool: Form("bool"),
    str: Form("str", ("strings.append(v)",), add="strings += v"),
    datetime.date: Form(read="known_day(v) or to_day(v)", write="v"),
    Identifier: Form("Name", ("ids.append(v)",), add="ids += v"),
    Reference: Form("str", ("add_reference(v, ids)",), add="for one in v:\n    add_reference(one, ids)"),
    Url: met("URLS", "add_url"),
    LanguageTag: met("KNOWN", "to_language_tag"),
    Digest: Form(read="to_digest(v)"),
    RuleCode: Form(read="to_rule_code(v)"),
    FormatVersion: Form(read="this_version(v)"),
    SubdivisionCode: met("SUBDIVISIONS", "add_subdivision"),
    CurrencyCode: Form(read="to_currency(v)"),
    AreaCode: met("AREAS", "add_area"),
    Instrument: met("INSTRUMENTS", "to_instrument"),
    Function: met("FUNCTIONS", "to_function"),
    CommitmentKind: met("COMMITMENT_KINDS", "to_commitment_kind"),
    SourceKind: met("SOURCE_KINDS", "to_source_kind"),
    Country: value(Country),
    PartialDate: value(PartialDate),
    Period: value(Period),
    Duration: value(Duration),
    Quantity: value(Quantity),
    Recurrence: value(Recurrence),
    PartialDate | Period: Form(read="known_partial_date(v) or known_period(v) or to_date_or_period(v)", write="v._text"),
    Timing: Form(
        "str | TimingIn", read="known_timing(v) or to_timing(v) if v.__class__ is str else relative(v, ids)", write="write_timing(v)"
    ),
    Text: Form("Texts", ("texts.append(v)", "t = TextSlots()", "t._texts = v", "t.__class__ = Text"), "t", "v._texts"),
    Extensions: Form("dict[str, dict[str, Any]]", ("others.append(v)",), "Extensions(v) if v else NO_EXTENSIONS", "thawed(v)"),
    Party: Form(" | ".join(f"{kind.__name__}In" for kind in PARTIES.values()), (), "read_party(v, s)", "write_party(v)"),
}
"""The types that are not classes with members of their own."""

NARROWER: Final = {(ThematicArea, "code"): met("OWN_AREAS", "add_own_area")}
"""Members that take less than the type that they are declared with."""


MAY_CLASH: Final[dict[type[Any], str]] = {
    Citation: "o.start is not None or o.exact is None or o.end is not None",
    Commitment: "o.meeting is not None",
    Meeting: "o.date is not None",
    Milestone: "o.meeting is not None",
    Official: "o.name is None",
    Place: "o.country is None",
}
"""Where members are checked against each other: what must hold for anything to be wrong."""


def form_of(declared: Any) -> Form:  # a type expression
    """Return how members of a type are read and written."""
    if declared in FORMS:
        return FORMS[declared]
    if get_origin(declared) is Literal:
        return Form(f"Literal[{', '.join(map(repr, get_args(declared)))}]", add=" ")
    if get_origin(declared) is Annotated:
        bounds = declared.__metadata__[0]
        return Form(f"Annotated[int, Meta(ge={bounds.low}, le={bounds.high})]")
    return Form(f"{declared.__name__}In", (), f"read_{snake(declared)}(v, s)", f"write_{snake(declared)}(v)")


class Member(NamedTuple):
    """A member of a class.

    Attributes:
        name: What it is called.
        form: How it, or each of its items, is read and written.
        several: Whether it is an array.
        default: As attrs has it.
    """

    name: str
    form: Form
    several: bool
    default: Any


def members(kind: type[Any]) -> list[Member]:
    """Return the members of a class in the order of the page."""
    found: list[Member] = []
    for field in attrs.fields(kind):
        declared = without_none(field.type)
        several = get_origin(declared) is tuple
        form = NARROWER.get((kind, field.name)) or form_of(get_args(declared)[0] if several else declared)
        found.append(Member(field.name, form, several, field.default))
    return found


def struct_in(kind: type[Any]) -> Iterator[str]:
    """Yield the struct that is decoded into: a closed object, in which a required member has no default."""
    tag = f', tag_field="kind", tag="{kind.kind}"' if kind in PARTIES.values() else ""
    yield f"class {kind.__name__}In(Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False{tag}):"
    for member in members(kind):
        wire, empty = member.form.wire, "cast(Any, None)"
        if member.several:
            wire, empty = (f"tuple[{wire}, ...]", "()") if member.form.add else (f"list[{wire}]", "cast(Any, ())")
        if member.name == "coopmodel" or member.default is attrs.NOTHING:
            yield f"    {member.name}: {wire}"
        else:
            yield f"    {member.name}: {wire} = {repr(member.default) if isinstance(member.default, str) else empty}"


def reader(kind: type[Any]) -> Iterator[str]:
    """Yield the function that makes an object of what was decoded: ``m``, with ``s``, what is to be looked at in the end."""
    body = [line for member in members(kind) for line in read(member)]
    state = [name if uses(body, name) else f"_{name}" for name in ("ids", "strings", "texts", "others")]
    yield f"def read_{snake(kind)}(m: Any, s: State) -> Any:"
    yield f"    {', '.join(state)} = s"
    if uses(body, "found"):
        yield "    found: list[Any]"
    yield f"    o: Any = {kind.__name__}Slots()"
    yield from (f"    {line}" for line in body)
    yield f"    o.__class__ = {kind.__name__}"
    if kind in MAY_CLASH:
        yield from (f"    if {MAY_CLASH[kind]}:", "        o.__attrs_post_init__()")
    elif hasattr(kind, "__attrs_post_init__"):
        yield "    o.__attrs_post_init__()"
    yield "    return o"


def uses(lines: Iterable[str], name: str) -> bool:
    """Tell whether a variable stands in any of the lines."""
    return any(re.search(rf"\b{name}\b", line) for line in lines)


def read(member: Member) -> Iterator[str]:
    """Yield the statements that read one member."""
    name, form, several, default = member
    if several and form.add:
        yield f"o.{name} = v = m.{name}" if form.add.strip() else f"o.{name} = m.{name}"
        yield from indented("if v:", form.add) if form.add.strip() else ()
    elif several and form.do:
        yield "found = []"
        yield f"for v in m.{name}:"
        yield from (f"    {line}" for line in (*form.do, f"found.append({form.read})"))
        yield f"o.{name} = tuple(found)"
    elif several:
        called = re.fullmatch(r"(\w+)\(v, s\)", form.read)
        one, more = (f"({called[1]}(v[0], s),)", f"map({called[1]}, v, repeat(s))") if called else ("", f"[{form.read} for v in v]")
        yield f"v = m.{name}"
        yield f"o.{name} = () if not v else {one and f'{one} if len(v) == 1 else '}tuple({more})"
    elif default is attrs.NOTHING or name == "coopmodel":
        if not form.do and form.read == "v":
            yield f"o.{name} = m.{name}"
        else:
            yield f"v = m.{name}"
            yield from form.do
            yield f"o.{name} = {form.read}"
    elif not form.do and form.read == "v":
        yield f"o.{name} = m.{name}"
    elif form.read == "v":
        yield f"o.{name} = v = m.{name}"
        yield from indented("if v is not None:", *form.do)
    else:
        empty = "NO_EXTENSIONS" if isinstance(default, Extensions) else "None"
        yield f"v = m.{name}"
        yield "if v is None:"
        yield f"    o.{name} = {empty}"
        yield from indented("else:", *form.do, f"o.{name} = {form.read}")


def indented(head: str, *lines: str) -> Iterator[str]:
    """Yield a head, and the lines below it."""
    yield head
    yield from (f"    {part}" for line in lines for part in line.splitlines())


def struct_out(kind: type[Any]) -> Iterator[str]:
    """Yield the struct that is encoded from: members by position, defaults left out."""
    yield f"class {kind.__name__}Out(Struct, omit_defaults=True, gc=False):"
    for name in written_names(kind):
        yield f"    {name}: Any = {'()' if any(member.several for member in members(kind) if member.name == name) else 'None'}"


def written_names(kind: type[Any]) -> list[str]:
    """Return the members as they are written, the tag of a party among them."""
    names = [member.name for member in members(kind)]
    return [names[0], "kind", *names[1:]] if kind in PARTIES.values() else names


def writer(kind: type[Any]) -> Iterator[str]:
    """Yield the function that makes of an object what is encoded."""
    by_name = {member.name: member for member in members(kind)}
    body = [write(by_name[name]) if name in by_name else repr(kind.kind) for name in written_names(kind)]
    yield f"def write_{snake(kind)}(o: Any) -> Any:"
    yield f"    if o.__class__ is not {kind.__name__}:"
    yield "        raise OtherClass"
    if uses(body, "v"):
        yield "    v: Any"
    yield f"    return {kind.__name__}Out({', '.join(body)})"


def write(member: Member) -> str:
    """Return the expression that gives what is encoded of one member."""
    name, form, several, default = member
    if isinstance(default, str) and name != "coopmodel":
        return f"None if o.{name} == {default!r} else o.{name}"
    if form.write == "v":
        return f"o.{name}"
    if several:
        called = re.fullmatch(r"(\w+)\(v\)", form.write)
        each = f"[{called[1]}(v[0])] if len(v) == 1 else [*map({called[1]}, v)]" if called else f"[{form.write} for v in v]"
        return f"() if not (v := o.{name}) else {each}"
    if default is attrs.NOTHING:
        return form.write.replace("v.", f"o.{name}.").replace("(v)", f"(o.{name})")
    empty = "not (v := o.{0})._members" if isinstance(default, Extensions) else "(v := o.{0}) is None"
    return f"None if {empty.format(name)} else {form.write}"


def generated() -> str:
    """Return the module, not yet formatted."""
    kinds = in_order([*CLASSES, *PARTIES.values()])
    parts = [HEAD.format(imports="\n".join(imports(kinds)), longest=LONGEST_IDENTIFIER)]
    for kind in kinds:
        if kind is Agreement:
            parts.append(PARTY)
        parts += ["\n".join(lines(kind)) for lines in (struct_in, struct_out)]
        parts.append(f"{kind.__name__}Slots: Any = open_twin({kind.__name__})")
        parts += ["\n".join(lines(kind)) for lines in (reader, writer)]
    twins = ", ".join(f"{kind.__name__}: {kind.__name__}Slots" for kind in kinds)
    parts.append(f"TWINS: Final[dict[Any, Any]] = {{{twins}}}")
    readers = ", ".join(f"{kind.__name__}: ({kind.__name__}In, read_{snake(kind)})" for kind in kinds)
    parts.append(f"READERS: Final[dict[Any, tuple[Any, Any]]] = {{{readers}}}")
    return "\n\n\n".join(parts) + "\n"


def imports(kinds: list[type[Any]]) -> Iterator[str]:
    """Yield the imports of the classes."""
    by_module: dict[str, list[str]] = {}
    for kind in kinds:
        by_module.setdefault(kind.__module__, []).append(kind.__name__)
    for module, names in sorted(by_module.items()):
        yield f"from {module} import {', '.join(sorted(names))}"


def in_order(kinds: list[type[Any]]) -> list[type[Any]]:
    """Return the classes, each after those that its members are of."""
    found: list[type[Any]] = []

    def visit(kind: type[Any]) -> None:
        for field in attrs.fields(kind):
            declared = without_none(field.type)
            for part in (declared, *get_args(declared)):
                for inner in (part, *get_args(part)):
                    if inner in kinds and inner not in found:
                        visit(inner)
        if kind not in found:
            found.append(kind)

    for kind in kinds:
        visit(kind)
    return found


HEAD: Final = """# Generated by tools/generate_fast.py, which tells what is what; a test fails when the two differ.
# pyright: reportPrivateUsage=false

from itertools import repeat
from typing import Annotated, Any, Final, Literal, TypeAlias, cast

from msgspec import Meta, Struct

from coopmodel.codes import words
{imports}
from coopmodel.model.agreement import to_rule_code
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.digests import to_digest
from coopmodel.values.extensions import NO_EXTENSIONS, Extensions, thawed
from coopmodel.values.languages import KNOWN, to_language_tag
from coopmodel.values.open_codes import to_commitment_kind, to_function, to_instrument, to_source_kind
from coopmodel.values.periods import Period, to_date_or_period
from coopmodel.values.quantities import Quantity, to_currency
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.wire.fast_values import (
    AREAS, OWN_AREAS, SUBDIVISIONS, URLS, OtherClass, State, Texts, TextSlots, TimingIn, add_area, add_own_area, add_reference,
    add_subdivision, add_url, known_country, known_day, known_partial_date, known_period, known_quantity,
    known_recurrence, known_timing, open_twin, relative, this_version, to_day, to_timing, write_timing,
)

INSTRUMENTS: Final = frozenset(words.INSTRUMENTS)
FUNCTIONS: Final = frozenset(words.FUNCTIONS)
COMMITMENT_KINDS: Final = frozenset(words.COMMITMENT_KINDS)
SOURCE_KINDS: Final = frozenset(words.SOURCE_KINDS)

Name: TypeAlias = Annotated[str, Meta(max_length={longest})]"""

PARTY: Final = f"""READ_PARTY: Final[dict[Any, Any]] = {{{", ".join(f"{kind.__name__}In: read_{snake(kind)}" for kind in PARTIES.values())}}}
WRITE_PARTY: Final[dict[Any, Any]] = {{{", ".join(f"{kind.__name__}: write_{snake(kind)}" for kind in PARTIES.values())}}}


def read_party(m: Any, s: State) -> Any:
    return READ_PARTY[m.__class__](m, s)


def write_party(o: Any) -> Any:
    write = WRITE_PARTY.get(o.__class__)
    if write is None:
        raise OtherClass
    return write(o)"""


if __name__ == "__main__":
    TARGET.write_text(generated(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(TARGET)], check=True)  # noqa: S603  a fixed command
