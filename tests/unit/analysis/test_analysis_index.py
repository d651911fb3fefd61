"""The index of a record: ids, links, areas and who owns a place."""

from typing import Any

from base_record import BASE, at

from coopmodel.analysis.events import events_of
from coopmodel.analysis.index import Index
from coopmodel.analysis.links import Link
from coopmodel.analysis.references import ACTOR, EVENT
from coopmodel.analysis.walk import Located, walk
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import Meeting
from coopmodel.model.parties import CountryParty
from coopmodel.model.statements import Source
from coopmodel.model.unknown import keeping
from coopmodel.values.timing import Timing


def record(**members: Any) -> Agreement:
    """Return a record with these members."""
    return Agreement(id="a", revision=1, title={"en": "x"}, **members)


def test_the_index_holds_every_object_in_order() -> None:
    """The objects of the index are those of the walk."""
    index = Index(BASE)
    assert BASE is index.agreement
    assert list(walk(BASE)) == [(located.pointer, located.entity) for located in index.objects]


def test_every_entity_is_found_by_its_id() -> None:
    """Each id leads to its entity and to the place where it stands; nested indicators too, the record itself not."""
    index = Index(BASE)
    assert {entity.id for entity in BASE.entities()} == set(index.by_id)
    assert [] == index.repeated
    assert all(identifier == at(located.pointer)["id"] for identifier, located in index.by_id.items())
    assert "/commitments/0/indicators/0" == index.by_id["alerts"].pointer
    assert BASE.id not in index.by_id


def test_a_number_of_another_register_is_no_id_of_the_record() -> None:
    """A treaty's number or a person's in a data set has a member called id, and is no entity."""
    assert "I-99999" == BASE.identifiers[0].id
    assert "I-99999" not in Index(BASE).by_id


def test_an_id_that_was_taken_is_repeated() -> None:
    """The first entity keeps the id; each further one is listed, of whatever kind, in the order of the document."""
    first, second = CountryParty(id="x", country="CL"), Source(id="x", kind="news")
    third = Commitment(id="y", statement={"en": "x"}, indicators=[Indicator(id="x", title={"en": "x"})])
    index = Index(record(parties=[first], sources=[second], commitments=[third]))
    assert first is index.by_id["x"].entity
    assert ["/commitments/0/indicators/0", "/sources/0"] == [located.pointer for located in index.repeated]


def test_one_object_in_two_places_is_repeated() -> None:
    """Two places hold two entities, even where Python made only one."""
    party = CountryParty(id="x", country="CL")
    index = Index(record(parties=[party, party]))
    assert ["/parties/1"] == [located.pointer for located in index.repeated]


def test_equal_citations_are_told_apart_by_their_place() -> None:
    """Objects are known by where they stand, not by what they say."""
    citation = Citation(source="s")
    index = Index(record(evidence=[citation, Citation(source="s")], sources=[Source(id="s", kind="news", evidence=[citation])]))
    assert ["/sources/0/evidence/0", "/evidence/0", "/evidence/1"] == [pointer for pointer, _ in index.each(Citation)]


def test_entities_are_those_that_have_an_id_first() -> None:
    """The same as by their places, in the order of the document."""
    first, second = CountryParty(id="x", country="CL"), Source(id="x", kind="news")
    index = Index(record(parties=[first, CountryParty(id="y", country="PE")], sources=[second, Source(id="z", kind="news")]))
    assert ["x", "y", "z"] == [*index.entities]
    assert first is index.entities["x"]
    assert {identifier: located.entity for identifier, located in index.by_id.items()} == index.entities


def test_firsts_are_those_whose_id_was_not_taken() -> None:
    """By an entity of whatever kind, or by themselves in another place."""
    source = Source(id="s", kind="news")
    taken = Source(id="x", kind="news")
    index = Index(record(parties=[CountryParty(id="x", country="CL")], sources=[source, taken, source]))
    assert ["/sources/0"] == [pointer for pointer, _ in index.firsts(Source)]
    assert [*index.each(Source)][:1] == [*index.firsts(Source)]
    assert [*Index(BASE).each(Commitment, Meeting)] == [*Index(BASE).firsts(Commitment, Meeting)]


def test_of_some_classes_each_is_there_in_the_order_of_the_document() -> None:
    """Whichever are asked for, and in whatever order; of all objects too."""
    index = Index(BASE)
    for kinds in ((Source, Meeting), (Citation, Source), (Indicator, Commitment), (Entity,), (object,)):
        assert [located for located in index.objects if isinstance(located.entity, kinds)] == [*index.each(*kinds)]


def test_each_yields_the_objects_of_some_classes() -> None:
    """Several classes come mixed, in the order of the document."""
    index = Index(BASE)
    assert list(BASE.meetings) == [located.entity for located in index.each(Meeting)]
    assert [*BASE.meetings, *BASE.commitments] == [located.entity for located in index.each(Commitment, Meeting)]
    assert [] == [*Index(record()).each(Commitment, Meeting)]


def test_objects_of_a_class_that_extends_another_are_objects_of_that() -> None:
    """A source with members that nobody knows stands among the others where it stands in the document, however often it is asked for."""
    kept: Any = keeping(Source)
    plain = Source(id="s", kind="news")
    index = Index(record(sources=[plain, kept(id="t", kind="news", unknown={"zz": 1}), plain]))
    for _ in range(2):
        assert ["/sources/0", "/sources/1", "/sources/2"] == [pointer for pointer, _ in index.each(Source)]
        assert ["/sources/1"] == [pointer for pointer, _ in index.each(kept)]


