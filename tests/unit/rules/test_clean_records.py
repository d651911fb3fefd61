"""The records by which the speed of a check is measured where nothing is found."""

from typing import Final

import attrs
import pytest

from clean import clean, documents
from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.rules.check import check
from coopmodel.wire.converter import CLASSES, PARTIES
from coopmodel.wire.documents import dumps, loads
from corpus import documents as other_documents

NUMBERS: Final = range(300)


def test_nothing_is_found_in_any_of_them() -> None:
    """The whole catalogue is silent, of the quotations too, and nothing is suppressed."""
    found = {number: check(case.agreement, texts=case.texts) for number, case in zip(NUMBERS, map(clean, NUMBERS), strict=True)}

    assert {} == {number: findings for number, findings in found.items() if findings}
    assert len(NUMBERS) == len(found)
    assert {()} == {findings.suppressed for findings in found.values()}


def test_something_is_found_when_one_is_changed() -> None:
    """They are clean because nothing is wrong, not because nothing is looked at."""
    agreement = clean(0).agreement
    changed = attrs.evolve(agreement, objectives=(), sources=agreement.sources[:1])

    assert {"REF001"} == {finding.code for finding in check(changed)}


def test_each_of_them_has_something_of_every_class() -> None:
    """So that no rule is fast for want of work."""
    for number in NUMBERS:
        assert {*CLASSES, *PARTIES.values()} == {type(located.entity) for located in Index(clean(number).agreement).objects}


def test_every_member_of_the_record_is_there() -> None:
    """Nothing that a record may have is left out."""
    assert [] == [field.name for field in attrs.fields(Agreement) if not getattr(clean(0).agreement, field.name)]


def test_no_two_are_alike_and_each_is_the_same_each_time() -> None:
    """Ids, words and dates are each one's own."""
    texts = [*documents(40)]

    assert [*documents(40)] == texts
    assert 40 == len({*texts}) == len({loads(text).commitments[0].id for text in texts})
    assert dumps(clean(7).agreement).encode() == texts[7]


def test_they_are_as_large_as_the_others() -> None:
    """Within a tenth, in bytes and in objects: what is measured of the two can be compared."""
    clean_texts, others = [*documents(100)], [*other_documents(100)]

    assert pytest.approx(sum(map(len, others)), rel=0.1) == sum(map(len, clean_texts))
    assert pytest.approx(sum(map(objects, others)), rel=0.1) == sum(map(objects, clean_texts))


def objects(text: bytes) -> int:
    """Return how many objects a record has."""
    return len(Index(loads(text)).objects)
