"""``coopmodel rules`` and ``coopmodel schema``."""

import json
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from rich.text import Text

from coopmodel.cli import options, rules as command
from coopmodel.cli.columns import echo_columns
from coopmodel.cli.commands import cli
from coopmodel.formats.report import report_schema
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.rule import Rule
from coopmodel.wire.schema import record_schema


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments)
    assert 0 == result.exit_code
    return result.stdout


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes these all the rules that there are."""

    def make(*rules: Rule) -> None:
        monkeypatch.setattr(options, "DEFAULT", rules)
        monkeypatch.setattr(options, "load_plugins", lambda: ())

    return make


STRANGE = attrs.evolve(
    CATALOGUE["EVD002"],
    code="ACME001",
    severity="info",
    strict="warning",
    scope="series",
    needs="related",
    name={"en": "a|b \\\n\x1b", "es": "ñ"},
)


def test_the_table_is_padded_in_a_pipe(known: Any) -> None:
    """One rule a line, its name last, in columns as wide as their widest cell; control characters are spelt out."""
    known(CATALOGUE["PTY001"], STRANGE)

    assert [
        "code     severity  strict   scope   needs    finds",
        "PTY001   warning   error    record  -        no party",
        "ACME001  info      warning  series  records  a|b \\ \\x1b",
    ] == run("rules").splitlines()
    assert [
        "código   gravedad     estricta     ámbito    requiere   halla",
        "PTY001   advertencia  error        registro  -          sin partes",
        "ACME001  observación  advertencia  serie     registros  ñ",
    ] == run("rules", "--lang", "es").splitlines()


@pytest.mark.parametrize(
    ("language", "scopes", "needs"),
    [
        ("en", ["record", "entity", "citation", "series"], ["-", "day", "texts", "records"]),
        ("es", ["registro", "entidad", "cita", "serie"], ["-", "fecha", "textos", "registros"]),
    ],
)
def test_scopes_and_needs_have_names(known: Any, language: str, scopes: list[str], needs: list[str]) -> None:
    """Every scope and every need is put into words."""
    pairs: Any = zip(("record", "entity", "citation", "series"), (None, "as_of", "texts", "related"), strict=True)
    known(*[attrs.evolve(STRANGE, scope=scope, needs=need) for scope, need in pairs])

    assert [*zip(scopes, needs, strict=True)] == [tuple(line.split()[3:5]) for line in run("rules", "--lang", language).splitlines()[1:]]


def test_a_scope_that_nobody_knows_is_shown_as_it_is(known: Any) -> None:
    """A rule of somebody else may have words of its own."""
    words: dict[str, Any] = {"scope": "galaxy", "needs": "stars"}
    known(attrs.evolve(STRANGE, **words))

    assert ["ACME001", "info", "warning", "galaxy", "stars"] == run("rules").splitlines()[1].split()[:5]


def test_the_table_is_written_as_markdown(known: Any) -> None:
    """What would break a cell is escaped."""
    known(CATALOGUE["PTY001"], STRANGE)

    assert [
        "| code | severity | strict | scope | needs | finds |",
        "|---|---|---|---|---|---|",
        "| PTY001 | warning | error | record | - | no party |",
        "| ACME001 | info | warning | series | records | a\\|b \\\\ \x1b |",
    ] == run("rules", "--format", "markdown").splitlines()


def test_the_catalogue_is_written_as_json(known: Any) -> None:
    """Everything that there is to say about a rule, in both languages."""
    rule = CATALOGUE["EVD002"]
    known(rule)

    assert [
        {
            "code": "EVD002",
            "name": rule.name,
            "severity": "error",
            "strict": "error",
            "scope": "citation",
            "needs": "texts",
            "rationale": rule.rationale,
            "messages": rule.messages,
        }
    ] == json.loads(run("rules", "--format", "json"))


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_rule_is_in_the_table(language: str) -> None:
    """The whole catalogue in its order, each with its name."""
    lines = run("rules", "--no-plugins", "--lang", language).splitlines()[1:]

    assert [rule.code for rule in DEFAULT] == [line.split()[0] for line in lines]
    assert all(line.endswith(rule.name[language]) for line, rule in zip(lines, DEFAULT, strict=True))


def test_plug_ins_come_last_and_only_where_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of installed packages are in the table unless they are not wanted."""
    monkeypatch.setattr(options, "load_plugins", lambda: (STRANGE,))

    assert run("rules").splitlines()[-1].startswith("ACME001 ")
    assert "ACME001" not in run("rules", "--no-plugins")


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_terminal_of_80_columns_is_wide_enough(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """On a terminal the table is in colour, its names are folded within the width, and no other column loses a letter."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    text = run("rules", "--no-plugins", "--lang", language)
    lines = [Text.from_ansi(line).plain for line in text.splitlines()]

    assert "\x1b[1;36m" in text
    assert "\x1b[1;31merror" in text
    assert max(len(line) for line in lines) <= 80
    assert "…" not in text
    assert [rule.code for rule in DEFAULT] == [line.split()[0] for line in lines[1:] if not line.startswith(" ")]


@pytest.mark.parametrize("arguments", [("rules", "--no-plugins"), ("codes",), ("codes", "area")])
def test_a_narrow_terminal_loses_nothing(monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    """Where the columns do not fit, the rows are those that a file would get, which the terminal folds."""
    plain = run(*arguments)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")

    assert plain == run(*arguments)


def test_a_table_without_rows_has_headings(capsys: pytest.CaptureFixture[str]) -> None:
    """Wide characters count as two columns."""
    echo_columns(("a", "b"), ())
    echo_columns(("a", "b"), [(("日本", ""), ("x", ""))])

    assert "a  b\na     b\n日本  x\n" == capsys.readouterr().out


def test_the_command_speaks_of_its_rules() -> None:
    """The help says what the columns mean."""
    assert "under --strict" in run("rules", "--help").replace("\n  ", " ")
    assert command.rules.name == "rules"


def test_the_schema_of_a_record_is_printed() -> None:
    """``coopmodel schema record`` prints the schema that the package holds."""
    assert record_schema() == json.loads(run("schema", "record")) == json.loads(run("schema"))


def test_the_schema_of_the_report_is_printed() -> None:
    """``coopmodel schema report`` prints the schema that the package holds, in ASCII."""
    printed = run("schema", "report")

    assert report_schema() == json.loads(printed)
    assert printed.isascii()
    assert printed.endswith("}\n")
