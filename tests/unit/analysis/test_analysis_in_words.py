"""Dates, periods, distances and quantities in words."""

import pytest

from coopmodel.analysis.in_words import money_in_words, period_in_words, quantity_in_words, timing_in_words
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.timing import Timing


@pytest.mark.parametrize(
    ("timing", "en", "es"),
    [
        (Timing("2024"), "2024", "2024"),
        (Timing("2024-09"), "September 2024", "septiembre de 2024"),
        (Timing("2024-09-03"), "3 September 2024", "3 de septiembre de 2024"),
        (Timing("2024-21"), "spring 2024", "primavera de 2024"),
        (Timing("2024-36"), "fourth quarter of 2024", "cuarto trimestre de 2024"),
        (Timing("2024-38"), "second four months of 2024", "segundo cuatrimestre de 2024"),
        (Timing("2024-41"), "second half of 2024", "segundo semestre de 2024"),
        (Timing("2024~"), "about 2024", "hacia 2024"),
        (Timing("2024-09?"), "September 2024 (uncertain)", "septiembre de 2024 (incierto)"),
        (Timing("2024-41%"), "about second half of 2024 (uncertain)", "hacia segundo semestre de 2024 (incierto)"),
        (Timing("2023/2024-09"), "from 2023 to September 2024", "de 2023 a septiembre de 2024"),
        (Timing("2024/.."), "from 2024 on", "desde 2024 en adelante"),
        (Timing("2024/"), "from 2024, end unknown", "desde 2024, término desconocido"),
        (Timing("../2024"), "no later than 2024", "a más tardar en 2024"),
        (Timing("/2024"), "no later than 2024, beginning unknown", "a más tardar en 2024, comienzo desconocido"),
        (Timing("../2025-12"), "no later than December 2025", "a más tardar en diciembre de 2025"),
        (Timing("../2025-12-05"), "no later than 5 December 2025", "a más tardar el 5 de diciembre de 2025"),
        (Timing("../2026-40"), "no later than the first half of 2026", "a más tardar en el primer semestre de 2026"),
        (Timing("../2026-21"), "no later than spring 2026", "a más tardar en la primavera de 2026"),
        (Timing("../2026-05~"), "no later than about May 2026", "a más tardar hacia mayo de 2026"),
        (Timing(anchor="m"), "at “The meeting”", "en «The meeting»"),
        (Timing(anchor="signature", offset="P60D"), "60 days after signature", "60 días después de la firma"),
        (
            Timing(anchor="entry-into-force", offset="-P1Y2M"),
            "1 year 2 months before entry into force",
            "1 año 2 meses antes de la entrada en vigor",
        ),
        (Timing(anchor="x", offset="P1W"), "1 week after “x”", "1 semana después de «x»"),
    ],
    ids=str,
)
def test_a_timing_is_told_as_vaguely_as_it_is(timing: Timing, en: str, es: str) -> None:
    """Every form of a timing is told in both languages, and nothing is made more precise."""
    names = {"m": "The meeting"}

    def name_of(identifier: str) -> str:
        return names.get(identifier, identifier)

    assert en == timing_in_words(timing, "en", name_of)
    assert es == timing_in_words(timing, "es", name_of)


@pytest.mark.parametrize(
    ("quantity", "en", "es"),
    [
        ("0", "0", "0"),
        ("-12.50", "-12.50", "-12,50"),
        ("4000", "4000", "4000"),
        ("-4000", "-4000", "-4000"),
        ("20000", "20,000", "20.000"),
        ("1234567.8901", "1,234,567.8901", "1.234.567,8901"),
        ("314000000~", "about 314,000,000", "aproximadamente 314.000.000"),
        ("15000/20000", "from 15,000 to 20,000", "de 15.000 a 20.000"),
        ("15/20~", "from 15 to about 20", "de 15 a aproximadamente 20"),
        ("../4000", "up to 4000", "hasta 4000"),
        ("50000~/..", "at least about 50,000", "al menos aproximadamente 50.000"),
    ],
)
def test_a_quantity_is_told_as_vaguely_as_it_is(quantity: str, en: str, es: str) -> None:
    """Every form of a quantity is told in both languages, with every digit that it has."""
    assert en == quantity_in_words(Quantity(quantity), "en")
    assert es == quantity_in_words(Quantity(quantity), "es")


def test_money_is_told_with_its_currency() -> None:
    """The code of the currency follows the amount; where the source names none, that is said."""
    assert "about 3,500,000 USD" == money_in_words(Money("3500000~", "USD"), "en")
    assert "5 (currency not named)" == money_in_words(Money("5", "XXX"), "en")
    assert "5 (moneda no indicada)" == money_in_words(Money("5", "XXX"), "es")


def test_a_period_that_is_no_due_date_lasts_until_its_end() -> None:
    """A report on what was done before 2024 is about all the time until then."""
    assert ("until 2024", "hasta 2024") == (period_in_words(Period("../2024"), "en"), period_in_words(Period("../2024"), "es"))
    assert "hasta 2024, comienzo desconocido" == period_in_words(Period("/2024"), "es")
