"""Which item of a list in one revision is which in the next."""

import random
import time
from typing import Any

import attrs
import pytest

from coopmodel.analysis.matching import has_id, in_order, matched, unmoved
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone, Target
from coopmodel.model.meetings import AgendaItem, Delegation, Participation
from coopmodel.model.parties import CountryParty, ExternalIdentifier, OrganizationParty, SubdivisionParty
from coopmodel.values.extensions import JsonObject
from coopmodel.values.text import Text

WORDS = {"en": "x"}


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OwnCommitment(Commitment):
    """A commitment with a member of its own."""

    mood: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OwnAgendaItem(AgendaItem):
    """An agenda item with a member of its own."""

    mood: str | None = None


def commitment(identifier: str, **members: Any) -> Commitment:
    """Return a commitment."""
    return Commitment(id=identifier, statement=WORDS, **members)


def cited(source: str, exact: str | None = None, **members: Any) -> Citation:
    """Return a citation."""
    return Citation(source=source, exact=exact, **members)


def item(**title: str) -> AgendaItem:
    """Return an agenda item with this title."""
    return AgendaItem(title=title)


def related(kind: Any, **members: Any) -> Relation:
    """Return a relation."""
    return Relation(kind=kind, **members)


def act(action: Any, party: str | None = None, date: str | None = None, **members: Any) -> Participation:
    """Return an act."""
    return Participation(action=action, party=party, date=date, **members)


def mapped(scheme: str, code: str, source: str = "s") -> AreaMapping:
    """Return a mapping."""
    return AreaMapping(scheme=scheme, code=code, source=source)


