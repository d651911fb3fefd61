"""The verb ladder: the strength that words support."""

import re
from typing import Final, get_args

import pytest

from coopmodel.codes.verbs import LOOKALIKES, VERBS, Firmest, firmest, has_ladder, strongest
from coopmodel.codes.words import STRENGTH_RANKS, Strength

SPANISH: Final[dict[str, tuple[str, ...]]] = {
    "interest": (
        "Acordaron en la urgente necesidad de actuar",
        "Coincidieron en la importancia de fortalecer los controles",
        "Manifestaron su voluntad política de avanzar",
        "Reafirmaron la importancia de la integración",
        "Los Presidentes saludan los avances",
        "Destacaron los avances",
        "Subrayaron los logros del comité",
        "Instaron a los demás países a sumarse",
        "Tomaron nota del informe",
        "Queremos avanzar",
        "Analizaron la posibilidad de abrir un paso",
    ),
    "intended": (
        "Reiteraron su intención de firmar",
        "Anunciaron su firme intención de abrir un consulado",
        "Se tiene previsto un segundo encuentro",
        "Pretenden suscribir un acuerdo",
        "Propusieron un calendario",
    ),
    "announced": (
        "Perú ofreció capacitación",
        "El Perú realizará un estudio",
        "El Ministro no asistirá",
        "Tendremos noticias",
        "Mantendrán informada a la prensa",
        "Trabajaremos juntos",
        "Vamos a trabajar juntos",
        "Se resaltó la creación de una mesa",
        "Anunció que habrá recursos",
    ),
    "agreed": (
        "Ambas delegaciones realizarán patrullajes",
        "Las Partes se informarán cada mes",
        "Los dos Gobiernos no expulsarán a menores",
        "Nuestro compromiso es trabajar",
        "Los países están comprometidos con la paz",
        "El acuerdo de crear un grupo",
        "Llegaron a un acuerdo para intercambiar datos",
        "Están de acuerdo en avanzar",
        "De común acuerdo",
        "Las Partes convienen lo siguiente",
        "Coincidieron en fortalecer los controles",
        "Pactaron una tregua",
        "Decidieron abrir el paso",
        "Se dispuso el cierre",
        "Instruyeron a sus cancilleres",
        "Aprobaron el plan",
        "Se firmó un memorando",
        "Suscribieron un memorando",
        "Fue creado un comité",
        "Quedó establecido el mecanismo",
        "No obstante, acordaron reunirse",
    ),
    "binding": ("Las Partes se obligan a informar", "Las Partes no deberán divulgar los datos"),
}
"""By strength: sentences whose firmest verb supports it."""

ENGLISH: Final[dict[str, tuple[str, ...]]] = {
    "interest": (
        "They agreed upon the urgent need for action",
        "They expressed their firm will to cooperate",
        "They expressed interest in a patrol",
        "We affirm our support for current initiatives and the need to continue",
        "They reaffirmed the importance of trade",
        "They encouraged trade",
        "The Presidents recognize the efforts",
        "The Ministers look forward to the visit",
        "The delegations discussed ways to improve",
        "Mexico stands ready to help",
        "We must work together",
        "The sides wish to improve relations",
    ),
    "intended": (
        "They announced their intention to open a consulate",
        "They expressed their intention to support the police",
        "The ministers intended to meet",
        "Peru intends to help",
        "In addition, the Network plans to consider creating task forces",
        "The United States also plans to provide grants",
        "Chile is planning to open a post",
        "The countries seek to build trust",
        "We propose a new vision",
        "They proposed to meet",
        "The goal of the partnership is to reduce crime",
    ),
    "announced": (
        "We will not deploy forces",
        "We\u2019ll do it",
        "They'll do it",
        "Peru is going to build a bridge",
        "Peru offered to host the meeting",
        "They will seek to expand trade",
        "Chile announced that it would help",
    ),
    "agreed": (
        "Both Governments will open the border",
        "The Parties will meet each year",
        "The two delegations will draft a text",
        "Our commitment to cooperation",
        "They are committed to peace",
        "Committing themselves to peace",
        "They confirmed that cabinet officials will meet annually",
        "Pledging support",
        "They reached an agreement on data",
        "Agreement to share data",
        "The decision to open a post",
        "They are fully determined to fight crime",
        "The Presidents instructed their ministers to draft a plan",
        "The Ministers signed a memorandum",
        "We recognize our responsibility and pledge to move forward",
    ),
    "binding": ("Each Party must notify the other", "Peru undertakes to pay", "The Parties are obliged to pay"),
}
"""By strength: sentences whose firmest verb supports it."""

MORE: Final = (
    "Mexico announced a new unit",
    "They reaffirmed the declaration of 2019",
    "The Ministers decided to agree",
    "The Parties resolved to meet",
    "Se comprometieron, acordaron y convinieron",
)
"""Verbs that the tests further below read."""

