"""The strict converter: cattrs, with a hook of our own for every type of the model.

Out of the box cattrs coerces; here a value of the wrong JSON type is refused wherever it stands, ``null`` too, and every wrong place of a
document is found in one pass.
"""

import datetime
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from coopmodel.errors import InvalidValue, shown
from coopmodel.model.agreement import Agreement, FormatVersion, Relation, RuleCode, Suppression, to_rule_code, to_version
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.fields import checker, without_none
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty, Party, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.base import Value
from coopmodel.values.countries import Country, SubdivisionCode, to_subdivision_code
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.digests import Digest, to_digest
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions, to_extensions
from coopmodel.values.identifiers import Identifier, Reference, to_anchor, to_identifier, to_reference
from coopmodel.values.languages import LanguageTag, to_language_tag
from coopmodel.values.open_codes import (
    AreaCode,
    CommitmentKind,
    Function,
    Instrument,
    SourceKind,
    to_area_code,
    to_commitment_kind,
    to_function,
    to_instrument,
    to_source_kind,
)
from coopmodel.values.periods import Period, to_optional_date_or_period
from coopmodel.values.quantities import CurrencyCode, Money, Quantity, to_currency
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.strings import to_string
from coopmodel.values.text import Text, to_normalized
from coopmodel.values.timing import Timing
from coopmodel.wire.plain import to_plain

Hook = Callable[[Any, Any], Any]

CLASSES: Final[tuple[type[Any], ...]] = (
    Agreement,
    ThematicArea,
    AreaMapping,
    Authority,
    Official,
    ExternalIdentifier,
    Participation,
    Place,
    Mechanism,
    Meeting,
    Delegation,
    AgendaItem,
    Objective,
    Commitment,
    Indicator,
    Target,
    Milestone,
    Statement,
    Report,
    Source,
    Relation,
    Suppression,
    Citation,
    Money,
)
"""Every class that is an object on the wire, the kinds of party apart."""

PARTIES: Final[dict[str, type[Party]]] = {kind.kind: kind for kind in (CountryParty, SubdivisionParty, OrganizationParty)}
"""The kinds of party by their tag."""

_FROM_TEXT: Final[dict[Any, Callable[[Any], Any]]] = {
    str: to_string,
    datetime.date: to_date,
    Identifier: to_identifier,
    Reference: to_reference,
    LanguageTag: to_language_tag,
    Digest: to_digest,
    RuleCode: to_rule_code,
    FormatVersion: to_version,
    SubdivisionCode: to_subdivision_code,
    CurrencyCode: to_currency,
    AreaCode: to_area_code,
    Instrument: to_instrument,
    Function: to_function,
    CommitmentKind: to_commitment_kind,
    SourceKind: to_source_kind,
    Country: Country,
    PartialDate: PartialDate,
    Period: Period,
    Duration: Duration,
    Quantity: Quantity,
    Recurrence: Recurrence,
    PartialDate | Period: to_optional_date_or_period,
    Extensions: to_extensions,
}


def make_converter() -> Converter:
    """Return a new cattrs converter that reads and writes the types of this library, strictly."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    configure(converter)
    return converter


def configure(converter: Converter) -> None:
    """Teach a converter of your own the types of this library, so that they can stand inside your documents.

    Only our types become strict; hooks for your own stay as they are. Turn what ``structure`` raises into problems with
    ``coopmodel.wire.problems.problems``.
    """
    for kind, convert in _FROM_TEXT.items():
        if kind not in {str, datetime.date}:
            _register(converter, kind, _scalar(convert))
    _register(converter, Text, _structure_text)
    _register(converter, Timing, _structure_timing)
    for kind in CLASSES:
        _register(converter, kind, _members_hook(converter, kind))
    by_tag = {tag: _members_hook(converter, kind, tagged=True) for tag, kind in PARTIES.items()}
    _register(converter, Party, _party_hook(by_tag))
    for tag, kind in PARTIES.items():
        _register(converter, kind, _party_hook({tag: by_tag[tag]}))
    ours = {*CLASSES, *PARTIES.values(), Text, Timing, Extensions}
    converter.register_unstructure_hook_func(lambda kind: isinstance(kind, type) and (issubclass(kind, Value) or not ours.isdisjoint(kind.__mro__)), to_plain)


def _register(converter: Converter, kind: Any, hook: Hook) -> None:  # noqa: ANN401  a type expression
    converter.register_structure_hook_func(lambda wanted: wanted is kind or wanted == kind, hook)


def _scalar(convert: Callable[[Any], Any]) -> Hook:
    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        _refuse_null(value)
        return convert(value)

    return structure


def _members_hook(converter: Converter, kind: type[Any], *, tagged: bool = False) -> Hook:
    """Return the hook of one class; built when it is first used, so that the order of registration does not matter."""
    built: list[Any] = []

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        _refuse_other_than(dict, value)
        if not built:
            built.append(_make_members_hook(converter, kind))
        return built[0]({name: member for name, member in value.items() if name != "kind"} if tagged else value, kind)

    return structure


def _make_members_hook(converter: Converter, kind: type[Any]) -> Any:  # noqa: ANN401  cattrs names no type for it
    overrides: dict[str, Any] = {}
    for field in attrs.fields(kind):
        hook = _member_hook(converter, field.type)
        overrides[field.name] = override(struct_hook=hook)
    return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **overrides)


def _member_hook(converter: Converter, declared: Any) -> Hook:  # noqa: ANN401  a type expression
    """Return what reads a member of one of our classes: strict also for ``str``, ``bool`` and the like, which outside stay the user's."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return _array_hook(item, _member_hook(converter, item))
    if kind in _FROM_TEXT:
        return _scalar(_FROM_TEXT[kind])
    if kind is bool or get_origin(kind) in {Literal, Annotated}:
        return _scalar(_same(checker(kind)))

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        _refuse_null(value)
        return converter.structure(value, kind)

    return structure


