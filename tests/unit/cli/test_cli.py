"""The command line, as its users meet it."""

import io
import json
import os
import runpy
import signal
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.text import Text

from coopmodel import __version__, cli as package
from coopmodel.cli import commands
from coopmodel.rules.catalogue import CATALOGUE

EXAMPLE = Path("examples/chile-peru-2023")
RECORD = str(EXAMPLE / "agreement.json")
TEXTS = str(EXAMPLE / "texts")
BASE: dict[str, Any] = {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "Title", "es": "Título"}}
PARTY = {"id": "cl", "kind": "country", "country": "CL"}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands.cli, arguments)


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Return what writes a document with these members to a file and gives its path."""

    def write(name: str = "a.json", **members: Any) -> str:
        path = tmp_path / name
        path.write_text(json.dumps(BASE | {"parties": [PARTY]} | members), encoding="utf-8")
        return str(path)

    return write


def test_the_example_is_judged_as_promised() -> None:
    """Arms trafficking and smuggling of migrants are uncovered, the second meeting is overdue once, and every quotation was found."""
    result = run("check", RECORD, "--texts", TEXTS, "--as-of", "2026-11-23", "--format", "json")
    (file,) = json.loads(result.stdout)["files"]
    findings = file["findings"]

    assert 0 == result.exit_code
    assert ("cl-pe-security-2023", 1) == (file["id"], file["revision"])
    assert ["smuggling-of-migrants", "arms-trafficking"] == [f["values"]["area"] for f in findings if f["code"] == "COV001"]
    assert [("second-meeting", "2024-41")] == [(f["on"], f["values"]["due"]) for f in findings if f["code"] == "STS005"]
    assert {"COV001", "COV006", "STS005"} == {f["code"] for f in findings}
    assert ["cnn-chile", "subinterior"] == file["skipped"][0]["missing"]


def test_the_text_tells_who_agreed_what_with_whom() -> None:
    """The text shows parties, delegations, agenda, commitments by strength with their words, the roadmap, and the findings."""
    text = run("check", RECORD, "--texts", TEXTS, "--as-of", "2026-11-23").stdout
    expected = [
        "First Chile-Peru Bilateral Security Meeting",
        "cl-pe-security-2023 · revision 1 · joint declaration · signed",
        "    20 December 2023 · Lima, Peru · in person · held",
        "    Chile: Gloria de la Fuente, Undersecretary for Foreign Affairs; Manuel Monsalve, Undersecretary of the Interior",
        "      2. Trafficking in persons and smuggling of migrants",
        "  agreed (2)",
        "      “Tendremos pronto una nueva reunión para evaluar los resultados”",
        "      due: at “Second meeting” · areas: security",
        "  second half of 2024: Roadmap set at the second meeting [roadmap-set]",
        "Findings as of 2026-11-23",
        "  3 warnings, 1 remark.",
    ]
    lines = text.splitlines()

    assert expected == [line for line in expected if line in lines]
    assert "\x1b" not in text


def test_spanish_is_spoken_throughout() -> None:
    """``--lang es`` gives headings, dates, labels and findings in Spanish."""
    lines = run("check", RECORD, "--as-of", "2026-11-23", "--lang", "es").stdout.splitlines()

    for expected in (
        "Primera Reunión Bilateral de Seguridad Chile-Perú",
        "cl-pe-security-2023 · revisión 1 · declaración conjunta · firmado",
        "    20 de diciembre de 2023 · Lima, Perú · presencial · celebrada",
        "  acordado (2)",
        "  segundo semestre de 2024: Hoja de ruta establecida en la segunda reunión [roadmap-set]",
        "Hallazgos al 2026-11-23",
        "  Sin textos (--texts DIR) no se buscó ninguna cita: se omitieron EVD002, EVD003, EVD004.",
        "  3 advertencias, 1 observación.",
    ):
        assert expected in lines


@pytest.mark.parametrize(
    ("members", "options", "status"),
    [
        ({}, [], 0),
        ({"commitments": [{"id": "c", "statement": {"en": "C"}}]}, [], 0),
        ({"commitments": [{"id": "c", "statement": {"en": "C"}}]}, ["--strict"], 1),
        ({"parties": []}, [], 0),
        ({"parties": []}, ["--strict"], 1),
        ({"officials": [{"id": "o", "party": "pe", "name": "O"}]}, [], 1),
    ],
)
@pytest.mark.parametrize("output", ["text", "json"])
def test_the_exit_status_follows_the_worst_finding(write: Any, members: Any, options: list[str], status: int, output: str) -> None:
    """0 for nothing or remarks and warnings, 1 for errors; with ``--strict`` also for what is promoted to a warning or an error."""
    assert status == run("check", write(**members), "--format", output, *options).exit_code


def test_severities_are_promoted_under_strict(write: Any) -> None:
    """``--strict`` shows the promoted severity, and the result says that it was asked for."""
    result = json.loads(run("check", write(parties=[]), "--format", "json", "--strict").stdout)

    assert result["strict"] is True
    assert ["error"] == [finding["severity"] for finding in result["files"][0]["findings"]]


def test_today_is_printed_where_no_day_is_given(write: Any) -> None:
    """Without ``--as-of`` today counts, and the output says which day that is."""
    printed = json.loads(run("check", write(), "--format", "json").stdout)["as_of"]

    assert abs(date.fromisoformat(printed) - datetime.now().astimezone().date()).days <= 1


def test_a_broken_file_lists_every_problem_and_the_others_are_still_checked(write: Any, tmp_path: Path) -> None:
    """Problems go to standard error with their pointers; good files are reported; the exit status is 2."""
    broken = write("broken.json", id="A", revision=0)
    result = run("check", broken, write("good.json"), str(tmp_path / "missing.json"))

    assert 2 == result.exit_code
    assert f"{broken} cannot be read as a record:\n  /id: 'A' is not an identifier" in result.stderr
    assert "  /revision: expected 1 to" in result.stderr
    assert "missing.json cannot be read as a record:\n  (document): No such file or directory [file.unreadable]" in result.stderr
    assert "good.json\nTitle\na · revision 1\n" in result.stdout


def test_a_broken_file_is_told_as_json_too(write: Any) -> None:
    """``--format json`` lists problems with pointer, code, message, value, suggestion and place in the text."""
    result = run("check", write(partys=[]), "--format", "json")
    (problem,) = json.loads(result.stdout)["files"][0]["problems"]

    assert 2 == result.exit_code
    assert ("/partys", "member.unknown", "parties") == (problem["pointer"], problem["code"], problem["suggestion"])
    assert (None, None) == (problem["line"], problem["column"])
    assert ("partys", True) == (problem["value"], "parties" in problem["allowed"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "Missing argument 'FILE...'"),
        (["check", RECORD, "--as-of", "2024-13-01"], "there is no day 2024-13-01"),
        (["check", RECORD, "--as-of", "yesterday"], "is not an exact day"),
        (["check", RECORD, "--texts", "nowhere"], "'nowhere' does not exist"),
        (["check", RECORD, "--format", "xml"], "'xml' is not one of"),
        (["explain", "date.form"], "'date.form' is the code of an error, not of a rule: the page on error codes tells what it means"),
        (["explain", "COV01"], "there is no rule 'COV01'; did you mean COV001? Known are REF001"),
        (["explain", "whatever"], "there is no rule 'whatever'. Known are REF001"),
        (["show"], "Missing argument 'FILE'"),
    ],
)
def test_misuse_is_told_and_exits_with_2(arguments: list[str], message: str) -> None:
    """What was asked for wrongly is named, with exit status 2."""
    result = run(*arguments)

    assert 2 == result.exit_code
    assert message in result.stderr


def test_a_text_that_is_not_utf_8_is_refused(write: Any, tmp_path: Path) -> None:
    """A text in another encoding would hide every quotation with an accent: it is refused, with the place."""
    (tmp_path / "s.txt").write_bytes("declaración".encode("latin-1"))
    result = run("check", write(sources=[{"id": "s", "kind": "news"}]), "--texts", str(tmp_path))

    assert 2 == result.exit_code
    assert "  /sources/0: " in result.stderr
    assert "s.txt is not UTF-8, at byte 9 [text.encoding]" in result.stderr


def test_a_text_that_cannot_be_read_is_told(write: Any, tmp_path: Path) -> None:
    """A folder in the place of a text is no text, and no traceback either."""
    (tmp_path / "s.txt").mkdir()
    result = run("check", write(sources=[{"id": "s", "kind": "news"}]), "--texts", str(tmp_path), "--format", "json")

    assert 2 == result.exit_code
    assert [("/sources/0", "file.unreadable")] == [(it["pointer"], it["code"]) for it in json.loads(result.stdout)["files"][0]["problems"]]


def test_a_terminal_without_a_character_gets_its_code() -> None:
    """Output in a small encoding is complete, without a traceback; JSON is in ASCII, whatever the record holds."""
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    arguments = [sys.executable, "-m", "coopmodel"]
    shown = subprocess.run([*arguments, "show", RECORD], capture_output=True, env=environment, check=True)  # noqa: S603  our own
    judged = subprocess.run([*arguments, "check", RECORD, "--format", "json"], capture_output=True, env=environment, check=True)  # noqa: S603

    assert b"\\u201cTendremos pronto una nueva reuni\xf3n para evaluar los resultados\\u201d" in shown.stdout
    assert json.loads(judged.stdout)["files"][0]["id"] == "cl-pe-security-2023"
    assert judged.stdout.isascii()


def test_texts_are_found_by_the_id_of_their_source(write: Any, tmp_path: Path) -> None:
    """``DIR/<source id>.txt`` is the text of a source, line ends as they are; a repair is told where there is one."""
    (tmp_path / "s.txt").write_bytes(b"Agreed:\r\njoint\r\npatrols\r\n")
    quotation = {"source": "s", "exact": "joint patrols", "start": 8, "end": 21}
    commitment = {"id": "c", "statement": {"en": "C"}, "evidence": [quotation]}
    result = run("check", write(sources=[{"id": "s", "kind": "news"}], commitments=[commitment]), "--texts", str(tmp_path))

    assert "  warning EVD003 “joint patrols” stands at 9 to 23, not at 8 to 21" in result.stdout
    assert "    Repair: replace /commitments/0/evidence/0/start with 9; replace /commitments/0/evidence/0/end with 23\n" in result.stdout


def test_suppressed_findings_are_shown_with_their_reason(write: Any) -> None:
    """What the record suppresses is told with the reason, in the language asked for where it is there, and as JSON."""
    path = write(parties=[], suppressions=[{"code": "PTY001", "reason": {"es": "registro sin partes"}}])
    (suppressed,) = json.loads(run("check", path, "--format", "json").stdout)["files"][0]["suppressed"]

    assert "  suppressed PTY001 the record names no party; reason: registro sin partes" in run("check", path).stdout
    assert (
        "  suprimido PTY001 el registro no nombra ninguna parte; motivo: registro sin partes" in run("check", path, "--lang", "es").stdout
    )
    assert ("PTY001", {"es": "registro sin partes"}) == (suppressed["finding"]["code"], suppressed["reason"])


def test_a_report_in_one_file_answers_for_a_promise_in_another(write: Any) -> None:
    """Files that are checked together are one series; each is told under its name."""
    promise = {"id": "c", "statement": {"en": "C"}, "due": "2024", "evidence": [{"source": "s"}]}
    source = {"id": "s", "kind": "news"}
    report = {"id": "r", "text": {"en": "R"}, "about": ["a#c"], "evidence": [{"source": "s"}]}
    first = write("first.json", commitments=[promise], sources=[source])
    second = write("second.json", id="b", reports=[report], sources=[source])

    assert "STS005" in run("check", first, "--as-of", "2025-01-01").stdout
    together = run("check", first, second, "--as-of", "2025-01-01").stdout
    assert "STS005" not in together
    assert f"{first}\nTitle\n" in together
    assert f"\n{second}\nTitle\n" in together


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_record_may_come_from_the_standard_input(command: str) -> None:
    """``-`` is the standard input."""
    result = CliRunner().invoke(commands.cli, [command, "-"], input=json.dumps(BASE | {"parties": [PARTY]}))

    assert 0 == result.exit_code
    assert result.stdout.startswith("Title\n")


def test_a_member_that_stands_twice_is_refused() -> None:
    """The command never lets the last of two members count in silence."""
    text = json.dumps(BASE)[:-1] + ', "id": "b"}'
    result = CliRunner().invoke(commands.cli, ["check", "-"], input=text)

    assert 2 == result.exit_code
    assert "  /id: the member 'id' stands here more than once [member.repeated]" in result.stderr


def test_nothing_found_is_said(write: Any) -> None:
    """Silence is not left to be guessed at."""
    assert "  Nothing found." in run("check", write()).stdout


def test_counts_are_told_by_severity(write: Any) -> None:
    """The count names each severity, in the singular where there is one."""
    officials = [{"id": "o", "party": "pe", "name": "O"}, {"id": "p", "party": "pe", "name": "P"}]
    promise = {"id": "c", "statement": {"en": "C"}, "areas": ["trade"], "due": "2100"}
    result = run("check", write(officials=officials, areas=["health"], commitments=[promise]))

    assert "  2 errors, 1 warning, 1 remark." in result.stdout


def test_show_adds_what_was_said_and_the_sources() -> None:
    """``show`` prints the whole record and no findings."""
    result = run("show", RECORD)

    assert 0 == result.exit_code
    assert "\nStatements\n  Gloria de la Fuente: In our case, as neighbouring countries" in result.stdout
    assert (
        "\nSources\n  Perú y Chile unidos contra el crimen organizado [press-release]\n    press release · La Otra Prensa\n    https://"
        in result.stdout
    )
    assert "Findings" not in result.stdout


def test_show_tells_why_a_file_is_no_record(write: Any) -> None:
    """``show`` of a broken file lists its problems, with exit status 2."""
    result = run("show", write(revision=0))

    assert 2 == result.exit_code
    assert "/revision: expected 1 to" in result.stderr


@pytest.mark.parametrize(
    ("language", "heading", "wrong"),
    [
        ("en", "Severity: info; under --strict: warning.", "Wrong"),
        ("es", "Gravedad: observación; con --strict: advertencia.", "Incorrecto"),
    ],
)
def test_explain_tells_a_rule_by_example(language: str, heading: str, wrong: str) -> None:
    """``explain`` gives severity, rationale, a wrong example with the finding that it yields, and a right one."""
    lines = run("explain", "EVD001", "--lang", language).stdout.splitlines()

    assert heading in lines
    assert wrong in lines
    assert '    {"id": "patrols", "statement": {"en": "Joint patrols"}, "areas": ["border-control"], "due": "2030"}' in lines
    assert any("EVD001" in line and "(1 " in line for line in lines)


def test_explain_shows_a_word_as_one() -> None:
    """A member of an example that is one word is shown on one line."""
    assert '\n  instrument:\n    "joint-declaration"\n  commitments:\n' in run("explain", "OBL001").stdout


def test_explain_without_a_code_lists_the_rules() -> None:
    """Every rule is listed by code and name."""
    lines = run("explain", "--lang", "es").stdout.splitlines()

    assert "PTY001 sin partes" in lines
    assert list(CATALOGUE) == [line.split()[0] for line in lines]


def test_explain_leaves_empty_members_of_an_example_out() -> None:
    """An example shows only what stands in it."""
    assert "reports:" not in run("explain", "STS005").stdout.partition("Right")[0]


def test_a_reader_who_has_seen_enough_ends_the_program_in_silence(write: Any) -> None:
    """A closed pipe is no error: the program ends as others do, by the signal, and not with the status of a finding."""
    commitments = [{"id": f"c{number}", "statement": {"en": "A promise " * 50}} for number in range(1000)]  # more than a pipe holds
    command = [sys.executable, "-m", "coopmodel", "show", write(commitments=commitments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603  our own
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert b"" == said
    assert -signal.SIGPIPE == process.returncode


def test_explain_shows_the_day_and_the_texts_of_its_examples() -> None:
    """Where an example needs a day or a text, it is shown."""
    assert "  as of 2025-01-01" in run("explain", "STS005").stdout
    assert "  text of communique: Both sides agreed on joint patrols at sea." in run("explain", "EVD002").stdout


def test_an_explanation_shows_related_records() -> None:
    """A rule that looks at a series shows the other records of its examples, and its finding."""
    lines = run("explain", "FOL001").stdout.splitlines()
    place = lines.index("  related record first-round")

    assert "    commitments:" == lines[place + 1]
    assert lines[place + 2].startswith('      {"id": "patrols", "statement": {"en": "Joint patrols at sea"}')
    assert "  warning FOL001 commitments of 'first-round' that are neither continued nor reported on (1 of 2): training" in lines
    assert 2 == lines.count("  related record first-round")
    assert 2 == run("explain", "FOL001", "--lang", "es").stdout.splitlines().count("  registro relacionado first-round")


def test_a_record_cannot_steer_the_terminal(write: Any) -> None:
    """Control characters and direction marks in a record are spelt out."""
    result = run("show", write(title={"en": "\u001b[2JHarm\u202eless\u200f\nlines"}))

    assert result.stdout.startswith("\\x1b[2JHarm\\u202eless\\u200f lines\n")


def test_the_version_is_the_packages() -> None:
    """``--version`` prints the one version that there is."""
    assert f"coopmodel, version {__version__}\n" == run("--version").stdout


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where click or rich is missing, the command says what to install and fails."""
    monkeypatch.setitem(sys.modules, "coopmodel.cli.commands", None)
    monkeypatch.setitem(sys.modules, "click", None)
    monkeypatch.delitem(sys.modules, "coopmodel.cli.commands")
    monkeypatch.delitem(sys.modules, "coopmodel.cli.lines")
    with pytest.raises(SystemExit, match="2"):
        package.main()
    assert "coopmodel: the command line needs the extra 'cli': python -m pip install 'coopmodel[cli]'\n" == capsys.readouterr().err


