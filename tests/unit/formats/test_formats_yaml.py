"""YAML: nothing implicit, the codes and pointers of JSON with lines, and writing that no parser can misread."""

import copy
import importlib
import json
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from coopmodel.errors import DecodeError, MissingExtra, UnsupportedVersion
from coopmodel.formats.yaml import dump_yaml, dumps_yaml, find_yaml_places, load_yaml, loads_yaml
from coopmodel.formats.yaml_text import yaml_text
from coopmodel.model.agreement import Agreement
from coopmodel.model.unknown import unknown_of
from coopmodel.values.dates import PartialDate
from coopmodel.values.extensions import thawed
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.limits import LIMITS, Limits
from coopmodel.wire.places import Place
from coopmodel.wire.plain import to_plain

BROKEN: Final = Path(__file__).parents[2] / "golden" / "broken"
HEAD: Final = 'coopmodel: "1.0"\nid: a\nrevision: 1\ntitle:\n  en: A\n'
"""Five lines; what a test adds begins on the sixth."""


def told(text: str | bytes, **options: Any) -> list[tuple[str, str, int | None, int | None]]:
    with pytest.raises(DecodeError) as caught:
        loads_yaml(text, **options)
    return [(problem.code, problem.pointer, problem.line, problem.column) for problem in caught.value.problems]


def attached(text: str) -> Any:
    """Return what a text within an extension is read as."""
    return thawed(loads_yaml(f"{HEAD}extensions:\n  a:\n    b: {text}\n").extensions)["a"]["b"]


def test_a_record_as_a_person_writes_it() -> None:
    """Block and flow style, comments, a line of hyphens first and dots last: all of it is one record."""
    text = """
# a comment
---
coopmodel: 1.0
id: 2024
revision: 12
title:
  no: NO
  'end': 'it''s' # and another
  en: "a\\tb"
  es: uno
    dos
  pt: >
    folded

    text
  fr: |-
    literal
      text
parties: [{id: no, kind: country, country: NO}, {id: yes, kind: country, country: CL}]
meetings:
- id: on
  session: 3
  date: 2024-41
  status: held
...
"""
    read = loads_yaml(text)
    assert (12, 3, "2024") == (read.revision, read.meetings[0].session, read.id)
    assert ["NO", "CL"] == [to_plain(party)["country"] for party in read.parties]
    assert ["no", "yes", "on"] == [entity.id for entity in read.entities()]
    assert "2024-41" == str(read.meetings[0].date)
    expected = {"no": "NO", "end": "it's", "en": "a\tb", "es": "uno dos", "pt": "folded\ntext\n", "fr": "literal\n  text"}
    assert expected == dict(read.title)
    assert read == loads_yaml(text.encode())


@pytest.mark.parametrize(
    "text", ["NO", "yes", "Off", "~", "null", "true", "0777", "0x1F", "1e3", "1_000", "2024", "2024-01-31", "12:30:45", ".inf", "="]
)
def test_a_plain_text_is_a_text(text: str) -> None:
    """What other readers of YAML make a number, a date, a truth value or nothing is the text that stands there."""
    assert text == loads_yaml(f"{HEAD}summary:\n  en: {text}\n").summary["en"]  # type: ignore[index]  # pyright: ignore[reportOptionalSubscript]


@pytest.mark.parametrize("text", ["01", "+1", "1.0", "1e3", "0x1", "1_0", "one", '"1"', "'1'", "-0", "true", "9" * 1001, "|\n  1"])
def test_a_whole_number_has_one_spelling(text: str) -> None:
    """Where a whole number is wanted only one that stands plain and in its one spelling is taken; anything else stays a text."""
    assert [("type.integer", "/revision", 3, 11)] == told(HEAD.replace("revision: 1", f"revision: {text}"))


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("-5", -5), ("9007199254740992", 2**53), ("9" * 1000, 10**1000 - 1)])
def test_a_whole_number_out_of_bounds(text: str, value: int) -> None:
    """A number that no member takes is refused as the number that it is."""
    with pytest.raises(DecodeError) as caught:
        loads_yaml(HEAD.replace("revision: 1", f"revision: {text}"))
    (problem,) = caught.value.problems
    assert ("number.bounds", value) == (problem.code, problem.value)


