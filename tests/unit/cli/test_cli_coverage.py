"""``coopmodel coverage``, as its users meet it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.text import Text

from coopmodel.cli.commands import cli

CHILE_PERU = "examples/chile-peru-2023/agreement.json"
US_MEXICO = "examples/us-mexico-2021/agreement.json"
BASE: dict[str, Any] = {
    "coopmodel": "1.0",
    "id": "first",
    "revision": 2,
    "title": {"en": "First meeting", "es": "Primera reunión"},
    "parties": [
        {"id": "cl", "kind": "country", "country": "CL"},
        {"id": "pe", "kind": "country", "country": "PE"},
        {"id": "bo", "kind": "country", "country": "BO", "role": "observer"},
        {"id": "un", "kind": "organization", "name": {"en": "United Nations", "es": "Naciones Unidas"}, "acronym": "UN", "role": "third"},
    ],
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["coverage", *arguments])


def promise(name: str, *areas: str, **members: Any) -> dict[str, Any]:
    found = {"id": name, "statement": {"en": f"To {name}", "es": f"Sobre {name}"}, **members}
    return found | ({"areas": list(areas)} if areas else {})


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Return what writes a document with these members to a file and gives its path."""

    def write(*commitments: dict[str, Any], name: str = "a.json", **members: Any) -> str:
        path = tmp_path / name
        path.write_text(json.dumps(BASE | {"commitments": commitments} | members), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def small(write: Any) -> str:
    """Return the path of a record with everything that the command tells apart."""
    return str(
        write(
            promise("patrol", "border-control", "contraband", strength="binding"),
            promise("train", "border-control", strength="interest", obligors=["cl"]),
            promise("study"),
            promise("help", "health", strength="agreed", obligors=["cl", "un"]),
            name="small.json",
            meetings=[
                {
                    "id": "m",
                    "title": {"en": "The meeting", "es": "La reunión"},
                    "status": "held",
                    "agenda": [
                        {"title": {"en": "Borders", "es": "Fronteras"}, "areas": ["border-control", "energy"]},
                        {"title": {"en": "Arms", "es": "Armas"}, "areas": ["arms-trafficking"]},
                        {"title": {"en": "Other", "es": "Otros"}},
                    ],
                },
            ],
        )
    )


def test_a_record_is_told_in_english(small: str) -> None:
    """Areas by strength, who promises, and what the agenda ended in: aligned, without any escape code or needless column."""
    expected = """\
First meeting
first · revision 2

Commitments by area and strength (4)
                                                      not
  area                     binding agreed interest judged total
  illicit arms trafficking       ·      ·        ·      ·     ·
  smuggling of goods             1      ·        ·      ·     1
  border control                 1      ·        1      ·     2
  energy                         ·      ·        ·      ·     ·
  health                         ·      1        ·      ·     1
  without area                   ·      ·        ·      1     1
  total                          1      1        1      1     4
  A commitment on several areas counts in each of their rows, and once in the total.
  Strengths without commitments: announced, intended.

Who promises
                                                 not
  party               binding agreed interest judged total
  all parties jointly       1      ·        ·      1     2
  Chile                     ·      1        1      ·     2
  Peru                      ·      ·        ·      ·     ·
  UN                        ·      1        ·      ·     1
  total                     1      1        1      1     4

What the agenda ended in
  The meeting [m]
    1. Borders: binding action
       patrol, train; nothing on energy
    2. Arms: nothing
    3. Other: unknown, since it names no area
"""
    result = run(small)

    assert 0 == result.exit_code
    assert expected == result.stdout


def test_a_record_is_told_in_spanish(small: str) -> None:
    """Headings, names, strengths and outcomes are there in Spanish."""
    expected = """\
Primera reunión
first · revisión 2

Compromisos por área y firmeza (4)
                                                             sin
  área                     vinculante acordado interés calificar total
  tráfico ilícito de armas          ·        ·       ·         ·     ·
  contrabando                       1        ·       ·         ·     1
  control fronterizo                1        ·       1         ·     2
  energía                           ·        ·       ·         ·     ·
  salud                             ·        1       ·         ·     1
  sin área                          ·        ·       ·         1     1
  total                             1        1       1         1     4
  Un compromiso sobre varias áreas cuenta en la fila de cada una, y una sola vez en el total.
  Grados de firmeza sin compromisos: anunciado, intención.

Quién se compromete
                                                                 sin
  parte                        vinculante acordado interés calificar total
  todas las partes en conjunto          1        ·       ·         1     2
  Chile                                 ·        1       1         ·     2
  Perú                                  ·        ·       ·         ·     ·
  UN                                    ·        1       ·         ·     1
  total                                 1        1       1         1     4

En qué terminó el temario
  La reunión [m]
    1. Fronteras: acción vinculante
       patrol, train; nada sobre energía
    2. Armas: nada
    3. Otros: no se sabe, pues no indica área
"""
    assert expected == run(small, "--lang", "es").stdout


PILLARS = [
    {"id": "peace", "title": {"en": "Peace", "es": "Paz"}},
    {"id": "ports", "title": {"en": "Ports", "es": "Puertos"}, "parent": "peace"},
    {"id": "care", "title": {"en": "Care", "es": "Cuidado"}},
]


@pytest.fixture
def pillars(write: Any) -> str:
    """Return the path of a record with two pillars."""
    commitments = [
        promise("scan", "contraband", strength="agreed", objective="ports", obligors=["cl"]),
        promise("talk", strength="interest"),
        promise("heal", "health", strength="agreed", objective="care"),
    ]
    return str(write(*commitments, name="pillars.json", objectives=PILLARS, areas=["energy", "health", "trade"]))


def test_with_several_objectives_there_is_a_matrix_for_each(pillars: str) -> None:
    """Every pillar has its own areas and total, what stands under none comes last, and areas that nothing covers are named below."""
    expected = """\
Commitments by objective, area and strength (3)
  Peace [peace]
  area               agreed interest total
  smuggling of goods      1        ·     1
  total                   1        0     1

  Care [care]
  area   agreed interest total
  health      1        ·     1
  total       1        0     1

  Under no objective
  area         agreed interest total
  without area      ·        1     1
  total             0        1     1

  On the table, and no commitment on it: energy, trade
  A commitment on several areas counts in each of their rows, and once in the total.
"""
    assert expected in run(pillars).stdout
    assert expected in run(pillars, "--by", "objective").stdout
    text = run(pillars, "--lang", "es").stdout
    for said in (
        "Compromisos por objetivo, área y firmeza (3)",
        "  Paz [peace]",
        "  Fuera de todo objetivo",
        "  Abordado sin compromiso: energía, comercio",
    ):
        assert said in text.splitlines()


def test_the_view_may_be_chosen(pillars: str, small: str) -> None:
    """``--by area`` gives one matrix where there are pillars, ``--by objective`` one for each objective, be it none."""
    by_area = run(pillars, "--by", "area").stdout

    assert "Commitments by area and strength (3)\n  area               agreed interest total\n" in by_area
    assert "\n  energy                  ·        ·     ·\n" in by_area
    assert "Peace" not in by_area
    assert "On the table" not in by_area
    assert "(4)\n  Under no objective\n" in run(small, "--by", "objective").stdout


def test_one_objective_makes_no_pillars(write: Any) -> None:
    """Where there is one top objective, its parts not counted, the matrix is one for the whole record."""
    path = write(promise("scan", "contraband", objective="ports"), objectives=PILLARS[:2])

    assert "Commitments by area and strength (1)" in run(path).stdout


def test_one_party_by_itself(pillars: str, small: str) -> None:
    """``--party`` leaves what one party promises by itself: other rows, pillars and parties are not shown, the agenda is."""
    expected = """\
Commitments by objective, area and strength: Chile (1)
  Peace [peace]
  area               agreed total
  smuggling of goods      1     1
  total                   1     1
  A commitment on several areas counts in each of their rows, and once in the total.
  Strengths without commitments: binding, announced, intended, interest.
"""
    text = run(pillars, "--party", "cl").stdout

    assert text.endswith(expected)
    assert "Arms: nothing" in run(small, "--party", "cl").stdout
    assert "Who promises" not in run(small, "--party", "cl").stdout


def test_all_parties_jointly(small: str, write: Any) -> None:
    """``--party jointly`` leaves what names no obligor; a party with that very id is meant first."""
    expected = """\
Commitments by area and strength: all parties jointly (2)
                                not
  area               binding judged total
  smuggling of goods       1      ·     1
  border control           1      ·     1
  without area             ·      1     1
  total                    1      1     2
"""
    named = [{"id": "jointly", "kind": "country", "country": "CL"}]
    text = run(write(promise("a", obligors=["jointly"]), promise("b"), promise("c"), parties=named), "--party", "jointly").stdout

    assert expected in run(small, "--party", "jointly").stdout
    assert "Commitments by area and strength: Chile (1)" in text
    assert "todas las partes en conjunto (2)" in run(small, "--party", "jointly", "--lang", "es").stdout


def test_a_party_that_promises_nothing(small: str) -> None:
    """Nothing is counted, and nothing is said about what nothing means."""
    assert (
        "Commitments by area and strength: Peru (0)\n  area  total\n  total     0\n\nWhat the agenda" in run(small, "--party", "pe").stdout
    )


def test_an_unknown_party_is_a_misuse(small: str) -> None:
    """The likely one is suggested, and all of them are named."""
    result = run(small, "--party", "cll")

    assert 2 == result.exit_code
    assert "--party: no party has the id 'cll'; did you mean 'cl'? [reference.unknown]. Known are cl, pe, bo, un, jointly." in " ".join(
        result.stderr.split()
    )


def test_an_empty_record_is_told(write: Any) -> None:
    """Without commitments there is a matrix of nothing, and neither parties nor an agenda."""
    expected = "First meeting\nfirst · revision 2\n\nCommitments by area and strength (0)\n  area  total\n  total     0\n"

    assert expected == run(write()).stdout


@pytest.mark.parametrize(
    ("strength", "en", "es"),
    [
        ("binding", "binding action", "acción vinculante"),
        ("agreed", "agreed action", "acción acordada"),
        ("announced", "an announcement", "un anuncio"),
        ("intended", "an intention", "una intención"),
        ("interest", "interest only", "solo interés"),
        (None, "promises that nobody has judged", "compromisos sin calificar"),
    ],
)
def test_what_an_item_ended_in_is_put_into_words(write: Any, strength: str | None, en: str, es: str) -> None:
    """Every outcome has its words in both languages; a meeting without title is named by its id, each meeting once."""
    agenda = [{"title": {"en": "Health"}, "areas": ["health"]}]
    meetings = [{"id": "m", "agenda": agenda}, {"id": "n", "agenda": [*agenda, *agenda]}]
    path = write(promise("heal", "health", **({"strength": strength} if strength else {})), meetings=meetings)

    assert run(path).stdout.endswith(
        f"What the agenda ended in\n  m [m]\n    1. Health: {en}\n       heal\n"
        f"  n [n]\n    1. Health: {en}\n       heal\n    2. Health: {en}\n       heal\n"
    )
    assert f"    1. Health: {es}\n" in run(path, "--lang", "es").stdout


@pytest.fixture
def pair(write: Any) -> tuple[str, str]:
    """Return the paths of a first meeting and of a second one that continues, strengthens, weakens and drops."""
    first = write(
        promise("patrol", strength="agreed"),
        promise("train", strength="interest"),
        promise("share", strength="binding"),
        promise("study", strength="announced"),
        promise("meet", strength="announced"),
        promise("plan"),
        name="first.json",
    )
    second = write(
        promise("patrol-more", strength="agreed", continues=["first#patrol"]),
        promise("train-more", strength="intended", continues=["first#train"]),
        promise("share-less", strength="agreed", continues=["first#share"]),
        promise("plan-on", strength="agreed", continues=["first#plan"]),
        promise("build"),
        promise("patrol-again", continues=["patrol-more"]),
        name="second.json",
        id="second",
        reports=[{"id": "met", "text": {"en": "They met"}, "about": ["first#meet"]}],
        relations=[{"kind": "follows", "target": "first"}],
    )
    return first, second


def test_what_became_of_an_earlier_record(pair: tuple[str, str]) -> None:
    """``--since`` tells behind the coverage what became of each earlier promise, and which promises are new."""
    first, second = pair
    expected = """\

Since first (First meeting): 6 commitments then, 6 now
  carried over (2)
    To patrol-more [patrol-more]
      patrol: agreed
    To plan-on [plan-on]
      plan: not judged -> agreed
  strengthened (1)
    To train-more [train-more]
      train: interest -> intended
  weakened (1)
    To share-less [share-less]
      share: binding -> agreed
  not continued, and reported on (1)
    To meet [meet]
      announced
  dropped: neither continued nor reported on (1)
    To study [study]
      announced
  new (1)
    To build [build]
      not judged
  repeat another one of this record (1)
    To patrol-again [patrol-again]
      not judged
"""
    result = run(second, "--since", first)

    assert 0 == result.exit_code
    assert result.stdout == run(second).stdout + expected


def test_what_became_of_an_earlier_record_in_spanish(pair: tuple[str, str]) -> None:
    """The same in Spanish."""
    first, second = pair
    lines = run(second, "--since", first, "--lang", "es").stdout.splitlines()

    for said in (
        "Desde first (Primera reunión): 6 compromisos entonces, 6 ahora",
        "  mantenidos (2)",
        "    Sobre plan-on [plan-on]",
        "      plan: sin calificar -> acordado",
        "  reforzados (1)",
        "  debilitados (1)",
        "  sin continuación, y con informe (1)",
        "  abandonados: sin continuación ni informe (1)",
        "      anunciado",
        "  nuevos (1)",
        "  repiten otro de este registro (1)",
    ):
        assert said in lines


@pytest.fixture
def dated(write: Any) -> tuple[str, str]:
    """Return two records, of which the second continues what the first promised, with other dates."""
    meeting = {"id": "m", "title": {"en": "The meeting", "es": "La reunión"}}
    first = write(
        promise("late", due="2024-41"),
        promise("early", due="2025"),
        promise("gone", due="2025"),
        promise("come"),
        promise("kept", due="2025"),
        promise("counted", due={"anchor": "m", "offset": "P60D"}),
        promise("unknown", due={"anchor": "adoption", "offset": "P60D"}),
        name="first.json",
        meetings=[meeting | {"date": "2024-05-02"}],
    )
    second = write(
        promise("late-2", due="2025-40", continues=["first#late"]),
        promise("early-2", due="2024", continues=["first#early"]),
        promise("gone-2", continues=["first#gone"]),
        promise("come-2", due="2025", continues=["first#come"]),
        promise("kept-2", due="2025", continues=["first#kept"]),
        promise("counted-2", due={"anchor": "m", "offset": "P60D"}, continues=["first#counted"]),
        promise("unknown-2", due={"anchor": "adoption", "offset": "P90D"}, continues=["first#unknown"]),
        name="second.json",
        id="second",
        meetings=[meeting | {"date": "2024-05-12"}],
    )
    return first, second


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            {
                "late-2": "due: second half of 2024 -> first half of 2025 (later by 6 months)",
                "early-2": "due: 2025 -> 2024 (earlier by 1 year)",
                "gone-2": "due: 2025 -> no date",
                "come-2": "due: no date -> 2025",
                "counted-2": "due: 60 days after “The meeting” (later by 10 days)",
                "unknown-2": "due: 60 days after adoption -> 90 days after adoption",
            },
        ),
        (
            "es",
            {
                "late-2": "plazo: segundo semestre de 2024 -> primer semestre de 2025 (6 meses más tarde)",
                "early-2": "plazo: 2025 -> 2024 (1 año antes)",
                "gone-2": "plazo: 2025 -> sin fecha",
                "come-2": "plazo: sin fecha -> 2025",
                "counted-2": "plazo: 60 días después de «La reunión» (10 días más tarde)",
                "unknown-2": "plazo: 60 días después de la adopción -> 90 días después de la adopción",
            },
        ),
    ],
)
def test_a_date_that_moved_is_told(dated: tuple[str, str], language: str, expected: dict[str, str]) -> None:
    """From when to when, and by how much where both dates are known; a date that stays is not told."""
    first, second = dated
    lines = run(second, "--since", first, "--lang", language).stdout.partition("first")[2].splitlines()
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        if line.endswith("]"):
            name = line.rpartition("[")[2][:-1]
        elif line.startswith(("      due: ", "      plazo: ")):
            found[name] = line.strip()

    assert expected == found


