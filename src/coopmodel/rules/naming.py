"""Naming: whether the words that are quoted for a promise name who makes it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.analysis.languages import languages_of, source_of
from coopmodel.analysis.names import Names, Words, names_of, names_of_country, words_of
from coopmodel.model.commitments import Commitment
from coopmodel.model.parties import Authority, CountryParty
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed

_NAMED: Final = 5
_READ: Final = frozenset({"es", "en"})


def _unnamed(context: Context) -> Iterator[Found]:
    asked = [one for one in context.agreement.commitments if one.obligors and _readable(context, one)]
    countries: dict[str, str] = {party.id: str(party.country) for party in context.agreement.parties if isinstance(party, CountryParty)}
    doubtful = [one for one in asked if not _at_a_glance(one, countries)]
    names = names_of(context.agreement, {obligor for one in doubtful for obligor in one.obligors}) if doubtful else {}
    missing: dict[str, tuple[str, ...]] = {}
    quoted: list[Commitment] = []
    for commitment in doubtful:
        absent = _absent(context, commitment, names)
        if absent:
            missing[str(commitment.id)] = absent
            quoted.append(commitment)
    if missing:
        shown = listed([f"{commitment} ({', '.join(absent)})" for commitment, absent in missing.items()], _NAMED)
        values = {"commitments": tuple(missing), "missing": len(missing), "all": len(asked), "listed": shown}
        yield Found("/commitments", values, evidence=tuple([citation for one in quoted[:_NAMED] for citation in one.evidence[:1]]))


def _readable(context: Context, commitment: Commitment) -> bool:
    """Tell whether every citation has words, in Spanish or English: else the name may stand where nobody has looked."""
    for citation in commitment.evidence:
        languages = languages_of(context.index, citation)
        if citation.exact is None or not languages or not {tag.partition("-")[0] for tag in languages} <= _READ:
            return False
    return bool(commitment.evidence)


def _at_a_glance(commitment: Commitment, countries: Mapping[str, str]) -> bool:
    """Tell whether the quotations name every obligor by its country, as most do: then nobody else's names need be looked up."""
    words = _words(commitment)
    return all(obligor in countries and names_of_country(countries[obligor]).stand_in(words) for obligor in commitment.obligors)


def _words(commitment: Commitment) -> Words:
    return words_of([part for one in commitment.evidence for part in (one.prefix, one.exact, one.suffix) if part is not None])


def _absent(context: Context, commitment: Commitment, names: Mapping[str, Names]) -> tuple[str, ...]:
    words = _words(commitment)
    if words.name_all:
        return ()
    sources = [source_of(context.index, citation) for citation in commitment.evidence]
    speaking = {source.on_behalf_of for source in sources if source is not None}
    return tuple(
        [
            str(obligor)
            for obligor in dict.fromkeys(commitment.obligors)
            if obligor in names and not names[obligor].stand_in(words) and _party(context, obligor) not in speaking
        ]
    )


def _party(context: Context, obligor: str) -> str:
    """Return the party itself, or that of an authority: its own paper need not say who speaks."""
    entity = context.index.entities[obligor]
    return entity.party if isinstance(entity, Authority) else obligor


def _example(exact: str) -> Example:
    commitment: dict[str, Any] = {
        "id": "exercise",
        "statement": {"en": "To host the exercise"},
        "areas": ["defence"],
        "due": "2030",
        "obligors": ["pe"],
        "evidence": [{"source": "communique", "exact": exact}],
    }
    source = {"id": "communique", "kind": "press-release", "language": "en"}
    return Example(members={"commitments": [commitment], "sources": [source]})


EVD006: Final = Rule(
    code="EVD006",
    name={"en": "obligor whom no quotation names", "es": "obligado a quien ninguna cita nombra"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "To put a promise into the wrong mouth is the worst slip that a record can make. Names and acronyms count in any language, "
        "and so do a country's people, its authorities and officials, and words for all sides, such as “both” or “we”. Where a citation has "
        "no words, or is not known to be in Spanish or English, or the source speaks for the obligor, nothing is said.",
        "es": "Poner un compromiso en boca ajena es el error más grave de un registro. Cuentan los nombres y las siglas en cualquier "
        "idioma, el gentilicio, las autoridades y los funcionarios de un país, y las palabras que abarcan a todos, como «ambas partes» o "
        "«acordamos». Nada se dice si una cita carece de palabras o no consta que esté en español o inglés, o si la fuente habla por el "
        "obligado.",
    },
    messages={
        "en": "commitments whose quotations do not name who is to keep them ({missing} of {all}): {listed}",
        "es": "compromisos cuyas citas no nombran a quien debe cumplirlos ({missing} de {all}): {listed}",
    },
    wrong=_example("Chile will host the exercise"),
    right=_example("The Peruvian side will host the exercise"),
    find=_unnamed,
)
