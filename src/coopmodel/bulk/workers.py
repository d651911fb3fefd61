"""Processes that work for this one, and end with it however it ends."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread


def workers(count: int) -> ProcessPoolExecutor:
    """Return an executor of so many processes."""
    return ProcessPoolExecutor(count, initializer=begin)


def begin() -> None:
    """Prepare a process to be ended from outside: by Ctrl-C without a word, since the first process speaks for all, and with that process."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        Thread(target=end_with, args=(parent,), daemon=True).start()


def end_with(parent: BaseProcess) -> None:
    """End this process as soon as another has ended; one that was killed, or whose reader had seen enough, cannot say so itself."""
    parent.join()
    os._exit(1)
