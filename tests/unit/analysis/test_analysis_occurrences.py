"""The occurrences of what is promised again and again."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest

from coopmodel.analysis.index import Index
from coopmodel.analysis.occurrences import occurrences, occurrences_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Timing, Unknown


def found(recurrence: str | None, **members: Any) -> Iterator[Bounds] | Unknown:
    """Return the windows of a commitment that recurs so."""
    due = {name: members.pop(name) for name in ("due", "meeting") if name in members}
    commitment = Commitment(id="c", statement={"en": "C"}, recurrence=recurrence, **due)
    record = Agreement(id="a", revision=1, title={"en": "A"}, commitments=[commitment], **members)
    return occurrences(Index(record), commitment)


def windows(recurrence: str | None, *, many: int = 3, **members: Any) -> list[Bounds]:
    """Return the first of them."""
    several = found(recurrence, **members)
    assert not isinstance(several, Unknown)
    return [*islice(several, many)]


def days(*spans: tuple[str, str], certain: bool = True) -> list[Bounds]:
    return [Bounds(date.fromisoformat(first), date.fromisoformat(last), certain, certain) for first, last in spans]


def test_a_due_date_is_the_first_occurrence() -> None:
    """Counted from its due date; the later ones name no day, so they are uncertain."""
    first, *later = windows("RRULE:FREQ=YEARLY", due="2024-10-08")

    assert days(("2024-10-08", "2024-10-08")) == [first]
    assert days(("2025-10-08", "2025-10-08"), ("2026-10-08", "2026-10-08"), certain=False) == later


def test_without_a_due_date_the_first_comes_after_the_meeting() -> None:
    """A promise to meet every year, made at a meeting, is first due a year later."""
    meetings = [Meeting(id="m", date="2021-10-08", status="held")]

    assert days(("2022-10-08", "2022-10-08"), ("2023-10-08", "2023-10-08"), certain=False) == windows(
        "RRULE:FREQ=YEARLY", meetings=meetings, many=2
    )


def test_without_a_meeting_it_is_counted_from_the_signature() -> None:
    """An agreement that was signed counts from there, once it has a date."""
    signed = [Participation(action="signature", date="2024-01-31")]

    assert days(("2024-02-29", "2024-02-29"), certain=False) == windows("RRULE:FREQ=MONTHLY", participation=signed, many=1)
    assert Unknown("no-date", "signature") == found("RRULE:FREQ=MONTHLY")


def test_a_vague_start_gives_vague_windows() -> None:
    """Every six months from the second half of 2024: the first half of 2025, the second half, and so on."""
    first, *later = windows("RRULE:FREQ=MONTHLY;INTERVAL=6", due="2024-41")

    assert days(("2024-07-01", "2024-12-31")) == [first]
    assert days(("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31"), certain=False) == later


def test_an_uncertain_start_leaves_nothing_certain() -> None:
    """About 2024 and every year: not even the first is certain, nor are named days."""
    assert days(("2024-01-01", "2024-12-31"), certain=False) == windows("RRULE:FREQ=YEARLY", due="2024~", many=1)
    assert days(("2024-03-01", "2024-03-01"), certain=False) == windows(
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", due="2024-01-05~", many=1
    )
    for due in ("2024?/2025-03", "2024/2025-03?"):
        assert days(("2024-01-01", "2025-03-31"), certain=False) == windows("RRULE:FREQ=YEARLY", due=due, many=1)


def test_a_rule_that_names_days_gives_them() -> None:
    """The first Monday of a month is a day, and late after it."""
    assert days(("2024-01-01", "2024-01-01"), ("2024-02-05", "2024-02-05")) == windows(
        "RRULE:FREQ=MONTHLY;BYDAY=1MO", due="2024-01-01", many=2
    )


def test_a_rule_that_names_a_month_gives_the_month() -> None:
    """Each February: late only after its last day, in leap years too; December ends the year."""
    assert days(("2024-02-01", "2024-02-29"), ("2025-02-01", "2025-02-28")) == windows(
        "RRULE:FREQ=YEARLY;BYMONTH=2", due="2024-01-15", many=2
    )
    assert days(("2024-12-01", "2024-12-31")) == windows("RRULE:FREQ=YEARLY;BYMONTH=12", due="2024-01-15", many=1)


def test_the_month_of_the_meeting_itself_is_not_counted() -> None:
    """Each October, promised on 8 October: the first is the October of the next year."""
    meetings = [Meeting(id="m", date="2021-10-08", status="held")]

    assert days(("2022-10-01", "2022-10-31")) == windows("RRULE:FREQ=YEARLY;BYMONTH=10", meetings=meetings, many=1)


def test_named_days_within_a_vague_start_are_uncertain() -> None:
    """Counted from some day of January, the first Mondays may not count yet; from its last day on they do."""
    several = windows("RRULE:FREQ=WEEKLY;BYDAY=MO", due="2024-01", many=6)

    assert [False, False, False, False, False, True] == [window.latest_certain for window in several]
    assert date(2024, 2, 5) == several[-1].latest
    (on_the_last_day,) = windows("RRULE:FREQ=MONTHLY;BYMONTHDAY=31", due="2024-01", many=1)
    assert on_the_last_day.latest_certain


@pytest.mark.parametrize(
    ("recurrence", "last"),
    [
        ("RRULE:FREQ=YEARLY;COUNT=3", "2026-12-31"),
        ("RRULE:FREQ=YEARLY;UNTIL=20260101", "2026-12-31"),
        ("RRULE:FREQ=YEARLY;UNTIL=20251231", "2025-12-31"),
        ("RRULE:FREQ=YEARLY;COUNT=1", "2024-12-31"),
        ("RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=2", "2026-12-31"),
    ],
)
def test_a_rule_ends_where_it_says(recurrence: str, last: str) -> None:
    """COUNT counts the first; UNTIL is the last day on which a window may begin."""
    several = windows(recurrence, due="2024", many=99)
    assert date.fromisoformat(last) == several[-1].latest
    assert len({window.earliest for window in several}) == len(several)


def test_a_rule_that_names_days_ends_too() -> None:
    """COUNT counts the named days."""
    several = windows("RRULE:FREQ=YEARLY;COUNT=2;BYMONTH=1;BYMONTHDAY=31", due="2024-01-31", many=99)

    assert days(("2024-01-31", "2024-01-31"), ("2025-01-31", "2025-01-31")) == several


def test_a_rule_without_end_ends_with_the_calendar() -> None:
    """Nothing is counted past the year 9999, and centuries of days are counted."""
    several = windows("RRULE:FREQ=YEARLY;INTERVAL=999", due="9000", many=99)
    assert [date(9000, 12, 31), date(9999, 12, 31)] == [window.latest for window in several]
    assert (11, date(9991, 1, 1)) == (len(long := windows("RRULE:FREQ=YEARLY;INTERVAL=999", due="0001-01-01", many=99)), long[-1].latest)
    assert [date(9998, 5, 1), date(9999, 5, 1)] == [one.latest for one in windows("RRULE:FREQ=YEARLY", due="9998-05-01", many=99)]
    several = windows("RRULE:FREQ=DAILY;INTERVAL=909", due="2000-01-01", many=99)
    assert (99, date(2000, 1, 1) + timedelta(days=98 * 909)) == (len(several), several[-1].latest)
    assert [date(9999, 12, 24), date(9999, 12, 31)] == [one.latest for one in windows("RRULE:FREQ=WEEKLY", due="9999-12-24", many=99)]
    assert date(1000, 1, 1) == windows("RRULE:FREQ=MONTHLY;INTERVAL=999", due="0001-01-01", many=13)[-1].latest
    assert days(("9998-01-01", "9999-12-31")) == windows("RRULE:FREQ=YEARLY", due="9998/9999", many=99)


def test_weeks_and_days_are_steps_too() -> None:
    """Every two weeks, every ten days."""
    assert date(2024, 1, 15) == windows("RRULE:FREQ=WEEKLY;INTERVAL=2", due="2024-01-01", many=2)[1].latest
    assert date(2024, 1, 11) == windows("RRULE:FREQ=DAILY;INTERVAL=10", due="2024-01-01", many=2)[1].latest


@pytest.mark.parametrize(
    ("recurrence", "members", "why"),
    [
        (None, {"due": "2024"}, Unknown("no-date", "c")),
        ("RRULE:FREQ=YEARLY", {"due": "2024/.."}, Unknown("no-date", "c")),
        ("RRULE:FREQ=YEARLY", {"due": "../2024"}, Unknown("no-date", "c")),
        ("RRULE:FREQ=YEARLY", {"due": Timing(anchor="nowhere")}, Unknown("no-event", "nowhere")),
        ("RRULE:FREQ=YEARLY", {"meeting": "m", "meetings": [Meeting(id="m")]}, Unknown("no-date", "m")),
    ],
)
def test_why_there_are_none(recurrence: str | None, members: dict[str, Any], why: Unknown) -> None:
    """Without a rule, or without a first and last day to count from, there are none, and it is said why."""
    assert why == found(recurrence, **members)


def test_a_promised_meeting_that_recurs_is_counted_from_its_date() -> None:
    """The meeting's own date is the first occurrence."""
    several = windows("RRULE:FREQ=YEARLY", meeting="m", meetings=[Meeting(id="m", date="2025")], many=1)

    assert days(("2025-01-01", "2025-12-31")) == several


def test_occurrences_until_a_day() -> None:
    """By id, those of every commitment that recurs that begin by the day, that day included; of two with one id the first counts."""
    rule = "RRULE:FREQ=YEARLY"
    commitments = [
        Commitment(id="c", statement={"en": "C"}, recurrence=rule, due="2024-05-01"),
        Commitment(id="c", statement={"en": "C"}, recurrence=rule, due="2020-05-01"),
        Commitment(id="undated", statement={"en": "U"}, recurrence=rule),
        Commitment(id="once", statement={"en": "O"}, due="2024"),
    ]
    record = Agreement(id="a", revision=1, title={"en": "A"}, commitments=commitments)

    assert {"c": 1, "undated": 0} == {name: len(windows) for name, windows in occurrences_of(record, date(2025, 4, 30)).items()}
    assert 2 == len(occurrences_of(record, date(2025, 5, 1))["c"])
