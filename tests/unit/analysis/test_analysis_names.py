"""Whether words name somebody."""

from typing import Any

import pytest

from coopmodel.analysis.names import Names, names_of, words_of
from coopmodel.codes.countries import COUNTRIES
from coopmodel.codes.peoples import PEOPLES
from coopmodel.model.agreement import Agreement
from coopmodel.model.parties import Authority, CountryParty, Official, OrganizationParty, SubdivisionParty

BASE: dict[str, Any] = {"id": "a", "revision": 1, "title": {"en": "A"}}
RECORD = Agreement(
    **BASE,
    parties=[
        SubdivisionParty(id="arica", code="CL-AP"),
        CountryParty(id="cl", country="CL"),
        CountryParty(id="us", country="US", name={"en": "The Federation"}),
        OrganizationParty(id="can", name={"es": "Comunidad Andina", "en": "Andean Community"}, acronym="CAN"),
        OrganizationParty(id="mercosur", name={"es": "Mercado Común"}, acronym="MERCOSUR"),
        SubdivisionParty(id="tacna", code="PE-TAC", name={"es": "Región Tacna"}),
    ],
    authorities=[
        Authority(id="minrel", party="cl", name={"es": "Ministerio de Relaciones Exteriores"}, function="foreign-affairs"),
        Authority(id="unit", party="cl", name={"en": "Financial Intelligence Unit", "es": "Unidad"}, acronym="UAF"),
        Authority(id="lost", party="nobody", name={"en": "Lost Ministry"}, acronym="UAF-LOST"),
    ],
    officials=[
        Official(id="monsalve", party="cl", name="Manuel Zacarías Monsalve", authority="minrel"),
        Official(id="chief", party="us", post={"en": "Sheriff", "es": "Alguacil"}, authority="nothing"),
        Official(id="ghost", party="nobody", name="Ghost"),
        Official(id="pele", party="tacna", name="Pelé"),
    ],
)


def named(who: str, *texts: str) -> bool:
    """Tell whether somebody of the record is named in the texts."""
    return names_of(RECORD, {who})[who].stand_in(words_of(texts))


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("cl", "CHILE hará un estudio"),
        ("cl", "la delegación chilena"),
        ("cl", "the Chilean side"),
        ("cl", "Relaciones con el exterior"),
        ("cl", "la Cancillería"),
        ("cl", "according to Monsalve"),
        ("cl", "Zacarias spoke"),
        ("cl", "la UAF"),
        ("us", "the United States"),
        ("us", "los Estados Unidos"),
        ("us", "the U.S. side"),
        ("us", "EE. UU."),
        ("us", "EE.UU."),
        ("us", "el gobierno estadounidense"),
        ("us", "the American side"),
        ("us", "the federation"),
        ("us", "el alguacil"),
        ("us", "the sheriff"),
        ("can", "la CAN"),
        ("can", "the Andean countries"),
        ("mercosur", "Mercosur"),
        ("tacna", "tacneños"),
        ("tacna", "Pele spoke"),
        ("minrel", "exteriores"),
        ("minrel", "the canciller"),
        ("minrel", "Monsalve spoke"),
        ("unit", "the intelligence body"),
        ("unit", "la Unidad"),
        ("unit", "U.A.F."),
        ("lost", "uaf-lost"),
    ],
)
def test_who_is_named(who: str, text: str) -> None:
    """Names, peoples, acronyms, authorities and officials name; case, accents and dots do not matter."""
    assert named(who, text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("cl", "Peru will help the children"),
        ("cl", "every child"),
        ("cl", "the Ministry will help"),
        ("cl", "Manuel spoke"),
        ("cl", "uaf"),
        ("cl", "la guafa"),
        ("us", "the States will act"),
        ("us", "a united front"),
        ("us", "un estado unitario"),
        ("can", "they can help"),
        ("tacna", "Chile"),
        ("minrel", "Chile"),
        ("lost", "UAF"),
        ("us", ""),
    ],
)
def test_who_is_not_named(who: str, text: str) -> None:
    """Common words, first names, parts of words and small letters for a short acronym name nobody."""
    assert not named(who, text)


