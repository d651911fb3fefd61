"""The fast way between text and record: what it takes, what it leaves to the strict way, and that nobody can tell afterwards."""

import ast
import copy
import json
import pickle
import runpy
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import attrs
import msgspec
import pytest
from attrs.exceptions import FrozenInstanceError

from coopmodel.analysis.walk import walk
from coopmodel.errors import DecodeError, Problem
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.parties import CountryParty
from coopmodel.model.statements import Report
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.durations import Duration
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire import fast, fast_members, fast_values
from coopmodel.wire.codec import Codec
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.plain import to_plain

ROOT: Final = Path(__file__).parents[3]
BASE: Final[dict[str, Any]] = json.loads((ROOT / "tests" / "golden" / "broken" / "base.json").read_text(encoding="utf-8"))
EXAMPLES: Final = sorted((ROOT / "examples").glob("*/agreement.json"))
LEFT_ALONE: Final[list[dict[str, Any]]] = json.loads((ROOT / "tests" / "golden" / "fast" / "left_alone.json").read_text(encoding="utf-8"))
SMALL: Final[dict[str, Any]] = {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "A"}}


def read(document: dict[str, Any], *, strict: bool = True) -> Agreement | None:
    """Return what the fast way makes of a document."""
    return fast.read(json.dumps(document, ensure_ascii=False).encode(), strict=strict)


def strictly(document: dict[str, Any]) -> Agreement:
    """Return what the strict way makes of a document."""
    return Codec().record_of(document)


def test_the_generated_module_is_what_the_classes_say() -> None:
    """A change of a class shows in the readers and writers: run tools/generate_fast.py."""
    generated = runpy.run_path(str(ROOT / "tools" / "generate_fast.py"))["generated"]()

    assert ast.dump(ast.parse(generated)) == ast.dump(ast.parse(Path(fast_members.__file__).read_text(encoding="utf-8")))


def test_every_class_has_a_twin() -> None:
    """No class of the format is left to the strict way."""
    assert {*CLASSES, *PARTIES.values()} == set(fast_members.TWINS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_goes_the_fast_way_in_both_directions(path: Path) -> None:
    """What it reads and writes is what the strict way does."""
    text = path.read_bytes()
    record = fast.read(text, strict=True)

    assert strictly(json.loads(text)) == record
    assert record is not None
    assert msgspec.json.encode(to_plain(record)).decode() == fast.write(record)


def test_objects_cannot_be_told_from_constructed_ones() -> None:
    """Every object of a record that uses every class is equal, of the same class, and behaves alike: hash, pickle, copy, evolve, repr."""
    quick, slow = read(BASE), strictly(BASE)
    assert quick is not None
    assert pickle.loads(pickle.dumps(quick)) == slow == copy.deepcopy(quick)  # noqa: S301  our own
    seen: set[Any] = set()
    one: Any
    for (pointer, one), (other_pointer, other) in zip(walk(quick), walk(slow), strict=True):
        seen.add(type(one))
        assert (pointer, type(one)) == (other_pointer, type(other))
        assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
        assert one == copy.copy(one) == attrs.evolve(one)
        kind: Any = one.__class__
        for field in attrs.fields(kind):
            assert type(getattr(one, field.name)) is type(getattr(other, field.name)), pointer
            with pytest.raises(FrozenInstanceError):
                setattr(one, field.name, None)
        assert not hasattr(one, "__dict__")
    assert {Agreement, Commitment, CountryParty} <= seen


def test_a_text_that_was_read_cannot_change_either() -> None:
    """It is a text like any other: a mapping, hashed by content, without regard to order."""
    record = read(SMALL | {"title": {"es": "Uno", "en": "One"}})
    assert record is not None
    title = record.title

    assert Text({"en": "One", "es": "Uno"}) == title
    assert hash(Text({"en": "One", "es": "Uno"})) == hash(title)
    assert ["es", "en"] == [*title]
    with pytest.raises(FrozenInstanceError):
        title.other = 1  # pyright: ignore[reportAttributeAccessIssue]


def test_a_relative_date_that_was_read_is_like_any_other() -> None:
    """Its anchor may be an entity or an event of the agreement, with or without an offset; it never changes."""
    offsets = [{"anchor": "signature", "offset": "P60D"}, {"anchor": "first-meeting"}]
    record = read(
        SMALL | {"commitments": [{"id": f"c{number}", "statement": {"en": "S"}, "due": due} for number, due in enumerate(offsets)]}
    )
    assert record is not None
    found: list[Any] = [commitment.due for commitment in record.commitments]

    expected = [Timing(anchor="signature", offset="P60D"), Timing(anchor="first-meeting")]
    assert expected == found
    assert [*map(hash, expected)] == [*map(hash, found)]
    assert [*map(repr, expected)] == [*map(repr, found)]
    assert expected == pickle.loads(pickle.dumps(found))  # noqa: S301  our own
    with pytest.raises(FrozenInstanceError):
        found[0].anchor = "adoption"


def test_references_to_other_records_are_read_however_long_they_are() -> None:
    """Each of the two identifiers may have the greatest length."""
    longest = "#".join(["a" * 128, "b" * 128])
    record = read(SMALL | {"commitments": [{"id": "c", "statement": {"en": "S"}, "continues": [longest, "d"]}]})
    assert record is not None

    assert (longest, "d") == record.commitments[0].continues


@pytest.mark.parametrize("members", LEFT_ALONE, ids=json.dumps)
def test_what_is_wrong_or_of_another_version_is_left_to_the_strict_way(members: dict[str, Any]) -> None:
    """Each of these stops the fast way by itself."""
    assert read(SMALL) is not None
    assert read(SMALL | members) is None


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"nothing",
        b"[]",
        b'{"coopmodel":"1.0"',
        b"\xef\xbb\xbf{}",
        b'{"id":"\xff"}',
        b'{"id":"\\ud800"}',
        b'{"extensions":' + b"[" * 100_000,
    ],
    ids=repr,
)
def test_what_is_no_json_is_left_to_the_strict_way(text: bytes) -> None:
    """Nothing but a record or None comes back."""
    assert fast.read(text[:200_000], strict=True) is None


