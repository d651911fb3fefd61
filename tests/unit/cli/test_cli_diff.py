"""``coopmodel diff``, as its users meet it."""

import io
import json
import re
from pathlib import Path
from typing import Any

import jsonpatch
import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from coopmodel.cli import commands, lines

BASE: dict[str, Any] = {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "Title", "es": "Título"}}
OLD: dict[str, Any] = BASE | {
    "areas": ["trade", "health"],
    "commitments": [
        {"id": "gone", "statement": {"en": "Gone", "es": "Ido"}},
        {"id": "joint-operations", "statement": {"en": "Joint operations"}, "strength": "agreed"},
    ],
    "roadmap": [{"id": "second-meeting", "title": {"en": "Second meeting", "es": "Segunda reunión"}, "due": "2024-41"}],
}
NEW: dict[str, Any] = BASE | {
    "revision": 2,
    "areas": ["health", "trade"],
    "commitments": [
        {"id": "joint-operations", "statement": {"en": "Joint operations"}, "strength": "binding", "kind": "joint-operation"},
        {"id": "new", "statement": {"en": "New", "es": "Nuevo"}},
    ],
    "roadmap": [{"id": "second-meeting", "title": {"en": "Second meeting", "es": "Segunda reunión"}, "due": "2025-40"}],
}


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Return what writes a document to a file and gives its path."""

    def write(name: str, document: Any) -> str:
        path = tmp_path / name
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    return write


def run(*arguments: str, text: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands.cli, ["diff", *arguments], input=text)


def test_what_changed_is_told_entity_by_entity(write: Any) -> None:
    """The record, then each entity with what became of it; an entity that came or went in one line; a count; status 1."""
    result = run(write("old", OLD), write("new", NEW))
    expected = [
        "Title",
        "a: revision 1 -> 2",
        "",
        "agreement a",
        "  ~ revision 1 -> 2",
        "  ~ order of areas changed",
        "- commitment gone: removed “Gone”",
        "commitment joint-operations “Joint operations”",
        "  + kind: added joint operation",
        "  ~ strength agreed -> binding (stronger)",
        "+ commitment new: added “New”",
        "milestone second-meeting “Second meeting”",
        "  ~ due 2024-41 -> 2025-40 (later by 6 months)",
        "",
        "7 differences.",
    ]
    assert expected == result.stdout.splitlines()
    assert 1 == result.exit_code


def test_in_spanish(write: Any) -> None:
    """So are all words around."""
    result = run(write("old", OLD), write("new", NEW), "--lang", "es")
    expected = [
        "Título",
        "a: revisión 1 -> 2",
        "",
        "acuerdo a",
        "  ~ revisión 1 -> 2",
        "  ~ áreas: cambió el orden",
        "- compromiso gone: se elimina «Ido»",
        "compromiso joint-operations «Joint operations»",
        "  + tipo: se agrega operativo conjunto",
        "  ~ firmeza acordado -> vinculante (más firme)",
        "+ compromiso new: se agrega «Nuevo»",
        "hito second-meeting «Segunda reunión»",
        "  ~ plazo 2024-41 -> 2025-40 (6 meses más tarde)",
        "",
        "7 diferencias.",
    ]
    assert expected == result.stdout.splitlines()


@pytest.mark.parametrize(("language", "said"), [("en", "No differences."), ("es", "Sin diferencias.")])
def test_equal_files(write: Any, language: str, said: str) -> None:
    """Layout is no difference, and the status is 0."""
    result = run(write("old", OLD), write("new", dict(reversed(OLD.items()))), "--lang", language)
    assert [*result.stdout.splitlines()[:1], "", said] == result.stdout.splitlines()
    assert 0 == result.exit_code


@pytest.mark.parametrize(("language", "said"), [("en", "1 difference."), ("es", "1 diferencia.")])
def test_one_difference(write: Any, language: str, said: str) -> None:
    """One is no plural."""
    assert said == run(write("old", BASE), write("new", BASE | {"revision": 2}), "--lang", language).stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("old", "new", "english", "spanish"),
    [
        (
            BASE,
            BASE | {"areas": ["trade"]},
            "Both say that they are revision 1: a published revision never changes.",
            "Ambos dicen ser la revisión 1: una revisión publicada no cambia.",
        ),
        (BASE | {"revision": 3}, BASE, "The second one is the earlier revision.", "El segundo es la revisión anterior."),
        (
            BASE,
            BASE | {"id": "b", "areas": ["trade"]},
            "These are two agreements, not two revisions of one: a and b.",
            "Son dos acuerdos, no dos revisiones de uno: a y b.",
        ),
    ],
)
def test_what_is_odd_about_the_two(write: Any, old: Any, new: Any, english: str, spanish: str) -> None:
    """It is said before the differences."""
    one, other = write("old", old), write("new", new)
    for said, language in ((english, "en"), (spanish, "es")):
        told = run(one, other, "--lang", language).stdout.splitlines()
        assert said in told[:3]
    assert english not in run(write("c", BASE), write("d", BASE | {"revision": 2, "areas": ["trade"]})).stdout
    assert (": revision " in run(one, other).stdout.splitlines()[1]) is (old["id"] == new["id"])


def test_as_json(write: Any) -> None:
    """A program gets every change with its places, values and sentence."""
    one, other = write("old", OLD), write("new", NEW)
    result = run(one, other, "--format", "json", "--lang", "es")
    told = json.loads(result.stdout)
    assert {"file": one, "id": "a", "revision": 1} == told["old"]
    assert {"file": other, "id": "a", "revision": 2} == told["new"]
    assert told["same_agreement"]
    assert 7 == len(told["changes"])
    expected = {
        "action": "changed",
        "entity": "milestone",
        "id": "second-meeting",
        "member": "due",
        "old_pointer": "/roadmap/0/due",
        "new_pointer": "/roadmap/0/due",
        "old": "2024-41",
        "new": "2025-40",
        "tendency": "later",
        "message": "hito second-meeting: plazo 2024-41 -> 2025-40 (6 meses más tarde)",
    }
    assert expected == told["changes"][-1]
    assert list(expected) == list(told["changes"][-1])
    assert 1 == result.exit_code
    equal = run(one, one, "--format", "json")
    assert ([], 0) == (json.loads(equal.stdout)["changes"], equal.exit_code)
    assert not json.loads(run(one, write("b", OLD | {"id": "b"}), "--format", "json").stdout)["same_agreement"]


def test_a_file_whose_name_is_no_text_is_named_in_json_that_every_reader_takes(write: Any) -> None:
    """A byte that is no text is spelt out: a lone surrogate is no JSON for many."""
    result = run(write("a\udcff", OLD), write("new", NEW), "--format", "json")
    assert json.loads(result.stdout)["old"]["file"].endswith("/a\\udcff")


def test_as_a_patch(write: Any) -> None:
    """Whoever applies it to the old file has the new one."""
    result = run(write("old", OLD), write("new", NEW), "--format", "patch")
    assert NEW == jsonpatch.apply_patch(OLD, json.loads(result.stdout))
    assert 1 == result.exit_code
    assert result.stdout.startswith('[\n  {\n    "op"')
    equal = run(write("old", OLD), write("new", OLD), "--format", "patch")
    assert ("[]\n", 0) == (equal.stdout, equal.exit_code)


def test_standard_input(write: Any) -> None:
    """Either of the two may come from there, not both."""
    assert 1 == run("-", write("new", NEW), text=json.dumps(OLD)).exit_code
    assert 0 == run(write("old", OLD), "-", text=json.dumps(OLD)).exit_code
    both = run("-", "-", text=json.dumps(OLD))
    assert 2 == both.exit_code
    assert "only one of OLD and NEW can be the standard input" in both.stderr


def test_what_cannot_be_read(write: Any, tmp_path: Path) -> None:
    """It is told, and the status is 2."""
    good, bad = write("old", OLD), write("bad", BASE | {"revision": 0})
    for arguments in ((good, bad), (bad, good), (good, str(tmp_path / "nothing"))):
        result = run(*arguments)
        assert 2 == result.exit_code
        assert "cannot be read as a record" in result.stderr
        assert not result.stdout
    assert "no se puede leer como registro" in run(good, bad, "--lang", "es").stderr


def test_help() -> None:
    """The exit status is documented."""
    told = " ".join(run("--help").stdout.split())
    assert "0 no differences; 1 differences; 2 a file that cannot be read, or a misuse." in told
    assert "diff" in CliRunner().invoke(commands.cli, ["--help"]).stdout


def test_colours_on_a_terminal(write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was added is green, what was removed red, what changed yellow, and an entity stands out."""
    terminal = io.StringIO()

    def console(**_: Any) -> Console:
        return Console(file=terminal, force_terminal=True, width=80, color_system="standard", highlight=False)

    monkeypatch.setattr(lines, "Console", console)
    run(write("old", OLD), write("new", NEW))
    told = terminal.getvalue()
    assert "\x1b[32m+ \x1b[0m\x1b[32mcommitment new\x1b[0m: added" in told
    assert "\x1b[1;31m- \x1b[0m\x1b[1;31mcommitment gone\x1b[0m: removed" in told
    assert "\x1b[1;33m~ \x1b[0mstrength agreed" in told
    assert "\x1b[1;36mcommitment joint-operations\x1b[0m\x1b[2m “Joint operations”\x1b[0m" in told
    assert "\x1b[1;36magreement a\x1b[0m\n" in re.sub(" +\n", "\n", told)
