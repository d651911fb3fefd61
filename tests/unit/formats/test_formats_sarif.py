"""The log in SARIF 2.1.0."""

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import attrs
import pytest
from checked_runs import DAY, checked, document, own_rule, run_of, run_of_own
from published_schemas import SARIF, faults

from coopmodel import __version__
from coopmodel.formats.checked import Checked, Run, to_json
from coopmodel.formats.sarif import sarif
from coopmodel.model.citation import Citation
from coopmodel.rules.catalogue import DEFAULT
from coopmodel.rules.check import check
from coopmodel.rules.findings import Severity
from coopmodel.rules.rule import Found, Rule
from coopmodel.wire.documents import loads

EXAMPLES = [Path("examples/chile-peru-2023"), Path("examples/us-mexico-2021")]
AT = {"uri": "a.json", "index": 0}


def written(run: Run, language: str = "en") -> Any:
    """Return the one run of the log as a reader gets it; the log is valid."""
    log = json.loads(to_json(sarif(run, language)))

    assert [] == faults(SARIF, log)
    assert {"$schema", "version", "runs"} == log.keys()
    assert "2.1.0" == log["version"]
    assert "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json" == log["$schema"]
    (result,) = log["runs"]
    return result


def only_result(run: Run, language: str = "en") -> Any:
    (result,) = written(run, language)["results"]
    return result


def test_the_log_names_the_tool_and_how_it_ran() -> None:
    """Name, version and language of the tool, the unit of columns, the files, the day and the outcome."""
    run = written(run_of_own(name="dir/a.json"), "es")

    assert ("coopmodel", __version__, "es") == tuple(run["tool"]["driver"][name] for name in ("name", "version", "language"))
    assert ("es", "unicodeCodePoints") == (run["language"], run["columnKind"])
    assert [{"location": {"uri": "dir/a.json"}, "mimeType": "application/json", "encoding": "UTF-8", "roles": ["analysisTarget"]}] == run[
        "artifacts"
    ]
    assert [
        {
            "executionSuccessful": True,
            "exitCode": 0,
            "toolExecutionNotifications": [],
            "properties": {"asOf": "2026-11-23", "strict": False},
        }
    ] == run["invocations"]
    assert [] == run["results"]


def test_a_log_without_a_day_says_so() -> None:
    """Nothing is invented where the caller gave no day; strictness is told."""
    assert {"asOf": None, "strict": True} == written(Run(files=(), rules=(), strict=True))["invocations"][0]["properties"]


def test_a_rule_is_described_in_the_language_asked_for() -> None:
    """Name, rationale, help, messages with numbered placeholders, and how bad it is."""
    rule = attrs.evolve(own_rule(message="{b} and {a}, {{not this}}, {b}", severity="info"), needs="texts")

    assert [
        {
            "id": "ACME001",
            "name": "OurOwnRule",
            "shortDescription": {"text": "regla nuestra"},
            "fullDescription": {"text": "Nos gusta."},
            "help": {"text": "Nos gusta. (coopmodel explain ACME001 --lang es)"},
            "messageStrings": {
                "es": {"text": "{0} and {1}, {{not this}}, {0} (es)"},
                "en": {"text": "{0} and {1}, {{not this}}, {0}"},
            },
            "defaultConfiguration": {"level": "note"},
            "properties": {"scope": "entity", "needs": "texts", "strict": "error"},
        }
    ] == written(run_of(rules=(rule,)), "es")["tool"]["driver"]["rules"]


@pytest.mark.parametrize("rule", DEFAULT, ids=lambda rule: rule.code)
def test_every_rule_of_the_catalogue_is_described(rule: Rule) -> None:
    """The name of a rule is one word in letters, its texts are there, and its placeholders are numbered without a gap."""
    (described,) = written(run_of(rules=(rule,)))["tool"]["driver"]["rules"]

    assert re.fullmatch(r"[A-Za-z0-9]+", described["name"])
    assert rule.name["en"] == described["shortDescription"]["text"]
    for text in described["messageStrings"].values():
        numbers = {int(number) for number in re.findall(r"\{([0-9]+)\}", text["text"])}
        assert set(range(len(numbers))) == numbers
        assert not re.search(r"\{[a-z]", text["text"])


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_a_result_says_what_and_where(severity: Severity, level: str) -> None:
    """Rule, level, message, file, region, pointer and entity of a finding."""
    result = only_result(run_of_own(Found("/parties/0/country", {"what": "it"}), severity=severity), "es")

    assert ("ACME001", 0, level, {"text": "it (es)"}) == (result["ruleId"], result["ruleIndex"], result["level"], result["message"])
    assert [
        {
            "physicalLocation": {"artifactLocation": AT, "region": {"startLine": 12, "startColumn": 18, "endLine": 12, "endColumn": 22}},
            "logicalLocations": [
                {"name": "country", "fullyQualifiedName": "/parties/0/country"},
                {"name": "cl", "fullyQualifiedName": "demo#cl", "kind": "object"},
            ],
        }
    ] == result["locations"]
    assert {"messages": {"es": "it (es)", "en": "it"}, "evidence": [], "repair": []} == result["properties"]
    assert [] == result["suppressions"]
    assert not {"relatedLocations", "fixes"} & result.keys()


