"""Objects of other fields' libraries, of about the size of a record, read and written by their own libraries.

None of them checks the same things; they show what a typed object of such a size costs elsewhere.
"""

# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownLambdaType=false, reportMissingTypeStubs=false, reportUnknownParameterType=false

import datetime
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final, NamedTuple

import pystac
import stix2
from followthemoney import model
from followthemoney.proxy import EntityProxy

from corpus import COMMITMENTS
from records import varied


class Native(NamedTuple):
    """A library with objects of its own.

    Attributes:
        name: What it is called.
        texts: Yields so many JSON texts, no two alike.
        read: Makes an object of a text.
        write: Makes a text of an object.
    """

    name: str
    texts: Callable[[int], Iterator[bytes]]
    read: Callable[[bytes], Any]
    write: Callable[[Any], Any]


def _sentences(number: int, count: int) -> list[str]:
    """Return sentences from the record with this number, as many as wanted."""
    said = [commitment.statement.best("en") for commitment in varied(COMMITMENTS, number).agreement.commitments]
    return [f"{said[place % len(said)]} {place}" for place in range(count)]


def _items(count: int) -> Iterator[bytes]:
    for number in range(count):
        day = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
        item = pystac.Item(id=f"item-{number}", geometry=None, bbox=None, datetime=day, properties={})
        for place, title in enumerate(_sentences(number, 65)):
            asset = pystac.Asset(href=f"https://example.org/{number}/{place}.tif", title=title, media_type="image/tiff", roles=["data"])
            item.add_asset(f"asset-{place}", asset)
        yield json.dumps(item.to_dict(include_self_link=False)).encode()


def _bundles(count: int) -> Iterator[bytes]:
    for number in range(count):
        named = [stix2.Identity(name=said, identity_class="organization") for said in _sentences(number, 38)]
        yield stix2.Bundle(objects=named).serialize().encode()


def _entities(count: int) -> Iterator[bytes]:
    for number in range(count):
        random = Random(number)  # noqa: S311  a benchmark needs the same numbers each time
        made: list[Any] = []
        for place, said in enumerate(_sentences(number, 80)):
            entity = model.make_entity("Person")
            entity.id = f"person-{number}-{place}"
            entity.add("name", said)
            entity.add("nationality", random.choice(["cl", "pe", "bo"]))
            entity.add("birthDate", f"19{random.randint(40, 99)}-01-02")
            made.append(entity.to_dict())
        yield json.dumps(made).encode()


NATIVES: Final = (
    Native(
        "pystac: an item with 65 assets",
        _items,
        lambda text: pystac.Item.from_dict(json.loads(text)),
        lambda item: json.dumps(item.to_dict()),
    ),
    Native("stix2: a bundle of 38 identities", _bundles, stix2.parse, lambda bundle: bundle.serialize()),
    Native(
        "followthemoney: 80 persons",
        _entities,
        lambda text: [EntityProxy.from_dict(entity) for entity in json.loads(text)],
        lambda entities: json.dumps([entity.to_dict() for entity in entities]),
    ),
)
