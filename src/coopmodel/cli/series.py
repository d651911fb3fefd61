"""What a record made of the promises of an earlier one, for a person to read, and for a program."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from coopmodel.analysis.following import Comparison, Continued
from coopmodel.analysis.in_words import timing_in_words
from coopmodel.analysis.shifts import Shift
from coopmodel.cli.lines import Line, Style, line
from coopmodel.cli.record import Reader
from coopmodel.codes.labels import label
from coopmodel.codes.words import Strength
from coopmodel.model.commitments import Commitment
from coopmodel.values.timing import Timing
from coopmodel.wire.plain import to_plain

_WORDS: Final = {
    "heading": {"en": "Since {} ({}): {} commitments then, {} now", "es": "Desde {} ({}): {} compromisos entonces, {} ahora"},
    "unrelated": {
        "en": "{later} neither follows {earlier} nor continues anything in it: are the files the right ones, the earlier one behind --since?",
        "es": "{later} no sigue a {earlier} ni continúa nada de ese registro: ¿son los archivos correctos, el anterior tras --since?",
    },
    "unjudged": {"en": "not judged", "es": "sin calificar"},
    "due": {"en": "due: {}", "es": "plazo: {}"},
    "undated": {"en": "no date", "es": "sin fecha"},
}
_CHANGES: Final[dict[str, tuple[dict[str, str], Style]]] = {
    "carried_over": ({"en": "carried over", "es": "mantenidos"}, ""),
    "strengthened": ({"en": "strengthened", "es": "reforzados"}, "good"),
    "weakened": ({"en": "weakened", "es": "debilitados"}, "warning"),
    "reported": ({"en": "not continued, and reported on", "es": "sin continuación, y con informe"}, "info"),
    "dropped": ({"en": "dropped: neither continued nor reported on", "es": "abandonados: sin continuación ni informe"}, "error"),
    "new": ({"en": "new", "es": "nuevos"}, ""),
    "repeated": ({"en": "repeat another one of this record", "es": "repiten otro de este registro"}, "dim"),
}


def comparison_lines(comparison: Comparison, language: str) -> Iterator[Line]:
    """Yield what became of the earlier commitments, and which ones are new."""
    earlier, later = comparison.earlier, comparison.later
    yield Line()
    counts = (len(earlier.commitments), len(later.commitments))
    yield line(0, _WORDS["heading"][language].format(earlier.id, earlier.title.best(language), *counts), "heading")
    if not comparison.pairs and not _follows(comparison):
        yield line(2, _WORDS["unrelated"][language].format(earlier=earlier.id, later=later.id), "warning")
    readers = (Reader(earlier, language), Reader(later, language))
    for name, (said, style) in _CHANGES.items():
        found: tuple[Continued | Commitment, ...] = getattr(comparison, name)
        if found:
            yield line(2, f"{said[language]} ({len(found)})", style or "title")
        for one in found:
            if isinstance(one, Continued):
                yield from _pair(one, language)
                yield from _moved(one, comparison.moved(one), readers)
            else:
                yield from _single(one, language)


def _follows(comparison: Comparison) -> bool:
    return comparison.earlier.id in {comparison.later.id, *[one.target for one in comparison.later.relations if one.kind == "follows"]}


def _single(commitment: Commitment, language: str) -> Iterator[Line]:
    yield Line(4, ((commitment.statement.best(language), ""), (f" [{commitment.id}]", "dim")))
    yield line(6, _strength(commitment.strength, language), "dim")


def _pair(pair: Continued, language: str) -> Iterator[Line]:
    earlier, later = pair
    yield Line(4, ((later.statement.best(language), ""), (f" [{later.id}]", "dim")))
    strengths = [_strength(earlier.strength, language)]
    if earlier.strength != later.strength:
        strengths.append(_strength(later.strength, language))
    yield line(6, f"{earlier.id}: {' -> '.join(strengths)}", "dim")


def _moved(pair: Continued, shift: Shift | None, readers: tuple[Reader, Reader]) -> Iterator[Line]:
    """Yield from when to when the date moved; nothing where both say the same and mean the same days."""
    earlier, later = pair
    if earlier.due == later.due and shift is None:
        return
    language = readers[0].language
    was, now = (_due(one.due, reader) for one, reader in zip(pair, readers, strict=True))
    note = "" if shift is None else f" ({shift.message(language)})"
    late = shift is not None and shift.tendency == "later"
    said = now if was == now else f"{was} -> {now}"  # the event moved, and what is due with it
    yield line(6, _WORDS["due"][language].format(said) + note, "warning" if late else "dim")


def _due(due: Timing | None, reader: Reader) -> str:
    return _WORDS["undated"][reader.language] if due is None else timing_in_words(due, reader.language, reader.name_of)


def _strength(strength: Strength | None, language: str) -> str:
    return _WORDS["unjudged"][language] if strength is None else label("strength", strength, language)


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON types."""
    changes = {name: [*_pairs(comparison, getattr(comparison, name))] for name in ("carried_over", "strengthened", "weakened")}
    others = {name: [one.id for one in getattr(comparison, name)] for name in ("reported", "dropped", "new", "repeated")}
    return {"earlier": {"id": comparison.earlier.id, "revision": comparison.earlier.revision}, **changes, **others}


def _pairs(comparison: Comparison, pairs: Iterable[Continued]) -> Iterator[dict[str, Any]]:
    for pair in pairs:
        earlier, later = pair
        shift = comparison.moved(pair)
        yield {
            "earlier": earlier.id,
            "later": later.id,
            "strengths": [earlier.strength, later.strength],
            "due": [None if one.due is None else to_plain(one.due) for one in pair],
            "tendency": None if shift is None else shift.tendency,
        }