SPANISH_NOTHING: Final = (
    "No acordaron fecha alguna",
    "No se llegó a un acuerdo sobre pesca",
    "Tampoco hubo acuerdo",
    "Sin acuerdo sobre la fecha",
    "De acuerdo con la ley",
    "Según lo previsto en el tratado",
    "Crear un grupo de trabajo que se reunirá dos veces al año",
    "Operativos que serán planificados en conjunto",
    "Un protocolo que deberá establecerse",
    "Las Partes podrán suscribir protocolos",
    "Impulsar programas que buscan fortalecer la frontera",
    "Asistir a los connacionales que desean retornar",
    "En busca de soluciones",
    "El comercio con Irán",
    "El comercio ha crecido",
    "Destacó que es importante",
)
ENGLISH_NOTHING: Final = (
    "They did not agree to extend the programme",
    "On a date to be agreed, at a place to be decided",
    "They haven\u2019t agreed on a date",
    "No agreement was reached on fisheries",
    "The sides have not yet committed to a date",
    "The political will of both governments",
    "Their will to cooperate",
    "A working group which will meet twice a year",
    "Assist nationals who wish to return",
    "To seek to improve",
    "Mechanisms to resolve disputes",
    "Policies that recognize diversity",
    "Recognize and support civil society",
    "Promote internationally recognized standards",
    "The rights recognized in the treaty",
    "The memorandum signed in 2019",
    "Adopt an action plan to combat contraband",
    "With the goal of developing plans to prevent drug use",
    "With the aim to reduce crime",
    "Funds intended for victims",
)


@pytest.mark.parametrize(("strength", "sentence"), [(strength, one) for strength, several in SPANISH.items() for one in several])
def test_spanish_rungs(strength: str, sentence: str) -> None:
    """Nominal forms, passives, futures and settled phrases of Spanish support what their verb does."""
    assert strength == strongest(sentence, "es")


@pytest.mark.parametrize(("strength", "sentence"), [(strength, one) for strength, several in ENGLISH.items() for one in several])
def test_english_rungs(strength: str, sentence: str) -> None:
    """Nominal forms, passives, futures and settled phrases of English support what their verb does."""
    assert strength == strongest(sentence, "en")


@pytest.mark.parametrize("sentence", SPANISH_NOTHING)
def test_spanish_words_that_promise_nothing(sentence: str) -> None:
    """What is denied, named, permitted or only described in a clause is on no rung."""
    assert strongest(sentence, "es") is None


@pytest.mark.parametrize("sentence", ENGLISH_NOTHING)
def test_english_words_that_promise_nothing(sentence: str) -> None:
    """What is denied, named or only described in a clause is on no rung."""
    assert strongest(sentence, "en") is None


def test_every_rung_and_every_lookalike_is_met_above() -> None:
    """No row of the tables is idle: each one reads a sentence of its language, as strong as it says."""
    said = {"es": SPANISH, "en": ENGLISH}
    unsaid = {"es": SPANISH_NOTHING, "en": ENGLISH_NOTHING}
    described = ("destacó que se realizará un encuentro", "los países donde destacan", "carretera")
    for verb in VERBS:
        read = [one for one in said[verb.language][verb.strength] + MORE if re.search(rf"\b(?:{verb.form})\b", one, re.IGNORECASE)]
        assert read, verb
    for one in LOOKALIKES:
        assert any(re.search(rf"\b(?:{one.form})\b", text, re.IGNORECASE) for text in (*unsaid[one.language], *described)), one


def test_the_verb_itself_is_told() -> None:
    """Of equally firm verbs the first is told, as the text has it but for white space."""
    assert Firmest("agreed", "acordaron") == firmest("Se anunció que acordaron y decidieron", "es")
    assert Firmest("interest", "Expressed their interest") == firmest("Expressed\n their interest", "en")
    assert firmest("They met", "en") is None
    assert firmest("agreed", "pt") is None


@pytest.mark.parametrize(("enough", "words"), [("interest", "hope to"), ("agreed", "agreed"), ("binding", "shall")])
def test_what_is_firm_enough_is_taken(enough: Strength, words: str) -> None:
    """The first verb that is as firm as asked for ends the reading; where none is, the firmest is told. Unless told, only the top will do."""
    text = "They hope to sign, they agreed and decided, they shall sign and must sign"

    found = firmest(text, "en", enough)

    assert found is not None
    assert words == found.words
    assert Firmest("binding", "shall") == firmest(text, "en")
    assert Firmest("intended", "hope to") == firmest("They welcomed it, and they hope to sign, as they intend", "en", enough="agreed")


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Mexico plans to help", "intended"),
        ("The sides also plan to help", "intended"),
        ("plans to help", None),
        ("Frontier Plan to Combat Crime", None),
        ("frontier plans to combat crime", None),
        ("a list: recognize, welcome", None),
        ("Ministers welcome it", "interest"),
        (f"{'x' * 90} M{'x' * 61} plans to help", "intended"),
        (f"M{'x' * 90} plans to help", None),
    ],
)
def test_some_verbs_need_a_word_before_them(sentence: str, strength: str | None) -> None:
    """What may be a noun or an infinitive is a verb after a subject and in small letters; no more than 64 characters before it are read."""
    assert strength == strongest(sentence, "en")


