"""Versions of the format in YAML and JSON Lines: whatever the form, a document of an older or newer version is read as it is in JSON."""

import json
import re
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner

from coopmodel.cli.commands import cli
from coopmodel.errors import DecodeError, NewerVersion, Problem
from coopmodel.formats.jsonl import iter_jsonl
from coopmodel.formats.yaml import loads_yaml
from coopmodel.formats.yaml_text import yaml_text
from coopmodel.model.agreement import Agreement
from coopmodel.wire.documents import dumps, loads

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "versions"
READ: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "read.json").read_text(encoding="utf-8"))
REFUSED: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "refused.json").read_text(encoding="utf-8"))
NEWER: Final = {"coopmodel": "1.7", "id": "a", "revision": 1, "title": {"en": "A"}}


def named(row: dict[str, Any]) -> str:
    return str(row["name"])


def from_yaml(document: Any) -> Agreement:
    return loads_yaml(yaml_text(document))


def from_line(document: Any) -> Agreement:
    (line,) = iter_jsonl(BytesIO(json.dumps(document).encode()))
    if line.record is None:
        raise DecodeError(line.problems)
    return line.record


FORMS: Final = (from_yaml, from_line)


@pytest.mark.parametrize("row", READ, ids=named)
@pytest.mark.parametrize("read", FORMS)
def test_what_is_read_as_json_is_read_in_every_form(read: Callable[[Any], Agreement], row: dict[str, Any]) -> None:
    """Older ones are upgraded, and newer ones take the warning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        record = read(row["document"])

    assert row["record"] == json.loads(dumps(record))
    assert ([(NewerVersion, __file__)] if row.get("warning") else []) == [(one.category, one.filename) for one in caught]


def from_yaml_with_nothing(document: Any) -> Agreement:
    """Where a member wants no null, YAML has none, but nothing may stand there."""
    return loads_yaml(re.sub("(?<=[:-]) null$", "", yaml_text(document), flags=re.MULTILINE))


@pytest.mark.parametrize("row", REFUSED, ids=named)
@pytest.mark.parametrize("read", [from_yaml_with_nothing, from_line])
def test_what_is_refused_as_json_is_refused_in_every_form(read: Callable[[Any], Agreement], row: dict[str, Any]) -> None:
    """With the same codes and pointers; in YAML problems stand in the order of their lines."""
    with pytest.raises(DecodeError) as expected:
        loads(json.dumps(row["document"]))
    with pytest.raises(DecodeError) as caught:
        read(row["document"])

    assert sorted(map(place, expected.value.problems)) == sorted(map(place, caught.value.problems))


def place(problem: Problem) -> tuple[str, str]:
    return problem.pointer, problem.code


def test_in_yaml_former_members_are_taken_for_what_they_are_called_now() -> None:
    """What stands without quotation marks is a text in them, too, also where it looks like a number."""
    record = loads_yaml("coopmodel: 0.9\nid: a\nrevision: 1\ntitle: {en: A}\nmilestones: [{id: 2024, title: {en: 12}, delivers: [7]}]\n")

    assert [{"id": "2024", "title": {"en": "12"}, "delivers": ["7"]}] == json.loads(dumps(record))["roadmap"]


def test_a_newer_yaml_with_problems_takes_no_warning() -> None:
    """Nothing is said of a record that nobody gets."""
    text = f"{yaml_text(NEWER)}extensions: {{a: &b {{}}}}\n"
    with warnings.catch_warnings(record=True) as warned, pytest.raises(DecodeError) as caught:
        loads_yaml(text)

    assert ["yaml.anchor"] == [problem.code for problem in caught.value.problems]
    assert [] == warned


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.jsonl"])
def test_the_program_says_that_a_file_is_newer(tmp_path: Path, name: str) -> None:
    """Once, in its own words, with the line of JSON Lines; ``convert`` says it too, and the version stays."""
    path = tmp_path / name
    path.write_text(yaml_text(NEWER) if name == "a.yaml" else json.dumps(NEWER), encoding="utf-8")
    where = f"{path}:1" if name == "a.jsonl" else path
    expected = f"{where}: format version 1.7 is newer than 1.0, which this program knows; the document holds nothing unknown\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for command in (["check"], ["show"], ["status"], ["timeline"], ["convert", "--to", "json"]):
            arguments = [*command, "--lang", "en", str(path), *(["-"] if command[0] == "convert" else [])]
            result = CliRunner().invoke(cli, arguments, terminal_width=1000)
            assert expected == result.stderr, result.exception
    assert "1.7" == json.loads(result.stdout)["coopmodel"]
