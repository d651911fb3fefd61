"""The report as JSON, and its published schema."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from checked_runs import DAY, checked, document, own_rule, run_of, run_of_own
from jsonschema import Draft202012Validator
from published_schemas import REPORT, faults

from coopmodel import __version__
from coopmodel.errors import Problem
from coopmodel.formats.checked import Checked, Run, to_json
from coopmodel.formats.report import SCHEMA, VERSION, report, report_schema
from coopmodel.model.agreement import to_rule_code
from coopmodel.model.citation import Citation
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.findings import SEVERITIES, Need
from coopmodel.rules.rule import Found, Rule
from coopmodel.wire.documents import loads

EXAMPLES = [Path("examples/chile-peru-2023"), Path("examples/us-mexico-2021")]
WORDS = Citation(
    source="s", exact="joint patrols", prefix="on ", suffix=" at", start=3, end=16, locator="p. 4", supports=["statement", "kind"]
)
EVERY_OPERATION = (
    {"op": "add", "path": "/a", "value": {"b": [1, None]}},
    {"op": "move", "from": "/a", "path": "/b"},
    {"op": "remove", "path": "/b"},
)


def fits(schema: Any, value: Any) -> bool:
    """Tell whether a schema allows a value."""
    validator: Any = Draft202012Validator(schema)
    return bool(validator.is_valid(value))


def written(run: Run) -> Any:
    """Return the report as a reader gets it."""
    return json.loads(to_json(report(run)))


def test_a_report_says_everything() -> None:
    """Every member of a report, of a finding with its evidence and repair, and of the summary."""
    found = Found("/parties/0", {"what": ("it", 2), "word": {"en": "a", "es": "b"}}, EVERY_OPERATION[1:], evidence=(WORDS,))

    assert {
        "$schema": "urn:coopmodel:schema:report:1.0",
        "report": "1.0",
        "tool": {"name": "coopmodel", "version": __version__},
        "as_of": "2026-11-23",
        "strict": False,
        "rules": ["ACME001"],
        "files": [
            {
                "file": "a.json",
                "id": "demo",
                "revision": 3,
                "findings": [
                    {
                        "code": "ACME001",
                        "name": {"en": "our, own: rule", "es": "regla nuestra"},
                        "severity": "warning",
                        "pointer": "/parties/0",
                        "on": "cl",
                        "message": {"en": "it, 2", "es": "it, 2 (es)"},
                        "values": {"what": ["it", 2], "word": {"en": "a", "es": "b"}},
                        "evidence": [
                            {
                                "source": "s",
                                "exact": "joint patrols",
                                "prefix": "on ",
                                "suffix": " at",
                                "start": 3,
                                "end": 16,
                                "locator": "p. 4",
                                "supports": ["statement", "kind"],
                            }
                        ],
                        "repair": [{"op": "move", "from": "/a", "path": "/b"}, {"op": "remove", "path": "/b"}],
                    }
                ],
                "suppressed": [],
                "skipped": [],
            }
        ],
        "summary": {"files": 1, "unreadable": 0, "error": 0, "warning": 1, "info": 0, "suppressed": 0},
    } == written(run_of_own(found))


def test_what_is_suppressed_and_what_was_skipped_is_said() -> None:
    """A suppressed finding is whole and has its reason; a skipped rule says what it lacked."""
    needing = attrs.evolve(own_rule(code="ACME002"), needs="texts")
    rules = (own_rule(Found("", {"what": "it"})), needing)
    text = document(suppressions=[{"code": "ACME001", "reason": {"es": "conocido", "fr": "connu"}}])
    quoting = document(commitments=[{"id": "c", "statement": {"en": "C"}, "evidence": [{"source": "s", "exact": "x"}]}])
    result = written(run_of(checked(text, "a", rules), checked(quoting, "b", rules, texts={}), rules=rules))
    first, second = result["files"]

    assert [("ACME001", {"es": "conocido", "fr": "connu"})] == [(one["finding"]["code"], one["reason"]) for one in first["suppressed"]]
    assert [{"code": "ACME002", "needs": "texts", "missing": []}] == first["skipped"]
    assert [{"code": "ACME002", "needs": "texts", "missing": ["s"]}] == second["skipped"]
    assert ({"files": 2, "unreadable": 0, "error": 0, "warning": 1, "info": 0, "suppressed": 1}) == result["summary"]
    assert ["ACME001", "ACME002"] == result["rules"]


def test_an_unreadable_file_is_told_with_its_problems() -> None:
    """A file that is no record has neither id nor findings, but everything that is known of each problem."""
    result = written(run_of(checked("{]", "b.json"), checked(document(partys=[{}], id=["A"]), "c.json")))
    broken, wrong = result["files"]

    assert {"file", "problems"} == broken.keys() == wrong.keys()
    assert [(1, 2, None, [])] == [(it["line"], it["column"], it["value"], it["allowed"]) for it in broken["problems"]]
    assert [("/id", "['A']"), ("/partys", "partys")] == [(it["pointer"], it["value"]) for it in wrong["problems"]]
    assert "parties" == wrong["problems"][1]["suggestion"]
    assert "parties" in wrong["problems"][1]["allowed"]
    assert ({"files": 2, "unreadable": 2, "error": 0, "warning": 0, "info": 0, "suppressed": 0}) == result["summary"]


def test_a_report_without_a_day_says_so() -> None:
    """Nothing is invented where the caller gave no day; strictness is told."""
    assert None is written(Run(files=(), rules=()))["as_of"]
    assert True is written(Run(files=(), rules=(), strict=True, as_of=date(2024, 1, 2)))["strict"]


def test_what_a_class_of_ones_own_adds_is_left_out() -> None:
    """The report keeps to its schema where citations and operations have members that nobody knows."""
    own = attrs.make_class("OwnCitation", {"page": attrs.field(default=3)}, bases=(Citation,), frozen=True, kw_only=True)
    run = run_of_own(Found("", {"what": "it"}, ({"op": "remove", "path": "/a", "why": "because"},), evidence=(own(source="s", page=4),)))
    (finding,) = written(run)["files"][0]["findings"]

    assert [{"source": "s"}] == finding["evidence"]
    assert [{"op": "remove", "path": "/a"}] == finding["repair"]


# ---- the schema


def test_the_schema_is_one() -> None:
    """It is a schema of JSON Schema 2020-12 with a name, which every report gives as its own."""
    schema = report_schema()
    Draft202012Validator.check_schema(schema)

    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    assert SCHEMA == schema["$id"] == schema["properties"]["$schema"]["const"]
    assert VERSION == schema["properties"]["report"]["const"]
    assert SCHEMA.endswith(f":{VERSION}")


def schemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema."""
    yield schema
    for inner in (*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *schema.get("oneOf", ())):
        yield from schemas(inner)
    if isinstance(schema.get("items"), dict):
        yield from schemas(schema["items"])