def test_a_finding_on_the_whole_record_covers_the_file() -> None:
    """The region runs from the first brace to the last, and the record is named by its id."""
    (location,) = only_result(run_of_own(Found("", {"what": "it"})))["locations"]

    assert [{"name": "demo", "fullyQualifiedName": ""}] == location["logicalLocations"]
    assert {"startLine": 1, "startColumn": 1, "endLine": 21, "endColumn": 2} == location["physicalLocation"]["region"]


def test_results_name_their_rule_and_file_by_number() -> None:
    """The second rule and the second file have number 1."""
    rules = (own_rule(code="ACME001"), own_rule(Found("", {"what": "it"}), code="ACME002"))
    run = written(run_of(checked(document(), "a.json", rules[:1]), checked(document(), "b.json", rules), rules=rules))
    (result,) = run["results"]

    assert ("ACME002", 1) == (result["ruleId"], result["ruleIndex"])
    assert {"uri": "b.json", "index": 1} == result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert ["a.json", "b.json"] == [artifact["location"]["uri"] for artifact in run["artifacts"]]


def test_the_words_stand_beside_the_result() -> None:
    """Each citation is a related location at its source, with the words; one of a source that is not there is kept as a property only."""
    evidence = (
        Citation(source="x", exact="lost"),
        Citation(source="s", exact="joint"),
        Citation(source="s", locator="p. 4"),
        Citation(source="s"),
    )
    result = only_result(run_of_own(Found("", {"what": "it"}, evidence=evidence)), "es")
    where = {"artifactLocation": AT, "region": {"startLine": 16, "startColumn": 5, "endLine": 19, "endColumn": 6}}
    logical = [{"name": "s", "fullyQualifiedName": "/sources/0", "kind": "object"}]

    assert [
        {"id": number, "message": {"text": text}, "physicalLocation": where, "logicalLocations": logical}
        for number, text in ((1, "s: «joint»"), (2, "s: p. 4"), (3, "s"))
    ] == result["relatedLocations"]
    assert [
        {"source": "x", "exact": "lost"},
        {"source": "s", "exact": "joint"},
        {"source": "s", "locator": "p. 4"},
        {"source": "s"},
    ] == result["properties"]["evidence"]


def test_a_suppressed_finding_is_a_suppressed_result() -> None:
    """It is there with the record's reason, in the language asked for where it is given."""
    rules = (own_rule(Found("", {"what": "it"})),)
    text = document(suppressions=[{"code": "ACME001", "reason": {"es": "conocido", "en": "known"}}])
    run = run_of(checked(text, rules=rules), rules=rules)

    for language, reason in (("es", "conocido"), ("en", "known")):
        result = only_result(run, language)
        assert [{"kind": "inSource", "status": "accepted", "justification": reason}] == result["suppressions"]


# ---- repairs


def line_of(replacement: Any) -> int:
    return int(replacement["deletedRegion"]["startLine"])


def put(lines: list[str], *, startLine: int, startColumn: int, endLine: int, endColumn: int, text: str) -> None:  # noqa: N803  as SARIF has it
    """Replace a region of a text by another text."""
    lines[startLine - 1 : endLine] = [lines[startLine - 1][: startColumn - 1] + text + lines[endLine - 1][endColumn - 1 :]]


