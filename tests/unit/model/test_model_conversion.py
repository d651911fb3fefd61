"""What the members take in Python, what becomes of it, and how a wrong value is refused."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.model.agreement import Agreement, Relation, Suppression
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone, Objective, Target
from coopmodel.model.fields import LARGEST_INTEGER
from coopmodel.model.meetings import AgendaItem, Delegation, Mechanism, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty, SubdivisionParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.countries import Country
from coopmodel.values.dates import PartialDate
from coopmodel.values.extensions import Extensions
from coopmodel.values.periods import Period
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.recurrence import Recurrence
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing

_EN: Any = {"en": "words"}
_LEAST: dict[type[Any], dict[str, Any]] = {
    Agreement: {"id": "a", "revision": 1, "title": _EN},
    Relation: {"kind": "amends", "target": "b"},
    Suppression: {"code": "COV001", "reason": _EN},
    AreaMapping: {"scheme": "ICCS", "code": "0601", "source": "Eurostat"},
    ThematicArea: {"code": "acme:forensics", "label": _EN},
    Citation: {"source": "s"},
    Commitment: {"id": "c", "statement": _EN},
    Indicator: {"id": "i", "title": _EN},
    Milestone: {"id": "m", "title": _EN},
    Objective: {"id": "o", "title": _EN},
    Target: {"value": "5"},
    AgendaItem: {"title": _EN},
    Delegation: {"party": "cl"},
    Mechanism: {"id": "m", "name": _EN},
    Meeting: {"id": "m"},
    Participation: {"action": "signature"},
    Place: {"locality": "Lima"},
    Authority: {"id": "a", "party": "cl", "name": _EN},
    CountryParty: {"id": "cl", "country": "CL"},
    ExternalIdentifier: {"scheme": "UNTS", "id": "I-1"},
    Official: {"id": "o", "party": "cl", "name": "Gloria de la Fuente"},
    OrganizationParty: {"id": "eu", "name": _EN},
    SubdivisionParty: {"id": "ap", "code": "CL-AP"},
    Report: {"id": "r", "text": _EN},
    Source: {"id": "s", "kind": "news"},
    Statement: {"id": "s", "text": _EN},
}
_FORENSICS = ThematicArea(code="acme:forensics", label=_EN)
_DAY = date(2024, 9, 13)
_NOON = datetime(2024, 9, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", _LEAST, ids=lambda kind: kind.__name__)
def test_least(kind: type[Any]) -> None:
    """Each class can be made of its required members alone, and of nothing less."""
    least = _LEAST[kind]
    assert kind(**least) == kind(**least)
    for name in least if kind not in {Relation, Official, Place} else ():
        with pytest.raises(TypeError, match=f"missing .* keyword-only argument.*'{name}'"):
            kind(**{other: value for other, value in least.items() if other != name})


@pytest.mark.parametrize("kind", _LEAST, ids=lambda kind: kind.__name__)
def test_keywords_alone(kind: type[Any]) -> None:
    """No class takes values by position, or a member that it has not."""
    with pytest.raises(TypeError, match="positional argument"):
        kind("a")
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        kind(**_LEAST[kind], colour="red")


@pytest.mark.parametrize(
    ("kind", "member", "given", "kept"),
    [
        (Agreement, "title", {"es": "uno"}, Text({"es": "uno"})),
        (Agreement, "summary", {"es": "uno"}, Text({"es": "uno"})),
        (Agreement, "modified", "2024-09-13", _DAY),
        (Agreement, "modified", _DAY, _DAY),
        (Agreement, "revision", 7, 7),
        (Agreement, "areas", ["health"], ("health",)),
        (Agreement, "authentic_languages", ["es", "qu"], ("es", "qu")),
        (Agreement, "instrument", "acme:road-map", "acme:road-map"),
        (Agreement, "extensions", {"acme": {"a": [1]}}, Extensions({"acme": {"a": [1]}})),
        (Agreement, "taxonomy", [_FORENSICS], (_FORENSICS,)),
        (Agreement, "taxonomy", iter([_FORENSICS]), (_FORENSICS,)),
        (Suppression, "on", "c", "c"),
        (Citation, "supports", ["date", "place"], ("date", "place")),
        (Commitment, "due", "2024-41", Timing("2024-41")),
        (Commitment, "due", "2023/2024", Timing("2023/2024")),
        (Commitment, "due", _DAY, Timing("2024-09-13")),
        (Commitment, "due", PartialDate("2024"), Timing("2024")),
        (Commitment, "recurrence", "RRULE:FREQ=MONTHLY;INTERVAL=6", Recurrence("RRULE:FREQ=MONTHLY;INTERVAL=6")),
        (Commitment, "beneficiaries", [{"es": "uno"}], (Text({"es": "uno"}),)),
        (Commitment, "continues", ["a", "b#c"], ("a", "b#c")),
        (Commitment, "purposes", ["prevent", "sanction"], ("prevent", "sanction")),
        (Commitment, "destinations", ["origin"], ("origin",)),
        (Commitment, "money", Money("5", "USD"), Money("5", "USD")),
        (Commitment, "strength", "binding", "binding"),
        (Indicator, "baseline", "15000/20000", Quantity("15000/20000")),
        (Indicator, "ascending", False, False),
        (Target, "date", "2023/2024", Period("2023/2024")),
        (Target, "date", "2024", PartialDate("2024")),
        (Participation, "date", _DAY, PartialDate("2024-09-13")),
        (Participation, "effective", "2024~", PartialDate("2024~")),
        (Place, "country", "PE", Country("PE")),
        (Meeting, "session", 1, 1),
        (Meeting, "session", LARGEST_INTEGER, LARGEST_INTEGER),
        (Mechanism, "parties", ("cl", "pe"), ("cl", "pe")),
        (Official, "tenure", "2022-03-11/..", Period("2022-03-11/..")),
        (OrganizationParty, "members", ["BO", Country("CO")], (Country("BO"), Country("CO"))),
        (CountryParty, "role", "third", "third"),
        (Report, "value", "50000/..", Quantity("50000/..")),
        (Report, "date", Period("2023/2024"), Period("2023/2024")),
        (Source, "retrieved", _DAY, _DAY),
        (Source, "published", "2023-12", PartialDate("2023-12")),
        (Source, "kind", "acme:memoir", "acme:memoir"),
    ],
)
def test_taken(kind: type[Any], member: str, given: object, kept: object) -> None:
    """A member takes a plain value and keeps it as what it is."""
    found = getattr(kind(**{**_LEAST[kind], member: given}), member)
    assert kept == found
    assert type(kept) is type(found)


@pytest.mark.parametrize(
    ("kind", "member", "wrong", "code", "field"),
    [
        (Agreement, "coopmodel", "2.0", "version.unsupported", "coopmodel"),
        (Agreement, "coopmodel", "0.9", "version.unsupported", "coopmodel"),
        (Agreement, "coopmodel", "1", "version.form", "coopmodel"),
        (Agreement, "coopmodel", "01.0", "version.form", "coopmodel"),
        (Agreement, "coopmodel", 1.0, "type.string", "coopmodel"),
        (Agreement, "id", "A", "identifier.form", "id"),
        (Agreement, "id", None, "type.string", "id"),
        (Agreement, "revision", 0, "number.bounds", "revision"),
        (Agreement, "revision", True, "type.integer", "revision"),
        (Agreement, "revision", 1.0, "type.integer", "revision"),
        (Agreement, "revision", "1", "type.integer", "revision"),
        (Agreement, "revision", None, "type.integer", "revision"),
        (Agreement, "revision", LARGEST_INTEGER + 1, "number.bounds", "revision"),
        (Agreement, "title", "Reunión", "type.object", "title"),
        (Agreement, "title", {"es": " "}, "text.blank", "title.es"),
        (Agreement, "title", None, "type.object", "title"),
        (Agreement, "modified", "2024", "date.form", "modified"),
        (Agreement, "modified", _NOON, "type.date", "modified"),
        (Agreement, "license", "CC-BY", "url.form", "license"),
        (Agreement, "instrument", "road-map", "code.unknown", "instrument"),
        (Agreement, "status", "done", "code.unknown", "status"),
        (Agreement, "status", 1, "type.string", "status"),
        (Agreement, "authentic_languages", ["es", "ES"], "language.case", "authentic_languages[1]"),
        (Agreement, "authentic_languages", "es", "type.array", "authentic_languages"),
        (Agreement, "areas", ["health", "helth"], "area.unknown", "areas[1]"),
        (Agreement, "areas", "health", "type.array", "areas"),
        (Agreement, "areas", {"health"}, "type.array", "areas"),
        (Agreement, "areas", None, "type.array", "areas"),
        (Agreement, "parties", [CountryParty(id="cl", country="CL"), "pe"], "type.object", "parties[1]"),
        (Agreement, "parties", CountryParty(id="cl", country="CL"), "type.array", "parties"),
        (Agreement, "parties", [{"id": "cl", "kind": "country", "country": "CL"}], "type.object", "parties[0]"),
        (Agreement, "commitments", [Meeting(id="m")], "type.object", "commitments[0]"),
        (Agreement, "extensions", {"Acme": {}}, "identifier.form", "extensions.Acme"),
        (Agreement, "extensions", [], "type.object", "extensions"),
        (Agreement, "evidence", [None], "type.object", "evidence[0]"),
        (Relation, "kind", "extends", "code.unknown", "kind"),
        (Relation, "identifier", "UNTS I-1", "type.object", "identifier"),
        (Suppression, "code", "cov001", "rule.form", "code"),
        (Suppression, "code", "COV1", "rule.form", "code"),
        (Suppression, "code", 1, "type.string", "code"),
        (Suppression, "reason", "because", "type.object", "reason"),
        (AreaMapping, "scheme", "", "text.blank", "scheme"),
        (AreaMapping, "match", "equal", "code.unknown", "match"),
        (ThematicArea, "broader", "forensics", "area.unknown", "broader"),
        (ThematicArea, "mappings", [_FORENSICS], "type.object", "mappings[0]"),
        (Citation, "exact", "", "text.blank", "exact"),
        (Citation, "start", -1, "number.bounds", "start"),
        (Citation, "start", True, "type.integer", "start"),
        (Citation, "end", 1.5, "type.integer", "end"),
        (Citation, "supports", "date", "type.array", "supports"),
        (Citation, "supports", ["date", ""], "text.blank", "supports[1]"),
        (Commitment, "statement", [], "type.object", "statement"),
        (Commitment, "kind", "handshake", "code.unknown", "kind"),
        (Commitment, "strength", "strong", "code.unknown", "strength"),
        (Commitment, "obligors", ["cl", "CL"], "identifier.form", "obligors[1]"),
        (Commitment, "obligors", "cl", "type.array", "obligors"),
        (Commitment, "beneficiaries", [{"es": "uno"}, {"es": ""}], "text.blank", "beneficiaries[1].es"),
        (Commitment, "due", "2024-13", "date.impossible", "due"),
        (Commitment, "due", 2024, "type.timing", "due"),
        (Commitment, "due", _NOON, "type.date", "due"),
        (Commitment, "recurrence", "monthly", "recurrence.form", "recurrence"),
        (Commitment, "continues", ["a#"], "reference.form", "continues[0]"),
        (Commitment, "money", 5, "type.object", "money"),
        (Commitment, "purposes", ["prevent", "punish"], "code.unknown", "purposes[1]"),
        (Commitment, "purposes", [1], "type.string", "purposes[0]"),
        (Commitment, "destinations", ["home"], "code.unknown", "destinations[0]"),
        (Commitment, "destinations", "origin", "type.array", "destinations"),
        (Commitment, "indicators", [Milestone(id="m", title=_EN)], "type.object", "indicators[0]"),
        (Indicator, "ascending", 1, "type.boolean", "ascending"),
        (Indicator, "ascending", "true", "type.boolean", "ascending"),
        (Indicator, "baseline", 5, "type.string", "baseline"),
        (Indicator, "baseline", Decimal(5), "type.string", "baseline"),
        (Target, "value", None, "type.string", "value"),
        (Target, "date", "2025/2024", "period.reversed", "date"),
        (Meeting, "session", 0, "number.bounds", "session"),
        (Meeting, "session", True, "type.integer", "session"),
        (Meeting, "place", "Lima", "type.object", "place"),
        (Meeting, "mode", "online", "code.unknown", "mode"),
        (Participation, "action", None, "type.string", "action"),
        (Participation, "action", "signed", "code.unknown", "action"),
        (Participation, "place", {"locality": "Lima"}, "type.object", "place"),
        (Place, "country", "CHL", "country.unknown", "country"),
        (Official, "tenure", "2022", "period.form", "tenure"),
        (Authority, "function", "navy", "code.unknown", "function"),
        (CountryParty, "country", "SU", "country.former", "country"),
        (CountryParty, "role", "guest", "code.unknown", "role"),
        (CountryParty, "role", None, "type.string", "role"),
        (SubdivisionParty, "code", "CL", "subdivision.form", "code"),
        (OrganizationParty, "members", ["BO", "EU"], "country.unknown", "members[1]"),
        (Report, "status", "done", "code.unknown", "status"),
        (Source, "kind", "rumour", "code.unknown", "kind"),
        (Source, "digest", "sha256:0", "digest.form", "digest"),
        (Source, "language", "spanish language", "language.form", "language"),
        (Statement, "speaker", "signature", "identifier.reserved", "speaker"),
    ],
)
def test_refused(kind: type[Any], member: str, wrong: object, code: str, field: str) -> None:
    """A wrong value is refused with its own code, and the error names the member and the way down to it."""
    with pytest.raises(InvalidValue) as caught:
        kind(**{**_LEAST[kind], member: wrong})
    assert (code, field) == (caught.value.code, caught.value.field)


def test_wrong_class_names_the_right_ones() -> None:
    """The error for an object of another class says which classes may stand there."""
    with pytest.raises(InvalidValue, match="expected CountryParty or SubdivisionParty or OrganizationParty, not 'pe'"):
        Agreement(**_LEAST[Agreement], parties=_any(["pe"]))


def test_closed_list_comes_with_the_error() -> None:
    """The error for an unknown word holds the list, and the nearest word."""
    with pytest.raises(InvalidValue) as caught:
        Meeting(id="m", mode=_any("hibrid"))
    assert caught.value.allowed == ("in-person", "virtual", "hybrid")
    assert caught.value.suggestion == "hybrid"
    assert str(caught.value).startswith("mode: expected one of in-person, virtual, hybrid; not 'hibrid'; did you mean 'hybrid'?")


def _any(value: Any) -> Any:
    return value  # hides a wrong value from the type checkers
