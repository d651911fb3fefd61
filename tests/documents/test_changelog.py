"""Fragments of the changelog, of which a release makes its section."""

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]
SETTINGS: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
FRAGMENTS: Final = sorted((ROOT / SETTINGS["directory"]).iterdir())


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.name)
def test_a_fragment_is_of_a_kind_that_is_told(fragment: Path) -> None:
    """Its name says the kind: towncrier passes over one of another kind without a word."""
    kinds = {kind["directory"] for kind in SETTINGS["type"]}
    _, kind, ending = fragment.name.rsplit(".", 2)
    assert kind in kinds
    assert "md" == ending


@pytest.mark.skipif(importlib.util.find_spec("towncrier") is None, reason="towncrier is not installed: install the extra 'dev'")
def test_a_release_would_tell_every_fragment() -> None:
    """A draft holds the words of each."""
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "next"]
    draft = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout  # noqa: S603  our own
    told = " ".join(draft.split())
    assert [] == [fragment.name for fragment in FRAGMENTS if " ".join(fragment.read_text("utf-8").split()) not in told]


def test_a_release_has_a_place_to_write_to() -> None:
    """The changelog has the line below which towncrier writes, once."""
    assert 1 == (ROOT / SETTINGS["filename"]).read_text("utf-8").count(SETTINGS["start_string"])
