"""What no object of the model can be, whatever its members are by themselves."""

from collections.abc import Callable
from typing import get_args

import pytest

from coopmodel.codes.words import MeetingStatus
from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Relation
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Place
from coopmodel.model.parties import ExternalIdentifier, Official
from coopmodel.values.timing import Timing

_EN = {"en": "words"}
_UNTS = ExternalIdentifier(scheme="UNTS", id="I-1")


@pytest.mark.parametrize(
    ("make", "code", "message"),
    [
        (lambda: Citation(source="s", exact="words", start=3), "citation.offsets", "start and end go together"),
        (lambda: Citation(source="s", exact="words", end=3), "citation.offsets", "start and end go together"),
        (lambda: Citation(source="s", end=3), "citation.offsets", "start and end go together"),
        (lambda: Citation(source="s", exact="words", start=3, end=3), "citation.offsets", "end 3 must be greater than start 3"),
        (lambda: Citation(source="s", exact="words", start=3, end=2), "citation.offsets", "end 2 must be greater than start 3"),
        (lambda: Citation(source="s", prefix="before"), "citation.context", "need the exact words"),
        (lambda: Citation(source="s", suffix="after"), "citation.context", "need the exact words"),
        (lambda: Citation(source="s", start=0, end=5), "citation.context", "need the exact words"),
        (lambda: Official(id="o", party="cl"), "official.empty", "needs a name or a post"),
        (Place, "place.empty", "needs a country, a locality or a venue"),
        (lambda: Commitment(id="c", statement=_EN, meeting="m", due="2024"), "commitment.due", "a commitment with a meeting"),
        (lambda: Milestone(id="c", title=_EN, meeting="m", due="2024"), "milestone.due", "a milestone with a meeting"),
        (lambda: Relation(kind="amends"), "relation.target", "exactly one of target, url, identifier and title, not 0"),
        (lambda: Relation(kind="amends", target="a", title=_EN), "relation.target", "not 2"),
        (lambda: Relation(kind="amends", url="urn:un:1", identifier=_UNTS), "relation.target", "not 2"),
        (lambda: Relation(kind="amends", target="a", url="urn:un:1", identifier=_UNTS, title=_EN), "relation.target", "not 4"),
        (lambda: ThematicArea(code="health", label=_EN), "area.builtin", "'health' is a built-in area"),
        (lambda: ThematicArea(code="forensics", label=_EN), "area.unknown", "is not a thematic area"),
    ],
)
def test_refused(make: Callable[[], object], code: str, message: str) -> None:
    """Members that contradict each other, and objects that say nothing, are refused with a code of their own."""
    with pytest.raises(InvalidValue) as caught:
        make()
    assert code == caught.value.code
    assert message in caught.value.message


def test_held_meeting_is_never_relative() -> None:
    """The date of a held meeting depends on no other event; that of any other meeting may."""
    relative = Timing(anchor="signature", offset="P60D")
    with pytest.raises(InvalidValue, match="a meeting that was held has a date of its own") as caught:
        Meeting(id="m", status="held", date=relative)
    assert caught.value.code == "meeting.relative"
    for status in (None, *get_args(MeetingStatus)):
        if status != "held":
            assert Meeting(id="m", status=status, date=relative).date == relative
    assert Meeting(id="m", status="held").date is None
    assert str(Meeting(id="m", status="held", date="2023-12-20").date) == "2023-12-20"


def test_smallest_that_say_something() -> None:
    """One member more, and each of these objects is right."""
    assert Citation(source="s").exact is None
    assert Citation(source="s", locator="p. 4").locator == "p. 4"
    assert Citation(source="s", exact="words", prefix="p", suffix="s", start=0, end=1).end == 1
    assert Citation(source="s", exact="words", prefix="p").start is None
    assert Official(id="o", party="cl", name="Gloria de la Fuente").post is None
    assert Official(id="o", party="cl", post=_EN).name is None
    assert Place(venue="Palacio").venue == "Palacio"
    assert Place(locality="Lima").locality == "Lima"
    assert Place(country="PE").locality is None
    assert Commitment(id="c", statement=_EN, meeting="m").due is None
    assert Commitment(id="c", statement=_EN, due="2024").meeting is None
    assert Milestone(id="c", title=_EN, meeting="m").due is None
    assert Milestone(id="c", title=_EN, due="2024").meeting is None
    assert Relation(kind="amends", target="a").target == "a"
    assert Relation(kind="amends", url="urn:un:1").url == "urn:un:1"
    assert Relation(kind="amends", identifier=_UNTS).identifier is _UNTS
    assert str(Relation(kind="amends", title=_EN).title) == "words"
    assert ThematicArea(code="acme:forensics", label=_EN).broader is None
