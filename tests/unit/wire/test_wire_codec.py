"""Codecs: unknown members that are carried along, and extensions that have a class."""

import datetime
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import attrs
import pytest
from json_places import is_array, is_object

from coopmodel.analysis.diff import diff
from coopmodel.analysis.patch import json_patch
from coopmodel.analysis.status import statuses_of
from coopmodel.analysis.unknown import unknown_members
from coopmodel.analysis.walk import walk
from coopmodel.errors import DecodeError, InvalidValue
from coopmodel.model.commitments import Commitment
from coopmodel.model.fields import AtLeast
from coopmodel.model.parties import Party
from coopmodel.model.unknown import unknown_of
from coopmodel.rules.check import check
from coopmodel.values.dates import PartialDate
from coopmodel.values.extensions import Extensions, JsonObject
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money
from coopmodel.values.text import Text
from coopmodel.wire import documents
from coopmodel.wire.codec import Codec
from coopmodel.wire.converter import make_converter
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.patch import apply_patch
from coopmodel.wire.typed import Typed, wire_form

BASE: Final[Any] = json.loads((Path(__file__).parents[2] / "golden" / "broken" / "base.json").read_text(encoding="utf-8"))
KEEP: Final = Codec(unknown="keep")
EMPTY: Final[Any] = {}
STRANGE: Final[Any] = {"deep": [1, -1.5, None, True, {"x": [EMPTY]}], "empty": EMPTY, "ñ/~": "a"}


def with_strange(value: Any, name: str = "zz") -> Any:
    """Return the document with an unknown member at the end of every object that may have one: not in texts, timings and extensions."""
    if is_array(value):
        return [with_strange(part, name) for part in value]
    if not is_object(value) or value.keys() & {"es", "en", "anchor"}:
        return value
    return {member: part if member == "extensions" else with_strange(part, name) for member, part in value.items()} | {name: STRANGE}


KEPT_TEXT: Final = json.dumps(with_strange(BASE), ensure_ascii=False, separators=(",", ":"))
KEPT: Final = KEEP.loads(KEPT_TEXT)
PLAIN: Final = loads(json.dumps(BASE))


def refused(codec: Codec, document: Any) -> list[tuple[str, str]]:
    """Return pointers and codes of what a codec refuses."""
    with pytest.raises(DecodeError) as caught:
        codec.loads(json.dumps(document))
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


def small(**members: Any) -> dict[str, Any]:
    return {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "A"}, **members}


def test_unknown_members_are_carried_through_at_every_depth() -> None:
    """In every object of a document that uses every class, the record's and money's among them, and in their places."""
    assert KEPT_TEXT == KEEP.dumps(KEPT) == dumps(KEPT)
    assert KEPT == KEEP.loads(KEEP.dumps(KEPT))
    assert {pointer for pointer, _ in walk(PLAIN)} == {pointer for pointer, thing in walk(KEPT) if unknown_of(thing)}


def test_the_default_refuses_each_of_them() -> None:
    """The codec of the module's functions keeps nothing that it does not know."""
    expected = [(f"{pointer}/zz", "member.unknown") for pointer, _ in walk(PLAIN)]

    assert sorted(expected) == sorted(refused(Codec(), with_strange(BASE)))
    assert "refuse" == Codec().unknown == documents.default_codec().unknown


def test_unknown_members_of_an_object_come_out_last_in_their_order() -> None:
    """Wherever they stood among the known ones."""
    text = '{"zz":1,"id":"a","aa":[],"coopmodel":"1.0","title":{"en":"A"},"Id":null,"revision":1}'

    assert '{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"},"zz":1,"aa":[],"Id":null}' == dumps(KEEP.loads(text))


def test_texts_and_timings_have_no_members_to_add_to() -> None:
    """A value that is understood in part is not understood."""
    document = small(meetings=[{"id": "m", "date": {"anchor": "signature", "hour": 9}}], title={"en": "A", "language": "x"})

    assert [("/title/language", "language.form"), ("/meetings/0/date/hour", "member.unknown")] == sorted(
        refused(KEEP, document), key=lambda pair: pair[0], reverse=True
    )


