"""What every form of report is made from: the files that were checked, how, and what came of it."""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, Final

import attrs

from coopmodel.errors import Problem, shown
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.findings import Finding, Findings, Severity
from coopmodel.rules.rule import Rule
from coopmodel.wire.places import Place, find_places

_QUOTED: Final = 160
_BEGINNING: Final = 60
_ESCAPE: Final = re.compile(r"\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(ud[89a-f][0-9a-f]{2})|.)")
"""An escape of a JSON string: the two halves of one character, half a character, or any other."""


@attrs.frozen(kw_only=True)
class Checked:
    """One file: the record in it and what was found, or the problems that keep it from being a record."""

    path: PurePath
    """As the user named it; ``-`` is the standard input."""
    line: int | None = None
    """Of a record that is one line of JSON Lines, the number of that line."""
    text: bytes = b""
    """What the file, or the line, holds: for lines and columns."""
    media_type: str = "application/json"
    find: Callable[[bytes, Iterable[str]], dict[str, Place]] = find_places
    """What finds pointers in such a text."""
    record: Agreement | None = None
    findings: Findings = attrs.field(factory=lambda: Findings(()))
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The path as text, with the number of the line; bytes in it that are no text are spelt out."""
        return self.file_name if self.line is None else f"{self.file_name}:{self.line}"

    @property
    def file_name(self) -> str:
        """The path as text; bytes in it that are no text are spelt out."""
        return readable(os.fspath(self.path))

    def places(self, pointers: Iterable[str]) -> dict[str, Place]:
        """Return where each pointer leads in the file."""
        found = self.find(self.text, pointers)
        if self.line is None:
            return found
        before = self.line - 1
        return {pointer: place._replace(line=place.line + before, last_line=place.last_line + before) for pointer, place in found.items()}


@attrs.frozen(kw_only=True)
class Run:
    """One check of one or several files."""

    files: tuple[Checked, ...]
    rules: tuple[Rule, ...]
    """Those that were judged by, with the severities that they had."""
    as_of: date | None = None
    strict: bool = False

    @property
    def described(self) -> tuple[Rule, ...]:
        """The rules that were judged by, and the built-in one that tells failures where it was added to them."""
        described = {rule.code: rule for rule in self.rules}
        for file in self.files:
            for finding in (*file.findings, *[suppressed.finding for suppressed in file.findings.suppressed]):
                if finding.code not in described:
                    described[finding.code] = CATALOGUE[finding.code]
        return tuple(described.values())

    @property
    def unreadable(self) -> int:
        """How many files are no records."""
        return sum(file.record is None for file in self.files)

    @property
    def suppressed(self) -> int:
        """How many findings their records suppress."""
        return sum(len(file.findings.suppressed) for file in self.files)

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity, in all files."""
        return sum(finding.severity == severity for file in self.files for finding in file.findings)

    @property
    def exit_code(self) -> int:
        """0 where nothing is worse than allowed; 1 with errors, and when strict also with warnings; 2 with a file that is no record."""
        if self.unreadable:
            return 2
        return int(self.count("error") > 0 or (self.strict and self.count("warning") > 0))


def readable(text: str) -> str:
    """Return the text with every lone surrogate spelt out: it is no character, and no encoding of Unicode may hold it."""
    return text.encode(errors="backslashreplace").decode()


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return the text in the language, else in English, else the first."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))


def words_of(finding: Finding) -> tuple[str, str] | None:
    """Return the first words that carry what a finding is about, on one line and shortened, and the id of their source.

    ``None`` where it has none, or where its message says them already.
    """
    for citation in finding.evidence:
        if citation.exact is not None:
            words = " ".join(citation.exact.split())
            if words[:_BEGINNING] in finding.message():
                return None
            return (words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"), str(citation.source)
    return None


def quoted(words: str, language: str) -> str:
    """Return the words in the language's quotation marks."""
    return f"«{words}»" if language == "es" else f"“{words}”"


def plain(value: Any) -> Any:  # noqa: ANN401  whatever a rule speaks of
    """Return the value as JSON has it: a tuple as a list, a date as its text; a rule of somebody else may hand over anything."""
    try:
        return json.loads(json.dumps(value, default=_parts, allow_nan=False))
    except Exception:  # noqa: BLE001  not finite, in a circle, of thousands of digits, or of a class that cannot be shown
        return shown(value)


def _parts(value: Any) -> Any:  # noqa: ANN401  what JSON does not know
    if isinstance(value, Mapping):
        return dict(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)  # pyright: ignore[reportUnknownArgumentType]


def to_json(document: Any) -> str:  # noqa: ANN401  plain JSON types
    """Return the document as JSON in ASCII, which every terminal can show; a lone surrogate, which strict readers refuse, is spelt out."""
    text = json.dumps(document, indent=2, allow_nan=False)
    return _ESCAPE.sub(lambda match: f"\\\\{match[1]}" if match[1] else match[0], text)
