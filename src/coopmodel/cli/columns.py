"""Columns of words for a person to read: folded and in colour on a terminal, else one row a line in padded columns."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from coopmodel.cli.lines import STYLES, Style
from coopmodel.formats.characters import clean

Cell: TypeAlias = tuple[str, Style]


_LEAST: Final = 12
"""How wide the last column has to be at least to be folded in its place."""


def echo_columns(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Print a table; the last column takes what is left of the width, and is folded there on a terminal.

    On a terminal that is too narrow for that the rows are printed as elsewhere, and it folds them itself: nothing is cut off.
    """
    console = Console(highlight=False)
    lines = [[*headings], *[[clean(text) for text, _ in row] for row in rows]]
    widths = [max([cell_len(text) for text in column]) for column in zip(*lines, strict=True)]
    if console.is_terminal and sum(widths[:-1]) + len(widths) + min(_LEAST, widths[-1]) <= console.width:
        table = Table(*headings, box=None, padding=(0, 1, 0, 0), header_style=STYLES["heading"])
        for column in table.columns[:-1]:
            column.no_wrap = True
        for row in rows:
            table.add_row(*[Text(clean(text), STYLES[style]) for text, style in row])
        console.print(table)
        return
    for texts in lines:
        cells = [text + " " * (width - cell_len(text)) for text, width in zip(texts, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())
