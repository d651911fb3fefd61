"""The documents of the valid vectors: every class, member, code list and form of a value, and what a reader must put in order."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, get_args

from vector_files import ROOT, as_text, slug

from coopmodel.analysis.walk import walk
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.currencies import CURRENCIES
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
from coopmodel.values.extensions import DEEPEST, LARGEST
from coopmodel.wire.documents import load
from coopmodel.wire.plain import to_plain

GOLDEN: Final = ROOT / "tests" / "golden"
BASE: Final = GOLDEN / "broken" / "base.json"
HEAD: Final[dict[str, Any]] = {"coopmodel": "1.0", "id": "example", "revision": 1, "title": {"en": "Example", "es": "Ejemplo"}}

TAGS: Final = (
    *("es", "en", "pt", "fr", "qu", "ay", "gn", "arn", "rap", "ar", "he", "ja", "ko", "hi", "ru", "uk", "tr", "vi"),
    *("es-419", "es-CL", "pt-BR", "zh-Hant", "zh-Hant-TW", "sr-Latn-RS", "zh-cmn", "de-1996", "sl-rozaj-biske", "ca-valencia"),
    *("de-u-co-phonebk", "en-t-es-x-draft", "x-internal", "en-x-a-1"),
)
"""Language tags of every form."""

URLS: Final = (
    *("https://example.org", "http://example.org/", "https://example.org:8443/a/b?c=d&e=%20#f", "ftp://example.org/pub/treaty.txt"),
    *(
        "https://user:word@example.org/",
        "https://[2001:db8::1]/",
        "https://192.0.2.1/",
        "https://xn--caonegro-o6a.example/",
        "https://a_b.example/",
    ),
    *("urn:isbn:0451450523", "urn:ietf:rfc:8785", "https://example.org/a/(b)/*!$'+,;=@~"),
)
"""Addresses of every form."""

TIMINGS: Final[tuple[Any, ...]] = (
    *("2024", "2024~/2025", "2024-41", {"anchor": "signature"}, {"anchor": "adoption", "offset": "-P2W"}),
    *(
        {"anchor": "entry-into-force", "offset": "P1Y6M"},
        {"anchor": "step-1", "offset": "P60D"},
        {"anchor": "nowhere", "offset": "-P1Y2M3D"},
    ),
    {"offset": "P9999Y", "anchor": "signature"},
)
"""A date, a period, and relative timings; that an anchor exists is asked by a rule."""

QUANTITIES: Final = (
    *("0", "1", "20000", "1.50", "-3", "-0.5", "0.001", "314000000~", "15000/20000", "15000~/20000~", "../4000", "../400~", "50000/.."),
    *("50000~/..", "-10/-5", "-1/1", "1" * 38, "0.00"),
)
"""Quantities of every form."""

RECURRENCES: Final = (
    *(
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=WEEKLY;INTERVAL=2",
        "RRULE:FREQ=MONTHLY;INTERVAL=6",
        "RRULE:FREQ=YEARLY",
        "RRULE:FREQ=DAILY;COUNT=999",
    ),
    *("RRULE:FREQ=DAILY;INTERVAL=999;UNTIL=20301231", "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO,WE,FR", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1,1,15"),
    *("RRULE:FREQ=MONTHLY;BYDAY=MO,TU", "RRULE:FREQ=MONTHLY;BYDAY=-1FR,1MO", "RRULE:FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1SU"),
    *("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "RRULE:FREQ=YEARLY;UNTIL=20240229;BYMONTHDAY=-31", "RRULE:FREQ=YEARLY;BYDAY=5MO"),
)
"""Rules of every form."""


class Valid(NamedTuple):
    """One document that has to be read.

    Attributes:
        name: The name of its files.
        about: One sentence that says what it shows.
        document: What it holds; as bytes where it matters how they are written.
    """

    name: str
    about: str
    document: Any

    def text(self) -> bytes:
        """Return the bytes of its file."""
        return self.document if isinstance(self.document, bytes) else as_text(self.document)


def record(**members: Any) -> dict[str, Any]:
    """Return a document with these members."""
    return HEAD | members


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
    yield from values()
    yield from texts()
    yield from extensions()
    yield from spellings()
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


def parties() -> list[dict[str, Any]]:
    """Return two parties."""
    return [{"id": "cl", "kind": "country", "country": "CL"}, {"id": "pe", "kind": "country", "country": "PE"}]


def promises(member: str, values: Any) -> list[dict[str, Any]]:
    """Return a commitment for each value of a member."""
    return [{"id": f"c-{n}", "statement": {"en": f"Commitment {n}"}, member: value} for n, value in enumerate(values)]


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
        {"source": "treaty", "exact": "", "start": 4, "end": 9} | {"exact": "words"},
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


def values() -> Iterator[Valid]:
    """Yield every form of every type of value."""
    dates: list[Any] = json.loads((GOLDEN / "dates" / "bounds.json").read_text("utf-8"))["dates"]
    forms = tuple(dict.fromkeys([date["text"] for date in dates]))
    yield Valid(
        "dates",
        "Dates as precise as their source, with seasons, quarters, half-years and marks of doubt.",
        record(commitments=promises("due", forms)),
    )
    spans: list[Any] = json.loads((GOLDEN / "dates" / "periods.json").read_text("utf-8"))["periods"]
    forms = tuple(dict.fromkeys([span["text"] for span in spans]))
    yield Valid("periods", "Periods with known, open and unknown ends.", record(commitments=promises("due", forms)))
    yield Valid("timings", "Dates, periods, and times relative to an event or an entity.", record(commitments=promises("due", TIMINGS)))
    yield Valid("recurrences", "Rules of recurrence.", record(commitments=promises("recurrence", RECURRENCES)))
    money = [{"amount": amount, "currency": "USD"} for amount in QUANTITIES]
    yield Valid("quantities", "Numbers as texts: exact, about, between, at most, at least.", record(commitments=promises("money", money)))
    money = [{"amount": "1", "currency": code} for code in sorted(CURRENCIES)]
    yield Valid("currencies", "Every currency; XXX where the source names none.", record(commitments=promises("money", money)))
    sources = [{"id": f"s-{n}", "kind": "news", "url": url} for n, url in enumerate(URLS)]
    yield Valid("urls", "Addresses of every form.", record(sources=sources))
    ids = ["a", "9", "a-b.c_d", "0-0", "a" * 128, "x" * 63 + "." + "y" * 64]
    objectives = [{"id": name, "title": {"en": "Objective"}} for name in ids]
    yield Valid("identifiers", "Identifiers of every form, up to 128 characters.", record(objectives=objectives))
    yield Valid("languages", "Language tags of every form, in their canonical case.", record(authentic_languages=[*TAGS]))
    yield Valid("revision-largest", "Whole numbers go up to 2**53-1, which every reader keeps.", record(revision=LARGEST))
    day = {"modified": "2024-02-29", "license": "https://creativecommons.org/licenses/by/4.0/", "publisher": {"en": "Registry"}}
    yield Valid("head", "Whose record it is, of which day, and under which licence.", record(**day))
    digests = [{"id": "s", "kind": "gazette", "published": "2024", "retrieved": "2024-01-02", "digest": f"sha256:{'0123456789abcdef' * 4}"}]
    yield Valid("digest", "The digest of the exact bytes of a source.", record(sources=digests))


def texts() -> Iterator[Valid]:
    """Yield texts in many languages and scripts."""
    said = {
        "es": "Declaración conjunta: «seguridad y migración»",
        "en": "Joint declaration: “security and migration”",
        "pt": "Declaração conjunta",
        "fr": "Déclaration conjointe — sécurité",
        "qu": "Huk willakuy",
        "arn": "Fillantu mapu",
        "ar": "إعلان مشترك",
        "he": "הצהרה משותפת",
        "ja": "共同宣言",
        "ko": "공동선언",
        "hi": "संयुक्त घोषणा",
        "ru": "Совместная декларация",
        "vi": "Tuyên bố chung",
        "zh-Hant": "聯合聲明",
        "sr-Latn-RS": "Zajednička izjava",
        "x-symbols": "🤝 😀 ½",
    }
    yield Valid("texts-in-many-languages", "Texts in many languages and scripts, each in normalization form C.", record(title=said))
    inside = {
        "en": 'quotes ", backslash \\, slash /, tab \t, line\nbreaks\r\nand\u2028others, \u0001 and \u007f',
        "es": " espacios que se guardan ",
    }
    yield Valid("texts-with-any-character", "A text is kept as it stands, with white space and controls.", record(summary=inside))
    marks = {"en": "q\u0307\u0323".replace("\u0307\u0323", "\u0323\u0307"), "vi": "ệ", "hi": "क़".replace("क़", "\u0915\u093c")}
    yield Valid("texts-in-form-c", "Form C keeps marks that have no character of their own, in canonical order.", record(summary=marks))
    yield Valid("text-in-one-language", "One language is enough.", record(title={"gn": "Ñe'ẽ"}))


def extensions() -> Iterator[Valid]:
    """Yield data of others: any JSON that every reader keeps."""
    deep: Any = {}
    for _ in range(DEEPEST - 2):
        deep = {"a": deep}
    kinds: dict[str, Any] = {
        "null": None,
        "true": True,
        "false": False,
        "text": "",
        "array": [1, [2, [3]], {}],
        "object": {"": {"a/b": 1, "m~n": 2}},
    }
    yield Valid(
        "extensions", "Data of others may be any JSON, null and empty texts too.", record(extensions={"acme": kinds, "org.example_2": {}})
    )
    yield Valid("extensions-nested", f"Data of others may be nested {DEEPEST} levels deep.", record(extensions={"acme": deep}))
    numbers: dict[str, Any] = {
        "largest": LARGEST,
        "smallest": -LARGEST,
        "zero": 0,
        "half": 0.5,
        "tiny": 5e-324,
        "huge": 1.7976931348623157e308,
    }
    numbers |= {"thirds": 0.333, "e21": 1e21, "e20": 1e20, "e-6": 1e-6, "e-7": 1e-7, "pi": 3.141592653589793}
    yield Valid(
        "extensions-numbers",
        "Numbers that a double holds exactly as they are spelt, and their canonical spellings.",
        record(extensions={"acme": numbers}),
    )
    written = (
        b'{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"},"extensions":{"x":{"a":1.0,"b":1e2,"c":-0.0,"d":1E-2,"e":10.50}}}\n'
    )
    yield Valid("extensions-number-spellings", "The canonical form has one spelling for each number.", written)
    names = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7, "a": 8, "A": 9, "": 10}
    yield Valid(
        "extensions-name-order", "Names are sorted by their UTF-16 code units, as RFC 8785 has it.", record(extensions={"acme": names})
    )
    escapes = {
        "controls": "".join(map(chr, range(32))),
        "del": "\u007f",
        "quotes": '"\\/',
        "beyond": "\u2028\u2029\U0001f600",
        "loose": "A\u030a",
    }
    yield Valid(
        "extensions-escapes", "Texts of others are kept as they are, in any normalization form.", record(extensions={"acme": escapes})
    )
    members = [{"id": "c", "statement": {"en": "C"}, "evidence": [{"source": "s"}], "extensions": {"acme": {"file": "A-17"}}}]
    yield Valid("extensions-of-an-entity", "Every entity may carry evidence and data of others.", record(commitments=members))


def spellings() -> Iterator[Valid]:
    """Yield one record written in several ways."""
    body = '"title": {"es": "Declaración", "en": "Declaration"}, "areas": ["contraband"], '
    body += '"parties": [{"kind": "country", "id": "cl", "country": "CL"}]'
    plain = '{"coopmodel": "1.0", "id": "a", "revision": 1, ' + body + "}"
    yield Valid("written-plainly", "The record that the other documents named 'written' hold too: one digest.", plain.encode())
    turned = '{"parties": [{"country": "CL", "kind": "country", "id": "cl"}], "areas": ["contraband"], "title": {"en": "Declaration", '
    turned += '"es": "Declaración"}, "revision": 1, "id": "a", "coopmodel": "1.0"}'
    yield Valid("written-in-another-order", "The order of members says nothing; the order of a text's languages is kept.", turned.encode())
    spaced = plain.replace(", ", "\t,\r\n\n ").replace(": ", " :\r\n")
    yield Valid("written-with-white-space", "White space between the parts says nothing.", f" \n\t\r{spaced}\r\n ".encode())
    escaped = plain.replace("ó", "\\u00F3").replace('"id"', '"\\u0069d"').replace("contraband", "contr\\u0061band")
    yield Valid("written-with-escapes", "An escape is the character that it stands for, in names too.", escaped.encode())
    defaults = plain.replace('"country": "CL"', '"country": "CL", "role": "party"').replace(
        '"areas"', '"sources": [], "extensions": {}, "areas"'
    )
    yield Valid("written-with-defaults", "Defaults may be written, and are left out again.", defaults.encode())


def versions() -> Iterator[Valid]:
    """Yield documents of other versions, from the tables of the versions' own tests."""
    rows: list[Any] = json.loads((GOLDEN / "versions" / "read.json").read_text("utf-8"))
    for row in rows:
        yield Valid(f"version-{slug(row['name'])}", row["name"], row["document"])


def classes_of(path: Path) -> dict[str, type[Any]]:
    """Return the class of each object of the format in a record, by its pointer."""
    return {pointer: type(thing) for pointer, thing in walk(load(path))}
