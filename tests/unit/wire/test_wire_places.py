"""Where a pointer leads in a text."""

import time

import pytest

from coopmodel.wire.places import Place, find_places

TEXT = '{"a": [1, {"b/c": "x", "~": []}],\n "año": {"y": null},\n "n": -1.5e3 }\n'


def cut(text: str, place: Place) -> str:
    """Return what stands at a place."""
    lines = text.split("\n")[place.line - 1 : place.last_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", TEXT.rstrip()),
        ("/a", '[1, {"b/c": "x", "~": []}]'),
        ("/a/0", "1"),
        ("/a/1", '{"b/c": "x", "~": []}'),
        ("/a/1/b~1c", '"x"'),
        ("/a/1/~0", "[]"),
        ("/año", '{"y": null}'),
        ("/año/y", "null"),
        ("/n", "-1.5e3"),
    ],
)
def test_a_pointer_leads_to_its_value(pointer: str, value: str) -> None:
    """The place is the whole value, without its name and the white space around it."""
    place = find_places(TEXT, [pointer])[pointer]

    assert place.exact
    assert value == cut(TEXT, place)


@pytest.mark.parametrize(
    ("pointer", "around"),
    [
        ("/a/2", "/a"),
        ("/a/-", "/a"),
        ("/a/01", "/a"),
        ("/a/1/b~1c/deeper/still", "/a/1/b~1c"),
        ("/año/z", "/año"),
        ("/missing/0/id", ""),
        ("/", ""),
    ],
)
def test_what_is_not_there_is_placed_at_the_innermost_value_around_it(pointer: str, around: str) -> None:
    """A member that is missing has the place of the object that lacks it, and is marked."""
    found = find_places(TEXT, [pointer, around])

    assert found[around]._replace(exact=False) == found[pointer]


def test_lines_and_columns_count_from_one_and_in_characters() -> None:
    """Characters beyond the basic plane count as one; a carriage return belongs to the line that it ends."""
    found = find_places('{"\U0001f600": "é",\r\n"b":2}', ["/\U0001f600", "/b", ""])

    assert Place(1, 7, 1, 10) == found["/\U0001f600"]
    assert Place(2, 5, 2, 6) == found["/b"]
    assert Place(1, 1, 2, 7) == found[""]


def test_a_value_may_begin_a_line_and_the_text_may_go_on_after_it() -> None:
    """The first column is 1 in every line, and white space around the document is no part of it."""
    assert Place(2, 1, 2, 2) == find_places("[\n1]", ["/0"])["/0"]
    assert Place(1, 2, 1, 10) == find_places(' {"a": 1}  \n ', [""])[""]
    assert Place(2, 1, 3, 2) == find_places("\n[\n]\n", [""])[""]


def test_bytes_are_read_as_utf_8() -> None:
    """A text may come as bytes; what is no UTF-8 there counts as one character each and does no harm."""
    assert Place(1, 7, 1, 8) == find_places('{"á": 1}'.encode(), ["/á"])["/á"]
    assert Place(1, 8, 1, 9) == find_places(b'["\xff\xfe", 1]', ["/1"])["/1"]


@pytest.mark.parametrize(
    ("spelt", "pointer"),
    [
        (r'"\u0061"', "/a"),
        (r'"\ud83d\uDE00"', "/\U0001f600"),
        (r'"\"\\\/\b\f\n\r\t"', '/"\\~1\b\f\n\r\t'),
        (r'"\ud83d"', "/\ud83d"),
        ('""', "/"),
    ],
)
def test_names_may_be_spelt_with_escapes(spelt: str, pointer: str) -> None:
    """A name is compared by what it says, however the text spells it."""
    assert Place(1, 3 + len(spelt), 1, 4 + len(spelt)) == find_places(f"{{{spelt}:1}}", [pointer])[pointer]


def test_strings_may_hold_what_looks_like_structure() -> None:
    """Brackets, commas, colons and quotation marks within a string are no structure."""
    text = r'{"a": "]},:{[\"\\", "b": 1}'

    assert [r'"]},:{[\"\\"', "1"] == [cut(text, place) for place in find_places(text, ["/a", "/b"]).values()]


def test_a_text_as_value_is_no_name() -> None:
    """After a name the next string is its value, in an array every string is a value, and after a comma the next name comes."""
    text = '{"a": "b", "b": ["a", "b"], "c": {"a": "b"}}'
    found = find_places(text, ["/a", "/b", "/b/1", "/c/a"])

    assert ['"b"', '["a", "b"]', '"b"', '"b"'] == [cut(text, place) for place in found.values()]
    assert [7, 17, 23, 40] == [place.column for place in found.values()]


def test_of_a_name_that_stands_twice_the_last_counts() -> None:
    """As for parsers, the later member takes the place of the earlier with all that was in it."""
    text = '{"a": {"b": 1}, "a": {"c": 2}}'
    found = find_places(text, ["/a", "/a/b", "/a/c"])

    assert Place(1, 22, 1, 30) == found["/a"]
    assert Place(1, 22, 1, 30, exact=False) == found["/a/b"]
    assert Place(1, 28, 1, 29) == found["/a/c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Place(1, 1, 1, 1, exact=False)),
        (" \n ", Place(1, 1, 1, 1, exact=False)),
        ("]", Place(1, 1, 1, 1, exact=False)),
        ("]} 5", Place(1, 4, 1, 5, exact=False)),
        (",5", Place(1, 1, 1, 1, exact=False)),
        ('{"a": [7', Place(1, 8, 1, 9)),
        ('{"a": [', Place(1, 7, 1, 8, exact=False)),
        ('{"a": ["cut', Place(1, 8, 1, 12)),
        ('{"a": ["cut\\', Place(1, 8, 1, 13)),
        ('{"a": [1}, 2]', Place(1, 8, 1, 9)),
        ("\n [", Place(2, 2, 2, 3, exact=False)),
    ],
)
def test_of_a_broken_text_as_much_is_found_as_can_be_read(text: str, expected: Place) -> None:
    """A text that ends too soon, or closes what was never opened, still has places."""
    assert expected == find_places(text, ["/a/0"])["/a/0"]


def test_what_was_not_asked_for_is_not_there() -> None:
    """Only the pointers that were asked for are answered, in their order and once."""
    assert {} == find_places(TEXT, [])
    assert ["/n", "/a"] == list(find_places(TEXT, ["/n", "/a", "/n"]))


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 100_000, '"\\' * 100_000, '"' * 200_001, '"a\\\\' * 50_000, "1 " * 100_000])
def test_no_text_takes_long(text: str) -> None:
    """Depth and broken strings cost no more than their length."""
    began = time.perf_counter()
    find_places(text, ["/0" * 1000, "/a" * 1000])

    assert time.perf_counter() - began < 5
