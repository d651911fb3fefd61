"""A hook of the site: pages ``x.es.md`` are the Spanish site, below ``es/``, with its own navigation; the rest is the English one.

Everything is built in one go, so that a link from one language to the other is checked like any other, and no page stands twice.
The last section of the navigation is the Spanish one.
"""

import posixpath
import re
from pathlib import PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

SECTION: Final = "Español"
_SUFFIX: Final = ".es.md"
_LINK: Final = re.compile(r"(?<=\]\()([\w./-]+)(?<!\.es)\.md(?=[)#])")

_spanish: dict[str, Navigation] = {}


def language_of(file: File) -> str:
    """Return the language of a page."""
    return "es" if file.src_uri.endswith(_SUFFIX) else "en"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Give the Spanish pages their places: ``reference/rules.es.md`` becomes ``es/reference/rules/``."""
    for file in [file for file in files.documentation_pages() if language_of(file) == "es"]:
        path = PurePosixPath(file.src_uri.removesuffix(_SUFFIX))
        folder = path.parent if path.name == "index" else path
        files.remove(file)
        files.append(File(file.src_uri, file.src_dir, config.site_dir, use_directory_urls=True, dest_uri=str("es" / folder / "index.html")))
    return files


def on_nav(nav: Any, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001  mkdocs calls it so
    """Part the navigation in two, and let no arrow lead from one into the other."""
    items: list[Page | Section] = nav.items
    section = next(item for item in items if isinstance(item, Section) and item.title == SECTION)
    spanish = [page for page in nav.pages if language_of(page.file) == "es"]
    english = [page for page in nav.pages if language_of(page.file) == "en"]
    english[-1].next_page = spanish[0].previous_page = None
    for child in section.children:
        child.parent = None
    _spanish["nav"] = Navigation(section.children, spanish)
    _spanish["nav"].homepage = spanish[0]
    return Navigation([item for item in items if item is not section], english)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  mkdocs calls it so
    """Lead the links of a Spanish page to Spanish pages, where there are such; one to its own pair means the English page."""

    def one(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), match[1]))
        own = target == same(page.file.src_uri)
        return f"{match[1]}{_SUFFIX}" if not own and files.get_file_from_path(f"{target}{_SUFFIX}") else match[0]

    return _LINK.sub(one, markdown) if language_of(page.file) == "es" else markdown


def on_page_context(context: dict[str, Any], *, page: Page, config: Any, nav: Navigation) -> dict[str, Any]:  # noqa: ARG001  mkdocs calls it so
    """Draw the page in its language: words of the theme, navigation, and a switch that leads to the same page where there is a pair."""
    language = language_of(page.file)
    config.theme["language"] = language
    if not page.is_homepage:
        page.meta.setdefault("title", title_of(page, language))
    if page.parent is None:
        page.meta.setdefault("hide", ["navigation"])  # a list of one page
    urls = {language_of(other): other.url for other in context["pages"] if same(other.src_uri) == same(page.file.src_uri)}
    homes = {"en": "./", "es": "es/"}
    alternates: list[dict[str, str]] = config.extra["alternate"]
    for alternate in alternates:
        alternate["link"] = urls.get(alternate["lang"], homes[alternate["lang"]])
    return context | {"nav": _spanish["nav"]} if language == "es" else context


def title_of(page: Any, language: str) -> str:
    """Return a title that no other page has: with the section that it stands in, and its language."""
    parts: list[str] = [page.title] if page.parent is None or page.is_index else [page.title, page.parent.title]
    return " - ".join(parts if language == "en" else [*parts, "español"])


def same(src_uri: str) -> str:
    """Return what the two pages of a pair have in common."""
    return src_uri.removesuffix(_SUFFIX).removesuffix(".md")
