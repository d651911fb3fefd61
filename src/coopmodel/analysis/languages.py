"""In which language a quotation is."""

from coopmodel.analysis.index import Index
from coopmodel.model.citation import Citation
from coopmodel.model.statements import Source
from coopmodel.values.languages import LanguageTag


def languages_of(index: Index, citation: Citation) -> tuple[LanguageTag, ...]:
    """Return the languages that a quotation may be in: its source's or, where that is not known, those in which the agreement is authentic."""
    source = source_of(index, citation)
    if source is not None and source.language is not None:
        return (source.language,)
    return index.agreement.authentic_languages


def source_of(index: Index, citation: Citation) -> Source | None:
    """Return the source of a quotation; ``None`` where the record has none with this id."""
    source = index.entities.get(citation.source)
    return source if isinstance(source, Source) else None
