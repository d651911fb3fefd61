"""What changed from one revision to the next: where the vectors do not reach."""

import time
from typing import Any

import attrs
import pytest

from coopmodel.analysis.changes import Change, Diff
from coopmodel.analysis.diff import diff
from coopmodel.analysis.wording import vocabulary_of
from coopmodel.codes.labels import LABELS
from coopmodel.model.agreement import Agreement, Relation
from coopmodel.model.areas import AreaMapping, ThematicArea
from coopmodel.model.citation import Citation
from coopmodel.model.commitments import Commitment, Indicator, Milestone
from coopmodel.model.entity import Entity
from coopmodel.model.meetings import AgendaItem, Meeting, Participation, Place
from coopmodel.model.parties import Authority, CountryParty, ExternalIdentifier, Official, OrganizationParty
from coopmodel.model.statements import Report, Source, Statement
from coopmodel.values.dates import PartialDate
from coopmodel.values.quantities import Money, Quantity
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.plain import to_plain

WORDS = {"en": "x"}


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Mood(Entity):
    """An object that no table knows."""

    word: str


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OwnCommitment(Commitment):
    """A commitment with members of its own."""

    moods: tuple[Mood, ...] = ()
    deep_down: tuple[Any, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OwnAgendaItem(AgendaItem):
    """A subject on the table, and the papers on it."""

    papers: tuple[Source, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OwnPlace(Place):
    """A place, and what tells of it."""

    papers: tuple[Source, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class OpenMeeting(Meeting):
    """A meeting with a member that holds any value."""

    anything: Any = None


def record(**members: Any) -> Agreement:
    """Return a record with these members."""
    given: dict[str, Any] = {"id": "a", "revision": 1, "title": WORDS}
    return Agreement(**given | members)


def commitment(**members: Any) -> Commitment:
    """Return the commitment k."""
    given: dict[str, Any] = {"id": "k", "statement": WORDS}
    return Commitment(**given | members)


def told(old: Commitment, new: Commitment, language: str = "en") -> list[str]:
    """Return what is told of one commitment."""
    return [change.predicate(language) for change in diff(record(commitments=[old]), record(commitments=[new]))]


def sentences(old: Agreement, new: Agreement, language: str = "en") -> list[str]:
    """Return what is told of two records."""
    return [change.message(language) for change in diff(old, new)]


def test_equal_records_differ_in_nothing() -> None:
    """A difference of nothing is empty, and false."""
    found = diff(record(), record())
    assert not found
    assert 0 == len(found)
    assert found.same_agreement
    assert "<Diff: 0 changes>" == repr(found)


def test_a_difference_is_a_sequence() -> None:
    """Changes are counted, picked and sliced."""
    found = diff(record(), record(revision=2, areas=["trade"]))
    assert 2 == len(found)
    assert "<Diff: 2 changes>" == repr(found)
    assert found[0] == next(iter(found))
    assert (found[0], found[1]) == found[:]
    assert isinstance(found, Diff)


def test_a_change_is_data_and_a_sentence() -> None:
    """It says what, where, from what to what, which way, and in which words."""
    (change,) = diff(record(commitments=[commitment(strength="agreed")]), record(commitments=[commitment(strength="binding")]))
    expected = Change(
        action="changed",
        entity="commitment",
        id="k",
        member="strength",
        old_pointer="/commitments/0/strength",
        new_pointer="/commitments/0/strength",
        old="agreed",
        new="binding",
        tendency="stronger",
        subjects={"es": "compromiso k", "en": "commitment k"},
        predicates={"es": "firmeza acordado -> vinculante (más firme)", "en": "strength agreed -> binding (stronger)"},
    )
    assert expected == change
    assert "commitment k: strength agreed -> binding (stronger)" == str(change) == change.message()


def test_the_members_of_a_change_are_given_by_name() -> None:
    """Nobody has to count eleven of them, and their order is free to change."""
    (change,) = diff(record(), record(revision=2))
    build: Any = Change
    with pytest.raises(TypeError, match="positional"):
        build(*attrs.astuple(change, recurse=False))
    assert change == build(**attrs.asdict(change, recurse=False))


@pytest.mark.parametrize(("tag", "language"), [("es", "es"), ("es-419", "es"), ("en-GB", "en"), ("fr", "en"), ("", "en")])
def test_languages(tag: str, language: str) -> None:
    """Of a longer tag the first part counts; any other language is English."""
    (change,) = diff(record(), record(revision=2))
    assert {"es": "acuerdo a", "en": "agreement a"}[language] == change.subject(tag)
    assert {"es": "revisión 1 -> 2", "en": "revision 1 -> 2"}[language] == change.predicate(tag)
    assert {"es": "acuerdo a: revisión 1 -> 2", "en": "agreement a: revision 1 -> 2"}[language] == change.message(tag)


def test_another_agreement() -> None:
    """Two ids are two agreements; the record is called by the new one, and another id elsewhere is another entity."""
    found = diff(record(id="a"), record(id="b"))
    assert not found.same_agreement
    assert ["agreement b: id a -> b (another agreement)"] == [change.message("en") for change in found]
    assert [None] == [change.tendency for change in found]


def test_changes_of_the_record_come_first_and_those_of_one_entity_together() -> None:
    """A commitment's own changes come before those of its indicators, in the order of the page."""
    old = [commitment(indicators=[Indicator(id="i", title=WORDS), Indicator(id="j", title=WORDS)], mechanism="m")]
    new = [
        commitment(
            kind="meeting", indicators=[Indicator(id="j", title=WORDS, unit="u"), Indicator(id="n", title={"en": "N"})], mechanism="n"
        )
    ]
    expected = [
        "agreement a: relation follows b: added",
        "commitment k: kind: added meeting",
        "commitment k: mechanism m -> n",
        "indicator i: removed “x”",
        "indicator j: unit: added “u”",
        "indicator n: added “N”",
    ]
    assert expected == sentences(record(commitments=old), record(commitments=new, relations=[Relation(kind="follows", target="b")]))
    order = sentences(
        record(commitments=[commitment(indicators=old[0].indicators)]), record(commitments=[commitment(indicators=old[0].indicators[::-1])])
    )
    assert ["commitment k: order of indicators changed"] == order


def test_what_was_removed_is_told_where_it_stood() -> None:
    """It follows what it followed; what stood at the head comes first."""
    old = [Commitment(id=name, statement=WORDS) for name in "abcde"]
    new = [Commitment(id=name, statement=WORDS) for name in "xbdy"]
    expected = ["a: removed “x”", "x: added “x”", "c: removed “x”", "e: removed “x”", "y: added “x”"]
    assert [f"commitment {one}" for one in expected] == sentences(record(commitments=old), record(commitments=new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a", "b", "c"], ["c", "a"], (["a", "c"], ["c", "a"])),
        (["b", "a"], ["a", "n", "b"], (["b", "a"], ["a", "b"])),
    ],
)
def test_another_order_lists_what_both_have(old: list[str], new: list[str], expected: tuple[list[str], list[str]]) -> None:
    """Entities by their ids."""
    records = [record(commitments=[Commitment(id=name, statement=WORDS) for name in names]) for names in (old, new)]
    (change,) = [one for one in diff(*records) if one.action == "reordered"]
    assert expected == (change.old, change.new)
    assert ("agreement", None, "commitments", "/commitments", "/commitments") == (
        change.entity,
        change.id,
        change.member,
        change.old_pointer,
        change.new_pointer,
    )


def test_another_order_of_words_and_of_objects() -> None:
    """Words are listed themselves, countries too, and objects by the positions that they had."""
    (words,) = diff(record(areas=["trade", "health"]), record(areas=["health", "trade"]))
    assert (["trade", "health"], ["health", "trade"]) == (words.old, words.new)
    one, other = (record(parties=[OrganizationParty(id="o", name=WORDS, members=members)]) for members in (["CL", "PE"], ["PE", "CL"]))
    (countries,) = diff(one, other)
    assert (["CL", "PE"], ["PE", "CL"]) == (countries.old, countries.new)
    assert ("organization" != countries.entity, "party o: order of members changed") == (True, countries.message())
    agenda = [AgendaItem(title={"en": name}) for name in "abc"]
    (items,) = diff(record(meetings=[Meeting(id="m", agenda=agenda)]), record(meetings=[Meeting(id="m", agenda=[agenda[2], *agenda[:2]])]))
    assert ([0, 1, 2], [2, 0, 1]) == (items.old, items.new)
    assert "reunión m: temario: cambió el orden" == items.message("es")


def test_another_order_deep_inside() -> None:
    """The way down is told before."""
    one, other = (
        record(meetings=[Meeting(id="m", agenda=[AgendaItem(title=WORDS, areas=areas)])])
        for areas in (["trade", "health"], ["health", "trade"])
    )
    (change,) = diff(one, other)
    assert "meeting m: agenda item “x”: order of areas changed" == change.message("en")
    assert "reunión m: punto del temario «x»: áreas: cambió el orden" == change.message("es")
    assert ("agenda", "/meetings/0/agenda/0/areas") == (change.member, change.new_pointer)


@pytest.mark.parametrize(
    ("old", "new", "english", "spanish"),
    [
        ({}, {"kind": "financing"}, "kind: added financing", "tipo: se agrega financiamiento"),
        ({"kind": "financing"}, {}, "kind: removed financing", "tipo: se elimina financiamiento"),
        ({"kind": "acme:x"}, {"kind": "meeting"}, "kind acme:x -> meeting", "tipo acme:x -> reunión"),
        ({"areas": ["trade"]}, {}, "areas: removed trade", "áreas: se elimina comercio"),
        ({}, {"areas": ["acme:x"]}, "areas: added acme:x", "áreas: se agrega acme:x"),
        ({}, {"obligors": ["cl"]}, "obligors: added cl", "obligados: se agrega cl"),
        ({}, {"made_at": "m"}, "made at: added m", "asumido en: se agrega m"),
        ({}, {"conditions": [{"en": "if", "es": "si"}]}, "conditions: added “if”", "condiciones: se agrega «si»"),
        ({}, {"recurrence": "RRULE:FREQ=YEARLY"}, "recurrence: added every year", "periodicidad: se agrega cada año"),
        (
            {"recurrence": "RRULE:FREQ=YEARLY"},
            {"recurrence": "RRULE:FREQ=MONTHLY;INTERVAL=6;UNTIL=20261231"},
            "recurrence every year -> every 6 months until 31 December 2026",
            "periodicidad cada año -> cada 6 meses hasta el 31 de diciembre de 2026",
        ),
        ({}, {"money": Money("5~", "USD")}, "money: added about 5 USD", "monto: se agrega aproximadamente 5 USD"),
        ({"money": Money("5", "USD")}, {"money": Money("7", "USD")}, "money 5 USD -> 7 USD (2 more)", "monto 5 USD -> 7 USD (2 más)"),
        ({"money": Money("5", "USD")}, {"money": Money("7", "PEN")}, "money 5 USD -> 7 PEN", "monto 5 USD -> 7 PEN"),
        (
            {"money": Money("3500000", "USD")},
            {"money": Money("1500000.5", "USD")},
            "money 3,500,000 USD -> 1,500,000.5 USD (1,999,999.5 less)",
            "monto 3.500.000 USD -> 1.500.000,5 USD (1.999.999,5 menos)",
        ),
        (
            {"money": Money("15000/20000", "USD")},
            {"money": Money("../30000", "XXX")},
            "money from 15,000 to 20,000 USD -> up to 30,000 (currency not named)",
            "monto de 15.000 a 20.000 USD -> hasta 30.000 (moneda no indicada)",
        ),
        ({}, {"due": {"anchor": "adoption"}}, "due: added at adoption", "plazo: se agrega en la adopción"),
        (
            {},
            {"due": {"anchor": "m", "offset": "-P1Y6M"}},
            "due: added 1 year 6 months before m",
            "plazo: se agrega 1 año 6 meses antes de m",
        ),
        (
            {},
            {"due": {"anchor": "entry-into-force", "offset": "P2W"}},
            "due: added 2 weeks after entry into force",
            "plazo: se agrega 2 semanas después de la entrada en vigor",
        ),
        ({"due": {"anchor": "m"}}, {"due": "2024/.."}, "due at m -> 2024/..", "plazo en m -> 2024/.."),
        ({"strength": "binding"}, {}, "strength: removed binding", "firmeza: se elimina vinculante"),
        ({"evidence": [Citation(source="s")]}, {}, "citation s: removed", "cita s: se elimina"),
        ({}, {"evidence": [Citation(source="s", locator="p. 4")]}, "citation s p. 4: added", "cita s p. 4: se agrega"),
        ({"evidence": [Citation(source="s", supports=["due"])]}, {"evidence": [Citation(source="s", supports=["kind"])]}, None, None),
        ({"extensions": {"a": {}}}, {}, 'extensions: removed {"a": {}}', 'extensiones: se elimina {"a": {}}'),
        ({}, {"extensions": {"a": {"ñ": 1}}}, 'extensions: added {"a": {"ñ": 1}}', 'extensiones: se agrega {"a": {"ñ": 1}}'),
    ],
)
def test_members_in_words(old: Any, new: Any, english: str | None, spanish: str | None) -> None:
    """Members and code words are told in the reader's language; ids, dates and a user's own words stand as they are."""
    one, other = commitment(**old), commitment(**new)
    if english is None:
        assert ["citation s: supports: removed “due”", "citation s: supports: added “kind”"] == told(one, other)
        return
    assert ([english], [spanish]) == (told(one, other), told(one, other, "es"))


def test_dates_of_events_in_their_own_records_are_used() -> None:
    """A timing that counts from an event is resolved in the record that it stands in."""
    due = {"anchor": "m", "offset": "P1M"}
    old = record(meetings=[Meeting(id="m", date="2024-01-15")], commitments=[commitment(due=due)])
    new = record(meetings=[Meeting(id="m", date="2024-03-15")], commitments=[commitment(due="2024-05-15")])
    expected = [
        "meeting m: date 2024-01-15 -> 2024-03-15 (later by 2 months)",
        "commitment k: due 1 month after m -> 2024-05-15 (later by 3 months)",
    ]
    assert expected == sentences(old, new)
    assert ["earlier", "earlier"] == [change.tendency for change in diff(new, old)]
    assert "commitment k: due 2024-05-15 -> 1 month after m (earlier by 3 months)" == sentences(new, old)[1]


def test_other_dates() -> None:
    """Days, vague dates and periods that are no timings are compared, too."""
    source = Source(id="s", kind="news", published="2024-01", retrieved="2024-02-01")
    later = attrs.evolve(source, published="2024-02", retrieved="2024-02-03")
    official = Official(id="o", party="cl", name="N", tenure="2022/2024")
    assert [
        "official o: time in office 2022/2024 -> 2022/2026 (longer)",
        "source s: published on 2024-01 -> 2024-02 (later by 1 month)",
        "source s: retrieved on 2024-02-01 -> 2024-02-03 (later by 2 days)",
    ] == sentences(
        record(sources=[source], officials=[official]), record(sources=[later], officials=[attrs.evolve(official, tenure="2022/2026")])
    )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Participation(action="signature", party="cl", date="2024"), "act signature cl: added 2024"),
        (Participation(action="entry-into-force", date="2023", effective="2024"), "act entry into force: added 2023"),
        (Participation(action="entry-into-force", effective="2024"), "act entry into force: added 2024"),
        (Participation(action="withdrawal", party="cl"), "act withdrawal cl: added"),
    ],
)
def test_acts_are_told_with_their_date(act: Participation, said: str) -> None:
    """When it was done, else when it took effect."""
    assert [f"agreement a: {said}"] == sentences(record(), record(participation=[act]))
    assert [f"agreement a: {said.replace('added', 'removed')}"] == sentences(record(participation=[act]), record())


