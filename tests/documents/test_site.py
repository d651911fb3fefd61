"""The site, built with no network. It is built only where mkdocs and its plug-ins are installed (extra ``docs``)."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
MISSING: Final = [name for name in ("mkdocs", "material", "mkdocstrings_handlers") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason="mkdocs and its plug-ins are not installed: install the extra 'docs'")

REMOTE: Final = re.compile(r"^(?:https?:)?//")


class Page(HTMLParser):
    """What a page names: its language, title, description, and what it loads or leads to.

    Attributes:
        language: Of the whole page.
        title: As the browser shows it.
        description: In its head.
        loaded: Addresses of scripts, styles, images.
        switch: Where the page leads for each language.
    """

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.language = self.title = self.description = ""
        self.loaded: list[str] = []
        self.switch: dict[str, str] = {}
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of a tag."""
        given = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title" and not self.title
        if tag == "html":
            self.language = given["lang"]
        elif tag == "meta" and given.get("name") == "description":
            self.description = given["content"]
        elif tag in {"script", "img", "iframe", "source"} and "src" in given:
            self.loaded.append(given["src"])
        elif tag == "link" and given["rel"] in {"stylesheet", "icon", "preload", "preconnect"}:
            self.loaded.append(given["href"])
        elif "hreflang" in given:
            self.switch[given["hreflang"]] = given["href"]

    def handle_data(self, data: str) -> None:
        """Note the title."""
        self.title += data if self._in_title else ""
        self._in_title = False


@pytest.fixture(scope="module", name="site")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built strictly: a link or an anchor that leads nowhere fails."""
    folder = tmp_path_factory.mktemp("site")
    config = str(ROOT / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", config, "--site-dir", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})  # noqa: S603  our own
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="module", name="pages")
def read(site: Path) -> dict[str, Page]:
    """Return the pages by their address."""
    paths = sorted(site.rglob("index.html"))
    return {path.parent.relative_to(site).as_posix(): Page(path.read_text("utf-8")) for path in paths}


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Page]) -> None:
    """No page names another host for a script, a style, a font or an image."""
    assert [(page, url) for page, found in pages.items() for url in found.loaded if REMOTE.match(url)] == []
    assert all(found.loaded for found in pages.values())


def test_no_style_loads_from_elsewhere(site: Path) -> None:
    """No style sheet does either."""
    styles = {path.name: path.read_text("utf-8") for path in site.rglob("*.css")}
    assert [name for name, text in styles.items() if re.search(r"url\([\"']?(?:https?:)?//|@import", text)] == []
    assert "site.css" in styles


def test_pages_are_told_apart(pages: dict[str, Page]) -> None:
    """Each page has a title that no other has, and a description."""
    titles = [page.title for page in pages.values()]
    assert sorted(set(titles)) == sorted(titles)
    assert [name for name, page in pages.items() if len(page.description) < 15] == []


def test_pages_are_in_their_language(pages: dict[str, Page]) -> None:
    """What is below ``es/`` is Spanish, the rest is English, and each Spanish page is the pair of an English one."""
    assert {name: "es" if name.split("/")[0] == "es" else "en" for name in pages} == {name: page.language for name, page in pages.items()}
    spanish = [name for name in pages if name.split("/")[0] == "es"]
    assert {"es", "es/tutorial", "es/how-to/communique", "es/glossary", "es/reference/rules"} == set(spanish)
    assert {name.removeprefix("es").removeprefix("/") or "." for name in spanish} <= pages.keys()


def test_the_switch_keeps_the_page(pages: dict[str, Page]) -> None:
    """The switch leads to the same page where there is a pair, and else to the home of the other language."""
    for name, page in pages.items():
        here = Path("/") / name
        english = here if page.language == "en" else Path("/") / here.relative_to("/es")
        pair = Path("/es") / english.relative_to("/")
        expected = {"en": english, "es": pair if pair.relative_to("/").as_posix() in pages else Path("/es")}
        assert expected == {language: Path(os.path.normpath(here / link)) for language, link in page.switch.items()}


def test_a_spanish_page_can_lead_to_its_english_pair(site: Path) -> None:
    """The Spanish glossary leads to the English one, and else to Spanish pages where there are such."""
    text = (site / "es" / "glossary" / "index.html").read_text("utf-8")
    (english,) = re.findall(r'href="([^"#]*)">misma\s+lista\s+en\s+inglés</a>', text)
    assert os.path.normpath(f"es/glossary/{english}") == "glossary"
    assert 'href="../reference/rules/#cov001"' in text


def test_labels_of_a_spanish_page_are_spanish(site: Path) -> None:
    """What the pointer shows over a button or a heading is in the language of the page."""
    texts = {path.parent.relative_to(site).parts[:1] == ("es",): path.read_text("utf-8") for path in site.glob("**/glossary/index.html")}
    labels = {
        spanish: set(re.findall(r' title="([^"]*(?: mode| modo |system|sistema|section|sección)[^"]*)"', text))
        for spanish, text in texts.items()
    }
    assert labels == {
        False: {"Switch to light mode", "Switch to dark mode", "Switch to system preference", "Link to this section"},
        True: {"Cambiar a modo claro", "Cambiar a modo oscuro", "Seguir la preferencia del sistema", "Enlace a esta sección"},
    }


def test_diagrams_are_drawn_by_the_site_itself(site: Path) -> None:
    """Where there is a diagram, the library is loaded before the theme's script, which would fetch it; elsewhere it is not loaded."""
    for path in site.rglob("index.html"):
        text = path.read_text("utf-8")
        library, theme = text.find("assets/mermaid/mermaid.min.js"), text.find("assets/javascripts/bundle")
        assert ('<pre class="mermaid">' in text) is (-1 < library < theme), path
        assert library < theme, path


