"""The page on the code lists: every word with its labels, whether the list is open, and where it comes from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, get_args

from generate_countries import CLDR
from reference_markdown import code, heading, page, table
from reference_words import LISTS, openness, word_lists

from coopmodel.codes import words
from coopmodel.codes.countries import COUNTRIES, REGION_NAMES, CountryRow
from coopmodel.codes.currencies import CURRENCIES
from coopmodel.codes.peoples import PEOPLES
from coopmodel.codes.themes import THEMES, Theme
from coopmodel.codes.transitions import TRANSITIONS
from coopmodel.codes.units import UNITS
from coopmodel.codes.verbs import LOOKALIKES, VERBS

_INTRODUCTION: Final = """\
It has every code that a record may hold, with its labels in Spanish and English and the source of the list.

A word that is not on a **closed** list is refused: [`code.unknown`](error-codes.md#code-unknown). On an **open** list stand the words that
every reader knows; a word of one's own has a prefix, a colon and a word, `acme:joint-command`, and is kept, compared and written like any
other. It has no label: it stands for itself. Without a prefix it is refused, since a later version of the format may add that word with
another meaning. A minor version of the format may add words to any list, and never removes one: see [compatibility](compatibility.md).

The words of the plain lists, their labels, the verb ladder and the table of transitions are this project's own (MIT), unless a source is
named.
"""


def codes_page() -> str:
    """Return the page."""
    return page(
        "Code lists",
        _INTRODUCTION,
        table(["list", "", "words"], overview()),
        *word_lists(),
        *areas(),
        *transitions(),
        *verbs(),
        *smaller(),
        *currencies(),
        *countries(),
    )


def overview() -> Iterator[tuple[str, str, str]]:
    """Yield a row for each list of codes that a record may hold."""
    for one in LISTS:
        yield f"[{one.title}](#{one.name})", openness(one), str(len(one.words))
    yield "[Areas](#areas)", "open", str(len(THEMES))
    yield "[Currencies](#currencies)", "closed", str(len(CURRENCIES))
    former = sum(row.status == "former" for row in COUNTRIES.values())
    yield "[Countries](#countries)", "closed", str(len(COUNTRIES) - former)
    yield "[Former countries](#former-countries)", "closed", str(former)


def areas() -> Iterator[str]:
    """Yield the section on thematic areas."""
    yield heading(2, "Areas", "areas")
    yield (
        "What an agreement, an agenda item, a commitment or a report is about. Open: a word of one's own has a prefix, and `taxonomy` of "
        "the record says what it is; another word is refused with [`area.unknown`](error-codes.md#area-unknown). An area counts as "
        "covered only by a commitment on that very area. How the foreign codes were matched is told in [decision record "
        "2](../adr/0002-mappings-of-themes.md)."
    )
    yield table(["area", "en", "es", "part of"], map(area_row, THEMES.values()))
    yield heading(3, "The areas in other classifications", "mappings")
    yield (
        "Codes alone, and only those with a source: ICCS (UNODC, International Classification of Crime for Statistical Purposes), UNTC "
        "(chapters of the United Nations Treaty Collection), SDG (goals and targets of the 2030 Agenda), DAC (sectors and purposes of the "
        "OECD), EuroVoc (Publications Office of the European Union)."
    )
    rows = [(code(theme.code), one.scheme, code(one.code), one.match, one.source) for theme in THEMES.values() for one in theme.mappings]
    yield table(["area", "scheme", "code", "match", "found in"], rows)


def area_row(theme: Theme) -> tuple[str, str, str, str]:
    """Return the row of an area."""
    return code(theme.code), theme.labels["en"], theme.labels["es"], code(theme.broader) if theme.broader else ""


def transitions() -> Iterator[str]:
    """Yield the section on what may follow what."""
    yield heading(2, "Transitions", "transitions")
    yield (
        "Which status a later report may give a promise; [STS003](rules.md#sts003) finds others. The same status may always be repeated. "
        "What was fulfilled, withdrawn or superseded stays so: who promises it anew makes a new commitment, which `continues` the old one."
    )
    order = get_args(words.ReportStatus)
    rows = [(code(before), ", ".join([code(word) for word in order if word in TRANSITIONS[before]])) for before in order]
    yield table(["after", "may come"], rows)


def verbs() -> Iterator[str]:
    """Yield the section on the verb ladder."""
    yield heading(2, "Verb ladder", "verbs")
    yield (
        "The strength that the words of a quotation support at most, for [OBL002](rules.md#obl002). The English verbs are those counted "
        "in 172 public joint statements of governments; *counted* says how often, where somebody counted. The Spanish ones are their "
        "twins. Forms are regular expressions over whole words, without regard to case. Where two forms begin at one place the earlier "
        "row counts, and the firmest verb of a text decides. *Only after* tells what must stand before it. Languages without a ladder are "
        "not judged."
    )
    for language, name in (("en", "English"), ("es", "Spanish")):
        yield heading(3, name, f"verbs-{language}")
        rows = [
            (one.strength, code(one.form) + (f" only after {code(one.after)}" if one.after else ""), str(one.counted or ""))
            for one in VERBS
            if one.language == language
        ]
        yield table(["at most", "form", "counted"], rows)
        yield f"Words that hold a form of the ladder and promise nothing, read before it, in {name}:"
        yield table(["form"], [(code(one.form),) for one in LOOKALIKES if one.language == language])


def smaller() -> Iterator[str]:
    """Yield the sections on words that explanations and rules use."""
    yield heading(2, "Units of time", "units")
    yield "What explanations and the command line call them, one and many. A unit of an [indicator](wire-format.md#indicator-unit) is any text."
    rows = [(code(unit), " / ".join(UNITS["en"][unit]), " / ".join(UNITS["es"][unit])) for unit in UNITS["en"]]
    yield table(["unit", "en", "es"], rows)
    yield heading(2, "Languages", "languages")
    yield (
        "There is no list: a tag is judged by its form and case (BCP 47, RFC 5646), and subtags are not compared with the registry of "
        "IANA. Labels and messages exist in `es` and `en`; names of countries also in `pt` and `fr`."
    )
    yield heading(2, "Peoples", "peoples")
    yield (
        "What a country and its people are called where that does not begin like the name of the country, in Spanish and English and "
        "without accents; one that ends in a hyphen is the beginning of a word. [EVD006](rules.md#evd006) looks for them in quotations. "
        "This project's own."
    )
    yield table(["country", "words"], [(code(country), ", ".join(several)) for country, several in PEOPLES.items()])


def currencies() -> Iterator[str]:
    """Yield the section on currencies."""
    yield heading(2, "Currencies", "currencies")
    yield (
        f"ISO 4217, current and withdrawn, as Unicode CLDR {CLDR} has them, with the codes of list three that it leaves out; Unicode "
        "License v3. Closed: [`currency.unknown`](error-codes.md#currency-unknown). `XXX` is for a source that names no currency. By the "
        "number of digits of the minor unit:"
    )
    by_digits: dict[int, list[str]] = defaultdict(list)
    for currency, digits in CURRENCIES.items():
        by_digits[-1 if digits is None else digits].append(code(currency))
    yield table(["digits", "codes"], [("none" if digits < 0 else str(digits), " ".join(by_digits[digits])) for digits in sorted(by_digits)])


def countries() -> Iterator[str]:
    """Yield the sections on countries and former ones."""
    yield heading(2, "Countries", "countries")
    yield (
        f"ISO 3166-1, names in Spanish, English, Portuguese and French, and UN M49 groups, from Unicode CLDR {CLDR}; Unicode License v3. "
        "Closed: [`country.unknown`](error-codes.md#country-unknown). `XK` is user-assigned. What is a country here, and what a code "
        "does not say, stands in the [policy](../explanation/territories.md)."
    )
    now = [(one, row) for one, row in COUNTRIES.items() if row.status != "former"]
    yield table(["code", "en", "es", "alpha-3", "number", "group"], country_rows(now))
    yield heading(2, "Former countries", "former-countries")
    yield (
        "ISO 3166-3, kept by hand. The two letters that it had may belong to another country now, so a record has the four: two that were "
        "withdrawn are refused with [`country.former`](error-codes.md#country-former)."
    )
    former = [(one, row) for one, row in COUNTRIES.items() if row.status == "former"]
    rows = [(one[0], code(str(row.alpha2)), *one[1:]) for one, (_, row) in zip(country_rows(former), former, strict=True)]
    yield table(["code", "had", "en", "es", "alpha-3", "number", "group"], rows)


def country_rows(several: Iterable[tuple[str, CountryRow]]) -> list[tuple[str, ...]]:
    """Return the rows of countries; the group is the most specific that the United Nations publish."""
    return [
        (
            code(one),
            row.names["en"],
            row.names["es"],
            row.alpha3 or "",
            row.numeric or "",
            f"{REGION_NAMES[row.subregion]['en']} ({row.subregion})" if row.subregion else "",
        )
        for one, row in several
    ]