def test_entities_are_told_with_their_name() -> None:
    """What they are called, in the reader's language; a country by its name; what has no name by its id alone."""
    entities = {
        "parties": [CountryParty(id="pe", country="PE"), CountryParty(id="cl", country="CL", name={"en": "the Republic"})],
        "officials": [
            Official(id="o", party="cl", name="N. N.", post={"en": "Envoy"}),
            Official(id="p", party="cl", post={"es": "Enviado"}),
        ],
        "meetings": [Meeting(id="m"), Meeting(id="n", title={"es": "Reunión", "en": "Meeting"})],
        "roadmap": [Milestone(id="r", title={"es": "Hito"})],
        "statements": [Statement(id="s", text={"en": "Words"})],
    }
    english = [
        "party pe: added Peru",
        "party cl: added “the Republic”",
        "official o: added “N. N.”",
        "official p: added “Enviado”",
        "meeting m: added",
        "meeting n: added “Meeting”",
        "milestone r: added “Hito”",
        "statement s: added “Words”",
    ]
    assert english == sentences(record(), record(**entities))
    assert "parte pe: se agrega Perú" == sentences(record(), record(**entities), "es")[0]
    assert "reunión n: se elimina «Reunión»" == sentences(record(**entities), record(), "es")[5]


def test_the_default_role_is_told_though_it_is_not_written() -> None:
    """What is absent has a meaning: the sentence names it, the values are those of the documents."""
    (change,) = diff(
        record(parties=[CountryParty(id="c", country="CL")]), record(parties=[CountryParty(id="c", country="CL", role="third")])
    )
    assert "party c: role party -> third party" == change.message()
    assert ("added", None, None, "/parties/0/role", "third") == (
        change.action,
        change.old_pointer,
        change.old,
        change.new_pointer,
        change.new,
    )
    (back,) = diff(record(parties=[CountryParty(id="c", country="CL", role="third")]), record(parties=[CountryParty(id="c", country="CL")]))
    assert "parte c: calidad tercero -> parte" == back.message("es")
    assert ("removed", "/parties/0/role", "third", None, None) == (back.action, back.old_pointer, back.old, back.new_pointer, back.new)


