"""Which meetings took place, and at which of them a promise was made."""

from coopmodel.model.agreement import Agreement
from coopmodel.model.meetings import Meeting


def meetings_held(agreement: Agreement) -> set[str]:
    """Return the ids of the meetings that were held: by their status or, where they have none, by who came, what was said and promised.

    Words and promises that name no meeting belong to the only one that there is, if it has an agenda: they may have been spoken anywhere.
    """
    spoken_at: set[str | None] = {statement.meeting for statement in agreement.statements}
    promised_at: set[str | None] = {commitment.made_at for commitment in agreement.commitments}
    shown: set[str | None] = {meeting.id for meeting in agreement.meetings if meeting.delegations} | spoken_at | promised_at
    only = agreement.meetings[0] if len(agreement.meetings) == 1 else None
    if (
        None in shown
        and only is not None
        and only.agenda
        and agreement.meetings[0].id not in {one.meeting for one in agreement.commitments}
    ):
        shown.add(agreement.meetings[0].id)
    told: set[str] = set()
    for meeting in agreement.meetings:
        if meeting.status == "held" or (meeting.status is None and meeting.id in shown):
            told.add(str(meeting.id))
    return told


def meetings_of_promises(agreement: Agreement) -> dict[str, Meeting]:
    """Return the meeting where each commitment was made, by the commitment's id; without those whose meeting is not known."""
    by_id = {str(meeting.id): meeting for meeting in reversed(agreement.meetings)}
    held = meetings_held(agreement)
    only = by_id[next(iter(held))] if len(held) == 1 else None
    found: dict[str, Meeting] = {}
    for commitment in agreement.commitments:
        meeting = by_id.get(commitment.made_at) if commitment.made_at is not None else only
        if meeting is not None:
            found.setdefault(commitment.id, meeting)
    return found
