"""A record in words, whole."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from coopmodel.cli.whole import WholeReader
from coopmodel.errors import DecodeError
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Indicator
from coopmodel.model.meetings import Meeting, Participation, Place
from coopmodel.model.parties import CountryParty, Official, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.model.unknown import with_unknown
from coopmodel.values.quantities import Money
from coopmodel.wire.documents import loads

FULL: Final[dict[str, Any]] = json.loads((Path(__file__).parents[3] / "docs" / "reference" / "full-record.json").read_text("utf-8"))
BASE: Final[dict[str, Any]] = {
    "id": "a",
    "revision": 1,
    "title": {"en": "A"},
    "parties": [CountryParty(id="cl", country="CL")],
    "officials": [Official(id="ana", party="cl", name="Ana")],
}
IN_WORDS: Final = {
    "meeting-record": "meeting record",
    "adopted": " · adopted",
    "contraband": "smuggling of goods",
    "organized-crime": "transnational organized crime",
    "broad": "degree of match: broader",
    "EC": "Ecuador",
    "CO": "Colombia",
    "PE": "Peru",
    "BO": "Bolivia",
    "third": "third party",
    "in-person": "in person",
    "joint-operation": "joint operation",
    "RRULE:FREQ=MONTHLY;INTERVAL=6": "recurrence: every 6 months",
    "RRULE:FREQ=MONTHLY;COUNT=12;BYDAY=1MO": "12 times in all: every month on the first Monday",
    "P60D": "60 days after signature",
    "True": "more is better: yes",
    "20/24": "from 20 to 24",
    "3500000~": "about 3,500,000 USD",
    "origin": "country of origin",
    "press-release": "press release",
    "in-progress": "in progress",
    "based-on": "based on",
    "2024-09-12": "12 September 2024",
    "2024-09-20": "retrieved on: 20 September 2024",
    "2025-06-20": "last modified: 20 June 2025",
    "2024-10": "in effect from: October 2024",
    "2024-10-28": "28 October 2024",
    "2023-11/..": "from November 2023 on",
    "2025-40": "first half of 2025",
    "2025-01/2025-05": "from January 2025 to May 2025",
    "2025-12": "new due date: December 2025",
    "2026/2027": "from 2026 to 2027",
}
"""Codes, dates and quantities of the full record that are told in other words than they are written."""


def lines_of(record: Agreement, language: str = "en") -> list[str]:
    return [" " * indent + "".join([words for words, _ in parts]) for indent, parts in WholeReader(record, language).lines()]


def told(language: str = "en", **members: Any) -> list[str]:
    return lines_of(Agreement(**(BASE | members)), language)


def leaves(value: Any, *, inside: bool = False) -> Iterator[str]:
    """Yield what the record says; of a text in several languages the English one, and extensions as they are."""
    kind: Any = value.__class__
    if kind is dict and not inside:
        members: dict[str, Any] = {"en": value["en"]} if "en" in value else value
        for name, member in members.items():
            yield from leaves(member, inside=name == "extensions")
    elif kind is list:
        for item in value:
            yield from leaves(item)
    else:
        yield json.dumps(value) if inside else str(value)


def places(value: Any) -> Iterator[tuple[str | int, ...]]:
    """Yield where each member and each item of a JSON document stands."""
    kind: Any = value.__class__
    items: list[Any] = value if kind is list else []
    members: dict[str | int, Any] = value if kind is dict else dict(enumerate(items))
    for name, member in members.items():
        yield (name,)
        yield from ((name, *place) for place in places(member))


def without(place: tuple[str | int, ...]) -> dict[str, Any]:
    """Return the full record without what stands there."""
    shorter = copy.deepcopy(FULL)
    parent: Any = shorter
    for step in place[:-1]:
        parent = parent[step]
    del parent[place[-1]]
    return shorter


def test_nothing_of_the_full_record_is_missing() -> None:
    """Each text, code, id, number and date is told, as it is written or in words."""
    printed = "\n".join(lines_of(loads(json.dumps(FULL))))
    assert [] == [leaf for leaf in leaves(FULL) if IN_WORDS.get(leaf, leaf) not in printed]


@pytest.mark.parametrize("language", ["en", "es"])
def test_whatever_is_left_out_of_the_full_record_is_missed(language: str) -> None:
    """Every member and every item changes what is told, but the translations into another language, and members that say the default."""
    whole = lines_of(loads(json.dumps(FULL)), language)
    tried = 0
    untold: list[tuple[str | int, ...]] = []
    for place in places(FULL):
        try:
            shorter = loads(json.dumps(without(place)))
        except DecodeError:
            continue
        tried += 1
        if lines_of(shorter, language) == whole:
            untold.append(place)

    assert tried > 200
    other = {"en": "es", "es": "en"}[language]
    assert {other} == {place[-1] for place in untold if place != ("coopmodel",)}


def test_no_address_and_no_digest_is_told_twice() -> None:
    """What no other entity refers to stands once."""
    printed = "\n".join(lines_of(loads(json.dumps(FULL))))
    once = [
        FULL["license"],
        FULL["sources"][0]["url"],
        FULL["sources"][0]["digest"],
        "EuroVoc 3169",
        "UNTS I-99999",
        "A-17",
        "about 3,500,000 USD",
    ]
    assert [1] * len(once) == [printed.count(said) for said in once]


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (CountryParty(id="x", country="PE"), ["  Peru [x]", "    kind: country"]),
        (CountryParty(id="x", country="PE", name={"en": "Republic"}), ["  Republic [x]", "    country: Peru"]),
        (SubdivisionParty(id="x", code="CL-AP"), ["  CL-AP [x]", "    kind: subdivision"]),
    ],
)
def test_a_party_is_told_with_what_it_is(party: Any, expected: list[str]) -> None:
    """Its kind, or the country behind the name that the source uses, stands below it."""
    assert expected == told(parties=[party], officials=[])[-2:]


def test_an_act_with_only_an_effect_says_so() -> None:
    """The day on which it took effect is not taken for that on which it was done."""
    acts = [Participation(action="entry-into-force", effective="2025"), Participation(action="accession")]
    assert ["  entrada en vigor · todas las partes · efectos desde: 2025", "  adhesión · todas las partes · sin fecha"] == told(
        "es", participation=acts
    )[-2:]


def test_a_source_without_a_title_is_called_by_its_kind() -> None:
    """Kind, publisher, date and address stand below the title; nothing stands below a kind alone."""
    lines = told(
        sources=[
            Source(id="s", kind="news"),
            Source(id="t", kind="acme:memo", title={"en": "T"}, publisher={"en": "P"}, published="2024", url="https://example.org/"),
        ],
    )
    assert ["  news [s]", "  T [t]", "    acme:memo · P · 2024", "    https://example.org/"] == lines[-4:]


def test_a_statement_without_a_speaker_is_everybodys() -> None:
    """It is told as one of all parties."""
    lines = told(statements=[Statement(id="x", text={"en": "X"}), Statement(id="y", text={"en": "Y"}, speaker="ana")])
    assert ["Statements", "  all parties: X [x]", "  Ana: Y [y]"] == lines[-3:]


def test_less_may_be_better() -> None:
    """An indicator that is to fall says so in both languages."""
    commitments = [Commitment(id="c", statement={"en": "C"}, indicators=[Indicator(id="i", title={"en": "I"}, ascending=False)])]
    assert ["      Indicators", "        I [i]", "          more is better: no"] == told(commitments=commitments)[-3:]
    assert ["      Indicadores", "        I [i]", "          más es mejor: no"] == told("es", commitments=commitments)[-3:]


def test_a_report_tells_the_new_due_date() -> None:
    """The due date of a report is that to which something was put off."""
    reports = [Report(id="r", text={"en": "R"}, due="2025")]
    assert "    new due date: 2025" == told(reports=reports)[-1]
    assert "    nuevo plazo: 2025" == told("es", reports=reports)[-1]


def test_what_the_format_does_not_know_is_told_as_json() -> None:
    """Unknown members of entities and of their parts stand with what is known of these."""
    place = with_unknown(Place(locality="Arica"), {"floor": 2})
    money = with_unknown(Money("5", "USD"), {"year": "2024"})
    meeting = with_unknown(Meeting(id="m", place=place), {"chair": {"name": "Ñ"}})
    lines = told(meetings=[meeting], commitments=[Commitment(id="c", statement={"en": "C"}, money=money)])

    assert "    no date · Arica (floor: 2)" in lines
    assert '    chair: {"name": "Ñ"}' in lines
    assert '      5 USD (year: "2024")' in lines
