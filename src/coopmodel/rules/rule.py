"""What a rule is: a pure function over one record's index, and everything that there is to say about it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any, Final, Literal, NamedTuple, Self, TypeAlias

import attrs

from coopmodel.errors import InvalidValue, shown
from coopmodel.model.agreement import to_rule_code
from coopmodel.model.citation import Citation
from coopmodel.rules.context import Context
from coopmodel.rules.findings import SEVERITIES, Finding, Need, Operation, Severity

LANGUAGES: Final = ("es", "en")

_NAMED: Final = 12
_OPERATIONS: Final = ("add", "remove", "replace", "move", "copy", "test")
_POINTER: Final = re.compile(r"(?:/(?:[^~/]|~[01])*)*")

Scope: TypeAlias = Literal["record", "entity", "citation", "series"]
"""What a rule looks at: the record as a whole, each entity, each quotation, or a record together with related ones."""


class Found(NamedTuple):
    """What a rule's function yields.

    Attributes:
        pointer: JSON Pointer to the place.
        values: What fills the message's braces; a mapping with ``es`` and ``en`` is said in the reader's language.
        repair: A JSON Patch, where one is sensible.
        on: Id that suppressions go by, where it is not that of the innermost entity around the place.
        evidence: The words to show, where they are not those of the innermost object around the place that has any.
        severity: How bad it is, where that is worse than what the rule says; a milder one changes nothing.
    """

    pointer: str
    values: Mapping[str, Any]
    repair: tuple[Operation, ...] = ()
    on: str | None = None
    evidence: tuple[Citation, ...] | None = None
    severity: Severity | None = None


@attrs.frozen(kw_only=True)
class Example:
    """A small record: the members that matter, put over one that is otherwise in order."""

    members: Mapping[str, Any]
    """As JSON has them."""
    as_of: date | None = None
    """The day to judge it by."""
    texts: Mapping[str, str] | None = None
    """Texts of its sources, by id."""
    related: tuple[Mapping[str, Any], ...] = ()
    """Members of related records, each with its ``id``, put over the same base."""
    rules: tuple["Rule", ...] = ()
    """Further rules that the example is judged by, where it is about these."""

    def document(self) -> dict[str, Any]:
        """Return the whole document, as plain JSON types."""
        return _BASE | dict(self.members)

    def related_documents(self) -> list[dict[str, Any]]:
        """Return the related documents, as plain JSON types."""
        return [_BASE | dict(members) for members in self.related]


_BASE: Final[dict[str, Any]] = {
    "coopmodel": "1.0",
    "id": "example",
    "revision": 1,
    "title": {"en": "Example", "es": "Ejemplo"},
    "parties": [{"id": "cl", "kind": "country", "country": "CL"}, {"id": "pe", "kind": "country", "country": "PE"}],
}


@attrs.frozen(kw_only=True, repr=False)
class Rule:
    """One rule: what it finds, how bad that is, why it matters, and how to see it wrong and right.

    Raises:
        InvalidValue: ``rule.form`` for a code of another form; ``rule.text`` for a name, rationale or message that is not there in ``es`` and
            ``en``, or a message whose braces do not pair; ``rule.severity`` for a word that is no severity.
    """

    code: str = attrs.field(converter=to_rule_code)
    """Letters of its group and three digits; never used again for another rule."""
    name: Mapping[str, str]
    """What it finds, in a few words, in ``es`` and ``en``."""
    severity: Severity
    strict: Severity
    """Its severity where a user asks for strictness."""
    scope: Scope
    rationale: Mapping[str, str]
    """Why anybody should care, in ``es`` and ``en``."""
    messages: Mapping[str, str]
    """Templates in ``es`` and ``en``; names in braces are filled from ``Found.values``."""
    wrong: Example
    """A record that yields exactly this finding."""
    right: Example
    """A record that yields none."""
    find: Callable[[Context], Iterable[Found]]
    """Yields what it finds; pure, never raises, linear in the record."""
    needs: Need | None = None
    """An argument of ``check`` without which it is left out, or cannot look at everything."""
    last: bool = False
    """Whether it judges what became of the other rules, and so comes after them: see ``Context.outcome``."""

    def __attrs_post_init__(self) -> None:
        """Refuse what every output would stumble over later."""
        for member in ("name", "rationale", "messages"):
            _refuse_unsaid(self.code, member, getattr(self, member))
        for member in ("severity", "strict"):
            if getattr(self, member) not in SEVERITIES:
                known = ", ".join(SEVERITIES)
                message = f"{self.code}: {member} must be one of {known}, not {shown(getattr(self, member))}"
                raise InvalidValue("rule.severity", message, getattr(self, member), (member,), SEVERITIES)

    def __repr__(self) -> str:
        """Show the code."""
        return f"<Rule {self.code}>"

    def promoted(self) -> Self:
        """Return the rule with its strict severity."""
        return attrs.evolve(self, severity=self.strict)

    def findings(self, context: Context) -> Iterable[Finding]:
        """Yield the rule's findings in a record.

        Raises:
            TypeError: The rule found something of another shape than ``Found`` has.
        """
        for found in self.find(context):
            yield self._finding(found, context)

    def _finding(self, found: Found, context: Context) -> Finding:
        _refuse_misshapen(found.pointer, found.evidence, found.repair)
        return Finding(
            code=self.code,
            severity=self.severity if found.severity is None else _worse(self.severity, found.severity),
            pointer=found.pointer,
            on=found.on or context.index.owner_of(found.pointer),
            evidence=context.index.evidence_at(found.pointer) if found.evidence is None else found.evidence,
            messages={language: self._said(found.values, language) for language in LANGUAGES},
            values=found.values,
            repair=found.repair,
        )

    def _said(self, values: Mapping[str, Any], language: str) -> str:
        return self.messages[language].format_map(_Words(values, language))


def _worse(one: Severity, other: Severity) -> Severity:
    return next(severity for severity in SEVERITIES if severity in {one, other})


def _refuse_unsaid(code: str, member: str, texts: Any) -> None:  # noqa: ANN401  whatever was given
    said = dict[Any, Any](texts) if isinstance(texts, Mapping) else {}  # pyright: ignore[reportUnknownArgumentType]
    for language in LANGUAGES:
        text = said.get(language)
        if not isinstance(text, str) or not text:
            raise InvalidValue("rule.text", f"{code}: {member} must say something in {' and '.join(LANGUAGES)}", text, (member, language))
        try:
            tuple(Formatter().parse(text if member == "messages" else ""))
        except ValueError as error:
            raise InvalidValue("rule.text", f"{code}: {shown(text)} is no template: {error}", text, (member, language)) from None


def _refuse_no_pointer(pointer: Any) -> None:  # noqa: ANN401  whatever a rule found
    if not isinstance(pointer, str) or not _POINTER.fullmatch(pointer):
        raise TypeError(f"{shown(pointer)} is no JSON Pointer")


def _refuse_misshapen(pointer: Any, evidence: Any, repair: Any) -> None:  # noqa: ANN401  whatever a rule found
    _refuse_no_pointer(pointer)
    for citation in evidence or ():
        if not isinstance(citation, Citation):
            raise TypeError(f"evidence must be citations, not {shown(citation)}")
    for operation in repair:
        if not isinstance(operation, Mapping) or operation.get("op") not in _OPERATIONS:  # pyright: ignore[reportUnknownMemberType]
            raise TypeError(f"a repair must be operations of a JSON Patch, not {shown(operation)}")  # pyright: ignore[reportUnknownArgumentType]
        for member in ("path", "from") if "from" in operation else ("path",):
            _refuse_no_pointer(operation.get(member))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


class _Words:
    """The values in words of one language, each put into words only when a message asks for it: a value may be long."""

    def __init__(self, values: Mapping[str, Any], language: str) -> None:
        self._values = values
        self._language = language

    def __getitem__(self, name: str) -> str:
        return _in_words(self._values[name], self._language)


def _in_words(value: Any, language: str) -> str:  # noqa: ANN401  whatever a rule speaks of
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    if isinstance(value, (dict, Mapping)):  # a dict is one too, and is told in a tenth of the time
        return str(value[language])  # pyright: ignore[reportUnknownArgumentType]
    return str(value)


def listed(names: Sequence[str], most: int = _NAMED) -> str:
    """Return the names in a row, and how many more there are than are shown."""
    return ", ".join(names[:most]) + (f" (+{len(names) - most})" if len(names) > most else "")
