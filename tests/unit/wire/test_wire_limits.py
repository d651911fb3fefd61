"""What a reader takes from a text at most: its size, its depth, and how many of its problems are told."""

import copy
import json
import os
import pickle
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from coopmodel.analysis.diff import diff
from coopmodel.errors import DecodeError, InvalidValue, Problem
from coopmodel.formats.jsonl import iter_jsonl, write_jsonl
from coopmodel.formats.yaml import dumps_yaml, loads_yaml
from coopmodel.model.agreement import Agreement
from coopmodel.rules.check import check
from coopmodel.values.extensions import JsonObject, thawed
from coopmodel.wire import parsing
from coopmodel.wire.codec import Codec
from coopmodel.wire.converter import make_converter
from coopmodel.wire.documents import default_codec, digest, dumps, load, loads
from coopmodel.wire.limits import DEEPEST_RECORD, LIMITS, Limits, Told, limited, read_file
from coopmodel.wire.patch import apply_patch
from coopmodel.wire.problems import problems
from coopmodel.wire.versions import version_of

HEAD: Final = '{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"é"}}'
SIZE: Final = len(HEAD.encode())


def codes(codec: Codec, text: str | bytes) -> list[tuple[str, str]]:
    """Return codes and pointers of the problems that a text has."""
    with pytest.raises(DecodeError) as caught:
        codec.loads(text)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def few(number: int, **others: Any) -> Codec:
    """Return a codec that tells so many problems."""
    return Codec(limits=Limits(problems=number), **others)


def record(members: str) -> str:
    """Return the text of a record with these members."""
    return f"{HEAD[:-1]},{members}}}"


def nested(depth: int) -> Any:
    """Return so many arrays within each other."""
    value: list[Any] = []
    for _ in range(depth - 1):
        value = [value]
    return value


def test_the_limits_that_hold_where_nobody_says_otherwise() -> None:
    """They are those that the documents name; the module's functions read within them."""
    assert Limits(size=33554432, yaml_size=524288, depth=128, problems=1000) == Limits() == LIMITS == Codec().limits
    assert LIMITS is default_codec().limits


@pytest.mark.parametrize("name", ["size", "yaml_size", "depth", "problems"])
@pytest.mark.parametrize("value", [0, -1, True, 1.0, None, "1"])
def test_a_limit_is_a_positive_whole_number(name: str, value: Any) -> None:
    """Nothing else stands for "none": a limit can be set as high as one likes."""
    with pytest.raises(ValueError, match=f"^{name} must be a whole number of at least 1, not {value!r}$"):
        Limits(**{name: value})
    assert 1 == getattr(Limits(**{name: 1}), name)


def test_limits_are_values() -> None:
    """They cannot change, compare by what they say, and travel with their codec."""
    limits = Limits(size=5, problems=6)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        limits.size = 6  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    assert {limits} == {Limits(problems=6, size=5)}
    assert limits == pickle.loads(pickle.dumps(Codec(limits=limits))).limits  # noqa: S301  our own


# Size


def test_a_text_may_be_as_large_as_the_limit() -> None:
    """What counts are the bytes of UTF-8, of a ``str`` too; one more is refused before anything is read."""
    fits, less = Codec(limits=Limits(size=SIZE)), Codec(limits=Limits(size=SIZE - 1))
    assert len(HEAD) == SIZE - 1
    assert loads(HEAD) == fits.loads(HEAD) == fits.loads(HEAD.encode())
    message = f"the text has more than {SIZE - 1} bytes"
    for text in (HEAD, HEAD.encode(), "x" * SIZE, b"\xff" * SIZE, "\ud800" * SIZE):
        with pytest.raises(DecodeError) as caught:
            less.loads(text)
        assert (Problem("", "json.size", message),) == caught.value.problems


def test_the_version_is_looked_for_within_the_limit() -> None:
    """``version_of`` takes limits as well."""
    assert "1.0" == version_of(HEAD, limits=Limits(size=SIZE))
    with pytest.raises(DecodeError, match=r"\[json\.size\]"):
        version_of(HEAD, limits=Limits(size=SIZE - 1))