def test_a_repair_that_replaces_values_is_a_fix() -> None:
    """The regions of the old values and the texts of the new ones; applied, they give the repaired record."""
    repair = (
        {"op": "replace", "path": "/parties/0/country", "value": "PÉ"},
        {"op": "replace", "path": "/revision", "value": 4},
        {"op": "replace", "path": "/title", "value": {"es": "x"}},
    )
    result = only_result(run_of_own(Found("", {"what": "it"}, repair)))
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    lines: list[str] = document().split("\n")
    for replacement in reversed(sorted(change["replacements"], key=line_of)):  # noqa: C413  so that earlier lines stay where they are
        put(lines, **replacement["deletedRegion"], text=replacement["insertedContent"]["text"])

    assert {"text": "it"} == fix["description"]
    assert AT == change["artifactLocation"]
    assert json.loads(document(revision=4, title={"es": "x"}, parties=[{"id": "cl", "kind": "country", "country": "PÉ"}])) == json.loads(
        "\n".join(lines)
    )
    assert [*repair] == result["properties"]["repair"]


@pytest.mark.parametrize(
    "repair",
    [
        ({"op": "remove", "path": "/sources/0"},),
        ({"op": "replace", "path": "/revision", "value": 4}, {"op": "remove", "path": "/sources/0"}),
        ({"op": "replace", "path": "/summary", "value": {"en": "x"}},),
        ({"op": "add", "path": "/revision", "value": 4},),
    ],
)
def test_any_other_repair_is_a_property_only(repair: tuple[dict[str, Any], ...]) -> None:
    """What cannot be said by replacing text that is there is not said as a fix, not in part either."""
    result = only_result(run_of_own(Found("", {"what": "it"}, repair)))

    assert "fixes" not in result
    assert [*repair] == result["properties"]["repair"]


# ---- fingerprints


def fingerprints(text: str, *pointers: str, code: str = "ACME001") -> list[str]:
    rules = (own_rule(*[Found(pointer, {"what": "it"}) for pointer in pointers], code=code),)
    return [
        result["partialFingerprints"]["coopmodelFinding/v1"]
        for result in written(run_of(checked(text, rules=rules), rules=rules))["results"]
    ]


PARTIES = [{"id": "cl", "kind": "country", "country": "CL"}, {"id": "pe", "kind": "country", "country": "PE"}]


def test_a_fingerprint_stays_when_lines_move_and_when_entities_come_before() -> None:
    """It goes by the names of what stands around a place, not by lines and numbers."""
    (before,) = fingerprints(document(parties=PARTIES), "/parties/0/country")

    assert re.fullmatch("[0-9a-f]{64}:1", before)
    assert [before] == fingerprints(document(indent=None, parties=PARTIES), "/parties/0/country")
    assert [before] == fingerprints(document(parties=PARTIES[::-1]), "/parties/1/country")


def test_fingerprints_tell_rules_entities_members_and_words_apart() -> None:
    """Another rule, entity, member or element of a list has another one."""
    areas = document(parties=PARTIES, areas=["health", "security"])
    pointers = ["/parties/0/country", "/parties/1/country", "/parties/0/id", "/areas/0", "/areas/1", "", "/parties"]
    found = [*fingerprints(areas, *pointers), *fingerprints(areas, "/parties/0/country", code="ACME002")]

    assert len(pointers) + 1 == len(set(found))
    assert all(fingerprint.endswith(":1") for fingerprint in found)
    assert found[3:5] == fingerprints(document(areas=["security", "health"]), "/areas/1", "/areas/0")


def test_findings_on_one_thing_are_numbered() -> None:
    """Two findings of one rule at one place differ by their number; elements without a name are alike; a code is a name."""
    meeting = {"id": "m", "agenda": [{"title": {"en": "A"}}, {"title": {"en": "B"}}]}
    taxonomy = [{"code": "own:a", "label": {"en": "A"}}, {"code": "own:b", "label": {"en": "B"}}]
    text = document(meetings=[meeting], taxonomy=taxonomy)
    first, second, third, fourth, fifth = fingerprints(
        text, "/meetings/0/agenda/0", "/meetings/0/agenda/1", "/meetings/0/agenda/1", "/taxonomy/0", "/taxonomy/1"
    )

    assert (":1", ":2", ":3", ":1", ":1") == (first[64:], second[64:], third[64:], fourth[64:], fifth[64:])
    assert first[:64] == second[:64] == third[:64]
    assert fourth != fifth


def test_a_place_that_is_not_in_the_record_has_a_fingerprint() -> None:
    """A rule of somebody else may point anywhere."""
    pointers = ["/parties/9", "/parties/9999999999", "/title/en", "/nowhere/0/x", "/parties/-"]

    assert len(pointers) == len(set(fingerprints(document(), *pointers)))


# ---- what went wrong


