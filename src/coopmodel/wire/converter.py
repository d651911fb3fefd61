"""The strict converter: cattrs, with a hook of our own for every type of the model.

Out of the box cattrs coerces; here a value of the wrong JSON type is refused wherever it stands, ``null`` too, and every wrong place of a
document is found in one pass.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args, get_origin

import attrs
from cattrs import Converter, IterableValidationError, IterableValidationNote
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
from coopmodel.model.unknown import member_names, with_unknown
from coopmodel.values.base import Value
from coopmodel.values.countries import Country, SubdivisionCode, to_subdivision_code
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.digests import Digest, to_digest
from coopmodel.values.durations import Duration
from coopmodel.values.extensions import Extensions, JsonObject
from coopmodel.values.identifiers import Anchor, Identifier, Reference, to_anchor, to_identifier, to_reference
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
    to_own_area_code,
    to_source_kind,
)
from coopmodel.values.periods import Period, to_date_or_period
from coopmodel.values.quantities import CurrencyCode, Money, Quantity, to_currency
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.strings import to_string
from coopmodel.values.text import Text, to_normalized
from coopmodel.values.timing import Timing
from coopmodel.values.urls import Url, to_url
from coopmodel.wire.attached import extensions_hook, json_hook, wrong_members
from coopmodel.wire.limits import LIMITS, Limits
from coopmodel.wire.plain import to_plain
from coopmodel.wire.refusals import Hook, add_error, raise_all, refuse_null, refuse_other_than, scalar, unchanged

NO_HOOKS: Final[Mapping[str, Hook]] = MappingProxyType({})

OnUnknown: TypeAlias = Literal["refuse", "keep"]
"""What becomes of members that the format does not know."""

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

FROM_TEXT: Final[dict[Any, Callable[[Any], Any]]] = {
    str: to_string,
    datetime.date: to_date,
    Identifier: to_identifier,
    Reference: to_reference,
    Anchor: to_anchor,
    Url: to_url,
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
    PartialDate | Period: to_date_or_period,
}
"""What reads the types that are one text on the wire."""

_NARROWER: Final[dict[tuple[type[Any], str], Callable[[Any], Any]]] = {(ThematicArea, "code"): to_own_area_code}
"""Members that take less than the type that they are declared with."""


def make_converter(*, unknown: OnUnknown = "refuse", extensions: Mapping[str, Hook] = NO_HOOKS, limits: Limits = LIMITS) -> Converter:
    """Return a new cattrs converter that reads and writes the types of this library, strictly; the arguments are those of ``configure``."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    configure(converter, unknown=unknown, extensions=extensions, limits=limits)
    return converter


def make_converter_after(first: Callable[[type[Any], Any], Any], limits: Limits) -> Converter:
    """Return a strict converter that asks ``first`` for each object inside a record, and itself where that returns ``None``."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    _teach(converter, NO_HOOKS, limits.problems, first, keep=False)
    return converter


def configure(
    converter: Converter, *, unknown: OnUnknown = "refuse", extensions: Mapping[str, Hook] = NO_HOOKS, limits: Limits = LIMITS
) -> None:
    """Teach a converter of your own the types of this library, so that they can stand inside your documents.

    Only our types become strict; hooks for your own stay as they are. Turn what ``structure`` raises into problems with
    ``coopmodel.problems``.

    Args:
        converter: It is changed.
        unknown: What becomes of members that our classes do not have, as for a ``Codec``.
        extensions: By namespace: what reads the content of such extensions, and raises for what is wrong with it. The record keeps the JSON.
        limits: How many problems are looked for in one array or object.
    """
    _teach(converter, extensions, limits.problems, None, keep=unknown == "keep")


def _teach(
    converter: Converter, extensions: Mapping[str, Hook], most: int, first: Callable[[type[Any], Any], Any] | None, *, keep: bool
) -> None:
    def members_hook(kind: type[Any], *, tagged: bool = False) -> Hook:
        strict = _members_hook(converter, kind, most, keep=keep, tagged=tagged)
        return strict if first is None or kind is Agreement else _hook_after(first, kind, strict)

    for kind, convert in FROM_TEXT.items():
        if kind not in {str, datetime.date}:
            _register(converter, kind, scalar(convert))
    _register(converter, Text, _text_hook(most))
    _register(converter, JsonObject, json_hook(most))
    _register(converter, Extensions, extensions_hook(extensions, most))
    _register(converter, Timing, _structure_timing)
    for kind in CLASSES:
        _register(converter, kind, members_hook(kind))
    by_tag = {tag: members_hook(kind, tagged=True) for tag, kind in PARTIES.items()}
    _register(converter, Party, _party_hook(by_tag))
    for union in (Party, PartialDate | Period):
        _register(converter, union | None, _optional_hook(converter, union))
    for tag, kind in PARTIES.items():
        _register(converter, kind, _party_hook({tag: by_tag[tag]}))
    ours = {*CLASSES, *PARTIES.values(), Text, Timing, JsonObject}
    converter.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and (issubclass(kind, Value) or not ours.isdisjoint(kind.__mro__)), to_plain
    )


def _register(converter: Converter, kind: Any, hook: Hook) -> None:  # noqa: ANN401  a type expression
    converter.register_structure_hook_func(lambda wanted: wanted is kind or wanted == kind, hook)


def _members_hook(converter: Converter, kind: type[Any], most: int, *, keep: bool, tagged: bool = False) -> Hook:
    """Return the hook of one class; built when it is first used, so that the order of registration does not matter."""
    built: list[Any] = []
    known = frozenset(member_names(kind))

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        refuse_other_than(dict, value)
        if not built:
            built.append(_make_members_hook(converter, kind, most))
        members = {name: member for name, member in value.items() if name != "kind"} if tagged else value
        if keep and not known.issuperset(members):
            return _keep(built[0], kind, members, known, most)
        return built[0](members, kind)

    return structure


def _hook_after(first: Callable[[type[Any], Any], Any], kind: type[Any], second: Hook) -> Hook:
    def structure(value: Any, declared: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        found = first(kind, value)
        return second(value, declared) if found is None else found

    return structure


def _keep(structure: Hook, kind: type[Any], members: dict[str, Any], known: frozenset[str], most: int) -> Any:  # noqa: ANN401  an object of the class
    """Return an object with its unknown members; what is wrong with them and with the known ones is told together."""
    unknown = {name: member for name, member in members.items() if name not in known}
    errors: list[Exception] = [*wrong_members(unknown, most)]
    found: Any = None
    try:
        found = structure({name: member for name, member in members.items() if name in known}, kind)
    except Exception as error:  # noqa: BLE001  all are kept, and told apart when they are reported
        errors.append(error)
    raise_all(errors, kind)
    return with_unknown(found, unknown)


def _make_members_hook(converter: Converter, kind: type[Any], most: int) -> Any:  # noqa: ANN401  cattrs names no type for it
    overrides: dict[str, Any] = {}
    for field in attrs.fields(kind):
        narrower = _NARROWER.get((kind, field.name))
        hook = _member_hook(converter, field.type, most) if narrower is None else scalar(narrower)
        overrides[field.name] = override(struct_hook=hook)
    return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **overrides)


def _member_hook(converter: Converter, declared: Any, most: int) -> Hook:  # noqa: ANN401  a type expression
    """Return what reads a member of one of our classes: strict also for ``str``, ``bool`` and the like, which outside stay the user's."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return array_hook(item, _member_hook(converter, item, most), most)
    if kind in FROM_TEXT:
        return scalar(FROM_TEXT[kind])
    if kind is bool or get_origin(kind) in {Literal, Annotated}:
        return scalar(unchanged(checker(kind)))

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        refuse_null(value)
        return converter.structure(value, kind)

    return structure


