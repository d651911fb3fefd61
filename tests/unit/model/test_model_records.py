"""Objects of the model as values: equal, hashed, frozen, copied, shown."""

import copy
import datetime
import pickle
from typing import Any, cast

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

import coopmodel
from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.record import Record
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.digests import digest_of
from coopmodel.values.quantities import Money
from coopmodel.values.timing import Timing

_ES = {"es": "palabras, 'citadas'", "en": "words"}
_CITATION = Citation(
    source="nota", exact="palabras", prefix="antes", suffix="después", start=5, end=13, locator="p. 4", supports=["date", "place"]
)
_COMMON: dict[str, Any] = {"evidence": [_CITATION], "extensions": {"acme": {"file": "A-17", "pages": [1, 2.5, True, None]}}}
_UNTS = ExternalIdentifier(scheme="UNTS", id="I-1")
_PLACE = Place(country="PE", locality="Lima", venue="Torre Tagle")
_INDICATOR = Indicator(
    id="patrols",
    title=_ES,
    unit="patrols",
    ascending=True,
    baseline="0",
    targets=[Target(value="4", date="2024", note=_ES), Target(value="../9~", date="2024/2025")],
    **_COMMON,
)
_AGREEMENT = Agreement(
    id="chile-peru-2023",
    revision=2,
    title=_ES,
    summary=_ES,
    publisher=_ES,
    modified="2024-01-15",
    license="https://creativecommons.org/licenses/by/4.0/",
    identifiers=[_UNTS],
    instrument="joint-declaration",
    status="adopted",
    authentic_languages=["es"],
    areas=["organized-crime", "acme:forensics"],
    taxonomy=[
        ThematicArea(
            code="acme:forensics",
            label=_ES,
            broader="police-cooperation",
            mappings=[AreaMapping(scheme="DAC", code="15132", uri="urn:dac:15132", match="broad", source="IATI")],
            **_COMMON,
        )
    ],
    parties=[
        CountryParty(id="cl", country="CL", name=_ES, role="observer", **_COMMON),
        SubdivisionParty(id="ap", code="CL-AP", name=_ES, role="third", **_COMMON),
        OrganizationParty(
            id="can", name=_ES, acronym="CAN", identifiers=[_UNTS], members=["BO", "CO", "EC", "PE"], role="observer", **_COMMON
        ),
    ],
    authorities=[Authority(id="minrel", party="cl", name=_ES, acronym="MINREL", parent="gov", function="foreign-affairs", **_COMMON)],
    officials=[
        Official(
            id="fuente", party="cl", name="De la Fuente", post=_ES, authority="minrel", tenure="2023/..", identifiers=[_UNTS], **_COMMON
        )
    ],
    participation=[
        Participation(
            action="adoption", party="cl", date="2023-12-20", effective="2024-41~", place=_PLACE, signatories=["fuente"], **_COMMON
        )
    ],
    mechanisms=[Mechanism(id="series", name=_ES, parties=["cl"], recurrence="RRULE:FREQ=MONTHLY;INTERVAL=6", **_COMMON)],
    meetings=[
        Meeting(
            id="meeting-1",
            title=_ES,
            mechanism="series",
            session=1,
            date="2023-12-20",
            place=_PLACE,
            mode="in-person",
            host="cl",
            delegations=[Delegation(party="cl", heads=["fuente"], members=["otro"], **_COMMON)],
            agenda=[AgendaItem(title=_ES, areas=["contraband"], **_COMMON)],
            status="held",
            **_COMMON,
        )
    ],
    objectives=[Objective(id="eje-1", title=_ES, parent="eje-0", **_COMMON)],
    commitments=[
        Commitment(
            id="patrol",
            statement=_ES,
            kind="joint-operation",
            strength="agreed",
            areas=["contraband"],
            objective="eje-1",
            obligors=["cl"],
            counterparts=["can"],
            beneficiaries=[_ES],
            lead=["minrel"],
            support=["can"],
            made_at="meeting-1",
            due=Timing(anchor="signature", offset="-P60D"),
            recurrence="RRULE:FREQ=YEARLY",
            conditions=[_ES],
            novelty="new",
            continues=["other#patrol"],
            indicators=[_INDICATOR],
            mechanism="series",
            instrument="protocol",
            money=Money("314000000~", "USD"),
            permanence="permanent",
            immediacy="real-time",
            purposes=["prevent", "investigate"],
            destinations=["origin", "third-state"],
            **_COMMON,
        ),
        Commitment(id="next", statement=_ES, meeting="meeting-2"),
    ],
    roadmap=[
        Milestone(id="step", title=_ES, due="2024-41", depends_on=["step-0"], delivers=["patrol"], responsible=["minrel"], **_COMMON),
        Milestone(id="second", title=_ES, meeting="meeting-2"),
    ],
    statements=[Statement(id="said", text=_ES, speaker="fuente", meeting="meeting-1", **_COMMON)],
    reports=[
        Report(
            id="done",
            text=_ES,
            about=["patrol", "other#patrol"],
            date="2024-01/2024-03",
            status="fulfilled",
            due="2025",
            value="12",
            unit="patrols",
            actors=["cl"],
            areas=["contraband"],
            reported_by="minrel",
            **_COMMON,
        )
    ],
    sources=[
        Source(
            id="nota",
            kind="press-release",
            title=_ES,
            publisher=_ES,
            on_behalf_of="cl",
            url="https://example.org/nota",
            published="2023-12-20",
            retrieved="2024-01-15",
            language="es",
            digest=digest_of(b"palabras"),
            **_COMMON,
        )
    ],
    relations=[
        Relation(kind="implements", target="other", **_COMMON),
        Relation(kind="amends", url="urn:un:1"),
        Relation(kind="follows", identifier=_UNTS),
        Relation(kind="based-on", title=_ES),
    ],
    suppressions=[Suppression(code="COV001", on="patrol", reason=_ES), Suppression(code="DAT002", reason=_ES)],
    **_COMMON,
)


