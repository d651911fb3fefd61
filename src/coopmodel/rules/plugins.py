"""Rules of others, found by the entry points of installed packages."""

from collections.abc import Mapping
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final, NoReturn

from coopmodel.errors import CoopmodelError, shown
from coopmodel.rules.catalogue import GROUPS, group_of
from coopmodel.rules.context import Context
from coopmodel.rules.failures import STAND_IN, told
from coopmodel.rules.rule import Example, Rule

GROUP: Final = "coopmodel.rules"
"""The group of entry points: each names a ``Rule`` or several."""

_OURS: Final = GROUPS | {STAND_IN}


class PluginError(CoopmodelError):
    """The rules that a package offers could not be loaded."""


def load_plugins() -> tuple[Rule, ...]:
    """Return the rules that installed packages offer under the entry points ``coopmodel.rules``, in the order of the entry points' names.

    Nothing is kept: hand them to ``check`` with the built-in ones, ``rules=(*DEFAULT, *load_plugins())``. Of an entry point that cannot be
    loaded, or whose rules have codes that are taken, a rule comes that raises, so that a check tells it as it tells any rule that fails
    (RUL001).
    """
    found = sorted(entry_points(group=GROUP))
    rules: dict[str, Rule] = {}
    for number, point in enumerate(found, start=1):
        rules |= {rule.code: rule for rule in _rules_of(point, number, rules)}
    return tuple(rules.values())


def _rules_of(point: EntryPoint, number: int, taken: Mapping[str, Rule]) -> tuple[Rule, ...]:
    try:
        loaded: Any = point.load()
        rules = (loaded,) if isinstance(loaded, Rule) else tuple(loaded)
        _refuse_unfit(rules, taken)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  another's code may raise anything
        return (_stand_in(point, number, told(error)),)
    return rules


def _refuse_unfit(rules: tuple[Any, ...], taken: Mapping[str, Rule]) -> None:
    codes: set[str] = set()
    for rule in rules:
        if not isinstance(rule, Rule):
            raise TypeError(f"{shown(rule)} is no Rule")
        if group_of(rule.code) in _OURS:
            raise PluginError(f"{rule.code}: a rule of one's own needs letters of its own, not {group_of(rule.code)}")
        if rule.code in taken or rule.code in codes:
            raise PluginError(f"another rule has the code {rule.code}")
        codes.add(rule.code)


def _stand_in(point: EntryPoint, number: int, why: str) -> Rule:
    name = {"en": f"the rules of the plug-in {point.name}", "es": f"las reglas del complemento {point.name}"}
    text = {"en": "the rules of a plug-in could not be loaded", "es": "no se pudieron cargar las reglas de un complemento"}
    return Rule(
        code=f"{STAND_IN}{number:03}",
        name=name,
        severity="warning",
        strict="error",
        scope="record",
        rationale=text,
        messages=text,
        wrong=Example(members={}),
        right=Example(members={}),
        find=partial(_fail, f"the entry point {point.name!r} ({point.value}) gives no rules: {why}"),
    )


def _fail(why: str, _: Context) -> NoReturn:
    raise PluginError(why)
