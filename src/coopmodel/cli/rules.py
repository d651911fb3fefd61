"""``coopmodel rules``: the catalogue as a table."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import click

from coopmodel.cli.columns import Cell, echo_columns
from coopmodel.cli.findings import SEVERITY_NAMES
from coopmodel.cli.options import LANGUAGE, PLUGINS, known_rules
from coopmodel.formats.checked import to_json
from coopmodel.rules.rule import Rule

_HEADINGS: Final = {
    "en": ("code", "severity", "strict", "scope", "needs", "finds"),
    "es": ("código", "gravedad", "estricta", "ámbito", "requiere", "halla"),
}
_SCOPES: Final[dict[str, dict[str, str]]] = {
    "en": {"record": "record", "entity": "entity", "citation": "citation", "series": "series"},
    "es": {"record": "registro", "entity": "entidad", "citation": "cita", "series": "serie"},
}
_NEEDS: Final[dict[str, dict[str | None, str]]] = {
    "en": {None: "-", "as_of": "day", "texts": "texts", "related": "records"},
    "es": {None: "-", "as_of": "fecha", "texts": "textos", "related": "registros"},
}


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For a person or a program.",
)
@PLUGINS
@LANGUAGE
def rules(form: str, language: str, *, plugins: bool) -> None:
    """Show the catalogue of rules: how bad what they find is, also under --strict, what they look at, and what they need to be given."""
    known = known_rules(plugins=plugins)
    if form == "json":
        click.echo(to_json([_as_json(rule) for rule in known]))
    elif form == "markdown":
        for row in _markdown(known, language):
            click.echo(row)
    else:
        echo_columns(_HEADINGS[language], [_row(rule, language) for rule in known])


def _row(rule: Rule, language: str) -> tuple[Cell, ...]:
    return (
        (rule.code, "title"),
        (SEVERITY_NAMES[language][rule.severity], rule.severity),
        (SEVERITY_NAMES[language][rule.strict], rule.strict),
        (_SCOPES[language].get(rule.scope, rule.scope), ""),
        (_NEEDS[language].get(rule.needs, str(rule.needs)), ""),
        (rule.name[language], ""),
    )


def _markdown(known: Iterable[Rule], language: str) -> Iterator[str]:
    yield f"| {' | '.join(_HEADINGS[language])} |"
    yield f"|{'---|' * len(_HEADINGS[language])}"
    for rule in known:
        cells = [" ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|") for text, _ in _row(rule, language)]
        yield f"| {' | '.join(cells)} |"


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": dict(rule.name),
        "severity": rule.severity,
        "strict": rule.strict,
        "scope": rule.scope,
        "needs": rule.needs,
        "rationale": dict(rule.rationale),
        "messages": dict(rule.messages),
    }
