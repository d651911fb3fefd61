"""What the first rules say word for word, and where exactly they begin and end."""

import datetime
import re
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from own_rules import own_rule

from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone, Objective
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import Authority, CountryParty, Official
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.context import Context, Outcome
from coopmodel.rules.findings import Finding, Findings, Skipped, Suppressed
from coopmodel.rules.rule import Example, Found, Rule, listed
from coopmodel.values.timing import Timing

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
CITED = [Citation(source="s", locator="p. 1")]
SOURCES = [Source(id="s", kind="news")]


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def found(code: str, record: Agreement, **arguments: Any) -> list[Finding]:
    return [*check(record, rules=[CATALOGUE[code]], **arguments)]


def quoted(*citations: Citation) -> Agreement:
    return agreement(commitments=[Commitment(id="c", statement={"en": "C"}, evidence=citations)], sources=SOURCES)


def promise(name: str, **members: Any) -> Commitment:
    return Commitment(id=name, statement={"en": name}, **members)


def said(finding: Finding) -> tuple[str, str]:
    return finding.message("en"), finding.message("es")


# dates of one entity


def test_an_act_with_its_dates_reversed_is_told_at_the_later_member() -> None:
    """The message names both members of an act of participation with their dates, in both languages."""
    (finding,) = found("DAT001", agreement(participation=[Participation(action="signature", date="2024-03", effective="2024-02-29")]))

    assert ("/participation/0/effective", None) == (finding.pointer, finding.on)
    assert (
        "'effective' (2024-02-29) lies before 'date' (2024-03)",
        "'effective' (2024-02-29) es anterior a 'date' (2024-03)",
    ) == said(finding)
    assert {"first": "date", "first_date": "2024-03", "second": "effective", "second_date": "2024-02-29"} == finding.values


# assertions and quotations


def test_an_assertion_without_evidence_is_counted_by_class() -> None:
    """The values name the class of the entities, how many lack evidence, and how many there are."""
    (finding,) = found("EVD001", agreement(commitments=[promise("c"), promise("d", evidence=CITED)], sources=SOURCES))

    assert {"kind": "Commitment", "missing": 1, "all": 2, "listed": "c"} == {
        name: value for name, value in finding.values.items() if name != "what"
    }
    assert ("commitments without evidence (1 of 2): c", "compromisos sin respaldo documental (1 de 2): c") == said(finding)


def test_every_kind_that_asserts_is_asked_for_its_evidence() -> None:
    """Acts, meetings, commitments, milestones, statements and reports are told in this order, each by its name in both languages."""
    findings = found(
        "EVD001",
        agreement(
            participation=[Participation(action="signature")],
            meetings=[Meeting(id="m")],
            commitments=[promise("c")],
            roadmap=[Milestone(id="s", title={"en": "S"})],
            statements=[Statement(id="t", text={"en": "T"})],
            reports=[Report(id="r", text={"en": "R"})],
        ),
    )

    assert [
        ("/participation", "acts of participation without evidence (1 of 1): /participation/0"),
        ("/meetings", "meetings without evidence (1 of 1): m"),
        ("/commitments", "commitments without evidence (1 of 1): c"),
        ("/roadmap", "milestones without evidence (1 of 1): s"),
        ("/statements", "statements without evidence (1 of 1): t"),
        ("/reports", "reports without evidence (1 of 1): r"),
    ] == [(finding.pointer, finding.message("en")) for finding in findings]
    assert [
        "actos de participación sin respaldo documental (1 de 1): /participation/0",
        "reuniones sin respaldo documental (1 de 1): m",
        "compromisos sin respaldo documental (1 de 1): c",
        "hitos sin respaldo documental (1 de 1): s",
        "declaraciones sin respaldo documental (1 de 1): t",
        "informes sin respaldo documental (1 de 1): r",
    ] == [finding.message("es") for finding in findings]


def test_five_of_many_entities_are_named() -> None:
    """The sixth is counted only."""
    promises = [promise(f"c{number}") for number in range(6)]

    assert found("EVD001", agreement(commitments=promises[:5]))[0].message().endswith(": c0, c1, c2, c3, c4")
    assert found("EVD001", agreement(commitments=promises))[0].message().endswith(": c0, c1, c2, c3, c4 (+1)")


