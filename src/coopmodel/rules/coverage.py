"""Coverage: what was on the table, and what was promised about it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.analysis.areas import Taxonomy, agenda_items, on_the_table
from coopmodel.model.commitments import Commitment
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed

_MENTIONED: Final = 5
_SEVERAL: Final = 2


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
    covered = {area for commitment in context.agreement.commitments for area in commitment.areas}
    bare = {area: pointer for area, pointer in on_the_table(context.agreement).items() if area not in covered}
    if not bare:
        return
    taxonomy = Taxonomy(context.agreement)
    commitments = {area: tuple([str(one.id) for one in several]) for area, several in _by_area(context).items()}
    nearest = taxonomy.nearest_broader(bare, commitments)
    words = {pointer: item.evidence for pointer, _, item in agenda_items(context.agreement)}
    for area, pointer in bare.items():
        evidence = words.get(pointer.rpartition("/areas/")[0])  # those of the whole meeting would not be about the item
        yield Found(pointer, _area_values(area, taxonomy, nearest[area], commitments), evidence=evidence)


def _by_area(context: Context) -> dict[str, list[Commitment]]:
    by_area: dict[str, list[Commitment]] = {}
    for commitment in context.agreement.commitments:
        for area in dict.fromkeys(commitment.areas):
            by_area.setdefault(area, []).append(commitment)
    return by_area


def _area_values(area: str, taxonomy: Taxonomy, broader: str | None, commitments: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    values: dict[str, Any] = {"area": area, "what": {"en": _labelled(area, taxonomy, "en"), "es": _labelled(area, taxonomy, "es")}}
    values["mention"] = dict.fromkeys(LANGUAGES, "")
    if broader is not None:
        ids = commitments[broader]
        values["broader"] = broader
        values["commitments"] = ids
        shown = listed(ids, _MENTIONED)
        values["mention"] = {
            "en": f"; under the broader {_labelled(broader, taxonomy, 'en')} there is: {shown}",
            "es": f"; bajo el área más amplia {_labelled(broader, taxonomy, 'es')} hay: {shown}",
        }
    return values


def _labelled(area: str, taxonomy: Taxonomy, language: str) -> str:
    """Return what an area is called, and its code where that says more."""
    name = taxonomy.label(area, language)
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


def _only_interest(context: Context) -> Iterator[Found]:
    if all(commitment.strength != "interest" for commitment in context.agreement.commitments):
        return
    taxonomy, by_area = Taxonomy(context.agreement), _by_area(context)
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for area, pointer in on_the_table(context.agreement).items():
        commitments = by_area.get(area, [])
        if {"interest"} == {commitment.strength for commitment in commitments}:
            groups.setdefault(tuple([str(commitment.id) for commitment in commitments]), []).append((area, pointer))
    for ids, places in groups.items():
        areas = tuple([area for area, _ in places])
        what = {language: listed([_labelled(area, taxonomy, language) for area in areas]) for language in LANGUAGES}
        yield Found(places[0][1], {"areas": areas, "what": what, "commitments": ids, "shown": listed(ids, _MENTIONED)})


_SOURCES: Final = [{"id": "communique", "kind": "press-release"}]
_EVIDENCE: Final = [{"source": "communique"}]


def _example(*areas: str, strength: str = "agreed") -> Example:
    agenda = [{"title": {"en": "Contraband"}, "areas": ["contraband"]}, {"title": {"en": "Arms"}, "areas": ["arms-trafficking"]}]
    meeting = {"id": "first-meeting", "date": "2024-05-02", "agenda": agenda, "status": "held", "evidence": _EVIDENCE}
    commitment = {
        "id": "exchange",
        "statement": {"en": "Exchange of information"},
        "strength": strength,
        "areas": list(areas),
        "due": "2025",
        "evidence": _EVIDENCE,
    }
    return Example(members={"meetings": [meeting], "commitments": [commitment], "sources": _SOURCES})


COV001: Final = Rule(
    code="COV001",
    name={"en": "on the table, and nothing promised", "es": "tema abordado sin compromiso"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "What was discussed and left without a promise is what communiqués pass over in silence. Only a commitment on the very area "
        "counts: one on organized crime says nothing certain about arms trafficking, so it is mentioned and does not count. An objective "
        "counts as covered by a commitment on any part of it.",
        "es": "Lo que se abordó y quedó sin compromiso es lo que los comunicados callan. Solo cuenta un compromiso sobre esa misma área: "
        "uno sobre crimen organizado no dice nada cierto sobre tráfico de armas, por lo que se menciona y no cuenta. Un objetivo queda "
        "cubierto por un compromiso sobre cualquiera de sus partes.",
    },
    messages={"en": "no commitment covers {what}{mention}", "es": "ningún compromiso cubre {what}{mention}"},
    wrong=_example("contraband", "organized-crime"),
    right=_example("contraband", "arms-trafficking"),
    find=_uncovered,
)

COV002: Final = Rule(
    code="COV002",
    name={"en": "on the table, and interest only", "es": "tema abordado solo con expresiones de interés"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "An expression of interest can be read as a promise, and binds nobody to do anything. Areas on an agenda, and those that the "
        "record is about, are looked at; a commitment whose strength nobody has judged may be more, and is no finding. Areas that the same "
        "commitments cover are told together.",
        "es": "Una expresión de interés puede leerse como un compromiso, y no obliga a nadie a nada. Se miran las áreas de un temario y "
        "las del propio registro; un compromiso que nadie calificó puede ser más, y no da hallazgo. Las áreas que cubren los mismos "
        "compromisos se cuentan juntas.",
    },
    messages={
        "en": "only expressions of interest cover {what}: {shown}",
        "es": "solo expresiones de interés cubren {what}: {shown}",
    },
    wrong=_example("contraband", "arms-trafficking", strength="interest"),
    right=_example("contraband", "arms-trafficking"),
    find=_only_interest,
)
