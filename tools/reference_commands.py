"""The page on the command line: each command with its arguments and options, as click has them, and an example that was run."""

import re
from collections.abc import Iterator
from typing import Any, Final

import click
from reference_markdown import bullets, code, heading, page, table
from reference_sessions import Session, in_folder

from coopmodel.cli.commands import cli

_INTRODUCTION: Final = """\
It has every command with its arguments, options and exit status, and an example of each. The command line needs the extra `cli`: `python -m pip
install 'coopmodel[cli]'`. `coopmodel COMMAND --help` says the same as this page.
"""

_CONVENTIONS: Final = (
    (
        "**FILE** is a record as JSON, YAML (extra `yaml`) or JSON Lines, as the end of its name says: `.json`; `.yaml` or `.yml`; "
        "`.jsonl` or `.ndjson`, also with `.gz` or `.zst`. `records.jsonl:3` is the record on line 3. `-` is JSON on the standard "
        "input. See [formats](../how-to/formats.md)."
    ),
    (
        "**Language**: `--lang es` speaks Spanish. In English only are the help (`--help`), the messages on a misuse, and the reasons why a "
        "file is no record, no key or no signature, or cannot be read or written."
    ),
    (
        "**Exit status** 0 is done, 130 Ctrl-C, 2 a misuse, a file that cannot be read, a full disk or too little memory; what else there is "
        "stands with the command."
    ),
    "**Colours** are left out where the output is no terminal.",
    (
        "**Rules of packages**: `check`, `rules` and `explain` know the rules that installed packages bring, unless `--no-plugins` is given. "
        "`PLUGIN001` is no such rule: it stands for a package whose rules cannot be loaded, which [RUL001](rules.md#rul001) then tells. "
        "See [a rule of your own](../how-to/own-rules.md#when-a-rule-raises)."
    ),
    "**Version**: `coopmodel --version` tells that of the library.",
)


_TERM: Final = re.compile(
    r"\"([a-z]+ --[^\"]+)\"|--[a-z]+|(?<= )-(?= )|DIR/<source id>\.txt"
    r"|\b[A-Za-z]+\.[a-z]+(?:\.[a-z]+)?(?::LINE)?(?![a-z])|(?<= )\.[a-z]+(?:\.[a-z]+)?(?=[;,: ]|\.(?: |$))"
)
"""Words of help texts that are code: options, names and ends of names of files."""


SESSIONS: Final[dict[str, Session]] = {
    "show": Session(("coopmodel show agreement.json",), 12),
    "check": Session(("coopmodel check agreement.json --texts texts --as-of 2026-11-23 --select COV001,STS",), -13),
    "explain": Session(("coopmodel explain IDS001",)),
    "rules": Session(("coopmodel rules",), 6),
    "digest": Session(("coopmodel digest texts/press-release.txt",)),
    "codes": Session(("coopmodel codes commitment-kind", "coopmodel codes area --lang es"), 6),
    "status": Session(("coopmodel status agreement.json --as-of 2026-11-23 --only overdue",), 7),
    "timeline": Session(("coopmodel timeline agreement.json --as-of 2026-11-23",), 12),
    "coverage": Session(("coopmodel coverage agreement.json --party jointly",), 14),
    "diff": Session(
        (
            """sed -e 's/"revision": 1/"revision": 2/' -e 's/2024-41/2025-40/' agreement.json > later.json""",
            "coopmodel diff agreement.json later.json",
        ),
        status=1,
    ),
    "schema": Session(("coopmodel schema",), 4),
    "schema record": Session(("coopmodel schema record",), 4),
    "schema report": Session(("coopmodel schema report",), 4),
    "convert": Session(("coopmodel convert agreement.json - --to yaml",), 6),
    "sign": Session(("coopmodel keygen ministry.jwk", "coopmodel sign agreement.json --key ministry.jwk")),
    "verify": Session(("coopmodel verify agreement.json --key ministry.pub.jwk",)),
    "keygen": Session(("coopmodel keygen office.pem",)),
}
"""By command; they are run in the order of the page, in one folder, which has a record and the texts of its sources."""

PICTURES: Final[dict[str, str]] = {
    "check": "The findings of the check in yellow and blue, each with the quotation it rests on in italics and its place in the record",
    "status": "What has become of each promise: what is overdue first and in red, each with its reason and the quotation it rests on",
    "timeline": "Meetings and what falls due in order of time, dates as vague as their source, and last what has no date",
    "coverage": "A matrix of areas and strengths with the number of commitments in each cell, and below it what each agenda item ended in",
}
"""What the pictures show that ``tools/screenshots.py`` makes of these commands, for who cannot see them."""


def commands_page() -> str:
    """Return the page."""
    with in_folder():
        sections = [part for path, command in commands(cli, ()) for part in section(path, command)]
    rows = [(f"[`{' '.join(path)}`](#{'-'.join(path)})", first_sentence(command)) for path, command in commands(cli, ())]
    return page(
        "Command line",
        _INTRODUCTION,
        bullets(_CONVENTIONS),
        table(["command", "what it does"], rows),
        *sections,
    )


def commands(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with its names; a group before what is in it."""
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def section(path: tuple[str, ...], command: click.Command) -> Iterator[str]:
    """Yield the parts of a command's section."""
    name = " ".join(path)
    yield heading(1 + min(len(path), 2), name, "-".join(path))
    context = click.Context(command, info_name=f"coopmodel {name}", help_option_names=["-h", "--help"])
    yield code(" ".join([f"coopmodel {name}", *command.collect_usage_pieces(context)]))
    yield from [marked(paragraph) for paragraph in (command.help or "").split("\n\n")]
    options = [option for option in command.params if isinstance(option, click.Option)]
    if options:
        yield table(["option", "value", "what it does"], [row(option, context) for option in options])
    yield SESSIONS[name].block()
    if name in PICTURES:
        yield f"On a terminal:\n\n![{PICTURES[name]}](../assets/{name}.svg)"


def first_sentence(command: click.Command) -> str:
    """Return what help says first of a command."""
    return marked((command.help or "").partition("\n\n")[0]).partition(". ")[0].removesuffix(".") + "."


def marked(text: str) -> str:
    """Return a text of a command's help with options, names of files and places in them as code."""
    return _TERM.sub(lambda found: code(found[1] or found[0]), " ".join(text.split()))


def row(option: click.Option, context: click.Context) -> tuple[str, str, str]:
    """Return an option with the values that it takes, and what it does."""
    names = ", ".join(map(code, [*option.opts, *option.secondary_opts]))
    kind = option.type
    taken = ""
    if isinstance(kind, click.Choice):
        choice: Any = kind  # pyright: ignore[reportUnknownVariableType]
        taken = ", ".join(map(code, choice.choices))
    elif isinstance(kind, click.IntRange):
        taken = f"a number, at least {kind.min}"
    elif isinstance(kind, click.Path):
        taken = code("FILE" if kind.file_okay else "FOLDER")
    elif not option.is_flag:
        taken = code(option.make_metavar(context))
    default: Any = option.default
    said = [marked(str(option.help))]
    if option.required:
        said.append("Required.")
    if option.show_default:
        said.append(f"Default: {code(option.opts[0] if option.is_flag else str(default))}.")
    return names, taken, " ".join(said)