@pytest.mark.parametrize("length", [79, 80])
def test_a_quotation_of_eighty_characters_is_shown_whole(length: int) -> None:
    """Up to eighty characters are shown, with single spaces whatever the white space."""
    words = ("a b\n c" + "x" * 80)[: length + 1]
    shown = " ".join(words.split())
    (finding,) = found("EVD002", quoted(Citation(source="s", exact=words)), texts={"s": "nothing"})

    assert length == len(shown)
    assert (
        f"the text of 's' does not hold these words, or not between the prefix and suffix given: “{shown}”",
        f"el texto de 's' no contiene estas palabras, o no entre el prefijo y el sufijo dados: «{shown}»",
    ) == said(finding)


def test_a_quotation_of_one_character_more_is_cut() -> None:
    """What is shown then has eighty characters with the dots."""
    (finding,) = found("EVD002", quoted(Citation(source="s", exact="x" * 81)), texts={"s": "nothing"})

    assert f"{'x' * 79}…" == finding.values["words"]
    assert ("/commitments/0/evidence/0/exact", "c") == (finding.pointer, finding.on)


def test_each_quotation_is_judged_whatever_the_one_before_it() -> None:
    """Of four quotations without offsets, at theirs, nowhere and elsewhere, only the last is out of place; so it is in any order."""
    text = {"s": "joint patrols, and joint plans"}
    bare, placed = Citation(source="s", exact="joint plans"), Citation(source="s", exact="joint patrols", start=0, end=13)
    nowhere = Citation(source="s", exact="joint ports", start=0, end=11)
    elsewhere = Citation(source="s", exact="joint plans", start=0, end=11)
    (finding,) = found("EVD003", quoted(bare, placed, nowhere, elsewhere), texts=text)

    assert ("/commitments/0/evidence/3/start", "c") == (finding.pointer, finding.on)
    assert ("“joint plans” stands at 19 to 30, not at 0 to 11", "«joint plans» está en 19 a 30, no en 0 a 11") == said(finding)
    assert {"words": "joint plans", "start": 0, "end": 11, "first": 19, "last": 30, "once": True} == finding.values
    assert (
        {"op": "replace", "path": "/commitments/0/evidence/3/start", "value": 19},
        {"op": "replace", "path": "/commitments/0/evidence/3/end", "value": 30},
    ) == finding.repair


def test_the_words_before_decide_whether_offsets_hold() -> None:
    """At the offsets the words stand, and after other words than the prefix: they are out of place there."""
    citation = Citation(source="s", exact="plans", prefix="joint ", start=0, end=5)
    (finding,) = found("EVD003", quoted(citation), texts={"s": "plans and joint plans"})

    assert (16, 21) == (finding.values["first"], finding.values["last"])


def test_three_places_are_not_one() -> None:
    """Words that stand at several places are not mended, and of these the first is named."""
    (finding,) = found("EVD003", quoted(Citation(source="s", exact="la", start=1, end=3)), texts={"s": "la la la"})

    assert ((), False, 0, 2) == (finding.repair, finding.values["once"], finding.values["first"], finding.values["last"])


def test_no_more_than_two_places_are_looked_for() -> None:
    """To say that words stand once, or more than once, two places are enough."""
    context = Context(quoted(), texts={"s": "la la la"})

    assert ((0, 2), (3, 5)) == context.places(Citation(source="s", exact="la"))
    assert () == context.places(Citation(source="s"))
    assert () == context.places(Citation(source="t", exact="la"))


def test_each_quotation_has_places_of_its_own() -> None:
    """Quotations that differ in words, prefix, suffix or source are looked up each for itself."""
    context = Context(quoted(), texts={"s": "a b a c", "t": "c a"})
    citations = [
        Citation(source="s", exact="a"),
        Citation(source="s", exact="b"),
        Citation(source="s", exact="a", prefix="b "),
        Citation(source="s", exact="a", suffix=" b"),
        Citation(source="t", exact="a"),
    ]

    assert [((0, 1), (4, 5)), ((2, 3),), ((4, 5),), ((0, 1),), ((2, 3),)] == [context.places(citation) for citation in citations]


