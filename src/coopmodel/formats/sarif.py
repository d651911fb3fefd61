"""The log of a check in SARIF 2.1.0, for code scanning and editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import PurePath
from string import Formatter
from typing import Any, Final
from urllib.parse import quote

from coopmodel import __version__
from coopmodel.errors import Problem
from coopmodel.formats.checked import Checked, Run, in_language, plain, quoted, readable
from coopmodel.model.agreement import Agreement
from coopmodel.rules.findings import Finding, Severity
from coopmodel.rules.rule import LANGUAGES, Rule
from coopmodel.wire.places import Place
from coopmodel.wire.plain import to_plain

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FAILED: Final = "RUL001"
"""The rule that names rules which failed: these are told as failures of the tool too."""

_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_INDEX: Final = re.compile("[0-9]{1,9}")
_FINGERPRINT: Final = "coopmodelFinding/v1"


def sarif(run: Run, language: str) -> dict[str, Any]:
    """Return the log as plain JSON types.

    Every rule that was judged by is described, in the language asked for. Suppressed findings are there with the record's reason. A
    fingerprint goes by what a place is called, not where it stands: it stays when lines move and when entities are put before it. A file that
    is no record, and a rule that failed, is a notification.
    """
    described = run.described
    numbers = {rule.code: number for number, rule in enumerate(described)}
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    artifacts: dict[str, dict[str, Any]] = {}
    for file in run.files:
        uri = _uri(file.path)
        artifacts.setdefault(uri, {"location": {"uri": uri}, "mimeType": file.media_type, "encoding": "UTF-8", "roles": ["analysisTarget"]})
    places = {uri: number for number, uri in enumerate(artifacts)}
    for file in run.files:
        log = _FileLog(file, places[_uri(file.path)], numbers, language)
        results.extend(log.results())
        notifications.extend(log.notifications())
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(described, language)},
                "language": language,
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not run.unreadable,
                        "exitCode": run.exit_code,
                        "toolExecutionNotifications": notifications,
                        "properties": {"asOf": run.as_of.isoformat() if run.as_of is not None else None, "strict": run.strict},
                    }
                ],
                "artifacts": [*artifacts.values()],
                "results": results,
            }
        ],
    }


def _driver(rules: tuple[Rule, ...], language: str) -> dict[str, Any]:
    return {
        "name": "coopmodel",
        "version": __version__,
        "language": language,
        "rules": [_descriptor(rule, language) for rule in rules],
    }


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join([word.capitalize() for word in re.findall(r"\w+", rule.name["en"])]),
        "shortDescription": _message(rule.name[language]),
        "fullDescription": _message(rule.rationale[language]),
        "help": _message(f"{rule.rationale[language]} (coopmodel explain {rule.code} --lang {language})"),
        "messageStrings": {spoken: {"text": _numbered(rule.messages[spoken])} for spoken in LANGUAGES},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"scope": rule.scope, "needs": rule.needs, "strict": _LEVELS[rule.strict]},
    }


def _numbered(template: str) -> str:
    """Return a message's template with numbers in its braces, as SARIF has it, in the order in which its names first stand."""
    order: dict[str, int] = {}
    parts: list[str] = []
    for literal, name, _, _ in Formatter().parse(template):
        parts.append(_escaped(literal))
        if name is not None:
            parts.append(f"{{{order.setdefault(name, len(order))}}}")
    return "".join(parts)


def _message(text: str) -> dict[str, Any]:
    return {"text": _escaped(text)}