def _array_hook(item: Any, hook: Hook) -> Hook:  # noqa: ANN401  a type expression
    def structure(value: Any, _: Any) -> tuple[Any, ...]:  # noqa: ANN401  anything may stand in a document
        _refuse_other_than(list, value)
        found: list[Any] = []
        errors: list[Exception] = []
        for index, part in enumerate(value):
            try:
                found.append(hook(part, item))
            except Exception as error:  # noqa: BLE001  all are kept, and told apart when they are reported
                error.add_note(IterableValidationNote(f"item {index}", index, item))
                errors.append(error)
        if errors:
            raise IterableValidationError("array", errors, tuple)
        return tuple(found)

    return structure


def _party_hook(by_tag: dict[str, Hook]) -> Hook:
    def structure(value: Any, declared: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        _refuse_other_than(dict, value)
        allowed = tuple(by_tag)
        if "kind" not in value:
            raise InvalidValue("tag.missing", f"the member 'kind' is required: one of {', '.join(allowed)}", path=("kind",))
        tag = value["kind"]
        hook = by_tag.get(tag) if type(tag) is str else None
        if hook is None:
            raise InvalidValue("tag.unknown", f"expected one of {', '.join(allowed)}; not {shown(tag)}", tag, ("kind",), allowed)
        return hook(value, declared)

    return structure


def _structure_text(value: Any, _: Any) -> Text:  # noqa: ANN401  anything may stand in a document
    _refuse_other_than(dict, value)
    errors: list[Exception] = []
    for language, text in value.items():
        for convert, part in ((to_language_tag, language), (_scalar_text, text)):
            try:
                convert(part)
            except InvalidValue as error:
                errors.append(error.at(language))
    if errors:
        raise ClassValidationError("text", errors, Text)
    return Text(value)


def _scalar_text(value: Any) -> None:  # noqa: ANN401  anything may stand in a document
    _refuse_null(value)
    to_normalized(value)


_ANCHORED: Final = ("anchor", "offset")


def _structure_timing(value: Any, _: Any) -> Timing:  # noqa: ANN401  anything may stand in a document
    _refuse_null(value)
    if type(value) is str:
        return Timing(value)
    if type(value) is not dict:
        raise InvalidValue("type.timing", f"expected a date, a period, or an object with an anchor; not {shown(value)}", value)
    errors: list[Exception] = [
        InvalidValue("member.unknown", f"no member is called so here; known are {', '.join(_ANCHORED)}", name, (name,), _ANCHORED)
        for name in value
        if name not in _ANCHORED
    ]
    if "anchor" not in value:
        errors.append(InvalidValue("member.missing", "the member 'anchor' is required", path=("anchor",)))
    for name, convert in (("anchor", to_anchor), ("offset", Duration)):
        if name in value:
            try:
                _scalar(convert)(value[name], None)
            except InvalidValue as error:
                errors.append(error.at(name))
    if errors:
        raise ClassValidationError("timing", errors, Timing)
    return Timing(**value)


def _same(check: Callable[[object], None]) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        check(value)
        return value

    return convert


def _refuse_null(value: object) -> None:
    if value is None:
        raise InvalidValue("null", "null is no value: leave the member out where nothing is known")


_NAMES: Final = {dict: ("type.object", "an object"), list: ("type.array", "an array")}


def _refuse_other_than(kind: type[Any], value: object) -> None:
    _refuse_null(value)
    if type(value) is not kind:
        code, name = _NAMES[kind]
        raise InvalidValue(code, f"expected {name}, not {shown(value)}", value)
