"""A hook of the site: each page is described by its first sentence, in its head and in ``llms.txt``.

``description:`` at the top of a page says it otherwise. ``llms.txt`` (https://llmstxt.org) lists the pages by room, for programs that read.
"""

import html
import re
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

_PARAGRAPH: Final = re.compile(r"<(?:p|li)>(.*?)</(?:p|li)>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_SENTENCE: Final = re.compile(r".*?(?:\.(?=\s|$)|:$)", re.DOTALL)
_MADE: Final = ("This page is generated", "Esta página se genera")
"""How pages begin that a program writes; what they are about comes after it."""
_SHORTEST: Final = 40

_navigation: dict[str, Navigation] = {}
_descriptions: dict[str, str] = {}


def first_sentence(content: str) -> str:
    """Return the first sentence of a page; the next too after one that says little, such as "Accepted."."""
    for paragraph in _PARAGRAPH.findall(content):
        text = " ".join(html.unescape(_TAG.sub("", paragraph)).split())
        if text.startswith(_MADE):
            continue
        taken = ""
        for sentence in _SENTENCE.findall(text) or [text]:
            taken = f"{taken} {sentence.strip()}".strip()
            if len(taken) >= _SHORTEST:
                return f"{taken[:-1]}." if taken.endswith(":") else taken
    return ""


def on_page_content(content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  mkdocs calls it so
    """Describe the page, unless it does so itself; the theme writes what it is given as it is."""
    _descriptions[page.url] = page.meta.get("description", first_sentence(content))
    page.meta["description"] = html.escape(_descriptions[page.url])
    return content


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001  mkdocs calls it so
    """Keep the navigation, by which ``llms.txt`` is ordered."""
    _navigation["whole"] = nav
    return nav


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write ``llms.txt``."""
    whole: Any = _navigation["whole"]
    items: list[Page | Section] = whole.items
    loose = [item for item in items if isinstance(item, Page)]
    text = [f"# {config.site_name}", f"> {config.site_description}", "\n".join([entry(page) for page in loose])]
    for section in [item for item in items if isinstance(item, Section)]:
        text += [f"## {section.title}", "\n".join([entry(page) for page in pages_of(section)])]
    (Path(config.site_dir) / "llms.txt").write_text("\n\n".join(text) + "\n", encoding="utf-8")


def pages_of(section: Section) -> list[Page]:
    """Return the pages of a section, in their order, at every depth."""
    found: list[Page] = []
    for child in section.children:
        found += [child] if isinstance(child, Page) else pages_of(child) if isinstance(child, Section) else []
    return found


def entry(page: Any) -> str:
    """Return the line of a page; addresses are relative to the site, which does not know where it will stand."""
    return f"- [{page.title}]({page.url or './'}): {_descriptions[page.url]}"
