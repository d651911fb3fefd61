"""The strategies themselves: found without cost, replaceable, and simple first."""

import subprocess
import sys
from typing import Any, Final, NewType

import pytest
from hypothesis import Phase, find, given, settings, strategies as st
from hypothesis.strategies._internal import types as lookup

from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.model.entity import Entity
from coopmodel.model.parties import CountryParty
from coopmodel.testing import hook
from coopmodel.testing.entities import commitments
from coopmodel.testing.records import agreements
from coopmodel.testing.types import STRATEGIES
from coopmodel.testing.values import durations, partial_dates, quantities, recurrences
from coopmodel.values.dates import PartialDate, Precision
from coopmodel.values.durations import Duration
from coopmodel.values.quantities import Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text

LAZY = """
import sys
import hypothesis.strategies as st
loaded = [name for name in sys.modules if name.startswith("coopmodel")]
assert loaded == ["coopmodel", "coopmodel.testing", "coopmodel.testing.hook"], loaded
from coopmodel.values.dates import PartialDate
st.from_type(PartialDate).validate()
assert "coopmodel.testing.values" in sys.modules
mine = st.just(PartialDate("2021"))
st.register_type_strategy(PartialDate, mine)
assert st.from_type(PartialDate) is not None
from hypothesis import find
assert find(st.from_type(PartialDate), lambda _: True) == PartialDate("2021")
"""


def test_entry_point() -> None:
    """Importing hypothesis loads nothing but the hook; a strategy of one's own for a type of this library replaces the one here."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", LAZY], capture_output=True, text=True, check=False)  # noqa: S603  our own text
    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_types(kind: Any, data: st.DataObject) -> None:
    """``st.from_type`` gives what the type says, also inside other types."""
    value = data.draw(st.from_type(kind))
    assert type(value) is (str if isinstance(kind, NewType) else kind)


def test_other_types() -> None:
    """Types that are no value and no entity are left to hypothesis."""
    assert hook.resolve(int) is None
    assert hook.resolve(Entity) is None
    assert hook.resolve("no type at all") is None


def test_older_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hypothesis has no table of packages, every type is registered at once."""
    registered: list[Any] = []

    def note_kind(kind: object, strategy: st.SearchStrategy[Any]) -> None:
        assert strategy is not None
        registered.append(kind)

    monkeypatch.delattr(lookup, "_global_extra_lookup")
    monkeypatch.setattr(st, "register_type_strategy", note_kind)
    hook.register()
    assert list(STRATEGIES) == registered


SIMPLEST: Final[list[tuple[st.SearchStrategy[Any], object]]] = [
    (agreements(), Agreement(id="0", revision=1, title=Text({"es": "0"}))),
    (commitments(), Commitment(id="0", statement=Text({"es": "0"}))),
    (partial_dates(), PartialDate("2000")),
    (quantities(), Quantity("0")),
    (durations(), Duration("P1W")),
    (recurrences(), Recurrence("RRULE:FREQ=DAILY")),
]


@pytest.mark.parametrize(("strategy", "simplest"), SIMPLEST)
def test_simple_first(strategy: st.SearchStrategy[Any], simplest: object) -> None:
    """Where anything will do, the simplest is found."""
    quick = settings(max_examples=10, database=None, phases=[Phase.generate, Phase.shrink])
    assert simplest == find(strategy, lambda _: True, settings=quick)


@given(st.sampled_from(["day", "month", "season", "quarter", "quadrimester", "half-year", "year"]), st.data())
def test_precisions(precision: Precision, data: st.DataObject) -> None:
    """Dates of one precision and without qualifier can be had."""
    date = data.draw(partial_dates(precisions=[precision], qualified=False))
    assert (precision, False, False) == (date.precision, date.approximate, date.uncertain)


@given(durations(negative=False))
def test_positive(duration: Duration) -> None:
    """Durations that lead forward can be had."""
    assert not duration.negative


@settings(max_examples=20)
@given(agreements(max_entities=0))
def test_no_entities(record: Agreement) -> None:
    """A record without entities can be had."""
    assert [] == list(record.entities())


@settings(max_examples=20)
@given(agreements(id=st.just("cl-bo-2024"), parties=st.just([CountryParty(id="cl", country="CL")]), max_entities=0))
def test_members_of_a_record(record: Agreement) -> None:
    """Members of a record can be given."""
    assert "cl-bo-2024" == record.id
    assert ["cl"] == [party.id for party in record.parties]
