"""Making a citation of words that stand in a text."""

from collections.abc import Iterable
from functools import lru_cache

import attrs

from coopmodel.analysis.quotations import QuotableText
from coopmodel.errors import InvalidValue, shown
from coopmodel.model.citation import Citation
from coopmodel.values.strings import to_string


def quote(
    words: str, *, source: str, text: str, prefix: str | None = None, suffix: str | None = None, supports: Iterable[str] = ()
) -> Citation:
    """Return the citation of words that stand in a text once, with the place where they do: evidence that is right when it is made.

    Args:
        words: The words, verbatim; runs of white space are equal. They are kept as they are given.
        source: Id of the record's source that the text is of.
        text: The whole text, with the line ends of its file, as ``bytes.decode`` gives it: places are counted in it.
        prefix: Words just before, where the same words stand more than once.
        suffix: Words just after.
        supports: Names of the members that the words carry; empty: the whole entity.

    Raises:
        InvalidValue: ``quotation.absent``: the text does not hold the words; where it holds them but for case, accents, quotation marks or
            dashes, it says how they read there. ``quotation.ambiguous``: they stand in several places. Or what ``Citation`` refuses.

    Examples:
        >>> import coopmodel as cm
        >>> text = "Ambas delegaciones acordaron patrullajes conjuntos."
        >>> citation = cm.quote("acordaron patrullajes conjuntos", source="communique", text=text)
        >>> citation.start, citation.end
        (19, 50)
        >>> cm.quote("Acordaron patrullas", source="communique", text=text)
        Traceback (most recent call last):
        coopmodel.errors.InvalidValue: the text does not hold these words: 'Acordaron patrullas' [quotation.absent]
    """
    citation = Citation(source=source, exact=to_string(words), prefix=prefix, suffix=suffix, supports=supports)
    quotable = _quotable(to_string(text))
    found = quotable.find(words, prefix, suffix, limit=2)
    if len(found) > 1:
        message = f"{shown(words)} stands more than once in the text: tell by prefix or suffix which is meant"
        raise InvalidValue("quotation.ambiguous", message, words)
    if not found:
        near = quotable.nearly(words, prefix, suffix)
        reads = "" if near is None else f"; it reads {shown(near)}"
        where = "" if prefix is None and suffix is None else ", or not between the prefix and suffix given"
        raise InvalidValue("quotation.absent", f"the text does not hold these words{where}: {shown(words)}{reads}", words)
    ((start, end),) = found
    return attrs.evolve(citation, start=start, end=end)


@lru_cache(maxsize=2)  # texts may be large
def _quotable(text: str) -> QuotableText:
    """Return the text prepared, which is done once for the many quotations of one source."""
    return QuotableText(text)
