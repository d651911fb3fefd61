"""Text that steers nothing: one line, with every control, direction and hidden character spelt out."""

import unicodedata
from typing import Final

_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_HIDDEN: Final = frozenset("\u00ad\u200b\u2060\ufeff") | {chr(number) for number in range(0xE0000, 0xE0080)}
"""Characters that show nothing and join nothing; tags, which spell out hidden words, among them."""


def clean(text: str) -> str:
    """Return the text on one line, with every character spelt out that steers or hides: a record must steer no terminal and no reader."""
    return "".join(
        [
            " " if character.isspace() else character.encode("unicode_escape").decode() if _steers(character) else character
            for character in text
        ]
    )


def _steers(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or character in _DIRECTIONS or character in _HIDDEN
