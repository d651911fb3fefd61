"""A hook of the site: mends what the theme writes into each page."""

import re
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_ALTERNATE: Final = re.compile(r'<link rel="alternate" [^>]*>')
_SEARCH: Final = 'data-md-component="search" role="dialog"'
_NAMES: Final = {"en": "Search", "es": "Búsqueda"}
_SPANISH: Final = {
    "Switch to light mode": "Cambiar a modo claro",
    "Switch to dark mode": "Cambiar a modo oscuro",
    "Switch to system preference": "Seguir la preferencia del sistema",
    "Link to this section": "Enlace a esta sección",
}
"""What ``mkdocs.yml`` lets the theme write into every page, whatever its language."""
_ENGLISH: Final = re.compile(rf' (title|aria-label)="({"|".join(_SPANISH)})"')


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  mkdocs calls it so
    """Mend a page."""
    return mended(output, config)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001  mkdocs calls it so
    """Mend the page that says that there is no such page."""
    return mended(output, config)


def mended(output: str, config: MkDocsConfig) -> str:
    """Give the search a name to be read out, say the labels of a Spanish page in Spanish, and leave out the alternates in the head.

    By these the theme would look for a map of the site under each language, where there is none, and search engines want whole addresses in
    them: the site does not know where it will stand.
    """
    language: str = config.theme["language"]
    mended = _ALTERNATE.sub("", output).replace(_SEARCH, f'{_SEARCH} aria-label="{_NAMES[language]}"')
    return _ENGLISH.sub(lambda label: f' {label[1]}="{_SPANISH[label[2]]}"', mended) if language == "es" else mended