VOCABULARIES: dict[tuple[type[Any], str], str] = {
    (Agreement, "instrument"): "instrument",
    (Agreement, "status"): "agreement-status",
    (Agreement, "areas"): "area",
    (Authority, "function"): "function",
    (AreaMapping, "match"): "match",
    (AreaMapping, "scheme"): "free",
    (Commitment, "kind"): "commitment-kind",
    (Commitment, "strength"): "strength",
    (Commitment, "novelty"): "novelty",
    (Commitment, "permanence"): "permanence",
    (Commitment, "immediacy"): "immediacy",
    (Commitment, "purposes"): "purpose",
    (Commitment, "destinations"): "destination",
    (CountryParty, "role"): "party-role",
    (Meeting, "mode"): "meeting-mode",
    (Meeting, "status"): "meeting-status",
    (Participation, "action"): "participation-action",
    (Relation, "kind"): "relation",
    (Report, "status"): "report-status",
    (Source, "kind"): "source-kind",
}


@pytest.mark.parametrize(("owner", "member"), VOCABULARIES)
def test_words_of_a_list_are_looked_up_there(owner: Any, member: str) -> None:
    """Closed and open lists by their name, which has labels; ids and members that the class lacks have none."""
    assert VOCABULARIES[owner, member] == vocabulary_of(owner, member)
    assert VOCABULARIES[owner, member] in {*LABELS, "area", "free"}
    assert (None, None) == (vocabulary_of(owner, "evidence"), vocabulary_of(owner, "mood"))


