"""Keys to sign and verify with."""

import json
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from coopmodel.errors import InvalidValue, MissingExtra
from coopmodel.formats.base64url import from_base64url, to_base64url
from coopmodel.formats.jose import holds
from coopmodel.formats.keys import LARGEST_KEY, check_kid, new_key, pem_of, public_key, read_key

GOLDEN: Final[list[dict[str, Any]]] = json.loads(Path("tests/golden/signatures/keys.json").read_text(encoding="utf-8"))
PRIVATE: Final[dict[str, str]] = GOLDEN[0]["key"]
PUBLIC: Final = {name: PRIVATE[name] for name in ("kty", "crv", "x")}
THUMBPRINT: Final = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
"""Of the key in RFC 8037, appendix A.3."""


@pytest.mark.parametrize("case", GOLDEN, ids=[case["name"] for case in GOLDEN])
@pytest.mark.parametrize("use", ["sign", "verify"])
def test_golden(case: dict[str, Any], use: Any) -> None:
    """Every key is taken, or refused with its code; what is told of a refused one holds nothing of its private part."""
    if case[use] is None:
        key = read_key(case["key"], use)
        assert (THUMBPRINT, THUMBPRINT) == (key.thumbprint, key.kid)
        return
    with pytest.raises(InvalidValue) as caught:
        read_key(case["key"], use)
    assert case[use] == caught.value.code
    told = f"{caught.value!r} {caught.value}"
    assert PRIVATE["d"] not in told
    assert "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v" not in told


def test_a_new_key_signs_and_its_public_part_verifies() -> None:
    """Two new keys differ; the members stand in the order of the standard, and the public part lacks the private one alone."""
    one, two = new_key(), new_key()
    assert one["x"] != two["x"]
    assert ["kty", "crv", "x", "d", "kid"] == list(one)
    assert ["kty", "crv", "x", "kid"] == list(public_key(one))
    assert one == public_key(one) | {"d": one["d"]}
    assert public_key(public_key(one)) == public_key(one)
    assert read_key(one).thumbprint == one["kid"]
    assert (True, False) == (read_key(one).is_private, read_key(public_key(one)).is_private)


def test_the_name_is_that_of_the_key_or_its_thumbprint() -> None:
    """A key is called as its ``kid`` says; PEM has none."""
    named = read_key(PRIVATE | {"kid": "minrel"})
    assert ("minrel", THUMBPRINT) == (named.kid, named.thumbprint)
    assert PUBLIC | {"kid": "minrel"} == public_key(PRIVATE | {"kid": "minrel"})
    assert PUBLIC | {"kid": THUMBPRINT} == public_key(pem_of(PRIVATE | {"kid": "minrel"}, private=True))


def test_pem_is_what_others_read() -> None:
    """Both parts as PEM are what an implementation by others reads; the public one holds nothing private."""
    private, public = pem_of(PRIVATE, private=True), pem_of(PRIVATE, private=False)
    found: Any = load_pem_private_key(private, None)
    assert PRIVATE["d"] == to_base64url(found.private_bytes_raw())
    of_public: Any = load_pem_public_key(public)
    assert PRIVATE["x"] == to_base64url(of_public.public_bytes_raw())
    assert public == pem_of(PUBLIC, private=False) == pem_of(private, private=False)
    with pytest.raises(InvalidValue, match=r"^signing takes the private key, and this is the public one \[key.private\]$"):
        pem_of(PUBLIC, private=True)


def test_the_vector_of_the_standard() -> None:
    """The signature in RFC 8037, appendix A.4, holds for its text, and for no other."""
    header = "eyJhbGciOiJFZERTQSJ9"
    signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    material = read_key(PUBLIC).material
    assert holds(f"{header}..{signature}", b"Example of Ed25519 signing", material)
    assert not holds(f"{header}..{signature}", b"Example of Ed25519 signing.", material)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (PRIVATE | {"x": "AAAA"}, "x: the member 'x' is 32 bytes in base64url without padding [key.form]"),
        (PRIVATE | {"d": 5}, "d: the member 'd' is 32 bytes in base64url without padding [key.form]"),
        (PRIVATE | {"kid": 5}, "kid: the member 'kid' is a text [key.form]"),
        (
            PRIVATE | {"x": "iD_FoSbvCIWzWNbpN0LcrE2C3VdWLz1PXaqSvS4tSn8"},
            "x: the public part of the key is not that of its private part [key.form]",
        ),
        ({"kty": "RSA"}, "a signature takes a key of Ed25519: its 'kty' is 'OKP', not 'RSA' [key.type]"),
        ({"kty": "OKP", "crv": "X25519"}, "a signature takes a key of Ed25519: its 'crv' is 'Ed25519', not 'X25519' [key.type]"),
        ({"keys": []}, "this is a set of keys: give one of them [key.form]"),
        (PRIVATE | {"use": "enc"}, "use: the key is not meant for this: its 'use' is 'enc' [key.use]"),
        (PRIVATE | {"key_ops": ["verify"]}, "key_ops: the key is not meant for this: its 'key_ops' is ['verify'] [key.use]"),
        (PRIVATE | {"alg": "ES256"}, "alg: the key is not meant for this: its 'alg' is 'ES256' [key.use]"),
        (PUBLIC, "signing takes the private key, and this is the public one [key.private]"),
        ('{"a":1', "the key is no JSON: json.syntax [key.form]"),
        ('{"a":1,"a":2}', "the key has a member twice: /a [key.form]"),
        ("x", "this is no key: neither a JSON Web Key nor PEM of one 'PRIVATE KEY' or 'PUBLIC KEY' [key.form]"),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----", "the key is encrypted with a password: decrypt it first [key.form]"),
        ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "the PEM text holds no key that can be read [key.form]"),
        (
            PUBLIC | {"x": "A" * 43},
            "under this key one signature is right for many texts: it cannot have been made as keys are made [key.weak]",
        ),
    ],
)
def test_what_is_wrong_is_told(key: Any, text: str) -> None:
    """The message says what is wrong, and the member where it is one."""
    with pytest.raises(InvalidValue) as caught:
        read_key(key, "sign")
    assert text == str(caught.value)