def test_what_is_wrong_beside_an_unknown_member_is_told_with_what_is_wrong_in_it() -> None:
    """All in one pass and in the order of the document."""
    deep: Any = 1
    for _ in range(70):
        deep = [deep]
    document = small(
        summary=5, zz={"n": [2**60]}, revision=0, yy=deep, parties=[{"id": "X", "kind": "country", "zz": 2**70, "country": "CL"}]
    )

    found = refused(KEEP, document)
    assert [("/revision", "number.bounds"), ("/summary", "type.object"), ("/zz/n/0", "extension.number")] == found[:3]
    assert "extension.depth" == found[3][1]
    assert found[3][0].startswith("/yy/0/0")
    assert [("/parties/0/id", "identifier.form"), ("/parties/0/zz", "extension.number")] == found[4:]


def test_a_missing_member_is_no_unknown_one() -> None:
    """A misspelt member that is required is missing all the same."""
    assert [("/title", "member.missing")] == refused(KEEP, {"coopmodel": "1.0", "id": "a", "revision": 1, "titel": {"en": "A"}})


def test_the_tag_of_a_party_is_known() -> None:
    """It is neither kept nor lost."""
    document = small(parties=[{"id": "cl", "kind": "country", "country": "CL", "zz": 1}, {"id": "pe", "kind": "country", "country": "PE"}])
    first, second = KEEP.loads(json.dumps(document)).parties

    assert ({"zz": 1}, {}) == (dict(unknown_of(first)), dict(unknown_of(second)))
    assert document == json.loads(dumps(KEEP.loads(json.dumps(document))))
    assert [("/parties/0/kind", "tag.missing")] == refused(KEEP, small(parties=[{"id": "cl", "zz": 1}]))


def test_a_difference_counts_each_unknown_member() -> None:
    """One change for each that was added or taken away, in every object, and none where nothing changed."""
    assert [] == [*diff(KEPT, KEPT)]
    assert len(diff(PLAIN, KEPT)) == len(diff(KEPT, PLAIN)) == len([*unknown_members(KEPT)]) > 0
    assert [] == [*unknown_members(PLAIN)]


def test_rules_and_analyses_see_what_the_objects_extend() -> None:
    """An unknown member changes no finding and no status."""
    day = datetime.date(2024, 6, 1)

    assert [(it.code, it.pointer) for it in check(PLAIN, as_of=day)] == [(it.code, it.pointer) for it in check(KEPT, as_of=day)]
    assert [str(it) for it in statuses_of(PLAIN, as_of=day)] == [str(it) for it in statuses_of(KEPT, as_of=day)]


def test_a_patch_between_records_with_unknown_members_is_exact() -> None:
    """Applied with a codec that keeps them; without one the result is no record."""
    for old, new in ((PLAIN, KEPT), (KEPT, PLAIN), (KEPT, KEEP.loads(json.dumps(with_strange(with_strange(BASE), "yy"))))):
        patch = json_patch(old, new)
        assert new == apply_patch(old, patch, codec=KEEP)
        assert json.loads(dumps(new)) == apply_patch(json.loads(dumps(old)), patch)
    with pytest.raises(DecodeError, match=r"member\.unknown"):
        apply_patch(PLAIN, json_patch(PLAIN, KEPT))


def test_the_digest_counts_unknown_members() -> None:
    """A record with one is another record, in whatever order they stand."""
    one, other = (KEEP.loads(json.dumps(small(**members))) for members in ({"y": 1, "z": 2}, {"z": 2, "y": 1}))

    assert KEEP.digest(one) == KEEP.digest(other) == documents.digest(other)
    assert KEEP.digest(one) != KEEP.digest(loads(json.dumps(small())))


def test_a_member_that_stands_twice_is_refused_by_every_codec() -> None:
    """Also an unknown one."""
    text = '{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"},"zz":1,"zz":2}'
    with pytest.raises(DecodeError) as caught:
        KEEP.loads(text)
    assert [("/zz", "member.repeated")] == [(it.pointer, it.code) for it in caught.value.problems]
    assert {"zz": 2} == dict(unknown_of(KEEP.loads(text, strict=False)))


