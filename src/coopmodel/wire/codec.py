"""A way to read and write records, for those who need another than the module's functions: unknown members kept, extensions typed, limits."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, get_args

import attrs
import msgspec
from cattrs import Converter

from coopmodel.errors import DecodeError, InvalidValue, Problem, shown
from coopmodel.model.agreement import Agreement
from coopmodel.model.entity import Entity
from coopmodel.values.digests import Digest, digest_of
from coopmodel.values.extensions import Extensions, thawed
from coopmodel.values.identifiers import to_identifier
from coopmodel.wire import fast
from coopmodel.wire.canonical import canonical as canonical_form
from coopmodel.wire.converter import OnUnknown, make_converter, make_converter_after
from coopmodel.wire.limits import DEEPEST_RECORD, LIMITS, Limits, Told, limited, read_file
from coopmodel.wire.parsing import each_repeated, encoded, parsed, refuse_deeper
from coopmodel.wire.plain import to_plain
from coopmodel.wire.problems import to_pointer, told_problems
from coopmodel.wire.typed import Typed, wire_form
from coopmodel.wire.versions import declared_version, newer_version, steps_from, warn_of_newer

if TYPE_CHECKING:
    from coopmodel.wire.refusals import Hook

PathLike: TypeAlias = str | os.PathLike[str]

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

_READERS: Final = MappingProxyType({".yaml": "load_yaml", ".yml": "load_yaml", ".jsonl": "iter_jsonl", ".ndjson": "iter_jsonl"})
"""What reads files whose names tell that they are not one text of JSON."""

_NO_CLASSES: Final[Mapping[str, type[Any]]] = MappingProxyType({})


class Codec:
    """Reads and writes records. It never changes, may be used from several threads, and can be pickled.

    Attributes:
        unknown: ``"refuse"``: a member that the format does not know is a problem. ``"keep"``: it is carried along and written again, at the
            end of its object; ``unknown_members`` tells which there are. Texts and timings have no members to add to: there it is a
            problem all the same, since a value that is understood in part is not understood.
        extensions: By namespace, the attrs class that extensions of this name are of. A record that is read holds the JSON as ever,
            and what the class refuses is a problem like any other; ``extension`` gives the object. Classes are read strictly; with
            ``unknown="keep"`` they may lack members that the JSON has. A member may be ``str``, ``int``, ``float``, ``bool``, a ``date``,
            any type of this library, an ``Enum`` of texts, a ``Literal``, another attrs class, a ``tuple[X, ...]``, a ``list[X]``, a
            ``dict[str, X]``, ``Any`` for JSON as it is, or one of them ``| None``.
        limits: How large and how deep a text may be, and how many of its problems are told.
    """

    unknown: OnUnknown
    extensions: Mapping[str, type[Any]]
    limits: Limits

    def __init__(
        self, *, unknown: OnUnknown = "refuse", extensions: Mapping[str, type[Any]] = _NO_CLASSES, limits: Limits = LIMITS
    ) -> None:
        """Prepare everything that reading takes.

        Raises:
            ValueError: ``unknown`` is another word, or one class stands for two namespaces.
            InvalidValue: A namespace has not the form of an identifier.
            TypeError: What stands for a namespace is no attrs class, or has a member of a type that cannot be read; or ``limits`` are no
                ``Limits``.
        """
        if unknown not in get_args(OnUnknown):
            raise ValueError(f"expected 'refuse' or 'keep', not {shown(unknown)}")
        if not isinstance(limits, Limits):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"expected Limits, not {shown(limits)}")
        self.unknown = unknown
        self.limits = limits
        self.extensions = MappingProxyType({to_identifier(namespace): _own_class(kind) for namespace, kind in extensions.items()})
        self._namespaces = {kind: namespace for namespace, kind in self.extensions.items()}
        if len(self._namespaces) != len(self.extensions):
            raise ValueError("one class cannot stand for two namespaces")
        self._fast = fast.WORKS and unknown == "refuse" and not self.extensions and limits.depth >= DEEPEST_RECORD
        self._readers: dict[str, Hook] = {}
        if self.extensions:
            typed = Typed(self._converter, forbid_unknown=unknown == "refuse", limits=limits)
            self._readers.update({namespace: typed.hook(kind) for namespace, kind in self.extensions.items()})

    @cached_property
    def _converter(self) -> Converter:
        """The strict converter; made when something is first read by it, since right records seldom are."""
        return make_converter(unknown=self.unknown, extensions=self._readers, limits=self.limits)

    @cached_property
    def _explaining(self) -> Converter:
        """What reads a text that is no record: parts that are right go the fast way, since most of them are."""
        return make_converter_after(fast.read_part, self.limits) if self._fast else self._converter

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by what it was made of."""
        return partial(Codec, unknown=self.unknown, extensions=dict(self.extensions), limits=self.limits), ()

    def loads(self, text: str | bytes, *, strict: bool = True) -> Agreement:
        """Return the record that a JSON text says; nothing is coerced, dropped or guessed.

        A text of an older format version is upgraded first; the pointers of problems are those of the text all the same. One of a newer
        minor version is read with a warning (``NewerVersion``), and the record keeps its version.

        Args:
            text: A JSON text (RFC 8259), as ``bytes`` in UTF-8 without a byte order mark.
            strict: Also refuse an object that has two members of one name (``member.repeated``), of which parsers keep the last. It takes a
                seventh longer, and a second, slower parse where a text is longer than it need be; leave it out only for texts that a
                program wrote.

        Raises:
            UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; nothing else was looked at.
            DecodeError: The text is no JSON (``json.*``, with line and column), goes beyond the limits (``json.size``, ``json.depth``), or is
                no record; ``problems`` lists every wrong place, up to the limit.
        """
        text = encoded(text, self.limits)
        record = fast.read(text, strict=strict) if self._fast else None
        if record is not None:
            return record
        document = parsed(text, self.limits)
        if self.limits.depth < DEEPEST_RECORD:
            refuse_deeper(text, document, self.limits.depth)
        try:
            steps_from(declared_version(document))  # before anything else is looked at
            return self._record_of(document, each_repeated(text) if strict else (), self._explaining)
        except DecodeError:
            refuse_deeper(text, document, self.limits.depth)  # not before: what is a record is less deep
            raise

    def record_of(self, document: Any, found: Iterable[Problem] = ()) -> Agreement:  # noqa: ANN401  JSON is any of its types
        """Return the record that a document of plain JSON types says, upgraded and warned of as in ``loads``.

        Args:
            document: What a parser made of a text.
            found: Problems that the text has already; they come before those of the record.

        Raises:
            UnsupportedVersion: The member ``coopmodel`` names no version that this library reads; ``found`` is not told.
            DecodeError: There are problems.
        """
        return self._record_of(document, found, self._converter)

    def _record_of(self, document: Any, found: Iterable[Problem], converter: Converter) -> Agreement:  # noqa: ANN401  as above
        version = declared_version(document)
        steps = steps_from(version)
        told = Told(self.limits)
        more = not all(map(told.add, found))
        for step in steps:
            document = step.upgrade(document)
        try:
            record = converter.structure(document, Agreement)
        except (InvalidValue, ExceptionGroup) as error:
            others = told_problems(error, document, self.limits)
            wrong = tuple(others.problems)
            for step in reversed(steps):
                wrong = tuple(map(step.original, wrong))
            every = (*newer_version(version, wrong), *told.problems, *wrong)
            raise DecodeError(limited(every, self.limits, more=more or others.more)) from None
        if told.problems:
            raise DecodeError(limited(told.problems, self.limits, more=more))
        warn_of_newer(version)
        return record

    def load(self, path: PathLike, *, strict: bool = True) -> Agreement:
        """Return the record in a file; ``strict`` as in ``loads``. Of one that is too large no more is read than shows that.

        Raises:
            OSError: The file cannot be read.
            DecodeError: As ``loads``; where the file's name says that it holds YAML or JSON Lines, the function that reads those is named.
        """
        try:
            return self.loads(read_file(path, self.limits.size), strict=strict)
        except DecodeError as error:
            reader = _READERS.get(Path(path).suffix.lower())
            if reader is None or error.problems[0].code != "json.syntax":
                raise
            wrong = error.problems[0]
            message = f"{wrong.message}; {reader} reads such files"
            raise DecodeError([Problem("", wrong.code, message, line=wrong.line, column=wrong.column)]) from None

    def dumps(self, agreement: Agreement, *, indent: int | None = None, canonical: bool = False) -> str:
        """Return the record as JSON text: members in the order of the format's page, defaults left out, unknown members last.

        Args:
            agreement: The record.
            indent: Spaces for each level; ``None`` writes one line without white space.
            canonical: Whether to write the canonical form (RFC 8785), in which equal records have equal bytes: for digests and signatures.
                It has one spelling for each number: a float without a fraction, which only extensions and unknown members hold, reads
                back as an integer.

        Raises:
            TypeError: ``agreement`` is no ``Agreement``.
            ValueError: The canonical form has no white space, so ``indent`` cannot go with it.
        """
        if not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"expected an Agreement, not {shown(agreement)}")
        if canonical:
            if indent is not None:
                raise ValueError("the canonical form has no white space: leave indent out")
            return canonical_form(to_plain(agreement))
        line = (fast.write(agreement) if fast.WORKS else None) or msgspec.json.encode(to_plain(agreement)).decode()
        return line if indent is None else msgspec.json.format(line, indent=indent)

    def dump(self, agreement: Agreement, path: PathLike, *, indent: int | None = 2) -> None:
        """Write the record to a file, with a newline at its end. The file is whole or not there: when something fails, the old one stays.

        Raises:
            OSError: The file cannot be written.
        """
        from coopmodel.wire.atomic import replacing  # noqa: PLC0415  who only reads does not pay for it

        text = (self.dumps(agreement, indent=indent) + "\n").encode()
        with replacing(path) as file:
            file.write(text)

    def digest(self, agreement: Agreement) -> Digest:
        """Return the SHA-256 of the record's canonical form: equal for equal records, whatever their files look like, and for no others.

        Raises:
            TypeError: ``agreement`` is no ``Agreement``.
        """
        return digest_of(self.dumps(agreement, canonical=True).encode())

    def extension(self, entity: Entity, kind: type[T]) -> T | None:
        """Return the extension of an entity that is of this class; ``None`` where it has none. It is read anew each time.

        Raises:
            TypeError: The class stands for no namespace of this codec.
            DecodeError: The entity was not read by this codec, and the extension is wrong; pointers begin at the entity.
        """
        namespace = self._namespace(kind)
        content = entity.extensions.get(namespace)
        if content is None:
            return None
        document = thawed(content)
        try:
            found: T = self._readers[namespace](document, kind)
        except (InvalidValue, ExceptionGroup) as error:
            outside, told = to_pointer(("extensions", namespace)), told_problems(error, document, self.limits)
            moved = [Problem(outside + it.pointer, it.code, it.message, it.value, it.allowed) for it in told.problems]
            raise DecodeError(limited(moved, self.limits, more=told.more)) from None
        return found

    def extended(self, entity: E, extension: object) -> E:
        """Return the entity with this extension, in the place of the one of the same class; others stay.

        Raises:
            TypeError: Its class stands for no namespace of this codec.
            InvalidValue: It holds what JSON cannot say.
        """
        namespace = self._namespace(type(extension))
        return attrs.evolve(entity, extensions=Extensions({**entity.extensions, namespace: wire_form(extension)}))

    def _namespace(self, kind: type[Any]) -> str:
        namespace = self._namespaces.get(kind)
        if namespace is None:
            raise TypeError(f"{kind.__name__} stands for no namespace of this codec")
        return namespace


def _own_class(kind: Any) -> Any:  # noqa: ANN401  anything may be handed in
    if not isinstance(kind, type) or not attrs.has(kind):
        raise TypeError(f"expected an attrs class for an extension, not {shown(kind)}")
    return kind
