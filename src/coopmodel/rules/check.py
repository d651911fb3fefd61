"""Checking a whole record against rules."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from coopmodel.errors import InvalidValue, shown
from coopmodel.model.agreement import Agreement
from coopmodel.rules.catalogue import DEFAULT, group_of, is_reserved
from coopmodel.rules.choice import choose
from coopmodel.rules.context import Context, Failure, Outcome
from coopmodel.rules.failures import RUL001, told
from coopmodel.rules.findings import Finding, Findings, Skipped, Suppressed
from coopmodel.rules.rule import Rule


def check(
    agreement: Agreement,
    *,
    as_of: date | None = None,
    texts: Mapping[str, str | bytes] | None = None,
    related: Iterable[Agreement] = (),
    rules: Iterable[Rule] = DEFAULT,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    strict: bool = False,
) -> Findings:
    """Judge a record as an expert would; it is never changed, and nothing in it makes this raise.

    Args:
        agreement: The record.
        as_of: The day to judge by. Without it the dated rules are left out, and ``skipped`` says so: nothing reads the clock.
        texts: Texts of the sources by their id, as text or as bytes in UTF-8. Without them no quotation is looked up, and ``skipped``
            says so, also of single sources whose text is missing. A text as ``str`` must have the line ends of the file, or its digest
            will not match: ``Path.read_text`` changes them, ``Path.read_bytes`` does not.
        related: Other records of the series: a promise reported on there is not overdue here, and references into them are followed.
        rules: The rules to judge by. One of one's own has a code with letters of its own; where it raises, RUL001 names it, which is added
            where it is missing.
        select: Codes of rules, or beginnings of codes, to judge by; empty: all. See ``choose``.
        ignore: Codes of rules, or beginnings of codes, to leave out.
        strict: Whether rules get their strict severity.

    Raises:
        TypeError: An argument is of the wrong type; a ``datetime`` too, whose time of day would have to be dropped.
        ValueError: The bytes of a text are not UTF-8.
        InvalidValue: ``rule.unknown``, ``rule.repeated`` (see ``choose``), or ``rule.reserved``: a rule of one's own has the letters of a
            built-in group.

    Examples:
        >>> from datetime import date
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> findings = cm.check(agreement, as_of=date(2026, 11, 23), select=["STS"])
        >>> for finding in findings:
        ...     print(finding.severity, finding.code, finding.pointer)
        warning STS005 /meetings/1
    """
    as_always = rules is DEFAULT and (select, ignore, strict) == ((), (), False)
    chosen = _BUILT_IN if as_always else in_turn(rules, select, ignore, strict=strict)
    return judge(agreement, chosen, as_of=as_of, texts=texts, related=related)


def judge(
    agreement: Agreement,
    rules: Iterable[Rule],
    *,
    as_of: date | None = None,
    texts: Mapping[str, str | bytes] | None = None,
    related: Iterable[Agreement] = (),
) -> Findings:
    """Do what ``check`` does, by rules that ``in_turn`` chose: for many records that is done once."""
    return _Judgement(_context(agreement, as_of, texts, tuple(related))).by(rules)


def in_turn(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = (), *, strict: bool = False) -> tuple[Rule, ...]:
    """Return the rules to judge by, in the order in which they are judged; arguments and what is raised as for ``check``."""
    rules = tuple(rules)
    _refuse_reserved(rules)
    rules = rules if any(rule.code == RUL001.code for rule in rules) else (*rules, RUL001)
    return tuple(sorted(choose(rules, select, ignore, strict=strict), key=_turn))


def _turn(rule: Rule) -> int:
    """Return when a rule is judged: first those that only read the record, at the very end the one that tells which failed."""
    return 2 if rule.code == RUL001.code else int(rule.last)


_BUILT_IN: Final = tuple(sorted(DEFAULT, key=_turn))
"""What is judged by where nothing is chosen: there is nothing to refuse."""


class _Judgement:
    """One check while it goes on."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: list[Finding] = []
        self._suppressed: list[Suppressed] = []
        self._skipped: list[Skipped] = []
        self._failures: list[Failure] = []
        self._judged: set[str] = set()
        self._matched: set[int] = set()
        self._suppressions: dict[tuple[str, str | None], int] = {}
        for number, suppression in enumerate(context.agreement.suppressions):
            self._suppressions[suppression.code, suppression.on] = number

    def by(self, rules: Iterable[Rule]) -> Findings:
        for rule in rules:
            if rule.last:
                self._context.outcome = Outcome(self._unmatched(), tuple(self._failures))
            self._judge(rule)
        return Findings(self._found, self._suppressed, self._skipped)

    def _judge(self, rule: Rule) -> None:
        missing: tuple[str, ...] | None = ()
        if rule.needs is not None:
            missing = self._context.missing(rule.needs)
            if missing != ():
                self._skipped.append(Skipped(code=rule.code, needs=rule.needs, missing=missing or ()))
        if missing is None:
            return
        try:
            for finding in rule.findings(self._context):
                self._keep(finding)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  a rule of somebody else may raise anything, also what ends a program
            self._failures.append(Failure(rule.code, rule.name, told(error)))
            return
        if not missing and rule.needs != "as_of":
            self._judged.add(rule.code)

    def _keep(self, finding: Finding) -> None:
        number = self._suppressions.get((finding.code, finding.on), self._suppressions.get((finding.code, None)))
        if number is None:
            self._found.append(finding)
        else:
            self._matched.add(number)
            self._suppressed.append(Suppressed(finding=finding, reason=self._context.agreement.suppressions[number].reason))

    def _unmatched(self) -> tuple[int, ...]:
        """Return the suppressions that covered nothing.

        Not those whose rule was not judged, those of a rule that finds one thing today and another tomorrow, nor those of an entity that is
        not there.
        """
        there = {None, *self._context.index.entities}
        return tuple(
            [
                number
                for number, one in enumerate(self._context.agreement.suppressions)
                if number not in self._matched and one.on in there and (one.code in self._judged or is_reserved(one.code))
            ]
        )


def _refuse_reserved(rules: Iterable[Rule]) -> None:
    for rule in rules:
        if not isinstance(rule, Rule):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"expected a Rule, not {shown(rule)}")
        if is_reserved(rule.code):
            raise InvalidValue(
                "rule.reserved", f"{rule.code}: a rule of one's own needs letters of its own, not {group_of(rule.code)}", rule.code
            )


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
