"""``coopmodel timeline``: everything dated in a record, in order of time."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from coopmodel.analysis.due import Dated
from coopmodel.analysis.in_words import date_in_words, timing_in_words
from coopmodel.analysis.recurrences import recurrence_in_words
from coopmodel.analysis.timeline import Moment, timeline_of
from coopmodel.cli.files import open_record
from coopmodel.cli.lines import Line, echo, line
from coopmodel.cli.options import FILE, LANGUAGE, Day
from coopmodel.cli.record import Reader
from coopmodel.codes.labels import label
from coopmodel.formats.mermaid import Bar, Section, gantt
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.values.bounds import Bounds
from coopmodel.values.dates import PartialDate
from coopmodel.values.timing import Unknown


@click.command()
@click.argument("file", type=FILE)
@click.option("--as-of", type=Day(), help="A day to draw a line at.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "mermaid", "json"]),
    default="text",
    show_default=True,
    help="For a person, as a Gantt chart for pages that draw Mermaid, or for a program.",
)
@LANGUAGE
def timeline(file: Path, as_of: date | None, output: str, language: str) -> None:
    """Show everything dated in a record, in order of time. FILE is a record as JSON or YAML, - JSON on the standard input.

    Meetings, acts, what falls due and what was reported stand by the last day of their dates, as vague as these are; what falls due together
    is told together. What has no date comes last; how often a promise recurs is told, and status tells when it falls due.
    """
    told = Timeline(open_record(file, language), language, as_of)
    if output == "json":
        click.echo(json.dumps(told.as_json(), indent=2))
    elif output == "mermaid":
        click.echo(told.as_mermaid(), nl=False)
    else:
        echo(told.in_lines())


_SAID: Final = {
    "title": {"en": "Timeline", "es": "Cronología"},
    "none": {"en": "Nothing in this record has a date or a due date.", "es": "Nada en este registro tiene fecha ni plazo."},
    "undated": {"en": "No date", "es": "Sin fecha"},
    "without": {"en": "{} without a date", "es": "{} sin fecha"},
    "as-of": {"en": "As of {}", "es": "Al {}"},
    "day": {"en": "Day", "es": "Día"},
    "with": {"en": "with it", "es": "con ello"},
    "effect": {"en": "takes effect", "es": "surte efecto"},
    "new-due": {"en": "new date", "es": "nuevo plazo"},
}
_LONGEST_TITLE: Final = 72
_LONGEST_NAME: Final = 48
_KINDS: Final = {
    "act": {"en": "act", "es": "acto"},
    "meeting": {"en": "meeting", "es": "reunión"},
    "commitment": {"en": "commitment", "es": "compromiso"},
    "milestone": {"en": "milestone", "es": "hito"},
    "report": {"en": "report", "es": "informe"},
}
_SECTIONS: Final = (
    (("act", "effect"), {"en": "Acts", "es": "Actos"}),
    (("meeting",), {"en": "Meetings", "es": "Reuniones"}),
    (("milestone", "commitment", "new-due"), {"en": "Due", "es": "Plazos"}),
    (("report",), {"en": "Reports", "es": "Informes"}),
)
_RESOLVED: Final = {
    "by": {"en": "by {}", "es": "a más tardar el {}"},
    "on": {"en": "on {}", "es": "el {}"},
    "from": {"en": "from {} on", "es": "desde el {}"},
    "until": {"en": "until {}", "es": "hasta el {}"},
    "between": {"en": "between {} and {}", "es": "entre el {} y el {}"},
    "uncertain": {"en": "{} (uncertain)", "es": "{} (incierto)"},
}
_REASONS: Final = {
    "no-date": {"en": "whose date is not known", "es": "cuya fecha no se conoce"},
    "no-event": {"en": "which is not in the record", "es": "que no figura en el registro"},
    "cycle": {"en": "events that wait for each other", "es": "hechos que dependen unos de otros"},
    "out-of-range": {"en": "outside the years 1 to 9999", "es": "fuera de los años 1 a 9999"},
}


class Timeline(Reader):
    """Puts the moments of one record into words of one language.

    Attributes:
        as_of: The day to draw a line at, or ``None``.
        moments: What has a date, in order of time.
        undated: What has none, in the order of the document.
    """

    def __init__(self, record: Agreement, language: str, as_of: date | None = None) -> None:
        """Put the record in order of time."""
        super().__init__(record, language)
        self.as_of = as_of
        moments = timeline_of(record)
        self.moments: list[Moment] = [moment for moment in moments if moment.day is not None]
        self.undated: list[Moment] = [moment for moment in moments if moment.day is None]

    def in_lines(self) -> Iterator[Line]:
        """Yield the timeline for a person to read, with a line for the day before the first moment that is not over by then."""
        yield line(0, self._best(self.record.title), "title")
        yield line(0, f"{self.record.id} · {self._said('revision')} {self.record.revision}", "dim")
        yield Line()
        yield line(0, _SAID["title"][self.language], "heading")
        over = len([moment for moment in self.moments if self._is_over(moment)])
        for moment in self.moments[:over]:
            yield from self._moment(moment)
        if self.as_of is not None:
            yield line(0, f"── {self._as_of(self.as_of)} ──", "warning")
        for moment in self.moments[over:]:
            yield from self._moment(moment)
        if not self.moments:
            yield line(2, _SAID["none"][self.language], "dim")
        if self.undated:
            yield Line()
            yield line(0, f"{_SAID['undated'][self.language]} ({len(self.undated)})", "heading")
        for moment in self.undated:
            yield from self._moment(moment)

    def _is_over(self, moment: Moment) -> bool:
        return self.as_of is not None and moment.day is not None and moment.day < self.as_of

    def _as_of(self, day: date) -> str:
        return _SAID["as-of"][self.language].format(date_in_words(PartialDate.of(day), self.language))

    def _moment(self, moment: Moment) -> Iterator[Line]:
        when = self.when(moment)
        head = f"{when}: " if when is not None else ""
        what = self.what(moment) + self._recurring(moment.entity)
        yield Line(2, ((head, "title"), (f"{self._kind(moment)}: ", "dim"), (what, ""), (_bracketed(moment.entity), "dim")))
        if moment.kind == "report" and moment.entity.about:
            yield line(4, f"{self._said('about')}: {self._named(moment.entity.about)}", "dim")
        for member in moment.members:
            kind = f"{_SAID['with'][self.language]}: {_KINDS[_kind_of(member)][self.language]}: "
            yield Line(4, ((kind, "dim"), (self._name(member), ""), (_bracketed(member), "dim")))

    def _recurring(self, entity: Any) -> str:  # noqa: ANN401  whatever a moment is of
        recurrence = entity.recurrence if isinstance(entity, Commitment) else None
        return "" if recurrence is None else f", {recurrence_in_words(recurrence, self.language)}"

    def _kind(self, moment: Moment) -> str:
        if moment.kind == "new-due":
            return _SAID["new-due"][self.language]
        kind = _KINDS["act" if moment.kind == "effect" else moment.kind][self.language]
        status = moment.entity.status if moment.kind in {"meeting", "report"} else None
        return kind if status is None else f"{kind} ({label(f'{moment.kind}-status', status, self.language)})"

    def what(self, moment: Moment) -> str:
        """Return what a moment is about, in words."""
        entity = moment.entity
        if isinstance(entity, Participation):
            party = self._named([entity.party]) if entity.party is not None else self._said("all")
            effect = f" ({_SAID['effect'][self.language]})" if moment.kind == "effect" else ""
            return f"{label('participation-action', entity.action, self.language)}{effect}: {party}"
        return self._named(entity.about) if moment.kind == "new-due" and entity.about else self._name(entity)

    def when(self, moment: Moment) -> str | None:
        """Return its date in words and, where it comes from another event, the days that it comes to; ``None`` without a date."""
        if moment.timing is None:
            return None
        words = timing_in_words(moment.timing, self.language, self.name_of)
        if isinstance(moment.window, Unknown):
            return f"{words} ({_REASONS[moment.window.reason][self.language]})"
        if moment.timing.anchor is None or moment.window is None:
            return words
        return f"{words}, {_resolved(moment.window, self.language, due=moment.kind != 'meeting')}"

    def as_mermaid(self) -> str:
        """Return a Gantt chart of what has a date: vague dates are bars over all their days, half-open ones stand at the day that is known."""
        title = _cut(self._best(self.record.title), _LONGEST_TITLE)
        if self.undated:
            title = f"{title} · {_SAID['without'][self.language].format(len(self.undated))}"
        sections = [
            Section(heading[self.language], tuple([bar for moment in self.moments if moment.kind in kinds for bar in self._bars(moment)]))
            for kinds, heading in _SECTIONS
        ]
        if self.as_of is not None:
            day = Bar(self._as_of(self.as_of), self.as_of, self.as_of, marked=True)
            sections.insert(0, Section(_SAID["day"][self.language], (day,)))
        return gantt(title, sections)

    def _bars(self, moment: Moment) -> Iterator[Bar]:
        days = [day for day in _ends(moment.window) if day is not None]
        name = _cut(self.what(moment), _LONGEST_NAME)
        name = f"{_SAID['new-due'][self.language]}: {name}" if moment.kind == "new-due" else name
        yield Bar(f"{name} ({self.when(moment)})", min(days), max(days))
        for member in moment.members:
            yield Bar(f"↳ {_cut(self._name(member), _LONGEST_NAME)}", min(days), max(days))

    def as_json(self) -> dict[str, Any]:
        """Return the timeline as plain JSON types."""
        return {
            "id": self.record.id,
            "revision": self.record.revision,
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "moments": [self._plain(moment) for moment in (*self.moments, *self.undated)],
        }

    def _plain(self, moment: Moment) -> dict[str, Any]:
        first, last = [None if day is None else day.isoformat() for day in _ends(moment.window)]
        return {
            "kind": moment.kind,
            "pointer": moment.pointer,
            "id": None if isinstance(moment.entity, Participation) else moment.entity.id,
            "what": self.what(moment),
            "timing": None if moment.timing is None else moment.timing.wire(),
            "when": self.when(moment),
            "earliest": first,
            "latest": last,
            "certain": _is_certain(moment.window),
            "unknown": {"reason": moment.window.reason, "anchor": moment.window.anchor} if isinstance(moment.window, Unknown) else None,
            "with": [member.id for member in moment.members],
        }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _bracketed(entity: Any) -> str:  # noqa: ANN401  whatever a moment is about
    return "" if isinstance(entity, Participation) else f" [{entity.id}]"


def _kind_of(entity: Dated) -> str:
    if isinstance(entity, Meeting):
        return "meeting"
    return "milestone" if isinstance(entity, Milestone) else "commitment"


def _ends(window: Bounds | Unknown | None) -> tuple[date | None, date | None]:
    return (window.earliest, window.latest) if isinstance(window, Bounds) else (None, None)


def _is_certain(window: Bounds | Unknown | None) -> bool:
    return isinstance(window, Bounds) and window.earliest_certain and window.latest_certain


def _resolved(window: Bounds, language: str, *, due: bool) -> str:
    """Return the days that a relative date comes to: ``by 2024-11-11`` where something is due, ``on 2024-11-11`` where it takes place."""
    first, last = _ends(window)
    if first is None or last is None:
        form, days = ("until", [last]) if first is None else ("from", [first])
    elif first == last:
        form, days = ("by" if due else "on"), [last]
    else:
        form, days = "between", [first, last]
    said = _RESOLVED[form][language].format(*days)
    return said if _is_certain(window) else _RESOLVED["uncertain"][language].format(said)
