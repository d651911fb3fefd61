"""Arguments and options that several commands take."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import click

from coopmodel.errors import InvalidValue
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.plugins import load_plugins
from coopmodel.rules.rule import Rule
from coopmodel.values.dates import to_date

FILE: Final = click.Path(path_type=Path, allow_dash=True)
FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
LANGUAGE: Final = click.option(
    "--lang",
    "language",
    type=click.Choice(["es", "en"]),
    default="en",
    show_default=True,
    help="Language of the output; help and error messages are in English.",
)


class Day(click.ParamType[date]):
    """A day, written ``2024-09-13``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401  click calls it so
        """Return the day, or say what is wrong."""
        try:
            return to_date(value)
        except InvalidValue as error:
            self.fail(error.message, param, ctx)


AS_OF: Final = click.option("--as-of", type=Day(), help="The day to judge by; today where it is left out.")


PLUGINS: Final = click.option(
    "--plugins/--no-plugins", "plugins", default=True, show_default=True, help="Also the rules that installed packages bring."
)


def known_rules(*, plugins: bool) -> tuple[Rule, ...]:
    """Return the rules that the command line knows: the built-in ones, and those of installed packages."""
    return (*DEFAULT, *load_plugins()) if plugins else DEFAULT


def today() -> date:
    """Return the day that it is here."""
    return datetime.now(UTC).astimezone().date()
