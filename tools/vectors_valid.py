"""The documents of the valid vectors: every class, member and code list of the format, and documents of other versions."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from vector_documents import BASE, GOLDEN, Valid, parties, promises, record
from vector_files import ROOT, slug
from vectors_forms import forms

from coopmodel.analysis.walk import walk
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.themes import THEMES
from coopmodel.codes.words import (
    COMMITMENT_KINDS,
    FUNCTIONS,
    INSTRUMENTS,
    SOURCE_KINDS,
    AgreementStatus,
    Destination,
    Immediacy,
    MappingMatch,
    MeetingMode,
    MeetingStatus,
    Novelty,
    ParticipationAction,
    PartyRole,
    Permanence,
    Purpose,
    RelationKind,
    ReportStatus,
    Strength,
)
from coopmodel.wire.documents import load
from coopmodel.wire.plain import to_plain


def valid() -> Iterator[Valid]:
    """Yield every valid vector."""
    yield Valid("minimal", "Four members are required, and a record with no others is right.", record())
    yield Valid("every-member", "Every class and every member of the format stands here at least once.", BASE.read_bytes())
    for path in sorted((ROOT / "examples").glob("*/agreement.json")):
        yield Valid(
            f"example-{path.parent.name}", f"The real agreement {path.parent.name}, as it stands in the examples.", path.read_bytes()
        )
    yield from by_class()
    yield from code_lists()
    yield from entities()
    yield from forms()
    yield from versions()


def by_class() -> Iterator[Valid]:
    """Yield, for each class that stands in a list of the record, the fullest of its objects alone."""
    fullest: dict[str, tuple[str, Any]] = {}
    for pointer, thing in walk(load(BASE)):
        steps = pointer.split("/")[1:]
        if len(steps) == len(("member", "index")) and steps[1].isdigit():
            name = type(thing).__name__
            kept = fullest.get(name)
            if kept is None or len(to_plain(thing)) > len(to_plain(kept[1])):
                fullest[name] = (steps[0], thing)
    for name, (member, thing) in fullest.items():
        yield Valid(f"class-{slug_of(name)}", f"A record that holds nothing but one {name}.", record(**{member: [to_plain(thing)]}))


def slug_of(name: str) -> str:
    """Return the name of a class in small letters: ``CountryParty`` is ``country-party``."""
    return "".join([f"-{letter.lower()}" if letter.isupper() else letter for letter in name]).removeprefix("-")


def code_lists() -> Iterator[Valid]:
    """Yield every word of every code list."""
    for status in get_args(AgreementStatus):
        yield Valid(f"status-{status}", f"An agreement may be {status}.", record(status=status))
    for instrument in (*INSTRUMENTS, "acme:side-letter"):
        name = instrument.replace(":", "-")
        yield Valid(f"instrument-{name}", f"An agreement may be of the kind {instrument}.", record(instrument=instrument))
    yield Valid("areas", "Every area of the built-in list, and one with a user's prefix.", record(areas=[*THEMES, "acme:forensics"]))
    own = [
        {"code": "acme:forensics", "label": {"en": "Forensics"}, "broader": "organized-crime"},
        {"code": "acme:forensics.dna", "label": {"en": "DNA"}, "broader": "acme:forensics", "mappings": mappings()},
    ]
    yield Valid("areas-of-ones-own", "Areas that the list lacks, and every way in which a foreign code may match.", record(taxonomy=own))
    actions = [{"action": action, "party": "cl"} for action in get_args(ParticipationAction)]
    yield Valid(
        "participation-actions", "Every action by which a party is bound, or no longer.", record(parties=parties(), participation=actions)
    )
    functions = [
        {"id": f"a-{n}", "party": "cl", "name": {"en": word}, "function": word} for n, word in enumerate((*FUNCTIONS, "acme:customs-lab"))
    ]
    yield Valid(
        "authority-functions", "Every function of an authority, and one with a prefix.", record(parties=parties(), authorities=functions)
    )
    meetings = [{"id": f"m-{n}", "date": "2024", "status": status} for n, status in enumerate(get_args(MeetingStatus))]
    yield Valid("meeting-statuses", "Every status of a meeting.", record(meetings=meetings))
    modes = [{"id": f"m-{n}", "mode": mode} for n, mode in enumerate(get_args(MeetingMode))]
    yield Valid("meeting-modes", "Every way of meeting.", record(meetings=modes))
    reports = [{"id": f"r-{n}", "text": {"en": status}, "status": status} for n, status in enumerate(get_args(ReportStatus))]
    yield Valid("report-statuses", "Every status that a report may tell.", record(reports=reports))
    kinds = [{"id": f"s-{n}", "kind": kind} for n, kind in enumerate((*SOURCE_KINDS, "acme:cable"))]
    yield Valid("source-kinds", "Every kind of source, and one with a prefix.", record(sources=kinds))
    relations = [{"kind": kind, "target": "other-agreement"} for kind in get_args(RelationKind)]
    yield Valid("relation-kinds", "Every way in which one agreement stands to another.", record(relations=relations))
    lists: dict[str, tuple[Any, ...]] = {
        "kind": (*COMMITMENT_KINDS, "acme:twinning"),
        "strength": get_args(Strength),
        "novelty": get_args(Novelty),
        "permanence": get_args(Permanence),
        "immediacy": get_args(Immediacy),
        "purposes": tuple([[word] for word in get_args(Purpose)]),
        "destinations": tuple([[word] for word in get_args(Destination)]),
        "instrument": INSTRUMENTS,
    }
    for member, words in lists.items():
        yield Valid(
            f"commitment-{member}", f"Every word that {member} of a commitment may have.", record(commitments=promises(member, words))
        )


def mappings() -> list[dict[str, str]]:
    """Return a mapping of each kind."""
    return [{"scheme": "EuroVoc", "code": str(n), "match": match, "source": "EuroVoc"} for n, match in enumerate(get_args(MappingMatch))]


def entities() -> Iterator[Valid]:
    """Yield what the members of one object may be together, and what only rules look at."""
    roles = [{"id": f"p-{n}", "kind": "country", "country": "BO", "role": role} for n, role in enumerate(get_args(PartyRole))]
    yield Valid("party-roles", "Every role of a party; the role 'party' is the default and is not written.", record(parties=roles))
    countries = [{"id": f"p-{code.lower()}", "kind": "country", "country": code} for code in COUNTRIES]
    yield Valid("countries", "Every country, and every former one by its code of four letters.", record(parties=countries))
    groups = [
        {"id": "eu", "kind": "organization", "name": {"en": "European Union"}, "acronym": "EU"},
        {"id": "can", "kind": "organization", "name": {"es": "Comunidad Andina"}, "members": ["BO", "CO", "EC", "PE"]},
        {"id": "arica", "kind": "subdivision", "code": "CL-AP"},
        {"id": "us-tx", "kind": "subdivision", "code": "US-TX", "name": {"en": "Texas"}},
    ]
    yield Valid("parties-that-are-no-countries", "Organizations and subdivisions.", record(parties=groups))
    officials = [
        {"id": "named", "party": "cl", "name": "Gabriela Mistral"},
        {"id": "held-a-post", "party": "cl", "post": {"es": "Cónsul"}},
        {"id": "both", "party": "cl", "name": "Andrés Bello", "post": {"es": "Rector"}, "tenure": "1843-07/1865-10-15"},
        {"id": "still", "party": "pe", "post": {"en": "Envoy"}, "tenure": "2022/.."},
    ]
    yield Valid("officials", "An official has a name, or a post, or both.", record(parties=parties(), officials=officials))
    places = [{"country": "CL"}, {"locality": "Arica"}, {"venue": "Palacio de La Moneda"}, {"country": "SUHH", "locality": "Москва"}]
    meetings = [{"id": f"m-{n}", "place": place} for n, place in enumerate(places)]
    yield Valid("places", "A place says at least one thing; it may lie in a country that is no more.", record(meetings=meetings))
    dated: list[dict[str, Any]] = [
        {"id": "first", "date": "2023-09-13", "status": "held"},
        {"id": "second", "date": {"anchor": "first", "offset": "P1Y"}, "status": "scheduled"},
        {"id": "third", "date": "2025/2026", "status": "held"},
        {"id": "fourth", "status": "held"},
    ]
    yield Valid("meeting-dates", "Only a meeting that was held may not have a date relative to something.", record(meetings=dated))
    ways: list[dict[str, Any]] = [
        {"target": "us-mx-2021"},
        {"url": "https://example.org/treaty"},
        {"identifier": {"scheme": "UNTS", "id": "I-1"}},
        {"title": {"en": "A treaty"}},
    ]
    yield Valid(
        "relation-targets",
        "A relation leads to one thing, in one of four ways.",
        record(relations=[{"kind": "amends"} | way for way in ways]),
    )
    reason = {"en": "Judged on 2024-05-02"}
    judged = [
        {"code": "COV001", "on": "share", "reason": reason},
        {"code": "ACME001", "reason": reason},
        {"code": "A" * 16 + "999", "reason": reason},
    ]
    yield Valid("suppressions", "Findings that somebody has judged, also of rules of one's own.", record(suppressions=judged))
    citations: list[dict[str, Any]] = [
        {"source": "treaty"},
        {"source": "treaty", "locator": "art. 3(2)"},
        {"source": "treaty", "exact": "  two  spaces\nand a line break "},
        {"source": "treaty", "exact": "words", "prefix": "the ", "suffix": "."},
        {"source": "treaty", "exact": "words", "start": 4, "end": 9},
        {"source": "treaty", "supports": ["title", "summary"]},
    ]
    yield Valid(
        "citations", "A citation names a source, and may say which words of it, where, and for which members.", record(evidence=citations)
    )
    vague = {
        "parties": [{"id": "cl", "kind": "country", "country": "CL"}, {"id": "cl", "kind": "country", "country": "CL"}],
        "authorities": [{"id": "ministry", "party": "nobody", "name": {"en": "Ministry"}, "parent": "ministry"}],
        "roadmap": [{"id": "a", "title": {"en": "A"}, "depends_on": ["b"]}, {"id": "b", "title": {"en": "B"}, "depends_on": ["a", "cl"]}],
    }
    yield Valid(
        "what-only-rules-refuse",
        "Ids that stand twice, references to nothing, cycles: rules find them, readers do not refuse.",
        record(**vague),
    )
    empty: dict[str, Any] = {"extensions": {}}
    empty |= {member: [] for member in ("parties", "commitments", "sources", "areas", "evidence")}
    yield Valid("empty-arrays", "Empty arrays and empty extensions are read as absent, and never written.", record(**empty))
    far = [{"id": "c", "statement": {"en": "C"}, "continues": ["us-mx-2021#share", "own"], "lead": ["x.y_z-1"], "indicators": indicators()}]
    yield Valid("references", "References into this record and into others.", record(commitments=far, reports=[told()]))


def indicators() -> list[dict[str, Any]]:
    """Return indicators."""
    targets: list[dict[str, Any]] = [{"value": "150/200", "date": "2024"}, {"value": "../400~", "date": "2025/2026"}, {"value": "1"}]
    return [
        {"id": "falls", "title": {"en": "Deaths"}, "unit": "deaths", "ascending": False, "baseline": "100~", "targets": targets},
        {"id": "bare", "title": {"en": "Alerts"}, "ascending": True},
    ]


def told() -> dict[str, Any]:
    """Return a report about things here and elsewhere."""
    return {"id": "r", "text": {"en": "Done"}, "about": ["c", "falls", "us-mx-2021#share"], "value": "99", "unit": "deaths"}


def versions() -> Iterator[Valid]:
    """Yield documents of other versions, from the tables of the versions' own tests."""
    rows: list[Any] = json.loads((GOLDEN / "versions" / "read.json").read_text("utf-8"))
    for row in rows:
        yield Valid(f"version-{slug(row['name'])}", row["name"], row["document"])
