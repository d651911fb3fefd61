"""One sentence for each status, in both languages, with its dates, reports and sources."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from coopmodel.analysis.status import statuses_of
from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Milestone
from coopmodel.model.meetings import Meeting
from coopmodel.model.statements import Report
from coopmodel.values.timing import Timing
from coopmodel.wire.documents import loads

SAID = [Citation(source="communique"), Citation(source="gazette"), Citation(source="communique")]


TABLE: list[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "golden" / "status" / "sentences.json").read_text("utf-8"))[
    "sentences"
]


@pytest.mark.parametrize("row", TABLE, ids=[row["en"][:60] for row in TABLE])
def test_the_sentence(row: dict[str, Any]) -> None:
    """It says what is due when, as the source spells it, what is reported, and who says so."""
    base = {"coopmodel": "1.0", "revision": 1, "title": {"en": "A"}}
    records = [{**base, "id": name, **members} for name, members in zip("ab", [row["record"], *row.get("related", [])], strict=False)]
    record, *related = [loads(json.dumps(one)) for one in records]
    found = statuses_of(record, datetime.date.fromisoformat(row["as_of"]), related)["c"]

    assert (row["en"], row["es"]) == (found.explanation(), found.explanation("es-CL"))


def test_the_sentence_on_a_meeting_and_what_it_is() -> None:
    """Meetings were held, cancelled or postponed; a milestone that is the meeting rests on its words."""

    def told(*reports: Report, **members: Any) -> list[tuple[str, str]]:
        meeting: dict[str, Any] = {"id": "m", "date": "2024-09", "evidence": SAID}
        record = Agreement(
            id="a",
            revision=1,
            title={"en": "A"},
            meetings=[Meeting(**(meeting | members))],
            roadmap=[Milestone(id="s", title={"en": "S"}, meeting="m")],
            reports=reports,
        )
        return [(one.explanation("en"), one.explanation("es")) for one in statuses_of(record, datetime.date(2024, 12, 1)).values()]

    source, fuente = "according to communique, gazette", "según communique, gazette"
    when, cuando = "between 2024-09-01 and 2024-09-30 (2024-09)", "entre el 2024-09-01 y el 2024-09-30 (2024-09)"
    assert [
        (f"the meeting m was held {when}, {source}", f"la reunión m se celebró {cuando}, {fuente}"),
        (f"the milestone s was held {when}, {source}", f"el hito s se celebró {cuando}, {fuente}"),
    ] == told(status="held")
    assert (
        f"the meeting m was held, {source}",
        f"la reunión m se celebró, {fuente}",
    ) == told(status="held", date=None)[0]
    cancelled = (f"the meeting m was cancelled, {source}", f"la reunión m se canceló, {fuente}")
    assert cancelled == told(status="cancelled")[0]
    assert cancelled == told(Report(id="r", text={"en": "R"}, about=["m"], status="planned"), status="cancelled")[0]
    english, spanish = told(status="postponed")[1]
    done = Report(id="r", text={"en": "R"}, about=["m"], status="fulfilled")
    was, era = f"it was to be held by 2024-09-30 (2024-09), {source}", f"debía celebrarse a más tardar el 2024-09-30 (2024-09), {fuente}"
    assert (f"the meeting m: held by report r; {was}", f"la reunión m: celebrada según el informe r; {era}") == told(done)[0]
    assert f"the milestone s was postponed, {source}; no new date is known" == english
    assert f"el hito s se aplazó, {fuente}; no se conoce una nueva fecha" == spanish


def test_meetings_are_held_and_milestones_reached() -> None:
    """The verb goes with the kind: ahead, past, and put off."""

    def told(day: datetime.date, *reports: Report) -> list[tuple[str, str]]:
        meetings, roadmap = [Meeting(id="m", date="2024-09-13")], [Milestone(id="s", title={"en": "S"}, due="2024-10-14")]
        record = Agreement(id="a", revision=1, title={"en": "A"}, meetings=meetings, roadmap=roadmap, reports=reports)
        return [(one.explanation("en"), one.explanation("es")) for one in statuses_of(record, day).values()]

    ahead, plazo = "as of 2024-01-01 that lies ahead", "al 2024-01-01 el plazo aún no empieza"
    assert [
        (f"the meeting m is to be held on 2024-09-13; {ahead}", f"la reunión m debe celebrarse el 2024-09-13; {plazo}"),
        (f"the milestone s is due on 2024-10-14; {ahead}", f"el hito s debe alcanzarse el 2024-10-14; {plazo}"),
    ] == told(datetime.date(2024, 1, 1))
    nothing, nada = "as of 2025-01-01 nothing is reported", "al 2025-01-01 no consta información"
    assert [
        (f"the meeting m was to be held on 2024-09-13; {nothing}", f"la reunión m debía celebrarse el 2024-09-13; {nada}"),
        (f"the milestone s was due on 2024-10-14; {nothing}", f"el hito s debía alcanzarse el 2024-10-14; {nada}"),
    ] == told(datetime.date(2025, 1, 1))
    ahead, plazo = (
        "with a new date by report r; as of 2025-01-01 that lies ahead",
        "con nuevo plazo según el informe r; al 2025-01-01 ese plazo",
    )
    assert [
        (
            f"the meeting m is now to be held on 2026-01-02, {ahead}",
            f"la reunión m ahora debe celebrarse el 2026-01-02, {plazo} aún no empieza",
        ),
        (f"the milestone s is now due on 2026-01-02, {ahead}", f"el hito s ahora debe alcanzarse el 2026-01-02, {plazo} aún no empieza"),
    ] == told(datetime.date(2025, 1, 1), Report(id="r", text={"en": "R"}, about=["m", "s"], due="2026-01-02"))


def test_what_moves_with_its_event_says_so() -> None:
    """A promise counted from a meeting that was put off moves without a report of its own."""
    record = Agreement(
        id="a",
        revision=1,
        title={"en": "A"},
        meetings=[Meeting(id="m", date="2024-09")],
        commitments=[Commitment(id="c", statement={"en": "C"}, due=Timing(anchor="m", offset="P1M"))],
        reports=[
            Report(id="r", text={"en": "R"}, about=["m"], due="2025-06-01"),
            Report(id="s", text={"en": "R"}, about=["c"], status="in-progress"),
        ],
    )
    found = statuses_of(record, datetime.date(2024, 12, 1))["c"]

    moved = ("moved with what it is counted from", "recalculado según la fecha de la que depende")
    assert f"the commitment c is now due on 2025-07-01, {moved[0]}; as of 2024-12-01 that lies ahead" == found.explanation("fr")
    assert f"el compromiso c ahora debe cumplirse el 2025-07-01, {moved[1]}; al 2024-12-01 ese plazo aún no empieza" == found.explanation(
        "es"
    )
