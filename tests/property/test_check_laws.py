"""Laws of ``check``: what holds whatever the record says, also of records in which nothing holds."""

import datetime
import json
import os
import pickle
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, note, strategies as st
from hypothesis.strategies import DrawFn

from coopmodel.analysis.index import Index
from coopmodel.analysis.walk import walk
from coopmodel.model.agreement import Agreement, Suppression
from coopmodel.model.citation import Citation
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import SEVERITIES, Finding, Findings
from coopmodel.testing.records import agreements, broken_agreements
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.plain import to_plain
from records import varied

ENDS: Final = st.sampled_from([datetime.date.min, datetime.date.max])
GROUPS: Final = sorted({code.rstrip("0123456789") for code in CATALOGUE})
FOLLOWED: Final = {"SUP", "RUL"}
"""Groups that judge what the other rules found, and so find something else when these are left out."""


@attrs.frozen(kw_only=True)
class Case:
    """What ``check`` is given, so that a failing law shows all of it."""

    agreement: Agreement
    as_of: datetime.date | None
    texts: dict[str, str | bytes] | None
    related: tuple[Agreement, ...]

    def judged(self, **arguments: Any) -> Findings:
        """Check it."""
        return check(self.agreement, as_of=self.as_of, texts=self.texts, related=self.related, **arguments)

    def changed(self, agreement: Agreement) -> "Case":
        """Return the same with another record."""
        return attrs.evolve(self, agreement=agreement)


@st.composite
def texts_of(draw: DrawFn, record: Agreement) -> dict[str, str | bytes]:
    """Draw texts of some sources, made of the words that the record quotes, so that some quotations are found, once or often, or elsewhere."""
    quoted = [str(one.exact) for _, one in walk(record) if isinstance(one, Citation) and one.exact is not None]
    pieces = st.lists(st.sampled_from([*quoted, "a", "b", " ", "\n"]) | st.text(st.characters(codec="utf-8"), max_size=2), max_size=6)
    sources = sorted({str(one.source) for _, one in walk(record) if isinstance(one, Citation)})
    texts = draw(st.fixed_dictionaries({}, optional=dict.fromkeys([*sources, "elsewhere"], pieces.map("".join))))
    return {source: text.encode() if draw(st.booleans()) else text for source, text in texts.items()}


@st.composite
def tangled(draw: DrawFn) -> Case:
    """Draw a record, whole or broken, a day or none, texts or none, and neighbours: others, the record itself, another revision of it."""
    record = draw(broken_agreements() | broken_agreements(max_entities=16) | agreements())
    kin = st.sampled_from([record, attrs.evolve(record, revision=record.revision % 9 + 1)])
    return Case(
        agreement=record,
        as_of=draw(st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2003, 12, 31)) | st.dates() | ENDS),
        texts=draw(st.none() | texts_of(record)),
        related=tuple(draw(st.lists(broken_agreements() | kin, max_size=3))),
    )


@st.composite
def lifelike(draw: DrawFn) -> Case:
    """Draw a small record like those of a real series, in which most rules find something."""
    made = varied(draw(st.integers(0, 12)), draw(st.integers(0, 1000)))
    return Case(agreement=made.agreement, as_of=made.as_of, texts={**made.texts}, related=made.related)


def cases() -> st.SearchStrategy[Case]:
    """Return what the laws are tried on."""
    return tangled() | lifelike()


def every(findings: Findings) -> list[Finding]:
    """Return all findings, also the suppressed ones."""
    return [*findings, *[suppressed.finding for suppressed in findings.suppressed]]


def at(document: Any, pointer: str) -> Any:
    """Return what stands at a JSON Pointer, or raise ``LookupError``."""
    for step in pointer.split("/")[1:]:
        document = document[int(step) if isinstance(document, list) else step]  # pyright: ignore[reportUnknownVariableType]  any JSON
    return document  # pyright: ignore[reportUnknownVariableType]  any JSON


def patched(document: Any, patch: Iterable[Any]) -> Any:
    """Return the document with a JSON Patch of ``add``, ``remove`` and ``replace`` applied, strictly."""
    document = json.loads(json.dumps(document))
    for operation in patch:
        parent, _, last = operation["path"].rpartition("/")
        inside = at(document, parent)
        key = last if isinstance(inside, dict) else len(inside) if last == "-" else int(last)
        if operation["op"] == "add" and isinstance(inside, list):
            inside[key:key] = [operation["value"]]
        elif operation["op"] == "add":
            inside[key] = operation["value"]
        elif operation["op"] == "replace":
            assert inside[key] is not None
            inside[key] = operation["value"]
        else:
            assert operation["op"] == "remove"
            del inside[key]
    return document


@given(cases())
def test_a_check_never_raises_and_no_rule_fails(case: Case) -> None:
    """Nothing in a record makes ``check`` raise, and RUL001, which stands for a rule that raised, is never found of a built-in one."""
    assert "RUL001" not in {finding.code for finding in every(case.judged())}


@given(cases())
def test_a_finding_points_at_something_that_is_there(case: Case) -> None:
    """Each pointer leads somewhere in the document, and ``on`` is the id of the innermost entity around that place."""
    document, index = to_plain(case.agreement), Index(case.agreement)
    for finding in every(case.judged()):
        note(str(finding))
        assert at(document, finding.pointer) is not None
        assert index.owner_of(finding.pointer) == finding.on


