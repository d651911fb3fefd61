"""What others are asked to cite."""

import tomllib
from pathlib import Path
from typing import Any, Final

import yaml

import coopmodel

ROOT: Final = Path(__file__).parents[2]


def test_the_citation_is_of_this_version() -> None:
    """Title, version, licence, authors and abstract are those of the package, and the keywords are among its own."""
    cited: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert coopmodel.__version__ == cited["version"]
    assert (project["name"], project["license"], project["description"]) == (cited["title"], cited["license"], cited["abstract"])
    assert project["authors"] == cited["authors"]
    assert set(cited["keywords"]) <= set(project["keywords"])
