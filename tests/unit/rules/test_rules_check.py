"""What ``check`` promises."""

import datetime
import pickle
from typing import Any

import attrs
import pytest
from own_rules import own_rule

from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Agreement, Suppression
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting
from coopmodel.model.parties import Authority, CountryParty, Official
from coopmodel.model.statements import Source
from coopmodel.rules import check as checking
from coopmodel.rules.catalogue import CATALOGUE, DEFAULT, GROUPS, group_of, is_reserved
from coopmodel.rules.check import check, in_turn, judge
from coopmodel.rules.context import Context
from coopmodel.rules.findings import Findings, Skipped
from coopmodel.rules.rule import Found, Rule

CL = CountryParty(id="cl", country="CL")
BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": [CL]}
PROMISE: dict[str, Any] = {"statement": {"en": "C"}, "areas": ["security"], "due": "2030"}
SOURCE = Source(id="communique", kind="press-release")


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def test_rules_can_be_chosen_once_for_many_records() -> None:
    """What is judged in turn is what ``check`` finds, whatever is chosen, and how rules are refused is the same."""
    day = datetime.date(2031, 1, 1)
    choices: list[dict[str, Any]] = [{}, {"select": ["STS"]}, {"ignore": ["STS"]}, {"strict": True}, {"rules": [CATALOGUE["PTY001"]]}]
    for record in (agreement(commitments=[Commitment(id="c", **PROMISE)]), agreement(parties=[])):
        for given in choices:
            told = check(record, as_of=day, **given)
            arguments: dict[str, Any] = {"rules": DEFAULT, **given}
            judged = judge(record, in_turn(**arguments), as_of=day)
            assert (list(told), told.skipped) == (list(judged), judged.skipped)
    with pytest.raises(InvalidValue, match="letters of its own"):
        in_turn([own_rule("COV099")])


