"""Dates within one entity: in the order that things happen."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.model.meetings import Participation
from coopmodel.model.statements import Source
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule
from coopmodel.values.bounds import precedes

_IN_ORDER: Final[Mapping[type[Any], tuple[str, str]]] = {Participation: ("date", "effective"), Source: ("published", "retrieved")}
"""By class: two dates, of which the second cannot lie before the first."""


def _reversed(context: Context) -> Iterator[Found]:
    for kind, (first, second) in _IN_ORDER.items():
        for pointer, entity in context.index.each(kind):
            earlier, later = getattr(entity, first), getattr(entity, second)
            if earlier is not None and later is not None and precedes(later, earlier):
                values = {"first": first, "first_date": str(earlier), "second": second, "second_date": str(later)}
                yield Found(f"{pointer}/{second}", values)


DAT001: Final = Rule(
    code="DAT001",
    name={"en": "dates of one entity in the wrong order", "es": "fechas de una entidad en orden imposible"},
    severity="error",
    strict="error",
    scope="entity",
    rationale={
        "en": "What is done takes effect on that day or later, and what is retrieved was published before: otherwise one of the two dates is "
        "wrong. Vague dates count only where every reading of them is in the wrong order.",
        "es": "Un acto surte efecto ese día o después, y lo consultado se publicó antes: si no, una de las dos fechas está mal. Las "
        "fechas imprecisas cuentan solo cuando toda lectura de ellas queda en orden imposible.",
    },
    messages={
        "en": "'{second}' ({second_date}) lies before '{first}' ({first_date})",
        "es": "'{second}' ({second_date}) es anterior a '{first}' ({first_date})",
    },
    wrong=Example(members={"sources": [{"id": "communique", "kind": "press-release", "published": "2024-03", "retrieved": "2024-02-29"}]}),
    right=Example(members={"sources": [{"id": "communique", "kind": "press-release", "published": "2024-02", "retrieved": "2024-02-29"}]}),
    find=_reversed,
)
