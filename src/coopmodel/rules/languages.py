"""Languages: what is authentic in two languages is there in both."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed
from coopmodel.values.text import Text


def _unsaid(context: Context) -> Iterator[Found]:
    agreement = context.agreement
    said_in_all = [agreement.title, *[commitment.statement for commitment in agreement.commitments]]
    if all(language in text for language in agreement.authentic_languages for text in said_in_all):
        return
    tags: dict[str, str] = {}
    for language in agreement.authentic_languages:
        tags.setdefault(_primary(language), language)
    title = _primaries(agreement.title)
    spoken = Counter([primary for commitment in agreement.commitments for primary in _primaries(commitment.statement)])
    every = len(agreement.commitments)
    missing = {tag: (primary not in title, every - spoken[primary]) for primary, tag in tags.items()}
    said = {tag: _said(*missing[tag], every) for tag in missing if any(missing[tag])}
    if said:
        shown = {language: listed([f"{tag} ({', '.join(parts[language])})" for tag, parts in said.items()]) for language in LANGUAGES}
        titles = tuple([tag for tag in said if missing[tag][0]])
        statements = tuple([missing[tag][1] for tag in said])
        yield Found("/authentic_languages", {"languages": tuple(said), "titles": titles, "statements": statements, "listed": shown})


def _said(no_title: bool, statements: int, every: int) -> dict[str, list[str]]:
    """Return, by language of the reader, what is missing: the title, some of all statements, or both."""
    return {
        "en": ["title"] * no_title + [f"{statements} of {every} commitments"] * bool(statements),
        "es": ["título"] * no_title + [f"{statements} de {every} compromisos"] * bool(statements),
    }


def _primaries(text: Text) -> set[str]:
    return {_primary(tag) for tag in text}


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
        "es": "Donde varios textos son auténticos, cada uno dice lo acordado, y pueden diferir (Convención de Viena sobre el Derecho de "
        "los Tratados, artículo 33): el lector necesita título y compromisos en cada uno. Las variedades de un idioma cuentan como una, "
        "igual que al buscar un texto: lo que está en es está en es-419.",
    },
    messages={
        "en": "missing in authentic languages: {listed}",
        "es": "falta en idiomas auténticos: {listed}",
    },
    wrong=_example({"es": "Reunirse de nuevo"}),
    right=_example({"es-419": "Reunirse de nuevo", "en": "To meet again"}),
    find=_unsaid,
)
