"""Charts in the language of Mermaid: what they look like, and that no text breaks them.

The files in tests/golden/mermaid were parsed and drawn by Mermaid 10.9 and 11.17, and every text came out as it went in.
"""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from coopmodel.formats.characters import clean
from coopmodel.formats.mermaid import Bar, Section, escaped, gantt

GOLDEN = Path(__file__).parents[2] / "golden" / "mermaid"
DAY = date(2024, 5, 1)


def test_a_chart_has_bars_under_headings() -> None:
    """A window is a bar over all its days, a day a diamond; what is marked is set apart; sections without bars are left out."""
    sections = [
        Section("Meetings", (Bar("First", DAY, DAY), Bar("Second", date(2024, 7, 1), date(2024, 12, 31)))),
        Section("Nothing", ()),
        Section("Day", (Bar("Now", DAY, DAY, marked=True), Bar("Then", DAY, date(2024, 5, 2), marked=True))),
    ]
    expected = """\
gantt
    title Plan
    dateFormat YYYY-MM-DD
    inclusiveEndDates
    todayMarker off
    section Meetings
        First :milestone, 2024-05-01, 2024-05-01
        Second :2024-07-01, 2024-12-31
    section Day
        Now :crit, milestone, 2024-05-01, 2024-05-01
        Then :crit, 2024-05-01, 2024-05-02
"""
    assert expected == gantt("Plan", iter(sections))


def test_an_empty_chart_is_a_chart() -> None:
    """Nothing to show is a title alone."""
    assert "gantt\n    title A\n    dateFormat YYYY-MM-DD\n    inclusiveEndDates\n    todayMarker off\n" == gantt("A", [])


def test_no_text_breaks_a_chart() -> None:
    """Titles, headings and labels that Mermaid would take for comments, directives, keywords, dates or tags are written as it was proven."""
    labels: list[str] = json.loads((GOLDEN / "hostile.json").read_text("utf-8"))
    sections = [Section(label, (Bar(label, date(2024, 1, 1), date(2024, 12, 31)),)) for label in labels]

    assert (GOLDEN / "hostile.mmd").read_text("utf-8") == gantt(labels[0], sections)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 3(2), p. 4 - 'so' / x.", "Article 3(2), p. 4 - 'so' / x."),
        ("«Año» “ñ” · …", "«Año» “ñ” · …"),
        ("a:b;c#d%e", "a#58;b#59;c#35;d#37;e"),
        ('!"$&*+', "#33;#34;#36;#38;#42;#43;"),
        ("<=>?@", "#60;#61;#62;#63;#64;"),
        ("[\\]^_`", "#91;#92;#93;#94;#95;#96;"),
        ("{|}~", "#123;#124;#125;#126;"),
        ("xﬂ°¶ß", "x#64258;°#182;ß"),
        ("2024", "#50;024"),
        ("x 2024", "x 2024"),
        ("section", "#115;ection"),
        ("Section 3", "#83;ection 3"),
        ("sections", "sections"),
        ("the section", "the section"),
        ("\u0661 one", "\u0661 one"),
        (" a \n\t b\u2028c ", "a b c"),
        ("a\u202eb\x07", "a#92;u202eb#92;x07"),
        ("", "-"),
        (" \n", "-"),
    ],
)
def test_what_mermaid_might_read_is_written_as_a_number(text: str, expected: str) -> None:
    """Everything else stays as it is, so that the source can be read."""
    assert expected == escaped(text)


@pytest.mark.parametrize(
    "word",
    [
        *("gantt", "dateFormat", "inclusiveEndDates", "topAxis", "axisFormat", "tickInterval", "includes", "excludes", "todayMarker"),
        *("weekday", "weekend", "title", "accTitle", "accDescr", "accDescription", "section", "click", "call", "href"),
    ],
)
def test_no_label_begins_with_a_keyword(word: str) -> None:
    """Keywords of Gantt charts are hidden in any case, and only as whole words at the beginning."""
    for spelt in (word, word.lower(), word.upper()):
        assert f"#{ord(spelt[0])};{spelt[1:]} x" == escaped(f"{spelt} x")
        assert f"{spelt}x" == escaped(f"{spelt}x")


def test_a_long_text_is_cut() -> None:
    """After a hundred characters, counted as a reader does and not as they are written; a space before the cut is dropped."""
    assert "x" * 100 == escaped("x" * 100)
    assert "x" * 100 + "…" == escaped("x" * 101)
    assert "#58;" * 100 == escaped(":" * 100)
    assert "x" * 99 + "…" == escaped("x" * 99 + " yz")


@given(st.text())
def test_a_chart_has_as_many_lines_as_it_should(text: str) -> None:
    """Whatever the text, its line has one label, one colon and two days, and what was escaped can be read back."""
    lines = gantt(text, [Section(text, (Bar(text, DAY, date(2024, 5, 2)),))]).split("\n")
    label = lines[6].removeprefix("        ").removesuffix(" :2024-05-01, 2024-05-02")

    assert (8, "") == (len(lines), lines[-1])
    assert re.fullmatch(r"(?:[^!-&*+:-@\[-`{-~]|#[0-9]+;)+", label)
    assert [f"    title {label}", f"    section {label}"] == [lines[1], lines[5]]
    words = " ".join(clean(text).split())
    read = re.sub(r"#([0-9]+);", lambda match: chr(int(match[1])), label)
    assert read == (words or "-") or (read.endswith("…") and words.startswith(read[:-1]) and len(words) > 100)
