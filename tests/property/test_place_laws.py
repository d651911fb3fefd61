"""Laws of places in texts."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, strategies as st

from coopmodel.wire.places import Place, find_places
from coopmodel.wire.problems import Path, to_pointer

NAMES = st.text(max_size=5) | st.sampled_from(["", "/", "~", "~1", "0", '"', "\\", "\n"])
DOCUMENTS: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | NAMES,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(NAMES, parts, max_size=4),
    max_leaves=12,
)


def values(document: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value with its path."""
    yield path, document
    parts: Any = document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    for step, part in parts:
        yield from values(part, (*path, step))


def cut(text: str, place: Place) -> str:
    """Return what stands at a place."""
    lines = text.split("\n")[place.line - 1 : place.last_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


@given(DOCUMENTS, st.sampled_from([None, 0, 1, "\t", "\r\n"]), st.booleans())
def test_every_pointer_leads_to_its_value(document: Any, indent: int | str | None, ascii_only: bool) -> None:
    """What stands at the place of a pointer, read by itself, is the value that the pointer means."""
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    expected = {to_pointer(path): value for path, value in values(document)}
    places = find_places(text, expected)

    assert all(place.exact for place in places.values())
    assert expected == {pointer: json.loads(cut(text, place)) for pointer, place in places.items()}


@given(st.text(alphabet='{}[],:"\\ a0\n') | st.text(), st.lists(st.text(alphabet="/a0~1")))
def test_no_text_and_no_pointer_is_too_strange(text: str, pointers: list[str]) -> None:
    """Whatever the text, every pointer has a place within it."""
    lines = text.split("\n")
    for pointer, place in find_places(text, pointers).items():
        assert pointer in pointers
        assert 1 <= place.line <= place.last_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert 1 <= place.end_column <= len(lines[place.last_line - 1]) + 2