def test_a_codec_reads_and_writes_files(tmp_path: Path) -> None:
    """As the module's functions do."""
    KEEP.dump(KEPT, tmp_path / "a.json")

    assert KEPT == KEEP.load(tmp_path / "a.json") == KEEP.load(str(tmp_path / "a.json"), strict=False)
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == KEEP.dumps(KEPT, indent=2) + "\n"


class Level(Enum):
    """A closed list."""

    HIGH = "high"
    LOW = "low"


@attrs.frozen
class Part:
    """A class that holds others of itself."""

    number: int
    parts: "tuple[Part, ...]" = ()


@attrs.frozen(kw_only=True)
class Acme:
    """A member of each type that can be read."""

    file: str = attrs.field(validator=attrs.validators.matches_re("[A-Z]-[0-9]+"))
    level: Level = Level.LOW
    cost: Money | None = None
    due: PartialDate | None = None
    window: PartialDate | Period | None = None
    seen: datetime.date | None = None
    title: Text | None = None
    party: Party | None = None
    tags: list[str] = attrs.field(factory=list[str])
    others: Sequence[str] = ()
    rates: dict[str, float] = attrs.field(factory=dict[str, float])
    more: Mapping[str, Part] = attrs.field(factory=dict[str, Part])
    way: Literal["road", "sea"] = "road"
    parts: tuple[Part, ...] = ()
    urgent: bool = False
    order: Annotated[int, AtLeast(1, 9)] = 1
    raw: Any = None
    folded: str = attrs.field(init=False, default="")

    def __attrs_post_init__(self) -> None:
        """Refuse what does not go together."""
        if self.way == "sea" and not self.urgent:
            raise ValueError("by sea only what is urgent")


@attrs.frozen
class Other:
    """A small one."""

    note: str


TYPED: Final = Codec(extensions={"acme": Acme, "other": Other})
FULL: Final[dict[str, Any]] = {
    "file": "A-17",
    "level": "high",
    "cost": {"amount": "5", "currency": "USD"},
    "due": "2024-41",
    "window": "2023/2024",
    "seen": "2024-01-02",
    "title": {"es": "Uno"},
    "party": {"id": "cl", "kind": "country", "country": "CL"},
    "tags": ["a", " "],
    "others": ["b"],
    "rates": {"x": 1.5, "y": 2},
    "more": {"m": {"number": 3}},
    "way": "sea",
    "parts": [{"number": 1, "parts": [{"number": 2}]}],
    "urgent": True,
    "order": 9,
    "raw": {"q": [1, None, True]},
}


def document(content: Any) -> dict[str, Any]:
    """Return a document with an extension of a commitment."""
    return small(commitments=[{"id": "c", "statement": {"en": "C"}, "extensions": {"acme": content, "free": {"x": [1]}}}])


def commitment(content: Any, codec: Codec = TYPED) -> Commitment:
    return codec.loads(json.dumps(document(content))).commitments[0]


def test_an_extension_is_read_into_its_class() -> None:
    """Every type that a member may have, and the record itself holds the JSON as ever."""
    one = commitment(FULL)
    found = TYPED.extension(one, Acme)

    assert found is not None
    assert (Level.HIGH, Money("5", "USD"), PartialDate("2024-41"), Period("2023/2024")) == (
        found.level,
        found.cost,
        found.due,
        found.window,
    )
    assert (datetime.date(2024, 1, 2), Text({"es": "Uno"}), "CL") == (found.seen, found.title, str(getattr(found.party, "country", None)))
    assert (["a", " "], ["b"], {"x": 1.5, "y": 2.0}, {"m": Part(3)}) == (found.tags, found.others, found.rates, found.more)
    assert (((Part(1, (Part(2),)),)), True, 9) == (found.parts, found.urgent, found.order)
    assert JsonObject({"q": [1, None, True]}) == found.raw
    assert Extensions({"acme": FULL, "free": {"x": [1]}}) == one.extensions
    assert dumps(loads(json.dumps(document(FULL)))) == TYPED.dumps(TYPED.loads(json.dumps(document(FULL))))


