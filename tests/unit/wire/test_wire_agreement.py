"""What the reference says of validators and of what they cannot check. That ajv says the same is shown in tests/consumers."""

import re
from typing import Final

import pytest
from validators_agree import BEGIN, BY_SCHEMA, END, LIBRARY, ONLY_HERE, PAGE, Judged, figures, judged, with_figures

ROWS: Final = judged(ajv=False)


def named(row: Judged) -> str:
    return row.vector.name


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_schema_judges_as_the_library_does(row: Judged) -> None:
    """The validators agree with each other on every vector, and with the library but for the codes of what only it checks."""
    by_schema = {row.accepts[name] for name in BY_SCHEMA}

    assert len(by_schema) == 1
    assert (row.vector.kind != "invalid") is row.accepts[LIBRARY]
    assert row.accepts[LIBRARY] in by_schema or row.is_beyond


def test_the_page_has_these_figures() -> None:
    """A new vector shows in the tables: run tools/validators_agree.py --page."""
    page = PAGE.read_text("utf-8")

    assert with_figures(page, figures(ROWS)) == page


def test_figures_take_the_place_of_those_before() -> None:
    """What stands around the tables stays."""
    assert with_figures(f"a\n{BEGIN}old\n{END}b\n", "new\n") == f"a\n{BEGIN}\nnew\n\n{END}b\n"


def test_every_code_is_needed_and_told() -> None:
    """Each code that is said to be beyond a schema is that of a document that the schema lets through, and has its section."""
    through = {code for row in ROWS if row.accepts["jsonschema"] and len(row.vector.codes) == 1 for code in row.vector.codes}
    page = PAGE.with_name("beyond-the-schema.md").read_text("utf-8")

    assert ONLY_HERE.keys() == through
    assert sorted(ONLY_HERE) == sorted(re.findall(r"^## ([a-z]+\.[a-z]+)$", page, re.MULTILINE))
