"""Finding a quotation in a text: words must match, white space need not."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

_WORD: Final = re.compile(r"\S+")

_RARE: Final = 64
"""So many places of a word are looked at one by one; a more frequent one is no short cut."""

_ALIKE: Final = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2012\u2013\u2014\u2015\u2212", "-")
)
"""Quotation marks and dashes, which keyboards and typesetters choose for whoever writes."""

_UNSEEN: Final = frozenset({"Mn", "Cf"})
"""Categories of marks over and under letters, and of characters that show nothing, such as soft hyphens."""


class QuotableText:
    """A text prepared for look-ups: its words joined by single spaces, and where each character of that stood."""

    def __init__(self, text: str) -> None:
        """Read the text once."""
        self.text = text
        self._places = array("L")
        words: list[str] = []
        for match in _WORD.finditer(text):
            if words:
                self._places.append(match.start() - 1)
            words.append(match[0])
            self._places.extend(range(match.start(), match.end()))
        self._joined = " ".join(words)

    def find(self, exact: str, prefix: str | None = None, suffix: str | None = None, *, limit: int | None = None) -> list[tuple[int, int]]:
        """Return start and end (exclusive, in code points) of each place that reads so, in order.

        Args:
            exact: The words.
            prefix: Words that must come just before; white space at its end must be there.
            suffix: Words that must come just after; white space at its beginning must be there.
            limit: How many places to look for at most.
        """
        words = " ".join(exact.split())
        before, after = _before(prefix), _after(suffix)
        found: list[tuple[int, int]] = []
        for at in self._starts(words):
            end = at + len(words)
            if self._ends(before, at) and self._begins(after, end):
                found.append((self._places[at], self._places[end - 1] + 1))
                if len(found) == limit:
                    break
        return found

    def _starts(self, words: str) -> Iterator[int]:
        """Yield where the words begin, overlapping places too; without reading the whole text where one of the words is rare in it."""
        places = self._likely(words)
        if places is None:
            return self._read_through(words)
        return (at for at in places if self._joined.startswith(words, at))

    def _likely(self, words: str) -> list[int] | None:
        """Return where the words can begin, by the rarest of those that must stand whole in the text; ``None`` where none is rare."""
        inner = [*_WORD.finditer(words)][1:-1]  # the first and the last may be parts of words
        if not inner:
            return None
        rarest = min(inner, key=lambda word: len(self._by_word.get(word[0], ())))
        places = self._by_word.get(rarest[0], [])
        return [at - rarest.start() for at in places if at >= rarest.start()] if len(places) <= _RARE else None

    @cached_property
    def _by_word(self) -> Mapping[str, list[int]]:
        """Where each word begins in the joined text."""
        found: dict[str, list[int]] = {}
        for word in _WORD.finditer(self._joined):
            found.setdefault(word[0], []).append(word.start())
        return found

    def _read_through(self, words: str) -> Iterator[int]:
        """Yield where the words begin, reading on from place to place; linear also where they repeat themselves, as in ``la la la``."""
        at = self._joined.find(words) if words else -1
        while at >= 0:
            yield at
            following = self._joined.find(words, at + 1)
            step = following - at
            if 0 < step <= len(words) // 2:  # then the words have this period, and so has the text as far as they go on
                tail = words[-step:]
                while self._joined.startswith(tail, at + len(words)):
                    at += step
                    yield at
                following = self._joined.find(words, at + 1)
            at = following

    def _ends(self, before: str, at: int) -> bool:
        return self._joined.endswith(before, 0, at) or (self._joined.startswith(" ", at - 1) and self._joined.endswith(before, 0, at - 1))

    def _begins(self, after: str, at: int) -> bool:
        return self._joined.startswith(after, at) or (self._joined.startswith(" ", at) and self._joined.startswith(after, at + 1))

    def nearly(self, exact: str, prefix: str | None = None, suffix: str | None = None) -> str | None:
        """Return the words of the one place that reads so but for case, accents, ligatures, and the form of quotation marks and dashes.

        Runs of white space are made single. ``None`` where no place reads so, or several do.
        """
        folded, places = self._folded
        contexts = [None if words is None else _fold(words)[0] for words in (prefix, suffix)]
        words = _fold(exact)[0]
        found = folded.find(words, *contexts, limit=2)
        if len(found) != 1:
            return None
        verbatim = " ".join(self.text[places[found[0][0]] : places[found[0][1]]].split())
        return verbatim if _fold(verbatim)[0] == " ".join(words.split()) else None  # else it begins or ends within a ligature

    @cached_property
    def _folded(self) -> "tuple[QuotableText, array[int]]":
        """The text without what is no difference to ``nearly``, and where each of its characters stood."""
        text, places = _fold(self.text)
        return QuotableText(text), places

    def reads(self, start: int, end: int, exact: str, prefix: str | None = None, suffix: str | None = None) -> bool:
        """Tell whether the text from ``start`` to ``end`` reads so, white space apart, between these words."""
        words = " ".join(exact.split())
        at = bisect_left(self._places, start)
        at += self._joined.startswith(" ", at)
        stop = at + len(words)
        if end > len(self.text) or not words or not self._joined.startswith(words, at) or self._places[stop - 1] >= end:
            return False
        following = stop + self._joined.startswith(" ", stop)
        if following < len(self._places) and self._places[following] < end:
            return False
        return self._ends(_before(prefix), at) and self._begins(_after(suffix), stop)


def _fold(text: str) -> "tuple[str, array[int]]":
    """Return the text in small letters without marks, and for each character of that, and its end, the place where it stood."""
    letters: list[str] = []
    places = array("L")
    for at, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.casefold()):
            if unicodedata.category(part) not in _UNSEEN:
                letters.append(part)
                places.append(at)
    places.append(len(text))
    return "".join(letters).translate(_ALIKE), places


def _before(prefix: str | None) -> str:
    words = " ".join((prefix or "").split())
    return f"{words} " if words and prefix is not None and prefix[-1].isspace() else words


def _after(suffix: str | None) -> str:
    words = " ".join((suffix or "").split())
    return f" {words}" if words and suffix is not None and suffix[0].isspace() else words
