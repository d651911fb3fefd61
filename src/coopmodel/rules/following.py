"""Following: what became of the promises of the record before."""

from collections.abc import Iterator
from typing import Any, Final

from coopmodel.analysis.following import Answers, change_of
from coopmodel.codes.labels import label
from coopmodel.model.commitments import Commitment
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed


def _unanswered(context: Context) -> Iterator[Found]:
    followed: dict[str, int] = {}
    for number, relation in enumerate(context.agreement.relations):
        if relation.kind == "follows" and relation.target is not None:
            followed.setdefault(relation.target, number)
    if followed.keys().isdisjoint(context.related):
        return
    answers = Answers([context.agreement, *context.related.values()])
    for record, number in followed.items():
        earlier = context.related.get(record)
        open_ones = answers.unanswered(earlier) if earlier is not None else ()
        if earlier is not None and open_ones:
            ids = tuple([str(commitment.id) for commitment in open_ones])
            values: dict[str, Any] = {"record": record, "count": len(ids), "total": len(earlier.commitments), "commitments": ids}
            yield Found(f"/relations/{number}", values | {"shown": listed(ids)})


def _weakened(context: Context) -> Iterator[Found]:
    for pointer, commitment in context.index.each(Commitment):
        stronger: dict[str, Commitment] = {}
        for reference in commitment.continues:
            earlier = _commitment(context, reference)
            if earlier is not None and change_of(earlier.strength, commitment.strength) == "weakened":
                stronger[reference] = earlier
        if stronger:
            yield Found(pointer, _values(commitment, stronger))


def _commitment(context: Context, reference: str) -> Commitment | None:
    """Return the commitment that a reference names; ``None`` where its record was not given, and for anything else."""
    record, separator, identifier = reference.rpartition("#")
    index = context.index_of(record) if separator else context.index
    entity = index.entities.get(identifier) if index is not None else None
    return entity if isinstance(entity, Commitment) else None


def _values(commitment: Commitment, stronger: dict[str, Commitment]) -> dict[str, Any]:
    def said(language: str) -> str:
        return listed([f"{reference} ({label('strength', str(one.strength), language)})" for reference, one in stronger.items()])

    return {
        "commitment": commitment.id,
        "strength": {language: label("strength", str(commitment.strength), language) for language in LANGUAGES},
        "continues": tuple(stronger),
        "earlier": {language: said(language) for language in LANGUAGES},
    }


_SOURCES: Final = [{"id": "communique", "kind": "press-release"}]
_EVIDENCE: Final = [{"source": "communique"}]


def _example_promise(subject: str, *continues: str, strength: str = "agreed") -> dict[str, Any]:
    statements = {"patrols": "Joint patrols at sea", "training": "Joint training"}
    return {
        "id": f"more-{subject}" if continues else subject,
        "statement": {"en": statements[subject]},
        "strength": strength,
        "areas": ["border-control"],
        "due": "2025",
        **({"continues": list(continues)} if continues else {}),
        "evidence": _EVIDENCE,
    }


def _example(*commitments: dict[str, Any]) -> Example:
    earlier = {"id": "first-round", "commitments": [_example_promise("patrols"), _example_promise("training")], "sources": _SOURCES}
    members = {"relations": [{"kind": "follows", "target": "first-round"}], "commitments": list(commitments), "sources": _SOURCES}
    return Example(members=members, related=(earlier,))


FOL001: Final = Rule(
    code="FOL001",
    name={"en": "promised before, and passed over", "es": "compromiso anterior sin continuación ni informe"},
    severity="warning",
    strict="error",
    scope="series",
    rationale={
        "en": "A promise of the meeting before that the next one neither takes up nor accounts for has been dropped in silence. It is answered "
        "by a commitment that continues it, and by any report on it, on an indicator of it, on the meeting that is promised or on a milestone "
        "that delivers it: in this record, or in another that was given.",
        "es": "Un compromiso de la reunión anterior que la siguiente no retoma, y del que no da cuenta, quedó abandonado en silencio. "
        "Responde por él otro compromiso que lo continúe, y cualquier informe sobre él, sobre uno de sus indicadores, sobre la reunión "
        "comprometida o sobre un hito que le dé cumplimiento: en este registro, o en otro de los que se aportaron.",
    },
    messages={
        "en": "commitments of '{record}' that are neither continued nor reported on ({count} of {total}): {shown}",
        "es": "compromisos de '{record}' sin continuación ni informe ({count} de {total}): {shown}",
    },
    wrong=_example(_example_promise("patrols", "first-round#patrols")),
    right=_example(_example_promise("patrols", "first-round#patrols", "first-round#training")),
    find=_unanswered,
    needs="related",
)

FOL002: Final = Rule(
    code="FOL002",
    name={"en": "promised less firmly than before", "es": "asumido con menos firmeza que antes"},
    severity="info",
    strict="warning",
    scope="series",
    rationale={
        "en": "A promise that comes back weaker, an agreement that has become an intention, is easily read as progress. Strengths that nobody "
        "has judged are not compared.",
        "es": "Un compromiso que vuelve más débil, un acuerdo convertido en mera intención, se lee fácilmente como un avance. Lo que "
        "nadie calificó no se compara.",
    },
    messages={
        "en": "'{commitment}' ({strength}) is promised less firmly than what it continues: {earlier}",
        "es": "'{commitment}' ({strength}) se asume con menos firmeza que aquello que continúa: {earlier}",
    },
    wrong=_example(
        _example_promise("patrols", "first-round#patrols", strength="intended"), _example_promise("training", "first-round#training")
    ),
    right=_example(
        _example_promise("patrols", "first-round#patrols", strength="binding"), _example_promise("training", "first-round#training")
    ),
    find=_weakened,
    needs="related",
)
