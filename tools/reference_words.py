"""The lists of plain words, for the page on code lists: every word with its labels, and the members that have one."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

import attrs
from reference_markdown import code, heading, member_link, table

from coopmodel.codes import words
from coopmodel.codes.labels import LABELS
from coopmodel.model.fields import without_none
from coopmodel.values.open_codes import CommitmentKind, Function, Instrument, SourceKind
from coopmodel.wire.converter import CLASSES, PARTIES


class WordList(NamedTuple):
    """A list of plain words.

    Attributes:
        name: Its name, by which its labels are found; the id of its section.
        title: Its heading.
        about: What it is of.
        words: The words.
        open_type: The type of the model, of an open list; ``None`` for a closed one.
        covers: What each word covers, with an example, where labels alone leave it open.
    """

    name: str
    title: str
    about: str
    words: tuple[str, ...]
    open_type: Any = None
    covers: Mapping[str, str] = {}


_COVERS: Final[Mapping[str, str]] = {
    "information-exchange": "Data, alerts, reports or contacts that pass between the sides: monthly figures, a line between two police forces.",
    "joint-operation": "What is done in the field together, or at the same time by plan: patrols, inspections, investigations, a rescue.",
    "assisted-return": "People brought back to their country or to a third one, and the plans for it.",
    "mechanism": "A standing body or arrangement, to be set up or used: a commission, a working group, a network, a joint centre.",
    "instrument": "A document to be negotiated, adopted or signed: a protocol, a memorandum, a roadmap.",
    "meeting": "A meeting to be held: the next session, a visit, a conference.",
    "capacity-building": "What makes an institution abler: training, experts, methods, and gifts of equipment such as vessels or scanners.",
    "financing": "Money that is given, lent or set aside: a grant, a loan, a fund. A gift in kind is `capacity-building`.",
    "legal-reform": "A law or regulation to be made, changed or brought into line with another's: a new offence, rules on plant health.",
    "infrastructure": "What is built, extended or put into service and stays where it is: a bridge, a road, a border post, a laboratory.",
    "public-policy": "A programme or line of conduct of a government that is none of the above: prevention of crime, treatment of addictions.",
}

_VCLT: Final = (
    "Vienna Convention on the Law of Treaties (1969), articles 9 to 18, 24, 25 and 54 to 60; `succession`: Vienna Convention on "
    "Succession of States in respect of Treaties (1978)."
)

LISTS: Final = (
    WordList(
        "strength",
        "Strength",
        "How firmly something is promised, weakest first. `interest`: interest was expressed. `intended`: somebody plans or aims to. "
        "`announced`: a promise by one side. `agreed`: a consensus. `binding`: an obligation under an instrument in force. Absent: not "
        "judged. See [strength](../explanation/strength.md).",
        get_args(words.Strength),
    ),
    WordList(
        "commitment-kind",
        "Kinds of commitment",
        "What is promised. The kind is of the thing promised, not of its purpose: who builds a training centre promises `infrastructure`. "
        "Where none fits, leave it out, or use a word with a prefix of your own.",
        words.COMMITMENT_KINDS,
        CommitmentKind,
        _COVERS,
    ),
    WordList(
        "instrument",
        "Instruments",
        "What an agreement is, as a document.",
        words.INSTRUMENTS,
        Instrument,
    ),
    WordList("function", "Functions", "What an authority does within its government.", words.FUNCTIONS, Function),
    WordList("source-kind", "Kinds of source", "What a source is.", words.SOURCE_KINDS, SourceKind),
    WordList(
        "agreement-status",
        "Status of an agreement",
        "What became of an agreement, as its source declares it.",
        get_args(words.AgreementStatus),
    ),
    WordList(
        "participation-action",
        "Acts of participation",
        f"What a party does to be bound, or what happens to an agreement. {_VCLT}",
        get_args(words.ParticipationAction),
    ),
    WordList("meeting-status", "Status of a meeting", "What became of a meeting.", get_args(words.MeetingStatus)),
    WordList("meeting-mode", "Mode of a meeting", "How a meeting takes place.", get_args(words.MeetingMode)),
    WordList(
        "report-status",
        "Status in a report",
        "What a report says became of a promise. OCDS has `scheduled`, `met`, `partiallyMet` and `notMet` for `planned`, `fulfilled`, "
        "`partially-fulfilled` and `not-fulfilled`.",
        get_args(words.ReportStatus),
    ),
    WordList(
        "party-role",
        "Role of a party",
        "`party`, the default, is never written; `third` is named and undertakes nothing.",
        get_args(words.PartyRole),
    ),
    WordList("relation", "Relations", "How an agreement stands to another document.", get_args(words.RelationKind)),
    WordList("novelty", "Novelty", "Whether a promise was made before.", get_args(words.Novelty)),
    WordList("permanence", "Permanence", "How lasting an exchange is to be.", get_args(words.Permanence)),
    WordList("immediacy", "Immediacy", "How fast an exchange is to be.", get_args(words.Immediacy)),
    WordList("purpose", "Purposes", "What a joint operation is for.", get_args(words.Purpose)),
    WordList("destination", "Destinations", "Where an assisted return leads.", get_args(words.Destination)),
    WordList(
        "match",
        "Matches of areas",
        (
            "How a foreign code matches an area; the words of the SKOS mapping properties: the foreign concept is the same, close, broader or "
            "narrower."
        ),
        get_args(words.MappingMatch),
    ),
    WordList(
        "effective-status",
        "Status as of a day",
        "What a promise or meeting has come to on a day; never written, always derived. `scheduled`: its window lies ahead. `due`: the "
        "window is open. `possibly-overdue`: a last day that is itself uncertain has passed. `overdue`: its last day has passed. `met`, "
        "`met-late`: done in time, or certainly after the last day. `missed`: reported as not fulfilled or withdrawn, or a meeting was "
        "cancelled. `rescheduled`: put off to a window that lies ahead or is not known, or replaced. `unknown`: it cannot be told.",
        get_args(words.EffectiveStatus),
    ),
)

LIST_OF: Final[Mapping[Any, str]] = {(one.open_type or one.words): one.name for one in LISTS}
"""The id of a list's section by its words, or by the type of an open one."""


