"""Documents of the vectors, changed at random: most are wrong somewhere, as those are that people and programs write."""

import copy
from collections.abc import Iterator
from typing import Any, Final

from hypothesis import strategies as st
from json_places import at, is_array, is_object, parts_of
from vector_files import vectors

LONGEST: Final = 20_000
DOCUMENTS: Final = tuple(
    [
        vector.document
        for vector in vectors("valid", "invalid")
        if not vector.is_text and len(vector.text) < LONGEST and is_object(vector.document) and vector.expected.get("version") != "0.9"
    ]
)
JUNK: Final[tuple[Any, ...]] = (None, True, 0, -1, 1.0, 0.5, 2**53, "", "x", [], {}, [None], {"x": 1}, {"en": "A"}, {"anchor": "a"})
CHARACTERS: Final = st.sampled_from(
    [*"0123456789-/.,:;~?%+PWYMDTRULEX#_=@[]x\u00e9\u0301\u0660\uff11\u200b\u00ad\x1c\x85\ufeff\U000e0001\n "]
) | st.characters(exclude_categories=["Cs"])


def places(value: Any) -> list[tuple[str | int, ...]]:
    """Return the path of every value within a document."""
    return [*_places(value, ())]


def _places(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    for step, part in parts_of(value):
        yield (*path, step)
        yield from _places(part, (*path, step))


@st.composite
def documents(draw: st.DrawFn) -> Any:
    """Return documents of the vectors, changed in a place or two: characters of a text or a name, items of an array, something else there."""
    document = copy.deepcopy(draw(st.sampled_from(DOCUMENTS)))
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(places(document) or [("id",)]))
        parent, last = at(document, [str(step) for step in path[:-1]]), path[-1]
        value = dict(parts_of(parent)).get(last)
        if draw(st.booleans()) and is_object(parent) and last != "coopmodel":
            parent[draw(edited(str(last)))] = parent.pop(last, None)
        elif isinstance(value, str):
            parent[last] = draw(edited(value))
        elif is_array(value) and value and draw(st.booleans()):
            value.append(copy.deepcopy(draw(st.sampled_from(value))))
        else:
            parent[last] = copy.deepcopy(draw(st.sampled_from(JUNK)))
    return document


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Return texts with a few characters put in, taken out or replaced."""
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text[:start] + draw(st.text(CHARACTERS, max_size=2)) + text[draw(st.sampled_from([start, min(start + 1, len(text)), end])) :]
