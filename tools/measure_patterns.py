"""Measure how long each pattern of the package takes on the text that is worst for it: ``python tools/measure_patterns.py``.

Prints a table in Markdown of the places in which something repeats without end, each with the slowest of its patterns on texts of a million
characters and of two million. Takes a minute or two.
"""

import platform
import re
import time
from datetime import UTC, datetime
from itertools import groupby

from patterns import Attack, Pattern, growth, is_bounded, patterns

MILLION = 10**6


def main() -> None:
    """Measure and print."""
    every = patterns()
    unbounded = [pattern for pattern in every if not is_bounded(pattern)]
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, CPython {platform.python_version()}: {len(every)} patterns, {len(unbounded)} that repeat without end.\n"
    )
    print("| used in | patterns | the slowest | steps | seconds for a million | seconds |\n|---|---:|---|---:|---:|---:|")
    for where, several in groupby(unbounded, lambda pattern: pattern.where):
        measured = [_measured(pattern) for pattern in several]
        once, twice, steps, slowest = max(measured)
        print(f"| `{where}` | {len(measured)} | {written(slowest)} | ×{steps:.2f} | {once:.3f} | ×{twice / once:.2f} |", flush=True)  # noqa: RUF001  times


def _measured(pattern: Pattern) -> tuple[float, float, float, Pattern]:
    """Return the seconds for a million characters and for two, and how the steps grow."""
    found = growth(pattern)
    once, twice = [min(seconds(pattern, found.text, size) for _ in range(3)) for size in (MILLION, 2 * MILLION)]
    return once, twice, found.ratio, pattern


def seconds(pattern: Pattern, attack: Attack, length: int) -> float:
    """Return the processor time that Python takes for the text with so many characters."""
    compiled = re.compile(pattern.regex, pattern.flags)
    text = attack.repeated(length)
    subject = text.encode("latin-1", "replace") if isinstance(pattern.regex, bytes) else text
    begin = time.process_time()
    if pattern.mode == "search":
        for _ in compiled.finditer(subject):  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportUnknownVariableType]
            pass
    else:
        getattr(compiled, pattern.mode)(subject)
    return time.process_time() - begin


def written(pattern: Pattern) -> str:
    """Return the pattern as code that may stand in a table, cut where it is long."""
    text = pattern.regex.decode("latin-1") if isinstance(pattern.regex, bytes) else pattern.regex
    text = text.encode("unicode_escape").decode().replace("\\\\", "\\").replace("|", "\\|")
    return f"`` {text if len(text) <= 50 else text[:49] + '…'} ``"  # noqa: PLR2004  the width of a column


if __name__ == "__main__":
    main()
