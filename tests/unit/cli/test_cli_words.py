"""Dates, periods and distances in words."""

import pytest

from coopmodel.cli.words import timing_in_words
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
        (Timing("../2024"), "until 2024", "hasta 2024"),
        (Timing("/2024"), "until 2024, beginning unknown", "hasta 2024, comienzo desconocido"),
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
