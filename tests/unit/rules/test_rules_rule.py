"""What a rule must have."""

from collections import UserDict
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from own_rules import own_rule

from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.findings import Finding
from coopmodel.rules.rule import Example, Rule


@pytest.mark.parametrize("member", ["name", "rationale", "messages"])
@pytest.mark.parametrize("texts", [{"en": "a"}, {"es": "a"}, {"en": "a", "es": ""}, {"en": 3, "es": "a"}, "a", None, {}])
def test_a_rule_speaks_both_languages(member: str, texts: Any) -> None:
    """A rule that says nothing in one of them is refused when it is made, and not when somebody asks."""
    with pytest.raises(InvalidValue, match=f"ACME001: {member} must say something in es and en") as caught:
        own_rule(**{member: texts})

    assert "rule.text" == caught.value.code
    assert member == caught.value.path[0]
    assert caught.value.path[1] in {"es", "en"}


def test_texts_may_be_any_mapping_and_hold_further_languages() -> None:
    """Two languages are the least."""
    texts: Any = UserDict({"es": "a", "en": "b", "pt": "c"})

    assert texts is own_rule(name=texts).name


@pytest.mark.parametrize("template", ["{", "}", "{a", "a}", "{a!}"])
def test_a_message_whose_braces_do_not_pair_is_refused(template: str) -> None:
    """It could never be filled in; names and rationales are no templates."""
    with pytest.raises(InvalidValue, match="is no template: ") as caught:
        own_rule(messages={"es": "bien", "en": template})

    assert ("rule.text", ("messages", "en"), template) == (caught.value.code, caught.value.path, caught.value.value)
    assert template == own_rule(name={"es": "a", "en": template}).name["en"]


@pytest.mark.parametrize("member", ["severity", "strict"])
def test_a_severity_is_one_of_three(member: str) -> None:
    """Any other word is refused, with those that there are."""
    given: dict[str, Any] = {member: "fatal"}
    with pytest.raises(InvalidValue, match=f"ACME001: {member} must be one of error, warning, info, not 'fatal'") as caught:
        own_rule(**given)

    assert ("rule.severity", "fatal", (member,), ("error", "warning", "info")) == (
        caught.value.code,
        caught.value.value,
        caught.value.path,
        caught.value.allowed,
    )


def test_a_code_has_letters_and_three_digits() -> None:
    """As a suppression may name it."""
    with pytest.raises(InvalidValue, match=r"is not the code of a rule"):
        own_rule("acme1")


def test_a_promoted_rule_differs_in_its_severity_only() -> None:
    """Everything else stays."""
    rule = own_rule()

    assert ("info", "warning") == (rule.severity, rule.promoted().severity)
    assert rule == attrs.evolve(rule.promoted(), severity="info")


def test_an_example_is_put_over_a_record_in_order() -> None:
    """Its members replace those of the base; related records are put over the same base."""
    example = Example(members={"parties": []}, related=({"id": "other"},))

    assert ("example", []) == (example.document()["id"], example.document()["parties"])
    assert [("other", "cl")] == [(record["id"], record["parties"][0]["id"]) for record in example.related_documents()]


def test_a_rule_of_ones_own_may_change_what_it_yields() -> None:
    """A check asks a rule for its findings, and takes them as they are."""

    class Loud(Rule):
        def findings(self, context: Context) -> Iterator[Finding]:
            for finding in super().findings(context):
                yield attrs.evolve(finding, severity="error")

    members: dict[str, Any] = {field.name: getattr(CATALOGUE["PTY001"], field.name) for field in attrs.fields(Rule)}
    members.update(code="MINE001", severity="info")
    rule = Loud(**members)
    assert ["error"] == [finding.severity for finding in check(Agreement(id="a", revision=1, title={"en": "x"}), rules=[rule])]


def test_a_rule_yields_what_a_check_tells() -> None:
    """Its findings in a record are those that a check by it alone finds."""
    record = Agreement(id="a", revision=1, title={"en": "x"})
    rule = CATALOGUE["PTY001"]

    assert 1 == len(check(record, rules=[rule]))
    assert [*check(record, rules=[rule])] == [*rule.findings(Context(record))]
