"""What went wrong, as data: a stable code, the offending value and where it stood; text only in ``str()``."""

from collections.abc import Iterable, Iterator
from typing import Any

MORE = "problems.more"
"""The code of the last problem where there are others that are not told."""

_SHOWN = 80
_CANDIDATES = 1000


class CoopmodelError(Exception):
    """The root of every error that this library raises on purpose."""


class MissingExtra(CoopmodelError, ImportError):  # noqa: N818  named for what it holds, as in the documents
    """A part of this library was asked for whose dependencies are not installed.

    Attributes:
        extra: The name of the extra that brings them.
        what: What needs it.
    """

    extra: str
    what: str

    def __init__(self, extra: str, what: str) -> None:
        """Keep the parts; nothing is put into words before somebody asks."""
        self.extra = extra
        self.what = what
        super().__init__(extra, what)

    def __str__(self) -> str:
        """Say in one line what to install."""
        return f"{self.what} needs the extra {self.extra!r}: python -m pip install 'coopmodel[{self.extra}]'"

    def __eq__(self, other: object) -> bool:
        """Compare by what the error says, so that one that was pickled is the same error."""
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by what the error says."""
        return hash(self.args)


class InvalidValue(CoopmodelError, ValueError):  # noqa: N818  named for what it holds, as in the documents
    """A value that cannot be right was refused when it was about to be made.

    Attributes:
        code: Stable and dotted, such as ``"date.impossible"``; the part before the dot names the type.
        message: One English sentence that says what is wrong and what is allowed.
        value: The value as it was given.
        path: The member it was meant for, and the way down to it: ``("areas", 2)``; empty where none is known.
        allowed: The words that the value could have been, where they can be listed: the whole list, or the one that was plainly meant.
    """

    code: str
    message: str
    value: object
    path: tuple[str | int, ...]
    allowed: tuple[str, ...]

    def __init__(
        self,
        code: str,
        message: str,
        value: object = None,
        path: tuple[str | int, ...] = (),
        allowed: Iterable[str] = (),
    ) -> None:
        """Keep the parts; nothing is put into words before somebody asks."""
        self.code = code
        self.message = message
        self.value = value
        self.path = path
        self.allowed = tuple(allowed)
        super().__init__(code, message, value, path, self.allowed)

    @property
    def field(self) -> str | None:
        """The path as Python writes it: ``areas[2]``; ``None`` where no member is known."""
        return "".join([f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path]).removeprefix(".") or None

    @property
    def suggestion(self) -> str | None:
        """The word that was plainly meant, or the allowed one nearest to the value, if one is near."""
        return self.allowed[0] if len(self.allowed) == 1 else nearest(self.value, self.allowed)

    def at(self, step: str | int) -> "InvalidValue":
        """Return the same error seen from one level further out: a member's name, or an index."""
        return InvalidValue(self.code, self.message, self.value, (step, *self.path), self.allowed)

    def __str__(self) -> str:
        """Say ``field: message; did you mean ...? [code]``."""
        return _sentence(self.field, self.message, self.suggestion, self.code)

    def __eq__(self, other: object) -> bool:
        """Compare by what the error says, so that one that was pickled is the same error."""
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by code and message, since the value may not be hashable."""
        return hash((self.code, self.message))

    def __reduce__(self) -> tuple[type["InvalidValue"], tuple[object, ...]]:
        """Pickle by the parts; a value that cannot be pickled travels as the text that shows it."""
        return type(self), (self.code, self.message, _portable(self.value), self.path, self.allowed)


class UnknownIdentifier(CoopmodelError, LookupError):  # noqa: N818  named for what it holds, as in the documents
    """A record holds nothing under this id.

    Attributes:
        identifier: The id that was asked for.
        what: What was looked for: ``"party"``, ``"meeting"``, ``"entity"``.
        known: Ids that there are.
    """

    identifier: str
    what: str
    known: tuple[str, ...]

    def __init__(self, identifier: str, what: str, known: Iterable[str] = ()) -> None:
        """Keep the parts; nothing is put into words before somebody asks."""
        self.identifier = identifier
        self.what = what
        self.known = tuple(known)
        super().__init__(identifier, what, self.known)

    def __str__(self) -> str:
        """Say what is missing, and the nearest id that there is."""
        return _sentence(
            None, f"no {self.what} has the id {shown(self.identifier)}", nearest(self.identifier, self.known), "reference.unknown"
        )

    def __eq__(self, other: object) -> bool:
        """Compare by what the error says, so that one that was pickled is the same error."""
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by what the error says."""
        return hash(self.args)


