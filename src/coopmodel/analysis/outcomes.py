"""Outcomes: what each agenda item ended in."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from coopmodel.analysis.areas import agenda_items
from coopmodel.analysis.coverage import STRENGTHS
from coopmodel.analysis.meetings import meetings_of_promises
from coopmodel.codes.words import Strength
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import AgendaItem, Meeting
from coopmodel.values.open_codes import AreaCode

EndedIn: TypeAlias = Literal["action", "intention", "interest", "unjudged", "nothing", "unknown"]
"""``action``: agreed or binding; ``intention``: intended or announced; ``interest``: interest only; ``unjudged``: promised, and nobody has
judged how firmly; ``nothing``: no commitment on any of its areas; ``unknown``: it names no area, so no commitment can be found."""

_KINDS: Final[Mapping[Strength, EndedIn]] = {
    "interest": "interest",
    "intended": "intention",
    "announced": "intention",
    "agreed": "action",
    "binding": "action",
}


class AgendaOutcome(NamedTuple):
    """What an agenda item ended in.

    Attributes:
        pointer: JSON Pointer to the item.
        meeting: The meeting on whose agenda it was.
        item: The item.
        ended_in: The best that can be said of it, by its firmest commitment.
        strength: Strength of its firmest commitment; ``None`` where none is judged, and where there is none.
        commitments: The commitments on one of its very areas, in the order of the record.
        bare: Those of its areas that no commitment is about.
    """

    pointer: str
    meeting: Meeting
    item: AgendaItem
    ended_in: EndedIn
    strength: Strength | None
    commitments: tuple[Commitment, ...]
    bare: tuple[AreaCode, ...]


def agenda_outcomes(record: Agreement) -> tuple[AgendaOutcome, ...]:
    """Return what each agenda item ended in, in the order of the document.

    The agendas of meetings that are only planned or were called off are left out. A commitment counts for an item when it carries one of the
    item's very areas (a broader one does not count), unless it was made at another meeting.

    Examples:
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> for outcome in cm.agenda_outcomes(agreement)[-2:]:
        ...     print(outcome.item.title.best("en"), outcome.ended_in)
        Organized crime action
        Arms trafficking nothing
    """
    promised_at = meetings_of_promises(record)
    by_area: dict[tuple[str, str | None], dict[int, Commitment]] = {}
    for number, commitment in enumerate(record.commitments):
        meeting = promised_at.get(commitment.id)
        for area in commitment.areas:
            by_area.setdefault((area, None if meeting is None else meeting.id), {})[number] = commitment
    return tuple([_outcome(pointer, meeting, item, by_area) for pointer, meeting, item in agenda_items(record)])


def _outcome(
    pointer: str, meeting: Meeting, item: AgendaItem, by_area: dict[tuple[str, str | None], dict[int, Commitment]]
) -> AgendaOutcome:
    areas = tuple(dict.fromkeys(item.areas))
    by_number: dict[int, Commitment] = {}
    bare: list[AreaCode] = []
    for area in areas:
        found = by_area.get((area, None), {}) | by_area.get((area, meeting.id), {})
        by_number |= found
        if not found:
            bare.append(area)
    commitments = tuple([by_number[number] for number in sorted(by_number)])
    given: set[Strength | None] = {commitment.strength for commitment in commitments}
    strength: Strength | None = next((one for one in STRENGTHS if one in given), None)
    ended_in: EndedIn = "unjudged" if commitments else "nothing" if areas else "unknown"
    return AgendaOutcome(pointer, meeting, item, ended_in if strength is None else _KINDS[strength], strength, commitments, tuple(bare))
