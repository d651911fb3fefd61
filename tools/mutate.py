"""Mutation testing by module: ``python tools/mutate.py coopmodel.rules.dates coopmodel.analysis.index``.

Functions are mutated by mutmut; tables, constants, members of classes and decorated functions by ``mutants.py``. What lives is printed, but for
the mutants of ``equivalent_mutants.toml``, with which no test could tell the module from itself. ``docs/reference/mutation.md`` tells more.
"""

import argparse
import ast
import os
import resource
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Final, NamedTuple

from mutants import Mutant, examples_in, mutants_of

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "mutation"
EQUIVALENT: Final = Path(__file__).parent / "equivalent_mutants.toml"
PAGE: Final = ROOT / "docs" / "reference" / "mutation.md"
TESTS: Final = ("tests/unit/rules", "tests/unit/analysis", "tests/examples")
LEFT_OUT: Final = ("tests/unit/rules/test_rules_linear.py",)
"""Counts what every rule does: slow, and what it alone would kill is slow and right."""

LONGEST: Final = 60
"""Seconds of a processor's time after which a mutant counts as one that never ends; others' work on the machine is not counted."""


LIVING: Final = frozenset({"survived", "no tests", "not checked", "suspicious", "skipped", "segfault"})
"""What mutmut calls mutants that no test noticed, or about which nothing is known."""


class Living(NamedTuple):
    """A mutant that no test noticed.

    Attributes:
        name: What it is called: mutmut's name, or file and line.
        before: The code.
        after: What stood there instead.
    """

    name: str
    before: str
    after: str


class Result(NamedTuple):
    """What became of the mutants of a module.

    Attributes:
        module: Its name.
        made: How many there were, of functions and of the rest.
        living: Those that no test noticed.
    """

    module: str
    made: int
    living: tuple[Living, ...]


def equivalent() -> dict[tuple[str, str, str], str]:
    """Return the reason why no test can kill a mutant, by module, code before and code after."""
    rows = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get("mutant", [])
    return {(row["module"], _flat(row["before"]), _flat(row["after"])): row["why"] for row in rows}


def _flat(code: str) -> str:
    return " ".join(code.split())


def copied() -> None:
    """Copy the files of the project to where mutmut may write, only those that changed, so that it knows what it did already."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607  git is found by its name
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    changed = False
    for name in listed:
        source, target = ROOT / name, WORK / name
        if source.is_file() and (not target.exists() or source.read_bytes() != target.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
            changed = True
    for target in [*WORK.glob("src/**/*.py"), *WORK.glob("tests/**/*.py")]:
        if str(target.relative_to(WORK)) not in listed:
            target.unlink()
    if changed:
        (WORK / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)  # which tests come through a function may be another thing by now


def mutmut(*arguments: str) -> str:
    """Run mutmut in the copy, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=WORK, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  our own
    if done.returncode:
        raise SystemExit(f"mutmut failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def of_functions(modules: Sequence[str], jobs: int, *, again: bool = False) -> dict[str, Result]:
    """Return what mutmut finds, by module; again only for what lived the last time."""
    copied()
    names = [name for module in modules for name, status in _statuses(module) if status in LIVING] if again else []
    if names or not again:
        mutmut("run", "--max-children", str(jobs), *(names or [f"{module}.*" for module in modules]))
    found: dict[str, Result] = {}
    for module in modules:
        own = _statuses(module)
        living = tuple([_shown(name) for name, status in own if status in LIVING])
        found[module] = Result(module, len(own), living)
    return found


def _statuses(module: str) -> list[tuple[str, str]]:
    """Return the mutants of a module's functions and what became of each.

    Functions that make examples are left out: they run at import, when no mutant is active, and are tests themselves.
    """
    lines = [line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines() if ": " in line]
    own = [(name, status) for name, _, status in lines if name.startswith((f"{module}.x_", f"{module}.xǁ"))]
    left_out = examples_in(_path(module).read_text(encoding="utf-8"))
    return [(name, status) for name, status in own if name.removeprefix(f"{module}.x_").rpartition("__mutmut_")[0] not in left_out]


def _path(module: str) -> Path:
    return ROOT / "src" / Path(*module.split(".")).with_suffix(".py")


def _shown(name: str) -> Living:
    lines = mutmut("show", name).splitlines()
    before = [line[1:] for line in lines if line.startswith("-") and not line.startswith("---")]
    after = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]
    return Living(name, _flat("\n".join(before)), _flat("\n".join(after)))


def of_tables(module: str, jobs: int) -> Result:
    """Return what the tests make of the mutants of everything else in a module."""
    path = _path(module)
    mutants = [*mutants_of(path.read_text(encoding="utf-8"))]
    tests = tests_of(module)
    killed = run_all([lambda mutant=mutant: judged(module, path, mutant, tests) for mutant in mutants], jobs)  # type: ignore[misc]
    living = [mutant for mutant, is_killed in zip(mutants, killed, strict=True) if not is_killed]
    return Result(module, len(mutants), tuple([Living(f"{path.relative_to(ROOT)}:{one.line}", one.before, one.after) for one in living]))


def sound(module: str) -> None:
    """Stop unless the tests pass with a module as it is: with tests that fail, everything would count as killed."""
    path, tests = _path(module), tests_of(module)
    same = Mutant(0, "", "", ast.unparse(ast.parse(path.read_text(encoding="utf-8"))))
    if run_all([lambda: judged(module, path, same, tests)], 1) != [False]:
        raise SystemExit("the tests fail, or never end, without any mutant")