CASES: dict[str, tuple[list[Any], list[Any], list[int | None]]] = {
    "nothing": ([], [], []),
    "all new": ([], [commitment("a")], [None]),
    "all gone": ([commitment("a")], [], []),
    "by id, whatever they say": ([commitment("a"), commitment("b")], [commitment("b", strength="agreed"), commitment("a")], [1, 0]),
    "another id, though equal else": ([commitment("a")], [commitment("b")], [None]),
    "an id of another class of commitment": ([commitment("a")], [OwnCommitment(id="a", statement=WORDS, mood="x")], [0]),
    "a repeated id: equal ones first": (
        [commitment("a"), commitment("a", strength="agreed")],
        [commitment("a", strength="agreed"), commitment("a")],
        [1, 0],
    ),
    "a repeated id: then in order": (
        [commitment("a"), commitment("a")],
        [commitment("a", kind="meeting"), commitment("a", kind="financing")],
        [0, 1],
    ),
    "an id repeated in the new list only": (
        [commitment("a", kind="meeting")],
        [commitment("a"), commitment("a", kind="meeting")],
        [None, 0],
    ),
    "an id repeated in the old list only": ([commitment("a", kind="meeting"), commitment("a")], [commitment("a")], [1]),
    "parties of one kind": ([CountryParty(id="a", country="CL")], [CountryParty(id="a", country="PE")], [0]),
    "parties of another kind": ([CountryParty(id="a", country="CL")], [SubdivisionParty(id="a", code="CL-AP")], [None]),
    "parties of two kinds with one id": (
        [CountryParty(id="a", country="CL"), OrganizationParty(id="a", name=WORDS)],
        [OrganizationParty(id="a", name={"en": "y"}), CountryParty(id="a", country="PE")],
        [1, 0],
    ),
    "words": (["a", "b", "a"], ["b", "a", "c", "a", "a"], [1, 0, None, 2, None]),
    "citations: equal ones first": ([cited("s", "x"), cited("s", "y")], [cited("s", "y"), cited("s", "x")], [1, 0]),
    "citations: by source, words and place": (
        [cited("s", "x", locator="1"), cited("s", "x", locator="2")],
        [cited("s", "x", locator="2", supports=["due"])],
        [1],
    ),
    "citations: by source and words": ([cited("s", "x", locator="1"), cited("s", "y", locator="2")], [cited("s", "y", locator="1")], [1]),
    "citations: by source": ([cited("s", "x"), cited("t", "y")], [cited("t", "z"), cited("s", "z")], [1, 0]),
    "citations: another source": ([cited("s", "x")], [cited("t", "x")], [None]),
    "delegations: by party": (
        [Delegation(party="a"), Delegation(party="b")],
        [Delegation(party="b", heads=["h"]), Delegation(party="c")],
        [1, None],
    ),
    "agenda: by a title in any language": (
        [item(es="Uno"), item(es="Dos", en="Two")],
        [item(en="Two", es="Otro"), item(es="Uno", en="One")],
        [1, 0],
    ),
    "agenda: one that is taken under another language": (
        [item(es="Uno", en="One"), item(en="One", fr="Un")],
        [item(es="Uno", pt="Um"), item(en="One", pt="Um")],
        [0, 1],
    ),
    "agenda: by place between what is known": (
        [item(en="a"), item(en="b"), item(en="c")],
        [item(en="a"), item(en="B"), item(en="c")],
        [0, 1, 2],
    ),
    "agenda: no place beyond what is known": ([item(en="a"), item(en="b")], [item(en="B"), item(en="a")], [None, 0]),
    "agenda: the first left over with the first": ([item(en="a"), item(en="b")], [item(en="A"), item(en="B"), item(en="C")], [0, 1, None]),
    "agenda: an item of another class": (
        [item(en="a"), item(en="b")],
        [OwnAgendaItem(title=WORDS), OwnAgendaItem(title={"en": "b"})],
        [0, 1],
    ),
    "acts: by action, party and date": (
        [act("signature", "a", "2023"), act("signature", "a", "2024")],
        [act("signature", "a", "2024", effective="2025"), act("signature", "a", "2023", effective="2025")],
        [1, 0],
    ),
    "acts: of several parties on one day": (
        [act("signature", "a", "2024"), act("signature", "b", "2024")],
        [act("signature", "b", "2024", effective="2025"), act("signature", "a", "2024", effective="2025")],
        [1, 0],
    ),
    "acts: by action and party": (
        [act("signature", "a"), act("signature", "b")],
        [act("signature", "b", "2024"), act("adoption", "a")],
        [1, None],
    ),
    "relations: by what they name": (
        [related("follows", target="a"), related("amends", url="https://a.b/"), related("follows", title=WORDS)],
        [related("implements", title=WORDS), related("amends", url="https://a.b/", evidence=[cited("s")]), related("amends", target="a")],
        [2, 1, 0],
    ),
    "relations: by an identifier": (
        [related("amends", title=WORDS), related("amends", identifier=ExternalIdentifier(scheme="UNTS", id="1"))],
        [related("follows", identifier=ExternalIdentifier(scheme="UNTS", id="1"))],
        [1],
    ),
    "relations: by a page": (
        [related("amends", title=WORDS), related("amends", url="https://a.b/")],
        [related("follows", url="https://a.b/")],
        [1],
    ),
    "relations: by kind": ([related("follows", target="a"), related("amends", target="b")], [related("amends", target="c")], [1]),
    "relations: nothing in common": ([related("follows", target="a")], [related("amends", title=WORDS)], [None]),
    "targets: by date": ([Target(value="1", date="2024"), Target(value="2", date="2025")], [Target(value="3", date="2025")], [1]),
    "targets: by value": ([Target(value="1", date="2024"), Target(value="2", date="2025")], [Target(value="2", date="2026")], [1]),
    "targets: by place": ([Target(value="1", date="2024")], [Target(value="2", date="2025")], [0]),
    "suppressions: by code and entity": (
        [Suppression(code="COV001", on="a", reason=WORDS), Suppression(code="COV001", on="b", reason=WORDS)],
        [Suppression(code="COV001", on="b", reason={"en": "y"}), Suppression(code="COV002", on="a", reason=WORDS)],
        [1, None],
    ),
    "taxonomy: by code": (
        [ThematicArea(code="a:b", label=WORDS), ThematicArea(code="a:c", label=WORDS)],
        [ThematicArea(code="a:c", label={"en": "y"}), ThematicArea(code="a:d", label=WORDS)],
        [1, None],
    ),
    "identifiers: by scheme": (
        [ExternalIdentifier(scheme="a", id="1"), ExternalIdentifier(scheme="b", id="1"), ExternalIdentifier(scheme="b", id="2")],
        [ExternalIdentifier(scheme="b", id="2"), ExternalIdentifier(scheme="b", id="3"), ExternalIdentifier(scheme="c", id="1")],
        [2, 1, None],
    ),
    "mappings: by scheme and code": ([mapped("a", "1"), mapped("a", "2")], [mapped("a", "2", "t")], [1]),
    "mappings: by scheme": ([mapped("a", "1"), mapped("b", "1")], [mapped("b", "2"), mapped("c", "1")], [1, None]),
    "texts: by a language, then by place": (
        [Text({"en": "a"}), Text({"en": "b", "es": "be"}), Text({"en": "c"})],
        [Text({"es": "be"}), Text({"en": "d"})],
        [1, 2],
    ),
    "texts: equal ones first, languages in any order": (
        [Text({"en": "a", "es": "b"}), Text({"en": "a", "es": "c"})],
        [Text({"es": "c", "en": "a"}), Text({"es": "b", "en": "a"})],
        [1, 0],
    ),
    "texts: one that shares two languages is taken once": (
        [Text({"en": "a", "es": "b"}), Text({"es": "b"})],
        [Text({"en": "a", "es": "b", "fr": "c"})],
        [0],
    ),
    "data of others: by id": ([JsonObject({"id": "a"}), JsonObject({"id": "b"})], [JsonObject({"id": "b", "x": 1})], [1]),
    "data of others: by place": ([JsonObject({"id": 1}), JsonObject({})], [JsonObject({"id": 2}), JsonObject({"x": 1})], [0, 1]),
    "data of others: lists by place, words not": ([(1,), "a", 1], [(2,), "b", True], [0, None, None]),
    "data of others: equal ones first, members in any order": (
        [JsonObject({"x": 1, "y": 2}), JsonObject({"x": 1, "y": 3})],
        [JsonObject({"y": 3, "x": 1}), JsonObject({"y": 2, "x": 1})],
        [1, 0],
    ),
    "data of others: a list is no object": ([(1,)], [JsonObject({})], [None]),
    "data of others: a list is no word": ([(1,)], ["a"], [None]),
    "what shares a key with an object of another class": ([Delegation(party="a")], [ExternalIdentifier(scheme="a", id="b")], [None]),
    "data of others: numbers and truth values apart": ([1, True, 1.0], [1.0, 1, True], [2, 0, 1]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_the_same(name: str) -> None:
    """The matching gives for each new item the index of the old one that it is."""
    old, new, expected = CASES[name]
    assert tuple(expected) == matched(old, new)


@pytest.mark.parametrize(
    ("matching", "expected", "staying"),
    [
        ((), True, []),
        ((None, None), True, []),
        ((0,), True, [0]),
        ((0, None, 2), True, [0, 2]),
        ((1, None, 0), False, [2]),
        ((1, 2, 0), False, [0, 1]),
        ((2, 0, 1), False, [1, 2]),
        ((3, 2, None, 1, 0), False, [4]),
        ((0, 4, 1, 2, 3), False, [0, 2, 3, 4]),
        ((2, 5, 3, 7, 11, 8, 10, 13, 6), False, [0, 2, 3, 5, 6, 7]),
    ],
)
def test_order(matching: tuple[int | None, ...], *, expected: bool, staying: list[int]) -> None:
    """Items are in order where nothing has to move, and as many as can stay where they are."""
    assert expected is in_order(matching)
    assert staying == unmoved(matching)


def test_what_has_an_id() -> None:
    """Entities with an id are known by it; identifiers elsewhere are no ids here."""
    assert has_id(commitment("a"))
    assert has_id(Milestone(id="a", title=WORDS))
    assert not has_id(ExternalIdentifier(scheme="a", id="b"))
    assert not has_id(Delegation(party="a"))
    assert not has_id("a")


def test_ten_thousand_are_matched_in_a_moment() -> None:
    """Time goes with the number of items, also where many of them look alike."""
    shuffled = [cited("s", f"words {number % 100}") for number in range(10_000)]
    random.Random(1).shuffle(shuffled)  # noqa: S311  no secret
    started = time.process_time()
    found = matched(shuffled, [cited("s", f"words {number}") for number in range(10_000)])
    assert 10_000 == len(set(found))
    assert time.process_time() - started < 5


def test_records_themselves_have_members_to_compare() -> None:
    """A record has an id, too, and is matched by it."""
    records = [Agreement(id=name, revision=1, title=WORDS) for name in "ab"]
    assert (1, 0) == matched(records, records[::-1])
