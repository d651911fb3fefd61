"""The generated pages of the reference are what their generator writes, and leave nothing out."""

import json
import re
from typing import Any, Final

import click
import pytest
from generate_reference import PAGES
from reference_commands import SESSIONS, commands
from reference_errors import codes_in_source
from reference_markdown import COMMAND, REFERENCE, object_id, slug
from reference_rules import GROUPS_TOLD
from reference_wire import RECORD
from reference_words import LISTS

from coopmodel.cli.commands import cli
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.labels import LABELS
from coopmodel.codes.themes import THEMES
from coopmodel.model.unknown import member_names
from coopmodel.rules.catalogue import CATALOGUE, GROUPS
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.documents import dumps, load

PAGE: Final = {name: (REFERENCE / name).read_text("utf-8") for name in PAGES}
KINDS: Final[list[type[Any]]] = [*CLASSES, *PARTIES.values()]


def ids(name: str) -> list[str]:
    """Return the explicit ids of a page."""
    return re.findall(r"\{ #([a-z0-9-]+) \}", PAGE[name])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_its_generator_writes(name: str) -> None:
    """A change of what a page describes shows in the page."""
    assert PAGES[name]() == PAGE[name], f"docs/reference/{name} is out of date: run {COMMAND}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_that_it_is_generated(name: str) -> None:
    """The first sentence of a page names the command that writes it, so that nobody mends it by hand."""
    assert f"`{COMMAND}`" in PAGE[name].split("\n\n")[1]


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique(name: str) -> None:
    """No two headings or members of a page have one id."""
    found = ids(name)
    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_member_has_its_place(kind: type[Any]) -> None:
    """Each class and each of its members has an id on the page about the wire format, and each member stands in an example."""
    section = PAGE["wire-format.md"].partition(f"{{ #{object_id(kind.__name__)} }}")[2].partition("\n##")[0]
    members = {f"{object_id(kind.__name__)}-{name.replace('_', '-')}" for name in member_names(kind)}

    assert members == set(re.findall(r"\{ #([a-z0-9-]+) \}", section))
    examples = [json.loads(block) for block in re.findall(r"```json\n(.*?)\n```", section, re.DOTALL)]
    shown = {name for example in examples for name in example}
    assert set(member_names(kind)) - shown <= {"evidence", "extensions"}


def test_the_full_record_is_written_as_it_is_read() -> None:
    """The record of which the examples are parts is right, and in normal form."""
    assert f"{dumps(load(RECORD), indent=2)}\n" == RECORD.read_text("utf-8")


@pytest.mark.parametrize("name", ["rules.md", "rules.es.md"])
def test_every_rule_and_group_has_a_section(name: str) -> None:
    """Each rule of the catalogue, and each group, has an id of its own, alike in both languages."""
    assert {code.lower() for code in CATALOGUE} | {group.lower() for group in GROUPS} == set(ids(name))
    assert set(GROUPS) == set(GROUPS_TOLD)


def test_every_code_of_an_error_is_explained() -> None:
    """The page has a section for each code in the source, and for no other."""
    page = PAGE["error-codes.md"]
    assert {(f"`{code}`", slug(code)) for code in codes_in_source()} == set(re.findall(r"### (`[a-z.]+`) \{ #([a-z-]+) \}", page))


def test_every_list_of_words_is_told() -> None:
    """Each list that has labels has a section, with every word of it; so have areas and countries."""
    assert set(LABELS) == {one.name for one in LISTS}
    assert {one.name: set(one.words) for one in LISTS} == {name: set(labels) for name, labels in LABELS.items()}
    rows = set(re.findall(r"^\| `([^`]+)` \|", PAGE["codes.md"], re.MULTILINE))
    assert {*COUNTRIES, *THEMES} <= rows


def test_every_command_has_an_example() -> None:
    """Each command has a session, and each of its options a row."""
    every = [(" ".join(path), command) for path, command in commands(cli, ())]
    assert set(SESSIONS) == {name for name, _ in every}
    for name, command in every:
        section = PAGE["command-line.md"].partition(f" {name} {{ #")[2].partition("\n## ")[0]
        options = {spelling for option in command.params if isinstance(option, click.Option) for spelling in option.opts}
        assert options <= set(re.findall(r"`(--[a-z-]+)`", section)), name
