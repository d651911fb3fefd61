"""A record for a person to read, whole: every member of every entity, in words."""

import datetime
import json
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

from coopmodel.analysis.in_words import date_in_words, period_in_words, quantity_in_words, timing_in_words
from coopmodel.analysis.recurrences import recurrence_in_words
from coopmodel.analysis.references import REFERENCES, entry
from coopmodel.analysis.wording import AREA, FREE, vocabulary_of
from coopmodel.cli.lines import Line, line
from coopmodel.cli.record import Reader
from coopmodel.codes.labels import label
from coopmodel.codes.members import member_label
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Target
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import Delegation, Mechanism, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, Party
from coopmodel.model.record import Record
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.model.unknown import known_class, member_names, unknown_of
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.plain import to_plain

_HEADINGS: Final = {
    "authorities": {"es": "Autoridades", "en": "Authorities"},
    "officials": {"es": "Funcionarios", "en": "Officials"},
    "mechanisms": {"es": "Mecanismos", "en": "Mechanisms"},
    "taxonomy": {"es": "Áreas propias", "en": "Areas of its own"},
    "statements": {"es": "Declaraciones", "en": "Statements"},
    "sources": {"es": "Fuentes", "en": "Sources"},
    "relations": {"es": "Relaciones", "en": "Relations"},
    "suppressions": {"es": "Supresiones", "en": "Suppressions"},
}
_PARTIES: Final = {
    "country": {"es": "país", "en": "country"},
    "subdivision": {"es": "subdivisión", "en": "subdivision"},
    "organization": {"es": "organización", "en": "organization"},
}
_BOOLEANS: Final = {True: {"es": "sí", "en": "yes"}, False: {"es": "no", "en": "no"}}
_NEW_DUE: Final = {"es": "nuevo plazo", "en": "new due date"}
_TOLD_OF_THE_RECORD: Final = (
    *("title", "revision", "instrument", "status", "summary", "parties", "participation", "meetings", "objectives", "commitments"),
    *("roadmap", "reports", *_HEADINGS),
)
_TOLD_ELSEWHERE: Final = frozenset({"id", "evidence", "extensions"})
_TOLD_OF_PARTS: Final[Mapping[type[Any], tuple[str, ...]]] = {
    Place: ("country", "locality", "venue"),
    Money: ("amount", "currency"),
    ExternalIdentifier: ("scheme", "id"),
    Target: ("value",),
    AreaMapping: ("scheme", "code"),
}
"""By class without lines of its own: the members that its few words say; the others follow in brackets."""


