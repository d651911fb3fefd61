"""What a rule may know: one record, its index, and what was given beside it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from coopmodel.analysis.due import DueEvent
from coopmodel.analysis.index import Index
from coopmodel.analysis.quotations import QuotableText
from coopmodel.analysis.status import Judged, Status, judged_in
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.rules.findings import Need


class Failure(NamedTuple):
    """A rule that raised.

    Attributes:
        code: Code of the rule.
        name: What it finds, in ``es`` and ``en``.
        error: Type and text of what it raised.
    """

    code: str
    name: Mapping[str, str]
    error: str


class Outcome(NamedTuple):
    """What became of the rules that were judged before.

    Attributes:
        unmatched: Numbers of the record's suppressions that covered nothing although their rule looked at everything.
        failures: Rules that raised.
    """

    unmatched: tuple[int, ...] = ()
    failures: tuple[Failure, ...] = ()


class Context:
    """One record and what is known beside it.

    Attributes:
        agreement: The record.
        index: Its index.
        as_of: The day to judge by, or ``None``.
        texts: Texts of sources by id, or ``None``.
        related: Other records of the series, by agreement id; of two revisions of one agreement the last given, and never this record itself.
        outcome: What became of the other rules; empty until all of them were judged.
    """

    def __init__(
        self,
        agreement: Agreement,
        as_of: date | None = None,
        texts: Mapping[str, str] | None = None,
        related: Iterable[Agreement] = (),
    ) -> None:
        """Index the record."""
        self.agreement: Agreement = agreement
        self.index: Index = Index(agreement)
        self.as_of: date | None = as_of
        self.texts: Mapping[str, str] | None = texts
        self.related: Mapping[str, Agreement] = {record.id: record for record in related if record.id != agreement.id}
        self.outcome: Outcome = Outcome()
        self._indexes: dict[str, Index] = {agreement.id: self.index}
        self._quotable: dict[str, QuotableText | None] = {}
        self._places: dict[tuple[str | None, ...], tuple[tuple[int, int], ...]] = {}

    def missing(self, need: Need) -> tuple[str, ...] | None:
        """Return ids of sources without text, or of records that are followed and were not given; ``None`` where there is nothing at all."""
        if need == "as_of":
            return None if self.as_of is None else ()
        if need == "texts":
            return None if self.texts is None else tuple([source for source in self._quoted if self.quotable(source) is None])
        return tuple([record for record in self.followed if record not in self.related])

    @cached_property
    def _quoted(self) -> tuple[str, ...]:
        citations = [citation for _, citation in self.index.each(Citation) if citation.exact is not None]
        return tuple(dict.fromkeys([str(citation.source) for citation in citations]))

    def index_of(self, record: str) -> Index | None:
        """Return the index of a record by its id, this one's or a related one's; ``None`` where the record was not given."""
        if record not in self._indexes and record in self.related:
            self._indexes[record] = Index(self.related[record])
        return self._indexes.get(record)

    @cached_property
    def followed(self) -> tuple[str, ...]:
        """Ids of the records that this one follows or continues commitments of, given or not, in the order of the document."""
        follows = [relation.target for relation in self.agreement.relations if relation.kind == "follows" and relation.target is not None]
        continues = [one for commitment in self.agreement.commitments for one in commitment.continues if "#" in one]
        named = [*follows, *[reference.partition("#")[0] for reference in continues]]
        return tuple(dict.fromkeys([str(name) for name in named if name != self.agreement.id]))

    @cached_property
    def related_indexes(self) -> tuple[Index, ...]:
        """The indexes of the related records."""
        return tuple([index for record in self.related if (index := self.index_of(record)) is not None])

    @cached_property
    def judged(self) -> Mapping[str, Judged]:
        """What has become of each commitment, milestone and meeting as of the day to judge by."""
        return judged_in(self.index, self.today, self.related_indexes)

    @cached_property
    def due(self) -> tuple[DueEvent, ...]:
        """Every due event; see ``due_events``."""
        return tuple([facts.event for facts, _ in self.judged.values() if facts.entity is facts.event.entity])

    def status_of(self, identifier: str) -> Status:
        """Return all that there is to say of what has become of one of them."""
        return self.judged[identifier].told(self.today)

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
