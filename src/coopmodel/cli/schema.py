"""``coopmodel schema``: the JSON Schemas of what is read and written."""

import click

from coopmodel.formats.checked import to_json
from coopmodel.formats.report import report_schema
from coopmodel.wire.schema import record_schema


@click.group(invoke_without_command=True)
@click.pass_context
def schema(context: click.Context) -> None:
    """Print a JSON Schema (2020-12): that of a record, unless another is named."""
    if context.invoked_subcommand is None:
        context.invoke(record)


@schema.command()
def record() -> None:
    """Print the schema of a record, as strict as JSON Schema can be."""
    click.echo(to_json(record_schema()))


@schema.command()
def report() -> None:
    """Print the schema of what "check --format json" prints."""
    click.echo(to_json(report_schema()))
