"""What every form of report is made from."""

import json
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

import pytest
from checked_runs import checked, document, own_rule, run_of, run_of_own

from coopmodel.formats.checked import Checked, Run, in_language, plain, quoted, readable, to_json, words_of
from coopmodel.model.citation import Citation
from coopmodel.rules.findings import Finding, Findings
from coopmodel.rules.rule import Found

BROKEN = checked("{", "broken.json")


def finding(message: str, *evidence: Citation) -> Finding:
    return Finding(code="ACME001", severity="info", pointer="", on=None, messages={"en": message, "es": "Hola"}, evidence=evidence)


def test_a_name_is_the_path_and_never_a_lone_surrogate() -> None:
    """A file is called as the user called it; a byte that is no text is spelt out."""
    assert "a/b.json" == Checked(path=PurePosixPath("a/b.json")).name
    assert "caf\\udce9.json" == Checked(path=PurePosixPath("caf\udce9.json")).name


def test_a_file_without_a_record_has_no_findings() -> None:
    """What could not be read was not judged."""
    assert (b"{", None, 0) == (BROKEN.text, BROKEN.record, len(BROKEN.findings))
    assert ["json.syntax"] == [problem.code for problem in BROKEN.problems]


def test_a_run_counts_over_all_files() -> None:
    """Findings are counted by severity, and unreadable files and suppressed findings apart."""
    silenced = document(parties=[], suppressions=[{"code": "PTY001", "reason": {"en": "register"}}])
    dangling = document(officials=[{"id": "o", "party": "x", "name": "O"}, {"id": "p", "party": "x", "name": "P"}])
    run = run_of(checked(silenced), checked(dangling), checked(document(parties=[])), BROKEN, BROKEN)

    assert (2, 1) == (run.unreadable, run.suppressed)
    assert 2 == sum(finding.code == "REF001" for file in run.files for finding in file.findings)
    assert run.count("error") == sum(finding.severity == "error" for file in run.files for finding in file.findings)
    assert run.count("warning") == sum(finding.severity == "warning" for file in run.files for finding in file.findings)
    assert run.count("info") == sum(finding.severity == "info" for file in run.files for finding in file.findings)


@pytest.mark.parametrize(
    ("severity", "strict", "expected"),
    [
        ("error", False, 1),
        ("warning", False, 0),
        ("info", False, 0),
        ("error", True, 1),
        ("warning", True, 1),
        ("info", True, 0),
    ],
)
def test_the_exit_code_follows_the_worst_finding(severity: Any, strict: bool, expected: int) -> None:
    """An error gives 1, when strict a warning too; a file that is no record gives 2, whatever else was found."""
    rules = (own_rule(Found("", {"what": "it"}), severity=severity),)
    file = checked(document(), rules=rules)

    assert 0 == run_of(checked(document(), rules=(own_rule(),)), rules=rules, strict=strict).exit_code
    assert expected == run_of(file, rules=rules, strict=strict).exit_code
    assert 2 == run_of(file, BROKEN, rules=rules, strict=strict).exit_code
    assert 2 == run_of(BROKEN, strict=strict).exit_code


def test_a_run_without_a_day_is_not_strict() -> None:
    """Nothing is assumed that the caller did not say."""
    run = Run(files=(), rules=())

    assert (None, False, 0) == (run.as_of, run.strict, run.exit_code)


def test_a_rule_that_was_added_is_described_too() -> None:
    """RUL001, which a check adds, is among the rules described where it found or was suppressed, and only there."""
    failing = own_rule(error=KeyError("x"))
    silenced = document(suppressions=[{"code": "RUL001", "reason": {"en": "known"}}])

    assert ["ACME001"] == [rule.code for rule in run_of_own().described]
    for text in (document(), silenced):
        run = run_of(checked(text, rules=(failing,)), rules=(failing,))
        assert ["ACME001", "RUL001"] == [rule.code for rule in run.described]
        assert failing is run.described[0]


def test_a_text_is_told_in_the_language_that_there_is() -> None:
    """Else in English, else in the first language."""
    assert "hola" == in_language({"en": "hello", "es": "hola"}, "es")
    assert "hello" == in_language({"fr": "salut", "en": "hello"}, "es")
    assert "salut" == in_language({"fr": "salut", "pt": "oi"}, "es")


