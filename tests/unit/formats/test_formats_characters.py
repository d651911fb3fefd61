"""Text that steers nothing: what is spelt out, and what stays."""

import sys
import unicodedata

import pytest

from coopmodel.formats.characters import clean

JOINING = {"\u200c", "\u200d", "\ufe0e", "\ufe0f"}
"""What Persian, the scripts of India and emoji are spelt with."""

VISIBLE = {chr(number) for number in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)}
"""Prepended_Concatenation_Mark in PropList.txt of Unicode 14.0: signs that are drawn around a number."""

IGNORABLE = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
"""Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 14.0, first and last of each range."""


def test_control_and_direction_characters_are_spelt_out() -> None:
    """White space is a space, whatever it does to a terminal; letters, marks and joiners stay."""
    assert "a b c  \\x1b[0m \\x00 \\u202e \\u200f \\x7f \\x9b" == clean("a\tb\nc\r\u2029\x1b[0m \x00 \u202e \u200f \x7f \x9b")
    for character in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        assert f"\\u{ord(character):04x}" == clean(character)
    assert "ñ e\u0301 \u200d 🙂" == clean("ñ e\u0301 \u200d 🙂")


def test_every_format_character_is_spelt_out() -> None:
    """Category Cf of the Unicode version that this Python knows, but joiners and the signs that are drawn."""
    formats = {chr(number) for number in range(sys.maxunicode + 1) if unicodedata.category(chr(number)) == "Cf"}

    assert JOINING | VISIBLE == {character for character in formats if clean(character) == character} | {"\ufe0e", "\ufe0f"}


def test_every_character_that_shows_nothing_is_spelt_out() -> None:
    """Default_Ignorable_Code_Point, with what is kept free for more of them, but joiners and the selectors of emoji."""
    ignorable = {chr(number) for first, last in IGNORABLE for number in range(first, last + 1)}

    assert JOINING == {character for character in ignorable if clean(character) == character}


def test_nothing_that_is_seen_is_spelt_out() -> None:
    """Every letter, mark, digit, sign and symbol but those that show nothing stays as it is."""
    ignorable = {chr(number) for first, last in IGNORABLE for number in range(first, last + 1)}
    seen = {chr(number) for number in range(sys.maxunicode + 1) if unicodedata.category(chr(number))[0] in "LMNPS"} - ignorable

    assert [] == sorted([character for character in seen if clean(character) != character])


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u06cc\u0645",
        "ക്\u200d",
        "👩\u200d🌾",
        "🏳\ufe0f\u200d🌈",
        "☎\ufe0e",
        "\u0601\u0661\u0664\u0664\u0666",
    ],
    ids=["Persian", "Malayalam", "joined emoji", "flag of several emoji", "emoji as text", "Arabic sign of a year"],
)
def test_what_is_spelt_with_joiners_stays_legible(text: str) -> None:
    """A joiner, a selector of emoji and a sign around a number stay where they are."""
    assert text == clean(text)


def test_half_a_character_is_spelt_out() -> None:
    """A lone surrogate is no character: what is returned can be encoded."""
    assert b"a\\udc80b\\ud800" == clean("a\udc80b\ud800").encode()
