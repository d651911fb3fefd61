"""``coopmodel codes``: the words that a record may use, and what they are called."""

from collections.abc import Mapping, Sequence
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
    "closed": {"en": "-", "es": "-"},
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
    elif name is None:
        rows: list[tuple[Cell, ...]] = [
            ((one, "title"), (str(len(_labels(one))), ""), (_said("open" if one in _OPEN else "closed", language), "")) for one in _WRITTEN
        ]
        echo_columns(_headings(("list", "words", "others"), language), rows)
    elif name == "area":
        areas: list[tuple[Cell, ...]] = [
            ((theme.code, "title"), (theme.broader or "-", ""), (theme.labels[language], "")) for theme in THEMES.values()
        ]
        echo_columns(_headings(("code", "broader", "label"), language), areas)
    else:
        echo_columns(
            _headings(("code", "label"), language), [((word, "title"), (label[language], "")) for word, label in _labels(name).items()]
        )


def _labels(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of a list, each with what it is called in both languages."""
    if name == "area":
        return {theme.code: dict(theme.labels) for theme in THEMES.values()}
    if name == "country":
        return {code: {language: Country(code).name(language) for language in ("es", "en")} for code in COUNTRIES}
    return LABELS[name]


def _said(word: str, language: str) -> str:
    return _WORDS[word][language]


def _headings(words: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple([_said(word, language) for word in words])
