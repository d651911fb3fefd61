"""The site in a browser that has no network. It is looked at only where a built one is named, and there is a Chromium.

``.ci/run`` builds it and names it. ``browsing.py`` tells what is looked at on a page.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from browsing import SCHEMES, SITE, WIDTHS, Reader, Visit, browser, missing, pages, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WHY_NOT: Final = missing()
pytestmark = pytest.mark.skipif(WHY_NOT is not None, reason=str(WHY_NOT))

SPANISH: Final = "es"
SHOWN: Final[Mapping[str, str]] = {"light": "default", "dark": "slate"}
"""What the theme calls the scheme that it shows to somebody who asked for one."""
SOUGHT: Final = (
    ("", "COV001", "reference/rules/#cov001"),
    ("", "date.impossible", "reference/error-codes/#date-impossible"),
    ("", "hong kong", "explanation/territories/"),
    ("", "performance", "reference/speed/"),
    ("", "vulnerability", "project/security/"),
    (SPANISH, "compromiso", "/es/"),
)
"""What a reader of each language types, and where one of the answers must lead."""

LARGE: Final = 100_000
"""Characters of a page for which axe needs seconds: such pages are seen once."""


@pytest.fixture(scope="module", name="site")
def _site() -> Iterator[tuple["Browser", str]]:
    """Keep one browser and one server for all that is looked at."""
    with served() as root, browser() as chromium:
        yield chromium, root


@pytest.fixture(scope="module", name="visits")
def _visits(site: tuple["Browser", str]) -> list[Visit]:
    """Look at every page as on a phone by daylight; at those where most can go wrong, at both widths and in both schemes."""
    visits: list[Visit] = []
    for width in WIDTHS.values():
        for scheme in SCHEMES:
            whole = (width, scheme) == (WIDTHS["phone"], "light")
            reader = Reader(*site, width, scheme)
            visits += [reader.visit(path) for path in (pages() if whole else _telling())]
    return visits


def _telling() -> list[str]:
    """Return the first page of each language, the longest of each folder that is not large, and all that have a picture or a diagram."""
    texts = {
        path: (Path(SITE) / path / "index.html").read_text("utf-8").partition("<article")[2].partition("</article>")[0] for path in pages()
    }
    lasting = sorted([path for path in texts if path and len(texts[path]) < LARGE], key=lambda path: len(texts[path]))
    longest = {path.rpartition("/")[0]: path for path in lasting}
    pictured = [path for path, text in texts.items() if "<img" in text or '<pre class="mermaid"' in text]
    first = [path for path in texts if path in {"", SPANISH}]
    return sorted({*first, *longest.values(), *pictured})


def test_no_page_reports_an_error_or_asks_for_what_is_not_there(visits: list[Visit]) -> None:
    """The console stays silent, every request is answered, and none goes to another machine."""
    assert {} == {str(visit): visit.problems for visit in visits if visit.problems}


def test_every_page_has_a_title_that_no_other_of_its_language_has(visits: list[Visit]) -> None:
    """Tabs and bookmarks can be told apart."""
    titles = {visit.path: (visit.language, visit.title) for visit in visits}
    assert [] == [path for path, (_, title) in titles.items() if not title]
    assert {} == {title: count for title, count in Counter(titles.values()).items() if count > 1}


def test_every_page_has_one_main_heading(visits: list[Visit]) -> None:
    """One heading of the first level, with words in it."""
    assert {} == {str(visit): visit.headings for visit in visits if len(visit.headings) != 1 or not visit.headings[0]}


def test_every_page_says_in_which_language_it_is(visits: list[Visit]) -> None:
    """What is read aloud is read in the right voice."""
    expected = {visit.path: "es" if visit.path.split("/")[0] == SPANISH else "en" for visit in visits}
    assert expected == {visit.path: visit.language for visit in visits}


def test_every_picture_is_there_and_has_words_in_its_place(visits: list[Visit]) -> None:
    """No image is broken, and each has an alternative text."""
    assert {} == {str(visit): (visit.unnamed, visit.broken) for visit in visits if visit.unnamed or visit.broken}


def test_no_page_is_wider_than_the_window(visits: list[Visit]) -> None:
    """Code and tables scroll in themselves; the page does not scroll sideways."""
    assert {} == {str(visit): visit.overflow for visit in visits if visit.overflow > 0}


def test_every_diagram_is_drawn(visits: list[Visit]) -> None:
    """Each block of Mermaid becomes a drawing with a height, without a network; and there is one at least."""
    assert {} == {str(visit): visit.drawings for visit in visits if visit.drawings[0] != visit.drawings[1]}
    assert sum(visit.drawings[1] for visit in visits) > 0


def test_axe_finds_no_serious_barrier(visits: list[Visit]) -> None:
    """Of what axe-core calls serious or critical, there is nothing."""
    assert {} == {str(visit): visit.barriers for visit in visits if visit.barriers}


def test_the_site_follows_the_scheme_that_the_reader_asked_for(visits: list[Visit]) -> None:
    """Who asks the system for dark gets dark."""
    assert {} == {str(visit): visit.scheme for visit in visits if visit.scheme != SHOWN[visit.asked]}


@pytest.mark.parametrize(("path", "words", "place"), SOUGHT)
@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_typed_is_found(site: tuple["Browser", str], path: str, words: str, place: str, width: str) -> None:
    """A reader types into the search field and gets answers, of which one leads to the place."""
    reader = Reader(*site, WIDTHS[width], "light")
    reader.open(path)
    if width == "phone":
        reader.page.locator(".md-header label[for=__search]").first.click()
    reader.page.locator("input.md-search__input").click()
    reader.page.keyboard.type(words)
    answers = reader.page.locator("a.md-search-result__link")
    answers.first.wait_for()
    links = answers.evaluate_all("links => links.map(({ pathname, hash }) => pathname + hash)")
    assert [] != [link for link in links if place in link]
    assert words.lower() in reader.page.locator(".md-search-result__list").inner_text().lower()
    assert [] == reader.problems
