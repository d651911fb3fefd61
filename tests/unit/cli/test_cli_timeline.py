"""``coopmodel timeline``: text, Gantt chart and JSON."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coopmodel.cli.commands import cli
from coopmodel.cli.timeline import Timeline
from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import CountryParty
from coopmodel.model.statements import Report
from coopmodel.values.timing import Timing

GOLDEN = Path("tests/golden/mermaid")
EXAMPLES = ("chile-peru-2023", "us-mexico-2021")
PLAN: dict[str, Any] = {
    "id": "cl-pe-plan",
    "revision": 2,
    "title": {"en": "Border plan", "es": "Plan de frontera"},
    "parties": [CountryParty(id="cl", country="CL"), CountryParty(id="pe", country="PE", role="observer")],
    "participation": [
        Participation(action="signature", party="cl", date="2024-09-12"),
        Participation(action="ratification", party="cl", date="2025-01", effective="2025-02-01"),
        Participation(action="entry-into-force", date="2025-03"),
        Participation(action="termination", party="gone"),
    ],
    "meetings": [
        Meeting(id="first", title={"en": "First meeting", "es": "Primera reunión"}, date="2024-09-12", status="held"),
        Meeting(id="next", date=Timing(anchor="first", offset="P6M")),
    ],
    "commitments": [
        Commitment(
            id="lists", statement={"en": "Exchange lists", "es": "Intercambiar listas"}, due=Timing(anchor="signature", offset="P60D")
        ),
        Commitment(id="at-next", statement={"en": "Review"}, due=Timing(anchor="next")),
        Commitment(id="adopted", statement={"en": "After adoption"}, due=Timing(anchor="adoption", offset="P1Y")),
    ],
    "roadmap": [Milestone(id="build", title={"en": "Build"}, due="2025-05"), Milestone(id="look", title={"en": "Look"}, meeting="next")],
    "reports": [
        Report(id="done", text={"en": "It was done"}, date="2024-11-20", status="fulfilled", about=["lists", "next"]),
        Report(id="later", text={"en": "It was put off"}, about=["build"], due="2025-40"),
        Report(id="alone", text={"en": "Something was put off"}, date="2025-02", due="2026~"),
    ],
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["timeline", *arguments])


def plan(language: str = "en", as_of: date | None = None, **members: Any) -> Timeline:
    return Timeline(Agreement(**(PLAN | members)), language, as_of)


def bare(language: str = "en", **members: Any) -> Timeline:
    return Timeline(Agreement(id="a", revision=1, title={"en": "A"}, **members), language)


def lines(told: Timeline) -> list[str]:
    return [" " * indent + "".join([words for words, _ in parts]) for indent, parts in told.in_lines()]


def test_a_timeline_tells_everything_in_order_of_time() -> None:
    """What, when, in which state, and what falls due with it; relative dates are resolved; a line stands at the day; undated comes last."""
    expected = """\
Border plan
cl-pe-plan · revision 2

Timeline
  12 September 2024: act: signature: Chile
  12 September 2024: meeting (held): First meeting [first]
  60 days after signature, by 2024-11-11: commitment: Exchange lists [lists]
  20 November 2024: report (fulfilled): It was done [done]
    about: Exchange lists, next
  January 2025: act: ratification: Chile
  1 February 2025: act: ratification (takes effect): Chile
  February 2025: report: Something was put off [alone]
── As of 12 March 2025 ──
  6 months after “First meeting”, on 2025-03-12: meeting: next [next]
    with it: commitment: Review [at-next]
    with it: milestone: Look [look]
  March 2025: act: entry into force: all parties
  May 2025: milestone: Build [build]
  first half of 2025: new date: Build [later]
  about 2026: new date: Something was put off [alone]

No date (3)
  act: termination: gone
  1 year after adoption (whose date is not known): commitment: After adoption [adopted]
  report: It was put off [later]
    about: Build"""
    assert expected.splitlines() == lines(plan(as_of=date(2025, 3, 12)))


def test_a_timeline_speaks_spanish() -> None:
    """Every word of it."""
    expected = """\
Plan de frontera
cl-pe-plan · revisión 2

