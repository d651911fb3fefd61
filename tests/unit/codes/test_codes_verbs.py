"""The verb ladder: the strength that words support."""

from typing import get_args

import pytest

from coopmodel.codes.verbs import VERBS, strongest
from coopmodel.codes.words import STRENGTH_RANKS, Strength


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
