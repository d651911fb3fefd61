"""Laws of texts by language, of plain texts with a form, and of extensions."""

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from coopmodel.errors import InvalidValue
from coopmodel.testing import values
from coopmodel.values.countries import to_subdivision_code
from coopmodel.values.digests import to_digest
from coopmodel.values.extensions import Extensions, JsonObject, thawed, to_extensions
from coopmodel.values.identifiers import ANCHOR_WORDS, to_anchor, to_identifier, to_reference
from coopmodel.values.languages import to_language_tag
from coopmodel.values.open_codes import (
    to_area_code,
    to_commitment_kind,
    to_function,
    to_instrument,
    to_own_area_code,
    to_source_kind,
)
from coopmodel.values.quantities import to_currency
from coopmodel.values.strings import to_string
from coopmodel.values.text import Text, to_normalized
from coopmodel.values.urls import to_url

CONVERTED: list[tuple[st.SearchStrategy[Any], Callable[[str], str]]] = [
    (values.strings(), to_string),
    (values.normalized_strings(), to_normalized),
    (values.identifiers(), to_identifier),
    (values.references(), to_reference),
    (values.anchors(), to_anchor),
    (values.language_tags(), to_language_tag),
    (values.digests(), to_digest),
    (values.urls(), to_url),
    (values.subdivision_codes(), to_subdivision_code),
    (values.currencies(), to_currency),
    (values.area_codes(), to_area_code),
    (values.own_area_codes(), to_own_area_code),
    (values.instruments(), to_instrument),
    (values.functions(), to_function),
    (values.commitment_kinds(), to_commitment_kind),
    (values.source_kinds(), to_source_kind),
]


@pytest.mark.parametrize(("strategy", "convert"), CONVERTED, ids=[convert.__name__ for _, convert in CONVERTED])
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_idempotent(strategy: st.SearchStrategy[Any], convert: Callable[[str], str], data: st.DataObject) -> None:
    """A right text is converted to itself, however often."""
    text = data.draw(strategy)
    assert text == convert(text) == convert(convert(text))


@given(values.identifiers(), values.references())
def test_references(identifier: str, reference: str) -> None:
    """Every identifier is a reference to the record itself, and the parts of a longer one have the form of anchors."""
    assert identifier == to_reference(identifier)
    assert identifier not in ANCHOR_WORDS
    assert all(part == to_anchor(part) for part in reference.split("#"))


@given(values.language_tags(), st.data())
def test_language_case(tag: str, data: st.DataObject) -> None:
    """A language tag is right in one case only, and an error names it."""
    flags = data.draw(st.lists(st.booleans(), min_size=len(tag), max_size=len(tag)))
    other = "".join([letter.swapcase() if flag else letter for letter, flag in zip(tag, flags, strict=True)])
    if other != tag:
        with pytest.raises(InvalidValue) as caught:
            to_language_tag(other)
        assert (caught.value.code, caught.value.allowed) == ("language.case", (tag,))


@given(values.texts(values.language_tags()), st.randoms(use_true_random=False))
def test_order_of_languages(text: Text, random: Any) -> None:
    """Texts are equal, and hashed alike, whatever the order of their languages."""
    languages = list(text)
    random.shuffle(languages)
    other = Text({language: text[language] for language in languages})
    assert text == other
    assert hash(text) == hash(other)
    assert dict(text) == dict(other)


@given(values.texts(values.language_tags()))
def test_best(text: Text) -> None:
    """Asked for a language that it has, a text gives exactly that; asked for none, its first."""
    assert all(text.best(language) == said for language, said in text.items())
    assert text.best() == str(text) == next(iter(text.values()))


@given(values.strings())
def test_normal_form(said: str) -> None:
    """A text is kept unless its normal form C is another, and that form itself is always kept."""
    normal = unicodedata.normalize("NFC", said)
    assert normal == Text({"es": normal})["es"]
    if normal != said:
        with pytest.raises(InvalidValue) as caught:
            Text({"es": said})
        assert (caught.value.code, caught.value.field) == ("text.nfc", "es")


@given(st.dictionaries(values.strings(), values.json_values(), max_size=3))
def test_freeze_and_thaw(members: dict[str, Any]) -> None:
    """A JSON object thaws to what it was made of, types of numbers included, and to a fresh copy each time."""
    frozen = JsonObject(members)
    assert json.dumps(members) == json.dumps(thawed(frozen))
    assert thawed(frozen) is not thawed(frozen)
    assert frozen == JsonObject(thawed(frozen)) == JsonObject(frozen)


SCALARS = st.sampled_from([0, 0.0, False, 1, 1.0, True, None, "", "0"])
SIMILAR = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.just("a"), SCALARS)


@given(SIMILAR, SIMILAR)
def test_equal_like_json(one: Any, other: Any) -> None:
    """Two JSON objects are equal exactly when their JSON is: a number is no truth value, and ``1`` is not ``1.0``."""
    assert (json.dumps(one) == json.dumps(other)) is (JsonObject({"a": one}) == JsonObject({"a": other}))


@given(st.dictionaries(values.strings(), values.json_values(), max_size=3))
def test_member_order(members: dict[str, Any]) -> None:
    """The order of members makes no difference."""
    assert JsonObject(members) == JsonObject(dict(reversed(members.items())))


@given(values.extensions())
def test_extensions(extensions: Extensions) -> None:
    """Extensions survive JSON, and are made of themselves."""
    assert extensions == to_extensions(json.loads(json.dumps(thawed(extensions))))
    assert to_extensions(extensions) is extensions
