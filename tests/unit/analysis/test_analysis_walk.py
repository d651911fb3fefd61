"""The walk through a record, and the tables of what refers to what."""

from typing import Any, Final, get_args

import attrs
import pytest
from base_record import BASE, DOCUMENT, at

from coopmodel.analysis.references import AREAS, NAMES, REFERENCES, TIMINGS
from coopmodel.analysis.walk import walk
from coopmodel.model.agreement import Agreement, Identified, Relation
from coopmodel.model.areas import ThematicArea
from coopmodel.model.fields import without_none
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
