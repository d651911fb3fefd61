"""What a rule is: a pure function over one record's index, and everything that there is to say about it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple, Self, TypeAlias

import attrs

from coopmodel.analysis.index import Index
from coopmodel.analysis.quotations import QuotableText
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.rules.findings import Finding, Need, Operation, Severity

LANGUAGES: Final = ("es", "en")

Scope: TypeAlias = Literal["record", "entity", "citation", "series"]
"""What a rule looks at: the record as a whole, each entity, each quotation, or a record together with related ones."""


class Found(NamedTuple):
    """What a rule's function yields.

    Attributes:
        pointer: JSON Pointer to the place.
        values: What fills the message's braces; a mapping with ``es`` and ``en`` is said in the reader's language.
        repair: A JSON Patch, where one is sensible.
        on: Id that suppressions go by, where it is not that of the innermost entity around the place.
    """

    pointer: str
    values: Mapping[str, Any]
    repair: tuple[Operation, ...] = ()
    on: str | None = None


class Context:
    """One record and what is known beside it.

    Attributes:
        agreement: The record.
        index: Its index.
        as_of: The day to judge by, or ``None``.
        texts: Texts of sources by id, or ``None``.
        related: Other records of the series, by agreement id; of two revisions of one agreement the last given, and never this record itself.
    """

    def __init__(
        self,
        agreement: Agreement,
        as_of: date | None = None,
        texts: Mapping[str, str] | None = None,
        related: Iterable[Agreement] = (),
    ) -> None:
        """Index the record."""
        self.agreement = agreement
        self.index: Index = Index(agreement)
        self.as_of = as_of
        self.texts = texts
        self.related: Mapping[str, Agreement] = {record.id: record for record in related if record.id != agreement.id}
        self._indexes: dict[str, Index] = {agreement.id: self.index}
        self._quotable: dict[str, QuotableText | None] = {}
        self._places: dict[tuple[str | None, ...], tuple[tuple[int, int], ...]] = {}

    def index_of(self, record: str) -> Index | None:
        """Return the index of a record by its id, this one's or a related one's; ``None`` where the record was not given."""
        if record not in self._indexes and record in self.related:
            self._indexes[record] = Index(self.related[record])
        return self._indexes.get(record)

    @property
    def today(self) -> date:
        """The day to judge by; asked for only by rules that need it."""
        if self.as_of is None:
            raise LookupError("a rule that asks for a day must say that it needs as_of")
        return self.as_of

    def quotable(self, source: str) -> QuotableText | None:
        """Return the text of a source, prepared for look-ups, or ``None`` where it was not given."""
        if source not in self._quotable:
            text = (self.texts or {}).get(source)
            self._quotable[source] = None if text is None else QuotableText(text)
        return self._quotable[source]

    def places(self, citation: Citation) -> tuple[tuple[int, int], ...]:
        """Return start and end of the first two places where the quoted words stand; a quotation used twice is looked up once."""
        key = (citation.source, citation.exact, citation.prefix, citation.suffix)
        if key not in self._places:
            text = self.quotable(citation.source)
            found = (
                text.find(citation.exact, citation.prefix, citation.suffix, limit=2)
                if text is not None and citation.exact is not None
                else ()
            )
            self._places[key] = tuple(found)
        return self._places[key]


@attrs.frozen(kw_only=True)
class Example:
    """A small record: the members that matter, put over one that is otherwise in order."""

    members: Mapping[str, Any]
    as_of: date | None = None
    texts: Mapping[str, str] | None = None

    def document(self) -> dict[str, Any]:
        """Return the whole document, as plain JSON types."""
        base: dict[str, Any] = {
            "coopmodel": "1.0",
            "id": "example",
            "revision": 1,
            "title": {"en": "Example", "es": "Ejemplo"},
            "parties": [{"id": "cl", "kind": "country", "country": "CL"}, {"id": "pe", "kind": "country", "country": "PE"}],
        }
        return base | dict(self.members)


@attrs.frozen(kw_only=True, repr=False)
class Rule:
    """One rule: what it finds, how bad that is, why it matters, and how to see it wrong and right."""

    code: str
    """Letters of its group and three digits; never used again for another rule."""
    name: Mapping[str, str]
    """What it finds, in a few words, in ``es`` and ``en``."""
    severity: Severity
    strict: Severity
    """Its severity where a user asks for strictness."""
    scope: Scope
    rationale: Mapping[str, str]
    """Why anybody should care, in ``es`` and ``en``."""
    messages: Mapping[str, str]
    """Templates in ``es`` and ``en``; names in braces are filled from ``Found.values``."""
    wrong: Example
    """A record that yields exactly this finding."""
    right: Example
    """A record that yields none."""
    find: Callable[[Context], Iterable[Found]]
    """Yields what it finds; pure, never raises, linear in the record."""
    needs: Need | None = None
    """An argument of ``check`` without which it is left out."""

    def __repr__(self) -> str:
        """Show the code."""
        return f"<Rule {self.code}>"

    def promoted(self) -> Self:
        """Return the rule with its strict severity."""
        return attrs.evolve(self, severity=self.strict)

    def findings(self, context: Context) -> Iterable[Finding]:
        """Yield the rule's findings in a record."""
        for found in self.find(context):
            yield Finding(
                code=self.code,
                severity=self.severity,
                pointer=found.pointer,
                on=found.on or context.index.owner_of(found.pointer),
                messages={language: self._said(found.values, language) for language in LANGUAGES},
                values=found.values,
                repair=found.repair,
            )

    def _said(self, values: Mapping[str, Any], language: str) -> str:
        return self.messages[language].format_map(_Words(values, language))


class _Words:
    """The values in words of one language, each put into words only when a message asks for it: a value may be long."""

    def __init__(self, values: Mapping[str, Any], language: str) -> None:
        self._values = values
        self._language = language

    def __getitem__(self, name: str) -> str:
        return _in_words(self._values[name], self._language)


def _in_words(value: Any, language: str) -> str:  # noqa: ANN401  whatever a rule speaks of
    if isinstance(value, Mapping):
        return str(value[language])  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, tuple):
        return ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return str(value)