def test_a_key_of_another_kind_in_pem() -> None:
    """What PEM holds is told as no more than another kind of key."""
    pem = next(case["key"] for case in GOLDEN if case["name"] == "RSA as PEM")
    with pytest.raises(InvalidValue, match=r"^a signature takes a key of Ed25519: this PEM text holds another \[key.type\]$"):
        read_key(pem)


def test_how_large_a_key_may_be() -> None:
    """The text of a key has at most so many bytes, white space around it apart."""
    text = json.dumps(PRIVATE)
    padded = text[:-1] + " " * (LARGEST_KEY - len(text)) + "}"
    assert THUMBPRINT == read_key(f"\n{padded}\n".encode()).thumbprint
    with pytest.raises(InvalidValue, match=r"^the text of a key has no more than 16384 bytes \[key.form\]$"):
        read_key(padded.replace("{", "{ "))


@pytest.mark.parametrize("key", [None, 5, ["x"], bytearray(b"x")])
def test_what_is_no_text_and_no_mapping(key: Any) -> None:
    """Anything but a mapping, a text or bytes is a mistake of the program."""
    with pytest.raises(TypeError, match=f"^expected a JSON Web Key or a text, not {type(key).__name__}$"):
        read_key(key)


def test_names_of_keys() -> None:
    """A name is a text of 1 to 128 printable characters."""
    assert "señor 1" == check_kid("señor 1")
    assert "x" * 128 == check_kid("x" * 128)
    for kid in ("", "x" * 129, "a\nb", "\u202e", "\ud800", 5, None):
        with pytest.raises(InvalidValue, match=r"the name of a key is a text of 1 to 128 printable characters, not ") as caught:
            check_kid(kid)
        assert ("key.name", kid) == (caught.value.code, caught.value.value)


def test_base64url() -> None:
    """The vectors of RFC 4648 without padding; a text that is not exactly what is written is none."""
    for octets, text in (
        (b"", ""),
        (b"f", "Zg"),
        (b"fo", "Zm8"),
        (b"foo", "Zm9v"),
        (b"foobar", "Zm9vYmFy"),
        (b"\0\0\x17", "AAAX"),
        (b"\xfb\xff", "-_8"),
    ):
        assert (text, octets) == (to_base64url(octets), from_base64url(text))
    for wrong in ("Z", "Zh", "Zm9", "Zg==", "+/8", "Zm 8", "Zm8\n", "ª", "Zm9vY"):
        assert from_base64url(wrong) is None


def test_a_missing_extra_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without joserfc nothing is signed, verified or made, and what to install is said; any other missing module is a bug."""
    for name in [name for name in sys.modules if name == "joserfc" or name.startswith(("joserfc.", "coopmodel.formats.jose"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "joserfc", None)
    text = r"^a signature needs the extra 'sign': python -m pip install 'coopmodel\[sign\]'$"
    for call in (new_key, lambda: public_key(PUBLIC), lambda: read_key(PUBLIC)):
        with pytest.raises(MissingExtra, match=text) as caught:
            call()
    assert "sign" == caught.value.extra
    monkeypatch.setitem(sys.modules, "coopmodel.formats.jose", None)
    with pytest.raises(ModuleNotFoundError, match=r"coopmodel\.formats\.jose"):
        new_key()


@pytest.mark.parametrize(("missing", "known"), [("joserfc", True), ("cryptography", True), ("cffi", False)])
def test_modules_that_are_nowhere_to_be_found(missing: str, known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where joserfc, or what it stands on, was never installed, the extra is told; a module that is missing otherwise is told by itself."""

    class Nowhere:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name in {"joserfc", "cryptography", "coopmodel.formats.jose"}:
                raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)

    monkeypatch.delitem(sys.modules, "coopmodel.formats.jose", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Nowhere, *sys.meta_path])
    with pytest.raises(ModuleNotFoundError if not known else MissingExtra, match=missing if not known else "a signature needs"):
        new_key()
