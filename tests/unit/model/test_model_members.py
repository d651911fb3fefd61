"""The members of each class: which there are, in which order, and which must be given."""

from typing import Any

import attrs
import pytest

from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.record import Record
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.model.unknown import Keeping

# Written out from the page of the model: required members are marked "!"; evidence and extensions follow on every entity.
_ENTITIES: dict[type[Any], str] = {
    Agreement: "coopmodel id! revision! title! summary publisher modified license identifiers instrument status authentic_languages areas "
    "taxonomy parties authorities officials participation mechanisms meetings objectives commitments roadmap statements reports sources "
    "relations suppressions",
    Relation: "kind! target url identifier title",
    ThematicArea: "code! label! broader mappings",
    CountryParty: "id! country! name role",
    SubdivisionParty: "id! code! name role",
    OrganizationParty: "id! name! acronym identifiers members role",
    Authority: "id! party! name! acronym parent function",
    Official: "id! party! name post authority tenure identifiers",
    Participation: "action! party date effective place signatories",
    Mechanism: "id! name! parties recurrence",
    Meeting: "id! title mechanism session date place mode host delegations agenda status",
    Delegation: "party! heads members",
    AgendaItem: "title! areas",
    Objective: "id! title! parent",
    Commitment: "id! statement! kind strength areas objective obligors counterparts beneficiaries lead support made_at due recurrence "
    "conditions novelty continues indicators mechanism meeting instrument money permanence immediacy purposes destinations",
    Indicator: "id! title! unit ascending baseline targets",
    Milestone: "id! title! due depends_on delivers responsible meeting",
    Statement: "id! text! speaker meeting",
    Report: "id! text! about date status due value unit actors areas reported_by",
    Source: "id! kind! title publisher on_behalf_of url published retrieved language digest",
}
_RECORDS: dict[type[Any], str] = {
    Suppression: "code! on reason!",
    AreaMapping: "scheme! code! uri match source!",
    Citation: "source! exact prefix suffix start end locator supports",
    Target: "value! date note",
    Place: "country locality venue",
    ExternalIdentifier: "scheme! id!",
}
_MEMBERS = {**{kind: f"{members} evidence extensions" for kind, members in _ENTITIES.items()}, **_RECORDS}


@pytest.mark.parametrize("kind", _MEMBERS, ids=lambda kind: kind.__name__)
def test_order_and_need(kind: type[Any]) -> None:
    """The members stand in the order of the page, evidence and extensions last, and the required ones have no default."""
    expected = _MEMBERS[kind].split()
    found = [f"{field.name}!" if field.default is attrs.NOTHING else field.name for field in attrs.fields(kind)]
    assert expected == found


@pytest.mark.parametrize("kind", _MEMBERS, ids=lambda kind: kind.__name__)
def test_defaults(kind: type[Any]) -> None:
    """What is not given is None or empty; only the format version and a party's role have a word as default."""
    words = {field.name: field.default for field in attrs.fields(kind) if isinstance(field.default, str)}
    assert words == {name: word for name, word in {"coopmodel": "1.0", "role": "party"}.items() if name in attrs.fields_dict(kind)}
    for field in attrs.fields(kind):
        if field.name in words or field.default is attrs.NOTHING:
            continue
        assert field.default is None or len(field.default) == 0


@pytest.mark.parametrize("kind", _MEMBERS, ids=lambda kind: kind.__name__)
def test_form_of_class(kind: type[Any]) -> None:
    """Every class is frozen with slots, takes keywords alone, and is an entity if it carries evidence."""
    assert issubclass(kind, Entity) == (kind in _ENTITIES)
    assert all("__slots__" in vars(base) for base in kind.__mro__ if base is not object)
    assert all(field.kw_only for field in attrs.fields(kind))


def test_every_class_is_on_the_page() -> None:
    """There is no class of the model that the page does not name, but for those that are made when a record has unknown members."""

    def below(kind: type[Record]) -> set[str]:
        written = kind.__module__.startswith("coopmodel.model.") and not issubclass(kind, Keeping)
        own = {kind.__name__} if written else set[str]()
        return own.union(*(below(child) for child in kind.__subclasses__()))

    assert {"Record", "Entity", *(kind.__name__ for kind in _MEMBERS)} == below(Record)


def test_kinds_of_party() -> None:
    """The kind of a party is a constant of its class, no member."""
    kinds = {kind: kind.kind for kind in (CountryParty, SubdivisionParty, OrganizationParty)}
    assert kinds == {CountryParty: "country", SubdivisionParty: "subdivision", OrganizationParty: "organization"}
