"""Cooperation agreements as typed records: who agreed what with whom, how firmly, by when, and in which words.

Every public name is here, and is loaded from the module that defines it when it is first used; ``__init__.pyi`` says the same to type
checkers.
"""

from importlib import import_module

__version__ = "0.1.0"

_NAMES = {
    "analysis.changes": "Change Diff",
    "analysis.coverage": "Coverage Pillar coverage_by_objective coverage_of",
    "analysis.diff": "diff",
    "analysis.events": "events_of",
    "analysis.following": "Comparison Continued compare",
    "analysis.occurrences": "occurrences_of",
    "analysis.outcomes": "AgendaOutcome agenda_outcomes",
    "analysis.patch": "json_patch",
    "analysis.quoting": "quote",
    "analysis.roadmap": "Roadmap roadmap_of",
    "analysis.slack": "Slack slack_between",
    "analysis.status": "Status statuses_of",
    "analysis.timeline": "Moment timeline_of",
    "analysis.timings": "timings_of",
    "analysis.unknown": "UnknownMember unknown_members",
    "bulk.checking": "CheckedLine check_lines",
    "bulk.loading": "load_many",
    "errors": "CoopmodelError DecodeError InvalidValue MissingExtra NewerVersion Problem SignatureError UnknownIdentifier UnsupportedVersion",
    "formats.jsonl": "JsonLine iter_jsonl write_jsonl",
    "formats.keys": "new_key public_key",
    "formats.signatures": "Signature sign verify",
    "formats.yaml": "dump_yaml dumps_yaml load_yaml loads_yaml",
    "model.agreement": "Agreement Relation Suppression",
    "model.areas": "AreaMapping ThematicArea",
    "model.citation": "Citation",
    "model.commitments": "Commitment Indicator Milestone Objective Target",
    "model.meetings": "AgendaItem Delegation Mechanism Meeting Participation Place",
    "model.parties": "Authority CountryParty ExternalIdentifier Official OrganizationParty Party SubdivisionParty",
    "model.statements": "Report Source Statement",
    "model.unknown": "with_unknown",
    "rules.check": "check",
    "rules.choice": "choose",
    "rules.context": "Context",
    "rules.findings": "Finding Findings",
    "rules.plugins": "load_plugins",
    "rules.rule": "Example Found Rule",
    "values.bounds": "Bounds precedes",
    "values.countries": "Country",
    "values.dates": "PartialDate",
    "values.digests": "digest_of",
    "values.durations": "Duration",
    "values.extensions": "Extensions JsonObject",
    "values.periods": "Period",
    "values.quantities": "Money Quantity",
    "values.recurrence": "Recurrence",
    "values.text": "Text",
    "values.timing": "Timing Unknown",
    "wire.codec": "Codec",
    "wire.converter": "configure make_converter",
    "wire.documents": "digest dump dumps load loads",
    "wire.limits": "Limits",
    "wire.patch": "apply_patch",
    "wire.problems": "problems",
    "wire.schema": "record_schema",
    "wire.versions": "upgrade version_of",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = list(_HOMES)  # pyright: ignore[reportUnsupportedDunderAll]  type checkers read the stub


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*sorted(_HOMES), "__version__"]
