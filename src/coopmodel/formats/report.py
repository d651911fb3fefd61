"""The report of a check as plain JSON types, as ``report.schema.json`` beside this module describes it."""

import json
from importlib.resources import files
from typing import Any, Final

import attrs

from coopmodel import __version__
from coopmodel.errors import Problem, shown
from coopmodel.formats.checked import Checked, Run, plain, readable
from coopmodel.model.citation import Citation
from coopmodel.rules.findings import SEVERITIES, Finding, Operation, Skipped, Suppressed
from coopmodel.wire.plain import to_plain

VERSION: Final = "1.0"
"""Version of the report's form: a reader of 1.x may meet further members, and none that is gone or means something else."""

SCHEMA: Final = f"urn:coopmodel:schema:report:{VERSION}"
"""What identifies the schema; it is a name and no address, so that nobody fetches it."""

_OPERATION: Final = ("op", "from", "path", "value")
_CITED: Final = frozenset([field.name for field in attrs.fields(Citation)])


def report(run: Run) -> dict[str, Any]:
    """Return the whole report: every file, and one summary over all of them."""
    names = {rule.code: dict(rule.name) for rule in run.described}
    return {
        "$schema": SCHEMA,
        "report": VERSION,
        "tool": {"name": "coopmodel", "version": __version__},
        "as_of": run.as_of.isoformat() if run.as_of is not None else None,
        "strict": run.strict,
        "rules": [*names],
        "files": [_file(file, names) for file in run.files],
        "summary": {
            "files": len(run.files),
            "unreadable": run.unreadable,
            **{severity: run.count(severity) for severity in SEVERITIES},
            "suppressed": run.suppressed,
        },
    }


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the report."""
    schema: dict[str, Any] = json.loads(files("coopmodel.formats").joinpath("report.schema.json").read_bytes())
    return schema


def _file(file: Checked, names: dict[str, dict[str, str]]) -> dict[str, Any]:
    if file.record is None:
        return {"file": file.name, "problems": [_problem(problem) for problem in file.problems]}
    return {
        "file": file.name,
        "id": file.record.id,
        "revision": file.record.revision,
        "findings": [_finding(finding, names) for finding in file.findings],
        "suppressed": [_suppressed(suppressed, names) for suppressed in file.findings.suppressed],
        "skipped": [_skipped(skipped) for skipped in file.findings.skipped],
    }


def _finding(finding: Finding, names: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": names[finding.code],
        "severity": finding.severity,
        "pointer": finding.pointer,
        "on": finding.on,
        "message": dict(finding.messages),
        "values": {str(name): plain(value) for name, value in finding.values.items()},
        "evidence": [_citation(citation) for citation in finding.evidence],
        "repair": [_operation(operation) for operation in finding.repair],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    """Return the citation as a record writes it, without what a class of somebody's own adds."""
    return {name: value for name, value in to_plain(citation).items() if name in _CITED}


def _operation(operation: Operation) -> dict[str, Any]:
    return {name: plain(operation[name]) for name in _OPERATION if name in operation}


def _suppressed(suppressed: Suppressed, names: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {"finding": _finding(suppressed.finding, names), "reason": dict(suppressed.reason)}


def _skipped(skipped: Skipped) -> dict[str, Any]:
    return {"code": skipped.code, "needs": skipped.needs, "missing": list(skipped.missing)}


def _problem(problem: Problem) -> dict[str, Any]:
    """Return what is wrong; of a value that is an object or array, or too long, a short text that shows it."""
    return {
        "pointer": problem.pointer,
        "code": problem.code,
        "message": readable(problem.message),
        "value": plain(problem.value) if isinstance(problem.value, str | int | float | None) else shown(problem.value),
        "allowed": list(problem.allowed),
        "suggestion": problem.suggestion,
        "line": problem.line,
        "column": problem.column,
    }
