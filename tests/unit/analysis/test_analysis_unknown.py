"""Members that a record carries along and the format does not know: asked for, and told of in differences."""

import json
from typing import Any, Final

import attrs

from coopmodel.analysis.diff import diff
from coopmodel.analysis.unknown import unknown_members
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Objective
from coopmodel.model.unknown import with_unknown
from coopmodel.values.extensions import JsonObject
from coopmodel.wire.codec import Codec

KEEP: Final = Codec(unknown="keep")


def small(**members: Any) -> dict[str, Any]:
    return {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "A"}, **members}


def test_unknown_members_can_be_asked_for() -> None:
    """With pointer, value and, where it may be a slip of the pen, the member that was meant."""
    document = small(
        **{"a/b~": 1},
        commitments=[{"id": "c", "statement": {"en": "C"}, "lede": ["x"], "money": {"amount": "5", "currency": "USD", "z": {}}}],
    )
    found = [*unknown_members(KEEP.loads(json.dumps(document)))]

    assert [("/a~1b~0", 1), ("/commitments/0/lede", ("x",)), ("/commitments/0/money/z", JsonObject({}))] == [it[:2] for it in found]
    assert ["a/b~", "lede", "z"] == [it.name for it in found]
    assert [None, "lead", None] == [it.suggestion for it in found]
    assert ("amount", "currency") == found[2].known
    assert [] == [*unknown_members(KEEP.loads(json.dumps(small())))]


def test_a_kept_member_of_a_party_may_be_meant_for_its_tag() -> None:
    """The tag is among what is suggested."""
    document = small(parties=[{"id": "cl", "kind": "country", "country": "CL", "kinds": 1}])

    assert ["kind"] == [it.suggestion for it in unknown_members(KEEP.loads(json.dumps(document)))]


def test_a_difference_tells_of_unknown_members() -> None:
    """One that was added, changed or removed, in words and with its pointer; lists of others are one value."""
    old, new = (
        KEEP.loads(json.dumps(small(objectives=[{"id": "o", "title": {"en": "O"}, **members}], **root)))
        for members, root in (
            ({"a": [1, 2], "b": {"x": 1, "y": "q"}, "c": None}, {}),
            ({"a": "1", "b": {"x": 1.0, "y": "q"}}, {"d": ["x"]}),
        )
    )

    assert [
        ("added", None, "/d"),
        ("changed", "/objectives/0/a", "/objectives/0/a"),
        ("changed", "/objectives/0/b/x", "/objectives/0/b/x"),
        ("removed", "/objectives/0/c", None),
    ] == [(it.action, it.old_pointer, it.new_pointer) for it in diff(old, new)]
    assert ['d: added ["x"]', 'a [1, 2] -> "1"', "b/x 1 -> 1.0", "c: removed null"] == [it.predicates["en"] for it in diff(old, new)]


def test_a_difference_of_what_one_side_knows_and_the_other_does_not_is_told() -> None:
    """A member of a user's class in one record may be an unknown one in the other."""

    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Pillar(Objective):
        parts: tuple[Objective, ...] = ()

    part = Objective(id="p", title={"en": "P"})
    one = Agreement(id="a", revision=1, title={"en": "A"}, objectives=[Pillar(id="o", title={"en": "O"}, parts=(part,))])
    other = attrs.evolve(one, objectives=[with_unknown(Objective(id="o", title={"en": "O"}), {"parts": 5})])

    assert ['parts [{"id": "p", "title": {"en": "P"}}] -> 5'] == [it.predicates["en"] for it in diff(one, other)]
    assert ['parts 5 -> [{"id": "p", "title": {"en": "P"}}]'] == [it.predicates["en"] for it in diff(other, one)]
