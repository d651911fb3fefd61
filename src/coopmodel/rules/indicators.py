"""Indicators: whether what is reported can be held against what was promised."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from coopmodel.analysis.index import Index
from coopmodel.model.commitments import Commitment, Indicator, Target
from coopmodel.model.statements import Report
from coopmodel.rules.context import Context
from coopmodel.rules.rule import LANGUAGES, Example, Found, Rule, listed
from coopmodel.values.bounds import Bounds, precedes
from coopmodel.values.dates import PartialDate
from coopmodel.values.periods import Period

_NAMED: Final = 5
_RESULTS: Final = frozenset({"fulfilled", "partially-fulfilled"})


class _Measured(NamedTuple):
    """What a report is about: a commitment, the indicator of it that is meant, if any, and the index of their record."""

    commitment: Commitment
    indicator: Indicator | None
    within: Index


def _measured(context: Context, asked: Callable[[Report], bool]) -> Iterator[tuple[str, Report, _Measured]]:
    """Yield every report that is asked for and is about commitments and indicators with each of them, here and in related records."""
    known: dict[str, Mapping[str, _Measured]] = {}
    for pointer, report in context.index.each(Report):
        for reference in report.about if asked(report) else ():
            record, separator, identifier = reference.rpartition("#")
            record = record if separator else context.agreement.id
            if record not in known:
                index = context.index_of(record)
                known[record] = {} if index is None else _by_id(index)
            if identifier in known[record]:
                yield pointer, report, known[record][identifier]


def _by_id(index: Index) -> Mapping[str, _Measured]:
    found: dict[str, _Measured] = {}
    for commitment in index.agreement.commitments:
        found.setdefault(commitment.id, _Measured(commitment, None, index))
        for indicator in commitment.indicators:
            found.setdefault(indicator.id, _Measured(commitment, indicator, index))
    return found


def _incomparable(context: Context) -> Iterator[Found]:
    told: dict[int, list[_Incomparable]] = {}
    for pointer, report, (_, indicator, _) in _measured(context, _has_value):
        one = None if indicator is None else _compared(pointer, report, indicator)
        if one is not None:
            told.setdefault(id(one.indicator), []).append(one)
    for several in told.values():
        names = tuple([str(one.report.id) for one in several])
        shown = {language: listed([f"{one.report.id}: {one.why[language]}" for one in several], _NAMED) for language in LANGUAGES}
        values = {"indicator": str(several[0].indicator.id), "reports": names, "listed": shown}
        yield Found(several[0].pointer, values, evidence=tuple([citation for one in several for citation in one.report.evidence[:1]]))


def _has_value(report: Report) -> bool:
    return report.value is not None


class _Incomparable(NamedTuple):
    pointer: str
    report: Report
    indicator: Indicator
    why: Mapping[str, str]


def _compared(pointer: str, report: Report, indicator: Indicator) -> _Incomparable | None:
    """Return why a reported value cannot be held against any target; ``None`` where it can, or may be."""
    value = report.value
    if report.unit is not None and indicator.unit is not None and _plain(report.unit) != _plain(indicator.unit):
        why = {"en": f"{value} in {report.unit}, not {indicator.unit}", "es": f"{value} en {report.unit}, no en {indicator.unit}"}
        return _Incomparable(f"{pointer}/unit", report, indicator, why)
    if report.date is not None and indicator.targets and all(_outside(report.date, target) for target in indicator.targets):
        periods = listed([str(target.date) for target in indicator.targets], _NAMED)
        why = {"en": f"{value} of {report.date}, not of {periods}", "es": f"{value} de {report.date}, no de {periods}"}
        return _Incomparable(f"{pointer}/date", report, indicator, why)
    return None


def _plain(unit: str) -> list[str]:
    return unit.casefold().split()


def _outside(when: PartialDate | Period, target: Target) -> bool:
    """Tell whether a value is certainly of another time: after the day of a target, or before or after its period."""
    if target.date is None:
        return False
    before = isinstance(target.date, Period) and precedes(when, target.date) is True
    return before or precedes(target.date, when) is True


def _before_the_promise(context: Context) -> Iterator[Found]:
    results: set[str] = set()
    early: dict[str, tuple[Report, str]] = {}
    for _, report, (commitment, indicator, within) in _measured(context, _may_be_result):
        if not _is_result(report, indicator) or commitment.novelty in {"reaffirmed", "expanded"} or commitment.continues:
            continue
        results.add(report.id)
        made = _made(within, commitment)
        if made is not None and _begins_before(report, made):
            early.setdefault(report.id, (report, str(made.earliest)))
    if early:
        shown = {
            language: listed([f"{name} ({_dates(report, made, language)})" for name, (report, made) in early.items()], _NAMED)
            for language in LANGUAGES
        }
        values = {"reports": tuple(early), "early": len(early), "all": len(results), "listed": shown}
        yield Found("/reports", values, evidence=tuple([citation for report, _ in early.values() for citation in report.evidence[:1]]))


def _dates(report: Report, made: str, language: str) -> str:
    return f"{report.date}, promised {made}" if language == "en" else f"{report.date}, compromiso del {made}"


def _is_result(report: Report, indicator: Indicator | None) -> bool:
    """Tell whether a report claims that something was reached; the value from which an indicator starts is none."""
    if report.status == "planned" or (indicator is not None and report.value is not None and report.value == indicator.baseline):
        return False
    return _may_be_result(report)


def _may_be_result(report: Report) -> bool:
    return report.value is not None or report.status in _RESULTS


def _made(index: Index, commitment: Commitment) -> Bounds | None:
    """Return when a promise was made: at its meeting, else when the agreement was signed, else adopted."""
    meeting = index.promised_at.get(commitment.id)
    timings = [None if meeting is None or meeting.date is None else meeting.date.resolve(index.events)]
    timings += [index.events.get(word) for word in ("signature", "adoption")]
    return next((timing for timing in timings if isinstance(timing, Bounds)), None)


def _begins_before(report: Report, made: Bounds) -> bool:
    begins = report.date.start if isinstance(report.date, Period) else report.date
    return begins is not None and precedes(begins, made) is True


_EVIDENCE: Final = [{"source": "communique"}]


def _example(report: dict[str, Any]) -> Example:
    indicator = {"id": "seizures", "title": {"en": "Drugs seized"}, "unit": "kg", "targets": [{"value": "5000", "date": "2025/2026"}]}
    commitment = {"id": "patrols", "statement": {"en": "Joint patrols"}, "areas": ["border-control"], "indicators": [indicator]}
    members: dict[str, Any] = {
        "meetings": [{"id": "summit", "date": "2024-05-02", "status": "held", "evidence": _EVIDENCE}],
        "commitments": [commitment | {"evidence": _EVIDENCE}],
        "reports": [
            {"id": "seized", "text": {"en": "Drugs seized"}, "about": ["seizures"], "value": "300", "evidence": _EVIDENCE} | report
        ],
        "sources": [{"id": "communique", "kind": "press-release"}],
    }
    return Example(members=members)


IND001: Final = Rule(
    code="IND001",
    name={"en": "value that no target can be held against", "es": "valor que no se puede comparar con ninguna meta"},
    severity="info",
    strict="warning",
    scope="series",
    rationale={
        "en": "A target of tonnes is not met by a number of operations, nor one for 2025 by what was done in 2027. Such a value tells "
        "something, but not whether the promise was kept. A value from before the day of a target is progress, and in order.",
        "es": "Una meta en toneladas no se cumple con un número de operativos, ni una para 2025 con lo hecho en 2027. Tal valor dice "
        "algo, pero no si se cumplió el compromiso. Un valor anterior al día de una meta es un avance y es correcto.",
    },
    messages={
        "en": "no target of '{indicator}' can be held against what is reported: {listed}",
        "es": "lo informado no se puede comparar con ninguna meta de '{indicator}': {listed}",
    },
    wrong=_example({"date": "2025-08", "unit": "operations"}),
    right=_example({"date": "2025-08", "unit": "kg"}),
    find=_incomparable,
)

IND002: Final = Rule(
    code="IND002",
    name={"en": "result from before the promise", "es": "resultado anterior al compromiso"},
    severity="warning",
    strict="error",
    scope="series",
    rationale={
        "en": "What was reached before a promise was made is not its fruit: follow-ups like to count it in. A result is a value, or a claim "
        "of fulfilment. Promises that take up an earlier one, and the value that an indicator starts from, are passed over.",
        "es": "Lo alcanzado antes de asumirse un compromiso no es fruto de él, aunque los seguimientos suelan contarlo. Resultado es un "
        "valor, o la afirmación de que se cumplió. No cuentan los compromisos que retoman uno anterior, ni el valor del que parte un "
        "indicador.",
    },
    messages={
        "en": "reported results counted from before the promise ({early} of {all}): {listed}",
        "es": "resultados contados desde antes del compromiso ({early} de {all}): {listed}",
    },
    wrong=_example({"date": "2023/2025"}),
    right=_example({"date": "2025-08"}),
    find=_before_the_promise,
)
