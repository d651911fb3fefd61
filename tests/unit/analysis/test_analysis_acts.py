"""Acts of participation by who did them."""

from typing import get_args

import pytest

from coopmodel.analysis.acts import CONSENT, END, Act, acts, certain, first_day, perhaps_later
from coopmodel.analysis.index import Index
from coopmodel.codes.words import ParticipationAction
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.meetings import Participation
from coopmodel.values.dates import PartialDate


def act(date: str) -> Act:
    return Act("", PartialDate(date), ())


def test_acts_are_told_by_party_with_the_day_that_counts() -> None:
    """The day of effect counts before the day of doing, but for a signature; what has no date is kept as nothing."""
    evidence = [Citation(source="s")]
    participation = [
        Participation(action="withdrawal", party="cl", date="2020", effective="2021", evidence=evidence),
        Participation(action="signature", party="cl", date="2000", effective="2001"),
        Participation(action="signature", effective="2001"),
        Participation(action="withdrawal", party="pe", date="2022"),
        Participation(action="withdrawal", party="cl"),
        Participation(action="ratification", party="cl", date="2005"),
    ]
    index = Index(Agreement(id="a", revision=1, title={"en": "A"}, participation=participation))

    assert {
        "cl": [
            Act("/participation/0/effective", PartialDate("2021"), (evidence[0],)),
            Act("/participation/1/date", PartialDate("2000"), ()),
            None,
        ],
        None: [None],
        "pe": [Act("/participation/3/date", PartialDate("2022"), ())],
    } == acts(index, "withdrawal", "signature")
    assert {} == acts(index, "termination")


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        ([], None),
        (["2020"], "2020"),
        (["2020-06", "2020", "2019-12-31", "2021"], "2019-12-31"),
        (["2020-06", "2020"], "2020"),
        (["2020", "2021~"], None),
        (["2020", None], None),
    ],
)
def test_the_first_is_known_where_all_are(dates: list[str | None], first: str | None) -> None:
    """An act without a certain date may have been the first."""
    found = first_day([None if date is None else act(date) for date in dates])

    assert first == (None if found is None else str(found.date))


def test_certain_acts_have_an_unmarked_date() -> None:
    """A vague date is certain, a marked one is not."""
    vague = act("2020-41")

    assert [vague] == certain([act("2020?"), None, vague])


@pytest.mark.parametrize(
    ("dates", "later"),
    [([], False), ([None], False), (["2019"], False), (["2020-03-01"], False), (["2020-03-02"], True), (["2020"], True), (["2019~"], True)],
)
def test_an_act_may_be_later(dates: list[str | None], later: bool) -> None:
    """Later is what certainly comes after, and what a vague or marked date leaves open; the same day is not later."""
    several = [None if date is None else act(date) for date in dates]

    assert later == perhaps_later(act("2020-03-01"), several)
    assert perhaps_later(act("2020-03-01"), [act("2021"), *several])


@pytest.mark.parametrize(
    ("actions", "expected"),
    [(CONSENT, ["signature", "ratification", "acceptance", "approval", "accession", "succession"]), (END, ["withdrawal", "termination"])],
)
def test_some_acts_bind_and_some_end(actions: tuple[ParticipationAction, ...], expected: list[str]) -> None:
    """Whoever signs, ratifies, accepts, approves, accedes or succeeds is bound; withdrawal and termination end it; other acts do neither."""
    participation = [Participation(action=action, party=f"by-{action}") for action in get_args(ParticipationAction)]
    index = Index(Agreement(id="a", revision=1, title={"en": "A"}, participation=participation))

    assert [f"by-{action}" for action in expected] == [*acts(index, *actions)]
