"""Laws of words that are read: how firm they are, and whom they name."""

from typing import Final

from hypothesis import given, strategies as st

from coopmodel.analysis.names import Names, words_of
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.verbs import firmest, strongest
from coopmodel.codes.words import STRENGTH_RANKS

WORDS: Final = (
    "they we Mexico plan plans to will shall agreed not did have intend welcome the importance of action who which wish both sides "
    "las partes no se que acordaron comprometieron habrá será deberán podrán busca en su compromiso voluntad manifestaron la de acuerdo con"
)
SENTENCES: Final = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)
LANGUAGES: Final = st.sampled_from(["es", "en"])
TEXTS: Final = st.text(max_size=80)


def rank(text: str, language: str) -> int:
    strength = strongest(text, language)
    return 0 if strength is None else STRENGTH_RANKS[strength]


@given(SENTENCES, SENTENCES, LANGUAGES)
def test_two_sentences_are_as_firm_as_the_firmer(one: str, other: str, language: str) -> None:
    """A full stop ends what a verb can do: together two sentences support what either does, and no more."""
    assert max(rank(one, language), rank(other, language)) == rank(f"{one}. {other}", language)


@given(SENTENCES, LANGUAGES)
def test_white_space_makes_no_promise(text: str, language: str) -> None:
    """Line breaks and indents change no strength."""
    assert rank(text, language) == rank(f"\n  {text.replace(' ', chr(10) + chr(9))} ", language)


@given(TEXTS | SENTENCES, LANGUAGES)
def test_the_firmest_words_stand_in_the_text(text: str, language: str) -> None:
    """Whatever is read, the verb that is told stands in the text, white space apart."""
    verb = firmest(text, language)

    assert verb is None or verb.words in " ".join(text.split())


@given(TEXTS, TEXTS, st.sampled_from(sorted(COUNTRIES)))
def test_more_words_name_no_fewer(before: str, after: str, code: str) -> None:
    """A country that words name is named whatever stands around them."""
    names = Names()
    names.add_country(code)

    for name in COUNTRIES[code].names.values():
        assert names.stand_in(words_of([before, name, after]))
