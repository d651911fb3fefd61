"""Rules that failed: one that raises must not take the others with it."""

from collections.abc import Callable, Iterator
from typing import Final, NoReturn

from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule

_SAID: Final = 300


def told(error: Exception) -> str:
    """Return type and text of an error of somebody else, on one line and shortened; its text may itself fail."""
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001  another's class may raise anything
        text = ""
    said = f"{type(error).__name__}: {text}".removesuffix(": ")
    return said if len(said) <= _SAID else f"{said[: _SAID - 1]}…"


def _failed(context: Context) -> Iterator[Found]:
    for code, name, error in context.outcome.failures:
        yield Found("", {"rule": code, "name": name, "error": error}, evidence=())


def _example_failure(_: Context) -> NoReturn:
    raise KeyError("register")


def _example_silence(_: Context) -> tuple[Found, ...]:
    return ()


def _example_rule(find: Callable[[Context], tuple[Found, ...]]) -> Rule:
    text = {"en": "not in our register", "es": "no está en nuestro registro"}
    return Rule(
        code="ACME001",
        name=text,
        severity="info",
        strict="warning",
        scope="record",
        rationale=text,
        messages=text,
        wrong=Example(members={}),
        right=Example(members={}),
        find=find,
    )


RUL001: Final = Rule(
    code="RUL001",
    name={"en": "a rule failed", "es": "falló una regla"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "A rule that raises has judged nothing, or not everything, and silence would look like praise. It is named, and the other rules "
        "are judged as always.",
        "es": "Una regla que falla no juzgó nada, o no todo, y el silencio parecería aprobación. Se la nombra, y las demás reglas se aplican "
        "como siempre.",
    },
    messages={
        "en": "the rule {rule} ({name}) failed and judged no further: {error}",
        "es": "la regla {rule} ({name}) falló y no siguió juzgando: {error}",
    },
    wrong=Example(members={}, rules=(_example_rule(_example_failure),)),
    right=Example(members={}, rules=(_example_rule(_example_silence),)),
    find=_failed,
    last=True,
)
