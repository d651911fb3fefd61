"""The lists of words, their labels, and which status may follow which."""

from typing import get_args

import pytest

from coopmodel.codes import words
from coopmodel.codes.labels import LABELS, label
from coopmodel.codes.transitions import TRANSITIONS

_STATUSES = set(get_args(words.ReportStatus))
_LISTS = {
    "strength": get_args(words.Strength),
    "agreement-status": get_args(words.AgreementStatus),
    "meeting-status": get_args(words.MeetingStatus),
    "meeting-mode": get_args(words.MeetingMode),
    "report-status": get_args(words.ReportStatus),
    "effective-status": get_args(words.EffectiveStatus),
    "party-role": get_args(words.PartyRole),
    "instrument": words.INSTRUMENTS,
    "participation-action": get_args(words.ParticipationAction),
    "relation": get_args(words.RelationKind),
    "match": get_args(words.MappingMatch),
    "novelty": get_args(words.Novelty),
    "permanence": get_args(words.Permanence),
    "immediacy": get_args(words.Immediacy),
    "purpose": get_args(words.Purpose),
    "destination": get_args(words.Destination),
    "function": words.FUNCTIONS,
    "commitment-kind": words.COMMITMENT_KINDS,
    "source-kind": words.SOURCE_KINDS,
}


@pytest.mark.parametrize("name", _LISTS)
def test_form(name: str) -> None:
    """The words of a list are distinct and spelt in small letters with hyphens."""
    listed = _LISTS[name]
    assert len(set(listed)) == len(listed) > 0
    for word in listed:
        assert word.isascii()
        assert word == word.lower()
        assert all(part.isalpha() for part in word.split("-"))


@pytest.mark.parametrize("name", LABELS)
def test_labels(name: str) -> None:
    """A list with labels has one in Spanish and English for each of its words, and for no other."""
    assert set(_LISTS[name]) == set(LABELS[name])
    for word, labels in LABELS[name].items():
        assert set(labels) == {"es", "en"}
        assert labels["es"] == label(name, word, "es") != ""
        assert labels["en"] == label(name, word, "en") != ""


def test_label_of_ones_own_word() -> None:
    """A user's own word stands for itself."""
    assert label("instrument", "acme:road-map", "es") == "acme:road-map"
    assert label("instrument", "treaty", "es") == "tratado"


def test_transitions_are_closed() -> None:
    """Every status has successors, all of them statuses, itself among them."""
    assert set(TRANSITIONS) == _STATUSES
    for status, following in TRANSITIONS.items():
        assert following <= _STATUSES
        assert status in following


@pytest.mark.parametrize(
    ("status", "never"),
    [
        ("planned", set[str]()),
        ("not-fulfilled", set[str]()),
        ("suspended", set[str]()),
        ("in-progress", {"planned"}),
        ("partially-fulfilled", {"planned"}),
        ("fulfilled", _STATUSES - {"fulfilled", "superseded"}),
        ("withdrawn", _STATUSES - {"withdrawn", "superseded"}),
        ("superseded", _STATUSES - {"superseded"}),
    ],
)
def test_what_never_follows(status: words.ReportStatus, never: set[str]) -> None:
    """What has begun is not planned again; what was fulfilled, withdrawn or superseded stays so; the rest may become anything."""
    assert never == _STATUSES - TRANSITIONS[status]
