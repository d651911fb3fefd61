"""Language tags."""

from typing import Any, cast

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values import languages
from coopmodel.values.languages import to_language_tag, to_language_tags, to_optional_language_tag


@pytest.mark.parametrize(
    "tag",
    [
        *("es", "es-419", "pt-BR", "zh-Hant-TW", "arn", "quy", "sl-rozaj-biske", "de-CH-1996", "zh-yue-HK"),
        *("en-u-ca-gregory", "es-CL-x-minrel", "x-own", "en-a-bbb-x-a-ccc", "gsw-u-sd-chzh", "en-x-us"),
    ],
)
def test_canonical(tag: str) -> None:
    """A tag of BCP 47 in its canonical case passes unchanged."""
    assert tag == to_language_tag(tag)


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [
        ("ES", "es"),
        ("es-cl", "es-CL"),
        ("pt-Br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("ZH-HANT-TW", "zh-Hant-TW"),
        ("de-ch-1996", "de-CH-1996"),
        ("en-X-US", "en-x-us"),
        ("EN-U-CA-Gregory", "en-u-ca-gregory"),
        ("X-OWN", "x-own"),
        ("sl-ROZAJ", "sl-rozaj"),
    ],
)
def test_case(tag: str, canonical: str) -> None:
    """A tag in any other case is refused, with the right spelling at hand."""
    with pytest.raises(InvalidValue) as caught:
        to_language_tag(tag)
    assert caught.value.code == "language.case"
    assert (canonical,) == caught.value.allowed
    assert canonical == caught.value.suggestion


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "e",
        "español",
        "es_CL",
        "es-",
        "-es",
        "es--CL",
        "es-C",
        "es-41",
        "123",
        "es CL",
        "es\n",
        "i-klingon",
        "es-x",
        "a-b",
        "es-" + "abcde-" * 12,
    ],
)
def test_form(tag: str) -> None:
    """What has not the form of a tag is refused; of more than 64 characters nothing is looked at."""
    with pytest.raises(InvalidValue, match="is not a BCP 47 language tag") as caught:
        to_language_tag(tag)
    assert caught.value.code == "language.form"


def test_texts_alone() -> None:
    """What is no text is no tag."""
    with pytest.raises(InvalidValue) as caught:
        to_language_tag(cast("Any", None))
    assert caught.value.code == "type.string"


def test_several_and_optional() -> None:
    """Several become a tuple, a wrong one is named by its place, and None passes where it may."""
    assert to_language_tags(["es", "qu"]) == ("es", "qu")
    assert to_optional_language_tag("es") == "es"
    assert to_optional_language_tag(None) is None
    with pytest.raises(InvalidValue) as caught:
        to_language_tags(["es", "EN"])
    assert (caught.value.code, caught.value.field) == ("language.case", "[1]")


def test_tags_that_are_kept_in_mind_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of ever new tags does not fill the memory of the process, and a tag is judged alike each time."""
    monkeypatch.setattr(languages, "_KEPT", 3)
    monkeypatch.setattr(languages, "KNOWN", set[str]())
    for number in range(10, 20):
        assert f"es-0{number}" == to_language_tag(f"es-0{number}") == to_language_tag(f"es-0{number}")
        with pytest.raises(InvalidValue):
            to_language_tag(f"es-{number}")
        assert len(languages.KNOWN) <= 3
