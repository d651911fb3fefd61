"""Text that steers nothing: one line, with every control, direction and hidden character spelt out."""

import unicodedata
from functools import lru_cache
from typing import Final

_STEERING: Final = frozenset({"Cc", "Cf", "Cs"})
"""General categories: controls; formats, such as directions and what shows nothing; halves of a character, which no encoding may hold."""

_DRAWN: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Formats that are drawn, around a number: Prepended_Concatenation_Mark in PropList.txt of Unicode 14.0."""

_JOINING: Final = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Joiners and selectors without which Persian, scripts of India and emoji are misspelt: they stay, so two texts may still look alike."""

_HIDDEN: Final = (
    "\u034f",
    "\u115f\u1160",
    "\u17b4\u17b5",
    "\u180b\u180f",
    "\u2065",
    "\u3164",
    "\ufe00\ufe0f",
    "\uffa0",
    "\ufff0\ufff8",
    "\U000e0000\U000e0fff",
)
"""First and last of what else shows nothing: Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 14.0.

Fillers, variation selectors, and what Unicode keeps free for more of them.
"""


def clean(text: str) -> str:
    """Return the text on one line, with every character spelt out that steers or hides: a record must steer no terminal and no reader."""
    return "".join(map(_shown, text))


@lru_cache(maxsize=1024)
def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if character in _JOINING or character in _DRAWN:
        return character
    hidden = unicodedata.category(character) in _STEERING or any(ends[0] <= character <= ends[-1] for ends in _HIDDEN)
    return character.encode("unicode_escape").decode() if hidden else character
