"""What the units of time are called, in Spanish and English, one and many."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Unit: TypeAlias = Literal["years", "months", "weeks", "days"]

UNITS: Final[Mapping[str, Mapping[Unit, tuple[str, str]]]] = {
    "es": {"years": ("año", "años"), "months": ("mes", "meses"), "weeks": ("semana", "semanas"), "days": ("día", "días")},
    "en": {"years": ("year", "years"), "months": ("month", "months"), "weeks": ("week", "weeks"), "days": ("day", "days")},
}
"""By language and unit, longest unit first."""


def counted(numbers: Mapping[Unit, int], language: str) -> str:
    """Return ``1 year 6 months``; units that are none are left out."""
    said = [f"{numbers[unit]} {one if numbers[unit] == 1 else many}" for unit, (one, many) in UNITS[language].items() if numbers.get(unit)]
    return " ".join(said)
