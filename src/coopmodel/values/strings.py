"""Plain text members: a name, an acronym, a place, a quotation."""

import unicodedata
from typing import Final

from coopmodel.errors import InvalidValue, shown

_INVISIBLE: Final = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Unicode categories of control and format characters and of white space."""


def to_string(value: str) -> str:
    """Return the text as it is.

    Raises:
        InvalidValue: It is not a ``str`` (``type.string``), holds no visible character (``text.blank``), or a lone surrogate, which no
            JSON text can carry (``text.surrogate``).
    """
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    refuse_surrogates(value)
    if not "!" <= value[:1] <= "~" and all(unicodedata.category(character) in _INVISIBLE for character in value):
        raise InvalidValue("text.blank", "a text must hold a visible character; leave the member out where nothing is known", value)
    return value


def to_optional_string(value: str | None) -> str | None:
    """Return the text as it is; ``None`` stays ``None``."""
    return None if value is None else to_string(value)


def refuse_surrogates(value: str) -> None:
    """Raise ``InvalidValue`` (``text.surrogate``) if the text cannot be written as UTF-8."""
    if value.isascii():
        return
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InvalidValue("text.surrogate", "a text must not hold lone surrogates: they cannot be written as UTF-8", value) from None
