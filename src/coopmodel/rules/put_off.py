"""What was put off, and nobody says until when."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from coopmodel.analysis.due import DueEvent
from coopmodel.analysis.status import by_dates
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.values.timing import Unknown


def _without_a_date(context: Context) -> Iterator[Found]:
    for event in context.due:
        facts, status = context.judged[event.entity.id]
        if status == "rescheduled" and isinstance(facts.window, Unknown) and _was_due(event, context.today):
            members = tuple([str(one.id) for one in event.members])
            carried = {"en": f"; with it: {listed(members)}" if members else "", "es": f"; con ello: {listed(members)}" if members else ""}
            values = {
                "event": event.entity.id,
                "why": context.status_of(event.entity.id).explanations,
                "members": members,
                "carried": carried,
            }
            yield Found(event.pointer, values)


def _was_due(event: DueEvent, today: date) -> bool:
    """Tell whether the time for which it was planned has passed; without such a time there is nothing to wait for."""
    return event.window is None or by_dates(event.window, today) in {"overdue", "possibly-overdue", "unknown"}


def _example(planned: str) -> Example:
    evidence = [{"source": "communique"}]
    meeting = {"id": "second-meeting", "status": "postponed", "date": planned, "evidence": evidence}
    return Example(members={"meetings": [meeting], "sources": [{"id": "communique", "kind": "press-release"}]}, as_of=date(2025, 1, 1))


STS007: Final = Rule(
    code="STS007",
    name={"en": "put off, without a new date", "es": "aplazado, sin nueva fecha"},
    severity="info",
    strict="warning",
    scope="series",
    rationale={
        "en": "What was postponed and has no new date is never late, and so is easily forgotten. It is told once the time for which it was "
        "planned has passed.",
        "es": "Lo que se aplazó sin nueva fecha nunca vence, y por eso se olvida. Se señala cuando pasó el plazo para el que estaba previsto.",
    },
    messages={"en": "put off, and nobody says until when: {why}{carried}", "es": "aplazado, y nadie dice hasta cuándo: {why}{carried}"},
    wrong=_example("2024-09"),
    right=_example("2025-09"),
    find=_without_a_date,
    needs="as_of",
)
