"""Citations: the words that carry an assertion, and where they stand."""

from collections.abc import Iterable

import attrs

from coopmodel.errors import InvalidValue
from coopmodel.model.fields import Offset, checked, instances
from coopmodel.model.record import Record
from coopmodel.values.identifiers import Identifier, to_identifier
from coopmodel.values.several import several
from coopmodel.values.strings import to_optional_string, to_string


def to_member_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the texts as names of members."""
    return several(values, to_string)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Citation(Record):
    """The words of a source that carry an assertion (the text quote and text position selectors of W3C Web Annotation, 4.2.4 and 4.2.5).

    A quotation matches when its words do: runs of white space are equal. With neither ``exact`` nor ``locator`` it names a source as a whole.

    Raises:
        InvalidValue: ``citation.offsets`` when only one of ``start`` and ``end`` is there, or ``end`` is not after ``start``;
            ``citation.context`` when ``prefix``, ``suffix`` or offsets come without ``exact``.
    """

    source: Identifier = attrs.field(converter=to_identifier)
    """Id of the record's source."""
    exact: str | None = attrs.field(default=None, converter=to_optional_string)
    """The words, verbatim and never normalised."""
    prefix: str | None = attrs.field(default=None, converter=to_optional_string)
    """Words just before, to tell two equal quotations apart."""
    suffix: str | None = attrs.field(default=None, converter=to_optional_string)
    """Words just after."""
    start: Offset | None = None
    """Where the words begin in the text, counted in Unicode code points from 0."""
    end: Offset | None = None
    """Where they end, exclusive."""
    locator: str | None = attrs.field(default=None, converter=to_optional_string)
    """Where a person finds them: ``p. 4``, ``art. 3(2)``, ``row 253``."""
    supports: tuple[str, ...] = attrs.field(default=(), converter=to_member_names)
    """Names of the members that the words carry; empty: the whole entity."""

    def __attrs_post_init__(self) -> None:
        """Check the members against each other."""
        if (self.start is None) != (self.end is None):
            raise InvalidValue("citation.offsets", "start and end go together")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise InvalidValue("citation.offsets", f"end {self.end} must be greater than start {self.start}")
        if self.exact is None and (self.prefix is not None or self.suffix is not None or self.start is not None):
            raise InvalidValue("citation.context", "prefix, suffix and offsets need the exact words that they belong to")


def to_citations(values: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the citations as a tuple."""
    return instances(values, Citation)
