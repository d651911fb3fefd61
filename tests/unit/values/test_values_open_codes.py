"""Words of the open code lists."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import COMMITMENT_KINDS, FUNCTIONS, INSTRUMENTS, SOURCE_KINDS
from coopmodel.errors import InvalidValue
from coopmodel.values.open_codes import (
    to_area_code,
    to_area_codes,
    to_commitment_kind,
    to_function,
    to_instrument,
    to_optional_area_code,
    to_optional_commitment_kind,
    to_optional_function,
    to_optional_instrument,
    to_own_area_code,
    to_source_kind,
)

_LISTS: tuple[tuple[Callable[[str], str], tuple[str, ...], str], ...] = (
    (to_area_code, tuple(THEMES), "area.unknown"),
    (to_instrument, INSTRUMENTS, "code.unknown"),
    (to_function, FUNCTIONS, "code.unknown"),
    (to_commitment_kind, COMMITMENT_KINDS, "code.unknown"),
    (to_source_kind, SOURCE_KINDS, "code.unknown"),
)
_NAMES = ["area", "instrument", "function", "commitment kind", "source kind"]


@pytest.mark.parametrize(("convert", "words", "code"), _LISTS, ids=_NAMES)
def test_words(convert: Callable[[str], str], words: tuple[str, ...], code: str) -> None:
    """Every word of the list passes, so does one's own with a prefix; another is refused with the list."""
    for word in (*words, "acme:joint-command", "a.b_c:d.e_f"):
        assert word == convert(word)
    for wrong in ("acme", "acme:", ":word", "acme:Word", "a:b:c", "acme:wörd", words[0].upper(), "", "acme:" + "w" * 124):
        with pytest.raises(InvalidValue, match="a word of your own with a prefix, such as 'acme:word'") as caught:
            convert(wrong)
        assert (code, words) == (caught.value.code, caught.value.allowed)
    with pytest.raises(InvalidValue) as caught:
        convert(cast("Any", 1))
    assert caught.value.code == "type.string"


def test_longest_word_of_ones_own() -> None:
    """A word of one's own has at most 128 characters with its prefix."""
    assert to_instrument("acme:" + "w" * 123) == "acme:" + "w" * 123


def test_misspelt_word_gets_a_suggestion() -> None:
    """The nearest word of the list is suggested."""
    with pytest.raises(InvalidValue) as caught:
        to_area_code("drug-traficking")
    assert caught.value.suggestion == "drug-trafficking"


@pytest.mark.parametrize(
    ("convert", "word"),
    [
        (to_optional_area_code, "health"),
        (to_optional_instrument, "treaty"),
        (to_optional_function, "police"),
        (to_optional_commitment_kind, "meeting"),
    ],
)
def test_optional(convert: Callable[[str | None], str | None], word: str) -> None:
    """None passes where it may, and a word is still checked."""
    assert convert(None) is None
    assert word == convert(word)
    with pytest.raises(InvalidValue):
        convert("no such word")


def test_several_areas() -> None:
    """Several areas become a tuple, and a wrong one is named by its place."""
    assert to_area_codes(["health", "acme:forensics"]) == ("health", "acme:forensics")
    with pytest.raises(InvalidValue) as caught:
        to_area_codes(["health", "helth"])
    assert (caught.value.code, caught.value.field, caught.value.suggestion) == ("area.unknown", "[1]", "health")


@pytest.mark.parametrize(
    ("wrong", "code"), [("health", "area.builtin"), ("forensics", "area.unknown"), ("acme:", "area.unknown"), (1, "type.string")]
)
def test_own_area(wrong: object, code: str) -> None:
    """A taxonomy describes prefixed areas alone: the built-in list has its own labels and may grow."""
    assert to_own_area_code("acme:forensics") == "acme:forensics"
    with pytest.raises(InvalidValue) as caught:
        to_own_area_code(cast("Any", wrong))
    assert code == caught.value.code
