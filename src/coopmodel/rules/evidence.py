"""Evidence: every assertion has its words, and the words stand in the text."""

from collections.abc import Iterator
from typing import Any, Final

from coopmodel.analysis.quotations import QuotableText
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.statements import Report, Statement
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed

_ASSERTIONS: Final[dict[type[Any], tuple[str, dict[str, str]]]] = {
    Participation: ("participation", {"en": "acts of participation", "es": "actos de participación"}),
    Meeting: ("meetings", {"en": "meetings", "es": "reuniones"}),
    Commitment: ("commitments", {"en": "commitments", "es": "compromisos"}),
    Milestone: ("roadmap", {"en": "milestones", "es": "hitos"}),
    Statement: ("statements", {"en": "statements", "es": "declaraciones"}),
    Report: ("reports", {"en": "reports", "es": "informes"}),
}
"""The entities that assert something: where they stand, and what several are called."""

_NAMED: Final = 5
_QUOTED: Final = 80


def _without(context: Context) -> Iterator[Found]:
    for kind, (member, plural) in _ASSERTIONS.items():
        entities = getattr(context.agreement, member)
        missing = [(number, entity) for number, entity in enumerate(entities) if not entity.evidence]
        if missing:
            names = [getattr(entity, "id", f"/{member}/{number}") for number, entity in missing]
            shown = listed(names, _NAMED)
            yield Found(
                f"/{member}", {"kind": kind.__name__, "what": plural, "missing": len(missing), "all": len(entities), "listed": shown}
            )


def _not_found(context: Context) -> Iterator[Found]:
    for pointer, citation, text, words in _quotations(context):
        if not _in_place(citation, text, words) and not context.places(citation):
            verbatim = text.nearly(words, citation.prefix, citation.suffix)
            mends = verbatim is not None and text.find(verbatim, citation.prefix, citation.suffix, limit=1)
            repair = ({"op": "replace", "path": f"{pointer}/exact", "value": verbatim},) if mends else ()
            yield Found(f"{pointer}/exact", {"source": citation.source, "words": _short(words)}, repair)


def _elsewhere(context: Context) -> Iterator[Found]:
    for pointer, citation, text, words in _quotations(context):
        if citation.start is None or citation.end is None or _in_place(citation, text, words):
            continue
        places = context.places(citation)
        if not places:
            continue
        first, last = places[0]
        repair = (
            {"op": "replace", "path": f"{pointer}/start", "value": first},
            {"op": "replace", "path": f"{pointer}/end", "value": last},
        )
        values = {"words": _short(words), "start": citation.start, "end": citation.end, "first": first, "last": last}
        yield Found(f"{pointer}/start", values | {"once": len(places) == 1}, repair if len(places) == 1 else ())


def _quotations(context: Context) -> Iterator[tuple[str, Citation, QuotableText, str]]:
    """Yield pointer, citation, text and words of every quotation whose text was given."""
    for pointer, citation in context.index.each(Citation):
        text = context.quotable(citation.source)
        if text is not None and citation.exact is not None:
            yield pointer, citation, text, citation.exact


def _in_place(citation: Citation, text: QuotableText, words: str) -> bool:
    """Tell at a glance that the words stand at the offsets, so that most quotations need no search through the text."""
    if citation.start is None or citation.end is None:
        return False
    return text.reads(citation.start, citation.end, words, citation.prefix, citation.suffix)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def _example(evidence: dict[str, Any] | None, *, texts: bool = True) -> Example:
    commitment: dict[str, Any] = {"id": "patrols", "statement": {"en": "Joint patrols"}, "areas": ["border-control"], "due": "2030"}
    if evidence is not None:
        commitment["evidence"] = [evidence]
    members = {"commitments": [commitment], "sources": [{"id": "communique", "kind": "press-release"}]}
    return Example(members=members, texts={"communique": "Both sides agreed on\njoint patrols at sea."} if texts else None)


EVD001: Final = Rule(
    code="EVD001",
    name={"en": "assertion without evidence", "es": "afirmación sin respaldo documental"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "A record is worth as much as its words can be checked. Commitments, meetings, statements, reports, acts of participation and "
        "milestones are asked for theirs; one finding counts all of a kind.",
        "es": "Un registro vale lo que valen las palabras que lo respaldan. Se piden a los compromisos, reuniones, declaraciones, "
        "informes, actos de participación e hitos; un solo hallazgo cuenta todos los de un tipo.",
    },
    messages={
        "en": "{what} without evidence ({missing} of {all}): {listed}",
        "es": "{what} sin respaldo documental ({missing} de {all}): {listed}",
    },
    wrong=_example(None),
    right=_example({"source": "communique"}),
    find=_without,
)

EVD002: Final = Rule(
    code="EVD002",
    name={"en": "quotation not in the text", "es": "cita que no está en el texto"},
    severity="error",
    strict="error",
    scope="citation",
    rationale={
        "en": "Words that the source does not hold prove nothing. Runs of white space are equal, so a line break is no difference; any other "
        "character is, and so are words before and after that do not fit. Where one place has these words but for case, accents, or the form "
        "of quotation marks and dashes, a repair is offered.",
        "es": "Palabras que la fuente no contiene no prueban nada. Los espacios en blanco seguidos valen igual, de modo que un salto de "
        "línea no es diferencia; cualquier otro carácter sí, y también un contexto que no coincide. Donde un solo lugar tiene esas "
        "palabras, salvo mayúsculas, tildes o la forma de las comillas y rayas, se ofrece una corrección.",
    },
    messages={
        "en": "the text of '{source}' does not hold these words, or not between the prefix and suffix given: “{words}”",
        "es": "el texto de '{source}' no contiene estas palabras, o no entre el prefijo y el sufijo dados: «{words}»",
    },
    wrong=_example({"source": "communique", "exact": "joint patrols on land"}),
    right=_example({"source": "communique", "exact": "agreed on joint patrols"}),
    find=_not_found,
    needs="texts",
)

EVD003: Final = Rule(
    code="EVD003",
    name={"en": "quotation not at its offsets", "es": "cita fuera de su posición"},
    severity="warning",
    strict="error",
    scope="citation",
    rationale={
        "en": "Offsets let a reader jump to the words. Where these stand elsewhere, the offsets were counted in other units or in another "
        "edition of the text. Where they stand in one place only, a repair is offered.",
        "es": "Las posiciones permiten saltar a las palabras. Si estas se hallan en otro lugar, se contaron en otras unidades o en otra "
        "edición del texto. Si se hallan en un solo lugar, se ofrece una corrección.",
    },
    messages={
        "en": "“{words}” stands at {first} to {last}, not at {start} to {end}",
        "es": "«{words}» está en {first} a {last}, no en {start} a {end}",
    },
    wrong=_example({"source": "communique", "exact": "joint patrols", "start": 20, "end": 33}),
    right=_example({"source": "communique", "exact": "joint patrols", "start": 21, "end": 34}),
    find=_elsewhere,
    needs="texts",
)
