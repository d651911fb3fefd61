"""What agenda items ended in, for a person to read, and for a program."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from coopmodel.analysis.areas import Taxonomy
from coopmodel.analysis.outcomes import AgendaOutcome
from coopmodel.cli.lines import Line, Style, line
from coopmodel.cli.record import Reader

_ENDED_IN: Final[dict[str, tuple[dict[str, str], Style]]] = {
    "binding": ({"en": "binding action", "es": "acción vinculante"}, "good"),
    "agreed": ({"en": "agreed action", "es": "acción acordada"}, "good"),
    "announced": ({"en": "an announcement", "es": "un anuncio"}, "info"),
    "intended": ({"en": "an intention", "es": "una intención"}, "info"),
    "interest": ({"en": "interest only", "es": "solo interés"}, "warning"),
    "unjudged": ({"en": "promises that nobody has judged", "es": "compromisos sin calificar"}, "dim"),
    "nothing": ({"en": "nothing", "es": "nada"}, "error"),
    "unknown": ({"en": "unknown, since it names no area", "es": "no se sabe, pues no indica área"}, "dim"),
}
"""By strength or, where there is none, by what the item ended in."""

_WORDS: Final = {
    "heading": {"en": "What the agenda ended in", "es": "En qué terminó el temario"},
    "bare": {"en": "nothing on {}", "es": "nada sobre {}"},
}


def agenda_lines(outcomes: Sequence[AgendaOutcome], reader: Reader) -> Iterator[Line]:
    """Yield what each item ended in, under the meeting on whose agenda it was; nothing where there was none."""
    language = reader.language
    taxonomy = Taxonomy(reader.record)
    meeting = ""
    if outcomes:
        yield Line()
        yield line(0, _WORDS["heading"][language], "heading")
    for outcome in outcomes:
        place, _, last = outcome.pointer.rpartition("/")
        if place != meeting:
            meeting = place
            yield line(2, f"{reader.name_of(outcome.meeting.id)} [{outcome.meeting.id}]")
        said, style = _ENDED_IN[outcome.strength or outcome.ended_in]
        yield Line(4, ((f"{int(last) + 1}. {outcome.item.title.best(language)}: ", ""), (said[language], style)))
        facts = [", ".join([commitment.id for commitment in outcome.commitments])] if outcome.commitments else []
        if outcome.commitments and outcome.bare:
            areas = ", ".join([taxonomy.label(area, language) for area in outcome.bare])
            facts.append(_WORDS["bare"][language].format(areas))
        if facts:
            yield line(7, "; ".join(facts), "dim")


def agenda_as_json(outcomes: Sequence[AgendaOutcome]) -> list[dict[str, Any]]:
    """Return what each item ended in as plain JSON types."""
    return [
        {
            "pointer": outcome.pointer,
            "meeting": outcome.meeting.id,
            "title": dict(outcome.item.title),
            "areas": list(outcome.item.areas),
            "ended_in": outcome.ended_in,
            "strength": outcome.strength,
            "commitments": [commitment.id for commitment in outcome.commitments],
            "bare": list(outcome.bare),
        }
        for outcome in outcomes
    ]
