"""Checks to report on, for tests."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Final

from coopmodel.errors import DecodeError
from coopmodel.formats.checked import Checked, Run
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.context import Context
from coopmodel.rules.findings import Severity
from coopmodel.rules.rule import Example, Found, Rule
from coopmodel.wire.documents import loads

DAY: Final = date(2026, 11, 23)
BASE: Final[dict[str, Any]] = {
    "coopmodel": "1.0",
    "id": "demo",
    "revision": 3,
    "title": {"en": "Demo"},
    "parties": [{"id": "cl", "kind": "country", "country": "CL"}],
    "sources": [{"id": "s", "kind": "news"}],
}


def own_rule(
    *found: Found, code: str = "ACME001", severity: Severity = "warning", message: str = "{what}", error: Exception | None = None
) -> Rule:
    """Return a rule that finds just this, and then raises if an error is given."""

    def find(_: Context) -> Iterable[Found]:
        yield from found
        if error is not None:
            raise error

    return Rule(
        code=code,
        name={"en": "our, own: rule", "es": "regla nuestra"},
        severity=severity,
        strict="error",
        scope="entity",
        rationale={"en": "We like it.", "es": "Nos gusta."},
        messages={"en": message, "es": f"{message} (es)"},
        wrong=Example(members={}),
        right=Example(members={}),
        find=find,
    )


def checked(text: str | bytes, name: str = "a.json", rules: Iterable[Rule] = DEFAULT, texts: Mapping[str, str] | None = None) -> Checked:
    """Return what checking a file with this text gives."""
    encoded = text.encode() if isinstance(text, str) else text
    try:
        record = loads(encoded)
    except DecodeError as error:
        return Checked(path=PurePosixPath(name), text=encoded, problems=error.problems)
    findings = check(record, as_of=DAY, texts=texts, rules=rules)
    return Checked(path=PurePosixPath(name), text=encoded, record=record, findings=findings)


def document(indent: int | None = 2, **members: Any) -> str:
    """Return the text of a record with these members."""
    return json.dumps(BASE | members, indent=indent)


def run_of(*files: Checked, rules: tuple[Rule, ...] = DEFAULT, strict: bool = False) -> Run:
    """Return the run of a check of these files."""
    return Run(files=files, rules=rules, as_of=DAY, strict=strict)


def run_of_own(*found: Found, name: str = "a.json", members: Mapping[str, Any] | None = None, **own: Any) -> Run:
    """Return the run of a check of one file by one rule that finds just this."""
    rules = (own_rule(*found, **own),)
    return run_of(checked(document(**(members or {})), name, rules), rules=rules)
