"""The roadmap: steps that can be taken in some order."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from coopmodel.analysis.graph import circle_in, knots
from coopmodel.analysis.roadmap import Step, roadmap_of, window_of
from coopmodel.model.commitments import Milestone
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.values.bounds import Bounds, precedes

_NAMED: Final = 12


def _circles(context: Context) -> Iterator[Found]:
    if _one_by_one(context.agreement.roadmap):
        return
    milestones: dict[str, tuple[str, Milestone]] = {}
    for pointer, milestone in context.index.each(Milestone):
        milestones.setdefault(milestone.id, (pointer, milestone))
    before = {identifier: milestone.depends_on for identifier, (_, milestone) in milestones.items()}
    for knot in knots(before):
        cycle = circle_in(knot, before)
        shown = [*cycle[:_NAMED], "…"] if len(cycle) > _NAMED else [*cycle, cycle[0]]
        others = len(knot) - len(cycle)
        more = {"en": f" (and {others} more with them)", "es": f" (y {others} más con ellos)"} if others else {"en": "", "es": ""}
        yield Found(milestones[cycle[0]][0], {"cycle": cycle, "chain": " → ".join(shown), "members": knot, "more": more})


def _one_by_one(milestones: Iterable[Milestone]) -> bool:
    """Tell at a glance whether each depends only on what stands before it: then there is no circle to look for."""
    before: set[str] = set()
    for milestone in milestones:
        if not before.issuperset(milestone.depends_on):
            return False
        before.add(milestone.id)
    return True


def _hurried(context: Context) -> Iterator[Found]:
    if _in_time(context):
        return
    roadmap = roadmap_of(context.agreement)
    last: dict[str, tuple[Step, ...]] = {}
    for step in (*roadmap.steps, *roadmap.unordered):
        before = tuple([other for identifier in step.depends_on for other in _dated(roadmap.by_id[identifier], last.get(identifier, ()))])
        if isinstance(step.window, Bounds):
            yield from _compared(step, before)
        else:
            last[step.milestone.id] = _last(before)


def _in_time(context: Context) -> bool:
    """Tell at a glance whether all that depends on something has a date, as that has, and none is late: then no order need be looked for."""
    milestones = context.agreement.roadmap
    windows = {milestone.id: window_of(milestone, context.index.events) for milestone in reversed(milestones)}
    for milestone in milestones:
        for other in milestone.depends_on:
            due, before = windows[milestone.id], windows.get(other)
            if other in windows and not (isinstance(due, Bounds) and isinstance(before, Bounds) and _is_late(due, before) is False):
                return False
    return True


def _dated(step: Step, before: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the step, or, where it has no date, those that it waits for."""
    return (step,) if isinstance(step.window, Bounds) else before