Cronología
  12 de septiembre de 2024: acto: firma: Chile
  12 de septiembre de 2024: reunión (celebrada): Primera reunión [first]
  60 días después de la firma, a más tardar el 2024-11-11: compromiso: Intercambiar listas [lists]
  20 de noviembre de 2024: informe (cumplido): It was done [done]
    sobre: Intercambiar listas, next
  enero de 2025: acto: ratificación: Chile
  1 de febrero de 2025: acto: ratificación (surte efecto): Chile
  febrero de 2025: informe: Something was put off [alone]
  6 meses después de «Primera reunión», el 2025-03-12: reunión: next [next]
    con ello: compromiso: Review [at-next]
    con ello: hito: Look [look]
── Al 13 de marzo de 2025 ──
  marzo de 2025: acto: entrada en vigor: todas las partes
  mayo de 2025: hito: Build [build]
  primer semestre de 2025: nuevo plazo: Build [later]
  hacia 2026: nuevo plazo: Something was put off [alone]

Sin fecha (3)
  acto: terminación: gone
  1 año después de la adopción (cuya fecha no se conoce): compromiso: After adoption [adopted]
  informe: It was put off [later]
    sobre: Build"""
    assert expected.splitlines() == lines(plan("es", date(2025, 3, 13)))


def test_each_thing_that_falls_due_with_another_is_named_by_its_kind() -> None:
    """Meetings, commitments and milestones."""
    at = Timing(anchor="s")
    told = bare(
        meetings=[Meeting(id="m", date=at)],
        commitments=[Commitment(id="c", statement={"en": "C"}, due=at)],
        roadmap=[Milestone(id="s", title={"en": "S"}, due="2024"), Milestone(id="t", title={"en": "T"}, due=at)],
    )

    assert [
        "  2024: milestone: S [s]",
        "    with it: meeting: m [m]",
        "    with it: commitment: C [c]",
        "    with it: milestone: T [t]",
    ] == lines(told)[4:]


def test_dates_stand_out_on_a_terminal() -> None:
    """Dates are bold and the day itself yellow; kinds, ids and what reports are about step back."""
    told = Timeline(
        Agreement(
            id="a",
            revision=1,
            title={"en": "A"},
            meetings=[Meeting(id="m", date="2024")],
            commitments=[Commitment(id="c", statement={"en": "C"}, meeting="m"), Commitment(id="d", statement={"en": "D"})],
            reports=[Report(id="r", text={"en": "R"}, about=["c"], date="2025")],
        ),
        "en",
        date(2026, 1, 1),
    )
    expected = [
        (0, (("A", "title"),)),
        (0, (("a · revision 1", "dim"),)),
        (0, ()),
        (0, (("Timeline", "heading"),)),
        (2, (("2024: ", "title"), ("meeting: ", "dim"), ("m", ""), (" [m]", "dim"))),
        (4, (("with it: commitment: ", "dim"), ("C", ""), (" [c]", "dim"))),
        (2, (("2025: ", "title"), ("report: ", "dim"), ("R", ""), (" [r]", "dim"))),
        (4, (("about: C", "dim"),)),
        (0, (("── As of 1 January 2026 ──", "warning"),)),
        (0, ()),
        (0, (("No date (1)", "heading"),)),
        (2, (("", "title"), ("commitment: ", "dim"), ("D", ""), (" [d]", "dim"))),
    ]

    assert expected == [*told.in_lines()]
    assert (2, (("Nothing in this record has a date or a due date.", "dim"),)) == [*bare().in_lines()][4]


def test_without_a_day_there_is_no_line() -> None:
    """Nothing reads the clock."""
    assert [] == [line for line in lines(plan()) if "──" in line]
    assert len(lines(plan())) + 1 == len(lines(plan(as_of=date(2024, 1, 1))))


@pytest.mark.parametrize(("day", "place"), [(date(2000, 1, 1), 4), (date(9999, 1, 1), -7)])
def test_the_line_may_stand_before_and_after_everything(day: date, place: int) -> None:
    """Before the first moment, or after the last one with a date."""
    told = lines(plan(as_of=day, roadmap=[]))

    assert "──" in told[place]


@pytest.mark.parametrize(("language", "words"), [("en", "every month"), ("es", "cada mes")])
def test_how_often_a_promise_recurs_is_told(language: str, words: str) -> None:
    """With a first day or without: where it has none it stands among what has no date, and is not as if it were asked for once."""
    recurring = [
        Commitment(id="alerts", statement={"en": "Share alerts", "es": "Compartir alertas"}, recurrence="RRULE:FREQ=MONTHLY"),
        Commitment(id="lists", statement={"en": "Lists", "es": "Listas"}, recurrence="RRULE:FREQ=MONTHLY", due="2025-01"),
    ]
    told = ["".join(text for text, _ in line.parts) for line in plan(language, commitments=recurring, reports=()).in_lines()]
    statement = {"en": "Share alerts", "es": "Compartir alertas"}[language]

    assert any(line.endswith(f": {statement}, {words} [alerts]") for line in told)
    assert any(line.endswith(f", {words} [lists]") for line in told)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "  Nothing in this record has a date or a due date."), ("es", "  Nada en este registro tiene fecha ni plazo.")],
)
def test_nothing_dated_is_said_so(language: str, expected: str) -> None:
    """Without a heading for what has no date, where there is nothing of that either."""
    heading = "Timeline" if language == "en" else "Cronología"
    assert ["", heading, expected] == lines(bare(language))[2:]
    undated = lines(bare(language, commitments=[Commitment(id="c", statement={"en": "C"})]))
    assert expected == undated[4]
    assert "" == undated[5]
    assert 8 == len(undated)


@pytest.mark.parametrize(
    ("anchor", "english", "spanish"),
    [
        ("2024-09-12", "by 2024-09-22", "a más tardar el 2024-09-22"),
        ("2024-09-12~", "by 2024-09-22 (uncertain)", "a más tardar el 2024-09-22 (incierto)"),
        ("2024-09", "between 2024-09-11 and 2024-10-10", "entre el 2024-09-11 y el 2024-10-10"),
        ("2024-09/..", "from 2024-09-11 on", "desde el 2024-09-11"),
        ("../2024-09", "until 2024-10-10", "hasta el 2024-10-10"),
        ("2024-09?/2024-10", "between 2024-09-11 and 2024-11-10 (uncertain)", "entre el 2024-09-11 y el 2024-11-10 (incierto)"),
        ("2024-09/2024-10?", "between 2024-09-11 and 2024-11-10 (uncertain)", "entre el 2024-09-11 y el 2024-11-10 (incierto)"),
    ],
)
def test_a_relative_date_is_resolved_as_far_as_it_can_be(anchor: str, english: str, spanish: str) -> None:
    """The words of the source come first, then the days that they come to, exact or not."""
    members: dict[str, Any] = {
        "meetings": [Meeting(id="m", date=anchor)],
        "commitments": [Commitment(id="c", statement={"en": "C"}, due=Timing(anchor="m", offset="P10D"))],
    }

    assert f"10 days after “m”, {english}" in [bare(**members).when(moment) for moment in bare(**members).moments]
    assert f"10 días después de «m», {spanish}" in [bare("es", **members).when(moment) for moment in bare("es", **members).moments]


@pytest.mark.parametrize(
    ("due", "english", "spanish"),
    [
        (Timing(anchor="gone"), "at “gone” (which is not in the record)", "en «gone» (que no figura en el registro)"),
        (
            Timing(anchor="x", offset="P1D"),
            "1 day after “X” (events that wait for each other)",
            "1 día después de «X» (hechos que dependen unos de otros)",
        ),
        (
            Timing(anchor="late", offset="P1Y"),
            "1 year after “Late” (outside the years 1 to 9999)",
            "1 año después de «Late» (fuera de los años 1 a 9999)",
        ),
    ],
)
def test_a_date_that_cannot_be_told_says_why(due: Timing, english: str, spanish: str) -> None:
    """It stands among what has no date."""
    members: dict[str, Any] = {
        "commitments": [Commitment(id="c", statement={"en": "C"}, due=due)],
        "roadmap": [
            Milestone(id="x", title={"en": "X"}, due=Timing(anchor="x", offset="P1D")),
            Milestone(id="late", title={"en": "Late"}, due="9999"),
        ],
    }

    assert english == bare(**members).when(bare(**members).undated[0])
    assert spanish == bare("es", **members).when(bare("es", **members).undated[0])


def test_a_chart_shows_vague_dates_as_bars() -> None:
    """Sections by kind; what falls due together stands together; half-open dates stand at the day that is known."""
    told = plan(
        as_of=date(2025, 3, 12),
        reports=[*PLAN["reports"], Report(id="on", text={"en": "Going on"}, date="2024-02/..", status="in-progress")],
    )
    expected = """\
