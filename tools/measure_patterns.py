"""Measure how long each pattern of the package takes on the text that is worst for it: ``python tools/measure_patterns.py``.

Prints a table in Markdown: patterns in which something repeats without end, each with texts of a million characters and of two million. Takes a
few minutes.
"""

import platform
import re
import time
from datetime import UTC, datetime

from patterns import Attack, Pattern, growth, is_bounded, patterns

MILLION = 10**6


def main() -> None:
    """Measure and print."""
    every = patterns()
    bounded = [pattern for pattern in every if is_bounded(pattern)]
    print(f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}: {len(every)} patterns,", end=" ")
    print(f"{len(bounded)} of them bounded.\n")
    print("| used in | pattern | steps, twice the text | s per million | seconds, twice the text |\n|---|---|---:|---:|---:|")
    for pattern in every:
        found = growth(pattern)
        if pattern not in bounded:
            once, twice = [min(seconds(pattern, found.text, size) for _ in range(3)) for size in (MILLION, 2 * MILLION)]
            print(f"| `{pattern.where}` | {written(pattern)} | {found.ratio:.2f} | {once:.3f} | {twice / once:.2f} |", flush=True)


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
