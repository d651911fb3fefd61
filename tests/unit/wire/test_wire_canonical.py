"""The canonical form and the digest of a record."""

import json
from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.values.digests import digest_of
from coopmodel.wire.canonical import canonical
from coopmodel.wire.documents import digest, dumps, loads

BASE = Agreement(id="a", revision=1, title={"es": "Acta", "en": "Record"})


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1.5, "-1.5"),
        (100.0, "100"),
        (123456.789, "123456.789"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (1.5e300, "1.5e+300"),
        (0.001, "0.001"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (-1.25e-9, "-1.25e-9"),
        (5e-324, "5e-324"),
        (333333333.33333329, "333333333.3333333"),
    ],
)
def test_numbers_are_written_as_ecmascript_writes_them(number: float, written: str) -> None:
    """The cases of RFC 8785, appendix B, and the turns from plain digits to exponents."""
    assert written == canonical(number)


VALUES: list[tuple[Any, str]] = [
    ({}, "{}"),
    ([], "[]"),
    ([[], {}, ""], '[[],{},""]'),
    ({"b": 1, "a": [True, False, None]}, '{"a":[true,false,null],"b":1}'),
    ("\u20ac$\u000f\nA'\"\\/", '"€$\\u000f\\nA\'\\"\\\\/"'),
    ({"\ufb33": 1, "\U0001f600": 2}, '{"\U0001f600":2,"\ufb33":1}'),
]


@pytest.mark.parametrize(("value", "written"), VALUES)
def test_members_texts_and_words(value: Any, written: str) -> None:
    """Members stand in the order of UTF-16 code units, texts as they are but for what must be escaped."""
    assert written == canonical(value)


def test_deep_nesting() -> None:
    """A document may be nested deeper than Python's own stack."""
    deep: Any = 1
    for _ in range(50_000):
        deep = [deep]

    assert 100_001 == len(canonical(deep))


def test_a_record_in_canonical_form() -> None:
    """The record is written without white space, its members sorted, and reads back as the same one."""
    written = '{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"Record","es":"Acta"}}'

    assert written == dumps(BASE, canonical=True)
    assert loads(written) == BASE
    assert digest_of(written.encode()) == digest(BASE)


def test_equal_records_have_equal_digests() -> None:
    """The order in which a text's languages were given is no difference; another revision is."""
    assert digest(BASE) == digest(Agreement(id="a", revision=1, title={"en": "Record", "es": "Acta"}))
    assert digest(BASE) != digest(Agreement(id="a", revision=2, title=BASE.title))


def test_misuse_is_told() -> None:
    """The canonical form has no indent; only a record has one."""
    with pytest.raises(ValueError, match="leave indent out"):
        dumps(BASE, canonical=True, indent=2)
    with pytest.raises(TypeError, match="expected an Agreement"):
        digest(json.loads(dumps(BASE)))
