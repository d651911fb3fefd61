"""Processes that work for another one, and end with it."""

import os
import signal
import threading
from collections.abc import Iterator
from typing import Any, Final

import pytest

from coopmodel.bulk import workers

STATUS: Final = 1


class Parent:
    """A process that ends when it is told to."""

    def __init__(self) -> None:
        """Begin."""
        self.ended = threading.Event()

    def join(self) -> None:
        """Wait for the end."""
        assert self.ended.wait(30)


@pytest.fixture
def exits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return where it is told with which status this process would have ended."""
    told: list[int] = []
    monkeypatch.setattr(os, "_exit", told.append)
    return told


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Let Ctrl-C do what it does in a terminal, also where the tests run in the background, and it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def interrupts(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return what is set for Ctrl-C, and nothing is."""
    found: list[Any] = []

    def kept(number: int, handler: object) -> None:
        found.append((number, handler))

    monkeypatch.setattr(signal, "signal", kept)
    return found


def test_a_process_ends_with_the_one_it_works_for(monkeypatch: pytest.MonkeyPatch, exits: list[int], interrupts: list[Any]) -> None:
    """Not before, at once, and without waiting for what it is about."""
    parent = Parent()
    monkeypatch.setattr(workers, "parent_process", lambda: parent)
    before = {*threading.enumerate()}
    workers.begin()
    (waiting,) = {*threading.enumerate()} - before

    assert waiting.daemon
    assert [] == exits
    parent.ended.set()
    waiting.join(30)
    assert [STATUS] == exits
    assert [(signal.SIGINT, signal.SIG_DFL)] == interrupts


def test_a_process_that_works_for_none_waits_for_none(monkeypatch: pytest.MonkeyPatch, interrupts: list[Any]) -> None:
    """And who has a way of his own with Ctrl-C keeps it."""

    def ignored(_: int) -> signal.Handlers:
        return signal.SIG_IGN

    monkeypatch.setattr(signal, "getsignal", ignored)
    before = threading.active_count()
    workers.begin()

    assert before == threading.active_count()
    assert [] == interrupts


def test_the_end_of_the_other_is_waited_for(exits: list[int]) -> None:
    """Then this one ends without any clearing up."""
    parent = Parent()
    parent.ended.set()
    end_with: Any = workers.end_with
    end_with(parent)

    assert [STATUS] == exits


def test_each_process_begins_so() -> None:
    """As many as are asked for."""
    with workers.workers(2) as executor:
        handlers = [executor.submit(signal.getsignal, signal.SIGINT).result() for _ in range(2)]

    assert [signal.SIG_DFL] * 2 == handlers
