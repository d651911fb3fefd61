"""Where it is agreed: standing mechanisms, meetings and their agenda; and what a party does to be bound."""

from collections.abc import Iterable

import attrs

from coopmodel.codes.words import MeetingMode, MeetingStatus, ParticipationAction
from coopmodel.errors import InvalidValue
from coopmodel.model.entity import Entity
from coopmodel.model.fields import Ordinal, checked, instances
from coopmodel.model.record import Record
from coopmodel.values.countries import Country, to_optional_country
from coopmodel.values.dates import PartialDate, to_optional_partial_date
from coopmodel.values.identifiers import Identifier, to_identifier, to_identifiers, to_optional_identifier
from coopmodel.values.open_codes import AreaCode, to_area_codes
from coopmodel.values.recurrence import Recurrence, to_optional_recurrence
from coopmodel.values.strings import to_optional_string
from coopmodel.values.text import Text, to_optional_text, to_text
from coopmodel.values.timing import Timing, to_optional_timing


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Place(Record):
    """Where something took place.

    Raises:
        InvalidValue: ``place.empty`` when nothing is known.
    """

    country: Country | None = attrs.field(default=None, converter=to_optional_country)
    """Country that it lies in."""
    locality: str | None = attrs.field(default=None, converter=to_optional_string)
    """City or town."""
    venue: str | None = attrs.field(default=None, converter=to_optional_string)
    """Building, ship, border post."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        if self.country is None and self.locality is None and self.venue is None:
            raise InvalidValue("place.empty", "a place needs a country, a locality or a venue")


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Participation(Entity):
    """What a party did to be bound, or what happened to the agreement as a whole (Vienna Convention on the Law of Treaties, parts II and V)."""

    action: ParticipationAction
    """What was done."""
    party: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the party; absent: the agreement as a whole."""
    date: PartialDate | None = attrs.field(default=None, converter=to_optional_partial_date)
    """When it was done."""
    effective: PartialDate | None = attrs.field(default=None, converter=to_optional_partial_date)
    """When it took effect."""
    place: Place | None = None
    """Where it was done."""
    signatories: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of officials or authorities."""


def to_participation(values: Iterable[Participation]) -> tuple[Participation, ...]:
    """Return the acts as a tuple."""
    return instances(values, Participation)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Mechanism(Entity):
    """A standing body or series: a binational cabinet, a working group, a network."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    name: Text = attrs.field(converter=to_text)
    """What it is called."""
    parties: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of its parties; empty: all with role ``party``."""
    recurrence: Recurrence | None = attrs.field(default=None, converter=to_optional_recurrence)
    """How often it is to meet."""


def to_mechanisms(values: Iterable[Mechanism]) -> tuple[Mechanism, ...]:
    """Return the mechanisms as a tuple."""
    return instances(values, Mechanism)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Delegation(Entity):
    """Who came for a party."""

    party: Identifier = attrs.field(converter=to_identifier)
    """Id of the party."""
    heads: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of officials."""
    members: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of officials, heads not repeated."""


def to_delegations(values: Iterable[Delegation]) -> tuple[Delegation, ...]:
    """Return the delegations as a tuple."""
    return instances(values, Delegation)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class AgendaItem(Entity):
    """A subject on the table; one item may cover several areas."""

    title: Text = attrs.field(converter=to_text)
    """What is to be talked about, as the source writes it."""
    areas: tuple[AreaCode, ...] = attrs.field(default=(), converter=to_area_codes)
    """What the subject is about; a commitment answers it by carrying the same area."""


def to_agenda(values: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items as a tuple."""
    return instances(values, AgendaItem)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Meeting(Entity):
    """A meeting, held or only planned.

    Raises:
        InvalidValue: ``meeting.relative`` when a held meeting's date depends on another event.
    """

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    title: Text | None = attrs.field(default=None, converter=to_optional_text)
    """What it is called."""
    mechanism: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the mechanism that it is a session of."""
    session: Ordinal | None = None
    """Which session of the mechanism, from 1."""
    date: Timing | None = attrs.field(default=None, converter=to_optional_timing)
    """When it takes place, as far as that is known."""
    place: Place | None = None
    """Where it takes place."""
    mode: MeetingMode | None = None
    """Whether people meet in one place."""
    host: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of a party."""
    delegations: tuple[Delegation, ...] = attrs.field(default=(), converter=to_delegations)
    """Who came, by party."""
    agenda: tuple[AgendaItem, ...] = attrs.field(default=(), converter=to_agenda)
    """What it is about, item by item."""
    status: MeetingStatus | None = None
    """As the source has it."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        if self.status == "held" and self.date is not None and self.date.anchor is not None:
            raise InvalidValue("meeting.relative", "a meeting that was held has a date of its own, not one relative to another event")


def to_meetings(values: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return the meetings as a tuple."""
    return instances(values, Meeting)
