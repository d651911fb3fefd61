"""What is known of a promise, before anything is made of it."""

import datetime
from typing import Any

import pytest

from coopmodel.analysis.facts import Facts, facts_in
from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.statements import Report


def test_of_a_daily_promise_of_decades_the_last_ten_thousand_days_are_kept() -> None:
    """The next one is the last of them."""
    daily = Commitment(id="c", statement={"en": "C"}, due="1990-01-01", recurrence="RRULE:FREQ=DAILY")
    record = Agreement(id="a", revision=1, title={"en": "A"}, commitments=[daily])
    (found,) = facts_in(Index(record), datetime.date(2025, 1, 1), ())

    assert (10_000, datetime.date(2025, 1, 2)) == (len(found.occurrences), found.occurrences[-1].earliest)


def facts(*reports: dict[str, Any]) -> Facts:
    """Return what is known of a commitment about which there are these reports."""
    told = [Report(id=f"r{number}", text={"en": "R"}, about=["c"], **members) for number, members in enumerate(reports)]
    record = Agreement(id="a", revision=1, title={"en": "A"}, commitments=[Commitment(id="c", statement={"en": "C"})], reports=told)
    (found,) = facts_in(Index(record), datetime.date(2025, 1, 1), ())
    return found


RENEWED: list[tuple[list[dict[str, Any]], bool]] = [
    ([], False),
    ([{}], False),
    ([{"due": "2026"}], True),
    ([{"due": "2026"}, {}], True),
    ([{"status": "not-fulfilled"}], False),
    ([{"status": "not-fulfilled", "due": "2026"}], True),
    ([{"due": "2026"}, {"status": "not-fulfilled"}], False),
    ([{"status": "not-fulfilled"}, {"due": "2026"}, {}], True),
]


@pytest.mark.parametrize(("reports", "renewed"), RENEWED)
def test_a_promise_is_renewed_by_a_date_no_older_than_the_last_status(reports: list[dict[str, Any]], *, renewed: bool) -> None:
    """A new date counts until another report declares how it stands; a report that says neither changes nothing."""
    assert renewed is facts(*reports).accounts.renewed


def test_of_what_nobody_reports_nothing_is_known() -> None:
    """Without reports there is no latest one, nothing is declared, and nothing is done."""
    nothing = facts()

    assert (None, None, None) == (nothing.latest, nothing.declared, nothing.accounts.done)
