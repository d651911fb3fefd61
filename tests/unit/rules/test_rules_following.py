"""FOL001 and FOL002: what became of the promises of the record before."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement, Relation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Findings


def record(name: str, *commitments: Commitment, follows: tuple[str, ...] = (), **members: Any) -> Agreement:
    relations = [Relation(kind="follows", target=target) for target in follows]
    base: dict[str, Any] = {"id": name, "revision": 1, "title": {"en": "A"}, "commitments": commitments, "relations": relations}
    return Agreement(**(base | members))


def promise(name: str, *continues: str, strength: Any = None) -> Commitment:
    return Commitment(id=name, statement={"en": name}, continues=continues, strength=strength)


def report(*about: str) -> Report:
    return Report(id="report", text={"en": "R"}, about=about)


def judged(code: str, agreement: Agreement, *related: Agreement) -> Findings:
    return check(agreement, related=related, rules=[CATALOGUE[code], CATALOGUE["RUL001"]])


FIRST = record("first", promise("x"), promise("y"), promise("z"))


def test_what_the_next_meeting_passes_over_is_told_once() -> None:
    """One finding for the record that is followed, at the relation, with a count and the list."""
    findings = judged("FOL001", record("second", promise("a", "first#y"), follows=("first",)), FIRST)
    (finding,) = findings

    assert ("warning", "/relations/0", None) == (finding.severity, finding.pointer, finding.on)
    assert {"record": "first", "count": 2, "total": 3, "commitments": ("x", "z"), "shown": "x, z"} == finding.values
    assert "commitments of 'first' that are neither continued nor reported on (2 of 3): x, z" == finding.message("en")
    assert "compromisos de 'first' sin continuación ni informe (2 de 3): x, z" == finding.message("es")
    assert () == findings.skipped


def test_a_long_list_is_cut_and_counted() -> None:
    """Twelve ids are shown, and how many more there are."""
    first = record("first", *[promise(f"c{number}") for number in range(14)])
    (finding,) = judged("FOL001", record("second", follows=("first",)), first)

    assert finding.message().endswith("c10, c11 (+2)")
    assert 14 == finding.values["count"] == finding.values["total"] == len(finding.values["commitments"])


def test_a_report_answers() -> None:
    """What is reported on, in this record, in the followed one or in another that was given, was not passed over in silence."""
    second = record("second", follows=("first",), reports=[report("first#x")])
    first = record("first", promise("x"), promise("y"), promise("z"), reports=[report("y")])

    assert [] == [*judged("FOL001", second, first, record("third", reports=[report("first#z")]))]
    assert [("y", "z")] == [finding.values["commitments"] for finding in judged("FOL001", second, FIRST)]


def test_a_commitment_of_another_record_that_was_given_answers() -> None:
    """What a third record takes up is not lost."""
    second = record("second", follows=("first",))
    third = record("third", promise("a", "first#x", "first#y", "first#z"))

    assert [] == [*judged("FOL001", second, FIRST, third)]


def test_records_that_are_not_followed_are_not_asked_for() -> None:
    """Only the relation "follows" with a record's id asks what became of everything; a single continuation does not."""
    relations = [Relation(kind="implements", target="first"), Relation(kind="follows", title={"en": "The first meeting"})]

    assert [] == [*judged("FOL001", record("second", promise("a", "first#x"), relations=relations), FIRST)]


def test_each_followed_record_has_its_finding() -> None:
    """Two records that are followed are told apart, each at its first relation; one that follows itself is not asked."""
    other = record("other", promise("x"))
    findings = judged("FOL001", record("second", promise("a"), follows=("second", "other", "first", "other")), FIRST, other)

    assert [("/relations/1", "other", 1), ("/relations/2", "first", 3)] == [
        (finding.pointer, finding.values["record"], finding.values["count"]) for finding in findings
    ]


@pytest.mark.parametrize("code", ["FOL001", "FOL002"])
def test_a_record_that_was_not_given_is_named(code: str) -> None:
    """The rule judges what it can, and says which records it lacked."""
    findings = judged(code, record("second", promise("a", "third#x", strength="interest"), follows=("first",)))

    assert [] == [*findings]
    assert [(code, "related", ("first", "third"))] == [(one.code, one.needs, one.missing) for one in findings.skipped]


def test_a_promise_that_comes_back_weaker_is_told() -> None:
    """The commitment is named with its strength, and those that it continues with theirs, in both languages."""
    first = record("first", promise("x", strength="agreed"), promise("y", strength="binding"), promise("z", strength="interest"))
    later = [promise("fine", "first#z", strength="interest"), promise("a", "first#y", "first#z", "first#x", strength="intended")]
    (finding,) = judged("FOL002", record("second", *later), first)

    assert ("info", "/commitments/1", "a") == (finding.severity, finding.pointer, finding.on)
    assert {"commitment", "strength", "continues", "earlier"} == set(finding.values)
    assert ("a", ("first#y", "first#x")) == (finding.values["commitment"], finding.values["continues"])
    assert "'a' (intended) is promised less firmly than what it continues: first#y (binding), first#x (agreed)" == finding.message("en")
    assert (
        "'a' (intención) se asume con menos firmeza que aquello que continúa: first#y (vinculante), first#x (acordado)"
        == finding.message("es")
    )


def test_a_promise_of_the_same_record_is_compared_too() -> None:
    """A record that holds a series of meetings continues its own promises, with its id in front or without."""
    own = record(
        "second", promise("x", strength="agreed"), promise("a", "x", strength="interest"), promise("b", "second#x", strength="interest")
    )

    assert ["a", "b"] == [finding.on for finding in judged("FOL002", own)]


@pytest.mark.parametrize(("earlier", "later"), [(None, "interest"), ("binding", None), ("agreed", "agreed"), ("agreed", "binding")])
def test_what_is_not_certainly_weaker_is_no_finding(earlier: Any, later: Any) -> None:
    """A strength that nobody has judged is compared with nothing; an equal or firmer promise is fine."""
    second = record("second", promise("a", "first#x", strength=later))

    assert [] == [*judged("FOL002", second, record("first", promise("x", strength=earlier)))]


def test_references_to_nothing_and_to_something_else_are_passed_over() -> None:
    """What a reference names may be missing, or no commitment: other rules tell."""
    second = record("second", promise("a", "first#lost", "first#m", "m", "lost", "a", strength="interest"), meetings=[Meeting(id="m")])

    assert [] == [*judged("FOL002", second, record("first", meetings=[Meeting(id="m")]))]


@pytest.mark.parametrize(("code", "strict"), [("FOL001", "error"), ("FOL002", "warning")])
def test_both_rules_look_at_a_series(code: str, strict: str) -> None:
    """They belong to a series of records, ask for the others, and are taken more seriously by strict readers."""
    rule = CATALOGUE[code]

    assert ("series", "related", strict) == (rule.scope, rule.needs, rule.strict)
