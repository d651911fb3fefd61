"""IND001 and IND002: whether what is reported can be held against what was promised."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Target
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import CountryParty
from coopmodel.model.statements import Report
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
HELD = Meeting(id="m", date="2024-05-02", status="held")


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def indicator(*targets: str | None, unit: str | None = "kg", name: str = "i", **members: Any) -> Indicator:
    return Indicator(id=name, title={"en": "I"}, unit=unit, targets=[Target(value="5", date=date) for date in targets], **members)


def promise(*indicators: Indicator, name: str = "c", **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": "C"}, indicators=indicators, **members)


def report(*about: str, name: str = "r", value: str | None = "3", **members: Any) -> Report:
    return Report(id=name, text={"en": "R"}, about=about or ["i"], value=value, **members)


def found(code: str, *entities: Any, related: tuple[Agreement, ...] = (), **members: Any) -> list[Finding]:
    names = {Commitment: "commitments", Report: "reports", Meeting: "meetings", Participation: "participation"}
    several: dict[str, list[Any]] = {}
    for entity in entities:
        several.setdefault(names[type(entity)], []).append(entity)
    return [*check(agreement(**(several | members)), rules=[CATALOGUE[code], CATALOGUE["RUL001"]], related=related)]


def listed(findings: list[Finding]) -> list[str]:
    return [finding.values["listed"]["en"] for finding in findings]


def test_another_unit_is_told_at_the_unit() -> None:
    """A value in another unit is told with both units, in both languages."""
    (finding,) = found("IND001", promise(indicator()), report(name="ok", unit="kg"), report(unit="t"))

    assert ("/reports/1/unit", "r") == (finding.pointer, finding.on)
    assert ("i", ("r",)) == (finding.values["indicator"], finding.values["reports"])
    assert "no target of 'i' can be held against what is reported: r: 3 in t, not kg" == finding.message("en")
    assert "lo informado no se puede comparar con ninguna meta de 'i': r: 3 en t, no en kg" == finding.message("es")


@pytest.mark.parametrize(("promised", "reported"), [("kg", "KG"), ("metric  tons", "Metric tons"), (None, "t"), ("kg", None), (None, None)])
def test_units_are_compared_without_case_and_only_where_both_are_known(promised: str | None, reported: str | None) -> None:
    """Capitals and white space are no difference, and an unknown unit is none."""
    assert [] == found("IND001", promise(indicator(unit=promised)), report(unit=reported))


@pytest.mark.parametrize(
    ("targets", "date", "outside"),
    [
        (["2025"], "2026", True),
        (["2025"], "2025-03", False),
        (["2025"], "2023", False),
        (["2025/2026"], "2024", True),
        (["2025/2026"], "2027-01-01", True),
        (["2025/2026"], "2026-12-31", False),
        (["2025/2026"], "2024/2025", False),
        (["2025~"], "2026", False),
        (["2025/.."], "2030", False),
        (["2023", "2025"], "2026", True),
        (["2023", "2027"], "2026", False),
        (["2023", None], "2026", False),
        ([], "2026", False),
        (["2025"], None, False),
    ],
)
def test_a_value_of_another_time_than_every_target_is_told(targets: list[str | None], date: str | None, outside: bool) -> None:
    """A value certainly after a target, or outside its period, is told at its date; before the day of a target it is progress."""
    findings = found("IND001", promise(indicator(*targets)), report(date=date))

    assert ["/reports/0/date"] * outside == [finding.pointer for finding in findings]


def test_the_times_are_told() -> None:
    """The message gives the time of the value and those of the targets, in both languages."""
    (finding,) = found("IND001", promise(indicator("2023", "2024/2025")), report(date="2026"))

    assert finding.message("en").endswith(": r: 3 of 2026, not of 2023, 2024/2025")
    assert finding.message("es").endswith(": r: 3 de 2026, no de 2023, 2024/2025")


def test_of_many_targets_five_are_named() -> None:
    """An indicator with a target for every year does not fill the page."""
    (finding,) = found("IND001", promise(indicator(*[str(year) for year in range(2018, 2024)])), report(date="2026"))

    assert finding.message("en").endswith("not of 2018, 2019, 2020, 2021, 2022 (+1)")


def test_one_finding_for_each_indicator() -> None:
    """Values for one indicator are told together, five of them, at the first; another indicator's apart; the unit comes before the time."""
    words = [Citation(source="s", exact="x"), Citation(source="s", exact="y")]
    reports = [report(name=f"r-{number}", unit="t", date="2030", evidence=words) for number in range(6)]
    first, second = found("IND001", promise(indicator("2025"), indicator("2025", name="j")), *reports, report("j", name="s", date="2026"))

    assert "r-0: 3 in t, not kg, r-1: 3 in t, not kg, " in first.message("en")
    assert first.message("en").endswith("r-4: 3 in t, not kg (+1)")
    assert ["x"] * 6 == [citation.exact for citation in first.evidence]
    assert ("/reports/6/date", ("s",)) == (second.pointer, second.values["reports"])


def test_only_values_for_indicators_are_compared() -> None:
    """A report without a value, about a commitment, or about nothing known, has nothing to compare."""
    assert [] == found("IND001", promise(indicator()), report(value=None, unit="t"), report("c", unit="t"), report("x", "b#i", unit="t"))


def test_indicators_of_related_records_are_known() -> None:
    """A later record may report on an indicator of an earlier one; its own id before the mark is itself."""
    earlier = agreement(id="b", commitments=[promise(indicator())])

    assert ["r: 3 in t, not kg"] == listed(found("IND001", report("b#i", unit="t"), related=(earlier,)))
    assert ["r: 3 in t, not kg"] == listed(found("IND001", promise(indicator()), report("a#i", unit="t")))


