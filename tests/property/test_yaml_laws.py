"""Laws of YAML: nothing is lost, other parsers read the same, and nothing but our own errors comes out."""

import json
from typing import Any, Final

import yaml
from hypothesis import given, settings, strategies as st
from ruamel.yaml import YAML

from coopmodel.errors import DecodeError
from coopmodel.formats.yaml import dumps_yaml, find_yaml_places, loads_yaml
from coopmodel.formats.yaml_text import WIDEST, yaml_text
from coopmodel.model.agreement import Agreement
from coopmodel.testing.records import agreements
from coopmodel.values.text import Text
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.limits import Limits
from coopmodel.wire.plain import to_plain

LARGE: Final = Codec(limits=Limits(yaml_size=2**24))
FEWER: Final = settings(max_examples=settings().max_examples // 2)
CHARACTERS: Final = st.text(st.characters(codec="utf-8"))
SIGNS: Final = st.text(st.sampled_from("ab1 \t\n\r:#-?,[]{}&*!|>'\"%@`~=<.\\/é\x00\x07\x85\xa0\u2028\ufeff\uffff😀"), max_size=30)
MISREAD: Final = st.sampled_from(
    ["NO", "no", "y", "Yes", "off", "null", "~", "", "0777", "1e3", "2024", "2024-41", "1:30", ".inf", "<<", "="]
)
LONG: Final = st.lists(st.text("ab:#'", min_size=1, max_size=9), min_size=20, max_size=40).map(" ".join)
TEXTS: Final = CHARACTERS | SIGNS | MISREAD | LONG | st.lists(LONG | st.just("")).map("\n".join)
JSON: Final[st.SearchStrategy[Any]] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS | st.text("ab", min_size=120, max_size=140), inner, max_size=4),
    max_leaves=12,
)
BEGUN: Final = 'coopmodel: "1.0"\nid: a\nrevision: 1\ntitle: {en: A}\n'


def ruamel(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)  # pyright: ignore[reportUnknownMemberType]


def attached(content: Any) -> Agreement:
    return Agreement(id="a", revision=1, title={"en": "A"}, extensions={"acme": {"content": content}})


@given(agreements())
def test_round_trip(record: Agreement) -> None:
    """A record that was written as YAML and read is the same record, and is written in the same way again."""
    text = dumps_yaml(record)
    read = loads_yaml(text, codec=LARGE)
    assert record == read
    assert dumps(record) == dumps(read)
    assert text == dumps_yaml(read)


@FEWER
@given(agreements())
def test_other_parsers_read_the_same(record: Agreement) -> None:
    """A parser of YAML 1.2 and one of YAML 1.1, both with their own mind of numbers and dates, read what the JSON says."""
    text = dumps_yaml(record)
    assert to_plain(record) == ruamel(text)
    assert to_plain(record) == yaml.safe_load(text)


@given(JSON)
def test_whatever_is_attached_stays(content: Any) -> None:
    """What others attach is the same after a round trip, for other parsers too; 1, 1.0 and true stay apart."""
    record = attached(content)
    text = dumps_yaml(record)
    assert record == loads_yaml(text)
    assert dumps(record) == dumps(loads_yaml(text))
    for other in (ruamel(text), yaml.safe_load(text)):
        assert json.dumps(to_plain(record)) == json.dumps(other)


@given(st.dictionaries(st.sampled_from(["es", "en", "no", "end"]), TEXTS, min_size=1))
def test_texts(texts: dict[str, str]) -> None:
    """A text by language is the same text after a round trip, whatever it is made of."""
    assert texts == dict(attached_text(texts))


def attached_text(texts: dict[str, str]) -> Any:
    written = yaml_text({"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "A"}, "extensions": {"a": texts}})
    return loads_yaml(written).extensions["a"]


@given(LONG)
def test_long_texts_are_folded(text: str) -> None:
    """No line is longer than it may be where a text can be folded, and the text stays what it is."""
    record = Agreement(id="a", revision=1, title=Text({"en": text}))
    written = dumps_yaml(record)
    assert record == loads_yaml(written)
    assert WIDEST >= max(map(len, written.splitlines()))


@given(SIGNS | st.text())
def test_nothing_but_our_errors_comes_out(text: str) -> None:
    """Whatever is read, alone or within a record: a record, or our error whose problems have lines that the text has."""
    for whole in (text, f"{BEGUN}extensions: {{a: {{b: {text}}}}}\n", f"{BEGUN}summary:\n  {text}\n"):
        try:
            record = loads_yaml(whole)
        except DecodeError as error:
            for problem in error.problems:
                assert problem.line is not None
                assert 1 <= problem.line <= len(whole.splitlines()) + 1
                assert problem.column is not None
            find_yaml_places(whole, ["", "/extensions/a/b", "/title/0"])
        else:
            assert record == loads_yaml(dumps_yaml(record))


@FEWER
@given(agreements())
def test_json_is_read_as_yaml(record: Agreement) -> None:
    """A JSON text on one line whose names are short is YAML too, and says the same record, with escapes as well."""
    text = dumps(record)
    assert record == loads_yaml(json.dumps(json.loads(text)), codec=LARGE) == loads(text)
