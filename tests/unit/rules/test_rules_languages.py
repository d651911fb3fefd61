"""LNG001: what is authentic in two languages is there in both."""

from collections.abc import Mapping
from typing import Any

import pytest

from coopmodel.model.agreement import Agreement
from coopmodel.model.commitments import Commitment
from coopmodel.rules.catalogue import CATALOGUE
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.values.text import Text


def found(languages: list[str], title: Mapping[str, str], *statements: Mapping[str, str]) -> list[Finding]:
    commitments: list[Any] = [Commitment(id=f"c-{number}", statement=statement) for number, statement in enumerate(statements)]
    record = Agreement(id="a", revision=1, title=title, authentic_languages=languages, commitments=commitments)
    return [*check(record, rules=[CATALOGUE["LNG001"], CATALOGUE["RUL001"]])]


def test_one_finding_counts_what_is_missing_in_each_language() -> None:
    """Title and statements are counted by language; a language that lacks nothing is not named."""
    both, english = {"es": "C", "en": "C"}, {"en": "C"}
    (finding,) = found(["fr", "es", "en", "pt"], {"es": "A", "en": "A", "pt": "A"}, both, english, english)

    assert ("/authentic_languages", None, "info") == (finding.pointer, finding.on, finding.severity)
    assert (
        "missing in authentic languages: fr (title, 3 of 3 commitments), es (2 of 3 commitments), pt (3 of 3 commitments)"
        == finding.message()
    )
    assert "falta en idiomas auténticos: fr (título, 3 de 3 compromisos), es (2 de 3 compromisos), pt (3 de 3 compromisos)" == (
        finding.message("es")
    )
    assert (("fr", "es", "pt"), ("fr",), (3, 2, 3)) == tuple(finding.values[name] for name in ("languages", "titles", "statements"))


def test_a_title_alone_is_told_alone() -> None:
    """Where every statement is there, or there is none, only the title is named."""
    assert ["missing in authentic languages: fr (title)"] == [one.message() for one in found(["en", "fr"], {"en": "A"})]
    assert ["missing in authentic languages: fr (title)"] == [
        one.message() for one in found(["en", "fr"], {"en": "A"}, {"en": "C", "fr": "C"})
    ]


def test_what_is_there_in_every_authentic_language_is_in_order() -> None:
    """Further languages do no harm; without authentic languages nothing is asked."""
    assert [] == found(["es"], {"es": "A", "en": "A"}, {"en": "C", "es": "C"})
    assert [] == found([], {"en": "A"}, {"fr": "C"})


@pytest.mark.parametrize(("authentic", "spoken"), [("es", "es-419"), ("es-419", "es"), ("es-419", "es-CL"), ("zh-Hans", "zh-Hant")])
def test_varieties_count_as_a_look_up_has_them(authentic: str, spoken: str) -> None:
    """A language is there where ``Text.best`` finds it."""
    text = Text({"en": "A", spoken: "B"})

    assert "B" == text.best(authentic)
    assert [] == found([authentic, "en"], text, text)


def test_varieties_of_one_language_are_asked_once() -> None:
    """The first of them stands for all; a statement in two varieties is one in that language."""
    (finding,) = found(["es-419", "es", "en"], {"en": "A"}, {"es": "C", "es-CL": "C"}, {"en": "C"})

    assert (("es-419", "en"), ("es-419",), (1, 1)) == tuple(finding.values[name] for name in ("languages", "titles", "statements"))


def test_languages_that_begin_alike_are_not_one() -> None:
    """Only the first part of a tag tells the language."""
    assert 1 == len(found(["fil"], {"fi": "A"}))


def test_a_message_lists_twelve_languages() -> None:
    """A treaty of many languages stays readable."""
    languages = ["aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al", "am"]
    (finding,) = found(languages, {"en": "A"})

    assert finding.message().endswith("ak (title), al (title) (+1)")
