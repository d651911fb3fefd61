"""EVD004 and EVD005: whether a text is the one that was read, and whether a source can know what it is cited for."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Delegation, Meeting
from coopmodel.model.statements import Report, Source
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.digests import digest_of

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
READ = "Both sides met.\nThey agreed.\n"


def agreement(**members: Any) -> Agreement:
    return Agreement(**(BASE | members))


def altered(*sources: Source, **texts: str | bytes) -> list[Finding]:
    return [*check(agreement(sources=sources), rules=[CATALOGUE["EVD004"], CATALOGUE["RUL001"]], texts=texts)]


def source(name: str = "s", read: str | None = READ, **members: Any) -> Source:
    return Source(id=name, kind="news", digest=None if read is None else digest_of(read.encode()), **members)


@pytest.mark.parametrize("text", [READ, READ.encode()])
def test_the_text_that_was_read_matches(text: str | bytes) -> None:
    """A text matches whether it comes as ``str`` or as bytes; a source without digest, or without text, is not judged."""
    assert [] == altered(source(), source("t", None), source("u", "other"), s=text, t="words", x="y")


def test_another_text_is_told_with_its_digest() -> None:
    """The finding stands at the digest, and gives that of the text at hand in full."""
    (finding,) = altered(source("bare", None), source("ok"), source(), ok=READ, s="Both sides met.")

    digest = digest_of(b"Both sides met.")
    assert ("/sources/2/digest", "s") == (finding.pointer, finding.on)
    assert (str(digest_of(READ.encode())), digest, False) == tuple([finding.values[name] for name in ("digest", "actual", "alike")])
    assert f"the text of 's' is not the one that was read: its digest is {digest}" == finding.message("en")
    assert f"el texto de 's' no es el que se leyó: su resumen es {digest}" == finding.message("es")


@pytest.mark.parametrize(
    ("read", "given"),
    [
        (READ, READ.replace("\n", "\r\n")),
        (READ.replace("\n", "\r\n"), READ),
        (READ, READ.rstrip("\n")),
        (READ.rstrip("\n"), READ),
        (READ.rstrip("\n").replace("\n", "\r\n"), READ),
        (f"\ufeff{READ}", READ),
        (READ, f"\ufeff{READ}"),
        (READ.rstrip("\n").replace("\n", "\r\n").join(["\ufeff", ""]), READ),
        ("As agreed in annex X\n", "As agreed in annex X\r\n"),
    ],
)
def test_line_ends_are_named_as_the_only_difference(read: str, given: str) -> None:
    """Another digest is another text, also where line ends, the last of them or a byte order mark alone differ; then it is said."""
    (finding,) = altered(source(read=read), s=given)

    assert finding.values["alike"] is True
    assert finding.message("en").endswith("; it differs in its line ends or byte order mark alone")
    assert finding.message("es").endswith("; solo difiere en los saltos de línea o la marca de orden de bytes")


def test_other_white_space_is_another_text() -> None:
    """A blank at the end is no line end: a program that takes it away may have taken more."""
    (finding,) = altered(source(read="They agreed.\n"), s="They agreed. \n")

    assert finding.values["alike"] is False


def test_a_text_that_no_file_can_hold_is_another() -> None:
    """A ``str`` with half a character has no bytes in UTF-8; it is judged all the same."""
    assert ["EVD004"] == [finding.code for finding in altered(source(), s="\ud800")]


def early(*events: Meeting | Report, published: str | None = "2024-04-30", **members: Any) -> list[Finding]:
    several: dict[str, Any] = {
        "meetings": [one for one in events if isinstance(one, Meeting)],
        "reports": [one for one in events if isinstance(one, Report)],
        "sources": [Source(id="s", kind="news", published=published), Source(id="late", kind="news", published="2024-05-03")],
    }
    return [*check(agreement(**(several | members)), rules=[CATALOGUE["EVD005"], CATALOGUE["RUL001"]])]


def cited(name: str = "s", *supports: str, **members: Any) -> Citation:
    return Citation(source=name, supports=supports, **members)


def meeting(*evidence: Citation, name: str = "m", status: Any = "held", date: Any = "2024-05-02", **members: Any) -> Meeting:
    return Meeting(id=name, date=date, status=status, evidence=evidence or [cited()], **members)


def report(*evidence: Citation, name: str = "r", date: Any = "2024-05-02", **members: Any) -> Report:
    return Report(id=name, text={"en": "R"}, date=date, evidence=evidence or [cited()], **members)


@pytest.mark.parametrize(
    ("published", "date", "count"),
    [
        ("2024-04-30", "2024-05-02", 1),
        ("2024-05-01", "2024-05-02", 0),
        ("2024-05-02", "2024-05-02", 0),
        ("2024-04", "2024-05-02", 1),
        ("2024-05", "2024-05-02", 0),
        ("2024-04~", "2024-05-02", 0),
        ("2023", "2024-05/..", 1),
        ("2024-04-29", "2024-05", 1),
        ("2024-04-30", "2024-05", 0),
        ("2024-04-30", "2024-05-02?", 0),
        ("2024-04-30", "../2024-05-02", 0),
        ("2024-04-30", "/2024-05-02", 0),
        (None, "2024-05-02", 0),
    ],
)
def test_only_what_is_certainly_earlier_by_more_than_a_day_is_told(published: str | None, date: str, count: int) -> None:
    """Vague and uncertain dates prove nothing, and one day may lie between two sides of the earth; reports are judged like meetings."""
    assert count == len(early(meeting(date=date), published=published))
    assert count == len(early(report(date=date), published=published))


def test_a_source_is_told_once_with_all_that_it_cannot_know() -> None:
    """One finding per source, at its date, names each event once, five at most, with their citations; in both languages."""
    events: list[Meeting | Report] = [
        meeting(cited(exact="one"), cited(exact="two")),
        *[report(name=f"r-{number}") for number in range(5)],
        meeting(name="n"),
    ]
    (finding,) = early(*events)

    assert ("/sources/0/published", "s") == (finding.pointer, finding.on)
    assert ("s", "2024-04-30") == (finding.values["source"], finding.values["published"])
    assert ("m", "n", "r-0", "r-1", "r-2", "r-3", "r-4") == finding.values["events"]
    assert "'s' is dated 2024-04-30, before what it is cited for: m, n, r-0, r-1, r-2 (+2)" == finding.message("en")
    assert "'s' lleva fecha 2024-04-30, anterior a aquello por lo que se cita: m, n, r-0, r-1, r-2 (+2)" == finding.message("es")
    assert ["one", "two", None, None, None] == [citation.exact for citation in finding.evidence]


@pytest.mark.parametrize("status", ["scheduled", "postponed", "cancelled"])
def test_a_meeting_that_was_not_held_may_be_announced(status: Any) -> None:
    """What is planned, or was called off, is told before its day."""
    assert [] == early(meeting(status=status))


def test_a_meeting_is_held_where_the_record_shows_it() -> None:
    """A meeting without a status was held where somebody came; without a date nothing is known of it."""
    assert 1 == len(early(meeting(status=None, delegations=[Delegation(party="cl")])))
    assert [] == early(meeting(status=None), commitments=[Commitment(id="c", statement={"en": "C"}, made_at="elsewhere")])
    assert [] == early(meeting(date=None))
    assert [] == early(report(date=None))


def test_a_relative_date_is_worked_out() -> None:
    """A meeting dated by another event is judged by the day that follows; one by an unknown event is not judged."""
    came = [Delegation(party="cl")]
    after = meeting(name="n", status=None, date={"anchor": "m", "offset": "P10D"}, delegations=came)

    assert [("n",)] == [finding.values["events"] for finding in early(meeting(cited("late")), after, published="2024-05-10")]
    assert [] == early(meeting(name="n", status=None, date={"anchor": "signature"}, delegations=came))


@pytest.mark.parametrize("supports", [("place",), ("agenda", "place"), ("delegations",)])
def test_what_was_known_before_may_be_cited_from_before(supports: tuple[str, ...]) -> None:
    """A citation for other members than those that say that it took place is not judged."""
    assert [] == early(meeting(cited("s", *supports)))


@pytest.mark.parametrize("member", ["date", "status"])
def test_a_citation_for_the_event_itself_is_judged(member: str) -> None:
    """A citation for date or status is, also beside other members and for reports."""
    assert 1 == len(early(meeting(cited("s", "place", member))))
    assert 1 == len(early(report(cited("s", member))))


@pytest.mark.parametrize("member", ["text", "value"])
def test_what_a_report_says_is_the_event(member: str) -> None:
    """Text and value of a report are what it reports; a meeting has no such members."""
    assert 1 == len(early(report(cited("s", member))))
    assert [] == early(meeting(cited("s", member)))
    assert [] == early(report(cited("s", "areas")))


def test_a_later_citation_settles_it() -> None:
    """An announcement may be cited beside the report of the day; one for the place alone settles nothing, nor does an unknown source."""
    assert [] == early(meeting(cited(), cited("late")))
    assert [] == early(meeting(cited(), cited("nowhere")))
    assert [] == early(meeting(cited(), cited("m")))
    assert 1 == len(early(meeting(cited(), cited("late", "place"))))


@pytest.mark.parametrize("status", ["planned", "suspended", "withdrawn", "superseded"])
def test_what_holds_from_a_later_day_may_be_told_before(status: Any) -> None:
    """A plan, or an end that was decided before it takes effect, may be reported before its day."""
    assert [] == early(report(status=status))


@pytest.mark.parametrize("status", ["in-progress", "fulfilled", "partially-fulfilled", "not-fulfilled"])
def test_what_was_done_is_told_after(status: Any) -> None:
    """Progress, fulfilment and failure are known on the day at the earliest."""
    assert 1 == len(early(report(status=status)))


def test_sources_of_one_id_are_one() -> None:
    """Where two sources have one id, the first is the one that is cited, and it is told once."""
    twice = [Source(id="s", kind="news", published="2024-01-01"), Source(id="s", kind="news", published="2025")]

    assert ["/sources/0/published"] == [finding.pointer for finding in early(meeting(), sources=twice)]
