"""JSON documents: one record, read and written. These are the functions of the codec that refuses unknown members and types no extension."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from coopmodel.errors import Problem
from coopmodel.model.agreement import Agreement
from coopmodel.values.digests import Digest
from coopmodel.wire.codec import Codec, PathLike


@cache
def default_codec() -> Codec:
    """Return the codec that the functions of this module stand for, the same each time."""
    return Codec()


def loads(text: str | bytes, *, strict: bool = True) -> Agreement:
    """Return the record that a JSON text says; nothing is coerced, dropped or guessed.

    A text of an older format version is upgraded first; the pointers of problems are those of the text all the same. One of a newer
    minor version is read with a warning (``NewerVersion``), and the record keeps its version.

    Args:
        text: A JSON text (RFC 8259), as ``bytes`` in UTF-8 without a byte order mark.
        strict: Also refuse an object that has two members of one name (``member.repeated``), of which parsers keep the last. It takes a
            seventh longer, and a second, slower parse where a text is longer than it need be; leave it out only for texts that a program
            wrote.

    Raises:
        UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; nothing else was looked at.
        DecodeError: The text is no JSON (``json.*``, with line and column), goes beyond the limits (``json.size``, ``json.depth``), or is no
            record; ``problems`` lists every wrong place, up to the limit.

    Examples:
        >>> import coopmodel as cm
        >>> record = cm.loads('{"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "A"}}')
        >>> record.title.best("en")
        'A'
        >>> cm.loads('{"coopmodel": "1.0", "id": "a", "revision": true, "title": {"en": "A"}}')
        Traceback (most recent call last):
        coopmodel.errors.DecodeError: 1 problem:
          /revision: expected a whole number, not True [type.integer]
    """
    return default_codec().loads(text, strict=strict)


def record_of(document: Any, found: Iterable[Problem] = ()) -> Agreement:  # noqa: ANN401  JSON is any of its types
    """Return the record that a document of plain JSON types says, upgraded and warned of as in ``loads``.

    Args:
        document: What a parser made of a text.
        found: Problems that the text has already; they come before those of the record.

    Raises:
        UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; ``found`` is not told.
        DecodeError: There are problems.
    """
    return default_codec().record_of(document, found)


def load(path: PathLike, *, strict: bool = True) -> Agreement:
    """Return the record in a file; ``strict`` as in ``loads``. Of one that is too large no more is read than shows that.

    Raises:
        OSError: The file cannot be read.
        DecodeError: As ``loads``.
    """
    return default_codec().load(path, strict=strict)


def dumps(agreement: Agreement, *, indent: int | None = None, canonical: bool = False) -> str:
    """Return the record as JSON text: members in the order of the format's page, defaults left out, unknown members last.

    Args:
        agreement: The record.
        indent: Spaces for each level; ``None`` writes one line without white space.
        canonical: Whether to write the canonical form (RFC 8785), in which equal records have equal bytes: for digests and signatures. It has
            one spelling for each number: a float without a fraction, which only extensions and unknown members hold, reads back as an
            integer.

    Raises:
        TypeError: ``agreement`` is no ``Agreement``.
        ValueError: The canonical form has no white space, so ``indent`` cannot go with it.

    Examples:
        >>> import coopmodel as cm
        >>> cm.dumps(cm.Agreement(id="a", revision=1, title={"en": "A"}))
        '{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"}}'
    """
    return default_codec().dumps(agreement, indent=indent, canonical=canonical)


def dump(agreement: Agreement, path: PathLike, *, indent: int | None = 2) -> None:
    """Write the record to a file, with a newline at its end. The file is whole or not there: when something fails, the old one stays.

    Raises:
        OSError: The file cannot be written.
    """
    default_codec().dump(agreement, path, indent=indent)


def digest(agreement: Agreement) -> Digest:
    """Return the SHA-256 of the record's canonical form: equal for equal records, whatever their files look like, and for no others.

    Raises:
        TypeError: ``agreement`` is no ``Agreement``.
    """
    return default_codec().digest(agreement)
