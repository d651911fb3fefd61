"""Errors as data, and how they are put into words."""

import copy
import pickle
from typing import Any, Final

import pytest

from coopmodel.errors import (
    CoopmodelError,
    DecodeError,
    InvalidValue,
    MissingExtra,
    Problem,
    UnknownIdentifier,
    UnsupportedVersion,
    nearest,
    shown,
)

_WRONG_AREA = InvalidValue("area.unknown", "'helth' is not a thematic area", "helth", ("areas", 1), ["health", "trade"])
_WRONG_DATE = Problem("/meetings/0/date", "date.impossible", "there is no day 2023-02-29", "2023-02-29")


class Loud:
    """Its repr is longer than a message."""

    def __repr__(self) -> str:
        """Return 1,000 letters."""
        return "a" * 1000


class Failing:
    """Its repr fails as that of an integer with too many digits does."""

    def __repr__(self) -> str:
        """Fail."""
        raise ValueError("no words")


def _nested(levels: int) -> list[Any]:
    data: list[Any] = []
    for _ in range(levels):
        data = [data]
    return data


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (_WRONG_AREA, "areas[1]: 'helth' is not a thematic area; did you mean 'health'? [area.unknown]"),
        (InvalidValue("place.empty", "a place needs a country"), "a place needs a country [place.empty]"),
        (InvalidValue("text.blank", "a text must hold words", " ", ("title", "es")), "title.es: a text must hold words [text.blank]"),
        (InvalidValue("type.string", "expected a text", 4, (0,)), "[0]: expected a text [type.string]"),
        (
            InvalidValue("code.unknown", "expected one of x; not 'y'", "y", ("a", 0, "b", 2), ["x"]),
            "a[0].b[2]: expected one of x; not 'y'; did you mean 'x'? [code.unknown]",
        ),
        (UnknownIdentifier("perru", "party", ["chile", "peru"]), "no party has the id 'perru'; did you mean 'peru'? [reference.unknown]"),
        (UnknownIdentifier("x", "entity"), "no entity has the id 'x' [reference.unknown]"),
        (_WRONG_DATE, "/meetings/0/date: there is no day 2023-02-29 [date.impossible]"),
        (Problem("", "json.syntax", "the text ends early"), "(document): the text ends early [json.syntax]"),
        (Problem("/a", "c", "m", line=3, column=14), "/a (line 3, column 14): m [c]"),
        (Problem("", "c", "m at line 3, column 14", line=3, column=14), "(document): m at line 3, column 14 [c]"),
        (MissingExtra("zstd", "this"), "this needs the extra 'zstd': python -m pip install 'coopmodel[zstd]'"),
        (Problem("/areas/0", "area.unknown", "no area", "helth", ["health"]), "/areas/0: no area; did you mean 'health'? [area.unknown]"),
        (DecodeError([_WRONG_DATE]), "1 problem:\n  /meetings/0/date: there is no day 2023-02-29 [date.impossible]"),
        (
            DecodeError([_WRONG_DATE, Problem("/id", "member.missing", "id is missing")]),
            "2 problems:\n  /meetings/0/date: there is no day 2023-02-29 [date.impossible]\n  /id: id is missing [member.missing]",
        ),
    ],
)
def test_text(error: object, text: str) -> None:
    """The text says where, what, the nearest word that is allowed, and the code."""
    assert text == str(error)


def test_invalid_value_parts() -> None:
    """An invalid value holds code, message, value, path and the words that it had to come from."""
    assert (_WRONG_AREA.code, _WRONG_AREA.value, _WRONG_AREA.path) == ("area.unknown", "helth", ("areas", 1))
    assert _WRONG_AREA.allowed == ("health", "trade")
    assert (_WRONG_AREA.field, _WRONG_AREA.suggestion) == ("areas[1]", "health")
    bare = InvalidValue("place.empty", "a place needs a country")
    assert (bare.value, bare.path, bare.allowed, bare.field, bare.suggestion) == (None, (), (), None, None)


def test_at() -> None:
    """Each level on the way out puts its own step in front, and leaves the inner error as it was."""
    inner = InvalidValue("text.blank", "blank", " ", ("es",), ["x"])
    outer = inner.at("title").at(2).at("agenda")
    assert (outer.field, outer.path) == ("agenda[2].title.es", ("agenda", 2, "title", "es"))
    assert (outer.code, outer.message, outer.value, outer.allowed) == ("text.blank", "blank", " ", ("x",))
    assert inner.path == ("es",)


