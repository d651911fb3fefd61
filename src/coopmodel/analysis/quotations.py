"""Finding a quotation in a text: words must match, white space need not."""

import re
from array import array
from typing import Final

_WORD: Final = re.compile(r"\S+")


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

    def find(self, exact: str, prefix: str | None = None, suffix: str | None = None) -> list[tuple[int, int]]:
        """Return start and end (exclusive, in code points) of each place that reads so, in order.

        Args:
            exact: The words.
            prefix: Words that must come just before.
            suffix: Words that must come just after.
        """
        words = " ".join(exact.split())
        before = " ".join(prefix.split()) if prefix is not None else ""
        after = " ".join(suffix.split()) if suffix is not None else ""
        found: list[tuple[int, int]] = []
        at = self._joined.find(words)
        while at >= 0 and words:
            end = at + len(words)
            left = self._joined[max(0, at - len(before) - 1) : at].rstrip()
            right = self._joined[end : end + len(after) + 1].lstrip()
            if left.endswith(before) and right.startswith(after):
                found.append((self._places[at], self._places[end - 1] + 1))
            at = self._joined.find(words, at + 1)
        return found

    def reads(self, start: int, end: int, exact: str) -> bool:
        """Tell whether the text from ``start`` to ``end`` reads so, white space apart."""
        return end <= len(self.text) and self.text[start:end].split() == exact.split()
