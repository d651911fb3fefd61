"""Thematic areas that the built-in taxonomy lacks."""

from collections.abc import Iterable

import attrs

from coopmodel.codes.words import MappingMatch
from coopmodel.model.entity import Entity
from coopmodel.model.fields import checked, instances
from coopmodel.model.record import Record
from coopmodel.values.open_codes import AreaCode, to_optional_area_code, to_own_area_code
from coopmodel.values.strings import to_string
from coopmodel.values.text import Text, to_text
from coopmodel.values.urls import Url, to_optional_url


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class AreaMapping(Record):
    """The same subject in another classification (SKOS mapping properties)."""

    scheme: str = attrs.field(converter=to_string)
    """Such as ``ICCS``, ``SDG``, ``DAC``, ``EuroVoc``."""
    code: str = attrs.field(converter=to_string)
    """Code in that classification, verbatim."""
    uri: Url | None = attrs.field(default=None, converter=to_optional_url)
    """Address of the concept there."""
    match: MappingMatch | None = None
    """How near: SKOS exact, close, broad or narrow match; absent: not judged."""
    source: str = attrs.field(converter=to_string)
    """Where the mapping was found."""


def to_area_mappings(values: Iterable[AreaMapping]) -> tuple[AreaMapping, ...]:
    """Return the mappings as a tuple."""
    return instances(values, AreaMapping)


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False, field_transformer=checked)
class ThematicArea(Entity):
    """A subject of cooperation, as a concept of a taxonomy (SKOS)."""

    code: AreaCode = attrs.field(converter=to_own_area_code)
    """With the record's own prefix, such as ``acme:forensics``."""
    label: Text = attrs.field(converter=to_text)
    """What the area is called."""
    broader: AreaCode | None = attrs.field(default=None, converter=to_optional_area_code)
    """Code of the area that it is part of, built-in or own."""
    mappings: tuple[AreaMapping, ...] = attrs.field(default=(), converter=to_area_mappings)
    """The same subject in other classifications."""


def to_thematic_areas(values: Iterable[ThematicArea]) -> tuple[ThematicArea, ...]:
    """Return the areas as a tuple."""
    return instances(values, ThematicArea)
