"""Laws of the canonical form, against an implementation of RFC 8785 by others."""

import json
from typing import Any, Final

import attrs
import rfc8785
from hypothesis import example, given, settings, strategies as st

from coopmodel.model.agreement import Agreement
from coopmodel.testing.records import agreements
from coopmodel.testing.values import json_values
from coopmodel.values.digests import digest_of
from coopmodel.values.extensions import NO_EXTENSIONS, Extensions
from coopmodel.wire.documents import digest, dumps, loads

BASE: Final = Agreement(id="a", revision=1, title={"en": "A"})
FLOATS: Final = st.floats(allow_nan=False, allow_infinity=False)
FEWER: Final = settings(max_examples=settings().max_examples // 2)


@FEWER
@given(agreements())
def test_bytes(record: Agreement) -> None:
    """The canonical form is byte for byte that of the other implementation; the digest is that of its bytes."""
    found = dumps(record, canonical=True).encode()
    assert rfc8785.dumps(json.loads(dumps(record))) == found
    assert digest_of(found) == digest(record)


@given(json_values() | FLOATS)
@example(1e21)
@example(1e-7)
@example(-0.0)
@example(5e-324)
@example(1.7976931348623157e308)
@example(9007199254740993.0)
@example({"\U0001f600": 1, "\ufb33": 2, "": [], "\x7f\x1f": {}})
def test_extensions(value: Any) -> None:
    """So are numbers, names and texts of any kind, which only extensions hold."""
    record = attrs.evolve(BASE, extensions=Extensions({"acme": {"value": value}}))
    assert rfc8785.dumps(json.loads(dumps(record))).decode() == dumps(record, canonical=True)


@FEWER
@given(agreements(extensions=st.just(NO_EXTENSIONS)), st.randoms(use_true_random=False))
def test_order_and_white_space(record: Agreement, random: Any) -> None:
    """A record read with its members in another order, and with white space, has the same digest."""

    def shuffled(members: list[tuple[str, Any]]) -> dict[str, Any]:
        return dict(random.sample(members, len(members)))

    text = json.dumps(json.loads(dumps(record), object_pairs_hook=shuffled), indent=3)
    assert digest(record) == digest(loads(text))


@FEWER
@given(agreements())
def test_any_change(record: Agreement) -> None:
    """After any change the digest is another one."""
    assert digest(record) != digest(attrs.evolve(record, revision=record.revision % 9 + 1))
