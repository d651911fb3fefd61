"""Recurrences in words."""

import pytest

from coopmodel.analysis.recurrences import recurrence_in_words
from coopmodel.values.recurrence import Recurrence


@pytest.mark.parametrize(
    ("rule", "en", "es"),
    [
        ("FREQ=DAILY", "every day", "cada día"),
        ("FREQ=DAILY;INTERVAL=10", "every 10 days", "cada 10 días"),
        ("FREQ=WEEKLY", "every week", "cada semana"),
        ("FREQ=MONTHLY;INTERVAL=6", "every 6 months", "cada 6 meses"),
        ("FREQ=YEARLY;INTERVAL=2", "every 2 years", "cada 2 años"),
        ("FREQ=YEARLY;COUNT=1", "once in all: every year", "una vez en total: cada año"),
        ("FREQ=YEARLY;COUNT=2", "twice in all: every year", "dos veces en total: cada año"),
        ("FREQ=MONTHLY;COUNT=12", "12 times in all: every month", "12 veces en total: cada mes"),
        ("FREQ=MONTHLY;UNTIL=20261231", "every month until 31 December 2026", "cada mes hasta el 31 de diciembre de 2026"),
        ("FREQ=WEEKLY;BYDAY=MO,TH,SA", "every week on Monday, Thursday and Saturday", "cada semana, el lunes, el jueves y el sábado"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "every 2 weeks on Sunday", "cada 2 semanas, el domingo"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "every month on the 1st", "cada mes, el día 1"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1,2,3",
            "every month on the 2nd, the 3rd and the last day",
            "cada mes, el día 2, el día 3 y el último día",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=11,12,13,14",
            "every month on the 11th, the 12th, the 13th and the 14th",
            "cada mes, el día 11, el día 12, el día 13 y el día 14",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=21,22,23,31",
            "every month on the 21st, the 22nd, the 23rd and the 31st",
            "cada mes, el día 21, el día 22, el día 23 y el día 31",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-21,-4,-2",
            "every month on the 21st-to-last day, the fourth-to-last day and the second-to-last day",
            "cada mes, el día 21 contado desde el final, el cuarto día contado desde el final y el penúltimo día",
        ),
        (
            "FREQ=MONTHLY;COUNT=12;BYDAY=1MO",
            "12 times in all: every month on the first Monday",
            "12 veces en total: cada mes, el primer lunes",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR,2TU",
            "every month on the second Tuesday and the last Friday",
            "cada mes, el segundo martes y el último viernes",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-5WE,-3WE",
            "every month on the fifth-to-last Wednesday and the third-to-last Wednesday",
            "cada mes, el quinto miércoles contado desde el final y el antepenúltimo miércoles",
        ),
        (
            "FREQ=MONTHLY;BYDAY=3SA,4SU,5MO",
            "every month on the third Saturday, the fourth Sunday and the fifth Monday",
            "cada mes, el tercer sábado, el cuarto domingo y el quinto lunes",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,SU",
            "every 2 months on every Monday and every Sunday",
            "cada 2 meses, todos los lunes y todos los domingos",
        ),
        ("FREQ=YEARLY;BYMONTH=1,7", "every year in January and July", "cada año en enero y julio"),
        ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15", "every year on the 15th of January and July", "cada año, el día 15 de enero y julio"),
        ("FREQ=YEARLY;BYMONTHDAY=15", "every year on the 15th of every month", "cada año, el día 15 de cada mes"),
        ("FREQ=YEARLY;BYDAY=1MO", "every year on the first Monday of the year", "cada año, el primer lunes del año"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", "every year on the first Monday of March", "cada año, el primer lunes de marzo"),
        ("FREQ=YEARLY;BYDAY=SA", "every year on every Saturday", "cada año, todos los sábados"),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=SA", "every year on every Saturday of February", "cada año, todos los sábados de febrero"),
    ],
)
def test_a_recurrence_is_told_in_words(rule: str, en: str, es: str) -> None:
    """Every part of the rule is told in both languages: how often, on which days, and when it ends."""
    recurrence = Recurrence(f"RRULE:{rule}")
    assert en == recurrence_in_words(recurrence, "en")
    assert es == recurrence_in_words(recurrence, "es")
