"""The root: one document is one agreement record."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Final, NewType, TypeAlias, TypeVar

import attrs

from coopmodel.codes.words import AgreementStatus, RelationKind
from coopmodel.errors import InvalidValue, UnknownIdentifier, shown
from coopmodel.model.areas import ThematicArea, to_thematic_areas
from coopmodel.model.commitments import (
    Commitment,
    Indicator,
    Milestone,
    Objective,
    to_commitments,
    to_milestones,
    to_objectives,
)
from coopmodel.model.entity import Entity
from coopmodel.model.fields import Ordinal, checked, instances
from coopmodel.model.meetings import (
    Mechanism,
    Meeting,
    Participation,
    to_mechanisms,
    to_meetings,
    to_participation,
)
from coopmodel.model.parties import (
    Authority,
    ExternalIdentifier,
    Official,
    Party,
    to_authorities,
    to_external_identifiers,
    to_officials,
    to_parties,
)
from coopmodel.model.record import Record
from coopmodel.model.statements import Report, Source, Statement, to_reports, to_sources, to_statements
from coopmodel.values.dates import to_optional_date
from coopmodel.values.identifiers import Identifier, to_identifier, to_optional_identifier, to_reference
from coopmodel.values.languages import LanguageTag, to_language_tags
from coopmodel.values.open_codes import AreaCode, Instrument, to_area_code, to_area_codes, to_optional_instrument
from coopmodel.values.text import Text, to_optional_text, to_text
from coopmodel.values.urls import Url, to_optional_url

RuleCode = NewType("RuleCode", str)
"""Letters that name a group of rules, then three digits: ``COV001``."""

FormatVersion = NewType("FormatVersion", str)
"""Major and minor number of the wire format: ``1.0``."""

FORMAT_VERSION: Final = FormatVersion("1.0")
"""The version that this library writes; it reads newer ones of the same major number, as far as it knows what they hold."""

_RULE_CODE: Final = r"[A-Z]{2,16}[0-9]{3}"
_VERSION: Final = r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})"


def to_version(value: str) -> FormatVersion:
    """Return the format version of a record: this one, or the newer minor version of the document that it was read from.

    Raises:
        InvalidValue: ``type.string``, ``version.form``, or ``version.unsupported`` for any other version.
    """
    version = check_version_form(value)
    if version != FORMAT_VERSION and not is_newer(version):
        raise InvalidValue(
            "version.unsupported", f"a record is of format version {FORMAT_VERSION}, or of a newer minor one, not {value}", value
        )
    return version


def is_newer(version: FormatVersion) -> bool:
    """Tell whether it is a later minor version of the format that this library knows."""
    (major, minor), (known_major, known_minor) = (map(int, one.split(".")) for one in (version, FORMAT_VERSION))
    return major == known_major and minor > known_minor


def check_version_form(value: str) -> FormatVersion:
    """Return the text as a format version, of whatever number, or raise ``InvalidValue`` (``type.string``, ``version.form``)."""
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a format version as a text, not {shown(value)}", value)
    if not re.fullmatch(_VERSION, value):
        raise InvalidValue("version.form", f"{shown(value)} is not a format version, such as {FORMAT_VERSION!r}", value)
    return FormatVersion(value)


def to_rule_code(value: str) -> RuleCode:
    """Return the text as the code of a rule, or raise ``InvalidValue`` (``type.string``, ``rule.form``)."""
    if type(value) is not str:
        raise InvalidValue("type.string", f"expected a text, not {shown(value)}", value)
    if not re.fullmatch(_RULE_CODE, value):
        near = value.upper()
        allowed = (near,) if re.fullmatch(_RULE_CODE, near) else ()
        raise InvalidValue("rule.form", f"{shown(value)} is not the code of a rule, such as 'COV001'", value, allowed=allowed)
    return RuleCode(value)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Relation(Entity):
    """How this agreement stands to another document.

    Raises:
        InvalidValue: ``relation.target`` unless exactly one of ``target``, ``url``, ``identifier`` and ``title`` says which.
    """

    kind: RelationKind
    """How it stands to the other document."""
    target: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of another agreement record."""
    url: Url | None = attrs.field(default=None, converter=to_optional_url)
    """Where the other document stands."""
    identifier: ExternalIdentifier | None = None
    """Number of the other document in a series."""
    title: Text | None = attrs.field(default=None, converter=to_optional_text)
    """What the other document is called, where nothing else is known of it."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        named = [part for part in (self.target, self.url, self.identifier, self.title) if part is not None]
        if len(named) != 1:
            raise InvalidValue("relation.target", f"a relation needs exactly one of target, url, identifier and title, not {len(named)}")


def to_relations(values: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the relations as a tuple."""
    return instances(values, Relation)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Suppression(Record):
    """A finding that somebody has judged, and why it is not to be reported."""

    code: RuleCode = attrs.field(converter=to_rule_code)
    """Code of the rule."""
    on: Identifier | None = attrs.field(default=None, converter=to_optional_identifier)
    """Id of the innermost entity around what is found: of an agenda item, which has none, that of its meeting. Absent: the whole record."""
    reason: Text = attrs.field(converter=to_text)
    """Why the finding is not to be reported."""


