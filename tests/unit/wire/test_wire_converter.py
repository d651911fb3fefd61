"""The strict converter, alone and inside documents of one's own."""

import datetime
from dataclasses import dataclass
from typing import Any, TypedDict

import attrs
import cattrs
import pytest
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from coopmodel.errors import InvalidValue, Problem
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.parties import CountryParty, Party, SubdivisionParty
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions, JsonObject
from coopmodel.values.identifiers import Anchor, Identifier
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.values.urls import Url
from coopmodel.wire.converter import configure, make_converter
from coopmodel.wire.limits import Limits
from coopmodel.wire.problems import problems, to_pointer, unknown_member


@attrs.frozen
class File:
    """A user's own document, with types of this library and plain ones."""

    shelf: int
    label: str
    country: Country
    due: Timing
    when: PartialDate | Period | None = None
    owner: Party | None = None
    agreement: Agreement | None = None
    fee: Money | None = None
    notes: dict[str, Text] = attrs.field(factory=dict[str, Text])
    sent: datetime.date | None = None
    ids: list[Identifier] = attrs.field(factory=list[Identifier])
    after: Anchor | None = None
    page: Url | None = None
    term: Duration | None = None
    data: JsonObject | None = None
    others: Extensions | None = None


FILE: dict[str, Any] = {
    "shelf": 3,
    "label": "x",
    "country": "CL",
    "due": {"anchor": "signature", "offset": "P1Y"},
    "when": "2023/2024",
    "owner": {"id": "cl", "kind": "country", "country": "CL"},
    "agreement": {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"es": "x"}},
    "fee": {"amount": "5", "currency": "USD"},
    "notes": {"front": {"es": "x"}},
    "sent": None,
    "ids": ["a", "b"],
    "after": "signature",
    "page": "https://example.org/",
    "term": "P1Y",
    "data": {"a": [1, {"b": None}]},
    "others": {"acme": {"x": 1}},
}


def found(document: Any, kind: Any, converter: Converter | None = None) -> list[tuple[str, str]]:
    """Return code and pointer of every problem that structuring raises."""
    with pytest.raises((InvalidValue, ExceptionGroup)) as caught:
        (converter or make_converter()).structure(document, kind)
    return [(problem.code, problem.pointer) for problem in problems(caught.value, document)]


def test_types_of_this_library_stand_in_documents_of_ones_own() -> None:
    """A class of the user's reads and writes our types beside its own, also where they may be absent."""
    converter = make_converter()
    file = converter.structure(FILE, File)
    assert (Timing(anchor="signature", offset="P1Y"), Period("2023/2024"), CountryParty(id="cl", country="CL")) == (
        file.due,
        file.when,
        file.owner,
    )
    assert JsonObject({"a": [1, {"b": None}]}) == file.data
    assert Extensions({"acme": {"x": 1}}) == file.others
    assert FILE == converter.unstructure(file)


def test_what_may_be_absent_in_a_class_of_ones_own_may_be_null() -> None:
    """Whether null is a value in the user's documents is the user's to say."""
    file = make_converter().structure({**FILE, "when": None, "owner": None, "fee": None, "agreement": None, "data": None}, File)
    assert (None, None, None, None, None) == (file.when, file.owner, file.fee, file.agreement, file.data)


def test_plain_types_of_a_class_of_ones_own_stay_lenient() -> None:
    """Stock cattrs turns a number into a text and back; only our types are strict."""
    file = make_converter().structure({**FILE, "shelf": "3", "label": 5}, File)
    assert (3, "5") == (file.shelf, file.label)