def test_a_program_gets_the_dates_that_moved(dated: tuple[str, str]) -> None:
    """As they stand in the records, and which way they went."""
    first, second = dated
    pairs = json.loads(run(second, "--since", first, "--format", "json").stdout)["comparison"]["carried_over"]

    assert [
        ("late-2", ["2024-41", "2025-40"], "later"),
        ("early-2", ["2025", "2024"], "earlier"),
        ("gone-2", ["2025", None], None),
        ("come-2", [None, "2025"], None),
        ("kept-2", ["2025", "2025"], None),
        ("counted-2", [{"anchor": "m", "offset": "P60D"}] * 2, "later"),
        ("unknown-2", [{"anchor": "adoption", "offset": "P60D"}, {"anchor": "adoption", "offset": "P90D"}], None),
    ] == [(pair["later"], pair["due"], pair["tendency"]) for pair in pairs]


def test_records_that_have_nothing_to_do_with_each_other(pair: tuple[str, str], write: Any) -> None:
    """Where nothing links the two the reader is asked whether the files are the right ones; a link of either kind, or one id, is enough."""
    first, second = pair
    asked = "  first neither follows second nor continues anything in it: are the files the right ones, the earlier one behind --since?\n"
    in_spanish = "  first no sigue a second ni continúa nada de ese registro: ¿son los archivos correctos, el anterior tras --since?\n"
    follower = write(promise("x"), name="b.json", id="third", relations=[{"kind": "follows", "target": "first"}])
    continuer = write(promise("x", continues=["first#plan"]), name="c.json", id="fourth")
    amender = write(promise("x"), name="d.json", id="fifth", relations=[{"kind": "amends", "target": "first"}])
    revision = write(promise("x"), name="e.json")

    assert asked in run(first, "--since", second).stdout
    assert in_spanish in run(first, "--since", second, "--lang", "es").stdout
    assert "neither follows" in run(amender, "--since", first).stdout
    for path in (follower, continuer, revision):
        assert "neither follows" not in run(path, "--since", first).stdout


