"""Laws of signatures: any change breaks one, and how a text is written does not."""

import json
from contextlib import suppress
from typing import Any, Final

import attrs
import pytest
from hypothesis import assume, given, settings, strategies as st

from coopmodel.errors import DecodeError, InvalidValue, SignatureError
from coopmodel.formats.keys import new_key, public_key, read_key
from coopmodel.formats.signatures import sign, verify
from coopmodel.model.agreement import Agreement
from coopmodel.testing.records import agreements
from coopmodel.testing.values import json_values
from coopmodel.values.extensions import NO_EXTENSIONS, Extensions
from coopmodel.wire.documents import digest, dumps, loads

KEY: Final = new_key()
PUBLIC: Final = public_key(KEY)
OTHER: Final = new_key()
SMALL: Final = Agreement(id="a", revision=1, title={"en": "A"})
SIGNED: Final = sign(SMALL, KEY)
FEWER: Final = settings(max_examples=settings().max_examples // 2)


def broken(record: Agreement | str, signature: str, key: Any = PUBLIC) -> str:
    with pytest.raises(SignatureError) as caught:
        verify(record, signature, key)
    return caught.value.code


@FEWER
@given(agreements())
def test_what_was_signed_is_verified_with_this_key_alone(record: Agreement) -> None:
    """A signature holds for its record and key, and for no other key, not even where that bears the same name."""
    signature = sign(record, KEY)
    assert PUBLIC["kid"] == verify(record, signature, PUBLIC).kid
    assert "signature.key" == broken(record, signature, public_key(OTHER))
    assert "signature.wrong" == broken(record, signature, public_key(OTHER) | {"kid": PUBLIC["kid"]})


@FEWER
@given(agreements(extensions=st.just(NO_EXTENSIONS)), st.randoms(use_true_random=False), st.sampled_from([None, 0, 3, "\t"]))
def test_order_and_white_space_do_not_break_it(record: Agreement, random: Any, indent: Any) -> None:
    """The text with its members in another order, white space, and characters written as escapes has the same signature."""

    def shuffled(members: list[tuple[str, Any]]) -> dict[str, Any]:
        return dict(random.sample(members, len(members)))

    text = json.dumps(json.loads(dumps(record), object_pairs_hook=shuffled), indent=indent, ensure_ascii=random.random() > 0.5)
    signature = sign(record, KEY)
    assert signature == sign(text, KEY)
    assert PUBLIC["kid"] == verify(text, signature, PUBLIC).kid


@FEWER
@given(agreements(), st.randoms(use_true_random=False))
def test_any_change_of_a_member_breaks_it(record: Agreement, random: Any) -> None:
    """Whatever one text, number or truth value in the record is changed to, the signature holds no more."""
    document = json.loads(dumps(record))
    places = [*_leaves(document)]
    around, step = random.choice(places)
    around[step] = _other(around[step])
    with suppress(DecodeError):  # most changes leave no record at all
        changed = loads(json.dumps(document))
        assert "signature.wrong" == broken(changed, sign(record, KEY))


@FEWER
@given(agreements(), agreements())
def test_it_tells_records_apart(one: Agreement, two: Agreement) -> None:
    """The signature of one record is that of another exactly where they have the same digest."""
    assert (digest(one) == digest(two)) == (sign(one, KEY) == sign(two, KEY))


@given(json_values(), json_values())
def test_extensions_are_signed(one: Any, two: Any) -> None:
    """What others attach is part of what is signed: two texts that say something else in it have different signatures."""
    assume(_canonical(one) != _canonical(two))
    with_one, with_two = (attrs.evolve(SMALL, extensions=Extensions({"acme": {"v": value}})) for value in (one, two))
    assert "signature.wrong" == broken(with_two, sign(with_one, KEY))


@given(st.text() | st.binary() | st.text(alphabet="AQg.-_ \n", max_size=200))
def test_any_text_is_a_signature_or_refused(text: Any) -> None:
    """Whatever stands in a file of signatures, nothing but ``SignatureError`` comes out."""
    with pytest.raises(SignatureError):
        verify(SMALL, text, PUBLIC)


@given(st.integers(min_value=0, max_value=len(SIGNED) - 1), st.characters())
def test_any_other_character_breaks_it(index: int, character: str) -> None:
    """A signature with one character changed is none."""
    assume(character != SIGNED[index])
    assert broken(SMALL, SIGNED[:index] + character + SIGNED[index + 1 :]).startswith("signature.")


@given(
    st.text()
    | st.binary()
    | st.dictionaries(st.sampled_from(["kty", "crv", "x", "d", "kid", "use", "key_ops", "alg"]), json_values())
    | st.fixed_dictionaries({name: st.just(KEY[name]) | json_values() for name in KEY})
    | st.dictionaries(st.sampled_from(["kid", "use", "key_ops", "alg", "keys"]), json_values()).map(lambda more: KEY | more)
)
def test_any_key_is_taken_or_refused(key: Any) -> None:
    """Whatever is given for a key, nothing but ``InvalidValue`` comes out."""
    try:
        read_key(key, "sign")
    except InvalidValue as error:
        assert KEY["d"] not in str(error)  # noqa: PT017  most are refused, some are not


def _canonical(value: Any) -> str:
    return dumps(attrs.evolve(SMALL, extensions=Extensions({"acme": {"v": value}})), canonical=True)


def _leaves(document: Any) -> list[tuple[Any, Any]]:
    """Return every scalar, as what holds it and where."""
    found: list[tuple[Any, Any]] = []
    waiting: list[Any] = [document]
    while waiting:
        holder = waiting.pop()
        parts: Any = holder.items() if isinstance(holder, dict) else enumerate(holder)  # pyright: ignore[reportUnknownVariableType]
        for step, value in parts:
            if isinstance(value, dict | list):
                waiting.append(value)
            else:
                found.append((holder, step))  # pyright: ignore[reportUnknownArgumentType]
    return found


def _other(value: Any) -> Any:
    """Return a value of the same type that is another."""
    if isinstance(value, str):
        return value[:-1] + ("b" if value.endswith("a") else "a")
    if isinstance(value, bool) or value is None:
        return not value
    return value + 1 if value + 1 != value else 0
