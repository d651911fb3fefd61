"""How fast records are read and written: ``python benchmarks/speed.py`` measures and writes the tables of ``docs/reference/speed.md``.

Every candidate takes its turn in each round, so that a slow moment of the machine hits all of them; each text is read once in a round, and no
two are alike. What is told is the median over the rounds, as a multiple of orjson on the same bytes.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import attrs
import msgspec
import orjson

import same_in_msgspec
import same_in_pydantic
from clean import documents as clean_documents
from coopmodel.errors import DecodeError
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.rules.check import check
from coopmodel.wire.codec import Codec
from coopmodel.wire.plain import to_plain
from corpus import documents, with_five_errors
from page import machine, say, table, written

PAGE: Final = Path(__file__).parents[1] / "docs" / "reference" / "speed.md"
PACKAGES: Final = ("coopmodel", "attrs", "cattrs", "msgspec", "orjson", "pydantic", "pystac", "stix2", "followthemoney")
TEXTS: Final = 2_000
ROUNDS: Final = 9
KEPT: Final = 10_000
CHECKED: Final = 400


class Candidate(NamedTuple):
    """One way to read and write.

    Attributes:
        name: What it is called in the tables.
        read: Makes an object of a text.
        write: Makes a text of an object.
    """

    name: str
    read: Callable[[bytes], Any]
    write: Callable[[Any], Any]


STRICT: Final = Codec(unknown="keep")  # which always goes through cattrs
CODEC: Final = Codec()


def plainly(record: Agreement) -> bytes:
    """Write a record without the generated functions."""
    return msgspec.json.encode(to_plain(record))


CANDIDATES: Final = (
    Candidate("orjson, plain dict", orjson.loads, orjson.dumps),
    Candidate("**coopmodel**", partial(CODEC.loads, strict=False), CODEC.dumps),
    Candidate("coopmodel, repeated members refused", CODEC.loads, CODEC.dumps),
    Candidate("coopmodel through plain cattrs", partial(STRICT.loads, strict=False), plainly),
    Candidate("the same model in pydantic", same_in_pydantic.read, same_in_pydantic.write),
    Candidate("the same model in msgspec.Struct", same_in_msgspec.read, same_in_msgspec.write),
)


def timed(run: Callable[[Any], object], things: Sequence[Any]) -> float:
    """Return the seconds that each of the things took on average; what is made is thrown away at once."""
    start = time.perf_counter()
    for thing in things:
        run(thing)
    return (time.perf_counter() - start) / len(things)


def in_turns(runs: dict[str, tuple[Callable[[Any], object], Sequence[Any]]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Return the seconds of each run in each round, every run taking its turn."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(rounds):
        for name, (run, things) in runs.items():
            gc.collect()
            share = things[turn % 4 :: 4]
            times[name].append(timed(run, share))
    return times


def rows(times: dict[str, list[float]], base: str) -> Iterator[list[str]]:
    """Yield a row for each: median, spread, and the median of its ratios to the base of the same round."""
    for name, seconds in times.items():
        median = statistics.median(seconds)
        ratios = [one / other for one, other in zip(seconds, times[base], strict=True)]
        spread = f"{min(seconds) * 1e6:,.0f} to {max(seconds) * 1e6:,.0f}"
        row = [name, f"{median * 1e6:,.0f}", spread, f"{statistics.median(ratios):.2f}"]
        say(" | ".join(row))
        yield row


def compared(texts: Sequence[bytes], *, write: bool) -> str:
    """Measure reading, or writing, of the same records."""
    runs: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {}
    for name, read_one, write_one in CANDIDATES:
        runs[name] = (write_one, [read_one(text) for text in texts]) if write else (read_one, texts)
        if write and name.startswith("coopmodel, repeated"):
            del runs[name]
    return table(["", "µs", "least to most", "times orjson"], rows(in_turns(runs), CANDIDATES[0].name))


def round_trip(texts: Sequence[bytes]) -> str:
    """Measure reading and writing again."""
    runs: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {one.name: (partial(there_and_back, one), texts) for one in CANDIDATES}
    return table(["", "µs", "least to most", "times orjson"], rows(in_turns(runs), CANDIDATES[0].name))


def there_and_back(candidate: Candidate, text: bytes) -> object:
    """Read a text and write it again."""
    return candidate.write(candidate.read(text))


def refused(texts: Sequence[bytes]) -> str:
    """Measure a text with five errors, until they are told."""
    broken = [with_five_errors(text) for text in texts[:400]]
    if any(told(text) != len(("date", "word", "unknown", "missing", "null")) for text in broken):
        raise AssertionError("not all five are told")
    runs: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        "orjson, plain dict": (orjson.loads, broken),
        "**coopmodel**, all five": (told, broken),
        "the same model in pydantic, all five": (told_by_pydantic, broken),
    }
    return table(["", "µs", "least to most", "times orjson"], rows(in_turns(runs), "orjson, plain dict"))


def told(text: bytes) -> int:
    """Return how many problems are told of a text, in words."""
    try:
        CODEC.loads(text)
    except DecodeError as error:
        return len([str(problem) for problem in error.problems])
    return 0


def told_by_pydantic(text: bytes) -> str:
    """Return what pydantic says of a text."""
    try:
        same_in_pydantic.read(text)
    except ValueError as error:
        return str(error)
    return ""


def judged(texts: Sequence[bytes]) -> str:
    """Measure the check with the whole catalogue, by itself and with reading: of records in which nothing is found, and of the others."""
    clean, flawed = [*clean_documents(CHECKED)], texts[:CHECKED]
    found = [check(CODEC.loads(text)) for text in clean]
    if any(found):
        raise AssertionError("a clean record is not clean")
    return table(
        ["", "µs", "least to most", "times orjson"], [*judged_of(clean, "nothing found"), *judged_of(flawed, "some twenty findings")]
    )


def judged_of(texts: Sequence[bytes], what: str) -> Iterator[list[str]]:
    """Yield the rows of a kind of records, each against orjson on the same bytes."""
    runs: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        f"{what}: orjson, plain dict": (orjson.loads, texts),
        f"{what}: check": (check, [CODEC.loads(text) for text in texts]),
        f"{what}: read and check": (lambda text: check(CODEC.loads(text, strict=False)), texts),
    }
    yield from rows(in_turns(runs), next(iter(runs)))


def made(texts: Sequence[bytes]) -> str:
    """Measure objects that are made in Python, and changed copies."""
    commitment = CODEC.loads(texts[0]).commitments[0]
    same: Any = same_in_pydantic.read(texts[0])
    struct = same_in_msgspec.read(texts[0])
    members: dict[str, Any] = {
        "id": "joint-patrols",
        "statement": {"en": "To patrol together"},
        "strength": "agreed",
        "areas": ("security",),
    }
    Model, Struct = same_in_pydantic.model(Commitment), same_in_msgspec.struct(Commitment)  # noqa: N806  classes
    model, plain = same.commitments[0], struct.commitments[0]
    numbers = range(4 * 2_000)
    runs: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        "make a commitment: **coopmodel**": (lambda _: Commitment(**members), numbers),
        "pydantic": (lambda _: Model(**members), numbers),
        "msgspec.Struct, which does not check here": (lambda _: Struct(**members), numbers),
        "change one member: **coopmodel**, `attrs.evolve`": (lambda _: attrs.evolve(commitment, strength="binding"), numbers),
        "pydantic, `model_copy`, which does not check": (lambda _: model.model_copy(update={"strength": "binding"}), numbers),
        "msgspec.Struct, `replace`, which does not check": (lambda _: msgspec.structs.replace(plain, strength="binding"), numbers),
    }
    times = in_turns(runs)
    found = [[name, f"{statistics.median(seconds) * 1e6:,.2f}"] for name, seconds in times.items()]
    for row in found:
        say(" | ".join(row))
    return table(["", "µs"], found)


def kept() -> str:
    """Measure 10,000 records that are read and kept, each way in a process of its own."""
    names = [CANDIDATES[place].name for place in (0, 1, 4, 5)]
    found: list[list[str]] = []
    for name in names:
        told = subprocess.run([sys.executable, __file__, "--keep", name], check=True, capture_output=True, text=True).stdout.split()  # noqa: S603  this very file
        found.append([name, f"{float(told[0]):.2f}", f"{float(told[1]) / 1024:.1f}"])
        say(" | ".join(found[-1]))
    return table(["10,000 records", "s", "KiB each"], found)


def keep(name: str) -> None:
    """Read 10,000 records and keep them; print the seconds, and the bytes that each takes."""
    read = next(candidate.read for candidate in CANDIDATES if candidate.name == name)
    texts = [*documents(KEPT)]
    read(texts[0])
    gc.collect()
    before = resident()
    start = time.perf_counter()
    records = [read(text) for text in texts]
    print(time.perf_counter() - start, (resident() - before) / len(records))


def resident() -> int:
    """Return how many bytes of memory this process has."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def elsewhere() -> str:
    """Measure objects of other fields' libraries, each against orjson on its own bytes."""
    from natives import NATIVES  # noqa: PLC0415  they take seconds to import

    found: list[list[str]] = []
    for name, make, read, write in NATIVES:
        texts = [*make(200)]
        things, plain = [read(text) for text in texts], [orjson.loads(text) for text in texts]
        times = in_turns({"a": (orjson.loads, texts), "b": (read, texts), "c": (orjson.dumps, plain), "d": (write, things)}, 5)
        a, b, c, d = (statistics.median(seconds) for seconds in times.values())
        size = statistics.mean(map(len, texts)) / 1000
        found.append([name, f"{size:.1f}", f"{b * 1e6:,.0f}", f"{b / a:.1f}", f"{d * 1e6:,.0f}", f"{d / c:.1f}"])
        say(" | ".join(found[-1]))
    return table(["", "KB", "read, µs", "times orjson", "write, µs", "times orjson"], found)


