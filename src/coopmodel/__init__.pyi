from coopmodel.analysis.changes import Change as Change, Diff as Diff
from coopmodel.analysis.coverage import (
    Coverage as Coverage,
    Pillar as Pillar,
    coverage_by_objective as coverage_by_objective,
    coverage_of as coverage_of,
)
from coopmodel.analysis.diff import diff as diff
from coopmodel.analysis.events import events_of as events_of
from coopmodel.analysis.following import Comparison as Comparison, Continued as Continued, compare as compare
from coopmodel.analysis.occurrences import occurrences_of as occurrences_of
from coopmodel.analysis.outcomes import AgendaOutcome as AgendaOutcome, agenda_outcomes as agenda_outcomes
from coopmodel.analysis.patch import json_patch as json_patch
from coopmodel.analysis.quoting import quote as quote
from coopmodel.analysis.roadmap import Roadmap as Roadmap, roadmap_of as roadmap_of
from coopmodel.analysis.slack import Slack as Slack, slack_between as slack_between
from coopmodel.analysis.status import Status as Status, statuses_of as statuses_of
from coopmodel.analysis.timeline import Moment as Moment, timeline_of as timeline_of
from coopmodel.analysis.timings import timings_of as timings_of
from coopmodel.analysis.unknown import UnknownMember as UnknownMember, unknown_members as unknown_members
from coopmodel.bulk.checking import CheckedLine as CheckedLine, check_lines as check_lines
from coopmodel.bulk.loading import load_many as load_many
from coopmodel.errors import (
    CoopmodelError as CoopmodelError,
    DecodeError as DecodeError,
    InvalidValue as InvalidValue,
    MissingExtra as MissingExtra,
    NewerVersion as NewerVersion,
    Problem as Problem,
    SignatureError as SignatureError,
    UnknownIdentifier as UnknownIdentifier,
    UnsupportedVersion as UnsupportedVersion,
)
from coopmodel.formats.jsonl import JsonLine as JsonLine, iter_jsonl as iter_jsonl, write_jsonl as write_jsonl
from coopmodel.formats.keys import new_key as new_key, public_key as public_key
from coopmodel.formats.signatures import Signature as Signature, sign as sign, verify as verify
from coopmodel.formats.yaml import dump_yaml as dump_yaml, dumps_yaml as dumps_yaml, load_yaml as load_yaml, loads_yaml as loads_yaml
from coopmodel.model.agreement import Agreement as Agreement, Relation as Relation, Suppression as Suppression
from coopmodel.model.areas import AreaMapping as AreaMapping, ThematicArea as ThematicArea
from coopmodel.model.citation import Citation as Citation
from coopmodel.model.commitments import (
    Commitment as Commitment,
    Indicator as Indicator,
    Milestone as Milestone,
    Objective as Objective,
    Target as Target,
)
from coopmodel.model.meetings import (
    AgendaItem as AgendaItem,
    Delegation as Delegation,
    Mechanism as Mechanism,
    Meeting as Meeting,
    Participation as Participation,
    Place as Place,
)
from coopmodel.model.parties import (
    Authority as Authority,
    CountryParty as CountryParty,
    ExternalIdentifier as ExternalIdentifier,
    Official as Official,
    OrganizationParty as OrganizationParty,
    Party as Party,
    SubdivisionParty as SubdivisionParty,
)
from coopmodel.model.statements import Report as Report, Source as Source, Statement as Statement
from coopmodel.model.unknown import with_unknown as with_unknown
from coopmodel.rules.check import check as check
from coopmodel.rules.choice import choose as choose
from coopmodel.rules.context import Context as Context
from coopmodel.rules.findings import Finding as Finding, Findings as Findings
from coopmodel.rules.plugins import load_plugins as load_plugins
from coopmodel.rules.rule import Example as Example, Found as Found, Rule as Rule
from coopmodel.values.bounds import Bounds as Bounds, precedes as precedes
from coopmodel.values.countries import Country as Country
from coopmodel.values.dates import PartialDate as PartialDate
from coopmodel.values.digests import digest_of as digest_of
from coopmodel.values.durations import Duration as Duration
from coopmodel.values.extensions import Extensions as Extensions, JsonObject as JsonObject
from coopmodel.values.periods import Period as Period
from coopmodel.values.quantities import Money as Money, Quantity as Quantity
from coopmodel.values.recurrence import Recurrence as Recurrence
from coopmodel.values.text import Text as Text
from coopmodel.values.timing import Timing as Timing, Unknown as Unknown
from coopmodel.wire.codec import Codec as Codec
from coopmodel.wire.converter import configure as configure, make_converter as make_converter
from coopmodel.wire.documents import digest as digest, dump as dump, dumps as dumps, load as load, loads as loads
from coopmodel.wire.limits import Limits as Limits
from coopmodel.wire.patch import apply_patch as apply_patch
from coopmodel.wire.problems import problems as problems
from coopmodel.wire.schema import record_schema as record_schema
from coopmodel.wire.versions import upgrade as upgrade, version_of as version_of

__version__: str
