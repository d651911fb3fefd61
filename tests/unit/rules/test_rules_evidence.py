"""EVD001 to EVD003: words that carry assertions, and where they stand."""

from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment
from coopmodel.model.meetings import Meeting, Participation
from coopmodel.model.parties import Official
from coopmodel.model.statements import Source
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
TEXT = "Both sides agreed on\njoint patrols at sea. They agreed on   joint\u00a0patrols on land.\n"


def found(code: str, *citations: Citation, **members: Any) -> list[Finding]:
    commitment = Commitment(id="c", statement={"en": "C"}, evidence=citations)
    quoting: dict[str, Any] = {"commitments": [commitment], "sources": [Source(id="s", kind="news")]}
    record = Agreement(**(BASE | quoting | members))
    return [finding for finding in check(record, texts={"s": TEXT}) if finding.code == code]


def words(exact: str, **members: Any) -> Citation:
    return Citation(source="s", exact=exact, **members)


def test_one_finding_counts_all_of_a_kind() -> None:
    """Entities of one kind without evidence are counted together, five of them named; kinds that assert nothing are not asked."""
    commitments = [Commitment(id=f"c-{number}", statement={"en": "C"}) for number in range(7)]
    acts = [Participation(action="signature"), Participation(action="adoption", evidence=[Citation(source="s")])]
    findings = found(
        "EVD001", commitments=commitments, participation=acts, meetings=[Meeting(id="m")], officials=[Official(id="o", party="p", name="O")]
    )

    assert ["/participation", "/meetings", "/commitments"] == [finding.pointer for finding in findings]
    assert "acts of participation without evidence (1 of 2): /participation/0" == findings[0].message()
    assert "commitments without evidence (7 of 7): c-0, c-1, c-2, c-3, c-4 (+2)" == findings[2].message()
    assert "compromisos sin respaldo documental (7 de 7): c-0, c-1, c-2, c-3, c-4 (+2)" == findings[2].message("es")
    assert (7, 7) == (findings[2].values["missing"], findings[2].values["all"])


@pytest.mark.parametrize("exact", ["agreed on joint patrols", "agreed  on\tjoint patrols at", "at sea. They"])
def test_white_space_is_no_difference(exact: str) -> None:
    """A quotation matches across line breaks, runs of spaces and no-break spaces."""
    assert [] == found("EVD002", words(exact))


@pytest.mark.parametrize("exact", ["Joint patrols", "joint patrol s", "jointpatrols", "agreed on joint patrols in the air"])
def test_any_other_character_is(exact: str) -> None:
    """Case, split words and other words are not in the text."""
    (finding,) = found("EVD002", words(exact))

    assert "/commitments/0/evidence/0/exact" == finding.pointer
    assert "s" == finding.values["source"]


@pytest.mark.parametrize(
    ("prefix", "suffix", "count"),
    [("Both sides agreed on", None, 0), (None, "on land.", 0), ("They agreed on", "at sea", 1), ("nobody", None, 1)],
)
def test_the_words_around_must_fit(prefix: str | None, suffix: str | None, count: int) -> None:
    """Prefix and suffix belong to the quotation: where they do not fit, it is not found."""
    assert count == len(found("EVD002", words("joint patrols", prefix=prefix, suffix=suffix)))


@pytest.mark.parametrize(
    ("exact", "verbatim"),
    [
        ("both sides Agreed", "Both sides agreed"),
        ("patróls at sea", "patrols at sea"),
    ],
)
def test_a_slip_is_mended_by_the_words_of_the_text(exact: str, verbatim: str) -> None:
    """Where one place has the words but for case, accents or typography, the repair puts its words in, white space made single."""
    (finding,) = found("EVD002", words(exact))

    assert ({"op": "replace", "path": "/commitments/0/evidence/0/exact", "value": verbatim},) == finding.repair
    assert [] == found("EVD002", words(verbatim))


@pytest.mark.parametrize(
    ("exact", "prefix"),
    [("Joint patrols", None), ("joint patrol boats", None), ("at sea", "joint Patrols "), ("At sea", "joint Patrols ")],
    ids=["two places", "other words", "only the prefix is wrong", "the prefix is wrong too"],
)
def test_no_repair_is_guessed_that_would_not_mend(exact: str, prefix: str | None) -> None:
    """Between two places, for other words, and where the words around are what is wrong, nothing is offered."""
    (finding,) = found("EVD002", words(exact, prefix=prefix))

    assert () == finding.repair


def test_a_long_quotation_is_cut_in_the_message() -> None:
    """A message shows the beginning of a long quotation."""
    (finding,) = found("EVD002", words("absent " * 40))

    assert finding.values["words"].endswith("…")
    assert 80 == len(finding.values["words"])


def test_a_citation_without_words_is_not_looked_up() -> None:
    """A citation of a page, or of a source as a whole, quotes nothing that could be missing."""
    assert [] == found("EVD002", Citation(source="s", locator="p. 4"), Citation(source="s"))


def test_a_repair_is_offered_where_the_words_stand_once() -> None:
    """The repair replaces both offsets by the only place of the words."""
    (finding,) = found("EVD003", words("at sea", start=0, end=4))

    assert "/commitments/0/evidence/0/start" == finding.pointer
    assert (
        {"op": "replace", "path": "/commitments/0/evidence/0/start", "value": 35},
        {"op": "replace", "path": "/commitments/0/evidence/0/end", "value": 41},
    ) == finding.repair
    assert "at sea" == TEXT[35:41]


def test_no_repair_is_guessed_where_the_words_stand_twice() -> None:
    """Between two places nothing is chosen."""
    (finding,) = found("EVD003", words("joint patrols", start=0, end=13))

    assert () == finding.repair
    assert finding.values["once"] is False


def test_offsets_hold_for_any_place_of_the_words() -> None:
    """Offsets of the second place are as good as those of the first."""
    second = TEXT.index("joint\u00a0patrols")

    assert [] == found("EVD003", words("joint patrols", start=second, end=second + 13), words("joint patrols", start=21, end=34))


def test_offsets_at_a_place_that_the_prefix_rules_out_are_wrong() -> None:
    """Where prefix or suffix choose one place, offsets of the other are not its."""
    second = TEXT.index("joint\u00a0patrols")
    (finding,) = found("EVD003", words("joint patrols", suffix="at sea", start=second, end=second + 13))

    assert 21 == finding.values["first"]
    assert 2 == len(finding.repair)


def test_white_space_around_the_words_is_no_difference() -> None:
    """Offsets that take in the line break before the words still read so."""
    assert [] == found("EVD003", words("joint patrols", start=20, end=34))


@pytest.mark.parametrize(("start", "end"), [(21, 33), (22, 34), (21, 45), (5000, 5013)])
def test_offsets_that_cut_or_stretch_the_words_are_wrong(start: int, end: int) -> None:
    """Offsets must take in the words, all of them and no others, within the text."""
    assert 1 == len(found("EVD003", words("joint patrols", start=start, end=end)))


def test_words_that_are_nowhere_have_no_offsets_to_judge() -> None:
    """A quotation that is not in the text is EVD002's alone."""
    assert [] == found("EVD003", words("absent", start=1, end=7))
