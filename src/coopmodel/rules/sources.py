"""Sources: whether a text is the one that was read, and whether it can know what it is cited for."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from coopmodel.analysis.languages import source_of
from coopmodel.model.citation import Citation
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report, Source
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.digests import digest_of

_Event: TypeAlias = Meeting | Report

_NAMED: Final = 5
_AHEAD: Final = frozenset({"planned", "suspended", "withdrawn", "superseded"})
"""What may be told before the day from which it holds."""
_THE_EVENT: Final[dict[type[Any], frozenset[str]]] = {
    Meeting: frozenset({"date", "status"}),
    Report: frozenset({"date", "status", "text", "value"}),
}
"""Members that say that it took place; what was announced before, such as the place, may be cited from before."""
_BOM: Final = "\ufeff"


def _altered(context: Context) -> Iterator[Found]:
    for pointer, source in context.index.each(Source):
        text = (context.texts or {}).get(source.id)
        if source.digest is None or text is None:
            continue
        actual = _digest(text)
        if actual != source.digest:
            alike = any(_digest(variant) == source.digest for variant in _variants(text))
            values = {"source": str(source.id), "digest": str(source.digest), "actual": str(actual), "alike": alike}
            yield Found(f"{pointer}/digest", values | {"hint": _LINE_ENDS if alike else _NO_HINT})


def _digest(text: str) -> str:
    return digest_of(text.encode(errors="surrogatepass"))


def _variants(text: str) -> Iterator[str]:
    """Yield the same words as other tools write them: other line ends, a last line end more or less, a byte order mark."""
    bare = text.removeprefix(_BOM).replace("\r\n", "\n").rstrip("\n")
    for body in (bare, f"{bare}\n"):
        for lines in (body, body.replace("\n", "\r\n")):
            yield lines
            yield _BOM + lines


_LINE_ENDS: Final = {
    "en": "; it differs in its line ends or byte order mark alone",
    "es": "; solo difiere en los saltos de línea o la marca de orden de bytes",
}
_NO_HINT: Final = {"en": "", "es": ""}


def _too_early(context: Context) -> Iterator[Found]:
    early: dict[str, list[tuple[_Event, Citation]]] = {}
    for kind, said in _THE_EVENT.items():
        for _, event in context.index.each(kind):
            when = _when(context, event)
            citations = [one for one in event.evidence if not one.supports or not said.isdisjoint(one.supports)]
            if when is not None and all(_certainly_before(context, citation, when) for citation in citations):
                for citation in citations:
                    early.setdefault(citation.source, []).append((event, citation))
    if not early:
        return
    for pointer, source in context.index.each(Source):
        events = early.pop(source.id, None)
        if events is not None:
            names = tuple(dict.fromkeys([str(event.id) for event, _ in events]))
            values = {"source": str(source.id), "published": str(source.published), "events": names, "listed": listed(names, _NAMED)}
            yield Found(f"{pointer}/published", values, evidence=tuple([citation for _, citation in events[:_NAMED]]))


def _when(context: Context, event: _Event) -> Bounds | None:
    """Return when something took place; ``None`` where it may not have, or where that is not known."""
    if isinstance(event, Report):
        return None if event.date is None or event.status in _AHEAD else event.date.bounds
    if event.id not in context.index.held or event.date is None:
        return None
    when = event.date.resolve(context.index.events)
    return when if isinstance(when, Bounds) else None


def _certainly_before(context: Context, citation: Citation, when: Bounds) -> bool:
    """Tell whether a source was certainly published before, by more than the day that lies between the two sides of the earth."""
    source = source_of(context.index, citation)
    if source is None or source.published is None or precedes(source.published, when) is not True:
        return False
    return when.earliest is not None and (when.earliest - source.published.latest).days > 1


def _example(*, read: str | None = None, published: str | None = None) -> Example:
    source = {"id": "communique", "kind": "press-release"}
    source |= {} if read is None else {"digest": digest_of(read.encode())}
    source |= {} if published is None else {"published": published}
    meeting = {"id": "summit", "date": "2024-05-02", "status": "held", "evidence": [{"source": "communique"}]}
    return Example(members={"meetings": [meeting], "sources": [source]}, texts={"communique": "The Presidents met in Lima.\n"})


EVD004: Final = Rule(
    code="EVD004",
    name={"en": "not the text that was read", "es": "no es el texto que se leyó"},
    severity="error",
    strict="error",
    scope="entity",
    rationale={
        "en": "The digest says which bytes were read when the record was made. A text with another digest is another edition, or was altered "
        "afterwards: its quotations prove nothing until somebody has read it again.",
        "es": "El resumen criptográfico dice qué bytes se leyeron al hacer el registro. Un texto con otro resumen es otra edición, o fue "
        "alterado después: sus citas nada prueban hasta que alguien lo lea de nuevo.",
    },
    messages={
        "en": "the text of '{source}' is not the one that was read: its digest is {actual}{hint}",
        "es": "el texto de '{source}' no es el que se leyó: su resumen es {actual}{hint}",
    },
    wrong=_example(read="The Presidents met in Cusco.\n"),
    right=_example(read="The Presidents met in Lima.\n"),
    find=_altered,
    needs="texts",
)

EVD005: Final = Rule(
    code="EVD005",
    name={"en": "source from before the event", "es": "fuente anterior al hecho"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "Nobody can report a meeting, or what came of a promise, before it happened: the date of the source or of the event is wrong, or "
        "an announcement is taken for a report. A later citation for the same event settles it; what was known before, such as the place or "
        "the agenda, may be cited from before. One day is no difference, since dates change at different hours around the earth.",
        "es": "Nadie puede informar de una reunión, o de lo que resultó de un compromiso, antes de que ocurra: la fecha de la fuente o la "
        "del hecho es equivocada, o se toma un anuncio por una noticia. Basta otra cita posterior del mismo hecho; lo que ya se sabía, "
        "como el lugar o el temario, puede citarse de antes. Un día no es diferencia, pues la fecha depende del huso horario.",
    },
    messages={
        "en": "'{source}' is dated {published}, before what it is cited for: {listed}",
        "es": "'{source}' lleva fecha {published}, anterior a aquello por lo que se cita: {listed}",
    },
    wrong=_example(published="2024-04-30"),
    right=_example(published="2024-05-02"),
    find=_too_early,
)