def test_everything_in_the_schema_is_described() -> None:
    """Every definition has a title, every member a description, of its own or of the definition that it is."""
    schema = report_schema()
    for definition in schema["$defs"].values():
        assert definition["title"]
    for inner in schemas(schema):
        assert (
            "description" in inner or "$ref" in inner or "const" in inner or "oneOf" in inner or {"type"} == inner.keys() or "enum" in inner
        )


def test_objects_are_closed() -> None:
    """An object with named members allows no others, and lists those that are always there."""
    closed = [inner for inner in schemas(report_schema()) if "properties" in inner]

    assert len(closed) > 10
    for inner in closed:
        assert inner["additionalProperties"] is False
        assert set(inner["required"]) <= inner["properties"].keys()


def test_the_schema_and_the_code_know_the_same_words() -> None:
    """Severities, needs, members of a citation and codes of rules are those of the code."""
    definitions = report_schema()["$defs"]

    assert list(SEVERITIES) == definitions["severity"]["enum"]
    assert list(get_args(Need)) == definitions["skipped"]["properties"]["needs"]["enum"]
    assert [field.name for field in attrs.fields(Citation)] == list(definitions["citation"]["properties"])
    assert [field.name for field in attrs.fields(Citation) if field.default is attrs.NOTHING] == definitions["citation"]["required"]
    for rule in DEFAULT:
        assert rule.code == to_rule_code(rule.code)
        assert fits(definitions["code"], rule.code)
    assert not fits(definitions["code"], "A001")


def test_every_member_that_the_schema_names_is_written() -> None:
    """Nothing is described that the code never writes: a report with everything in it uses every member of every object."""
    found = Found("/parties/0", {"what": "it"}, EVERY_OPERATION, evidence=(WORDS,))
    rules = (own_rule(found), attrs.evolve(own_rule(code="ACME002"), needs="texts"))
    silenced = document(suppressions=[{"code": "ACME001", "reason": {"en": "known"}}])
    run = run_of(checked(document(), "a", rules), checked(silenced, "b", rules), checked("{", "c"), rules=rules)
    schema, result = report_schema(), written(run)
    seen: dict[str, set[str]] = {}

    def visit(part: Any, inner: dict[str, Any]) -> None:
        if "$ref" in inner:
            name = inner["$ref"].rpartition("/")[2]
            inner = schema["$defs"][name]
            if "properties" in inner:
                seen.setdefault(name, set()).update(part)
        for option in inner.get("oneOf", ()):
            if fits(schema | {"$ref": option["$ref"], "required": [], "properties": {}, "additionalProperties": True}, part):
                visit(part, option)
        if isinstance(part, list):
            for element in part:  # pyright: ignore[reportUnknownVariableType]  any JSON
                visit(element, inner.get("items", {}))
        elif isinstance(part, dict):
            for name in part:  # pyright: ignore[reportUnknownVariableType]  any JSON
                visit(part[name], inner.get("properties", {}).get(name, {}))

    visit(result, schema)

    assert schema["properties"].keys() == result.keys()
    assert {name: set(inner["properties"]) for name, inner in schema["$defs"].items() if "properties" in inner} == seen


