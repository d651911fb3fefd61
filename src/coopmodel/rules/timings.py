"""Dates that lean on other events: what is due after the promise, and what is counted from something dated."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from coopmodel.analysis.references import TIMINGS
from coopmodel.codes.labels import label
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.timing import Reason, Timing, Unknown

_NAMED: Final = 12


def spelt(timing: Timing, days: Bounds) -> str:
    """Return a date as its source spells it; one that is counted from another event in the days that this comes to."""
    if timing.anchor is None:
        return str(timing)
    return str(days.earliest) if days.earliest == days.latest else f"{days.earliest or '..'}/{days.latest or '..'}"


def _too_early(context: Context) -> Iterator[Found]:
    events = context.index.events
    for pointer, commitment in context.index.firsts(Commitment):
        meeting = context.index.promised_at.get(commitment.id)
        if meeting is None or meeting.date is None:
            continue
        due = events.get(str(commitment.meeting)) if commitment.due is None else commitment.due.resolve(events)
        made = meeting.date.resolve(events)
        if isinstance(due, Bounds) and isinstance(made, Bounds) and precedes(due, made):
            timing = commitment.due or Timing(anchor=commitment.meeting)
            values = {"commitment": commitment.id, "due": spelt(timing, due), "meeting": meeting.id, "date": spelt(meeting.date, made)}
            yield Found(f"{pointer}/{'due' if commitment.meeting is None else 'meeting'}", values)


_EVIDENCE: Final = [{"source": "minutes"}]
_SOURCES: Final = [{"id": "minutes", "kind": "official-record"}]


def _example_promise(due: Any, **members: Any) -> Example:  # noqa: ANN401  a timing on the wire, and any member
    meeting = {"id": "first-meeting", "date": "2024-05-02", "status": "held", "evidence": _EVIDENCE}
    commitment = {"id": "clinic", "statement": {"en": "A clinic", "es": "Una clínica"}, "areas": ["health"], "due": due}
    documents = {"meetings": [meeting], "commitments": [commitment | {"evidence": _EVIDENCE}], "sources": _SOURCES}
    return Example(members=documents | members)


DAT004: Final = Rule(
    code="DAT004",
    name={"en": "due before it was promised", "es": "vence antes de asumirse"},
    severity="warning",
    strict="error",
    scope="entity",
    rationale={
        "en": "Nobody promises for a day that has passed: the year is mistyped, or the promise was made at an earlier meeting. Judged where "
        "it is known at which meeting it was made, and only where the last day of the one date lies before the first of the other. What "
        "promises a meeting is due with it.",
        "es": "Nadie se compromete para un día ya pasado: el año está mal escrito, o el compromiso se asumió en una reunión anterior. Se "
        "mira donde consta en qué reunión se asumió, y solo si el último día de una fecha es anterior al primero de la otra. El "
        "compromiso de reunirse vence con la reunión.",
    },
    messages={
        "en": "{commitment} is due {due}, before the meeting where it was promised: {meeting} ({date})",
        "es": "{commitment} vence el {due}, antes de la reunión en que se asumió: {meeting} ({date})",
    },
    wrong=_example_promise("2023-06"),
    right=_example_promise("2024-05"),
    find=_too_early,
)


class _Counted(NamedTuple):
    """A timing that is counted from an event, and why that leads nowhere."""

    pointer: str
    owner: str
    unknown: Unknown


def _undated(context: Context) -> Iterator[Found]:
    found = [*_counted(context)]
    circles = _circles(context) if found else {}
    groups: dict[tuple[str, Reason], list[_Counted]] = {}
    for counted in found:
        reason, anchor = counted.unknown.reason, counted.unknown.anchor
        first = circles[anchor][0] if reason == "cycle" else anchor
        groups.setdefault((first, reason), []).append(counted)
    for (anchor, reason), members in groups.items():
        located = context.index.by_id.get(anchor) if reason != "out-of-range" else None
        owners = tuple(dict.fromkeys([counted.owner for counted in members]))
        values = {"anchor": anchor, "reason": reason, "count": len(owners), "members": owners, "listed": listed(owners)}
        why = _why(anchor, reason, circles)
        yield Found(members[0].pointer if located is None else located.pointer, values | {"why": why})


def _counted(context: Context) -> Iterator[_Counted]:
    for kind, member in TIMINGS.items():
        for pointer, owner in context.index.each(kind):
            timing = getattr(owner, member)
            if timing is None or timing.anchor is None:
                continue
            when = timing.resolve(context.index.events)
            if isinstance(when, Unknown) and when.reason != "no-event":
                yield _Counted(f"{pointer}/{member}/anchor", owner.id, when)


def _why(anchor: str, reason: Reason, circles: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    if reason == "cycle":
        circle = circles[anchor]
        chain = " → ".join([*circle[:_NAMED], "…"] if len(circle) > _NAMED else [*circle, anchor])
        return {"en": f"dates wait for each other ({chain})", "es": f"hay fechas que dependen unas de otras ({chain})"}
    of_agreement = anchor in ANCHOR_WORDS
    en = f"the {label('participation-action', anchor, 'en')}" if of_agreement else anchor
    es = f"la {label('participation-action', anchor, 'es')}" if of_agreement else anchor
    if reason == "no-date":
        return {"en": f"{en} has no date", "es": f"{es} no tiene fecha"}
    return {
        "en": f"counted from {en}, a date lies outside the years 1 to 9999",
        "es": f"contada desde {es}, una fecha queda fuera de los años 1 a 9999",
    }


def _circles(context: Context) -> dict[str, tuple[str, ...]]:
    """Return, for each event that waits for itself, its circle, from the event in it that comes first in the document."""
    following: dict[str, str] = {}
    for _, event in context.index.each(Meeting, Milestone):
        if context.index.events.get(event.id) == Unknown("cycle", event.id):
            following.setdefault(event.id, _waits_for(event))
    circles: dict[str, tuple[str, ...]] = {}
    for start in following:
        if start not in circles:
            circle = [start]
            while following[circle[-1]] != start:
                circle.append(following[circle[-1]])
            circles.update(dict.fromkeys(circle, tuple(circle)))
    return circles


def _waits_for(event: Meeting | Milestone) -> str:
    if isinstance(event, Milestone) and event.meeting is not None:
        return event.meeting
    timing = event.date if isinstance(event, Meeting) else event.due
    return str(timing and timing.anchor)


def _example_signature(**members: Any) -> Example:  # noqa: ANN401  any member
    return _example_promise({"anchor": "signature", "offset": "P60D"}, **members)


DAT005: Final = Rule(
    code="DAT005",
    name={"en": "counted from an event without a date", "es": "contado desde un acto sin fecha"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "Sixty days after the signature is no date until somebody writes down when it was signed; until then nothing counted from it "
        "ever falls due. One finding names the event at the root, why it has no date, and all that is counted from it: it has none, or "
        "events wait for each other, or the date would lie outside the years 1 to 9999. A signature has a date only when every party's is "
        "known.",
        "es": "Sesenta días después de la firma no es una fecha mientras nadie anote cuándo se firmó; hasta entonces, nada de lo que se "
        "cuenta desde ella llega a vencer. Un hallazgo nombra el acto del que depende todo, por qué no tiene fecha y cuanto se cuenta "
        "desde él: no la tiene, o unos actos dependen de otros, o la fecha quedaría fuera de los años 1 a 9999. La firma tiene fecha solo "
        "cuando consta la de todas las partes.",
    },
    messages={
        "en": "{why}; dates that depend on it: {count} ({listed})",
        "es": "{why}; fechas que dependen de ello: {count} ({listed})",
    },
    wrong=_example_signature(),
    right=_example_signature(participation=[{"action": "signature", "date": "2024-05-02", "evidence": _EVIDENCE}]),
    find=_undated,
)
