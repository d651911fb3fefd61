"""What is promised: objectives, commitments with their indicators, milestones."""

from collections.abc import Iterable
from typing import get_args

import attrs

from coopmodel.codes.words import Destination, Immediacy, Novelty, Permanence, Purpose, Strength
from coopmodel.errors import InvalidValue
from coopmodel.model.entity import Entity
from coopmodel.model.fields import check_word, checked, instances
from coopmodel.model.record import Record
from coopmodel.values.dates import PartialDate
from coopmodel.values.identifiers import Identifier, Reference, to_identifier, to_identifiers, to_optional_identifier, to_references
from coopmodel.values.open_codes import (
    AreaCode,
    CommitmentKind,
    Instrument,
    to_area_codes,
    to_optional_commitment_kind,
    to_optional_instrument,
)
from coopmodel.values.periods import Period, to_optional_date_or_period
from coopmodel.values.quantities import Money, Quantity, to_optional_quantity, to_quantity
from coopmodel.values.recurrence import Recurrence, to_optional_recurrence
from coopmodel.values.several import several
from coopmodel.values.strings import to_optional_string
from coopmodel.values.text import Text, to_optional_text, to_text, to_texts
from coopmodel.values.timing import Timing, to_optional_timing


def to_purposes(values: Iterable[Purpose]) -> tuple[Purpose, ...]:
    """Return the words as purposes."""

    def one(value: Purpose) -> Purpose:
        check_word(value, get_args(Purpose))
        return value

    return several(values, one)


def to_destinations(values: Iterable[Destination]) -> tuple[Destination, ...]:
    """Return the words as destinations."""

    def one(value: Destination) -> Destination:
        check_word(value, get_args(Destination))
        return value

    return several(values, one)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Objective(Entity):
    """A part of the document's own structure: a pillar, an *eje*, a chapter, a purpose."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    title: Text = attrs.field(converter=to_text)
    """Its heading, as the source writes it."""
    parent: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the objective that it is part of."""


def to_objectives(values: Iterable[Objective]) -> tuple[Objective, ...]:
    """Return the objectives as a tuple."""
    return instances(values, Objective)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Target(Record):
    """A value that an indicator is to reach."""

    value: Quantity = attrs.field(converter=to_quantity)
    """What is to be reached."""
    date: PartialDate | Period | None = attrs.field(default=None, converter=to_optional_date_or_period)
    """By when, or over which period."""
    note: Text | None = attrs.field(default=None, converter=to_optional_text)
    """What the source adds to the number."""


def to_targets(values: Iterable[Target]) -> tuple[Target, ...]:
    """Return the targets as a tuple."""
    return instances(values, Target)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Indicator(Entity):
    """What a commitment is to be measured by; values that were reached are reports."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    title: Text = attrs.field(converter=to_text)
    """What is counted or measured."""
    unit: str | None = attrs.field(default=None, converter=to_optional_string)
    """What the numbers count, such as ``deaths``, ``%`` or ``km``."""
    ascending: bool | None = None
    """Whether more is better."""
    baseline: Quantity | None = attrs.field(default=None, converter=to_optional_quantity)
    """Value from which it starts."""
    targets: tuple[Target, ...] = attrs.field(default=(), converter=to_targets)
    """Values to be reached, each by its own date."""


def to_indicators(values: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators as a tuple."""
    return instances(values, Indicator)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Commitment(Entity):
    """One promise, with the strength that its words allow.

    Raises:
        InvalidValue: ``commitment.due`` when it has both ``meeting`` and ``due``: the meeting's date is its due date.
    """

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    statement: Text = attrs.field(converter=to_text)
    """What is promised, in one sentence."""
    kind: CommitmentKind | None = attrs.field(default=None, converter=to_optional_commitment_kind)
    """What sort of promise it is; absent: not judged."""
    strength: Strength | None = None
    """``interest`` < ``intended`` < ``announced`` < ``agreed`` < ``binding``; absent: not judged."""
    areas: tuple[AreaCode, ...] = attrs.field(default=(), converter=to_area_codes)
    """What it is about: the very areas, since one above them covers nothing below it."""
    objective: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the objective that it stands under."""
    obligors: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of parties or authorities that promise; empty: all with role ``party``, jointly."""
    counterparts: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of parties or authorities with or toward whom it is promised."""
    beneficiaries: tuple[Text, ...] = attrs.field(default=(), converter=to_texts)
    """Whom it is to help, in the words of the source."""
    lead: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of the authorities or parties in charge."""
    support: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of authorities or parties that help."""
    made_at: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the meeting where it was promised; absent: the record's only held one."""
    due: Timing | None = attrs.field(default=None, converter=to_optional_timing)
    """A window: late only after its last day."""
    recurrence: Recurrence | None = attrs.field(default=None, converter=to_optional_recurrence)
    """How often it is to be done."""
    conditions: tuple[Text, ...] = attrs.field(default=(), converter=to_texts)
    """What it depends on, in the words of the source."""
    novelty: Novelty | None = None
    """Whether it was promised before; absent: not known."""
    continues: tuple[Reference, ...] = attrs.field(default=(), converter=to_references)
    """Earlier commitments that it takes up, of this record or another."""
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=to_indicators)
    """What it is to be measured by."""
    mechanism: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the mechanism that is to be set up or used."""
    meeting: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the meeting that is promised."""
    instrument: Instrument | None = attrs.field(default=None, converter=to_optional_instrument)
    """What kind of document is promised."""
    money: Money | None = None
    """How much is promised."""
    permanence: Permanence | None = None
    """How lasting an exchange is to be."""
    immediacy: Immediacy | None = None
    """How fast an exchange is to be."""
    purposes: tuple[Purpose, ...] = attrs.field(default=(), converter=to_purposes)
    """What a joint operation is for."""
    destinations: tuple[Destination, ...] = attrs.field(default=(), converter=to_destinations)
    """Where an assisted return leads."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        _check_due(self.meeting, self.due, "commitment.due", "a commitment")


def to_commitments(values: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return the commitments as a tuple."""
    return instances(values, Commitment)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Milestone(Entity):
    """A step of the roadmap.

    Raises:
        InvalidValue: ``milestone.due`` when it has both ``meeting`` and ``due``: the meeting's date is its due date.
    """

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    title: Text = attrs.field(converter=to_text)
    """What is to be done or reached."""
    due: Timing | None = attrs.field(default=None, converter=to_optional_timing)
    """A window: late only after its last day."""
    depends_on: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of milestones that come first."""
    delivers: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of commitments that it fulfils."""
    responsible: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of authorities or parties."""
    meeting: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the meeting that it is."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        _check_due(self.meeting, self.due, "milestone.due", "a milestone")


def to_milestones(values: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return the milestones as a tuple."""
    return instances(values, Milestone)


def _check_due(meeting: Identifier | None, due: Timing | None, code: str, what: str) -> None:
    if meeting is not None and due is not None:
        raise InvalidValue(code, f"{what} with a meeting has no due date of its own: the meeting's date is it")
