"""Rules of installed packages."""

import pickle
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from own_rules import agreement, own_rule

from coopmodel.rules import plugins
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.plugins import GROUP, load_plugins
from coopmodel.rules.rule import Example, Rule

ONE, TWO, THREE = own_rule("ACME001"), own_rule("ACME002"), own_rule("BOX001")


def offer(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> None:
    """Make these the only entry points of rules."""

    def entry_points(*, group: str) -> tuple[EntryPoint, ...]:
        return points if group == "coopmodel.rules" else ()

    monkeypatch.setattr(plugins, "entry_points", entry_points)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes packages offer these things, by the names of their entry points."""

    def install(**offered: Any) -> None:
        module = ModuleType("offering")
        vars(module).update(offered)
        monkeypatch.setitem(sys.modules, "offering", module)
        offer(monkeypatch, *[EntryPoint(name, f"offering:{name}", GROUP) for name in offered])

    return install


def errors_of(rules: tuple[Rule, ...]) -> list[str]:
    """Return how the rules that stand for what could not be loaded fail."""
    return [one.values["error"] for one in check(agreement(), rules=(*DEFAULT, *rules)) if one.code == "RUL001"]


def test_without_packages_there_are_no_rules(install: Any) -> None:
    """Nothing is offered, nothing is loaded."""
    install()

    assert () == load_plugins()


def test_an_entry_point_names_one_rule_or_several(install: Any) -> None:
    """They come in the order of the entry points' names, and within one in its own order."""
    install(b=ONE, c=(THREE,), a=[TWO])

    assert (TWO, ONE, THREE) == load_plugins()


def test_rules_may_come_from_a_generator(install: Any) -> None:
    """Whatever can be gone through will do."""
    install(a=iter([TWO, ONE]), b=())

    assert (TWO, ONE) == load_plugins()


class Angry:
    """Something that fails when it is gone through, and when it is shown."""

    def __iter__(self) -> Any:
        """Fail."""
        raise OSError("no register\nhere")

    def __repr__(self) -> str:
        """Fail."""
        raise RuntimeError


@pytest.mark.parametrize(
    ("offered", "why"),
    [
        (None, "TypeError: 'NoneType' object is not iterable"),
        ([ONE, "ACME002"], "TypeError: 'ACME002' is no Rule"),
        ([Rule], "TypeError: <class 'coopmodel.rules.rule.Rule'> is no Rule"),
        (Angry(), "OSError: no register here"),
        ([Angry()], "TypeError: <Angry> is no Rule"),
        (own_rule("COV777"), "PluginError: COV777: a rule of one's own needs letters of its own, not COV"),
        (own_rule("COV001"), "PluginError: COV001: a rule of one's own needs letters of its own, not COV"),
        (own_rule("PLUGIN001"), "PluginError: PLUGIN001: a rule of one's own needs letters of its own, not PLUGIN"),
        ([TWO, own_rule("ACME002")], "PluginError: another rule has the code ACME002"),
    ],
)
def test_what_is_no_good_is_told_and_takes_nothing_with_it(install: Any, offered: Any, why: str) -> None:
    """The entry point is named with the reason, nothing of it is judged by, and the others are."""
    install(bad=offered, good=THREE)
    rules = load_plugins()

    assert ["PLUGIN001", "BOX001"] == [rule.code for rule in rules]
    assert [f"PluginError: the entry point 'bad' (offering:bad) gives no rules: {why}"] == errors_of(rules)


def test_a_code_that_another_package_has_is_refused(install: Any) -> None:
    """The first by name keeps it; of the other package nothing is judged by, and its place is told."""
    install(a=ONE, b=[own_rule("ACME001"), TWO], c=own_rule("ACME003"))
    rules = load_plugins()

    assert ["ACME001", "PLUGIN002", "ACME003"] == [rule.code for rule in rules]
    assert ONE is rules[0]
    assert ["PluginError: the entry point 'b' (offering:b) gives no rules: PluginError: another rule has the code ACME001"] == errors_of(
        rules
    )


def test_what_stands_for_a_broken_package_is_a_rule_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says in both languages what it stands for, whatever the entry point is called."""
    offer(monkeypatch, EntryPoint("{x", "nowhere.at.all:x", GROUP))
    (rule,) = load_plugins()
    (failed,) = check(agreement(), rules=(*DEFAULT, rule))

    assert ("warning", "error", "record") == (rule.severity, rule.strict, rule.scope)
    assert Example(members={}) == rule.wrong == rule.right
    assert {"en": "the rules of the plug-in {x", "es": "las reglas del complemento {x"} == rule.name
    assert (
        rule.rationale
        == rule.messages
        == {
            "en": "the rules of a plug-in could not be loaded",
            "es": "no se pudieron cargar las reglas de un complemento",
        }
    )
    assert "ModuleNotFoundError: No module named 'nowhere'" in failed.message("es")
    assert "la regla PLUGIN001 (las reglas del complemento {x) falló y no siguió juzgando: PluginError: " in failed.message("es")


def test_a_real_package_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package with a ``dist-info`` folder on the path is found, loaded and judged by; its broken neighbour is told."""
    (tmp_path / "acme_rules.py").write_text(
        "from coopmodel.rules.rule import Example, Found, Rule\n"
        "said = {'en': 'ours', 'es': 'nuestra'}\n"
        "bare = Example(members={})\n"
        "rule = Rule(code='ACME001', name=said, severity='info', strict='info', scope='record', rationale=said,\n"
        "            messages=said, wrong=bare, right=bare, find=lambda context: [Found('/title', {})])\n",
        encoding="utf-8",
    )
    info = tmp_path / "acme_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[coopmodel.rules]\nacme = acme_rules:rule\nlost = acme_rules:lost\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    rules = [rule for rule in load_plugins() if rule.code in {"ACME001", "PLUGIN002"}]
    findings = check(agreement(), rules=rules)

    assert [("ACME001", "/title"), ("RUL001", "")] == [(one.code, one.pointer) for one in findings]
    assert "the entry point 'lost' (acme_rules:lost) gives no rules: AttributeError: " in findings[1].message()
    monkeypatch.delitem(sys.modules, "acme_rules")


def test_a_broken_package_is_told_whatever_is_selected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who selects some rules still learns that others are missing, in other processes too; who ignores them does not."""

    def lost(**_: str) -> list[EntryPoint]:
        return [EntryPoint("lost", "nowhere:rules", GROUP)]

    monkeypatch.setattr(plugins, "entry_points", lost)
    rules = [own_rule(), *load_plugins()]

    assert ["RUL001"] == [one.code for one in check(agreement(), rules=rules, select=["ACME"])]
    assert ["RUL001"] == [one.code for one in check(agreement(), rules=pickle.loads(pickle.dumps(load_plugins())))]  # noqa: S301  our own
    assert [] == [one.code for one in check(agreement(), rules=rules, select=["ACME"], ignore=["PLUGIN"])]


def test_a_person_may_interrupt_the_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the keyboard ends it; what else a package does while it is loaded is told."""

    class Point:
        name = value = "x"

        def load(self) -> None:
            raise KeyboardInterrupt

    def points(**_: str) -> list[Point]:
        return [Point()]

    monkeypatch.setattr(plugins, "entry_points", points)
    with pytest.raises(KeyboardInterrupt):
        load_plugins()
