"""When everything in a record is due or takes place."""

from datetime import date

from coopmodel.analysis.timings import timings_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.statements import Report
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate
from coopmodel.values.timing import Timing, Unknown


def test_every_timing_is_resolved_or_says_why_not() -> None:
    """Dates, periods, distances from events and meetings give bounds; what has no date, or waits for itself, says so."""
    text = {"en": "X"}
    record = Agreement(
        id="a",
        revision=1,
        title=text,
        participation=[Participation(action="signature", date="2024-09-12")],
        meetings=[Meeting(id="m", date="2025-40"), Meeting(id="n"), Meeting(id="x", date=Timing(anchor="x"))],
        commitments=[
            Commitment(id="dated", statement=text, due="2024-08"),
            Commitment(id="counted", statement=text, due=Timing(anchor="signature", offset="P60D")),
            Commitment(id="met-at", statement=text, meeting="m"),
            Commitment(id="undated", statement=text),
            Commitment(id="waiting", statement=text, due=Timing(anchor="n", offset="P1M")),
            Commitment(id="lost", statement=text, due=Timing(anchor="nowhere")),
            Commitment(id="lost-meeting", statement=text, meeting="nowhere"),
            Commitment(id="too-late", statement=text, due=Timing(anchor="m", offset="P9999Y")),
        ],
        roadmap=[Milestone(id="step", title=text, meeting="m"), Milestone(id="open", title=text, due="2024/..")],
        reports=[
            Report(id="put-off", text=text, due="2026"),
            Report(id="put-off-to", text=text, due=Timing(anchor="m")),
            Report(id="told", text=text),
        ],
    )
    half, last = date(2025, 1, 1), date(2025, 6, 30)

    assert {
        "m": Bounds(half, last),
        "n": Unknown("no-date", "n"),
        "x": Unknown("cycle", "x"),
        "dated": PartialDate("2024-08").bounds,
        "counted": Bounds(date(2024, 11, 11), date(2024, 11, 11)),
        "met-at": Bounds(half, last),
        "undated": Unknown("no-date", "undated"),
        "waiting": Unknown("no-date", "n"),
        "lost": Unknown("no-event", "nowhere"),
        "lost-meeting": Unknown("no-event", "nowhere"),
        "too-late": Unknown("out-of-range", "m"),
        "step": Bounds(half, last),
        "open": Bounds(date(2024, 1, 1), None),
        "put-off": PartialDate("2026").bounds,
        "put-off-to": Bounds(half, last),
    } == timings_of(record)
