"""Every record of a large file judged by itself."""

import datetime
import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final

import attrs
import pytest

from coopmodel.bulk import checking
from coopmodel.bulk.checking import CheckedLine, check_lines
from coopmodel.bulk.ranges import Range, ranges_of
from coopmodel.bulk.workers import workers
from coopmodel.errors import InvalidValue
from coopmodel.formats.jsonl import to_line, write_jsonl
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule
from coopmodel.wire.codec import Codec

AS_OF: Final = datetime.date(2026, 11, 24)


def record(number: int) -> Agreement:
    """Return a record in which something is found."""
    promise = Commitment(id="c", statement={"en": "S"}, lead=["nobody"], due="2020" if number % 2 else None)
    return Agreement(id=f"a-{number}", revision=1, title={"en": "A"}, commitments=[promise])


RECORDS: Final = [record(number) for number in range(12)]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of several ranges."""
    monkeypatch.setattr(checking, "RANGE", 300)
    path = tmp_path / "corpus.jsonl"
    write_jsonl(RECORDS, path)
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_record_is_judged_as_by_check(corpus: Path, jobs: int) -> None:
    """In this process or in others: codes, severities, places and words, in the order of the file."""
    checked = [*check_lines(corpus, jobs=jobs, as_of=AS_OF)]

    assert [*range(1, 13)] == [line.number for line in checked]
    assert [one.id for one in RECORDS] == [line.id for line in checked]
    for line, one in zip(checked, RECORDS, strict=True):
        expected = [(found.code, found.severity, found.pointer, found.messages) for found in check(one, as_of=AS_OF)]
        assert expected == [(told.code, told.severity, told.pointer, told.messages) for told in line.findings]
        assert () == line.problems
        assert expected


def test_the_choice_of_rules_is_that_of_check(corpus: Path) -> None:
    """Selected, ignored, promoted; without a day, what needs one is left out."""
    found = {told.code for line in check_lines(corpus, select=["REF", "COV001"], ignore=["COV"]) for told in line.findings}
    severities = [
        {told.severity for line in check_lines(corpus, select=["EVD001"], strict=strict) for told in line.findings}
        for strict in (False, True)
    ]

    assert {"REF001"} == found
    assert [{"info"}, {"warning"}] == severities
    assert "STS005" not in {told.code for line in check_lines(corpus) for told in line.findings}
    assert "STS005" in {told.code for line in check_lines(corpus, as_of=AS_OF) for told in line.findings}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_line_is_told_with_its_number_in_the_file(corpus: Path, jobs: int) -> None:
    """Also in its words; blank lines count, and the rest goes on."""
    lines = [to_line(one) for one in RECORDS]
    lines[8:8] = [b"\n", b'{"coopmodel":"1.0" "id"}\n', b'{"coopmodel":"1.0","id":"A","revision":1,"title":{"en":"A"}}\n']
    corpus.write_bytes(b"".join(lines))

    bad = {line.number: line for line in check_lines(corpus, jobs=jobs) if line.problems}

    assert [10, 11] == [*bad]
    assert [(10, "json.syntax"), (None, "identifier.form")] == [
        (problem.line, problem.code) for line in bad.values() for problem in line.problems
    ]
    assert "at line 10, column" in str(bad[10].problems[0])
    assert (None, ()) == (bad[10].id, bad[10].findings)


def test_a_bad_line_of_the_first_range_keeps_its_number(corpus: Path) -> None:
    """Nothing stands before it."""
    corpus.write_bytes(b"\n{\n")

    (line,) = check_lines(corpus)

    assert (2, 2) == (line.number, line.problems[0].line)


def test_progress_is_told_in_bytes(corpus: Path) -> None:
    """Each range as it is done, the last one at the end of the file."""
    done: list[int] = []

    assert 12 == len([*check_lines(corpus, jobs=2, progress=done.append)])
    assert sorted(done) == done
    assert len(done) > 2
    assert corpus.stat().st_size == done[-1]


def test_no_more_than_a_few_ranges_are_under_way(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads slowly is not overrun: memory does not grow with the file."""
    cut: list[int] = []

    def counted(path: Path, size: int) -> Iterator[Range]:
        for within in ranges_of(path, size):
            cut.append(within.end)
            yield within

    monkeypatch.setattr(checking, "ranges_of", counted)
    monkeypatch.setattr(checking, "RANGE", 1)
    lines = check_lines(corpus, jobs=2)
    next(lines)

    assert 5 == len(cut)
    lines.close()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def test_a_newer_minor_version_is_no_warning_here(corpus: Path) -> None:
    """It would be told once for each process; the record is judged."""
    text = json.loads(Codec().dumps(RECORDS[0])) | {"coopmodel": "1.7"}
    corpus.write_text(json.dumps(text), encoding="utf-8")

    assert ["a-0"] == [line.id for line in check_lines(corpus)]