def test_of_two_with_one_id_the_first_is_meant() -> None:
    """Ids used twice name the first that has them."""
    first, second = promise(indicator(unit="t")), promise(indicator(unit="kg"), name="d")

    assert [] == found("IND001", first, second, report(unit="t"))
    assert [] == found("IND002", promise(made_at="m"), promise(made_at="later"), HELD, report("c", date="2024-06"))


@pytest.mark.parametrize(
    ("date", "early"),
    [
        ("2024-05-01", True),
        ("2024-05-02", False),
        ("2024-04", True),
        ("2024-05", False),
        ("2024", False),
        ("2023/2025", True),
        ("2024/2025", False),
        ("2024-04-30/..", True),
        ("../2025", False),
        ("/2025", False),
        ("2023~", False),
        (None, False),
    ],
)
def test_what_begins_certainly_before_the_promise_is_told(date: str | None, early: bool) -> None:
    """A date, or the beginning of a period, counts where it is certainly before the meeting that made the promise."""
    assert early == bool(found("IND002", promise(indicator()), HELD, report(date=date)))


def test_one_finding_counts_the_results() -> None:
    """Results are counted once each, five early ones are named with their dates and the promise's; in both languages."""
    words = [Citation(source="s", exact="x"), Citation(source="s", exact="y")]
    early = [report("i", "c", name=f"r-{number}", date=f"202{number % 4}", evidence=words) for number in range(6)]
    (finding,) = found("IND002", promise(indicator()), HELD, *early, report(name="ok", date="2025"), report(name="undated"))

    assert ("/reports", None) == (finding.pointer, finding.on)
    assert (6, 8) == (finding.values["early"], finding.values["all"])
    assert tuple([f"r-{number}" for number in range(6)]) == finding.values["reports"]
    head = "reported results counted from before the promise (6 of 8): r-0 (2020, promised 2024-05-02), r-1 (2021, promised 2024-05-02), "
    assert finding.message("en").startswith(head)
    assert finding.message("en").endswith("r-4 (2020, promised 2024-05-02) (+1)")
    assert finding.message("es").startswith(
        "resultados contados desde antes del compromiso (6 de 8): r-0 (2020, compromiso del 2024-05-02), "
    )
    assert ["x"] * 6 == [citation.exact for citation in finding.evidence]


@pytest.mark.parametrize(
    ("about", "members", "count"),
    [
        ("i", {"value": None}, 0),
        ("i", {"value": None, "status": "fulfilled"}, 1),
        ("c", {"value": None, "status": "partially-fulfilled"}, 1),
        ("c", {"value": None, "status": "in-progress"}, 0),
        ("c", {"value": "3"}, 1),
        ("i", {"value": "3", "status": "in-progress"}, 1),
        ("i", {"value": "3", "status": "planned"}, 0),
        ("i", {"value": "7"}, 0),
        ("c", {"value": "7"}, 1),
        ("m", {"value": "3"}, 0),
    ],
)
def test_what_a_result_is(about: str, members: dict[str, Any], count: int) -> None:
    """A value, or a claim of fulfilment, about an indicator or a commitment; neither a plan nor the value that an indicator starts from."""
    assert count == len(found("IND002", promise(indicator(baseline="7")), HELD, report(about, date="2023", **members)))


@pytest.mark.parametrize("members", [{"novelty": "reaffirmed"}, {"novelty": "expanded"}, {"continues": ["b#c"]}])
def test_a_promise_that_was_made_before_is_passed_over(members: dict[str, Any]) -> None:
    """What takes up an earlier promise may count what followed that one."""
    assert [] == found("IND002", promise(indicator(), **members), HELD, report(date="2023"))
    fresh = promise(indicator(name="j"), name="d", novelty="new")
    assert 1 == len(found("IND002", promise(indicator(), **members), fresh, HELD, report(date="2023"), report("j", name="s", date="2023")))


def test_without_a_meeting_signature_counts_and_then_adoption() -> None:
    """The day is that of the meeting, else of signature, else of adoption; where none is known, nothing is told."""
    signed, adopted = Participation(action="signature", date="2024-06-01"), Participation(action="adoption", date="2024-07-01")
    promised = promise(indicator())

    assert ["r (2023, promised 2024-05-02)"] == listed(found("IND002", promised, signed, adopted, HELD, report(date="2023")))
    assert ["r (2023, promised 2024-06-01)"] == listed(found("IND002", promised, adopted, signed, report(date="2023")))
    assert ["r (2023, promised 2024-07-01)"] == listed(found("IND002", promised, adopted, report(date="2023")))
    assert ["r (2023, promised 2024-06-01)"] == listed(
        found("IND002", promised, signed, Meeting(id="m", status="held"), report(date="2023"))
    )
    assert [] == found("IND002", promised, report(date="2023"))


def test_a_meeting_dated_by_another_event_counts_with_its_day() -> None:
    """The day of a meeting that is counted from the signature is worked out."""
    signed = Participation(action="signature", date="2024-06-01")
    entities = [promise(indicator(), made_at="m"), signed, Meeting(id="m", date={"anchor": "signature", "offset": "P1D"})]

    assert ["r (2024-06-01, promised 2024-06-02)"] == listed(found("IND002", *entities, report(date="2024-06-01")))


def test_a_promise_counts_by_the_record_that_made_it() -> None:
    """A report on an earlier record's commitment is measured by that record's meeting."""
    party = CountryParty(id="cl", country="CL")
    earlier = agreement(id="b", parties=[party], meetings=[HELD], commitments=[promise(indicator())])

    assert ["r (2023, promised 2024-05-02)"] == listed(found("IND002", report("b#i", date="2023"), related=(earlier,)))
    assert [] == found("IND002", report("b#i", date="2023"))