def test_a_place_is_told_member_by_member() -> None:
    """Where both revisions know one; else it is told as a whole, from the venue to the country."""
    old, new = (
        record(meetings=[Meeting(id="m", place=place)]) for place in (Place(locality="Lima"), Place(locality="Cusco", country="PE"))
    )
    assert ["meeting m: place: country: added Peru", "meeting m: place: locality “Lima” -> “Cusco”"] == sentences(old, new)
    assert ["/meetings/0/place/country", "/meetings/0/place/locality"] == [change.new_pointer for change in diff(old, new)]
    assert ["place", "place"] == [change.member for change in diff(old, new)]
    whole = record(meetings=[Meeting(id="m", place=Place(venue="Torre Tagle", locality="Lima", country="PE"))])
    assert ["reunión m: lugar: se agrega Torre Tagle, Lima, Perú"] == sentences(record(meetings=[Meeting(id="m")]), whole, "es")
    town = record(meetings=[Meeting(id="m", place=Place(locality="Lima"))])
    assert ["meeting m: place: removed Lima"] == sentences(town, record(meetings=[Meeting(id="m")]))


def test_relations_are_told_by_what_they_name() -> None:
    """A target, a page, an identifier or a title."""
    relations = [
        Relation(kind="follows", target="b"),
        Relation(kind="amends", url="https://example.org/"),
        Relation(kind="based-on", identifier=ExternalIdentifier(scheme="UNTS", id="I-1")),
        Relation(kind="supersedes", title={"es": "Tratado", "en": "Treaty"}),
    ]
    english = ["follows b", "amends https://example.org/", "based on UNTS I-1", "supersedes “Treaty”"]
    assert [f"agreement a: relation {said}: added" for said in english] == sentences(record(), record(relations=relations))
    spanish = ["da seguimiento a b", "modifica https://example.org/", "se basa en UNTS I-1", "reemplaza «Tratado»"]
    assert [f"acuerdo a: relación {said}: se elimina" for said in spanish] == sentences(record(relations=relations), record(), "es")
    one, other = (
        record(relations=[attrs.evolve(relations[0], target=None, identifier=ExternalIdentifier(scheme="UNTS", id=number))])
        for number in "12"
    )
    assert ["agreement a: relation follows UNTS 1: identifier: id “1” -> “2”"] == sentences(one, other)
    named = record(relations=[attrs.evolve(relations[0], target=None, identifier=ExternalIdentifier(scheme="UNTS", id="1"))])
    assert ["target: removed b", "identifier: added UNTS 1"] == [
        change.predicate().removeprefix("relation follows b: ") for change in diff(record(relations=relations[:1]), named)
    ]


