"""``coopmodel status``: what is due, overdue and met, and why."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coopmodel.cli.commands import cli
from coopmodel.cli.options import today

EXAMPLES = Path(__file__).parents[3] / "examples"
RECORD = str(EXAMPLES / "chile-peru-2023" / "agreement.json")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["status", *arguments])


def statuses(*arguments: str) -> dict[str, dict[str, Any]]:
    result = run(*arguments, "--format", "json")
    assert 0 == result.exit_code
    return {one["id"]: one for one in json.loads(result.stdout)["statuses"]}


def document(path: Path, **members: Any) -> str:
    """Write a record and return its path."""
    record = {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "Title", "es": "Título"}, **members}
    path.write_text(json.dumps(record), encoding="utf-8")
    return str(path)


def test_the_example_as_of_today() -> None:
    """The first meeting was held; the second, and what hangs on it, is overdue; each with its sentence and its words."""
    result = run(RECORD, "--as-of", "2026-11-23")
    lines = result.stdout.splitlines()

    assert 0 == result.exit_code
    assert "Status as of 2026-11-23" == lines[1]
    assert ["overdue (4)", "met (1)", "unknown (7)"] == [line for line in lines if line.endswith(")") and not line.startswith(" ")]
    at = lines.index(
        "  the meeting second-meeting was to be held by 2024-12-31 (2024-41), according to press-release; as of 2026-11-23 nothing is reported"
    )
    assert lines[at + 1].startswith("    “la segunda reunión será en Santiago de Chile")


def test_in_spanish() -> None:
    """Headings, sentences and quotation marks are Spanish."""
    output = run(RECORD, "--as-of", "2024-01-01", "--lang", "es").stdout

    assert "Estado al 2024-01-01\n" in output
    assert "programado (4)\n" in output
    assert "    «la segunda reunión será en Santiago de Chile" in output


@pytest.mark.parametrize(("only", "names"), [(["overdue"], 4), (["met"], 1), (["met", "overdue"], 5), (["due"], 0), ([], 12)])
def test_only_some(only: list[str], names: int) -> None:
    """``--only`` shows one status or several, as text and as JSON."""
    options = [part for word in only for part in ("--only", word)]

    assert names == len(statuses(RECORD, "--as-of", "2026-11-23", *options))
    assert ("Nothing has this status." in run(RECORD, "--as-of", "2026-11-23", *options).stdout) is (names == 0)


def test_a_record_without_promises_says_so(tmp_path: Path) -> None:
    """It is no error that nothing has a status."""
    result = run(document(tmp_path / "a.json"), "--lang", "es")

    assert (0, True) == (result.exit_code, "Nada en el registro tiene estado." in result.stdout)


def test_as_json() -> None:
    """Everything that a status holds, as plain JSON; windows say how certain they are, or why they are not known."""
    found = statuses(RECORD, "--as-of", "2026-11-23")
    second = found["second-meeting"]

    assert ("overdue", "scheduled", [], []) == (second["status"], second["declared"], second["reports"], second["occurrences"])
    assert {"earliest": "2024-07-01", "latest": "2024-12-31", "earliest_certain": True, "latest_certain": True} == second["window"]
    assert {"unknown": "no-date", "anchor": "assisted-return"} == found["assisted-return"]["window"]
    assert {"es", "en"} == set(second["explanations"])
    assert ["press-release"] == [citation["source"] for citation in second["evidence"]]
    result = json.loads(run(RECORD, "--as-of", "2026-11-23", "--format", "json").stdout)
    assert ("2026-11-23", "cl-pe-security-2023", 1) == (result["as_of"], result["id"], result["revision"])


def test_open_ends_and_occurrences_as_json(tmp_path: Path) -> None:
    """A window without an end has ``null`` there; occurrences come as windows."""
    commitments = [
        {"id": "open", "statement": {"en": "O"}, "due": "2024/.."},
        {"id": "until", "statement": {"en": "U"}, "due": "../2024"},
        {"id": "yearly", "statement": {"en": "Y"}, "due": "2024-05-01", "recurrence": "RRULE:FREQ=YEARLY"},
    ]
    found = statuses(document(tmp_path / "a.json", commitments=commitments), "--as-of", "2024-06-01")

    assert ("2024-01-01", None) == (found["open"]["window"]["earliest"], found["open"]["window"]["latest"])
    assert (None, "2024-12-31") == (found["until"]["window"]["earliest"], found["until"]["window"]["latest"])
    assert ["2024-05-01", "2025-05-01"] == [window["latest"] for window in found["yearly"]["occurrences"]]


def test_reports_of_related_records_count(tmp_path: Path) -> None:
    """A later record that reports fulfilment is given with ``--related``."""
    first = document(tmp_path / "a.json", commitments=[{"id": "c", "statement": {"en": "C"}, "due": "2024"}])
    told = [{"id": "r", "text": {"en": "Done"}, "about": ["a#c"], "status": "fulfilled"}]
    later = document(tmp_path / "b.json", id="b", reports=told)

    assert "overdue" == statuses(first, "--as-of", "2025-01-01")["c"]["status"]
    assert "met" == statuses(first, "--as-of", "2025-01-01", "--related", later)["c"]["status"]


def test_without_a_day_it_is_today() -> None:
    """The day is printed, so that nobody wonders."""
    assert f"Status as of {today().isoformat()}" in run(RECORD).stdout


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """A file that is no record, or a related one, ends the command with status 2 and says why."""
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")

    for arguments in ([str(broken)], [RECORD, "--related", str(broken)]):
        result = run(*arguments)
        assert 2 == result.exit_code
        assert f"{broken} cannot be read as a record:" in result.stderr
    assert 2 == run(RECORD, "--as-of", "soon").exit_code
