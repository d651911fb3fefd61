"""Text that steers nothing: one line, with every control and direction character spelt out."""

import unicodedata
from typing import Final

_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Return the text on one line, with every control and direction character spelt out: a record must steer no terminal and no reader."""
    return "".join(
        [
            " " if character.isspace() else character.encode("unicode_escape").decode() if _steers(character) else character
            for character in text
        ]
    )


def _steers(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or character in _DIRECTIONS
