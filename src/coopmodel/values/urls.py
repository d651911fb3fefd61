"""Addresses: absolute URLs (RFC 3986) that a reader can be sent to."""

import re
from typing import Final, NewType

from coopmodel.errors import InvalidValue, shown

Url = NewType("Url", str)
"""``http``, ``https``, ``ftp`` with a host, or ``urn``; ASCII, percent-encoded, at most 2,048 characters."""

_LONGEST: Final = 2048
_PLAIN = r"[A-Za-z0-9\-._~:/?@!$&'()*+,;=]"
_USER_PLAIN = r"[A-Za-z0-9\-._~!$&'()*+,;=:]"
_ENCODED = r"%[0-9A-Fa-f]{2}"
_TEXT = rf"{_PLAIN}*(?:{_ENCODED}{_PLAIN}*)*"
_USER = rf"(?:{_USER_PLAIN}*(?:{_ENCODED}{_USER_PLAIN}*)*@)?"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9.])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
_FORM: Final = rf"(?:https?|ftp)://{_USER}{_HOST}(?:[/?]{_TEXT})?(?:#{_TEXT})?|urn:[a-z0-9][a-z0-9-]{{1,31}}:(?:{_PLAIN}|{_ENCODED}){_TEXT}"


def to_url(value: str) -> Url:
    """Return the text as an address.

    Raises:
        InvalidValue: ``type.string`` or ``url.form``.
    """
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if len(value) > _LONGEST or not re.fullmatch(_FORM, value):
        raise InvalidValue(
            "url.form",
            f"{shown(value)} is not an absolute http, https, ftp or urn address in ASCII (other characters percent-encoded)",
            value,
        )
    return Url(value)


def to_optional_url(value: str | None) -> Url | None:
    """Return the text as an address; ``None`` stays ``None``."""
    return None if value is None else to_url(value)
