"""Annotations for GitHub Actions."""

import re
from typing import Any

import pytest
from checked_runs import checked, document, own_rule, run_of, run_of_own

from coopmodel.formats.characters import clean
from coopmodel.formats.github import annotations
from coopmodel.model.citation import Citation
from coopmodel.rules.findings import Severity
from coopmodel.rules.rule import Found

COMMAND = re.compile(r"::([a-z]+) file=([^,:\r\n]*),line=([0-9]+),col=([0-9]+),title=([^,:\r\n]*)::([^\r\n]*)")
WORDS = Citation(source="s", exact="joint  patrols")


def unescaped(text: str) -> str:
    """Undo the escapes, as the runner does."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_a_finding_is_one_command_at_its_line(severity: Severity, command: str) -> None:
    """The command names file, line, column and rule; under the message stand the words and the place in the record."""
    run = run_of_own(Found("/parties/0/country", {"what": "it"}, evidence=(WORDS,)), severity=severity)

    assert [f"::{command} file=a.json,line=12,col=18,title=ACME001 our%2C own%3A rule::it%0A“joint patrols” [s]%0A/parties/0/country"] == [
        *annotations(run, "en")
    ]
    assert [f"::{command} file=a.json,line=12,col=18,title=ACME001 regla nuestra::it (es)%0A«joint patrols» [s]%0A/parties/0/country"] == [
        *annotations(run, "es")
    ]


def test_a_finding_on_the_whole_record_has_no_more_than_its_message() -> None:
    """Without words and pointer there is one line."""
    assert ["::warning file=a.json,line=1,col=1,title=ACME001 our%2C own%3A rule::it"] == [
        *annotations(run_of_own(Found("", {"what": "it"})), "en")
    ]


HOSTILE = [
    "%0A::error::x",
    "\n::error::x",
    "\r\n::add-mask::x",
    "a\r::stop-commands::t",
    "::set-output name=a::b",
    "100 %, sure: yes",
    "\u202e\u2028\x1b[2J",
    "\udc80",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_in_a_record_ends_a_command(hostile: str) -> None:
    """What means something to the runner is escaped; what would steer a terminal or a reader is spelt out, as on a terminal."""
    run = run_of_own(Found("", {"what": hostile}), name=f"dir/{hostile}.json")
    (line,) = annotations(run, "en")
    match = COMMAND.fullmatch(line)
    readable = hostile.encode(errors="backslashreplace").decode()

    assert match is not None
    assert f"dir/{readable}.json" == unescaped(match[2])
    assert clean(hostile).encode(errors="backslashreplace").decode() == unescaped(match[6])


def test_a_message_may_be_long() -> None:
    """Nothing is lost of a huge message."""
    (line,) = annotations(run_of_own(Found("", {"what": "x" * 1_000_000})), "en")

    assert line.endswith("::" + "x" * 1_000_000)


def test_a_broken_text_is_annotated_where_it_breaks() -> None:
    """What is no JSON has its own line and column; the code is the title."""
    (line,) = annotations(run_of(checked('{\n  "a": ]\n}', "b,c.json")), "en")

    assert line.startswith("::error file=b%2Cc.json,line=2,col=8,title=json.syntax::(document): not JSON")


def test_every_problem_is_annotated_at_its_place() -> None:
    """What is no record has a command for each problem, in the order of the document."""
    lines: list[Any] = [COMMAND.fullmatch(line) for line in annotations(run_of(checked(document(id="A", revision=0))), "en")]

    assert [("error", "3", "9", "identifier.form"), ("error", "4", "15", "number.bounds")] == [
        (match[1], match[3], match[4], match[5]) for match in lines
    ]
    assert lines[0][6].startswith("/id: 'A' is not an identifier")


def test_a_file_that_cannot_be_read_is_annotated_at_its_beginning() -> None:
    """Where there is no text there is still a line."""
    (line,) = annotations(run_of(checked(b"\xff")), "en")

    assert line.startswith("::error file=a.json,line=1,col=1,title=json.encoding::")


def test_suppressed_findings_are_not_annotated_and_files_keep_their_order() -> None:
    """What the record's authors judged is no news; files come in the order in which they were named."""
    rules = (own_rule(Found("", {"what": "it"})),)
    silenced = document(suppressions=[{"code": "ACME001", "reason": {"en": "known"}}])
    files = [
        checked(silenced, "z.json", rules),
        checked(document(), "y.json", rules),
        checked("", "b.json"),
        checked(document(), "a.json", rules),
    ]

    assert ["y.json", "b.json", "a.json"] == [
        line.split("file=")[1].split(",")[0] for line in annotations(run_of(*files, rules=rules), "en")
    ]
