"""Text in one or more languages."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn

from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.languages import LanguageTag, to_language_tag
from coopmodel.values.several import several
from coopmodel.values.strings import to_string


class Text(Mapping[str, str]):
    """What a source says, by language: ``Text({"es": "Segunda reunión", "en": "Second meeting"})``.

    An immutable mapping from language tag to text, in the order given; equal and hashed without regard to order.

    Raises:
        InvalidValue: Not a mapping (``type.object``; a bare string names no language), empty (``text.empty``), a bad language tag, or a
            text that is blank or not in Unicode normalization form C (``text.nfc``). The error's field is the language.

    Examples:
        >>> from coopmodel import Text
        >>> Text({"es": "Segunda reunión", "en": "Second meeting"}).best("qu", "es")
        'Segunda reunión'
    """

    __slots__ = ("_texts",)

    _texts: dict[LanguageTag, str]

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Check and keep every text."""
        if not isinstance(texts, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidValue("type.object", f"expected texts by language, such as {{'es': ...}}, not {shown(texts)}", texts)
        if not texts:
            raise InvalidValue("text.empty", "expected a text in at least one language", texts)
        checked: dict[LanguageTag, str] = {}
        for language, text in texts.items():
            try:
                checked[to_language_tag(language)] = to_normalized(text)
            except InvalidValue as error:
                raise error.at(str(language)) from None
        object.__setattr__(self, "_texts", checked)

    def best(self, *languages: str) -> str:
        """Return the text in the first of these languages that there is, else in the first language given when it was made.

        A longer tag is tried first as it is, then by its primary language: ``best("es-419")`` finds ``es``, and the other way round.
        """
        for language in languages:
            if language in self._texts:
                return self._texts[LanguageTag(language)]
            primary = language.partition("-")[0]
            for tag, text in self._texts.items():
                if tag.partition("-")[0] == primary:
                    return text
        return next(iter(self._texts.values()))

    def __getitem__(self, language: str) -> str:
        """Return the text in exactly this language."""
        return self._texts[LanguageTag(language)]

    def __iter__(self) -> Iterator[str]:
        """Yield the language tags."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self._texts)

    def __str__(self) -> str:
        """Return the first text."""
        return self.best()

    def __repr__(self) -> str:
        """Return a call that makes the same value."""
        return f"Text({self._texts!r})"

    def __eq__(self, other: object) -> bool:
        """Two texts are equal when they say the same in the same languages."""
        return isinstance(other, Text) and self._texts == other._texts

    def __hash__(self) -> int:
        """Hash by content."""
        return hash(frozenset(self._texts.items()))

    def __reduce__(self) -> tuple[type["Text"], tuple[dict[LanguageTag, str]]]:
        """Pickle and copy by content."""
        return Text, (dict(self._texts),)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError


def to_normalized(value: str) -> str:
    """Return a text that is not blank and is in normalization form C.

    Raises:
        InvalidValue: ``type.string``, ``text.blank``, ``text.surrogate`` or ``text.nfc``.
    """
    to_string(value)
    if not value.isascii() and not unicodedata.is_normalized("NFC", value):
        raise InvalidValue("text.nfc", "a text must be in Unicode normalization form C: unicodedata.normalize('NFC', text)", value)
    return value


def to_text(value: Text | Mapping[str, str]) -> Text:
    """Return the value as a ``Text``."""
    return value if isinstance(value, Text) else Text(value)


def to_optional_text(value: Text | Mapping[str, str] | None) -> Text | None:
    """Return the value as a ``Text``; ``None`` stays ``None``."""
    return None if value is None else to_text(value)


def to_texts(values: Iterable[Text | Mapping[str, str]]) -> tuple[Text, ...]:
    """Return the values as ``Text``s."""
    return several(values, to_text)
