"""Versions of the format: language-neutral vectors of what is read, and how what is refused is told.

``read.json`` holds documents with the version that they declare, the record that they are read as, and whether that takes a warning;
``refused.json`` holds documents with the problems that a reader must report, in order.
"""

import json
import warnings
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from json_places import is_array, is_object, parts_of

from coopmodel.errors import DecodeError, NewerVersion, Problem, UnsupportedVersion
from coopmodel.model.agreement import FORMAT_VERSION, Agreement, FormatVersion, is_newer
from coopmodel.wire import versions
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps, load, loads
from coopmodel.wire.patch import apply_patch
from coopmodel.wire.versions import STEPS, upgrade, version_of

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "versions"
READ: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "read.json").read_text(encoding="utf-8"))
REFUSED: Final[list[dict[str, Any]]] = json.loads((GOLDEN / "refused.json").read_text(encoding="utf-8"))
NEWER: Final = '{"coopmodel":"1.7","id":"a","revision":1,"title":{"en":"A"}}'


def named(row: dict[str, Any]) -> str:
    return str(row["name"])


@pytest.mark.parametrize("row", READ, ids=named)
def test_a_document_is_read_as_a_record_of_this_version(row: dict[str, Any]) -> None:
    """An older one is upgraded, a newer one keeps its version; only the newer one takes a warning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        record = loads(json.dumps(row["document"]))

    assert row["record"] == json.loads(dumps(record))
    assert ([NewerVersion] if row.get("warning") else []) == [one.category for one in caught]


@pytest.mark.parametrize("row", [*READ, *REFUSED], ids=named)
def test_the_declared_version_is_readable_whatever_becomes_of_the_document(row: dict[str, Any]) -> None:
    """Text, bytes and parsed document say the same version, also one that is not read."""
    text = json.dumps(row["document"])

    assert row["version"] == version_of(text) == version_of(text.encode()) == version_of(row["document"])


@pytest.mark.parametrize("row", READ, ids=named)
def test_an_upgrade_is_made_on_a_copy(row: dict[str, Any]) -> None:
    """The document is left as it was, and what came of it can be changed without changing it."""
    before = json.dumps(row["document"])
    upgraded = upgrade(row["document"])

    for part in everything_in(upgraded):
        part.clear()
    assert before == json.dumps(row["document"])


def everything_in(value: Any) -> Iterator[Any]:
    """Yield every object and array of a document, inner ones first."""
    if is_object(value) or is_array(value):
        for _, part in parts_of(value):
            yield from everything_in(part)
        yield value


@pytest.mark.parametrize("row", [row for row in READ if not row.get("warning")], ids=named)
def test_an_upgraded_document_says_what_the_record_says(row: dict[str, Any]) -> None:
    """Whoever upgrades first and reads then gets the same record; upgrading once more changes nothing."""
    upgraded = upgrade(row["document"])

    assert upgraded["coopmodel"] == FORMAT_VERSION
    assert loads(json.dumps(row["document"])) == loads(json.dumps(upgraded))
    assert upgraded == upgrade(upgraded)


def test_a_newer_document_is_upgraded_to_itself() -> None:
    """There is no way back from a version that is not known."""
    assert json.loads(NEWER) == upgrade(json.loads(NEWER))


@pytest.mark.parametrize("source", ['{"coopmodel": "0.9"}', b"{}", [], None])
def test_only_a_parsed_document_is_upgraded(source: Any) -> None:
    """A text that nobody has parsed yet is no object, and that is said."""
    with pytest.raises(DecodeError) as caught:
        upgrade(source)

    assert [("", "type.object")] == [(it.pointer, it.code) for it in caught.value.problems]


def test_an_upgrade_keeps_the_order_of_members() -> None:
    """A renamed member stands where the old one stood."""
    document = READ[0]["document"]

    assert ["participation", "commitments", "roadmap"] == list(upgrade(document))[-3:]
    assert ["id", "statement", "lead", "support", "extensions"] == list(upgrade(document)["commitments"][0])


@pytest.mark.parametrize("row", REFUSED, ids=named)
@pytest.mark.filterwarnings("error")
def test_a_document_is_refused_in_the_terms_of_its_own_version(row: dict[str, Any]) -> None:
    """Codes and pointers, in order, are those of the document as it stands, and nothing is read with a warning first."""
    with pytest.raises(DecodeError) as caught:
        loads(json.dumps(row["document"]))

    assert [(it["code"], it["pointer"]) for it in row["problems"]] == [(it.code, it.pointer) for it in caught.value.problems]
    for expected, problem in zip(row["problems"], caught.value.problems, strict=True):
        assert expected.get("suggestion", problem.suggestion) == problem.suggestion
    assert (row["problems"][0]["code"] == "version.unsupported") == isinstance(caught.value, UnsupportedVersion)


def test_only_what_the_vectors_call_unsupported_cannot_be_upgraded() -> None:
    """``upgrade`` refuses a version without a way to this one, and a mixture; whether the rest is right is for the reader."""
    for row in REFUSED:
        code = row["problems"][0]["code"]
        if code in {"version.unsupported", "version.mixed"}:
            with pytest.raises(DecodeError) as caught:
                upgrade(row["document"])
            assert [(it["code"], it["pointer"]) for it in row["problems"]] == [(it.code, it.pointer) for it in caught.value.problems]
        else:
            assert upgrade(row["document"])["coopmodel"] in {FORMAT_VERSION, "1.7"}


def test_the_steps_lead_to_this_version() -> None:
    """Each step begins where the one before it ends, the last ends here, and none has a version of its own form."""
    assert all(one.after == other.before for one, other in pairwise(STEPS))
    assert STEPS[-1].after == FORMAT_VERSION
    assert [("0.9", "1.0")] == [(step.before, step.after) for step in STEPS]


def test_steps_are_taken_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """From an older version all steps are taken, oldest first, and problems come back through all of them."""

    def from_0_8(document: dict[str, Any]) -> dict[str, Any]:
        return {"milestones" if name == "steps" else name: value for name, value in document.items()} | {"coopmodel": "0.9"}

    def in_0_8(problem: Problem) -> Problem:
        return Problem(problem.pointer.replace("/milestones", "/steps"), problem.code, problem.message)

    earlier = versions.Step("0.8", "0.9", from_0_8, in_0_8)
    monkeypatch.setattr(versions, "STEPS", (earlier, *STEPS))
    head = '{"coopmodel": "0.8", "id": "a", "revision": 1, "title": {"en": "A"}, "steps": '

    assert ("m", "1.0") == (loads(head + '[{"id": "m", "title": {"en": "M"}}]}').roadmap[0].id, FORMAT_VERSION)
    with pytest.raises(DecodeError) as caught:
        loads(head + '[{"id": "m"}]}')
    assert ["/steps/0/title"] == [problem.pointer for problem in caught.value.problems]


def test_the_message_for_an_unsupported_version_says_what_is_read() -> None:
    """Whoever meets it learns which versions there are."""
    with pytest.raises(UnsupportedVersion) as caught:
        loads('{"coopmodel": "2.0"}')

    (problem,) = caught.value.problems
    assert "format version 2.0 is not supported: this library reads 1.0, newer minor versions, and 0.9" == problem.message
    assert "2.0" == problem.value


def test_the_hint_on_a_newer_version_says_what_to_do() -> None:
    """It names both versions, a newer release, and the way to keep what is unknown."""
    with pytest.raises(DecodeError) as caught:
        loads(NEWER.replace('"id"', '"mood":1,"id"'))

    hint, _ = caught.value.problems
    assert hint.value == "1.7"
    assert hint.message == (
        "the document is of format version 1.7, newer than 1.0: what is unknown below may be right there; "
        "a newer release of this library reads it, and unknown='keep' carries unknown members along"
    )


def test_a_mixture_of_versions_says_what_each_calls_the_member() -> None:
    """The problem names both versions and both names."""
    with pytest.raises(DecodeError) as caught:
        loads('{"coopmodel": "0.9", "roadmap": []}')

    (problem,) = caught.value.problems
    assert ("format version 0.9 calls this 'milestones'; 'roadmap' is of 1.0", "roadmap") == (problem.message, problem.value)


def test_a_misspelt_member_of_an_old_document_is_told_with_its_own_names() -> None:
    """What is allowed in 0.9 is listed as 0.9 calls it."""
    with pytest.raises(DecodeError) as caught:
        loads(json.dumps({**json.loads(NEWER), "coopmodel": "0.9", "acts~/": []}))

    (problem,) = caught.value.problems
    assert ("/acts~0~1", "acts~/") == (problem.pointer, problem.value)
    assert {"actions", "milestones"} < set(problem.allowed)
    assert {"participation", "roadmap"}.isdisjoint(problem.allowed)
    assert ", commitments, milestones, statements, " in problem.message


def test_the_warning_points_at_whoever_called(tmp_path: Path) -> None:
    """Through whichever function of the library a newer document is read, the warning names the caller's line."""
    path = tmp_path / "a.json"
    path.write_text(NEWER, encoding="utf-8")
    record = read_quietly()
    ways: tuple[Callable[[], Agreement], ...] = (
        lambda: loads(NEWER),
        lambda: load(path),
        lambda: Codec().loads(NEWER),
        lambda: Codec(unknown="keep").load(path),
        lambda: apply_patch(record, [{"op": "replace", "path": "/revision", "value": 2}]),
    )
    for read in ways:
        with pytest.warns(NewerVersion) as caught:
            read()
        assert [(__file__, "1.7", "1.0")] == [(one.filename, *one.message.args) for one in caught if isinstance(one.message, NewerVersion)]