# references


def unknown(record: Agreement, **arguments: Any) -> list[tuple[str, str]]:
    return [said(finding) for finding in found("REF001", record, **arguments)]


def test_an_unknown_id_is_named_as_it_is_written() -> None:
    """Without a likely id the message ends there; a reference into another record is named whole."""
    assert [
        (
            "'nobody' is referred to and not in the record",
            "el registro remite a 'nobody', que no figura en él",
        )
    ] == unknown(agreement(commitments=[promise("c", lead=["nobody"])]))
    other = agreement(id="b", commitments=[promise("bridge")])
    (finding,) = found("REF001", agreement(commitments=[promise("c", continues=["b#bridges"])]), related=[other])
    assert (
        "'b#bridges' is referred to and not in the record; did you mean 'bridge'?",
        "el registro remite a 'b#bridges', que no figura en él; ¿será 'bridge'?",
    ) == said(finding)
    assert ("b#bridges", "bridge") == (finding.values["target"], finding.values["suggestion"])


def test_an_unknown_anchor_says_what_dates_are_counted_from() -> None:
    """Where no id is near, the message tells what an anchor may be."""
    (english, spanish), *_ = unknown(agreement(commitments=[promise("c", due=Timing(anchor="nothing"))]))

    before, _, after = english.partition("; ")
    assert "'nothing' is referred to and not in the record" == before
    assert "dates are counted from a meeting, a milestone, signature, adoption or entry-into-force" == after
    before, _, after = spanish.partition("; ")
    assert "el registro remite a 'nothing', que no figura en él" == before
    assert "las fechas se cuentan desde una reunión, un hito, signature, adoption o entry-into-force" == after


def test_an_unknown_area_is_named_with_the_likely_one() -> None:
    """The likely area is one of the record's own; without one the message tells where such areas are described."""
    taxonomy = [ThematicArea(code="acme:fish", label={"en": "Fish"})]

    assert [
        (
            "'acme:fsh' is referred to and not in the record; did you mean 'acme:fish'?",
            "el registro remite a 'acme:fsh', que no figura en él; ¿será 'acme:fish'?",
        ),
        (
            "'acme:ports' is referred to and not in the record; an area of one's own is described in 'taxonomy'",
            "el registro remite a 'acme:ports', que no figura en él; un área propia se describe en 'taxonomy'",
        ),
    ] == unknown(agreement(taxonomy=taxonomy, areas=["acme:fsh", "acme:ports"]))


def test_ids_of_another_record_say_nothing_of_this_one() -> None:
    """A reference into a record that was not given is not judged by the ids of this one, of whatever kind they are."""
    record = agreement(commitments=[promise("c", continues=["b#s"])], sources=SOURCES)

    assert [] == found("REF002", record)
    assert [] == found("REF001", record)


def test_a_wrong_kind_is_told_with_all_that_would_be_right() -> None:
    """Kinds with one name, such as the three of parties, are named once."""
    record = agreement(officials=[Official(id="o", party="s", name="O")], sources=SOURCES)
    (finding,) = found("REF002", record)

    assert ("'s' is of the kind source; expected here: party", "'s' es de tipo fuente; aquí se espera: parte") == said(finding)
    assert ("/officials/0/party", "o", "s") == (finding.pointer, finding.on, finding.values["target"])
    reported = agreement(reports=[Report(id="r", text={"en": "R"}, about=["s"])], sources=SOURCES)
    assert [
        (
            "'s' is of the kind source; expected here: commitment or milestone or meeting or indicator",
            "'s' es de tipo fuente; aquí se espera: compromiso o hito o reunión o indicador",
        )
    ] == [said(one) for one in found("REF002", reported)]


