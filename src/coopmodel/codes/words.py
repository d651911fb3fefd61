"""The code lists that are plain words: closed ones as ``Literal`` types, open ones as tuples that a user's own prefixed words extend."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, get_args

Strength: TypeAlias = Literal["interest", "intended", "announced", "agreed", "binding"]
"""How firmly something is promised, weakest first; ``STRENGTH_RANKS`` orders it, since as words they would sort wrongly."""

STRENGTH_RANKS: Final[Mapping[Strength, int]] = {strength: rank for rank, strength in enumerate(get_args(Strength), start=1)}
"""1 for ``interest`` to 5 for ``binding``."""

AgreementStatus: TypeAlias = Literal[
    "under-negotiation", "adopted", "signed", "not-in-force", "in-force", "suspended", "expired", "terminated", "superseded"
]
"""What became of an agreement, as its source declares it."""

MeetingStatus: TypeAlias = Literal["scheduled", "held", "postponed", "cancelled"]
"""What became of a meeting."""

MeetingMode: TypeAlias = Literal["in-person", "virtual", "hybrid"]
"""How a meeting takes place."""

ReportStatus: TypeAlias = Literal[
    "planned", "in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled", "suspended", "withdrawn", "superseded"
]
"""What a report says became of a promise; ``codes.transitions`` tells which may follow which."""

EffectiveStatus: TypeAlias = Literal[
    "scheduled", "due", "possibly-overdue", "overdue", "met", "met-late", "missed", "rescheduled", "unknown"
]
"""``scheduled``: its window lies ahead; ``due``: the window is open; ``overdue``: its last day has passed; ``possibly-overdue``: a last day
that is itself uncertain has passed; ``met``, ``met-late``: done, in time or certainly after the last day; ``missed``: reported as not
fulfilled or withdrawn, or a meeting was cancelled; ``rescheduled``: put off to a window that lies ahead or is not known, or replaced;
``unknown``: it cannot be told."""

PartyRole: TypeAlias = Literal["party", "observer", "third"]
"""``third`` is named and undertakes nothing."""

ParticipationAction: TypeAlias = Literal[
    "signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "adoption",
    "endorsement",
    "provisional-application",
    "entry-into-force",
    "suspension",
    "withdrawal",
    "termination",
]
"""What a party does to be bound, or what happens to an agreement (Vienna Convention on the Law of Treaties, articles 9 to 18, 24, 25, 54 to 60;
succession: Vienna Convention on Succession of States in respect of Treaties)."""

RelationKind: TypeAlias = Literal["implements", "amends", "supersedes", "follows", "based-on"]
"""How an agreement stands to another document."""

MappingMatch: TypeAlias = Literal["exact", "close", "broad", "narrow"]
"""How a foreign code matches an area, as SKOS mapping properties name it: the foreign concept is the same, close, broader or narrower."""

Novelty: TypeAlias = Literal["new", "reaffirmed", "expanded"]
"""Whether a promise was made before."""

Permanence: TypeAlias = Literal["permanent", "periodic", "on-request"]
"""How lasting an exchange is to be."""

Immediacy: TypeAlias = Literal["real-time", "scheduled"]
"""How fast an exchange is to be."""

Purpose: TypeAlias = Literal["prevent", "investigate", "sanction", "patrol", "rescue"]
"""What a joint operation is for."""

Destination: TypeAlias = Literal["origin", "third-state"]
"""Where an assisted return leads: the country of origin, or another State."""

INSTRUMENTS: Final = (
    "treaty",
    "agreement",
    "memorandum-of-understanding",
    "protocol",
    "exchange-of-notes",
    "joint-declaration",
    "meeting-record",
    "action-plan",
    "amendment",
    "announcement",
)
"""What an agreement is, as a document; open."""

FUNCTIONS: Final = (
    "presidency",
    "legislature",
    "foreign-affairs",
    "interior",
    "police",
    "customs",
    "migration",
    "border",
    "justice",
    "prosecution",
    "defence",
    "intelligence",
    "health",
    "finance",
    "trade",
    "environment",
    "other",
)
"""What an authority does within its government; open."""

COMMITMENT_KINDS: Final = (
    "information-exchange",
    "joint-operation",
    "assisted-return",
    "mechanism",
    "instrument",
    "meeting",
    "capacity-building",
    "financing",
    "legal-reform",
    "infrastructure",
    "public-policy",
)
"""What is promised; open."""

SOURCE_KINDS: Final = ("press-release", "news", "official-record", "treaty-text", "gazette", "dataset", "speech")
"""What a source is; open."""