class WholeReader(Reader):
    """Puts one record into words of one language, and leaves out nothing.

    Of a text in several languages it tells one. Codes and dates are told in words, and ids by the names that they stand for.
    """

    def __init__(self, record: Agreement, language: str) -> None:
        """Lay out how each value is told."""
        super().__init__(record, language)
        self._in_words: Final[Mapping[type[Any], Callable[[Any], str]]] = {
            bool: lambda value: _BOOLEANS[value][language],
            Text: self._best,
            Country: lambda value: value.name(language),
            datetime.date: lambda value: date_in_words(PartialDate.of(value), language),
            PartialDate: lambda value: date_in_words(value, language),
            Period: lambda value: period_in_words(value, language),
            Timing: lambda value: timing_in_words(value, language, self.name_of),
            Quantity: lambda value: quantity_in_words(value, language),
            Recurrence: lambda value: recurrence_in_words(value, language),
            Place: self._place,
            ExternalIdentifier: lambda value: self._complete(value, f"{value.scheme} {value.id}"),
            Target: lambda value: self._complete(value, quantity_in_words(value.value, language)),
            AreaMapping: lambda value: self._complete(value, f"{value.scheme} {value.code}"),
        }

    def _sections(self) -> Iterator[tuple[str, Sequence[Line]]]:
        record = self.record
        brief = dict(super()._sections())
        yield "parties", brief["parties"]
        yield "authorities", [part for authority in record.authorities for part in self._authority(authority)]
        yield "officials", [part for official in record.officials for part in self._official(official)]
        yield "acts", brief["acts"]
        yield "mechanisms", [part for mechanism in record.mechanisms for part in self._mechanism(mechanism)]
        yield "meetings", brief["meetings"]
        yield "objectives", brief["objectives"]
        yield "taxonomy", [part for area in record.taxonomy for part in self._own_area(area)]
        yield "commitments", brief["commitments"]
        yield "roadmap", brief["roadmap"]
        yield "statements", [part for statement in record.statements for part in self._statement(statement)]
        yield "reports", brief["reports"]
        yield "sources", [part for source in record.sources for part in self._source(source)]
        yield "relations", [part for relation in record.relations for part in self._relation(relation)]
        yield "suppressions", [part for suppression in record.suppressions for part in self._suppression(suppression)]

    def _said(self, word: str) -> str:
        return _HEADINGS[word][self.language] if word in _HEADINGS else super()._said(word)

    def _head(self) -> Iterator[Line]:
        yield from super()._head()
        yield from self._more(self.record, 0, _TOLD_OF_THE_RECORD)

    def _more(self, entity: Entity, indent: int, told: Collection[str]) -> Iterator[Line]:
        yield from self._details(entity, indent, told)
        if "evidence" not in told:
            for citation in entity.evidence:
                yield from self._citation(citation, indent)
        if entity.extensions:
            yield line(indent, f"{member_label('extensions', self.language)}: {_json(entity.extensions)}", "dim")

    def _details(self, record: Record, indent: int, told: Collection[str]) -> Iterator[Line]:
        facts = [*self._facts(record, {*told, *_TOLD_ELSEWHERE})]
        if facts:
            yield line(indent, " · ".join(facts), "dim")

    def _facts(self, record: object, told: Collection[str]) -> Iterator[str]:
        """Yield each member that is there, with what it is called; then what the format does not know."""
        for name in member_names(record.__class__):
            value = getattr(record, name)
            if name not in told and value is not None and value != ():
                called = _NEW_DUE[self.language] if isinstance(record, Report) and name == "due" else member_label(name, self.language)
                yield f"{called}: {self._value(record, name, value)}"
        for name, value in unknown_of(record).items():
            yield f"{name}: {_json(value)}"

    def _value(self, owner: object, name: str, value: Any) -> str:  # noqa: ANN401  of any member
        refers = name in (entry(REFERENCES, owner.__class__) or {})
        if isinstance(value, tuple):
            return (", " if refers else "; ").join([self._value(owner, name, one) for one in value])  # pyright: ignore[reportUnknownVariableType]
        if refers:
            return self.name_of(value)
        if isinstance(value, str):
            return self._word(owner, name, value)
        say = entry(self._in_words, value.__class__)
        return str(value) if say is None else say(value)

    def _word(self, owner: object, name: str, word: str) -> str:
        if name in {"prefix", "suffix"}:
            return self._quoted(word)
        if name == "supports":
            return member_label(word, self.language)
        if name == "kind" and word in _PARTIES:
            return _PARTIES[word][self.language]
        vocabulary = vocabulary_of(cast("Hashable", known_class(owner.__class__)), name)
        if vocabulary == AREA:
            return self._area(word)
        return word if vocabulary in {None, FREE} else label(str(vocabulary), word, self.language)

    def _complete(self, part: object, said: str) -> str:
        facts = ", ".join(self._facts(part, entry(_TOLD_OF_PARTS, part.__class__) or ()))
        return f"{said} ({facts})" if facts else said

    def _with_id(self, name: str, identifier: str, indent: int = 2) -> Line:
        return Line(indent, ((name, ""), (f" [{identifier}]", "dim")))

    def _party(self, party: Party) -> Iterator[Line]:
        [head] = super()._party(party)
        yield Line(head.indent, (*head.parts, (f" [{party.id}]", "dim")))
        if party.name is None:
            told = ("role", "country", "code")
        else:
            told = ("name", "acronym", "role", *(("kind",) if isinstance(party, CountryParty) else ()))
        yield from self._more(party, 4, told)

    def _authority(self, authority: Authority) -> Iterator[Line]:
        yield self._with_id(self._long_name(authority), authority.id)
        yield from self._more(authority, 4, ("name", "acronym"))

    def _official(self, official: Official) -> Iterator[Line]:
        yield self._with_id(self.name_of(official.id), official.id)
        yield from self._more(official, 4, ("post",) if official.name is None else ("name",))

    def _act(self, act: Participation) -> Iterator[Line]:
        yield from super()._act(act)
        yield from self._more(act, 4, ("action", "party", "date", *(("effective",) if act.date is None else ())))

    def _when(self, act: Participation) -> str:
        said = super()._when(act)
        return f"{member_label('effective', self.language)}: {said}" if act.date is None and act.effective is not None else said

    def _mechanism(self, mechanism: Mechanism) -> Iterator[Line]:
        yield self._with_id(self.name_of(mechanism.id), mechanism.id)
        yield from self._more(mechanism, 4, ("name",))

    def _delegation(self, delegation: Delegation) -> Iterator[Line]:
        yield line(4, self._named([delegation.party]))
        yield from self._more(delegation, 6, ("party",))

    def _own_area(self, area: ThematicArea) -> Iterator[Line]:
        yield self._with_id(self._best(area.label), area.code)
        yield from self._more(area, 4, ("label", "code"))

    def _commitment(self, commitment: Commitment) -> Iterator[Line]:
        yield from super()._commitment(commitment)
        if commitment.indicators:
            yield line(6, member_label("indicators", self.language).capitalize(), "dim")
        for indicator in commitment.indicators:
            yield from self._indicator(indicator)

    def _indicator(self, indicator: Indicator) -> Iterator[Line]:
        yield self._with_id(self._best(indicator.title), indicator.id, 8)
        yield from self._more(indicator, 10, ("title",))

    def _citation(self, citation: Citation, indent: int) -> Iterator[Line]:
        yield from super()._citation(citation, indent)
        yield from self._details(citation, indent if citation.exact is None else indent + 2, ("exact",))

    def _statement(self, statement: Statement) -> Iterator[Line]:
        speaker = self._named([statement.speaker]) if statement.speaker is not None else self._said("all")
        yield Line(2, ((f"{speaker}: ", "title"), (self._best(statement.text), "quote"), (f" [{statement.id}]", "dim")))
        yield from self._more(statement, 4, ("text", "speaker"))

    def _source(self, source: Source) -> Iterator[Line]:
        kind = label("source-kind", source.kind, self.language)
        yield self._with_id(kind if source.title is None else self._best(source.title), source.id)
        facts = [] if source.title is None else [kind]
        if source.publisher is not None:
            facts.append(self._best(source.publisher))
        if source.published is not None:
            facts.append(date_in_words(source.published, self.language))
        if facts:
            yield line(4, " · ".join(facts), "dim")
        if source.url is not None:
            yield line(4, source.url, "dim")
        yield from self._more(source, 4, ("kind", "title", "publisher", "published", "url"))

    def _relation(self, relation: Relation) -> Iterator[Line]:
        named = next(name for name in ("target", "url", "identifier", "title") if getattr(relation, name) is not None)
        other = self._value(relation, named, getattr(relation, named))
        yield line(2, f"{label('relation', relation.kind, self.language)}: {other}")
        yield from self._more(relation, 4, ("kind", named))

    def _suppression(self, suppression: Suppression) -> Iterator[Line]:
        yield Line(2, ((f"{suppression.code}: ", "title"), (self._best(suppression.reason), "")))
        yield from self._details(suppression, 4, ("code", "reason"))


def _json(value: Any) -> str:  # noqa: ANN401  data of others
    return json.dumps(to_plain(value), ensure_ascii=False)