NO_REPORTS: list[dict[str, Any]] = [
    {"report": "2.0"},
    {"as_of": "yesterday"},
    {"strict": None},
    {"rules": ["acme"]},
    {"rules": ["ACME001", "ACME001"]},
    {"files": [{"file": "a", "problems": []}]},
    {"files": [{"file": "a"}]},
    {"summary": {}},
    {"more": 1},
]


@pytest.mark.parametrize("wrong", NO_REPORTS)
def test_the_schema_refuses_what_is_no_report(wrong: dict[str, Any]) -> None:
    """A schema that lets everything pass would prove nothing."""
    good = written(run_of_own())

    assert [] == faults(REPORT, good)
    assert [] != faults(REPORT, good | wrong)


# ---- real reports keep to it


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("with_texts", [True, False])
def test_the_reports_on_the_examples_are_valid(folder: Path, *, with_texts: bool) -> None:
    """The reports on both whole records keep to the schema, with and without the texts of their sources."""
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("texts/*.txt")} if with_texts else None
    file = checked((folder / "agreement.json").read_bytes(), texts=texts)
    result = written(run_of(file))

    assert file.record is not None
    assert len(result["files"][0]["findings"]) > 0
    assert [] == faults(REPORT, result)


@pytest.mark.parametrize("rule", DEFAULT, ids=lambda rule: rule.code)
def test_the_report_on_every_rules_example_is_valid(rule: Rule) -> None:
    """What any rule finds in its own wrong example keeps to the schema, and is told whole."""
    example = rule.wrong
    related = [loads(json.dumps(other)) for other in example.related_documents()]
    rules = (*DEFAULT, *example.rules)
    text = json.dumps(example.document())
    record = loads(text)
    findings = check(record, as_of=example.as_of or DAY, texts=example.texts, related=related, rules=rules)
    file = Checked(path=Path("a.json"), text=text.encode(), record=record, findings=findings)
    result = written(run_of(file, rules=rules))

    assert [] == faults(REPORT, result)
    assert rule.code in [finding["code"] for finding in result["files"][0]["findings"]]
    for finding in result["files"][0]["findings"]:
        for value in finding["values"].values():
            assert not isinstance(value, dict) or {"es", "en"} == value.keys()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b"[]",
        b"nothing",
        b'{"coopmodel": "9.0"}',
        b'{"coopmodel": "1.0", "id": "a", "id": "b", "revision": 1e999, "title": {"en": "\\ud800"}}',
        b'{"coopmodel": "1.0", "id": "a~/b", "revision": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        document(**{"~/\n": 1, "\u202e": 2, "": 3}).encode(),
        document(title={"en": 1.5, "es": {"a": [None]}}, parties="x" * 100_000).encode(),
        document(parties=None, sources=[[[]]], revision=float("1e300")).encode(),
    ],
)
def test_the_report_on_a_hostile_file_is_valid(text: bytes) -> None:
    """Whatever a file holds, the report keeps to the schema and says why it is no record."""
    result = written(run_of(checked(text, "\udc80\n.json")))

    assert [] == faults(REPORT, result)
    assert "\\udc80\n.json" == result["files"][0]["file"]
    assert 1 == result["summary"]["unreadable"]


@pytest.mark.parametrize("value", ["\udc80", float("nan"), {1: {2: (3,)}}, object(), {"es": "\n::error::", "en": "\x1b"}, "x" * 1_000_000])
def test_the_report_on_what_a_strange_rule_finds_is_valid(value: Any) -> None:
    """A rule of somebody else may speak of anything."""
    repair = ({"op": "add", "path": "/a", "value": value},)

    assert [] == faults(REPORT, written(run_of_own(Found("/a~1b", {"what": value}, repair))))


def test_a_problem_that_a_program_made_is_told_as_text() -> None:
    """A value that JSON does not have is shown as text, cut short where it is long."""
    problems = [Problem("/a", "type.string", "\udc80", value) for value in (float("inf"), (1, 2), b"x" * 1000, 10**5000, True, "y" * 1000)]
    file = Checked(path=Path("a"), problems=tuple(problems))
    result = written(run_of(file))
    values = [problem["value"] for problem in result["files"][0]["problems"]]

    assert [] == faults(REPORT, result)
    assert ["inf", "(1, 2)", "b'" + "x" * 77 + "…", "<int>", True, "y" * 1000] == values
    assert "\\udc80" == result["files"][0]["problems"][0]["message"]