def test_an_id_used_twice_is_told_where_it_stands_again() -> None:
    """The message names the id and its first place; an area of the taxonomy has a code and no id."""
    taxonomy = [ThematicArea(code=code, label={"en": "A"}) for code in ("x:a", "x:b", "x:a", "x:a")]
    authorities = [Authority(id=name, party="cl", name={"en": "A"}) for name in ("b", "b")]
    first, second, third = found("IDS001", agreement(authorities=authorities, taxonomy=taxonomy))

    assert ["/authorities/1/id", "/taxonomy/2/code", "/taxonomy/3/code"] == [one.pointer for one in (first, second, third)]
    assert ("the id 'b' is taken already, at /authorities/0", "el identificador 'b' ya está usado, en /authorities/0") == said(first)
    assert {"id": "x:a", "first": "/taxonomy/0"} == second.values == third.values


def test_a_record_without_parties_is_told_as_a_whole() -> None:
    """The finding is on the record, and has nothing more to say."""
    (finding,) = found("PTY001", agreement())

    assert ("", None, {}) == (finding.pointer, finding.on, finding.values)
    assert ("the record names no party", "el registro no nombra ninguna parte") == said(finding)


# a check, its findings and its context


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/objectives/0/title", ["objective"]),
        ("/commitments/0/indicators/0/title", ["commitment"]),
        ("/commitments/0", ["commitment"]),
        ("/commitments/0/evidence/0/exact", ["commitment"]),
        ("/roadmap/0/due", []),
        ("", ["record"]),
        ("/title", []),
    ],
)
def test_a_finding_shows_the_words_around_its_place(pointer: str, expected: list[str]) -> None:
    """The evidence of a place is that of the innermost object around it that has any; the record's own is for the record as a whole."""
    cited = {name: [Citation(source="s", locator=name)] for name in ("objective", "commitment", "record")}
    record = agreement(
        evidence=cited["record"],
        objectives=[Objective(id="o", title={"en": "O"}, evidence=cited["objective"])],
        commitments=[promise("c", evidence=cited["commitment"])],
        roadmap=[Milestone(id="m", title={"en": "M"}, due="2024")],
    )

    assert expected == [citation.locator for citation in Context(record).index.evidence_at(pointer)]


def test_the_evidence_of_a_citation_is_itself() -> None:
    """A finding on one quotation of several shows this one."""
    one, other = Citation(source="s", exact="one"), Citation(source="s", exact="other")
    findings = found("EVD002", quoted(one, other), texts={"s": "nothing"})

    assert [(one,), (other,)] == [finding.evidence for finding in findings]


def test_a_finding_speaks_english_unless_asked() -> None:
    """Of a longer tag the first part counts; any language but Spanish gets English."""
    (finding,) = found("PTY001", agreement())

    assert "the record names no party" == finding.message() == finding.message("en-GB") == finding.message("fr") == finding.message("pt-ES")
    assert "el registro no nombra ninguna parte" == finding.message("es-419")


def test_a_misuse_shows_what_was_given() -> None:
    """The message shows the argument itself."""
    with pytest.raises(TypeError, match=r"^texts must map ids of sources to texts, not be 'words'$"):
        check(agreement(), texts="words")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match=r"^as_of must be a datetime.date, not '2024'$"):
        check(agreement(), as_of="2024")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_rules_can_be_selected_ignored_and_taken_strictly() -> None:
    """``check`` hands all three on."""
    record = agreement(commitments=[promise("c")])

    assert ["PTY001", "EVD001"] == [one.code for one in check(record, select=["PTY001", "EVD"])]
    assert ["EVD001"] == [one.code for one in check(record, select=["PTY001", "EVD"], ignore=["PTY001"])]
    assert [("PTY001", "error"), ("EVD001", "warning")] == [
        (one.code, one.severity) for one in check(record, select=["PTY001", "EVD001"], strict=True)
    ]


def test_a_suppression_for_the_record_covers_a_finding_on_an_entity() -> None:
    """Without an entity it covers every finding of its rule, wherever that is."""
    judged = Suppression(code="REF001", reason={"en": "R"})
    findings = found("REF001", agreement(commitments=[promise("c", lead=["x"]), promise("d", lead=["y"])], suppressions=[judged]))
    silent = check(agreement(commitments=[promise("c", lead=["x"])], suppressions=[judged]), rules=[CATALOGUE["REF001"]])

    assert [] == findings
    assert ["c"] == [suppressed.finding.on for suppressed in silent.suppressed]


