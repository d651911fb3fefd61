"""The status that an agreement declares, and the acts that bear it out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from coopmodel.analysis.acts import CONSENT, END, Act, acts, perhaps_later
from coopmodel.rules.context import Context
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.values.bounds import precedes

_TWO: Final = 2
"""Without so many parties nothing is agreed."""


def _since_when(context: Context) -> Iterator[Found]:
    if context.agreement.status == "in-force" and not any(any(several) for several in acts(context.index, "entry-into-force").values()):
        yield Found("/status", {"status": "in-force"})


_EVIDENCE: Final = [{"source": "register"}]


def _example(*participation: Mapping[str, Any], as_of: date | None = None) -> Example:
    documents = [{**act, "evidence": _EVIDENCE} for act in participation]
    sources = [{"id": "register", "kind": "dataset"}]
    return Example(members={"status": "in-force", "participation": documents, "sources": sources}, as_of=as_of)


STS001: Final = Rule(
    code="STS001",
    name={"en": "in force, nobody knows since when", "es": "vigente, no consta desde cuándo"},
    severity="info",
    strict="warning",
    scope="record",
    rationale={
        "en": "Without the date nobody can tell what was promised under it and what before, nor count what is due so long after entry into "
        "force. The date of one party is enough.",
        "es": "Sin la fecha no se sabe qué compromisos se asumieron en virtud del acuerdo y cuáles antes, ni se puede contar lo que vence "
        "un tiempo después de la entrada en vigor. Basta la fecha de una de las partes.",
    },
    messages={
        "en": "the status says in force, and no entry into force has a date",
        "es": "el estado declarado es vigente, y no consta la fecha de entrada en vigor",
    },
    wrong=_example({"action": "signature", "date": "2012-05-02"}),
    right=_example({"action": "entry-into-force", "date": "2012-07-01"}),
    find=_since_when,
)


def _over(context: Context) -> Iterator[Found]:
    if context.agreement.status != "in-force":
        return
    today = context.today
    ends = acts(context.index, *END)
    entries, consents = acts(context.index, "entry-into-force"), acts(context.index, *CONSENT)
    whole = _last_passed(ends.get(None, ()), today)
    if whole is not None and not perhaps_later(whole, entries.get(None, ())):
        why = {"en": f"the agreement ended on {whole.date}", "es": f"el acuerdo terminó el {whole.date}"}
        yield Found("/status", {"as_of": str(today), "end": str(whole.date), "why": why}, evidence=whole.evidence)
        return
    agreeing = dict.fromkeys([str(party.id) for party in context.agreement.parties if party.role == "party"])
    left: dict[str, Act] = {}
    for party in agreeing:
        end = _last_passed(ends.get(party, ()), today)
        if end is not None and not perhaps_later(end, (*entries.get(party, ()), *consents.get(party, ()))):
            left[party] = end
    if len(agreeing) >= _TWO and len(agreeing) - len(left) < _TWO:
        shown = listed([f"{party} ({end.date})" for party, end in left.items()])
        why = {"en": f"fewer than two parties are left, without {shown}", "es": f"quedan menos de dos partes, sin {shown}"}
        evidence = tuple([citation for end in left.values() for citation in end.evidence])
        yield Found("/status", {"as_of": str(today), "left": tuple(left), "why": why}, evidence=evidence)


def _last_passed(several: Iterable[Act | None], today: date) -> Act | None:
    """Return the last end, if all of them have certainly passed: a later one that is to come tells of a prolongation."""
    dated = [act for act in several if act is not None]
    passed = all(precedes(act.date, today) for act in dated)
    return max(dated, key=lambda act: act.date.latest) if dated and passed else None


STS002: Final = Rule(
    code="STS002",
    name={"en": "in force, and ended", "es": "vigente, y terminado"},
    severity="warning",
    strict="error",
    scope="record",
    rationale={
        "en": "The status was copied once and the end came later. An agreement has ended when its termination or expiry, recorded as "
        "termination of the whole, has certainly taken effect, and nothing put it in force again; or when fewer than two parties are left: "
        "the withdrawal of one ends an agreement of two, and not one of many (Vienna Convention on the Law of Treaties, article 55). A "
        "party that may have joined again is not counted as gone.",
        "es": "El estado se copió una vez y el fin llegó después. Un acuerdo ha terminado cuando su terminación o expiración, registrada como "
        "terminación del conjunto, ha surtido efecto con certeza y nada lo puso de nuevo en vigor; o cuando quedan menos de dos partes: la "
        "denuncia de una pone fin a un acuerdo de dos, no a uno de muchas (Convención de Viena sobre el Derecho de los Tratados, artículo "
        "55). No se da por retirada a la parte que pudo haberse adherido de nuevo.",
    },
    messages={
        "en": "{why}; as of {as_of} the status still says in force",
        "es": "{why}; al {as_of} el estado declarado sigue siendo vigente",
    },
    wrong=_example(
        {"action": "entry-into-force", "date": "2012-07-01"},
        {"action": "withdrawal", "party": "pe", "date": "2021-12-15", "effective": "2022-06-15"},
        as_of=date(2022, 6, 16),
    ),
    right=_example(
        {"action": "entry-into-force", "date": "2012-07-01"},
        {"action": "withdrawal", "party": "pe", "date": "2021-12-15", "effective": "2022-06-15"},
        as_of=date(2022, 6, 15),
    ),
    find=_over,
    needs="as_of",
)
