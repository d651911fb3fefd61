"""Whether words name somebody: a party, or an authority, by its names in any language, its acronym, its people, its officials.

Made for saying that somebody is certainly *not* named. So little is enough for being named: one telling word of a name, or a word that begins
like it, since *chilena* and *Mexican* name as well as *Chile* and *Mexico* do.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from functools import cache, cached_property
from typing import Any, Final

from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.peoples import PEOPLES
from coopmodel.model.agreement import Agreement
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty

_TELLING: Final = 4
"""Shorter words tell nothing by themselves; and so many letters make a beginning."""

_LONGEST: Final = 4
"""Of a name without a telling word so many words are looked for, one after the other."""

_WORD: Final = re.compile(r"\w+")
_DOTTED: Final = re.compile(r"(?<=\b\w)\.(?=\w\b)")


_COMMON: Final = frozenset(
    _WORD.findall(
        "united unidos unidas etats unis states state estado estados reino kingdom royaume republica republic republique democratica "
        "democratic islas islands ilhas iles isla island north south east west norte oeste este nord nueva nuevo nova nouvelle saint "
        "santa santo ministerio ministry minister ministro ministra viceministro viceministra viceministry viceministerio department "
        "departamento secretaria secretario secretary subsecretaria subsecretario undersecretary secretariat office oficina agency "
        "agencia service servicio direccion directorate director directora general national nacional federal public publico publica "
        "government gobierno president presidente presidenta deputy institute instituto commission comision council consejo unit unidad "
        "para from with "
        "region provincia province municipalidad municipality comunidad community organizacion organization organisation union"
    )
)
"""Words of names that tell nobody apart."""

_ALL: Final = frozenset(
    _WORD.findall(
        "both parties sides we our ours ourselves they countries governments nations delegations presidents ministers leaders authorities each "
        "jointly joint mutual bilateral binational "
        "ambas ambos partes nosotros nuestro nuestra nuestros nuestras paises gobiernos delegaciones presidentes ministros viceministros "
        "mandatarios cancilleres autoridades conjunto conjunta conjuntos conjuntas conjuntamente mutuo mutua binacional cada"
    )
)
"""Words that name everybody at the table."""

_NOBODY: Final = frozenset(
    _WORD.findall(
        "child children childhood cost costs costo costos port ports individual individuals indicator indicators indicador indicadores"
    )
)
"""Words that begin like a country and come from elsewhere."""

_WE: Final = ("remos", "amos")
"""Endings of Spanish verbs that say *we*."""

_GOES_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "presidency": ("pres", "mand"),
    "legislature": ("cong", "parl", "sena"),
    "foreign-affairs": ("canc",),
    "police": ("poli",),
    "prosecution": ("fisc", "pros"),
}
"""By function: beginnings of what such bodies are commonly called, whatever their names."""


class Words:
    """The words of a text.

    Attributes:
        words: In small letters, without accents.
    """

    def __init__(self, row: list[str]) -> None:
        """Take the words as they stand, one after the other."""
        self._row = row
        self._small = [word.casefold() for word in row]
        self.words: frozenset[str] = frozenset(self._small)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Their first four letters."""
        return frozenset([word[:_TELLING] for word in self.words - _NOBODY])

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Those written in capitals, as they stand."""
        return frozenset([word for word in self._row if word.isupper()])

    @cached_property
    def phrases(self) -> frozenset[str]:
        """Up to four of them that follow each other, run together."""
        small = self._small
        return frozenset(["".join(small[start : start + length]) for start in range(len(small)) for length in range(1, _LONGEST + 1)])

    @property
    def name_all(self) -> bool:
        """Whether they name everybody: *both sides*, *las partes*, *acordamos*."""
        return not _ALL.isdisjoint(self.words) or any(word.endswith(_WE) for word in self.words)


def words_of(texts: Iterable[str]) -> Words:
    """Return the words of several texts, taken together."""
    return Words([word for text in texts for word in _WORD.findall(_without_accents(text))])


class Names:
    """Everything that somebody may be called.

    Attributes:
        words: Words any of which will do, in small letters without accents.
        beginnings: Beginnings of words, of four letters.
        capitals: Short acronyms, in capitals.
        whole: Names of which all words are needed, run together.
    """

    def __init__(self) -> None:
        """Begin with no name: nobody can be recognised by that."""
        self.words: set[str] = set()
        self.beginnings: set[str] = set()
        self.capitals: set[str] = set()
        self.whole: set[str] = set()

    def add(self, name: str, *, people: bool = False) -> None:
        """Add a name: any of its telling words will do, or where it has none all of them in a row.

        Args:
            name: As somebody writes it.
            people: Whether a word that begins like a telling one will do too.
        """
        words = _words(name)
        telling = {word for word in words if len(word) >= _TELLING and word not in _COMMON}
        if not telling:
            self.whole.add("".join(words[:_LONGEST]))
        elif people:
            self.beginnings.update([word[:_TELLING] for word in telling])
        else:
            self.words.update(telling)

    def add_acronym(self, acronym: str) -> None:
        """Add an acronym; one of up to three letters must stand in capitals, for ``CAN`` is no *can*."""
        words = _words(acronym)
        if len(words) == 1 and len(words[0]) < _TELLING:
            self.capitals.add(words[0].upper())
        else:
            self.whole.add("".join(words[:_LONGEST]))

    def add_person(self, name: str) -> None:
        """Add a person: any of the names after the first."""
        words = _words(name)
        self.words.update([word for word in words[1:] or words if len(word) >= _TELLING])

    def add_country(self, code: str) -> None:
        """Add a country by its code: its names, and its people."""
        country = names_of_country(code)
        self.words |= country.words
        self.beginnings |= country.beginnings
        self.whole |= country.whole

    def add_word(self, word: str) -> None:
        """Add a word that will do by itself, in small letters; one that ends in a hyphen is the beginning of several."""
        (self.beginnings if word.endswith("-") else self.words).add(word.removesuffix("-"))

    def add_beginnings(self, beginnings: Iterable[str]) -> None:
        """Add beginnings of words, of four letters."""
        self.beginnings.update(beginnings)

    def stand_in(self, words: Words) -> bool:
        """Tell whether any of the names stands among these words."""
        return (
            not self.words.isdisjoint(words.words)
            or not self.beginnings.isdisjoint(words.beginnings)
            or not self.capitals.isdisjoint(words.capitals)
            or any(name in words.phrases for name in self.whole)
        )


@cache
def names_of_country(code: str) -> Names:
    """Return the names of a country and of its people, which are always the same."""
    names = Names()
    for name in COUNTRIES[code].names.values():
        names.add(name, people=True)
    for word in PEOPLES.get(code, ()):
        names.add_word(word)
    return names


def names_of(agreement: Agreement, asked: Container[str]) -> dict[str, Names]:
    """Return the names of parties and authorities, by id; a party answers to the names of its authorities and officials too.

    Where two have one id, the names of both are taken together. A subdivision without a name is left out: nobody knows what it is called.

    Args:
        agreement: The record.
        asked: The ids of those whose names are wanted; there may be others among them.
    """
    found: dict[str, Names] = {}
    for party in agreement.parties:
        if party.id in asked and not (isinstance(party, SubdivisionParty) and party.name is None):
            _add_party(found.setdefault(party.id, Names()), party)
    for authority in agreement.authorities:
        if authority.id in asked:
            found.setdefault(authority.id, Names())
        for names in (*_known(found, authority.id), *_known(found, authority.party)):
            _add_authority(names, authority)
    for official in agreement.officials:
        for names in (*_known(found, official.party), *_known(found, official.authority)):
            _add_official(names, official)
    return found


def _known(found: Mapping[str, Names], identifier: str | None) -> tuple[Names, ...]:
    return (found[identifier],) if identifier is not None and identifier in found else ()


def _add_party(names: Names, party: Any) -> None:  # noqa: ANN401  of three classes, and those that extend them
    for name in () if party.name is None else party.name.values():
        names.add(name, people=not isinstance(party, OrganizationParty))
    if isinstance(party, CountryParty):
        names.add_country(str(party.country))
    if isinstance(party, OrganizationParty) and party.acronym is not None:
        names.add_acronym(party.acronym)


def _add_authority(names: Names, authority: Authority) -> None:
    for name in authority.name.values():
        names.add(name)
    if authority.acronym is not None:
        names.add_acronym(authority.acronym)
    if authority.function is not None:
        names.add_beginnings(_GOES_BY.get(authority.function, ()))


def _add_official(names: Names, official: Official) -> None:
    if official.name is not None:
        names.add_person(official.name)
    for post in () if official.post is None else official.post.values():
        names.add(post)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(_without_accents(text))]


def _without_accents(text: str) -> str:
    """Return the text without accents, and without the dots within an abbreviation: *U.S.* is *US*."""
    text = _DOTTED.sub("", text) if "." in text else text
    if text.isascii():
        return text
    return "".join([letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)])
