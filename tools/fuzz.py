"""Fuzz the readers: ``python tools/fuzz.py CORPUS [options of libFuzzer]``, such as ``-max_total_time=600``.

Needs ``atheris``. CORPUS is a folder; the seeds are put there, and what reaches further is kept there. It ends with a traceback, and leaves the
bytes in a file ``crash-*``, when anything but a ``CoopmodelError`` comes out or a law of ``fuzz_targets`` does not hold.
"""

import importlib
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any


def main() -> None:
    """Write the seeds and fuzz until somebody or an option ends it; outcomes are counted on the way."""
    folder, options = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    atheris: Any = importlib.import_module("atheris")  # no part of any extra: it is built for few systems
    with atheris.instrument_imports(include=["coopmodel", "yaml"]):
        targets: Any = importlib.import_module("fuzz_targets")
    for name, data in targets.seeds():
        (folder / name).write_bytes(data)
    outcomes = Counter[str]()

    def target(data: bytes) -> None:
        outcomes[targets.judge(data)] += 1
        total = outcomes.total()
        if total & (total - 1) == 0 or total % 100_000 == 0:
            print(total, *[f"{code}={count}" for code, count in outcomes.most_common()], file=sys.stderr, flush=True)

    def mutate(data: bytes, size: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311  the fuzzer asks for the same each time
        found = targets.mutated(bytes(data), random) if random.random() < 0.5 else None  # noqa: PLR2004  either
        if found is None or len(found) > size:
            return bytes(atheris.Mutate(data, size))
        return bytes(found)

    atheris.Setup([sys.argv[0], str(folder), *options], target, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
