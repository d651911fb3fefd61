"""``coopmodel check`` and ``explain``: choosing rules, the forms of the output, and what is said to a person."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import attrs
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft4Validator, Draft202012Validator
from rich.text import Text

from coopmodel.cli import main, options
from coopmodel.cli.commands import cli
from coopmodel.cli.findings import all_finding_lines, finding_lines, summary_lines
from coopmodel.formats.checked import Run
from coopmodel.formats.report import report_schema
from coopmodel.model.citation import Citation
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.context import Context
from coopmodel.rules.findings import Finding, Findings, Severity, Skipped
from coopmodel.rules.rule import Example, Found, Rule

RECORD = "examples/chile-peru-2023/agreement.json"
DAY = ("--as-of", "2026-11-23")
BASE: dict[str, Any] = {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "Title", "es": "Título"}}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def once(_: Context) -> Iterable[Found]:
    return [Found("", {})]


def own_rule(code: str = "ACME001", severity: Severity = "warning", find: Callable[[Context], Iterable[Found]] = once) -> Rule:
    texts = {"en": "our own", "es": "nuestra"}
    return Rule(
        code=code,
        name=texts,
        severity=severity,
        strict="error",
        scope="record",
        rationale=texts,
        messages=texts,
        wrong=Example(members={}),
        right=Example(members={"areas": ["health"]}),
        find=find,
    )


def failing(_: Context) -> Iterable[Found]:
    yield Found("/title", {})
    raise KeyError("register")


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Return what writes a document with these members to a file and gives its path."""

    def write(name: str = "a.json", **members: Any) -> str:
        path = tmp_path / name
        path.write_text(json.dumps(BASE | members), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes rules come from installed packages."""

    def install(*rules: Rule) -> None:
        monkeypatch.setattr(options, "load_plugins", lambda: rules)

    return install


def codes(result: Result) -> list[str]:
    """Return the codes of all findings in a report as JSON."""
    return [finding["code"] for file in json.loads(result.stdout)["files"] for finding in file["findings"]]


# ---- choosing


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["REF001", "PTY001"]),
        (["--select", "PTY"], ["PTY001"]),
        (["--select", "PTY001"], ["PTY001"]),
        (["--select", "PTY,REF001"], ["REF001", "PTY001"]),
        (["--select", " PTY , REF001 "], ["REF001", "PTY001"]),
        (["--select", "PTY", "--select", "REF"], ["REF001", "PTY001"]),
        (["--ignore", "PTY"], ["REF001"]),
        (["--ignore", "REF001,PTY001"], []),
        (["--ignore", "REF", "--ignore", "PTY001"], []),
        (["--select", "REF,PTY", "--ignore", "REF001"], ["PTY001"]),
        (["--select", "REF001", "--ignore", "REF"], ["REF001"]),
    ],
)
def test_rules_are_chosen_by_code_or_beginning(write: Any, options: list[str], expected: list[str]) -> None:
    """Words are separated by commas or given again; the report names the rules that were judged by."""
    path = write(authorities=[{"id": "x", "party": "y", "name": {"en": "X"}}], sources=[])
    result = run("check", path, "--format", "json", "--no-plugins", *options)

    assert expected == [code for code in codes(result) if code in {"REF001", "PTY001"}]
    assert set(expected) <= set(json.loads(result.stdout)["rules"])
    if options[:1] == ["--select"]:
        assert [*expected, "RUL001"] == [code for code in json.loads(result.stdout)["rules"] if code in {"REF001", "PTY001", "RUL001"}]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "PTX"], "no rule's code is or begins with 'PTX'; the groups are REF, "),
        (["--select", "pty"], "did you mean PTY?"),
        (["--ignore", "COV01"], "no rule's code is or begins with 'COV01'"),
        (["--ignore", "COV0O1"], "did you mean COV001?"),
        (["--select", "PTY,"], "no rule's code is or begins with ''"),
        (["--select", ""], "no rule's code is or begins with ''"),
        (["--select", "PTY", "--ignore", "PTY"], "Error: no rule is left to judge by"),
        (["--select", "PTY", "--ignore", "PTY,RUL001"], "Error: no rule is left to judge by"),
    ],
)
def test_a_choice_that_cannot_be_meant_is_a_misuse(options: list[str], message: str) -> None:
    """A word that is no rule's is told with the nearest one, and nothing was judged."""
    result = run("check", RECORD, *options)

    assert 2 == result.exit_code
    assert message in result.stderr
    assert "" == result.stdout


def test_a_wrong_word_without_a_near_one_has_no_suggestion() -> None:
    """No guess is better than a wild one."""
    assert "did you mean" not in run("check", RECORD, "--select", "ZZZZZZ").stderr


@pytest.mark.parametrize(("strict", "severity", "status"), [([], "warning", 0), (["--strict"], "error", 1)])
def test_strict_severities_are_shown_and_count(write: Any, strict: list[str], severity: str, status: int) -> None:
    """``--strict`` shows in the severities of the findings and in the exit status, together with a choice."""
    result = run("check", write(parties=[]), "--select", "PTY001", "--format", "json", *strict)

    assert status == result.exit_code
    assert [severity] == [finding["severity"] for finding in json.loads(result.stdout)["files"][0]["findings"]]
    assert bool(strict) is json.loads(result.stdout)["strict"]


# ---- rules of installed packages


def test_rules_of_installed_packages_are_judged_by(write: Any, plugins: Any) -> None:
    """They find as the built-in ones do, can be chosen, and are left out where they are not wanted."""
    plugins(own_rule())
    path = write()

    assert "  warning ACME001 our own\n    (record)\n" in run("check", path).stdout
    assert ["ACME001"] == codes(run("check", path, "--select", "ACME", "--format", "json"))
    assert "ACME001" not in codes(run("check", path, "--no-plugins", "--format", "json"))
    assert "no rule's code is or begins with 'ACME'" in run("check", path, "--no-plugins", "--select", "ACME").stderr


@pytest.mark.parametrize("select", [[], ["--select", "ACME"]])
def test_a_rule_that_fails_takes_nothing_with_it(write: Any, plugins: Any, select: list[str]) -> None:
    """What it found before is told, and that it failed, also where only its own group was selected."""
    plugins(own_rule(find=failing))
    text = run("check", write(), *select).stdout

    assert "  warning ACME001 our own\n    /title\n" in text
    assert "  warning RUL001 the rule ACME001 (our own) failed and judged no further: KeyError: 'register'\n    (record)\n" in text


def test_a_failed_rule_can_be_ignored(write: Any, plugins: Any) -> None:
    """Whoever ignores RUL001 has asked for it."""
    plugins(own_rule(find=failing))

    assert "RUL001" not in run("check", write(), "--ignore", "RUL").stdout


# ---- forms


def test_every_form_keeps_to_its_schema(write: Any) -> None:
    """JSON and SARIF are valid on good and broken files together, with the exit status of the text."""
    paths = [RECORD, write(parties=[]), write("b.json", id="A"), str(Path(RECORD).parent / "nowhere.json")]
    report = run("check", *paths, *DAY, "--format", "json")
    sarif = run("check", *paths, *DAY, "--format", "sarif", "--lang", "es")
    report_validator: Any = Draft202012Validator(report_schema())
    sarif_validator: Any = Draft4Validator(json.loads(Path("tests/golden/sarif/sarif-2.1.0-rtm.5.json").read_bytes()))

    assert (2, 2, 2) == (report.exit_code, sarif.exit_code, run("check", *paths, *DAY).exit_code)
    assert ("", "") == (report.stderr, sarif.stderr)
    assert [] == [error.message for error in report_validator.iter_errors(json.loads(report.stdout))]
    assert [] == [error.message for error in sarif_validator.iter_errors(json.loads(sarif.stdout))]
    assert "es" == json.loads(sarif.stdout)["runs"][0]["language"]
    assert "file.unreadable" == json.loads(report.stdout)["files"][3]["problems"][0]["code"]
    assert 2 == json.loads(report.stdout)["summary"]["unreadable"]


def test_the_day_is_in_the_report() -> None:
    """The day asked for is the one that is judged by and told."""
    assert "2024-01-02" == json.loads(run("check", RECORD, "--as-of", "2024-01-02", "--format", "json").stdout)["as_of"]


def test_annotations_are_printed_one_a_line(write: Any) -> None:
    """``--format github`` prints nothing but commands, in the language asked for, also of a file that is no record."""
    result = run("check", write(parties=[]), write("b.json", id="A"), "--select", "PTY001", "--format", "github", "--lang", "es")

    assert 2 == result.exit_code
    assert "" == result.stderr
    first, *others = result.stdout.splitlines()
    assert first.endswith("title=PTY001 sin partes::el registro no nombra ninguna parte")
    assert len(others) > 0
    assert all(line.startswith("::error file=") for line in others)


def test_a_record_cannot_inject_a_command(write: Any) -> None:
    """A line feed in a name that a message repeats does not begin a line of the output."""
    path = write("%0A,x.json", parties=[], title={"en": "a\n::error::b"}, extensions=None)
    for form in ("github", "text"):
        result = run("check", path, "--format", form)
        assert not any(line.startswith("::error::") for line in (result.stdout + result.stderr).splitlines())
        assert "%0A,x.json" in result.stdout + result.stderr if form == "text" else "%250A%2Cx.json" in result.stdout


def test_a_file_name_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    """A byte that is no text is spelt out in every form, in a pipe of any encoding."""
    path, other = os.fsencode(tmp_path) + b"/\xff\x1b.json", os.fsencode(tmp_path) + b"/other.json"
    for one in (path, other):
        Path(os.fsdecode(one)).write_text(json.dumps(BASE), encoding="utf-8")
    for form, expected in (
        ("text", b"\\x1b.json"),
        ("json", b"\\\\udcff\\u001b.json"),
        ("sarif", b"/%FF%1B.json"),
        ("github", b"/\\udcff\x1b.json"),
    ):
        command = [os.fsencode(sys.executable), b"-m", b"coopmodel", b"check", path, other, b"--format", form.encode()]
        result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  our own
        assert (0, b"") == (result.returncode, result.stderr)
        assert expected in result.stdout


def test_the_output_is_plain_in_a_pipe() -> None:
    """No form has an escape code where nobody looks at a terminal, and nothing goes to standard error."""
    for form in ("text", "json", "sarif", "github"):
        result = run("check", RECORD, RECORD, *DAY, "--format", form)
        assert "\x1b" not in result.stdout
        assert "" == result.stderr


# ---- for a person


def lines_of(lines: Iterable[Any]) -> list[str]:
    """Return the lines as a pipe gets them."""
    return [" " * indent + "".join([words for words, _ in parts]) for indent, parts in lines]


def finding(severity: Severity = "warning", **members: Any) -> Finding:
    messages = {"en": f"an {severity}", "es": f"es {severity}"}
    given: dict[str, Any] = {"code": "ACME001", "severity": severity, "pointer": "/a", "on": None, "messages": messages}
    return Finding(**(given | members))


def test_a_finding_shows_the_words_that_carry_it() -> None:
    """Under the message stand the words in the reader's quotation marks, their source, and the place."""
    found = finding(evidence=(Citation(source="s", exact="joint\npatrols"),))

    assert ["  warning ACME001 an warning", "    “joint patrols” [s]", "    /a"] == lines_of(finding_lines(found, "en"))
    assert ["  advertencia ACME001 es warning", "    «joint patrols» [s]", "    /a"] == lines_of(finding_lines(found, "es"))


def test_a_finding_on_the_record_says_so() -> None:
    """An empty pointer is put into words."""
    assert ["  observación ACME001 es info", "    (registro)"] == lines_of(finding_lines(finding("info", pointer=""), "es"))
    assert ["  info ACME001 an info", "    (record)"] == lines_of(finding_lines(finding("info", pointer=""), "en"))


def test_a_finding_in_a_file_that_people_write_names_its_line(tmp_path: Path) -> None:
    """In YAML the line stands beside the pointer, in both languages; in JSON, which programs write, the pointer is all."""
    record = BASE | {"authorities": [{"id": "mfa", "party": "cl", "name": {"en": "Foreign Ministry"}}]}
    text = "".join([f"{name}: {json.dumps(value)}\n" for name, value in record.items()])
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    arguments = ("check", *DAY, "--select", "REF001")

    assert "    /authorities/0/party (line 5)" in run(*arguments, str(tmp_path / "a.yaml")).output.splitlines()
    assert "    /authorities/0/party (línea 5)" in run(*arguments, "--lang", "es", str(tmp_path / "a.yaml")).output.splitlines()
    assert "    /authorities/0/party" in run(*arguments, str(tmp_path / "a.json")).output.splitlines()


def test_a_finding_on_a_record_that_people_write_names_no_line() -> None:
    """The whole record stands on every line of its file."""
    assert "    (record)" == lines_of(finding_lines(finding("info", pointer=""), "en", 1))[-1]


def test_a_repair_is_put_into_words() -> None:
    """Each operation of a JSON Patch has its words in both languages; a long value is shortened."""
    repair = (
        {"op": "test", "path": "/a", "value": None},
        {"op": "replace", "path": "/a", "value": {"es": "ñ"}},
        {"op": "add", "path": "/b/-", "value": ("x", 1)},
        {"op": "remove", "path": "/c"},
        {"op": "move", "from": "/d", "path": "/e"},
        {"op": "copy", "from": "/f", "path": "/g"},
    )
    english = '    Repair: where /a is null; replace /a with {"es": "ñ"}; add ["x", 1] at /b/-; remove /c; move /d to /e; copy /f to /g'
    spanish = (
        '    Corrección: si /a es null; reemplazar /a por {"es": "ñ"}; agregar ["x", 1] en /b/-; quitar /c; mover /d a /e; copiar /f en /g'
    )

    assert english == lines_of(finding_lines(finding(repair=repair), "en"))[-1]
    assert spanish == lines_of(finding_lines(finding(repair=repair), "es"))[-1]


@pytest.mark.parametrize(("length", "shown"), [(78, '"' + "x" * 78 + '"'), (79, '"' + "x" * 78 + "…")])
def test_a_long_value_of_a_repair_is_shortened(length: int, shown: str) -> None:
    """At most 80 characters of it are shown."""
    repair = ({"op": "add", "path": "/a", "value": "x" * length},)

    assert f"    Repair: add {shown} at /a" == lines_of(finding_lines(finding(repair=repair), "en"))[-1]


def test_the_worst_comes_first() -> None:
    """Findings are sorted by severity, and else stay in the order of the rules; ``explain`` is offered for the first of the worst."""
    severities: list[tuple[str, Severity]] = [
        ("AA001", "info"),
        ("BB001", "warning"),
        ("CC001", "error"),
        ("DD001", "error"),
        ("EE001", "info"),
    ]
    findings = Findings([finding(severity, code=code) for code, severity in severities])
    lines = lines_of(all_finding_lines(findings, date(2024, 1, 2), "en"))

    assert ["", "Findings as of 2024-01-02", "  error CC001 an error", "    /a", "  error DD001 an error"] == lines[:5]
    assert ["BB001", "AA001", "EE001"] == [line.split()[1] for line in lines[6:12:2]]
    assert ["  2 errors, 1 warning, 2 remarks.", "  Why it matters, and how to mend it: coopmodel explain CC001"] == lines[12:]


def test_nothing_found_offers_no_explanation() -> None:
    """Without findings there is nothing to explain."""
    assert ["", "Hallazgos al 2024-01-02", "  Sin hallazgos."] == lines_of(all_finding_lines(Findings([]), date(2024, 1, 2), "es"))


def test_what_was_not_looked_at_is_said() -> None:
    """For each need: the rules that were left out as a whole together, and what else was missing once."""
    skipped = [
        Skipped(code="AA001", needs="as_of"),
        Skipped(code="BB001", needs="texts"),
        Skipped(code="BB002", needs="texts", missing=("s", "t")),
        Skipped(code="BB003", needs="texts", missing=("t", "u")),
        Skipped(code="AA002", needs="as_of"),
        Skipped(code="CC001", needs="related", missing=("other",)),
        Skipped(code="CC002", needs="related"),
    ]
    findings = Findings([], (), skipped)

    assert [
        "  No day given to judge by: AA001, AA002 left out.",
        "  No texts given (--texts DIR), so no quotation was looked up: BB001 left out.",
        "  No related records given: CC002 left out.",
        "  No text given (SOURCE.txt) for the sources s, t, u: their quotations were not looked up.",
        "  Records that this one builds on were not given: other; what stands in them was not looked at.",
        "  Nothing found.",
    ] == lines_of(all_finding_lines(findings, date(2024, 1, 2), "en"))[2:]
    assert [
        "  Sin fecha de corte: se omitieron AA001, AA002.",
        "  Sin textos (--texts DIR) no se buscó ninguna cita: se omitieron BB001.",
        "  Sin registros relacionados: se omitieron CC002.",
        "  Sin texto (FUENTE.txt) de las fuentes s, t, u: sus citas no se buscaron.",
        "  No se dieron registros en los que este se basa: other; lo que consta en ellos no se examinó.",
        "  Sin hallazgos.",
    ] == lines_of(all_finding_lines(findings, date(2024, 1, 2), "es"))[2:]


def test_one_file_has_no_summary_and_several_have_one(write: Any) -> None:
    """The last line sums up all files; with one its own count is enough."""
    silenced = write("c.json", parties=[], suppressions=[{"code": "PTY001", "reason": {"en": "register"}}])
    paths = [write(parties=[]), write("b.json", parties=[]), silenced, write("d.json", id="A")]
    english = run("check", *paths, "--select", "PTY001").stdout
    spanish = run("check", *paths, "--select", "PTY001", "--lang", "es").stdout

    assert "4 files, 1 unreadable, 1 suppressed: 2 warnings." == english.splitlines()[-1]
    assert "4 archivos, 1 ilegible, 1 suprimido: 2 advertencias." == spanish.splitlines()[-1]
    assert "file" not in run("check", paths[0], "--select", "PTY001").stdout.partition("Findings")[2]


def test_lines_are_summed_up_as_records(tmp_path: Path, write: Any) -> None:
    """One file of JSON Lines is not as many files as it has lines, neither alone nor beside another file."""
    one = write(parties=[])
    line = Path(one).read_text(encoding="utf-8")
    many = tmp_path / "many.jsonl"
    many.write_text(f"{line}\n{line}\n{{}}\n", encoding="utf-8")
    in_spanish = run("check", str(many), one, "--select", "PTY001", "--lang", "es").stdout

    assert "3 records, 1 unreadable: 2 warnings." == run("check", str(many), "--select", "PTY001").stdout.splitlines()[-1]
    assert "4 registros, 1 ilegible: 3 advertencias." == in_spanish.splitlines()[-1]


def test_a_summary_of_nothing_is_said() -> None:
    """Where nothing was found in any file the summary says so."""
    assert ["0 files: Nothing found."] == lines_of(summary_lines(Run(files=(), rules=()), "en"))
    assert [(("0 files: ", "good"), ("Nothing found.", "good"))] == [parts for _, parts in summary_lines(Run(files=(), rules=()), "en")]


def test_a_terminal_gets_the_colours_of_severities(monkeypatch: pytest.MonkeyPatch, write: Any) -> None:
    """On a terminal the severity of a finding and of the summary is in its colour; the text is the same."""
    paths = [write(parties=[]), write("b.json", parties=[])]
    plain = run("check", *paths, "--select", "PTY001", *DAY).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    coloured = run("check", *paths, "--select", "PTY001", *DAY).stdout

    assert "\x1b[1;33mwarning PTY001\x1b[0m the record names no party" in coloured
    assert "\x1b[1;33m2 files: \x1b[0m\x1b[1;33m2 warnings.\x1b[0m" in coloured
    assert [line.rstrip() for line in plain.splitlines()][-1] == Text.from_ansi(coloured.splitlines()[-1]).plain.rstrip()


def test_the_summary_is_red_where_a_file_cannot_be_read(monkeypatch: pytest.MonkeyPatch, write: Any) -> None:
    """An unreadable file is the worst that can be."""
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b[1;31m2 files, 1 unreadable: \x1b[0m" in run("check", write(parties=[]), write("b.json", id="A"), "--select", "PTY").stdout


def test_rules_known_to_the_command_line_are_the_catalogue_and_the_plug_ins(plugins: Any) -> None:
    """Built-in rules come first."""
    own = own_rule()
    plugins(own)

    assert (*DEFAULT, own) == options.known_rules(plugins=True)
    assert DEFAULT == options.known_rules(plugins=False)


def test_explain_shows_what_the_example_is_judged_by(plugins: Any) -> None:
    """Related records and further rules of an example are shown, and what they make the rule find."""
    wrong = Example(members={"id": "a", "title": {"en": "T"}}, related=({"id": "b", "areas": ["health"], "reports": []},))

    def find(context: Context) -> list[Found]:
        return [Found("", {}) for _ in context.related]

    plugins(attrs.evolve(own_rule(find=find), wrong=wrong))
    lines = run("explain", "ACME001").stdout.splitlines()

    assert "ACME001 our own" == lines[0]
    start = lines.index("Wrong")
    assert [
        "Wrong",
        "  id:",
        '    "a"',
        "  title:",
        '    {"en": "T"}',
        "  related record b",
        "    areas:",
        '      "health"',
        "  warning ACME001 our own",
        "    (record)",
        "",
        "Right",
        "  areas:",
        '    "health"',
    ] == lines[start:]


def test_explain_of_a_rule_about_rules_shows_them() -> None:
    """The example of RUL001 brings a rule that fails; only what RUL001 finds is shown."""
    english, spanish = run("explain", "RUL001").stdout, run("explain", "RUL001", "--lang", "es").stdout

    assert "Wrong\n  further rules: ACME001\n  warning RUL001 the rule ACME001 (not in our register) failed" in english
    assert "Incorrecto\n  otras reglas: ACME001\n  advertencia RUL001 la regla ACME001" in spanish


def test_explain_of_an_example_without_members_says_so(plugins: Any) -> None:
    """An example that is the bare record is no empty space."""
    plugins(own_rule())

    assert "Wrong\n  (nothing beyond the base record)\n" in run("explain", "ACME001").stdout
    assert "Incorrecto\n  (nada fuera del registro de base)\n" in run("explain", "ACME001", "--lang", "es").stdout


@pytest.mark.parametrize("code", list(CATALOGUE))
@pytest.mark.parametrize("language", ["es", "en"])
def test_explain_shows_the_finding_of_every_rule(code: str, language: str) -> None:
    """The wrong example of every rule is shown with what the rule finds in it."""
    shown = run("explain", code, "--lang", language, "--no-plugins").stdout

    assert any(line.startswith("  ") and f" {code} " in line for line in shown.splitlines())


def test_explain_shows_only_what_the_rule_finds(plugins: Any) -> None:
    """An example is judged by all rules, as the tests judge it, and what others find in it is not shown."""
    plugins(attrs.evolve(own_rule(), wrong=Example(members={"parties": []})))
    shown = run("explain", "ACME001").stdout

    assert "  warning ACME001 our own\n" in shown
    assert "PTY001" not in shown


def test_explain_tells_why_an_example_is_no_record(plugins: Any) -> None:
    """A rule of somebody else may have an example that cannot be read."""
    plugins(attrs.evolve(own_rule(), wrong=Example(members={"id": "A"})))
    result = run("explain", "ACME001")

    assert 0 == result.exit_code
    assert "\n  /id: 'A' is not an identifier: " in result.stdout
    assert "Right\n" in result.stdout


def test_explain_lists_plug_ins_too(plugins: Any) -> None:
    """The list names rules of installed packages, unless these are not wanted."""
    plugins(own_rule())

    assert "ACME001 our own" == run("explain").stdout.splitlines()[-1]
    assert "ACME001" not in run("explain", "--no-plugins").stdout


@pytest.mark.parametrize("command", [["check", "-", "-"], ["coverage", "-", "--since", "-"], ["status", "-", "--related", "-"]])
def test_the_standard_input_is_read_once(command: list[str]) -> None:
    """Naming it twice is a misuse: the second would be empty."""
    result = CliRunner().invoke(cli, command, input="{}")

    assert 2 == result.exit_code
    assert "the standard input (-) can be read only once" in result.stderr


def test_a_file_named_twice_is_judged_once(write: Any) -> None:
    """A count of findings is not doubled by a slip."""
    path = write()

    assert 1 == len(json.loads(run("check", path, path, "--format", "json").stdout)["files"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line() -> None:
    """What cannot be written ends the command with status 2, and without a traceback."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "coopmodel", "rules"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603  our own

    assert (2, "coopmodel: No space left on device\n") == (result.returncode, result.stderr)


def test_what_cannot_be_written_ends_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The error of the system is told, and the status is that of a file that cannot be read."""

    def fail(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coopmodel.cli.commands.cli", fail)
    with pytest.raises(SystemExit) as ended:
        main()

    assert 2 == ended.value.code
    assert "coopmodel: No space left on device\n" == capsys.readouterr().err


NEWER = {
    "en": "a.json: format version 1.7 is newer than 1.0, which this program knows; the document holds nothing unknown\n",
    "es": "a.json: la versión 1.7 del formato es posterior a la 1.0, que es la que este programa conoce; "
    "el documento no contiene nada desconocido\n",
}


@pytest.mark.parametrize("language", NEWER)
@pytest.mark.parametrize("command", [("check",), ("check", "--format", "json"), ("show",), ("status",), ("timeline",)], ids=" ".join)
def test_a_newer_document_is_said_to_be_newer(write: Any, command: tuple[str, ...], language: str) -> None:
    """On the standard error, in the reader's language, and never as a warning of Python; everything else is as ever."""
    newer, known = (run(*command, "--lang", language, write(coopmodel=version)) for version in ("1.7", "1.0"))

    assert newer.stderr.endswith(NEWER[language])
    assert "" == known.stderr
    assert (known.exit_code, len(known.stdout)) == (newer.exit_code, len(newer.stdout))


def test_a_newer_document_that_holds_something_unknown_cannot_be_read(write: Any) -> None:
    """The hint is the first of the problems."""
    result = run("check", write(coopmodel="1.7", mood=1))

    assert 2 == result.exit_code
    assert "/coopmodel: the document is of format version 1.7, newer than 1.0" in result.stderr
