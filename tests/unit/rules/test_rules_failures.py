"""Rules that fail."""

import pytest
from own_rules import NAME, agreement, finding, own_rule

from coopmodel.model.agreement import Suppression
from coopmodel.model.citation import Citation
from coopmodel.rules.check import check
from coopmodel.rules.failures import RUL001, told
from coopmodel.rules.rule import Found
from coopmodel.rules.suppressions import SUP001


class MuteError(Exception):
    """An error whose text fails."""

    def __str__(self) -> str:
        """Fail."""
        raise RuntimeError


def test_a_rule_that_raises_is_named_and_the_others_are_judged() -> None:
    """The finding names code, name and error, points at the record and shows no evidence; order is that of the rules, failures last."""
    rules = [own_rule("ACME001", finding(then=KeyError("register"))), own_rule("ACME002", finding(Found("/title", {})))]
    findings = check(agreement(evidence=[Citation(source="s")]), rules=rules)
    failed = findings[1]

    assert ["ACME002", "RUL001"] == [one.code for one in findings]
    assert ("warning", "", None, ()) == (failed.severity, failed.pointer, failed.on, failed.evidence)
    assert "the rule ACME001 (ours) failed and judged no further: KeyError: 'register'" == failed.message("en")
    assert "la regla ACME001 (nuestra) falló y no siguió juzgando: KeyError: 'register'" == failed.message("es")
    assert {"rule": "ACME001", "name": NAME, "error": "KeyError: 'register'"} == failed.values


def test_what_a_rule_found_before_it_raised_is_kept() -> None:
    """Half a judgement is told as half a judgement."""
    findings = check(agreement(), rules=[own_rule(find=finding(Found("/title", {}), Found("/id", {}), then=ValueError("three")))])

    assert [("ACME001", "/title"), ("ACME001", "/id"), ("RUL001", "")] == [(one.code, one.pointer) for one in findings]


def test_a_function_that_raises_before_it_yields_is_told_too() -> None:
    """A rule's function need not be a generator."""

    def find(_: object) -> list[Found]:
        raise RecursionError

    assert ["RUL001"] == [one.code for one in check(agreement(), rules=[own_rule(find=find)])]


def test_every_rule_that_failed_is_told() -> None:
    """Each has a finding, in the order of the rules, also one that comes after the others."""
    rules = [own_rule("ACME003", finding(then=KeyError()), last=True), RUL001, own_rule("ACME002", finding(then=KeyError()))]

    assert ["ACME002", "ACME003"] == [one.values["rule"] for one in check(agreement(), rules=rules)]


def test_a_failure_is_told_whatever_the_rules() -> None:
    """RUL001 is added to rules of one's own, with its strict severity where that is asked for; ignored it stays away."""
    rules = [own_rule(find=finding(then=KeyError()))]

    assert [("RUL001", "warning")] == [(one.code, one.severity) for one in check(agreement(), rules=rules)]
    assert [("RUL001", "error")] == [(one.code, one.severity) for one in check(agreement(), rules=rules, strict=True)]
    assert ["RUL001"] == [one.code for one in check(agreement(), rules=rules, select=["ACME"])]
    assert [] == list(check(agreement(), rules=rules, ignore=["RUL001"]))
    assert [] == list(check(agreement(), rules=[own_rule()]))


def test_a_failure_can_be_suppressed_and_does_not_mark_suppressions_as_stale() -> None:
    """A rule that did not look at everything says nothing about suppressions of its own findings."""
    known = Suppression(code="RUL001", reason={"en": "known"})
    own = Suppression(code="ACME001", reason={"en": "judged"})
    rules = [own_rule(find=finding(then=KeyError())), SUP001, RUL001]
    findings = check(agreement(suppressions=[known, own]), rules=rules)

    assert [] == list(findings)
    assert [("RUL001", {"en": "known"})] == [(one.finding.code, dict(one.reason)) for one in findings.suppressed]


def test_only_errors_are_caught() -> None:
    """Whoever interrupts the program is obeyed."""
    with pytest.raises(KeyboardInterrupt):
        check(agreement(), rules=[own_rule(find=finding(then=KeyboardInterrupt()))])


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (KeyError("register"), "KeyError: 'register'"),
        (ValueError("two\nlines\t and  more "), "ValueError: two lines and more"),
        (ValueError(), "ValueError"),
        (ValueError(" "), "ValueError"),
        (MuteError(), "MuteError"),
        (ValueError("x" * 288), "ValueError: " + "x" * 288),
        (ValueError("x" * 289), "ValueError: " + "x" * 287 + "…"),
    ],
)
def test_an_error_is_told_on_one_line(error: Exception, expected: str) -> None:
    """Its type and its text, shortened to 300 characters, even where its text fails."""
    assert expected == told(error)


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (Found(None, {}), "TypeError: None is no JSON Pointer"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (Found("title", {}), "TypeError: 'title' is no JSON Pointer"),
        (Found("/a~2", {}), "TypeError: '/a~2' is no JSON Pointer"),
        (Found("", {}, evidence=("words",)), "TypeError: evidence must be citations, not 'words'"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (Found("", {}, ("remove",)), "TypeError: a repair must be operations of a JSON Patch, not 'remove'"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (
            Found("", {}, ({"op": "mend", "path": ""},)),
            "TypeError: a repair must be operations of a JSON Patch, not {'op': 'mend', 'path': ''}",
        ),
        (Found("", {}, ({"path": ""},)), "TypeError: a repair must be operations of a JSON Patch, not {'path': ''}"),
        (Found("", {}, ({"op": "remove"},)), "TypeError: None is no JSON Pointer"),
        (Found("", {}, ({"op": "remove", "path": "x"},)), "TypeError: 'x' is no JSON Pointer"),
        (Found("", {}, ({"op": "move", "path": "/a", "from": "y"},)), "TypeError: 'y' is no JSON Pointer"),
    ],
)
def test_a_misshapen_finding_is_a_failure(found: Found, message: str) -> None:
    """What would break a report later is told at once, by the rule's name."""
    (failed,) = check(agreement(), rules=[own_rule(find=finding(found))])

    assert message == failed.values["error"]


def test_a_message_that_lacks_a_value_is_a_failure() -> None:
    """A template that names what the finding does not give is the rule's mistake."""
    messages = {"en": "{missing}", "es": "{missing}"}
    (failed,) = check(agreement(), rules=[own_rule(find=finding(Found("", {})), messages=messages)])

    assert "KeyError: 'missing'" == failed.values["error"]


@pytest.mark.parametrize("error", [SystemExit(0), GeneratorExit(), BaseExceptionGroup("several", [SystemExit(1)])])
def test_a_rule_that_would_end_the_program_is_told(error: BaseException) -> None:
    """A rule that calls ``sys.exit`` must not make a check look clean."""
    assert ["RUL001"] == [one.code for one in check(agreement(), rules=[own_rule(find=finding(then=error))])]


def test_a_person_may_interrupt_a_rule() -> None:
    """Only the keyboard ends a check."""
    with pytest.raises(KeyboardInterrupt):
        check(agreement(), rules=[own_rule(find=finding(then=KeyboardInterrupt()))])