def test_letters_that_grow_do_not_move_the_words() -> None:
    """A capital whose small form has two characters leaves the verb where it stands."""
    assert Firmest("agreed", "AGREED") == firmest("\u0130zmir: THEY AGREED.", "en")


def test_languages_with_a_ladder() -> None:
    """Spanish and English have one, whatever their region; no other language has."""
    assert [True, True, False, False] == [has_ladder(tag) for tag in ("es", "en-GB", "pt", "fr-CA")]


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("las partes expresaron su interés en potenciar los planes de retorno asistido de connacionales", "interest"),
        ("se resaltó la creación de una mesa de colaboración y protocolo de retorno humanitario en la frontera con Perú", "announced"),
        ("remarcó que habrá comunicación permanente entre las fuerzas policiales del Perú y Chile", "announced"),
        ("Tendremos pronto una nueva reunión para evaluar los resultados", "announced"),
        ("la segunda reunión será en Santiago de Chile en el segundo semestre de 2024", "announced"),
        ("donde se establecerá la hoja de ruta para el desarrollo del trabajo conjunto", "announced"),
        ("Entre los principales acuerdos consensuados por ambas delegaciones están el intercambio permanente de información", "agreed"),
        ("Ello también implica la ejecución de operativos conjuntos para prevenir, investigar y sancionar", None),
        ("En la mesa de trabajo abordaron seis temas", None),
        ("Las Partes manifestaron su intención de suscribir un convenio", "intended"),
        ("Acordaron la creación de un grupo de trabajo", "agreed"),
        ("Convinieron en la importancia de combatir el contrabando", "interest"),
        ("Se comprometieron a intercambiar información", "agreed"),
        ("Cada Parte deberá notificar a la otra", "binding"),
        ("El Ministro anunció la apertura de un consulado", "announced"),
        ("Saludaron los avances alcanzados", "interest"),
        ("Saludó los avances alcanzados", "interest"),
    ],
)
def test_spanish(sentence: str, strength: Strength | None) -> None:
    """A Spanish sentence supports the strength of its firmest verb, or none."""
    assert strongest(sentence, "es") == strength


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The sides expressed interest in a joint patrol", "interest"),
        ("The Presidents welcomed the progress made", "interest"),
        ("The Ministers stressed the need for roads", "interest"),
        ("They will meet on a date to be agreed", "announced"),
        ("They agreed on the importance of sharing information", "interest"),
        ("The Ministers expressed their intention to meet again", "intended"),
        ("The United States intends to provide training", "intended"),
        ("Both Governments plan to open a second crossing", "intended"),
        ("Mexico announced a new unit", "announced"),
        ("The working group will meet twice a year", "announced"),
        ("The Leaders committed to strengthen the border", "agreed"),
        ("They reaffirmed the declaration of 2019", "agreed"),
        ("The Ministers agreed to establish a working group", "agreed"),
        ("The Parties shall exchange information", "binding"),
        ("They agreed to cooperate; each Party shall bear its costs", "binding"),
        ("They welcomed the report and will publish it", "announced"),
        ("The delegations met in Lima", None),
        ("The goodwill of the unwilling", None),
        ("", None),
    ],
)
def test_english(sentence: str, strength: Strength | None) -> None:
    """An English sentence supports the strength of its firmest verb, or none."""
    assert strongest(sentence, "en") == strength


def test_line_breaks_and_case_do_not_matter() -> None:
    """Runs of white space are one blank, and capitals count as small letters."""
    assert strongest("LAS PARTES EXPRESARON\n   SU INTERÉS en", "es") == "interest"
    assert strongest("Expressed\r\n\ttheir intention", "en") == "intended"


def test_language() -> None:
    """Only the primary language counts; of a language without a ladder nothing is known, and no ladder reads the other's words."""
    assert strongest("acordaron", "es-419") == "agreed"
    assert strongest("agreed", "en-US") == "agreed"
    assert strongest("agreed", "fr") is None
    assert strongest("agreed", "es") is None


def test_ladder() -> None:
    """Every rung is Spanish or English, has a strength of the list and a count that is none or positive; every strength has rungs in both."""
    assert {verb.language for verb in VERBS} == {"es", "en"}
    assert {(verb.language, verb.strength) for verb in VERBS} == {
        (tongue, strength) for tongue in ("es", "en") for strength in STRENGTH_RANKS
    }
    assert all(verb.counted is None or verb.counted > 0 for verb in VERBS)
    assert len({(verb.language, verb.form) for verb in VERBS}) == len(VERBS)


def test_ranks() -> None:
    """Strengths are ranked from interest to binding, which their spelling would not do."""
    assert list(get_args(Strength)) == sorted(STRENGTH_RANKS, key=lambda word: STRENGTH_RANKS[word])
    assert dict(STRENGTH_RANKS) == {"interest": 1, "intended": 2, "announced": 3, "agreed": 4, "binding": 5}
    assert sorted(STRENGTH_RANKS) != list(STRENGTH_RANKS)
