"""Gantt charts in the language of Mermaid, which many pages and repositories draw: windows of time as bars, days as diamonds."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from coopmodel.formats.characters import clean

_LONGEST: Final = 100


class Bar(NamedTuple):
    """Something with a first and a last day; one day is drawn as a diamond.

    Attributes:
        label: What to write beside it, in any characters; cut after 100.
        first: Its first day.
        last: Its last day, drawn to its end.
        marked: Whether to set it apart from the others.
    """

    label: str
    first: date
    last: date
    marked: bool = False


class Section(NamedTuple):
    """Bars under a common heading."""

    title: str
    bars: tuple[Bar, ...]


def gantt(title: str, sections: Iterable[Section]) -> str:
    """Return a Gantt chart; sections without bars are left out.

    No text can end a line, open a comment, a directive or a tag, or be taken for a keyword: what Mermaid might read is written as the number
    of its character. The line that Mermaid draws at today's date is switched off, so that a chart looks the same on every day.
    """
    lines = ["gantt", f"    title {escaped(title)}", "    dateFormat YYYY-MM-DD", "    inclusiveEndDates", "    todayMarker off"]
    for section in sections:
        if section.bars:
            lines.append(f"    section {escaped(section.title)}")
            lines.extend([_bar(bar) for bar in section.bars])
    return "\n".join(lines) + "\n"


def _bar(bar: Bar) -> str:
    tags = [tag for tag, wanted in (("crit", bar.marked), ("milestone", bar.first == bar.last)) if wanted]
    return f"        {escaped(bar.label)} :{', '.join([*tags, bar.first.isoformat(), bar.last.isoformat()])}"


def escaped(text: str) -> str:
    """Return the text on one line, cut after 100 characters, with everything that Mermaid might read written as ``#58;``."""
    words = " ".join(clean(text).split())
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rstrip()}…"
    return _KEYWORD.sub(_numbered, _READ.sub(_numbered, words)) or "-"


_READ: Final = re.compile(r"[!-&*+:-@\[-`{-~ﬂ¶]")
"""Of ASCII all but letters, digits, spaces and ``'(),-./``; and the ligature and the pilcrow with which Mermaid marks such numbers while it
reads. No other character means anything to it."""

_KEYWORD: Final = re.compile(
    r"\A(?:[0-9]|(?=(?:gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|title"
    r"|acctitle|accdescr|accdescription|section|click|call|href)\b)[a-z])",
    re.IGNORECASE | re.ASCII,
)
"""The first character of a label that begins like a line of another kind."""


def _numbered(match: re.Match[str]) -> str:
    return f"#{ord(match[0])};"
