"""Delegations: who was at a meeting, for which party, and in which office."""

from collections.abc import Iterator
from typing import Final

from coopmodel.model.meetings import Meeting
from coopmodel.model.parties import Official, OrganizationParty, Party
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.rules.timings import spelt
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.countries import Country


def _one_sided(context: Context) -> Iterator[Found]:
    agreement = context.agreement
    agreeing = [party for party in agreement.parties if party.role == "party"]
    of_mechanism: dict[str | None, tuple[str, ...]] = {mechanism.id: mechanism.parties for mechanism in reversed(agreement.mechanisms)}
    for pointer, meeting in _held(context):
        there = {str(delegation.party) for delegation in meeting.delegations}
        present = [party for party in agreeing if party.id in there]
        if not present:
            continue
        absent = set(of_mechanism.get(meeting.mechanism) or [party.id for party in agreeing]) - there
        if not absent:
            continue
        represented = {country for party in agreement.parties if party.id in there for country in _members(party)}
        missing = [party for party in agreeing if party.id in absent and getattr(party, "country", None) not in represented]
        if missing:
            came, stayed = tuple([str(party.id) for party in present]), tuple([str(party.id) for party in missing])
            values = {"meeting": meeting.id, "present": came, "missing": stayed, "came": listed(came), "listed": listed(stayed)}
            yield Found(f"{pointer}/delegations", values)


def _members(party: Party) -> tuple[Country, ...]:
    return party.members if isinstance(party, OrganizationParty) else ()


def _held(context: Context) -> Iterator[tuple[str, Meeting]]:
    for pointer, meeting in context.index.each(Meeting):
        if meeting.id in context.index.held:
            yield pointer, meeting


_EVIDENCE: Final = [{"source": "minutes"}]
_SOURCES: Final = [{"id": "minutes", "kind": "official-record"}]


def _example_meeting(*parties: str) -> Example:
    delegations = [{"party": party} for party in parties]
    meeting = {"id": "first-meeting", "date": "2024-05-02", "delegations": delegations, "status": "held", "evidence": _EVIDENCE}
    return Example(members={"meetings": [meeting], "sources": _SOURCES})


PTY003: Final = Rule(
    code="PTY003",
    name={"en": "delegation of one side only", "es": "delegación de una sola parte"},
    severity="info",
    strict="warning",
    scope="entity",
    rationale={
        "en": "A press release names its own side. Who spoke for the other stands in the other side's, and without it nobody knows whom to "
        "ask. Counted are the parties of the meeting's mechanism, else all with role 'party'; a country is represented by an organisation "
        "that lists it as a member.",
        "es": "Un comunicado nombra a los suyos. Quién habló por la otra parte consta en el comunicado de esta, y sin ese dato no se sabe "
        "a quién preguntar. Cuentan las partes del mecanismo de la reunión o, si no, todas las que intervienen en calidad de 'party'; a "
        "un país lo representa la organización que lo incluye entre sus miembros.",
    },
    messages={
        "en": "{meeting} has a delegation of {came}, and none of {listed}",
        "es": "en {meeting} consta delegación de {came}, y ninguna de {listed}",
    },
    wrong=_example_meeting("cl"),
    right=_example_meeting("cl", "pe"),
    find=_one_sided,
)


def _out_of_office(context: Context) -> Iterator[Found]:
    attended: dict[str, list[Meeting]] = {}
    for _, meeting in _held(context):
        there = [official for delegation in meeting.delegations for official in (*delegation.heads, *delegation.members)]
        for official in dict.fromkeys(there):
            attended.setdefault(official, []).append(meeting)
    for pointer, official in context.index.firsts(Official):
        if official.tenure is None:
            continue
        outside: dict[str, str] = {}
        for meeting in attended.get(official.id, ()):
            if meeting.date is None:
                continue
            when = meeting.date.resolve(context.index.events)
            if isinstance(when, Bounds) and (precedes(when, official.tenure) or precedes(official.tenure, when)):
                outside[str(meeting.id)] = f"{meeting.id} ({spelt(meeting.date, when)})"
        if outside:
            values = {"official": official.id, "tenure": str(official.tenure), "meetings": tuple(outside)}
            yield Found(f"{pointer}/tenure", values | {"listed": listed([*outside.values()])})


def _example_official(tenure: str) -> Example:
    delegations = [{"party": "cl", "heads": ["minister"]}, {"party": "pe"}]
    meeting = {"id": "first-meeting", "date": "2024-05-02", "delegations": delegations, "status": "held", "evidence": _EVIDENCE}
    official = {"id": "minister", "party": "cl", "post": {"en": "Minister"}, "tenure": tenure}
    return Example(members={"officials": [official], "meetings": [meeting], "sources": _SOURCES})


PTY004: Final = Rule(
    code="PTY004",
    name={"en": "official at a meeting outside the tenure", "es": "funcionario en una reunión fuera de su mandato"},
    severity="warning",
    strict="error",
    scope="entity",
    rationale={
        "en": "Who came in an office that he or she did not yet hold, or held no more, was mistaken for somebody else, or came in another "
        "office: there is one official for each office held. Only meetings that were held count, and only what is certain: an end of the "
        "tenure that is open or unknown, or a vague date that leaves it possible, is no finding.",
        "es": "Quien acudió en un cargo que aún no tenía, o que ya no tenía, fue confundido con otra persona, o acudió en otro cargo: hay "
        "un funcionario por cada cargo ejercido. Solo cuentan las reuniones celebradas, y solo lo seguro: un extremo del mandato abierto "
        "o desconocido, o una fecha imprecisa que lo deja posible, no es hallazgo.",
    },
    messages={
        "en": "{official} held office in {tenure}, and was at {listed}",
        "es": "{official} ejerció el cargo en {tenure}, y estuvo en {listed}",
    },
    wrong=_example_official("2022-03-11/2024-05-01"),
    right=_example_official("2022-03-11/2024-05-02"),
    find=_out_of_office,
)
