"""Annotations for GitHub Actions: workflow commands, one a line."""

from collections.abc import Iterator
from typing import Final

from coopmodel.formats.characters import clean
from coopmodel.formats.checked import Checked, Run, quoted, readable, words_of
from coopmodel.rules.findings import Finding, Severity

_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}


def annotations(run: Run, language: str) -> Iterator[str]:
    """Yield a command for each finding that is not suppressed, and for each problem of a file that is no record.

    GitHub shows at most ten annotations of each kind from one step, and all of them in its log. Whatever a record holds stays within its own
    command: what could end one is escaped, as the runner undoes it.
    """
    names = {rule.code: rule.name[language] for rule in run.described}
    for file in run.files:
        places = file.places([thing.pointer for thing in (*file.problems, *file.findings)])
        for problem in file.problems:
            place = places[problem.pointer]
            where = (problem.line or place.line, problem.column or place.column)
            yield _command("error", file, where, problem.code, clean(str(problem)))
        for finding in file.findings:
            place = places[finding.pointer]
            title = clean(f"{finding.code} {names[finding.code]}")
            yield _command(_COMMANDS[finding.severity], file, (place.line, place.column), title, _told(finding, language))


def _told(finding: Finding, language: str) -> str:
    """Return the message, and under it the words that carry it, and where in the record that is."""
    words = words_of(finding)
    lines = [finding.message(language)]
    if words is not None:
        lines.append(f"{quoted(words[0], language)} [{words[1]}]")
    if finding.pointer:
        lines.append(finding.pointer)
    return "\n".join(map(clean, lines))


def _command(name: str, file: Checked, where: tuple[int, int], title: str, message: str) -> str:
    """Return the command, with the escapes that the runner undoes: of data those of lines, of properties also those of their syntax."""
    properties = {"file": file.file_name, "line": where[0], "col": where[1], "title": title}
    said = ",".join([f"{key}={_property(str(value))}" for key, value in properties.items()])
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return readable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
