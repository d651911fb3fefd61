"""Objects with members that the format does not know."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, Final

import attrs
import pytest

from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Objective
from coopmodel.model.parties import CountryParty
from coopmodel.model.unknown import Keeping, keeping, known_class, member_names, unknown_of, with_unknown
from coopmodel.values.extensions import JsonObject
from coopmodel.values.quantities import Money
from coopmodel.wire.converter import CLASSES, PARTIES

PLAIN: Final = Objective(id="o", title={"en": "O"})
KEPT: Final = with_unknown(PLAIN, {"mood": ["good", None, {"degree": 1.5}]})
PARTY: Final = CountryParty(id="cl", country="CL")
MONEY: Final = Money("5", "USD")

evolve: Final[Any] = attrs.evolve


def test_it_is_an_object_of_its_class() -> None:
    """Whatever asks for the class gets it, and the members that the class has are as they were."""
    assert isinstance(KEPT, Objective)
    assert ("o", PLAIN.title) == (KEPT.id, KEPT.title)
    assert {"mood": ("good", None, JsonObject({"degree": 1.5}))} == dict(unknown_of(KEPT))
    assert Objective is known_class(type(KEPT)) is known_class(Objective)


def test_no_other_class_has_room_for_them() -> None:
    """A class is made once, when it is needed, with one slot more and no dictionary; nearly all objects have no unknown member."""
    assert keeping(Objective) is keeping(Objective) is type(KEPT)
    assert ("unknown",) == vars(type(KEPT))["__slots__"]
    assert not hasattr(KEPT, "__dict__")
    assert not hasattr(PLAIN, "unknown")
    assert JsonObject({}) == unknown_of(PLAIN) == unknown_of("x")


@pytest.mark.parametrize("kind", [*CLASSES, *PARTIES.values()], ids=lambda kind: kind.__name__)
def test_the_members_stand_in_the_order_of_the_class(kind: type[Any]) -> None:
    """The unknown ones come after all others; the class has a name and a text of its own."""
    made: Any = keeping(kind)

    assert [*[field.name for field in attrs.fields(kind)], "unknown"] == [field.name for field in attrs.fields(made)]
    assert f"{kind.__name__}WithUnknown" == made.__name__
    assert f"A ``{kind.__name__}`` with members that the format does not know." == made.__doc__
    assert "coopmodel.model.unknown" == made.__module__
    assert issubclass(made, (kind, Keeping))


@pytest.mark.parametrize("thing", [PLAIN, PARTY, MONEY], ids=repr)
def test_equality_asks_for_the_unknown_members_too(thing: Any) -> None:
    """In whatever order they stand; hashes go by the known ones, since JSON has none."""
    one, other = with_unknown(thing, {"a": 1, "b": 2}), with_unknown(thing, {"b": 2, "a": 1})

    assert one == other
    assert hash(one) == hash(other)
    assert one != thing
    assert thing != one
    assert one != with_unknown(thing, {"a": 1, "b": 2.0})
    assert one != with_unknown(thing, {"a": True, "b": 2})


def test_its_text_shows_them() -> None:
    """As a call that would make the same object."""
    assert "ObjectiveWithUnknown(id='o', title=Text({'en': 'O'}), unknown=JsonObject({'x': 1}))" == repr(with_unknown(PLAIN, {"x": 1}))
    assert "MoneyWithUnknown(amount=Quantity('5'), currency='USD', unknown=JsonObject({'x': 1}))" == repr(with_unknown(MONEY, {"x": 1}))


def test_a_changed_copy_keeps_them() -> None:
    """``evolve`` changes known and unknown members alike."""
    assert with_unknown(Objective(id="p", title={"en": "O"}), unknown_of(KEPT)) == attrs.evolve(KEPT, id="p")
    assert with_unknown(PLAIN, {"x": 1}) == evolve(KEPT, unknown={"x": 1})


@pytest.mark.parametrize("thing", [KEPT, with_unknown(PARTY, {"x": 1}), with_unknown(MONEY, {"x": [1]})], ids=repr)
def test_it_can_be_copied_and_pickled(thing: Any) -> None:
    """The class is made again wherever the copy is read."""
    for made in (copy.copy(thing), copy.deepcopy(thing), *[pickle.loads(pickle.dumps(thing, way)) for way in range(6)]):  # noqa: S301  our own
        assert thing == made
        assert type(thing) is type(made)


def test_another_process_can_read_the_pickle() -> None:
    """One that never made such a class before."""
    code = "import pickle, sys; print(repr(pickle.load(sys.stdin.buffer)))"
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(KEPT), capture_output=True, check=True)  # noqa: S603  written here

    assert f"{KEPT!r}\n" == done.stdout.decode()


def test_it_never_changes() -> None:
    """Neither its members nor what they hold."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        KEPT.unknown = {}  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TypeError):
        unknown_of(KEPT)["mood"] = 1  # type: ignore[index]  # pyright: ignore[reportIndexIssue]


