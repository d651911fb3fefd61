"""Draws the model for the page on its design: ``python tools/model_diagrams.py`` writes two diagrams and a table into it.

What is drawn is read from the classes and from the table of references that the rules read. A test fails when the page shows something else.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

import attrs

from coopmodel.analysis.references import PARTY, REFERENCES
from coopmodel.model.entity import Entity
from coopmodel.model.fields import without_none
from coopmodel.model.parties import Authority, Official
from coopmodel.wire.converter import CLASSES, PARTIES

PAGE: Final = Path(__file__).parents[1] / "docs" / "explanation" / "design.md"

Link = tuple[str, str, str]
"""A class, another class, and the name of the member that leads from one to the other."""

ANY: Final = "any entity"
_ACTORS: Final = {"Party", Authority.__name__, Official.__name__}
_KNOWN: Final = (*CLASSES, *PARTIES.values())
_WITH_ID: Final = {kind.__name__ for kind in CLASSES if "id" in attrs.fields_dict(kind)}
_SHARED: Final = {field.name for field in attrs.fields(Entity)}
_NARROW: Final = '%%{init: {"flowchart": {"nodeSpacing": 14, "rankSpacing": 26}}}%%'


def name_of(kind: type[Any]) -> str:
    """Return what a class is called in the drawings, in which the three kinds of party are one."""
    return "Party" if kind in PARTY else kind.__name__


def parts() -> list[Link]:
    """Return which class holds objects of which other, and in which member; evidence, which every entity may hold, once."""
    held = [
        (name_of(kind), name_of(part), field.name)
        for kind in _KNOWN
        for field in attrs.fields(kind)
        if field.name not in _SHARED
        for part in _classes(field.type)
    ]
    return [*dict.fromkeys(held), *[(ANY, name_of(part), "evidence") for part in _classes(attrs.fields(Entity).evidence.type)]]


def references() -> list[Link]:
    """Return which class names objects of which other by id, and in which member; a suppression may name anything that has one."""
    named = [
        (name_of(kind), ANY if target is object else name_of(target), member)
        for kind, members in REFERENCES.items()
        for member, targets in members.items()
        for target in targets
    ]
    return list(dict.fromkeys(named))


def _classes(declared: Any) -> Iterator[type[Any]]:
    kind = without_none(declared)
    if kind in _KNOWN:
        yield kind
    for inner in get_args(kind):
        yield from _classes(inner)


def drawings() -> Mapping[str, str]:
    """Return what stands in the page, by the name in the comment before it."""
    between = [(one, other, member) for one, other, member in references() if one in _WITH_ID and other in _WITH_ID - _ACTORS]
    return {
        "parts": _fenced(_flowchart("LR", [(one, other, "") for one, other, _ in parts()], "---")),
        "references": _fenced(_flowchart("TB", between, "-->")),
        "table": _table(references()),
    }


def _flowchart(direction: str, links: list[Link], arrow: str) -> str:
    lines: list[str] = []
    for (one, other), members in _paired(links).items():
        label = "<br>".join(filter(None, members))
        lines.append(f"    {_node(one)} {arrow}{label and f'|{label}|'} {_node(other)}")
    return "\n".join([_NARROW, f"flowchart {direction}", *lines])


def _table(links: list[Link]) -> str:
    named: dict[tuple[str, str], list[str]] = {}
    for one, other, member in links:
        named.setdefault((one, member), []).append(_code(other))
    rows: dict[tuple[str, str], list[str]] = {}
    for (one, member), others in named.items():
        rows.setdefault((one, ", ".join(others)), []).append(f"`{member}`")
    lines = [f"| `{one}` | {', '.join(members)} | {others} |" for (one, others), members in rows.items()]
    return "\n".join(["| Class | Member | Names |", "|---|---|---|", *lines])


def _paired(links: list[Link]) -> dict[tuple[str, str], list[str]]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for one, other, member in links:
        pairs.setdefault((one, other), []).append(member)
    return pairs


def _node(name: str) -> str:
    return f"any([{ANY}])" if name == ANY else name


def _code(name: str) -> str:
    return name if name == ANY else f"`{name}`"


def _fenced(drawing: str) -> str:
    return f"```mermaid\n{drawing}\n```"


def put(page: str) -> str:
    """Return the page with each drawing after the comment that names it, in the place of what stood there."""
    for name, drawing in drawings().items():
        comment, end = f"<!-- {name}: tools/model_diagrams.py -->", "<!-- end -->"
        before, *others = page.split(comment)
        if len(others) != 1:
            raise SystemExit(f"{PAGE} has {len(others)} places for the drawing {name!r}")
        page = f"{before}{comment}\n\n{drawing}\n\n{end}{others[0].partition(end)[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(put(PAGE.read_text("utf-8")), "utf-8")
