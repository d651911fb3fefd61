"""The pages of the API: every public name has its place, and nothing else has one among them."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Final

import coopmodel

HOMES: Final[dict[str, str]] = coopmodel.__dict__["_HOMES"]
"""The public names, and the module in which each is defined."""
PAGES: Final = Path(__file__).parents[2] / "docs" / "reference" / "api"
OTHERS: Final = ("testing.md", "types.md")
"""Pages of what is not listed in ``coopmodel``: the strategies, and the names that annotations mention."""


def shown(page: Path) -> list[str]:
    """Return the paths of the objects that a page shows."""
    return re.findall(r"^::: coopmodel\.([\w.]+)$", page.read_text("utf-8"), re.MULTILINE)


def test_each_public_name_stands_on_one_page() -> None:
    """The pages show the public names, each once, and no other."""
    found = Counter([name for page in PAGES.glob("*.md") if page.name not in OTHERS for name in shown(page)])
    assert dict.fromkeys(HOMES, 1) == dict(found)


def test_the_index_leads_to_each_page() -> None:
    """The index of the API has a row for every other page."""
    linked = re.findall(r"^\| \[[^]]+\]\(([\w.]+)\)", (PAGES / "index.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(page.name for page in PAGES.glob("*.md") if page.name != "index.md") == sorted(linked)


def test_the_names_beside_are_there_and_not_public() -> None:
    """What the other pages show can be imported from where it says, once, and is no public name."""
    paths = [path.rpartition(".") for page in OTHERS for path in shown(PAGES / page)]
    missing = [name for module, _, name in paths if not hasattr(import_module(f"coopmodel.{module}"), name)]
    public = [name for module, _, name in paths if HOMES.get(name) == module]
    assert ([], [], len(set(paths))) == (missing, public, len(paths))