def test_several_texts_are_taken_together() -> None:
    """A name whose words stand in two texts is there; each word counts once, in small letters without accents."""
    words = words_of(["Los Estados Unidos,", "ÁREA los"])

    assert {"los", "estados", "unidos", "area"} == words.words
    assert {"los", "esta", "unid", "area"} == words.beginnings
    assert {"AREA"} == words.capitals
    assert {"los", "losestados", "losestadosunidos", "losestadosunidosarea", "estados", "unidos", "area"} <= words.phrases
    assert "estadosunidosarealos" in words.phrases
    assert not any(phrase.startswith("losestadosunidosareal") for phrase in words.phrases)
    assert named("us", "united", "states")
    assert not named("us", "the states are united")


@pytest.mark.parametrize(
    "text",
    [
        "Both Governments",
        "las Partes",
        "ambas delegaciones",
        "we agreed",
        "our forces",
        "Acordamos",
        "Trabajaremos",
        "a joint patrol",
        "cada Parte",
    ],
)
def test_words_that_name_everybody(text: str) -> None:
    """Pronouns, plurals and verbs for all sides name all, in both languages."""
    assert words_of([text]).name_all


@pytest.mark.parametrize("text", ["Chile will", "el Perú y Chile", "los mismos", "the Mexican side", "give us time", "por su parte", ""])
def test_words_that_do_not_name_everybody(text: str) -> None:
    """One side, or a pronoun that is spelt like a country, does not."""
    assert not words_of([text]).name_all


def test_who_has_names() -> None:
    """Every party and authority has, but a subdivision that nobody named; officials are no keys."""
    everybody = [one.id for one in (*RECORD.parties, *RECORD.authorities, *RECORD.officials)]

    assert ["cl", "us", "can", "mercosur", "tacna", "minrel", "unit", "lost"] == [*names_of(RECORD, everybody)]


def test_only_those_have_names_who_are_asked_for() -> None:
    """What is asked of others changes nothing of the names of one."""
    alone, together = names_of(RECORD, {"cl"}), names_of(RECORD, {"cl", "minrel"})

    assert ["cl"] == [*alone]
    assert vars(together["cl"]) == vars(alone["cl"])
    assert {"canc"} <= alone["cl"].beginnings


def test_four_letters_tell_and_a_hyphen_makes_a_beginning() -> None:
    """Shorter words, and words of many names, are looked for together; what is known of one name stays when a country is added."""
    names, people = Names(), Names()
    for name in ("Cuba", "Isla Sur", "North"):
        names.add(name)
    people.add("Fiji Now", people=True)
    names.add_word("chileno")
    names.add_word("peru-")
    names.add_country("US")

    assert {"cuba", "chileno"} <= names.words
    assert {"islasur", "north", "unitedstates"} <= names.whole
    assert "peru" in names.beginnings
    assert ({"fiji"}, set()) == (people.beginnings, people.words)


def test_two_countries_do_not_share_their_names() -> None:
    """What a country is always called is kept, and what one record adds to it is not."""
    one, other = Names(), Names()
    for names in (one, other):
        names.add_country("CL")
    one.add("Carabineros")
    one.add_acronym("UAF")
    one.add_beginnings(["poli"])
    again = Names()
    again.add_country("CL")

    assert vars(other) == vars(again)
    assert one.words - other.words == {"carabineros"}


def test_names_of_two_with_one_id_are_taken_together() -> None:
    """Where an id is used twice, either name will do."""
    twice = Agreement(**BASE, parties=[CountryParty(id="x", country="CL"), CountryParty(id="x", country="PE")])
    names = names_of(twice, {"x"})["x"]

    assert names.stand_in(words_of(["Chile"]))
    assert names.stand_in(words_of(["Perú"]))


def test_of_a_long_common_name_four_words_are_looked_for() -> None:
    """A name without any telling word is found by its first four words in a row."""
    names = Names()
    names.add("Office of the General Secretary of State")

    assert names.stand_in(words_of(["the office of the general who"]))
    assert not names.stand_in(words_of(["office of the secretary"]))


def test_common_words_of_a_name_tell_nothing() -> None:
    """The Union of one name is not that of another; what is measured is not of India."""
    union, india = Names(), Names()
    union.add("European Union")
    india.add_country("IN")

    assert union.stand_in(words_of(["Europeans"])) is False
    assert union.stand_in(words_of(["the European side"]))
    assert not union.stand_in(words_of(["a customs union"]))
    assert india.stand_in(words_of(["the Indian side"]))
    assert not india.stand_in(words_of(["los indicadores"]))


