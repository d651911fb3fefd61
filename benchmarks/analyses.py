"""The functions of ``coopmodel.analysis`` that read a whole record, each as it is measured."""

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from coopmodel.analysis.coverage import coverage_by_objective, coverage_of
from coopmodel.analysis.diff import diff
from coopmodel.analysis.events import events_of
from coopmodel.analysis.following import compare
from coopmodel.analysis.index import Index
from coopmodel.analysis.outcomes import agenda_outcomes
from coopmodel.analysis.patch import json_patch
from coopmodel.analysis.roadmap import roadmap_of
from coopmodel.analysis.status import statuses_of
from coopmodel.analysis.timeline import timeline_of
from coopmodel.analysis.timings import timings_of
from coopmodel.model.agreement import Agreement
from records import Case


def next_revision(agreement: Agreement) -> Agreement:
    """Return the record with every tenth commitment changed and, where it has some, the first one gone and one more."""
    changed = [attrs.evolve(one, strength="binding") if number % 10 == 0 else one for number, one in enumerate(agreement.commitments)]
    more = [attrs.evolve(one, id="one-more") for one in changed[:1]]
    return attrs.evolve(agreement, revision=agreement.revision + 1, commitments=[*changed[1:], *more])


def read_whole(index: Index) -> Index:
    """Read all that an index makes when it is first asked for, so that it is not taken for the work of whoever asks first."""
    _ = index.links, index.areas, index.events, index.held, index.promised_at, index.owner_of("/x"), index.evidence_at("/x")
    return index


ANALYSES: Final[Mapping[str, Callable[[Case], object]]] = {
    "Index": lambda case: read_whole(Index(case.agreement)),
    "events_of": lambda case: events_of(case.agreement),
    "timings_of": lambda case: timings_of(case.agreement),
    "statuses_of": lambda case: statuses_of(case.agreement, case.as_of, case.related),
    "coverage_of": lambda case: coverage_of(case.agreement),
    "coverage_by_objective": lambda case: coverage_by_objective(case.agreement),
    "agenda_outcomes": lambda case: agenda_outcomes(case.agreement),
    "compare": lambda case: compare(case.related[0] if case.related else case.agreement, case.agreement),
    "roadmap_of": lambda case: roadmap_of(case.agreement),
    "timeline_of": lambda case: timeline_of(case.agreement),
    "diff": lambda case: diff(case.agreement, next_revision(case.agreement)),
    "json_patch": lambda case: json_patch(case.agreement, next_revision(case.agreement)),
}
"""By name; comparisons with the record before, or with the next revision."""
