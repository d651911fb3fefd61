"""Rules of one's own and records to judge by them, for tests."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from coopmodel.model.agreement import Agreement
from coopmodel.model.parties import CountryParty
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule

BASE: Final[dict[str, Any]] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": [CountryParty(id="cl", country="CL")]}
NAME: Final = {"en": "ours", "es": "nuestra"}


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def nothing(_: Context) -> Iterable[Found]:
    return ()


def own_rule(code: str = "ACME001", find: Callable[[Context], Iterable[Found]] = nothing, **members: Any) -> Rule:
    """Return a rule with this code that finds what it is told to."""
    given: dict[str, Any] = {
        "code": code,
        "name": NAME,
        "severity": "info",
        "strict": "warning",
        "scope": "record",
        "rationale": NAME,
        "messages": {"en": "here", "es": "aquí"},
        "wrong": Example(members={}),
        "right": Example(members={}),
        "find": find,
    }
    return Rule(**(given | members))


def finding(*found: Found, then: BaseException | None = None) -> Callable[[Context], Iterable[Found]]:
    """Return a function that finds just this, and then raises if an error is given."""

    def find(_: Context) -> Iterable[Found]:
        yield from found
        if then is not None:
            raise then

    return find
