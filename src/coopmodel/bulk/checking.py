"""Every record of a large file judged by itself, by several processes, in memory that does not grow with the file.

Typed objects never travel between processes: pickling a record costs more than reading it. Ranges of bytes travel, and what was found.
"""

import pickle
import stat
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from coopmodel.bulk.ranges import Part, Range, ranges_of
from coopmodel.bulk.workers import workers
from coopmodel.errors import NewerVersion, Problem, shown
from coopmodel.formats.compressed import compression_of
from coopmodel.formats.jsonl import JsonLine, PathLike, iter_jsonl
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import in_turn, judge
from coopmodel.rules.choice import choose
from coopmodel.rules.findings import Finding, Severity
from coopmodel.rules.rule import Rule

RANGE: Final = 2**22
"""How many bytes a process takes at a time: some hundred records, a second of work."""
_AHEAD: Final = 2
"""How many ranges per process are given out before the first of them is asked for."""


class Told(NamedTuple):
    """A finding as plain data.

    Attributes:
        code: The rule's code.
        severity: ``error``, ``warning`` or ``info``.
        pointer: Where, as a JSON Pointer into the record.
        messages: What was found, by language.
    """

    code: str
    severity: Severity
    pointer: str
    messages: Mapping[str, str]


class CheckedLine(NamedTuple):
    """What came of one line.

    Attributes:
        number: Number of the line in the file, from 1; blank lines count, and are not told.
        id: The record's id; ``None`` where the line is no record.
        findings: What was found in the record.
        problems: What keeps the line from being a record.
    """

    number: int
    id: str | None
    findings: tuple[Told, ...]
    problems: tuple[Problem, ...]


class _Checked(NamedTuple):
    """What came of a range: its lines, numbered from 1, and how many ended in it."""

    lines: list[CheckedLine]
    ended: int


_Waiting: TypeAlias = tuple[Range, Future[_Checked]]


def check_lines(
    path: PathLike,
    *,
    jobs: int = 1,
    as_of: date | None = None,
    rules: Sequence[Rule] = DEFAULT,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    strict: bool = False,
    progress: Callable[[int], object] | None = None,
) -> Iterator[CheckedLine]:
    """Yield what ``check`` finds in each record of a file of JSON Lines, line by line and in order.

    Records are judged by themselves: without the texts of their sources, and without each other. Lines are read as by ``iter_jsonl``.

    Args:
        path: The file, not compressed: a range of it can be read without what comes before.
        jobs: How many processes judge at most; 1 judges in this one, and a file of one range is judged here too. With several, a program's
            own module must be importable without running it again, as the documentation of ``multiprocessing`` explains, and so must the
            modules of own rules.
        as_of: The day to judge by, as for ``check``.
        rules: The rules to choose from.
        select: As for ``check``.
        ignore: As for ``check``.
        strict: Whether rules get their strict severity.
        progress: Called with the number of bytes that are done, whenever a range is.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file is compressed, by its name, or no regular one; ``jobs`` is less than 1, or more and a rule cannot be sent to
            another process.
        InvalidValue: ``rule.unknown`` or ``rule.repeated``: as for ``check``.
        concurrent.futures.process.BrokenProcessPool: A process ended in the middle of its work.
    """
    path = Path(path)
    if compression_of(path) is not None:
        raise ValueError(f"{path} is compressed, and no part of it can be read without what comes before: decompress it first")
    if type(jobs) is not int or jobs < 1:
        raise ValueError(f"jobs must be a whole number of at least 1, not {shown(jobs)}")
    choose(rules, select, ignore, strict=strict)  # refuses at once what every process would refuse
    judge = _Judge(path, as_of, tuple(rules), tuple(select), tuple(ignore), strict)
    jobs = min(jobs, max(1, -(-_size(path) // RANGE)))
    if jobs > 1:
        _refuse_unsendable(judge.rules)
    return _numbered(_in_turn(judge, jobs, ranges_of(path, RANGE)), progress)


def _size(path: Path) -> int:
    """Return how many bytes a file has, of which any part can be read by itself."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError(f"{path.name} is no regular file, of which parts can be read by themselves")
    return status.st_size


def _refuse_unsendable(rules: tuple[Rule, ...]) -> None:
    for rule in rules:
        try:
            pickle.dumps(rule)
        except Exception as error:  # each part of a rule may raise what it likes
            message = f"the rule {rule.code} cannot be sent to another process, so only 1 job is possible: {error}"
            raise ValueError(message) from error


class _Judge(NamedTuple):
    """How every range is judged; a plain tuple, so that it can be sent."""

    path: Path
    as_of: date | None
    rules: tuple[Rule, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool

    def judged(self, within: Range) -> _Checked:
        """Judge one range."""
        rules = in_turn(self.rules, self.select, self.ignore, strict=self.strict)
        with self.path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore", NewerVersion)
            part = Part(file, within)
            lines = [self._line(line, rules) for line in iter_jsonl(part)]
            return _Checked(lines, part.lines)

    def _line(self, line: JsonLine, rules: tuple[Rule, ...]) -> CheckedLine:
        if line.record is None:
            return CheckedLine(line.number, None, (), line.problems)
        found = judge(line.record, rules, as_of=self.as_of)
        return CheckedLine(line.number, line.record.id, tuple([_told(finding) for finding in found]), ())


def _told(finding: Finding) -> Told:
    return Told(finding.code, finding.severity, finding.pointer, dict(finding.messages))


def _in_turn(judge: _Judge, jobs: int, ranges: Iterator[Range]) -> Iterator[tuple[Range, _Checked]]:
    """Yield what came of each range, in the order of the file; only so many are under way that memory stays as it is."""
    if jobs == 1:
        for within in ranges:
            yield within, judge.judged(within)
        return
    with workers(jobs) as executor:
        waiting: deque[_Waiting] = deque()
        try:
            for within in ranges:
                waiting.append((within, executor.submit(judge.judged, within)))
                if len(waiting) > _AHEAD * jobs:
                    first, future = waiting.popleft()
                    yield first, future.result()
            while waiting:
                first, future = waiting.popleft()
                yield first, future.result()
        finally:
            for _, future in waiting:
                future.cancel()


def _numbered(checked: Iterator[tuple[Range, _Checked]], progress: Callable[[int], object] | None) -> Iterator[CheckedLine]:
    before = 0
    for within, (lines, ended) in checked:
        for line in lines:
            yield line if before == 0 else _moved(line, before)
        before += ended
        if progress is not None:
            progress(within.end)


def _moved(line: CheckedLine, before: int) -> CheckedLine:
    """Return what came of a line with its number in the file, in its problems too."""
    return line._replace(number=line.number + before, problems=tuple([_there(problem, before) for problem in line.problems]))


def _there(problem: Problem, before: int) -> Problem:
    if problem.line is None:
        return problem
    number = problem.line + before
    message = problem.message.replace(f"at line {problem.line}, column", f"at line {number}, column")
    return Problem(problem.pointer, problem.code, message, problem.value, problem.allowed, number, problem.column)
