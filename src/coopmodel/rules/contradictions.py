"""What reports declare, against each other and against what follows from the dates."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any, Final

from coopmodel.analysis.accounts import Account, told_in
from coopmodel.analysis.due import Dated
from coopmodel.analysis.references import full_reference
from coopmodel.codes.labels import label
from coopmodel.codes.transitions import TRANSITIONS
from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Meeting
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule
from coopmodel.values.bounds import precedes

OVERTAKEN: Final = frozenset({"planned", "in-progress", "partially-fulfilled"})
"""What a report may say and time may overtake; who suspends a promise knows that it will be late."""


def _impossible(context: Context) -> Iterator[Found]:
    if not _told_twice([context.agreement, *context.related.values()]):
        return
    entities = context.index.entities
    for reference, accounts in told_in([context.index, *context.related_indexes]).items():
        record, _, identifier = reference.partition("#")
        if record != context.agreement.id or identifier not in entities:
            continue
        declaring = [account for account in accounts if account.report.status is not None]
        for earlier, later in pairwise(declaring):
            own = next((account for account in (later, earlier) if account.reference in entities), None)
            if own is not None and _cannot_follow(earlier, later):
                values = {"entity": identifier, **_declared("first", earlier), **_declared("second", later)}
                yield Found(f"{context.index.by_id[own.reference].pointer}/status", values)


def _told_twice(records: Iterable[Agreement]) -> bool:
    """Tell at a glance whether two reports may declare what became of one thing."""
    told = [
        full_reference(reference, record)
        for record in records
        for report in record.reports
        if report.status is not None
        for reference in report.about
    ]
    return len({*told}) < len(told)


def _cannot_follow(earlier: Account, later: Account) -> bool:
    """Tell whether the status cannot follow; where the dates do not tell which report came first, nothing can be said."""
    one, other = earlier.report, later.report
    if one.status is None or other.status in TRANSITIONS[one.status]:
        return False
    return one.date is not None and other.date is not None and precedes(one.date, other.date) is True


def _declared(which: str, account: Account) -> dict[str, Any]:
    status = str(account.report.status)
    said = {language: label("report-status", status, language) for language in LANGUAGES}
    return {which: account.reference, f"{which}_status": status, f"{which}_said": said, f"{which}_date": str(account.report.date)}


def _contradicted(context: Context) -> Iterator[Found]:
    for event in context.due:
        told: set[tuple[str, ...]] = set()
        for entity in (event.entity, *event.members):
            facts, status = context.judged[entity.id]
            if status == "overdue" and facts.declared in OVERTAKEN and facts.accounts.references not in told:
                told.add(facts.accounts.references)
                yield _contradiction(context, entity, "report-status", str(facts.declared))
        if isinstance(event.entity, Meeting):
            yield from _meeting(context, event.entity)


def _meeting(context: Context, meeting: Meeting) -> Iterator[Found]:
    """Yield a finding where the record's own status of a meeting and the reports on it say opposite things."""
    reported = context.judged[meeting.id].facts.declared
    if meeting.status == "cancelled" and reported == "fulfilled":
        yield _contradiction(context, meeting, "meeting-status", meeting.status)
    elif meeting.status == "held" and reported in {"not-fulfilled", "withdrawn"}:
        yield _contradiction(context, meeting, "report-status", reported)


def _contradiction(context: Context, entity: Dated, words: str, declared: str) -> Found:
    status = context.status_of(entity.id)
    values = {
        "entity": entity.id,
        "declared": {language: label(words, declared, language) for language in LANGUAGES},
        "derived": {language: label("effective-status", status.status, language) for language in LANGUAGES},
        "as_of": str(context.today),
        "why": status.explanations,
        "reports": status.reports,
    }
    return Found(context.index.by_id[entity.id].pointer, values, evidence=status.evidence)


_EVIDENCE: Final = [{"source": "communique"}]


def _example(*reports: tuple[str, str], due: str = "2024-06") -> Example:
    commitment = {"id": "clinic", "statement": {"en": "A clinic at the border"}, "areas": ["health"], "due": due, "evidence": _EVIDENCE}
    rows = [
        {
            "id": f"report-{number}",
            "text": {"en": "On the clinic"},
            "about": ["clinic"],
            "date": day,
            "status": status,
            "evidence": _EVIDENCE,
        }
        for number, (day, status) in enumerate(reports, start=1)
    ]
    sources = [{"id": "communique", "kind": "press-release"}]
    return Example(members={"commitments": [commitment], "reports": rows, "sources": sources}, as_of=date(2025, 1, 1))


STS003: Final = Rule(
    code="STS003",
    name={"en": "impossible transition between two reports", "es": "transición imposible entre dos informes"},
    severity="error",
    strict="error",
    scope="series",
    rationale={
        "en": "What was fulfilled is not in progress later, and what has begun is not planned again: one of the two reports is wrong, or they "
        "are about different promises. The table of transitions is published. Reports whose dates do not tell which came first are not "
        "judged.",
        "es": "Lo cumplido no está después en curso, ni lo iniciado vuelve a estar planificado: uno de los dos informes está mal, o "
        "hablan de compromisos distintos. La tabla de transiciones es pública. No se juzgan informes cuyas fechas no dicen cuál fue "
        "primero.",
    },
    messages={
        "en": "'{entity}': {second} ({second_date}) says {second_said}, after {first} ({first_date}) said {first_said}",
        "es": "'{entity}': {second} ({second_date}) dice {second_said}, después de que {first} ({first_date}) dijera {first_said}",
    },
    wrong=_example(("2024-03", "fulfilled"), ("2024-05", "in-progress"), due="2025-06"),
    right=_example(("2024-03", "in-progress"), ("2024-05", "fulfilled"), due="2025-06"),
    find=_impossible,
)

STS004: Final = Rule(
    code="STS004",
    name={"en": "declared status contradicts the dates or the record", "es": "estado declarado que contradice las fechas o el registro"},
    severity="warning",
    strict="error",
    scope="series",
    rationale={
        "en": "A promise that was last reported as planned or in progress, and whose last day has passed since: somebody should ask again. So "
        "should they where the record has a meeting as cancelled and a report says that it took place, or the other way round.",
        "es": "Un compromiso cuyo último informe lo da por planificado o en curso, y cuyo plazo venció después: conviene volver a "
        "preguntar. También si el registro da una reunión por cancelada y un informe dice que se celebró, o al revés.",
    },
    messages={
        "en": "declared {declared}, yet {derived}: {why}",
        "es": "declarado {declared}, pero {derived}: {why}",
    },
    wrong=_example(("2024-05", "in-progress")),
    right=_example(("2024-05", "fulfilled")),
    find=_contradicted,
    needs="as_of",
)
