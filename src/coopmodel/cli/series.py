"""What a record made of the promises of an earlier one, for a person to read, and for a program."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from coopmodel.analysis.following import Comparison, Continued
from coopmodel.cli.lines import Line, Style, line
from coopmodel.codes.labels import label
from coopmodel.codes.words import Strength
from coopmodel.model.commitments import Commitment

_WORDS: Final = {
    "heading": {"en": "Since {} ({}): {} commitments then, {} now", "es": "Desde {} ({}): {} compromisos entonces, {} ahora"},
    "unrelated": {
        "en": "{later} neither follows {earlier} nor continues anything in it: are the files the right ones, the earlier one behind --since?",
        "es": "{later} no sigue a {earlier} ni continúa nada de ese registro: ¿son los archivos correctos, el anterior tras --since?",
    },
    "unjudged": {"en": "not judged", "es": "sin calificar"},
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
    for name, (said, style) in _CHANGES.items():
        found: tuple[Continued | Commitment, ...] = getattr(comparison, name)
        if found:
            yield line(2, f"{said[language]} ({len(found)})", style or "title")
        for one in found:
            yield from _pair(one, language) if isinstance(one, Continued) else _single(one, language)


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


def _strength(strength: Strength | None, language: str) -> str:
    return _WORDS["unjudged"][language] if strength is None else label("strength", strength, language)


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON types."""
    changes = {name: _pairs(getattr(comparison, name)) for name in ("carried_over", "strengthened", "weakened")}
    others = {name: [one.id for one in getattr(comparison, name)] for name in ("reported", "dropped", "new", "repeated")}
    return {"earlier": {"id": comparison.earlier.id, "revision": comparison.earlier.revision}, **changes, **others}


def _pairs(pairs: Iterable[Continued]) -> list[dict[str, Any]]:
    return [{"earlier": one.id, "later": other.id, "strengths": [one.strength, other.strength]} for one, other in pairs]
