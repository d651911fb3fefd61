"""Timings: dates, periods, and distances from other events."""

import copy
import json
import pickle
from datetime import date
from typing import Any, cast

import pytest
from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue
from coopmodel.values.bounds import Bounds, Datelike, precedes
from coopmodel.values.dates import PartialDate
from coopmodel.values.durations import Duration
from coopmodel.values.periods import Period
from coopmodel.values.timing import Timing, Unknown, to_optional_timing, to_timing

_SIGNED = Bounds(date(2023, 12, 20), date(2023, 12, 20))


def test_date_period_and_anchor() -> None:
    """A timing holds a date, a period, or an anchor with or without an offset."""
    assert PartialDate("2024-41") == Timing("2024-41").when
    assert Period("2023/2024") == Timing("2023/2024").when
    assert PartialDate("2024-09-13") == Timing(date(2024, 9, 13)).when
    relative = Timing(anchor="signature", offset="P60D")
    assert (None, "signature", Duration("P60D")) == (relative.when, relative.anchor, relative.offset)
    assert Timing(anchor="meeting-2").offset is None


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"offset": "P60D"},
        {"when": "2024", "offset": "P60D"},
        {"when": "2024", "anchor": "signature"},
        {"when": "2024", "anchor": "signature", "offset": "P60D"},
    ],
)
def test_exactly_one_of_date_and_anchor(parts: dict[str, Any]) -> None:
    """A timing with neither, with both, or with an offset from nothing is refused."""
    with pytest.raises(InvalidValue, match="a date, a period, or an anchor") as caught:
        Timing(**parts)
    assert caught.value.code == "timing.form"


@pytest.mark.parametrize(
    ("parts", "code", "field"),
    [
        ({"when": "2024-13"}, "date.impossible", None),
        ({"when": "2025/2024"}, "period.reversed", None),
        ({"when": 2024}, "type.timing", None),
        ({"anchor": "Meeting 2"}, "identifier.form", "anchor"),
        ({"anchor": 2}, "type.string", "anchor"),
        ({"anchor": "meeting-2", "offset": "60 days"}, "duration.form", "offset"),
        ({"anchor": "meeting-2", "offset": 60}, "type.string", "offset"),
    ],
)
def test_wrong_part(parts: dict[str, Any], code: str, field: str | None) -> None:
    """A wrong part is refused with its own code, and named where it has a name."""
    with pytest.raises(InvalidValue) as caught:
        Timing(**parts)
    assert (code, field) == (caught.value.code, caught.value.field)


def test_wire_and_text() -> None:
    """The wire form is a text or an object; str gives the text, or the object as JSON."""
    assert Timing("2024-41").wire() == "2024-41"
    assert Timing(anchor="meeting-2").wire() == {"anchor": "meeting-2"}
    relative = Timing(anchor="signature", offset="-P60D")
    assert relative.wire() == {"anchor": "signature", "offset": "-P60D"}
    assert str(Timing("2024~/..")) == "2024~/.."
    assert relative.wire() == json.loads(str(relative))


@pytest.mark.parametrize(
    ("timing", "shown"),
    [
        (Timing("2024-41"), "Timing('2024-41')"),
        (Timing("2023/2024"), "Timing('2023/2024')"),
        (Timing(anchor="meeting-2"), "Timing(anchor='meeting-2')"),
        (Timing(anchor="signature", offset="P60D"), "Timing(anchor='signature', offset='P60D')"),
    ],
)
def test_repr_copy_and_pickle(timing: Timing, shown: str) -> None:
    """The repr is the call that makes the timing; copying and pickling keep it."""
    assert shown == repr(timing)
    assert timing == copy.deepcopy(timing) == pickle.loads(pickle.dumps(timing))  # noqa: S301  made here
    assert hash(timing) == hash(copy.copy(timing))


def test_equality() -> None:
    """Timings are equal when they are spelt alike; a timing is not its date."""
    assert Timing("2024") != Timing("2024~")
    assert Timing(anchor="meeting-2") != Timing(anchor="meeting-2", offset="P1D")
    assert Timing("2024") != cast("object", PartialDate("2024"))


def test_immutable() -> None:
    """No part of a timing can be set or deleted."""
    timing = Timing("2024")
    with pytest.raises(FrozenInstanceError):
        timing.anchor = None
    with pytest.raises(FrozenInstanceError):
        del timing.when
    assert PartialDate("2024") == timing.when


def test_converters() -> None:
    """The converters take a timing or what one can be made of; the optional one also None."""
    timing = Timing("2024-41")
    assert to_timing(timing) is timing
    assert timing == to_timing("2024-41") == to_timing(PartialDate("2024-41"))
    assert Timing("2024-09-13") == to_timing(date(2024, 9, 13))
    assert Timing("2023/2024") == to_optional_timing(Period("2023/2024"))
    assert to_optional_timing(None) is None


