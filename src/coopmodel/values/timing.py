"""When something is due or takes place: a vague date, a period, or a distance from another event."""

import datetime
from collections.abc import Mapping
from typing import Any, Literal, NoReturn, TypeAlias

import attrs
from attrs.exceptions import FrozenInstanceError

from coopmodel.errors import InvalidValue, shown
from coopmodel.values.base import Value
from coopmodel.values.bounds import Bounds, Datelike, bounds_of
from coopmodel.values.dates import PartialDate
from coopmodel.values.durations import Duration, to_duration
from coopmodel.values.identifiers import Anchor, to_anchor
from coopmodel.values.periods import Period, to_date_or_period

Reason: TypeAlias = Literal["no-date", "cycle", "out-of-range", "no-event"]


@attrs.frozen
class Unknown:
    """Why a timing could not be resolved.

    Attributes:
        reason: ``no-date`` (the event has none), ``no-event`` (nobody knows the event), ``cycle`` (events wait for each other) or
            ``out-of-range`` (outside the years 1 to 9999).
        anchor: The event that it depends on.
    """

    reason: Reason
    anchor: str


class Timing:
    """``Timing("2024-41")``, ``Timing("2023/2024")``, ``Timing(anchor="signature", offset="P60D")``, ``Timing(anchor="meeting-2")``.

    Attributes:
        when: The date or period, or ``None`` if it is relative.
        anchor: Id of a meeting or milestone, or ``signature``, ``adoption``, ``entry-into-force``; ``None`` if it is not relative.
        offset: How long after the event (before, if negative); ``None`` for "at".

    Raises:
        InvalidValue: ``timing.form`` unless there is exactly one of ``when`` and ``anchor``, or for an offset without anchor; and what the
            parts raise.

    Examples:
        >>> from coopmodel import PartialDate, Timing
        >>> in_sixty_days = Timing(anchor="signature", offset="P60D")
        >>> in_sixty_days.resolve({"signature": PartialDate("2024-09-12")}).latest
        datetime.date(2024, 11, 11)
        >>> in_sixty_days.resolve({})
        Unknown(reason='no-event', anchor='signature')
    """

    __slots__ = ("anchor", "offset", "when")

    when: PartialDate | Period | None
    anchor: Anchor | None
    offset: Duration | None

    def __init__(
        self,
        when: PartialDate | Period | datetime.date | str | None = None,
        *,
        anchor: str | None = None,
        offset: Duration | str | None = None,
    ) -> None:
        """Check the parts, then their combination."""
        put = object.__setattr__
        put(self, "when", None if when is None else _to_when(when))
        put(self, "anchor", _part("anchor", to_anchor, anchor))
        put(self, "offset", _part("offset", to_duration, offset))
        if (when is None) == (anchor is None) or (anchor is None and offset is not None):
            raise InvalidValue("timing.form", "a timing is a date, a period, or an anchor with or without an offset")

    def wire(self) -> str | dict[str, str]:
        """Return the wire form: a text, or an object with ``anchor`` and ``offset``."""
        if self.when is not None:
            return Value.__str__(self.when)
        written: dict[str, str] = {"anchor": str(self.anchor)}
        if self.offset is not None:
            written["offset"] = Value.__str__(self.offset)
        return written

    @property
    def bounds(self) -> Bounds:
        """First and last day of its date or period; both unknown where it is relative, then ``resolve`` works them out."""
        return Bounds(None, None, earliest_certain=False, latest_certain=False) if self.when is None else self.when.bounds

    def resolve(self, events: Mapping[str, Datelike | Unknown]) -> Bounds | Unknown:
        """Return the first and last day, or why they cannot be told.

        Args:
            events: When each event takes place, by anchor; ``events_of`` makes it of a record.

        Raises:
            InvalidValue: ``type.date``: what is given for the event is no date.
        """
        if self.when is not None:
            return self.when.bounds
        anchor = str(self.anchor)
        known = events.get(anchor, Unknown("no-event", anchor))
        if isinstance(known, Unknown):
            return known
        event = bounds_of(known)
        if self.offset is None:
            return event
        edges = [edge and self.offset.after(edge) for edge in (event.earliest, event.latest)]
        if any(moved is None and edge is not None for moved, edge in zip(edges, (event.earliest, event.latest), strict=True)):
            return Unknown("out-of-range", anchor)
        return Bounds(edges[0], edges[1], event.earliest_certain, event.latest_certain)

    def _parts(self) -> tuple[PartialDate | Period | None, Anchor | None, Duration | None]:
        return self.when, self.anchor, self.offset

    def __str__(self) -> str:
        """Return the wire form as text; JSON where it is relative."""
        written = self.wire()
        if isinstance(written, str):
            return written
        members = ", ".join([f'"{name}": "{part}"' for name, part in written.items()])  # no part holds what JSON would escape
        return f"{{{members}}}"

    def __repr__(self) -> str:
        """Return a call that makes the same value."""
        written = self.wire()
        if isinstance(written, str):
            return f"Timing({written!r})"
        return f"Timing({', '.join([f'{name}={part!r}' for name, part in written.items()])})"

    def __eq__(self, other: object) -> bool:
        """Two timings are equal when they are spelt alike."""
        return isinstance(other, Timing) and self._parts() == other._parts()

    def __hash__(self) -> int:
        """Hash by the parts."""
        return hash(self._parts())

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy by the wire form."""
        return _rebuilt, (self.wire(),)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a value never changes."""
        raise FrozenInstanceError


Timed: TypeAlias = Timing | PartialDate | Period | datetime.date | str | Mapping[str, str]


def to_timing(value: Timed) -> Timing:
    """Return the value as a ``Timing``; a mapping has the members ``anchor`` and ``offset``, as on the wire."""
    if isinstance(value, Timing):
        return value
    if not isinstance(value, Mapping):
        return Timing(value)
    if not value.keys() <= {"anchor", "offset"}:
        raise InvalidValue("timing.form", f"expected the members anchor and offset, not {shown(dict(value))}", value)
    return Timing(anchor=value.get("anchor"), offset=value.get("offset"))


def to_optional_timing(value: Timed | None) -> Timing | None:
    """Return the value as a ``Timing``; ``None`` stays ``None``."""
    return None if value is None else to_timing(value)


def _to_when(value: object) -> PartialDate | Period:
    if isinstance(value, PartialDate | Period | datetime.date):
        return to_date_or_period(value)
    if not isinstance(value, str):
        raise InvalidValue(
            "type.timing", f"expected a date, a period, or Timing(anchor='signature', offset='P60D'); not {shown(value)}", value
        )
    if value.startswith(("P", "-P")):
        raise InvalidValue(
            "timing.form", f"{shown(value)} is a length of time: say from when, as in Timing(anchor='signature', offset='P60D')", value
        )
    return to_date_or_period(value)


def _rebuilt(written: str | dict[str, str]) -> Timing:
    return Timing(written) if isinstance(written, str) else Timing(**written)


def _part(name: str, convert: Any, value: Any) -> Any:  # noqa: ANN401  one of two parts
    if value is None:
        return None
    try:
        return convert(value)
    except InvalidValue as error:
        raise error.at(name) from None
