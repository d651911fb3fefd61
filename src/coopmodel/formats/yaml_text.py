"""Plain JSON types as YAML for people: one member a line, long texts folded, and whatever a parser might take for something else quoted."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

WIDEST: Final = 100
"""Lines longer than this are folded, where that loses nothing."""

_NARROWEST: Final = 40
_LONGEST_NAME: Final = 128
"""A longer name gets a line of its own; parsers look for the colon after a name within 1,024 characters."""
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\s:#]|:(?=\S)|(?<=\S)#| (?=[^\s#]))*")
"""A letter first, so no number, no date and no sign of YAML; then no comment, no name, and no white space but single spaces within."""
_MISREAD: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What some version of YAML takes for a truth value or for nothing, in whatever letters."""
_UNFIT: Final = re.compile("[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What may stand in YAML only as an escape: controls, what some version of YAML takes for a line break, and what is no character."""
_FOLDABLE: Final = re.compile(r"[^\s](?: ?[^ \t\r\n])*")
"""Words with single spaces between them."""
_BLOCK: Final = re.compile(r"\S(?:.*\S)?(?:\n+\S(?:.*\S)?)*\n?")
"""Lines that neither begin nor end with white space, and no empty ones at either end."""


def yaml_text(document: dict[str, Any]) -> str:
    """Return the document as YAML, with a line feed at its end."""
    return "".join([f"{line}\n" for line in _lines(document)])


def _lines(document: dict[str, Any]) -> Iterator[str]:
    """Yield the lines; in a loop, since what others attach may be nested deep.

    What waits is how a line begins, up to the colon or hyphen before a value; how what belongs to the value is indented; and the value.
    """
    waiting: list[tuple[str, str, Any]] = [("", "", document)]
    while waiting:
        head, indent, value = waiting.pop()
        if isinstance(value, dict | list) and value:
            if head.endswith(":"):
                yield head
                head = ""
            marks = _marks(value, indent)
            below: list[tuple[str, str, Any]] = [(f"{indent}{mark}", f"{indent}  ", part) for mark, part in marks]
            if head:
                mark, deeper, part = below[0]
                below[0] = (f"{head} {mark.removeprefix(indent)}", deeper, part)
            waiting.extend(reversed(below))
        else:
            yield from _leaf(head, indent, value)


def _marks(collection: Any, indent: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  an object or array
    """Yield each part of a collection after what stands before it: a hyphen, or a name with its colon."""
    if isinstance(collection, list):
        yield from [("-", item) for item in collection]  # pyright: ignore[reportUnknownVariableType]
        return
    for name, value in collection.items():
        written = name if _is_plain(name) else _quoted(name)
        yield (f"{written}:" if len(written) <= _LONGEST_NAME else f"? {written}\n{indent}:"), value


def _leaf(head: str, indent: str, value: Any) -> Iterator[str]:  # noqa: ANN401  JSON is any of its types
    before = f"{head} " if head else ""
    if not isinstance(value, str):
        yield f"{before}{_number(value) if isinstance(value, float) else json.dumps(value)}"
        return
    written = value if _is_plain(value) else _quoted(value)
    if "\n" in value and _BLOCK.fullmatch(value) and not _UNFIT.search(value.replace("\n", "")):
        yield f"{before}|" if value.endswith("\n") else f"{before}|-"
        yield from [f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n")]
    elif len(before) + len(written) > WIDEST and " " in value and _FOLDABLE.fullmatch(value) and not _UNFIT.search(value):
        yield f"{before}>-"
        yield from [f"{indent}{line}" for line in _folded(value, max(_NARROWEST, WIDEST - len(indent)))]
    else:
        yield f"{before}{written}"


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and text.lower() not in _MISREAD and not _UNFIT.search(text)


def _quoted(text: str) -> str:
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield the text in lines of that width; a word that is longer has a line of its own."""
    line: list[str] = []
    length = 0
    for word in text.split(" "):
        if line and length + len(word) > width:
            yield " ".join(line)
            line, length = [], 0
        line.append(word)
        length += len(word) + 1
    yield " ".join(line)


def _number(value: float) -> str:
    """Write a number with a point, without which older parsers take one with an exponent for a text."""
    mantissa, exponent, digits = repr(value).partition("e")
    return f"{mantissa}{'' if '.' in mantissa else '.0'}{exponent}{digits}"
