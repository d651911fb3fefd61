"""What every entity may carry: evidence, and data of others."""

import attrs

from coopmodel.model.citation import Citation, to_citations
from coopmodel.model.fields import checked
from coopmodel.model.record import Record
from coopmodel.values.extensions import NO_EXTENSIONS, Extensions, to_extensions


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class Entity(Record):
    """Base of the entities; its members come last on the wire."""

    evidence: tuple[Citation, ...] = attrs.field(default=(), converter=to_citations)
    """The words that carry what the entity asserts."""
    extensions: Extensions = attrs.field(default=NO_EXTENSIONS, converter=to_extensions, hash=False)
    """Objects by namespace, immutable JSON; compared, not hashed."""
