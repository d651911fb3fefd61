"""Rules of others, found by the entry points of installed packages."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final, NoReturn

from coopmodel.errors import CoopmodelError
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Rule

GROUP: Final = "coopmodel.rules"
"""The group of entry points: each names a ``Rule`` or several."""


class PluginError(CoopmodelError):
    """The rules that a package offers could not be loaded."""


def load_plugins() -> tuple[Rule, ...]:
    """Return the rules that installed packages offer under the entry points ``coopmodel.rules``, in the order of the entry points' names.

    Nothing is kept: hand them to ``check`` with the built-in ones, ``rules=(*DEFAULT, *load_plugins())``. Of an entry point that cannot be
    loaded a rule comes that raises, so that a check tells it as it tells any rule that fails (RUL001).
    """
    found = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return tuple([rule for number, point in enumerate(found, start=1) for rule in _rules_of(point, number)])


def _rules_of(point: EntryPoint, number: int) -> Iterator[Rule]:
    try:
        loaded: Any = point.load()
        rules = [loaded] if isinstance(loaded, Rule) else [*loaded]
        for rule in rules:
            if not isinstance(rule, Rule):
                raise TypeError(f"{rule!r} is no Rule")  # noqa: TRY301  it is told like whatever else goes wrong here
    except Exception as error:  # noqa: BLE001  another's code may raise anything
        yield _stand_in(point, number, f"{type(error).__name__}: {error}")
    else:
        yield from rules


def _stand_in(point: EntryPoint, number: int, why: str) -> Rule:
    def find(_: Context) -> NoReturn:
        raise PluginError(f"the entry point {point.name!r} ({point.value}) gives no rules: {why}")

    text = {"en": f"the rules of the plug-in {point.name}", "es": f"las reglas del complemento {point.name}"}
    return Rule(
        code=f"PLUGIN{number:03}",
        name=text,
        severity="warning",
        strict="error",
        scope="record",
        rationale=text,
        messages=text,
        wrong=Example(members={}),
        right=Example(members={}),
        find=find,
    )
