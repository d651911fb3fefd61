"""Whatever text is read, a record comes out or an error of ours: of JSON's grammar, of records with something changed, of any bytes."""

import io
import json
import warnings
from random import Random
from typing import Any, Final, NoReturn

import pytest
from fuzz_targets import ENTRIES, changed, judge, seeds
from hypothesis import given, strategies as st

from coopmodel.errors import DecodeError, NewerVersion
from coopmodel.formats.jsonl import iter_jsonl
from coopmodel.formats.yaml_text import yaml_text
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.limits import Limits

SEEDS: Final = dict(seeds())
DOCUMENTS: Final = [(name, json.loads(data[1:])) for name, data in SEEDS.items() if name.endswith("-0") and not name.startswith("text-")]
RECORDS: Final = [document for name, document in DOCUMENTS if judge(SEEDS[name]) == "read"]
NAMES: Final = ("coopmodel", "id", "revision", "title", "es", "en", "parties", "kind", "areas", "extensions", "x", "a/b", "~", "")

SPACE: Final = st.text(st.sampled_from(" \t\n\r"), max_size=2) | st.sampled_from(["\x0b", "\xa0", "\ufeff", "\x00", "/**/", "//\n", "#\n"])
BLANK: Final = st.just("") | SPACE
HEX: Final = st.text(st.sampled_from("0123456789abcdefABCDEF"), min_size=4, max_size=4)
PIECE: Final = st.one_of(
    st.text(st.characters(exclude_characters='"\\', exclude_categories=["Cc"]), max_size=5),
    st.sampled_from(['\\"', "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]),
    HEX.map(lambda digits: f"\\u{digits}"),
    st.sampled_from(
        ["\\ud83d\\ude00", "\\uD800", "\\udc00", "\\u0000", "\\u00e9", "e\\u0301", "\\x41", "\\u12", "\\", "\n", "\x00", '"', "\ud800"]
    ),
)
STRING: Final = st.one_of(st.sampled_from([f'"{name}"' for name in NAMES]), st.lists(PIECE, max_size=4).map(lambda it: f'"{"".join(it)}"'))
DIGITS: Final = st.integers(0, 10**25).map(str)
NUMBER: Final = st.one_of(
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from(["", "-"]),
            DIGITS,
            st.sampled_from(["", ".0", ".5", ".10", "." + "1" * 30]),
            st.sampled_from(["", "e5", "E-7", "e+400", "e-400", "e99999999999"]),
        ),
    ),
    st.sampled_from(["-0", "01", "+1", ".5", "1.", "0x1", "NaN", "-Infinity", "1e", "--1", "9" * 5000, "0." + "0" * 5000 + "1"]),
)


def an_object(members: list[tuple[str, str, str]]) -> str:
    """Return the text of an object."""
    return "{" + ",".join([f"{blank}{name}:{value}" for blank, name, value in members]) + "}"


VALUE: Final = st.recursive(
    st.one_of(st.sampled_from(["null", "true", "false", "True", "nul"]), STRING, NUMBER),
    lambda inner: st.one_of(
        st.tuples(BLANK, st.lists(inner, max_size=4)).map(lambda it: f"[{it[0]}{','.join(it[1])}]"),
        st.lists(st.tuples(BLANK, STRING, inner), max_size=5).map(an_object),
        inner.map(lambda text: '{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"},"extensions":{"a":{"b":' + text + "}}}"),
    ),
    max_leaves=12,
)
TEXTS: Final = st.tuples(BLANK, VALUE, BLANK).map("".join)


def no_constant(name: str) -> NoReturn:
    """Refuse what Python takes for a number and JSON does not."""
    raise ValueError(name)


def outcome(text: str | bytes) -> str:
    """Return ``read`` or the code of the first problem; what is read must come back."""
    refusal = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        try:
            record = loads(text)
        except DecodeError as error:
            refusal = error
        else:
            assert record == loads(dumps(record))
    if refusal is None:
        return "read"
    assert str(refusal).encode()
    return refusal.problems[0].code


