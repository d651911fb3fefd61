"""When everything in a record is due or takes place: first and last day, or why they cannot be told."""

from coopmodel.analysis.index import Index
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Timing, Unknown


def timings_of(record: Agreement) -> dict[str, Bounds | Unknown]:
    """Return first and last day of every meeting, commitment and milestone, and of every new due date that a report gives, by id.

    A commitment or milestone with a meeting has the meeting's date. What has no date is ``Unknown`` with the reason ``no-date``; a report
    without a new due date is left out.
    """
    return timings_in(Index(record))


def timings_in(index: Index) -> dict[str, Bounds | Unknown]:
    """Return what ``timings_of`` does, of a record that is indexed already."""
    found: dict[str, Bounds | Unknown] = {}
    for identifier, entity in index.entities.items():
        if isinstance(entity, Meeting | Milestone):
            found[identifier] = index.events[identifier]
        elif isinstance(entity, Commitment):
            due = Timing(anchor=entity.meeting) if entity.meeting is not None else entity.due
            found[identifier] = Unknown("no-date", identifier) if due is None else due.resolve(index.events)
        elif isinstance(entity, Report) and entity.due is not None:
            found[identifier] = entity.due.resolve(index.events)
    return found