def test_truth_values() -> None:
    """Where a truth value is wanted, ``true`` and ``false`` are taken, and nothing that means them elsewhere."""
    text = f"{HEAD}commitments:\n- id: c\n  statement: {{en: C}}\n  indicators:\n  - id: i\n    title: {{en: I}}\n    ascending: "
    assert [True, False] == [loads_yaml(f"{text}{word}").commitments[0].indicators[0].ascending for word in ("true", "false")]
    for word in ("yes", "True", "1", '"true"'):
        assert [("type.boolean", "/commitments/0/indicators/0/ascending", 12, 16)] == told(text + word)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("-0", 0),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        ("-1.0E+2", -100.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ('"1"', "1"),
        ("'true'", "true"),
        ('""', ""),
        ("|-\n      1", "1"),
        ("True", "True"),
        ("~", "~"),
        ("yes", "yes"),
        ("01", "01"),
        ("+1", "+1"),
        (".5", ".5"),
        ("1.", "1."),
        ("0x1", "0x1"),
        (".inf", ".inf"),
        ("2024-01-31", "2024-01-31"),
        ("[1, a, {c: 2}]", [1, "a", {"c": 2}]),
        ("{}", {}),
        ("[]", []),
        ("{revision: 01, 1: 2, null: 3}", {"revision": "01", "1": 2, "null": 3}),
    ],
)
def test_what_others_attach_is_read_as_in_json(text: str, value: Any) -> None:
    """Within extensions a plain text is what it is in JSON, and a text where it is nothing in JSON; names are texts."""
    read = attached(text)
    assert (value, json.dumps(value)) == (read, json.dumps(read))


@pytest.mark.parametrize(
    "text", ["1e999", "9" * 400, "9" * 1001, "0.10000000000000000000001", "9007199254740992", "1e99999999999999999999"]
)
def test_numbers_that_no_reader_keeps_are_refused(text: str) -> None:
    """Within extensions too large or too fine a number is refused as in JSON."""
    assert [("extension.number", "/extensions/a/b", 6, 22)] == told(f"{HEAD}extensions: {{a: {{ b: {text}}}}}")