def _escaped(text: str) -> str:
    """Return the text so that no brace is a placeholder and no brackets are a link (3.11.5, 3.11.6)."""
    return readable(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _uri(path: PurePath) -> str:
    """Return a reference to the file, relative where its path is; whatever is no plain character is percent-encoded."""
    if path == PurePath("-"):
        return "stdin:"
    encoded = quote(os.fsencode(path.as_posix()), safe="/")
    return f"file://{encoded if encoded.startswith('/') else f'/{encoded}'}" if path.is_absolute() else encoded


class _FileLog:
    """What one file adds to the log."""

    def __init__(self, file: Checked, number: int, numbers: Mapping[str, int], language: str) -> None:
        self._file = file
        self._artifact = {"uri": _uri(file.path), "index": number}
        self._numbers = numbers
        self._language = language
        self._record_id = "" if file.record is None else str(file.record.id)
        self._sources = {} if file.record is None else {source.id: f"/sources/{at}" for at, source in enumerate(file.record.sources)}
        self._places = file.places(self._pointers())
        self._seen: Counter[str] = Counter()

    def _all(self) -> Iterator[tuple[Finding, list[dict[str, Any]]]]:
        """Yield every finding, with what suppresses it."""
        for finding in self._file.findings:
            yield finding, []
        for suppressed in self._file.findings.suppressed:
            reason = readable(in_language(suppressed.reason, self._language))
            yield suppressed.finding, [{"kind": "inSource", "status": "accepted", "justification": reason}]

    def _pointers(self) -> Iterator[str]:
        yield from (problem.pointer for problem in self._file.problems)
        yield from self._sources.values()
        for finding, _ in self._all():
            yield finding.pointer
            yield from (str(operation.get("path", "")) for operation in finding.repair)

    def results(self) -> Iterator[dict[str, Any]]:
        for finding, suppressions in self._all():
            result = {
                "ruleId": finding.code,
                "ruleIndex": self._numbers[finding.code],
                "level": _LEVELS[finding.severity],
                "message": _message(finding.message(self._language)),
                "locations": [self._location(finding)],
                "partialFingerprints": {_FINGERPRINT: self._fingerprint(finding)},
                "suppressions": suppressions,
                "properties": {
                    "messages": {spoken: readable(text) for spoken, text in finding.messages.items()},
                    "evidence": [to_plain(citation) for citation in finding.evidence],
                    "repair": [plain(operation) for operation in finding.repair],
                },
            }
            related = [*self._evidence(finding)]
            fixes = [*self._fixes(finding)]
            yield result | ({"relatedLocations": related} if related else {}) | ({"fixes": fixes} if fixes else {})

    def notifications(self) -> Iterator[dict[str, Any]]:
        for problem in self._file.problems:
            yield {
                "level": "error",
                "message": _message(str(problem)),
                "locations": [{"physicalLocation": self._physical(_region(self._places[problem.pointer], problem))}],
                "properties": {"code": problem.code, "pointer": problem.pointer},
            }
        for finding in self._file.findings:
            if finding.code == FAILED:
                yield {
                    "level": _LEVELS[finding.severity],
                    "message": _message(finding.message(self._language)),
                    "locations": [{"physicalLocation": self._physical(_region(self._places[finding.pointer]))}],
                    "associatedRule": {"id": finding.code, "index": self._numbers[finding.code]},
                }

    def _location(self, finding: Finding) -> dict[str, Any]:
        logical = [{"name": finding.pointer.rpartition("/")[2] or self._record_id, "fullyQualifiedName": finding.pointer}]
        if finding.on is not None:
            logical.append({"name": finding.on, "fullyQualifiedName": f"{self._record_id}#{finding.on}", "kind": "object"})
        return {"physicalLocation": self._physical(_region(self._places[finding.pointer])), "logicalLocations": logical}

    def _physical(self, region: dict[str, Any]) -> dict[str, Any]:
        return {"artifactLocation": self._artifact, "region": region}

    def _evidence(self, finding: Finding) -> Iterator[dict[str, Any]]:
        """Yield the sources whose words carry the finding, where they are described in the record, each with its words."""
        for number, citation in enumerate(finding.evidence):
            pointer = self._sources.get(citation.source)
            if pointer is not None:
                said = quoted(citation.exact, self._language) if citation.exact is not None else citation.locator
                yield {
                    "id": number,
                    "message": _message(": ".join([citation.source, said] if said else [citation.source])),
                    "physicalLocation": self._physical(_region(self._places[pointer])),
                    "logicalLocations": [{"name": citation.source, "fullyQualifiedName": pointer, "kind": "object"}],
                }

    def _fixes(self, finding: Finding) -> Iterator[dict[str, Any]]:
        """Yield the repair as a change of text, where it does nothing but replace values that stand in the text."""
        replacements: list[dict[str, Any]] = []
        for operation in finding.repair:
            place = self._places[str(operation.get("path", ""))]
            if operation.get("op") != "replace" or not place.exact:
                return
            content = {"text": json.dumps(plain(operation.get("value")), ensure_ascii=False)}
            replacements.append({"deletedRegion": _region(place), "insertedContent": content})
        if replacements:
            yield {
                "description": _message(finding.message(self._language)),
                "artifactChanges": [{"artifactLocation": self._artifact, "replacements": replacements}],
            }

    def _fingerprint(self, finding: Finding) -> str:
        named = "/".join(_named(self._file.record, finding.pointer)) if self._file.record is not None else finding.pointer
        identity = json.dumps([finding.code, finding.on, named])
        self._seen[identity] += 1
        return f"{sha256(identity.encode()).hexdigest()}:{self._seen[identity]}"


def _region(place: Place, problem: Problem | None = None) -> dict[str, Any]:
    """Return the region of a place, or from where the text of a broken file stops being JSON."""
    if problem is not None and problem.line is not None and problem.column is not None:
        return {"startLine": problem.line, "startColumn": problem.column, "endLine": problem.line, "endColumn": problem.column}
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.last_line, "endColumn": place.end_column}


def _named(record: Agreement, pointer: str) -> Iterator[str]:
    """Yield the steps of a pointer with what an element is called in the place of its number: its id, its code, or the text that it is."""
    here: Any = record
    for step in pointer.split("/")[1:]:
        if here.__class__ is tuple and _INDEX.fullmatch(step):
            here = here[int(step)] if int(step) < len(here) else None
            yield _called(here)
        else:
            here = getattr(here, step, None)
            yield step


def _called(element: Any) -> str:  # noqa: ANN401  an element of any array of a record
    if isinstance(element, str):
        return element
    name = getattr(element, "id", None) or getattr(element, "code", None)
    return name if isinstance(name, str) else "*"
