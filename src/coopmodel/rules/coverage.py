"""Coverage: what was on the table, and what was promised about it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.codes.themes import THEMES
from coopmodel.model.areas import ThematicArea
from coopmodel.model.meetings import Meeting
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed

_MENTIONED: Final = 5
_SEVERAL: Final = 2


_TALKED_OF: Final = {None, "held"}
"""Statuses of a meeting whose agenda was on the table; what is only planned, or called off, was not."""


def _uncovered(context: Context) -> Iterator[Found]:
    found = [*_areas(context), *_objectives(context)]
    if context.agreement.commitments or len(found) < _SEVERAL:
        yield from found
        return
    what = {language: "; ".join([str(one.values["what"][language]) for one in found]) for language in LANGUAGES}
    nothing = dict.fromkeys(LANGUAGES, "")
    names = tuple([one.values.get("area") or one.values["objective"] for one in found])
    yield Found("", {"missing": names, "what": what, "mention": nothing})


def _areas(context: Context) -> Iterator[Found]:
    own: dict[str, ThematicArea] = {row.code: row for row in context.agreement.taxonomy}
    by_area: dict[str, list[str]] = {}
    for commitment in context.agreement.commitments:
        for area in commitment.areas:
            by_area.setdefault(area, []).append(commitment.id)
    commitments = {area: tuple(ids) for area, ids in by_area.items()}
    nearest: dict[str, str | None] = {}
    for code, pointer in _on_the_table(context).items():
        if code not in commitments:
            _climb(code, own, commitments, nearest)
            yield Found(pointer, _area_values(code, own, nearest[code], commitments))


def _on_the_table(context: Context) -> dict[str, str]:
    """Return the areas that were on an agenda, or that the record is about, each with its first place; agendas first, where the words are."""
    pointers: dict[str, str] = {}
    for pointer, meeting in context.index.each(Meeting):
        if meeting.status in _TALKED_OF:
            for number, item in enumerate(meeting.agenda):
                for place, area in enumerate(item.areas):
                    pointers.setdefault(area, f"{pointer}/agenda/{number}/areas/{place}")
    for number, area in enumerate(context.agreement.areas):
        pointers.setdefault(area, f"/areas/{number}")
    return pointers


def _climb(area: str, own: Mapping[str, ThematicArea], commitments: Mapping[str, tuple[str, ...]], nearest: dict[str, str | None]) -> None:
    """Find the nearest broader area with a commitment, and keep it for every area on the way; a taxonomy in a circle is left when it closes."""
    path: dict[str, None] = {}
    found: str | None = None
    current: str | None = area
    while current is not None and current not in path:
        if current in nearest:
            found = nearest[current]
            break
        path[current] = None
        row = own.get(current) or THEMES.get(current)
        current = row.broader if row is not None else None
        if current in commitments:
            found = current
            break
    nearest.update(dict.fromkeys(path, found))


def _area_values(
    area: str, own: Mapping[str, ThematicArea], broader: str | None, commitments: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    values: dict[str, Any] = {"area": area, "what": {"en": _labelled(area, own, "en"), "es": _labelled(area, own, "es")}}
    values["mention"] = dict.fromkeys(LANGUAGES, "")
    if broader is not None:
        ids = commitments[broader]
        values["broader"] = broader
        values["commitments"] = ids
        shown = listed(ids, _MENTIONED)
        values["mention"] = {
            "en": f"; under the broader {_labelled(broader, own, 'en')} there is: {shown}",
            "es": f"; bajo el área más amplia {_labelled(broader, own, 'es')} hay: {shown}",
        }
    return values


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
    commitment = {"id": "exchange", "statement": {"en": "Exchange of information"}, "areas": list(areas), "due": "2030"}
    return Example(members={"meetings": [meeting], "commitments": [commitment | {"evidence": _EVIDENCE}], "sources": _SOURCES})


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
