"""The strategy of each type of this library, for ``st.from_type``."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from coopmodel.model.agreement import Agreement
from coopmodel.testing.entities import ENTITIES
from coopmodel.testing.records import agreements
from coopmodel.testing.values import VALUES

STRATEGIES: Final[Mapping[Any, Callable[[], SearchStrategy[Any]]]] = {**VALUES, **ENTITIES, Agreement: agreements}
"""By type: the function that returns its strategy; a record is a whole one, whose references hold."""


def strategy_of(kind: object) -> SearchStrategy[Any] | None:
    """Return the strategy of a type of this library; ``None`` for a type that is no value and no entity."""
    make = STRATEGIES.get(kind)
    return None if make is None else make()


def register_all() -> None:
    """Register every strategy with hypothesis, one by one."""
    for kind, make in STRATEGIES.items():
        st.register_type_strategy(kind, make())
