"""What the generated readers and writers share: values by their texts, and what is looked at once for a whole record.

The memories here are bounded, and safe to use from several threads: whoever finds a text missing makes the value anew.
"""

# pyright: reportPrivateUsage=false

import datetime
from typing import Annotated, Any, Final, TypeAlias, cast

import msgspec

from coopmodel.codes.themes import THEMES
from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import FORMAT_VERSION, FormatVersion
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.identifiers import LONGEST_IDENTIFIER, to_reference
from coopmodel.values.memory import remember
from coopmodel.values.open_codes import to_area_code
from coopmodel.values.periods import Period, to_date_or_period
from coopmodel.values.quantities import Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing

State: TypeAlias = tuple[list[str], list[str], list[dict[str, str]], list[dict[str, dict[str, Any]]]]
"""What a record holds and nobody has looked at yet: its identifiers, its plain strings, its texts by language, and its extensions."""

Texts: TypeAlias = Annotated[dict[str, str], msgspec.Meta(min_length=1)]

_KEPT: Final = 8192
"""How many values of a sort are kept."""


class OtherClass(Exception):  # noqa: N818  a signal between the writers and their caller
    """An object is of a class that extends one of the model's."""


class TimingIn(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A relative date, as it is decoded."""

    anchor: str
    offset: str = cast("Any", None)


class TimingOut(msgspec.Struct, omit_defaults=True, gc=False):
    """A relative date, as it is encoded."""

    anchor: str
    offset: str | None = None


def open_twin(kind: type[Any]) -> Any:  # noqa: ANN401  a class
    """Return a class with the same slots whose objects can be filled, and then be told to be of ``kind``.

    Filling slots of an open class is several times faster than the constructor of a frozen one, and the object is the same in the end.
    """
    plain = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    twin: Any = type(f"{kind.__name__}Slots", kind.__bases__, plain | {"__slots__": kind.__dict__["__slots__"]})
    twin.__abstractmethods__ = frozenset()  # a text is a Mapping, and its twin has none of the methods
    return twin


TextSlots: Final = open_twin(Text)

known_country: Final = Country._known.get
known_partial_date: Final = PartialDate._known.get
known_period: Final = Period._known.get
known_quantity: Final = Quantity._known.get
known_recurrence: Final = Recurrence._known.get

_days: Final[dict[str, datetime.date]] = {}
_timings: Final[dict[str, Timing]] = {}
known_day: Final = _days.get
known_timing: Final = _timings.get

AREAS: Final[set[str]] = {*THEMES}
"""Words that are codes of thematic areas: the list, and those with a prefix that were met."""


def to_day(text: str) -> datetime.date:
    """Return an exact day, and keep it."""
    day = to_date(text)
    if len(_days) >= _KEPT:
        _days.clear()
    return _days.setdefault(text, day)


def to_timing(text: str) -> Timing:
    """Return a date or a period as a timing, and keep it."""
    timing = Timing(text)
    if len(_timings) >= _KEPT:
        _timings.clear()
    return _timings.setdefault(text, timing)


def relative(decoded: TimingIn) -> Timing:
    """Return a relative date."""
    return Timing(anchor=decoded.anchor, offset=decoded.offset)


def date_or_period(text: str) -> PartialDate | Period:
    """Return a date or a period."""
    known: Any = known_partial_date(text) or known_period(text)
    return known if known is not None else to_date_or_period(text)


def add_area(text: str) -> None:
    """Keep the code of an area in mind, or raise ``InvalidValue`` for what is none."""
    to_area_code(text)
    remember(AREAS, text, _KEPT)


def add_reference(text: str, ids: list[str]) -> None:
    """Put a reference into this record among the identifiers that are still to be looked at; look at any other at once."""
    if "#" in text or len(text) > LONGEST_IDENTIFIER:
        to_reference(text)
    else:
        ids.append(text)


def this_version(text: str) -> FormatVersion:
    """Return the format version; another one is for the versions' own module, and refused here."""
    if text != FORMAT_VERSION:
        raise InvalidValue("version.unsupported", "not the version of the fast way", text)
    return FORMAT_VERSION


def write_timing(timing: Timing) -> str | TimingOut:
    """Return what a timing is encoded from."""
    if timing.when is not None:
        return timing.when._text
    return TimingOut(str(timing.anchor), None if timing.offset is None else timing.offset._text)
