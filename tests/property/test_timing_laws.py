"""Laws of timings: what is absolute is itself, what is relative moves with its event."""

import datetime

from hypothesis import given, strategies as st

from coopmodel.testing.values import anchors, bounds, durations, timings, unknowns
from coopmodel.values.bounds import Bounds
from coopmodel.values.durations import Duration
from coopmodel.values.timing import Timing, Unknown, to_timing

EVENTS = st.dictionaries(anchors(), bounds() | unknowns(), max_size=2)


@given(timings(relative=False), EVENTS)
def test_absolute(timing: Timing, events: dict[str, Bounds | Unknown]) -> None:
    """A date or period resolves to its own bounds, whatever the events."""
    assert timing.when is not None
    assert timing.when.bounds == timing.resolve(events)


@given(anchors(), bounds() | unknowns())
def test_at(anchor: str, event: Bounds | Unknown) -> None:
    """Without an offset a relative timing is when its event is, and as unknown."""
    assert event == Timing(anchor=anchor).resolve({anchor: event})


@given(anchors(), durations(), unknowns())
def test_unknown(anchor: str, offset: Duration, event: Unknown) -> None:
    """What depends on an unknown event is unknown for the same reason."""
    assert event == Timing(anchor=anchor, offset=offset).resolve({anchor: event})


@given(anchors(), st.none() | durations())
def test_no_event(anchor: str, offset: Duration | None) -> None:
    """What depends on an event that nobody knows says so."""
    assert Unknown("no-event", anchor) == Timing(anchor=anchor, offset=offset).resolve({})


@given(anchors(), durations(), bounds())
def test_offset(anchor: str, offset: Duration, event: Bounds) -> None:
    """An offset moves both ends of its event, or says that it leaves the calendar; it keeps what is open, and every doubt."""
    resolved = Timing(anchor=anchor, offset=offset).resolve({anchor: event})
    moved = [None if edge is None else offset.after(edge) for edge in (event.earliest, event.latest)]
    if [edge is None for edge in moved] == [event.earliest is None, event.latest is None]:
        assert Bounds(moved[0], moved[1], event.earliest_certain, event.latest_certain) == resolved
    else:
        assert Unknown("out-of-range", anchor) == resolved


@given(anchors(), durations(), bounds())
def test_offset_keeps_order(anchor: str, offset: Duration, event: Bounds) -> None:
    """The first day still comes first after an offset."""
    resolved = Timing(anchor=anchor, offset=offset).resolve({anchor: event})
    if isinstance(resolved, Bounds) and resolved.earliest is not None and resolved.latest is not None:
        assert resolved.earliest <= resolved.latest


@given(anchors(), durations(), st.dates(), st.dates())
def test_monotone(anchor: str, offset: Duration, one: datetime.date, other: datetime.date) -> None:
    """The later an event, the later what depends on it."""
    found = [Timing(anchor=anchor, offset=offset).resolve({anchor: Bounds(day, day)}) for day in sorted((one, other))]
    earliest = [bounds.earliest for bounds in found if isinstance(bounds, Bounds) and bounds.earliest is not None]
    assert sorted(earliest) == earliest


@given(timings())
def test_wire(timing: Timing) -> None:
    """The wire form of a timing makes it again, and so does a conversion of what is one already."""
    written = timing.wire()
    made = Timing(written) if isinstance(written, str) else Timing(anchor=written["anchor"], offset=written.get("offset"))
    assert timing == made
    assert to_timing(timing) is timing