def test_an_acronym_of_four_letters_is_no_common_word() -> None:
    """From four letters on an acronym may stand in small letters; three must be capitals."""
    long, short = Names(), Names()
    long.add_acronym("OTAN")
    short.add_acronym("Can")

    assert long.stand_in(words_of(["la Otan"]))
    assert short.stand_in(words_of(["la CAN"]))
    assert not short.stand_in(words_of(["la Can"]))


def test_an_acronym_in_parts_is_found_with_its_parts_in_a_row() -> None:
    """What a hyphen parts is one word after the other, in capitals or not."""
    names = Names()
    names.add_acronym("G-20")

    assert names.stand_in(words_of(["the g-20"]))
    assert names.stand_in(words_of(["el G20"]))
    assert not names.stand_in(words_of(["the G of 20"]))


def test_a_name_without_letters_names_nobody() -> None:
    """Where a name has no words, none can be found, and certainly not everywhere."""
    names = Names()
    names.add("—")
    names.add_acronym("—")
    names.add_person("—")

    assert not names.stand_in(words_of(["Chile"]))


@pytest.mark.parametrize(
    ("function", "text"),
    [
        ("presidency", "the presidential palace"),
        ("presidency", "el Mandatario"),
        ("legislature", "el Congreso"),
        ("legislature", "members of Parliament"),
        ("legislature", "los senadores"),
        ("foreign-affairs", "la Cancillería"),
        ("police", "policías"),
        ("prosecution", "los fiscales"),
        ("prosecution", "the prosecutors"),
    ],
)
def test_an_authority_goes_by_what_such_bodies_are_called(function: Any, text: str) -> None:
    """Whatever its name, an authority answers to the common word for what it does; one without a function, or with another, does not."""

    def is_named(function: Any) -> bool:
        authority = Authority(id="x", party="cl", name={"en": "Xyzzy"}, function=function)
        return names_of(Agreement(**BASE, authorities=[authority]), {"x"})["x"].stand_in(words_of([text]))

    assert [True, False, False] == [is_named(one) for one in (function, None, "customs")]


def test_without_a_name_nobody_is_recognised() -> None:
    """New names hold none."""
    assert not Names().stand_in(words_of(["Chile"]))


def test_every_country_answers_to_its_names() -> None:
    """Each of the names of each country names it."""
    for code, row in COUNTRIES.items():
        names = Names()
        names.add_country(code)
        for name in row.names.values():
            assert names.stand_in(words_of([name])), (code, name)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("CH", "Swiss suizo"),
        ("CI", "Ivorian marfileño"),
        ("CZ", "Czech checo checas"),
        ("DE", "German alemana"),
        ("DK", "Danish danesa Danes"),
        ("ES", "Spanish español"),
        ("FI", "Finnish finlandés"),
        ("FR", "French francesa"),
        ("GB", "British británica UK English inglesa"),
        ("GR", "Greek griego"),
        ("IE", "Irish irlandesa"),
        ("JP", "Japanese japonés nipona"),
        ("NL", "Dutch neerlandés holandesa Holland"),
        ("NZ", "neozelandés"),
        ("PL", "Polish polaca Poles"),
        ("RU", "Russian ruso rusas"),
        ("SZ", "Swazi suazi"),
        ("TR", "Turkish turco"),
        ("US", "American estadounidense norteamericana USA EEUU Washington US"),
        ("VA", "Vatican Holy Santa"),
        ("PE", "Peruvian peruana"),
        ("MX", "Mexican mexicanos"),
        ("BR", "Brazilian brasileña"),
        ("CR", "costarricense"),
    ],
)
def test_a_people_names_its_country(code: str, words: str) -> None:
    """Each of these words is enough, in Spanish and English, whether it begins like the country's name or not."""
    names = Names()
    names.add_country(code)

    assert [] == [word for word in words.split() if not names.stand_in(words_of([word]))]


def test_the_table_of_peoples_is_spelt_as_it_is_read() -> None:
    """Keys are countries; words are in small letters without accents, beginnings have four of them."""
    assert PEOPLES.keys() <= COUNTRIES.keys()
    for words in PEOPLES.values():
        for word in words:
            assert word == word.casefold()
            assert word.isascii()
            assert not word.endswith("-") or 5 == len(word)