def test_a_text_beyond_latin_1_is_read() -> None:
    """Quotation marks, other scripts and characters outside the basic plane, as long as they are normalized."""
    title = {"en": "\u201cA\u201d", "zh": "协定", "es": "año \U0001f600"}
    record = read(SMALL | {"title": title})

    assert record is not None
    assert title == dict(record.title)


def test_what_is_taken_for_visible_is_so() -> None:
    """A text may consist of any of the characters at which the fast way looks no further, and of a few of other scripts."""
    for character in (*fast._VISIBLE, "协", "ñ", "Я"):  # pyright: ignore[reportPrivateUsage]
        assert read(SMALL | {"title": {"en": character}}) == strictly(SMALL | {"title": {"en": character}})


def test_own_words_are_read() -> None:
    """Area codes with a prefix, references into other records, tags that nobody used before, relative dates."""
    document = SMALL | {
        "areas": ["acme:first", "health"],
        "authentic_languages": ["quz", "ay"],
        "parties": [{"id": "o", "kind": "organization", "name": {"en": "O"}}],
        "reports": [{"id": "r", "text": {"en": "R"}, "areas": ["acme:third"]}],
        "commitments": [
            {
                "id": "c",
                "statement": {"qu": "Rimay"},
                "areas": ["acme:second"],
                "continues": ["other#c", "b"],
                "due": {"anchor": "signature", "offset": "P60D"},
            },
        ],
    }

    assert strictly(document) == read(document)


@pytest.mark.parametrize("indent", [None, 2], ids=["one line", "indented"])
@pytest.mark.parametrize(("number", "parses"), [("1", 0), ("[-1,{}]", 0), ("1e5", 1), ('[1,{"m":1.0}]', 1)])
def test_repeated_members_are_sought_only_where_the_length_leaves_a_doubt(
    monkeypatch: pytest.MonkeyPatch, number: str, parses: int, indent: int | None
) -> None:
    """A text as long as the shortest that says the same repeats nothing; where numbers may be spelt longer, a second parse tells."""
    asked: list[bytes] = []

    def spy(text: bytes) -> tuple[Problem, ...]:
        asked.append(text)
        return ()

    monkeypatch.setattr(fast, "each_repeated", spy)
    document = SMALL | {"extensions": {"x": {"n": json.loads(number)}}}
    text = json.dumps(document, indent=indent, separators=None if indent else (",", ":")).encode()

    assert fast.read(text, strict=True) is not None
    assert parses == len(asked)
    assert fast.read(text, strict=False) is not None
    assert parses == len(asked)


