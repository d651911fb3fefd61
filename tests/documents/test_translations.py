"""The documents that are in Spanish too say the same as in English, and neither goes ahead of the other."""

from typing import Final

import pytest
from paired_pages import ROOT, Page, first_difference, missing_links, read

REQUIRED: Final = ("README", "docs/index", "docs/tutorial", "docs/how-to/communique", "docs/glossary", "docs/reference/rules")
"""Their readers are Spanish: these are in both languages, whatever else is."""

SPANISH: Final = sorted(
    [str(path.relative_to(ROOT)).removesuffix(".es.md") for path in (*ROOT.glob("*.es.md"), *(ROOT / "docs").rglob("*.es.md"))]
)
PAIRS: Final = [name for name in SPANISH if (ROOT / f"{name}.md").is_file()]


@pytest.mark.parametrize("name", REQUIRED)
def test_what_spanish_readers_need_is_in_both_languages(name: str) -> None:
    """README, home page, tutorial, the page on a whole communiqué, glossary and catalogue of rules stand in English and in Spanish."""
    assert [] == [page for page in (f"{name}.md", f"{name}.es.md") if not (ROOT / page).is_file()]


def test_every_spanish_page_has_an_english_twin() -> None:
    """No page is in Spanish only."""
    assert PAIRS == SPANISH


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("what", ["headings", "blocks", "files", "commands"])
def test_a_pair_keeps_in_step(name: str, what: str) -> None:
    """Twins have the same levels and ids of headings, kinds of blocks, files to write, and commands but for their language, in one order."""
    assert first_difference(read(f"{name}.md"), read(f"{name}.es.md"), what) is None


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_leads_to_the_same_pages(name: str) -> None:
    """What one of two twins links to, the other links to, in its language where that exists."""
    english, spanish = read(f"{name}.md"), read(f"{name}.es.md")

    assert [] == missing_links(english, spanish) + missing_links(spanish, english)


@pytest.mark.parametrize("name", PAIRS)
def test_a_spanish_page_asks_for_spanish(name: str) -> None:
    """In a session of a Spanish page each command of the command line that prints words is asked to print them in Spanish."""
    page = read(f"{name}.es.md")
    spoken = [command for command in page.sessions if command.said.startswith("coopmodel ") and command.printed]
    spoken = [command for command in spoken if not command.said.startswith("coopmodel digest")]  # no word of any language

    assert [] == [f"{page.name}:{command.line}" for command in spoken if "--lang es" not in command.said]


def pages(english: str, spanish: str) -> tuple[Page, Page]:
    return Page("a.md", english), Page("a.es.md", spanish)


@pytest.mark.parametrize(
    ("what", "english", "spanish", "told"),
    [
        ("headings", "# A\n\n## B\n", "# A\n\n### B\n", "headings 2: a.md:3 has '##', a.es.md:3 has '###'"),
        ("headings", "# A\n\n## B { #b }\n", "# A\n\n\n## B\n", "headings 2: a.md:3 has '## { #b }', a.es.md:4 has '##'"),
        ("headings", "# A\n\n## B\n", "# A\n", "headings 2: a.md:3 has '##', a.es.md has no more"),
        ("blocks", "```sh\nls\n```\n", "```text\nls\n```\n", "blocks 1: a.md:1 has 'sh', a.es.md:1 has 'text'"),
        ("blocks", "", "\n\n```json\n{}\n```\n", "blocks 1: a.md has no more, a.es.md:3 has 'json'"),
        (
            "blocks",
            '```yaml title="a.yaml"\nid: a\n```\n',
            '```yaml title="b.yaml"\nid: a\n```\n',
            "blocks 1: a.md:1 has 'yaml title=\"a.yaml\"', a.es.md:1 has 'yaml title=\"b.yaml\"'",
        ),
        (
            "files",
            '```yaml title="a.yaml"\nid: a\nrevision: 1\n```\n',
            '```yaml title="a.yaml"\nid: a\nrevision: 2\n```\n',
            "files 2: a.md:3 has 'revision: 1', a.es.md:3 has 'revision: 2'",
        ),
        (
            "commands",
            "```console\n$ coopmodel status a.json\nok\n$ coopmodel rules\n```\n",
            "```console\n$ coopmodel status a.json --lang es\nbien\n$ coopmodel schema\n```\n",
            "commands 2: a.md:4 has 'coopmodel rules', a.es.md:4 has 'coopmodel schema'",
        ),
        ("commands", "```bash\nls a\n```\n", "```bash\nls b\n```\n", "commands 1: a.md:2 has 'ls a', a.es.md:2 has 'ls b'"),
    ],
)
def test_the_first_part_that_differs_is_named(what: str, english: str, spanish: str, told: str) -> None:
    """Of two pages that are out of step the part is told at which they part, with both of its places."""
    assert told == first_difference(*pages(english, spanish), what)


def test_what_stands_in_a_block_is_no_heading_and_no_link() -> None:
    """A comment in a block is no heading, and what looks like a link in a block leads nowhere."""
    page = Page("a.md", "# A\n\n```sh\n# not a heading, [no](link.md)\n```\n\n[a link](b.md#c)\n")

    assert [(1, "#")] == page.headings
    assert {"b.md#c": 7} == page.links


def test_a_missing_link_is_named() -> None:
    """A link that only one of two pages has is told with its place; a link to the twin's own language is none."""
    english, spanish = pages("[a](a.md)\n[b](b.md#x)\n", "[a](a.es.md)\n")

    assert ["a.md:2 links to b.md#x, a.es.md does not"] == missing_links(spanish, english)
    assert [] == missing_links(english, spanish)


def test_comments_may_be_in_either_language() -> None:
    """Twins may comment a file in their own words, and call the end of a file as they do."""
    english, spanish = pages(
        '```yaml title="a.yaml, continued"\ndate: 2024-41  # second half\n```\n',
        '```yaml title="a.yaml, continuación"\ndate: 2024-41  # segundo semestre\n```\n',
    )

    assert first_difference(english, spanish, "files") is None
    assert first_difference(english, spanish, "blocks") is None
