"""What is late, and of which nothing is reported."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from coopmodel.analysis.due import Dated, DueEvent, timing_of
from coopmodel.analysis.status import Judged
from coopmodel.codes.words import EffectiveStatus
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.rules.context import Context
from coopmodel.rules.contradictions import OVERTAKEN
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed
from coopmodel.values.bounds import Bounds


def _overdue(context: Context) -> Iterator[Found]:
    return _silent(context, "overdue")


def _perhaps_overdue(context: Context) -> Iterator[Found]:
    return _silent(context, "possibly-overdue")


def _silent(context: Context, status: EffectiveStatus) -> Iterator[Found]:
    """Yield the due events with this status of which nothing is reported since; what falls due together is told once."""
    for event in context.due:
        silent = [one for one in (event.entity, *event.members) if _is_silent(context.judged[one.id], status)]
        if silent:
            yield Found(context.index.by_id[silent[0].id].pointer, _values(context, event, silent))


def _is_silent(found: Judged, status: EffectiveStatus) -> bool:
    return found.status == status and found.facts.silent and found.facts.declared not in OVERTAKEN


_SAID: Final[Mapping[type[Dated], Mapping[str, str]]] = {
    Meeting: {"en": "the meeting {} was to be held", "es": "la reunión {} debía celebrarse"},
    Commitment: {"en": "the commitment {} was due", "es": "el compromiso {} debía cumplirse"},
    Milestone: {"en": "the milestone {} was due", "es": "el hito {} debía alcanzarse"},
}


def _values(context: Context, event: DueEvent, silent: list[Dated]) -> dict[str, Any]:
    members = tuple([str(entity.id) for entity in silent[1:]])
    shown = listed(members)
    said = next(words for kind, words in _SAID.items() if isinstance(silent[0], kind))
    status = context.status_of(silent[0].id)
    assert isinstance(status.window, Bounds)  # noqa: S101  only what has a last day is late
    latest = str(status.window.latest)
    timing = timing_of(event.entity)
    as_planned = timing is not None and timing.anchor is None and event.window == status.window and str(timing) != latest
    return {
        "event": silent[0].id,
        "what": {language: words.format(silent[0].id) for language, words in said.items()},
        "due": str(timing) if as_planned else latest,
        "since": dict.fromkeys(LANGUAGES, "") if not status.reports else _since(status.reports[-1]),
        "spelt": dict.fromkeys(LANGUAGES, f" ({timing})" if as_planned else ""),
        "latest": latest,
        "as_of": str(context.today),
        "why": status.explanations,
        "members": members,
        "carried": {"en": f"; with it: {shown}" if members else "", "es": f"; con ello: {shown}" if members else ""},
    }


def _since(report: str) -> dict[str, str]:
    return {"en": f" since {report}", "es": f" después de {report}"}


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
    name={"en": "overdue, and nothing reported", "es": "vencido sin que conste información"},
    severity="warning",
    strict="error",
    scope="series",
    rationale={
        "en": "A promise whose last day has certainly passed, and of which no report tells since it fell due, here or in a related record: "
        "this is what a follow-up is for. A report that only put it off is none. A meeting, the commitment to hold it and the milestone that "
        "it is are told once. An expression of interest promises nothing, and is not asked for.",
        "es": "Un compromiso cuyo último día pasó con certeza, y del que ningún informe habla desde que venció, ni aquí ni en un registro "
        "relacionado: para eso existe el seguimiento. Un informe que solo la aplazó no cuenta. Una reunión, el compromiso de celebrarla y "
        "el hito que constituye se señalan una sola vez. Una expresión de interés no compromete a nada, y no se reclama.",
    },
    messages={
        "en": "{what} by {latest}{spelt}; as of {as_of} nothing is reported{since}{carried}",
        "es": "{what} a más tardar el {latest}{spelt}; al {as_of} no consta información{since}{carried}",
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


def _example_about(due: str) -> Example:
    commitment = {
        "id": "clinic",
        "statement": {"en": "A clinic at the border"},
        "areas": ["health"],
        "due": due,
        "evidence": [{"source": "communique"}],
    }
    return Example(
        members={"commitments": [commitment], "sources": [{"id": "communique", "kind": "press-release"}]}, as_of=date(2025, 1, 1)
    )


STS006: Final = Rule(
    code="STS006",
    name={"en": "possibly overdue", "es": "quizá vencido"},
    severity="info",
    strict="warning",
    scope="series",
    rationale={
        "en": "The last day has passed and is itself uncertain: the source says about when, or how often and not on which day. It may be late, "
        "nobody can tell, and nothing is reported: worth a question and no reproach.",
        "es": "El último día pasó y es en sí incierto: la fuente dice hacia cuándo, o cada cuánto y no qué día. Puede estar vencido, no "
        "se puede saber, y no consta información: amerita una consulta, no un reproche.",
    },
    messages={"en": "perhaps late: {why}{carried}", "es": "quizá vencido: {why}{carried}"},
    wrong=_example_about("2024-08~"),
    right=_example_about("2025-08~"),
    find=_perhaps_overdue,
    needs="as_of",
)
