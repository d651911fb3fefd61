"""Parts of a record in words, for the sentences of a difference: what a thing is, what a member is called, what a value says."""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias, cast, get_args, get_origin

import attrs

from coopmodel.analysis.in_words import money_in_words, quantity_in_words
from coopmodel.analysis.recurrences import recurrence_in_words
from coopmodel.analysis.references import NAMES, entry
from coopmodel.codes import words
from coopmodel.codes.labels import label
from coopmodel.codes.themes import THEMES
from coopmodel.codes.units import Unit, counted
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Target
from coopmodel.model.fields import without_none
from coopmodel.model.meetings import AgendaItem, Delegation, Participation, Place
from coopmodel.model.parties import CountryParty, ExternalIdentifier
from coopmodel.values.countries import Country
from coopmodel.values.extensions import JsonObject
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.open_codes import AreaCode, CommitmentKind, Function, Instrument, SourceKind
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.plain import to_plain

Words: TypeAlias = Mapping[str, str]
"""Something said in ``es`` and ``en``."""

AREA: Final = "area"
FREE: Final = "free"
JSON: Final = "json"
"""What is no list of words: thematic areas, words of one's own, data of others."""

_LISTS: Final[Mapping[Any, str]] = {
    words.Strength: "strength",
    words.AgreementStatus: "agreement-status",
    words.MeetingStatus: "meeting-status",
    words.MeetingMode: "meeting-mode",
    words.ReportStatus: "report-status",
    words.PartyRole: "party-role",
    words.ParticipationAction: "participation-action",
    words.RelationKind: "relation",
    words.MappingMatch: "match",
    words.Novelty: "novelty",
    words.Permanence: "permanence",
    words.Immediacy: "immediacy",
    words.Purpose: "purpose",
    words.Destination: "destination",
    Instrument: "instrument",
    Function: "function",
    CommitmentKind: "commitment-kind",
    SourceKind: "source-kind",
    AreaCode: AREA,
    str: FREE,
}
"""By type of a member: the list of its words; ``area`` for thematic areas, ``free`` for words of one's own."""

_ITEMS: Final[Mapping[type[Any], tuple[Words, Callable[[Any, str], Iterable[str | None]]]]] = {
    Citation: (
        {"es": "cita", "en": "citation"},
        lambda one, language: (one.source, one.locator if one.exact is None else quoted(one.exact, language)),
    ),
    Delegation: ({"es": "delegación", "en": "delegation"}, lambda one, _: (one.party,)),
    AgendaItem: ({"es": "punto del temario", "en": "agenda item"}, lambda one, language: (quoted(one.title.best(language), language),)),
    Participation: (
        {"es": "acto", "en": "act"},
        lambda one, language: (label("participation-action", one.action, language), one.party),
    ),
    Relation: (
        {"es": "relación", "en": "relation"},
        lambda one, language: (label("relation", one.kind, language), _related(one, language)),
    ),
    Target: ({"es": "meta", "en": "target"}, lambda one, language: (quantity_in_words(one.value, language),)),
    Suppression: ({"es": "supresión", "en": "suppression"}, lambda one, _: (one.code, one.on)),
    ThematicArea: ({"es": "área", "en": "area"}, lambda one, _: (one.code,)),
    ExternalIdentifier: ({"es": "identificador", "en": "identifier"}, lambda one, _: (one.scheme, one.id)),
    AreaMapping: ({"es": "correspondencia", "en": "mapping"}, lambda one, _: (one.scheme, one.code)),
}
"""What an object without an id is called, and what tells it from others in its list."""

_ENTITIES: Final[Mapping[type[Any], Words]] = {**NAMES, Agreement: {"es": "acuerdo", "en": "agreement"}}
_TITLES: Final = ("title", "statement", "name", "text", "post")
_QUOTES: Final[Words] = {"es": "«{}»", "en": "“{}”"}
_BOOLEANS: Final[Mapping[bool, Words]] = {True: {"es": "sí", "en": "yes"}, False: {"es": "no", "en": "no"}}
_LONGEST: Final = 80
_SHARED: Final = 15
"""How many characters that two long texts share are shown before the place where they part; more, to begin with a word."""


class Wording:
    """Puts what two records hold into words.

    Areas of their own are called what their taxonomies call them, the new one's first.
    """

    def __init__(self, old: Agreement, new: Agreement) -> None:
        """Keep the labels of both taxonomies."""
        self._areas = {area.code: area.label for record in (old, new) for area in record.taxonomy}

    def value(self, value: Any, vocabulary: str | None, language: str) -> str:  # noqa: ANN401  a value of any member
        """Return a value in words.

        Args:
            value: The value, as the record holds it.
            vocabulary: What the words of its member are; see ``vocabulary_of``.
            language: ``es`` or ``en``.
        """
        if vocabulary == JSON:
            return _cut(_json(value))
        if isinstance(value, str):
            return self._word(value, vocabulary, language)
        say = next((_SAID[kind] for kind in value.__class__.__mro__ if kind in _SAID), None)
        return str(to_plain(value)) if say is None else say(value, language)

    def both(self, old: Any, new: Any, vocabulary: str | None, language: str) -> tuple[str, str]:  # noqa: ANN401  values of any member
        """Return two values of one member in words; of long texts the stretch where they part."""
        if vocabulary == JSON:
            return parting(_json(old), _json(new))
        if vocabulary == FREE and isinstance(old, str) and isinstance(new, str):
            one, other = parting(old, new)
            return quoted(one, language), quoted(other, language)
        return self.value(old, vocabulary, language), self.value(new, vocabulary, language)

    def _word(self, word: str, vocabulary: str | None, language: str) -> str:
        if vocabulary is None:
            return word
        if vocabulary == FREE:
            return quoted(word, language)
        if vocabulary != AREA:
            return label(vocabulary, word, language)
        theme, own = THEMES.get(word), self._areas.get(AreaCode(word))
        return theme.labels[language] if theme is not None else word if own is None else own.best(language)