def test_unknown_members_can_be_put_in_the_place_of_others_and_taken_away() -> None:
    """Without any it is an object of the class itself."""
    assert {"x": 1} == dict(unknown_of(with_unknown(KEPT, {"x": 1})))
    assert PLAIN == with_unknown(KEPT, {}) == with_unknown(PLAIN, {})
    assert Objective is type(with_unknown(KEPT, {}))


@pytest.mark.parametrize(
    ("kind", "members", "unknown", "code", "path"),
    [
        (Objective, {"id": "o", "title": {"en": "O"}}, {}, "unknown.empty", ("unknown",)),
        (Objective, {"id": "o", "title": {"en": "O"}}, {"x": 1, "parent": "a"}, "unknown.known", ("unknown", "parent")),
        (CountryParty, {"id": "cl", "country": "CL"}, {"kind": "country"}, "unknown.known", ("unknown", "kind")),
        (CountryParty, {"id": "cl", "country": "CL"}, {"x": [float("nan")]}, "extension.value", ("unknown", "x", 0)),
        (Money, {"amount": "5", "currency": "USD"}, 5, "type.object", ("unknown",)),
        (Money, {"amount": "x", "currency": "USD"}, {"x": 1}, "quantity.form", ("amount",)),
    ],
)
def test_what_cannot_be_right_is_never_made(
    kind: type[Any], members: Mapping[str, Any], unknown: Any, code: str, path: tuple[Any, ...]
) -> None:
    """No unknown member at all, one that is known, one that is no JSON; the known ones are checked as ever."""
    with pytest.raises(InvalidValue) as caught:
        keeping(kind)(**members, unknown=unknown)

    assert (code, path) == (caught.value.code, caught.value.path)


def test_what_holds_between_members_is_still_asked() -> None:
    """The class checks its members against each other."""
    with pytest.raises(InvalidValue, match=r"commitment\.due"):
        attrs.evolve(with_unknown(Commitment(id="c", statement={"en": "C"}, due="2024"), {"x": 1}), meeting="m")


def test_the_messages_name_class_and_member() -> None:
    """So that whoever made the object knows which."""
    with pytest.raises(InvalidValue, match="without an unknown member it is a Objective"):
        keeping(Objective)(id="o", title={"en": "O"}, unknown={})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(InvalidValue, match="Objective has a member 'id'"):
        with_unknown(PLAIN, {"id": 1})


def test_the_members_on_the_wire_include_the_tag_of_a_party() -> None:
    """After the id, as in the document; ``kind`` of other classes is a member like any other."""
    assert (
        ("id", "kind", "country", "name", "role", "evidence", "extensions")
        == member_names(CountryParty)
        == member_names(keeping(CountryParty))
    )
    assert 1 == member_names(Commitment).count("kind")
    assert "coopmodel" == member_names(Agreement)[0]


def test_a_class_of_ones_own_can_carry_them_too() -> None:
    """What a user's class adds is known, and stays."""

    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Pillar(Objective):
        weight: int = 0

    kept = with_unknown(Pillar(id="o", title={"en": "O"}, weight=3), {"x": 1})

    assert (3, {"x": 1}) == (kept.weight, dict(unknown_of(kept)))
    assert "weight" in member_names(type(kept))