def _find(context: Context) -> Iterator[Found]:
    yield Found("", {"id": str(context.agreement.id)})


OWN: Final = attrs.evolve(DEFAULT[0], code="ACME001", find=_find, messages={"en": "{id}", "es": "{id}"}, wrong=Example(members={}))


@pytest.mark.parametrize("jobs", [1, 2])
def test_own_rules_go_along(corpus: Path, jobs: int) -> None:
    """A rule whose function stands in a module can be sent to another process."""
    rules: tuple[Rule, ...] = (OWN,)

    assert [one.id for one in RECORDS] == [line.findings[0].messages["en"] for line in check_lines(corpus, jobs=jobs, rules=rules)]


@pytest.mark.parametrize(("jobs", "name"), [(0, "corpus.jsonl"), (True, "corpus.jsonl"), (1, "corpus.jsonl.gz"), (2, "corpus.jsonl.zst")])
def test_what_cannot_be_is_refused_at_once(jobs: int, name: str) -> None:
    """Before the file is looked at."""
    with pytest.raises(
        ValueError, match=r"jobs must be a whole number of at least 1|^corpus.jsonl.(gz|zst) is compressed, .*: decompress it first$"
    ):
        check_lines(name, jobs=jobs)


@pytest.mark.parametrize(("jobs", "less", "expected"), [(9, 0, 2), (9, 1, 3), (2, 1, 2)], ids=["exact", "one byte more", "fewer asked for"])
def test_no_more_processes_than_ranges_are_started(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, less: int, expected: int
) -> None:
    """However many are asked for: each would cost as much as one that works, and do nothing."""
    started: list[int] = []

    def counted(count: int) -> ProcessPoolExecutor:
        started.append(count)
        return workers(count)

    corpus.write_bytes(corpus.read_bytes() + b"\n" * (corpus.stat().st_size % 2))
    monkeypatch.setattr(checking, "workers", counted)
    monkeypatch.setattr(checking, "RANGE", corpus.stat().st_size // 2 - less)

    assert 12 == len([*check_lines(corpus, jobs=jobs)])
    assert [expected] == started


def test_a_file_of_one_range_is_judged_in_this_process(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one would only have to be started; an empty file has none at all."""
    monkeypatch.setattr(checking, "workers", None)
    monkeypatch.setattr(checking, "RANGE", corpus.stat().st_size)
    lines = [*check_lines(corpus, jobs=9)]
    corpus.write_bytes(b"")

    assert 12 == len(lines)
    assert [] == [*check_lines(corpus, jobs=9)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path, jobs: int) -> None:
    """A pipe nobody writes to is not waited for, and an endless file is not called empty."""
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "endless.jsonl").symlink_to("/dev/zero")
    (tmp_path / "folder.jsonl").mkdir()

    for name in ("pipe.jsonl", "endless.jsonl", "folder.jsonl"):
        with pytest.raises(ValueError, match=rf"^{name} is no regular file, of which parts can be read by themselves$"):
            check_lines(tmp_path / name, jobs=jobs)


def test_a_rule_that_cannot_be_sent_is_named_at_once(corpus: Path) -> None:
    """Its function does not stand in a module; one job needs no other process."""

    def nothing(_: Context) -> Iterator[Found]:
        return iter(())

    own = attrs.evolve(OWN, code="ACME002", find=nothing)

    with pytest.raises(ValueError, match=r"^the rule ACME002 cannot be sent to another process, so only 1 job is possible: .*nothing"):
        check_lines(corpus, jobs=2, rules=[OWN, own])
    assert 12 == len([*check_lines(corpus, jobs=1, rules=[OWN, own])])


def _die(_: Context) -> Iterator[Found]:
    os._exit(3)


def test_a_process_that_dies_is_noticed(corpus: Path) -> None:
    """Nobody waits for what it was to bring."""
    with pytest.raises(BrokenProcessPool):
        list(check_lines(corpus, jobs=2, rules=[attrs.evolve(OWN, find=_die)]))


def test_unknown_rules_are_refused_at_once(corpus: Path) -> None:
    """As by check, with what was meant."""
    with pytest.raises(InvalidValue, match=r"rule\.unknown"):
        check_lines(corpus, select=["COV9"])


def test_what_is_yielded_is_plain() -> None:
    """Tuples and words, which cost little to send."""
    assert ("number", "id", "findings", "problems") == CheckedLine._fields
