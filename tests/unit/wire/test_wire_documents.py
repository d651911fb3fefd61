"""Reading and writing documents: text, bytes and files."""

import errno
import json
import os
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import msgspec
import pytest
from json_places import at, is_array, is_object, parts_of, steps_of

from coopmodel.errors import DecodeError
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Indicator
from coopmodel.values.extensions import thawed
from coopmodel.values.text import Text
from coopmodel.wire import documents, parsing
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dump, dumps, load, loads

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "broken" / "base.json"
SMALL: Final = Agreement(id="a", revision=1, title={"es": "Tohá 😀"})
SMALL_TEXT: Final = '{"coopmodel":"1.0","id":"a","revision":1,"title":{"es":"Tohá 😀"}}'

ENTITY: Final = ("evidence", "extensions")
PAGE: Final = {
    "": "coopmodel id revision title summary publisher modified license identifiers instrument status authentic_languages areas taxonomy "
    "parties authorities officials participation mechanisms meetings objectives commitments roadmap statements reports sources relations "
    "suppressions",
    "/taxonomy/0": "code label broader mappings",
    "/taxonomy/0/mappings/0": "scheme code uri match source",
    "/parties/0": "id kind country name",
    "/parties/3": "id kind code name role",
    "/parties/4": "id kind name acronym identifiers members role",
    "/authorities/0": "id party name acronym function",
    "/officials/0": "id party name post authority tenure identifiers",
    "/participation/0": "action party date effective place signatories",
    "/mechanisms/0": "id name parties recurrence",
    "/meetings/0": "id title mechanism session date place mode host delegations agenda status",
    "/meetings/0/place": "country locality venue",
    "/meetings/0/delegations/0": "party heads members",
    "/meetings/0/agenda/0": "title areas",
    "/meetings/1/date": "anchor offset",
    "/objectives/1": "id title parent",
    "/commitments/0": "id statement kind strength areas objective obligors counterparts beneficiaries lead support made_at due recurrence "
    "conditions novelty continues indicators mechanism instrument money permanence immediacy purposes destinations",
    "/commitments/0/indicators/0": "id title unit ascending baseline targets",
    "/commitments/0/indicators/0/targets/0": "value date note",
    "/commitments/0/money": "amount currency",
    "/commitments/0/evidence/0": "source exact prefix suffix start end locator supports",
    "/roadmap/0": "id title due delivers responsible",
    "/statements/0": "id text speaker meeting",
    "/reports/0": "id text about date status due value unit actors areas reported_by",
    "/sources/0": "id kind title publisher on_behalf_of url published retrieved language digest",
    "/relations/0": "kind target",
    "/suppressions/0": "code on reason",
}
"""Members in the order of the format's page, by pointer into the base document; evidence and extensions come last."""


def test_a_file_is_written_and_read_by_any_kind_of_path(tmp_path: Path) -> None:
    """A path is a text or a ``Path``; the file ends with a newline and is indented for people."""
    dump(SMALL, tmp_path / "one.json")
    dump(SMALL, str(tmp_path / "two.json"), indent=None)
    assert SMALL == load(str(tmp_path / "one.json")) == load(tmp_path / "two.json")
    assert f"{SMALL_TEXT}\n".encode() == (tmp_path / "two.json").read_bytes()
    assert (tmp_path / "one.json").read_text(encoding="utf-8") == json.dumps(json.loads(SMALL_TEXT), indent=2, ensure_ascii=False) + "\n"


def test_a_file_that_cannot_be_read_or_written_is_an_os_error(tmp_path: Path) -> None:
    """What the operating system says about a file reaches the caller as it is."""
    with pytest.raises(FileNotFoundError, match=r"none\.json"):
        load(tmp_path / "none.json")
    with pytest.raises(IsADirectoryError, match="directory"):
        load(tmp_path)
    with pytest.raises(FileNotFoundError, match="folder"):
        dump(SMALL, tmp_path / "folder" / "x.json")


