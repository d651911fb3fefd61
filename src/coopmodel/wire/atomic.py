"""Files that are whole or not there: a crash while one is written leaves the old one."""

import os
import secrets
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """Give a binary file to write to, which takes the place of the one at the path once the block ends without an exception.

    What is written stands beside it meanwhile, and is on the disk before the place is taken. A link stays, and what it leads to is replaced;
    a file keeps its permissions. What is no regular file, such as a pipe or a terminal, is written as it is.

    Raises:
        OSError: The file cannot be written.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        with target.open("wb") as file:
            yield file
        return
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with _opened(beside, path) as file:
            if mode is not None:
                beside.chmod(stat.S_IMODE(mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _keep_name(target.parent)


def _opened(beside: Path, path: str | os.PathLike[str]) -> IO[bytes]:
    try:
        return beside.open("xb")
    except OSError as error:
        error.filename = os.fspath(path)  # the name that the caller knows
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _keep_name(folder: Path) -> None:
    """Have the folder written to the disk too, where the system can: the new name is kept there."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