def test_a_file_that_is_no_record_is_a_notification_for_each_problem() -> None:
    """The run was no success, and each problem has its place, its code and its pointer."""
    run = written(run_of(checked(document(), "good.json"), checked('{\n  "a": ]\n}', "b c.json"), checked(document(id="A"), "c.json")))
    (invocation,) = run["invocations"]
    broken, wrong = invocation["toolExecutionNotifications"]

    assert (False, 2) == (invocation["executionSuccessful"], invocation["exitCode"])
    assert ("error", {"code": "json.syntax", "pointer": ""}) == (broken["level"], broken["properties"])
    assert [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "b%20c.json", "index": 1},
                "region": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 8},
            }
        }
    ] == broken["locations"]
    assert {"code": "identifier.form", "pointer": "/id"} == wrong["properties"]
    assert wrong["message"]["text"].startswith("/id: 'A' is not an identifier")
    assert {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 12} == wrong["locations"][0]["physicalLocation"]["region"]


def test_a_rule_that_failed_is_a_notification_too() -> None:
    """RUL001 is among the results, and tells the tool's own failure where consumers look for it; the run goes on."""
    rules = (own_rule(Found("", {"what": "it"}), error=KeyError("register")),)
    run = written(run_of(checked(document(), rules=rules), rules=rules))
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]

    assert ["ACME001", "RUL001"] == [result["ruleId"] for result in run["results"]]
    assert ["ACME001", "RUL001"] == [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ("warning", {"id": "RUL001", "index": 1}) == (notification["level"], notification["associatedRule"])
    assert run["results"][1]["message"] == notification["message"]
    assert AT == notification["locations"][0]["physicalLocation"]["artifactLocation"]
    assert run["invocations"][0]["executionSuccessful"]


# ---- hostile content


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.json", "a.json"),
        ("../a b/ñ.json", "../a%20b/%C3%B1.json"),
        ("c:d,e?f#g%h.json", "c%3Ad%2Ce%3Ff%23g%25h.json"),
        ("\udcff.json", "%FF.json"),
        ("/srv/a b.json", "file:///srv/a%20b.json"),
        ("-", "stdin:"),
    ],
)
def test_files_are_named_by_uri(path: str, uri: str) -> None:
    """Every character of a path that means something in a URI is encoded; a byte that is no text is that byte."""
    assert uri == written(run_of(checked(document(), path)))["artifacts"][0]["location"]["uri"]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("{0} {x}", "{{0}} {{x}}"),
        ("[click](https://example.org)", "[click\\](https://example.org)"),
        ("[a] (b)", "[a] (b)"),
        ("\udc80\n::error::", "\\udc80\n::error::"),
    ],
)
def test_no_message_is_more_than_text(said: str, text: str) -> None:
    """What a record says is neither a placeholder nor a link in the log."""
    result = only_result(run_of_own(Found("", {"what": said})))

    assert text == result["message"]["text"]


@pytest.mark.parametrize(
    "text", [b"", b"\xff", b"[" * 100_000, b"nothing", document(**{"~/": 1}).encode(), document(parties=None).encode()]
)
def test_the_log_on_a_hostile_file_is_valid(text: bytes) -> None:
    """Whatever a file holds, the log is valid and tells that it is no record."""
    run = written(run_of(checked(text)))

    assert [] == run["results"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) > 0


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_logs_on_the_examples_are_valid(folder: Path, language: str) -> None:
    """The logs on both whole records are valid, and every result stands on a line of its own file."""
    file = checked((folder / "agreement.json").read_bytes(), str(folder / "agreement.json"))
    run = written(run_of(file), language)

    assert [finding.message(language) for finding in file.findings] == [result["message"]["text"] for result in run["results"]]
    lines = file.text.decode().split("\n")
    for finding, result in zip(file.findings, run["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["endLine"] <= len(lines)
        assert finding.pointer == "" or region["startLine"] > 1


@pytest.mark.parametrize("rule", DEFAULT, ids=lambda rule: rule.code)
def test_the_log_on_every_rules_example_is_valid(rule: Rule) -> None:
    """What any rule finds in its own wrong example can be told."""
    example = rule.wrong
    related = [loads(json.dumps(other)) for other in example.related_documents()]
    rules = (*DEFAULT, *example.rules)
    text = json.dumps(example.document())
    findings = check(loads(text), as_of=example.as_of or DAY, texts=example.texts, related=related, rules=rules)
    file = Checked(path=PurePosixPath("a.json"), text=text.encode(), record=loads(text), findings=findings)

    assert rule.code in [result["ruleId"] for result in written(run_of(file, rules=rules))["results"]]