@given(cases())
def test_a_finding_speaks_two_languages(case: Case) -> None:
    """Each message is there in Spanish and English, and names in braces are filled; any other language gets one of the two."""
    for finding in every(case.judged()):
        assert {"es", "en"} == set(finding.messages)
        assert (finding.messages["es"], finding.messages["en"]) == (finding.message("es-419"), finding.message("pt-BR"))
        assert all(message.strip() for message in finding.messages.values())
        if not re.search("[{}]", repr(finding.values)):
            assert not re.search("[{}]", "".join(finding.messages.values()))


@given(cases())
def test_what_a_finding_tells_can_be_sent_on(case: Case) -> None:
    """Values are JSON, evidence stands in the record or beside it, and findings that travelled to another process are the same findings."""
    findings = case.judged()
    for finding in every(findings):
        assert finding.values.keys() == json.loads(json.dumps(dict(finding.values))).keys()
        assert SEVERITIES.index(finding.severity) <= SEVERITIES.index(CATALOGUE[finding.code].severity)
    travelled = pickle.loads(pickle.dumps(findings))  # noqa: S301  our own bytes
    assert list(findings) == list(travelled)
    assert (findings.suppressed, findings.skipped) == (travelled.suppressed, travelled.skipped)


@given(cases())
def test_a_check_changes_nothing_and_says_the_same_again(case: Case) -> None:
    """The record is as it was, and the same input gives the same findings in the same order."""
    before, fingerprint = dumps(case.agreement), hash(case.agreement)
    first, second = case.judged(), case.judged()

    assert (before, fingerprint) == (dumps(case.agreement), hash(case.agreement))
    assert list(first) == list(second)
    assert (first.suppressed, first.skipped) == (second.suppressed, second.skipped)


@given(cases(), st.booleans())
def test_what_is_suppressed_is_not_found(case: Case, by_entity: bool) -> None:
    """A record that suppresses all that is found in it, each on its entity or at large, yields nothing, and no suppression is left over."""
    bare = case.changed(attrs.evolve(case.agreement, suppressions=()))
    found = bare.judged()
    judged = dict.fromkeys([(finding.code, finding.on if by_entity else None) for finding in found])
    suppressions = [Suppression(code=code, on=on, reason={"en": "judged"}) for code, on in judged]
    silent = bare.changed(attrs.evolve(case.agreement, suppressions=suppressions)).judged()

    assert [] == [str(finding) for finding in silent]
    assert list(found) == [suppressed.finding for suppressed in silent.suppressed]
    assert [{"en": "judged"}] * len(found) == [dict(suppressed.reason) for suppressed in silent.suppressed]


@given(cases(), st.lists(st.sampled_from([*GROUPS, *CATALOGUE]), min_size=1, max_size=3))
def test_what_is_selected_and_what_is_ignored_make_the_whole(case: Case, words: list[str]) -> None:
    """Each finding comes from the selected rules or from the others, none from both, and none is lost; so does each rule that was skipped."""
    whole, chosen, rest = case.judged(), case.judged(select=words), case.judged(ignore=words)

    def others(findings: Findings) -> Counter[str]:
        return Counter([repr(one) for one in findings if one.code.rstrip("0123456789") not in FOLLOWED])

    assert others(whole) == others(chosen) + others(rest)
    assert Counter(whole.skipped) == Counter(chosen.skipped) + Counter(rest.skipped)
    assert all(finding.code.startswith(tuple(words)) for finding in chosen)
    assert not any(finding.code.startswith(tuple(words)) for finding in rest)


@given(cases())
def test_strictness_changes_severities_only(case: Case) -> None:
    """Under ``strict`` the same is found, each with the strict severity of its rule, or with its own where that is worse."""
    expected = [attrs.evolve(one, severity=min(one.severity, CATALOGUE[one.code].strict, key=SEVERITIES.index)) for one in case.judged()]
    assert expected == list(case.judged(strict=True))


@given(cases())
def test_a_repair_applies_and_mends_what_was_found(case: Case) -> None:
    """Each repair is a JSON Patch that fits the document; what comes out is a record in which that rule finds less."""
    document, findings = to_plain(case.agreement), case.judged()
    count = Counter([finding.code for finding in every(findings)])
    for finding in every(findings):
        if finding.repair:
            note(f"{finding} {finding.repair}")
            mended = case.changed(loads(json.dumps(patched(document, finding.repair)))).judged()
            assert Counter([one.code for one in every(mended)])[finding.code] < count[finding.code]


@given(cases())
def test_neighbours_that_are_the_record_itself_add_nothing(case: Case) -> None:
    """A record is no neighbour of itself, nor is another revision of it: files of one command may name it twice."""
    others = tuple([record for record in case.related if record.id != case.agreement.id])
    alone, beside = attrs.evolve(case, related=others).judged(), attrs.evolve(case, related=(case.agreement, *others)).judged()
    assert list(alone) == list(beside)


PRINTED: Final = """
from records import varied
from coopmodel.rules.check import check
case = varied(30)
for finding in check(case.agreement, as_of=case.as_of, texts=case.texts, related=case.related):
    print(finding, finding.message("es"), finding.values)
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_findings_do_not_depend_on_how_a_process_hashes(seed: str) -> None:
    """In another process, whose sets have another order, the same is said in the same words."""

    def printed(with_seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": with_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", PRINTED], capture_output=True, text=True, check=True, env=environment)  # noqa: S603  our own text
        return done.stdout

    assert printed("0") == printed(seed)
    assert "COV001" in printed(seed) or "STS005" in printed(seed)
