"""Records of any size that look like those of a real series: every kind of entity, most members, and a few mistakes of each sort.

The same number and seed give the same record; no state is kept between two.
"""

import datetime
import re
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple, get_args

from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import COMMITMENT_KINDS, FUNCTIONS, SOURCE_KINDS, Destination, Novelty, Purpose, ReportStatus, Strength
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty, Party, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.digests import digest_of
from coopmodel.values.quantities import Money
from coopmodel.values.timing import Timing

AS_OF: Final = datetime.date(2026, 11, 23)

FIRST_DAY: Final = datetime.date(2005, 1, 10)
_WORDS: Final = tuple(
    re.findall(
        "[a-z]+",
        "border police customs exchange register protocol joint patrol training health port bridge road data early warning return "
        "families coast sea river forensic laboratory school science energy water climate fishing mining trade fund network",
    )
)
VERBS: Final[tuple[tuple[Strength, str], ...]] = (
    ("interest", "expressed their interest in"),
    ("intended", "intend to begin"),
    ("announced", "announced"),
    ("agreed", "agreed on"),
    ("agreed", "decided upon"),
    ("binding", "shall carry out"),
)
PARTIES: Final[tuple[Party, ...]] = (
    CountryParty(id="cl", country="CL", name={"es": "República de Chile", "en": "Republic of Chile"}),
    CountryParty(id="pe", country="PE"),
    CountryParty(id="bo", country="BO", role="observer"),
    SubdivisionParty(id="arica", code="CL-AP", name={"es": "Región de Arica y Parinacota"}, role="observer"),
    OrganizationParty(
        id="can",
        name={"es": "Comunidad Andina", "en": "Andean Community"},
        acronym="CAN",
        identifiers=[ExternalIdentifier(scheme="wikidata", id="Q471690")],
        members=["BO", "CO", "EC", "PE"],
        role="third",
    ),
)
_TWO: Final = ("cl", "pe")


class Case(NamedTuple):
    """What ``check`` is given.

    Attributes:
        agreement: The record.
        texts: Texts of its sources.
        related: Other records of the series.
        as_of: The day to judge by.
    """

    agreement: Agreement
    texts: dict[str, str]
    related: tuple[Agreement, ...]
    as_of: datetime.date = AS_OF


def varied(commitments: int, seed: int = 0) -> Case:
    """Return a record with so many commitments and everything else in proportion, its texts, and the records before and after it."""
    return _Draft(commitments, Random(seed)).case()  # noqa: S311  a benchmark needs the same numbers each time


