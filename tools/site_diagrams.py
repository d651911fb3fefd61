"""A hook of the site: pages with a diagram load the library that draws it from the site itself.

The theme asks another host for the library, unless it is there before the theme's own script runs.
"""

import re
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

LIBRARY: Final = "assets/mermaid/mermaid.min.js"
COLOURS: Final = "assets/mermaid/colours.js"

_THEME: Final = re.compile(r'<script src="[^"]*assets/javascripts/bundle[^"]*"></script>')


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  mkdocs calls it so
    """Put the library before the theme's script, on the pages that have something to draw."""
    if '<pre class="mermaid">' not in output:
        return output
    scripts = "".join([f'<script src="{get_relative_url(path, page.url)}"></script>' for path in (LIBRARY, COLOURS)])
    found = _THEME.search(output)
    if found is None:
        raise ValueError("the theme's own script was not found, so nothing can be loaded before it")
    return f"{output[: found.start()]}{scripts}{output[found.start() :]}"
