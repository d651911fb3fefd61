"""Laws of whole records."""

import pickle
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given, settings, strategies as st

from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.testing.records import agreements, broken_agreements
from coopmodel.values.bounds import Bounds
from coopmodel.wire.documents import dumps, loads

if TYPE_CHECKING:
    from coopmodel.analysis.references import Kinds

FEWER: Final = settings(max_examples=settings().max_examples // 2)


@given(agreements(), st.sampled_from([None, 0, 2]))
def test_round_trip(record: Agreement, indent: int | None) -> None:
    """A record that was written and read is the same record, has the same hash and is written in the same way."""
    text = dumps(record, indent=indent)
    read = loads(text)
    assert record == read
    assert hash(record) == hash(read)
    assert text == dumps(read, indent=indent) == dumps(record, indent=indent)
    assert read == loads(text.encode())


@FEWER
@given(agreements())
def test_copies(record: Agreement) -> None:
    """A record that was pickled, or evolved to the next revision and back, is the same record."""
    assert record == pickle.loads(pickle.dumps(record))  # noqa: S301  our own bytes
    following = attrs.evolve(record, revision=record.revision % 9 + 1)
    assert type(following) is Agreement
    assert record == attrs.evolve(following, revision=record.revision)
    assert (record == following) is (record.revision == following.revision)


@FEWER
@given(agreements())
def test_references(record: Agreement) -> None:
    """Every id in a generated record is unique, and every reference names an entity of the right class, or one of another record."""
    index = Index(record)
    assert [] == index.repeated
    for link in index.links:
        record_id, separator, _ = link.target.partition("#")
        if separator:
            assert record_id != record.id
        else:
            assert isinstance(index.by_id[link.target].entity, link.kinds)
            assert record.resolve(link.target) is index.by_id[link.target].entity
    known = {area.code for area in record.taxonomy}
    assert len(record.taxonomy) == len(known)
    assert {area for _, entity in index.objects for area in getattr(entity, "areas", ()) if ":" in area} <= known


@given(agreements() | broken_agreements())
def test_what_is_named(record: Agreement) -> None:
    """Without their places, the same ids and areas are named as with them, and those are astray that lead to nothing of the right kind."""
    index = Index(record)
    named: defaultdict[Kinds, set[str]] = defaultdict(set)
    for link in (*index.links, *index.areas):
        named[link.kinds].add(link.target)
    led = {id(link): index.by_id.get(link.target) for link in index.links}
    assert named == {kinds: targets for kinds, targets in index.named.items() if targets}
    assert index.astray == {link.target for link in index.links if (it := led[id(link)]) is None or not isinstance(it.entity, link.kinds)}


@FEWER
@given(agreements())
def test_events(record: Agreement) -> None:
    """No event of a generated record waits for itself."""
    events = Index(record).events
    assert {"signature", "adoption", "entry-into-force"} <= events.keys()
    assert {meeting.id for meeting in record.meetings} | {step.id for step in record.roadmap} <= events.keys()
    for event in events.values():
        assert isinstance(event, Bounds) or event.reason in {"no-date", "out-of-range"}