def read_quietly() -> Agreement:
    with pytest.warns(NewerVersion, match=r"^the document is of format version 1\.7, newer than 1\.0, and was read as far as 1\.0 goes$"):
        return loads(NEWER)


def test_the_warning_holds_both_versions() -> None:
    """What it says is data as well."""
    with pytest.warns(NewerVersion) as caught:
        loads(NEWER)

    (message,) = [one.message for one in caught]
    assert isinstance(message, NewerVersion)
    assert ("1.7", "1.0") == (message.version, message.known)


def test_a_newer_document_that_is_kept_is_written_as_it_was() -> None:
    """Version and unknown members come out as they went in."""
    text = NEWER.removesuffix("}") + ',"mood":{"b":[null,1.5],"a":true}}'
    codec = Codec(unknown="keep")
    with pytest.warns(NewerVersion):
        record = codec.loads(text)

    assert text == codec.dumps(record) == dumps(record)


@pytest.mark.parametrize(
    ("version", "newer"), [("1.0", False), ("1.1", True), ("1.10", True), ("0.9", False), ("0.10", False), ("2.0", False), ("2.1", False)]
)
def test_newer_is_of_the_same_major_number(version: str, newer: bool) -> None:
    """A record may be of a newer minor version, and of no other."""
    assert newer is is_newer(FormatVersion(version))


def test_a_record_made_in_python_may_be_of_a_newer_minor_version() -> None:
    """So that one that was read can be changed."""
    assert "1.3" == Agreement(coopmodel="1.3", id="a", revision=1, title={"en": "A"}).coopmodel


@pytest.mark.parametrize(
    ("source", "code", "pointer"),
    [
        ("[]", "type.object", ""),
        ([], "type.object", ""),
        ("{}", "version.missing", "/coopmodel"),
        ({"coopmodel": None}, "null", "/coopmodel"),
        ({"coopmodel": 1.0}, "type.string", "/coopmodel"),
        ({"coopmodel": "1"}, "version.form", "/coopmodel"),
        ("{", "json.syntax", ""),
    ],
    ids=repr,
)
def test_a_document_without_a_version_has_none(source: Any, code: str, pointer: str) -> None:
    """What keeps the version from being read is a problem like any other."""
    with pytest.raises(DecodeError) as caught:
        version_of(source)

    assert [(code, pointer)] == [(problem.code, problem.pointer) for problem in caught.value.problems]
