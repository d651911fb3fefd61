"""Which declared status of a promise may follow which."""

from collections.abc import Mapping
from typing import Final

from coopmodel.codes.words import ReportStatus

TRANSITIONS: Final[Mapping[ReportStatus, frozenset[ReportStatus]]] = {
    "planned": frozenset(
        {"planned", "in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled", "suspended", "withdrawn", "superseded"}
    ),
    "in-progress": frozenset({"in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled", "suspended", "withdrawn", "superseded"}),
    "partially-fulfilled": frozenset(
        {"in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled", "suspended", "withdrawn", "superseded"}
    ),
    "not-fulfilled": frozenset(
        {"planned", "in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled", "suspended", "withdrawn", "superseded"}
    ),
    "suspended": frozenset(
        {"planned", "in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled", "suspended", "withdrawn", "superseded"}
    ),
    "fulfilled": frozenset({"fulfilled", "superseded"}),
    "withdrawn": frozenset({"withdrawn", "superseded"}),
    "superseded": frozenset({"superseded"}),
}
"""By status: those that a later report may give. The same one may always be repeated. What has begun is not planned again; what was
missed or suspended may still be taken up; what was fulfilled, withdrawn or superseded stays so: who promises it anew makes a new
commitment, which ``continues`` the old one.
"""
