"""How long a check takes as records grow: ``python benchmarks/check.py`` measures and writes the tables of ``docs/reference/benchmarks.md``."""

import argparse
import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from analyses import ANALYSES, read_whole
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Rule
from page import machine, say, table, written
from records import Case, varied
from shapes import SHAPES

PAGE: Final = Path(__file__).parents[1] / "docs" / "reference" / "benchmarks.md"
SIZES: Final = (100, 1_000, 10_000)
RUNS: Final = 5
SLOW: Final = 1.5
"""A growth beyond this many times that of the record is marked."""

PACKAGES: Final = ("coopmodel", "attrs", "cattrs", "msgspec", "python-dateutil")


def measured(run: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of the seconds of a processor that some runs took, the collector of garbage at rest as in ``timeit``."""
    times: list[float] = []
    for _ in range(runs):
        gc.collect()
        gc.disable()
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
        gc.enable()
    return statistics.median(times)


def peak(run: Callable[[], object]) -> float:
    """Return how many mebibytes more than before were in use at the worst moment of a run."""
    gc.collect()
    tracemalloc.start()
    run()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def judge(case: Case, rules: Iterable[Rule] = DEFAULT) -> object:
    """Check a case by the rules."""
    return check(case.agreement, as_of=case.as_of, texts=case.texts, related=case.related, rules=rules)


def judge_by(rule: Rule, case: Case, runs: int = RUNS) -> float:
    """Return the seconds that one rule takes over a fresh context, without the time to make it and its index."""
    times: list[float] = []
    for _ in range(runs):
        context = Context(case.agreement, case.as_of, case.texts, case.related)
        read_whole(context.index)
        times.append(measured(lambda context=context: [*rule.findings(context)], 1))  # type: ignore[misc]
    return statistics.median(times)


def row(name: str, times: Sequence[float], sizes: Sequence[int], *rest: str) -> list[str]:
    """Return one row: milliseconds by size, and the growth from the last size but one to the last, marked where it is out of proportion."""
    growth = times[-1] / times[-2] / (sizes[-1] / sizes[-2])
    mark = " **slow**" if growth > SLOW and times[-1] > 1e-2 else ""  # noqa: PLR2004  below ten milliseconds it is noise
    return [name, *[f"{seconds * 1000:,.1f}" for seconds in times], f"{growth:.2f}{mark}", *rest]


def whole(cases: Sequence[Case]) -> str:
    """Measure the whole check on records like a real series."""
    rows: list[list[str]] = []
    for size, case in zip(SIZES, cases, strict=True):
        seconds = measured(lambda case=case: judge(case))  # type: ignore[misc]
        memory = peak(lambda case=case: judge(case))  # type: ignore[misc]
        entities = sum(1 for _ in case.agreement.entities())
        each = seconds / size * 1e6
        rows.append([f"{size:,}", f"{entities:,}", f"{seconds * 1000:,.1f}", f"{each:,.0f}", f"{memory:,.1f}"])
        say(f"check, {size} commitments: {seconds * 1000:.1f} ms, {each:.0f} µs each, {memory:.1f} MiB")
    return table(["commitments", "entities with an id", "ms", "µs per commitment", "peak MiB"], rows)


def by_rule(cases: Sequence[Case]) -> str:
    """Measure each rule by itself."""
    rows: list[list[str]] = []
    for rule in DEFAULT:
        if not rule.last:
            rows.append(row(rule.code, [judge_by(rule, case) for case in cases], SIZES))
            say(" ".join(rows[-1]))
    return table(["rule", *[f"{size:,}: ms" for size in SIZES], "growth"], rows)


def by_analysis(cases: Sequence[Case]) -> str:
    """Measure the analyses."""
    rows: list[list[str]] = []
    for name, read in ANALYSES.items():
        rows.append(row(name, [measured(lambda case=case: read(case)) for case in cases], SIZES))  # type: ignore[misc]  # noqa: B023  called at once
        say(" ".join(rows[-1]))
    return table(["analysis", *[f"{size:,}: ms" for size in SIZES], "growth"], rows)


def by_shape() -> str:
    """Measure the whole check on records made to be slow, and name the rule that takes longest."""
    rows: list[list[str]] = []
    for name, make in SHAPES.items():
        cases = [make(size) for size in SIZES[-2:]]
        times = [measured(lambda case=case: judge(case), 3) for case in cases]  # type: ignore[misc]
        slowest = max([(judge_by(rule, cases[0], 1), rule.code) for rule in DEFAULT if not rule.last])
        rows.append(row(name, times, SIZES[-2:], slowest[1]))
        say(" ".join(rows[-1]))
    return table(["shape", *[f"{size:,}: ms" for size in SIZES[-2:]], "growth", "slowest rule"], rows)


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the page unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="print only; leave the page as it is")
    options = parser.parse_args(arguments)
    cases = [varied(size) for size in SIZES]
    parts = {
        "machine": machine(PACKAGES),
        "check": whole(cases),
        "rules": by_rule(cases),
        "analyses": by_analysis(cases),
        "shapes": by_shape(),
    }
    if not options.dry_run:
        page = PAGE.read_text(encoding="utf-8")
        for name, content in parts.items():
            page = written(page, name, content)
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
