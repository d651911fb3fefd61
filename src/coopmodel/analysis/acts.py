"""Acts of participation by who did them, each with the day that counts."""

from collections.abc import Iterable
from typing import NamedTuple

from coopmodel.analysis.index import Index
from coopmodel.codes.words import ParticipationAction
from coopmodel.model.citation import Citation
from coopmodel.model.meetings import Participation
from coopmodel.values.bounds import precedes
from coopmodel.values.dates import PartialDate

CONSENT: tuple[ParticipationAction, ...] = ("signature", "ratification", "acceptance", "approval", "accession", "succession")
"""How a party comes to be bound."""

END: tuple[ParticipationAction, ...] = ("withdrawal", "termination")
"""How an agreement ends, as a whole or for a party."""


class Act(NamedTuple):
    """One act.

    Attributes:
        pointer: Where its date stands.
        date: The day that counts; ``None`` where it is not known.
        evidence: The words that carry it.
    """

    pointer: str
    date: PartialDate
    evidence: tuple[Citation, ...]


def acts(index: Index, *actions: ParticipationAction) -> dict[str | None, list[Act | None]]:
    """Return the acts of some kinds by the id of the party, ``None`` being the agreement as a whole; an act without a date is ``None``.

    The day of a signature is the day that it was put; of any other act, the day that it took effect, else that it was done.
    """
    found: dict[str | None, list[Act | None]] = {}
    for pointer, act in index.each(Participation):
        if act.action in actions:
            member = "effective" if act.effective is not None and act.action != "signature" else "date"
            date: PartialDate | None = getattr(act, member)
            found.setdefault(act.party, []).append(None if date is None else Act(f"{pointer}/{member}", date, act.evidence))
    return found


def first_day(several: Iterable[Act | None]) -> Act | None:
    """Return the act whose first possible day is the earliest; ``None`` where there is none, or where any of them has no certain date."""
    several = tuple(several)
    known = certain(several)
    return min(known, key=lambda act: act.date.earliest) if known and len(known) == len(several) else None


def certain(several: Iterable[Act | None]) -> list[Act]:
    """Return the acts whose date is known for certain, vague or not."""
    return [act for act in several if act is not None and act.date.bounds.latest_certain]


def perhaps_later(than: Act, several: Iterable[Act | None]) -> bool:
    """Tell whether some dated act comes, or may come, after another one."""
    return any(precedes(than.date, act.date) is not False for act in several if act is not None)
