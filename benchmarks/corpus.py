"""JSON texts of records, as many as wanted, no two alike: about 14 KB each, with ids, words and dates of their own."""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Final

from coopmodel.wire.documents import dumps
from records import varied

COMMITMENTS: Final = 4
"""With so many, and everything else in proportion, a record has about a hundred objects."""

_NAME: Final = re.compile(
    r'"(source|authority|official|mechanism|meeting|objective|commitment|indicator|milestone|statement|report|series)-([0-9])'
)
SPANISH: Final = {
    "border": "frontera", "police": "policía", "customs": "aduanas", "exchange": "intercambio", "register": "registro", "joint": "conjunto",
    "patrol": "patrullaje", "training": "capacitación", "health": "salud", "bridge": "puente", "early": "temprana", "warning": "alerta",
    "families": "familias", "river": "río", "forensic": "pericial", "school": "educación", "energy": "energía", "mining": "minería",
    "fishing": "pesca", "network": "red", "return": "retorno", "climate": "clima", "science": "ciencia", "coast": "costa",
}  # fmt: skip
_SAID_IN_SPANISH: Final = re.compile(r'"es":"Lograr [^"]*"')
_TOPICS: Final = tuple(SPANISH)


def documents(count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield so many texts; the same seed gives the same ones."""
    for number in range(count):
        yield document(seed + number)


def document(number: int) -> bytes:
    """Return the text with this number, members in the order of the page, without white space."""
    random = Random(number)  # noqa: S311  a benchmark needs the same numbers each time
    text = dumps(varied(COMMITMENTS, number).agreement)
    text = _NAME.sub(rf'"\1-{random.choice(_TOPICS)}-{number}-\2', text)
    text = _SAID_IN_SPANISH.sub(lambda said: " ".join([SPANISH.get(word, word) for word in said[0].split(" ")]), text)
    return text.encode()


def with_five_errors(text: bytes) -> bytes:
    """Return the text with five things wrong: a day that there is not, a word of no list, an unknown member, one that is missing, a null."""
    record = json.loads(text)
    record["modified"] = "2026-02-30"
    record["status"] = "in-forse"
    record["commitments"][1]["strenght"] = record["commitments"][1].pop("strength", "agreed")
    del record["officials"][0]["id"]
    record["meetings"][0]["title"] = None
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
