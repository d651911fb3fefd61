"""Addresses and digests."""

import hashlib
from typing import Any, cast

import pytest

from coopmodel.errors import InvalidValue
from coopmodel.values.digests import digest_of, to_digest, to_optional_digest
from coopmodel.values.urls import to_optional_url, to_url

_EMPTY = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    "url",
    [
        "https://minrel.gob.cl/acta.pdf",
        "http://example.org",
        "ftp://example.org/a",
        "https://example.org:8080/a/b?c=d&e=f#g",
        "https://example.org/reuni%C3%B3n",
        "https://[2001:db8::1]/a",
        "https://user@example.org/(a)!$*'",
        *("https://my_site.gob.pe/x", "https://example.org./", "http://example.org?a#b/?"),
        "urn:un:untc:12345",
        "urn:isbn:0451450523",
        "https://" + "a" * 2040,
    ],
)
def test_url(url: str) -> None:
    """An absolute http, https, ftp or urn address in ASCII passes unchanged."""
    assert url == to_url(url)
    assert url == to_optional_url(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.org", "/a", "//example.org", "https://", "https:///a", "HTTPS://example.org"),
        *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@example.org"),
        *("https://example.org/reunión", "https://example.org/a b", "https://example.org/%zz", "https://example.org/<a>"),
        *('https://example.org/"', "https://example.org\n", " https://example.org"),
        *(
            "http://a/#b#c",
            "http://a/[x]",
            "http://[",
            "https://[x",
            "https://a:b:c",
            "https://example.org:port/",
            "https://-a.org",
            "https://user@",
            "https://a%zz@example.org",
            "https://a@b@c",
        ),
        *("urn:a:b", "urn:isbn:", "urn:ISBN:1", "https://" + "a" * 2041),
    ],
)
def test_url_refused(url: str) -> None:
    """Relative addresses, other schemes, bare non-ASCII characters and spaces are refused."""
    with pytest.raises(InvalidValue, match="is not an absolute http, https, ftp or urn address") as caught:
        to_url(url)
    assert caught.value.code == "url.form"


def test_digest() -> None:
    """A digest is that of the exact bytes, spelt with its algorithm."""
    assert digest_of(b"") == _EMPTY
    assert digest_of("reunión".encode()) == "sha256:" + hashlib.sha256("reunión".encode()).hexdigest()
    assert to_digest(_EMPTY) == _EMPTY
    assert to_optional_digest(_EMPTY) == _EMPTY


@pytest.mark.parametrize(
    "text", ["", _EMPTY.upper(), _EMPTY[:-1], _EMPTY + "0", _EMPTY.removeprefix("sha256:"), "md5:" + _EMPTY[7:], _EMPTY + "\n"]
)
def test_digest_refused(text: str) -> None:
    """Another algorithm, length or case is refused."""
    with pytest.raises(InvalidValue) as caught:
        to_digest(text)
    assert caught.value.code == "digest.form"


def test_texts_alone() -> None:
    """None passes the optional converters, and nothing else that is no text."""
    assert to_optional_url(None) is None
    assert to_optional_digest(None) is None
    for convert in (to_url, to_optional_url, to_digest, to_optional_digest):
        with pytest.raises(InvalidValue) as caught:
            cast("Any", convert)(b"https://example.org")
        assert caught.value.code == "type.string"


def test_a_digest_is_over_bytes() -> None:
    """A text has no bytes until somebody chooses an encoding."""
    with pytest.raises(TypeError, match="exact bytes of a file"):
        digest_of(cast("Any", "text"))
