"""Laws of timelines: everything once, in order, and in every format."""

import datetime
from itertools import pairwise

from hypothesis import given, settings, strategies as st

from coopmodel.analysis.timeline import timeline_of
from coopmodel.cli.timeline import Timeline
from coopmodel.model.agreement import Agreement
from coopmodel.testing.records import agreements
from coopmodel.values.bounds import Bounds


@given(agreements())
def test_everything_once(record: Agreement) -> None:
    """Every meeting, commitment, milestone and report has one place, by itself or with what falls due together; every act one or two."""
    moments = timeline_of(record)
    dated = [moment for moment in moments if moment.kind not in {"act", "effect", "new-due"}]
    found = [str(one.id) for moment in dated for one in (moment.entity, *moment.members)]
    expected = [str(one.id) for several in (record.meetings, record.commitments, record.roadmap, record.reports) for one in several]
    assert sorted(expected) == sorted(found)
    acts = {moment.pointer for moment in moments if moment.kind in {"act", "effect"}}
    assert {f"/participation/{number}" for number in range(len(record.participation))} == acts
    assert len([one for one in record.reports if one.due is not None]) == len([one for one in moments if one.kind == "new-due"])


@given(agreements())
def test_order(record: Agreement) -> None:
    """Days never go back, and what has none comes after all that has one."""
    moments = timeline_of(record)
    days = [moment.day for moment in moments]
    known = [day for day in days if day is not None]
    assert known == sorted(known)
    assert [None] * (len(days) - len(known)) == days[len(known) :]
    firsts = [moment.window.earliest or moment.day for moment in moments if isinstance(moment.window, Bounds)]
    for (one, first), (other, second) in pairwise(zip(known, firsts, strict=True)):
        assert first is not None
        assert second is not None
        assert one < other or first <= second


@settings(max_examples=settings().max_examples // 2)
@given(agreements(), st.sampled_from(["es", "en"]), st.dates() | st.none())
def test_every_record_can_be_told(record: Agreement, language: str, as_of: datetime.date | None) -> None:
    """As text, as a chart and as JSON; a chart has one line for each moment with a date, and for each that falls due with it."""
    told = Timeline(record, language, as_of)
    assert [*told.in_lines()]
    assert len(timeline_of(record)) == len(told.as_json()["moments"])
    bars = [line for line in told.as_mermaid().split("\n") if line.startswith("        ")]
    assert sum([1 + len(moment.members) for moment in told.moments]) + (as_of is not None) == len(bars)
    sections = [line for line in told.as_mermaid().split("\n") if line.startswith("    section ")]
    assert bool(sections) is bool(bars)
