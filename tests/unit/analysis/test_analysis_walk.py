"""The walk through a record, and the tables of what refers to what."""

from typing import Any, Final, get_args

import attrs
import pytest
from base_record import BASE, DOCUMENT, at

from coopmodel.analysis import walk as walk_module
from coopmodel.analysis.references import AREAS, EVENT, NAMES, REFERENCES, TIMINGS, entry
from coopmodel.analysis.walk import by_class, walk
from coopmodel.model.agreement import Agreement, Identified, Relation
from coopmodel.model.areas import ThematicArea
from coopmodel.model.fields import without_none
from coopmodel.model.statements import Source
from coopmodel.values.identifiers import Identifier, Reference
from coopmodel.values.open_codes import AreaCode
from coopmodel.values.timing import Timing
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.plain import to_plain

EVERY_CLASS: Final = (*CLASSES, *PARTIES.values())


def members_of_type(*kinds: Any) -> set[tuple[type[Any], str]]:
    """Return class and name of each member that is declared as one of these types, alone or in a tuple."""
    found: set[tuple[type[Any], str]] = set()
    for kind in EVERY_CLASS:
        for field in attrs.fields(kind):
            declared = without_none(field.type)
            if declared in kinds or set(get_args(declared)) & set(kinds):
                found.add((kind, field.name))
    return found


def test_the_walk_yields_every_object_with_its_pointer() -> None:
    """At each pointer of the walk the document has what the object is written as."""
    pointers: list[str] = []
    for pointer, thing in walk(BASE):
        assert to_plain(thing) == at(pointer)
        pointers.append(pointer)
    assert len(pointers) == len(set(pointers))
    assert {type(thing) for _, thing in walk(BASE)} == set(EVERY_CLASS)


def objects(value: Any, pointer: str = "") -> list[str]:
    """Return the pointers of the objects in a JSON value, each before those within it."""
    parts: Any = value.items() if value.__class__ is dict else enumerate(value) if value.__class__ is list else ()
    return [pointer] * (value.__class__ is dict) + [found for step, part in parts for found in objects(part, f"{pointer}/{step}")]


def test_the_walk_goes_in_the_order_of_the_document() -> None:
    """Objects come as a reader meets them: what holds others first, then its parts from top to bottom."""
    walked = [pointer for pointer, _ in walk(BASE)]
    assert walked == [pointer for pointer in objects(DOCUMENT) if pointer in walked]


def test_by_class_there_are_the_same_objects() -> None:
    """Each is among those of its class, as often as the walk meets it."""
    things = by_class(BASE)
    assert sorted(id(thing) for _, thing in walk(BASE)) == sorted(id(thing) for several in things.values() for thing in several)
    assert all(type(thing) is kind for kind, several in things.items() for thing in several)


def test_what_is_no_object_has_no_class_here() -> None:
    """Where a class of somebody else has a member that may hold anything, only objects count."""

    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Extended(Source):
        """A source with something of its own."""

        more: Any = None

    sources = [Extended(id="a", kind="news", more="words"), Extended(id="b", kind="news", more=Relation(kind="follows", target="c"))]
    record = Agreement(id="a", revision=1, title={"en": "x"}, sources=sources)
    assert {Agreement: 1, Extended: 2, Relation: 1} == {kind: len(several) for kind, several in by_class(record).items()}
    assert ["", "/sources/0", "/sources/1", "/sources/1/more"] == [pointer for pointer, _ in walk(record)]


def test_the_walk_of_a_record_without_parts_is_the_record() -> None:
    """A record that says nothing has one object: itself."""
    record = Agreement(id="a", revision=1, title={"en": "x"})
    assert [("", record)] == list(walk(record))


def test_a_record_of_many_entities_is_walked_without_recursion() -> None:
    """The walk keeps its own list of what waits, so nothing of a large record lies on the call stack."""
    areas = [ThematicArea(code=f"acme:a{number}", label={"en": "x"}) for number in range(5000)]
    pointers = [pointer for pointer, _ in walk(Agreement(id="a", revision=1, title={"en": "x"}, taxonomy=areas))]
    assert ["", *[f"/taxonomy/{number}" for number in range(5000)]] == pointers


def test_every_member_that_refers_is_in_the_table() -> None:
    """What is declared as an identifier or a reference names an entity of the table's kinds, but for ids and other records."""
    declared = {(kind, name) for kind, name in members_of_type(Identifier, Reference) if name != "id"} - {(Relation, "target")}
    assert declared == {(kind, name) for kind, members in REFERENCES.items() for name in members}


def test_every_member_that_may_be_relative_is_in_the_table() -> None:
    """What is declared as a timing may have an anchor."""
    assert members_of_type(Timing) == set(TIMINGS.items())


def test_every_member_that_names_areas_is_in_the_table() -> None:
    """What is declared as an area code uses an area, but for the code that a taxonomy gives to its own."""
    assert members_of_type(AreaCode) - {(ThematicArea, "code")} == set(AREAS.items())


@pytest.mark.parametrize("kind", get_args(Identified), ids=lambda kind: kind.__name__)
def test_every_entity_with_an_id_has_a_name_for_people(kind: type[Any]) -> None:
    """Messages can say in English and Spanish what kind of entity an id names."""
    assert {"en", "es"} == set(NAMES[kind])
    assert set(NAMES) == set(get_args(Identified))


