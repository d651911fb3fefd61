"""A hook of the site: Python sessions are coloured as sessions, so that what is printed does not look like code, and is not copied with it.

In the pages they are blocks of ``python``, as the tests want them.
"""

import re
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_SESSION: Final = re.compile(r"^( *```)python(?=\n *>>> )", re.MULTILINE)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  mkdocs calls it so
    """Name the sessions of a page as such."""
    return _SESSION.sub(r"\1pycon", markdown)
