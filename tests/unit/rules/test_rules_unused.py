"""REF003: entities that stand in the record and play no part in it."""

from typing import Any

import attrs
import pytest

from coopmodel.model.agreement import Agreement, Suppression
from coopmodel.model.areas import ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation
from coopmodel.model.parties import Authority, CountryParty, Official
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}, "parties": [CountryParty(id="cl", country="CL")]}
PROMISE = Commitment(id="c", statement={"en": "C"})
MEETING = Meeting(id="m", delegations=[Delegation(party="cl")])


def found(**members: Any) -> list[Finding]:
    return [*check(Agreement(**(BASE | members)), rules=[CATALOGUE["REF003"], CATALOGUE["RUL001"]])]


def unused(**members: Any) -> dict[str, Any]:
    return {finding.pointer: finding.values["unused"] for finding in found(**members)}


def authority(name: str, **members: Any) -> Authority:
    return Authority(id=name, party="cl", name={"en": name}, **members)


def official(name: str, **members: Any) -> Official:
    return Official(id=name, party="cl", name=name, **members)


def area(code: str, broader: str | None = None) -> ThematicArea:
    return ThematicArea(code=code, label={"en": code}, broader=broader)


def test_each_kind_is_told_once_with_its_count() -> None:
    """Of every kind there is one finding, at its member and in the order of the document, with how many of how many and which."""
    findings = found(
        taxonomy=[area("acme:cod"), area("acme:eel"), area("acme:fish")],
        authorities=[authority("police"), authority("ministry")],
        officials=[official("chief"), official("clerk")],
        mechanisms=[Mechanism(id="cabinet", name={"en": "Cabinet"})],
        meetings=[MEETING],
        commitments=[Commitment(id="c", statement={"en": "C"}, lead=["ministry"], areas=["acme:cod"], evidence=[Citation(source="s")])],
        sources=[Source(id="s", kind="news"), Source(id="t", kind="news")],
    )

    assert [
        ("/taxonomy", "areas of the taxonomy that nothing refers to (2 of 3): acme:eel, acme:fish"),
        ("/authorities", "authorities that nothing refers to (1 of 2): police"),
        ("/officials", "officials that nothing refers to (2 of 2): chief, clerk"),
        ("/mechanisms", "mechanisms that nothing refers to (1 of 1): cabinet"),
        ("/sources", "sources that nothing refers to (1 of 2): t"),
    ] == [(finding.pointer, finding.message()) for finding in findings]
    assert [
        "áreas de la taxonomía a que nada remite (2 de 3): acme:eel, acme:fish",
        "autoridades a que nada remite (1 de 2): police",
        "funcionarios a que nada remite (2 de 2): chief, clerk",
        "mecanismos a que nada remite (1 de 1): cabinet",
        "fuentes a que nada remite (1 de 2): t",
    ] == [finding.message("es") for finding in findings]
    assert {("acme:eel", "acme:fish"), ("police",), ("chief", "clerk"), ("cabinet",), ("t",)} == {one.values["unused"] for one in findings}
    assert [(2, 3), (1, 2), (2, 2), (1, 1), (1, 2)] == [(one.values["count"], one.values["all"]) for one in findings]
    assert {"info"} == {finding.severity for finding in findings}
    assert {None} == {finding.on for finding in findings}


def test_many_are_cut_in_the_message_and_whole_in_the_values() -> None:
    """A message names twelve; a program gets all."""
    (finding,) = found(commitments=[PROMISE], mechanisms=[Mechanism(id=f"m-{number}", name={"en": "M"}) for number in range(14)])

    assert finding.message().endswith(": m-0, m-1, m-2, m-3, m-4, m-5, m-6, m-7, m-8, m-9, m-10, m-11 (+2)")
    assert 14 == len(finding.values["unused"])


@pytest.mark.parametrize(
    "members",
    [
        {"officials": [official("chief")], "meetings": [Meeting(id="m", delegations=[Delegation(party="cl", heads=["chief"])])]},
        {"officials": [official("chief")], "meetings": [Meeting(id="m", delegations=[Delegation(party="cl", members=["chief"])])]},
        {"officials": [official("chief")], "participation": [Participation(action="signature", signatories=["chief"])]},
        {"officials": [official("chief")], "statements": [Statement(id="s", text={"en": "S"}, speaker="chief")]},
        {"authorities": [authority("police")], "commitments": [Commitment(id="c", statement={"en": "C"}, counterparts=["police"])]},
        {"mechanisms": [Mechanism(id="cabinet", name={"en": "C"})], "meetings": [Meeting(id="m", mechanism="cabinet")]},
        {"taxonomy": [area("acme:fish")], "meetings": [Meeting(id="m", agenda=[AgendaItem(title={"en": "T"}, areas=["acme:fish"])])]},
        {"taxonomy": [area("acme:fish")], "areas": ["acme:fish"]},
        {"sources": [Source(id="s", kind="news")], "evidence": [Citation(source="s")]},
        {"sources": [Source(id="s", kind="news")], "parties": [CountryParty(id="cl", country="CL", evidence=[Citation(source="s")])]},
        {"mechanisms": [Mechanism(id="cabinet", name={"en": "C"})], "reports": [Report(id="r", text={"en": "R"}, about=["cabinet"])]},
    ],
)
def test_any_reference_is_one(members: dict[str, Any]) -> None:
    """Whatever names an entity uses it, also from a place where another kind belongs: that is REF002's."""
    assert {} == unused(**members)