def test_a_file_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    """A file of a gigabyte is refused in the memory that the limit allows."""
    path = tmp_path / "large.json"
    path.write_text(HEAD, encoding="utf-8")
    assert loads(HEAD) == Codec(limits=Limits(size=SIZE)).load(path) == load(path)
    os.truncate(path, 2**30)
    tracemalloc.start()
    with pytest.raises(DecodeError, match=r"the text has more than 1000000 bytes \[json\.size\]"):
        Codec(limits=Limits(size=1_000_000)).load(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize(("size", "held"), [(4, b"12345"), (5, b"123456"), (6, b"123456"), (7, b"123456")])
def test_a_file_whose_size_nobody_knows_is_read_as_far(size: int, held: bytes, tmp_path: Path) -> None:
    """A pipe has no size; of it, and of a file, one byte more than the limit is read, and no other."""
    path = tmp_path / "six"
    path.write_bytes(b"123456")
    end, begin = os.pipe()
    os.write(begin, b"123456")
    os.close(begin)

    assert held == read_file(path, size) == read_file(f"/dev/fd/{end}", size)
    os.close(end)


def test_a_large_text_within_the_limit_is_read() -> None:
    """A title of ten megabytes is a title."""
    title = "ñ" * 5_000_000
    assert title == loads(record("").replace("é", title).replace(",}", "}")).title["en"]


# Depth


@pytest.mark.parametrize("depth", [1, 2, 3, 9, DEEPEST_RECORD, 128, 500])
def test_a_text_may_be_as_deep_as_the_limit(depth: int) -> None:
    """One more object or array within the others is refused at its place, whatever else is wrong; of a text and of bytes."""
    codec = Codec(limits=Limits(depth=depth))
    fits = json.dumps(nested(depth))
    assert [("type.object", "")] == codes(codec, fits)
    for text in (f'["[[{{",\n "é", {fits}]', f'["[[{{",\n "é", {fits}]'.encode()):
        with pytest.raises(DecodeError) as caught:
            codec.loads(text)
        place = f"at line {1 if depth < 1 else 2}, column {6 + depth}"
        message = f"more than {depth} objects and arrays stand within each other {place}"
        assert (Problem("", "json.depth", message, line=2, column=6 + depth),) == caught.value.problems


def test_a_record_may_be_refused_for_its_depth() -> None:
    """A limit below what a record may have holds for what would be one."""
    text = record('"areas":["health"],"parties":[]')
    assert loads(text) == Codec(limits=Limits(depth=2)).loads(text)
    assert [("json.depth", "")] == codes(Codec(limits=Limits(depth=1)), text)


def deepest() -> str:
    """Return the text of a record that is as deep as one can be."""
    evidence = {"source": "s", "x": nested(63)}
    delegation = {"party": "cl", "evidence": [evidence], "extensions": {"acme": {"x": nested(62)}}}
    members = {
        "parties": [{"id": "cl", "kind": "country", "country": "CL"}],
        "meetings": [{"id": "m", "delegations": [delegation]}],
        "sources": [{"id": "s", "kind": "news"}],
    }
    return record(json.dumps(members, separators=(",", ":"))[1:-1])


def test_no_record_is_deeper_than_is_said() -> None:
    """The deepest that the format takes is read whatever the limit above it, and one array more is refused by the format itself."""
    keep = Codec(unknown="keep", limits=Limits(depth=DEEPEST_RECORD))
    text = deepest()
    assert text == keep.dumps(keep.loads(text))
    assert [("json.depth", "")] == codes(Codec(unknown="keep", limits=Limits(depth=DEEPEST_RECORD - 1)), text)
    for name in ("source", "acme"):
        place = text.index('"x":', text.index(f'"{name}"')) + 4
        deeper = f"{text[:place]}[{text[place:].replace(']}', ']]}', 1)}"
        assert ["extension.depth"] == [code for code, _ in codes(Codec(unknown="keep"), deeper)]


def deep_record() -> Agreement:
    """Return a record whose data of others is as deep as it may be."""
    return Codec(unknown="keep").loads(deepest())


def codes_of(agreement: Agreement) -> list[str]:
    """Return the codes of what a check finds."""
    return [found.code for found in check(agreement)]


USES: Final[dict[str, Callable[[Agreement], bool]]] = {
    "copy": lambda it: it == copy.deepcopy(it),
    "pickle": lambda it: it == pickle.loads(pickle.dumps(it)),  # noqa: S301  our own
    "hash": lambda it: hash(it) == hash(deep_record()),
    "repr": lambda it: repr(it) == repr(deep_record()),
    "canonical": lambda it: Codec(unknown="keep").loads(dumps(it, canonical=True)) == it,
    "digest": lambda it: digest(it) == digest(deep_record()),
    "indent": lambda it: Codec(unknown="keep").loads(dumps(it, indent=2)) == it,
    "yaml": lambda it: loads_yaml(dumps_yaml(it), codec=Codec(unknown="keep")) == it,
    "check": lambda it: codes_of(it) == codes_of(deep_record()),
    "diff": lambda it: not diff(it, deep_record()) and bool(diff(it, Agreement(id="a", revision=1, title={"en": "é"}))),
    "patch": lambda it: apply_patch(json.loads(dumps(it)), []) == json.loads(dumps(it)),
    "evolve": lambda it: attrs.evolve(it, revision=2) != it,
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_the_deepest_record_is_a_record_like_any_other(use: Callable[[Agreement], bool]) -> None:
    """Whatever is done with records is done with it, and has stack enough."""
    assert use(deep_record())


@pytest.mark.parametrize("depth", [65, 900, 100_000])
def test_data_of_others_is_refused_for_its_depth_before_it_is_looked_at(depth: int) -> None:
    """Built in Python it may be nested as deep as memory allows, and is refused as data."""
    with pytest.raises(InvalidValue, match=r"nested at most 64 levels deep \[extension\.depth\]"):
        JsonObject({"a": nested(depth - 1)})


def test_where_the_stack_ends_first_that_is_told() -> None:
    """A limit beyond what Python can follow is no way to end the program."""
    codec = Codec(limits=Limits(depth=10**7))
    text = "[" * 200_000 + "]" * 200_000
    with pytest.raises(DecodeError) as caught:
        codec.loads(text)
    assert (Problem("", "json.depth", "the text is nested deeper than Python's stack allows here"),) == caught.value.problems


def test_what_only_the_search_for_repeated_names_cannot_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second parser follows less deep than the first, the answer is the same."""

    def fail(_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(parsing, "find_repeated", fail)
    text = HEAD.replace("{", '{"areas": [], ', 1)  # longer than need be, so that it is searched
    with pytest.raises(DecodeError, match=r"deeper than Python's stack allows here \[json\.depth\]"):
        loads(text)
    assert "a" == loads(text, strict=False).id


# Problems


def ten(item: str) -> str:
    """Return ten of these in an array."""
    return f"[{','.join([item] * 10)}]"


REPEATING: Final = '{"a":1,"a":1}'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (record(f'"areas":{ten("0")}'), "type.string"),
        (record(f'"parties":{ten("0")}'), "type.object"),
        (record(f'"commitments":[{{"id":"a","statement":{{"en":"x"}},"kind":"meeting","areas":{ten("0")}}}]'), "type.string"),
        (record('"summary":{' + ",".join(f'"x{number}":"a"' for number in range(10)) + "}"), "language.form"),
        (record('"extensions":{' + ",".join(f'"x{number}":0' for number in range(10)) + "}"), "type.object"),
        (record(f'"extensions":{{"a":{{"b":{ten("1e999")}}}}}'), "extension.number"),
        (record(",".join(f'"x{number}":0' for number in range(10))), "member.unknown"),
        (record(f'"extensions":{{"a":{{"b":{ten(REPEATING)}}}}}'), "member.repeated"),
    ],
)
def test_so_many_problems_are_told_and_that_there_are_more(text: str, code: str) -> None:
    """Of ten problems of any kind ten are told where ten may be; where nine may, nine, and as the last that there are more."""
    ten, nine = codes(few(10), text), codes(few(9), text)
    assert 10 == len(set(ten))
    assert {code} == {found for found, _ in ten}
    assert [*ten[:9], ("problems.more", "")] == nine
    assert [ten[0], ("problems.more", "")] == codes(few(1), text)


def test_what_is_told_of_the_rest() -> None:
    """The last problem is of the whole document, and says how many were told."""
    with pytest.raises(DecodeError) as caught:
        few(3).loads(record(f'"areas":{ten("0")}'))
    message = "there are more problems than these 3: correct them, and read again"
    assert Problem("", "problems.more", message) == caught.value.problems[-1]
    assert str(caught.value).startswith("more than 3 problems:\n  /areas/0: expected a text")
    assert str(caught.value).endswith(f"\n  (document): {message} [problems.more]")
    with pytest.raises(DecodeError, match=r"^more than 1 problem:\n"):
        few(1).loads(record(f'"areas":{ten("0")}'))


def test_repeated_names_alone_are_told_up_to_the_limit() -> None:
    """Who asks only for those, as of a key, is told a thousand and that there are more."""
    found = parsing.repeated(f"[{','.join([REPEATING] * 1001)}]")
    assert (1001, "/999/a", "problems.more") == (len(found), found[999].pointer, found[1000].code)
    assert () == parsing.repeated("[]")


def test_problems_of_all_kinds_are_counted_together() -> None:
    """Repeated names come first, then the others in the order of the document; each group may be told in part."""
    text = record('"areas":[0,0],"id":"b","parties":[{"a":1,"a":1},0]')
    every = codes(few(7), text)
    assert ["member.repeated"] * 2 == [code for code, _ in every[:2]]
    assert ("problems.more", "") not in every
    for number in range(1, len(every)):
        told = codes(few(number), text)
        assert number + 1 == len(told)
        assert ("problems.more", "") == told[-1]
        assert set(told[:-1]) <= set(every)


def test_that_a_newer_version_was_met_is_the_first_of_those_told() -> None:
    """Why things are unknown is not what is left out."""
    text = record('"x":1,"y":2').replace('"1.0"', '"1.9"')
    assert [("version.newer", "/coopmodel"), ("problems.more", "")] == codes(few(1), text)
    assert 3 == len(codes(few(3), text))


def test_members_that_would_be_kept_are_counted() -> None:
    """What is wrong with them, and with those that are known, is told up to the limit."""
    text = record(f'"x":{ten("1e999")},"revision":0').replace('"revision":1,', "")
    assert 11 == len(codes(few(11, unknown="keep"), text))
    assert [("extension.number", "/x/0"), ("extension.number", "/x/1"), ("problems.more", "")] == codes(few(2, unknown="keep"), text)


@attrs.frozen
class Own:
    """Data of one's own."""

    numbers: tuple[int, ...] = ()
    by_name: dict[str, int] = attrs.field(factory=dict[str, int])


@pytest.mark.parametrize("content", ['{"numbers":["0","0","0"]}', '{"by_name":{"a":"0","b":"0","c":"0"}}'])
def test_classes_of_ones_own_are_read_with_the_limit(content: str) -> None:
    """An extension's problems count like those of the record, in arrays and in mappings."""
    text = record(f'"extensions":{{"acme":{content}}}')
    assert 3 == len(codes(few(3, extensions={"acme": Own}), text))
    assert ["type.integer", "problems.more"] == [code for code, _ in codes(few(1, extensions={"acme": Own}), text)]
    codec = few(1, extensions={"acme": Own})
    with pytest.raises(DecodeError) as caught:
        codec.extension(loads(text), Own)
    assert ["type.integer", "problems.more"] == [problem.code for problem in caught.value.problems]
    assert "" == caught.value.problems[-1].pointer


def test_what_is_not_told_is_not_looked_for() -> None:
    """Of two million wrong items a few are met, within the memory of the items themselves; groups of many are cut."""
    codec = few(5)
    meeting = f'{{"agenda":{ten("0")}}}'
    text = record(f'"meetings":[{",".join([meeting] * 20_000)}]').encode()
    codes(codec, text)
    tracemalloc.start()
    told = codes(codec, text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 6 == len(told)
    assert peak < 25_000_000

    document = json.loads(text)
    with pytest.raises(ExceptionGroup) as caught:
        make_converter(limits=Limits(problems=5)).structure(document, Agreement)
    assert 6 == len(problems(caught.value, document, Limits(problems=5)))
    assert 7 > len(problems(caught.value, document))


def test_long_names_count_for_what_they_are() -> None:
    """A name of a thousand characters around a thousand problems is not written a thousand times where a text may have ten thousand."""
    text = record(f'"extensions":{{"a":{{"{"n" * 1000}":[{",".join(["1e999"] * 1000)}]}}}}')
    told = codes(Codec(limits=Limits(size=10_000)), text)
    assert ("problems.more", "") == told[-1]
    assert 8 < len(told) < 12
    assert 1000 == len(codes(Codec(limits=Limits(size=2_000_000)), text))


def test_told_says_whether_there_is_room() -> None:
    """What there is no room for need not be made, and is remembered."""
    told = Told(Limits(problems=2, size=10))
    first = Problem("/" + "a" * 5, "c", "four")
    assert (True, True, False) == (told.room(), told.add(first), told.more)
    assert (True, True, False) == (told.room(), told.add(first), told.more)
    assert (False, True) == (told.room(), told.more)
    assert (False, [first, first]) == (told.add(first), told.problems)

    told = Told(Limits(size=9))
    assert (True, False) == (told.add(first), told.add(first))
    assert ([first], True) == (told.problems, told.more)


def test_limited_appends_that_there_are_more() -> None:
    """As many as may be told are told as they are; others, met here or elsewhere, are one more."""
    one, two = Problem("/a", "c", "m"), Problem("/b", "c", "m")
    limits = Limits(problems=2)
    assert (one, two) == limited([one, two], limits)
    assert (one, two, "problems.more") == (*limited([one, two, one], limits)[:2], limited([one, two, one], limits)[2].code)
    assert ["c", "problems.more"] == [problem.code for problem in limited(iter([one]), limits, more=True)]
    assert () == limited([], limits)


# Other forms


def test_lines_are_read_by_the_codec(tmp_path: Path) -> None:
    """Unknown members, extensions and limits are those of the codec; what was kept is written again."""
    text = record('"extensions":{"acme":{"numbers":["0"]}},"x":1')
    path = tmp_path / "a.jsonl"
    path.write_text(f"{text}\n", encoding="utf-8")
    keep = Codec(unknown="keep")
    (line,) = iter_jsonl(path, codec=keep)
    assert line.record == keep.loads(text)
    assert line.record is not None
    assert 1 == write_jsonl([line.record], path)
    assert f"{text}\n" == path.read_text(encoding="utf-8")
    (line,) = iter_jsonl(path, codec=Codec(extensions={"acme": Own}))
    assert [("type.integer", "/extensions/acme/numbers/0"), ("member.unknown", "/x")] == [(it.code, it.pointer) for it in line.problems]
    (line,) = iter_jsonl(path)
    assert ["member.unknown"] == [problem.code for problem in line.problems]
    (line,) = iter_jsonl(path, codec=few(1, extensions={"acme": Own}))
    assert "problems.more" == line.problems[-1].code


def test_yaml_is_read_by_the_codec() -> None:
    """Unknown members, extensions and limits are those of the codec; what was kept is written again."""
    text = 'coopmodel: "1.0"\nid: a\nrevision: 1\ntitle:\n  en: A\nextensions:\n  acme:\n    numbers:\n      - "0"\nmood: 7\n'
    keep = Codec(unknown="keep")
    kept = loads_yaml(text, codec=keep)
    assert {"mood": 7} == thawed(kept.unknown)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    assert kept == loads_yaml(dumps_yaml(kept), codec=keep)
    with pytest.raises(DecodeError) as caught:
        loads_yaml(text, codec=Codec(extensions={"acme": Own}))
    assert [("type.integer", 9, 9), ("member.unknown", 10, 1)] == [(it.code, it.line, it.column) for it in caught.value.problems]


def test_problems_of_yaml_are_told_up_to_the_limit() -> None:
    """Those of the text and those of the record count together; that there are more comes last and has no line."""
    text = "coopmodel: 1.0\nid: &a A\nid: &b B\nrevision: 0\ntitle: !!map {en: A}\nx: 1\nextensions: {a: {b: , c: }}\n"

    def told(number: int) -> list[tuple[str, int | None]]:
        with pytest.raises(DecodeError) as caught:
            loads_yaml(text, codec=few(number))
        return [(problem.code, problem.line) for problem in caught.value.problems]

    every = told(20)
    assert [
        ("yaml.anchor", 2),
        ("member.repeated", 3),
        ("yaml.anchor", 3),
        ("identifier.form", 3),
        ("number.bounds", 4),
        ("yaml.tag", 5),
        ("member.unknown", 6),
        ("yaml.empty", 7),
        ("yaml.empty", 7),
    ] == every
    assert every == told(len(every))
    for number in range(1, len(every)):
        some = told(number)
        assert (number + 1, ("problems.more", None)) == (len(some), some[-1])
        assert set(some[:-1]) <= set(every)


@pytest.mark.parametrize(
    ("depth", "nested_in", "message"),
    [
        (6, 5, None),
        (5, 5, "more than 5 collections stand within each other at line 5, column 12"),
        (10**6, 2000, "the text is nested deeper than Python's stack allows here"),
    ],
)
def test_yaml_may_be_as_deep_as_the_limit(depth: int, nested_in: int, message: str | None) -> None:
    """The limit of JSON holds for YAML; where the stack ends first, that is told."""
    text = f"coopmodel: 1.0\nid: a\nrevision: 1\ntitle: {{en: A}}\nareas: {'[' * nested_in}{']' * nested_in}\n"
    with pytest.raises(DecodeError) as caught:
        loads_yaml(text, codec=Codec(limits=Limits(depth=depth)))
    (problem,) = caught.value.problems
    assert ("type.string" if message is None else "yaml.depth") == problem.code
    assert message in {None, problem.message}