def test_allowed_may_be_any_iterable() -> None:
    """The words are kept as a tuple, from whatever they came."""
    assert InvalidValue("c", "m", allowed=iter("ab")).allowed == ("a", "b")
    assert Problem("", "c", "m", allowed=dict.fromkeys("ab")).allowed == ("a", "b")
    assert UnknownIdentifier("x", "party", iter("ab")).known == ("a", "b")
    assert DecodeError(iter([_WRONG_DATE])).problems == (_WRONG_DATE,)


@pytest.mark.parametrize(
    "error",
    [
        _WRONG_AREA,
        InvalidValue("type.array", "no list", {"a": [1]}),
        DecodeError([_WRONG_DATE]),
        UnsupportedVersion([_WRONG_DATE]),
        MissingExtra("yaml", "this"),
        _WRONG_DATE,
    ],
    ids=["InvalidValue", "unhashable value", "DecodeError", "UnsupportedVersion", "MissingExtra", "Problem"],
)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickled(error: object, protocol: int) -> None:
    """An error that was pickled or copied is equal to the first, hashes alike and says the same."""
    for same in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301  made here
        assert type(same) is type(error)
        assert same == error
        assert hash(same) == hash(error)
        assert str(same) == str(error)


def test_a_value_that_cannot_be_pickled_travels_as_its_text() -> None:
    """An error about a value that pickle refuses is still picklable: the value becomes the text that shows it."""
    error = pickle.loads(pickle.dumps(InvalidValue("type.string", "expected a text", lambda: 0)))  # noqa: S301  our own bytes

    assert error.code == "type.string"
    assert isinstance(error.value, str)
    assert error.value.startswith("<function ")


def test_a_value_whose_repr_fails_is_still_shown() -> None:
    """Whatever a class does when it is shown, the error speaks, and on one line."""

    class Broken:
        def __repr__(self) -> str:
            raise TypeError

    assert shown(Broken()) == "<Broken>"
    assert shown(["a\nb", {"c": 1}]) == r"['a\nb', {'c': 1}]"


def test_unknown_identifiers_are_compared_by_what_they_say() -> None:
    """Two errors about the same missing id are equal, one about another is not."""
    error = UnknownIdentifier("x", "party", ["y"])

    assert error == pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    assert hash(error) == hash(UnknownIdentifier("x", "party", ["y"]))
    assert error != UnknownIdentifier("x", "meeting", ["y"])


def test_unknown_identifier_pickled() -> None:
    """An unknown identifier keeps its parts when it is pickled."""
    same = pickle.loads(pickle.dumps(UnknownIdentifier("perru", "party", ["peru"])))  # noqa: S301  made here
    assert (same.identifier, same.what, same.known) == ("perru", "party", ("peru",))
    assert str(same) == "no party has the id 'perru'; did you mean 'peru'? [reference.unknown]"


def test_compared_by_what_they_say() -> None:
    """Errors and problems that differ in any part, or in class, are not equal."""
    error = InvalidValue("c", "m", "v", ("a",), ["x"])
    assert error == InvalidValue("c", "m", "v", ("a",), ["x"])
    for other in (
        InvalidValue("d", "m", "v", ("a",), ["x"]),
        InvalidValue("c", "n", "v", ("a",), ["x"]),
        InvalidValue("c", "m", "w", ("a",), ["x"]),
        InvalidValue("c", "m", "v", ("b",), ["x"]),
        InvalidValue("c", "m", "v", ("a",), ["y"]),
        ValueError("c", "m", "v", ("a",), ("x",)),
    ):
        assert error != other
    problem = Problem("/a", "c", "m", "v", ["x"], 1, 2)
    for another in (
        Problem("/b", "c", "m", "v", ["x"], 1, 2),
        Problem("/a", "d", "m", "v", ["x"], 1, 2),
        Problem("/a", "c", "n", "v", ["x"], 1, 2),
        Problem("/a", "c", "m", "w", ["x"], 1, 2),
        Problem("/a", "c", "m", "v", ["y"], 1, 2),
        Problem("/a", "c", "m", "v", ["x"], 3, 2),
        Problem("/a", "c", "m", "v", ["x"], 1, 3),
        "/a",
    ):
        assert problem != another
    assert DecodeError([problem]) != DecodeError([])
    assert DecodeError([problem]) != UnsupportedVersion([problem])
    assert hash(DecodeError([problem])) == hash(DecodeError([problem]))


def test_classes() -> None:
    """Every error is a CoopmodelError and of the built-in kind that a caller would catch."""
    for kind, built_in in (
        (InvalidValue, ValueError),
        (UnknownIdentifier, LookupError),
        (DecodeError, ValueError),
        (UnsupportedVersion, DecodeError),
    ):
        assert issubclass(kind, CoopmodelError)
        assert issubclass(kind, built_in)


