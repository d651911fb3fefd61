"""Octets as text that may stand in a header, a key or a name: base64url without padding (RFC 7515, section 2)."""

import base64
import re
from typing import Final

_FORM: Final = re.compile("[A-Za-z0-9_-]*")


def to_base64url(octets: bytes) -> str:
    """Return the octets as text."""
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes | None:
    """Return the octets that a text says; ``None`` for every text that ``to_base64url`` would not write."""
    if len(text) % 4 == 1 or not _FORM.fullmatch(text):
        return None
    octets = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return octets if to_base64url(octets) == text else None
