"""``coopmodel explain``: one rule in full, by its own examples."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import click

from coopmodel.cli.findings import SEVERITY_NAMES, finding_lines
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.options import LANGUAGE, PLUGINS, known_rules
from coopmodel.errors import DecodeError, nearest
from coopmodel.rules.check import check
from coopmodel.rules.rule import Example, Rule
from coopmodel.wire.documents import loads

_WORDS: Final = {
    "severity": {"en": "Severity: {}; under --strict: {}.", "es": "Gravedad: {}; con --strict: {}."},
    "wrong": {"en": "Wrong", "es": "Incorrecto"},
    "right": {"en": "Right", "es": "Correcto"},
    "as_of": {"en": "as of {}", "es": "al {}"},
    "text": {"en": "text of {}: {}", "es": "texto de {}: {}"},
    "related": {"en": "related record {}", "es": "registro relacionado {}"},
    "rules": {"en": "further rules: {}", "es": "otras reglas: {}"},
    "base": {"en": "(nothing beyond the base record)", "es": "(nada fuera del registro de base)"},
}


@click.command()
@click.argument("code", required=False)
@PLUGINS
@LANGUAGE
def explain(code: str | None, language: str, *, plugins: bool) -> None:
    """Explain a rule: what it finds, why it matters, how it looks wrong and right. Without CODE all rules are listed."""
    rules = {rule.code: rule for rule in known_rules(plugins=plugins)}
    if code is None:
        echo([Line(0, ((f"{rule.code} ", "title"), (rule.name[language], ""))) for rule in rules.values()])
        return
    if code not in rules:
        if "." in code:
            raise click.UsageError(f"{code!r} is the code of an error, not of a rule: the page on error codes tells what it means")
        near = nearest(code, rules)
        hint = f"; did you mean {near}?" if near is not None else "."
        raise click.UsageError(f"there is no rule {code!r}{hint} Known are {', '.join(rules)}.")
    echo(_explained(rules[code], rules, language))


def _explained(rule: Rule, known: Mapping[str, Rule], language: str) -> Iterator[Line]:
    severities = (SEVERITY_NAMES[language][rule.severity], SEVERITY_NAMES[language][rule.strict])
    yield line(0, f"{rule.code} {rule.name[language]}", "title")
    yield line(0, _WORDS["severity"][language].format(*severities), "dim")
    yield Line()
    yield line(0, rule.rationale[language])
    yield Line()
    yield line(0, _WORDS["wrong"][language], "error")
    yield from _example(rule.wrong, language)
    yield from _found(rule, known, language)
    yield Line()
    yield line(0, _WORDS["right"][language], "good")
    yield from _example(rule.right, language)


def _found(rule: Rule, known: Mapping[str, Rule], language: str) -> Iterator[Line]:
    """Yield what the rule finds in its wrong example, judged beside all others; or why somebody's example is no record."""
    example = rule.wrong
    try:
        record, *related = [loads(json.dumps(document)) for document in (example.document(), *example.related_documents())]
    except DecodeError as error:
        yield from [line(2, str(problem), "error") for problem in error.problems]
        return
    judged_by = {**known, **{other.code: other for other in example.rules}}.values()
    for finding in check(record, as_of=example.as_of, texts=example.texts, related=related, rules=judged_by):
        if finding.code == rule.code:
            yield from finding_lines(finding, language)


def _example(example: Example, language: str) -> Iterator[Line]:
    yield from _members(example.members, 2)
    for members in example.related:
        yield line(2, _WORDS["related"][language].format(members.get("id", "")), "dim")
        yield from _members({name: value for name, value in members.items() if name != "id"}, 4)
    if example.rules:
        yield line(2, _WORDS["rules"][language].format(", ".join([rule.code for rule in example.rules])), "dim")
    if not example.members and not example.related and not example.rules:
        yield line(2, _WORDS["base"][language], "dim")
    if example.as_of is not None:
        yield line(2, _WORDS["as_of"][language].format(example.as_of.isoformat()), "dim")
    for source, text in (example.texts or {}).items():
        yield line(2, _WORDS["text"][language].format(source, text), "dim")


def _members(members: Mapping[str, Any], indent: int) -> Iterator[Line]:
    for name, value in members.items():
        rows = value if value.__class__ is list else [value] if value else []
        if rows:
            yield line(indent, f"{name}:", "dim")
        for row in rows:
            yield line(indent + 2, json.dumps(row, ensure_ascii=False))
