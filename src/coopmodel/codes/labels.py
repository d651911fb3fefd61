"""What the words of the code lists are called, in Spanish and English."""

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, Mapping[str, Mapping[str, str]]]] = {
    "strength": {
        "binding": {"es": "vinculante", "en": "binding"},
        "agreed": {"es": "acordado", "en": "agreed"},
        "announced": {"es": "anunciado", "en": "announced"},
        "intended": {"es": "previsto", "en": "intended"},
        "interest": {"es": "interés", "en": "interest"},
    },
    "agreement-status": {
        "under-negotiation": {"es": "en negociación", "en": "under negotiation"},
        "adopted": {"es": "adoptado", "en": "adopted"},
        "signed": {"es": "firmado", "en": "signed"},
        "not-in-force": {"es": "no vigente", "en": "not in force"},
        "in-force": {"es": "vigente", "en": "in force"},
        "suspended": {"es": "suspendido", "en": "suspended"},
        "expired": {"es": "expirado", "en": "expired"},
        "terminated": {"es": "terminado", "en": "terminated"},
        "superseded": {"es": "reemplazado", "en": "superseded"},
    },
    "meeting-status": {
        "scheduled": {"es": "prevista", "en": "scheduled"},
        "held": {"es": "celebrada", "en": "held"},
        "postponed": {"es": "aplazada", "en": "postponed"},
        "cancelled": {"es": "cancelada", "en": "cancelled"},
    },
    "meeting-mode": {
        "in-person": {"es": "presencial", "en": "in person"},
        "virtual": {"es": "virtual", "en": "virtual"},
        "hybrid": {"es": "híbrida", "en": "hybrid"},
    },
    "report-status": {
        "planned": {"es": "planificado", "en": "planned"},
        "in-progress": {"es": "en curso", "en": "in progress"},
        "fulfilled": {"es": "cumplido", "en": "fulfilled"},
        "partially-fulfilled": {"es": "cumplido en parte", "en": "partially fulfilled"},
        "not-fulfilled": {"es": "no cumplido", "en": "not fulfilled"},
        "suspended": {"es": "suspendido", "en": "suspended"},
        "withdrawn": {"es": "retirado", "en": "withdrawn"},
        "superseded": {"es": "reemplazado", "en": "superseded"},
    },
    "effective-status": {
        "scheduled": {"es": "previsto", "en": "scheduled"},
        "due": {"es": "en plazo", "en": "due"},
        "possibly-overdue": {"es": "quizá vencido", "en": "possibly overdue"},
        "overdue": {"es": "vencido", "en": "overdue"},
        "met": {"es": "cumplido", "en": "met"},
        "met-late": {"es": "cumplido con retraso", "en": "met late"},
        "missed": {"es": "incumplido", "en": "missed"},
        "rescheduled": {"es": "reprogramado", "en": "rescheduled"},
        "unknown": {"es": "sin determinar", "en": "unknown"},
    },
    "party-role": {
        "party": {"es": "parte", "en": "party"},
        "observer": {"es": "observador", "en": "observer"},
        "third": {"es": "tercero", "en": "third party"},
    },
    "instrument": {
        "treaty": {"es": "tratado", "en": "treaty"},
        "agreement": {"es": "acuerdo", "en": "agreement"},
        "memorandum-of-understanding": {"es": "memorando de entendimiento", "en": "memorandum of understanding"},
        "protocol": {"es": "protocolo", "en": "protocol"},
        "exchange-of-notes": {"es": "canje de notas", "en": "exchange of notes"},
        "joint-declaration": {"es": "declaración conjunta", "en": "joint declaration"},
        "meeting-record": {"es": "acta de reunión", "en": "meeting record"},
        "action-plan": {"es": "plan de acción", "en": "action plan"},
        "amendment": {"es": "enmienda", "en": "amendment"},
        "announcement": {"es": "anuncio", "en": "announcement"},
    },
    "participation-action": {
        "signature": {"es": "firma", "en": "signature"},
        "ratification": {"es": "ratificación", "en": "ratification"},
        "acceptance": {"es": "aceptación", "en": "acceptance"},
        "approval": {"es": "aprobación", "en": "approval"},
        "accession": {"es": "adhesión", "en": "accession"},
        "succession": {"es": "sucesión", "en": "succession"},
        "adoption": {"es": "adopción", "en": "adoption"},
        "endorsement": {"es": "respaldo", "en": "endorsement"},
        "provisional-application": {"es": "aplicación provisional", "en": "provisional application"},
        "entry-into-force": {"es": "entrada en vigor", "en": "entry into force"},
        "suspension": {"es": "suspensión", "en": "suspension"},
        "withdrawal": {"es": "denuncia", "en": "withdrawal"},
        "termination": {"es": "terminación", "en": "termination"},
    },
}
"""By list, then by word. Areas carry their labels in ``codes.themes``."""


def label(words: str, word: str, language: str) -> str:
    """Return what a word of a list is called in ``es`` or ``en``; a user's own word stands for itself."""
    found = LABELS[words].get(word)
    return word if found is None else found[language]
