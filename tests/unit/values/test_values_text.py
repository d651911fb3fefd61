"""Texts by language, plain strings, and members that hold several values."""

import copy
import pickle
from collections.abc import Mapping
from typing import Any, cast

import pytest
from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue
from coopmodel.values.several import several
from coopmodel.values.strings import to_optional_string, to_string
from coopmodel.values.text import Text, to_normalized, to_optional_text, to_text, to_texts

_BOTH = Text({"es": "Segunda reunión", "en": "Second meeting"})


def test_a_mapping() -> None:
    """A text is a mapping from language to words, in the order given."""
    assert isinstance(_BOTH, Mapping)
    assert dict(_BOTH) == {"es": "Segunda reunión", "en": "Second meeting"}
    assert list(_BOTH) == ["es", "en"]
    assert len(_BOTH) == 2
    assert _BOTH["en"] == "Second meeting"
    assert "pt" not in _BOTH
    with pytest.raises(KeyError):
        _BOTH["pt"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ((), "uno"),
        (("en",), "one"),
        (("fr",), "uno"),
        (("fr", "en"), "one"),
        (("en-GB",), "one"),
        (("pt",), "um"),
        (("pt-PT",), "um"),
        (("pt-BR",), "um"),
        (("fr", "pt", "en"), "um"),
        (("EN",), "uno"),
    ],
)
def test_best(wanted: tuple[str, ...], found: str) -> None:
    """The first wanted language that there is gives the text, by primary language if need be; else the first one given."""
    assert found == Text({"es": "uno", "en": "one", "pt-BR": "um"}).best(*wanted)


def test_exact_tag_before_primary_language() -> None:
    """Of two varieties of a language the one asked for is found, whichever comes first."""
    text = Text({"pt-PT": "facto", "pt-BR": "fato"})
    assert text.best("pt-BR") == "fato"
    assert text.best("pt") == "facto"


def test_str_and_repr() -> None:
    """A text is written as the first one given, and shown as the call that makes it."""
    assert str(_BOTH) == "Segunda reunión"
    assert repr(_BOTH) == "Text({'es': 'Segunda reunión', 'en': 'Second meeting'})"


def test_equal_without_regard_to_order() -> None:
    """Texts are equal when they say the same in the same languages, and then hash alike."""
    turned = Text({"en": "Second meeting", "es": "Segunda reunión"})
    assert turned == _BOTH
    assert hash(turned) == hash(_BOTH)
    assert Text({"es": "Segunda reunión"}) != _BOTH
    assert Text({"es": "Second"}) != Text({"en": "Second"})
    assert Text({"es": "uno"}) != cast("object", {"es": "uno"})


def test_copied_and_pickled() -> None:
    """Copying and pickling keep content and order."""
    for same in (copy.copy(_BOTH), copy.deepcopy(_BOTH), pickle.loads(pickle.dumps(_BOTH))):  # noqa: S301  made here
        assert same == _BOTH
        assert list(same) == list(_BOTH)


def test_immutable() -> None:
    """Nothing of a text can be set or deleted, and it does not share the mapping that it was made of."""
    given = {"es": "uno"}
    text = Text(given)
    given["es"] = "dos"
    for name in ("_texts", "note"):
        with pytest.raises(FrozenInstanceError):
            setattr(text, name, {})
        with pytest.raises(FrozenInstanceError):
            delattr(text, name)
    assert text["es"] == "uno"


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ("Segunda reunión", "type.object", None),
        ([("es", "uno")], "type.object", None),
        (None, "type.object", None),
        ({}, "text.empty", None),
        ({"es": ""}, "text.blank", "es"),
        ({"es": " \n\t\u00a0"}, "text.blank", "es"),
        ({"es": "\u200b\ufeff"}, "text.blank", "es"),
        ({"es": "\x00\x07"}, "text.blank", "es"),
        ({"es": None}, "type.string", "es"),
        ({"es": ["uno"]}, "type.string", "es"),
        ({"es": "uno", "en": "a\ud800"}, "text.surrogate", "en"),
        ({"es": "reunio\u0301n"}, "text.nfc", "es"),
        ({"es": "\u212b"}, "text.nfc", "es"),
        ({"ES": "uno"}, "language.case", "ES"),
        ({"español": "uno"}, "language.form", "español"),
        ({1: "uno"}, "type.string", "1"),
    ],
)
def test_refused(wrong: object, code: str, field: str | None) -> None:
    """A bare string, an empty mapping, and blank, undecomposed or unwritable words are refused; the language is named."""
    with pytest.raises(InvalidValue) as caught:
        Text(cast("Any", wrong))
    assert (code, field) == (caught.value.code, caught.value.field)


def test_normalized() -> None:
    """Words pass in normalization form C alone."""
    assert to_normalized("reunión") == "reunión"
    assert to_normalized("plain") == "plain"
    with pytest.raises(InvalidValue, match="normalization form C"):
        to_normalized("reunio\u0301n")


def test_text_converters() -> None:
    """The converters take a text or a mapping; the optional one also None; of several, a wrong one is named down to its language."""
    assert to_text(_BOTH) is _BOTH
    assert Text({"es": "uno"}) == to_optional_text({"es": "uno"})
    assert to_optional_text(None) is None
    assert (Text({"es": "uno"}), _BOTH) == to_texts([{"es": "uno"}, _BOTH])
    with pytest.raises(InvalidValue) as caught:
        to_texts([_BOTH, {"es": " "}])
    assert (caught.value.code, caught.value.path) == ("text.blank", (1, "es"))


def test_strings() -> None:
    """A plain text passes as it is, decomposed letters and outer spaces included; None passes where it may."""
    for text in ("plain", " p. 4 ", "reunio\u0301n", "\U0001f91d"):
        assert to_string(text) is text
        assert to_optional_string(text) is text
    assert to_optional_string(None) is None


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("", "text.blank"), (" \n", "text.blank"), ("\udc80", "text.surrogate"), (4, "type.string"), (b"p. 4", "type.string")],
)
def test_strings_refused(wrong: object, code: str) -> None:
    """Blank and unwritable texts are refused, and what is no text."""
    with pytest.raises(InvalidValue) as caught:
        to_string(cast("Any", wrong))
    assert code == caught.value.code


@pytest.mark.parametrize("values", [["a", "b"], ("a", "b"), iter(["a", "b"]), {1: "a", 2: "b"}.values()])
def test_several(values: Any) -> None:
    """Whatever can be walked through in order becomes a tuple, each value converted."""
    assert several(values, str.upper) == ("A", "B")


@pytest.mark.parametrize("wrong", ["ab", b"ab", {"a": 1}, {"a"}, frozenset("a"), dict.fromkeys("ab").keys(), None, 5])
def test_several_refused(wrong: object) -> None:
    """One text, a mapping, a set and what cannot be walked through are refused: they would be split or have no order."""
    with pytest.raises(InvalidValue, match="expected several values in order") as caught:
        several(cast("Any", wrong), str)
    assert caught.value.code == "type.array"
    assert wrong == caught.value.value
