"""Records made to be slow: each takes one thing to its extreme, so that a scan inside a loop cannot hide."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from coopmodel.codes.themes import THEMES
from coopmodel.model.agreement import Agreement, Suppression
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone, Objective
from coopmodel.model.meetings import AgendaItem, Delegation, Meeting, Participation
from coopmodel.model.parties import Authority, CountryParty, Official
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.timing import Timing
from records import Case, varied

_WORDS: Final = {"en": "words", "es": "palabras"}
_CITED: Final = (Citation(source="source", locator="p. 1"),)
_PARTIES: Final = (CountryParty(id="cl", country="CL"), CountryParty(id="pe", country="PE"))


def _case(texts: dict[str, str] | None = None, related: tuple[Agreement, ...] = (), **members: Any) -> Case:
    members = {"parties": _PARTIES, "sources": [Source(id="source", kind="official-record")], **members}
    return Case(Agreement(id="a", revision=1, title=_WORDS, **members), texts or {}, related)


def _promise(name: str, **members: Any) -> Commitment:
    given: dict[str, Any] = {"id": name, "statement": _WORDS, "areas": ["health"], "evidence": _CITED}
    return Commitment(**(given | members))


def _step(name: str, **members: Any) -> Milestone:
    return Milestone(id=name, title=_WORDS, evidence=_CITED, **members)


def _told(number: int, *about: str, **members: Any) -> Report:
    return Report(id=f"r{number}", text=_WORDS, about=about, evidence=_CITED, **members)


def _objectives_in_a_chain(size: int) -> Case:
    objectives = [
        Objective(id=f"o{number}", title=_WORDS, parent=f"o{number + 1}" if number + 1 < size else None) for number in range(size)
    ]
    return _case(objectives=objectives, commitments=[_promise(f"c{number}", objective=f"o{number}") for number in range(size)])


def _milestones_in_a_chain(size: int) -> Case:
    steps = [_step(f"s{number}", depends_on=[f"s{number - 1}"] if number else (), due="2024") for number in range(size)]
    return _case(roadmap=steps[::-1])


def _milestones_in_a_circle(size: int) -> Case:
    return _case(roadmap=[_step(f"s{number}", depends_on=[f"s{(number + 1) % size}"]) for number in range(size)])


def _anchors_in_a_chain(size: int) -> Case:
    dues = [Timing(anchor=f"s{number + 1}", offset="P1D") if number + 1 < size else Timing("2000") for number in range(size)]
    return _case(roadmap=[_step(f"s{number}", due=due) for number, due in enumerate(dues)])


def _anchors_at_the_next(size: int) -> Case:
    dues = [Timing(anchor=f"s{number + 1}") if number + 1 < size else Timing("2000") for number in range(size)]
    return _case(roadmap=[_step(f"s{number}", due=due) for number, due in enumerate(dues)])


def _anchors_in_a_circle(size: int) -> Case:
    return _case(roadmap=[_step(f"s{number}", due=Timing(anchor=f"s{(number + 1) % size}")) for number in range(size)])


def _reports_on_one(size: int) -> Case:
    statuses = ("planned", "in-progress", "fulfilled")
    reports = [_told(number, "c", date=f"{2000 + number % 20}", status=statuses[number % 3]) for number in range(size)]
    return _case(commitments=[_promise("c", due="2010")], reports=reports)


def _a_report_on_all(size: int) -> Case:
    names = [f"c{number}" for number in range(size)]
    return _case(commitments=[_promise(name, due="2010") for name in names], reports=[_told(0, *names, status="fulfilled")])


def _references_to_nothing(size: int) -> Case:
    return _case(commitments=[_promise(f"c{number}", lead=[f"nobody-{number}"], made_at=f"m{number}") for number in range(size)])


def _areas_of_nobody(size: int) -> Case:
    return _case(commitments=[_promise(f"c{number}", areas=[f"acme:a{number}"]) for number in range(size)])


def _one_area(size: int) -> Case:
    agenda = [AgendaItem(title=_WORDS, areas=["drug-trafficking"]) for _ in range(size)]
    commitments = [_promise(f"c{number}", areas=["organized-crime"], made_at="m") for number in range(size)]
    return _case(meetings=[Meeting(id="m", date="2024", status="held", agenda=agenda, evidence=_CITED)], commitments=commitments)


def _areas_in_a_chain(size: int) -> Case:
    taxonomy = [
        ThematicArea(code=f"acme:a{number}", label=_WORDS, broader=f"acme:a{number + 1}" if number + 1 < size else "security")
        for number in range(size)
    ]
    return _case(taxonomy=taxonomy, areas=[area.code for area in taxonomy], commitments=[_promise("c", areas=["security"])])


def _every_id_twice(size: int) -> Case:
    reports = [Report(id="x", text=_WORDS, about=["x"], evidence=_CITED) for _ in range(size)]
    return _case(commitments=[_promise("x", due="2024") for _ in range(size)], roadmap=[_step("x")] * size, reports=reports)


def _all_due_at_one_meeting(size: int) -> Case:
    meeting = Meeting(id="m", date="2024", status="scheduled", evidence=_CITED)
    commitments = [_promise(f"c{number}", due=Timing(anchor="m")) for number in range(size)]
    return _case(meetings=[meeting], commitments=commitments, roadmap=[_step("s", meeting="m", delivers=[one.id for one in commitments])])


def _one_circle_of_promises(size: int) -> Case:
    commitments = [_promise(f"c{number}", continues=[f"c{(number + 1) % size}"], strength="agreed", due="2010") for number in range(size)]
    return _case(commitments=commitments)


def _many_meetings_of_two(size: int) -> Case:
    officials = [Official(id=f"p{number}", party=("cl", "pe")[number % 2], name="A", tenure="2010/2014") for number in range(size)]
    delegations = [Delegation(party="cl", heads=[officials[0].id], members=[one.id for one in officials[1:20]]), Delegation(party="pe")]
    meetings = [
        Meeting(id=f"m{number}", date="2024", status="held", delegations=delegations[: 1 + number % 2], evidence=_CITED)
        for number in range(size)
    ]
    return _case(officials=officials, meetings=meetings)


def _one_large_delegation(size: int) -> Case:
    officials = [Official(id=f"p{number}", party="cl", name="A", authority="b", tenure="2010/2014") for number in range(size)]
    delegation = Delegation(party="cl", members=[official.id for official in officials])
    meeting = Meeting(id="m", date="2024", status="held", delegations=[delegation], evidence=_CITED)
    return _case(authorities=[Authority(id="b", party="cl", name=_WORDS)], officials=officials, meetings=[meeting])


def _authorities_in_a_chain(size: int) -> Case:
    authorities = [
        Authority(id=f"b{number}", party="cl", name=_WORDS, parent=f"b{number + 1}" if number + 1 < size else None)
        for number in range(size)
    ]
    commitments = [_promise(f"c{number}", lead=[f"b{number}"], obligors=[f"b{number}"]) for number in range(size)]
    return _case(authorities=authorities, commitments=commitments)


def _many_parties(size: int) -> Case:
    parties = [CountryParty(id=f"p{number}", country="CL") for number in range(size)]
    acts = [Participation(action="signature", party=party.id, date="2020-01-01", evidence=_CITED) for party in parties]
    force = Participation(action="entry-into-force", date="2019", evidence=_CITED)
    return _case(parties=parties, participation=[*acts, force], commitments=[_promise(f"c{number}") for number in range(size)])


def _one_text_without_offsets(size: int) -> Case:
    words = [f"Both sides agreed on matter number {number} of the joint plan." for number in range(size)]
    commitments = [_promise(f"c{number}", evidence=[Citation(source="source", exact=quoted)]) for number, quoted in enumerate(words)]
    return _case({"source": " ".join(words)}, commitments=commitments)


def _words_that_repeat(size: int) -> Case:
    commitments = [
        _promise(f"c{number}", evidence=[Citation(source="source", exact=f"{'la ' * (number % 50)}la lo {number}")])
        for number in range(size)
    ]
    return _case({"source": "la " * size}, commitments=commitments)


def _one_long_text_with_offsets(size: int) -> Case:
    words = [f"agreed on matter number {number:06}" for number in range(size)]
    length = len(words[0])
    commitments = [
        _promise(
            f"c{number}",
            evidence=[Citation(source="source", exact=quoted, start=number * (length + 2), end=number * (length + 2) + length)],
        )
        for number, quoted in enumerate(words)
    ]
    return _case({"source": ". ".join(words)}, commitments=commitments)


def _many_suppressions(size: int) -> Case:
    commitments = [_promise(f"c{number}", lead=[f"nobody-{number}"]) for number in range(size)]
    judged = [Suppression(code="REF001", on=commitment.id, reason=_WORDS) for commitment in commitments]
    return _case(commitments=commitments, suppressions=judged)


def _many_sources(size: int) -> Case:
    sources = [Source(id=f"source-{number}", kind="news", published="2024", retrieved="2023-01-01") for number in range(size)]
    statements = [
        Statement(id=f"t{number}", text=_WORDS, evidence=[Citation(source=f"source-{number}", exact="words")]) for number in range(size)
    ]
    return _case(dict.fromkeys([source.id for source in sources], "other words"), sources=sources, statements=statements)


def _many_related(size: int) -> Case:
    related = tuple(
        [
            Agreement(
                id=f"b{number}", revision=1, title=_WORDS, commitments=[_promise("c", continues=[f"a#c{number}"])], reports=[_told(0, "c")]
            )
            for number in range(size)
        ]
    )
    commitments = [_promise(f"c{number}", due="2010", continues=[f"b{number}#c"]) for number in range(size)]
    return _case(related=related, commitments=commitments)


def _every_area(size: int) -> Case:
    """Return a record whose matrix of areas and parties is as full as it can be."""
    areas = [*THEMES]
    return _case(commitments=[_promise(f"c{number}", areas=areas, strength="interest", obligors=["cl", "pe"]) for number in range(size)])


SHAPES: Final[Mapping[str, Callable[[int], Case]]] = {
    "like a real series": varied,
    "objectives in one chain": _objectives_in_a_chain,
    "milestones in one chain": _milestones_in_a_chain,
    "milestones in one circle": _milestones_in_a_circle,
    "dates counted from one another": _anchors_in_a_chain,
    "dates at one another": _anchors_at_the_next,
    "dates in one circle": _anchors_in_a_circle,
    "all reports on one commitment": _reports_on_one,
    "one report on all commitments": _a_report_on_all,
    "references to nothing": _references_to_nothing,
    "areas that nobody described": _areas_of_nobody,
    "one area for all": _one_area,
    "every area on every commitment": _every_area,
    "areas in one chain": _areas_in_a_chain,
    "one id for all": _every_id_twice,
    "all due at one meeting": _all_due_at_one_meeting,
    "commitments that continue one another": _one_circle_of_promises,
    "many meetings": _many_meetings_of_two,
    "one large delegation": _one_large_delegation,
    "authorities in one chain": _authorities_in_a_chain,
    "many parties": _many_parties,
    "one text, quotations without offsets": _one_text_without_offsets,
    "one text, quotations at their offsets": _one_long_text_with_offsets,
    "one text of one word, quotations nearly in it": _words_that_repeat,
    "a suppression for each finding": _many_suppressions,
    "many sources": _many_sources,
    "many related records": _many_related,
}
"""By what is extreme in it: a record of a size, with what it is checked beside."""