def test_a_program_gets_every_cell(small: str) -> None:
    """JSON holds rows and columns, the cells that are not empty, the objectives and the agenda."""
    result = json.loads(run(small, "--format", "json").stdout)
    cells = result.pop("cells")
    (objective,) = result.pop("objectives")
    areas = ["arms-trafficking", "contraband", "border-control", "energy", "health", None]

    assert {
        "file": small,
        "id": "first",
        "revision": 2,
        "total": 4,
        "areas": areas,
        "strengths": ["binding", "agreed", "announced", "intended", "interest", None],
        "parties": [None, "cl", "pe", "bo", "un"],
        "agenda": [
            {
                "pointer": "/meetings/0/agenda/0",
                "meeting": "m",
                "title": {"en": "Borders", "es": "Fronteras"},
                "areas": ["border-control", "energy"],
                "ended_in": "action",
                "strength": "binding",
                "commitments": ["patrol", "train"],
                "bare": ["energy"],
            },
            {
                "pointer": "/meetings/0/agenda/1",
                "meeting": "m",
                "title": {"en": "Arms", "es": "Armas"},
                "areas": ["arms-trafficking"],
                "ended_in": "nothing",
                "strength": None,
                "commitments": [],
                "bare": ["arms-trafficking"],
            },
            {
                "pointer": "/meetings/0/agenda/2",
                "meeting": "m",
                "title": {"en": "Other", "es": "Otros"},
                "areas": [],
                "ended_in": "unknown",
                "strength": None,
                "commitments": [],
                "bare": [],
            },
        ],
    } == result
    assert [
        {"area": "contraband", "strength": "binding", "party": None, "count": 1, "commitments": ["patrol"]},
        {"area": "border-control", "strength": "binding", "party": None, "count": 1, "commitments": ["patrol"]},
        {"area": "border-control", "strength": "interest", "party": "cl", "count": 1, "commitments": ["train"]},
        {"area": "health", "strength": "agreed", "party": "cl", "count": 1, "commitments": ["help"]},
        {"area": "health", "strength": "agreed", "party": "un", "count": 1, "commitments": ["help"]},
        {"area": None, "strength": None, "party": None, "count": 1, "commitments": ["study"]},
    ] == cells
    assert {"objective": None, "total": 4, "areas": ["contraband", "border-control", "health", None], "cells": cells} == objective


