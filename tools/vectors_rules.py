"""The vectors of the rules: of each rule of the catalogue a record that is wrong, and one that is right."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from vector_files import as_text

from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.rules.rule import Example, Rule
from coopmodel.wire.documents import loads, record_of


class Judged(NamedTuple):
    """One record to be judged.

    Attributes:
        name: The name of its files.
        text: The bytes of the document.
        expected: What is given beside it, and what must be found.
    """

    name: str
    text: bytes
    expected: dict[str, Any]


def judged() -> Iterator[Judged]:
    """Yield both vectors of every rule, in the order of the catalogue."""
    for rule in DEFAULT:
        for side, example in (("wrong", rule.wrong), ("right", rule.right)):
            about = f"{rule.code}, {rule.name['en']}: {side}."
            expected = {"description": about, "rule": rule.code, "given": given(rule, example), "findings": findings(example)}
            yield Judged(f"{rule.code}-{side}", as_text(example.document()), expected)


def given(rule: Rule, example: Example) -> dict[str, Any]:
    """Return what is handed to a check beside the record; what is not handed over is left out."""
    found: dict[str, Any] = {}
    if example.as_of is not None:
        found["as_of"] = example.as_of.isoformat()
    if example.texts is not None:
        found["texts"] = dict(example.texts)
    if example.related:
        found["related"] = example.related_documents()
    if example.rules:
        found["rules"] = [{"code": own.code, "name": dict(own.name), "fails": example is rule.wrong} for own in example.rules]
    return found


def findings(example: Example) -> list[dict[str, Any]]:
    """Return what the whole catalogue finds in an example."""
    related = [record_of(document) for document in example.related_documents()]
    record = loads(as_text(example.document()))
    return [said(one) for one in check(record, as_of=example.as_of, texts=example.texts, related=related, rules=(*DEFAULT, *example.rules))]


def said(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain JSON types, without its words for people."""
    found: dict[str, Any] = {"code": finding.code, "severity": finding.severity, "pointer": finding.pointer, "on": finding.on}
    found["values"] = {name: as_json(value) for name, value in finding.values.items()}
    return found | ({"repair": [dict(operation) for operation in finding.repair]} if finding.repair else {})


def as_json(value: Any) -> Any:
    """Return a value of a finding as JSON has it: a tuple is an array."""
    return [*value] if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownVariableType]  of any values


def catalogue() -> list[dict[str, Any]]:
    """Return what there is to say of every rule, in the order in which they are judged."""
    return [
        {
            "code": rule.code,
            "severity": rule.severity,
            "strict": rule.strict,
            "scope": rule.scope,
            "needs": rule.needs,
            "last": rule.last,
            "name": dict(rule.name),
            "rationale": dict(rule.rationale),
            "messages": dict(rule.messages),
        }
        for rule in DEFAULT
    ]
