"""Pages on a task say where the record is from that they work on."""

import re
from pathlib import Path
from typing import Final

import pytest

PAGES: Final = sorted((Path(__file__).parents[2] / "docs" / "how-to").glob("*.md"))
FILE: Final = "agreement.json"
PLACE: Final = "examples/chile-peru-2023"
USING: Final = [
    page for page in PAGES if any(FILE in block for block in re.findall(r"^```.*?^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))
]


@pytest.mark.parametrize("page", USING, ids=lambda page: page.name)
def test_a_page_says_where_its_record_is_from(page: Path) -> None:
    """The folder to copy, or to name, stands before the first block that is run."""
    assert PLACE in page.read_text("utf-8").partition("\n```")[0]


def test_no_page_names_an_environment() -> None:
    """A command is named by its name, wherever the reader keeps it."""
    assert [] == [page.name for page in PAGES if re.search(r"\.venv/bin/(?!activate)", page.read_text("utf-8"))]
