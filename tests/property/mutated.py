"""Documents of which a few places were changed at random: most are wrong, and many are right in an unusual way."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

from coopmodel.wire.plain import to_plain
from records import varied

_GOLDEN: Final = Path(__file__).parents[1] / "golden" / "broken"
_BASE: Final[dict[str, Any]] = json.loads((_GOLDEN / "base.json").read_text(encoding="utf-8"))
_WRONG: Final[list[Any]] = [row["value"] for row in json.loads((_GOLDEN / "mutations.json").read_text(encoding="utf-8")) if "value" in row]
_ODD: Final[list[Any]] = json.loads((_GOLDEN.parent / "fast" / "odd.json").read_text(encoding="utf-8"))
"""Values that are right in some places, and a trap in others."""


def mutated(number: int) -> bytes:
    """Return the text with this number; the same each time."""
    random = Random(number)  # noqa: S311  the same numbers each time
    document = copy.deepcopy(_BASE) if number % 2 else to_plain(varied(number % 4, number).agreement)
    for _ in range(random.choice([0, 1, 1, 1, 2, 3])):
        _change(document, random)
    return _spelt(document, random)


def _change(document: Any, random: Random) -> None:
    places = [*_places(document)]
    holder, step = random.choice(places)
    other, other_step = random.choice(places)
    is_object = holder.__class__ is dict
    match random.randrange(7):
        case 0:
            holder[step] = random.choice(_ODD)
        case 1:
            holder[step] = random.choice(_WRONG)
        case 2:
            del holder[step]
        case 3:
            holder[step], other[other_step] = copy.deepcopy(other[other_step]), copy.deepcopy(holder[step])
        case 4 if is_object:
            holder[str(other_step)] = holder.pop(step)
        case 5 if not is_object:
            holder.insert(step, copy.deepcopy(other[other_step]))
        case _:
            target = random.choice([holder[step], holder, document])
            if target.__class__ is dict:
                target[str(other_step)] = copy.deepcopy(other[other_step])


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    if not isinstance(value, dict | list):
        return
    parts: Any = value.items() if isinstance(value, dict) else enumerate(value)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportUnknownArgumentType]
    for step, part in [*parts]:
        yield value, step
        yield from _places(part)


def _spelt(document: Any, random: Random) -> bytes:
    spelling = random.randrange(8)
    text = json.dumps(
        document, ensure_ascii=spelling == 0, indent=2 if spelling == 1 else None, separators=(",", ":") if spelling > 2 else None
    )
    if spelling == 3:
        at = random.choice([place for place, character in enumerate(text) if character == "{"])
        end = text.find(",", at)
        text = text[: at + 1] + text[at + 1 : end] + "," + text[at + 1 :]
    return text.encode("utf-8", "surrogatepass")