def test_a_program_gets_objectives_one_party_and_the_comparison(pillars: str, pair: tuple[str, str]) -> None:
    """``--party`` narrows cells and totals; objectives go by id; the comparison goes by ids and strengths."""
    first, second = pair
    result = json.loads(run(pillars, "--format", "json", "--party", "cl").stdout)
    compared = json.loads(run(second, "--since", first, "--format", "json").stdout)["comparison"]
    undated = {"due": [None, None], "tendency": None}

    assert (["cl"], 1) == (result["parties"], result["total"])
    assert [("peace", 1), ("care", 0), (None, 0)] == [(one["objective"], one["total"]) for one in result["objectives"]]
    assert [["scan"]] == [cell["commitments"] for cell in result["cells"]]
    assert "comparison" not in result
    assert {
        "earlier": {"id": "first", "revision": 2},
        "carried_over": [
            {"earlier": "patrol", "later": "patrol-more", "strengths": ["agreed", "agreed"], **undated},
            {"earlier": "plan", "later": "plan-on", "strengths": [None, "agreed"], **undated},
        ],
        "strengthened": [{"earlier": "train", "later": "train-more", "strengths": ["interest", "intended"], **undated}],
        "weakened": [{"earlier": "share", "later": "share-less", "strengths": ["binding", "agreed"], **undated}],
        "reported": ["meet"],
        "dropped": ["study"],
        "new": ["build"],
        "repeated": ["patrol-again"],
    } == compared