def test_of_two_equal_suppressions_the_last_counts() -> None:
    """One of them covers the finding, and the other is told to match nothing."""
    judged = [Suppression(code="PTY001", reason={"en": reason}) for reason in ("first", "second")]
    findings = check(agreement(suppressions=judged), rules=[CATALOGUE["PTY001"], CATALOGUE["SUP001"]])

    assert ["second"] == [suppressed.reason["en"] for suppressed in findings.suppressed]
    assert ["/suppressions/0"] == [finding.pointer for finding in findings]


def test_a_context_knows_which_records_are_missing() -> None:
    """Records that are followed or continued, and were not given, are named once, in the order of the document; the record itself is none."""
    record = agreement(
        relations=[
            Relation(kind="follows", target="b"),
            Relation(kind="amends", target="e"),
            Relation(kind="follows", target="a"),
            Relation(kind="follows", title={"en": "T"}),
        ],
        commitments=[promise("c", continues=["d#x", "c", "a#c", "b#y", "f#z"])],
    )

    assert ("b", "d", "f") == Context(record).followed == Context(record).missing("related")
    assert ("d", "f") == Context(record, related=[agreement(id="b")]).missing("related")
    assert () == Context(agreement()).missing("related")


def test_a_context_says_what_it_lacks() -> None:
    """Without a day or texts there is nothing at all; of texts, those of quoted sources are named once."""
    one, other, named = Citation(source="s", exact="w"), Citation(source="t", exact="w"), Citation(source="u", locator="p. 1")
    record = quoted(other, one, other, named)

    assert (None, None) == (Context(record).missing("as_of"), Context(record).missing("texts"))
    assert () == Context(record, as_of=datetime.date(2024, 1, 1)).missing("as_of")
    assert ("t", "s") == Context(record, texts={}).missing("texts")
    assert ("t",) == Context(record, texts={"s": "w"}).missing("texts")


def test_a_context_indexes_each_record_once() -> None:
    """The index of a related record is made when it is asked for, and then kept; of an unknown one there is none."""
    other = agreement(id="b")
    context = Context(agreement(), related=[agreement(id="b", revision=2), agreement(id="a", revision=9), other])

    assert context.index is context.index_of("a")
    index = context.index_of("b")
    assert index is not None
    assert other is index.agreement
    assert index is context.index_of("b")
    assert context.index_of("c") is None
    assert Outcome((), ()) == context.outcome == Outcome()


def test_what_was_skipped_is_told_once_for_each_rule() -> None:
    """A rule that lacks a text judges the other quotations, and says which text it lacked."""
    there, missing = Citation(source="s", exact="nowhere"), Citation(source="t", exact="w")
    findings = check(quoted(missing, there), texts={"s": "words"}, rules=[CATALOGUE["EVD002"]])

    assert ["/commitments/0/evidence/1/exact"] == [finding.pointer for finding in findings]
    assert (Skipped(code="EVD002", needs="texts", missing=("t",)),) == findings.skipped


def test_findings_without_more_have_none_suppressed_and_none_skipped() -> None:
    """Findings of one's own need only the findings."""
    assert ((), (), 0, None) == (Findings([]).suppressed, Findings([]).skipped, len(Findings([])), Findings([]).worst)


def test_what_a_check_returns_is_made_by_names_only() -> None:
    """Members may be added where they belong, since nobody counts on their order; a finding needs no values."""
    finding = Finding(code="ACME001", severity="info", pointer="", on=None, messages={"en": "here", "es": "aquí"})

    assert ({}, (), ()) == (finding.values, finding.evidence, finding.repair)
    made: list[tuple[Any, tuple[Any, ...]]] = [
        (Finding, ("ACME001", "info", "", None, {})),
        (Suppressed, (finding, {})),
        (Skipped, ("ACME001", "texts")),
        (Example, ({},)),
        (Rule, ("ACME001", {}, "info", "info", "record", {}, {}, finding, finding, print)),
    ]
    for kind, arguments in made:
        with pytest.raises(TypeError, match="positional argument"):
            kind(*arguments)


