"""Findings for a person to read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from coopmodel.cli.lines import Line, Style, line
from coopmodel.errors import Problem
from coopmodel.formats.checked import Run, in_language, plain, quoted, words_of
from coopmodel.rules.findings import SEVERITIES, Finding, Findings, Operation, Severity, Skipped

_COUNTS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "en": {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "info": ("remark", "remarks"),
        "files": ("file", "files"),
        "records": ("record", "records"),
        "suppressed": ("suppressed", "suppressed"),
        "unreadable": ("unreadable", "unreadable"),
    },
    "es": {
        "error": ("error", "errores"),
        "warning": ("advertencia", "advertencias"),
        "info": ("observación", "observaciones"),
        "files": ("archivo", "archivos"),
        "records": ("registro", "registros"),
        "suppressed": ("suprimido", "suprimidos"),
        "unreadable": ("ilegible", "ilegibles"),
    },
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
    "suppressed": {"en": "suppressed {} {}; reason: {}", "es": "suprimido {} {}; motivo: {}"},
    "as_of": {"en": "No day given to judge by: {} left out.", "es": "Sin fecha de corte: se omitieron {}."},
    "texts": {
        "en": "No texts given (--texts DIR), so no quotation was looked up: {} left out.",
        "es": "Sin textos (--texts DIR) no se buscó ninguna cita: se omitieron {}.",
    },
    "related": {"en": "No related records given: {} left out.", "es": "Sin registros relacionados: se omitieron {}."},
    "texts-missing": {
        "en": "No text given (SOURCE.txt) for the sources {}: their quotations were not looked up.",
        "es": "Sin texto (FUENTE.txt) de las fuentes {}: sus citas no se buscaron.",
    },
    "related-missing": {
        "en": "Records that this one builds on were not given: {}; what stands in them was not looked at.",
        "es": "No se dieron registros en los que este se basa: {}; lo que consta en ellos no se examinó.",
    },
    "unreadable": {"en": "{} cannot be read as a record:", "es": "{} no se puede leer como registro:"},
    "whole": {"en": "(record)", "es": "(registro)"},
    "line": {"en": " (line {})", "es": " (línea {})"},
    "repair": {"en": "Repair: {}", "es": "Corrección: {}"},
    "replace": {"en": "replace {path} with {value}", "es": "reemplazar {path} por {value}"},
    "add": {"en": "add {value} at {path}", "es": "agregar {value} en {path}"},
    "remove": {"en": "remove {path}", "es": "quitar {path}"},
    "move": {"en": "move {from} to {path}", "es": "mover {from} a {path}"},
    "copy": {"en": "copy {from} to {path}", "es": "copiar {from} en {path}"},
    "test": {"en": "where {path} is {value}", "es": "si {path} es {value}"},
}
_VALUE: Final = 80


def finding_lines(finding: Finding, language: str, number: int | None = None) -> Iterator[Line]:
    """Yield one finding: what it is, the words that carry it, the place, with its line where that is known, and how to mend it."""
    severity = SEVERITY_NAMES[language][finding.severity]
    yield Line(2, ((f"{severity} {finding.code}", finding.severity), (f" {finding.message(language)}", "")))
    words = words_of(finding)
    if words is not None:
        yield Line(4, ((quoted(words[0], language), "quote"), (f" [{words[1]}]", "dim")))
    where = "" if number is None or not finding.pointer else _WORDS["line"][language].format(number)
    yield line(4, f"{finding.pointer or _WORDS['whole'][language]}{where}", "dim")
    if finding.repair:
        steps = "; ".join([_in_words(operation, language) for operation in finding.repair])
        yield line(4, _WORDS["repair"][language].format(steps), "good")


def _in_words(operation: Operation, language: str) -> str:
    value = json.dumps(plain(operation.get("value")), ensure_ascii=False)
    value = value if len(value) <= _VALUE else f"{value[: _VALUE - 1]}…"
    parts = {"path": operation["path"], "from": operation.get("from", ""), "value": value}
    return _WORDS[operation["op"]][language].format_map(parts)


def all_finding_lines(findings: Findings, as_of: date, language: str, numbers: Mapping[str, int] | None = None) -> Iterator[Line]:
    """Yield the findings of one record, worst first and else in the order of the rules, what was not looked at, and a count.

    Args:
        findings: What was found.
        as_of: The day that was judged by.
        language: ``es`` or ``en``.
        numbers: The line of each pointer, in a file that people write.
    """
    numbers = numbers or {}
    yield Line()
    yield line(0, _WORDS["findings"][language].format(as_of.isoformat()), "heading")
    for finding in sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        yield from finding_lines(finding, language, numbers.get(finding.pointer))
    for suppressed in findings.suppressed:
        reason = in_language(suppressed.reason, language)
        told = suppressed.finding
        yield line(2, _WORDS["suppressed"][language].format(told.code, told.message(language), reason), "dim")
    yield from _skipped_lines(findings.skipped, language)
    counts: dict[Severity, int] = {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}
    yield _total(counts, language, 2)
    if findings.worst is not None:
        code = next(finding.code for finding in findings if finding.severity == findings.worst)
        yield line(2, _WORDS["more"][language].format(code), "dim")


def _skipped_lines(skipped: Iterable[Skipped], language: str) -> Iterator[Line]:
    """Say for each need which rules were left out as a whole, and what else was missing."""
    left_out: dict[str, list[str]] = {}
    missing: dict[str, dict[str, None]] = {}
    for one in skipped:
        if one.missing:
            missing.setdefault(one.needs, {}).update(dict.fromkeys(one.missing))
        else:
            left_out.setdefault(one.needs, []).append(one.code)
    for needs, codes in left_out.items():
        yield line(2, _WORDS[needs][language].format(", ".join(codes)), "dim")
    for needs, ids in missing.items():
        yield line(2, _WORDS[f"{needs}-missing"][language].format(", ".join(ids)), "dim")


def summary_lines(run: Run, language: str) -> Iterator[Line]:
    """Yield one line that sums up all files; where lines of JSON Lines are among them, they are told as records."""
    counts: dict[Severity, int] = {severity: run.count(severity) for severity in SEVERITIES}
    word = "files" if all(file.line is None for file in run.files) else "records"
    more = [_counted(len(run.files), word, language)]
    more.extend(
        [_counted(count, word, language) for word, count in (("unreadable", run.unreadable), ("suppressed", run.suppressed)) if count]
    )
    yield _total(counts, language, 0, f"{', '.join(more)}: ", bad=bool(run.unreadable))


def bulk_summary_lines(counts: Mapping[str, int], language: str) -> Iterator[Line]:
    """Yield one line that sums up the records of large files, by how many there were of each severity, ``records`` and ``unreadable``."""
    more = [_counted(counts["records"], "records", language)]
    more += [_counted(counts["unreadable"], "unreadable", language)] if counts["unreadable"] else []
    found: dict[Severity, int] = {severity: counts[severity] for severity in SEVERITIES}
    yield _total(found, language, 0, f"{', '.join(more)}: ", bad=bool(counts["unreadable"]))


def _total(counts: dict[Severity, int], language: str, indent: int, before: str = "", *, bad: bool = False) -> Line:
    said = [_counted(count, severity, language) for severity, count in counts.items() if count]
    found: list[Style] = [severity for severity in SEVERITIES if counts[severity]]
    worst = found[0] if found else "good"
    return Line(indent, ((before, "error" if bad else worst), (f"{', '.join(said)}." if said else _WORDS["none"][language], worst)))


def _counted(count: int, word: str, language: str) -> str:
    return f"{count} {_COUNTS[language][word][count != 1]}"


def problem_lines(name: str, problems: tuple[Problem, ...], language: str) -> Iterator[Line]:
    """Yield what keeps a file from being a record."""
    yield Line(0, ((_WORDS["unreadable"][language].format(name), "error"),))
    for problem in problems:
        yield line(2, str(problem))
