"""Findings for a person to read, and for a program."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from coopmodel.cli.lines import Line, line
from coopmodel.errors import Problem, shown
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.findings import SEVERITIES, Finding, Findings

_COUNTS: Final = {
    "en": {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")},
    "es": {"error": ("error", "errores"), "warning": ("advertencia", "advertencias"), "info": ("observación", "observaciones")},
}
SEVERITY_NAMES: Final = {
    "en": {"error": "error", "warning": "warning", "info": "info"},
    "es": {"error": "error", "warning": "advertencia", "info": "observación"},
}
"""What severities are called."""
_WORDS: Final = {
    "findings": {"en": "Findings as of {}", "es": "Hallazgos al {}"},
    "none": {"en": "Nothing found.", "es": "Sin hallazgos."},
    "more": {
        "en": "Why it matters, and how to mend it: coopmodel explain {}",
        "es": "Por qué importa y cómo corregirlo: coopmodel explain {} --lang es",
    },
    "suppressed": {"en": "suppressed", "es": "suprimido"},
    "left-out": {
        "en": "No texts given (--texts DIR), so no quotation was looked up: {} left out.",
        "es": "Sin textos (--texts DIR) no se buscó ninguna cita: se omitieron {}.",
    },
    "sources": {
        "en": "No text given for the sources {}: their quotations were not looked up.",
        "es": "Sin texto de las fuentes {}: sus citas no se buscaron.",
    },
    "repair": {"en": "a repair is at hand: --format json shows it", "es": "hay una corrección: --format json la muestra"},
    "unreadable": {"en": "{} cannot be read as a record:", "es": "{} no se puede leer como registro:"},
}


def finding_lines(finding: Finding, language: str) -> Iterator[Line]:
    """Yield one finding."""
    severity = SEVERITY_NAMES[language][finding.severity]
    yield Line(2, ((f"{severity} {finding.code}", finding.severity), (f" {finding.message(language)}", "")))
    yield line(4, finding.pointer or "(record)", "dim")
    if finding.repair:
        yield line(4, _WORDS["repair"][language], "good")


def all_finding_lines(findings: Findings, as_of: date, language: str) -> Iterator[Line]:
    """Yield the findings of one record, what was not looked at, and a count."""
    yield Line()
    yield line(0, _WORDS["findings"][language].format(as_of.isoformat()), "heading")
    for finding in findings:
        yield from finding_lines(finding, language)
    for suppressed in findings.suppressed:
        reason = suppressed.reason.get(language) or next(iter(suppressed.reason.values()))
        yield line(2, f"{_WORDS['suppressed'][language]} {suppressed.finding.code} {suppressed.finding.message(language)}: {reason}", "dim")
    whole = [skipped.code for skipped in findings.skipped if skipped.needs == "texts" and not skipped.missing]
    sources = dict.fromkeys([source for skipped in findings.skipped if skipped.needs == "texts" for source in skipped.missing])
    if whole:
        yield line(2, _WORDS["left-out"][language].format(", ".join(whole)), "dim")
    if sources:
        yield line(2, _WORDS["sources"][language].format(", ".join(sources)), "dim")
    yield line(2, *_count(findings, language))
    if findings:
        yield line(2, _WORDS["more"][language].format(findings[0].code), "dim")


def _count(findings: Findings, language: str) -> tuple[str, Any]:
    if findings.worst is None:
        return _WORDS["none"][language], "good"
    counts = {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}
    said = [f"{count} {_COUNTS[language][severity][count > 1]}" for severity, count in counts.items() if count]
    return f"{', '.join(said)}.", findings.worst


def problem_lines(name: str, problems: tuple[Problem, ...], language: str) -> Iterator[Line]:
    """Yield what keeps a file from being a record."""
    yield Line(0, ((_WORDS["unreadable"][language].format(name), "error"),))
    for problem in problems:
        yield line(2, str(problem))


def findings_as_json(findings: Findings, language: str) -> dict[str, Any]:
    """Return the findings of one record as plain JSON types."""
    return {
        "findings": [finding_as_json(finding, language) for finding in findings],
        "suppressed": [
            {"finding": finding_as_json(suppressed.finding, language), "reason": dict(suppressed.reason)}
            for suppressed in findings.suppressed
        ],
        "skipped": [{"code": skipped.code, "needs": skipped.needs, "missing": list(skipped.missing)} for skipped in findings.skipped],
    }


def finding_as_json(finding: Finding, language: str) -> dict[str, Any]:
    """Return one finding as plain JSON types."""
    return {
        "code": finding.code,
        "name": CATALOGUE[finding.code].name[language],
        "severity": finding.severity,
        "pointer": finding.pointer,
        "on": finding.on,
        "message": finding.message(language),
        "values": {name: _plain(value) for name, value in finding.values.items() if not isinstance(value, Mapping)},
        "repair": [dict(operation) for operation in finding.repair],
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return one problem as plain JSON types; of an object or array a short text that shows it."""
    return {
        "pointer": problem.pointer,
        "code": problem.code,
        "message": problem.message,
        "value": problem.value if isinstance(problem.value, str | int | float | None) else shown(problem.value),
        "allowed": list(problem.allowed),
        "suggestion": problem.suggestion,
        "line": problem.line,
        "column": problem.column,
    }


def _plain(value: Any) -> Any:  # noqa: ANN401  what a rule speaks of
    return list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