@pytest.mark.parametrize(("page", "name"), [("index.html", "Search"), ("404.html", "Search"), ("es/index.html", "Búsqueda")])
def test_the_theme_is_mended(site: Path, page: str, name: str) -> None:
    """The search has a name to be read out, and nothing makes the theme ask for maps of the site that are not there."""
    text = (site / page).read_text("utf-8")
    assert re.findall(r'role="dialog"[^>]*', text) == [f'role="dialog" aria-label="{name}"']
    assert 'rel="alternate"' not in text


def test_sessions_are_coloured_as_sessions(site: Path) -> None:
    """No block that begins with a prompt is taken for a program."""
    texts = [path.read_text("utf-8") for path in site.rglob("index.html")]
    assert not [text for text in texts if re.search(r'<div class="language-python[^>]*>(?:<[^>]*>)*&gt;&gt;&gt;', text)]
    assert any('<div class="language-pycon' in text for text in texts)


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("schema/agreement-1.0.schema.json", "wire/agreement.schema.json"),
        ("schema/report-1.0.schema.json", "formats/report.schema.json"),
    ],
)
def test_the_schemas_are_on_the_site(site: Path, place: str, source: str) -> None:
    """They are the files that the library ships, under the version that they name."""
    text = (ROOT / "src" / "coopmodel" / source).read_bytes()
    assert text == (site / place).read_bytes()
    assert place.removesuffix(".schema.json").rpartition("-")[2] == json.loads(text)["$id"].rpartition(":")[2]


def test_the_site_tells_what_is_not_yet_released(site: Path) -> None:
    """Under the changes each fragment stands once, below the name of its kind, and the kinds are in the order of a release."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
    page = (
        (site / "project" / "changelog" / "index.html").read_text("utf-8").partition('id="not-yet-released"')[2].partition("</article>")[0]
    )
    told = {
        re.sub(r"<[^>]+>|&para;", "", heading).strip(): items.count("<li>")
        for heading, items in re.findall(r"<h3[^>]*>(.*?)</h3>(.*?)(?=<h3|$)", page, re.DOTALL)
    }
    folder = ROOT / settings["directory"]
    fragments = {kind["name"]: len(list(folder.glob(f"*.{kind['directory']}.md"))) for kind in settings["type"]}
    expected = {name: number for name, number in fragments.items() if number}
    assert list(expected.items()) == list(told.items())


def test_the_search_knows_both_languages(site: Path) -> None:
    """Texts of both languages are in the one index, which is read with the stemmers of both."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == ["en", "es"]
    locations = {entry["location"] for entry in index["docs"]}
    assert {"reference/rules/#cov001", "es/reference/rules/#cov001", "es/glossary/#commitment"} <= locations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("territories (Hong Kong)", ["territories", "Hong", "Kong"]),
        ("<code>date.impossible</code>", ["code", "date", "impossible", "code"]),
        ("“acuerdo”, `load_yaml`: ¿qué año?", ["acuerdo", "load", "yaml", "qué", "año"]),
        ("COV001", ["COV001"]),
        ("&lt;agreement&gt;", ["agreement"]),
    ],
)
def test_the_search_parts_words_at_punctuation(site: Path, text: str, words: list[str]) -> None:
    """A word is found in parentheses, quotes and code too, a code as a whole and by its parts."""
    separator = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["config"]["separator"]
    assert words == [word for word in re.split(separator, text) if word]


def test_llms_txt_lists_each_page(site: Path, pages: dict[str, Page]) -> None:
    """Each page stands in it once, with the description that its head has."""
    text = (site / "llms.txt").read_text("utf-8")
    entries = re.findall(r"^- \[[^\n]+?\]\(([^)]*)\): (.+)$", text, re.MULTILINE)
    assert re.match(r"# coopmodel\n\n> \S", text)
    assert {os.path.normpath(url): description for url, description in entries} == {name: page.description for name, page in pages.items()}
    assert len(entries) == len(pages)