def test_members_that_nobody_knows_are_read_as_json() -> None:
    """The value of an unknown member is reported as what it is in JSON, at its name; one that is near is proposed."""
    with pytest.raises(DecodeError) as caught:
        loads_yaml(f"{HEAD}areas:\n  - helth\nstates: 1\n")
    text = "2 problems:\n  /areas/0 (line 7, column 5): no area is called 'helth' here"
    assert ["/areas/0", "/states"] == [problem.pointer for problem in caught.value.problems]
    assert [(7, 5), (8, 1)] == [(problem.line, problem.column) for problem in caught.value.problems]
    assert "/states (line 8, column 1): no member is called so here" in str(caught.value)
    assert "did you mean 'status'? [member.unknown]" in str(caught.value)
    assert text.splitlines()[0] == str(caught.value).splitlines()[0]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("summary:\n", [("null", "/summary", 6, 9)]),
        ("summary:\n  en:\n", [("null", "/summary/en", 7, 6)]),
        ("areas:\n  -\n", [("null", "/areas/0", 7, 4)]),
        ("extensions:\n  a:\n    b:\n", [("yaml.empty", "/extensions/a/b", 8, 7)]),
        ("foo:\n", [("member.unknown", "/foo", 6, 1), ("yaml.empty", "/foo", 6, 5)]),
        ("extensions: {a: {b: {}, c: !x [&y 1]}}", [("yaml.tag", "/extensions/a/c", 6, 28), ("yaml.anchor", "/extensions/a/c/0", 6, 32)]),
        ("summary: &s {en: B}\n", [("yaml.anchor", "/summary", 6, 10)]),
        ("summary: !!map {en: !str B}\n", [("yaml.tag", "/summary", 6, 10), ("yaml.tag", "/summary/en", 6, 21)]),
        ("summary: {&k en: B}\n", [("yaml.anchor", "/summary", 6, 11)]),
        ("summary: &s {en: B}\npublisher: *s\n", [("yaml.anchor", "/summary", 6, 10), ("yaml.alias", "/publisher", 7, 12)]),
        ("areas: [*a, health, helth]\n", [("yaml.alias", "/areas/0", 6, 9), ("area.unknown", "/areas/2", 6, 21)]),
        ("id: b\n", [("member.repeated", "/id", 6, 1)]),
        ("summary: {en: A, es: B, en: C, en: D}\n", [("member.repeated", "/summary/en", 6, 25), ("member.repeated", "/summary/en", 6, 32)]),
        ("parties:\n- {id: cl, kind: country, country: CL, id: cl}\n", [("member.repeated", "/parties/0/id", 7, 40)]),
        ("<<: {id: b}\n", [("yaml.merge", "", 6, 1)]),
        ("areas: [{<<: *x}]\n", [("type.string", "/areas/0", 6, 9), ("yaml.merge", "/areas/0", 6, 10), ("yaml.alias", "/areas/0/<<", 6, 14)]),
        ('"<<": 1\n', [("member.unknown", "/<<", 6, 1)]),
        ("? # nothing\n: b\n", [("yaml.name", "", 6, 2)]),
        ("summary: {: B, en: A}\n", [("yaml.syntax", "", 6, 11)]),
        ("? [a]\n: b\n", [("yaml.name", "", 6, 3)]),
        ("? *a\n: b\n", [("yaml.name", "", 6, 3)]),
        ("parties:\n- id: cl\n  kind: country\n", [("member.missing", "/parties/0/country", 7, 3)]),
        ("areas: health\n", [("type.array", "/areas", 6, 8)]),
        ("summary: text\n", [("type.object", "/summary", 6, 10)]),
        ("---\nid: b\n", [("yaml.documents", "", 6, 1)]),
        ("summary: [\n", [("yaml.syntax", "", 7, 1)]),
        ("summary: a: b\n", [("yaml.syntax", "", 6, 11)]),
        ("\tsummary: a\n", [("yaml.syntax", "", 6, 1)]),
        ('summary: {en: "\\UFFFFFFFF"}\n', [("yaml.syntax", "", 6, 18)]),
        ('summary: {en: "\\ud83d"}\n', [("yaml.encoding", "", 6, 15)]),
        ('"\\ud83d": b\n', [("yaml.encoding", "", 6, 1)]),
        ("summary: {en: \ud83d}\n", [("yaml.encoding", "", 6, 15)]),
        *[(f"summary: {{en: é{wrong}}}\n", [("yaml.character", "", 6, 16)]) for wrong in "\0\x07\x7f\x85\x9f\u2028\u2029\ufeff\ufffe\uffff"],
    ],
)  # fmt: skip
def test_problems_have_lines_and_columns(added: str, expected: list[tuple[str, str, int, int]]) -> None:
    """Everything that is wrong is told in one pass and in the order of the text, where it stands."""
    assert expected == told(HEAD + added)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("yaml.syntax", "", 1, 1)),
        ("# nothing\n", ("yaml.syntax", "", 1, 1)),
        ("*a\n", ("yaml.alias", "", 1, 1)),
        ("- a\n", ("type.object", "", 1, 1)),
        ("coopmodel: *v\n", ("yaml.alias", "/coopmodel", 1, 12)),
        ("id: a\n", ("version.missing", "/coopmodel", 1, 1)),
        ("\n id: a\n coopmodel: 2.0\n areas: 1", ("version.unsupported", "/coopmodel", 3, 13)),
        ("%YAML 1.1\n---\n" + HEAD, ("yaml.directive", "", 1, 1)),
        ("%TAG ! x:\n---\n" + HEAD, ("yaml.directive", "", 1, 1)),
        ("\ufeff" + HEAD, ("yaml.encoding", "", 1, 1)),
        (b"\xef\xbb\xbf" + HEAD.encode(), ("yaml.encoding", "", 1, 1)),
        (HEAD.encode() + "é: ".encode() + b"\xe9", ("yaml.encoding", "", 6, 4)),
        (HEAD.encode("utf-16"), ("yaml.encoding", "", 1, 1)),
        ("[" * 100_000, ("yaml.depth", "", 1, 129)),
        ("- " * 100_000, ("yaml.depth", "", 1, 257)),
    ],
)
def test_texts_that_are_no_record_at_all(text: str | bytes, expected: tuple[str, str, int, int]) -> None:
    """What is broken from the start is told with the one place that matters."""
    assert [expected] == told(text)


