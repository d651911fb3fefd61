"""Choosing rules."""

import pytest
from own_rules import own_rule

from coopmodel.errors import InvalidValue
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.choice import choose
from coopmodel.rules.failures import RUL001

CODES = ("ACME001", "ACME002", "ACMES001", "BOX001", "BOX010")
RULES = tuple(own_rule(code) for code in CODES)


def chosen(select: list[str], ignore: list[str]) -> list[str]:
    return [rule.code for rule in choose(RULES, select, ignore)]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], [*CODES]),
        (["BOX"], [], ["BOX001", "BOX010"]),
        (["BOX010", "ACME001"], [], ["ACME001", "BOX010"]),
        (["ACME"], [], ["ACME001", "ACME002", "ACMES001"]),
        (["ACME0"], [], ["ACME001", "ACME002"]),
        ([], ["ACME"], ["BOX001", "BOX010"]),
        ([], ["BOX001", "A"], ["BOX010"]),
        (["ACME002"], ["ACME"], ["ACME002"]),
        (["ACME"], ["ACME002"], ["ACME001", "ACMES001"]),
        (["ACME"], ["ACME"], []),
        (["A", "ACME001"], ["ACME"], ["ACME001"]),
        (["ACME", "B"], ["ACME00", "BOX"], ["ACMES001"]),
        (["BOX", "BOX"], ["ACME"], ["BOX001", "BOX010"]),
    ],
)
def test_the_longer_word_decides(select: list[str], ignore: list[str], expected: list[str]) -> None:
    """Without ``select`` all are chosen; of a rule's two words the longer counts, of equally long ones ``ignore``; the order stays."""
    assert expected == chosen(select, ignore)


@pytest.mark.parametrize("word", ["ACMEX", "ACME0011", "acme", "", "X", "CME"])
@pytest.mark.parametrize("member", ["select", "ignore"])
def test_a_word_that_is_nobodys_is_refused(word: str, member: str) -> None:
    """A misspelt word would judge by nothing, or by too much: it is refused with the groups and codes that there are."""
    with pytest.raises(InvalidValue) as caught:
        choose(RULES, **{member: ["BOX", word]})  # type: ignore[arg-type]

    assert "rule.unknown" == caught.value.code
    assert f"no rule's code is or begins with {word!r}; the groups are ACME, ACMES, BOX" == caught.value.message
    assert word == caught.value.value
    assert ("ACME", "ACMES", "BOX", *CODES) == caught.value.allowed


@pytest.mark.parametrize(
    ("word", "near"), [("box", "BOX"), ("acme001", "ACME001"), ("ACMES0O1", "ACMES001"), ("BOXX", "BOX"), ("QQQQ", None)]
)
def test_the_nearest_word_is_suggested(word: str, near: str | None) -> None:
    """Groups and codes are suggested alike, and nothing where nothing is near."""
    with pytest.raises(InvalidValue) as caught:
        choose(RULES, [word])

    assert near == caught.value.suggestion


def test_a_text_is_not_several_words() -> None:
    """``select="DAT"`` would be read as three letters."""
    for given in ({"select": "BOX"}, {"ignore": "BOX"}):
        with pytest.raises(TypeError, match=r"expected several codes, such as \['BOX'\], not one text"):
            choose(RULES, **given)  # type: ignore[arg-type]


def test_words_may_come_from_anywhere() -> None:
    """Rules and words may be generators."""
    assert ["BOX001"] == [rule.code for rule in choose((rule for rule in RULES), (word for word in ["BOX"]), (word for word in ["BOX010"]))]


def test_two_rules_with_one_code_are_refused() -> None:
    """Nobody could tell their findings apart; the first such code is named, whatever is selected."""
    with pytest.raises(InvalidValue, match="two rules have the code ACME001") as caught:
        choose((*RULES, own_rule("BOX001"), own_rule("BOX001"), own_rule("ACME001")), ["ACME002"])

    assert ("rule.repeated", "ACME001") == (caught.value.code, caught.value.value)


def test_strict_rules_have_their_strict_severity() -> None:
    """Without ``strict`` the rules are the very same."""
    assert RULES is choose(RULES)
    assert all(given is got for given, got in zip(RULES, choose(RULES, ["BOX", "ACME"]), strict=True))
    assert {"warning"} == {rule.severity for rule in choose(RULES, strict=True)}


def test_the_rule_that_tells_failures_stays_until_it_is_ignored() -> None:
    """A selection of rules is a selection of what they find, and never hides that one of them failed."""
    rules = (*RULES, RUL001)

    assert ["BOX001", "BOX010", "RUL001"] == [rule.code for rule in choose(rules, ["BOX"])]
    assert ["BOX001", "BOX010"] == [rule.code for rule in choose(rules, ["BOX"], ["RUL"])]
    assert ["RUL001"] == [rule.code for rule in choose(rules, ["RUL001"], ["RUL"])]
    assert [] == [rule.code for rule in choose(rules, ["BOX"], ["BOX", "R"])]
    assert [*CODES] == [rule.code for rule in choose(rules, [], ["RUL001"])]
    assert DEFAULT == choose(DEFAULT)
