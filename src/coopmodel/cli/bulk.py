"""``coopmodel check --jobs``: large files of JSON Lines, one line for each finding."""

import os
import signal
import stat
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from coopmodel.bulk.checking import CheckedLine, check_lines
from coopmodel.cli.findings import SEVERITY_NAMES, bulk_summary_lines
from coopmodel.cli.lines import Line, echo
from coopmodel.formats.characters import clean
from coopmodel.formats.checked import in_language
from coopmodel.formats.names import form_of


def check_in_bulk(paths: Iterable[Path], jobs: int, language: str, *, strict: bool, **choice: Any) -> int:  # noqa: ANN401  what check_lines takes
    """Print what is found in each record, then a summary; return the exit status.

    Raises:
        click.UsageError: A file is no file of JSON Lines, is compressed, or cannot be read; or a process died.
    """
    counts: Counter[str] = Counter()
    for path in dict.fromkeys(paths):
        name = clean(str(path))
        if form_of(path) != "jsonl":
            raise click.UsageError(f"{name}: --jobs judges files of JSON Lines (.jsonl)")
        try:
            with _broken_pipes_raise():
                echo(_told(name, language, counts, _with_progress(path, jobs, strict=strict, **choice)))
        except BrokenPipeError:
            raise
        except OSError as error:
            raise click.UsageError(f"{name}: {error.strerror}") from None
        except ValueError as error:
            raise click.UsageError(clean(str(error))) from None
        except BrokenProcessPool:
            raise click.UsageError(f"{name}: a process that judged was killed, or ended by a rule; memory may have run out") from None
    echo(bulk_summary_lines(counts, language))
    if counts["unreadable"]:
        return 2
    return int(counts["error"] > 0 or (strict and counts["warning"] > 0))


@contextmanager
def _broken_pipes_raise() -> Generator[None]:
    """Let only a reader who has seen enough end the program in silence, and not the pipe to a process that died: that is to be told."""
    ending = signal.SIGPIPE if hasattr(signal, "SIGPIPE") and signal.getsignal(signal.SIGPIPE) == signal.SIG_DFL else None
    if ending is None:
        yield
        return
    signal.signal(ending, signal.SIG_IGN)
    try:
        yield
    except BrokenPipeError:
        signal.signal(ending, signal.SIG_DFL)
        signal.raise_signal(ending)
        raise
    finally:
        signal.signal(ending, signal.SIG_DFL)


def _with_progress(path: Path, jobs: int, **choice: Any) -> Iterator[CheckedLine]:  # noqa: ANN401  what check_lines takes
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal or _goes_to_a_program()) as progress:
        task = progress.add_task("", total=path.stat().st_size)
        yield from check_lines(path, jobs=jobs, progress=lambda done: progress.update(task, completed=done), **choice)


def _goes_to_a_program() -> bool:
    """Tell whether another program reads what is printed: a pager wants the terminal for itself, and ``head`` gives no time to clear it."""
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (AttributeError, OSError):  # closed, or nothing that the system knows
        return False


def _told(name: str, language: str, counts: Counter[str], found: Iterable[CheckedLine]) -> Iterator[Line]:
    """Yield the lines to print as they are found, and count them."""
    for checked in found:
        counts.update(_counted(checked))
        yield from _lines(f"{name}:{checked.number}", checked, language)


def _counted(checked: CheckedLine) -> Iterator[str]:
    yield "records"
    if checked.problems:
        yield "unreadable"
    yield from [finding.severity for finding in checked.findings]


def _lines(name: str, checked: CheckedLine, language: str) -> Iterator[Line]:
    for problem in checked.problems:
        yield Line(0, ((f"{name} ", "dim"), (f"{SEVERITY_NAMES[language]['error']} ", "error"), (str(problem), "")))
    for finding in checked.findings:
        severity = SEVERITY_NAMES[language][finding.severity]
        message = in_language(finding.messages, language)
        yield Line(0, ((f"{name} ", "dim"), (f"{severity} {finding.code} ", finding.severity), (f"{finding.pointer}: {message}", "")))