@given(TEXTS)
def test_what_is_json_is_decided_as_by_another_parser(text: str) -> None:
    """A text of the grammar, or almost, is refused as no JSON where Python's own parser refuses it, or takes what is no character."""
    code = outcome(text)
    try:
        text.encode()
        value = json.loads(text, parse_constant=no_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except ValueError:
        assert code.startswith("json.")
    else:
        assert not code.startswith("json.")


def spelt(value: Any, random: Random) -> str:
    """Return a value as JSON in one of its many spellings."""
    blank = random.choice(["", "", " ", "\n", "\t \r\n"])
    if isinstance(value, str):
        return blank + '"' + "".join([escaped(character, random) for character in value]) + '"' + blank
    if isinstance(value, list):
        return f"{blank}[{','.join([spelt(item, random) for item in value])}]"  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, dict):
        members = [f"{spelt(name, random)}:{spelt(part, random)}" for name, part in value.items()]  # pyright: ignore[reportUnknownVariableType]
        return "{" + ",".join(random.sample(members, len(members))) + blank + "}"
    return blank + json.dumps(value) + blank


def escaped(character: str, random: Random) -> str:
    """Return a character of a string as itself, or as an escape."""
    if character not in '"\\' and character >= " " and random.random() < 0.8:
        return character
    return json.dumps(character)[1:-1] if random.random() < 0.5 else "".join([f"\\u{code:04X}" for code in units(character)])


def units(character: str) -> list[int]:
    """Return the character in UTF-16."""
    encoded = character.encode("utf-16-be")
    return [int.from_bytes(encoded[at : at + 2], "big") for at in range(0, len(encoded), 2)]


@given(st.sampled_from(RECORDS), st.integers(0, 2**64))
def test_a_record_may_be_spelt_in_many_ways(document: Any, seed: int) -> None:
    """Escapes, white space and the order of members are no part of what a text says."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        assert loads(json.dumps(document)) == loads(spelt(document, Random(seed)))  # noqa: S311  the same each time


@given(st.sampled_from([document for _, document in DOCUMENTS]), st.integers(0, 2**64), st.integers(0, len(ENTRIES) - 3))
def test_a_record_in_which_something_is_changed(document: Any, seed: int, entry: int) -> None:
    """Members replaced, moved, renamed, wrapped, taken out: whoever reads it, as JSON, as a line, or as YAML, reads it or refuses it."""
    random = Random(seed)  # noqa: S311  the same each time
    document = json.loads(json.dumps(document))
    for _ in range(random.randint(1, 3)):
        document = changed(document, random)
    text = yaml_text(document) if entry in {6, 7} and isinstance(document, dict) else spelt(document, random)  # pyright: ignore[reportUnknownArgumentType]
    judge(bytes([entry]) + text.encode(errors="surrogatepass"))


@given(st.sampled_from([*SEEDS.values()]), st.integers(0, 2**64))
def test_bytes_in_which_something_is_changed(data: bytes, seed: int) -> None:
    """Bytes put in, taken out, repeated, of texts in every form and of compressed files."""
    random = Random(seed)  # noqa: S311  the same each time
    data = data[:4000]
    for _ in range(random.randint(1, 3)):
        start = random.randint(1, len(data)) if data else 0
        end = min(len(data), start + random.choice([0, 1, 2, 10, 1000]))
        middle = random.choice(
            [b"", data[start:end] * 2, random.randbytes(2), *[bytes([byte]) for byte in b'"\\{}[],:\n-0\x00\xff&*|>#'], b"\xed\xa0\x80"]
        )
        data = data[:start] + middle + data[random.choice([start, end]) :]
    judge(data)


@given(
    st.lists(
        st.sampled_from([b"", b"  ", b"{", b"\xff", b"[1]", *[json.dumps(document).encode() for document in RECORDS[:20]]]), max_size=8
    )
)
def test_each_line_is_told_by_itself(lines: list[bytes]) -> None:
    """As many results as lines that are not blank, each with its number and what reading it alone gives."""
    codec = Codec(limits=Limits(size=3000))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        found = list(iter_jsonl(io.BytesIO(b"\n".join(lines)), codec=codec))
        assert [number for number, line in enumerate(lines, 1) if line.strip()] == [line.number for line in found]
        for line in found:
            text = lines[line.number - 1]
            if line.record is not None:
                assert codec.loads(text) == line.record
            else:
                with pytest.raises(DecodeError) as caught:
                    codec.loads(text)
                assert [problem.code for problem in caught.value.problems] == [problem.code for problem in line.problems]


@pytest.mark.parametrize("name", SEEDS)
def test_what_the_fuzzer_begins_with(name: str) -> None:
    """No seed breaks a law: of thousands of inputs these are the first."""
    assert judge(SEEDS[name])
