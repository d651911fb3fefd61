"""Who agrees: parties, their authorities and officials."""

from collections.abc import Iterable
from typing import ClassVar, Literal, TypeAlias

import attrs

from coopmodel.codes.words import PartyRole
from coopmodel.errors import InvalidValue
from coopmodel.model.entity import Entity
from coopmodel.model.fields import checked, instances
from coopmodel.model.record import Record
from coopmodel.values.countries import Country, SubdivisionCode, to_country, to_subdivision_code
from coopmodel.values.identifiers import Identifier, to_identifier, to_optional_identifier
from coopmodel.values.open_codes import Function, to_optional_function
from coopmodel.values.periods import Period, to_optional_period
from coopmodel.values.several import several
from coopmodel.values.strings import to_optional_string, to_string
from coopmodel.values.text import Text, to_optional_text, to_text


def to_countries(values: Iterable[Country | str]) -> tuple[Country, ...]:
    """Return the values as countries."""
    return several(values, to_country)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class ExternalIdentifier(Record):
    """The same thing under another's number: a treaty in UNTS, a person in Wikidata."""

    scheme: str = attrs.field(converter=to_string)
    """Who numbers, such as ``UNTS`` or ``org-id``."""
    id: str = attrs.field(converter=to_string)
    """The number there, verbatim."""


def to_external_identifiers(values: Iterable[ExternalIdentifier]) -> tuple[ExternalIdentifier, ...]:
    """Return the identifiers as a tuple."""
    return instances(values, ExternalIdentifier)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class CountryParty(Entity):
    """A country that agrees, observes or is named."""

    kind: ClassVar[Literal["country"]] = "country"
    """Tells it from the other parties."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    country: Country = attrs.field(converter=to_country)
    """ISO 3166-1 alpha-2, or ISO 3166-3 for a former country."""
    name: Text | None = attrs.field(default=None, converter=to_optional_text)
    """As the source writes it; the usual name follows from the code."""
    role: PartyRole = "party"
    """``third`` is named and undertakes nothing."""


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class SubdivisionParty(Entity):
    """A part of a country: a region, province, state or municipality with an ISO 3166-2 code."""

    kind: ClassVar[Literal["subdivision"]] = "subdivision"
    """Tells it from the other parties."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    code: SubdivisionCode = attrs.field(converter=to_subdivision_code)
    """ISO 3166-2."""
    name: Text | None = attrs.field(default=None, converter=to_optional_text)
    """As the source writes it."""
    role: PartyRole = "party"
    """``third`` is named and undertakes nothing."""


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class OrganizationParty(Entity):
    """An international organisation: the EU, CAN and MERCOSUR are organisations, never countries."""

    kind: ClassVar[Literal["organization"]] = "organization"
    """Tells it from the other parties."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    name: Text = attrs.field(converter=to_text)
    """What it is called."""
    acronym: str | None = attrs.field(default=None, converter=to_optional_string)
    """Its usual short name, such as ``CAN``."""
    identifiers: tuple[ExternalIdentifier, ...] = attrs.field(default=(), converter=to_external_identifiers)
    """The same organisation under the numbers of others."""
    members: tuple[Country, ...] = attrs.field(default=(), converter=to_countries)
    """Its member countries, where they matter to the record."""
    role: PartyRole = "party"
    """``third`` is named and undertakes nothing."""


Party: TypeAlias = CountryParty | SubdivisionParty | OrganizationParty
"""Told apart by ``kind``."""


def to_parties(values: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties as a tuple."""
    return instances(values, CountryParty, SubdivisionParty, OrganizationParty)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Authority(Entity):
    """A body of a party: a ministry, a police force, a court."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    party: Identifier = attrs.field(converter=to_identifier)
    """Id of the party that it belongs to."""
    name: Text = attrs.field(converter=to_text)
    """What it is called."""
    acronym: str | None = attrs.field(default=None, converter=to_optional_string)
    """Its usual short name."""
    parent: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the authority that it is part of."""
    function: Function | None = attrs.field(default=None, converter=to_optional_function)
    """What it does within its government."""


def to_authorities(values: Iterable[Authority]) -> tuple[Authority, ...]:
    """Return the authorities as a tuple."""
    return instances(values, Authority)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Official(Entity):
    """A person in an office, or an office whose holder is not named; one for each office held.

    Raises:
        InvalidValue: ``official.empty`` when there is neither a name nor a post.
    """

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    party: Identifier = attrs.field(converter=to_identifier)
    """Id of the party that the office belongs to."""
    name: str | None = attrs.field(default=None, converter=to_optional_string)
    """Name of the person."""
    post: Text | None = attrs.field(default=None, converter=to_optional_text)
    """The office, as the source calls it."""
    authority: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the authority that the office belongs to."""
    tenure: Period | None = attrs.field(default=None, converter=to_optional_period)
    """When the person held the office."""
    identifiers: tuple[ExternalIdentifier, ...] = attrs.field(default=(), converter=to_external_identifiers)
    """The same person under the numbers of others."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        if self.name is None and self.post is None:
            raise InvalidValue("official.empty", "an official needs a name or a post")


def to_officials(values: Iterable[Official]) -> tuple[Official, ...]:
    """Return the officials as a tuple."""
    return instances(values, Official)
