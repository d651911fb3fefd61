"""In which language a quotation is."""

from typing import Any

from coopmodel.analysis.index import Index
from coopmodel.analysis.languages import languages_of, source_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.statements import Source

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "authentic_languages": ["es", "en"]}
SPANISH = Source(id="s", kind="news", language="es-CL")
UNKNOWN = Source(id="u", kind="news")


def index() -> Index:
    return Index(Agreement(**BASE, sources=[SPANISH, UNKNOWN], commitments=[Commitment(id="c", statement={"en": "C"})]))


def test_a_source_tells_its_language() -> None:
    """The language of the source is that of its quotations."""
    assert ("es-CL",) == languages_of(index(), Citation(source="s"))


def test_else_the_agreement_tells() -> None:
    """Where the source does not say, is not there or is none, it may be any language of the agreement."""
    for source in ("u", "nowhere", "c"):
        assert ("es", "en") == languages_of(index(), Citation(source=source))


def test_the_source_of_a_citation_is_found() -> None:
    """A source is found by its id; an entity of another kind is none."""
    assert [SPANISH, UNKNOWN, None, None] == [source_of(index(), Citation(source=source)) for source in ("s", "u", "nowhere", "c")]
