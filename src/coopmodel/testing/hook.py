"""What hypothesis calls when it is imported: teaches ``st.from_type`` the types of this library, without loading any of them.

It runs in every process that imports hypothesis where this library is installed, so it only leaves a note; the strategies load when a
type of this library is first asked for.
"""

from typing import Any

from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Let ``st.from_type`` find the strategies of this package.

    ``st.register_type_strategy`` needs the classes themselves, which would load the whole model. Hypothesis keeps a table of packages
    that answer for their own types when they are asked, as it does for numpy. The table is not part of its public interface: where a
    version has none, the classes are loaded and registered one by one.
    """
    from hypothesis.strategies._internal import types  # noqa: PLC0415  hypothesis is half loaded when this module is

    packages: dict[str, Any] | None = vars(types).get("_global_extra_lookup")
    if packages is None:
        from coopmodel.testing.types import register_all  # noqa: PLC0415  costs what loading the model costs

        register_all()
    else:
        packages["coopmodel"] = resolve


def resolve(kind: object) -> SearchStrategy[Any] | None:
    """Return the strategy of a type of this library; ``None`` for any other type, which is then resolved as always."""
    if not str(getattr(kind, "__module__", "")).startswith("coopmodel."):
        return None
    from coopmodel.testing.types import strategy_of  # noqa: PLC0415  loads the model

    return strategy_of(kind)