def test_errors_within_a_class_of_ones_own_have_its_pointers() -> None:
    """Every wrong place is found, in lists, mappings, unions and records, in the order of the document."""
    document = {
        **FILE,
        "country": "ZZ",
        "due": {"offset": "x"},
        "when": "2024/2023",
        "owner": {"id": "cl", "kind": "land"},
        "agreement": {"coopmodel": "1.0", "id": "a", "title": {"es": 5}},
        "fee": {"amount": 5, "currency": "USD"},
        "notes": {"front": {"ES": "x"}},
        "ids": ["a", "B", "c", None],
        "after": "Signature",
        "page": 5,
        "term": None,
        "data": {"a": [2**53]},
        "zzz": 1,
    }
    assert [
        ("country.unknown", "/country"),
        ("duration.form", "/due/offset"),
        ("member.missing", "/due/anchor"),
        ("period.reversed", "/when"),
        ("tag.unknown", "/owner/kind"),
        ("type.string", "/agreement/title/es"),
        ("member.missing", "/agreement/revision"),
        ("type.string", "/fee/amount"),
        ("language.case", "/notes/front/ES"),
        ("identifier.form", "/ids/1"),
        ("null", "/ids/3"),
        ("identifier.form", "/after"),
        ("type.string", "/page"),
        ("extension.number", "/data/a/0"),
        ("member.unknown", "/zzz"),
    ] == found(document, File)


def test_a_missing_member_of_a_class_of_ones_own_is_a_problem_too() -> None:
    """Two are missing, two are reported."""
    assert [("member.missing", "/shelf"), ("member.missing", "/label")] == found({"country": "CL", "due": "2024"}, File)


@dataclass
class Folder:
    """A user's dataclass."""

    name: str
    country: Country


class Box(TypedDict):
    """A user's dictionary."""

    country: Country


@pytest.mark.parametrize("kind", [Folder, Box])
def test_dataclasses_and_typed_dictionaries_hold_our_types_too(kind: Any) -> None:
    """Unknown members of theirs are named with what would be known."""
    document = {"name": "x", "country": "CL", "county": 1} if kind is Folder else {"country": "CL", "county": 1}
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(document, kind)
    (problem,) = problems(caught.value, document)
    assert ("member.unknown", "/county", "country") == (problem.code, problem.pointer, problem.suggestion)


def test_a_converter_of_ones_own_keeps_its_hooks() -> None:
    """What the user taught it about other types, before or after, is still known."""
    converter = Converter()
    converter.register_structure_hook(datetime.date, lambda value, _: datetime.date.fromisoformat(value))
    converter.register_unstructure_hook(datetime.date, lambda day: day.isoformat())
    configure(converter)
    file = converter.structure({**FILE, "sent": "2024-02-29"}, File)
    assert datetime.date(2024, 2, 29) == file.sent
    assert "2024-02-29" == converter.unstructure(file)["sent"]


def test_a_record_stays_strict_in_a_lenient_converter() -> None:
    """Unknown members, wrong types and null are refused in ours whatever the converter does with others."""
    converter = Converter(forbid_extra_keys=False, detailed_validation=True)
    configure(converter)
    document = {**FILE, "zzz": 1, "agreement": {"coopmodel": "1.0", "id": "a", "revision": True, "title": None, "summmary": {"es": "x"}}}
    assert [
        ("type.integer", "/agreement/revision"),
        ("null", "/agreement/title"),
        ("member.unknown", "/agreement/summmary"),
    ] == found(document, File, converter)


def test_the_order_of_registration_does_not_matter() -> None:
    """A hook of the user's for one of our classes, registered later, is the one that counts within our classes too."""
    converter = make_converter()
    converter.register_structure_hook(Money, lambda value, _: Money(*value.split()))
    commitment = converter.structure({"id": "c", "statement": {"es": "x"}, "money": "5 USD"}, Commitment)
    assert Money("5", "USD") == commitment.money


def test_one_kind_of_party_may_be_asked_for() -> None:
    """A member declared as a country takes no subdivision; its tag stays required."""
    converter = make_converter()
    country = {"id": "cl", "kind": "country", "country": "CL"}
    assert CountryParty(id="cl", country="CL") == converter.structure(country, CountryParty)
    assert [("tag.unknown", "/kind")] == found(country, SubdivisionParty)
    assert [("tag.missing", "/kind")] == found({"id": "cl", "country": "CL"}, CountryParty)


