"""Laws of reports on whole records."""

import datetime
import json
from pathlib import Path, PurePosixPath
from typing import Any, Final

from hypothesis import given, settings, strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from coopmodel.formats.checked import Checked, Run, to_json
from coopmodel.formats.github import annotations
from coopmodel.formats.report import report, report_schema
from coopmodel.formats.sarif import sarif
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.testing.records import agreements
from coopmodel.wire.documents import dumps

FEWER: Final = settings(max_examples=settings().max_examples // 2)
REPORT: Final[Any] = Draft202012Validator(report_schema())
SARIF: Final[Any] = Draft4Validator(json.loads((Path(__file__).parents[1] / "golden" / "sarif" / "sarif-2.1.0-rtm.5.json").read_bytes()))


def run_on(record: Agreement, day: datetime.date | None) -> Run:
    findings = check(record, as_of=day, texts={})
    file = Checked(path=PurePosixPath("a.json"), text=dumps(record, indent=2).encode(), record=record, findings=findings)
    return Run(files=(file,), rules=DEFAULT, as_of=day)


@FEWER
@given(agreements(), st.none() | st.dates())
def test_every_record_can_be_reported_on(record: Agreement, day: datetime.date | None) -> None:
    """The report and the log on any record keep to their schemas, and tell of every finding."""
    run = run_on(record, day)
    result: Any = json.loads(to_json(report(run)))
    log: Any = json.loads(to_json(sarif(run, "es")))

    assert [] == [error.message for error in REPORT.iter_errors(result)]
    assert [] == [error.message for error in SARIF.iter_errors(log)]
    expected = [(finding.code, finding.message("es")) for finding in run.files[0].findings]
    assert expected == [(finding["code"], finding["message"]["es"]) for finding in result["files"][0]["findings"]]
    assert [code for code, _ in expected] == [found["ruleId"] for found in log["runs"][0]["results"] if not found["suppressions"]]
    assert sum(result["summary"][severity] for severity in ("error", "warning", "info")) == len(expected)


@FEWER
@given(agreements(), st.sampled_from(["es", "en"]))
def test_an_annotation_is_one_line(record: Agreement, language: str) -> None:
    """Each finding is one command, whatever the record holds."""
    run = run_on(record, datetime.date(2024, 1, 1))
    lines = [*annotations(run, language)]

    assert len(run.files[0].findings) == len(lines)
    for line in lines:
        assert line.startswith(("::error file=", "::warning file=", "::notice file="))
        assert not {"\n", "\r"} & set(line)
