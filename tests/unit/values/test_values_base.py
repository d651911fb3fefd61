"""What all values written as one text share."""

import copy
import pickle
from typing import Any, cast

import pytest
from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue
from coopmodel.values.base import Value
from coopmodel.values.dates import PartialDate


class Word(Value):
    """A value made for these tests: any text but ``no``."""

    __slots__ = ("length",)

    length: int

    def _read(self, text: str) -> None:
        if text == "no":
            raise InvalidValue("word.form", "not this word", text)
        object.__setattr__(self, "length", len(text))


class OtherWord(Word):
    """The same texts, of another type."""

    __slots__ = ()


class Overtaken(Value):
    """A value that, while it is being read, is made by somebody else, as by a second thread."""

    __slots__ = ()

    first: "Overtaken | None" = None

    def _read(self, text: str) -> None:
        if Overtaken.first is None:
            Overtaken.first = self
            Overtaken.first = Overtaken(text)


def test_made_once() -> None:
    """The same text gives the same object; what was read stays with it."""
    assert Word("yes") is Word("yes")
    assert Word("yes").length == 3


def test_one_object_though_two_readers_began() -> None:
    """Whoever makes a value second gets the object of whoever was first."""
    second = Overtaken("text")
    assert second is Overtaken.first
    assert second is Overtaken("text")


def test_a_refused_text_is_refused_again() -> None:
    """A text that was refused leaves nothing behind."""
    for _ in range(2):
        with pytest.raises(InvalidValue, match="not this word"):
            Word("no")


def test_the_cache_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old values are forgotten when there are too many, and those made anew are equal to them."""
    monkeypatch.setattr("coopmodel.values.base._CACHED", 2)
    known: dict[str, Word] = {}
    monkeypatch.setattr(Word, "_known", known)
    first = Word("first")
    for text in ("second", "third"):
        Word(text)
    assert len(known) <= 2
    again = Word("first")
    assert again is not first
    assert again == first
    assert hash(again) == hash(first)


def test_a_text_and_nothing_else() -> None:
    """Numbers, bytes and subclasses of str are refused."""
    for wrong in (1, b"yes", None, type("Text", (str,), {})("yes")):
        with pytest.raises(InvalidValue, match="expected a text") as caught:
            Word(cast("Any", wrong))
        assert caught.value.code == "type.string"


def test_types_are_apart() -> None:
    """Values of two types are never equal, though they are spelt alike, nor is a value equal to its text."""
    assert type(OtherWord("yes")) is OtherWord
    assert Word("yes") != OtherWord("yes")
    assert Word("yes") != cast("object", "yes")
    assert len({Word("yes"), OtherWord("yes")}) == 2


def test_text_repr_copy_and_pickle() -> None:
    """A value is written as its text and shown as the call that makes it; copying and pickling give the same object."""
    word = Word("sí, 'a'")
    assert str(word) == "sí, 'a'"
    assert repr(word) == """Word("sí, 'a'")"""
    assert copy.copy(word) is word
    assert copy.deepcopy(word) is word
    assert pickle.loads(pickle.dumps(word)) is word  # noqa: S301  made here


def test_immutable() -> None:
    """No attribute can be set, added or deleted."""
    word = cast("Any", Word("yes"))
    for name in ("length", "note"):
        with pytest.raises(FrozenInstanceError):
            setattr(word, name, 4)
        with pytest.raises(FrozenInstanceError):
            delattr(word, name)
    assert word.length == 3


def test_a_value_can_be_formatted_like_its_text() -> None:
    """Width and alignment work as on the wire form."""
    assert f"{PartialDate('2024-41'):>10}" == "   2024-41"
