"""A hook of the site: what stands elsewhere in the repository, and belongs on the site too, without being there twice."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT: Final = Path(__file__).parents[1]
SCHEMAS: Final = {
    "schema/agreement-1.0.schema.json": "src/coopmodel/wire/agreement.schema.json",
    "schema/report-1.0.schema.json": "src/coopmodel/formats/report.schema.json",
}
"""Where the schemas stand on the site; the place of a version never changes."""
PAGES: Final = {
    "project/changelog.md": "CHANGELOG.md",
    "project/contributing.md": "CONTRIBUTING.md",
    "project/security.md": "SECURITY.md",
}
_LINK: Final = re.compile(r"(?<=\]\()(?![a-z]+:|#)(?:docs/)?([\w./#-]+)(?=\))")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the schemas and the pages of the project."""
    for place, source in SCHEMAS.items():
        files.append(File.generated(config, place, abs_src_path=str(ROOT / source)))
    for place, source in PAGES.items():
        text = with_coming((ROOT / source).read_text("utf-8"))
        files.append(File.generated(config, place, content=moved(text)))
    return files


def with_coming(text: str) -> str:
    """Return the changelog with a section on what is not yet released, where a release would stand; another page stays as it is."""
    settings: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
    start = settings["start_string"]
    return text.replace(start, start + coming(settings))


def coming(settings: Mapping[str, Any]) -> str:
    """Return the section: what stands in ``changelog.d``, by kind, as towncrier will tell it, which the site does not need for it."""
    folder = ROOT / settings["directory"]
    parts = ["\n## Not yet released\n"]
    for kind in settings["type"]:
        fragments = sorted(folder.glob(f"*.{kind['directory']}.md"))
        texts = [path.read_text("utf-8").strip().replace("\n", "\n  ") for path in fragments]
        parts += [f"\n### {kind['name']}\n\n", *[f"- {text}\n" for text in texts]] if texts else []
    return "".join(parts) if len(parts) > 1 else ""


def moved(text: str) -> str:
    """Return the text of a page at the root as it has to be one folder below ``docs``: links are written from there."""
    by_name = {source: place for place, source in PAGES.items()}

    def one(match: re.Match[str]) -> str:
        path, separator, anchor = match[1].partition("#")
        return f"../{by_name.get(path, path)}{separator}{anchor}"

    return _LINK.sub(one, text)
