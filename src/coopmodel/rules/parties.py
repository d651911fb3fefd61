"""Parties: somebody must agree, usually with somebody else, and each office belongs to one side."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from coopmodel.codes.labels import label
from coopmodel.codes.words import INSTRUMENTS
from coopmodel.model.meetings import Delegation, Meeting
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, Party
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed


def _nobody(context: Context) -> Iterator[Found]:
    if not context.agreement.parties:
        yield Found("", {})


PTY001: Final = Rule(
    code="PTY001",
    name={"en": "no party", "es": "sin partes"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "Who agreed is the first thing that anybody asks. It is a warning and no error, since treaty registers without a column for "
        "the parties exist.",
        "es": "Quiénes acordaron es lo primero que cualquiera pregunta. Es una advertencia y no un error, pues existen registros de "
        "tratados sin columna para las partes.",
    },
    messages={"en": "the record names no party", "es": "el registro no nombra ninguna parte"},
    wrong=Example(members={"parties": []}),
    right=Example(members={}),
    find=_nobody,
)


class _Place(NamedTuple):
    """One entity put into a body: an official or an authority into an authority, an official into a delegation."""

    pointer: str
    entity: Authority | Official
    party: str
    body: Mapping[str, str]


def _astray(context: Context) -> Iterator[Found]:
    abroad = [*_in_authorities(context), *_in_delegations(context)]
    sides: dict[str, _Side] = {party.id: _side(party) for party in reversed(context.agreement.parties)} if abroad else {}
    groups: dict[str, list[_Place]] = {}
    for place in abroad:
        if _apart(sides.get(place.entity.party), sides.get(place.party)):
            groups.setdefault(place.body["en"], []).append(place)
    for places in groups.values():
        members = tuple(dict.fromkeys([str(place.entity.id) for place in places]))
        shown = dict.fromkeys([f"{place.entity.id} ({place.entity.party})" for place in places])
        yield Found(places[0].pointer, {"members": members, "listed": listed([*shown]), "body": places[0].body, "party": places[0].party})


_WITHIN: Final[Mapping[type[Any], str]] = {Authority: "parent", Official: "authority"}
"""By class: the member that names the authority around it."""


def _in_authorities(context: Context) -> Iterator[_Place]:
    """Yield the authorities and officials in an authority of another party."""
    for kind, member in _WITHIN.items():
        for pointer, entity in context.index.each(kind):
            above = context.index.entities.get(getattr(entity, member))
            if isinstance(above, Authority) and above.party != entity.party:
                name = f"{above.id} ({above.party})"
                names = {"en": f"the authority {name}", "es": f"la autoridad {name}"}
                yield _Place(f"{pointer}/{member}", entity, above.party, names)


def _in_delegations(context: Context) -> Iterator[_Place]:
    """Yield the officials in a delegation of another party."""
    for pointer, meeting in context.index.each(Meeting):
        for number, delegation in enumerate(meeting.delegations):
            for member, place, official in _delegates(delegation):
                delegate = context.index.entities.get(official)
                if isinstance(delegate, Official) and delegate.party != delegation.party:
                    names = {
                        "en": f"the delegation of {delegation.party} to {meeting.id}",
                        "es": f"la delegación de {delegation.party} en {meeting.id}",
                    }
                    yield _Place(f"{pointer}/delegations/{number}/{member}/{place}", delegate, delegation.party, names)


def _delegates(delegation: Delegation) -> Iterator[tuple[str, int, str]]:
    """Yield the officials of a delegation, each behind the member and the number of its place."""
    for member in ("heads", "members"):
        for place, official in enumerate(getattr(delegation, member)):
            yield member, place, official


class _Side(NamedTuple):
    """The countries that a party stands for; an organisation stands for its members, and for nobody known where it lists none."""

    countries: frozenset[str]
    is_organization: bool = False


def _side(party: Party) -> _Side:
    if isinstance(party, OrganizationParty):
        return _Side(frozenset(map(str, party.members)), is_organization=True)
    country = str(party.country) if isinstance(party, CountryParty) else party.code[:2]
    return _Side(frozenset({country}))


def _apart(one: _Side | None, other: _Side | None) -> bool:
    """Tell whether nobody can be of both: of two countries, or of a country and an organisation whose members are listed without it."""
    if one is None or other is None or (one.is_organization and other.is_organization):
        return False
    return bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries)


def _example_office(party: str) -> Example:
    authorities = [{"id": "ministry", "party": "cl", "name": {"en": "Ministry"}}]
    return Example(
        members={
            "authorities": authorities,
            "officials": [{"id": "minister", "party": party, "post": {"en": "Minister"}, "authority": "ministry"}],
        }
    )


PTY002: Final = Rule(
    code="PTY002",
    name={
        "en": "authority or official of another party than its body",
        "es": "autoridad o funcionario de una parte distinta de la de su órgano",
    },
    severity="warning",
    strict="error",
    scope="entity",
    rationale={
        "en": "Every authority and official names its party, so one of no party at all is an unknown reference. What remains is the one that "
        "stands on two sides: an official of Peru in a ministry of Chile or in the delegation of Chile, an authority under one of another "
        "country. One of the two is wrong, and the promise is put down to the wrong side. A country, its subdivisions and an organisation "
        "that it is a member of, or whose members are not listed, are one side. Who signs is not asked: one State may sign for another.",
        "es": "Toda autoridad y todo funcionario indica su parte, de modo que quien no es de ninguna es una referencia desconocida. Queda "
        "quien figura en dos partes: un funcionario del Perú en un ministerio de Chile o en la delegación de Chile, una autoridad "
        "dependiente de otra de distinto país. Uno de los dos datos está mal, y el compromiso se atribuye a la parte equivocada. Un país, "
        "sus subdivisiones y la organización de la que es miembro, o cuyos miembros no constan, cuentan como una misma parte. Las firmas "
        "no se miran: un Estado puede firmar por otro.",
    },
    messages={
        "en": "of another party than {body}: {listed}",
        "es": "de una parte distinta de la de {body}: {listed}",
    },
    wrong=_example_office("pe"),
    right=_example_office("cl"),
    find=_astray,
)

_FOR_SEVERAL: Final = frozenset(INSTRUMENTS) - {"announcement", "action-plan"}
"""Instruments that no party can issue alone."""


def _alone(context: Context) -> Iterator[Found]:
    instrument = context.agreement.instrument
    agreeing = [(number, party) for number, party in enumerate(context.agreement.parties) if party.role == "party"]
    if len(agreeing) == 1 and instrument in _FOR_SEVERAL:
        ((number, party),) = agreeing
        what = {language: label("instrument", instrument, language) for language in LANGUAGES}
        yield Found(f"/parties/{number}", {"party": party.id, "instrument": instrument, "what": what})


_CHILE: Final = [{"id": "cl", "kind": "country", "country": "CL"}]

PTY005: Final = Rule(
    code="PTY005",
    name={"en": "one party only", "es": "una sola parte"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "It takes two to agree: either a party is missing, or it is an announcement and should say so. Observers and third parties do "
        "not agree; an organisation counts as one, whatever its members. An announcement or an action plan may be one party's own; where the "
        "instrument is not known, or is a word of one's own, nothing is said.",
        "es": "Un acuerdo supone al menos dos partes: o falta una parte, o se trata de un anuncio y debe decirlo. Los observadores y "
        "terceros no acuerdan; una organización cuenta como una, sean cuales sean sus miembros. Un anuncio o un plan de acción pueden ser "
        "de una sola parte; si el instrumento no consta, o es una palabra propia, no se dice nada.",
    },
    messages={
        "en": "{party} is the only party; instrument: {what}",
        "es": "{party} es la única parte; instrumento: {what}",
    },
    wrong=Example(members={"parties": _CHILE, "instrument": "memorandum-of-understanding"}),
    right=Example(members={"parties": _CHILE, "instrument": "announcement"}),
    find=_alone,
)
