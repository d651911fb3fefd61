"""Compressed files: gzip by the standard library, Zstandard by the extra ``zstd``."""

import gzip
import os
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Any, Final, Literal, NoReturn, Protocol, TypeAlias, cast

from coopmodel.errors import DecodeError, MissingExtra, Problem

if TYPE_CHECKING:
    from types import ModuleType


class BinaryFile(Protocol):
    """What gives bytes: no more than asked for, and none at its end."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes."""
        ...


Compression: TypeAlias = Literal["gzip", "zstd"]

_BY_ENDING: Final[dict[str, Compression]] = {".gz": "gzip", ".zst": "zstd"}
_READ: Final = 2**16
_READ_ZSTD: Final = 2**8
"""One step of Zstandard may make 128 KiB of four bytes, so a step of this size makes at most 8 MiB."""


def compression_of(path: str | os.PathLike[str]) -> Compression | None:
    """Return how a file is compressed, by the end of its name; ``None`` where it is not."""
    return _BY_ENDING.get(PurePath(path).suffix.lower())


def decompressed(file: BinaryFile, compression: Compression | None) -> Iterator[bytes]:
    """Yield what the file holds, in chunks of bounded size.

    Raises:
        DecodeError: ``compressed.truncated`` where the file ends too early, ``compressed.broken`` where it is damaged or something else.
        MissingExtra: Zstandard is not installed.
    """
    if compression is None:
        return _chunks(file, _READ)
    return _from_zstd(file) if compression == "zstd" else _from_gzip(file)


@contextmanager
def compressing(file: IO[bytes], compression: Compression | None) -> Generator[IO[bytes]]:
    """Give a file that compresses into the other; the same text becomes the same bytes, since no name and no time is written.

    Raises:
        MissingExtra: Zstandard is not installed.
    """
    if compression is None:
        yield file
        return
    if compression == "gzip":
        opened: Any = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0)
    else:
        opened = _zstandard().ZstdCompressor(write_checksum=True).stream_writer(file, closefd=False)
    with opened:
        yield opened


def _chunks(file: BinaryFile, size: int) -> Iterator[bytes]:
    while chunk := file.read(size):
        yield chunk


def _from_gzip(file: BinaryFile) -> Iterator[bytes]:
    begun = False
    try:
        with gzip.GzipFile(fileobj=cast("IO[bytes]", file)) as opened:
            yield from _chunks(opened, _READ)
            begun = opened.mtime is not None
    except EOFError:
        pass
    except (gzip.BadGzipFile, zlib.error) as error:
        _refuse_bytes("gzip", error)
    if not begun:  # a file without a single byte too
        _refuse_end("gzip")


def _from_zstd(file: BinaryFile) -> Iterator[bytes]:
    """Read frame by frame: the stream reader of the package takes the end of a truncated file for the end of its text."""
    zstandard: Any = _zstandard()
    frame: Any = None
    ended = False
    try:
        for chunk in _chunks(file, _READ_ZSTD):
            rest = chunk
            while rest:
                frame = frame or zstandard.ZstdDecompressor().decompressobj()
                if made := frame.decompress(rest):
                    yield made
                ended = frame.eof
                rest, frame = (frame.unused_data, None) if ended else (b"", frame)
    except zstandard.ZstdError as error:
        _refuse_bytes("Zstandard", error)
    if not ended:
        _refuse_end("Zstandard")


def _zstandard() -> "ModuleType":
    try:
        import zstandard  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError:
        raise MissingExtra("zstd", "a file compressed with Zstandard") from None
    return zstandard


def _refuse_end(name: str) -> NoReturn:
    raise DecodeError([Problem("", "compressed.truncated", f"the file ends in the middle of what {name} compressed")]) from None


def _refuse_bytes(name: str, error: Exception) -> NoReturn:
    raise DecodeError([Problem("", "compressed.broken", f"not what {name} compressed: {error}")]) from None