def test_what_is_refused_is_not_written(tmp_path: Path) -> None:
    """A file that exists is left alone when the record cannot be written."""
    path = tmp_path / "x.json"
    path.write_text("kept", encoding="utf-8")
    with pytest.raises(TypeError, match="expected an Agreement"):
        dump({"id": "a"}, path)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert "kept" == path.read_text(encoding="utf-8")


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was in a file stays in it until all of the new text is on the disk, and nothing is left beside it."""
    path = tmp_path / "a.json"
    dump(SMALL, path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        dump(attrs.evolve(SMALL, revision=SMALL.revision + 1), path)
    assert before == path.read_bytes()
    assert [path] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("other", [None, {"id": "a"}, "{}", Indicator(id="i", title={"en": "x"})], ids=repr)
def test_only_a_record_is_written(other: Any) -> None:
    """A part of a record is no document, nor is a dictionary."""
    with pytest.raises(TypeError, match="expected an Agreement, not"):
        dumps(other)


@pytest.mark.parametrize("other", [None, 5, {"coopmodel": "1.0"}, bytearray(b"{}"), Path("x.json")], ids=repr)
def test_only_text_and_bytes_are_read(other: Any) -> None:
    """Anything else is a mistake in the program, not in a document."""
    with pytest.raises(TypeError, match="expected str or bytes, not"):
        loads(other)


def test_text_and_bytes_say_the_same() -> None:
    """UTF-8 bytes are read as the text that they encode."""
    assert SMALL == loads(SMALL_TEXT) == loads(SMALL_TEXT.encode())


def test_text_beyond_ascii_is_kept_as_it_is() -> None:
    """Nothing is escaped that UTF-8 can say."""
    assert SMALL_TEXT == dumps(SMALL)


def test_escapes_are_read_as_the_characters_that_they_name() -> None:
    """An escaped ``á`` is ``á``, and two halves of a pair are one character."""
    assert SMALL == loads('{"coopmodel":"1.0","id":"a","revision":1,"title":{"es":"Toh\\u00e1 \\ud83d\\ude00"}}')


def test_the_indent_is_for_people() -> None:
    """With or without it the document says the same."""
    assert json.loads(dumps(SMALL)) == json.loads(dumps(SMALL, indent=4))
    assert '{\n    "coopmodel": "1.0",' == dumps(SMALL, indent=4)[:25]


@pytest.mark.parametrize("document", ['{"coopmodel": "2.0", "rubbish": 1}', '{"rubbish": null, "id": 5}'])
def test_the_version_is_asked_for_before_anything_else(document: str) -> None:
    """A document of another version is one problem, whatever else it holds: nobody can tell what is wrong in it."""
    with pytest.raises(DecodeError) as caught:
        loads(document)
    assert ["/coopmodel"] == [problem.pointer for problem in caught.value.problems]


@pytest.mark.parametrize("pointer", PAGE, ids=lambda pointer: pointer or "root")
def test_members_are_written_in_the_order_of_the_page(pointer: str) -> None:
    """A record read with its members in any order is written in the one order that the format's page has."""

    def reversed_members(value: Any) -> Any:
        if is_object(value):
            return {name: reversed_members(part) for name, part in reversed(parts_of(value))}
        return [reversed_members(part) for part in value] if is_array(value) else value

    backwards = json.dumps(reversed_members(json.loads(GOLDEN.read_bytes())))
    written: dict[str, Any] = at(json.loads(dumps(loads(backwards))), steps_of(pointer))
    assert PAGE[pointer].split() == [name for name in written if name not in ENTITY]
    assert [name for name in ENTITY if name in written] == [name for name in written if name in ENTITY]
    assert not set(ENTITY) & set(list(written)[: len(PAGE[pointer].split())])


def test_the_order_of_languages_and_of_foreign_data_is_kept() -> None:
    """What the format gives no order keeps its own."""
    text = (
        '{"coopmodel":"1.0","id":"a","revision":1,"title":{"pt":"c","en":"b","es":"a"},'
        '"extensions":{"z":{"b":1,"a":[{"d":null,"c":0.5}]},"a":{}}}'
    )
    assert text == dumps(loads(text))


def test_the_version_is_always_written_and_other_defaults_never() -> None:
    """A party's usual role is left out, an unusual one is not; nothing empty is written."""
    text = '{"coopmodel":"1.0","id":"a","revision":1,"title":{"es":"x"},"parties":[%s]}'
    party = '{"id":"cl","kind":"country","country":"CL"%s}'
    assert text % (party % "") == dumps(loads(text % (party % ',"role":"party"')))
    assert text % (party % ',"role":"third"') == dumps(loads(text % (party % ',"role":"third"')))


def test_false_and_zero_are_written() -> None:
    """They say something, unlike what is absent."""
    text = (
        '{"coopmodel":"1.0","id":"a","revision":1,"title":{"es":"x"},"commitments":[{"id":"c","statement":{"es":"x"},"indicators":'
        '[{"id":"i","title":{"es":"x"},"ascending":false}],"evidence":[{"source":"s","exact":"x","start":0,"end":1}]}]}'
    )
    assert text == dumps(loads(text))


def test_empty_arrays_are_read_as_absent() -> None:
    """So are empty extensions; an empty object within a namespace is kept, since it is not ours to judge."""
    empty: dict[str, Any] = {field.name: [] for field in attrs.fields(Agreement) if field.default == ()}
    document: dict[str, Any] = {**json.loads(SMALL_TEXT), **empty, "extensions": {}}
    assert len(empty) > 15
    assert SMALL == loads(json.dumps(document))
    assert SMALL_TEXT == dumps(loads(json.dumps(document)))
    kept: dict[str, Any] = {**json.loads(SMALL_TEXT), "extensions": {"acme": {}}}
    assert kept == json.loads(dumps(loads(json.dumps(kept))))


def test_the_tag_of_a_party_may_stand_anywhere() -> None:
    """JSON objects have no order; on output it follows the id."""
    text = '{"coopmodel":"1.0","id":"a","revision":1,"title":{"es":"x"},"parties":[{"country":"CL","id":"cl","kind":"country"}]}'
    assert '"parties":[{"id":"cl","kind":"country","country":"CL"}]' in dumps(loads(text))


