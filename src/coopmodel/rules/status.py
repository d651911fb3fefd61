"""Status: what has become of a promise as of a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from coopmodel.analysis.due import DueEvent, due_events, timing_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report
from coopmodel.rules.rule import LANGUAGES, Context, Example, Found, Rule
from coopmodel.values.bounds import Bounds, precedes


def _overdue(context: Context) -> Iterator[Found]:
    today = context.today
    reported = _reported(context, today)
    met = _meetings_that_took_place(context.agreement)
    for event in due_events(context.index):
        window = event.window
        if not isinstance(window, Bounds) or window.latest is None or not window.latest_certain or window.latest >= today:
            continue
        if event.entity.id not in met and reported.isdisjoint(_names(event)):
            yield Found(event.pointer, _values(event, window.latest, today))


def _reported(context: Context, today: date) -> set[str]:
    """Return the ids that some report is about, as of the day: here, or in a related record."""
    own = f"{context.agreement.id}#"
    about: set[str] = set()
    for report in context.agreement.reports:
        if _happened(report, today):
            about.update([reference.removeprefix(own) for reference in report.about])
    for record in context.related.values():
        for report in record.reports:
            if _happened(report, today):
                about.update([reference.removeprefix(own) for reference in report.about if reference.startswith(own)])
    return about


def _happened(report: Report, today: date) -> bool:
    return report.date is None or precedes(today, report.date) is not True


def _meetings_that_took_place(agreement: Agreement) -> set[str]:
    """Return the ids of meetings whose fate the record tells: by their status or, where they have none, by who came and what was said."""
    spoken_at: set[str | None] = {statement.meeting for statement in agreement.statements}
    promised_at: set[str | None] = {commitment.made_at for commitment in agreement.commitments}
    shown: set[str | None] = {meeting.id for meeting in agreement.meetings if meeting.delegations} | spoken_at | promised_at
    told: set[str] = set()
    for meeting in agreement.meetings:
        if meeting.id in shown if meeting.status is None else meeting.status != "scheduled":
            told.add(str(meeting.id))
    return told


def _names(event: DueEvent) -> set[str]:
    names: set[str] = set()
    for entity in (event.entity, *event.members):
        names.add(entity.id)
        if isinstance(entity, Commitment):
            names.update([indicator.id for indicator in entity.indicators])
    return names


def _values(event: DueEvent, latest: date, today: date) -> dict[str, Any]:
    members = tuple([member.id for member in event.members])
    listed = ", ".join(members)
    is_meeting = isinstance(event.entity, Meeting)
    timing = timing_of(event.entity)
    return {
        "event": event.entity.id,
        "what": {"en": "the meeting " if is_meeting else "", "es": "la reunión " if is_meeting else ""},
        "due": str(timing),
        "spelt": dict.fromkeys(LANGUAGES, "" if timing is None or timing.anchor is not None else f" ({timing})"),
        "latest": str(latest),
        "as_of": str(today),
        "members": members,
        "carried": {"en": f"; with it: {listed}" if members else "", "es": f"; con ello: {listed}" if members else ""},
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
