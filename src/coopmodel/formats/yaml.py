"""YAML for people who write records by hand: the members of JSON, nothing implicit, and every problem with its line."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from coopmodel.errors import DecodeError, MissingExtra, Problem, UnsupportedVersion, shown
from coopmodel.formats.atomic import replacing
from coopmodel.formats.yaml_text import yaml_text
from coopmodel.model.agreement import Agreement
from coopmodel.wire.documents import record_of
from coopmodel.wire.places import Place
from coopmodel.wire.plain import to_plain

if TYPE_CHECKING:
    from coopmodel.formats.yaml_nodes import Tree

PathLike: TypeAlias = str | os.PathLike[str]

LARGEST_TEXT: Final = 2**19
"""How many bytes a text may have unless somebody says otherwise: 512 KiB, seven times a long record."""


def loads_yaml(text: str | bytes, *, limit: int = LARGEST_TEXT) -> Agreement:
    """Return the record that a YAML text says, with the members, codes and pointers of JSON.

    What stands without quotation marks is a text: ``NO``, ``2024-41``, ``2024``, ``yes`` and ``~`` too. Only where a member is an integer or a
    truth value is it taken for one, and within ``extensions`` for what it is in JSON. Nothing is a null.

    Args:
        text: One YAML document, as ``bytes`` in UTF-8 without a byte order mark.
        limit: How many bytes it may have. Reading takes three to five milliseconds for each 1,000, of texts that are made to be slow up to 30.

    Raises:
        UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; nothing else was looked at.
        DecodeError: The text is no YAML or says more than a record can (``yaml.*``), or is no record; every problem has line and column.
        MissingExtra: The extra ``yaml`` is not installed.
    """
    tree = _tree(text, limit)
    from coopmodel.formats.yaml_values import to_document  # noqa: PLC0415  needs what the extra brings

    document, empty = to_document(tree.root)
    found = [*tree.problems, *empty]
    aliased = {problem.pointer for problem in found if problem.code == "yaml.alias"}
    try:
        return record_of(document, tuple(found))
    except DecodeError as error:
        new = [problem for problem in error.problems if problem.line is None]
        told = [problem for problem in new if problem.pointer not in aliased or problem.value is not None]
        if told and isinstance(error, UnsupportedVersion):
            raise UnsupportedVersion(_located(tree, told)) from None
        found.extend(_located(tree, told))
    raise DecodeError(sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0))) from None


def load_yaml(path: PathLike, *, limit: int = LARGEST_TEXT) -> Agreement:
    """Return the record in a file; ``limit`` as in ``loads_yaml``: no more of the file is read.

    Raises:
        OSError: The file cannot be read.
        DecodeError: As ``loads_yaml``.
        MissingExtra: The extra ``yaml`` is not installed.
    """
    with Path(path).open("rb") as file:
        return loads_yaml(file.read(limit + 1), limit=limit)


def dumps_yaml(agreement: Agreement) -> str:
    """Return the record as YAML text that other parsers of YAML read alike: whatever one might take for a number or a date is quoted.

    Raises:
        TypeError: ``agreement`` is no ``Agreement``.
    """
    if not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected an Agreement, not {shown(agreement)}")
    return yaml_text(to_plain(agreement))


def dump_yaml(agreement: Agreement, path: PathLike) -> None:
    """Write the record to a file, which is whole or not there: when something fails, the old one stays.

    Raises:
        OSError: The file cannot be written.
        TypeError: ``agreement`` is no ``Agreement``.
    """
    text = dumps_yaml(agreement).encode()
    with replacing(path) as file:
        file.write(text)


def find_yaml_places(text: str | bytes, pointers: Iterable[str], *, limit: int = LARGEST_TEXT) -> dict[str, Place]:
    """Return the place of each pointer in a YAML text, as ``find_places`` does in JSON; of a broken text nothing is found.

    Raises:
        MissingExtra: The extra ``yaml`` is not installed.
    """
    try:
        tree = _tree(text, limit)
    except DecodeError:
        return {pointer: Place(1, 1, 1, 1, exact=False) for pointer in pointers}
    from coopmodel.formats.yaml_nodes import place_of  # noqa: PLC0415  needs what the extra brings

    return {pointer: place_of(tree.root, pointer) for pointer in pointers}


def _tree(text: str | bytes, limit: int) -> "Tree":
    if not isinstance(text, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected str or bytes, not {shown(text)}")
    try:
        from coopmodel.formats.yaml_nodes import read_tree  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] != "yaml":
            raise
        raise MissingExtra("yaml", "reading YAML") from None
    return read_tree(text, limit)


def _located(tree: "Tree", problems: Iterable[Problem]) -> list[Problem]:
    from coopmodel.formats.yaml_nodes import placed, start_of  # noqa: PLC0415  needs what the extra brings

    return [placed(problem, start_of(tree.root, problem)) for problem in problems]