gantt
    title Border plan · 3 without a date
    dateFormat YYYY-MM-DD
    inclusiveEndDates
    todayMarker off
    section Day
        As of 12 March 2025 :crit, milestone, 2025-03-12, 2025-03-12
    section Acts
        signature#58; Chile (12 September 2024) :milestone, 2024-09-12, 2024-09-12
        ratification#58; Chile (January 2025) :2025-01-01, 2025-01-31
        ratification (takes effect)#58; Chile (1 February 2025) :milestone, 2025-02-01, 2025-02-01
        entry into force#58; all parties (March 2025) :2025-03-01, 2025-03-31
    section Meetings
        First meeting (12 September 2024) :milestone, 2024-09-12, 2024-09-12
        next (6 months after “First meeting”, on 2025-03-12) :milestone, 2025-03-12, 2025-03-12
        ↳ Review :milestone, 2025-03-12, 2025-03-12
        ↳ Look :milestone, 2025-03-12, 2025-03-12
    section Due
        Exchange lists (60 days after signature, by 2024-11-11) :milestone, 2024-11-11, 2024-11-11
        Build (May 2025) :2025-05-01, 2025-05-31
        new date#58; Build (first half of 2025) :2025-01-01, 2025-06-30
        new date#58; Something was put off (about 2026) :2026-01-01, 2026-12-31
    section Reports
        Going on (from February 2024 on) :milestone, 2024-02-01, 2024-02-01
        It was done (20 November 2024) :milestone, 2024-11-20, 2024-11-20
        Something was put off (February 2025) :2025-02-01, 2025-02-28
