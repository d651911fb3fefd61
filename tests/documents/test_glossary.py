"""The glossary: each language names the other's word, and what it says of the model is there."""

import re
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

import coopmodel
from coopmodel.wire.converter import CLASSES, PARTIES

DOCS = Path(__file__).parents[2] / "docs"
OTHER = {"en": "Spanish", "es": "Inglés"}
PAGES = {"en": DOCS / "glossary.md", "es": DOCS / "glossary.es.md"}
KINDS = {kind.__name__: kind for kind in (*CLASSES, *PARTIES.values())}


class Term(NamedTuple):
    """One entry.

    Attributes:
        anchor: What links name.
        word: The term.
        other: The term in the other language, as this page has it.
    """

    anchor: str
    word: str
    other: str


def terms(language: str) -> list[Term]:
    """Return the entries of a page in their order."""
    found = re.findall(
        rf"^### (.+) {{ #([a-z0-9-]+) }}\n\n\*{OTHER[language]}: ([^*]+)\.\*", PAGES[language].read_text("utf-8"), re.MULTILINE
    )
    return [Term(anchor, word, other) for word, anchor, other in found]


def plain(word: str) -> str:
    """Return a term without what headings alone have."""
    return word.strip('"').lower()


def test_every_heading_is_a_term() -> None:
    """Each entry, in either language, has an anchor and the other language's word."""
    for language, page in PAGES.items():
        assert len(re.findall(r"^### ", page.read_text("utf-8"), re.MULTILINE)) == len(terms(language))


def test_both_languages_have_the_same_entries() -> None:
    """The anchors are the same, in the same order, and none stands twice."""
    anchors = [term.anchor for term in terms("en")]

    assert anchors == [term.anchor for term in terms("es")]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(("here", "there"), [("en", "es"), ("es", "en")])
def test_each_language_names_the_word_of_the_other(here: str, there: str) -> None:
    """What a page gives as the counterpart of a term is the heading of that term on the other page."""
    words = {term.anchor: plain(term.word) for term in terms(there)}

    assert words == {term.anchor: plain(term.other) for term in terms(here)}


@pytest.mark.parametrize("language", OTHER)
def test_what_it_says_of_the_model_is_there(language: str) -> None:
    """Each ``Class`` and ``Class.member`` that stands in the text is one of the model or of the library."""
    text = PAGES[language].read_text("utf-8")
    named = set(re.findall(r"`([A-Z][A-Za-z]+[a-z])(?:\.([a-z_]+))?`", text))

    assert named
    for name, member in sorted(named):
        assert hasattr(coopmodel, name), name
        if name in KINDS and member:
            assert member in attrs.fields_dict(KINDS[name])


def test_every_entity_is_explained() -> None:
    """Each class of the model stands in the glossary, but for those that only group a few members of another."""
    grouping = {"Place", "Money", "ExternalIdentifier", "AreaMapping"}
    text = PAGES["en"].read_text("utf-8")

    assert grouping == {name for name in KINDS if not re.search(rf"`{name}`", text)}
