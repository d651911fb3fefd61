"""Why a promise has the status that it has: one sentence that names the dates, the reports and the sources."""

import datetime
from collections.abc import Mapping
from typing import Final

from coopmodel.analysis.accounts import Account
from coopmodel.analysis.due import timing_of
from coopmodel.analysis.facts import Facts, is_over
from coopmodel.codes.labels import label
from coopmodel.codes.words import EffectiveStatus
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.values.bounds import Bounds

_SAID: Final[Mapping[str, Mapping[str, str]]] = {
    "scheduled": {
        "en": "{what} {is_due} {when}; as of {day} that lies ahead",
        "es": "{what} {is_due} {when}; al {day} el plazo aún no empieza",
    },
    "due": {"en": "{what} {is_due} {when}; as of {day} {news}", "es": "{what} {is_due} {when}; al {day} {news}"},
    "overdue": {"en": "{what} {was_due} {when}; as of {day} {news}", "es": "{what} {was_due} {when}; al {day} {news}"},
    "possibly-overdue": {
        "en": "{what} {was_due} {when}; that last day is uncertain; as of {day} {news}",
        "es": "{what} {was_due} {when}; ese último día es incierto; al {day} {news}",
    },
    "held": {"en": "{what} was held {when}", "es": "{what} se celebró {when}"},
    "held-some-day": {"en": "{what} was held{source}", "es": "{what} se celebró{source}"},
    "met": {"en": "{what}: {declared}; it {was_due} {when}", "es": "{what}: {declared}; {was_due} {when}"},
    "met-late": {"en": "{what}: {declared}, late; it {was_due} {when}", "es": "{what}: {declared}, con retraso; {was_due} {when}"},
    "declared": {"en": "{what}: {declared}", "es": "{what}: {declared}"},
    "cancelled": {"en": "{what} was cancelled{source}", "es": "{what} se canceló{source}"},
    "postponed": {
        "en": "{what} was postponed{source}; no new date is known",
        "es": "{what} se aplazó{source}; no se conoce una nueva fecha",
    },
    "put-off": {
        "en": "{what} {now_due} {when}; as of {day} that lies ahead",
        "es": "{what} {now_due} {when}; al {day} ese plazo aún no empieza",
    },
    "put-off-since": {"en": "{what} {now_due} {when}; as of {day} {news}", "es": "{what} {now_due} {when}; al {day} {news}"},
    "taken-up": {
        "en": "{what} {was_due} {when}; {taken_up[0]} takes it up again, by {taken_up[1].latest}",
        "es": "{what} {was_due} {when}; lo retoma {taken_up[0]}, a más tardar el {taken_up[1].latest}",
    },
    "taken-up-open": {
        "en": "{what} {was_due} {when}; {taken_up[0]} takes it up again",
        "es": "{what} {was_due} {when}; lo retoma {taken_up[0]}",
    },
    "interest": {
        "en": "{what} only expresses interest, {when}; as of {day} {news}",
        "es": "{what} solo expresa interés, {when}; al {day} {news}",
    },
    "begun": {"en": "{what} runs {when}; its end is not known", "es": "{what} corre {when}; se desconoce su término"},
    "undated": {"en": "{what} has no date; as of {day} {news}", "es": "{what} no tiene fecha; al {day} {news}"},
    "no-date": {
        "en": "{what} is counted from {window.anchor}, which has no date",
        "es": "{what} se cuenta desde {window.anchor}, que no tiene fecha",
    },
    "cycle": {
        "en": "{what} is counted from {window.anchor}, which waits for itself",
        "es": "{what} se cuenta desde {window.anchor}, que depende de sí mismo",
    },
    "out-of-range": {
        "en": "{what} is counted from {window.anchor} to a day outside the years 1 to 9999",
        "es": "{what} se cuenta desde {window.anchor} hasta un día fuera de los años 1 a 9999",
    },
    "no-event": {
        "en": "{what} is counted from {window.anchor}, which the record does not have",
        "es": "{what} se cuenta desde {window.anchor}, que no figura en el registro",
    },
}
_PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "commitment": {"en": "the commitment {}", "es": "el compromiso {}"},
    "commitment-is": {"en": "is due", "es": "debe cumplirse"},
    "commitment-was": {"en": "was due", "es": "debía cumplirse"},
    "commitment-now": {"en": "is now due", "es": "ahora debe cumplirse"},
    "milestone-is": {"en": "is due", "es": "debe alcanzarse"},
    "milestone-was": {"en": "was due", "es": "debía alcanzarse"},
    "milestone-now": {"en": "is now due", "es": "ahora debe alcanzarse"},
    "meeting-is": {"en": "is to be held", "es": "debe celebrarse"},
    "meeting-was": {"en": "was to be held", "es": "debía celebrarse"},
    "milestone": {"en": "the milestone {}", "es": "el hito {}"},
    "meeting": {"en": "the meeting {}", "es": "la reunión {}"},
    "meeting-now": {"en": "is now to be held", "es": "ahora debe celebrarse"},
    "on": {"en": "on {}", "es": "el {}"},
    "by": {"en": "by {}", "es": "a más tardar el {}"},
    "from": {"en": "from {} on", "es": "desde el {}"},
    "between": {"en": "between {} and {}", "es": "entre el {} y el {}"},
    "counted": {"en": ", counted from {}", "es": ", contado desde {}"},
    "recurring": {"en": ", as it recurs", "es": ", por su periodicidad"},
    "sources": {"en": ", according to {}", "es": ", según {}"},
    "put-off": {"en": ", with a new date by report {}", "es": ", con nuevo plazo según el informe {}"},
    "moved": {"en": ", moved with what it is counted from", "es": ", recalculado según la fecha de la que depende"},
    "nothing": {"en": "nothing is reported", "es": "no consta información"},
    "latest": {"en": "the latest report is: {}", "es": "el último informe es: {}"},
    "reported": {"en": "{} by report {}", "es": "{} según el informe {}"},
    "no-status": {"en": "no status", "es": "sin estado"},
    "new-date": {"en": "a new date", "es": "una nueva fecha"},
    "was-held": {"en": "held", "es": "celebrada"},
    "about": {"en": "{} on {}", "es": "{} sobre {}"},
    "passed-over": {
        "en": "; {} of {} occurrences so far have no report",
        "es": "; {} de {} vencimientos hasta ahora no tienen informe",
    },
    "condition": {"en": "; it was promised on a condition: {}", "es": "; se asumió bajo una condición: {}"},
}