def tests_of(module: str) -> tuple[list[str], list[str]]:
    """Return the tests to run first, those that are named like the module or name it, and the others, those of its layer first."""
    paths = [path for folder in TESTS for path in sorted((ROOT / folder).glob("test_*.py"))]
    names = [str(path.relative_to(ROOT)) for path in paths if str(path.relative_to(ROOT)) not in LEFT_OUT]
    words = (module.rpartition(".")[2], "edges", *(("catalogue",) if ".rules." in module else ()))
    near = [name for name in names if any(word in name for word in words) or module in (ROOT / name).read_text(encoding="utf-8")]
    layer = f"tests/unit/{module.split('.')[1]}/"
    return near, sorted([name for name in names if name not in near], key=lambda name: not name.startswith(layer))


def judged(module: str, path: Path, mutant: Mutant, tests: Sequence[Sequence[str]]) -> int:
    """Run the tests with the mutant in the place of its module, and return the exit status; nothing is undone, so it needs its own process."""
    code: CodeType = compile(mutant.source, path, "exec")

    class Loader(SourceFileLoader):
        def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  there is one module
            return code

    class Finder:
        @staticmethod
        def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
            return spec_from_file_location(name, path, loader=Loader(name, str(path))) if name == module else None

    sys.meta_path.insert(0, Finder)  # pyright: ignore[reportArgumentType]
    import pytest  # noqa: PLC0415  the parent has loaded it

    for some in tests:
        status = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:warnings", *some]))
        if status:
            return status
    return 0


def run_all(works: Sequence[Callable[[], int]], jobs: int) -> list[bool]:
    """Run each work in a child of its own, some at a time; tell of each whether it failed or never ended."""
    running: dict[int, int] = {}
    killed = [False] * len(works)
    waiting = list(enumerate(works))[::-1]
    while waiting or running:
        while waiting and len(running) < jobs:
            number, work = waiting.pop()
            running[_child(work)] = number
        process, status = os.wait()
        killed[running.pop(process)] = status != 0
    return killed


def _child(work: Callable[[], int]) -> int:
    process = os.fork()
    if process == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        status = 3
        try:
            status = work()
        finally:
            os._exit(status)
    return process


def prepared(modules: Iterable[str]) -> None:
    """Load what every child needs and no mutant changes, also the layers below those that are mutated; work in the root."""
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]
    for name in ("pytest", "click", "rich.console", "difflib", "hypothesis.strategies", "coopmodel.wire.documents"):
        import_module(name)
    import coopmodel  # noqa: PLC0415  after the path is set

    for module in modules:
        if module in sys.modules:
            raise SystemExit(f"{module} is loaded already: only rules and analyses are mutated")
    if Path(coopmodel.__file__).parents[2] != ROOT:
        raise SystemExit(f"another copy of coopmodel is in the way: {coopmodel.__file__}")


def rows_of(results: Iterable[Result], known: dict[tuple[str, str, str], str]) -> Iterator[tuple[str, int, int, int, list[Living]]]:
    """Yield module, mutants made, killed, equivalent, and those left."""
    for result in results:
        left = [one for one in result.living if (result.module, one.before, one.after) not in known]
        yield result.module, result.made, result.made - len(result.living), len(result.living) - len(left), left


def stale(result: Result, listed: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what is listed as equivalent for a module and yet is no mutant that lives: killed by now, or of code that has changed."""
    living = {(one.before, one.after) for one in result.living}
    yield from [(before, after) for module, before, after in listed if module == result.module and (before, after) not in living]


def main(arguments: Sequence[str]) -> int:
    """Mutate the modules, print what lives, and return 1 where something does that is not listed, or something is listed that does not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", metavar="MODULE")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", choices=("functions", "tables"), help="one of the two kinds of mutants")
    parser.add_argument("--again", action="store_true", help="of functions only the mutants that lived the last time")
    parser.add_argument("--page", action="store_true", help=f"write the figures of these modules into {PAGE.relative_to(ROOT)}")
    options = parser.parse_args(arguments)
    prepared(options.modules)
    functions = of_functions(options.modules, options.jobs, again=options.again) if options.only != "tables" else {}
    if options.only != "functions":
        sound(options.modules[0])
    count: Counter[str] = Counter()
    for module in options.modules:
        parts = [functions[module]] if module in functions else []
        parts += [of_tables(module, options.jobs)] if options.only != "functions" else []
        result = Result(module, sum(part.made for part in parts), tuple([one for part in parts for one in part.living]))
        listed = equivalent()
        if options.only is None:
            for before, after in stale(result, listed):
                print(f"{module}: listed as equivalent, and no such mutant lives\n    - {before}\n    + {after}", flush=True)
                count["stale"] += 1
        for name, made, killed, same, left in rows_of([result], listed):
            print(f"{name}: {made} mutants, {killed} killed, {same} equivalent, {len(left)} left", flush=True)
            for one in left:
                print(f"  {one.name}\n    - {one.before}\n    + {one.after}", flush=True)
            count["left"] += len(left)
            if options.page:
                write_row(name, made, killed, same, len(left))
    return 1 if count["left"] or count["stale"] else 0


def write_row(module: str, *figures: int) -> None:
    """Put the figures of a module into the table of the page, in the order of names."""
    head, begin, rest = PAGE.read_text(encoding="utf-8").partition("<!-- figures: begin -->\n")
    table, end, tail = rest.partition("<!-- figures: end -->")
    rows = {line.split("|")[1].strip(): line for line in table.splitlines() if line.startswith("| `")}
    rows[f"`{module}`"] = f"| `{module}` | {' | '.join(map(str, figures))} |"
    lines = [
        "| module | mutants | killed | equivalent | left |",
        "| --- | ---: | ---: | ---: | ---: |",
        *[rows[name] for name in sorted(rows)],
    ]
    PAGE.write_text(f"{head}{begin}\n" + "\n".join(lines) + f"\n\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
