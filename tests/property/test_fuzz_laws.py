"""Whatever the text, a value is that text, or is refused with a known code."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given, settings, strategies as st

from coopmodel.errors import InvalidValue
from coopmodel.testing import values
from coopmodel.values.countries import Country, to_subdivision_code
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.digests import to_digest
from coopmodel.values.durations import Duration
from coopmodel.values.identifiers import to_anchor, to_identifier, to_reference
from coopmodel.values.languages import to_language_tag
from coopmodel.values.open_codes import to_area_code, to_own_area_code
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Quantity, to_currency
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.strings import to_string
from coopmodel.values.text import to_normalized
from coopmodel.values.timing import Timing
from coopmodel.values.urls import to_url

Make = Callable[[str], Any]

CASES: Final[dict[Make, tuple[st.SearchStrategy[Any], tuple[str, ...]]]] = {
    PartialDate: (values.partial_dates(), ("date",)),
    to_date: (st.dates(), ("date",)),
    Period: (values.periods(), ("period", "date")),
    Timing: (values.timings(relative=False), ("period", "date", "timing")),
    Duration: (values.durations(), ("duration",)),
    Recurrence: (values.recurrences(), ("recurrence",)),
    Quantity: (values.quantities(), ("quantity",)),
    Country: (values.countries(), ("country",)),
    to_subdivision_code: (values.subdivision_codes(), ("subdivision", "country")),
    to_identifier: (values.identifiers(), ("identifier",)),
    to_reference: (values.references(), ("identifier", "reference")),
    to_anchor: (values.anchors(), ("identifier",)),
    to_language_tag: (values.language_tags(), ("language",)),
    to_currency: (values.currencies(), ("currency",)),
    to_digest: (values.digests(), ("digest",)),
    to_url: (values.urls(), ("url",)),
    to_area_code: (values.area_codes(), ("area",)),
    to_own_area_code: (values.own_area_codes(), ("area",)),
    to_string: (values.strings(), ("text",)),
    to_normalized: (values.normalized_strings(), ("text",)),
}
"""By constructor: right values, and what the codes of its errors begin with."""

CHARACTERS: Final = st.sampled_from([*"0123456789-/.,:;~?%+PWYMDTX#_=xé\u0660\uff11\u0301\ud800\n\x00 "]) | st.characters()


@st.composite
def near_misses(draw: st.DrawFn, right: st.SearchStrategy[Any]) -> str:
    """Return right texts with a few characters put in, taken out, replaced, or whole stretches repeated."""
    text = str(draw(right))
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        middle = draw(st.sampled_from(["", text[start:end] * 2, text[start:end].swapcase()]) | CHARACTERS)
        text = text[:start] + middle + text[end if draw(st.booleans()) else start :]
    return text


def judge(make: Make, text: str, prefixes: tuple[str, ...]) -> None:
    """Assert the law for one text."""
    made, refusal = None, None
    try:
        made = make(text)
    except InvalidValue as error:
        refusal = error
    if refusal is None:
        assert text == str(made)
    else:
        assert refusal.code.partition(".")[0] in prefixes
        assert str(refusal.value) in text
        assert refusal.message.encode() in str(refusal).encode()


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
@settings(max_examples=settings().max_examples // 2)
@given(text=st.text(st.characters()))
def test_any_text(make: Make, text: str) -> None:
    """Any text at all is a value or a known error, which can be printed."""
    judge(make, text, CASES[make][1])


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
@settings(max_examples=settings().max_examples // 3)
@given(data=st.data())
def test_near_miss(make: Make, data: st.DataObject) -> None:
    """Any text that is almost right is a value or a known error, which can be printed."""
    right, prefixes = CASES[make]
    judge(make, data.draw(near_misses(right)), prefixes)


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
@settings(max_examples=settings().max_examples // 5)
@given(other=st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.binary(), st.datetimes(), st.lists(st.text(), max_size=2)))
def test_other_types(make: Make, other: Any) -> None:
    """Nothing but a text makes a value, save where Python has a type of its own for it."""
    with pytest.raises(InvalidValue) as caught:
        make(other)
    assert caught.value.code.startswith(("type.", "timing."))