@pytest.mark.parametrize(
    "again", ['"id":"a",', '"revision":1,', '"title":{"en":"A","en":"A"},', '"extensions":{"x":{"y":1,"y":1}},', '"areas":[],']
)
def test_a_repeated_member_is_seen(again: str) -> None:
    """Also one whose second value is the first; not looked for where nobody asked. An explicit default is no repetition."""
    text = f"{{{again}{json.dumps(SMALL)[1:]}".encode()
    is_default = again == '"areas":[],'

    assert is_default is (fast.read(text, strict=True) is not None)
    assert fast.read(text, strict=False) is not None


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA1), 0x22, 0x2F, 0x5C, 0x2028, 0xFEFF, 0x1F600])
def test_the_encoder_never_spells_a_character_longer_than_need_be(code: int) -> None:
    """On this rests that a text as long as the encoded record repeats nothing."""
    encoded = msgspec.json.encode(chr(code))
    plain = json.dumps(chr(code), ensure_ascii=False).encode()

    assert len(encoded) == len(plain)


@attrs.frozen(kw_only=True)
class Longer(Commitment):
    """A commitment of somebody's own."""

    more: str = "more"


def test_what_extends_the_classes_is_left_to_the_strict_way() -> None:
    """An object of another class, at any depth and among the parties, makes the fast way step back; what is written is complete."""
    own = Longer(id="c", statement={"en": "S"})
    record = Agreement(id="a", revision=1, title={"en": "A"}, commitments=[own])

    class Land(CountryParty):
        """A party of somebody's own."""

        __slots__ = ()

    assert fast.write(record) is None
    assert fast.write(attrs.evolve(record, commitments=(), parties=[Land(id="cl", country="CL")])) is None
    assert fast.write(attrs.evolve(record, commitments=())) is not None
    assert '"more":"more"' not in Codec().dumps(attrs.evolve(record, commitments=()))


def test_values_are_written_as_they_were_read_whatever_they_show() -> None:
    """A value of somebody's own that shows itself in another way goes both ways, with the same result."""

    def to_shown(_: object) -> str:
        return "shown"

    def shown(kind: Any, text: str) -> Any:
        return type(f"Shown{kind.__name__}", (kind,), {"__slots__": (), "__str__": to_shown})(text)

    class Titled(Text):
        """A text that shows itself in capitals, last language first."""

        def __getitem__(self, language: str) -> str:
            return super().__getitem__(language).upper()

        def __iter__(self) -> Iterator[str]:
            return reversed([*super().__iter__()])

    class Told(Timing):
        """A timing that is told in words."""

        def wire(self) -> str:
            return "in words"

    record = Agreement(
        id="a",
        revision=1,
        title=Titled({"es": "Uno", "en": "One"}),
        parties=[CountryParty(id="cl", country=shown(Country, "CL"))],
        reports=[Report(id="r", text={"en": "R"}, date=shown(PartialDate, "2024"))],
        roadmap=[
            Milestone(id="m", title={"en": "M"}, due=Told(shown(Period, "2023/2024"))),
            Milestone(id="n", title={"en": "N"}, due=Told(anchor="m", offset=shown(Duration, "P1D"))),
        ],
    )
    plain = to_plain(record)

    assert fast.write(record) == msgspec.json.encode(plain).decode()
    assert {"es": "Uno", "en": "One"} == plain["title"]
    assert ["CL", "2024"] == [plain["parties"][0]["country"], plain["reports"][0]["date"]]
    assert ["2023/2024", {"anchor": "m", "offset": "P1D"}] == [milestone["due"] for milestone in plain["roadmap"]]


