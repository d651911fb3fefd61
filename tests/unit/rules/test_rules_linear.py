"""Every rule is linear: what Python does for it doubles when the record doubles. Counted in lines run, never in seconds."""

import gc
import sys
from collections.abc import Callable, Iterable
from functools import partial
from types import FrameType
from typing import Any, Final

import attrs
import pytest

from analyses import ANALYSES, read_whole
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Rule
from records import Case, varied
from shapes import SHAPES

SLACK: Final = 1.2
"""How far beyond the double the work may go: a size that is rounded, a dictionary that grows."""

FIXED: Final = 100
"""Lines that a rule may run whatever the size."""


@pytest.fixture(autouse=True)
def _no_likely_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the search for a likely id: it is made a limited number of times among a limited number of ids, but not in small records."""

    def nothing(_name: str, _known: Iterable[str]) -> None:
        return None

    monkeypatch.setattr("coopmodel.rules.references.nearest", nothing)


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of Python ran during the work, each turn of a loop counted."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    gc.disable()  # others may have Python run whenever it collects
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
        gc.enable()
    return count


def lines_of(rule: Rule, case: Case) -> int:
    context = Context(case.agreement, case.as_of, case.texts, case.related)
    read_whole(context.index)
    return lines_run(lambda: [*rule.findings(context)])


def lines_reading(read: Callable[[Case], object], case: Case) -> int:
    return lines_run(lambda: read(case))


def test_a_scan_inside_a_loop_would_be_noticed() -> None:
    """The count itself tells a loop from a loop within a loop."""

    def scanned(size: int) -> int:
        return lines_run(lambda: [[number for number in range(size) if number == other] for other in range(size)])

    def walked(size: int) -> int:
        return lines_run(lambda: [number for number in range(size) if number])

    assert 1.9 < walked(120) / walked(60) < 2.1
    assert 3.5 < scanned(120) / scanned(60)


SIZES: Final = {"like a real series": 200}
"""Chance makes parts of a real record larger than others: it takes more of them to tell that from a loop within a loop."""

JUDGING: Final = [CATALOGUE["REF001"], CATALOGUE["SUP001"]]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_record_is_so_made_that_a_rule_takes_more_than_its_share(shape: str) -> None:
    """A record twice as large asks at most twice the work of each rule, of each analysis, and of judging what was found."""
    size = SIZES.get(shape, 40)
    small, large = SHAPES[shape](size), SHAPES[shape](2 * size)
    works: dict[str, Callable[[Case], int]] = {rule.code: partial(lines_of, rule) for rule in DEFAULT}
    works |= {name: partial(lines_reading, read) for name, read in ANALYSES.items()}
    works["judging"] = lambda case: lines_run(lambda: check(case.agreement, texts=case.texts, related=case.related, rules=JUDGING))
    check(large.agreement, as_of=large.as_of, texts=large.texts, related=large.related)  # what is made once, and kept, is made here
    for name, work in works.items():
        assert work(large) <= 2 * SLACK * work(small) + FIXED, name


def test_the_same_number_and_seed_make_the_same_record() -> None:
    """Figures of two days can be compared, since they are of one record; another seed makes another."""
    assert varied(40) == varied(40)
    assert varied(40) != varied(40, seed=1)


def test_a_generated_record_has_something_in_every_member() -> None:
    """What a rule may read is there to be read, so that no rule looks fast for want of work."""
    case = varied(200)
    empty = [field.name for field in attrs.fields(Agreement) if not getattr(case.agreement, field.name)]

    assert [] == empty
    assert {kind.__name__ for kind in map(type, case.agreement.entities())} >= {"Commitment", "Indicator", "Milestone", "Report", "Source"}
    assert set(case.texts) == {source.id for source in case.agreement.sources}