def test_the_built_in_rules_are_not_chosen_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is asked for there is nothing to choose; where something is, there is."""
    chosen: list[int] = []

    def choosing(rules: tuple[Rule, ...], *_: Any, **__: Any) -> tuple[Rule, ...]:
        chosen.append(len(rules))
        return rules

    monkeypatch.setattr(checking, "choose", choosing)

    assert check(agreement()).skipped == check(agreement(), rules=DEFAULT, select=(), ignore=(), strict=False).skipped
    assert [] == chosen
    for given in ({"select": ["STS"]}, {"ignore": ["STS"]}, {"strict": True}, {"rules": [*DEFAULT]}):
        arguments: dict[str, Any] = {**given}
        check(agreement(), **arguments)
    assert [len(DEFAULT)] * 4 == chosen


def test_the_built_in_rules_are_judged_in_turn() -> None:
    """Those that judge what became of the others come after them, and what tells which failed is the last, wherever they are given."""
    codes = [rule.code for rule in in_turn(tuple(reversed(DEFAULT)))]

    assert ["SUP001", "RUL001"] == codes[-2:]
    assert [rule.code for rule in reversed(DEFAULT) if not rule.last] == codes[:-2]
    assert [rule.code for rule in DEFAULT] == [rule.code for rule in in_turn(DEFAULT)]
    assert ["PTY001", "RUL001"] == [rule.code for rule in in_turn([CATALOGUE["PTY001"]])]


def test_without_a_day_the_dated_rules_are_left_out_and_it_is_said() -> None:
    """With ``as_of=None`` no clock is read: the dated rules are skipped, by name."""
    assert Skipped(code="STS005", needs="as_of") in check(agreement(), texts={}).skipped


def test_without_texts_no_quotation_is_judged_and_it_is_said() -> None:
    """With ``texts=None`` the rules that look quotations up are skipped, as a whole."""
    skipped = check(agreement(), as_of=datetime.date(2024, 1, 1)).skipped

    assert tuple([Skipped(code=code, needs="texts") for code in ("EVD002", "EVD003", "EVD004")]) == skipped


def test_a_source_whose_text_is_missing_is_named() -> None:
    """Where some texts are given, the quoted sources without one are named, so that silence is not taken for proof."""
    quoted = Commitment(id="c", **PROMISE, evidence=[Citation(source="communique", exact="words")])
    named = Commitment(id="d", **PROMISE, evidence=[Citation(source="gazette")])
    record = agreement(commitments=[quoted, named], sources=[SOURCE, Source(id="gazette", kind="gazette")])

    findings = check(record, as_of=datetime.date(2024, 1, 1), texts={"other": "words"})

    assert [(code, ("communique",)) for code in ("EVD002", "EVD003", "EVD004")] == [(one.code, one.missing) for one in findings.skipped]
    assert [] == list(findings)


@pytest.mark.parametrize("texts", ["Agreed: joint patrols.", b"Agreed: joint patrols."])
def test_texts_may_be_text_or_bytes(texts: str | bytes) -> None:
    """A text is read alike whether it is handed over as ``str`` or as UTF-8."""
    quoted = Commitment(id="c", **PROMISE, evidence=[Citation(source="communique", exact="joint  patrols", start=8, end=21)])

    assert [] == list(check(agreement(commitments=[quoted], sources=[SOURCE]), texts={"communique": texts}))


def test_bytes_that_are_no_text_are_refused() -> None:
    """A text in another encoding would make every quotation with an accent look false: it is named, with the place."""
    with pytest.raises(ValueError, match="the text of 'communique' is not UTF-8, at byte 8"):
        check(agreement(), texts={"communique": b"patrols \xf1"})


def test_a_suppressed_finding_is_kept_aside_with_its_reason() -> None:
    """A suppression by rule and entity takes exactly that finding out of the result, and keeps it with the reason."""
    objectives = {"commitments": [Commitment(id="c", **PROMISE, lead=["x"], evidence=[Citation(source="communique")])]}
    judged = Suppression(code="REF001", on="c", reason={"en": "named in the annex"})
    elsewhere = Suppression(code="REF001", on="communique", reason={"en": "another"})
    record = agreement(**objectives, sources=[SOURCE])

    assert ["REF001"] == [finding.code for finding in check(record)]
    assert ["REF001", "SUP001"] == [finding.code for finding in check(agreement(**objectives, sources=[SOURCE], suppressions=[elsewhere]))]
    findings = check(agreement(**objectives, sources=[SOURCE], suppressions=[judged]))
    assert [] == list(findings)
    assert [("REF001", "named in the annex")] == [(s.finding.code, s.reason["en"]) for s in findings.suppressed]


def test_a_suppression_without_an_entity_covers_the_record() -> None:
    """A suppression that names no entity covers every finding of its rule."""
    judged = Suppression(code="PTY001", reason={"en": "a register without parties"})
    findings = check(agreement(parties=[], suppressions=[judged]))

    assert [] == list(findings)
    assert ["PTY001"] == [suppressed.finding.code for suppressed in findings.suppressed]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"as_of": "2024-01-01"}, "as_of must be a datetime.date"),
        ({"as_of": datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)}, "as_of must be a datetime.date"),
        ({"texts": ["words"]}, "texts must map ids of sources to texts"),
        ({"texts": {"communique": 3}}, "the text of 'communique' must be a text or bytes, not 3"),
        ({"related": ["b.json"]}, "expected an Agreement, not 'b.json'"),
    ],
)
def test_arguments_of_the_wrong_type_are_refused(arguments: dict[str, Any], message: str) -> None:
    """A misuse is told at once, also a ``datetime``, whose time of day would have to be dropped."""
    with pytest.raises(TypeError, match=message):
        check(agreement(), **arguments)


def test_only_a_record_can_be_checked() -> None:
    """A document that was not loaded is no record."""
    with pytest.raises(TypeError, match="expected an Agreement, not"):
        check({"id": "a"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_findings_are_a_sequence() -> None:
    """Findings can be counted, indexed, sliced and shown; ``worst`` is the worst severity among them."""
    findings = check(agreement(parties=[], commitments=[Commitment(id="c", **PROMISE, lead=["x"])]))

    assert ["REF001", "PTY001", "EVD001"] == [finding.code for finding in findings]
    assert findings[0] is next(iter(findings))
    assert findings[1:] == (findings[1], findings[2])
    assert "<Findings: REF001, PTY001, EVD001>" == repr(findings)
    assert "error" == findings.worst
    assert Findings([]).worst is None
    assert "<Findings: none>" == repr(Findings([]))


def test_a_finding_survives_pickling() -> None:
    """Findings are data: equal after a trip to another process."""
    findings = check(agreement(parties=[]))

    assert findings[0] == pickle.loads(pickle.dumps(findings[0]))  # noqa: S301  our own bytes


def test_the_whole_record_is_named_where_there_is_no_pointer() -> None:
    """A finding on the record as a whole says so, where its pointer is empty."""
    assert "warning PTY001 (record): the record names no party" == str(check(agreement(parties=[]))[0])


def test_a_rule_that_asks_for_a_day_must_say_so() -> None:
    """The day is asked for only by rules that declare the need: there is no default to fall back on."""
    with pytest.raises(LookupError, match="must say that it needs as_of"):
        _ = Context(agreement()).today


def test_classes_that_extend_ours_are_judged_alike() -> None:
    """An entity of a class of one's own is an entity like any other, also where a reference names it."""
    own_authority = attrs.make_class("OwnAuthority", {}, bases=(Authority,), frozen=True, kw_only=True)
    own_commitment = attrs.make_class("OwnCommitment", {}, bases=(Commitment,), frozen=True, kw_only=True)
    record = agreement(
        authorities=[own_authority(id="police", party="cl", name={"en": "Police"})],
        officials=[Official(id="chief", party="police", name="Chief")],
        commitments=[own_commitment(id="c", statement={"en": "C"}, obligors=["nobody"], areas=["acme:x"], due="2030")],
    )

    assert [
        ("REF001", "/commitments/0/obligors/0"),
        ("REF001", "/commitments/0/areas/0"),
        ("REF002", "/officials/0/party"),
        ("EVD001", "/commitments"),
    ] == [(finding.code, finding.pointer) for finding in check(record)]