@pytest.mark.parametrize("kind", fast_members.TWINS, ids=lambda kind: kind.__name__)
def test_every_writer_takes_its_own_class_only(kind: type[Any]) -> None:
    """An object of a class that extends it is not written as if it were one of it."""
    name = "".join([f"_{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__])
    extended: Any = object.__new__(type("Other", (kind,), {}))

    with pytest.raises(fast_values.OtherClass):
        getattr(fast_members, f"write{name}")(extended)


def test_the_codec_goes_the_fast_way_only_where_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept members, typed extensions and a Python without the trick take the strict way, with the same result."""

    @attrs.frozen
    class Note:
        """Some extension."""

        text: str

    text = json.dumps(BASE, ensure_ascii=False)
    asked: list[bytes] = []
    read_fast = fast.read

    def spy(given: bytes, *, strict: bool) -> Agreement | None:
        asked.append(given)
        return read_fast(given, strict=strict)

    monkeypatch.setattr(fast, "read", spy)
    expected = Codec().loads(text)
    assert 1 == len(asked)
    others = [Codec(unknown="keep"), Codec(extensions={"notes": Note})]
    monkeypatch.setattr(fast, "WORKS", False)
    others.append(Codec())

    assert [expected] * 3 == [other.loads(text) for other in others]
    assert 1 == len(asked)
    assert msgspec.json.encode(to_plain(expected)).decode() == others[2].dumps(expected)


def test_a_python_in_which_twins_do_not_fit_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing is read or written here, and nothing else changes."""
    assert fast.WORKS
    assert fast.twins_fit()
    monkeypatch.setitem(fast_members.TWINS, Commitment, fast_members.CitationSlots)

    assert not fast.twins_fit()


def test_what_the_fast_way_refuses_the_strict_way_explains() -> None:
    """The codec tells of every wrong place, as ever."""
    with pytest.raises(DecodeError) as caught:
        Codec().loads(json.dumps(SMALL | {"id": "A", "revision": 0}))

    assert [("identifier.form", "/id"), ("number.bounds", "/revision")] == [(it.code, it.pointer) for it in caught.value.problems]


def test_threads_do_not_disturb_each_other() -> None:
    """Eight threads read right and wrong documents at the same time; each gets what is its own."""
    right = [SMALL | {"id": f"a-{number}", "areas": [f"own:area-{number}"], "title": {"en": f"A {number}"}} for number in range(50)]
    documents = [document | ({"id": "A"} if number % 7 == 0 else {}) for number, document in enumerate(right)] * 20

    with ThreadPoolExecutor(8) as pool:
        records = [*pool.map(read, documents)]

    assert [None if document["id"] == "A" else document["id"] for document in documents] == [record and record.id for record in records]


@pytest.mark.parametrize("memory", ["_days", "_timings", "AREAS", "OWN_AREAS", "SUBDIVISIONS", "URLS"])
def test_memories_are_bounded(monkeypatch: pytest.MonkeyPatch, memory: str) -> None:
    """A stream of ever new values does not fill the memory of the process."""
    monkeypatch.setattr(fast_values, "_KEPT", 4)
    for number in range(10, 28):
        document = SMALL | {
            "modified": f"2024-01-{number}",
            "license": f"https://example.org/{number}",
            "areas": [f"own:{memory.lower().strip('_')}-{number}"],
            "taxonomy": [{"code": f"own:area-{number}", "label": {"en": "A"}}],
            "parties": [{"kind": "subdivision", "id": "p", "code": f"CL-{number}"}],
            "authentic_languages": [f"es-0{number}"],
            "roadmap": [{"id": "m", "title": {"en": "M"}, "due": f"2024-01-{number}"}],
        }
        assert strictly(document) == read(document)

    assert len(getattr(fast_values, memory)) <= 4


def test_a_part_of_a_record_is_read_by_itself() -> None:
    """An object without identifiers too; what is wrong is left to the strict way, and so is what holds an identifier that is none."""
    assert Money(amount="12.50", currency="CLP") == fast.read_part(Money, {"amount": "12.50", "currency": "CLP"})
    assert fast.read_part(Money, {"amount": "12.50", "currency": "clp"}) is None
    assert fast.read_part(Milestone, {"id": "A b", "title": {"en": "Signing"}}) is None
