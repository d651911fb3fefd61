"""Dates, distances and quantities in words, exactly as vague as they are."""

from collections.abc import Callable
from typing import Final

from coopmodel.codes.labels import label
from coopmodel.codes.units import Unit, counted
from coopmodel.values.dates import PartialDate
from coopmodel.values.durations import Duration
from coopmodel.values.identifiers import ANCHOR_WORDS
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.timing import Timing

MONTHS: Final = {
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
}
_SPRING: Final = 21
_GROUPINGS: Final = {
    "es": {
        21: "primavera de {}",
        22: "verano de {}",
        23: "otoño de {}",
        24: "invierno de {}",
        33: "primer trimestre de {}",
        34: "segundo trimestre de {}",
        35: "tercer trimestre de {}",
        36: "cuarto trimestre de {}",
        37: "primer cuatrimestre de {}",
        38: "segundo cuatrimestre de {}",
        39: "tercer cuatrimestre de {}",
        40: "primer semestre de {}",
        41: "segundo semestre de {}",
    },
    "en": {
        21: "spring {}",
        22: "summer {}",
        23: "autumn {}",
        24: "winter {}",
        33: "first quarter of {}",
        34: "second quarter of {}",
        35: "third quarter of {}",
        36: "fourth quarter of {}",
        37: "first four months of {}",
        38: "second four months of {}",
        39: "last four months of {}",
        40: "first half of {}",
        41: "second half of {}",
    },
}
_PERIODS: Final = {
    "es": {
        "both": "de {} a {}",
        "end-open": "desde {} en adelante",
        "end-unknown": "desde {}, término desconocido",
        "start-open": "hasta {}",
        "start-unknown": "hasta {}, comienzo desconocido",
        "by-open": "{}",
        "by-unknown": "{}, comienzo desconocido",
    },
    "en": {
        "both": "from {} to {}",
        "end-open": "from {} on",
        "end-unknown": "from {}, end unknown",
        "start-open": "until {}",
        "start-unknown": "until {}, beginning unknown",
        "by-open": "{}",
        "by-unknown": "{}, beginning unknown",
    },
}
_QUANTITIES: Final = {
    "en": {"about": "about {}", "both": "from {} to {}", "at-most": "up to {}", "at-least": "at least {}"},
    "es": {"about": "aproximadamente {}", "both": "de {} a {}", "at-most": "hasta {}", "at-least": "al menos {}"},
}
_UNGROUPED: Final = 4
"""Whole numbers of so many digits stand ungrouped."""
_SPANISH_SIGNS: Final = str.maketrans(",.", ".,")
_NO_CURRENCY: Final = {"en": "(currency not named)", "es": "(moneda no indicada)"}


def date_in_words(date: PartialDate, language: str) -> str:
    """Return ``second half of 2024``, ``about May 2023``, ``20 December 2023 (uncertain)``."""
    months = MONTHS[language]
    if date.grouping is not None:
        said = _GROUPINGS[language][date.grouping].format(date.year)
    elif date.month is None:
        said = str(date.year)
    elif date.day is None:
        said = f"{months[date.month - 1]} de {date.year}" if language == "es" else f"{months[date.month - 1]} {date.year}"
    elif language == "es":
        said = f"{date.day} de {months[date.month - 1]} de {date.year}"
    else:
        said = f"{date.day} {months[date.month - 1]} {date.year}"
    if date.approximate:
        said = f"hacia {said}" if language == "es" else f"about {said}"
    if date.uncertain:
        said = f"{said} (incierto)" if language == "es" else f"{said} (uncertain)"
    return said


def period_in_words(period: Period, language: str) -> str:
    """Return ``from 2023 to 2024``, ``from 2024 on``, ``until 2022``, ``from 2024, end unknown``."""
    words = _PERIODS[language]
    start = date_in_words(period.start, language) if period.start is not None else None
    end = date_in_words(period.end, language) if period.end is not None else None
    if end is None:
        return words[f"end-{period.end_is}"].format(start)
    return words["both"].format(start, end) if start is not None else words[f"start-{period.start_is}"].format(end)


def duration_in_words(duration: Duration, language: str) -> str:
    """Return ``1 year 6 months``."""
    numbers: dict[Unit, int] = {"years": duration.years, "months": duration.months, "weeks": duration.weeks, "days": duration.days}
    return counted(numbers, language)


def number_in_words(end: str, language: str) -> str:
    """Return ``about 3,500,000`` of ``3500000~``, ``0,5`` in Spanish."""
    number, about, _ = end.partition("~")
    whole, point, fraction = number.partition(".")
    grouped = f"{int(whole):,}" if len(whole.removeprefix("-")) > _UNGROUPED else whole
    said = f"{grouped}{point}{fraction}"
    if language == "es":
        said = said.translate(_SPANISH_SIGNS)
    return _QUANTITIES[language]["about"].format(said) if about else said


def quantity_in_words(quantity: Quantity, language: str) -> str:
    """Return ``about 3,500,000``, ``from 15,000 to 20,000``, ``up to 4000``; in Spanish ``3.500.000`` and ``0,5``, as in South America."""
    words = _QUANTITIES[language]
    first, slash, second = str(quantity).partition("/")
    if not slash:
        return number_in_words(first, language)
    if quantity.low is None:
        return words["at-most"].format(number_in_words(second, language))
    low = number_in_words(first, language)
    return words["at-least"].format(low) if quantity.high is None else words["both"].format(low, number_in_words(second, language))


def money_in_words(money: Money, language: str) -> str:
    """Return ``about 3,500,000 USD``."""
    currency = _NO_CURRENCY[language] if money.currency == "XXX" else money.currency
    return f"{quantity_in_words(money.amount, language)} {currency}"


def _due_in_words(period: Period, language: str) -> str:
    """Return when something is due: with no first day it is due by its last, and does not last until then."""
    end = period.end
    if end is None or period.start is not None:
        return period_in_words(period, language)
    said = date_in_words(end, language)
    if language == "en":
        said = f"no later than {'the ' if ' of ' in said and not end.approximate else ''}{said}"
    elif end.approximate:
        said = f"a más tardar {said}"
    elif end.grouping is not None:
        said = f"a más tardar en {'la' if end.grouping == _SPRING else 'el'} {said}"
    else:
        said = f"a más tardar {'en' if end.day is None else 'el'} {said}"
    return _PERIODS[language][f"by-{period.start_is}"].format(said)


def timing_in_words(timing: Timing, language: str, name_of: Callable[[str], str]) -> str:
    """Return the date in words, or ``60 days after signature``, ``at “Second meeting”``.

    Args:
        timing: The timing.
        language: ``es`` or ``en``.
        name_of: Gives the name of a meeting or milestone by its id.
    """
    if isinstance(timing.when, PartialDate):
        return date_in_words(timing.when, language)
    if isinstance(timing.when, Period):
        return _due_in_words(timing.when, language)
    anchor = str(timing.anchor)
    if anchor in ANCHOR_WORDS:
        event = label("participation-action", anchor, language)
        event = f"la {event}" if language == "es" else event
    else:
        event = f"«{name_of(anchor)}»" if language == "es" else f"“{name_of(anchor)}”"
    if timing.offset is None:
        return f"en {event}" if language == "es" else f"at {event}"
    before, after = {"es": ("antes de", "después de"), "en": ("before", "after")}[language]
    return f"{duration_in_words(timing.offset, language)} {before if timing.offset.negative else after} {event}"
