"""Languages: what is authentic in two languages is there in both."""

from collections.abc import Iterator
from typing import Final

from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed
from coopmodel.values.text import Text


def _unsaid(context: Context) -> Iterator[Found]:
    agreement = context.agreement
    tags: dict[str, str] = {}
    for language in agreement.authentic_languages:
        tags.setdefault(_primary(language), language)
    statements = [_primaries(commitment.statement) for commitment in agreement.commitments]
    title = _primaries(agreement.title)
    missing: dict[str, tuple[bool, int]] = {}
    for primary, tag in tags.items():
        counted = sum(primary not in spoken for spoken in statements)
        if counted or primary not in title:
            missing[tag] = (primary not in title, counted)
    if missing:
        shown = {language: listed([_counted(tag, *missing[tag], len(statements), language) for tag in missing]) for language in LANGUAGES}
        titles = tuple([tag for tag, (no_title, _) in missing.items() if no_title])
        statements_missing = max([counted for _, counted in missing.values()])
        values = {"languages": tuple(missing), "titles": titles, "statements": statements_missing, "all": len(statements)}
        yield Found("/authentic_languages", values | {"listed": shown})


def _counted(tag: str, no_title: bool, statements: int, every: int, language: str) -> str:
    title = {"en": "title", "es": "título"}
    commitments = {"en": f"{statements} of {every} commitments", "es": f"{statements} de {every} compromisos"}
    return f"{tag} ({', '.join([words[language] for words, told in ((title, no_title), (commitments, statements)) if told])})"


def _primaries(text: Text) -> frozenset[str]:
    return frozenset([_primary(tag) for tag in text])


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _example(statement: dict[str, str]) -> Example:
    evidence = [{"source": "communique"}]
    meeting = {"id": "second-meeting", "date": "2025-41", "status": "scheduled", "evidence": evidence}
    commitment = {"id": "meet-again", "statement": statement, "areas": ["security"], "meeting": "second-meeting", "evidence": evidence}
    return Example(
        members={
            "authentic_languages": ["es", "en"],
            "meetings": [meeting],
            "commitments": [commitment],
            "sources": [{"id": "communique", "kind": "press-release"}],
        }
    )


LNG001: Final = Rule(
    code="LNG001",
    name={"en": "missing in an authentic language", "es": "falta en un idioma auténtico"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "Where several texts are authentic, each says what was agreed, and they may differ (Vienna Convention on the Law of Treaties, "
        "article 33): a reader needs title and promises in each. Varieties of one language count as one, as when a text is looked up: what "
        "is there in es is there in es-419.",
        "es": "Donde varios textos son auténticos, cada uno dice lo acordado, y pueden diferir (Convención de Viena sobre el Derecho de los "
        "Tratados, artículo 33): el lector necesita título y promesas en cada uno. Las variedades de un idioma cuentan como una, igual que "
        "al buscar un texto: lo que está en es está en es-419.",
    },
    messages={
        "en": "missing in authentic languages: {listed}",
        "es": "falta en idiomas auténticos: {listed}",
    },
    wrong=_example({"es": "Reunirse de nuevo"}),
    right=_example({"es-419": "Reunirse de nuevo", "en": "To meet again"}),
    find=_unsaid,
)
