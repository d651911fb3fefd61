"""The documents of the valid vectors that show the forms of values, texts and data of others, and the ways to write one record."""

import json
from collections.abc import Iterator
from typing import Any, Final

from vector_documents import GOLDEN, Valid, promises, record

from coopmodel.codes.currencies import CURRENCIES
from coopmodel.values.extensions import DEEPEST, LARGEST

TAGS: Final = (
    *("es", "en", "pt", "fr", "qu", "ay", "gn", "arn", "rap", "ar", "he", "ja", "ko", "hi", "ru", "uk", "tr", "vi"),
    *("es-419", "es-CL", "pt-BR", "zh-Hant", "zh-Hant-TW", "sr-Latn-RS", "zh-cmn", "de-1996", "sl-rozaj-biske", "ca-valencia"),
    *("de-u-co-phonebk", "en-t-es-x-draft", "x-internal", "en-x-a-1"),
)
"""Language tags of every form."""

URLS: Final = (
    "https://example.org",
    "http://example.org/",
    "https://example.org:8443/a/b?c=d&e=%20#f",
    "ftp://example.org/pub/treaty.txt",
    "https://user:word@example.org/",
    "https://[2001:db8::1]/",
    "https://192.0.2.1/",
    "https://xn--caonegro-o6a.example/",
    "https://a_b.example/",
    "urn:isbn:0451450523",
    "urn:ietf:rfc:8785",
    "https://example.org/a/(b)/*!$'+,;=@~",
)
"""Addresses of every form."""

TIMINGS: Final[tuple[Any, ...]] = (
    "2024",
    "2024~/2025",
    "2024-41",
    {"anchor": "signature"},
    {"anchor": "adoption", "offset": "-P2W"},
    {"anchor": "entry-into-force", "offset": "P1Y6M"},
    {"anchor": "step-1", "offset": "P60D"},
    {"anchor": "nowhere", "offset": "-P1Y2M3D"},
    {"offset": "P9999Y", "anchor": "signature"},
)
"""A date, a period, and relative timings; that an anchor exists is asked by a rule."""

QUANTITIES: Final = (
    *("0", "1", "20000", "1.50", "-3", "-0.5", "0.001", "314000000~", "15000/20000", "15000~/20000~", "../4000", "../400~", "50000/.."),
    *("50000~/..", "-10/-5", "-1/1", "1" * 38, "0.00"),
)
"""Quantities of every form."""

RECURRENCES: Final = (
    "RRULE:FREQ=DAILY",
    "RRULE:FREQ=WEEKLY;INTERVAL=2",
    "RRULE:FREQ=MONTHLY;INTERVAL=6",
    "RRULE:FREQ=YEARLY",
    "RRULE:FREQ=DAILY;COUNT=999",
    "RRULE:FREQ=DAILY;INTERVAL=999;UNTIL=20301231",
    "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO,WE,FR",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1,1,15",
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU",
    "RRULE:FREQ=MONTHLY;BYDAY=-1FR,1MO",
    "RRULE:FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1SU",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "RRULE:FREQ=YEARLY;UNTIL=20240229;BYMONTHDAY=-31",
    "RRULE:FREQ=YEARLY;BYDAY=5MO",
)
"""Rules of every form."""


def forms() -> Iterator[Valid]:
    """Yield the vectors of forms."""
    yield from values()
    yield from texts()
    yield from extensions()
    yield from spellings()


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
    marks = {"en": "q\u0323\u0307", "vi": "ệ", "hi": "\u0915\u093c"}
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
