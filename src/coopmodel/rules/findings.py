"""What a check found: findings, as data."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, overload

import attrs

from coopmodel.model.citation import Citation

Severity: TypeAlias = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Worst first."""

Need: TypeAlias = Literal["as_of", "texts", "related"]
"""An argument of ``check`` that a rule cannot do without, or not everywhere."""

Operation: TypeAlias = Mapping[str, Any]
"""One operation of a JSON Patch (RFC 6902): ``op``, ``path``, ``value``."""


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that an expert would remark on."""

    code: str
    """Code of the rule: ``COV001``."""
    severity: Severity
    pointer: str
    """JSON Pointer (RFC 6901) to the place; ``""`` is the whole record."""
    on: str | None
    """Id of the innermost entity around the place; ``None`` for the record itself. Suppressions go by it."""
    messages: Mapping[str, str]
    """What to tell a reader, in ``es`` and ``en``."""
    values: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    """What the message speaks of, by name: texts, numbers, tuples of texts."""
    evidence: tuple[Citation, ...] = ()
    """The words that carry what it is about; empty where the record gives none."""
    repair: tuple[Operation, ...] = ()
    """A JSON Patch that mends the record; for a person to accept, never applied by itself. Empty where none is sensible."""

    def message(self, language: str = "en") -> str:
        """Return the message in ``es`` or ``en``; of a longer tag the first part counts, else English."""
        return self.messages.get(language.partition("-")[0], self.messages["en"])

    def __str__(self) -> str:
        """Say ``severity CODE pointer: message``."""
        return f"{self.severity} {self.code} {self.pointer or '(record)'}: {self.message()}"


@attrs.frozen(kw_only=True)
class Suppressed:
    """A finding that the record itself suppresses, and the reason that it gives."""

    finding: Finding
    reason: Mapping[str, str]


@attrs.frozen(kw_only=True)
class Skipped:
    """A rule that could not judge, or not everything."""

    code: str
    needs: Need
    """The argument of ``check`` that was missing."""
    missing: tuple[str, ...] = ()
    """Ids of the sources whose text, or of the records that were not given; empty when the rule was left out as a whole."""


class Findings(Sequence[Finding]):
    """The findings of one record, in the order of the rules.

    Attributes:
        suppressed: Findings that the record suppresses, with their reasons.
        skipped: Rules that were left out, or could not look at everything, and what they lacked.
    """

    __slots__ = ("_found", "skipped", "suppressed")

    _found: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    skipped: tuple[Skipped, ...]

    def __init__(self, found: Iterable[Finding], suppressed: Iterable[Suppressed] = (), skipped: Iterable[Skipped] = ()) -> None:
        """Keep what was found."""
        self._found = tuple(found)
        self.suppressed = tuple(suppressed)
        self.skipped = tuple(skipped)

    @property
    def worst(self) -> Severity | None:
        """The worst severity among the findings; ``None`` when there are none."""
        found = {finding.severity for finding in self._found}
        return next((severity for severity in SEVERITIES if severity in found), None)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """Return one finding, or a tuple of some."""
        return self._found[index]

    def __len__(self) -> int:
        """Count the findings."""
        return len(self._found)

    def __repr__(self) -> str:
        """Show codes and counts."""
        return f"<Findings: {', '.join([finding.code for finding in self._found]) or 'none'}>"