def explain(facts: Facts, status: EffectiveStatus, as_of: datetime.date, language: str) -> str:
    """Return the sentence that explains a status, in ``es`` or ``en``."""
    return _Sentence(facts, as_of, language).of(status)


class _Sentence:
    """One sentence about one promise, in one language."""

    def __init__(self, facts: Facts, as_of: datetime.date, language: str) -> None:
        self._facts = facts
        self._as_of = as_of
        self._language = language

    def of(self, status: EffectiveStatus) -> str:
        facts = self._facts
        kind = next(name for base in facts.entity.__class__.__mro__ if (name := base.__name__.lower()) in _PHRASES)
        form = self._form(status)
        return _SAID[form][self._language].format(
            what=self._phrase(kind, facts.entity.id),
            is_due=self._phrase(f"{kind}-is"),
            was_due=self._phrase(f"{kind}-was"),
            now_due=self._phrase(f"{kind}-now"),
            when=self._when(last_only=form in {"overdue", "possibly-overdue", "met", "met-late", "interest"}),
            day=self._as_of.isoformat(),
            news=self._news(),
            declared=self._declared(),
            source=self._sources(),
            taken_up=facts.taken_up,
            window=facts.window,
        ) + self._condition(status)

    def _form(self, status: EffectiveStatus) -> str:  # noqa: PLR0911  one line for each form of the sentence
        facts = self._facts
        if status == "met" and facts.held:
            return "held" if isinstance(facts.window, Bounds) else "held-some-day"
        if status == "met":
            return status if isinstance(facts.window, Bounds) and facts.window.latest is not None else "declared"
        if status == "rescheduled" and facts.taken_up is not None and facts.declared != "superseded":
            return self._taken_up(facts.taken_up[1])
        declared = None if facts.latest is None else facts.latest.report.status
        if status == "missed":
            return "declared" if declared in {"withdrawn", "not-fulfilled"} else "cancelled"
        if status == "rescheduled" and declared == "superseded" and not facts.accounts.renewed:
            return "declared"
        if status == "rescheduled":
            return self._put_off()
        if status != "unknown":
            return status
        if isinstance(facts.window, Bounds):
            return "interest" if is_over(facts.window, self._as_of) else "begun"
        undated = facts.window.reason == "no-date" and facts.window.anchor == facts.entity.id
        return "undated" if undated else facts.window.reason

    def _taken_up(self, by: Bounds) -> str:
        window = self._facts.window
        if not isinstance(window, Bounds) or not is_over(window, self._as_of):
            return self._put_off()
        return "taken-up-open" if by.latest is None else "taken-up"

    def _put_off(self) -> str:
        window = self._facts.window
        if not isinstance(window, Bounds):
            return "postponed"
        return "put-off" if window.earliest is not None and self._as_of < window.earliest else "put-off-since"

    def _phrase(self, name: str, *parts: object) -> str:
        return _PHRASES[name][self._language].format(*parts)

    def _when(self, *, last_only: bool) -> str:
        window = self._facts.window
        return self._span(window, last_only=last_only) if isinstance(window, Bounds) else ""

    def _span(self, window: Bounds, *, last_only: bool) -> str:
        first, last = window.earliest, window.latest
        if last is None:
            said = self._phrase("from", first)
        elif first == last:
            said = self._phrase("on", last)
        else:
            said = self._phrase("by", last) if first is None or last_only else self._phrase("between", first, last)
        return f"{said}{self._spelt(window)}{self._put()}{self._sources()}"

    def _spelt(self, window: Bounds) -> str:
        """Say the date as the source has it, where that is not the day itself, or what it is counted from."""
        facts = self._facts
        timing = timing_of(facts.event.entity)
        if facts.occurrences and (timing is None or window != facts.occurrences[0]):
            return self._phrase("recurring")
        if facts.moved or timing is None or str(timing) == str(window.latest):
            return ""
        return self._phrase("counted", timing.anchor) if timing.anchor is not None else f" ({timing})"

    def _put(self) -> str:
        if not self._facts.moved:
            return ""
        by = next((account for account in reversed(self._facts.accounts) if account.due is not None), None)
        return self._phrase("moved") if by is None else self._phrase("put-off", self._cited(by))

    def _sources(self) -> str:
        evidence = self._facts.entity.evidence or self._facts.event.entity.evidence
        return self._phrase("sources", ", ".join(_sources_of(evidence))) if evidence else ""

    def _news(self) -> str:
        facts = self._facts
        said = self._phrase("latest", self._report(facts.accounts[-1])) if facts.accounts else self._phrase("nothing")
        over = facts.over(self._as_of)
        return said + (self._phrase("passed-over", facts.passed_over, over) if facts.passed_over and over > 1 else "")

    def _condition(self, status: EffectiveStatus) -> str:
        entity = self._facts.entity
        if not isinstance(entity, Commitment) or not entity.conditions or status not in {"overdue", "possibly-overdue", "missed"}:
            return ""
        return self._phrase("condition", "; ".join([condition.best(self._language) for condition in entity.conditions]))

    def _declared(self) -> str:
        account = self._facts.accounts.done or self._facts.latest
        return "" if account is None else self._report(account)

    def _report(self, account: Account) -> str:
        status = account.report.status
        if status is None:
            said = self._phrase("no-status" if account.due is None else "new-date")
        elif status == "fulfilled" and isinstance(self._facts.entity, Meeting):
            said = self._phrase("was-held")
        else:
            said = label("report-status", status, self._language)
        return self._phrase("reported", said, self._cited(account))

    def _cited(self, account: Account) -> str:
        report = account.report
        known = [*([] if report.date is None else [str(report.date)]), *_sources_of(report.evidence)]
        name = account.reference if account.way == "itself" else self._phrase("about", account.reference, account.about)
        return f"{name} ({', '.join(known)})" if known else name


def _sources_of(evidence: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys([str(citation.source) for citation in evidence]))