"""
    assert expected == told.as_mermaid()


def test_a_chart_speaks_spanish() -> None:
    """Headings too."""
    chart = plan("es", date(2025, 3, 12)).as_mermaid()

    assert ["Día", "Actos", "Reuniones", "Plazos", "Informes"] == [
        line.removeprefix("    section ") for line in chart.splitlines() if line.startswith("    section ")
    ]
    assert "    title Plan de frontera · 3 sin fecha" in chart.splitlines()
    assert "        nuevo plazo#58; Build (primer semestre de 2025) :2025-01-01, 2025-06-30" in chart.splitlines()


def test_long_names_are_cut_in_a_chart() -> None:
    """So that the date beside a name, and the count beside the title, can still be seen."""
    title, statement = "t" * 73, "s" * 49
    told = Timeline(
        Agreement(
            id="a",
            revision=1,
            title={"en": title},
            commitments=[Commitment(id="c", statement={"en": statement}, due="2024"), Commitment(id="d", statement={"en": "D"})],
        ),
        "en",
    ).as_mermaid()

    assert f"    title {'t' * 71}… · 1 without a date" in told
    assert f"        {'s' * 47}… (2024) :2024-01-01, 2024-12-31" in told
    shorter = bare(commitments=[Commitment(id="c", statement={"en": "s" * 46 + " ss"}, due="2024")]).as_mermaid()
    assert f"        {'s' * 46}… (2024)" in shorter
    exact = bare(commitments=[Commitment(id="c", statement={"en": "s" * 48}, due="2024")]).as_mermaid()
    assert f"        {'s' * 48} (2024)" in exact
    assert "    title A\n" in exact


def test_dates_that_may_be_the_wrong_way_round_are_drawn_the_right_way() -> None:
    """A period whose ends are uncertain may end before it begins, as written."""
    assert " :2024-12-31, 2025-01-01\n" in bare(reports=[Report(id="r", text={"en": "R"}, date="2025~/2024")]).as_mermaid()


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_examples_are_drawn_as_it_was_proven(example: str, language: str) -> None:
    """The charts of the examples are those that Mermaid was seen to draw."""
    result = run(f"examples/{example}/agreement.json", "--lang", language, "--format", "mermaid", "--as-of", "2026-11-23")

    assert 0 == result.exit_code
    assert (GOLDEN / f"{example}.{language}.mmd").read_text("utf-8") == result.stdout


def test_the_first_example_as_text() -> None:
    """The second meeting, the promise to hold it, and the roadmap that was to be set there are one event."""
    result = run("examples/chile-peru-2023/agreement.json", "--as-of", "2026-11-23", "--lang", "es")
    promise = "Establecer en la segunda reunión la hoja de ruta para el trabajo conjunto en cooperación bilateral en seguridad"

    assert 0 == result.exit_code
    assert [
        "Cronología",
        "  20 de diciembre de 2023: reunión (celebrada): Primera Reunión Bilateral de Seguridad Chile-Perú [first-meeting]",
        "  segundo semestre de 2024: reunión (prevista): Segunda reunión [second-meeting]",
        "    con ello: compromiso: Celebrar la segunda reunión en Santiago de Chile en el segundo semestre de 2024 [hold-second-meeting]",
        f"    con ello: compromiso: {promise} [joint-roadmap]",
        "    con ello: hito: Hoja de ruta establecida en la segunda reunión [roadmap-set]",
        "── Al 23 de noviembre de 2026 ──",
        "",
        "Sin fecha (7)",
    ] == result.stdout.splitlines()[3:12]


def test_json_has_every_moment_with_its_days() -> None:
    """Wire forms, first and last day, whether they are certain, and what falls due together."""
    told = plan(as_of=date(2025, 3, 12)).as_json()
    by_place = {(moment["kind"], moment["pointer"]): moment for moment in told["moments"]}

    assert ("cl-pe-plan", 2, "2025-03-12") == (told["id"], told["revision"], told["as_of"])
    assert 15 == len(told["moments"]) == len(by_place)
    assert {
        "kind": "meeting",
        "pointer": "/meetings/1",
        "id": "next",
        "what": "next",
        "timing": {"anchor": "first", "offset": "P6M"},
        "when": "6 months after “First meeting”, on 2025-03-12",
        "earliest": "2025-03-12",
        "latest": "2025-03-12",
        "certain": True,
        "unknown": None,
        "with": ["at-next", "look"],
    } == by_place["meeting", "/meetings/1"]
    assert {
        "kind": "commitment",
        "pointer": "/commitments/2",
        "id": "adopted",
        "what": "After adoption",
        "timing": {"anchor": "adoption", "offset": "P1Y"},
        "when": "1 year after adoption (whose date is not known)",
        "earliest": None,
        "latest": None,
        "certain": False,
        "unknown": {"reason": "no-date", "anchor": "adoption"},
        "with": [],
    } == by_place["commitment", "/commitments/2"]
    assert {"timing": None, "when": None, "id": None, "unknown": None, "certain": False} == {
        name: by_place["act", "/participation/3"][name] for name in ("timing", "when", "id", "unknown", "certain")
    }
    assert (False, "2026-01-01") == (by_place["new-due", "/reports/2"]["certain"], by_place["new-due", "/reports/2"]["earliest"])


def test_json_on_the_command_line() -> None:
    """It is JSON, and without a day says so."""
    result = run("examples/us-mexico-2021/agreement.json", "--format", "json")
    read = json.loads(result.stdout)

    assert 0 == result.exit_code
    assert ("us-mx-hlsd-2021", None) == (read["id"], read["as_of"])
    assert [("meeting", "2021-10-08"), ("commitment", "2022-12-31")] == [
        (moment["kind"], moment["latest"]) for moment in read["moments"] if moment["latest"]
    ]
    assert '\n  "moments"' in result.stdout


def test_a_file_that_is_no_record_ends_with_two(tmp_path: Path) -> None:
    """What is wrong goes to the error output."""
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    result = run(str(path), "--lang", "es")

    assert 2 == result.exit_code
    assert "" == result.stdout
    assert "no se puede leer como registro" in result.stderr


def test_misuse_ends_with_two() -> None:
    """A format or a day that there is not."""
    assert 2 == run("examples/us-mexico-2021/agreement.json", "--format", "dot").exit_code
    assert 2 == run("examples/us-mexico-2021/agreement.json", "--as-of", "2024").exit_code


def test_help_says_what_it_does() -> None:
    """The formats, and what a timeline holds."""
    text = " ".join(run("--help").stdout.split())

    assert "Show everything dated in a record, in order of time." in text
    assert "--as-of DATE A day to draw a line at." in text
    assert "[text|mermaid|json]" in text
    assert "For a person, as a Gantt chart for pages that draw Mermaid, or for a program. [default: text]" in text
