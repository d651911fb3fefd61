"""What a page in one language and its twin in the other must have in common, told part by part."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]

_FENCE: Final = re.compile(
    r"^(?P<indent> *)(?P<marks>`{3,})(?P<info>[^`\n]*)\n(?P<source>.*?)^(?P=indent)(?P=marks) *$", re.MULTILINE | re.DOTALL
)
_HEADING: Final = re.compile(r"^(?P<level>#{1,6}) [^\n]*?(?P<id>\{ ?#[^}\n]+\})?$", re.MULTILINE)
_LINK: Final = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))# .*")
_SPEAKS: Final = re.compile(r" --lang (?:en|es)\b")
_CONTINUED: Final = re.compile(r", (?:continued|continuación)(?=\")")


class Part(NamedTuple):
    """A part of a page.

    Attributes:
        line: Where it begins, counted from 1.
        said: What it is, in words that are the same in both languages.
    """

    line: int
    said: str


class Command(NamedTuple):
    """A command of a session.

    Attributes:
        line: Where it stands, counted from 1.
        said: The command.
        printed: What the page shows of its output.
    """

    line: int
    said: str
    printed: str


class Page:
    """One page, as its Markdown says it.

    Attributes:
        name: Its path in the repository.
    """

    def __init__(self, name: str, text: str) -> None:
        """Take the page apart into blocks and what stands around them."""
        self.name = name
        self._text = text
        self._fences = [*_FENCE.finditer(text)]
        self._prose = _FENCE.sub(lambda match: "\n" * match[0].count("\n"), text)

    @property
    def headings(self) -> list[Part]:
        """The level and the explicit id of each heading."""
        found = _HEADING.finditer(self._prose)
        return [Part(_line(self._prose, match), " ".join(filter(None, (match["level"], match["id"])))) for match in found]

    @property
    def blocks(self) -> list[Part]:
        """The kind of each block, and the file that it writes."""
        return [Part(_line(self._text, match), _kind(match)) for match in self._fences]

    @property
    def files(self) -> list[Part]:
        """What each block with a title writes into a file, or changes in it, comments apart."""
        return [
            Part(_line(self._text, match) + number, line)
            for match in self._fences
            if " title=" in match["info"]
            for number, line in enumerate(_uncommented(match["source"]), start=1)
        ]

    @property
    def links(self) -> dict[str, int]:
        """Where each address is linked to first; a page in Spanish stands for its twin."""
        found: dict[str, int] = {}
        for match in _LINK.finditer(self._prose):
            found.setdefault(match["target"].replace(".es.", "."), _line(self._prose, match))
        return found

    @property
    def commands(self) -> list[Part]:
        """Each command, without the language that it is asked to speak."""
        plain = [
            Part(_line(self._text, match) + number, line)
            for match in self._fences
            if match["info"] in {"sh", "bash"}
            for number, line in enumerate(match["source"].splitlines(), start=1)
        ]
        told = sorted([*plain, *[Part(command.line, command.said) for command in self.sessions]])
        return [Part(line, _SPEAKS.sub("", said)) for line, said in told]

    @property
    def sessions(self) -> list[Command]:
        """Each command of a session, and what it prints."""
        return [command for match in self._fences if match["info"] == "console" for command in _commands(self._text, match)]


def first_difference(english: Page, spanish: Page, what: str) -> str | None:
    """Say at which part two pages begin to differ; ``what`` is ``headings``, ``blocks``, ``files`` or ``commands``."""
    pairs: tuple[Sequence[Part], Sequence[Part]] = (getattr(english, what), getattr(spanish, what))
    for number, (one, other) in enumerate(zip_longest(*pairs), start=1):
        if one is None or other is None or one.said != other.said:
            return f"{what} {number}: {_told(english, one)}, {_told(spanish, other)}"
    return None


def missing_links(page: Page, twin: Page) -> list[str]:
    """Say which addresses the twin links to, and the page does not."""
    return [
        f"{twin.name}:{line} links to {target}, {page.name} does not" for target, line in twin.links.items() if target not in page.links
    ]


def read(name: str) -> Page:
    """Return the page of that path in the repository."""
    return Page(name, (ROOT / name).read_text(encoding="utf-8"))


def _told(page: Page, part: Part | None) -> str:
    return f"{page.name} has no more" if part is None else f"{page.name}:{part.line} has {part.said!r}"


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def _kind(match: re.Match[str]) -> str:
    return _CONTINUED.sub(", continued", match["info"].strip()) or "(none)"


def _uncommented(source: str) -> list[str]:
    return [_COMMENT.sub("", line).rstrip() for line in source.splitlines()]


def _commands(text: str, match: re.Match[str]) -> Iterator[Command]:
    first = _line(text, match) + 1
    lines = match["source"].splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Command(first + start, lines[start].removeprefix("$ "), "\n".join(lines[start + 1 : end]))
