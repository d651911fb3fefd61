"""The roadmap: steps that can be taken in some order."""

from collections.abc import Iterator, Mapping
from typing import Final

from coopmodel.model.commitments import Milestone
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule

_NAMED: Final = 12


def _circles(context: Context) -> Iterator[Found]:
    milestones: dict[str, tuple[str, Milestone]] = {}
    for pointer, milestone in context.index.each(Milestone):
        milestones.setdefault(milestone.id, (pointer, milestone))
    before = {identifier: milestone.depends_on for identifier, (_, milestone) in milestones.items()}
    for knot in knots(before):
        cycle = _cycle(knot, before)
        shown = [*cycle[:_NAMED], "…"] if len(cycle) > _NAMED else [*cycle, cycle[0]]
        others = len(knot) - len(cycle)
        more = {"en": f" (and {others} more with them)", "es": f" (y {others} más con ellos)"} if others else {"en": "", "es": ""}
        yield Found(milestones[cycle[0]][0], {"cycle": cycle, "chain": " → ".join(shown), "members": knot, "more": more})


def knots(before: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the nodes that wait for each other, group by group: the strongly connected components (Tarjan), on no call stack and linear.

    Args:
        before: By node: those that come before it; ones that are no node themselves are passed over.
    """
    order = {node: number for number, node in enumerate(before)}
    reached: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: dict[str, None] = {}
    for start in before:
        waiting = [(start, iter(before[start]))] if start not in reached else []
        while waiting:
            node, following = waiting[-1]
            if node not in reached:
                reached[node] = lowest[node] = len(reached)
                open_nodes[node] = None
            step = next((other for other in following if other in before and (other not in reached or other in open_nodes)), None)
            if step is None:
                waiting.pop()
                if waiting:
                    lowest[waiting[-1][0]] = min(lowest[waiting[-1][0]], lowest[node])
                if lowest[node] == reached[node]:
                    group = _closed(open_nodes, node)
                    if len(group) > 1 or node in before[node]:
                        yield tuple(sorted(group, key=order.__getitem__))
            elif step in reached:
                lowest[node] = min(lowest[node], reached[step])
            else:
                waiting.append((step, iter(before[step])))


def _closed(open_nodes: dict[str, None], root: str) -> list[str]:
    """Take the nodes from the root on off the open ones."""
    group: list[str] = []
    while True:
        node, _ = open_nodes.popitem()
        group.append(node)
        if node == root:
            return group


def _cycle(knot: tuple[str, ...], before: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return one circle within a group, from the first of its nodes that stands in the document."""
    inside = set(knot)
    place: dict[str, int] = {}
    node = knot[0]
    while node not in place:
        place[node] = len(place)
        node = next(other for other in before[node] if other in inside)
    circle = [*place][place[node] :]
    order = {name: number for number, name in enumerate(knot)}
    first = min(range(len(circle)), key=lambda index: order[circle[index]])
    return (*circle[first:], *circle[:first])


def _example(*depends_on: str) -> Example:
    evidence = [{"source": "communique"}]
    survey = {"id": "survey", "title": {"en": "Survey"}, "depends_on": list(depends_on), "evidence": evidence}
    works = {"id": "works", "title": {"en": "Works"}, "depends_on": ["survey"], "delivers": ["bridge"], "evidence": evidence}
    bridge = {"id": "bridge", "statement": {"en": "A bridge"}, "areas": ["infrastructure-and-transport"], "evidence": evidence}
    sources = [{"id": "communique", "kind": "press-release"}]
    return Example(members={"commitments": [bridge], "roadmap": [survey, works], "sources": sources})


RMP001: Final = Rule(
    code="RMP001",
    name={"en": "milestones in a circle", "es": "hitos en círculo"},
    severity="error",
    strict="error",
    scope="record",
    rationale={
        "en": "Steps that depend on each other can never be taken: none can be the first. One finding tells one circle, and how many more "
        "steps are caught in it.",
        "es": "Los pasos que dependen unos de otros nunca se dan: ninguno puede ser el primero. Un hallazgo nombra un círculo y cuántos otros "
        "pasos quedan atrapados en él.",
    },
    messages={"en": "milestones wait for each other: {chain}{more}", "es": "hay hitos que se esperan unos a otros: {chain}{more}"},
    wrong=_example("works"),
    right=_example(),
    find=_circles,
)