def test_an_extension_that_is_not_there_is_none() -> None:
    """Another namespace, or none at all."""
    assert TYPED.extension(commitment({"file": "A-1"}), Other) is None
    assert TYPED.extension(PLAIN.commitments[1], Acme) is None


def test_an_extension_is_written_as_it_is_read() -> None:
    """Members with their defaults are left out, extensions of others stay."""
    one = commitment({"file": "A-1"})
    acme = TYPED.extension(commitment(FULL), Acme)
    assert acme is not None
    written = TYPED.extended(one, acme)

    assert acme == TYPED.extension(written, Acme)
    assert {"acme": FULL, "free": {"x": [1]}} == json.loads(dumps(attrs.evolve(PLAIN, commitments=[written])))["commitments"][0][
        "extensions"
    ]
    assert Extensions({"acme": {"file": "B-2"}, "free": {"x": [1]}}) == TYPED.extended(written, Acme(file="B-2")).extensions
    assert Other("x") == TYPED.extension(TYPED.extended(PLAIN, Other("x")), Other)


WRONG: Final[list[tuple[str, Any, list[tuple[str, str]]]]] = [
    ("file", 17, [("", "type.string")]),
    ("file", None, [("", "null")]),
    ("file", "a-1", [("", "extension.invalid")]),
    ("level", "hihg", [("", "code.unknown")]),
    ("level", 1, [("", "type.string")]),
    ("cost", {"amount": "5", "currency": "usd"}, [("/currency", "currency.unknown")]),
    ("cost", {"amount": "5"}, [("/currency", "member.missing")]),
    ("due", "2024-13", [("", "date.impossible")]),
    ("window", 5, [("", "type.string")]),
    ("seen", "2024-1-2", [("", "date.form")]),
    ("title", {"es": ""}, [("/es", "text.blank")]),
    ("party", {"id": "cl", "kind": "contry"}, [("/kind", "tag.unknown")]),
    ("tags", "abc", [("", "type.array")]),
    ("tags", ["a", 5, None], [("/1", "type.string"), ("/2", "null")]),
    ("others", [["a"]], [("/0", "type.string")]),
    ("rates", {"x": "1.5", "y": True, "z": 1}, [("/x", "type.number"), ("/y", "type.number")]),
    ("rates", [], [("", "type.object")]),
    ("more", {"a/b": {"number": "3"}}, [("/a~1b/number", "type.integer")]),
    ("way", "air", [("", "code.unknown")]),
    ("way", "sea", [("..", "extension.invalid")]),
    (
        "parts",
        [{"number": True}, {"number": 1, "parts": [{"number": 1.0}]}],
        [("/0/number", "type.integer"), ("/1/parts/0/number", "type.integer")],
    ),
    ("parts", [{}, 5], [("/0/number", "member.missing"), ("/1", "type.object")]),
    ("urgent", 1, [("", "type.boolean")]),
    ("order", 10, [("", "number.bounds")]),
    ("fil", "A-1", [("", "member.unknown")]),
    ("folded", "x", [("", "member.unknown")]),
    ("raw", 2**60, [("", "extension.number")]),
]


@pytest.mark.parametrize(("member", "value", "expected"), WRONG, ids=[f"{member}={value!r:.30}" for member, value, _ in WRONG])
def test_a_wrong_extension_is_refused_where_it_is_wrong(member: str, value: Any, expected: list[tuple[str, str]]) -> None:
    """With the codes and pointers of everything else; without the class it is JSON like any other."""
    place = f"/commitments/0/extensions/acme/{member}"
    wrong = document({"file": "A-1"} | {member: value})

    assert [(place.rpartition("/")[0] if at == ".." else place + at, code) for at, code in expected] == refused(TYPED, wrong)
    if member != "raw":
        loads(json.dumps(wrong))


def test_what_is_wrong_in_an_extension_is_told_with_the_rest() -> None:
    """In one pass and in the order of the document."""
    wrong = document({"file": 5, "due": "x", "level": "low"}) | {"extensions": {"acme": {}, "Other": {"note": 1}, "other": 5}, "zz": 1}

    assert [
        ("/commitments/0/extensions/acme/file", "type.string"),
        ("/commitments/0/extensions/acme/due", "date.form"),
        ("/extensions/acme/file", "member.missing"),
        ("/extensions/Other", "identifier.form"),
        ("/extensions/other", "type.object"),
        ("/zz", "member.unknown"),
    ] == refused(TYPED, wrong)


