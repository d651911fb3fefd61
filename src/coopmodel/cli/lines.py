"""Lines for a person to read: indented, in styles on a terminal, plain elsewhere."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from coopmodel.formats.characters import clean

Style: TypeAlias = Literal["", "title", "heading", "quote", "dim", "error", "warning", "info", "good"]

STYLES: Final[dict[Style, str]] = {
    "": "",
    "title": "bold",
    "heading": "bold cyan",
    "quote": "italic",
    "dim": "dim",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "good": "green",
}
WIDEST: Final = 110


class Line(NamedTuple):
    """One paragraph: how deep it stands, and its parts with their styles."""

    indent: int = 0
    parts: tuple[tuple[str, Style], ...] = ()


def line(indent: int, text: str, style: Style = "") -> Line:
    """Return a line of one part."""
    return Line(indent, ((text, style),))


def echo(lines: Iterable[Line], *, error: bool = False) -> None:
    """Print the lines: folded and in colour on a terminal, else one paragraph a line and without any escape code."""
    console = Console(stderr=error, highlight=False)
    for indent, parts in lines:
        if console.is_terminal:
            text = Text()
            for words, style in parts:
                text.append(clean(words), STYLES[style])
            console.print(Padding(text, (0, 0, 0, indent)), width=min(console.width, WIDEST))
        else:
            click.echo((" " * indent + "".join([clean(words) for words, _ in parts])).rstrip(), err=error)
