"""No regular expression takes more than its share: twice the text, twice the steps."""

import math
from typing import Final

import pytest
from patterns import LOCAL, Machine, Pattern, growth, is_bounded, patterns

LINEAR: Final = 2.5
"""Twice the text takes twice the steps, and a few more or less for its ends; were it the square of its length, nearly four times."""


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: f"{pattern.where} {pattern.mode}")
def test_a_pattern_takes_steps_in_proportion_to_the_text(pattern: Pattern) -> None:
    """On none of the texts made for it does a pattern of the package or of the JSON Schema take more."""
    assert growth(pattern).ratio < LINEAR


@pytest.mark.parametrize(
    ("regex", "mode"),
    [
        ("(?:a+)+b", "fullmatch"),
        ("(?:a|a)*b", "match"),
        ("(?:a|ab|b)*c", "fullmatch"),
        ("a*a*b", "fullmatch"),
        (r"x(?:[0-9]+\.?)*y", "fullmatch"),
        (r"(.*),(.*);", "match"),
        (r"\s+$", "search"),
        ('"[^x]*x', "search"),
        ("(?=(?:.*?,)x)a", "search"),
        (r"(?<=a)[a-z]*!", "search"),
        (b"[a-z]+[0-9]", "search"),
    ],
)
def test_a_pattern_that_takes_more_is_found(regex: str | bytes, mode: str) -> None:
    """What is known to be slow is found to be, and so would be one like it in the package."""
    found = growth(Pattern("", regex, 0, mode))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert found.ratio > LINEAR


@pytest.mark.parametrize("regex", [r"(a+)\1", "(?:a*)*", "(?>a)b", "a++"])
def test_what_is_not_counted_is_said(regex: str) -> None:
    """A pattern that the machine cannot follow is no pattern without fault: somebody has to look."""
    with pytest.raises(ValueError, match=r"counted|without end"):
        growth(Pattern("", regex, 0, "fullmatch"))


@pytest.mark.parametrize(
    ("regex", "text", "mode", "steps"),
    [
        ("abc", "abc", "fullmatch", 4),
        ("abc", "abd", "fullmatch", 3),
        ("a*", "aaa", "fullmatch", 12),
        ("a*", "aab", "match", 9),
        ("a", "aba", "search", 6),
        ("aa|b", "b", "fullmatch", 4),
        ("a{2,3}?", "aaa", "match", 4),
    ],
)
def test_steps_are_counted(regex: str, text: str, mode: str, steps: int) -> None:
    """Each instruction is one step, those that lead nowhere too."""
    assert steps == Machine(regex).steps(text, mode)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_steps_without_end_are_not_counted_to_the_end() -> None:
    """What takes longer than anybody waits is infinite."""
    assert math.isinf(growth(Pattern("", "(?:a|a)*b", 0, "fullmatch")).ratio)


def test_patterns_are_found_wherever_they_are_used() -> None:
    """Those of names, of arguments, within f-strings and tables, of bytes, of the schema: each with the way it is used in."""
    found = patterns()
    by_place = {(pattern.where.partition(":")[0], pattern.mode) for pattern in found}
    assert {
        ("values.identifiers", "fullmatch"),
        ("codes.verbs", "search"),
        ("wire.places", "search"),
        ("wire.versions", "search"),
        ("cli.files", "fullmatch"),
        ("rules.rule", "fullmatch"),
    } <= by_place
    assert any(isinstance(pattern.regex, bytes) for pattern in found)
    assert any(pattern.where.startswith("schema/$defs/Url") for pattern in found)
    assert len({pattern[1:] for pattern in found}) == len(found) > 70
    assert 0 < sum(map(is_bounded, found)) < len(found)


def test_a_pattern_that_only_a_function_knows_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out in silence."""
    for name in [*LOCAL]:
        with monkeypatch.context() as context:
            context.delitem(LOCAL, name)
            with pytest.raises(LookupError, match=f"^{name.partition(' ')[0]}, line [0-9]+: .* is not known$"):
                patterns()
