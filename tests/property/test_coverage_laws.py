"""Laws of coverage, outcomes and comparison."""

from collections.abc import Sequence
from typing import Final, TypeVar

import attrs
from hypothesis import given, settings, strategies as st

from coopmodel.analysis.coverage import STRENGTHS, Coverage, coverage_by_objective, coverage_of
from coopmodel.analysis.following import Answers, Comparison, compare
from coopmodel.analysis.outcomes import agenda_outcomes
from coopmodel.model.agreement import Agreement, Relation
from coopmodel.model.areas import ThematicArea
from coopmodel.model.commitments import Commitment, Milestone, Objective
from coopmodel.model.meetings import AgendaItem, Meeting
from coopmodel.model.parties import Authority, CountryParty
from coopmodel.model.statements import Report
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.testing.records import agreements
from coopmodel.values.identifiers import Reference

FEWER: Final = settings(max_examples=settings().max_examples // 2)

_T = TypeVar("_T")


NAMES: Final = st.sampled_from(["a", "b", "c", "d"])
LINKS: Final = st.lists(st.sampled_from(["a", "b", "c", "a#a", "a#b", "b#a", "b#c", "c#c"]), max_size=3)
AREAS: Final = st.lists(st.sampled_from(["health", "acme:a", "acme:b", "acme:c"]), max_size=3)


def _several(made: type[_T], /, **members: st.SearchStrategy[object]) -> st.SearchStrategy[list[_T]]:
    return st.lists(st.builds(made, **members), max_size=4)


TITLE: Final = st.just({"en": "T"})
TANGLED: Final = st.builds(
    Agreement,
    id=st.sampled_from(["a", "b"]),
    revision=st.just(1),
    title=TITLE,
    areas=AREAS,
    taxonomy=_several(ThematicArea, code=st.sampled_from(["acme:a", "acme:b"]), label=TITLE, broader=st.sampled_from(["acme:a", "acme:b"])),
    parties=_several(CountryParty, id=NAMES, country=st.just("CL"), role=st.sampled_from(["party", "third"])),
    authorities=_several(Authority, id=NAMES, party=NAMES, name=TITLE),
    meetings=_several(Meeting, id=NAMES, agenda=_several(AgendaItem, title=TITLE, areas=AREAS)),
    objectives=_several(Objective, id=NAMES, title=TITLE, parent=st.none() | NAMES),
    commitments=_several(
        Commitment,
        id=NAMES,
        statement=TITLE,
        strength=st.sampled_from(STRENGTHS),
        areas=AREAS,
        objective=st.none() | NAMES,
        obligors=st.lists(NAMES, max_size=3),
        made_at=st.none() | NAMES,
        continues=LINKS,
        meeting=st.none() | NAMES,
    ),
    roadmap=_several(Milestone, id=NAMES, title=TITLE, delivers=st.lists(NAMES, max_size=2)),
    reports=_several(Report, id=NAMES, text=TITLE, about=LINKS),
    relations=_several(Relation, kind=st.sampled_from(["follows", "amends"]), target=NAMES),
)
"""Records whose ids stand twice and whose references lead nowhere, to the wrong kind and in circles."""


def numbers(found: Sequence[_T]) -> set[int]:
    """Return the commitments by identity: two may be equal."""
    return {id(one) for one in found}


def check_totals(coverage: Coverage, commitments: Sequence[Commitment]) -> None:
    """Every axis by itself holds every commitment, and every cell what is in its row, its column and its party's share."""
    everything = numbers(commitments)
    assert numbers(coverage.commitments()) == everything
    assert coverage.total == coverage.count() == len(commitments)
    assert sum(coverage.count(strength=strength) for strength in coverage.strengths) == coverage.total
    assert set().union(*[numbers(coverage.commitments(area)) for area in coverage.areas]) == everything
    assert set().union(*[numbers(coverage.commitments(party=party)) for party in coverage.parties]) == everything
    assert len(set(coverage.areas)) == len(coverage.areas)
    assert len(set(coverage.parties)) == len(coverage.parties)
    for area in coverage.areas:
        row = numbers(coverage.commitments(area))
        assert sum(coverage.count(area, strength) for strength in coverage.strengths) == len(row) == coverage.count(area)
        for strength in coverage.strengths:
            column = numbers(coverage.commitments(strength=strength))
            assert numbers(coverage.commitments(area, strength)) == row & column
            for party in coverage.parties:
                share = numbers(coverage.commitments(party=party))
                assert numbers(coverage.commitments(area, strength, party)) == row & column & share


@given(agreements())
def test_totals_add_up(record: Agreement) -> None:
    """Every commitment is in the matrix, in the row of each of its areas, under its strength, and under a party or under all jointly."""
    coverage = coverage_of(record)
    check_totals(coverage, record.commitments)
    for commitment in record.commitments:
        areas: set[str | None] = {*commitment.areas}
        assert {area for area in coverage.areas if id(commitment) in numbers(coverage.commitments(area))} == (areas or {None})
        assert (id(commitment) in numbers(coverage.commitments(party=None))) is (not commitment.obligors)


@given(agreements())
def test_objectives_share_the_commitments_out(record: Agreement) -> None:
    """Every commitment is under exactly one top objective, or under none; within each the totals add up."""
    pillars = coverage_by_objective(record)
    found = [commitment for pillar in pillars for commitment in pillar.coverage.commitments()]
    assert sorted(map(id, found)) == sorted(map(id, record.commitments))
    for pillar in pillars:
        check_totals(pillar.coverage, pillar.coverage.commitments())
        assert pillar.objective is None or pillar.objective.parent is None
        assert pillar.coverage.parties == coverage_of(record).parties


@given(agreements())
def test_outcomes(record: Agreement) -> None:
    """An item's commitments and its bare areas together are about all of its areas; nothing is nothing, and unknown is without areas."""
    for outcome in agenda_outcomes(record):
        covered = {area for commitment in outcome.commitments for area in commitment.areas}
        assert set(outcome.bare) == set(outcome.item.areas) - covered
        assert (outcome.ended_in == "unknown") is (not outcome.item.areas)
        assert (outcome.ended_in in {"nothing", "unknown"}) is (not outcome.commitments)
        assert (outcome.strength is None) is (outcome.ended_in in {"nothing", "unknown", "unjudged"})


def check_shares(comparison: Comparison) -> None:
    """Every commitment of either record has its place, and only one kind of place."""
    earlier = [[pair.earlier for pair in comparison.pairs], comparison.reported, comparison.dropped]
    later = [[pair.later for pair in comparison.pairs], comparison.new, comparison.repeated]
    for shares, record in ((earlier, comparison.earlier), (later, comparison.later)):
        assert set().union(*map(numbers, shares)) == numbers(record.commitments)
        assert sum(len(numbers(share)) for share in shares) == len(record.commitments)
    changed = (*comparison.carried_over, *comparison.strengthened, *comparison.weakened)
    assert sorted([(id(one), id(other)) for one, other in changed]) == sorted([(id(one), id(other)) for one, other in comparison.pairs])


@given(agreements())
def test_a_record_carries_everything_over_from_itself(record: Agreement) -> None:
    """Compared with itself a record has dropped nothing, promises nothing new, and nothing firmer or weaker."""
    comparison = compare(record, record)
    check_shares(comparison)
    assert [(id(one), id(one)) for one in record.commitments] == [(id(one), id(other)) for one, other in comparison.carried_over]
    assert () == comparison.reported == comparison.dropped == comparison.new == comparison.repeated


@FEWER
@given(agreements(), agreements(), st.data())
def test_every_commitment_has_its_place(earlier: Agreement, later: Agreement, data: st.DataObject) -> None:
    """Whatever a later record continues, each commitment of the two is in a pair or in exactly one of the lists."""
    names = [f"{earlier.id}#{commitment.id}" for commitment in earlier.commitments]
    continuing = [
        attrs.evolve(commitment, continues=[*commitment.continues, *data.draw(st.lists(st.sampled_from(names), unique=True))])
        if names
        else commitment
        for commitment in later.commitments
    ]
    later = attrs.evolve(later, commitments=continuing)
    comparison = compare(earlier, later)
    check_shares(comparison)
    assert set(comparison.dropped) == set(Answers([later]).unanswered(earlier)) or earlier.id == later.id


@given(TANGLED, TANGLED)
def test_tangled_records_raise_nothing(earlier: Agreement, later: Agreement) -> None:
    """Whatever refers to what, totals add up, every commitment has its place, and the rules of coverage and of series judge."""
    check_totals(coverage_of(later), later.commitments)
    pillars = coverage_by_objective(later)
    found = [commitment for pillar in pillars for commitment in pillar.coverage.commitments()]
    assert sorted(map(id, found)) == sorted(map(id, later.commitments))
    assert len({pillar.objective and pillar.objective.id for pillar in pillars}) == len(pillars)
    agenda_outcomes(later)
    check_shares(compare(earlier, later))
    codes = ("COV001", "COV002", "FOL001", "FOL002", "RUL001")
    findings = check(later, related=[earlier], rules=[CATALOGUE[code] for code in codes])
    assert {finding.code for finding in findings} <= set(codes[:-1])


@FEWER
@given(agreements())
def test_what_answers_itself_leaves_nothing(record: Agreement) -> None:
    """A record whose every commitment is continued elsewhere has nothing unanswered."""
    names = [Reference(f"{record.id}#{commitment.id}") for commitment in record.commitments]
    answer = Agreement(id="answer", revision=1, title={"en": "A"}, commitments=[Commitment(id="c", statement={"en": "C"}, continues=names)])
    assert () == Answers([answer]).unanswered(record)
