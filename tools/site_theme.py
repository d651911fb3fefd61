"""A hook of the site: mends what the theme writes into each page."""

import re
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_ALTERNATE: Final = re.compile(r'<link rel="alternate" [^>]*>')
_SEARCH: Final = 'data-md-component="search" role="dialog"'
_NAMES: Final = {"en": "Search", "es": "Búsqueda"}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  mkdocs calls it so
    """Mend a page."""
    return mended(output, config)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001  mkdocs calls it so
    """Mend the page that says that there is no such page."""
    return mended(output, config)


def mended(output: str, config: MkDocsConfig) -> str:
    """Give the search a name to be read out, and leave out the links to the other language in the head.

    By these the theme would look for a map of the site under each language, where there is none, and search engines want whole addresses in
    them: the site does not know where it will stand.
    """
    return _ALTERNATE.sub("", output).replace(_SEARCH, f'{_SEARCH} aria-label="{_NAMES[config.theme["language"]]}"')
