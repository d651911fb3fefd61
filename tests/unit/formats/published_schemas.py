"""The schemas that reports are promised to keep to, and what breaks them."""

import json
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker

from coopmodel.formats.report import report_schema

REPORT: Final[Any] = Draft202012Validator(report_schema(), format_checker=FormatChecker())
SARIF: Final[Any] = Draft4Validator(
    json.loads((Path(__file__).parents[2] / "golden" / "sarif" / "sarif-2.1.0-rtm.5.json").read_bytes()), format_checker=FormatChecker()
)


def faults(validator: Any, document: Any) -> list[str]:
    """Return what a schema finds wrong in a document."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]