def test_a_suggestion_is_made_for_a_member_of_an_extension() -> None:
    """Its own members are what is allowed."""
    with pytest.raises(DecodeError) as caught:
        commitment({"file": "A-1", "levle": "low"})
    (problem,) = caught.value.problems

    assert "level" == problem.suggestion
    assert "folded" not in problem.allowed


def test_what_a_class_says_is_told_with_what_its_validators_are_about() -> None:
    """The message of the class is the message of the problem."""
    for content, message in (
        ({"file": "x"}, "'file' must match regex '[A-Z]-[0-9]+' ('x' doesn't)"),
        ({"file": "A-1", "way": "sea"}, "by sea only what is urgent"),
    ):
        with pytest.raises(DecodeError) as caught:
            commitment(content)
        assert [message] == [problem.message for problem in caught.value.problems]


def test_a_class_that_refuses_without_a_word_is_told_by_the_kind_of_error() -> None:
    """There is always a message."""

    @attrs.frozen
    class Silent:
        note: str

        def __attrs_post_init__(self) -> None:
            raise TypeError

    with pytest.raises(DecodeError, match=r"/extensions/acme: TypeError \[extension.invalid\]"):
        Codec(extensions={"acme": Silent}).loads(json.dumps(document({"note": "x"})))


def test_an_error_of_ours_in_a_class_of_ones_own_keeps_its_code() -> None:
    """A class may check its members by values of this library."""

    @attrs.frozen
    class Own:
        note: str

        def __attrs_post_init__(self) -> None:
            PartialDate(self.note)

    assert [("/commitments/0/extensions/acme", "date.form")] == refused(Codec(extensions={"acme": Own}), document({"note": "x"}))


def test_a_defect_in_a_class_is_no_problem_of_the_document() -> None:
    """What is neither a value nor a type error comes out as it is."""

    @attrs.frozen
    class Broken:
        note: str

        def __attrs_post_init__(self) -> None:
            raise ZeroDivisionError("mine")

    with pytest.raises(ZeroDivisionError, match="mine"):
        Codec(extensions={"acme": Broken}).loads(json.dumps(document({"note": "x"})))


def test_a_record_of_another_codec_is_refused_when_the_extension_is_asked_for() -> None:
    """Pointers begin at the entity."""
    one = loads(json.dumps(document({"file": 5, "order": 0}))).commitments[0]
    with pytest.raises(DecodeError) as caught:
        TYPED.extension(one, Acme)

    assert [("/extensions/acme/file", "type.string", 5), ("/extensions/acme/order", "number.bounds", 0)] == [
        (it.pointer, it.code, it.value) for it in caught.value.problems
    ]


def test_a_class_without_a_namespace_is_a_mistake() -> None:
    """Both when it is asked for and when it is written."""
    one = commitment({"file": "A-1"})
    with pytest.raises(TypeError, match=r"^Part stands for no namespace of this codec$"):
        TYPED.extension(one, Part)
    with pytest.raises(TypeError, match=r"^Part stands for no namespace of this codec$"):
        TYPED.extended(one, Part(1))


def test_what_json_cannot_say_is_not_written() -> None:
    """The extension is checked as any other."""
    with pytest.raises(InvalidValue, match=r"acme\.rates\.x: JSON has no value for nan"):
        TYPED.extended(PLAIN, Acme(file="A-1", rates={"x": float("nan")}))


def test_a_codec_that_keeps_lets_a_class_lack_members() -> None:
    """They stay in the record; the object does not show them. The default is to refuse them."""
    codec = Codec(unknown="keep", extensions={"acme": Acme})
    one = commitment({"file": "A-1", "later": [1]}, codec)

    assert Acme(file="A-1") == codec.extension(one, Acme)
    assert Extensions({"acme": {"file": "A-1", "later": [1]}, "free": {"x": [1]}}) == one.extensions
    assert [("/commitments/0/extensions/acme/later", "member.unknown")] == refused(TYPED, document({"file": "A-1", "later": [1]}))


