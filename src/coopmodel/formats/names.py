"""What the name of a file tells about what is in it."""

import os
from pathlib import PurePath
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from coopmodel.formats.compressed import compression_of

Form: TypeAlias = Literal["json", "jsonl", "yaml"]

_BY_ENDING: Final = MappingProxyType[str, Form]({".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml", ".yml": "yaml"})


def form_of(path: str | os.PathLike[str]) -> Form | None:
    """Return the form of records that a file's name tells, ``None`` where it tells none; only JSON Lines may be compressed."""
    name = PurePath(path)
    if compression_of(name) is None:
        return _BY_ENDING.get(name.suffix.lower())
    return "jsonl" if _BY_ENDING.get(PurePath(name.stem).suffix.lower()) == "jsonl" else None
