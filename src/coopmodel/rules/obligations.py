"""Obligations: how firm a promise is, what its words allow, and which members a kind of promise has."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coopmodel.analysis.languages import languages_of
from coopmodel.codes.labels import label
from coopmodel.codes.verbs import Firmest, firmest, has_ladder
from coopmodel.codes.words import COMMITMENT_KINDS, STRENGTH_RANKS, Strength
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed

_BINDS_NOBODY: Final[Mapping[str | None, Mapping[str, str]]] = {
    "announcement": {"en": "an announcement", "es": "un anuncio"},
    "joint-declaration": {"en": "a joint declaration", "es": "una declaración conjunta"},
    "meeting-record": {"en": "a meeting record", "es": "un acta de reunión"},
}

_WEAKEST: Final = min(STRENGTH_RANKS, key=STRENGTH_RANKS.__getitem__)

_MAY_BIND: Final = frozenset({"treaty", "agreement", "memorandum-of-understanding", "protocol", "exchange-of-notes", "amendment"})
"""Where the document obliges, a plain future does: *las Partes cooperarán* is how a treaty in Spanish says *shall*."""

_GOES_WITH: Final[Mapping[str, tuple[str, ...]]] = {
    "meeting": ("meeting", "mechanism", "information-exchange", "joint-operation", "capacity-building", "public-policy"),
    "permanence": ("information-exchange",),
    "immediacy": ("information-exchange",),
    "purposes": ("joint-operation",),
    "destinations": ("assisted-return",),
}
"""By member: the built-in kinds that it goes with, in the order of the model. ``mechanism``, ``instrument`` and ``money`` go with any: a joint
operation may be run by a working group, a reform be laid down in a protocol, a working group have a budget. A meeting is no document, no money,
no law, no building and no journey home: what is only due at a meeting says so by its ``due``."""


def _binding(context: Context) -> Iterator[Found]:
    what = _BINDS_NOBODY.get(context.agreement.instrument)
    if what is None:
        return
    binding = [one for one in context.agreement.commitments if one.strength == "binding" and not _taken_up(one)]
    if binding:
        names = tuple([str(commitment.id) for commitment in binding])
        values = {"what": what, "instrument": context.agreement.instrument, "commitments": names, "listed": listed(names)}
        yield Found("/instrument", values, evidence=tuple([citation for one in binding for citation in one.evidence[:1]]))


def _taken_up(commitment: Commitment) -> bool:
    """Tell whether the obligation may come from another record, such as a treaty that a declaration recalls."""
    return any("#" in reference for reference in commitment.continues)


def _above(context: Context) -> Iterator[Found]:
    instrument = context.agreement.instrument
    for number, commitment in enumerate(context.agreement.commitments):
        recorded = commitment.strength
        if recorded is None or recorded == _WEAKEST or (recorded == "binding" and instrument in _BINDS_NOBODY):
            continue
        verb = _firmest(context, commitment.evidence, recorded)
        if verb is None or STRENGTH_RANKS[verb.strength] >= STRENGTH_RANKS[recorded]:
            continue
        promises = STRENGTH_RANKS[verb.strength] >= STRENGTH_RANKS["announced"]
        if promises and (instrument in _MAY_BIND or (recorded == "binding" and instrument != "action-plan")):
            continue
        values = {
            "commitment": str(commitment.id),
            "strength": recorded,
            "supported": verb.strength,
            "words": verb.words,
            "recorded": {language: label("strength", recorded, language) for language in LANGUAGES},
            "at_most": {language: label("strength", verb.strength, language) for language in LANGUAGES},
        }
        pointer = f"/commitments/{number}/strength"
        yield Found(pointer, values, ({"op": "replace", "path": pointer, "value": verb.strength},))


def _firmest(context: Context, evidence: tuple[Citation, ...], enough: Strength) -> Firmest | None:
    """Return the firmest verb of the quotations, or the first that is firm enough.

    It is ``None`` where there is no verb, or where one might stand that cannot be read.
    """
    found: list[Firmest] = []
    for citation in evidence:
        languages = languages_of(context.index, citation)
        if citation.exact is None or not languages or not all(has_ladder(language) for language in languages):
            return None
        for language in languages:
            verb = firmest(citation.exact, language, enough)
            if verb is not None:
                found.append(verb)
                if STRENGTH_RANKS[verb.strength] >= STRENGTH_RANKS[enough]:
                    return verb
    return max(found, key=lambda verb: STRENGTH_RANKS[verb.strength], default=None)


def _misplaced(context: Context) -> Iterator[Found]:
    for number, commitment in enumerate(context.agreement.commitments):
        if commitment.kind not in COMMITMENT_KINDS:
            continue
        members = [name for name, kinds in _GOES_WITH.items() if getattr(commitment, name) and commitment.kind not in kinds]
        if members:
            values = {
                "commitment": str(commitment.id),
                "kind": commitment.kind,
                "members": tuple(members),
                "goes": "; ".join([f"{name}: {', '.join(_GOES_WITH[name])}" for name in members]),
            }
            yield Found(f"/commitments/{number}/{members[0]}", values)


def _example(instrument: str | None = None, exact: str | None = None, **members: Any) -> Example:  # noqa: ANN401  members of a commitment
    citation = {"source": "communique"} if exact is None else {"source": "communique", "exact": exact}
    commitment = {"id": "patrols", "statement": {"en": "Joint patrols"}, "areas": ["border-control"], "due": "2030"}
    document: dict[str, Any] = {
        "commitments": [commitment | members | {"evidence": [citation]}],
        "sources": [{"id": "communique", "kind": "press-release", "language": "en"}],
    }
    return Example(members=document if instrument is None else {"instrument": instrument} | document)


def _example_return(kind: str) -> Example:
    return _example(id="returns", statement={"en": "Assisted return"}, destinations=["origin"], kind=kind)


OBL001: Final = Rule(
    code="OBL001",
    name={"en": "binding, in a document that binds nobody", "es": "vinculante, en un documento que no obliga"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "An announcement, a joint declaration or the record of a meeting states what its authors mean to do; whoever reads it as an "
        "obligation under law is misled. A commitment that takes up one of another record may be binding by that one, and is passed over.",
        "es": "Un anuncio, una declaración conjunta o el acta de una reunión dice lo que sus autores se proponen; quien lo lea como una "
        "obligación jurídica se engaña. Un compromiso que retoma el de otro registro puede obligar en virtud de este, y no se cuenta.",
    },
    messages={
        "en": "{what} binds nobody; recorded as binding: {listed}",
        "es": "{what} no obliga a nadie; figura como vinculante: {listed}",
    },
    wrong=_example("joint-declaration", strength="binding"),
    right=_example("agreement", strength="binding"),
    find=_binding,
)

OBL002: Final = Rule(
    code="OBL002",
    name={"en": "firmer than its words", "es": "más firme que sus palabras"},
    severity="warning",
    strict="error",
    scope="entity",
    rationale={
        "en": "How firm a promise is, its verb says: who intends has not agreed, and who agrees on the importance of something has promised "
        "nothing. The firmest verb in any quotation of the commitment counts, also a heading's. Where no known verb is quoted, a citation "
        "has no words, or the language is unknown or another than Spanish or English, nothing is said; in a treaty a plain future obliges.",
        "es": "La firmeza de un compromiso la da su verbo: quien tiene la intención no ha acordado, y quien coincide en la importancia de "
        "algo no se ha comprometido a nada. Cuenta el verbo más firme de todas sus citas, también el de un encabezado. Nada se dice donde "
        "no se cita un verbo conocido, una cita carece de palabras, o el idioma se ignora o no es español ni inglés; en un tratado, el "
        "futuro simple obliga.",
    },
    messages={
        "en": "'{commitment}' is recorded as {recorded}; its firmest words, “{words}”, support {at_most} at most",
        "es": "'{commitment}' figura como {recorded}; sus palabras más firmes, «{words}», admiten a lo sumo {at_most}",
    },
    wrong=_example(exact="Both Governments intend to hold joint patrols", strength="agreed"),
    right=_example(exact="Both Governments agreed to hold joint patrols", strength="agreed"),
    find=_above,
)

OBL003: Final = Rule(
    code="OBL003",
    name={"en": "member of another kind of promise", "es": "campo propio de otro tipo de compromiso"},
    severity="warning",
    strict="error",
    scope="entity",
    rationale={
        "en": "Destinations belong to a return, purposes to an operation, permanence and immediacy to an exchange of information. Elsewhere "
        "either the kind is wrong, or two promises were put into one. What a kind of one's own has is its author's to say.",
        "es": "Los destinos son propios de un retorno; los fines, de un operativo; la permanencia y la inmediatez, de un intercambio de "
        "información. En otro lugar, o el tipo es equivocado, o se juntaron dos compromisos en uno. Qué lleva un tipo propio lo dice su "
        "autor.",
    },
    messages={
        "en": "'{commitment}' is of the kind '{kind}', with members that go with others ({goes})",
        "es": "'{commitment}' es de tipo '{kind}', con campos propios de otros tipos ({goes})",
    },
    wrong=_example_return("public-policy"),
    right=_example_return("assisted-return"),
    find=_misplaced,
)