def title_of(name: str) -> str:
    """Return what a list is called within a sentence."""
    return next(one.title for one in LISTS if one.name == name).lower()


def openness(one: WordList) -> str:
    """Return whether a list is open, or is of words that no record holds."""
    return "open" if one.open_type else "closed" if members_of(one) else "derived"


def members_of(one: WordList) -> list[str]:
    """Return the members that have a word of the list, as links."""
    kinds: list[type[Any]] = [*CLASSES, *PARTIES.values()]
    return [
        member_link(kind.__name__, field.name)
        for kind in kinds
        for field in attrs.fields(kind)
        if word_type(field.type) == (one.open_type or one.words)
    ]


def word_type(declared: Any) -> Any:
    """Return what tells the list of a member by its annotation: the words of a closed one, the type of an open one."""
    kind = without_none(declared)
    if get_origin(kind) is tuple:
        return word_type(get_args(kind)[0])
    return get_args(kind) if get_origin(kind) is Literal else kind


def word_lists() -> Iterator[str]:
    """Yield the sections of all lists of words."""
    for one in LISTS:
        yield heading(2, one.title, one.name)
        members = members_of(one)
        where = f" It is the form of {', '.join(members)}." if members else ""
        yield f"{one.about} {openness(one).capitalize()}.{where}"
        labels = LABELS[one.name]
        covers = ["covers"] if one.covers else []
        yield table(
            ["word", "en", "es", *covers],
            [(code(word), labels[word]["en"], labels[word]["es"], *[one.covers[word] for _ in covers]) for word in one.words],
        )
