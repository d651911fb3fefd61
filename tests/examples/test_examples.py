"""The examples are what they say."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from coopmodel.analysis.quotations import QuotableText
from coopmodel.analysis.walk import walk
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.parties import OrganizationParty
from coopmodel.rules.check import check
from coopmodel.rules.findings import Findings
from coopmodel.values.digests import digest_of
from coopmodel.wire.documents import dumps, loads

EXAMPLES = Path("examples")
NAMES = ("chile-peru-2023", "us-mexico-2021")
EACH = pytest.mark.parametrize("name", NAMES)


def record_of(name: str) -> Agreement:
    return loads((EXAMPLES / name / "agreement.json").read_bytes())


def texts_of(name: str) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (EXAMPLES / name / "texts").iterdir()}


def judged(name: str, day: date) -> Findings:
    return check(record_of(name), as_of=day, texts=texts_of(name))


def test_every_example_is_tested() -> None:
    """No example is left out of these tests."""
    assert set(NAMES) == {path.parent.name for path in EXAMPLES.glob("*/agreement.json")}


@EACH
def test_the_file_is_written_as_the_library_writes_it(name: str) -> None:
    """Reading and writing an example again gives the same bytes."""
    assert (EXAMPLES / name / "agreement.json").read_text(encoding="utf-8") == dumps(record_of(name), indent=2) + "\n"


@EACH
def test_the_texts_are_those_that_were_read(name: str) -> None:
    """Each text that is at hand matches the digest of its source, byte for byte."""
    record = record_of(name)

    for source, content in texts_of(name).items():
        assert record.source(source).digest == digest_of(content)


@EACH
def test_every_quotation_stands_at_its_offsets(name: str) -> None:
    """Each quotation of a text at hand has offsets, and the words stand there."""
    texts = {source: QuotableText(content.decode()) for source, content in texts_of(name).items()}
    quoted = [thing for _, thing in walk(record_of(name)) if isinstance(thing, Citation) and thing.source in texts]

    assert quoted
    for citation in quoted:
        assert citation.start is not None
        assert citation.end is not None
        assert citation.exact is not None
        assert texts[citation.source].reads(citation.start, citation.end, citation.exact)


@EACH
def test_nothing_is_asserted_without_evidence(name: str) -> None:
    """The examples carry evidence for all that they assert, and no error is found in them."""
    codes = {finding.code for finding in judged(name, date(2026, 11, 23))}

    assert codes <= {"COV001", "COV006", "PTY003", "STS005", "STS006"}


def test_python_builds_the_same_record_as_the_file() -> None:
    """``build.py`` makes a record equal to the one in ``agreement.json``."""
    built = runpy.run_path(str(EXAMPLES / "chile-peru-2023" / "build.py"))["agreement"]

    assert record_of("chile-peru-2023") == built


def test_running_the_build_writes_the_file(tmp_path: Path) -> None:
    """Run as a script, ``build.py`` writes ``agreement.json`` beside itself, byte for byte what is there."""
    source = EXAMPLES / "chile-peru-2023"
    (tmp_path / "texts").mkdir()
    for name in ("build.py", "texts/press-release.txt"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    runpy.run_path(str(tmp_path / "build.py"), run_name="__main__")

    assert (source / "agreement.json").read_bytes() == (tmp_path / "agreement.json").read_bytes()


def test_a_quotation_that_is_not_in_the_text_once_is_refused_when_building() -> None:
    """``build.py`` refuses to cite words that are missing, or that stand in the text more than once."""
    quoted = runpy.run_path(str(EXAMPLES / "chile-peru-2023" / "build.py"))["quoted"]

    with pytest.raises(ValueError, match="not once in the text: 'seguridad'"):
        quoted("seguridad")


def test_the_first_record_holds_the_facts_of_its_press_release() -> None:
    """Parties, date, place, officials, agenda, strengths, and the second meeting are as the sources have them."""
    record = record_of("chile-peru-2023")
    first, second = record.meetings
    strengths = {commitment.id: commitment.strength for commitment in record.commitments}

    assert ["cl", "pe"] == [party.id for party in record.parties]
    assert ("2023-12-20", 1, "Lima") == (str(first.date), first.session, first.place.locality if first.place else None)
    assert ("2024-41", 2, "Santiago") == (str(second.date), second.session, second.place.locality if second.place else None)
    assert [("cl", 2), ("pe", 2)] == [(delegation.party, len(delegation.heads)) for delegation in first.delegations]
    assert [1, 2, 1, 1, 1, 1] == [len(item.areas) for item in first.agenda]
    assert {
        "assisted-return": "interest",
        "migration-table": "announced",
        "return-protocol": "announced",
        "police-communication": "announced",
        "information-exchange": "agreed",
        "joint-operations": "agreed",
        "evaluation-meeting": "announced",
        "hold-second-meeting": "announced",
        "joint-roadmap": "announced",
    } == strengths
    assert ("origin", "third-state") == record.commitment("assisted-return").destinations
    assert "second-meeting" == getattr(record.commitment("joint-roadmap").due, "anchor", None)
    assert ("joint-roadmap",) == record.milestone("roadmap-set").delivers
    assert ["de-la-fuente", "nunez"] == [statement.speaker for statement in record.statements]


def test_nobody_promised_anything_about_arms_trafficking_and_smuggling_of_migrants() -> None:
    """As of 2026-11-23 two areas are uncovered and the second meeting is overdue, told once."""
    findings = judged("chile-peru-2023", date(2026, 11, 23))

    assert {"arms-trafficking", "smuggling-of-migrants"} == {f.values["area"] for f in findings if f.code == "COV001"}
    assert ["second-meeting"] == [f.on for f in findings if f.code == "STS005"]
    assert 4 == len(findings)


@pytest.mark.parametrize(
    ("name", "missing", "asked"),
    [("chile-peru-2023", 4, 8), ("us-mexico-2021", 39, 47)],
)
def test_most_promises_give_nothing_to_judge_them_by(name: str, missing: int, asked: int) -> None:
    """Of what was promised, expressions of interest apart, half and more has no date, target, meeting, mechanism, document or money."""
    (finding,) = [finding for finding in judged(name, date(2026, 11, 23)) if finding.code == "COV006"]

    assert (missing, asked) == (finding.values["missing"], finding.values["all"])


def test_the_strengths_that_experts_gave_are_those_that_the_words_allow() -> None:
    """No commitment of the examples is firmer than the firmest of its words, and nobody promises in another's name."""
    codes = {finding.code for name in NAMES for finding in check(record_of(name), texts=texts_of(name), select=["OBL", "EVD", "IND"])}

    assert codes == set()


