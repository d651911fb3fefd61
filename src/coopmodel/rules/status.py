"""Status: what has become of a promise as of a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from coopmodel.analysis.due import Dated, DueEvent, due_events, timing_of
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed
from coopmodel.values.bounds import Bounds, precedes


def _overdue(context: Context) -> Iterator[Found]:
    today, agreement = context.today, context.agreement
    told = _told(context, today)
    delivered = {commitment for milestone in agreement.roadmap if milestone.id in told for commitment in milestone.delivers}
    settled = told | delivered | context.index.held
    called_off = {meeting.id for meeting in agreement.meetings if meeting.status in {"postponed", "cancelled"}}
    for event in due_events(context.index):
        window = event.window
        if not isinstance(window, Bounds) or window.latest is None or not window.latest_certain or window.latest >= today:
            continue
        silent = _silent(event, settled) if event.entity.id not in called_off else []
        if silent:
            yield Found(context.index.by_id[silent[0].id].pointer, _values(event, silent, window.latest, today))


def _silent(event: DueEvent, settled: set[str]) -> list[Dated]:
    """Return the entities of a due event that nothing is known of.

    The event, a commitment to it and the milestone that it is share one fate; what is only due with it is asked for by itself.
    """
    same = [event.entity, *[member for member in event.members if _is_the_event(member, event)]]
    known = any(_names(entity) & settled for entity in same)
    others = [member for member in event.members if member not in same and not _names(member) & settled]
    return others if known else [event.entity, *[member for member in event.members if member in same or member in others]]


def _is_the_event(entity: Dated, event: DueEvent) -> bool:
    return not isinstance(entity, Meeting) and entity.meeting == event.entity.id


def _names(entity: Dated) -> set[str]:
    """Return the ids that a report about the entity may name: its own, and those of its indicators."""
    indicators = [str(indicator.id) for indicator in entity.indicators] if isinstance(entity, Commitment) else []
    return {str(entity.id), *indicators}


def _told(context: Context, today: date) -> set[str]:
    """Return the ids that some report is about as of the day, here or in a related record, also by way of a commitment that continues one."""
    own = f"{context.agreement.id}#"
    told: set[str] = set()
    for record in (context.agreement, *context.related.values()):
        about: set[str] = set()
        for report in record.reports:
            if report.date is None or precedes(today, report.date) is not True:
                about.update(report.about)
        about.update([f"{record.id}#{reference}" for reference in about if "#" not in reference])
        for commitment in record.commitments:
            if f"{record.id}#{commitment.id}" in about:
                about.update([name if "#" in name else f"{record.id}#{name}" for name in commitment.continues])
        told.update([reference.removeprefix(own) for reference in about if reference.startswith(own)])
    return told


def _values(event: DueEvent, silent: list[Dated], latest: date, today: date) -> dict[str, Any]:
    members = tuple([str(entity.id) for entity in silent[1:]])
    shown = listed(members)
    is_meeting = isinstance(silent[0], Meeting)
    timing = timing_of(event.entity)
    return {
        "event": silent[0].id,
        "what": {"en": "the meeting " if is_meeting else "", "es": "la reunión " if is_meeting else ""},
        "due": str(timing),
        "spelt": dict.fromkeys(LANGUAGES, "" if timing is None or timing.anchor is not None else f" ({timing})"),
        "latest": str(latest),
        "as_of": str(today),
        "members": members,
        "carried": {"en": f"; with it: {shown}" if members else "", "es": f"; con ello: {shown}" if members else ""},
    }


def _example(reports: list[dict[str, Any]]) -> Example:
    evidence = [{"source": "communique"}]
    members = {
        "meetings": [{"id": "second-meeting", "date": "2024-41", "status": "scheduled", "evidence": evidence}],
        "commitments": [{"id": "meet-again", "statement": {"en": "To meet again"}, "meeting": "second-meeting", "evidence": evidence}],
        "reports": reports,
        "sources": [{"id": "communique", "kind": "press-release"}],
    }
    return Example(members=members, as_of=date(2025, 1, 1))


STS005: Final = Rule(
    code="STS005",
    name={"en": "overdue, and nothing reported", "es": "vencido, y sin noticia"},
    severity="warning",
    strict="error",
    scope="series",
    rationale={
        "en": "A promise whose last day has certainly passed, and about which no report says anything, here or in a related record: this is "
        "what a follow-up is for. A meeting, the commitment to hold it and the milestone that it is are told once.",
        "es": "Una promesa cuyo último día pasó con certeza, y de la que ningún informe dice nada, ni aquí ni en un registro relacionado: "
        "para eso existe el seguimiento. Una reunión, el compromiso de celebrarla y el hito que constituye se cuentan una sola vez.",
    },
    messages={
        "en": "{what}{event} was due by {latest}{spelt}; as of {as_of} nothing is reported{carried}",
        "es": "{what}{event} vencía el {latest}{spelt}; al {as_of} no hay noticia{carried}",
    },
    wrong=_example([]),
    right=_example(
        [
            {
                "id": "it-met",
                "text": {"en": "The second meeting took place"},
                "about": ["meet-again"],
                "status": "fulfilled",
                "evidence": [{"source": "communique"}],
            }
        ]
    ),
    find=_overdue,
    needs="as_of",
)
