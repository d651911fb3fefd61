"""Coverage: what was on the table, and what was promised about it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.codes.themes import THEMES
from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import AgendaItem
from coopmodel.rules.rule import LANGUAGES, Context, Example, Found, Rule

_MENTIONED: Final = 5


def _uncovered(context: Context) -> Iterator[Found]:
    by_area: dict[str, list[Commitment]] = {}
    for commitment in context.agreement.commitments:
        for area in commitment.areas:
            by_area.setdefault(area, []).append(commitment)
    pointers: dict[str, str] = {}
    for kind in (AgendaItem, Agreement):  # an area on an agenda is shown there, where its words are
        for use in context.index.areas:
            if isinstance(use.owner, kind):
                pointers.setdefault(use.area, use.pointer)
    for code, pointer in pointers.items():
        if code not in by_area:
            yield Found(pointer, _area_values(context, code, by_area))
    yield from _objectives(context)


def _area_values(context: Context, area: str, by_area: Mapping[str, list[Commitment]]) -> dict[str, Any]:
    own: dict[str, ThematicArea] = {row.code: row for row in context.agreement.taxonomy}
    values: dict[str, Any] = {"area": area, "what": {"en": _labelled(area, own, "en"), "es": _labelled(area, own, "es")}}
    values["mention"] = dict.fromkeys(LANGUAGES, "")
    for broader in _broader(area, own):
        if broader in by_area:
            ids = tuple([commitment.id for commitment in by_area[broader]])
            values["broader"] = broader
            values["commitments"] = ids
            listed = ", ".join(ids[:_MENTIONED]) + (f" (+{len(ids) - _MENTIONED})" if len(ids) > _MENTIONED else "")
            values["mention"] = {
                "en": f"; under the broader {_labelled(broader, own, 'en')} there is: {listed}",
                "es": f"; bajo el área más amplia {_labelled(broader, own, 'es')} hay: {listed}",
            }
            break
    return values


def _broader(area: str, own: Mapping[str, ThematicArea]) -> Iterator[str]:
    """Yield the areas above, nearest first; a taxonomy that goes round in a circle is left at the second visit."""
    seen = {area}
    while True:
        row = own.get(area) or THEMES.get(area)
        if row is None or row.broader is None or row.broader in seen:
            return
        area = row.broader
        seen.add(area)
        yield area


def _labelled(area: str, own: Mapping[str, ThematicArea], language: str) -> str:
    """Return what an area is called, and its code where that says more."""
    labels = THEMES[area].labels if area in THEMES else None
    if labels is None and area not in own:
        return area
    name = own[area].label.best(language) if labels is None else labels[language]
    return name if area == name.replace(" ", "-") else f"{name} ({area})"


def _objectives(context: Context) -> Iterator[Found]:
    parents: dict[str, str | None] = {objective.id: objective.parent for objective in context.agreement.objectives}
    covered: set[str] = set()
    for commitment in context.agreement.commitments:
        above: str | None = commitment.objective
        while above is not None and above not in covered:
            covered.add(above)
            above = parents.get(above)
    for number, objective in enumerate(context.agreement.objectives):
        if objective.id not in covered:
            what = {language: f"{objective.id} ({objective.title.best(language)})" for language in LANGUAGES}
            yield Found(f"/objectives/{number}", {"objective": objective.id, "what": what, "mention": dict.fromkeys(LANGUAGES, "")})


_SOURCES: Final = [{"id": "communique", "kind": "press-release"}]
_EVIDENCE: Final = [{"source": "communique"}]


def _example(*areas: str) -> Example:
    agenda = [{"title": {"en": "Contraband"}, "areas": ["contraband"]}, {"title": {"en": "Arms"}, "areas": ["arms-trafficking"]}]
    meeting = {"id": "first-meeting", "date": "2024-05-02", "agenda": agenda, "status": "held", "evidence": _EVIDENCE}
    commitment = {"id": "exchange", "statement": {"en": "Exchange of information"}, "areas": list(areas), "evidence": _EVIDENCE}
    return Example(members={"meetings": [meeting], "commitments": [commitment], "sources": _SOURCES})


COV001: Final = Rule(
    code="COV001",
    name={"en": "on the table, and nothing promised", "es": "tratado, y nada prometido"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "What was discussed and left without a promise is what communiqués pass over in silence. Only a commitment on the very area "
        "counts: one on organized crime says nothing certain about arms trafficking, so it is mentioned and does not count. An objective "
        "counts as covered by a commitment on any part of it.",
        "es": "Lo que se trató y quedó sin promesa es lo que los comunicados callan. Solo cuenta un compromiso sobre esa misma área: uno "
        "sobre crimen organizado no dice nada cierto sobre tráfico de armas, por lo que se menciona y no cuenta. Un objetivo queda "
        "cubierto por un compromiso sobre cualquiera de sus partes.",
    },
    messages={"en": "no commitment covers {what}{mention}", "es": "ningún compromiso cubre {what}{mention}"},
    wrong=_example("contraband", "organized-crime"),
    right=_example("contraband", "arms-trafficking"),
    find=_uncovered,
)
