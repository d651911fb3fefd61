"""A record for a person to read, in brief: who agreed what with whom, how firmly, in which words, by when."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from coopmodel.analysis.in_words import date_in_words, money_in_words, period_in_words, timing_in_words
from coopmodel.analysis.recurrences import recurrence_in_words
from coopmodel.cli.lines import Line, line
from coopmodel.codes.labels import label
from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import STRENGTH_RANKS
from coopmodel.model.agreement import Agreement, Identified
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone, Objective
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import Delegation, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, Party
from coopmodel.model.statements import Report
from coopmodel.values.dates import PartialDate
from coopmodel.values.open_codes import AreaCode
from coopmodel.values.quantities import Money
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
_TOLD: Final = {
    Meeting: ("title", "date", "place", "mode", "status", "delegations", "agenda"),
    Commitment: (
        "statement",
        "strength",
        "areas",
        "obligors",
        "counterparts",
        "lead",
        "support",
        "due",
        "recurrence",
        "indicators",
        "money",
        "evidence",
    ),
}
"""What the lines of an entity say themselves, where that is much."""


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

    def lines(self) -> Iterator[Line]:
        """Yield what was agreed, and what came of it."""
        yield from self._head()
        for heading, lines in self._sections():
            yield from self._section(heading, lines)

    def _sections(self) -> Iterator[tuple[str, Sequence[Line]]]:
        record = self.record
        yield "parties", [part for party in record.parties for part in self._party(party)]
        yield "acts", [part for act in record.participation for part in self._act(act)]
        yield "meetings", [part for meeting in record.meetings for part in self._meeting(meeting)]
        yield "objectives", [part for objective in record.objectives for part in self._objective(objective)]
        yield "commitments", [*self._commitments()]
        yield "roadmap", [part for milestone in record.roadmap for part in self._milestone(milestone)]
        yield "reports", [part for report in record.reports for part in self._report(report)]

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

    def _more(self, _entity: Entity, _indent: int, _told: Collection[str]) -> Iterable[Line]:
        """Return lines on what else the record has of an entity than these members: none in brief."""
        return ()

    def _complete(self, _part: Place | Money, said: str) -> str:
        """Return what is said of a part of an entity, with what else the record has of it: nothing in brief."""
        return said

    def _party(self, party: Party) -> Iterator[Line]:
        name = self._long_name(party)
        yield line(2, name if party.role == "party" else f"{name}: {label('party-role', party.role, self.language)}")

    def _long_name(self, entity: Party | Authority) -> str:
        if isinstance(entity, OrganizationParty | Authority) and entity.acronym is not None:
            return f"{self._best(entity.name)} ({entity.acronym})"
        return self._names[entity.id]

    def _act(self, act: Participation) -> Iterator[Line]:
        facts = [label("participation-action", act.action, self.language)]
        facts.append(self._named([act.party]) if act.party is not None else self._said("all"))
        facts.append(self._when(act))
        yield line(2, " · ".join(facts))

    def _when(self, act: Participation) -> str:
        date = act.date or act.effective
        return date_in_words(date, self.language) if date is not None else self._said("undated")

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
        yield from self._more(meeting, 4, _TOLD[Meeting])
        for delegation in meeting.delegations:
            yield from self._delegation(delegation)
        if meeting.agenda:
            yield line(4, self._said("agenda"), "dim")
        for number, item in enumerate(meeting.agenda, start=1):
            yield line(6, f"{number}. {self._best(item.title)}")
            yield from self._more(item, 9, ("title",))

    def _delegation(self, delegation: Delegation) -> Iterator[Line]:
        people = "; ".join([self._person(identifier) for identifier in (*delegation.heads, *delegation.members)])
        yield line(4, f"{self._named([delegation.party])}: {people}".removesuffix(": "))

    def _person(self, identifier: str) -> str:
        official = self._by_id.get(identifier)
        if not isinstance(official, Official):
            return identifier
        post = self._best(official.post) if official.post is not None else None
        return ", ".join([part for part in (official.name, post) if part is not None])

    def _place(self, place: Place) -> str:
        country = place.country.name(self.language) if place.country is not None else None
        return self._complete(place, ", ".join([part for part in (place.venue, place.locality, country) if part is not None]))

    def _objective(self, objective: Objective) -> Iterator[Line]:
        yield line(2, self._titled(objective.id))
        yield from self._more(objective, 4, ("title",))

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
        for citation in commitment.evidence:
            yield from self._citation(citation, 6)
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
        if commitment.recurrence is not None:
            facts.append(recurrence_in_words(commitment.recurrence, self.language))
        if commitment.money is not None:
            facts.append(self._complete(commitment.money, money_in_words(commitment.money, self.language)))
        if commitment.areas:
            facts.append(f"{self._said('areas')}: {'; '.join(map(self._area, commitment.areas))}")
        if facts:
            yield line(6, " · ".join(facts), "dim")
        yield from self._more(commitment, 6, _TOLD[Commitment])

    def _citation(self, citation: Citation, indent: int) -> Iterator[Line]:
        if citation.exact is not None:
            yield line(indent, self._quoted(citation.exact), "quote")

    def _quoted(self, words: str) -> str:
        return f"«{words}»" if self.language == "es" else f"“{words}”"

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
        yield from self._more(milestone, 4, ("title", "due", "delivers"))

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
        yield from self._more(report, 4, ("text", "status", "date", "about"))