STARTS: Final = {
    "import coopmodel": "import coopmodel",
    "the first record read, import included": "import coopmodel; coopmodel.loads(text)",
    "import pydantic, and the same model read": "import same_in_pydantic; same_in_pydantic.read(text)",
}


def over(spent: float, bare: float) -> float:
    """Return how much longer something took; what is too short to be told from nothing took no time."""
    return max(0.0, spent - bare)


def started(texts: Sequence[bytes]) -> str:
    """Measure what a fresh interpreter takes over one that does nothing."""
    times: dict[str, list[float]] = {name: [] for name in ("", *STARTS)}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed library is compiled once, not at each start
    with tempfile.TemporaryDirectory() as compiled:
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for turn in range(16):
            for name, spent in times.items():
                program = f"text = {texts[0]!r}; {STARTS.get(name, '')}"
                start = time.perf_counter()
                subprocess.run([sys.executable, "-c", program], check=True, env=environment)  # noqa: S603  our own
                if turn:  # the first one compiles
                    spent.append((time.perf_counter() - start) * 1000)
    bare = times.pop("")
    found = [
        [name, f"{over(min(spent), min(bare)):.0f}", f"{over(statistics.median(spent), statistics.median(bare)):.0f}"]
        for name, spent in times.items()
    ]
    for row in found:
        say(" | ".join(row))
    return table(["over bare Python", "ms, least", "median"], found)


