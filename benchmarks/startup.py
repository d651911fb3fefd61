"""What importing costs over bare Python: ``python benchmarks/startup.py``; prints milliseconds, least and median of 21 runs."""

import statistics
import subprocess
import sys
import time
from typing import Final

RUNS: Final = 21
STATEMENTS: Final = ("pass", "import attrs", "import coopmodel", "import coopmodel.model.agreement", "import coopmodel.wire.documents")


def measured(statement: str) -> list[float]:
    """Return how long a fresh interpreter took for the statement each time, in milliseconds."""
    times: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603  our own
        times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    bare = measured("pass")
    for statement in STATEMENTS:
        times = measured(statement)
        least, median = min(times) - min(bare), statistics.median(times) - statistics.median(bare)
        print(f"{statement:34} {least:6.1f} {median:6.1f}")