def test_areas_of_its_own_are_called_as_the_taxonomies_do() -> None:
    """The new one's label goes before the old one's."""
    old = record(
        areas=["a:x", "a:y"], taxonomy=[ThematicArea(code="a:x", label={"en": "Old X"}), ThematicArea(code="a:y", label={"en": "Y"})]
    )
    new = record(taxonomy=[ThematicArea(code="a:x", label={"en": "X", "es": "Equis"})])
    assert ["areas: removed X", "areas: removed Y"] == [change.predicate() for change in diff(old, new)[:2]]
    assert "áreas: se elimina Equis" == diff(old, new)[0].predicate("es")


def test_classes_of_ones_own() -> None:
    """Members that a class adds are compared and told under their name on the wire, objects that no table knows under that of their class."""
    plain = commitment()
    own = OwnCommitment(id="k", statement=WORDS, moods=(Mood(word="w"),), deep_down=("a", (1, 2)))
    assert [] == told(plain, OwnCommitment(id="k", statement=WORDS))
    assert ["Mood: added", "deep_down: added a", "deep_down: added [1, 2]"] == told(plain, own)
    assert ["Mood: removed", "deep_down: removed a", "deep_down: removed [1, 2]"] == told(own, plain)
    assert ["Mood: removed", "Mood: added"] == told(own, attrs.evolve(own, moods=(Mood(word="v"),)))


