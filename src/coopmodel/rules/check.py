"""Checking a whole record against rules."""

from collections.abc import Iterable, Mapping
from datetime import date

from coopmodel.errors import shown
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.evidence import sources_without_text
from coopmodel.rules.findings import Finding, Findings, Skipped, Suppressed
from coopmodel.rules.rule import Context, Rule


def check(
    agreement: Agreement,
    *,
    as_of: date | None = None,
    texts: Mapping[str, str | bytes] | None = None,
    related: Iterable[Agreement] = (),
    rules: Iterable[Rule] = DEFAULT,
) -> Findings:
    """Judge a record as an expert would; it is never changed, and nothing in it makes this raise.

    Args:
        agreement: The record.
        as_of: The day to judge by. Without it the dated rules are left out, and ``skipped`` says so: nothing reads the clock.
        texts: Texts of the sources by their id, as text or as bytes in UTF-8. Without them no quotation is looked up, and ``skipped``
            says so, also of single sources whose text is missing.
        related: Other records of the series: a promise reported on there is not overdue here, and references into them are followed.
        rules: The rules to judge by.

    Raises:
        TypeError: An argument is of the wrong type; a ``datetime`` too, whose time of day would have to be dropped.
        ValueError: The bytes of a text are not UTF-8.
    """
    context = _context(agreement, as_of, texts, tuple(related))
    found: list[Finding] = []
    suppressed: list[Suppressed] = []
    skipped: list[Skipped] = []
    reasons: dict[tuple[str, str | None], Mapping[str, str]] = {}
    for suppression in agreement.suppressions:
        reasons[suppression.code, suppression.on] = suppression.reason
    unread = () if context.texts is None else sources_without_text(context)
    for rule in rules:
        if rule.needs is not None and getattr(context, rule.needs) is None:
            skipped.append(Skipped(code=rule.code, needs=rule.needs))
            continue
        if rule.needs == "texts" and unread:
            skipped.append(Skipped(code=rule.code, needs="texts", sources=unread))
        for finding in rule.findings(context):
            reason = reasons.get((finding.code, finding.on)) or reasons.get((finding.code, None))
            if reason is None:
                found.append(finding)
            else:
                suppressed.append(Suppressed(finding=finding, reason=reason))
    return Findings(found, suppressed, skipped)


def _context(agreement: Agreement, as_of: date | None, texts: Mapping[str, str | bytes] | None, related: tuple[Agreement, ...]) -> Context:
    for record in (agreement, *related):
        if not isinstance(record, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"expected an Agreement, not {shown(record)}")
    if as_of is not None and type(as_of) is not date:  # a datetime is a date to Python
        raise TypeError(f"as_of must be a datetime.date, not {shown(as_of)}")
    return Context(agreement, as_of, None if texts is None else _decoded(texts), related)


def _decoded(texts: Mapping[str, str | bytes]) -> dict[str, str]:
    if not isinstance(texts, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"texts must map ids of sources to texts, not be {shown(texts)}")
    decoded: dict[str, str] = {}
    for source, text in texts.items():
        if not isinstance(text, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"the text of {source!r} must be a text or bytes, not {shown(text)}")
        try:
            decoded[source] = text.decode() if isinstance(text, bytes) else text
        except UnicodeDecodeError as error:
            raise ValueError(f"the text of {source!r} is not UTF-8, at byte {error.start}") from None
    return decoded