def test_objects_of_a_class_are_there_or_not() -> None:
    """It is enough that one of several classes is, be it by a class that extends it."""
    kept: Any = keeping(Source)
    index = Index(record(parties=[CountryParty(id="x", country="CL")], sources=[kept(id="s", kind="news", unknown={"zz": 1})]))
    assert index.has(Meeting, CountryParty)
    assert index.has(Source)
    assert not index.has(Meeting, Citation)


def test_every_link_stands_where_it_says() -> None:
    """At the pointer of each link the document holds the id that it names."""
    links = Index(BASE).links
    assert all(link.target == at(link.pointer) for link in links)
    assert len(links) == len({link.pointer for link in links})
    assert links is not Index(BASE).links


def test_links_know_what_they_may_name_and_who_holds_them() -> None:
    """A member with several ids has a link for each; one that is absent has none."""
    promise = Commitment(id="c", statement={"en": "x"}, lead=["one", "two"], meeting="three")
    links = Index(record(commitments=[promise])).links
    assert [
        ("/commitments/0/lead/0", "one", ACTOR),
        ("/commitments/0/lead/1", "two", ACTOR),
        ("/commitments/0/meeting", "three", (Meeting,)),
    ] == [(link.pointer, link.target, link.kinds) for link in links]
    assert all(link.owner is promise for link in links)
    assert Link(Located("/commitments/0", promise), "lead", 1, "two", ACTOR) == links[1]


def test_the_anchor_of_a_timing_is_a_link_to_an_event() -> None:
    """Not so the events of the agreement itself, which need no entity, nor a date that is not relative."""
    meetings = [
        Meeting(id="a1", date=Timing(anchor="b1", offset="P1D")),
        Meeting(id="b1", date=Timing(anchor="signature")),
        Meeting(id="c1", date="2024"),
    ]
    (link,) = Index(record(meetings=meetings)).links
    assert ("/meetings/0/date/anchor", "b1", EVENT, meetings[0]) == (link.pointer, link.target, link.kinds, link.owner)


def test_areas_are_found_wherever_they_are_used() -> None:
    """In lists of areas, and as the broader area of one's own; the own code itself is no use."""
    uses = Index(BASE).areas
    assert all(use.target == at(use.pointer) for use in uses)
    assert [
        "/areas/0",
        "/areas/1",
        "/taxonomy/0/broader",
        "/meetings/0/agenda/0/areas/0",
        "/meetings/0/agenda/0/areas/1",
        "/commitments/0/areas/0",
        "/commitments/0/areas/1",
        "/reports/0/areas/0",
    ] == [use.pointer for use in uses]
    assert BASE.taxonomy[0] is uses[2].owner
    assert BASE.meetings[0].agenda[0] is uses[3].owner


def test_a_place_belongs_to_the_innermost_entity_around_it() -> None:
    """Of the record's own members the owner is nobody; a place need not exist."""
    index = Index(BASE)
    assert "share" == index.owner_of("/commitments/0/evidence/0/exact")
    assert "share" == index.owner_of("/commitments/0")
    assert "alerts" == index.owner_of("/commitments/0/indicators/0/targets/1/value")
    assert "meeting-1" == index.owner_of("/meetings/0/agenda/0/areas/1")
    assert index.owner_of("/title/es") is None
    assert index.owner_of("") is None
    assert index.owner_of("/commitments/17") is None


def test_a_repeated_entity_owns_its_own_places() -> None:
    """What lies in the second entity of one id belongs to that id too."""
    index = Index(record(sources=[Source(id="s", kind="news"), Source(id="s", kind="news", title={"en": "x"})]))
    assert "s" == index.owner_of("/sources/1/title")


def test_the_index_knows_the_events() -> None:
    """They are computed once."""
    index = Index(BASE)
    assert events_of(BASE) == index.events
    assert index.events is index.events


def test_the_index_knows_the_meetings_that_were_held_and_what_was_promised_there() -> None:
    """They are those that the functions find in the record."""
    held = Meeting(id="m", status="held")
    index = Index(record(meetings=[held, Meeting(id="n", status="scheduled")], commitments=[Commitment(id="c", statement={"en": "x"})]))
    assert {"m"} == index.held
    assert {"c": held} == index.promised_at


def test_evidence_is_that_of_the_innermost_object_that_has_any() -> None:
    """A citation is its own; what has none rests on what it is part of, but nothing on the record as a whole, except its own members."""
    whole, broad, narrow = Citation(source="s"), Citation(source="s", locator="p. 1"), Citation(source="s", locator="p. 2")
    indicators = [Indicator(id="i", title={"en": "x"}, evidence=[narrow]), Indicator(id="j", title={"en": "x"})]
    promise = Commitment(id="c", statement={"en": "x"}, indicators=indicators, evidence=[broad, narrow])
    index = Index(record(commitments=[promise, Commitment(id="d", statement={"en": "x"})], evidence=[whole]))
    found = {
        "/commitments/0": (broad, narrow),
        "/commitments/0/statement/en": (broad, narrow),
        "/commitments/0/evidence/1": (narrow,),
        "/commitments/0/evidence/0/locator": (broad,),
        "/commitments/0/indicators/0/title": (narrow,),
        "/commitments/0/indicators/1": (broad, narrow),
        "/commitments/1": (),
        "/title": (),
        "/evidence/0": (whole,),
        "": (whole,),
    }
    assert found == {pointer: index.evidence_at(pointer) for pointer in found}
