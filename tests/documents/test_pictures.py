"""What the pictures in the documents show is what the library prints, and what its classes and contracts say."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import model_diagrams
import pytest
from click.testing import CliRunner

from coopmodel.cli.commands import cli
from coopmodel.wire.converter import CLASSES

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "examples" / "chile-peru-2023" / "agreement.json"
EXPLANATION = ROOT / "docs" / "explanation"


def text_of(page: str) -> str:
    """Return a page of the explanations."""
    return (EXPLANATION / page).read_text("utf-8")


def drawn(page: str) -> list[str]:
    """Return the sources of the diagrams of a page, without the line that sets their size."""
    blocks = re.findall(r"^```mermaid\n(.*?)^```$", text_of(page), re.DOTALL | re.MULTILINE)
    return [re.sub(r"\A%%\{init.*\n", "", block) for block in blocks]


def test_the_timeline_is_what_the_library_prints() -> None:
    """The chart of the Chile-Peru roadmap is, line for line, what the command named beside it prints."""
    result = CliRunner().invoke(cli, ["timeline", str(RECORD), "--as-of", "2026-11-23", "--format", "mermaid"])

    assert [result.stdout] == drawn("why.md")


def test_the_timeline_is_told_in_words() -> None:
    """What a screen reader cannot read in the chart stands in the paragraph below it: every day of it, and how much has no date."""
    (chart,) = drawn("why.md")
    words = text_of("why.md").partition("In words:")[2].partition("\n## ")[0]
    spoken = {
        "2023-12-20": "20 December 2023",
        "2024-07-01": "1 July",
        "2024-12-31": "31 December 2024",
        "2026-11-23": "23 November 2026",
        "7 without": "Seven commitments have no date",
    }

    assert set(re.findall(r"\d{4}-\d\d-\d\d|\d+ without", chart)) == spoken.keys()
    assert [] == [day for day in spoken.values() if day not in words.replace("\n", " ")]


def test_the_layers_are_those_of_the_contract() -> None:
    """The picture of the layers and the sentence below it name them in the order that import-linter is told."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers: list[str] = contracts[0]["layers"]
    arrows = re.findall(r"^ +(\w+) --> (\w+)$", re.sub(r'\["[^"]*"\]', "", drawn("design.md")[0]), re.MULTILINE)
    sentence = text_of("design.md").partition("from top to bottom: ")[2].partition(".")[0]

    assert [*pairwise(layers)] == arrows
    assert layers == re.findall(r"`(\w+)`", sentence)


def test_the_model_is_drawn_as_it_is() -> None:
    """The page on the design shows what the classes and the table of references give; the generator would change nothing in it."""
    page = model_diagrams.PAGE.read_text("utf-8")

    assert page == model_diagrams.put(page)


def test_every_class_is_drawn() -> None:
    """Each class that is an object on the wire stands in the first picture of the model, the three kinds of party as one."""
    expected = {kind.__name__ for kind in CLASSES} | {"Party", "any"}

    assert expected == set(re.findall(r"[A-Za-z]+(?=\(\[| ---|$)", drawn("design.md")[1].partition("\n")[2], re.MULTILINE))


def test_a_page_without_a_place_for_a_drawing_is_refused() -> None:
    """Where a comment that names a drawing is gone, the generator says so instead of leaving the page as it was."""
    page = model_diagrams.PAGE.read_text("utf-8").replace("<!-- table: ", "<!-- list: ")

    with pytest.raises(SystemExit, match="0 places for the drawing 'table'"):
        model_diagrams.put(page)
