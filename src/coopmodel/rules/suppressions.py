"""Suppressions that have outlived what they suppressed."""

from collections.abc import Iterator
from typing import Any, Final

from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule


def _unmatched(context: Context) -> Iterator[Found]:
    for number in context.outcome.unmatched:
        suppression = context.agreement.suppressions[number]
        where = {"en": f" on '{suppression.on}'", "es": f" sobre '{suppression.on}'"} if suppression.on else {"en": "", "es": ""}
        yield Found(
            f"/suppressions/{number}",
            {"code": suppression.code, "where": where, "entity": suppression.on},
            ({"op": "remove", "path": f"/suppressions/{number}"},),
        )


def _example(parties: list[dict[str, Any]]) -> Example:
    reason = {"en": "The register has no column for parties", "es": "El registro no tiene columna de partes"}
    return Example(members={"parties": parties, "suppressions": [{"code": "PTY001", "reason": reason}]})


SUP001: Final = Rule(
    code="SUP001",
    name={"en": "suppression that matches nothing", "es": "supresión que ya no corresponde a nada"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "What somebody judged is no longer found: the record was mended, or the suppression names the wrong entity. Left in place it "
        "would silence the next finding of its kind. Only rules that were judged, and could look at everything, are asked; not those that "
        "judge by a day: what they do not find yet, or no more, another day may bring.",
        "es": "Lo que alguien juzgó ya no se encuentra: el registro se corrigió, o la supresión nombra otra entidad. Si se deja, ocultará "
        "el próximo hallazgo del mismo tipo. Solo cuentan las reglas que se aplicaron y pudieron mirarlo todo; no las que juzgan según la "
        "fecha: lo que hoy no hallan, otro día puede darse.",
    },
    messages={
        "en": "the suppression of {code}{where} matches nothing any more",
        "es": "la supresión de {code}{where} ya no corresponde a ningún hallazgo",
    },
    wrong=_example([{"id": "cl", "kind": "country", "country": "CL"}, {"id": "pe", "kind": "country", "country": "PE"}]),
    right=_example([]),
    find=_unmatched,
    last=True,
)
