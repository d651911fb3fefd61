"""EVD006: whether the words that are quoted for a promise name who makes it."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.parties import Authority, CountryParty, SubdivisionParty
from coopmodel.model.statements import Source
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

BASE: dict[str, Any] = {
    "id": "a",
    "revision": 1,
    "title": {"en": "A"},
    "parties": [CountryParty(id="cl", country="CL"), CountryParty(id="pe", country="PE"), SubdivisionParty(id="arica", code="CL-AP")],
    "authorities": [Authority(id="pdi", party="cl", name={"es": "Policía de Investigaciones"}, acronym="PDI")],
    "sources": [
        Source(id="en", kind="news", language="en-US"),
        Source(id="es", kind="news", language="es"),
        Source(id="pt", kind="news", language="pt"),
        Source(id="x", kind="news"),
        Source(id="own", kind="speech", language="es", on_behalf_of="cl"),
    ],
}


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def found(*commitments: Commitment, **members: Any) -> list[Finding]:
    return [*check(agreement(commitments=commitments, **members), rules=[CATALOGUE["EVD006"], CATALOGUE["RUL001"]])]


def promise(*evidence: str | Citation, obligors: tuple[str, ...] = ("cl",), name: str = "c") -> Commitment:
    citations = [Citation(source="en", exact=one) if isinstance(one, str) else one for one in evidence]
    return Commitment(id=name, statement={"en": "C"}, obligors=obligors, evidence=citations)


def test_one_finding_names_who_is_missing_where() -> None:
    """Commitments are counted among those that could be judged, five are named, each with those of its obligors that no words name."""
    unjudged = [promise("Peru will", obligors=(), name="joint"), promise(name="bare")]
    odd = [promise("Peru will", "Peru shall", name=f"c-{number}") for number in range(5)]
    (finding,) = found(
        promise("Chile will", name="ok"), *unjudged, *odd, promise("Peru will", obligors=("pe", "pdi", "cl", "pdi"), name="d")
    )

    assert ("/commitments", None) == (finding.pointer, finding.on)
    assert ("c-0", "c-1", "c-2", "c-3", "c-4", "d") == finding.values["commitments"]
    assert (6, 7) == (finding.values["missing"], finding.values["all"])
    listed = "c-0 (cl), c-1 (cl), c-2 (cl), c-3 (cl), c-4 (cl) (+1)"
    assert f"commitments whose quotations do not name who is to keep them (6 of 7): {listed}" == finding.message("en")
    assert f"compromisos cuyas citas no nombran a quien debe cumplirlos (6 de 7): {listed}" == finding.message("es")
    assert ["Peru will"] * 5 == [citation.exact for citation in finding.evidence]


def test_each_missing_obligor_is_named_once() -> None:
    """Of several obligors those that are not named are told, in order, each once."""
    (finding,) = found(promise("Peru will", obligors=("pe", "pdi", "cl", "pdi")))

    assert "c (pdi, cl)" == finding.values["listed"]


@pytest.mark.parametrize(
    "commitment",
    [
        promise("Chile will do it"),
        promise("The Chilean side will do it"),
        promise("Peru will", "as Chile did"),
        promise(Citation(source="en", exact="will do it", prefix="Chile")),
        promise(Citation(source="en", exact="The work will be", suffix="done by Chile")),
        promise("Both sides will do it"),
        promise("Agreed by the PDI"),
        promise("Peru will", obligors=("arica",)),
        promise("Peru will", obligors=("nobody", "en")),
        promise("Peru will", Citation(source="en", locator="p. 2")),
        promise("Peru will", Citation(source="pt", exact="O Peru")),
        promise("Peru will", Citation(source="x", exact="Peru shall")),
        promise(Citation(source="own", exact="El Gobierno enviará ayuda")),
        promise(Citation(source="own", exact="El Gobierno enviará ayuda"), obligors=("pdi",)),
    ],
)
def test_nothing_is_said_where_somebody_may_be_named(commitment: Commitment) -> None:
    """Named in any citation or around it, all sides named, nobody to look for, words that are not at hand or not read, or one's own paper."""
    assert [] == found(commitment)


def test_another_party_speaks_for_itself_alone() -> None:
    """The paper of one side does not name the other."""
    assert ["c (pe)"] == [
        one.values["listed"] for one in found(promise(Citation(source="own", exact="El Gobierno enviará"), obligors=("pe",)))
    ]


@pytest.mark.parametrize(("languages", "count"), [(["es", "en-GB"], 1), (["es", "pt"], 0), ([], 0)])
def test_unknown_languages_are_those_of_the_agreement(languages: list[str], count: int) -> None:
    """A source that does not say is read where all languages of the agreement can be."""
    for source in ("x", "nowhere"):
        assert count == len(found(promise(Citation(source=source, exact="Peru will")), authentic_languages=languages))


def test_an_authority_is_asked_for_by_its_own_name() -> None:
    """Naming the country does not name its authority, naming the authority names the country."""
    assert ["c (pdi)"] == [one.values["listed"] for one in found(promise("Chile will", obligors=("pdi", "cl")))]
    assert [] == found(promise("The PDI will", obligors=("pdi", "cl")))