def kind_of(entity: object) -> str:
    """Return what an entity is, in one English word: ``commitment``."""
    return _name_of(entity)["en"]


def subject_of(entity: Any) -> Words:  # noqa: ANN401  an entity with an id, or the record
    """Return what an entity is, and its id: ``commitment patrols``."""
    return {language: f"{said} {entity.id}" for language, said in _name_of(entity).items()}


def title_of(entity: object, language: str) -> str | None:
    """Return what an entity is called, quoted; ``None`` where it has no name."""
    name = next((value for value in (getattr(entity, member, None) for member in _TITLES) if value is not None), None)
    if isinstance(entity, CountryParty) and name is None:
        return entity.country.name(language)
    return None if name is None else quoted(name.best(language) if isinstance(name, Text) else str(name), language)


def item_of(item: object, language: str) -> str:
    """Return which object of a list is meant, by what makes it up: ``delegation pe``, ``agenda item “Trafficking in persons”``."""
    known = entry(_ITEMS, item.__class__)
    if known is None:
        return item.__class__.__name__
    name, parts = known
    return " ".join([name[language], *[part for part in parts(item, language) if part is not None]])


@cache
def vocabulary_of(owner: Hashable, member: str) -> str | None:
    """Return what the words of a member are: the name of their list, ``area``, or ``free``; ``None`` for ids and others that stand as they are.

    Args:
        owner: A class.
        member: One of its members; of one that the class does not know nothing is told.
    """
    fields: dict[str, Any] = {field.name: field.type for field in attrs.fields(cast("Any", owner))}
    kind = without_none(fields.get(member))
    return _LISTS.get(get_args(kind)[0] if get_origin(kind) is tuple else kind)


def quoted(text: str, language: str) -> str:
    """Return a text in the quotation marks of the language, cut where it is long."""
    return _QUOTES[language].format(_cut(text))


def parting(old: str, new: str) -> tuple[str, str]:
    """Return two texts; of long ones the stretch where they part, with a few of the words that they share before and after it."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    place = _shared(old, new)
    start = old[: max(0, place - _SHARED)].rfind(" ") + 1
    start = start if 2 * (place - start) < _LONGEST else place - _SHARED
    tail = _shared(old[place:][::-1], new[place:][::-1])
    stop = old.find(" ", len(old) - tail + _SHARED)
    left = 0 if stop == -1 else len(old) - stop
    before, after = "…" if start else "", "…" if left else ""
    return _cut(f"{before}{old[start : len(old) - left]}{after}"), _cut(f"{before}{new[start : len(new) - left]}{after}")


def _shared(old: str, new: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


def _json(value: Any) -> str:  # noqa: ANN401  data of others
    return json.dumps(to_plain(value), ensure_ascii=False)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _name_of(entity: object) -> Words:
    return next(_ENTITIES[kind] for kind in entity.__class__.__mro__ if kind in _ENTITIES)


def _related(relation: Relation, language: str) -> str:
    if relation.title is not None:
        return quoted(relation.title.best(language), language)
    if relation.identifier is not None:
        return f"{relation.identifier.scheme} {relation.identifier.id}"
    return str(relation.target or relation.url)


def _place(place: Place, language: str) -> str:
    country = None if place.country is None else place.country.name(language)
    return ", ".join([part for part in (place.venue, place.locality, country) if part is not None])


def _timing(timing: Timing, language: str) -> str:
    """Return ``2024-41``, ``60 days after signature``, ``at second-meeting``."""
    if timing.anchor is None:
        return str(timing)
    event = str(timing.anchor)
    if event in ANCHOR_WORDS:
        event = label("participation-action", event, language)
        event = f"la {event}" if language == "es" else event
    if timing.offset is None:
        return f"en {event}" if language == "es" else f"at {event}"
    offset = timing.offset
    numbers: dict[Unit, int] = {"years": offset.years, "months": offset.months, "weeks": offset.weeks, "days": offset.days}
    between = _SIDES[language][offset.negative]
    return f"{counted(numbers, language)} {between} {event}"


_SIDES: Final[Mapping[str, tuple[str, str]]] = {"es": ("después de", "antes de"), "en": ("after", "before")}


_SAID: Final[Mapping[type[Any], Callable[[Any, str], str]]] = {
    bool: lambda value, language: _BOOLEANS[value][language],
    Text: lambda value, language: quoted(value.best(language), language),
    Country: lambda value, language: value.name(language),
    Timing: _timing,
    Recurrence: recurrence_in_words,
    Quantity: quantity_in_words,
    Money: money_in_words,
    JsonObject: lambda value, _: _cut(_json(value)),
    Place: _place,
    ExternalIdentifier: lambda value, _: f"{value.scheme} {value.id}",
}
"""By class: what a value says; any other says what is written."""