class _Draft:
    """A record while it is written; what comes later refers to what came before."""

    def __init__(self, commitments: int, random: Random) -> None:
        self._random = random
        self._count = commitments
        self._texts: dict[str, list[str]] = {f"source-{number}": [] for number in range(1 + commitments // 25)}
        self._lengths = dict.fromkeys(self._texts, 0)
        self._areas = [*THEMES, *[f"acme:area-{number}" for number in range(2 + commitments // 25)]]
        self._authorities = [f"authority-{number}" for number in range(4 + commitments // 20)]
        self._officials = [f"official-{number}" for number in range(6 + commitments // 10)]
        self._mechanisms = [f"mechanism-{number}" for number in range(1 + commitments // 50)]
        self._meetings = [f"meeting-{number}" for number in range(2 + commitments // 10)]
        self._objectives = [f"objective-{number}" for number in range(3 + commitments // 10)]
        self._commitments = [f"commitment-{number}" for number in range(commitments)]
        self._indicators: list[str] = []
        self._milestones = [f"milestone-{number}" for number in range(1 + commitments // 2)]

    def case(self) -> Case:
        members = {
            "taxonomy": [self._area(number, code) for number, code in enumerate(self._areas[len(THEMES) :])],
            "authorities": [self._authority(number, name) for number, name in enumerate(self._authorities)],
            "officials": [self._official(number, name) for number, name in enumerate(self._officials)],
            "participation": self._participation(),
            "mechanisms": [self._mechanism(name) for name in self._mechanisms],
            "meetings": [self._meeting(number, name) for number, name in enumerate(self._meetings)],
            "objectives": [self._objective(number, name) for number, name in enumerate(self._objectives)],
            "commitments": [self._commitment(number, name) for number, name in enumerate(self._commitments)],
            "roadmap": [self._milestone(number, name) for number, name in enumerate(self._milestones)],
            "statements": [self._statement(number) for number in range(1 + self._count // 4)],
            "reports": [self._report(number) for number in range(1 + self._count)],
        }
        texts = {source: " ".join(sentences) for source, sentences in self._texts.items()}
        agreement = Agreement(
            id="series-2",
            revision=3,
            title={"es": "Segundo Gabinete Binacional", "en": "Second Binational Cabinet"},
            summary=self._said(12),
            publisher={"en": "Registry of examples"},
            modified=AS_OF,
            license="https://creativecommons.org/licenses/by/4.0/",
            identifiers=[ExternalIdentifier(scheme="UNTS", id="I-99999")],
            instrument="joint-declaration",
            status="in-force",
            authentic_languages=["es"],
            areas=self._areas[:6],
            parties=PARTIES,
            sources=[self._source(number, name, text) for number, (name, text) in enumerate(texts.items())],
            relations=[Relation(kind="follows", target="series-1"), Relation(kind="based-on", title={"en": "A treaty of 1929"})],
            suppressions=self._suppressions(),
            evidence=[Citation(source="source-0", locator="p. 1")],
            extensions={"acme": {"checked": True}},
            **members,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        )
        return Case(agreement, texts, (self._before(), self._after()))

    def _now_and_then(self, share: float) -> bool:
        return self._random.random() < share

    def _any(self, values: Sequence[str]) -> str:
        return self._random.choice(values)

    def _some(self, values: list[str], most: int) -> list[str]:
        return self._random.sample(values, min(len(values), self._random.randint(0, most)))

    def _words(self, count: int) -> str:
        return " ".join(self._random.choices(_WORDS, k=count))

    def _said(self, count: int) -> dict[str, str]:
        words = self._words(count)
        return {"en": f"To {words}", "es": f"Lograr {words}"} if self._now_and_then(0.8) else {"en": f"To {words}"}

    def _day(self, number: int) -> datetime.date:
        """Return a day that comes later for later numbers, within twenty years whatever the size."""
        return FIRST_DAY + datetime.timedelta(days=number * 7000 // max(1, self._count))

    def _vague(self, day: datetime.date) -> str:
        month = day.isoformat()[:7]
        half = 40 + (day.month > 6)  # noqa: PLR2004  the months of a half-year
        return self._random.choice([day.isoformat(), day.isoformat(), month, f"{day.year}-{half}", f"{day.year}", f"{month}~"])

    def _evidence(self, number: int, verb: str = "noted") -> list[Citation]:
        """Return a citation for the entity with this number among its kind, and put its words into the text of its source."""
        if self._now_and_then(0.02):
            return []
        source = f"source-{number % len(self._texts)}"
        if self._now_and_then(0.05):
            return [Citation(source=source, locator=f"p. {number % 30}")]
        who = "Officials" if self._now_and_then(0.05) else "Chile and Peru"
        words = f"{who} {verb} {self._words(7)} no. {number}"
        sentence = f"In the same way, {words}, as both sides stated."
        start = self._lengths[source] + len("In the same way, ")
        self._texts[source].append(sentence)
        self._lengths[source] += len(sentence) + 1
        if self._now_and_then(0.01):
            return [Citation(source=source, exact=f"{words} at once")]
        if self._now_and_then(0.1):
            return [Citation(source=source, exact=words, prefix="same way, ", suffix=", as")]
        start += 3 if self._now_and_then(0.02) else 0
        return [Citation(source=source, exact=words, start=start, end=start + len(words), supports=["statement"] * self._now_and_then(0.3))]

    def _area(self, number: int, code: str) -> ThematicArea:
        mappings = [AreaMapping(scheme="EuroVoc", code=str(number), match="close", source="EuroVoc 4.19")]
        return ThematicArea(code=code, label=self._said(2), broader=self._any(self._areas[: len(THEMES) + number]), mappings=mappings)

    def _authority(self, number: int, name: str) -> Authority:
        parent = self._random.randrange(number) if number and self._now_and_then(0.5) else None
        return Authority(
            id=name,
            party=_TWO[number % 2],
            name={"en": f"Ministry {number}", "es": f"Ministerio {number}"},
            acronym=f"M{number}",
            parent=None if parent is None else self._authorities[parent],
            function=FUNCTIONS[number % len(FUNCTIONS)],
        )

    def _official(self, number: int, name: str) -> Official:
        day = self._day(number * 10)
        return Official(
            id=name,
            party=_TWO[number % 2],
            name=f"Official {number}",
            post={"en": f"Minister {number}"},
            authority=self._any(self._authorities),
            tenure=f"{day.year}/{day.year + 4}" if self._now_and_then(0.5) else None,
            identifiers=[ExternalIdentifier(scheme="wikidata", id=f"Q{number}")],
        )

    def _participation(self) -> list[Participation]:
        acts = [
            Participation(
                action="signature",
                party=party,
                date="2005-01-10",
                place=Place(country="PE", locality="Lima"),
                signatories=self._officials[:2],
                evidence=self._evidence(number),
            )
            for number, party in enumerate(_TWO)
        ]
        early = self._now_and_then(0.2)
        force = Participation(
            action="entry-into-force",
            date="2004-06" if early else "2005-06",
            effective=None if early else "2005-07",
            evidence=self._evidence(2),
        )
        end = [Participation(action="termination", date=self._any(["2003-01", "2025-01"]))] if self._now_and_then(0.2) else []
        return [*acts, force, *end]

    def _mechanism(self, name: str) -> Mechanism:
        return Mechanism(id=name, name=self._said(3), parties=_TWO, recurrence="RRULE:FREQ=MONTHLY;INTERVAL=6")

    def _meeting(self, number: int, name: str) -> Meeting:
        day = self._day(number * 10)
        agenda = [AgendaItem(title=self._said(3), areas=self._some(self._areas, 2)) for _ in range(3)]
        delegations = [
            Delegation(party=party, heads=[self._officials[place]], members=self._officials[2:4]) for place, party in enumerate(_TWO)
        ]
        return Meeting(
            id=name,
            title=self._said(4),
            mechanism=self._any(self._mechanisms),
            session=number + 1,
            date=self._vague(day),
            place=Place(country="CL", locality="Santiago", venue="La Moneda"),
            mode="in-person",
            host=_TWO[number % 2],
            delegations=delegations[: self._random.randint(1, 2)],
            agenda=agenda,
            status="held" if day < AS_OF and self._now_and_then(0.9) else "scheduled",
            evidence=self._evidence(number),
        )

    def _objective(self, number: int, name: str) -> Objective:
        parent = self._objectives[(number - 1) // 3] if number else None
        return Objective(id=name, title=self._said(3), parent=parent)

    def _commitment(self, number: int, name: str) -> Commitment:
        strength, verb = VERBS[number % len(VERBS)]
        strength = "agreed" if self._now_and_then(0.03) else strength
        meeting = number * (len(self._meetings) - 1) // max(1, self._count)
        due = (
            None
            if self._now_and_then(0.2)
            else self._due(self._day(number) + datetime.timedelta(days=self._random.randint(30, 1500)), meeting)
        )
        kind = COMMITMENT_KINDS[number % len(COMMITMENT_KINDS)]
        joint = kind == "joint-operation"
        purposes: tuple[Purpose, ...] = ("prevent", "patrol") if joint else ()
        destinations: tuple[Destination, ...] = ("origin",) if kind == "assisted-return" else ()
        return Commitment(
            id=name,
            statement=self._said(9),
            kind=kind,
            strength=strength,
            areas=self._some(self._areas, 3),
            objective=self._any(self._objectives),
            obligors=[_TWO[number % 2]] if self._now_and_then(0.3) else (),
            counterparts=[_TWO[1 - number % 2]] if self._now_and_then(0.2) else (),
            beneficiaries=[self._said(2)] if self._now_and_then(0.2) else (),
            lead=self._some(self._authorities, 2),
            support=self._some(self._officials if self._now_and_then(0.01) else self._authorities, 2),
            made_at=self._meetings[meeting],
            due=due,
            recurrence="RRULE:FREQ=YEARLY" if self._now_and_then(0.1) else None,
            conditions=[self._said(4)] if self._now_and_then(0.1) else (),
            novelty=self._random.choice(get_args(Novelty)),
            continues=[f"series-1#promise-{number}"] if number % 2 else (),
            indicators=[self._indicator(number)] if self._now_and_then(0.3) else (),
            mechanism=self._any(self._mechanisms) if kind == "mechanism" else None,
            instrument="protocol" if kind == "instrument" else None,
            money=Money("1000/2000", "USD") if kind == "financing" else None,
            permanence="permanent" if kind == "information-exchange" else None,
            immediacy="real-time" if kind == "information-exchange" else None,
            purposes=purposes,
            destinations=destinations,
            evidence=self._evidence(number, verb),
        )

    def _due(self, day: datetime.date, meeting: int) -> Timing:
        kind = self._random.random()
        if kind < 0.1:  # noqa: PLR2004  one in ten
            return Timing(anchor=self._meetings[meeting], offset="P60D")
        if kind < 0.2:  # noqa: PLR2004  one in ten
            return Timing(anchor=self._milestones[self._random.randrange(len(self._milestones))])
        if kind < 0.3:  # noqa: PLR2004  one in ten
            return Timing(f"{day.year}/{day.year + 1}")
        return Timing(self._vague(day))

    def _indicator(self, number: int) -> Indicator:
        targets = [Target(value="15000/20000", date=self._vague(self._day(number))), Target(value="30000", note=self._said(2))]
        self._indicators.append(f"indicator-{number}")
        return Indicator(id=f"indicator-{number}", title=self._said(3), unit="persons", ascending=True, baseline="1000", targets=targets)

    def _milestone(self, number: int, name: str) -> Milestone:
        before = [self._milestones[self._random.randrange(max(0, number - 30), number)]] if number else []
        meeting = self._meetings[-1] if self._now_and_then(0.05) else None
        return Milestone(
            id=name,
            title=self._said(3),
            due=self._vague(self._day(number * 2) + datetime.timedelta(days=400)) if meeting is None else None,
            depends_on=before if self._now_and_then(0.7) else (),
            delivers=self._commitments[2 * number : 2 * number + 2],
            responsible=self._some(self._authorities, 2),
            meeting=meeting,
            evidence=self._evidence(number),
        )

    def _statement(self, number: int) -> Statement:
        meeting = self._meetings[number % len(self._meetings)]
        return Statement(
            id=f"statement-{number}",
            text=self._said(15),
            speaker=self._any(self._officials),
            meeting=meeting,
            evidence=self._evidence(number),
        )

    def _report(self, number: int) -> Report:
        about = [self._commitments[self._random.randrange(self._count)] if self._count else self._meetings[0]]
        about += [self._any(self._milestones)] if self._now_and_then(0.1) else []
        about += [self._any(self._indicators)] if self._indicators and self._now_and_then(0.1) else []
        about += [f"commitment-{self._count + number}"] if self._now_and_then(0.01) else []
        day = self._day(number) + datetime.timedelta(days=self._random.randint(60, 1200))
        return Report(
            id=f"report-{number}",
            text=self._said(10),
            about=about,
            date=self._vague(day),
            status=self._random.choice(get_args(ReportStatus)),
            due=self._vague(day + datetime.timedelta(days=300)) if self._now_and_then(0.1) else None,
            value=self._any(["17000", "1"]) if self._now_and_then(0.2) else None,
            unit=self._any(["persons", "persons", "USD"]) if self._now_and_then(0.2) else None,
            actors=self._some(self._authorities, 1),
            areas=self._some(self._areas, 1),
            reported_by=self._any(self._officials),
            evidence=self._evidence(number, "reported"),
        )

    def _source(self, number: int, name: str, text: str) -> Source:
        day = self._day(number * 25)
        return Source(
            id=name,
            kind=SOURCE_KINDS[number % len(SOURCE_KINDS)],
            title=self._said(4),
            publisher={"en": "Ministry of Foreign Affairs"},
            on_behalf_of=_TWO[number % 2],
            url=f"https://example.org/{name}",
            published=day.isoformat(),
            retrieved=day + datetime.timedelta(days=self._random.randint(-1, 40)),
            language="en",
            digest=digest_of(text.encode()),
        )

    def _suppressions(self) -> list[Suppression]:
        judged = [
            Suppression(code="STS005", on=self._any(self._commitments), reason={"en": "told by letter"}) for _ in range(self._count // 50)
        ]
        return list({suppression.on: suppression for suppression in judged}.values())

    def _before(self) -> Agreement:
        promises = [
            Commitment(id=f"promise-{number}", statement=self._said(8), strength=VERBS[number % 5][0], areas=self._some(self._areas, 2))
            for number in range(self._count)
        ]
        return Agreement(id="series-1", revision=1, title={"en": "First Binational Cabinet"}, parties=PARTIES, commitments=promises)

    def _after(self) -> Agreement:
        reports = [
            Report(id=f"report-{number}", text=self._said(8), about=[f"series-2#commitment-{number}"], date=self._vague(self._day(number)))
            for number in range(0, self._count, 4)
        ]
        follows = Relation(kind="follows", target="series-2")
        return Agreement(
            id="series-3", revision=1, title={"en": "Third Binational Cabinet"}, parties=PARTIES, reports=reports, relations=[follows]
        )
