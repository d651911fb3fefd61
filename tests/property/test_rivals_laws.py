"""What the speed is measured against does the same work: the models in pydantic and msgspec accept and refuse the same texts."""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import msgspec
import pydantic
import pytest
from mutated import mutated

import same_in_msgspec
import same_in_pydantic
from coopmodel.errors import CoopmodelError, DecodeError
from coopmodel.wire.documents import dumps, loads
from corpus import document, with_five_errors

RIVALS: Final[dict[str, tuple[Callable[[bytes], Any], Callable[[Any], str | bytes]]]] = {
    "pydantic": (same_in_pydantic.read, same_in_pydantic.write),
    "msgspec": (same_in_msgspec.read, same_in_msgspec.write),
}
DOCUMENTS: Final = 400


@pytest.mark.filterwarnings("ignore::coopmodel.errors.NewerVersion")
@pytest.mark.parametrize("rival", RIVALS)
def test_a_rival_accepts_and_refuses_the_same_texts(rival: str) -> None:
    """But for versions, which only this library upgrades."""
    read, _ = RIVALS[rival]
    seen: Counter[bool] = Counter()
    for number in range(DOCUMENTS):
        text = mutated(number)
        seen[accepted(read, text)] += 1
        assert accepted(lambda text: loads(text, strict=False), text) is accepted(read, text), number
    assert min(seen[True], seen[False]) > DOCUMENTS // 10


def accepted(read: Callable[[bytes], Any], text: bytes) -> bool:
    """Tell whether a text is read."""
    try:
        read(text)
    except (CoopmodelError, pydantic.ValidationError, msgspec.MsgspecError, UnicodeError):
        return False
    return True


@pytest.mark.parametrize("rival", RIVALS)
def test_a_rival_writes_what_it_read(rival: str) -> None:
    """The same members, defaults left out."""
    read, write = RIVALS[rival]
    for number in range(5):
        text = document(number)
        assert msgspec.json.decode(text) == msgspec.json.decode(write(read(text)))
        assert text.decode() == dumps(loads(text))


def test_texts_are_distinct_and_the_same_each_time() -> None:
    """Ids, words and dates differ from one to the next."""
    assert document(7) == document(7)
    assert 40 == len({document(number) for number in range(40)})
    assert 40 == len({loads(document(number)).commitments[0].id for number in range(40)})


def test_five_errors_are_five() -> None:
    """All are told by this library."""
    with pytest.raises(DecodeError) as caught:
        loads(with_five_errors(document(1)))

    assert ["date.impossible", "code.unknown", "member.missing", "null", "member.unknown"] == [it.code for it in caught.value.problems]
