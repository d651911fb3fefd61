"""What a fuzzer calls with bytes, what it begins with, and how it changes a document so that it stays one.

The first byte says how the others are read. Whatever they are, nothing but a ``CoopmodelError`` may come out, every error can be printed, and
what is read comes back from each form in which it is written.
"""

import gzip
import io
import json
import pickle
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import attrs
import zstandard

from coopmodel.errors import CoopmodelError, DecodeError, NewerVersion, Problem
from coopmodel.formats.compressed import Compression, decompressed
from coopmodel.formats.jsonl import iter_jsonl
from coopmodel.formats.yaml import dumps_yaml, find_yaml_places, loads_yaml
from coopmodel.formats.yaml_text import yaml_text
from coopmodel.model.agreement import Agreement
from coopmodel.rules.check import check
from coopmodel.wire.codec import Codec
from coopmodel.wire.limits import Limits
from coopmodel.wire.places import find_places

ROOT: Final = Path(__file__).parents[1]
GOLDEN: Final = ROOT / "tests" / "golden"

_SHORT: Final = 3000
"""A record of so many characters is also written as YAML and read again, which takes a hundred times as long as JSON."""


@attrs.frozen
class File:
    """Data of one's own, for extensions that are typed."""

    number: str
    opened: int | None = None
    within: "File | None" = None
    others: tuple["File", ...] = ()
    by_name: dict[str, float] = attrs.field(factory=dict[str, float])


PLAIN: Final = Codec()
KEEP: Final = Codec(unknown="keep")
TYPED: Final = Codec(extensions={"acme": File})
SMALL: Final = Codec(unknown="keep", extensions={"acme": File}, limits=Limits(size=4096, yaml_size=1024, depth=9, problems=3))
LARGE: Final = Codec(unknown="keep", limits=Limits(yaml_size=2**24))


