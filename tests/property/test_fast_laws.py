"""The fast way and the strict one are one way: no text, however odd, tells them apart."""

import os
import pickle
from collections import Counter
from typing import Final

import msgspec
import pytest
from mutated import mutated

from coopmodel.errors import DecodeError, UnsupportedVersion
from coopmodel.model.agreement import Agreement
from coopmodel.wire import fast
from coopmodel.wire.codec import Codec
from coopmodel.wire.plain import to_plain

DOCUMENTS: Final = int(os.environ.get("FAST_DOCUMENTS", "2000"))
"""How many are tried; 100,000 take some minutes."""
PARTS: Final = 8

STRICT: Final = Codec()
STRICT._fast = False  # pyright: ignore[reportPrivateUsage]


def strictly(text: bytes, *, strict: bool) -> Agreement | None:
    """Return the record as the strict way reads it, or ``None`` for what it refuses."""
    try:
        return STRICT.loads(text, strict=strict)
    except (DecodeError, UnsupportedVersion):
        return None


def told(codec: Codec, text: bytes) -> list[str]:
    """Return what is wrong with a text, in words."""
    try:
        codec.loads(text)
    except DecodeError as error:
        return [*map(str, error.problems)]
    return []


@pytest.mark.filterwarnings("ignore::coopmodel.errors.NewerVersion")
@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_wrong_is_told_alike_though_parts_that_are_right_went_the_fast_way(part: int) -> None:
    """Every problem is found, none is added, and their order stays; enough documents are wrong in several places."""
    codec = Codec()
    several = 0
    for number in range(part, DOCUMENTS, PARTS):
        text = mutated(number)
        expected = told(STRICT, text)

        assert expected == told(codec, text), number
        several += len(expected) > 1
    assert several > DOCUMENTS // PARTS // 20


@pytest.mark.filterwarnings("ignore::coopmodel.errors.NewerVersion")
@pytest.mark.parametrize("part", range(PARTS))
def test_what_the_fast_way_accepts_the_strict_way_accepts_with_an_equal_result(part: int) -> None:
    """Records are equal in every respect, and are written alike; enough documents are right for that to mean something."""
    seen: Counter[str] = Counter()
    for number in range(part, DOCUMENTS, PARTS):
        text = mutated(number)
        strict = number % 3 > 0
        quick, slow = fast.read(text, strict=strict), strictly(text, strict=strict)
        seen["both" if quick and slow else "strict only" if slow else "neither"] += 1
        if quick is not None:
            assert quick == slow, number
            assert repr(quick) == repr(slow), number
            assert hash(quick) == hash(slow), number
            assert pickle.loads(pickle.dumps(quick)) == slow, number  # noqa: S301  our own
        if slow is not None:
            assert msgspec.json.encode(to_plain(slow)).decode() == fast.write(slow), number
    assert seen["both"] > seen.total() // 10
    assert seen["neither"] > seen.total() // 10
    assert seen["strict only"] <= seen["both"] // 10