def test_a_date_resolves_to_its_bounds() -> None:
    """What is not relative needs no events."""
    assert PartialDate("2024-41").bounds == Timing("2024-41").resolve({})
    assert Period("2024/..").bounds == Timing("2024/..").resolve({})


@pytest.mark.parametrize(
    ("offset", "event", "expected"),
    [
        (None, _SIGNED, _SIGNED),
        ("P60D", _SIGNED, Bounds(date(2024, 2, 18), date(2024, 2, 18))),
        ("-P1M", _SIGNED, Bounds(date(2023, 11, 20), date(2023, 11, 20))),
        (
            "P1M",
            Bounds(date(2024, 1, 1), date(2024, 1, 31), earliest_certain=False, latest_certain=True),
            Bounds(date(2024, 2, 1), date(2024, 2, 29), earliest_certain=False, latest_certain=True),
        ),
        ("P1D", Bounds(date(2024, 1, 1), None), Bounds(date(2024, 1, 2), None)),
        ("P1D", Bounds(None, date(2024, 1, 1), latest_certain=False), Bounds(None, date(2024, 1, 2), latest_certain=False)),
        ("P1D", Bounds(None, None), Bounds(None, None)),
        ("P1D", Bounds(date(9999, 12, 31), date(9999, 12, 31)), Unknown("out-of-range", "signature")),
        ("P1D", Bounds(date(2024, 1, 1), date(9999, 12, 31)), Unknown("out-of-range", "signature")),
        ("-P1Y", Bounds(date(1, 6, 1), date(2024, 1, 1)), Unknown("out-of-range", "signature")),
        ("P1D", Unknown("cycle", "meeting-2"), Unknown("cycle", "meeting-2")),
        ("P1D", Unknown("no-date", "signature"), Unknown("no-date", "signature")),
        (None, Unknown("no-date", "signature"), Unknown("no-date", "signature")),
    ],
)
def test_resolve(offset: str | None, event: Bounds | Unknown, expected: Bounds | Unknown) -> None:
    """Both edges of the event move by the offset and keep their certainty; what is unknown of the event stays unknown, with its reason."""
    assert expected == Timing(anchor="signature", offset=offset).resolve({"signature": event})


def test_an_event_that_nobody_knows() -> None:
    """An anchor that is missing among the events is named in the reason."""
    assert Unknown("no-event", "meeting-2") == Timing(anchor="meeting-2").resolve({"signature": _SIGNED})


def test_a_mapping_is_taken_where_a_timing_is_meant() -> None:
    """The wire form of a relative date is as good as a call."""
    assert Timing(anchor="signature", offset="P60D") == to_timing({"anchor": "signature", "offset": "P60D"})
    assert Timing(anchor="meeting-2") == to_timing({"anchor": "meeting-2"})


def test_a_mapping_with_other_members_is_refused() -> None:
    """Nothing in a mapping is passed over."""
    with pytest.raises(InvalidValue, match="expected the members anchor and offset") as caught:
        to_timing({"anchor": "signature", "ofset": "P60D"})
    assert caught.value.code == "timing.form"


@pytest.mark.parametrize("text", ["P60D", "-P1M"])
def test_a_length_of_time_says_nothing_about_when(text: str) -> None:
    """A duration alone is refused with the way to say from when."""
    with pytest.raises(InvalidValue, match="say from when") as caught:
        Timing(text)
    assert caught.value.code == "timing.form"


def test_bounds_are_those_of_the_date() -> None:
    """A timing can be compared like its date; a relative one has no bounds before it is resolved."""
    assert PartialDate("2024-41").bounds == Timing("2024-41").bounds
    assert Bounds(None, None, earliest_certain=False, latest_certain=False) == Timing(anchor="signature").bounds
    assert precedes(Timing("2023"), Timing("2024")) is True
    assert precedes(Timing(anchor="signature"), Timing("2024")) is None


@pytest.mark.parametrize("event", [date(2024, 9, 12), PartialDate("2024-09-12"), Bounds(date(2024, 9, 12), date(2024, 9, 12))])
def test_an_event_may_be_any_kind_of_date(event: Datelike) -> None:
    """Events are given as days, vague dates, periods or bounds."""
    day = date(2024, 11, 11)

    assert Bounds(day, day) == Timing(anchor="signature", offset="P60D").resolve({"signature": event})


def test_an_event_that_is_no_date_is_refused() -> None:
    """A text may be meant as a date or a period: it is not read here."""
    events: Any = {"signature": "2024-09-12"}
    with pytest.raises(InvalidValue, match="expected a PartialDate, a Period, a Timing") as caught:
        Timing(anchor="signature").resolve(events)
    assert caught.value.code == "type.date"
