"""``coopmodel convert``: the same records in another form."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, get_args

import click

from coopmodel.cli.files import STANDARD_INPUT, Opened, newer_lines, open_file
from coopmodel.cli.findings import problem_lines
from coopmodel.cli.lines import echo, line
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.errors import MissingExtra, Problem
from coopmodel.formats.jsonl import to_line, write_jsonl
from coopmodel.formats.names import Form, form_of
from coopmodel.formats.yaml import dumps_yaml
from coopmodel.model.agreement import Agreement
from coopmodel.wire.atomic import replacing
from coopmodel.wire.documents import dumps

_FORM: Final = click.Choice(get_args(Form))

_WHOLE: Final[dict[Form, Callable[[Agreement], bytes]]] = {
    "json": lambda record: f"{dumps(record, indent=2)}\n".encode(),
    "jsonl": to_line,
    "yaml": lambda record: dumps_yaml(record).encode(),
}
"""How one record is written."""

_SEVERAL: Final = Problem("", "file.several", "the form asked for holds one record: name one by its line, as in IN.jsonl:1")
_UNWRITTEN: Final = {"en": "{} cannot be written: {}", "es": "{} no se puede escribir: {}"}


@click.command()
@click.argument("source", metavar="IN", type=FILE)
@click.argument("target", metavar="OUT", type=FILE)
@click.option("--from", "read", type=_FORM, help="What IN holds, where its name does not tell; else JSON.")
@click.option("--to", "write", type=_FORM, help="What OUT is to hold, where its name does not tell.")
@LANGUAGE
def convert(source: Path, target: Path, read: Form | None, write: Form | None, language: str) -> None:
    """Write the records in IN to OUT in another form: JSON, JSON Lines or YAML.

    The ends of the names tell which: .json; .jsonl, .jsonl.gz and .jsonl.zst; .yaml. - is the standard input or output. JSON and YAML hold one
    record: of JSON Lines with several name one, IN.jsonl:LINE. Nothing is lost but what is no part of a record, such as comments. Where
    something in IN is no record, it is told, and OUT stays as it was.

    Exit status: 0 done; 2 a file that cannot be read or written, or a misuse.
    """
    form = write or form_of(target)
    if form is None:
        raise click.UsageError(f"the name {str(target)!r} does not tell the form: say --to {'|'.join(get_args(Form))}")
    records = _records(open_file(source, form=read), language, one=form != "jsonl")
    try:
        if target == STANDARD_INPUT:
            for record in records:
                sys.stdout.buffer.write(_WHOLE[form](record))
        elif form == "jsonl":
            write_jsonl(records, target)
        else:
            text = b"".join([_WHOLE[form](record) for record in records])
            with replacing(target) as file:
                file.write(text)
    except _RefusedError:
        sys.exit(2)
    except (OSError, MissingExtra) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        echo([line(0, _UNWRITTEN[language].format(target, reason), "error")], error=True)
        sys.exit(2)


class _RefusedError(Exception):
    """Something that was read is no record, and that was told."""


def _records(files: Iterable[Opened], language: str, *, one: bool) -> Iterator[Agreement]:
    """Yield the records, and tell what is none; where something is none, or only one is wanted, raise at the end."""
    refused = False
    for count, file in enumerate(files):
        several = one and count > 0
        if several or file.record is None:
            name, problems = (str(file.path), (_SEVERAL,)) if several else (file.name, file.problems)
            echo(problem_lines(name, problems, language), error=True)
            refused = True
        elif not refused:
            echo(newer_lines(file, language), error=True)
            yield file.record
        if several:
            break
    if refused:
        raise _RefusedError
