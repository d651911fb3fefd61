"""Every rule of the catalogue, by its own examples."""

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement, to_rule_code
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.findings import SEVERITIES, Findings
from coopmodel.rules.rule import Example, Found, Rule
from coopmodel.wire.documents import loads

RULES = pytest.mark.parametrize("rule", DEFAULT, ids=lambda rule: rule.code)


def record_of(example: Example) -> Agreement:
    return loads(json.dumps(example.document()))


def judged(example: Example) -> Findings:
    """Judge an example by the whole catalogue, and by the rules that it brings."""
    related = [loads(json.dumps(document)) for document in example.related_documents()]
    return check(record_of(example), as_of=example.as_of, texts=example.texts, related=related, rules=(*DEFAULT, *example.rules))


@RULES
def test_the_wrong_example_yields_exactly_this_finding(rule: Rule) -> None:
    """Under the whole catalogue the wrong example of a rule yields one finding, and it is this rule's."""
    findings = judged(rule.wrong)

    assert [rule.code] == [finding.code for finding in findings]
    assert [rule.severity] == [finding.severity for finding in findings]


@RULES
def test_the_right_example_yields_no_finding(rule: Rule) -> None:
    """Under the whole catalogue the right example of a rule yields nothing, and it was not merely skipped."""
    findings = judged(rule.right)

    assert [] == list(findings)
    assert rule.code not in {skipped.code for skipped in findings.skipped}


@RULES
def test_a_finding_points_at_something_in_the_document(rule: Rule) -> None:
    """The pointer of a finding leads somewhere, and ``on`` is the id of the entity around it."""
    record = record_of(rule.wrong)
    (finding,) = judged(rule.wrong)
    place: Any = rule.wrong.document()
    for step in finding.pointer.split("/")[1:]:
        place = place[int(step) if step.isdigit() else step]

    assert place is not None
    assert Index(record).owner_of(finding.pointer) == finding.on


@RULES
def test_a_rule_speaks_both_languages(rule: Rule) -> None:
    """Name, rationale and message of every rule are there in Spanish and in English, and say it in different words."""
    (finding,) = judged(rule.wrong)

    for texts in (rule.name, rule.rationale, rule.messages, finding.messages):
        assert {"es", "en"} == set(texts)
        assert texts["es"] != texts["en"]
        assert all(texts.values())
    assert not re.search(r"[{}]", finding.message("es") + finding.message("en"))


@RULES
def test_strictness_never_lowers_a_severity(rule: Rule) -> None:
    """The strict severity of a rule is at least as bad as its usual one, and ``promoted`` gives it."""
    assert SEVERITIES.index(rule.strict) <= SEVERITIES.index(rule.severity)
    assert rule.strict == rule.promoted().severity


def test_codes_are_unique_and_well_formed() -> None:
    """Every built-in rule has a code of its own, in the form that a suppression may name."""
    codes = [rule.code for rule in DEFAULT]

    assert len(codes) == len(set(codes)) == len(CATALOGUE)
    assert codes == [to_rule_code(code) for code in codes]


def test_how_every_rule_is_judged_is_written_down() -> None:
    """Order, severities, scope, need and turn of every rule are those of the golden table: each is what somebody's pipeline counts on."""
    golden = json.loads((Path(__file__).parents[2] / "golden" / "rules" / "catalogue.json").read_text("utf-8"))
    members = ("code", "severity", "strict", "scope", "needs", "last")

    assert golden == [{member: getattr(rule, member) for member in members} for rule in DEFAULT]


def test_a_rule_is_shown_by_its_code() -> None:
    """The text of a rule is short, so that a list of rules can be read."""
    assert "<Rule PTY001>" == repr(CATALOGUE["PTY001"])


def test_a_rule_of_ones_own_needs_no_registration() -> None:
    """A rule handed to ``check`` is judged by, and only it."""
    own = Rule(
        code="ACME001",
        name={"en": "title too short", "es": "título muy corto"},
        severity="info",
        strict="warning",
        scope="record",
        rationale={"en": "We print it.", "es": "Lo imprimimos."},
        messages={"en": "'{title}' has {length} characters", "es": "'{title}' tiene {length} caracteres"},
        wrong=Example(members={}),
        right=Example(members={}),
        find=lambda context: [Found("/title", {"title": str(context.agreement.title), "length": len(str(context.agreement.title))})],
    )

    (finding,) = check(record_of(own.wrong), rules=[own])

    assert "info ACME001 /title: 'Example' has 7 characters" == str(finding)
    assert "'Example' tiene 7 caracteres" == finding.message("es-CL")
    assert finding.on is None


def test_several_values_are_told_in_a_row() -> None:
    """A message joins what a rule hands over as a tuple with commas."""

    def find(_: Context) -> list[Found]:
        return [Found("", {"names": ("a", "b")})]

    rule = attrs.evolve(CATALOGUE["PTY001"], messages={"en": "found {names}", "es": "hay {names}"}, find=find)
    (finding,) = check(record_of(rule.right), rules=[rule])

    assert ("found a, b", "hay a, b") == (finding.message("en"), finding.message("es"))
