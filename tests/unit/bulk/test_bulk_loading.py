"""Many records read at once."""

import gc
import io
from pathlib import Path

import pytest

from coopmodel.bulk.loading import collector_resting, load_many
from coopmodel.errors import DecodeError
from coopmodel.formats.jsonl import iter_jsonl, write_jsonl
from coopmodel.model.agreement import Agreement
from coopmodel.wire.codec import Codec

RECORDS = [Agreement(id=f"a-{number}", revision=1, title={"en": "A"}) for number in range(3)]


def test_all_lines_are_there_good_and_bad(tmp_path: Path) -> None:
    """The same as one by one, from a path or an open file, compressed or not."""
    path = tmp_path / "records.jsonl.gz"
    write_jsonl(RECORDS, path)

    assert RECORDS == [line.record for line in load_many(path)]
    assert [None, "a"] == [
        line.record and line.record.id
        for line in load_many(io.BytesIO(b'{\n\n{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"}}'))
    ]
    assert [*iter_jsonl(path)] == load_many(path)


def test_a_codec_reads_the_lines() -> None:
    """Its unknown members are kept; repeated ones are refused unless that is left out."""
    text = b'{"coopmodel":"1.0","id":"a","id":"a","revision":1,"title":{"en":"A"},"more":1}'

    assert load_many(io.BytesIO(text), codec=Codec(unknown="keep"), strict=False)[0].record is not None
    assert load_many(io.BytesIO(text), codec=Codec(unknown="keep"))[0].record is None


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, *, was_on: bool) -> None:
    """Also when reading fails: whoever had it rest finds it resting."""
    path = tmp_path / "broken.jsonl.gz"
    path.write_bytes(b"no gzip")
    (gc.enable if was_on else gc.disable)()
    try:
        with collector_resting():
            assert not gc.isenabled()
        with pytest.raises(DecodeError):
            load_many(path)
        assert was_on is gc.isenabled()
    finally:
        gc.enable()