@pytest.mark.parametrize(("day", "count"), [(date(2024, 12, 31), 0), (date(2025, 1, 1), 1)])
def test_the_second_meeting_is_overdue_after_its_half_year(day: date, count: int) -> None:
    """The second half of 2024 ends on 31 December."""
    assert count == sum(finding.code == "STS005" for finding in judged("chile-peru-2023", day))


def test_the_second_record_holds_what_was_pledged_in_2021() -> None:
    """Three goals, at least twenty commitments, the cyber working group by 2022, and UNODC as a third that undertakes nothing."""
    record = record_of("us-mexico-2021")
    unodc = record.party("unodc")

    assert 3 == len([objective for objective in record.objectives if objective.parent is None])
    assert 20 <= len(record.commitments)
    assert {"interest", "intended", "announced", "agreed"} <= {commitment.strength for commitment in record.commitments}
    assert any(commitment.lead for commitment in record.commitments)
    assert isinstance(unodc, OrganizationParty)
    assert "third" == unodc.role
    assert not any("unodc" in commitment.obligors for commitment in record.commitments)


@pytest.mark.parametrize(("day", "count"), [(date(2022, 12, 31), 0), (date(2023, 1, 1), 1)])
def test_the_cyber_working_group_is_overdue_after_2022(day: date, count: int) -> None:
    """What was due "by 2022" is late after the last day of 2022."""
    assert count == sum(finding.code == "STS005" for finding in judged("us-mexico-2021", day))