def test_unsupported_versions_have_their_own_error() -> None:
    """As in JSON nothing else is looked at."""
    with pytest.raises(UnsupportedVersion, match=r"/coopmodel \(line 1, column 12\): format version 2.0 is not supported"):
        loads_yaml("coopmodel: 2.0\nareas: &a x\n")


def test_messages() -> None:
    """Messages say what is wrong in the terms of YAML, and what to do."""
    text = f"{HEAD}summary: !!map {{en: &x B, <<: *x, 'a': 1, 'a': 2}}\nextensions: {{a: {{b: , ? : 1}}}}\n"
    with pytest.raises(DecodeError) as caught:
        loads_yaml(text)
    messages = [problem.message for problem in caught.value.problems if problem.code.startswith(("yaml", "member"))]
    assert [
        "tags are not used: leave !!map out; what a member is follows from its name",
        "anchors are not used: leave &x out",
        "nothing is merged: write the members out",
        "aliases are not used: write out what *x stands for",
        "the member 'a' stands here more than once",
        'nothing stands here: in an extension write null, or "" for an empty text',
        "a name is missing here",
    ] == messages
    for broken, message in {
        "%YAML 1.1\n--- a": "directives are not used: leave the line that begins with % out [yaml.directive]",
        "- - x\n- [a": "not YAML: expected ',' or ']', but got '<stream end>' at line 2, column 5 [yaml.syntax]",
        "a: \x07": "the character U+0007 may stand here only as an escape at line 1, column 4 [yaml.character]",
        "a\n--- b": "a second document begins: a file of YAML holds one record at line 2, column 1 [yaml.documents]",
        "[" * 200: "more than 128 collections stand within each other at line 1, column 129 [yaml.depth]",
        "#": "not YAML for a record: the text holds no document at line 1, column 1 [yaml.syntax]",
        "? {}": "the name of a member must be a text at line 1, column 3 [yaml.name]",
        '"\\UFFFFFFFF"': "not YAML: a number is out of bounds at line 1, column 4 [yaml.syntax]",
        '"\\udead"': "the text holds a lone surrogate, which is no character at line 1, column 1 [yaml.encoding]",
    }.items():
        with pytest.raises(DecodeError) as caught:
            loads_yaml(broken)
        assert message in str(caught.value)


def test_depth_is_limited() -> None:
    """An extension may be as deep as JSON lets it be; 128 collections may stand within each other, whatever they are."""
    deep: Any = 1
    for _ in range(63):
        deep = [deep]
    record = Agreement(id="a", revision=1, title={"en": "A"}, extensions={"a": {"b": deep[0]}})
    assert record == loads_yaml(dumps_yaml(record))
    assert [("type.object", "", 1, 1)] == told("[" * 128 + "]" * 128)
    assert [("yaml.depth", "", 1, 129)] == told("[" * 129 + "]" * 129)
    assert [("yaml.depth", "", 1, 129)] == told("[" * 128 + "a" + "]" * 128)