def array_hook(item: Any, hook: Hook, most: int) -> Hook:  # noqa: ANN401  a type expression
    """Return a hook that makes a tuple of an array, and tells of every item that is wrong; after so many problems and one more it stops."""

    def structure(value: Any, _: Any) -> tuple[Any, ...]:  # noqa: ANN401  anything may stand in a document
        refuse_other_than(list, value)
        found: list[Any] = []
        errors: list[Exception] = []
        left = most + 1
        for index, part in enumerate(value):
            try:
                found.append(hook(part, item))
            except Exception as error:  # noqa: BLE001  all are kept, and told apart when they are reported
                error.add_note(IterableValidationNote(f"item {index}", index, item))
                left -= add_error(errors, error, left)
                if not left:
                    break
        if errors:
            raise IterableValidationError("array", errors, tuple)  # pyright: ignore[reportCallIssue]  declared through another base
        return tuple(found)

    return structure


def _party_hook(by_tag: dict[str, Hook]) -> Hook:
    def structure(value: Any, declared: Any) -> Any:  # noqa: ANN401  anything may stand in a document
        refuse_other_than(dict, value)
        allowed = tuple(by_tag)
        if "kind" not in value:
            raise InvalidValue("tag.missing", f"the member 'kind' is required: one of {', '.join(allowed)}", path=("kind",))
        tag = value["kind"]
        hook = by_tag.get(tag) if isinstance(tag, str) else None
        if hook is None:
            raise InvalidValue("tag.unknown", f"expected one of {', '.join(allowed)}; not {shown(tag)}", tag, ("kind",), allowed)
        return hook(value, declared)

    return structure


def _optional_hook(converter: Converter, union: Any) -> Hook:  # noqa: ANN401  a type expression
    """Return what reads a member of your own classes that may be null; cattrs knows no such union by itself."""
    return lambda value, _: None if value is None else converter.structure(value, union)


def _text_hook(most: int) -> Hook:
    def structure(value: Any, _: Any) -> Text:  # noqa: ANN401  anything may stand in a document
        refuse_null(value)
        if value.__class__ is not dict:
            raise InvalidValue("type.object", f'expected texts by language, such as {{"es": ...}}, not {shown(value)}', value)
        try:
            return Text(value)
        except InvalidValue:
            raise_all([*islice(_wrong_texts(value), most + 1)], Text)
            raise

    return structure


def _wrong_texts(texts: dict[str, Any]) -> Iterator[InvalidValue]:
    """Yield everything that is wrong with texts by language, where ``Text`` stops at the first."""
    for language, text in texts.items():
        for convert, part in ((to_language_tag, language), (_scalar_text, text)):
            try:
                convert(part)
            except InvalidValue as error:
                yield error.at(language)


def _scalar_text(value: Any) -> None:  # noqa: ANN401  anything may stand in a document
    refuse_null(value)
    to_normalized(value)


_ANCHORED: Final = ("anchor", "offset")


def _structure_timing(value: Any, _: Any) -> Timing:  # noqa: ANN401  anything may stand in a document
    refuse_null(value)
    if type(value) is str:
        return Timing(value)
    if value.__class__ is not dict:
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
                scalar(convert)(value[name], None)
            except InvalidValue as error:
                errors.append(error.at(name))
    raise_all(errors, Timing)
    return Timing(**value)