def test_a_meeting_in_a_member_of_ones_own_does_no_harm() -> None:
    """A record of a class of one's own may hold entities that no rule knows of."""
    member = attrs.field(type=Meeting, default=Meeting(id="elsewhere", date="2020"))
    own_agreement = attrs.make_class("OwnAgreement", {"aside": member}, bases=(Agreement,), frozen=True, kw_only=True)

    assert [] == list(check(own_agreement(**BASE), as_of=datetime.date(2026, 1, 1), texts={}))


def test_rules_are_chosen_and_promoted() -> None:
    """``select``, ``ignore`` and ``strict`` are those of ``choose``."""
    record = agreement(parties=[], commitments=[Commitment(id="c", statement={"en": "C"}, lead=["x"])])
    few = [CATALOGUE[code] for code in ("REF001", "PTY001", "EVD001")]

    assert ["REF001", "PTY001", "EVD001"] == [finding.code for finding in check(record, rules=few)]
    assert ["PTY001"] == [finding.code for finding in check(record, select=["PTY001"])]
    assert ["REF001", "EVD001"] == [finding.code for finding in check(record, rules=few, ignore=["PTY001"])]
    assert ["EVD001"] == [finding.code for finding in check(record, select=["EVD001", "REF"], ignore=["REF"])]
    assert ["error", "error", "warning"] == [finding.severity for finding in check(record, rules=few, strict=True)]
    with pytest.raises(InvalidValue, match=r"no rule's code is or begins with 'XYZ'") as caught:
        check(record, select=["XYZ"])
    assert "rule.unknown" == caught.value.code


def test_a_rule_of_ones_own_has_letters_of_its_own() -> None:
    """A code in a built-in group might be a built-in rule's one day; a built-in rule itself may be changed and handed over."""
    for code, letters in (("PTY999", "PTY"), ("RUL002", "RUL")):
        with pytest.raises(InvalidValue, match=f"{code}: a rule of one's own needs letters of its own, not {letters}") as caught:
            check(agreement(), rules=[own_rule(code)])
        assert ("rule.reserved", code) == (caught.value.code, caught.value.value)
    assert [] == list(check(agreement(), rules=[own_rule("PTYX001"), own_rule("PT001")]))
    milder = attrs.evolve(CATALOGUE["PTY001"], severity="info")
    assert ["info"] == [finding.severity for finding in check(agreement(parties=[]), rules=[milder])]


def test_a_code_that_stands_twice_is_refused() -> None:
    """Also where a rule of one's own takes a built-in rule's place beside it."""
    with pytest.raises(InvalidValue, match="two rules have the code PTY001") as caught:
        check(agreement(), rules=(*DEFAULT, CATALOGUE["PTY001"]))

    assert "rule.repeated" == caught.value.code


def test_only_rules_can_be_judged_by() -> None:
    """A code is no rule."""
    with pytest.raises(TypeError, match="expected a Rule, not 'PTY001'"):
        check(agreement(), rules=["PTY001"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def test_rules_about_rules_are_judged_last() -> None:
    """Whatever their place: first those that read the record, then those about the others, and at the very end who failed."""
    judged: list[str] = []

    def noting(code: str) -> Any:
        def find(_: Context) -> list[Found]:
            judged.append(code)
            return []

        return find

    check(
        agreement(),
        rules=[
            attrs.evolve(CATALOGUE["RUL001"], find=noting("RUL001")),
            own_rule("ACME001", noting("ACME001"), last=True),
            own_rule("ACME002", noting("ACME002")),
            own_rule("ACME003", noting("ACME003"), last=True),
            own_rule("ACME004", noting("ACME004")),
        ],
    )

    assert ["ACME002", "ACME004", "ACME001", "ACME003", "RUL001"] == judged


def test_rules_may_come_from_a_generator() -> None:
    """Rules, related records and words are gone through once."""
    record = agreement(parties=[])

    assert ["PTY001"] == [finding.code for finding in check(record, rules=(rule for rule in DEFAULT), select=(word for word in ["PTY001"]))]


def test_letters_of_a_built_in_group_are_reserved() -> None:
    """A code is reserved where it has the letters of a built-in group and is no rule's."""
    assert "COV" == group_of("COV001")
    assert GROUPS == {group_of(code) for code in CATALOGUE}
    assert is_reserved("COV999")
    assert not is_reserved("COV001")
    assert not is_reserved("COVER001")
