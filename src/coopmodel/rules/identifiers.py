"""Identifiers: each names one thing."""

from collections.abc import Iterator
from typing import Final

from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule


def _repeated(context: Context) -> Iterator[Found]:
    for pointer, entity in context.index.repeated:
        yield Found(f"{pointer}/id", {"id": entity.id, "first": context.index.by_id[entity.id].pointer})
    first: dict[str, str] = {}
    for number, area in enumerate(context.agreement.taxonomy):
        pointer = f"/taxonomy/{number}"
        if first.setdefault(area.code, pointer) != pointer:
            yield Found(f"{pointer}/code", {"id": area.code, "first": first[area.code]})


IDS001: Final = Rule(
    code="IDS001",
    name={"en": "id used twice", "es": "identificador repetido"},
    severity="error",
    strict="error",
    scope="record",
    rationale={
        "en": "A reference names one entity. Where two bear its id, nobody can say which is meant, and a report on one promise would be "
        "read as a report on another.",
        "es": "Una referencia nombra una sola entidad. Si dos llevan el mismo identificador, nadie sabe cuál es, y el informe sobre un "
        "compromiso se leería como informe sobre otro.",
    },
    messages={
        "en": "the id '{id}' is taken already, at {first}",
        "es": "el identificador '{id}' ya está usado, en {first}",
    },
    wrong=Example(
        members={
            "objectives": [],
            "authorities": [
                {"id": "police", "party": "cl", "name": {"en": "Carabineros"}},
                {"id": "police", "party": "pe", "name": {"en": "National Police"}},
            ],
        }
    ),
    right=Example(
        members={
            "authorities": [
                {"id": "cl-police", "party": "cl", "name": {"en": "Carabineros"}},
                {"id": "pe-police", "party": "pe", "name": {"en": "National Police"}},
            ]
        }
    ),
    find=_repeated,
)
