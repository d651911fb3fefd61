"""What a country and its people are called where that does not begin like the country's name, in Spanish and English.

*Peruano* begins like *Perú* and *Mexican* like *Mexico*: these need no table. *Dutch* does not begin like *Netherlands*.
"""

from collections.abc import Mapping
from typing import Final

PEOPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "CH": ("swis-",),
    "CI": ("ivor-", "marf-"),
    "CZ": ("checo", "checa", "checos", "checas"),
    "DK": ("dane-", "dani-"),
    "ES": ("span-",),
    "FI": ("finn-",),
    "FR": ("fren-",),
    "GB": ("brit-", "uk", "engl-", "ingl-"),
    "GR": ("grie-",),
    "IE": ("iris-",),
    "JP": ("nipo-",),
    "NL": ("neer-", "hola-", "holl-", "dutc-"),
    "NZ": ("neoz-",),
    "PL": ("polish", "pole", "poles"),
    "RU": ("ruso", "rusa", "rusos", "rusas"),
    "SZ": ("swaz-", "suaz-"),
    "TR": ("turc-",),
    "US": ("us", "usa", "eeuu", "uu", "amer-", "nort-", "estadounidense", "estadounidenses", "washington"),
    "VA": ("holy", "santa"),
}
"""By ISO 3166-1 code: whole words in small letters without accents; one that ends in a hyphen is the beginning of a word, four letters."""
