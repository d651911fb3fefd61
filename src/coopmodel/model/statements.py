"""What was said, what happened or was claimed afterwards, and where it all stands written."""

import datetime
from collections.abc import Iterable

import attrs

from coopmodel.codes.words import ReportStatus
from coopmodel.model.entity import Entity
from coopmodel.model.fields import checked, instances
from coopmodel.values.dates import PartialDate, to_optional_date, to_optional_partial_date
from coopmodel.values.digests import Digest, to_optional_digest
from coopmodel.values.identifiers import Identifier, Reference, to_identifier, to_identifiers, to_optional_identifier, to_references
from coopmodel.values.languages import LanguageTag, to_optional_language_tag
from coopmodel.values.open_codes import AreaCode, SourceKind, to_area_codes, to_source_kind
from coopmodel.values.periods import Period, to_optional_date_or_period
from coopmodel.values.quantities import Quantity, to_optional_quantity
from coopmodel.values.strings import to_optional_string
from coopmodel.values.text import Text, to_optional_text, to_text
from coopmodel.values.timing import Timing, to_optional_timing
from coopmodel.values.urls import Url, to_optional_url


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Statement(Entity):
    """Words in direct speech, or a declaration that promises nothing."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    text: Text = attrs.field(converter=to_text)
    """What was said."""
    speaker: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of an official, authority or party; absent: all parties."""
    meeting: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the meeting where it was said."""


def to_statements(values: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements as a tuple."""
    return instances(values, Statement)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Report(Entity):
    """What happened, or was claimed to have happened, after the words were spoken."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record."""
    text: Text = attrs.field(converter=to_text)
    """What is reported, in one sentence."""
    about: tuple[Reference, ...] = attrs.field(default=(), converter=to_references)
    """Commitments, milestones, meetings or indicators, of this record or another."""
    date: PartialDate | Period | None = attrs.field(default=None, converter=to_optional_date_or_period)
    """When it happened, not when it was written."""
    status: ReportStatus | None = None
    """What it says became of the promise."""
    due: Timing | None = attrs.field(default=None, converter=to_optional_timing)
    """The new due date, if it was rescheduled."""
    value: Quantity | None = attrs.field(default=None, converter=to_optional_quantity)
    """The value that was reached, of an indicator."""
    unit: str | None = attrs.field(default=None, converter=to_optional_string)
    """What the value counts; that of the indicator where it is left out."""
    actors: tuple[Identifier, ...] = attrs.field(default=(), converter=to_identifiers)
    """Ids of parties or authorities that acted."""
    areas: tuple[AreaCode, ...] = attrs.field(default=(), converter=to_area_codes)
    """What it is about."""
    reported_by: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the official, authority or party that says so."""


def to_reports(values: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports as a tuple."""
    return instances(values, Report)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Source(Entity):
    """A document that citations quote. Its text, where somebody has it, is a file ``<source id>.txt`` in a folder of texts."""

    id: Identifier = attrs.field(converter=to_identifier)
    """Names it in this record, and the file of its text."""
    kind: SourceKind = attrs.field(converter=to_source_kind)
    """What sort of document it is."""
    title: Text | None = attrs.field(default=None, converter=to_optional_text)
    """What it is called."""
    publisher: Text | None = attrs.field(default=None, converter=to_optional_text)
    """Who published it."""
    on_behalf_of: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the party whose view it gives."""
    url: Url | None = attrs.field(default=None, converter=to_optional_url)
    """Where it stands."""
    published: PartialDate | None = attrs.field(default=None, converter=to_optional_partial_date)
    """When it was published, as far as that is known."""
    retrieved: datetime.date | None = attrs.field(default=None, converter=to_optional_date)
    """The day on which it was read there."""
    language: LanguageTag | None = attrs.field(default=None, converter=to_optional_language_tag)
    """The language of its text."""
    digest: Digest | None = attrs.field(default=None, converter=to_optional_digest)
    """Of the exact bytes of its text, as ``digest_of`` makes it; EVD004 compares it with the text that is given to ``check``."""


def to_sources(values: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources as a tuple."""
    return instances(values, Source)