def test_extensions_of_every_entity_are_read() -> None:
    """The record's, a party's, and those of an entity with unknown members."""
    codec = Codec(unknown="keep", extensions={"acme": Other})
    wrong = small(
        extensions={"acme": {}}, parties=[{"id": "cl", "kind": "country", "country": "CL", "zz": 1, "extensions": {"acme": {"note": 1}}}]
    )

    assert [("/extensions/acme/note", "member.missing"), ("/parties/0/extensions/acme/note", "type.string")] == refused(codec, wrong)


def test_a_codec_can_be_pickled() -> None:
    """So that other processes read as this one does."""
    codec = pickle.loads(pickle.dumps(Codec(unknown="keep", extensions={"beta": Acme})))  # noqa: S301  our own

    assert ("keep", {"beta": Acme}) == (codec.unknown, dict(codec.extensions))
    assert KEPT == codec.loads(KEPT_TEXT)


def test_a_codec_copies_what_it_is_given() -> None:
    """A mapping that is changed later does not change it."""
    classes: dict[str, type[Any]] = {"acme": Acme}
    codec = Codec(extensions=classes)
    classes["other"] = Other

    assert {"acme": Acme} == dict(codec.extensions)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"unknown": "drop"}, ValueError, "expected 'refuse' or 'keep', not 'drop'"),
        ({"extensions": {"A": Acme}}, InvalidValue, r"\[identifier.form\]"),
        ({"extensions": {"acme": int}}, TypeError, "expected an attrs class for an extension, not <class 'int'>"),
        ({"extensions": {"acme": Acme(file="A-1")}}, TypeError, "expected an attrs class for an extension, not Acme"),
        ({"extensions": {"a": Acme, "b": Acme}}, ValueError, "one class cannot stand for two namespaces"),
        ({"limits": {"size": 9}}, TypeError, "expected Limits, not {'size': 9}"),
    ],
    ids=repr,
)
def test_a_codec_that_could_not_work_is_not_made(arguments: Any, error: type[Exception], message: str) -> None:
    """What is wrong shows when it is made, not when a document comes."""
    with pytest.raises(error, match=message):
        Codec(**arguments)


class Number(Enum):
    """A list that is none of texts."""

    ONE = 1


def unreadable() -> Iterator[tuple[Any, str]]:
    yield set[int], r"set\[int\]"
    yield int | str, r"int | str"
    yield int | str | None, "int"
    yield tuple[int, str], r"tuple\[int, str\]"
    yield dict[int, str], r"dict\[int, str\]"
    yield Annotated[int, "x"], "Annotated"
    yield Annotated[str, AtLeast], "Annotated"
    yield None, "None"
    yield bytes, "bytes"
    yield Number, "the values of Number must be texts"
    yield list[bytes], "bytes"


@pytest.mark.parametrize(("kind", "named"), list(unreadable()), ids=repr)
def test_a_member_that_cannot_be_read_is_named(kind: Any, named: str) -> None:
    """When the codec is made, with its class and type."""
    made: type[Any] = attrs.make_class("Bad", {"member": attrs.field(type=kind)}, frozen=True)
    with pytest.raises(TypeError, match=f"^Bad.member: .*{named.replace('|', '[|]')}"):
        Codec(extensions={"acme": made})


def test_what_is_read_by_type_alone_is_read_once() -> None:
    """A class has one reader, also where it stands in itself."""
    typed = Typed(make_converter(), forbid_unknown=True)

    assert typed.hook(Part) is typed.hook(Part)


def test_a_default_that_depends_on_the_object_is_written() -> None:
    """Only what is the same for all objects of a class can be left out."""

    @attrs.frozen
    class Own:
        note: str
        copy: str = attrs.field(default=attrs.Factory(lambda self: self.note, takes_self=True))

    assert {"note": "x", "copy": "x"} == wire_form(Own("x"))
    assert [{"number": 1}, "high", {"a": {"number": 2}}, None] == wire_form((Part(1), Level.HIGH, {"a": Part(2)}, None))