def test_problem_parts() -> None:
    """A problem holds where it stands, also as line and column where the text itself is broken."""
    problem = Problem("/a", "json.syntax", "m", line=3, column=14)
    assert (problem.pointer, problem.code, problem.message, problem.value) == ("/a", "json.syntax", "m", None)
    assert (problem.allowed, problem.line, problem.column, problem.suggestion) == ((), 3, 14, None)
    assert repr(_WRONG_DATE) == "Problem('/meetings/0/date', 'date.impossible', 'there is no day 2023-02-29', '2023-02-29')"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2024-13", "'2024-13'"),
        ("it's", '"it\'s"'),
        ("reunión", "'reunión'"),
        ("", "''"),
        (5, "5"),
        (None, "None"),
        ({"a": [1]}, "{'a': [1]}"),
        ("line\nbreak", r"'line\nbreak'"),
        ("\x1b[31m", r"'\x1b[31m'"),
        ("a\u202eb", r"'a\u202eb'"),
        ("á\ud800", r"'\xe1\ud800'"),
        ("a" * 78, "'" + "a" * 78 + "'"),
        ("a" * 79, "'" + "a" * 78 + "…"),
        ("a" * 100_000_000, "'" + "a" * 78 + "…"),
        (Loud(), "a" * 79 + "…"),
        (Failing(), "<Failing>"),
        (10**5000, "<int>"),
        (_nested(100_000), "[" * 79 + "…"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else type(value).__name__,
)
def test_shown(value: object, text: str) -> None:
    """A value is shown in at most 80 characters, control characters escaped; one too deep or too large for words by its type."""
    assert text == shown(value)
    assert len(shown(value)) <= 80
    assert shown(value).isprintable()


def _circle(around: list[object]) -> list[object]:
    around.append(around)
    return around


NESTED: Final[list[Any]] = [
    [],
    {},
    [1, "a", [None, {}], {"b": [], "c": {"d": (1,)}}],
    {1: [2], "it's": "x"},
    [{"a": [[]]}],
    [Failing],
    _circle([]),
    [_circle([1])],
]


@pytest.mark.parametrize("value", NESTED, ids=str)
def test_arrays_and_objects_are_shown_as_python_has_them(value: object) -> None:
    """What is short enough is shown as its ``repr`` says it, also where it stands within itself."""
    assert repr(value) == shown(value)


def test_what_stands_twice_in_an_array_is_shown_twice() -> None:
    """Only what is within itself is left out."""
    once: list[object] = [1]
    assert "[[1], [1], {'a': [1]}]" == shown([once, once, {"a": once}])
    within: dict[str, object] = {}
    within["x"] = within
    assert "{'x': {...}}" == shown(within)


def test_of_a_large_document_only_the_beginning_is_looked_at() -> None:
    """Showing an array of millions takes no longer, and no more memory, than showing its beginning."""

    class Refusing:
        """Fails when it is shown."""

        def __repr__(self) -> str:
            raise AssertionError

    assert f"['a', {{'b': 1}}, '{'x' * 62}…" == shown(["a", {"b": 1}, "x" * 10**7, Refusing()])
    assert f"{{{', '.join([f'{number}: 0' for number in range(14)])}"[:79] + "…" == shown(dict.fromkeys(range(10**6), 0))


@pytest.mark.parametrize(
    ("value", "allowed", "found"),
    [
        ("helth", ["health", "trade"], "health"),
        ("HEALTH", ["health", "trade"], "health"),
        ("straße", ["STRASSE"], "STRASSE"),
        ("xyz", ["health", "trade"], None),
        ("wealth-tax", ["health", "trade"], None),
        ("health", [], None),
        ("Health", ["HEALTH", "health"], "HEALTH"),
        (5, ["5"], None),
        (None, ["None"], None),
        ("h" * 81, ["h" * 80], None),
        ("h" * 80, ["h" * 79], "h" * 79),
        ("peru", [*map(str, range(1000)), "peru"], None),
        ("peru", [*map(str, range(999)), "peru"], "peru"),
    ],
)
def test_nearest(value: object, allowed: list[str], found: str | None) -> None:
    """The nearest of the first 1,000 words is found, case apart; none for what is far, long, or no text."""
    assert found == nearest(value, allowed)


@pytest.mark.parametrize(("allowed", "expected"), [(["GB"], "GB"), (["GB", "GR"], None), ([], None)])
def test_the_only_word_that_is_allowed_is_suggested(allowed: list[str], expected: str | None) -> None:
    """Also where it is nothing like what was written; of several words, only one that is alike."""
    assert expected == InvalidValue("country.unknown", "no country", "UK", allowed=allowed).suggestion
    assert expected == Problem("/country", "country.unknown", "no country", "UK", allowed).suggestion