def test_json_is_indented_by_two(small: str) -> None:
    """A person may read it, too."""
    assert run(small, "--format", "json").stdout.startswith('{\n  "file": ')


@pytest.mark.parametrize("arguments", [[], ["--since"]])
def test_a_file_that_is_no_record_ends_with_two(small: str, tmp_path: Path, arguments: list[str]) -> None:
    """Either file may be the broken one; what is wrong is told on standard error."""
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    result = run(str(broken)) if not arguments else run(small, *arguments, str(broken))

    assert (2, "") == (result.exit_code, result.stdout)
    assert f"{broken} cannot be read as a record:" in result.stderr


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("record", [CHILE_PERU, US_MEXICO])
def test_the_tables_of_the_examples_fit_into_eighty_columns(record: str, language: str) -> None:
    """Away from a terminal a table has at most 80 columns: long names are folded, numbers never."""
    lines = run(record, "--lang", language).stdout.splitlines()
    tables = [shown for shown in lines if shown.endswith((" total", "·")) or shown[-1:].isdigit()]

    assert len(tables) > 10
    assert 80 >= max(map(len, tables))


def test_the_second_record_is_told_by_pillar() -> None:
    """The United States and Mexico have three goals, and promises under none of them."""
    lines = run(US_MEXICO).stdout.splitlines()
    pillars = [shown for shown in lines if shown.startswith("  ") and shown.endswith("]") and "dialogue-2021" not in shown]

    assert [
        "  Protect our people [protect-our-people]",
        "  Prevent transborder crime [prevent-transborder-crime]",
        "  Pursue criminal networks [pursue-criminal-networks]",
    ] == pillars
    assert [["11"], ["14"], ["7"], ["18"], ["50"]] == [shown.split()[-1:] for shown in lines if shown.startswith("  total")]


