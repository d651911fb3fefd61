"""A record for a person to read: who agreed what with whom, how firmly, in which words, by when."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from coopmodel.cli.lines import Line, line
from coopmodel.cli.words import date_in_words, period_in_words, timing_in_words
from coopmodel.codes.labels import label
from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import STRENGTH_RANKS
from coopmodel.model.agreement import Agreement, Identified
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Place
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, Party
from coopmodel.model.statements import Report
from coopmodel.values.dates import PartialDate
from coopmodel.values.open_codes import AreaCode
from coopmodel.values.text import Text

_WORDS: Final = {
    "revision": {"es": "revisión", "en": "revision"},
    "parties": {"es": "Partes", "en": "Parties"},
    "meetings": {"es": "Reuniones", "en": "Meetings"},
    "agenda": {"es": "Temario", "en": "Agenda"},
    "objectives": {"es": "Objetivos", "en": "Objectives"},
    "commitments": {"es": "Compromisos", "en": "Commitments"},
    "unjudged": {"es": "sin calificar", "en": "not judged"},
    "roadmap": {"es": "Hoja de ruta", "en": "Roadmap"},
    "reports": {"es": "Informes", "en": "Reports"},
    "statements": {"es": "Declaraciones", "en": "Statements"},
    "sources": {"es": "Fuentes", "en": "Sources"},
    "acts": {"es": "Actos", "en": "Acts"},
    "undated": {"es": "sin fecha", "en": "no date"},
    "by": {"es": "a cargo de", "en": "by"},
    "with": {"es": "con", "en": "with"},
    "lead": {"es": "dirige", "en": "lead"},
    "support": {"es": "apoya", "en": "support"},
    "due": {"es": "plazo", "en": "due"},
    "areas": {"es": "áreas", "en": "areas"},
    "delivers": {"es": "entrega", "en": "delivers"},
    "about": {"es": "sobre", "en": "about"},
    "all": {"es": "todas las partes", "en": "all parties"},
}


class Reader:
    """Puts one record into words of one language.

    Attributes:
        record: The record.
        language: ``es`` or ``en``.
    """

    def __init__(self, record: Agreement, language: str) -> None:
        """Make the names of all entities findable by id."""
        self.record = record
        self.language = language
        self._by_id = {str(entity.id): entity for entity in reversed([*record.entities()])}
        self._names = {identifier: self._name(entity) for identifier, entity in self._by_id.items()}
        self._areas = {area.code: self._best(area.label) for area in record.taxonomy}

    def lines(self, *, full: bool) -> Iterator[Line]:
        """Yield the whole record; ``full`` adds statements and sources."""
        yield from self._head()
        yield from self._section("parties", [line(2, self._party(party)) for party in self.record.parties])
        yield from self._section("acts", [line(2, self._act(number)) for number in range(len(self.record.participation))])
        yield from self._section("meetings", [part for meeting in self.record.meetings for part in self._meeting(meeting)])
        yield from self._section("objectives", [line(2, self._titled(objective.id)) for objective in self.record.objectives])
        yield from self._section("commitments", [*self._commitments()])
        yield from self._section("roadmap", [part for milestone in self.record.roadmap for part in self._milestone(milestone)])
        yield from self._section("reports", [part for report in self.record.reports for part in self._report(report)])
        if full:
            yield from self._section("statements", [*self._statements()])
            yield from self._section("sources", [*self._sources()])

    def name_of(self, identifier: str) -> str:
        """Return what the entity with this id is called; an id that is not in the record stands for itself."""
        return self._names.get(identifier, identifier)

    def _said(self, word: str) -> str:
        return _WORDS[word][self.language]

    def _best(self, text: Text) -> str:
        return text.best(self.language)

    def _named(self, identifiers: Iterable[str]) -> str:
        return ", ".join([self._names.get(identifier, identifier) for identifier in identifiers])

    def _titled(self, identifier: str) -> str:
        return f"{self._names[identifier]} [{identifier}]"

    def _name(self, entity: Identified) -> str:
        if isinstance(entity, CountryParty):
            return self._best(entity.name) if entity.name is not None else entity.country.name(self.language)
        if isinstance(entity, OrganizationParty | Authority):
            return entity.acronym or self._best(entity.name)
        if isinstance(entity, Official) and entity.name is not None:
            return entity.name
        for member in ("name", "title", "statement", "text", "post", "code"):
            value = getattr(entity, member, None)
            if value is not None:
                return self._best(value) if isinstance(value, Text) else str(value)
        return str(entity.id)

    def _section(self, heading: str, lines: Sequence[Line]) -> Iterator[Line]:
        if lines:
            yield Line()
            yield line(0, self._said(heading), "heading")
            yield from lines

    def _head(self) -> Iterator[Line]:
        record, language = self.record, self.language
        facts = [record.id, f"{self._said('revision')} {record.revision}"]
        if record.instrument is not None:
            facts.append(label("instrument", record.instrument, language))
        if record.status is not None:
            facts.append(label("agreement-status", record.status, language))
        yield line(0, self._best(record.title), "title")
        yield line(0, " · ".join(facts), "dim")
        if record.summary is not None:
            yield line(0, self._best(record.summary))

    def _party(self, party: Party) -> str:
        name = self._names[party.id]
        if isinstance(party, OrganizationParty) and party.acronym is not None:
            name = f"{self._best(party.name)} ({party.acronym})"
        return name if party.role == "party" else f"{name}: {label('party-role', party.role, self.language)}"

    def _act(self, number: int) -> str:
        act = self.record.participation[number]
        date = act.date or act.effective
        facts = [label("participation-action", act.action, self.language)]
        facts.append(self._named([act.party]) if act.party is not None else self._said("all"))
        facts.append(date_in_words(date, self.language) if date is not None else self._said("undated"))
        return " · ".join(facts)

    def _meeting(self, meeting: Meeting) -> Iterator[Line]:
        yield line(2, self._titled(meeting.id))
        facts = [timing_in_words(meeting.date, self.language, self.name_of) if meeting.date is not None else self._said("undated")]
        if meeting.place is not None:
            facts.append(self._place(meeting.place))
        if meeting.mode is not None:
            facts.append(label("meeting-mode", meeting.mode, self.language))
        if meeting.status is not None:
            facts.append(label("meeting-status", meeting.status, self.language))
        yield line(4, " · ".join(facts), "dim")
        for delegation in meeting.delegations:
            people = "; ".join([self._person(identifier) for identifier in (*delegation.heads, *delegation.members)])
            yield line(4, f"{self._named([delegation.party])}: {people}".removesuffix(": "))
        if meeting.agenda:
            yield line(4, self._said("agenda"), "dim")
        for number, item in enumerate(meeting.agenda, start=1):
            yield line(6, f"{number}. {self._best(item.title)}")

    def _person(self, identifier: str) -> str:
        official = self._by_id.get(identifier)
        if not isinstance(official, Official):
            return identifier
        post = self._best(official.post) if official.post is not None else None
        return ", ".join([part for part in (official.name, post) if part is not None])

    def _place(self, place: Place) -> str:
        country = place.country.name(self.language) if place.country is not None else None
        return ", ".join([part for part in (place.venue, place.locality, country) if part is not None])

    def _commitments(self) -> Iterator[Line]:
        groups: dict[str | None, list[Commitment]] = {strength: [] for strength in reversed([*STRENGTH_RANKS])}
        groups[None] = []
        for commitment in self.record.commitments:
            groups[commitment.strength].append(commitment)
        for strength, commitments in groups.items():
            if commitments:
                name = label("strength", strength, self.language) if strength is not None else self._said("unjudged")
                yield line(2, f"{name} ({len(commitments)})", "title")
                for commitment in commitments:
                    yield from self._commitment(commitment)

    def _commitment(self, commitment: Commitment) -> Iterator[Line]:
        yield Line(4, ((self._best(commitment.statement), ""), (f" [{commitment.id}]", "dim")))
        quotations = [citation.exact for citation in commitment.evidence if citation.exact is not None]
        for quotation in quotations:
            yield line(6, f"«{quotation}»" if self.language == "es" else f"“{quotation}”", "quote")
        facts = [
            f"{self._said(word)} {self._named(identifiers)}"
            for word, identifiers in (
                ("by", commitment.obligors),
                ("with", commitment.counterparts),
                ("lead", commitment.lead),
                ("support", commitment.support),
            )
            if identifiers
        ]
        due = self._due(commitment)
        if due is not None:
            facts.append(f"{self._said('due')}: {due}")
        if commitment.areas:
            facts.append(f"{self._said('areas')}: {'; '.join(map(self._area, commitment.areas))}")
        if facts:
            yield line(6, " · ".join(facts), "dim")

    def _area(self, code: str) -> str:
        return THEMES[code].labels[self.language] if code in THEMES else self._areas.get(AreaCode(code), code)

    def _due(self, entity: Commitment | Milestone) -> str | None:
        timing = entity.due
        if entity.meeting is not None:
            meeting = self._by_id.get(entity.meeting)
            timing = meeting.date if isinstance(meeting, Meeting) else None
        return timing_in_words(timing, self.language, self.name_of) if timing is not None else None

    def _milestone(self, milestone: Milestone) -> Iterator[Line]:
        due = self._due(milestone) or self._said("undated")
        yield Line(2, ((f"{due}: ", "title"), (self._best(milestone.title), ""), (f" [{milestone.id}]", "dim")))
        if milestone.delivers:
            yield line(4, f"{self._said('delivers')}: {self._named(milestone.delivers)}", "dim")

    def _report(self, report: Report) -> Iterator[Line]:
        facts = [label("report-status", report.status, self.language)] if report.status is not None else []
        if isinstance(report.date, PartialDate):
            facts.append(date_in_words(report.date, self.language))
        elif report.date is not None:
            facts.append(period_in_words(report.date, self.language))
        head = f"{', '.join(facts)}: " if facts else ""
        yield Line(2, ((head, "title"), (self._best(report.text), ""), (f" [{report.id}]", "dim")))
        if report.about:
            yield line(4, f"{self._said('about')}: {self._named(report.about)}", "dim")

    def _statements(self) -> Iterator[Line]:
        for statement in self.record.statements:
            speaker = self._named([statement.speaker]) if statement.speaker is not None else self._said("all")
            yield Line(2, ((f"{speaker}: ", "title"), (self._best(statement.text), "quote")))

    def _sources(self) -> Iterator[Line]:
        for source in self.record.sources:
            title = self._best(source.title) if source.title is not None else source.kind
            facts = [self._best(source.publisher)] if source.publisher is not None else []
            if source.published is not None:
                facts.append(date_in_words(source.published, self.language))
            yield Line(2, ((title, ""), (f" [{source.id}]", "dim")))
            if facts:
                yield line(4, " · ".join(facts), "dim")
            if source.url is not None:
                yield line(4, source.url, "dim")