def test_entities_inside_objects_without_an_id() -> None:
    """They are told as entities, after the members of the object that they stand in, wherever a class keeps them."""
    one, other = (Source(id="s", kind="news", publisher={"en": name}) for name in ("El Peruano", "El Mercurio"))
    old, new = (
        record(
            meetings=[
                Meeting(
                    id="m",
                    agenda=[OwnAgendaItem(title=WORDS, areas=areas, papers=(paper,))],
                    place=OwnPlace(locality=town, papers=(attrs.evolve(paper, id="t"),)),
                )
            ]
        )
        for paper, town, areas in ((one, "Lima", []), (other, "Cusco", ["trade"]))
    )
    assert [
        "meeting m: place: locality “Lima” -> “Cusco”",
        "meeting m: agenda item “x”: areas: added trade",
        "source t: publisher (en) “El Peruano” -> “El Mercurio”",
        "source s: publisher (en) “El Peruano” -> “El Mercurio”",
    ] == sentences(old, new)


@pytest.mark.parametrize("value", [Timing("2024"), PartialDate("2024"), Quantity("5"), Money("5", "USD")])
def test_a_value_that_becomes_one_of_another_sort_goes_nowhere(value: Any) -> None:
    """A class may have a member of any type: what is no longer a date is neither earlier nor later."""
    old, new = (record(meetings=[OpenMeeting(id="m", anything=one)]) for one in (value, "x"))
    said = str(to_plain(value)) if not isinstance(value, Money) else "5 USD"
    assert [(f"anything {said} -> x", None)] == [(change.predicate(), change.tendency) for change in diff(old, new)]
    assert [(f"anything x -> {said}", None)] == [(change.predicate(), change.tendency) for change in diff(new, old)]


