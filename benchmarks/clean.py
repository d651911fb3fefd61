"""Records in which a check finds nothing, as many as wanted, no two alike: about 15 KB each, with something of every class of the model.

The same number gives the same record. Its texts are given too: every quotation stands where it is said to stand.
"""

import datetime
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, Final

from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import COMMITMENT_KINDS, FUNCTIONS, INSTRUMENTS, SOURCE_KINDS, Strength
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, ExternalIdentifier, Official
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.digests import digest_of
from coopmodel.values.quantities import Money
from coopmodel.values.timing import Timing
from coopmodel.wire.documents import dumps
from corpus import SPANISH
from records import FIRST_DAY, PARTIES, VERBS, Case

_SIDES: Final = ("cl", "pe")
_WORDS: Final = tuple(SPANISH)

_MEMBERS: Final[dict[str, dict[str, Any]]] = {
    "information-exchange": {"permanence": "permanent", "immediacy": "real-time"},
    "joint-operation": {"purposes": ("prevent", "patrol")},
    "assisted-return": {"destinations": ("origin",)},
    "instrument": {"instrument": "protocol"},
}
"""By kind of promise: the members that go with it."""


def documents(count: int, first: int = 0) -> Iterator[bytes]:
    """Yield so many texts, members in the order of the page, without white space."""
    for number in range(first, first + count):
        yield dumps(clean(number).agreement).encode()


def clean(number: int) -> Case:
    """Return the record with this number and the texts of its sources."""
    return _Draft(number).case()


