"""Parties: somebody must agree."""

from collections.abc import Iterator
from typing import Final

from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule


def _nobody(context: Context) -> Iterator[Found]:
    if not context.agreement.parties:
        yield Found("", {})


PTY001: Final = Rule(
    code="PTY001",
    name={"en": "no party", "es": "sin partes"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "Who agreed is the first thing that anybody asks. It is a warning and no error, since treaty registers without a column for "
        "the parties exist.",
        "es": "Quiénes acordaron es lo primero que cualquiera pregunta. Es una advertencia y no un error, pues existen registros de "
        "tratados sin columna para las partes.",
    },
    messages={"en": "the record names no party", "es": "el registro no nombra ninguna parte"},
    wrong=Example(members={"parties": []}),
    right=Example(members={}),
    find=_nobody,
)
