"""``coopmodel codes``: the words that a record may use, and what they are called."""

from collections.abc import Iterable, Mapping
from typing import Final

import click

from coopmodel.cli.columns import Cell, echo_columns
from coopmodel.cli.options import LANGUAGE
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.labels import LABELS
from coopmodel.codes.themes import THEMES
from coopmodel.formats.checked import to_json
from coopmodel.values.countries import Country

_OPEN: Final = frozenset({"area", "commitment-kind", "function", "instrument", "source-kind"})
_WRITTEN: Final = tuple(sorted({"area", "country", *LABELS} - {"effective-status"}))
"""The lists that a record takes words from; what has become of a promise is worked out, and written nowhere."""

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "list": {"en": "list", "es": "lista"},
    "words": {"en": "words", "es": "palabras"},
    "others": {"en": "others", "es": "otras"},
    "open": {"en": "with a prefix of yours", "es": "con un prefijo propio"},
    "code": {"en": "code", "es": "código"},
    "label": {"en": "means", "es": "significa"},
    "broader": {"en": "part of", "es": "parte de"},
}


@click.command()
@click.argument("name", metavar="[LIST]", type=click.Choice(_WRITTEN), required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For a person or a program.")
@LANGUAGE
def codes(name: str | None, form: str, language: str) -> None:
    """Show the lists of codes that a record takes words from; with LIST, such as area or commitment-kind, the words of one.

    An open list takes other words too, where they have a prefix of yours: acme:joint-command.
    """
    if form == "json":
        click.echo(to_json({one: _labels(one) for one in (_WRITTEN if name is None else (name,))}))
        return
    rows: Iterable[tuple[str, ...]]
    if name is None:
        headings: tuple[str, ...] = ("list", "words", "others")
        rows = [(one, str(len(_labels(one))), _WORDS["open"][language] if one in _OPEN else "-") for one in _WRITTEN]
    elif name == "area":
        headings = ("code", "broader", "label")
        rows = [(theme.code, theme.broader or "-", theme.labels[language]) for theme in THEMES.values()]
    else:
        headings = ("code", "label")
        rows = [(word, label[language]) for word, label in _labels(name).items()]
    cells: list[list[Cell]] = [[(first, "title"), *[(text, "") for text in rest]] for first, *rest in rows]
    echo_columns([_WORDS[heading][language] for heading in headings], cells)


def _labels(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of a list, each with what it is called in both languages."""
    if name == "area":
        return {theme.code: dict(theme.labels) for theme in THEMES.values()}
    if name == "country":
        return {code: {language: Country(code).name(language) for language in ("es", "en")} for code in COUNTRIES}
    return LABELS[name]
