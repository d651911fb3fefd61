"""How often something is to happen, in words: ``every 2 years``, ``cada mes, el primer lunes``."""

from collections.abc import Sequence
from typing import Final

from coopmodel.analysis.in_words import MONTHS, date_in_words
from coopmodel.codes.units import UNITS, Unit
from coopmodel.values.dates import PartialDate
from coopmodel.values.recurrence import Recurrence

_UNITS: Final[dict[str, Unit]] = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}
_WEEKDAYS: Final = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
_ORDINALS: Final = {
    "en": {
        1: "the first {}",
        2: "the second {}",
        3: "the third {}",
        4: "the fourth {}",
        5: "the fifth {}",
        -1: "the last {}",
        -2: "the second-to-last {}",
        -3: "the third-to-last {}",
        -4: "the fourth-to-last {}",
        -5: "the fifth-to-last {}",
    },
    "es": {
        1: "el primer {}",
        2: "el segundo {}",
        3: "el tercer {}",
        4: "el cuarto {}",
        5: "el quinto {}",
        -1: "el último {}",
        -2: "el penúltimo {}",
        -3: "el antepenúltimo {}",
        -4: "el cuarto {} contado desde el final",
        -5: "el quinto {} contado desde el final",
    },
}
_DAY: Final = {"en": "day", "es": "día"}
_SAID: Final = {
    "every": {"en": "every {}", "es": "cada {}"},
    "on": {"en": "{} on {}", "es": "{}, {}"},
    "in": {"en": "{} in {}", "es": "{} en {}"},
    "of": {"en": "{} of {}", "es": "{} de {}"},
    "of-each-month": {"en": "{} of every month", "es": "{} de cada mes"},
    "of-the-year": {"en": "{} of the year", "es": "{} del año"},
    "weekday": {"en": "{}", "es": "el {}"},
    "each-weekday": {"en": "every {}", "es": "todos los {}"},
    "until": {"en": "{} until {}", "es": "{} hasta el {}"},
    "and": {"en": "and", "es": "y"},
}
_TIMES: Final = {
    "en": {1: "once in all: {}", 2: "twice in all: {}"},
    "es": {1: "una vez en total: {}", 2: "dos veces en total: {}"},
}
_MANY_TIMES: Final = {"en": "{} times in all: {{}}", "es": "{} veces en total: {{}}"}
_TEENS: Final = range(11, 14)
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def recurrence_in_words(recurrence: Recurrence, language: str) -> str:
    """Return ``every 6 months``, ``every year in January and July``, ``12 times in all: every month on the first Monday``."""
    one, many = UNITS[language][_UNITS[recurrence.frequency]]
    said = _say("every", language, one if recurrence.interval == 1 else f"{recurrence.interval} {many}")
    months = _listed([MONTHS[language][month - 1] for month in recurrence.months], language)
    if recurrence.month_days or recurrence.weekdays:
        said = _say("on", language, said, _days(recurrence, months, language))
    elif months:
        said = _say("in", language, said, months)
    if recurrence.until is not None:
        said = _say("until", language, said, date_in_words(PartialDate.of(recurrence.until), language))
    if recurrence.count is not None:
        said = _TIMES[language].get(recurrence.count, _MANY_TIMES[language].format(recurrence.count)).format(said)
    return said


def _days(recurrence: Recurrence, months: str, language: str) -> str:
    """Return the days, and of which months; a yearly rule without months counts them in each month, or in the year."""
    days = [_month_day(day, language) for day in sorted(recurrence.month_days, key=_from_the_end_last)]
    for ordinal, day in sorted(recurrence.weekdays, key=lambda weekday: (_from_the_end_last(weekday[0]), weekday[1])):
        name = _WEEKDAYS[language][day]
        days.append(_ORDINALS[language][ordinal].format(name) if ordinal else _weekday(name, recurrence.frequency, language))
    said = _listed(days, language)
    if months:
        return _say("of", language, said, months)
    if recurrence.frequency == "YEARLY" and recurrence.month_days:
        return _say("of-each-month", language, said)
    return _say("of-the-year", language, said) if recurrence.frequency == "YEARLY" and recurrence.weekdays[0][0] else said


def _weekday(name: str, frequency: str, language: str) -> str:
    """Return the day of each week; in Spanish Saturday and Sunday have a plural of their own."""
    if frequency == "WEEKLY":
        return _say("weekday", language, name)
    return _say("each-weekday", language, name if language == "en" or name.endswith("s") else f"{name}s")


def _month_day(day: int, language: str) -> str:
    if day < 0 and -day in _ORDINALS[language]:
        return _ORDINALS[language][day].format(_DAY[language])
    if language == "es":
        return f"el día {day}" if day > 0 else f"el día {-day} contado desde el final"
    number = abs(day)
    suffix = "th" if number in _TEENS else _SUFFIXES.get(number % 10, "th")
    return f"the {number}{suffix}" if day > 0 else f"the {number}{suffix}-to-last day"


def _from_the_end_last(number: int) -> tuple[bool, int]:
    return number < 0, number


def _listed(names: Sequence[str], language: str) -> str:
    return f" {_SAID['and'][language]} ".join([part for part in (", ".join(names[:-1]), *names[-1:]) if part])


def _say(form: str, language: str, *parts: str) -> str:
    return _SAID[form][language].format(*parts)