def test_the_known_members_of_a_party_include_its_tag() -> None:
    """A misspelt tag is suggested like any other member."""
    document = {"id": "cl", "kind": "country", "country": "CL", "nmae": {"es": "x"}}
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(document, CountryParty)
    (problem,) = problems(caught.value, document)
    assert ("id", "kind", "country", "name", "role", "evidence", "extensions") == problem.allowed
    assert "name" == problem.suggestion


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        (Country("CL"), "CL"),
        (PartialDate("2024-41"), "2024-41"),
        (Timing(anchor="m"), {"anchor": "m"}),
        (Text({"es": "x"}), {"es": "x"}),
        (Money("5", "USD"), {"amount": "5", "currency": "USD"}),
        (CountryParty(id="cl", country="CL"), {"id": "cl", "kind": "country", "country": "CL"}),
        (JsonObject({"a": (1, None)}), {"a": [1, None]}),
        (Extensions({"a": {}}), {"a": {}}),
    ],
    ids=repr,
)
def test_values_are_written_alone_as_they_are_in_a_record(value: object, wire: object) -> None:
    """A converter of ours writes a single value in its wire form, and reads it back."""
    converter = make_converter()
    assert wire == converter.unstructure(value)
    assert value == converter.structure(wire, type(value))


def test_foreign_json_reports_every_wrong_place() -> None:
    """An object of free JSON is looked at to its end, and must be an object."""
    assert [("extension.number", "/a"), ("extension.number", "/b/1/c")] == found({"a": 2**53, "b": [0, {"c": -(2**53)}]}, JsonObject)
    assert [("type.object", "")] == found([], JsonObject)
    assert [("null", "")] == found(None, JsonObject)


@pytest.mark.parametrize("value", [2**53, [[2**53]], {"a": 2**53}])
def test_a_wrong_place_of_foreign_json_is_told_as_the_value_itself_tells_it(value: object) -> None:
    """Code, message, value and path are those that the value made in Python raises."""
    content = {"acme": {"n": value}}
    with pytest.raises(InvalidValue) as direct:
        Extensions(content)
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(content, Extensions)
    (problem,) = problems(caught.value, content)
    error = direct.value
    assert Problem(to_pointer(error.path), error.code, error.message, error.value) == problem


def test_foreign_json_too_deep_is_told_as_the_value_itself_tells_it() -> None:
    """The level at which it is too deep is the same, read or made."""
    content: Any = 1
    for _ in range(64):
        content = [content]
    content = {"acme": {"n": content}}
    with pytest.raises(InvalidValue) as direct:
        Extensions(content)
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(content, Extensions)
    (problem,) = problems(caught.value, content)
    assert (direct.value.code, direct.value.message, to_pointer(direct.value.path)) == (problem.code, problem.message, problem.pointer)


def test_an_error_of_a_users_hook_is_not_taken_for_a_problem() -> None:
    """A defect in a program must not look like a mistake in a document: the exception itself is raised again."""
    converter = make_converter()

    def broken(value: Any, _: Any) -> Money:
        raise ZeroDivisionError(f"in the hook for {value}")

    converter.register_structure_hook(Money, broken)
    with pytest.raises(ExceptionGroup) as caught:
        converter.structure({**FILE, "country": "ZZ"}, File)
    with pytest.raises(ZeroDivisionError, match="in the hook for"):
        problems(caught.value, FILE)


def test_a_key_error_of_a_users_hook_is_no_missing_member() -> None:
    """Only the absence of the very member is one; a look-up that fails within a hook is a defect."""
    converter = make_converter()
    converter.register_structure_hook(Money, lambda value, _: value["price"])
    with pytest.raises(ExceptionGroup) as caught:
        converter.structure(FILE, File)
    with pytest.raises(KeyError, match="price"):
        problems(caught.value, FILE)