def _last(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return what a step without a date passes on: of those before it, the one that certainly begins last, and the one that ends last."""
    begins = max(steps, key=lambda step: _certain(_bounds(step).earliest, certain=_bounds(step).earliest_certain), default=None)
    ends = max(steps, key=lambda step: _certain(_bounds(step).latest, certain=_bounds(step).latest_certain), default=None)
    return tuple({step.milestone.id: step for step in (begins, ends) if step is not None}.values())


def _certain(day: date | None, *, certain: bool) -> date:
    return day if day is not None and certain else date.min


def _compared(step: Step, before: tuple[Step, ...]) -> Iterator[Found]:
    """Yield one finding for all that is due after a milestone that depends on it."""
    compared = [(other, _is_late(_bounds(step), _bounds(other))) for other in before]
    late = {other.milestone.id: _spelt(other) for other, is_late in compared if is_late is not False}
    if late:
        certain = any(is_late for _, is_late in compared)
        values = {"milestone": step.milestone.id, "due": _spelt(step), "dependencies": tuple(late), "dues": tuple(late.values())}
        shown = listed([f"{identifier} ({due})" for identifier, due in late.items()])
        yield Found(step.pointer, values | {"how": _HOW[certain], "shown": shown}, severity="error" if certain else None)


_HOW: Final = {
    True: {"en": "falls due before what it depends on", "es": "vence antes que aquello de lo que depende"},
    False: {"en": "may fall due before what it depends on", "es": "puede vencer antes que aquello de lo que depende"},
}


def _is_late(due: Bounds, other: Bounds) -> bool | None:
    """Tell whether a dependency with the other due date comes too late for something with the first; ``None`` where it may.

    It may where the last day certainly lies before the other's, so that the plan holds only if the dependency is early; and where one would
    lie wholly before the other, did not a mark say that a day is uncertain.
    """
    if precedes(due, other):
        return True
    if due.latest is None:
        return False
    sooner = other.latest is not None and due.latest < other.latest and due.latest_certain and other.latest_certain
    apart = other.earliest is not None and due.latest < other.earliest
    return None if sooner or apart else False


def _bounds(step: Step) -> Bounds:
    assert isinstance(step.window, Bounds)  # noqa: S101  only what has a date is compared
    return step.window


def _spelt(step: Step) -> str:
    """Return the due date as the record spells it or, where it comes from another event, its days."""
    due = step.milestone.due
    if due is not None and due.when is not None:
        return str(due.when)
    first, last = [".." if day is None else str(day) for day in (_bounds(step).earliest, _bounds(step).latest)]
    return first if first == last else f"{first}/{last}"


def _example(first: dict[str, Any], then: dict[str, Any]) -> Example:
    common = {"delivers": ["open-crossing"], "evidence": [{"source": "communique"}]}
    survey = {"id": "survey", "title": {"en": "Survey"}, **first, **common}
    works = {"id": "works", "title": {"en": "Works"}, **then, "depends_on": ["survey"], **common}
    promise = {
        "id": "open-crossing",
        "statement": {"en": "To open a border crossing"},
        "areas": ["border-control"],
        "due": "2026",
        "evidence": [{"source": "communique"}],
    }
    return Example(
        members={"commitments": [promise], "roadmap": [survey, works], "sources": [{"id": "communique", "kind": "press-release"}]}
    )


RMP001: Final = Rule(
    code="RMP001",
    name={"en": "milestones in a circle", "es": "dependencia circular entre hitos"},
    severity="error",
    strict="error",
    scope="record",
    rationale={
        "en": "Steps that depend on each other can never be taken: none can be the first. One finding tells one circle, and how many more "
        "steps are caught in it.",
        "es": "Los pasos que dependen unos de otros nunca se dan: ninguno puede ser el primero. Un hallazgo nombra un círculo y cuántos otros "
        "pasos quedan atrapados en él.",
    },
    messages={"en": "milestones wait for each other: {chain}{more}", "es": "hay hitos que dependen unos de otros: {chain}{more}"},
    wrong=_example({"depends_on": ["works"]}, {}),
    right=_example({}, {}),
    find=_circles,
)

RMP002: Final = Rule(
    code="RMP002",
    name={"en": "due before what it depends on", "es": "vence antes que aquello de lo que depende"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "A step cannot be met before those that it waits for, so that a due date before theirs will be missed. An error where every "
        "reading of the dates says so; a warning where its last day lies before the last day of a dependency, which then has to be early, or "
        "where only a date marked uncertain leaves a way out. Steps without a date pass on what they wait for.",
        "es": "Ningún paso se cumple antes que aquellos de los que depende, de modo que un plazo anterior al de ellos no se cumplirá. Es "
        "error cuando toda lectura de las fechas lo dice; advertencia cuando su último día es anterior al último día de una dependencia, "
        "que entonces tendría que adelantarse, o cuando solo una fecha marcada como incierta deja una salida. Los pasos sin fecha "
        "transmiten los plazos de aquello de lo que dependen.",
    },
    messages={"en": "{milestone} (due {due}) {how}: {shown}", "es": "{milestone} (plazo: {due}) {how}: {shown}"},
    wrong=_example({"due": "2025"}, {"due": "2025-03"}),
    right=_example({"due": "2025"}, {"due": "2025-41"}),
    find=_hurried,
)