def test_an_example_has_the_same_base_as_its_neighbours() -> None:
    """Related records of an example are put over the same base, with members of their own."""
    example = Example(members={"areas": ["health"]}, related=({"id": "other"}, {"id": "third", "parties": []}))
    base = Example(members={}).document()

    assert (None, None, (), (), None) == (example.as_of, example.texts, Example(members={}).related, example.rules, Found("", {}).severity)
    assert (1, {"en": "Example", "es": "Ejemplo"}) == (base["revision"], base["title"])
    assert {**base, "areas": ["health"]} == example.document()
    assert [{**base, "id": "other"}, {**base, "id": "third", "parties": []}] == example.related_documents()
    assert ("example", ["cl", "pe"]) == (base["id"], [party["id"] for party in base["parties"]])


@pytest.mark.parametrize(("count", "expected"), [(0, ""), (2, "n0, n1"), (3, "n0, n1, n2"), (4, "n0, n1, n2 (+1)"), (6, "n0, n1, n2 (+3)")])
def test_names_in_a_row_end_where_told(count: int, expected: str) -> None:
    """As many as asked for are named, and only what is beyond them is counted."""
    assert expected == listed([f"n{number}" for number in range(count)], 3)


def test_twelve_names_stand_in_a_row_unless_told() -> None:
    """The thirteenth is counted."""
    names = [f"n{number}" for number in range(13)]

    assert ", ".join(names[:12]) == listed(names[:12])
    assert f"{', '.join(names[:12])} (+1)" == listed(names)


def test_a_party_is_needed_whatever_its_role() -> None:
    """One that observes is a party that the record names."""
    assert [] == found("PTY001", agreement(parties=[CountryParty(id="cl", country="CL", role="observer")]))


def test_a_stale_suppression_is_told_whatever_records_are_missing() -> None:
    """A rule that needs no other record has looked at everything, also where the record follows one that was not given."""
    record = agreement(
        parties=[CountryParty(id="cl", country="CL")],
        relations=[Relation(kind="follows", target="b")],
        suppressions=[Suppression(code="PTY001", reason={"en": "R"})],
    )

    assert ["SUP001"] == [finding.code for finding in check(record, rules=[CATALOGUE["PTY001"], CATALOGUE["SUP001"]])]


@pytest.mark.parametrize(
    ("members", "value", "message"),
    [
        ({"name": {"en": "N", "es": ""}}, "", "ACME001: name must say something in es and en"),
        ({"messages": {"en": "{", "es": "M"}}, "{", "ACME001: '{' is no template: "),
    ],
)
def test_what_a_rule_lacks_is_shown(members: dict[str, Any], value: str, message: str) -> None:
    """The error holds the text that is missing or wrong, and shows it."""
    with pytest.raises(InvalidValue, match=f"^{re.escape(f'{next(iter(members))}.')}(es|en): {re.escape(message)}") as raised:
        own_rule(**members)

    assert value == raised.value.value


def test_a_rule_that_failed_is_shown_without_the_words_of_the_record() -> None:
    """What a record cites proves nothing about a rule."""

    def fail(_: Context) -> NoReturn:
        raise KeyError("register")

    (finding,) = check(agreement(evidence=CITED), rules=[own_rule(find=fail)])

    assert ("RUL001", ()) == (finding.code, finding.evidence)


def test_a_rule_that_asks_for_a_day_without_saying_so_is_told_what_to_do() -> None:
    """The message is for who writes rules."""
    with pytest.raises(LookupError, match=r"^a rule that asks for a day must say that it needs as_of$"):
        _ = Context(agreement()).today


@pytest.mark.parametrize("operation", ["add", "remove", "replace", "move", "copy", "test"])
def test_a_repair_may_be_any_operation_of_a_json_patch(operation: str) -> None:
    """All six are known; where one comes from another place, that is a pointer too."""
    repair = ({"op": operation, "path": "/title", "from": "/summary", "value": "x"},)

    def find(_: Context) -> Iterator[Found]:
        yield Found("", {}, repair)

    (finding,) = check(agreement(), rules=[own_rule(find=find)])
    assert ("ACME001", repair) == (finding.code, finding.repair)