def test_the_first_record_is_told_by_area() -> None:
    """Chile and Peru had arms on the table and promised nothing about them, as the matrix and the agenda show."""
    lines = run(CHILE_PERU).stdout.splitlines()

    assert "  illicit arms trafficking              ·         ·        ·     ·" in lines
    assert "    6. Arms trafficking: nothing" in lines


def test_a_terminal_gets_colour_and_its_own_width(monkeypatch: pytest.MonkeyPatch, small: str) -> None:
    """On a terminal a line stands under the heads, empty areas and outcomes stand out, and names are folded to its width."""
    expected = """\
Commitments by area and strength (4)
                                            not
  area           binding agreed interest judged total
  ───────────────────────────────────────────────────
  illicit arms         ·      ·        ·      ·     ·
  trafficking
  smuggling of         1      ·        ·      ·     1
  goods
  border control       1      ·        1      ·     2
"""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "53")
    shown = run(small).stdout
    plain = "".join([f"{Text.from_ansi(one).plain.rstrip()}\n" for one in shown.splitlines()])

    assert expected in plain
    assert 53 >= max(map(len, plain.splitlines()))
    assert "\x1b[1;33millicit arms" in shown
    assert "\x1b[2m     ·\x1b[0m" in shown
    assert "\x1b[2m      1" not in shown
    assert "\x1b[2marea" in shown
    assert "\x1b[1mtotal" in shown
    assert "\x1b[1;31mnothing" in shown
    assert "\x1b[32mbinding action" in shown


