"""The roadmap: steps that can be taken in some order."""

from collections.abc import Iterator, Mapping
from typing import Final

from coopmodel.model.commitments import Milestone
from coopmodel.rules.rule import Context, Example, Found, Rule


def _circles(context: Context) -> Iterator[Found]:
    milestones: dict[str, tuple[str, Milestone]] = {}
    for pointer, milestone in context.index.each(Milestone):
        milestones.setdefault(milestone.id, (pointer, milestone))
    before = {identifier: _waits_for(milestone) for identifier, (_, milestone) in milestones.items()}
    for cycle in cycles(before):
        yield Found(milestones[cycle[0]][0], {"cycle": cycle, "chain": " → ".join([*cycle, cycle[0]])})


def _waits_for(milestone: Milestone) -> tuple[str, ...]:
    """Return the ids that must come first: those that it depends on, and the one that its due date is counted from."""
    anchor = milestone.due.anchor if milestone.due is not None else None
    return milestone.depends_on if anchor is None else (*milestone.depends_on, anchor)


def cycles(before: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield circles in a graph of what comes before what, so that every node in a circle of its own is in one; linear, on no call stack.

    Args:
        before: By node: those that come before it; ones that are no node themselves are passed over.
    """
    done: set[str] = set()
    told: set[str] = set()
    for start in before:
        path: list[str] = []
        place: dict[str, int] = {}
        steps: list[Iterator[str]] = []
        node: str | None = start if start not in done else None
        while node is not None or path:
            if node is not None:
                place[node] = len(path)
                path.append(node)
                steps.append(iter(before[node]))
            node = None
            for following in steps[-1]:
                if following in place:
                    if following not in told or path[-1] not in told:
                        cycle = path[place[following] :]
                        told.update(cycle)
                        yield tuple(cycle)
                elif following in before and following not in done:
                    node = following
                    break
            else:
                steps.pop()
                finished = path.pop()
                del place[finished]
                done.add(finished)


def _example(*depends_on: str) -> Example:
    evidence = [{"source": "communique"}]
    survey = {"id": "survey", "title": {"en": "Survey"}, "depends_on": list(depends_on), "evidence": evidence}
    works = {"id": "works", "title": {"en": "Works"}, "depends_on": ["survey"], "evidence": evidence}
    return Example(members={"roadmap": [survey, works], "sources": [{"id": "communique", "kind": "press-release"}]})


RMP001: Final = Rule(
    code="RMP001",
    name={"en": "milestones in a circle", "es": "hitos en círculo"},
    severity="error",
    strict="error",
    scope="record",
    rationale={
        "en": "Steps that wait for each other are never taken: neither can a date be worked out, nor progress be seen. What a step depends on "
        "counts, and the step that its due date is counted from.",
        "es": "Los pasos que se esperan unos a otros nunca se dan: no se puede calcular una fecha ni ver avance. Cuenta aquello de lo que un "
        "hito depende, y el hito desde el cual se cuenta su plazo.",
    },
    messages={"en": "milestones wait for each other: {chain}", "es": "hay hitos que se esperan unos a otros: {chain}"},
    wrong=_example("works"),
    right=_example(),
    find=_circles,
)
