"""Laws of codecs: what is kept comes out as it went in, wherever it stands."""

import copy
import json
import pickle
from typing import Any, Final, cast

from hypothesis import given, strategies as st

from coopmodel.analysis.diff import diff
from coopmodel.analysis.patch import json_patch
from coopmodel.analysis.unknown import unknown_members
from coopmodel.rules.check import check
from coopmodel.testing.records import agreements
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps
from coopmodel.wire.patch import apply_patch

KEEP: Final = Codec(unknown="keep")
SCALARS: Final = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), st.floats(allow_nan=False, allow_infinity=False), st.text()
)
JSON: Final = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=6)
NAMES: Final = st.text(max_size=5).map(lambda text: f"{text}?")
"""A question mark makes sure that no class has the member."""


def objects_in(value: Any) -> list[Any]:
    """Return every object of a document that may have members of others."""
    found: list[Any] = []
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            members = cast("dict[str, Any]", part)
            waiting.extend([inner for name, inner in members.items() if name != "extensions"])
            if members.keys() & {"id", "source", "party", "action", "code", "amount", "coopmodel"} and "anchor" not in members:
                found.append(members)
        elif isinstance(part, list):
            waiting.extend(part)  # pyright: ignore[reportUnknownArgumentType]  JSON is any of its types
    return found


@st.composite
def kept(draw: st.DrawFn) -> tuple[str, int]:
    """Return a document with unknown members, and how many."""
    document: Any = json.loads(dumps(draw(agreements())))
    count = 0
    places = objects_in(document)
    for place in draw(st.lists(st.sampled_from(places), max_size=4)):
        name = draw(NAMES)
        count += name not in place
        place[name] = draw(JSON)
    return json.dumps(document), count


@given(kept())
def test_a_document_comes_out_as_it_went_in(document: tuple[str, int]) -> None:
    """Unknown members are all there, at the end of their objects, with the values that they had."""
    text, count = document
    record = KEEP.loads(text)

    assert json.dumps(json.loads(KEEP.dumps(record))) == text
    assert record == KEEP.loads(KEEP.dumps(record)) == copy.deepcopy(record) == pickle.loads(pickle.dumps(record))  # noqa: S301  our own
    assert count == len([*unknown_members(record)])


@given(kept(), kept())
def test_a_patch_with_unknown_members_is_exact(old: tuple[str, int], new: tuple[str, int]) -> None:
    """What the patch makes of the old record is the new one; and a difference is told, and only where there is one."""
    before, after = KEEP.loads(old[0]), KEEP.loads(new[0])

    assert after == apply_patch(before, json_patch(before, after), codec=KEEP)
    assert (before != after) == bool([*diff(before, after)])


@given(kept())
def test_rules_never_stumble_over_unknown_members(document: tuple[str, int]) -> None:
    """A record with them is judged as the record without them is."""
    record = KEEP.loads(document[0])
    plain = json.loads(document[0])
    for place in objects_in(plain):
        for name in [name for name in place if name.endswith("?")]:
            del place[name]
    without = KEEP.loads(json.dumps(plain))

    assert [(it.code, it.pointer) for it in check(without)] == [(it.code, it.pointer) for it in check(record)]
