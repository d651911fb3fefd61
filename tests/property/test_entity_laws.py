"""Laws of the entities, each on its own."""

import copy
import datetime
import json
import pickle
from collections.abc import Iterator
from random import Random
from typing import Any, Final, cast

import attrs
import pytest
from hypothesis import Phase, find, given, settings, strategies as st

from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Relation
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.model.parties import Party
from coopmodel.testing import entities
from coopmodel.testing.entities import ENTITIES
from coopmodel.testing.types import STRATEGIES
from coopmodel.testing.values import timings
from coopmodel.values.text import Text
from coopmodel.wire.converter import make_converter

FEWER: Final = settings(max_examples=settings().max_examples // 8)
"""For each of many classes; together they are tried often enough."""

CONVERTER: Final = make_converter()
NAMES: Final[dict[str, Any]] = {kind.__name__: kind for kind in STRATEGIES} | {"datetime": datetime}


@pytest.mark.parametrize("kind", ENTITIES)
@FEWER
@given(data=st.data())
def test_round_trip(kind: type[Any], data: st.DataObject) -> None:
    """What the converter writes is plain JSON, and it reads it back as an equal object of the same class."""
    entity = data.draw(st.from_type(kind))
    written = CONVERTER.unstructure(entity)
    assert written == json.loads(json.dumps(written))
    assert not any(empty(value) for value in inside(written))
    read = CONVERTER.structure(written, kind)
    assert type(read) is kind
    assert entity == read


def inside(value: object) -> Iterator[object]:
    """Yield a JSON value and what it holds, but nothing in extensions."""
    yield value
    if isinstance(value, dict):
        for name, member in cast("dict[str, object]", value).items():
            yield from inside(member) if name != "extensions" else ()
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from inside(item)


def empty(value: object) -> bool:
    """Tell whether the value says nothing: null, or an empty text, array or object."""
    return value is None or value in ("", [], {})


@pytest.mark.parametrize("kind", ENTITIES)
@FEWER
@given(data=st.data())
def test_copies(kind: type[Any], data: st.DataObject) -> None:
    """An entity that was pickled, copied in depth, evolved or pasted back from its ``repr`` is equal, of the same class and hashed alike."""
    entity = data.draw(st.from_type(kind))
    for made in (
        pickle.loads(pickle.dumps(entity)),  # noqa: S301  our own bytes
        copy.deepcopy(entity),
        attrs.evolve(entity),
        eval(repr(entity), dict(NAMES)),  # noqa: S307  the law is about eval
    ):
        assert type(made) is kind
        assert entity == made
        assert hash(entity) == hash(made)


@FEWER
@given(st.one_of(entities.commitments(due=timings()), entities.milestones(due=timings())))
def test_given_due(entity: Commitment | Milestone) -> None:
    """Where a due date was given, there is no meeting."""
    assert entity.due is not None
    assert entity.meeting is None


@FEWER
@given(entities.meetings(date=timings().filter(lambda timing: timing.anchor is not None)), entities.meetings(status=st.just("held")))
def test_given_date_or_status(relative: Meeting, held: Meeting) -> None:
    """A meeting with a given relative date is not held, and one that is given as held has a date of its own or none."""
    assert relative.date is not None
    assert relative.status != "held"
    assert held.status == "held"
    assert held.date is None or held.date.anchor is None


@FEWER
@given(entities.citations(start=st.just(7)), entities.citations(prefix=st.just("in"), exact=st.just("Lima")))
def test_given_place_of_words(placed: Citation, preceded: Citation) -> None:
    """A citation with a given place or context has words, and ends where they end."""
    assert placed.exact is not None
    assert (7, 7 + len(placed.exact)) == (placed.start, placed.end)
    assert ("in", "Lima") == (preceded.prefix, preceded.exact)


@FEWER
@given(entities.relations(title=st.just({"es": "Acuerdo"})), entities.parties(id=st.just("cl")))
def test_given_members(relation: Relation, party: Party) -> None:
    """A member that was given is there, and others give way to it."""
    assert Text({"es": "Acuerdo"}) == relation.title
    assert (None, None, None) == (relation.target, relation.url, relation.identifier)
    assert "cl" == party.id


@FEWER
@given(data=st.data())
def test_given_members_that_contradict(data: st.DataObject) -> None:
    """Given members that cannot stand together are refused by the class itself."""
    with pytest.raises(InvalidValue) as caught:
        data.draw(entities.officials(name=st.none(), post=st.none()))
    assert caught.value.code == "official.empty"


@pytest.mark.parametrize("kind", ENTITIES)
@FEWER
@given(data=st.data())
def test_unknown_member(kind: type[Any], data: st.DataObject) -> None:
    """A name that is no member is refused when the first example is drawn."""
    with pytest.raises(TypeError, match=f"{kind.__name__} has no member naem, nmae"):
        data.draw(ENTITIES[kind](nmae=st.none(), naem=st.none()))


@pytest.mark.parametrize("kind", [Commitment, Citation])
def test_every_member(kind: type[Any]) -> None:
    """No member is left out for ever."""
    wanted = {field.name for field in attrs.fields(kind)}
    seen: set[str] = set()

    def completes(entity: Any) -> bool:
        seen.update([field.name for field in attrs.fields(kind) if getattr(entity, field.name) != field.default])
        return seen == wanted

    find(ENTITIES[kind](), completes, settings=settings(max_examples=5000, database=None, phases=[Phase.generate]), random=Random(1))  # noqa: S311  the same each time
    assert wanted == seen