def cell(shown: str, name: str, column: int) -> float:
    """Return a figure of a table that was just measured."""
    row = next(line for line in shown.splitlines() if line.startswith(f"| {name} |"))
    return float(row.strip("| ").split(" | ")[column].replace(",", ""))


def aims(parts: dict[str, str]) -> str:
    """Return what was aimed at, and what came of it in this run."""
    ours, dicts, rival = CANDIDATES[1].name, CANDIDATES[0].name, "the same model in pydantic"
    read, write, kept_, starts = parts["read"], parts["write"], parts["kept"], parts["started"]
    most = {
        "read: times orjson": (3, cell(read, ours, 3)),
        "write: times orjson": (2.8, cell(write, ours, 3)),
        "read and check a clean record: times orjson's reading": (5, cell(parts["check"], "nothing found: read and check", 3)),
        "five errors told, µs": (1_000, cell(parts["refused"], f"{ours}, all five", 1)),
        "kept: KB a record": (60, cell(kept_, ours, 2) * 1.024),
        "kept: part of the dict's memory": (0.8, cell(kept_, ours, 2) / cell(kept_, dicts, 2)),
        "import, ms": (15, cell(starts, "import coopmodel", 2)),
        "first record read, ms": (120, cell(starts, "the first record read, import included", 2)),
    }
    least = {
        "read: times faster than pydantic": (1.4, cell(read, rival, 1) / cell(read, ours, 1)),
        "write: times faster than pydantic": (2, cell(write, rival, 1) / cell(write, ours, 1)),
        "kept: times faster than pydantic": (2, cell(kept_, rival, 1) / cell(kept_, ours, 1)),
    }
    found = [
        [name, f"{words} {aim:,}", f"{figure:,.2f}", "yes" if (figure <= aim if words == "at most" else figure >= aim) else "**no**"]
        for words, aims_ in (("at most", most), ("at least", least))
        for name, (aim, figure) in aims_.items()
    ]
    return table(["", "aim", "reached", ""], found)


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the page unless told otherwise."""
    parser = argparse.ArgumentParser(description="How fast records are read and written.")
    parser.add_argument("--dry-run", action="store_true", help="print only; leave the page as it is")
    parser.add_argument("--only", metavar="TABLE", help="one table only")
    parser.add_argument("--keep", metavar="CANDIDATE", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.keep:
        return keep(options.keep)
    texts = [*documents(TEXTS)]
    say(f"{TEXTS} texts of {statistics.mean(map(len, texts)):,.0f} bytes on average")
    tables: dict[str, Callable[[], str]] = {
        "machine": lambda: machine(PACKAGES),
        "read": lambda: compared(texts, write=False),
        "write": lambda: compared(texts, write=True),
        "round-trip": lambda: round_trip(texts),
        "refused": lambda: refused(texts),
        "check": lambda: judged(texts),
        "made": lambda: made(texts),
        "kept": kept,
        "started": lambda: started(texts),
        "elsewhere": elsewhere,
    }
    parts = {name: make() for name, make in tables.items() if options.only in {None, name}}
    if options.only is None:
        parts["aims"] = aims(parts)
        say(parts["aims"])
    if not options.dry_run:
        page = PAGE.read_text(encoding="utf-8")
        for name, content in parts.items():
            page = written(page, name, content)
        PAGE.write_text(page, encoding="utf-8")
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