class Problem:
    """One wrong place in a document.

    Attributes:
        pointer: JSON Pointer (RFC 6901) to the place; ``""`` is the whole document.
        code: Stable and dotted; the same codes as ``InvalidValue.code``.
        message: One English sentence that says what is wrong and what is allowed.
        value: The value found there; ``None`` where a member is missing.
        allowed: The words that the value could have been, where they can be listed: the whole list, or the one that was plainly meant.
        line: Line of the text, from 1: of JSON where the text itself is broken, of YAML always.
        column: Column in that line, from 1, counted in characters.
    """

    __slots__ = ("allowed", "code", "column", "line", "message", "pointer", "value")

    pointer: str
    code: str
    message: str
    value: object
    allowed: tuple[str, ...]
    line: int | None
    column: int | None

    def __init__(
        self,
        pointer: str,
        code: str,
        message: str,
        value: object = None,
        allowed: Iterable[str] = (),
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Keep the parts; nothing is put into words before somebody asks."""
        self.pointer = pointer
        self.code = code
        self.message = message
        self.value = value
        self.allowed = tuple(allowed)
        self.line = line
        self.column = column

    @property
    def suggestion(self) -> str | None:
        """The word that was plainly meant, or the allowed one nearest to the value, if one is near; computed each time that it is read."""
        return self.allowed[0] if len(self.allowed) == 1 else nearest(self.value, self.allowed)

    def _parts(self) -> tuple[str, str, str, object, tuple[str, ...], int | None, int | None]:
        return (self.pointer, self.code, self.message, self.value, self.allowed, self.line, self.column)

    def __str__(self) -> str:
        """Say ``pointer: message; did you mean ...? [code]``, with line and column where they are known."""
        place, where = self.pointer or "(document)", f"line {self.line}, column {self.column}"
        told = self.line is None or where in self.message
        return _sentence(place if told else f"{place} ({where})", self.message, self.suggestion, self.code)

    def __repr__(self) -> str:
        """Show the first four parts as a call."""
        return f"Problem({self.pointer!r}, {self.code!r}, {self.message!r}, {shown(self.value)})"

    def __eq__(self, other: object) -> bool:
        """Compare all parts."""
        return isinstance(other, Problem) and self._parts() == other._parts()

    def __hash__(self) -> int:
        """Hash by place and code, since the value may not be hashable."""
        return hash((self.pointer, self.code))


class DecodeError(CoopmodelError, ValueError):
    """A document is not a record; ``problems`` lists every wrong place found in one pass.

    Attributes:
        problems: At least one, in the order of the document.
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Count the problems, then one line for each."""
        count = sum(problem.code != MORE for problem in self.problems)
        more = "more than " if count < len(self.problems) else ""
        head = f"{more}1 problem" if count == 1 else f"{more}{count} problems"
        return "\n  ".join([f"{head}:", *map(str, self.problems)])

    def __eq__(self, other: object) -> bool:
        """Compare by the problems."""
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by the problems."""
        return hash(self.problems)


class UnsupportedVersion(DecodeError):  # noqa: N818  named for what it holds, as in the documents
    """The document declares a format version that this library does not read; nothing else in it was looked at."""


class SignatureError(CoopmodelError, ValueError):
    """A signature does not say that this key signed this record.

    Attributes:
        code: ``"signature.malformed"``, ``"signature.wrong"``, ``"signature.key"``, ``"signature.critical"`` or ``"signature.algorithm"``.
        message: One English sentence that says why.
        value: What the signature says and cannot be gone by: the name of another key, an algorithm, an extension; ``None`` where nothing is.
    """

    code: str
    message: str
    value: str | None

    def __init__(self, code: str, message: str, value: str | None = None) -> None:
        """Keep the parts; nothing is put into words before somebody asks."""
        self.code = code
        self.message = message
        self.value = value
        super().__init__(code, message, value)

    def __str__(self) -> str:
        """Say ``message [code]``."""
        return _sentence(None, self.message, None, self.code)

    def __eq__(self, other: object) -> bool:
        """Compare by what the error says, so that one that was pickled is the same error."""
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by what the error says."""
        return hash(self.args)


class NewerVersion(UserWarning):
    """A document of a newer minor version of the format was read; nothing in it was unknown, or it was asked to be kept.

    Attributes:
        version: The version that the document declares.
        known: The version that this library knows.
    """

    version: str
    known: str

    def __init__(self, version: str, known: str) -> None:
        """Keep the versions."""
        self.version = version
        self.known = known
        super().__init__(version, known)

    def __str__(self) -> str:
        """Say which version was read as which."""
        return f"the document is of format version {self.version}, newer than {self.known}, and was read as far as {self.known} goes"


def shown(value: object) -> str:
    """Return ``repr(value)``, cut so that a message stays readable whatever the value is."""
    if isinstance(value, str):
        cut = value[:_SHOWN]
        text = repr(cut) if cut.isprintable() else ascii(cut)
    else:
        try:
            text = " ".join(_beginning(value).split())
        except Exception:  # noqa: BLE001  nested too deep, an integer of thousands of digits, or a broken class: the error must still speak
            text = f"<{type(value).__name__}>"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _beginning(value: object) -> str:
    """Return as much of ``repr(value)`` as is shown, and a little more: an array or object may hold a whole document."""
    text = ""
    for part in _parts(value):
        text += part
        if len(text) > 2 * _SHOWN:
            break
    return text


def _parts(value: Any, around: tuple[int, ...] = ()) -> Iterator[str]:  # noqa: ANN401  anything may be wrong
    """Yield ``repr(value)`` in parts, each made when it is asked for; of a long text the beginning."""
    kind: type[Any] = value.__class__
    if id(value) in around:
        yield "[...]" if kind is list else "{...}"
    elif kind is list:
        yield "["
        for number, item in enumerate(value):
            yield ", " if number else ""
            yield from _parts(item, (*around, id(value)))
        yield "]"
    elif kind is dict:
        yield "{"
        for number, (name, item) in enumerate(value.items()):
            yield ", " if number else ""
            yield from _parts(name, around)
            yield ": "
            yield from _parts(item, (*around, id(value)))
        yield "}"
    else:
        yield repr(value[: 2 * _SHOWN] if kind is str else value)


def _portable(value: object) -> object:
    import pickle  # noqa: PLC0415  only asked whether it can

    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001  whatever a class does when it is pickled
        return shown(value)
    return value


def nearest(value: object, allowed: Iterable[str]) -> str | None:
    """Return the allowed word most like the value, or ``None`` when none is alike."""
    if not isinstance(value, str) or len(value) > _SHOWN:
        return None
    words = list(allowed)[:_CANDIDATES]
    folded = {word.casefold(): word for word in reversed(words)}
    if value.casefold() in folded:
        return folded[value.casefold()]
    import difflib  # noqa: PLC0415  costs milliseconds that a reader of good documents never pays

    close = difflib.get_close_matches(value, words, n=1, cutoff=0.7)
    return close[0] if close else None


def _sentence(place: str | None, message: str, suggestion: str | None, code: str) -> str:
    start = f"{place}: " if place else ""
    hint = "" if suggestion is None or repr(suggestion) in message else f"; did you mean {suggestion!r}?"
    return f"{start}{message}{hint} [{code}]".encode(errors="backslashreplace").decode()
