"""``coopmodel codes``: what may be written, in both languages."""

import json

import pytest
from click.testing import CliRunner
from reference_words import LISTS

from coopmodel.cli.commands import cli
from coopmodel.codes.labels import LABELS
from coopmodel.codes.themes import THEMES
from coopmodel.values.countries import Country


def run(*arguments: str) -> list[str]:
    result = CliRunner().invoke(cli, ["codes", *arguments])
    assert 0 == result.exit_code
    return result.stdout.splitlines()


def test_every_list_is_told_with_how_many_words_it_has() -> None:
    """An open list takes words of one's own; statuses that are worked out are no list to write from."""
    head, *rows = run()

    assert ["list", "words", "others"] == head.split()
    assert len(LABELS) + 1 == len(rows)
    assert ["area", str(len(THEMES)), "with", "a", "prefix", "of", "yours"] == rows[1].split()
    assert ["strength", "5", "-"] == next(row.split() for row in rows if row.startswith("strength "))
    assert not any("effective" in row for row in rows)
    assert sorted(rows) == rows


def test_the_open_lists_are_those_of_the_model() -> None:
    """A list is open here where the type of its members takes words of one's own."""
    assert {one.name for one in LISTS if one.open_type is not None} | {"area"} == {row.split()[0] for row in run() if "prefix" in row}


@pytest.mark.parametrize(
    ("language", "head", "first"), [("en", ["code", "means"], "binding  binding"), ("es", ["código", "significa"], "binding    vinculante")]
)
def test_a_list_tells_what_its_words_mean(language: str, head: list[str], first: str) -> None:
    """Codes are English, what they mean is told in the reader's language."""
    told = run("strength", "--lang", language)

    assert head == told[0].split()
    assert first.split() == told[1].split()
    assert 6 == len(told)


def test_an_area_tells_what_it_is_part_of() -> None:
    """The widest areas are part of none."""
    head, *rows = run("area", "--lang", "es")
    by_code = {row.split()[0]: row.split(maxsplit=2)[1:] for row in rows}

    assert ["código", "parte", "de", "significa"] == head.split()
    assert ["organized-crime", THEMES["arms-trafficking"].labels["es"]] == by_code["arms-trafficking"]
    assert "-" == by_code["security"][0]
    assert [*THEMES] == [*by_code]


def test_countries_are_told_by_name() -> None:
    """As a country's object has it."""
    assert (
        f"PE    {Country('PE').name('es')}".split() == next(row for row in run("country", "--lang", "es") if row.startswith("PE ")).split()
    )


def test_a_program_gets_both_languages() -> None:
    """All lists at once, or one of them."""
    everything = json.loads("\n".join(run("--format", "json")))

    assert {"strength": LABELS["strength"]} == json.loads("\n".join(run("strength", "--format", "json")))
    assert {"es": "contrabando", "en": "smuggling of goods"} == everything["area"]["contraband"]
    assert {"es": "Perú", "en": "Peru"} == everything["country"]["PE"]
    assert LABELS["source-kind"] == everything["source-kind"]


def test_a_list_that_is_none_is_refused() -> None:
    """With the lists that there are."""
    result = CliRunner().invoke(cli, ["codes", "areas"])

    assert 2 == result.exit_code
    assert "'areas' is not one of" in result.stderr
