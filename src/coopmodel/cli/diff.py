"""The command ``diff``: what changed from one revision of a record to the next."""

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import click

from coopmodel.analysis.changes import Action, Change, Diff
from coopmodel.analysis.diff import diff as diff_records
from coopmodel.analysis.patch import json_patch
from coopmodel.analysis.wording import title_of
from coopmodel.cli.files import STANDARD_INPUT, open_record
from coopmodel.cli.lines import Line, Style, echo, line
from coopmodel.cli.options import FILE, LANGUAGE
from coopmodel.formats.checked import readable
from coopmodel.model.agreement import Agreement

_SIGNS: Final[dict[Action, tuple[str, Style]]] = {
    "added": ("+ ", "good"),
    "removed": ("- ", "error"),
    "changed": ("~ ", "warning"),
    "reordered": ("~ ", "warning"),
}
_WORDS: Final = {
    "revisions": {"es": "{}: revisión {} -> {}", "en": "{}: revision {} -> {}"},
    "agreements": {
        "es": "Son dos acuerdos, no dos revisiones de uno: {} y {}.",
        "en": "These are two agreements, not two revisions of one: {} and {}.",
    },
    "one-revision": {
        "es": "Ambos dicen ser la revisión {}: una revisión publicada no cambia.",
        "en": "Both say that they are revision {}: a published revision never changes.",
    },
    "backwards": {"es": "El segundo es la revisión anterior.", "en": "The second one is the earlier revision."},
    "none": {"es": "Sin diferencias.", "en": "No differences."},
    "one": {"es": "1 diferencia.", "en": "1 difference."},
    "many": {"es": "{} diferencias.", "en": "{} differences."},
}


@click.command()
@click.argument("old", metavar="OLD", type=FILE)
@click.argument("new", metavar="NEW", type=FILE)
@LANGUAGE
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "patch"]),
    default="text",
    show_default=True,
    help="For a person or a program, or a JSON Patch (RFC 6902) that makes NEW of OLD.",
)
def diff(old: Path, new: Path, language: str, output: str) -> None:
    """Show what changed from one revision of a record to the next.

    OLD and NEW are records as JSON or YAML; one of them may be - for JSON on the standard input. Entities are known by their id: how a file
    is laid out is no difference.

    Exit status: 0 no differences; 1 differences; 2 a file that cannot be read, or a misuse.
    """
    if old == new == STANDARD_INPUT:
        raise click.UsageError("only one of OLD and NEW can be the standard input")
    before, after = open_record(old, language), open_record(new, language)
    differences = diff_records(before, after)
    if output == "text":
        echo(_lines(before, after, differences, language))
    else:
        told: Any = json_patch(before, after) if output == "patch" else _as_json((old, before), (new, after), differences, language)
        click.echo(json.dumps(told, indent=2))
    sys.exit(int(len(differences) > 0))


def _lines(old: Agreement, new: Agreement, differences: Diff, language: str) -> Iterator[Line]:
    yield line(0, new.title.best(language), "title")
    if not differences.same_agreement:
        yield line(0, _WORDS["agreements"][language].format(old.id, new.id), "warning")
    else:
        if differences:
            yield line(0, _WORDS["revisions"][language].format(new.id, old.revision, new.revision), "dim")
        if differences and old.revision == new.revision:
            yield line(0, _WORDS["one-revision"][language].format(new.revision), "warning")
        elif old.revision > new.revision:
            yield line(0, _WORDS["backwards"][language], "warning")
    yield Line()
    titles = {str(entity.id): title_of(entity, language) for record in (old, new) for entity in record.entities()}
    for subject, changes in groupby(differences, lambda change: change.subject(language)):
        yield from _group(subject, [*changes], titles, language)
    count = len(differences)
    if count:
        yield Line()
    yield line(0, _WORDS["many"][language].format(count) if count > 1 else _WORDS["one" if count else "none"][language], "dim")


def _group(subject: str, changes: list[Change], titles: Mapping[str, str | None], language: str) -> Iterator[Line]:
    """Yield the changes of one entity: in one line where the entity itself was added or removed."""
    inner = [change for change in changes if change.member is not None]
    for change in changes:
        sign, style = _SIGNS[change.action]
        if change.member is None:
            yield Line(0, ((sign, style), (subject, style), (f": {change.predicate(language)}", "")))
    if inner:
        title = titles.get(str(inner[0].id))
        yield Line(0, ((subject, "heading"), ("" if title is None else f" {title}", "dim")))
    for change in inner:
        sign, style = _SIGNS[change.action]
        yield Line(2, ((sign, style), (change.predicate(language), "")))


def _as_json(old: tuple[Path, Agreement], new: tuple[Path, Agreement], differences: Diff, language: str) -> dict[str, Any]:
    files = {
        name: {"file": readable(str(path)), "id": record.id, "revision": record.revision}
        for name, (path, record) in (("old", old), ("new", new))
    }
    return {**files, "same_agreement": differences.same_agreement, "changes": [_change_as_json(change, language) for change in differences]}


def _change_as_json(change: Change, language: str) -> dict[str, Any]:
    return {
        "action": change.action,
        "entity": change.entity,
        "id": change.id,
        "member": change.member,
        "old_pointer": change.old_pointer,
        "new_pointer": change.new_pointer,
        "old": change.old,
        "new": change.new,
        "tendency": change.tendency,
        "message": change.message(language),
    }