def judge(data: bytes) -> str:
    """Read the bytes as their first says, and return what came of it: ``read``, or the code of the first problem.

    Raises:
        Exception: What no reader may raise, or a law that does not hold.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        return ENTRIES[data[0] % len(ENTRIES)](data[1:]) if data else "nothing"


def _json(codec: Codec, *, strict: bool = True, as_text: bool = False) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        text = data.decode(errors="surrogateescape") if as_text else data
        outcome = _judged(codec, lambda: codec.loads(text, strict=strict))
        find_places(text, ["", "/id", "/commitments/0/due", "/extensions/a~1b"])
        return outcome

    return read


def _yaml(codec: Codec, *, as_text: bool = False) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        text = data.decode(errors="surrogateescape") if as_text else data
        outcome = _judged(codec, lambda: loads_yaml(text, codec=codec))
        find_yaml_places(text, ["", "/id", "/commitments/0/due", "/extensions/a~1b"], limits=codec.limits)
        return outcome

    return read


def _lines(codec: Codec) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        found = "empty"
        for line in iter_jsonl(io.BytesIO(data), codec=codec):
            assert (line.record is None) == bool(line.problems)  # noqa: S101  the law
            found = "read"
            if line.record is not None:
                _judge_record(line.record)
            else:
                found = _judge_problems(line.problems, codec)
        return found

    return read


def _compressed(compression: Compression) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        try:
            return f"{sum(map(len, decompressed(io.BytesIO(data), compression))) > 0}"
        except DecodeError as error:
            return _judge_problems(error.problems, PLAIN)

    return read


ENTRIES: Final[tuple[Callable[[bytes], str], ...]] = (
    _json(PLAIN),
    _json(PLAIN, strict=False, as_text=True),
    _json(KEEP),
    _json(TYPED),
    _json(SMALL),
    _lines(SMALL),
    _yaml(PLAIN),
    _yaml(SMALL, as_text=True),
    _compressed("gzip"),
    _compressed("zstd"),
)
"""How bytes are read, by their first."""

_YAML: Final = (6, 7)
_DOCUMENTS: Final = 8
"""So many entries, the first, read documents."""


def _judged(codec: Codec, read: Callable[[], Agreement]) -> str:
    refusal: CoopmodelError | None = None
    try:
        record = read()
    except CoopmodelError as error:
        refusal = error
    else:
        _judge_record(record)
    if refusal is None:
        return "read"
    assert isinstance(refusal, DecodeError)  # noqa: S101  the law
    assert str(refusal).encode()  # noqa: S101  it can be printed
    return _judge_problems(refusal.problems, codec)


def _judge_problems(problems: tuple[Problem, ...], codec: Codec) -> str:
    assert 0 < len(problems) <= codec.limits.problems + 1  # noqa: S101  the law
    for problem in problems:
        assert not problem.pointer or problem.pointer.startswith("/")  # noqa: S101  the law
        assert f"{problem} {problem!r}".encode()  # noqa: S101  it can be printed
        assert (problem.line is None) == (problem.column is None)  # noqa: S101  the law
    return problems[0].code


def _judge_record(record: Agreement) -> None:
    text = LARGE.dumps(record)
    again = LARGE.loads(text)
    assert record == again  # noqa: S101  the law
    assert hash(record) == hash(again)  # noqa: S101  the law
    assert text == LARGE.dumps(again)  # noqa: S101  the law
    canonical = LARGE.dumps(record, canonical=True)
    assert canonical == LARGE.dumps(LARGE.loads(canonical), canonical=True)  # noqa: S101  the law
    assert record == pickle.loads(pickle.dumps(record))  # noqa: S101, S301  the law, on what was pickled here
    assert repr(record)  # noqa: S101  the law
    assert "RUL001" not in [finding.code for finding in check(record)]  # noqa: S101  no rule fails
    if len(text) < _SHORT:
        assert record == loads_yaml(dumps_yaml(record), codec=LARGE)  # noqa: S101  the law


def seeds() -> Iterator[tuple[str, bytes]]:
    """Yield what a fuzzer begins with: the examples, the golden tables and what is made of them, each with a name."""
    documents = dict(_documents())
    for name, document in documents.items():
        text = json.dumps(document, ensure_ascii=False).encode(errors="surrogatepass")
        for entry in (0, 1, 2, 3, 4):
            yield f"{name}-{entry}", bytes([entry]) + text
        if isinstance(document, dict):
            for entry in _YAML:
                yield f"{name}-{entry}", bytes([entry]) + yaml_text(document).encode()  # pyright: ignore[reportUnknownArgumentType]
    lines = b"\n".join([json.dumps(document).encode() for document in documents.values()])[: 2**15]
    yield "lines", b"\x05" + lines
    yield "gzip", b"\x08" + gzip.compress(lines, mtime=0)
    yield "zstd", b"\x09" + zstandard.compress(lines)
    for number, row in enumerate(json.loads((GOLDEN / "broken" / "texts.json").read_text(encoding="utf-8"))):
        text = bytes.fromhex(row["hex"]) if "hex" in row else (row["text"] * min(row.get("times", 1), 500)).encode(errors="surrogatepass")
        yield f"text-{number}", b"\x00" + text
        yield f"text-{number}-yaml", b"\x06" + text


def _documents() -> Iterator[tuple[str, Any]]:
    for path in (*(ROOT / "examples").glob("*/agreement.json"), GOLDEN / "broken" / "base.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        yield path.parent.name, document
        head = {name: document[name] for name in ("coopmodel", "id", "revision", "title")}
        yield f"{path.parent.name}-head", head
        for name, member in document.items():
            parts: list[Any] = member[:2] if isinstance(member, list) else [member]  # pyright: ignore[reportUnknownVariableType]
            for number, part in enumerate(parts):
                yield f"{path.parent.name}-{name}-{number}", {**head, name: [part] if isinstance(member, list) else part}
    for table in ("read", "refused"):
        for number, row in enumerate(json.loads((GOLDEN / "versions" / f"{table}.json").read_text(encoding="utf-8"))):
            yield f"{table}-{number}", row["document"]


@cache
def _parts() -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """Return values and names that stand somewhere in the seeds."""
    values: dict[str, Any] = {}
    names: dict[str, None] = {}
    for _, document in _documents():
        for path in _places(document):
            value = _at(document, path)
            values[json.dumps(value)] = value
            names.update({step: None for step in path if isinstance(step, str)})
    return tuple([value for text, value in values.items() if len(text) < 2000]), (*names, "", "x", "a/b~c", "\x00", "é")  # noqa: PLR2004  small parts


_JUNK: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 2**53, 2**64, 10**30, 1.5, 1e300, -0.0, 5e-324, "", " ", "x", "\x00", "\u2028", "😀", "e\u0301", "x" * 200,
    [], {}, [[]], [None], {"x": 1}, {"anchor": "signature"}, [[[[[[[[[[]]]]]]]]]], "2024-02-30", "../..", "1/2", "RRULE:FREQ=DAILY", "P1Y",
)  # fmt: skip


def mutated(data: bytes, random: Random) -> bytes | None:
    """Return the bytes with a few changes after which they are a document still; ``None`` where they are none."""
    if not data or data[0] % len(ENTRIES) >= _DOCUMENTS:
        return None
    try:
        document = json.loads(data[1:])
    except (ValueError, RecursionError):
        document = random.choice(_parts()[0]) if random.random() < 0.1 else None  # noqa: PLR2004  seldom
    if not isinstance(document, dict | list):
        return None
    for _ in range(random.randint(1, 4)):
        document = changed(document, random)
    entry = data[0] % len(ENTRIES) if random.random() < 0.8 else random.randrange(_DOCUMENTS)  # noqa: PLR2004  mostly
    if entry in _YAML and isinstance(document, dict) and random.random() < 0.7:  # noqa: PLR2004  mostly
        return bytes([entry]) + yaml_text(document).encode(errors="surrogatepass")  # pyright: ignore[reportUnknownArgumentType]
    text = json.dumps(document, ensure_ascii=random.random() < 0.2, indent=random.choice([None, None, 1]))  # noqa: PLR2004  seldom
    return bytes([entry]) + text.encode(errors="surrogatepass")


def changed(document: Any, random: Random) -> Any:
    """Return a document of plain JSON types with one change somewhere; the one given may be used up."""
    path = random.choice(_places(document))
    value = _at(document, path)
    values, names = _parts()
    other = random.choice([random.choice(_JUNK), random.choice(values), _at(document, random.choice(_places(document)))])
    other = json.loads(json.dumps(other))
    match random.randrange(6):
        case 0 if isinstance(value, dict):
            value[random.choice(names)] = other
            return document
        case 1 if isinstance(value, list):
            value.insert(random.randint(0, len(value)), other)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            return document
        case 2 if isinstance(value, str):
            other = _changed_text(value, random)
        case 3:
            other = [value] if random.random() < 0.5 else {random.choice(names): value}  # noqa: PLR2004  either
        case 4 if path:
            around = _at(document, path[:-1])
            if isinstance(around, dict) and random.random() < 0.5:  # noqa: PLR2004  either
                around[random.choice(names)] = around.pop(path[-1])  # pyright: ignore[reportUnknownMemberType]
            else:
                del around[path[-1]]
            return document
        case _:
            pass
    if not path:
        return other
    _at(document, path[:-1])[path[-1]] = other
    return document


def _changed_text(text: str, random: Random) -> str:
    start, end = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    middle: str = random.choice(["", text[start:end] * 2, text[start:end].swapcase(), *'09-/.:~?%+PT#_= \n\x00é\u0301\u0660"\\'])
    return text[:start] + middle + text[random.choice([start, end]) :]


def _places(document: Any) -> list[tuple[Any, ...]]:
    """Return the paths to all values, to a depth at which nothing is special any more."""
    found: list[tuple[Any, ...]] = []
    waiting: list[tuple[tuple[Any, ...], Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        found.append(path)
        if len(path) < 100:  # noqa: PLR2004  deeper than any record
            parts: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType, reportUnknownMemberType]
            waiting.extend([((*path, step), part) for step, part in parts])
    return found


def _at(document: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        document = document[step]
    return document
