"""References: every id that a record names is there, and is of the right kind."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.analysis.index import Index
from coopmodel.analysis.links import Link
from coopmodel.analysis.references import AREA, NAMES, entry
from coopmodel.codes.themes import THEMES
from coopmodel.errors import nearest
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule

_SUGGESTIONS: Final = 25
"""For so many unknown ids a likely one is looked for; each search reads through all ids."""


def _unknown(context: Context) -> Iterator[Found]:
    hints: dict[str, str | None] = {}

    def hint(identifier: str, known: Iterator[str]) -> str | None:
        if identifier not in hints and len(hints) < _SUGGESTIONS:
            hints[identifier] = nearest(identifier, known)
        return hints.get(identifier)

    for link, index, identifier in _astray(context):
        if identifier not in index.entities:
            known = (name for name, entity in index.entities.items() if isinstance(entity, link.kinds))
            advice = _ANCHORS if link.pointer.endswith("/anchor") else _NOTHING
            yield Found(link.pointer, _values(link.target, hint(identifier, known), advice))
    own = {area.code for area in context.agreement.taxonomy}
    unknown = {area for area in context.index.named[AREA] - own if area not in THEMES}
    for link in context.index.areas if unknown else ():
        if link.target in unknown:
            yield Found(link.pointer, _values(link.target, hint(link.target, iter(own)), _TAXONOMY))


_NOTHING: Final = {"en": "", "es": ""}
_ANCHORS: Final = {
    "en": "; dates are counted from a meeting, a milestone, signature, adoption or entry-into-force",
    "es": "; las fechas se cuentan desde una reunión, un hito, signature, adoption o entry-into-force",
}
_TAXONOMY: Final = {
    "en": "; an area of one's own is described in 'taxonomy'",
    "es": "; un área propia se describe en 'taxonomy'",
}


def _values(target: str, suggestion: str | None, advice: Mapping[str, str]) -> dict[str, Any]:
    if suggestion is None:
        return {"target": target, "hint": advice}
    return {"target": target, "suggestion": suggestion, "hint": {"en": f"; did you mean '{suggestion}'?", "es": f"; ¿será '{suggestion}'?"}}


def _of_wrong_kind(context: Context) -> Iterator[Found]:
    for link, index, identifier in _astray(context):
        entity = index.entities.get(identifier)
        if entity is not None and not isinstance(entity, link.kinds):
            kinds = list(dict.fromkeys([NAMES[kind]["en"] for kind in link.kinds]))
            tipos = list(dict.fromkeys([NAMES[kind]["es"] for kind in link.kinds]))
            yield Found(
                link.pointer,
                {
                    "target": link.target,
                    "found": entry(NAMES, entity.__class__),
                    "expected": {"en": " or ".join(kinds), "es": " o ".join(tipos)},
                },
            )


def _astray(context: Context) -> Iterator[tuple[Link, Index, str]]:
    """Yield the links that may lead nowhere, or to the wrong kind, each with the index to look in and the id to look for.

    Of ids in records that are not at hand nothing can be said.
    """
    leads: dict[str, tuple[Index, str]] = {}
    for target in context.index.astray:
        record, separator, identifier = target.partition("#")
        index = context.index_of(record) if separator else context.index
        if index is not None:
            leads[target] = (index, identifier if separator else target)
    for link in context.index.links if leads else ():
        if link.target in leads:
            yield link, *leads[link.target]


def _clinic(objective: str) -> Example:
    promise: dict[str, Any] = {"objective": "health", "areas": ["health"], "due": "2030", "evidence": [{"source": "communique"}]}
    return Example(
        members={
            "objectives": [{"id": "health", "title": {"en": "Health"}}],
            "commitments": [
                promise | {"id": "clinic", "statement": {"en": "A clinic"}, "objective": objective},
                promise | {"id": "vaccines", "statement": {"en": "Vaccines"}},
            ],
            "sources": [{"id": "communique", "kind": "press-release"}],
        }
    )


REF001: Final = Rule(
    code="REF001",
    name={"en": "unknown reference", "es": "referencia desconocida"},
    severity="error",
    strict="error",
    scope="entity",
    rationale={
        "en": "A reference to nothing loses what it was meant to say: who leads, at which meeting, in whose words. References into other "
        "records are followed where these are given.",
        "es": "Una referencia a nada pierde lo que quería decir: quién dirige, en qué reunión, con qué palabras. Las referencias a otros "
        "registros se siguen cuando estos se entregan.",
    },
    messages={
        "en": "'{target}' is referred to and not in the record{hint}",
        "es": "el registro remite a '{target}', que no figura en él{hint}",
    },
    wrong=_clinic("helth"),
    right=_clinic("health"),
    find=_unknown,
)

REF002: Final = Rule(
    code="REF002",
    name={"en": "reference to the wrong kind of entity", "es": "referencia a una entidad de otro tipo"},
    severity="error",
    strict="error",
    scope="entity",
    rationale={
        "en": "Ids are unique in a record, so a reference needs no type, and one that names an entity of another kind is a slip: a "
        "delegation of a ministry, say, where the party is meant.",
        "es": "Los identificadores son únicos en el registro, por lo que una referencia no lleva tipo; una que nombra una entidad de otro "
        "tipo es un error: la delegación de un ministerio, por ejemplo, en vez de la de la parte.",
    },
    messages={
        "en": "'{target}' is of the kind {found}; expected here: {expected}",
        "es": "'{target}' es de tipo {found}; aquí se espera: {expected}",
    },
    wrong=Example(
        members={
            "authorities": [{"id": "ministry", "party": "cl", "name": {"en": "Ministry"}}],
            "officials": [{"id": "minister", "party": "ministry", "post": {"en": "Minister"}}],
        }
    ),
    right=Example(
        members={
            "authorities": [{"id": "ministry", "party": "cl", "name": {"en": "Ministry"}}],
            "officials": [{"id": "minister", "party": "cl", "post": {"en": "Minister"}, "authority": "ministry"}],
        }
    ),
    find=_of_wrong_kind,
)