@pytest.mark.parametrize("error", [KeyError("x"), KeyError(), ValueError("x"), KeyboardInterrupt()], ids=repr)
def test_what_is_no_problem_is_raised_again(error: BaseException) -> None:
    """Whatever did not come from a document comes out as it is."""
    with pytest.raises(type(error)) as caught:
        problems(error)
    assert error is caught.value


def test_problems_without_a_document_keep_the_order_in_which_they_were_found() -> None:
    """Then nothing is known about its order; the pointers are the same."""
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure({"title": 5, "id": "A", "coopmodel": "1.0", "revision": 1}, Agreement)
    assert ["/id", "/title"] == [problem.pointer for problem in problems(caught.value)]
    assert ["/title", "/id"] == [problem.pointer for problem in problems(caught.value, {"title": 5, "id": "A"})]


def test_a_refused_value_alone_is_one_problem() -> None:
    """An error that no converter wrapped has the path that it carries."""
    error = InvalidValue("x.y", "no", 5, ("a/b", 0, "c~d"))
    assert (Problem("/a~1b/0/c~0d", "x.y", "no", 5),) == problems(error)


def test_a_note_of_somebody_else_does_not_move_a_pointer() -> None:
    """Python lets anybody add a note to an exception; only those that name a member or an index count."""
    error = InvalidValue("x.y", "no", 5, ("a",))
    error.add_note("seen on a Monday")
    assert ("/a",) == tuple(problem.pointer for problem in problems(error))


def test_a_converter_that_stops_at_the_first_error_gives_one_problem() -> None:
    """Without detailed validation cattrs names no member of the user's class; of ours the pointer is there."""
    converter = Converter(detailed_validation=False)
    configure(converter)
    assert [("country.unknown", "/country")] == found({"id": "zz", "kind": "country", "country": "ZZ"}, Party, converter)


def test_a_member_that_a_user_renames_has_its_name_on_the_wire() -> None:
    """A class of the user's may call a member otherwise in documents; that is the name to report when it is missing."""
    converter = make_converter()
    converter.register_structure_hook(File, make_dict_structure_fn(File, converter, country=override(rename="land")))
    document = {"land": "PE", "shelf": 1, "label": "x", "due": "2024"}
    assert Country("PE") == converter.structure(document, File).country
    assert [("member.missing", "/land")] == found({"shelf": 1, "label": "x", "due": "2024"}, File, converter)


def test_the_pointer_of_the_whole_document_is_empty() -> None:
    """As RFC 6901 has it; a slash and a tilde in a name are escaped."""
    assert "" == to_pointer(())
    assert "/" == to_pointer(("",))
    assert "/a~1b/~0/0" == to_pointer(("a/b", "~", 0))


def test_an_unknown_member_is_told_with_what_is_known() -> None:
    """The name itself is the value, and the known names are the closed list that it had to come from."""
    problem = unknown_member(("a", "titel"), "titel", ("id", "title"))
    assert Problem("/a/titel", "member.unknown", "no member is called so here; known are id, title", "titel", ("id", "title")) == problem
    assert "title" == problem.suggestion


def test_many_unknown_members_are_sorted_in_one_go() -> None:
    """Twenty thousand problems come in the order of the document; looking each up anew would take minutes."""
    names = [f"x{number}" for number in range(20_000)]
    document = {**dict.fromkeys(names, 1), "coopmodel": "1.0", "id": "a", "revision": 1, "title": {"es": "x"}}
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(document, Agreement)
    every = problems(caught.value, document, Limits(problems=20_000))
    assert [f"/{name}" for name in names] == [problem.pointer for problem in every]


def test_stock_cattrs_would_let_these_through() -> None:
    """The converter is ours for a reason: cattrs as it comes turns null, numbers and fractions into texts and integers."""

    @attrs.frozen
    class Plain:
        name: str
        count: int

    assert Plain("None", 1) == cattrs.Converter().structure({"name": None, "count": 1.9, "dropped": True}, Plain)