def to_suppressions(values: Iterable[Suppression]) -> tuple[Suppression, ...]:
    """Return the suppressions as a tuple."""
    return instances(values, Suppression)


Identified: TypeAlias = (
    Party | Authority | Official | Mechanism | Meeting | Objective | Commitment | Indicator | Milestone | Statement | Report | Source
)
"""Entities with an id, unique in their record."""


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Agreement(Entity):
    """A cooperation agreement as a record: who agreed what with whom, how firmly, by when, and in which words."""

    coopmodel: FormatVersion = attrs.field(default=FORMAT_VERSION, converter=to_version)
    """Format version; always written."""
    id: Identifier = attrs.field(converter=to_identifier)
    """Never changes once published."""
    revision: Ordinal
    """Counts from 1; a published revision never changes."""
    title: Text = attrs.field(converter=to_text)
    """What the agreement is called."""
    summary: Text | None = attrs.field(default=None, converter=to_optional_text)
    """What it is about, in a few sentences."""
    publisher: Text | None = attrs.field(default=None, converter=to_optional_text)
    """Who publishes this record, not the agreement."""
    modified: datetime.date | None = attrs.field(default=None, converter=to_optional_date)
    """When this record was last changed."""
    license: Url | None = attrs.field(default=None, converter=to_optional_url)
    """Under which terms this record may be used."""
    identifiers: tuple[ExternalIdentifier, ...] = attrs.field(default=(), converter=to_external_identifiers)
    """The same agreement in UNTS, a national series, a data set."""
    instrument: Instrument | None = attrs.field(default=None, converter=to_optional_instrument)
    """What it is, as a document; absent: not known."""
    status: AgreementStatus | None = None
    """As its source declares it."""
    authentic_languages: tuple[LanguageTag, ...] = attrs.field(default=(), converter=to_language_tags)
    """Languages in which its text is authentic."""
    areas: tuple[AreaCode, ...] = attrs.field(default=(), converter=to_area_codes)
    """What the agreement is about."""
    taxonomy: tuple[ThematicArea, ...] = attrs.field(default=(), converter=to_thematic_areas)
    """Areas that the built-in list lacks."""
    parties: tuple[Party, ...] = attrs.field(default=(), converter=to_parties)
    """Who agrees, observes or is named."""
    authorities: tuple[Authority, ...] = attrs.field(default=(), converter=to_authorities)
    """Bodies of the parties."""
    officials: tuple[Official, ...] = attrs.field(default=(), converter=to_officials)
    """Persons in offices of the parties."""
    participation: tuple[Participation, ...] = attrs.field(default=(), converter=to_participation)
    """Acts by which parties are bound or cease to be, and what happened to the agreement as a whole."""
    mechanisms: tuple[Mechanism, ...] = attrs.field(default=(), converter=to_mechanisms)
    """Standing bodies and series of meetings."""
    meetings: tuple[Meeting, ...] = attrs.field(default=(), converter=to_meetings)
    """Meetings that were held, or are planned."""
    objectives: tuple[Objective, ...] = attrs.field(default=(), converter=to_objectives)
    """The document's own structure."""
    commitments: tuple[Commitment, ...] = attrs.field(default=(), converter=to_commitments)
    """What is promised."""
    roadmap: tuple[Milestone, ...] = attrs.field(default=(), converter=to_milestones)
    """Steps toward what is promised."""
    statements: tuple[Statement, ...] = attrs.field(default=(), converter=to_statements)
    """What was said and promises nothing."""
    reports: tuple[Report, ...] = attrs.field(default=(), converter=to_reports)
    """What happened afterwards, or was claimed to have."""
    sources: tuple[Source, ...] = attrs.field(default=(), converter=to_sources)
    """Documents that the citations quote."""
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=to_relations)
    """How it stands to other agreements and documents."""
    suppressions: tuple[Suppression, ...] = attrs.field(default=(), converter=to_suppressions)
    """Findings that somebody has judged, and that are not to be reported."""

    def party(self, identifier: str) -> Party:
        """Return the party with this id, or raise ``UnknownIdentifier``."""
        return _named(self.parties, identifier, "party")

    def authority(self, identifier: str) -> Authority:
        """Return the authority with this id, or raise ``UnknownIdentifier``."""
        return _named(self.authorities, identifier, "authority")

    def official(self, identifier: str) -> Official:
        """Return the official with this id, or raise ``UnknownIdentifier``."""
        return _named(self.officials, identifier, "official")

    def mechanism(self, identifier: str) -> Mechanism:
        """Return the mechanism with this id, or raise ``UnknownIdentifier``."""
        return _named(self.mechanisms, identifier, "mechanism")

    def meeting(self, identifier: str) -> Meeting:
        """Return the meeting with this id, or raise ``UnknownIdentifier``."""
        return _named(self.meetings, identifier, "meeting")

    def objective(self, identifier: str) -> Objective:
        """Return the objective with this id, or raise ``UnknownIdentifier``."""
        return _named(self.objectives, identifier, "objective")

    def commitment(self, identifier: str) -> Commitment:
        """Return the commitment with this id, or raise ``UnknownIdentifier``."""
        return _named(self.commitments, identifier, "commitment")

    def milestone(self, identifier: str) -> Milestone:
        """Return the milestone with this id, or raise ``UnknownIdentifier``."""
        return _named(self.roadmap, identifier, "milestone")

    def source(self, identifier: str) -> Source:
        """Return the source with this id, or raise ``UnknownIdentifier``."""
        return _named(self.sources, identifier, "source")

    def commitments_on(self, area: str) -> tuple[Commitment, ...]:
        """Return the commitments that carry exactly this area; a broader or narrower one does not count.

        Raises:
            InvalidValue: It is no area code (``area.unknown``): a misspelt area would look like one without commitments.
        """
        code = to_area_code(area)
        return tuple([commitment for commitment in self.commitments if code in commitment.areas])

    def resolve(self, reference: str, related: Iterable["Agreement"] = ()) -> Identified:
        """Return the entity that the reference names, in this record or, with ``#``, in a related one.

        Reads through the record each time. For many look-ups make a dictionary of ``entities()`` once.

        Raises:
            InvalidValue: It has not the form of a reference.
            UnknownIdentifier: No such record or no such entity.
        """
        before, separator, after = to_reference(reference).partition("#")
        if not separator:
            return _named(self.entities(), before, "entity")
        records: dict[str, Agreement] = {record.id: record for record in related}
        records[self.id] = self
        if before not in records:
            raise UnknownIdentifier(before, "agreement", records)
        return _named(records[before].entities(), after, "entity")

    def entities(self) -> Iterator[Identified]:
        """Yield every entity that has an id, in the order of the document."""
        yield from self.parties
        yield from self.authorities
        yield from self.officials
        yield from self.mechanisms
        yield from self.meetings
        yield from self.objectives
        for commitment in self.commitments:
            yield commitment
            yield from commitment.indicators
        yield from self.roadmap
        yield from self.statements
        yield from self.reports
        yield from self.sources


_T = TypeVar("_T", bound=Identified)


def _named(entities: Iterable[_T], identifier: str, what: str) -> _T:
    seen: list[str] = []
    for entity in entities:
        if entity.id == identifier:
            return entity
        seen.append(entity.id)
    raise UnknownIdentifier(identifier, what, seen)