def test_halves_of_a_character_are_put_together() -> None:
    """A character beyond the basic plane may be escaped as in JSON."""
    assert "😀" == attached('"\\ud83d\\ude00"') == attached('"\\U0001F600"') == attached("😀")


def test_names_of_an_older_version_mean_nothing_in_this_one() -> None:
    """What 0.9 calls ``actions`` is read there as the texts that it wants, and in 1.0 it is any member that nobody knows."""
    actions = "actions: [{party: 7, action: adoption, date: 2024}]"
    (act,) = loads_yaml(f"{HEAD.replace('1.0', '0.9')}{actions}\n").participation
    assert ("7", PartialDate("2024")) == (act.party, act.date)
    keep = Codec(unknown="keep")
    kept = loads_yaml(f"{HEAD}{actions}\n", codec=keep)
    assert [{"party": 7, "action": "adoption", "date": 2024}] == thawed(unknown_of(kept))["actions"]
    assert kept == loads_yaml(dumps_yaml(kept), codec=keep)


def test_the_size_is_limited(tmp_path: Path) -> None:
    """A text of the limit is read, one more byte is not, of bytes and characters; a file is not read further."""
    text = f"{HEAD}# é"
    size = len(text.encode())
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    fits, less = Codec(limits=Limits(yaml_size=size)), Codec(limits=Limits(yaml_size=size - 1))
    assert loads_yaml(text, codec=fits) == loads_yaml(text.encode(), codec=fits) == load_yaml(path, codec=fits)
    for wrong in (text, text.encode()):
        assert [("yaml.size", "", None, None)] == told(wrong, codec=less)
    with pytest.raises(DecodeError, match=rf"\(document\): the text has more than {size - 1} bytes \[yaml\.size\]"):
        load_yaml(path, codec=less)
    largest = 512 * 1024
    assert [("yaml.size", "", None, None)] == told("#" * (largest + 1))
    with pytest.raises(DecodeError, match="/revision"):
        loads_yaml(HEAD.replace("revision: 1", "revision: 0") + "#" * (largest - len(HEAD)))