class _Draft:
    """A record while it is written."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)  # noqa: S311  a benchmark needs the same numbers each time
        self._number = number
        self._name = f"{self._random.choice(_WORDS)}-{number}"
        self._day = FIRST_DAY + datetime.timedelta(days=self._random.randrange(3_000))
        """The day of the first meeting, and of the signature; what is promised there is due later."""
        self._areas: list[str] = [*self._random.sample([*THEMES], 8), f"acme:{self._name}-0", f"acme:{self._name}-1"]
        self._texts: dict[str, str] = {self._id("communique"): "", self._id("follow-up"): ""}
        self._communique, self._follow_up = self._texts

    def case(self) -> Case:
        members = {
            "taxonomy": self._taxonomy(),
            "authorities": self._authorities(),
            "officials": self._officials(),
            "participation": self._participation(),
            "mechanisms": [Mechanism(id=self._id("mechanism"), name=self._said(2), parties=_SIDES)],
            "meetings": self._meetings(),
            "objectives": [
                Objective(id=self._id("objective", place), title=self._said(2), parent=self._id("objective", 0) if place else None)
                for place in range(3)
            ],
            "commitments": self._commitments(),
            "roadmap": self._milestones(),
            "statements": self._statements(),
            "reports": self._reports(),
        }
        agreement = Agreement(
            id=self._id("agreement"),
            revision=1 + self._number % 9,
            title=self._said(2),
            summary=self._said(6),
            publisher={"en": "Registry of examples"},
            modified=self._later(2_600),
            license="https://creativecommons.org/licenses/by/4.0/",
            identifiers=[ExternalIdentifier(scheme="UNTS", id=f"I-{self._number}")],
            instrument=INSTRUMENTS[self._number % 5],
            status="in-force",
            authentic_languages=["es", "en"],
            areas=self._areas[:6],
            parties=PARTIES,
            sources=[self._source(self._communique, 1), self._source(self._follow_up, 2_500)],
            relations=[Relation(kind="follows", target=self._id("earlier")), Relation(kind="based-on", title=self._said(2))],
            suppressions=[Suppression(code="STS005", on=self._id("commitment", 0), reason={"en": "told by letter"})],
            evidence=[Citation(source=self._communique, locator="p. 1")],
            extensions={"acme": {"checked": True}},
            **members,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        )
        return Case(agreement, self._texts, ())

    def _id(self, kind: str, place: int = 0) -> str:
        return f"{kind}-{self._name}-{place}"

    def _now_and_then(self, share: float) -> bool:
        return self._random.random() < share

    def _later(self, days: int) -> datetime.date:
        return self._day + datetime.timedelta(days=days)

    def _vague(self, day: datetime.date) -> str:
        return self._random.choice([day.isoformat(), day.isoformat(), day.isoformat()[:7], f"{day.year}", f"{day.isoformat()[:7]}~"])

    def _said(self, count: int) -> dict[str, str]:
        words = self._random.choices(_WORDS, k=count)
        return {"en": f"To {' '.join(words)}", "es": f"Lograr {' '.join([SPANISH[word] for word in words])}"}

    def _cited(self, source: str, verb: str = "noted") -> list[Citation]:
        """Put words of both sides into the text of a source, and quote them."""
        before = f"{self._texts[source]}In the same way, "
        words = f"Chile and Peru {verb} {' '.join(self._random.choices(_WORDS, k=3))} no. {len(before)}"
        self._texts[source] = f"{before}{words}, as both sides stated. "
        if self._now_and_then(0.2):
            return [Citation(source=source, exact=words, prefix="same way, ", suffix=", as")]
        supports: tuple[str, ...] = ("statement",) if self._now_and_then(0.3) else ()
        return [Citation(source=source, exact=words, start=len(before), end=len(before) + len(words), supports=supports)]

    def _taxonomy(self) -> list[ThematicArea]:
        mappings = [AreaMapping(scheme="EuroVoc", code=str(self._number), match="close", source="EuroVoc 4.19")]
        broader = (self._areas[0], self._areas[-2])
        return [
            ThematicArea(code=code, label=self._said(2), broader=above, mappings=mappings)
            for code, above in zip(self._areas[-2:], broader, strict=True)
        ]

    def _authorities(self) -> list[Authority]:
        return [
            Authority(
                id=self._id("authority", place),
                party=_SIDES[place % 2],
                name=self._said(2),
                acronym=f"M{place}",
                parent=self._id("authority", place - 2) if place > 1 else None,
                function=FUNCTIONS[(self._number + place) % len(FUNCTIONS)],
            )
            for place in range(4)
        ]

    def _officials(self) -> list[Official]:
        return [
            Official(
                id=self._id("official", place),
                party=_SIDES[place % 2],
                name=f"Official {place}",
                post=self._said(2),
                authority=self._id("authority", place % 4),
                tenure=f"{self._day.year - 1}/{self._day.year + 3}" if place % 3 else None,
                identifiers=[ExternalIdentifier(scheme="wikidata", id=f"Q{self._number}{place}")],
            )
            for place in range(6)
        ]

    def _participation(self) -> list[Participation]:
        signed = [
            Participation(
                action="signature",
                party=party,
                date=self._day.isoformat(),
                place=Place(country="PE", locality="Lima"),
                signatories=[self._id("official", place)],
                evidence=self._cited(self._communique),
            )
            for place, party in enumerate(_SIDES)
        ]
        force = self._vague(self._later(400))
        return [*signed, Participation(action="entry-into-force", date=force, evidence=self._cited(self._follow_up))]

    def _meetings(self) -> list[Meeting]:
        """Return the one that was held, and the one that is to follow."""
        delegations = [
            Delegation(party=party, heads=[self._id("official", place)], members=[self._id("official", place + more) for more in (2, 4)])
            for place, party in enumerate(_SIDES)
        ]
        held: dict[str, Any] = {"date": self._day.isoformat(), "host": "cl", "delegations": delegations, "status": "held"}
        planned: dict[str, Any] = {"date": self._vague(self._later(800)), "host": "pe", "status": "scheduled"}
        return [
            Meeting(
                id=self._id("meeting", place),
                title=self._said(3),
                mechanism=self._id("mechanism"),
                session=place + 1,
                place=Place(country="CL", locality="Santiago", venue="La Moneda"),
                mode="in-person",
                agenda=[AgendaItem(title=self._said(1), areas=self._areas[3 * item : 3 * item + 2]) for item in range(3)],
                evidence=self._cited(self._communique),
                **which,
            )
            for place, which in enumerate((held, planned))
        ]

    def _commitments(self) -> list[Commitment]:
        """Return four: the first meets again, the last is the only one that may be no more than an interest, in an area of the third."""
        given = [VERBS[1 + (self._number + place) % (len(VERBS) - 1)] for place in range(3)]
        given.append(VERBS[self._number % len(VERBS)])
        areas = (self._areas[:3], self._areas[3:6], self._areas[6:], self._areas[6:7])
        return [self._commitment(place, *given[place], areas[place]) for place in range(4)]

    def _commitment(self, place: int, strength: Strength, verb: str, areas: Sequence[str]) -> Commitment:
        kind = COMMITMENT_KINDS[(self._number + place) % len(COMMITMENT_KINDS)] if place else "meeting"
        members: dict[str, Any] = _MEMBERS.get(kind, {}) | (
            {"meeting": self._id("meeting", 1)} if kind == "meeting" else {"due": self._due(place)}
        )
        if kind == "mechanism":
            members["mechanism"] = self._id("mechanism")
        return Commitment(
            id=self._id("commitment", place),
            statement=self._said(5),
            kind=kind,
            strength=strength,
            areas=areas,
            objective=self._id("objective", 1 + place % 2),
            obligors=[_SIDES[place % 2]] if place % 2 else (),
            counterparts=[_SIDES[1 - place % 2]] if place % 2 else (),
            beneficiaries=[self._said(2)] if place == 3 else (),  # noqa: PLR2004  one of them
            lead=[self._id("authority", place)],
            support=[self._id("authority", (place + 1) % 4)],
            made_at=self._id("meeting", 0),
            recurrence="RRULE:FREQ=YEARLY" if place == 2 else None,  # noqa: PLR2004  one of them
            conditions=[self._said(4)] if place == 1 else (),
            novelty="new",
            money=Money("1000/2000", "USD") if place == 3 else None,  # noqa: PLR2004  one of them
            continues=[f"{self._id('earlier')}#promise-{place}"] if place % 2 else (),
            indicators=[self._indicator()] if place == 1 else (),
            evidence=self._cited(self._communique, verb),
            **members,
        )

    def _due(self, place: int) -> Timing:
        if place == 1:
            return Timing(anchor=self._id("meeting", 0), offset="P60D")
        if place == 2:  # noqa: PLR2004  one of them
            return Timing(anchor=self._id("milestone", 1))
        return Timing(self._vague(self._later(self._random.randint(400, 1_500))))

    def _indicator(self) -> Indicator:
        targets = [Target(value="15000/20000", date=f"{self._later(2_600).year}"), Target(value="30000", note=self._said(2))]
        return Indicator(id=self._id("indicator"), title=self._said(2), unit="persons", ascending=True, baseline="1000", targets=targets)

    def _milestones(self) -> list[Milestone]:
        """Return three, each due in a later year than the one before."""
        return [
            Milestone(
                id=self._id("milestone", place),
                title=self._said(2),
                due=self._vague(self._later(400 * (place + 1))),
                depends_on=[self._id("milestone", place - 1)] if place else (),
                delivers=[self._id("commitment", place + 1)],
                responsible=[self._id("authority", place)],
                evidence=self._cited(self._communique),
            )
            for place in range(3)
        ]

    def _statements(self) -> list[Statement]:
        return [
            Statement(
                id=self._id("statement", place),
                text=self._said(5),
                speaker=self._id("official", place),
                meeting=self._id("meeting", 0),
                evidence=self._cited(self._communique),
            )
            for place in range(2)
        ]

    def _reports(self) -> list[Report]:
        """Return one on each commitment, and one on the indicator, in the order of time."""
        about = [*[self._id("commitment", place) for place in range(4)], self._id("indicator")]
        return [
            Report(
                id=self._id("report", place),
                text=self._said(4),
                about=[name],
                date=self._vague(self._later(400 + 400 * place)),
                status=self._random.choice(["planned", "in-progress", "partially-fulfilled", "fulfilled"]),
                due=self._vague(self._later(2_400)) if place == 0 else None,
                value="17000" if place == 4 else None,  # noqa: PLR2004  that of the indicator
                unit="persons" if place == 4 else None,  # noqa: PLR2004  that of the indicator
                actors=[self._id("authority", place % 4)],
                areas=self._areas[place : place + 1],
                reported_by=self._id("official", place),
                evidence=self._cited(self._follow_up, "reported"),
            )
            for place, name in enumerate(about)
        ]

    def _source(self, name: str, days: int) -> Source:
        return Source(
            id=name,
            kind=SOURCE_KINDS[(self._number + days) % len(SOURCE_KINDS)],
            title=self._said(3),
            publisher={"en": "Ministry of Foreign Affairs"},
            on_behalf_of=_SIDES[days % 2],
            url=f"https://example.org/{name}",
            published=self._later(days).isoformat(),
            retrieved=self._later(days + self._random.randint(0, 40)).isoformat(),
            language="en",
            digest=digest_of(self._texts[name].encode()),
        )
