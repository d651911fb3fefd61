"""Identifiers, references and anchors."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values import identifiers
from coopmodel.values.identifiers import (
    to_anchor,
    to_identifier,
    to_identifiers,
    to_optional_identifier,
    to_reference,
    to_references,
)

_BAD = ("", "-a", "a-", "a--b", "a.-b", "A", "Cl-minrel", "a b", "a/b", "a:b", "á", "a\n", " a", "a" * 129, "²", "\U0001d7d8")


@pytest.mark.parametrize("text", ["a", "0", "cl-minrel", "meeting-2", "a.b_c-d", "2024", "a" * 128])
def test_form(text: str) -> None:
    """An identifier is 1 to 128 of a-z and 0-9 in runs joined by one hyphen, point or underscore, and passes unchanged."""
    assert [text, text, text] == [to_identifier(text), to_anchor(text), to_reference(text)]


@pytest.mark.parametrize("text", _BAD)
@pytest.mark.parametrize("convert", [to_identifier, to_anchor, to_reference])
def test_form_refused(convert: Callable[[str], str], text: str) -> None:
    """Any other text is refused, as identifier, anchor and reference."""
    with pytest.raises(InvalidValue, match="is not an identifier") as caught:
        convert(text)
    assert (caught.value.code, caught.value.value) == ("identifier.form", text)


@pytest.mark.parametrize("convert", [to_identifier, to_anchor, to_reference])
def test_texts_alone(convert: Callable[[str], str]) -> None:
    """A number is not turned into a text."""
    with pytest.raises(InvalidValue) as caught:
        convert(cast("Any", 2))
    assert caught.value.code == "type.string"


@pytest.mark.parametrize("word", ["signature", "adoption", "entry-into-force"])
def test_anchor_words(word: str) -> None:
    """The events of an agreement are anchors, and name no entity."""
    assert word == to_anchor(word)
    for convert in (to_identifier, to_reference):
        with pytest.raises(InvalidValue, match="is an event of the agreement") as caught:
            convert(word)
        assert caught.value.code == "identifier.reserved"


@pytest.mark.parametrize("text", ["us-mx-hlsd-2021#unodc-mou", "a#b", "a" * 128 + "#" + "b" * 128])
def test_reference_to_another_record(text: str) -> None:
    """A reference to another record is two identifiers joined by a number sign."""
    assert text == to_reference(text)


@pytest.mark.parametrize("text", ["#", "a#", "#b", "a#b#c", "A#b", "a#B", "a # b", "a" * 129 + "#b"])
def test_bad_reference(text: str) -> None:
    """A bad part of a reference is refused with the whole of it as value."""
    with pytest.raises(InvalidValue, match="is not a reference") as caught:
        to_reference(text)
    assert (caught.value.code, caught.value.value) == ("reference.form", text)


def test_several_and_optional() -> None:
    """Several become a tuple, a wrong one is named by its place, and None passes where it may."""
    assert to_identifiers(["a", "b"]) == ("a", "b")
    assert to_references(iter(["a", "b#c"])) == ("a", "b#c")
    assert to_optional_identifier("a") == "a"
    assert to_optional_identifier(None) is None
    with pytest.raises(InvalidValue) as caught:
        to_references(["a", "b#"])
    assert (caught.value.code, caught.value.field) == ("reference.form", "[1]")


def test_identifiers_that_are_kept_in_mind_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of ever new ones does not fill the memory of the process, and one is judged alike each time."""
    monkeypatch.setattr(identifiers, "_KEPT", 3)
    for number in range(10):
        assert f"a-{number}" == to_identifier(f"a-{number}") == to_identifier(f"a-{number}")
        with pytest.raises(InvalidValue):
            to_identifier(f"A-{number}")
        assert len(identifiers._KNOWN) <= 3  # pyright: ignore[reportPrivateUsage]
