"""Finding entities in a record: by id, by area, by reference."""

from collections.abc import Callable

import pytest

from coopmodel.errors import InvalidValue, UnknownIdentifier
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective
from coopmodel.model.meetings import Mechanism, Meeting
from coopmodel.model.parties import Authority, CountryParty, Official
from coopmodel.model.statements import Report, Source, Statement

_EN = {"en": "words"}
_RECORD = Agreement(
    id="first",
    revision=1,
    title=_EN,
    parties=[CountryParty(id="chile", country="CL"), CountryParty(id="peru", country="PE")],
    authorities=[Authority(id="minrel", party="chile", name=_EN)],
    officials=[Official(id="fuente", party="chile", name="De la Fuente")],
    mechanisms=[Mechanism(id="series", name=_EN)],
    meetings=[Meeting(id="meeting-1")],
    objectives=[Objective(id="eje-1", title=_EN)],
    commitments=[
        Commitment(id="patrol", statement=_EN, areas=["contraband", "drug-trafficking"], indicators=[Indicator(id="patrols", title=_EN)]),
        Commitment(id="exchange", statement=_EN, areas=["drug-trafficking"]),
        Commitment(id="table", statement=_EN, areas=["acme:forensics"]),
    ],
    roadmap=[Milestone(id="step", title=_EN)],
    statements=[Statement(id="said", text=_EN)],
    reports=[Report(id="done", text=_EN)],
    sources=[Source(id="note", kind="news")],
)
_OTHER = Agreement(id="second", revision=1, title=_EN, meetings=[Meeting(id="meeting-2")])


@pytest.mark.parametrize(
    ("look_up", "identifier", "what"),
    [
        (_RECORD.party, "peru", "party"),
        (_RECORD.authority, "minrel", "authority"),
        (_RECORD.official, "fuente", "official"),
        (_RECORD.mechanism, "series", "mechanism"),
        (_RECORD.meeting, "meeting-1", "meeting"),
        (_RECORD.objective, "eje-1", "objective"),
        (_RECORD.commitment, "exchange", "commitment"),
        (_RECORD.milestone, "step", "milestone"),
        (_RECORD.source, "note", "source"),
    ],
)
def test_by_id(look_up: Callable[[str], object], identifier: str, what: str) -> None:
    """An entity of one kind is found by its id; one of another kind is not, and the error names the nearest id that there is."""
    assert look_up(identifier) is _RECORD.resolve(identifier)
    with pytest.raises(UnknownIdentifier) as caught:
        look_up(identifier + "x")
    assert (caught.value.identifier, caught.value.what) == (identifier + "x", what)
    assert str(caught.value) == f"no {what} has the id '{identifier}x'; did you mean '{identifier}'? [reference.unknown]"
    with pytest.raises(UnknownIdentifier):
        look_up("said")


def test_known_ids() -> None:
    """The error lists the ids of that kind, in the order of the record."""
    with pytest.raises(UnknownIdentifier) as caught:
        _RECORD.party("bolivia")
    assert caught.value.known == ("chile", "peru")


def test_commitments_on() -> None:
    """Commitments are found by exactly their area: what lies above or below does not count."""
    assert [commitment.id for commitment in _RECORD.commitments_on("drug-trafficking")] == ["patrol", "exchange"]
    assert [commitment.id for commitment in _RECORD.commitments_on("acme:forensics")] == ["table"]
    assert _RECORD.commitments_on("organized-crime") == ()


def test_commitments_on_a_misspelt_area() -> None:
    """A misspelt area raises, since it would look like one without commitments."""
    with pytest.raises(InvalidValue) as caught:
        _RECORD.commitments_on("drug-traficking")
    assert (caught.value.code, caught.value.suggestion) == ("area.unknown", "drug-trafficking")


def test_entities() -> None:
    """All entities with an id come in the order of the document, indicators after their commitment."""
    found = [entity.id for entity in _RECORD.entities()]
    assert found == (
        "chile peru minrel fuente series meeting-1 eje-1 patrol patrols exchange table step said done note".split()  # noqa: SIM905  one line
    )


def test_resolve_here() -> None:
    """A reference finds any entity of the record, by its id alone or with the record's own."""
    assert _RECORD.resolve("patrols") is _RECORD.commitments[0].indicators[0]
    assert _RECORD.resolve("first#note") is _RECORD.sources[0]
    assert _RECORD.resolve("first#note", [_OTHER]) is _RECORD.sources[0]


def test_resolve_elsewhere() -> None:
    """A reference with another record's id is looked up there; the record itself always stands for its own id."""
    assert _RECORD.resolve("second#meeting-2", [_OTHER]) is _OTHER.meetings[0]
    impostor = Agreement(id="first", revision=2, title=_EN)
    assert _RECORD.resolve("first#note", [impostor]) is _RECORD.sources[0]


@pytest.mark.parametrize(
    ("reference", "identifier", "what", "known"),
    [
        ("meeting-2", "meeting-2", "entity", 15),
        ("first#meeting-2", "meeting-2", "entity", 15),
        ("second#meeting-1", "meeting-1", "entity", 1),
        ("third#meeting-1", "third", "agreement", 2),
    ],
)
def test_unresolved(reference: str, identifier: str, what: str, known: int) -> None:
    """The error says whether the record or the entity is missing, and which there are."""
    with pytest.raises(UnknownIdentifier) as caught:
        _RECORD.resolve(reference, [_OTHER])
    assert (caught.value.identifier, caught.value.what, len(caught.value.known)) == (identifier, what, known)


@pytest.mark.parametrize(
    ("reference", "code"), [("Meeting 1", "identifier.form"), ("first#", "reference.form"), ("signature", "identifier.reserved")]
)
def test_resolve_needs_a_reference(reference: str, code: str) -> None:
    """What has not the form of a reference is refused before anything is looked up."""
    with pytest.raises(InvalidValue) as caught:
        _RECORD.resolve(reference)
    assert code == caught.value.code
