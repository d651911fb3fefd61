"""Gaps: what a record leaves open that a follow-up will ask for."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from coopmodel.model.commitments import Commitment, Indicator
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed

_NAMED: Final = 5


def _without_area(context: Context) -> Iterator[Found]:
    asked = [one for one in context.agreement.commitments if one.kind != "meeting" and one.meeting is None]
    missing = [str(commitment.id) for commitment in asked if not commitment.areas]
    yield from _told("/commitments", "commitments", missing, len(asked))


def _delivering_nothing(context: Context) -> Iterator[Found]:
    waited_for = {name for milestone in context.agreement.roadmap for name in milestone.depends_on if name != milestone.id}
    missing = [str(one.id) for one in context.agreement.roadmap if not one.delivers and one.meeting is None and one.id not in waited_for]
    yield from _told("/roadmap", "milestones", missing, len(context.agreement.roadmap))


def _not_to_be_judged(context: Context) -> Iterator[Found]:
    delivered = {name for milestone in context.agreement.roadmap for name in milestone.delivers}
    asked = [one for one in context.agreement.commitments if one.strength != "interest"]
    missing = [str(one.id) for one in asked if one.id not in delivered and not _has_measure(one)]
    yield from _told("/commitments", "commitments", missing, len(asked))


def _has_measure(commitment: Commitment) -> bool:
    members = (commitment.due, commitment.recurrence, commitment.meeting, commitment.mechanism, commitment.instrument, commitment.money)
    return any(member is not None for member in members) or any(_says_which_way(indicator) for indicator in commitment.indicators)


def _says_which_way(indicator: Indicator) -> bool:
    return bool(indicator.targets) or indicator.ascending is not None


def _told(pointer: str, name: str, missing: Sequence[str], asked: int) -> Iterator[Found]:
    if missing:
        yield Found(pointer, {name: tuple(missing), "missing": len(missing), "all": asked, "listed": listed(missing, _NAMED)})


_EVIDENCE: Final = [{"source": "communique"}]


def _example_commitment(**members: Any) -> dict[str, Any]:  # noqa: ANN401  members of a commitment
    return {"id": "patrols", "statement": {"en": "Joint patrols"}, "evidence": _EVIDENCE} | members


def _example(commitment: dict[str, Any], *roadmap: dict[str, Any]) -> Example:
    members: dict[str, Any] = {"commitments": [commitment], "sources": [{"id": "communique", "kind": "press-release"}]}
    return Example(members=members | ({"roadmap": [*roadmap]} if roadmap else {}))


COV003: Final = Rule(
    code="COV003",
    name={"en": "commitment without area", "es": "compromiso sin área"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "A promise that carries no area is found by nobody who looks for its subject, and covers nothing that was on the table. A "
        "promise to meet is not asked for one: the agenda will have it.",
        "es": "Un compromiso sin área no lo encuentra quien busca su materia, y no cubre nada de lo abordado. Al compromiso de reunirse "
        "no se le pide área: la tendrá el temario.",
    },
    messages={
        "en": "commitments without area ({missing} of {all}): {listed}",
        "es": "compromisos sin área ({missing} de {all}): {listed}",
    },
    wrong=_example(_example_commitment(due="2030")),
    right=_example(_example_commitment(due="2030", areas=["border-control"])),
    find=_without_area,
)

COV005: Final = Rule(
    code="COV005",
    name={"en": "milestone that delivers nothing", "es": "hito sin compromiso asociado"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "A step of a roadmap serves a promise; one that names none can be reached without anything having been kept. A meeting is a "
        "step by itself, and so is one that another step waits for.",
        "es": "Un paso de la hoja de ruta sirve a un compromiso; si no nombra ninguno, puede alcanzarse sin que nada se haya cumplido. "
        "Una reunión es un paso por sí misma, y también lo es aquel del que otro paso depende.",
    },
    messages={
        "en": "milestones without a commitment that they deliver ({missing} of {all}): {listed}",
        "es": "hitos sin un compromiso al que den cumplimiento ({missing} de {all}): {listed}",
    },
    wrong=_example(
        _example_commitment(due="2030", areas=["border-control"]), {"id": "first", "title": {"en": "First patrol"}, "evidence": _EVIDENCE}
    ),
    right=_example(
        _example_commitment(areas=["border-control"]),
        {"id": "first", "title": {"en": "First patrol"}, "delivers": ["patrols"], "evidence": _EVIDENCE},
    ),
    find=_delivering_nothing,
)

COV006: Final = Rule(
    code="COV006",
    name={"en": "nothing to judge fulfilment by", "es": "nada con que juzgar el cumplimiento"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "No date, recurrence, target, meeting, mechanism, instrument or money, and no milestone: whether such a promise was kept is "
        "anybody's opinion, and it can be announced as fulfilled on any day. An expression of interest promises nothing and is not asked.",
        "es": "Sin fecha, periodicidad, meta, reunión, mecanismo, instrumento ni monto, y sin hito: que tal compromiso se haya cumplido "
        "es cuestión de opinión, y puede anunciarse como cumplido cualquier día. Una expresión de interés no compromete a nada y no se "
        "cuenta.",
    },
    messages={
        "en": "{missing} of {all} commitments with nothing to judge their fulfilment by (no date, recurrence, target, meeting, mechanism, "
        "document, money or milestone): {listed}",
        "es": "{missing} de {all} compromisos sin nada con que juzgar su cumplimiento (ni fecha, periodicidad, meta, reunión, mecanismo, "
        "documento, monto o hito): {listed}",
    },
    wrong=_example(_example_commitment(areas=["border-control"])),
    right=_example(_example_commitment(areas=["border-control"], recurrence="RRULE:FREQ=MONTHLY")),
    find=_not_to_be_judged,
)