def test_a_narrow_terminal_loses_nothing(monkeypatch: pytest.MonkeyPatch, small: str) -> None:
    """Where a table does not fit it is printed wider than the terminal: names keep twelve columns, and no number is cut."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")
    plain = [Text.from_ansi(one).plain.rstrip() for one in run(small).stdout.splitlines()]

    assert "  area         binding agreed interest judged total" in plain
    assert "  illicit arms       ·      ·        ·      ·     ·" in plain
    assert "  total              1      1        1      1     4" in plain


def test_a_wide_terminal_is_not_filled(monkeypatch: pytest.MonkeyPatch, write: Any) -> None:
    """A table grows to 110 columns and no further, since eyes lose longer rows."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    own = [{"code": "a:b", "label": {"en": "word " * 60 + "end"}}]
    shown = run(write(promise("x", "a:b"), taxonomy=own)).stdout

    assert 110 >= max(len(Text.from_ansi(one).plain) for one in shown.splitlines()) > 100


def test_a_record_cannot_steer_the_terminal(write: Any) -> None:
    """Control characters in names of areas and parties are spelt out, and brackets are no markup."""
    own = [{"code": "a:b", "label": {"en": "\u001b[2J[red]area\nbreak"}}]
    parties = [{"id": "cl", "kind": "country", "country": "CL", "name": {"en": "[b]Chile\u001b"}}]
    shown = run(write(promise("x", "a:b"), taxonomy=own, parties=parties)).stdout

    assert "  \\x1b[2J[red]area break" in shown
    assert "  [b]Chile\\x1b" in shown
    assert "\x1b" not in shown


def test_a_terminal_shows_changes_in_colour(monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str], small: str) -> None:
    """What was dropped, weakened or left without a promise stands out; ids and strengths stand back."""
    first, second = pair
    monkeypatch.setenv("FORCE_COLOR", "1")
    compared = run(second, "--since", first).stdout
    covered = run(small).stdout

    for shown in (
        "\x1b[1;36mSince first",
        "\x1b[1mcarried over (2)",
        "\x1b[32mstrengthened (1)",
        "\x1b[1;33mweakened (1)",
        "\x1b[1;34mnot continued, and reported on (1)",
        "\x1b[1;31mdropped: neither continued nor reported on (1)",
        "\x1b[1mnew (1)",
        "\x1b[2mrepeat another one of this record (1)",
        "\x1b[2mpatrol: agreed",
        "\x1b[2mannounced",
        "\x1b[2m [patrol-more]",
        "\x1b[2m [build]",
    ):
        assert shown in compared
    for shown in (
        "\x1b[1;36mWhat the agenda ended in",
        "\x1b[2mpatrol, train; nothing on energy",
        "\x1b[2mStrengths without",
        "\x1b[2mA commitment on",
    ):
        assert shown in covered
