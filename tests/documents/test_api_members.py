"""The tables of members on the pages of the API say what attrs says. They are asked only where griffe is installed (extra ``docs``)."""

import re
from typing import Any, Final

import attrs
import pytest

import coopmodel

griffe: Any = pytest.importorskip("griffe", reason="griffe is not installed: install the extra 'docs'")

from api_members import Members  # noqa: E402  needs griffe

PUBLIC: Final[list[str]] = coopmodel.__dict__["__all__"]  # the stub that type checkers read has none
RECORDS: Final = [name for name in PUBLIC if isinstance(getattr(coopmodel, name), type) and attrs.has(getattr(coopmodel, name))]


@pytest.fixture(scope="module", name="package")
def load_package() -> Any:
    """Return the package as the pages see it."""
    return griffe.load("coopmodel", extensions=griffe.load_extensions(Members), docstring_parser="google", resolve_aliases=True)


def table(package: Any, name: str) -> list[tuple[str, str]]:
    """Return name and description of each row."""
    sections = package[name].docstring.parsed
    return [(row.name, row.description) for section in sections if section.kind.value == "attributes" for row in section.value]


@pytest.mark.parametrize("name", RECORDS)
def test_each_member_has_a_row(package: Any, name: str) -> None:
    """The rows are the members, in their order, and those without a default are told as required."""
    fields = attrs.fields(getattr(coopmodel, name))
    given = [field for field in fields if not field.name.startswith("_")]
    expected = [(field.name, field.default is attrs.NOTHING and field.init) for field in given]
    assert expected == [(row, description.startswith("**Required.**")) for row, description in table(package, name)]


def test_a_meaning_is_the_text_under_the_member(package: Any) -> None:
    """What a table says of a member is its docstring, also where it is inherited."""
    rows = dict(table(package, "Commitment"))
    assert rows["obligors"] == "Ids of parties or authorities that promise; empty: all with role ``party``, jointly."
    assert rows["evidence"] == "The words that carry what the entity asserts."


def test_a_meaning_may_stand_in_the_docstring_of_the_class(package: Any) -> None:
    """Where a class tells its members under ``Attributes``, that is what the table says, and there is one table."""
    rows = table(package, "Bounds")
    assert [name for name, _ in rows] == ["earliest", "latest", "earliest_certain", "latest_certain"]
    assert all(re.search(r"(First|Last|first|last) day", description) for _, description in rows)
