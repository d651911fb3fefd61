"""The fast way between JSON text and record: msgspec decodes and encodes, generated functions do the rest.

It takes only what is right. Where it is in doubt it says so by ``None``, and the strict way decides and explains: what is accepted here the
strict way accepts too, with an equal record, and what is written here is the same byte for byte.
"""

import unicodedata
from collections.abc import Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, Final

import msgspec

from coopmodel.errors import DecodeError, InvalidValue
from coopmodel.model.agreement import Agreement
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.languages import KNOWN, to_language_tag
from coopmodel.values.strings import to_string
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.fast_members import READERS, TWINS, AgreementIn, read_agreement, write_agreement
from coopmodel.wire.fast_values import OtherClass, TextSlots, TimingSlots
from coopmodel.wire.parsing import each_repeated, exact_number

_decode: Final = msgspec.json.Decoder(AgreementIn, float_hook=exact_number).decode
_encode_into: Final = msgspec.json.Encoder().encode_into

_ROOM: Final = 16_384
"""Bytes to begin a text with: most records need no more, and a longer one makes room for itself."""

_VISIBLE: Final = frozenset(map(chr, (*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100), *range(0x2010, 0x2028))))
"""Characters at the beginning of a text that show that it is not blank: those of Latin-1, and dashes, quotation marks and bullets."""
_first: Final = itemgetter(0)
_values: Final = dict[str, str].values

_LETTER, _JOINT, _WRONG = b"a-!"
_SIGNS: Final = bytes(
    _LETTER if code in b"abcdefghijklmnopqrstuvwxyz0123456789" else _JOINT if code in b"-._\n" else _WRONG for code in range(256)
)
"""What identifiers are made of; the end of one counts as a joint too, since no joint may stand next to it."""
_names_none_of: Final = frozenset(ANCHOR_WORDS).isdisjoint


_REFUSALS: Final = (InvalidValue, DecodeError, LookupError, msgspec.MsgspecError, UnicodeError, RecursionError)


def read(text: bytes, *, strict: bool) -> Agreement | None:
    """Return the record that a JSON text says; ``None`` if it is wrong, or if only the strict way can tell.

    Args:
        text: JSON in UTF-8.
        strict: Whether an object that has two members of one name is wrong.
    """
    ids: list[str] = []
    strings: list[str] = []
    texts: list[dict[str, str]] = []
    others: list[dict[str, dict[str, Any]]] = []
    try:
        decoded = _decode(text)
        record: Agreement = read_agreement(decoded, (ids, strings, texts, others))
        _check(ids, strings, texts)
        doubtful = strict and (any(map(_holds_fraction, others)) or not _is_shortest(text, decoded))
        if doubtful and next(iter(each_repeated(text)), None) is not None:
            return None
    except _REFUSALS:
        return None
    return record


def read_part(kind: type[Any], value: Any) -> Any:  # noqa: ANN401  a part of parsed JSON, and an object of the class
    """Return the object that a part of a parsed text says; ``None`` as in ``read``.

    Args:
        kind: A class of the model that is an object on the wire.
        value: What ``parsed`` made of that part: nothing but the classes that a parser makes.
    """
    ids: list[str] = []
    strings: list[str] = []
    texts: list[dict[str, str]] = []
    struct, reader = READERS[kind]
    try:
        found = reader(msgspec.convert(value, struct), (ids, strings, texts, []))
        _check(ids, strings, texts)
    except _REFUSALS:
        return None
    return found


def write(record: Agreement) -> str | None:
    """Return the record as JSON text without white space; ``None`` if something in it is of a class that extends the model's."""
    text = bytearray(_ROOM)
    try:
        _encode_into(write_agreement(record), text)
    except OtherClass:
        return None
    return text.decode()


def _check(ids: list[str], strings: list[str], texts: list[dict[str, str]]) -> None:
    """Look at everything of a record that the readers put aside; raise ``InvalidValue`` or ``LookupError`` if something is wrong."""
    if ids:
        _check_identifiers({*ids})
    said = [*chain.from_iterable(map(_values, texts))]
    tags = set[str]().union(*texts)
    if not KNOWN.issuperset(tags):
        for tag in tags - KNOWN:
            to_language_tag(tag)
    if not _VISIBLE.issuperset(map(_first, chain(strings, said))):
        for text in (*strings, *said):
            if text[:1] not in _VISIBLE:
                to_string(text)
    if not _is_normalized(said):
        raise LookupError


def _check_identifiers(ids: set[str]) -> None:
    joined = "\n".join(ids)
    signs = joined.encode().translate(_SIGNS)
    if (
        _WRONG in signs
        or b"--" in signs
        or signs[0] == _JOINT
        or signs[-1] == _JOINT
        or joined.count("\n") >= len(ids)
        or not _names_none_of(ids)
    ):
        raise LookupError


def _is_normalized(texts: Sequence[str]) -> bool:
    """Tell whether all of the texts are in normalization form C; those of Latin-1 are, and most are of it."""
    joined = "\n".join(texts)
    if joined.isascii():
        return True
    try:
        joined.encode("latin-1")
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", "\n".join([text for text in texts if not text.isascii()]))
    return True


def _is_shortest(text: bytes, decoded: AgreementIn) -> bool:
    """Tell whether nothing shorter says the same, white space apart: then no member stands in the text twice.

    Every escape that the encoder writes is the shortest one, and so is every integer; other numbers are not, but stand in extensions only.
    """
    shortest = bytearray(len(text))
    _encode_into(decoded, shortest)
    return len(text) == len(shortest) or len(msgspec.json.format(text, indent=-1)) == len(shortest)


def _holds_fraction(value: Any) -> bool:  # noqa: ANN401  JSON, nested no deeper than extensions may be
    """Tell whether there is a number in an extension that the encoder may spell longer than the text does."""
    if type(value) is dict:
        value = [*value.values()]  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    return any(map(_holds_fraction, value)) if type(value) is list else type(value) is float  # pyright: ignore[reportUnknownArgumentType]


def twins_fit() -> bool:
    """Tell whether this Python lets a filled twin become an object of its class."""
    try:
        for kind, twin in (*TWINS.items(), (Text, TextSlots), (Timing, TimingSlots)):
            twin().__class__ = kind
    except TypeError:
        return False
    return True


WORKS: Final = twins_fit()
"""Where twins do not fit, everything goes the strict way."""