@pytest.mark.parametrize("value", [None, 1, bytearray(b"")])
def test_only_texts_are_read_and_records_written(value: Any, tmp_path: Path) -> None:
    """Anything else is a TypeError, and leaves a file as it is."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    with pytest.raises(TypeError, match="expected str or bytes, not "):
        loads_yaml(value)
    with pytest.raises(TypeError, match="expected an Agreement, not "):
        dumps_yaml(value)
    with pytest.raises(TypeError, match="expected an Agreement, not "):
        dump_yaml(value, path)
    assert b"old" == path.read_bytes()


def test_broken_documents_are_told_as_in_json() -> None:
    """The codes and pointers of the broken documents of JSON are those of YAML, wherever YAML can say the same document."""
    values = importlib.import_module("coopmodel.formats.yaml_values")
    nodes = importlib.import_module("coopmodel.formats.yaml_nodes")
    base = json.loads((BROKEN / "base.json").read_text(encoding="utf-8"))
    compared = 0
    for change in json.loads((BROKEN / "mutations.json").read_text(encoding="utf-8"))[::4]:
        document = copy.deepcopy(base)
        *steps, last = change["at"].split("/")
        here: Any = document
        for step in steps[1:]:
            here = here[int(step) if step.isdecimal() else step.replace("~1", "/").replace("~0", "~")]
        if change["at"] and change["do"] in {"set", "add"} and not last.isdecimal() and "also" not in change:
            here[last] = change["value"]
            text = yaml_text(document)
            tree = nodes.read_tree(text, LIMITS)
            if document == values.to_document(tree.root, tree.told) != base:
                expected = {(problem["code"], problem["pointer"]) for problem in change["expected"]}
                assert expected == {place[:2] for place in told(text)}, change["name"]
                compared += 1
    assert compared > 50


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    """A path is a text or a ``Path``; the file ends with a newline, and nothing is left beside it."""
    record = loads_yaml(HEAD)
    dump_yaml(record, str(tmp_path / "a.yaml"))
    assert HEAD == (tmp_path / "a.yaml").read_text(encoding="utf-8")
    assert record == load_yaml(str(tmp_path / "a.yaml")) == load_yaml(tmp_path / "a.yaml")
    assert [tmp_path / "a.yaml"] == [*tmp_path.iterdir()]
    with pytest.raises(FileNotFoundError):
        load_yaml(tmp_path / "b.yaml")


LONG: Final = "word " * 25 + "end"


WRITTEN: Final[list[tuple[Any, str]]] = [
    ("Meeting: first", '"Meeting: first"'),
    ("Meeting:first", "Meeting:first"),
    ("Meeting #1", '"Meeting #1"'),
    ("C#", "C#"),
    ("Meeting:", '"Meeting:"'),
    ("a  b", '"a  b"'),
    (" a", '" a"'),
    ("a ", '"a "'),
    ("", '""'),
    ("NO", '"NO"'),
    ("Null", '"Null"'),
    ("none", "none"),
    ("2024-41", '"2024-41"'),
    ("_a", '"_a"'),
    ("Ñuñoa, 'a' \"b\" [c]", "Ñuñoa, 'a' \"b\" [c]"),
    ("a\tb", '"a\\tb"'),
    ("a\u2028\x7f\ufeff\uffff\x07", '"a\\u2028\\u007f\\ufeff\\uffff\\u0007"'),
    ("a\xa0b", '"a\xa0b"'),
    ("a\nb", "|-\n      a\n      b"),
    ("a\n\nb\n", "|\n      a\n\n      b"),
    ("a\nb\n\n", '"a\\nb\\n\\n"'),
    ("a\n b", '"a\\n b"'),
    ("a \nb", '"a \\nb"'),
    ("\na", '"\\na"'),
    ("a\n\x07", '"a\\n\\u0007"'),
    ("a\r\nb", '"a\\r\\nb"'),
    (LONG, ">-\n      " + ("word " * 19).strip() + "\n      " + "word " * 6 + "end"),
    (f"{LONG}  x", f'"{LONG}  x"'),
    (f"{LONG}\x07", f'"{LONG}\\u0007"'),
    ("x" * 200, "x" * 200),
    ("word " * 17 + "word1234", "word " * 17 + "word1234"),
    ("word " * 17 + "word12345", ">-\n      " + "word " * 17 + "word12345"),
    (1, "1"),
    (True, "true"),
    (None, "null"),
    (1.0, "1.0"),
    (1e16, "1.0e+16"),
    (-1.5e-7, "-1.5e-07"),
    ({}, "{}"),
    ([], "[]"),
    ([[1, []], {"c": [2]}, "x"], "\n      - - 1\n        - []\n      - c:\n          - 2\n      - x"),
    ({"no": {"1": 2}, "a b": 3}, '\n      "no":\n        "1": 2\n      a b: 3'),
    ({"k" * 127: 1, "k" * 129: 1}, f"\n      {'k' * 127}: 1\n      ? {'k' * 129}\n      : 1"),
    ([{"k" * 129: {"a": 1}, "b": 2}], f"\n      - ? {'k' * 129}\n        :\n          a: 1\n        b: 2"),
]
"""Values, and how they are written after a name of one letter at the fifth column."""


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_how_values_are_written(value: Any, text: str) -> None:
    """Plain where no parser can misread it, folded or as it stands where it is long, else quoted; and it is read back."""
    record = Agreement(id="a", revision=1, title={"en": "A"}, extensions={"a": {"b": value}})
    written = dumps_yaml(record)
    assert f"{HEAD}extensions:\n  a:\n    b:{'' if text.startswith(chr(10)) else ' '}{text}\n" == written
    assert dumps(record) == dumps(loads_yaml(written))


def test_deep_texts_keep_a_width() -> None:
    """However deep a text stands, its lines hold at least forty characters."""
    deep: Any = LONG
    for _ in range(60):
        deep = {"a": deep}
    written = dumps_yaml(Agreement(id="a", revision=1, title={"en": "A"}, extensions={"a": deep}))
    assert [39, 39, 39] == [len(line.strip()) for line in written.splitlines()[-4:-1]]


def test_json_is_read_as_yaml() -> None:
    """A JSON file is YAML too, with the same record in it."""
    text = (BROKEN / "base.json").read_text(encoding="utf-8")
    assert loads(text) == loads_yaml(text)


def test_places() -> None:
    """A pointer leads to where its value stands, from its first character to its last; else to the innermost value around it."""
    text = f"""{HEAD}
