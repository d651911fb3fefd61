"""Acts in the order of the law of treaties: signed, in force, ended."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from coopmodel.analysis.acts import CONSENT, END, Act, acts, certain, first_day, perhaps_later
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed
from coopmodel.values.bounds import precedes

_NAMED: Final = 5
_BILATERAL: Final = 2


class _Pair(NamedTuple):
    """Two acts in the wrong order, and whose they are; ``None`` is the agreement as a whole."""

    party: str | None
    early: Act
    late: Act


def _before_signature(context: Context) -> Iterator[Found]:
    pairs = [*_unsigned(context)]
    if pairs:
        yield _told(pairs, {"en": "signed", "es": "firma:"})


def _unsigned(context: Context) -> Iterator[_Pair]:
    entries, signatures = acts(context.index, "entry-into-force"), acts(context.index, "signature")
    whole = first_day(signatures.get(None, ()))
    for party, several in entries.items():
        if party in signatures:
            signed = first_day(signatures[party])
        else:
            signed = whole if party is not None else _signed_by_parties(context, signatures)
        yield from [_Pair(party, entry, signed) for entry in several if entry and signed and precedes(entry.date, signed.date)][:1]


def _signed_by_parties(context: Context, signatures: Mapping[str | None, list[Act | None]]) -> Act | None:
    """Return the signature before which the agreement was certainly not in force: the last of two parties, the first of more."""
    agreeing = {str(party.id) for party in context.agreement.parties if party.role == "party"}
    by_parties = [act for party, several in signatures.items() if party in agreeing for act in several]
    if len(agreeing) == _BILATERAL:
        return max(certain(by_parties), key=lambda act: act.date.earliest, default=None)
    return first_day(by_parties)


def _told(pairs: list[_Pair], then: dict[str, str]) -> Found:
    whole = {"en": "the agreement", "es": "el acuerdo"}
    shown = {
        language: listed(
            [f"{pair.party or whole[language]} ({pair.early.date}; {then[language]} {pair.late.date})" for pair in pairs], _NAMED
        )
        for language in LANGUAGES
    }
    parties = tuple([pair.party for pair in pairs if pair.party is not None])
    values = {"count": len(pairs), "parties": parties, "whole": len(parties) < len(pairs), "listed": shown}
    return Found(pairs[0].early.pointer, values)


def _never_in_force(context: Context) -> Iterator[Found]:
    pairs = [*_ended(context)]
    if pairs:
        yield _told(pairs, {"en": "in force", "es": "en vigor:"})


def _ended(context: Context) -> Iterator[_Pair]:
    ends = acts(context.index, *END)
    if not ends:
        return
    entries, consents = acts(context.index, "entry-into-force"), acts(context.index, *CONSENT)
    of_whole = _first_end(ends.get(None, ()))
    revived = of_whole is not None and perhaps_later(of_whole, entries.get(None, ()))
    for party, several in entries.items():
        entry = first_day(several)
        own = _first_end(ends.get(party, ()))
        came_back = party is not None and own is not None and perhaps_later(own, consents.get(party, ()))
        ended = [end for end, is_undone in ((own, came_back), (of_whole, revived)) if end and not is_undone]
        yield from [_Pair(party, end, entry) for end in ended if entry and precedes(end.date, entry.date)][:1]


def _first_end(several: Iterable[Act | None]) -> Act | None:
    return min(certain(several), key=lambda act: act.date.latest, default=None)


_EVIDENCE: Final = [{"source": "register"}]


def _example(**acts_by_date: str) -> Example:
    participation = [{"action": action.replace("_", "-"), "date": day, "evidence": _EVIDENCE} for action, day in acts_by_date.items()]
    return Example(members={"participation": participation, "sources": [{"id": "register", "kind": "dataset"}]})


DAT002: Final = Rule(
    code="DAT002",
    name={"en": "in force before signature", "es": "vigente antes de la firma"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "What is in force was signed before. Registers show the opposite in some treaties of a hundred: a mistyped year, a column that "
        "was mistaken, or a treaty that takes effect backwards, which is worth a note; provisional application is an act of its own and may "
        "come first. The agreement as a whole is compared with the last signature where it has two parties, with the first where it has "
        "more, since who signs later joins what is in force already; each party with its own signature. Only what is certain counts.",
        "es": "Un acuerdo vigente se firmó antes de entrar en vigor. En los registros, un pequeño porcentaje de los tratados muestra lo "
        "contrario: un año mal escrito, una columna confundida, o un tratado con efecto retroactivo, lo que merece una nota; la "
        "aplicación provisional es un acto aparte y puede ir primero. El acuerdo en su conjunto se compara con la última firma si tiene "
        "dos partes y con la primera si tiene más, pues quien firma después se suma a lo ya vigente; cada parte, con su propia firma. "
        "Solo cuenta lo seguro.",
    },
    messages={
        "en": "in force before it was signed: {listed}",
        "es": "en vigor antes de la firma: {listed}",
    },
    wrong=_example(signature="2012-05-02", entry_into_force="2002-07-01"),
    right=_example(signature="2012-05-02", entry_into_force="2012-07-01", provisional_application="2012-05"),
    find=_before_signature,
)

DAT003: Final = Rule(
    code="DAT003",
    name={"en": "ended before in force", "es": "terminado antes de su vigencia"},
    severity="error",
    strict="error",
    scope="record",
    rationale={
        "en": "Only what is in force can end. The end is a termination or withdrawal, on the day that it took effect, of the agreement as a "
        "whole or of one party; it must lie before every entry into force that is recorded, since what ended can be revived. A party that "
        "withdrew and joined again has not ended before it began, and a signatory may leave before the agreement is in force at all.",
        "es": "Solo termina lo que estuvo vigente. El fin es una terminación o denuncia, en la fecha en que surtió efecto, del acuerdo en su "
        "conjunto o de una parte; debe ser anterior a toda entrada en vigor que conste, pues lo terminado puede revivir. Una parte que "
        "denunció y volvió a adherirse no terminó antes de empezar, y un signatario puede retirarse antes de que el acuerdo entre en vigor.",
    },
    messages={
        "en": "ended before it was in force: {listed}",
        "es": "terminado antes de entrar en vigor: {listed}",
    },
    wrong=_example(entry_into_force="2012-07-01", termination="2002-07-01"),
    right=_example(entry_into_force="2012-07-01", termination="2022-07-01"),
    find=_never_in_force,
)