def test_an_authority_is_used_by_its_officials_and_its_parts() -> None:
    """A ministry that only its minister or its police belongs to is not told; these are, where nothing refers to them."""
    authorities = [authority("ministry"), authority("police", parent="ministry"), authority("court")]

    assert {"/authorities": ("police",), "/officials": ("judge",)} == unused(
        authorities=authorities, officials=[official("judge", authority="court")], meetings=[MEETING]
    )


def test_a_broader_area_is_used_by_a_narrower_one() -> None:
    """An area that only groups others has its part."""
    assert {"/taxonomy": ("acme:cod",)} == unused(taxonomy=[area("acme:fish"), area("acme:cod", "acme:fish")])


def test_an_authority_called_like_an_area_is_not_used_by_the_area() -> None:
    """The codes of areas and the ids of entities are two vocabularies, also where an authority names itself."""
    promise = Commitment(id="c", statement={"en": "C"}, areas=["health", "trade"])

    members = {"authorities": [authority("health"), authority("trade", parent="trade")], "commitments": [promise]}
    assert {"/authorities": ("health", "trade")} == unused(**members)


def test_what_an_entity_says_of_itself_does_not_count() -> None:
    """A source cited for its own date, an authority under itself and an area within itself are used by nobody."""
    assert {"/taxonomy": ("acme:fish",), "/authorities": ("police",), "/sources": ("s",)} == unused(
        taxonomy=[area("acme:fish", "acme:fish")],
        authorities=[authority("police", parent="police")],
        commitments=[PROMISE],
        sources=[Source(id="s", kind="news", evidence=[Citation(source="s")])],
    )


def test_what_names_itself_may_be_named_by_others_too() -> None:
    """Then it is used, like anything that others name."""
    assert {} == unused(
        taxonomy=[area("acme:fish", "acme:fish")],
        authorities=[authority("police", parent="police")],
        commitments=[attrs.evolve(PROMISE, areas=["acme:fish"], lead=["police"], evidence=[Citation(source="s")])],
        sources=[Source(id="s", kind="news", evidence=[Citation(source="s")])],
    )


def test_what_has_the_id_of_another_or_names_itself_by_mistake_is_not_used_by_that() -> None:
    """A promise with the id of the authority that it names, and an official who is said to be an authority's and is his own."""
    assert {"/authorities": ("police",), "/officials": ("judge",)} == unused(
        authorities=[authority("police")],
        officials=[official("judge", authority="judge")],
        meetings=[MEETING],
        commitments=[attrs.evolve(PROMISE, id="police", lead=["police"])],
    )


def test_a_suppression_is_no_use() -> None:
    """A judged finding about a source does not make the source a cited one."""
    suppressions = [Suppression(code="DAT001", on="t", reason={"en": "R"})]

    assert {"/sources": ("t",)} == unused(
        evidence=[Citation(source="s")], sources=[Source(id="s", kind="news"), Source(id="t", kind="news")], suppressions=suppressions
    )


@pytest.mark.parametrize(
    "members",
    [
        {"authorities": [authority("police"), authority("guard")], "meetings": [MEETING]},
        {"officials": [official("chief")], "commitments": [PROMISE]},
        {"mechanisms": [Mechanism(id="cabinet", name={"en": "C"})], "participation": [Participation(action="signature")]},
        {"sources": [Source(id="s", kind="dataset")], "commitments": [PROMISE]},
        {"sources": [Source(id="s", kind="dataset")], "suppressions": [Suppression(code="DAT001", on="s", reason={"en": "R"})]},
    ],
)
def test_nothing_is_missed_where_nothing_could_refer(members: dict[str, Any]) -> None:
    """A row of a register has a commission and nothing that could meet in it; a record that cites nothing is EVD001's."""
    assert {} == unused(**members)


@pytest.mark.parametrize(
    ("member", "entity", "user"),
    [
        ("authorities", authority("x"), {"officials": [official("o")]}),
        ("authorities", authority("x"), {"commitments": [PROMISE]}),
        ("officials", official("x"), {"participation": [Participation(action="signature")]}),
        ("officials", official("x"), {"reports": [Report(id="r", text={"en": "R"})]}),
        ("mechanisms", Mechanism(id="x", name={"en": "X"}), {"meetings": [Meeting(id="m")]}),
        ("taxonomy", area("acme:x"), {}),
    ],
)
def test_one_possible_user_is_enough(member: str, entity: Any, user: dict[str, Any]) -> None:
    """Where anything could refer to the kind and does not, it is told; the record itself could list any area."""
    assert f"/{member}" in unused(**{member: [entity]}, **user)