parties:
  - id: cl   # a comment
    kind: country
    name: {{es: Chile,
           en: Chile }}
    country: CL
areas: []
summary:
  es: |
    uno
      dos

  # a comment
  en: >+
    one

license:

"""
    expected = {
        "": Place(1, 1, 18, 9),
        "/title": Place(5, 3, 5, 8),
        "/title/en": Place(5, 7, 5, 8),
        "/parties": Place(8, 3, 12, 16),
        "/parties/0": Place(8, 5, 12, 16),
        "/parties/0/id": Place(8, 9, 8, 11),
        "/parties/0/name": Place(10, 11, 11, 23),
        "/areas": Place(13, 8, 13, 10),
        "/summary": Place(15, 3, 21, 8),
        "/summary/es": Place(15, 7, 17, 10),
        "/summary/en": Place(20, 7, 21, 8),
        "/parties/1": Place(8, 3, 12, 16, exact=False),
        "/parties/00": Place(8, 5, 12, 16),
        "/parties/x/y": Place(8, 3, 12, 16, exact=False),
        "/id/x": Place(2, 5, 2, 6, exact=False),
        "/nothing": Place(1, 1, 18, 9, exact=False),
    }
    found = find_yaml_places(text, expected)
    assert {pointer: place for pointer, place in expected.items() if pointer not in {"", "/nothing"}} == {
        pointer: place for pointer, place in found.items() if pointer not in {"", "/nothing"}
    }
    assert (1, 1, True) == (found[""].line, found[""].column, found[""].exact)
    assert not found["/nothing"].exact
    assert (
        {"/a": Place(1, 1, 1, 1, exact=False)}
        == find_yaml_places("[", ["/a"])
        == find_yaml_places(text, ["/a"], limits=Limits(yaml_size=5))
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines(end: str) -> None:
    """Lines may end as on any system; places count them alike."""
    text = f"{HEAD}summary:\n  es: |\n    uno\n    dos\n\nareas: [helth]\n".replace("\n", end)
    assert [("area.unknown", "/areas/0", 11, 9)] == told(text)
    assert Place(7, 7, 9, 8) == find_yaml_places(text, ["/summary/es"])["/summary/es"]


def test_a_missing_extra_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyYAML reading is refused with what to install; writing needs nothing."""
    for name in [
        name
        for name in sys.modules
        if name == "yaml" or name.startswith(("yaml.", "coopmodel.formats.yaml_nodes", "coopmodel.formats.yaml_values"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    record = Agreement(id="a", revision=1, title={"en": "A"})
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtra, match=r"^reading YAML needs the extra 'yaml': python -m pip install 'coopmodel\[yaml\]'$") as caught:
        loads_yaml(HEAD)
    assert ("yaml", "reading YAML") == (caught.value.extra, caught.value.what)
    with pytest.raises(MissingExtra):
        find_yaml_places(HEAD, [])
    assert HEAD == dumps_yaml(record)
    monkeypatch.setitem(sys.modules, "coopmodel.formats.yaml_nodes", None)
    with pytest.raises(ModuleNotFoundError, match="yaml_nodes"):
        loads_yaml(HEAD)