def test_the_words_of_a_finding_are_the_first_that_there_are() -> None:
    """A citation that names a source only says nothing; white space is one space; the source is named."""
    named, first = Citation(source="a"), Citation(source="b", exact=" joint\n  patrols ")

    assert ("joint patrols", "b") == words_of(finding("M", named, first, Citation(source="c", exact="other")))
    assert words_of(finding("M", named)) is None
    assert words_of(finding("M")) is None


@pytest.mark.parametrize(("length", "shown"), [(159, "x" * 159), (160, "x" * 160), (161, "x" * 159 + "…")])
def test_long_words_are_shortened(length: int, shown: str) -> None:
    """At most 160 characters are shown, the last of them an ellipsis where more was said."""
    assert (shown, "s") == words_of(finding("M", Citation(source="s", exact="x" * length)))


def test_words_that_the_message_says_already_are_not_said_twice() -> None:
    """Where the message holds the beginning of the words there is no need to show them again."""
    words = Citation(source="s", exact="x" * 60 + "y")

    assert words_of(finding(f"the text does not hold “{'x' * 60}…”", words)) is None
    assert words_of(finding(f"the text does not hold “{'x' * 59}…”", words)) is not None


def test_quotation_marks_are_the_languages() -> None:
    """Spanish has angular ones, English curved ones."""
    assert ("«a»", "“a”") == (quoted("a", "es"), quoted("a", "en"))


class Unshowable:
    """An object whose text fails."""

    def __str__(self) -> str:
        """Fail."""
        raise RuntimeError

    __repr__ = __str__


CIRCLE: list[Any] = []
CIRCLE.append(CIRCLE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (1.5, 1.5),
        ("a", "a"),
        (("a", 1), ["a", 1]),
        ({"en": "a"}, {"en": "a"}),
        ({"en": ("a", {"b": date(2024, 1, 2)})}, {"en": ["a", {"b": "2024-01-02"}]}),
        ({"b", "a"}, ["a", "b"]),
        (frozenset([2]), ["2"]),
        (Decimal("1.50"), "1.50"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        ({(1, 2): 3}, "{(1, 2): 3}"),
        (10**5000, "<int>"),
        (CIRCLE, "[[...]]"),
        (Unshowable(), "<Unshowable>"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_are_put_as_json_has_them(value: Any, expected: Any) -> None:
    """Whatever a rule speaks of becomes plain JSON, as its text where nothing else is left."""
    assert expected == plain(value)
    assert type(expected) is type(plain(value))


def test_a_mapping_that_is_no_dict_is_an_object() -> None:
    """Also one of somebody's own class."""
    record = checked(document()).record
    assert record is not None
    assert {"en": "Demo"} == plain(record.title)


def test_json_is_ascii_and_holds_no_lone_surrogate() -> None:
    """Every character survives; half a character is spelt out, since strict readers refuse it; a spelt escape stays as it is."""
    values = ["é\U0001f600", "\ud800", "\udfff", "\ude00\ud83d", "\\udc80", "\\\\ud83d\\ude00", "\ud83d\ud83d\ude00", '"\n\\']
    text = to_json(values)

    assert text.isascii()
    assert [
        "é\U0001f600",
        "\\ud800",
        "\\udfff",
        "\\ude00\\ud83d",
        "\\udc80",
        "\\\\ud83d\\ude00",
        "\\ud83d\U0001f600",
        '"\n\\',
    ] == json.loads(text)
    assert '[\n  "' == text[:5]


def test_json_has_no_number_that_json_lacks() -> None:
    """A defect shows at once, and not in somebody's parser."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json([float("nan")])


def test_readable_text_has_no_lone_surrogates() -> None:
    """Half a character is spelt out, a whole one stays."""
    assert "a\\udc80é\U0001f600" == readable("a\udc80é\U0001f600")


def test_findings_are_none_by_default() -> None:
    """A file that was not judged has an empty result, of its own."""
    first, second = Checked(path=PurePosixPath("a")), Checked(path=PurePosixPath("b"))

    assert isinstance(first.findings, Findings)
    assert [] == list(first.findings)
    assert first.findings is not second.findings