def test_two_ids_in_one_place() -> None:
    """References that no entity answers, and an id that stands twice, are compared as they are."""
    old = record(commitments=[commitment(obligors=["nobody"]), commitment()])
    new = record(commitments=[commitment(obligors=["nobody", "nobody"]), commitment()])
    assert ["commitment k: obligors: added nobody"] == sentences(old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("x" * 80, "y", f"“{'x' * 80}” -> “y”"),
        ("x" * 81, "y", f"“{'x' * 79}…” -> “y”"),
        ("y", "x" * 81, f"“y” -> “{'x' * 79}…”"),
        ("a" * 100, "a" * 99 + "b", f"“…{'a' * 16}” -> “…{'a' * 15}b”"),
        ("word " * 20 + "one", "word " * 20 + "two", "“…word word word one” -> “…word word word two”"),
        (f"one {'word ' * 15}x", f"two {'word ' * 15}x", f"“one {'word ' * 15}x” -> “two {'word ' * 15}x”"),
        (" one " + "word " * 20, " two " + "word " * 20, "“ one word word word…” -> “ two word word word…”"),
        ("one " + "word " * 20, "two " + "word " * 20, "“one word word word…” -> “two word word word…”"),
        ("one" + "x" * 14 + " end " * 20, "two" + "x" * 14 + " end " * 20, f"“one{'x' * 14} end…” -> “two{'x' * 14} end…”"),
        ("one" + "x" * 15 + " end " * 20, "two" + "x" * 15 + " end " * 20, f"“one{'x' * 15}…” -> “two{'x' * 15}…”"),
        ("one" + "x" * 80, "two" + "x" * 80, f"“one{'x' * 76}…” -> “two{'x' * 76}…”"),
        ("a " * 50, "a " * 51, "“…a a a a a a a a ” -> “…a a a a a a a a a ”"),
        (
            "a " * 25 + "x" + " b" * 25,
            "a " * 25 + " b" * 25,
            "“…a a a a a a a a x b b b b b b b b…” -> “…a a a a a a a a  b b b b b b b b…”",
        ),
        ("word " * 20, "word " * 20 + "more", "“…word word word ” -> “…word word word more”"),
        ("b" * 30 + " " + "a" * 80, "b" * 30 + " " + "a" * 70 + "c", f"“…{'a' * 25}” -> “…{'a' * 15}c”"),
        ("b" * 60 + " " + "a" * 38 + "x", "b" * 60 + " " + "a" * 38 + "y", f"“…{'a' * 38}x” -> “…{'a' * 38}y”"),
        ("b" * 60 + " " + "a" * 39 + "x", "b" * 60 + " " + "a" * 39 + "y", f"“…{'a' * 39}x” -> “…{'a' * 39}y”"),
        ("b" * 60 + " " + "a" * 40 + "x", "b" * 60 + " " + "a" * 40 + "y", f"“…{'a' * 15}x” -> “…{'a' * 15}y”"),
    ],
)
def test_of_long_texts_the_stretch_where_they_part_is_shown(old: str, new: str, expected: str) -> None:
    """Short ones are shown whole; of long ones a few words before the difference, and so much after it."""
    one, other = (record(publisher=Text({"en": text})) for text in (old, new))
    assert [f"publisher (en) {expected}"] == [change.predicate() for change in diff(one, other)]


def test_long_values_are_cut() -> None:
    """A sentence stays one that can be read; the values are whole."""
    (change,) = diff(record(), record(summary={"en": "x" * 81}))
    assert f"summary: added “{'x' * 79}…”" == change.predicate()
    assert {"en": "x" * 81} == change.new
    old, new = (record(extensions={"a": {"b": [*range(40), last]}}) for last in (1, 2))
    assert ["extensions/a/b …36, 37, 38, 39, 1] -> …36, 37, 38, 39, 2]"] == [one.predicate() for one in diff(old, new)]


def test_values_are_copies() -> None:
    """Whoever changes them changes no record."""
    new = record(extensions={"a": {"b": [1]}})
    diff(record(), new)[0].new["a"]["b"].append(2)
    assert {"a": {"b": [1]}} == to_plain(new)["extensions"]


def test_ten_thousand_commitments_with_one_change() -> None:
    """The one is found in a moment."""
    old = [Commitment(id=f"c{number}", statement=WORDS, evidence=[Citation(source="s", exact="x")]) for number in range(10_000)]
    new = [Commitment(id=f"c{number}", statement=WORDS, evidence=[Citation(source="s", exact="x")]) for number in range(10_000)]
    new[9_999] = attrs.evolve(new[9_999], strength="agreed")
    started = time.process_time()
    found = diff(record(commitments=old), record(commitments=new))
    assert time.process_time() - started < 5
    assert ["commitment c9999: strength: added agreed"] == [change.message() for change in found]
