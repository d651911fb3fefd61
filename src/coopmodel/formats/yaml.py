"""YAML for people who write records by hand: the members of JSON, nothing implicit, and every problem with its line."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from coopmodel.errors import MORE, DecodeError, MissingExtra, Problem, UnsupportedVersion, shown
from coopmodel.formats.yaml_text import yaml_text
from coopmodel.model.agreement import Agreement
from coopmodel.wire.atomic import replacing
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import default_codec
from coopmodel.wire.limits import LIMITS, Limits, limited, read_file
from coopmodel.wire.parsing import NO_STACK
from coopmodel.wire.places import Place
from coopmodel.wire.plain import to_plain

if TYPE_CHECKING:
    from coopmodel.formats.yaml_nodes import Tree

PathLike: TypeAlias = str | os.PathLike[str]


def loads_yaml(text: str | bytes, *, codec: Codec | None = None) -> Agreement:
    """Return the record that a YAML text says, with the members, codes and pointers of JSON.

    What stands without quotation marks is a text: ``NO``, ``2024-41``, ``2024``, ``yes`` and ``~`` too. Only where a member is an integer or a
    truth value is it taken for one, and within ``extensions`` for what it is in JSON. Nothing is a null.

    Args:
        text: One YAML document, as ``bytes`` in UTF-8 without a byte order mark.
        codec: What reads the document; without one, what ``loads`` stands for. Its limit ``yaml_size`` is how many bytes the text may have:
            reading takes three to five milliseconds for each 1,000, of texts that are made to be slow up to 30.

    Raises:
        UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; nothing else was looked at.
        DecodeError: The text is no YAML or says more than a record can (``yaml.*``), or is no record; every problem has line and column.
        MissingExtra: The extra ``yaml`` is not installed.

    Examples:
        >>> import coopmodel as cm
        >>> cm.loads_yaml("{coopmodel: 1.0, id: a, revision: 1, title: {en: NO}}").title.best("en")
        'NO'
    """
    codec = codec or default_codec()
    tree = _tree(text, codec.limits)
    from coopmodel.formats.yaml_values import to_document  # noqa: PLC0415  needs what the extra brings

    try:
        document = to_document(tree.root, tree.told)
    except RecursionError:
        raise DecodeError([Problem("", "yaml.depth", NO_STACK)]) from None
    found, more = tree.told.problems, tree.told.more
    aliased = {problem.pointer for problem in found if problem.code == "yaml.alias"}
    try:
        return codec.record_of(document, found)
    except DecodeError as error:
        new = [problem for problem in error.problems if problem.line is None and problem.code != MORE]
        more = more or error.problems[-1].code == MORE
        told = [problem for problem in new if problem.pointer not in aliased or problem.value is not None]
        if told and isinstance(error, UnsupportedVersion):
            raise UnsupportedVersion(_located(tree, told)) from None
        found.extend(_located(tree, told))
    in_order = sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0))
    raise DecodeError(limited(in_order, codec.limits, more=more)) from None


def load_yaml(path: PathLike, *, codec: Codec | None = None) -> Agreement:
    """Return the record in a file; ``codec`` as in ``loads_yaml``. Of a file that is too large no more is read than shows that.

    Raises:
        OSError: The file cannot be read.
        DecodeError: As ``loads_yaml``.
        MissingExtra: The extra ``yaml`` is not installed.
    """
    codec = codec or default_codec()
    return loads_yaml(read_file(path, codec.limits.yaml_size), codec=codec)


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


def find_yaml_places(text: str | bytes, pointers: Iterable[str], *, limits: Limits = LIMITS) -> dict[str, Place]:
    """Return the place of each pointer in a YAML text, as ``find_places`` does in JSON; of a broken text nothing is found.

    Raises:
        MissingExtra: The extra ``yaml`` is not installed.
    """
    try:
        tree = _tree(text, limits)
    except DecodeError:
        return {pointer: Place(1, 1, 1, 1, exact=False) for pointer in pointers}
    from coopmodel.formats.yaml_nodes import place_of  # noqa: PLC0415  needs what the extra brings

    return {pointer: place_of(tree.root, pointer) for pointer in pointers}


def _tree(text: str | bytes, limits: Limits) -> "Tree":
    if not isinstance(text, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected str or bytes, not {shown(text)}")
    try:
        from coopmodel.formats.yaml_nodes import read_tree  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] != "yaml":
            raise
        raise MissingExtra("yaml", "reading YAML") from None
    return read_tree(text, limits)


def _located(tree: "Tree", problems: Iterable[Problem]) -> list[Problem]:
    from coopmodel.formats.yaml_nodes import placed, start_of  # noqa: PLC0415  needs what the extra brings

    return [placed(problem, start_of(tree.root, problem)) for problem in problems]