def _within(value: object) -> list[Any]:
    if isinstance(value, Record):
        return [value, *(inner for field in _fields(value) for inner in _within(getattr(value, field.name)))]
    return [inner for item in cast("tuple[object, ...]", value) for inner in _within(item)] if type(value) is tuple else []


def _fields(record: Record) -> tuple[Any, ...]:
    kind: Any = type(record)
    members: tuple[Any, ...] = attrs.fields(kind)
    return members


# Without these the object would contradict itself.
_NEEDED = {(Citation, "exact"), (Citation, "start"), (Citation, "end"), (Relation, "target")}

_ALL = {repr(record): record for record in _within(_AGREEMENT)}
_EACH = {type(record).__name__: record for record in reversed(_ALL.values())}


def test_the_example_leaves_nothing_out() -> None:
    """Every class stands in the example, and every member of it is given somewhere."""
    assert len(_EACH) == 26
    for name, record in _EACH.items():
        same = [other for other in _ALL.values() if type(other) is type(record)]
        for field in _fields(record):
            assert field.name == "coopmodel" or any(getattr(other, field.name) != field.default for other in same), f"{name}.{field.name}"


@pytest.mark.parametrize("record", _ALL.values(), ids=lambda record: type(record).__name__)
def test_repr_can_be_pasted_back(record: Record) -> None:
    """Evaluating the repr with the names of the package, and datetime, makes an equal object."""
    names = {name: getattr(coopmodel, name) for name in dir(coopmodel)}
    again = eval(repr(record), {"__builtins__": {}, "datetime": datetime, **names})  # noqa: S307  the text was made here
    assert type(again) is type(record)
    assert again == record
    assert repr(again) == repr(record)


@pytest.mark.parametrize("record", _ALL.values(), ids=lambda record: type(record).__name__)
def test_copied_and_pickled(record: Record) -> None:
    """A copy, and what was pickled, is an equal object that hashes alike."""
    for same in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record)), attrs.evolve(cast("Any", record))):  # noqa: S301  made here
        assert type(same) is type(record)
        assert same == record
        assert hash(same) == hash(record)


@pytest.mark.parametrize("record", _EACH.values(), ids=_EACH)
def test_frozen(record: Record) -> None:
    """No member can be set or deleted, and none can be added."""
    before = repr(record)
    for name in [field.name for field in _fields(record)] + ["colour"]:
        with pytest.raises(FrozenInstanceError):
            setattr(record, name, None)
        with pytest.raises(FrozenInstanceError):
            delattr(record, name)
    assert before == repr(record)


@pytest.mark.parametrize("record", _EACH.values(), ids=_EACH)
def test_every_member_counts(record: Record) -> None:
    """Two objects that differ in one member are not equal; but for extensions, they do not hash alike either."""
    for field in _fields(record):
        given = getattr(record, field.name)
        if field.default is attrs.NOTHING or field.default == given or (type(record), field.name) in _NEEDED:
            continue
        without = attrs.evolve(cast("Any", record), **{field.name: field.default})
        assert without != record
        assert (hash(without) == hash(record)) is (field.name == "extensions")


def test_equal_to_itself_alone() -> None:
    """Of all objects in the example each is equal to itself alone."""
    for record in _ALL.values():
        assert [other for other in _ALL.values() if other == record] == [record]


def test_classes_are_apart() -> None:
    """Objects of two classes are not equal, though their members are; nor is an object equal to anything else."""
    assert Objective(id="a", title=_ES) != Milestone(id="a", title=_ES)
    assert Objective(id="a", title=_ES) != cast("object", "a")
    assert Objective(id="a", title=_ES).__eq__(Milestone(id="a", title=_ES)) is NotImplemented


def test_repr_leaves_out_what_was_not_given() -> None:
    """Members with their default are not shown."""
    assert repr(CountryParty(id="cl", country="CL")) == "CountryParty(id='cl', country=Country('CL'))"
    assert repr(Place(locality="Lima")) == "Place(locality='Lima')"
    assert repr(Meeting(id="m", session=1, date="2024-41")) == "Meeting(id='m', session=1, date=Timing('2024-41'))"


def test_lists_are_not_shared() -> None:
    """A list that was handed in can change without changing the record."""
    areas = ["health"]
    item = AgendaItem(title=_ES, areas=areas)
    areas.append("trade")
    assert item.areas == ("health",)


def test_evolve_checks_again() -> None:
    """A changed copy takes what the class takes, and is checked as the class is."""
    changed = attrs.evolve(_AGREEMENT, revision=3, areas=["health"], modified=datetime.date(2024, 2, 1))
    assert (changed.revision, changed.areas, changed.id) == (3, ("health",), "chile-peru-2023")
    assert _AGREEMENT.revision == 2
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(_AGREEMENT, areas=["helth"])
    assert caught.value.field == "areas[0]"
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(_AGREEMENT.commitments[0], meeting="meeting-2")
    assert caught.value.code == "commitment.due"
    with pytest.raises(TypeError, match="colour"):
        attrs.evolve(cast("Any", _AGREEMENT), colour="red")
