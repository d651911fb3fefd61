"""The page on installing says of the extras what ``pyproject.toml`` says."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from coopmodel import __version__

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = (ROOT / "docs" / "how-to" / "install.md").read_text("utf-8")
PROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: Final[dict[str, list[str]]] = PROJECT["optional-dependencies"]
ROWS: Final = {
    extra: set(re.findall(r"`([^`]+)`", needs)) for extra, needs in re.findall(r"^\| `(\w+)` \|.*\|([^|]*)\|$", PAGE, re.MULTILINE)
}


def names(requirements: list[str]) -> set[str]:
    """Return the names of what is required, without versions."""
    return {re.split(r"[\[<>=~!; ]", requirement)[0] for requirement in requirements}


def test_each_extra_is_told() -> None:
    """An extra has a row in the table, or is named among those of contributors; and there is no other."""
    _, _, after = PAGE.partition("\nThe extras ")
    contributors = set(re.findall(r"`(\w+)`", after.partition(" are for ")[0]))
    assert set(EXTRAS) == contributors | set(ROWS)
    assert set() == contributors & set(ROWS)


def test_each_row_says_what_the_extra_needs() -> None:
    """What a row names is what pip installs for the extra."""
    assert {extra: names(EXTRAS[extra]) for extra in ROWS} == ROWS


def test_what_the_library_itself_needs_is_told() -> None:
    """The page names every dependency, and the Pythons that the classifiers name."""
    sentence = re.search(r"It needs ([^.]*)\.", PAGE.replace("\n", " "))
    assert sentence is not None
    assert names(PROJECT["dependencies"]) == set(re.findall(r"`([\w-]+)`", sentence[1]))
    line = re.search(r"\*\*Python\*\* ([^\n]*)\.\n", PAGE)
    assert line is not None
    pythons = [one.rpartition(" ")[2] for one in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)]
    assert pythons == re.findall(r"3\.\d+", line[1])


def test_the_version_is_the_one_that_is_installed() -> None:
    """The session shows the version of this library, twice."""
    assert 2 == PAGE.count(f"{__version__}\n")
