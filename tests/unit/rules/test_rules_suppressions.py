"""Suppressions that cover nothing any more."""

import datetime
from typing import Any

import attrs
import pytest
from own_rules import agreement, finding, own_rule

from coopmodel.model.agreement import Suppression
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.statements import Source
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.rule import Found
from coopmodel.rules.suppressions import SUP001

REASON = {"en": "judged"}
COMMITMENT = Commitment(id="c", statement={"en": "C"}, evidence=[Citation(source="s", exact="words")])
SOURCE = Source(id="s", kind="news")


def stale(*suppressions: Suppression, **arguments: Any) -> list[str]:
    """Return the places of the suppressions that are told to match nothing."""
    record = agreement(commitments=[COMMITMENT], sources=[SOURCE], suppressions=suppressions)
    return [one.pointer for one in check(record, **arguments) if one.code == "SUP001"]


def test_a_suppression_that_matches_nothing_is_told() -> None:
    """The message names rule and entity, and the repair takes the suppression out; other suppressions stay where they are."""
    matching = Suppression(code="ACME001", on="c", reason=REASON)
    on_entity, on_record = Suppression(code="PTY001", on="s", reason=REASON), Suppression(code="PTY001", reason=REASON)
    rules = (*DEFAULT, own_rule(find=finding(Found("/commitments/0", {}))))
    record = agreement(commitments=[COMMITMENT], sources=[SOURCE], suppressions=[matching, on_entity, on_record])
    first, second = [one for one in check(record, rules=rules) if one.code == "SUP001"]

    assert "the suppression of PTY001 on 's' matches nothing any more" == first.message("en")
    assert "la supresión de PTY001 sobre 's' ya no corresponde a ningún hallazgo" == first.message("es")
    assert "the suppression of PTY001 matches nothing any more" == second.message("en")
    assert "la supresión de PTY001 ya no corresponde a ningún hallazgo" == second.message("es")
    expected = [("/suppressions/1", "info", None), ("/suppressions/2", "info", None)]
    assert expected == [(one.pointer, one.severity, one.on) for one in (first, second)]
    assert ({"op": "remove", "path": "/suppressions/1"},) == first.repair
    assert ("PTY001", "s") == (first.values["code"], first.values["entity"])


def test_of_two_suppressions_the_one_on_the_entity_counts() -> None:
    """A finding is covered by the suppression that names its entity; the one for the whole record then covers nothing."""
    wide, narrow = Suppression(code="ACME001", reason=REASON), Suppression(code="ACME001", on="c", reason={"en": "narrow"})
    rules = (SUP001, own_rule(find=finding(Found("/commitments/0", {}))))
    record = agreement(commitments=[COMMITMENT], sources=[SOURCE], suppressions=[wide, narrow])
    findings = check(record, rules=rules)

    assert ["narrow"] == [one.reason["en"] for one in findings.suppressed]
    assert ["/suppressions/0"] == [one.pointer for one in findings]


@pytest.mark.parametrize(
    ("code", "arguments", "expected"),
    [
        ("EVD002", {"texts": {"s": "words"}}, ["/suppressions/0"]),
        ("EVD002", {"texts": {}}, []),
        ("EVD002", {}, []),
        ("STS005", {}, []),
        ("STS005", {"as_of": datetime.date(2024, 1, 1)}, []),
        ("PTY001", {"ignore": ["PTY"]}, []),
        ("PTY001", {"select": ["SUP", "REF"]}, []),
        ("ACME001", {}, []),
        ("ACME001", {"rules": (*DEFAULT, own_rule())}, ["/suppressions/0"]),
        ("PTY999", {}, ["/suppressions/0"]),
        ("PTY001", {"ignore": ["SUP001"]}, []),
    ],
)
def test_only_rules_that_looked_at_everything_are_asked(code: str, arguments: dict[str, Any], expected: list[str]) -> None:
    """Not one that was left out, lacked something, judges by a day or is not known here; a built-in code that never was covers nothing."""
    assert expected == stale(Suppression(code=code, reason=REASON), **arguments)


def test_a_suppression_on_what_is_not_there_is_a_dangling_reference_only() -> None:
    """One mistake is told once."""
    record = agreement(suppressions=[Suppression(code="PTY001", on="nobody", reason=REASON)])

    assert ["REF001"] == [one.code for one in check(record)]


def test_a_suppression_can_be_suppressed() -> None:
    """Whoever wants to keep one for later may."""
    kept = Suppression(code="SUP001", reason={"en": "for later"})
    record = agreement(suppressions=[Suppression(code="PTY001", reason=REASON), kept])
    findings = check(record)

    assert [] == list(findings)
    assert ["/suppressions/0"] == [one.finding.pointer for one in findings.suppressed]


def test_the_repair_mends_the_record() -> None:
    """Without the suppression nothing is found."""
    record = agreement(suppressions=[Suppression(code="PTY001", reason=REASON)])
    (found,) = check(record)

    assert "SUP001" == found.code
    assert [] == list(check(attrs.evolve(record, suppressions=())))
