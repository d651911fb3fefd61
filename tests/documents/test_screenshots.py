"""The pictures of the command line that the documents show."""

import re
from xml.etree import ElementTree

import pytest
from rich.text import Text
from screenshots import SCREENSHOTS, Screenshot, seen_in


@pytest.mark.parametrize("screenshot", SCREENSHOTS, ids=lambda screenshot: screenshot.name)
def test_a_picture_shows_what_the_command_prints(screenshot: Screenshot) -> None:
    """Every word, in the same order: after a change of what is printed, ``python tools/screenshots.py`` makes them anew."""
    printed = Text.from_ansi(screenshot.shown()).plain
    assert "".join(printed.split()) == seen_in(screenshot.path.read_text("utf-8")).removeprefix("coopmodel")


@pytest.mark.parametrize("screenshot", SCREENSHOTS, ids=lambda screenshot: screenshot.name)
def test_a_picture_asks_nothing_of_anybody(screenshot: Screenshot) -> None:
    """It is a picture of its own: well-formed, with no address in it but the name of its language, and nothing that runs."""
    picture = screenshot.path.read_text("utf-8")
    assert ["http://www.w3.org/2000/svg"] == re.findall(r"\w+://[^\"')\s]+", picture)
    assert "{http://www.w3.org/2000/svg}script" not in {element.tag for element in ElementTree.fromstring(picture).iter()}  # noqa: S314  our own
