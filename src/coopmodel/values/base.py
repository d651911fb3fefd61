"""What all values written as one text share: immutable, cached, compared and shown by that text."""

from typing import ClassVar, NoReturn, Self

from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue, shown

_CACHED = 8192


class Value:
    """A value that is one text on the wire: ``str()`` gives it, ``repr`` can be pasted back.

    A subclass reads the text in ``_read`` and sets its slots there with ``object.__setattr__``; it raises ``InvalidValue`` for a text
    that cannot be right. Values made of the same text may be one object: they are kept in a bounded cache, safe to use from several threads.

    Raises:
        InvalidValue: The argument is not a ``str`` (``type.string``), or the subclass refuses the text.
    """

    __slots__ = ("_text",)

    _text: str
    _known: ClassVar[dict[str, "Value"]]

    def __init_subclass__(cls) -> None:
        """Give each subclass a cache of its own."""
        super().__init_subclass__()
        cls._known = {}

    def __new__(cls, text: str) -> Self:
        """Return the value that this text spells."""
        if type(text) is not str:
            raise InvalidValue("type.string", f"expected a text, not {shown(text)}", text)
        known = cls._known.get(text)
        if known is not None:
            return known  # type: ignore[return-value]  # pyright: ignore[reportReturnType]  each subclass has its own cache
        self = object.__new__(cls)
        object.__setattr__(self, "_text", text)
        self._read(text)
        if len(cls._known) >= _CACHED:
            cls._known.clear()
        return cls._known.setdefault(text, self)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]  another thread's, if it was first

    def _read(self, text: str) -> None:
        """Set the subclass's slots from the text, or raise ``InvalidValue``."""
        raise NotImplementedError

    def __str__(self) -> str:
        """Return the wire form."""
        return self._text

    def __format__(self, spec: str) -> str:
        """Format the wire form as a text."""
        return format(self._text, spec)

    def __repr__(self) -> str:
        """Return a call that makes the same value."""
        return f"{type(self).__name__}({self._text!r})"

    def __eq__(self, other: object) -> bool:
        """Two values are equal when they are of one type and spelt alike."""
        return self is other or (type(other) is type(self) and self._text == other._text)

    def __hash__(self) -> int:
        """Hash by the text."""
        return hash(self._text)

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        """Pickle and copy by the text."""
        return type(self), (self._text,)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError
