"""What waits for what: groups that wait for each other, one circle within such a group, and an order of the rest."""

import heapq
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Before: TypeAlias = Mapping[str, tuple[str, ...]]
"""By node: those that come before it."""


def knots(before: Before) -> Iterator[tuple[str, ...]]:
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


def circle_in(knot: tuple[str, ...], before: Before) -> tuple[str, ...]:
    """Return one circle within a group, from the first of its nodes that stands in the group."""
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


def turned(before: Before) -> dict[str, tuple[str, ...]]:
    """Return, by node, those that come after it, in the order of the nodes; what is no node itself is passed over."""
    after: dict[str, list[str]] = {node: [] for node in before}
    for node, earlier in before.items():
        for other in dict.fromkeys(earlier):
            if other in after:
                after[other].append(node)
    return {node: tuple(later) for node, later in after.items()}


def in_order(before: Before, rank: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the nodes so that each comes after those before it (Kahn); of several that could be next, the one of the lowest rank.

    Nodes of equal rank keep their order. What is in a circle, or waits for one, is left out.

    Args:
        before: By node: those that come before it; ones that are no node themselves are passed over.
        rank: By node: what decides between nodes that wait for nothing more.
    """
    after = turned(before)
    number = {node: place for place, node in enumerate(before)}
    missing = dict.fromkeys(before, 0)
    for later in after.values():
        for node in later:
            missing[node] += 1
    ready = [(rank[node], number[node], node) for node, count in missing.items() if not count]
    heapq.heapify(ready)
    order: list[str] = []
    while ready:
        node = heapq.heappop(ready)[2]
        order.append(node)
        for other in after[node]:
            missing[other] -= 1
            if not missing[other]:
                heapq.heappush(ready, (rank[other], number[other], other))
    return tuple(order)