def test_another_missing_module_is_a_defect_and_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the extra's own packages are forgiven."""
    monkeypatch.setitem(sys.modules, "coopmodel.cli.commands", None)
    with pytest.raises(ModuleNotFoundError):
        package.main()


def test_the_module_runs_as_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m coopmodel`` is the command, also where scripts are not on the path."""
    monkeypatch.setattr(sys, "argv", ["coopmodel", "explain", "PTY001"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("coopmodel", run_name="__main__")

    assert capsys.readouterr().out.startswith("PTY001 no party\n")


def test_a_stream_that_is_no_terminal_and_no_file_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command also runs where somebody put a stream of their own in the place of the standard output."""
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "argv", ["coopmodel", "explain"])
    with pytest.raises(SystemExit, match="0"):
        package.main()

    assert shown.getvalue().startswith("REF001 unknown reference\n")


def test_many_files_show_progress_on_a_terminal_only(write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal several files show a progress bar on standard error; the output itself stays the same."""
    paths = [write("a.json"), write("b.json")]
    plain = run("check", *paths, "--as-of", "2024-01-01")
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = run("check", *paths, "--as-of", "2024-01-01", "--format", "json")

    assert "" == plain.stderr
    assert "100%" in shown.stderr
    assert 2 == len(json.loads(shown.stdout)["files"])


def test_a_terminal_gets_colour_and_folded_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal long paragraphs are folded to its width under their indent, in colour."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    text = run("show", RECORD).stdout

    assert "\x1b[1mFirst Chile-Peru Bilateral Security Meeting" in text
    assert 60 == max(len(Text.from_ansi(line).plain) for line in text.splitlines())
    assert "\n      \x1b[3m" in text