PARTY: Final = "CountryParty SubdivisionParty OrganizationParty"
ACTOR: Final = f"{PARTY} Authority"
NAMED: Final = {
    "Authority.party": PARTY,
    "Authority.parent": "Authority",
    "Official.party": PARTY,
    "Official.authority": "Authority",
    "Participation.party": PARTY,
    "Participation.signatories": "Official Authority",
    "Mechanism.parties": PARTY,
    "Meeting.mechanism": "Mechanism",
    "Meeting.host": PARTY,
    "Delegation.party": PARTY,
    "Delegation.heads": "Official",
    "Delegation.members": "Official",
    "Objective.parent": "Objective",
    "Commitment.objective": "Objective",
    "Commitment.obligors": ACTOR,
    "Commitment.counterparts": ACTOR,
    "Commitment.lead": ACTOR,
    "Commitment.support": ACTOR,
    "Commitment.made_at": "Meeting",
    "Commitment.continues": "Commitment",
    "Commitment.mechanism": "Mechanism",
    "Commitment.meeting": "Meeting",
    "Milestone.depends_on": "Milestone",
    "Milestone.delivers": "Commitment",
    "Milestone.responsible": ACTOR,
    "Milestone.meeting": "Meeting",
    "Statement.speaker": f"{ACTOR} Official",
    "Statement.meeting": "Meeting",
    "Report.about": "Commitment Milestone Meeting Indicator",
    "Report.actors": ACTOR,
    "Report.reported_by": f"{ACTOR} Official",
    "Source.on_behalf_of": PARTY,
    "Citation.source": "Source",
    "Suppression.on": "object",
}


def test_a_member_names_entities_of_these_kinds() -> None:
    """Roles of parties name parties; whoever acts is a party or an authority; whoever speaks may also be a person."""
    found = {f"{kind.__name__}.{name}": kinds for kind, members in REFERENCES.items() for name, kinds in members.items()}

    assert NAMED == {name: " ".join([kind.__name__ for kind in kinds]) for name, kinds in found.items()}
    assert "Meeting Milestone" == " ".join([kind.__name__ for kind in EVENT])


@pytest.mark.parametrize(
    ("kinds", "english", "spanish"),
    [
        ("CountryParty SubdivisionParty OrganizationParty", "party", "parte"),
        ("Authority", "authority", "autoridad"),
        ("Official", "official", "funcionario"),
        ("Mechanism", "mechanism", "mecanismo"),
        ("Meeting", "meeting", "reunión"),
        ("Objective", "objective", "objetivo"),
        ("Commitment", "commitment", "compromiso"),
        ("Indicator", "indicator", "indicador"),
        ("Milestone", "milestone", "hito"),
        ("Statement", "statement", "declaración"),
        ("Report", "report", "informe"),
        ("Source", "source", "fuente"),
    ],
)
def test_people_call_an_entity_so(kinds: str, english: str, spanish: str) -> None:
    """Every kind has its one word in either language; the three kinds of parties are all called a party."""
    assert [{"en": english, "es": spanish}] * len(kinds.split()) == [NAMES[kind] for kind in NAMES if kind.__name__ in kinds.split()]


def test_a_class_that_extends_another_stands_in_the_tables_as_that() -> None:
    """What a user adds to a class does not change what its members refer to; a class of no table is in none."""

    class Extended(Source):
        """A source with something of its own."""

    assert NAMES[Source] == entry(NAMES, Extended) == entry(NAMES, Source)
    assert entry(TIMINGS, Source) is None


HOLDERS: Final[dict[str, str]] = {
    "Agreement": "identifiers taxonomy parties authorities officials participation mechanisms meetings objectives commitments roadmap statements reports sources relations suppressions evidence",  # noqa: E501  in the order of the page
    "ThematicArea": "mappings evidence",
    "AreaMapping": "",
    "Authority": "evidence",
    "Official": "identifiers evidence",
    "ExternalIdentifier": "",
    "Participation": "place evidence",
    "Place": "",
    "Mechanism": "evidence",
    "Meeting": "place delegations agenda evidence",
    "Delegation": "evidence",
    "AgendaItem": "evidence",
    "Objective": "evidence",
    "Commitment": "indicators money evidence",
    "Indicator": "targets evidence",
    "Target": "",
    "Milestone": "evidence",
    "Statement": "evidence",
    "Report": "evidence",
    "Source": "evidence",
    "Relation": "identifier evidence",
    "Suppression": "",
    "Citation": "",
    "Money": "",
    "CountryParty": "evidence",
    "SubdivisionParty": "evidence",
    "OrganizationParty": "identifiers evidence",
}
"""By class: the members that hold objects, and are looked at; the others are passed over."""


@pytest.mark.parametrize("kind", EVERY_CLASS, ids=lambda kind: kind.__name__)
def test_only_members_that_may_hold_objects_are_looked_at(kind: Any) -> None:
    """A record has ten times as many others."""
    assert HOLDERS[kind.__name__].split() == [*reversed(walk_module._members.__wrapped__(kind))]  # pyright: ignore[reportPrivateUsage]


@attrs.frozen(kw_only=True)
class Longer(Source):
    """A source of somebody's own, whose members are of any type."""

    anything: Any
    whole: "Source | None" = None
    several: tuple[Any, ...] = ()


def test_members_of_types_that_nobody_knows_are_looked_at() -> None:
    """A class of somebody's own may hold objects anywhere."""
    one = Source(id="one", kind="press-release")
    own = Longer(id="own", kind="press-release", anything=one, whole=one, several=("nothing", one))
    record = attrs.evolve(BASE, sources=[own])

    assert ["/sources/0", "/sources/0/anything", "/sources/0/whole", "/sources/0/several/1"] == [
        pointer for pointer, thing in walk(record) if isinstance(thing, Source)
    ]