def test_a_record_with_members_of_a_subclass_is_written_with_them() -> None:
    """What a subclass adds is not lost on output."""

    @attrs.frozen(kw_only=True)
    class Registered(Agreement):
        shelf: str

    record = Registered(id="a", revision=1, title=Text({"es": "x"}), shelf="B 12")
    assert "B 12" == json.loads(dumps(record))["shelf"]


def test_numbers_of_foreign_data_keep_their_kind() -> None:
    """``1.0`` and ``1`` differ, and the largest integer that every reader keeps is kept."""
    text = '{"coopmodel":"1.0","id":"a","revision":9007199254740991,"title":{"es":"x"},"extensions":{"a":{"n":[1,1.0,-9007199254740991,true]}}}'
    assert text == dumps(loads(text))


@pytest.mark.parametrize("number", ["0.1", "-1.50", "1e5", "1E-7", "123456789.25", "5e-324", "-0.0"])
def test_a_number_that_a_float_holds_is_read(number: str) -> None:
    """A number of foreign data is kept where reading it as a double loses nothing."""
    record = loads(f'{{"coopmodel": "1.0", "id": "a", "revision": 1, "title": {{"en": "A"}}, "extensions": {{"x": {{"n": {number}}}}}}}')

    assert {"x": {"n": float(number)}} == thawed(record.extensions)
    assert record == loads(dumps(record))


@pytest.mark.parametrize(
    "number", ["0.1000000000000000055511151231257827", "1e999", "-1e999", "1e-400", "1e99999999999999999999", "9007199254740993.5"]
)
def test_a_number_that_a_float_would_round_is_refused_where_it_stands(number: str) -> None:
    """A number that a double would round, overflow or lose is refused with its pointer; so is one where no number may stand."""
    with pytest.raises(DecodeError) as caught:
        loads(
            f'{{"coopmodel": "1.0", "id": "a", "revision": {number}, "title": {{"en": "A"}}, "extensions": {{"x": {{"n": [{number}]}}}}}}'
        )

    assert [("/revision", "type.integer"), ("/extensions/x/n/0", "extension.number")] == [
        (problem.pointer, problem.code) for problem in caught.value.problems
    ]


def test_eight_threads_may_read_the_first_documents_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The codec is made when it is first used; threads that meet there all get the right record."""
    monkeypatch.setattr(documents, "default_codec", cache(Codec))
    text = GOLDEN.read_text(encoding="utf-8")
    start = threading.Barrier(8)
    written: list[str] = []

    def read() -> None:
        start.wait()
        written.append(dumps(loads(text), indent=2) + "\n")

    run_all([read] * 8)
    assert [text] * 8 == written


def run_all(jobs: list[Callable[[], None]]) -> None:
    """Run the jobs, each in a thread, to their end."""
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("text", ["", "[]", "x", '["\\ud83d\\ude00", 1.5e3, -2]'])
def test_an_error_that_nobody_can_place_is_reported_at_the_beginning(text: str) -> None:
    """A parser may refuse what another takes and say neither what nor where; there is a problem nevertheless."""
    code, message, line, column = parsing._explained(b'["\\ud83d\\ude00", 1.5e3, -2]', msgspec.DecodeError(f"no reason {text}"))  # pyright: ignore[reportPrivateUsage]  no text leads there
    assert ("json.syntax", f"not JSON: no reason {text}", 1, 1) == (code, message, line, column)


def test_a_lone_surrogate_in_a_python_text_is_refused_where_it_stands() -> None:
    """Python can hold it, UTF-8 cannot."""
    with pytest.raises(DecodeError) as caught:
        loads('{\n  "id": "\udc00"}')
    (problem,) = caught.value.problems
    assert ("json.encoding", 2, 10) == (problem.code, problem.line, problem.column)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "coopmodel: 1.0\n", "not JSON: invalid character at line 1, column 1; load_yaml reads such files"),
        ("a.YML", "coopmodel: 1.0\n", "not JSON: invalid character at line 1, column 1; load_yaml reads such files"),
        ("a.jsonl", "{}\n{}\n", "not JSON: trailing characters at line 2, column 1; iter_jsonl reads such files"),
        ("a.json", "coopmodel: 1.0\n", "not JSON: invalid character at line 1, column 1"),
    ],
)
def test_a_file_whose_name_tells_another_form_is_told_what_reads_it(tmp_path: Path, name: str, text: str, message: str) -> None:
    """Whoever hands YAML to the reader of JSON learns where to go; what else is wrong is told as ever."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DecodeError) as refused:
        load(path)
    (problem,) = refused.value.problems
    assert ("json.syntax", message, "") == (problem.code, problem.message, problem.pointer)

    path.write_text("{}", encoding="utf-8")
    with pytest.raises(DecodeError, match="coopmodel") as refused:
        load(path)
    assert "reads such files" not in str(refused.value)
