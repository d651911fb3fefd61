"""Citations that are made of the text that they quote."""

from typing import Any

import pytest

from coopmodel.analysis.quoting import quote
from coopmodel.errors import InvalidValue
from coopmodel.model.citation import Citation

TEXT = "Las partes acordaron patrullajes\nconjuntos. Más tarde las partes acordaron reunirse “en Lima”."


def test_words_that_stand_once_are_cited_with_their_place() -> None:
    """The words are kept as they are given, and the offsets are those of the text, line breaks and all."""
    expected = Citation(source="s", exact="acordaron patrullajes conjuntos", start=11, end=42, supports=("statement",))

    assert expected == quote("acordaron patrullajes conjuntos", source="s", text=TEXT, supports=["statement"])
    assert "acordaron patrullajes\nconjuntos" == TEXT[11:42]


def test_words_before_or_after_tell_two_places_apart() -> None:
    """They are kept in the citation, so that others find the same place."""
    expected = Citation(source="s", exact="acordaron", prefix="Las partes", start=11, end=20)

    assert expected == quote("acordaron", source="s", text=TEXT, prefix="Las partes")
    after = Citation(source="s", exact="acordaron", suffix="reunirse", start=65, end=74)
    assert after == quote("acordaron", source="s", text=TEXT, suffix="reunirse")


@pytest.mark.parametrize(
    ("words", "context", "code", "message"),
    [
        ("acordaron", {}, "quotation.ambiguous", "'acordaron' stands more than once in the text: tell by prefix or suffix which is meant"),
        ("acordaron volar", {}, "quotation.absent", "the text does not hold these words: 'acordaron volar'"),
        (
            "reunirse",
            {"prefix": "Las partes"},
            "quotation.absent",
            "the text does not hold these words, or not between the prefix and suffix given: 'reunirse'",
        ),
        (
            "reunirse",
            {"suffix": "en Quito"},
            "quotation.absent",
            "the text does not hold these words, or not between the prefix and suffix given: 'reunirse'",
        ),
        (
            'mas tarde las partes acordaron reunirse "en lima"',
            {},
            "quotation.absent",
            (
                "the text does not hold these words: 'mas tarde las partes acordaron reunirse \"en lima\"'; "
                "it reads 'Más tarde las partes acordaron reunirse “en Lima”'"
            ),
        ),
        ("", {}, "text.blank", "a text must hold a visible character; leave the member out where nothing is known"),
    ],
)
def test_words_that_cannot_be_cited_are_refused(words: str, context: dict[str, str], code: str, message: str) -> None:
    """Whoever misquotes learns what the text has; whoever quotes too little learns that it is too little."""
    with pytest.raises(InvalidValue) as refused:
        quote(words, source="s", text=TEXT, **context)
    assert (code, message, words) == (refused.value.code, refused.value.message, refused.value.value)


def test_bytes_are_no_text() -> None:
    """Offsets are counted in characters, and only whoever decodes knows them."""
    with pytest.raises(InvalidValue, match="expected a text"):
        quote("a", source="s", text=b"a")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("members", "code", "field"),
    [
        ({"supports": "title"}, "type.array", "supports"),
        ({"supports": None}, "type.array", "supports"),
        ({"prefix": 5}, "type.string", "prefix"),
        ({"suffix": b"x"}, "type.string", "suffix"),
        ({"source": "A b"}, "identifier.form", "source"),
    ],
)
def test_what_a_citation_refuses_is_refused_here(members: dict[str, Any], code: str, field: str) -> None:
    """Before anything is looked for in the text, and by the name of the member."""
    with pytest.raises(InvalidValue) as refused:
        quote("reunirse", **({"source": "s", "text": TEXT} | members))
    assert (code, field) == (refused.value.code, refused.value.field)
