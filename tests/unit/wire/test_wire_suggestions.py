"""Errors that people can act on: what was probably meant, and what is allowed."""

import copy
import json
from pathlib import Path
from typing import Any, Final

import pytest
from json_places import at, is_array, steps_of

from coopmodel.errors import DecodeError, Problem
from coopmodel.wire.documents import loads

BASE: Final[Any] = json.loads((Path(__file__).parents[2] / "golden" / "broken" / "base.json").read_text(encoding="utf-8"))

MEANT: Final[list[tuple[str, Any, str]]] = [
    ("/titel", 1, "title"),
    ("/parties/0/county", "CL", "country"),
    ("/parties/0/knd", 1, "kind"),
    ("/commitments/0/streng", "agreed", "strength"),
    ("/commitments/0/indicators/0/target", [], "targets"),
    ("/roadmap/0/depends", [], "depends_on"),
    ("/meetings/1/date/anchr", "x", "anchor"),
    ("/commitments/0/evidence/0/exakt", "x", "exact"),
    ("/commitments/0/strength", "anounced", "announced"),
    ("/commitments/0/strength", "Agreed", "agreed"),
    ("/status", "signd", "signed"),
    ("/meetings/0/mode", "in person", "in-person"),
    ("/reports/0/status", "in_progress", "in-progress"),
    ("/commitments/0/purposes/0", "prevention", "prevent"),
    ("/instrument", "Joint-Declaration", "joint-declaration"),
    ("/instrument", "memorandum of understanding", "memorandum-of-understanding"),
    ("/commitments/0/kind", "joint_operation", "joint-operation"),
    ("/sources/0/kind", "pressrelease", "press-release"),
    ("/authorities/0/function", "polise", "police"),
    ("/commitments/0/areas/0", "organised-crime", "organized-crime"),
    ("/areas/0", "Health", "health"),
    ("/parties/0/kind", "contry", "country"),
    ("/parties/0/country", "cl", "CL"),
    ("/parties/0/country", "CHL", "CL"),
    ("/parties/0/country", "Perú", "PE"),
    ("/parties/0/country", "peru", "PE"),
    ("/parties/0/country", "SU", "SUHH"),
    ("/parties/0/country", "UK", "GB"),
    ("/parties/3/code", "cl-AP", "CL-AP"),
    ("/parties/3/code", "CL_AP", "CL-AP"),
    ("/commitments/0/money/currency", "usd", "USD"),
    ("/commitments/0/money/currency", "US$", "USD"),
    ("/commitments/0/money/currency", "USDD", "USD"),
    ("/sources/0/language", "ES", "es"),
    ("/sources/0/language", "es_cl", "es-CL"),
    ("/sources/0/language", "Español", "es"),
    ("/authentic_languages/0", "english", "en"),
    ("/title/Spanish", "x", "es"),
    ("/title/EN", "x", "en"),
    ("/id", "CL-PE", "cl-pe"),
    ("/id", "Perú 2023", "peru-2023"),
    ("/commitments/0/lead/0", "CL PDI", "cl-pdi"),
    ("/commitments/0/lead/0", "cl__pdi", "cl_pdi"),
    ("/meetings/1/date/anchor", "Entry into force", "entry-into-force"),
    ("/suppressions/0/code", "cov001", "COV001"),
    ("/sources/0/digest", "SHA256:" + "0A" * 32, "sha256:" + "0a" * 32),
]
"""Pointer, what stands there, and what was probably meant."""

NOT_GUESSED: Final = [
    ("/parties/0/country", "ZZ"),
    ("/parties/3/code", "Arica"),
    ("/parties/3/code", "x" * 17),
    ("/commitments/0/money/currency", "$"),
    ("/sources/0/language", "x" * 65),
    ("/sources/0/language", "klingonish!"),
    ("/id", "¿?"),
    ("/id", "A" * 129),
    ("/id", "ß" * 128),
    ("/suppressions/0/code", "COV1"),
    ("/sources/0/digest", "0a" * 32),
    ("/commitments/0/strength", "maybe"),
    ("/commitments/0/areas/0", "cooking"),
]
"""Where nothing is near enough, nothing is guessed."""

ALLOWED: Final = [
    ("/zzz", 1, "known are coopmodel, id, revision, "),
    ("/commitments/0/strength", "x", "expected one of interest, intended, announced, agreed, binding; not 'x'"),
    ("/instrument", "x", "one of treaty, agreement, "),
    ("/instrument", "x", "or a word of your own with a prefix, such as 'acme:word'"),
    ("/areas/0", "x", "is not a thematic area: one of security, "),
    ("/parties/0/kind", "x", "expected one of country, subdivision, organization; not 'x'"),
    ("/parties/0/country", "x", "is not an ISO 3166-1 alpha-2 code"),
    ("/parties/3/code", "x", "is not an ISO 3166-2 code, such as 'CL-AP'"),
    ("/commitments/0/money/currency", "x", "is not an ISO 4217 currency code, such as 'USD'; 'XXX' where the source names none"),
    ("/sources/0/language", "!", "is not a BCP 47 language tag, such as 'es' or 'es-419'"),
    ("/id", "!", "1 to 128 of a-z and 0-9, in runs joined by single '-', '.' or '_'"),
    ("/suppressions/0/code", "x", "is not the code of a rule, such as 'COV001'"),
    ("/revision", 0, "expected 1 to 9007199254740991, not 0"),
    ("/commitments/0/due", "13/09/2024", "write year, month and day, such as '2024-09-13'"),
    ("/meetings/1/date/offset", "60 days", "write 'P60D', 'P6M', 'P1Y6M' or 'P2W'"),
]
"""Pointer, what stands there, and what the message says is allowed."""


def problem(pointer: str, value: Any) -> Problem:
    """Return the problem of the base document with this value at this place."""
    document = copy.deepcopy(BASE)
    *way, last = steps_of(pointer)
    parent = at(document, way)
    parent[int(last) if is_array(parent) else last] = value
    with pytest.raises(DecodeError) as caught:
        loads(json.dumps(document))
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize(("pointer", "value", "meant"), MEANT, ids=[f"{pointer}={value!r:.30}" for pointer, value, _ in MEANT])
def test_what_was_meant_is_said(pointer: str, value: Any, meant: str) -> None:
    """The error names the nearest word that is allowed there."""
    found = problem(pointer, value)

    assert pointer == found.pointer
    assert repr(meant) in str(found)


@pytest.mark.parametrize(("pointer", "value"), NOT_GUESSED, ids=[f"{pointer}={value!r:.30}" for pointer, value in NOT_GUESSED])
def test_nothing_is_guessed_where_nothing_is_near(pointer: str, value: str) -> None:
    """A wrong guess is worse than none."""
    found = problem(pointer, value)

    assert found.suggestion is None
    assert "did you mean" not in str(found)
    assert "it is written" not in str(found)
    assert " is one " not in str(found)


@pytest.mark.parametrize(("pointer", "value", "allowed"), ALLOWED, ids=[f"{row[0]}: {row[2]:.30}" for row in ALLOWED])
def test_what_is_allowed_is_said(pointer: str, value: Any, allowed: str) -> None:
    """A closed list is listed, a form is described with an example."""
    assert allowed in problem(pointer, value).message
