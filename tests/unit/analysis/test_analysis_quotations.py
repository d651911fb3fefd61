"""Quotations: where they stand in a text, and whether offsets read so."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from coopmodel.analysis.quotations import QuotableText

SPEECH = "El crimen no tiene\nfronteras,  por lo tanto,\n\n\tel combate al\u00a0crimen tampoco."


def found(text: str, exact: str, prefix: str | None = None, suffix: str | None = None) -> list[str]:
    """Return the stretches of the text that a look-up finds."""
    return [text[start:end] for start, end in QuotableText(text).find(exact, prefix, suffix)]


def test_words_are_found_where_they_stand() -> None:
    """A quotation gives the offsets of its first character and of the one after its last."""
    assert [(3, 9)] == QuotableText("El crimen no tiene fronteras").find("crimen")


def test_line_breaks_and_runs_of_white_space_are_equal_to_a_space() -> None:
    """What the layout of a page does between two words does not matter, on either side."""
    assert ["tiene\nfronteras,  por lo"] == found(SPEECH, "tiene fronteras, por lo")
    assert ["tiene\nfronteras,  por lo"] == found(SPEECH, "tiene   fronteras,\npor\tlo")


def test_a_non_breaking_space_is_white_space() -> None:
    """Typesetters put it between words that must not part; a person who quotes types a space."""
    assert ["al\u00a0crimen"] == found(SPEECH, "al crimen")
    assert ["al\u00a0crimen"] == found(SPEECH, "al\u00a0crimen")


def test_white_space_around_the_words_is_not_part_of_them() -> None:
    """Offsets begin and end at a character that can be seen, however the quotation was cut."""
    assert [(2, 3)] == QuotableText("  b  ").find(" \nb\t")


def test_words_must_match_to_the_letter() -> None:
    """Case, accents and characters that look alike are differences."""
    text = "Tohá dijo"
    assert [] == found(text, "toha dijo")
    assert [] == found(text, "Toha\u0301 dijo")
    assert [] == found(text, "Tohá  dijo algo")


@pytest.mark.parametrize(
    ("text", "exact", "verbatim"),
    [
        ("su interés en ello", "su interes", "su interés"),
        ("su intere\u0301s en ello", "su interés", "su intere\u0301s"),
        ("SU INTERÉS", "su interés", "SU INTERÉS"),
        ("dijo \u00abcrimen\u00bb", 'dijo "crimen"', "dijo \u00abcrimen\u00bb"),
        ("l\u2019accord", "l'accord", "l\u2019accord"),
        ("2023\u20132024", "2023-2024", "2023\u20132024"),
        ("coopera\u00adción", "cooperación", "coopera\u00adción"),
        ("el \ufb01n", "el fin", "el \ufb01n"),
        ("die Straße", "die strasse", "die Straße"),
        ("etc\u2026", "etc...", "etc\u2026"),
        ("el combate\n al  Crimen", "el combate al crimen", "el combate al Crimen"),
    ],
)
def test_what_nearly_reads_so_is_given_as_the_text_has_it(text: str, exact: str, verbatim: str) -> None:
    """Case, accents however they are encoded, quotation marks, dashes, ligatures and hidden hyphens are no difference here."""
    assert verbatim == QuotableText(text).nearly(exact)


@pytest.mark.parametrize(
    ("text", "exact"),
    [("Tohá y Toha", "toha"), ("Tohá dijo", "Tohá calló"), ("el \ufb01n", "el f"), ("el \ufb01n", "in"), ("", "toha"), ("Tohá", "\u00ad")],
    ids=["two places", "other words", "ends within a ligature", "begins within a ligature", "no text", "no words"],
)
def test_what_reads_otherwise_or_stands_twice_is_not_guessed(text: str, exact: str) -> None:
    """Of two places none is chosen, and half a character is none."""
    assert QuotableText(text).nearly(exact) is None


def test_the_words_around_choose_between_places_that_nearly_read_so() -> None:
    """Prefix and suffix are compared as the words are."""
    text = QuotableText("de Tohá, y a tohá.")

    assert "tohá" == text.nearly("toha", "Y á ")
    assert "Tohá" == text.nearly("toha", None, ", Y")


@pytest.mark.parametrize("nothing", ["", " ", "\n\t"])
def test_nothing_is_found_nowhere(nothing: str) -> None:
    """An empty quotation has no place, also in an empty text."""
    assert [] == QuotableText(SPEECH).find(nothing)
    assert [] == QuotableText("").find(nothing)


def test_offsets_count_code_points() -> None:
    """A character beyond the basic plane counts as one, as the format has it, not as two."""
    assert [(2, 5)] == QuotableText("😀 a😀b").find("a😀b")


def test_every_place_is_found_in_order() -> None:
    """The same words twice are two places."""
    assert [(0, 2), (6, 8)] == QuotableText("la le\nla").find("la")


@pytest.mark.parametrize(
    ("text", "exact", "starts"),
    [
        ("aaaa", "aa", [0, 1, 2]),
        ("la la la la", "la la", [0, 3, 6]),
        ("ababa ababab", "aba", [0, 2, 6, 8]),
        ("aaa aaaa", "aaa", [0, 4, 5]),
        ("abcabcabcabx abcabc", "abcabc", [0, 3, 13]),
    ],
)
def test_places_that_overlap_are_all_found(text: str, exact: str, starts: list[int]) -> None:
    """Words that repeat themselves are found at each repetition."""
    assert starts == [start for start, _ in QuotableText(text).find(exact)]


def test_a_prefix_tells_equal_words_apart() -> None:
    """Only the place that the prefix stands just before counts."""
    text = "Chile firmó. Perú\nfirmó."
    assert [(18, 23)] == QuotableText(text).find("firmó", prefix="Perú ")
    assert [(18, 23)] == QuotableText(text).find("firmó", prefix="Chile firmó. Perú")
    assert [] == QuotableText(text).find("firmó", prefix="Bolivia ")


def test_a_suffix_tells_equal_words_apart() -> None:
    """Only the place that the suffix stands just after counts."""
    text = "firmó Chile, firmó\nPerú"
    assert [(13, 18)] == QuotableText(text).find("firmó", suffix=" Perú")
    assert [(13, 18)] == QuotableText(text).find("firmó", suffix="Perú")
    assert [] == QuotableText(text).find("firmó", suffix="Perú y")


def test_prefix_and_suffix_may_be_parts_of_words() -> None:
    """A quotation may begin or end within a word, and then so does what stands around it."""
    assert [(3, 7)] == QuotableText("no-cooperación").find("coop", prefix="no-", suffix="eración")


def test_at_the_edges_of_a_text_there_is_nothing_before_and_after() -> None:
    """A prefix does not match at the beginning, nor a suffix at the end."""
    assert [] == QuotableText("a b").find("a", prefix="b")
    assert [] == QuotableText("a b").find("b", suffix="a")
    assert [(0, 1)] == QuotableText("a b").find("a", prefix=" ", suffix="b")


def test_offsets_read_so_if_the_words_between_them_do() -> None:
    """Offsets are right when the words are, white space apart; beyond the end of the text they are wrong."""
    text = QuotableText("por lo\ntanto")
    assert text.reads(0, 6, "por lo")
    assert text.reads(4, 12, "lo  tanto")
    assert not text.reads(0, 5, "por lo")
    assert not text.reads(4, 13, "lo tanto")
    assert not text.reads(6, 4, "lo")


PIECES = st.text(alphabet="ab \n", max_size=16)


@given(
    PIECES, st.text(alphabet="ab ", max_size=5), st.none() | st.sampled_from(["a", "b ", "a b"]), st.none() | st.sampled_from(["a", " b"])
)
def test_what_is_found_is_what_a_look_at_every_place_finds(text: str, exact: str, prefix: str | None, suffix: str | None) -> None:
    """The fast search finds neither more nor less than trying each place in turn, and each place found reads so."""
    words = " ".join(exact.split())
    joined = " ".join(text.split())
    count = 0
    for start in range(len(joined)):
        before, after = joined[:start], joined[start + len(words) :]
        right = before.rstrip().endswith(" ".join((prefix or "").split())) and after.lstrip().startswith(" ".join((suffix or "").split()))
        spaced = (prefix != "b " or before.endswith(" ")) and (suffix != " b" or after.startswith(" "))
        count += bool(words) and joined.startswith(words, start) and right and spaced
    quotable = QuotableText(text)
    places = quotable.find(exact, prefix, suffix)
    assert count == len(places)
    assert all(quotable.reads(start, end, exact) for start, end in places)
    assert sorted(places) == places


def test_words_that_repeat_themselves_for_long_take_no_longer() -> None:
    """Half a text of one repeated word is found at every place; trying the whole quotation at each would never end."""
    text = QuotableText("la " * 200_000)
    assert 100_001 == len(text.find("la " * 100_000))


@pytest.mark.parametrize(
    ("prefix", "suffix", "found"),
    [("foo", None, True), ("foo ", None, False), (None, "baz", True), (None, " baz", False), ("foo", "baz", True)],
)
def test_white_space_at_the_edge_of_a_context_must_be_there(prefix: str | None, suffix: str | None, found: bool) -> None:
    """A prefix that ends with white space is another than one that does not."""
    text = QuotableText("foobarbaz")

    assert ([(3, 6)] if found else []) == text.find("bar", prefix, suffix)
    assert found is text.reads(3, 6, "bar", prefix, suffix)


def test_no_more_places_are_sought_than_asked_for() -> None:
    """A limit ends the search."""
    assert [(0, 1), (1, 2)] == QuotableText("a" * 1000).find("a", limit=2)


@pytest.mark.parametrize(
    ("start", "end", "reads"),
    [(0, 7, True), (1, 6, True), (2, 6, False), (1, 5, False), (0, 9, False), (1, 60, False), (7, 8, False), (11, 12, False)],
)
def test_a_range_reads_its_words_and_nothing_but_white_space_besides(start: int, end: int, reads: bool) -> None:
    """The words must lie within the range, whole, with nothing else beside them."""
    assert reads is QuotableText(" ab  c\n d ").reads(start, end, "ab c")


class Counted(str):
    """A text that counts how often it was searched."""

    __slots__ = ("searches",)

    searches: int

    def find(self, *arguments: Any) -> int:
        """Count, and search."""
        self.searches += 1
        return super().find(*arguments)


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [("a" * 100, "a" * 50, 51), ("no " + "la " * 100, "la la la la", 97), ("ab" * 50, "abab", 49), ("abc" * 30, "abcabca", 28)],
)
def test_what_repeats_itself_is_searched_once(text: str, words: str, places: int) -> None:
    """Where the words have a period of at most half their length, three searches find every place, wherever the first of them is."""
    quotable = QuotableText(text)
    quotable._joined = counted = Counted(quotable._joined)  # pyright: ignore[reportPrivateUsage]
    counted.searches = 0

    assert places == len([*quotable._read_through(words)])  # pyright: ignore[reportPrivateUsage]
    assert 3 == counted.searches


def test_after_a_repetition_the_search_goes_on() -> None:
    """Places behind a row of repetitions are found one by one."""
    text = "la la la la la la x la la la la y la la la la"

    assert [0, 3, 6, 20, 34] == [start for start, _ in QuotableText(text).find("la la la la")]


@pytest.mark.parametrize(("exact", "start"), [("a b c", 0), ("b c d", 2), ("c d e", 4), ("a b c d e", 0), ("x b c", None), ("d e f", None)])
def test_three_words_are_found_at_the_beginning_and_at_the_end(exact: str, start: int | None) -> None:
    """The words between the first and the last lead to the place, also where it is the edge of the text."""
    assert ([] if start is None else [(start, start + len(exact))]) == QuotableText("a b c d e").find(exact)


@pytest.mark.parametrize(
    ("exact", "count", "reads_through"),
    [("one rare two", 1, False), ("one la two", 64, False), ("one la two", 65, True), ("one la rare two", 65, False), ("one two", 1, True)],
)
def test_a_rare_word_spares_reading_the_text_through(monkeypatch: pytest.MonkeyPatch, exact: str, count: int, reads_through: bool) -> None:
    """A word that must stand whole in the text, and does so at 64 places at most, leads there; otherwise the whole text is read."""
    read: list[str] = []
    read_through = QuotableText._read_through  # pyright: ignore[reportPrivateUsage]

    def noted(text: QuotableText, words: str) -> Iterator[int]:
        read.append(words)
        return read_through(text, words)

    monkeypatch.setattr(QuotableText, "_read_through", noted)

    assert [] == QuotableText("la " * count).find(exact)
    assert ([exact] if reads_through else []) == read


@pytest.mark.parametrize(("end", "reads"), [(2, True), (3, True), (4, True), (5, False)])
def test_a_range_may_take_in_the_white_space_up_to_the_next_word(end: int, reads: bool) -> None:
    """White space after the words is no other word, up to its last character."""
    assert reads is QuotableText("ab  c").reads(0, end, "ab")
