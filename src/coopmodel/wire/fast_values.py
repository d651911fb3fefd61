"""What the generated readers and writers share: values by their texts, and what is looked at once for a whole record.

The memories here are bounded, and safe to use from several threads: whoever finds a text missing makes the value anew.
"""

# pyright: reportPrivateUsage=false

import datetime
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias, cast

import msgspec

from coopmodel.codes.themes import THEMES
from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import FORMAT_VERSION, FormatVersion
from coopmodel.values.countries import Country, to_subdivision_code
from coopmodel.values.dates import PartialDate, to_date
from coopmodel.values.durations import Duration
from coopmodel.values.identifiers import ANCHOR_WORDS, LONGEST_IDENTIFIER
from coopmodel.values.memory import remember
from coopmodel.values.open_codes import to_area_code, to_own_area_code
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.values.urls import to_url

State: TypeAlias = tuple[list[str], list[str], list[dict[str, str]], list[dict[str, dict[str, Any]]]]
"""What a record holds and nobody has looked at yet: its identifiers, its plain strings, its texts by language, and its extensions."""

Texts: TypeAlias = Annotated[dict[str, str], msgspec.Meta(min_length=1)]

_KEPT: Final = 8192
"""How many values of a sort are kept."""


class OtherClass(Exception):  # noqa: N818  a signal between the writers and their caller
    """An object is of a class that extends one of the model's."""


class TimingIn(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A relative date, as it is decoded."""

    anchor: Annotated[str, msgspec.Meta(max_length=LONGEST_IDENTIFIER)]
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
    twin: Any = type(f"{kind.__name__}Slots", (kind,), plain | {"__slots__": ()})  # a class that adds no slots changes places fastest
    return twin


TextSlots: Final = open_twin(Text)
TimingSlots: Final = open_twin(Timing)

known_country: Final = Country._known.get
known_duration: Final = Duration._known.get
known_partial_date: Final = PartialDate._known.get
known_period: Final = Period._known.get
known_quantity: Final = Quantity._known.get
known_recurrence: Final = Recurrence._known.get

_days: Final[dict[str, datetime.date]] = {}
_timings: Final[dict[str, Timing]] = {}
known_day: Final = _days.get
known_timing: Final = _timings.get


def adder(memory: set[str], look_at: Callable[[str], object]) -> Callable[[str], None]:
    """Return what looks at a text and keeps in mind that it is right; it raises ``InvalidValue`` for one that is not."""

    def add(text: str) -> None:
        look_at(text)
        remember(memory, text, _KEPT)

    return add


AREAS: Final[set[str]] = {*THEMES}
OWN_AREAS: Final[set[str]] = set()
SUBDIVISIONS: Final[set[str]] = set()
URLS: Final[set[str]] = set()
"""Texts that were found right, since they stand in many records."""

add_area: Final = adder(AREAS, to_area_code)
add_own_area: Final = adder(OWN_AREAS, to_own_area_code)
add_subdivision: Final = adder(SUBDIVISIONS, to_subdivision_code)
add_url: Final = adder(URLS, to_url)


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


def relative(decoded: TimingIn, ids: list[str]) -> Timing:
    """Return a relative date; put its anchor among the identifiers that are still to be looked at, unless it is an event of the agreement."""
    timing: Any = TimingSlots()
    timing.when = None
    timing.anchor = anchor = decoded.anchor
    if anchor not in ANCHOR_WORDS:
        ids.append(anchor)
    offset: Any = decoded.offset
    timing.offset = None if offset is None else known_duration(offset) or Duration(offset)
    timing.__class__ = Timing
    return timing  # type: ignore[no-any-return]


def add_reference(text: str, ids: list[str]) -> None:
    """Put the identifiers that a reference is made of among those that are still to be looked at; raise ``LookupError`` if one is too long."""
    parts = text.split("#", 1) if "#" in text else (text,)
    if len(text) > LONGEST_IDENTIFIER and max(map(len, parts)) > LONGEST_IDENTIFIER:
        raise LookupError
    ids += parts


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
