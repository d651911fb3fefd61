"""Why a promise has the status that it has: one sentence that names the dates, the reports and the sources."""

import datetime
from collections.abc import Mapping
from typing import Final

from coopmodel.analysis.accounts import Account
from coopmodel.analysis.due import timing_of
from coopmodel.analysis.facts import Facts
from coopmodel.codes.labels import label
from coopmodel.codes.words import EffectiveStatus
from coopmodel.model.citation import Citation
from coopmodel.values.bounds import Bounds
from coopmodel.values.timing import Unknown

_SAID: Final[Mapping[str, Mapping[str, str]]] = {
    "scheduled": {"en": "{what} is due {when}; as of {day} that lies ahead", "es": "{what} vence {when}; al {day} el plazo aún no empieza"},
    "due": {"en": "{what} is due {when}; as of {day} {news}", "es": "{what} vence {when}; al {day} {news}"},
    "overdue": {"en": "{what} was due {when}; as of {day} {news}", "es": "{what} vencía {when}; al {day} {news}"},
    "possibly-overdue": {
        "en": "{what} was due {when}; that last day is uncertain; as of {day} {news}",
        "es": "{what} vencía {when}; ese último día es incierto; al {day} {news}",
    },
    "held": {"en": "{what} was held {when}", "es": "{what} se celebró {when}"},
    "met": {"en": "{what}: {declared}; it was due {when}", "es": "{what}: {declared}; vencía {when}"},
    "met-late": {"en": "{what}: {declared}; it was due {when}, before that", "es": "{what}: {declared}; vencía {when}, antes de eso"},
    "declared": {"en": "{what}: {declared}", "es": "{what}: {declared}"},
    "cancelled": {"en": "{what} was cancelled{source}", "es": "{what} se canceló{source}"},
    "postponed": {
        "en": "{what} was postponed{source}; no new date is known",
        "es": "{what} se aplazó{source}; no se conoce una nueva fecha",
    },
    "put-off": {
        "en": "{what} is now due {when}; as of {day} that lies ahead",
        "es": "{what} vence ahora {when}; al {day} ese plazo no empieza",
    },
    "begun": {"en": "{what} runs {when}; its end is not known", "es": "{what} corre {when}; se desconoce su término"},
    "undated": {"en": "{what} has no date; as of {day} {news}", "es": "{what} no tiene fecha; al {day} {news}"},
    "no-date": {"en": "{what} is counted from {anchor}, which has no date", "es": "{what} se cuenta desde {anchor}, que no tiene fecha"},
    "cycle": {
        "en": "{what} is counted from {anchor}, which waits for itself",
        "es": "{what} se cuenta desde {anchor}, que depende de sí mismo",
    },
    "out-of-range": {
        "en": "{what} is counted from {anchor} to a day outside the years 1 to 9999",
        "es": "{what} se cuenta desde {anchor} hasta un día fuera de los años 1 a 9999",
    },
    "no-event": {
        "en": "{what} is counted from {anchor}, which the record does not have",
        "es": "{what} se cuenta desde {anchor}, que no está en el registro",
    },
}
_PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "commitment": {"en": "the commitment {}", "es": "el compromiso {}"},
    "milestone": {"en": "the milestone {}", "es": "el hito {}"},
    "meeting": {"en": "the meeting {}", "es": "la reunión {}"},
    "on": {"en": "on {}", "es": "el {}"},
    "by": {"en": "by {}", "es": "el {}"},
    "from": {"en": "from {} on", "es": "desde el {}"},
    "between": {"en": "between {} and {}", "es": "entre el {} y el {}"},
    "at-some-time": {"en": "at some time", "es": "en algún momento"},
    "counted": {"en": ", counted from {}", "es": ", contado desde {}"},
    "recurring": {"en": ", as it recurs", "es": ", según su periodicidad"},
    "sources": {"en": ", according to {}", "es": ", según {}"},
    "put-off": {"en": ", put off by report {}", "es": ", aplazado según el informe {}"},
    "moved": {"en": ", moved with what it is counted from", "es": ", movido con aquello desde lo que se cuenta"},
    "nothing": {"en": "nothing is reported", "es": "no hay noticia"},
    "latest": {"en": "the latest report is: {}", "es": "el último informe es: {}"},
    "reported": {"en": "{} by report {}", "es": "{} según el informe {}"},
    "no-status": {"en": "no status", "es": "sin estado"},
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
        return _SAID[self._form(status)][self._language].format(
            what=self._phrase(kind, facts.entity.id),
            when=self._when(last_only=status in {"overdue", "possibly-overdue", "met", "met-late"} and not facts.held),
            day=self._as_of.isoformat(),
            news=self._news(),
            declared=self._declared(),
            source=self._sources(),
            anchor=facts.window.anchor if isinstance(facts.window, Unknown) else "",
        )

    def _form(self, status: EffectiveStatus) -> str:  # noqa: PLR0911  one line for each form of the sentence
        facts = self._facts
        if status == "met" and facts.held:
            return "held"
        if status in {"met", "met-late"}:
            return status if isinstance(facts.window, Bounds) and facts.window.latest is not None else "declared"
        if status in {"missed", "rescheduled"} and facts.latest is not None and not facts.renewed:
            return "declared" if status == "missed" or facts.latest.report.status == "superseded" else self._put_off()
        if status == "missed":
            return "cancelled"
        if status == "rescheduled":
            return self._put_off()
        if status != "unknown":
            return status
        if isinstance(facts.window, Bounds):
            return "begun"
        return "undated" if facts.window.anchor == facts.entity.id else facts.window.reason

    def _put_off(self) -> str:
        return "put-off" if isinstance(self._facts.window, Bounds) else "postponed"

    def _phrase(self, name: str, *parts: object) -> str:
        return _PHRASES[name][self._language].format(*parts)

    def _when(self, *, last_only: bool) -> str:
        window = self._facts.window
        if isinstance(window, Unknown):
            return ""
        first, last = window.earliest, window.latest
        if last is None:
            said = self._phrase("from", first) if first is not None else self._phrase("at-some-time")
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
        accounts = self._facts.accounts
        return self._phrase("latest", self._report(accounts[-1])) if accounts else self._phrase("nothing")

    def _declared(self) -> str:
        account = self._facts.done or self._facts.latest
        return "" if account is None else self._report(account)

    def _report(self, account: Account) -> str:
        status = account.report.status
        said = self._phrase("no-status") if status is None else label("report-status", status, self._language)
        return self._phrase("reported", said, self._cited(account))

    def _cited(self, account: Account) -> str:
        report = account.report
        known = [*([] if report.date is None else [str(report.date)]), *_sources_of(report.evidence)]
        return f"{account.reference} ({', '.join(known)})" if known else account.reference


def _sources_of(evidence: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys([str(citation.source) for citation in evidence]))
