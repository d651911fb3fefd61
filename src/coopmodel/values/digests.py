"""Digests of source texts."""

import re
from typing import Final, NewType

from coopmodel.errors import InvalidValue, shown

Digest = NewType("Digest", str)
"""``sha256:`` and 64 lower-case hexadecimal digits, over the exact bytes of a text."""

_FORM: Final = r"sha256:[0-9a-f]{64}"


def to_digest(value: str) -> Digest:
    """Return the text as a digest.

    Raises:
        InvalidValue: ``type.string`` or ``digest.form``.
    """
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if not re.fullmatch(_FORM, value):
        near = value.lower()
        allowed = (near,) if re.fullmatch(_FORM, near) else ()
        raise InvalidValue("digest.form", f"{shown(value)} is not 'sha256:' and 64 lower-case hexadecimal digits", value, allowed=allowed)
    return Digest(value)


def to_optional_digest(value: str | None) -> Digest | None:
    """Return the text as a digest; ``None`` stays ``None``."""
    return None if value is None else to_digest(value)


def digest_of(content: bytes) -> Digest:
    """Return the digest of these bytes.

    Raises:
        TypeError: It is a text: the digest is over the exact bytes of a file.

    Examples:
        >>> from coopmodel import digest_of
        >>> digest_of(b"abc")
        'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    """
    if isinstance(content, str):
        raise TypeError("expected bytes, not a text: the digest is over the exact bytes of a file")
    import hashlib  # noqa: PLC0415  loaded when a digest is first made

    return Digest(f"sha256:{hashlib.sha256(content).hexdigest()}")
