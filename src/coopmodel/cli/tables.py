"""Tables of numbers for a person to read: as wide as the terminal allows, plain and of 80 columns elsewhere."""

import io
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coopmodel.cli.lines import STYLES, WIDEST, Style
from coopmodel.formats.characters import clean

_PLAIN: Final = 80
_NAME: Final = 12
"""So much of a name stands in one line, also where a terminal is too narrow for the table and breaks it."""
_INDENT: Final = 2
_NOTHING: Final = "·"


class Row(NamedTuple):
    """What a row is about, its numbers, and its style."""

    name: str
    numbers: tuple[int, ...]
    style: Style = ""


def echo_table(first: str, heads: Sequence[str], rows: Iterable[Row], total: Row) -> None:
    """Print a table; names are folded where they are too long, numbers never.

    Args:
        first: Head of the names.
        heads: Heads of the numbers; a line end breaks one.
        rows: The rows.
        total: The last row; its numbers are the largest of their columns.
    """
    console = Console(highlight=False)
    if console.is_terminal:
        longest = [max(map(len, (*head.split("\n"), str(number)))) for head, number in zip(heads, total.numbers, strict=True)]
        console.width = max(min(console.width, WIDEST), _INDENT + _NAME + sum([1 + width for width in longest]))
        console.print(_table(first, heads, rows, total))
        return
    plain = Console(file=io.StringIO(), width=_PLAIN, color_system=None, highlight=False, force_terminal=False)
    with plain.capture() as captured:
        plain.print(_table(first, heads, rows, total, boxed=False))
    for shown in captured.get().splitlines():
        click.echo(shown.rstrip())


def _table(first: str, heads: Sequence[str], rows: Iterable[Row], total: Row, *, boxed: bool = True) -> Padding:
    table = Table(
        box=SIMPLE_HEAD if boxed else None,
        padding=(0, 0) if boxed else (0, 1, 0, 0),  # the box parts columns by itself
        pad_edge=False,
        show_edge=False,
        header_style=STYLES["dim"],
    )
    table.add_column(Text(first), overflow="fold")
    for head in heads:
        table.add_column(Text(head, justify="right"), justify="right", no_wrap=True)
    for name, numbers, style in rows:
        cells = [Text(str(number) if number else _NOTHING, STYLES["" if number else "dim"]) for number in numbers]
        table.add_row(Text(clean(name)), *cells, style=STYLES[style])
    table.add_section()
    table.add_row(Text(clean(total.name)), *map(str, total.numbers), style=STYLES[total.style])
    return Padding(table, (0, 0, 0, _INDENT))
