"""Signatures of records."""

import base64
import json
import pickle
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from coopmodel.errors import CoopmodelError, DecodeError, InvalidValue, SignatureError
from coopmodel.formats.signatures import LARGEST_SIGNATURES, Signature, sign, to_payload, verify
from coopmodel.formats.yaml import dumps_yaml, loads_yaml
from coopmodel.model.agreement import Agreement
from coopmodel.values.extensions import Extensions
from coopmodel.wire.codec import Codec
from coopmodel.wire.documents import dumps, load, loads

GOLDEN: Final[dict[str, Any]] = json.loads(Path("tests/golden/signatures/signatures.json").read_text(encoding="utf-8"))
DOCUMENTS: Final[dict[str, str]] = GOLDEN["documents"]
KEYS: Final[dict[str, Any]] = GOLDEN["keys"]
PUBLIC: Final[dict[str, str]] = KEYS["rfc8037"]
PRIVATE: Final = PUBLIC | {"d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}
THUMBPRINT: Final = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
RECORD: Final = load("examples/chile-peru-2023/agreement.json")
SMALL: Final = Agreement(id="a", revision=1, title={"en": "A"})
NOT_WHAT: Final = "the signature does not match: the record is not what was signed, or the key is another"


def octets(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def refusal(record: Any, signature: Any, key: Any = PUBLIC) -> SignatureError:
    with pytest.raises(SignatureError) as caught:
        verify(record, signature, key)
    return caught.value


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=[case["name"] for case in GOLDEN["cases"]])
def test_golden(case: dict[str, Any]) -> None:
    """Every signature is verified, with what it says of itself, or refused with its code; as text and as bytes."""
    document, key, signature = DOCUMENTS[case["document"]], KEYS[case["key"]], case["signature"]
    if case["code"] is None:
        expected = Signature(case["algorithm"], case["kid"], THUMBPRINT if case["key"] != "another" else case["kid"])
        assert expected == verify(document, signature, key) == verify(document.encode(), signature.encode(), key)
        return
    for text in (signature, signature.encode()):
        error = refusal(document, text, key)
        assert (case["code"], case.get("value")) == (error.code, error.value)


def test_the_signature_is_what_anybody_can_compute() -> None:
    """It is Ed25519, by an implementation of others, over the base64url of a header and of the canonical form of RFC 8785 by others."""
    signature = sign(RECORD, PRIVATE)
    header, payload, value = signature.split(".")
    text = base64.urlsafe_b64encode(rfc8785.dumps(json.loads(dumps(RECORD)))).decode().rstrip("=")
    signed = f"{header}.{text}".encode()
    assert ("", {"alg": "Ed25519", "kid": THUMBPRINT}) == (payload, json.loads(octets(header)))
    assert octets(value) == Ed25519PrivateKey.from_private_bytes(octets(PRIVATE["d"])).sign(signed)
    Ed25519PublicKey.from_public_bytes(octets(PRIVATE["x"])).verify(octets(value), signed)


def test_the_same_signature_each_time() -> None:
    """The same record and key give the same signature, which is the one in the vectors, in whatever form the key is."""
    document = DOCUMENTS["written"]
    expected = GOLDEN["cases"][0]["signature"]
    assert expected == sign(document, PRIVATE) == sign(document.encode(), json.dumps(PRIVATE)) == sign(loads(document), PRIVATE)


def test_the_key_has_the_name_that_it_is_given() -> None:
    """What ``kid`` says goes before the key's own name, and that before its thumbprint."""
    named = PRIVATE | {"kid": "minrel"}
    assert ["minrel", "other", THUMBPRINT] == [
        verify(SMALL, signature, PUBLIC).kid for signature in (sign(SMALL, named), sign(SMALL, named, kid="other"), sign(SMALL, PRIVATE))
    ]
    for key, kid in ((PRIVATE, ""), (PRIVATE | {"kid": "a\nb"}, None)):
        with pytest.raises(InvalidValue, match="the name of a key is a text") as caught:
            sign(SMALL, key, kid=kid)
        assert "key.name" == caught.value.code


def test_the_longest_name_can_be_read_again() -> None:
    """A name of the most characters, each as long as JSON can write it, is read as it was."""
    for kid in ("\U0001f600" * 128, '"' * 128, "ñ" * 128):
        assert kid == verify(SMALL, sign(SMALL, PRIVATE, kid=kid), PUBLIC).kid


def test_a_record_has_one_signature_in_every_form() -> None:
    """A record read from JSON, from YAML, or signed as a text, has the same signature."""
    text = dumps_yaml(RECORD)
    expected = sign(RECORD, PRIVATE)
    assert expected == sign(loads_yaml(text), PRIVATE) == sign(dumps(RECORD, indent=7), PRIVATE)
    assert THUMBPRINT == verify(loads_yaml(text), expected, PUBLIC).kid


def test_what_a_text_leaves_out_is_no_difference() -> None:
    """An empty list that need not be written is none, so the text without it has the same signature."""
    assert sign('{"coopmodel":"1.0","id":"a","revision":1,"title":{"en":"A"},"parties":[]}', PRIVATE) == sign(SMALL, PRIVATE)


def test_unknown_members_are_signed() -> None:
    """What a codec carries along without knowing it is part of what is signed."""
    keep = Codec(unknown="keep")
    text = '{"coopmodel":"1.7","id":"a","revision":1,"title":{"en":"A"},"mood":"good"}'
    with pytest.warns(match="newer than"):
        record, changed = keep.loads(text), keep.loads(text.replace("good", "bad"))
    signature = sign(record, PRIVATE)
    assert THUMBPRINT == verify(record, signature, PUBLIC).kid
    assert "signature.wrong" == refusal(changed, signature).code
    with pytest.raises(DecodeError):
        sign(text, PRIVATE)


def test_a_document_of_an_older_version_is_signed_as_it_stands() -> None:
    """What is signed of a text is the document in its own version; the record that it is upgraded to has a signature of its own."""
    older = DOCUMENTS["older"]
    record = loads(older)
    assert json.loads(older) == json.loads(to_payload(older))
    assert rfc8785.dumps(json.loads(older)) == to_payload(older)
    assert to_payload(record) == to_payload(dumps(record)) != to_payload(older)
    assert "signature.wrong" == refusal(record, sign(older, PRIVATE)).code
    assert "signature.wrong" == refusal(older, sign(record, PRIVATE)).code
    assert sign(older, PRIVATE) == sign(json.dumps(json.loads(older), indent=2), PRIVATE)


def test_large_records_are_signed() -> None:
    """A record of megabytes is no matter, encoded or not."""
    large = attrs.evolve(SMALL, extensions=Extensions({"acme": {"text": "ñ" * 2_000_000}}))
    assert THUMBPRINT == verify(large, sign(large, PRIVATE), PUBLIC).kid
    header = base64.urlsafe_b64encode(b'{"alg":"Ed25519","b64":false,"crit":["b64"]}').decode().rstrip("=")
    value = Ed25519PrivateKey.from_private_bytes(octets(PRIVATE["d"])).sign(header.encode() + b"." + to_payload(large))
    signature = f"{header}..{base64.urlsafe_b64encode(value).decode().rstrip('=')}"
    assert Signature("Ed25519", None, THUMBPRINT) == verify(large, signature, PUBLIC)


def test_every_character_of_a_signature_counts() -> None:
    """A signature in which one character is another is none, wherever that is."""
    signature = sign(SMALL, PRIVATE)
    for index, character in enumerate(signature):
        other = "A" if character != "A" else "B"
        assert refusal(SMALL, signature[:index] + other + signature[index + 1 :]).code.startswith("signature.")


def test_signatures_have_a_limit() -> None:
    """More bytes than the limit are no signatures; as many are read."""
    signature = sign(SMALL, PRIVATE)
    most = signature + "\n" * (LARGEST_SIGNATURES - len(signature))
    assert THUMBPRINT == verify(SMALL, most, PUBLIC).kid
    error = refusal(SMALL, most + "\n")
    assert SignatureError("signature.malformed", "signatures have no more than 65536 bytes") == error


def test_all_lines_are_read_before_one_is_verified() -> None:
    """A line that is none is told by its number, though another holds."""
    signature = sign(SMALL, PRIVATE)
    error = refusal(SMALL, f"{signature}\n\n{signature[:-1]}\n")
    assert "line 3 is no detached signature: it is not what base64url is written as [signature.malformed]" == str(error)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({}, "in its header 'alg' is missing, or no text"),
        ({"alg": "Ed25519", "kid": 5}, "in its header 'kid' is no text"),
        ({"alg": "Ed25519", "crit": "b64"}, "in its header 'crit' is no list of texts, or empty"),
        ({"alg": "Ed25519", "crit": []}, "in its header 'crit' is no list of texts, or empty"),
        (
            {"alg": "Ed25519", "crit": ["x"]},
            "in its header 'crit' names a member twice, one that is missing, or one that need not be named",
        ),
        ({"alg": "Ed25519", "b64": False}, "in its header 'b64' is neither true nor false, or false and 'crit' does not name it"),
        ({"alg": "Ed25519", "x5u": 5}, "invalid_header_value: 'x5u' in header must be a str"),
        ({"alg": "Ed25519"}, "the signature has not 64 bytes"),
        ([], "its header is no object, or has a member twice"),
    ],
)
def test_what_is_wrong_with_a_header_is_told(header: Any, reason: str) -> None:
    """The message names the line and the member."""
    text = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    value = "" if reason.startswith("the signature") else "A" * 86
    assert f"line 1 is no detached signature: {reason} [signature.malformed]" == str(refusal(SMALL, f"{text}..{value}"))


@pytest.mark.parametrize(
    ("signature", "reason"),
    [
        ("x", "it is not 'header..signature' in base64url"),
        ("x.y.z", "it carries what is signed, which stands in the record alone"),
        ("x..z", "it is not what base64url is written as"),
        ("AAAA..z", "it is not what base64url is written as"),
        ("AAAA..", "its header is no JSON"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(signature: str, reason: str) -> None:
    """The message says what the line is not."""
    assert f"line 1 is no detached signature: {reason} [signature.malformed]" == str(refusal(SMALL, signature))


def test_why_nothing_holds_is_told() -> None:
    """Of several the most telling reason: one that names this key, or none, before those that name others."""
    cases = {case["name"]: case["signature"] for case in GOLDEN["cases"]}
    document = DOCUMENTS["written"]
    other = cases["another key signed under its own name"]
    exotic = cases["ES256"]
    critical = cases["unknown critical member"]
    wrong = cases["another key signed under this key's name"]
    named = "the signature does not match, and names another key: 'YT87G4SRNP8BsS5FJodVTx9k7-AeEcf12IJTfcKlThE'"
    told = {
        other: f"{named}, not '{THUMBPRINT}' [signature.key]",
        f"{other}\n{exotic}": "the signature is by the algorithm 'ES256', and only Ed25519 is accepted [signature.algorithm]",
        f"{exotic}\n{critical}": "the signature is only for those who understand its 'exp', which means nothing here [signature.critical]",
        f"{other}\n{exotic}\n{critical}\n{wrong}": f"{NOT_WHAT} [signature.wrong]",
    }
    assert told == {text: str(refusal(document, text)) for text in told}
    assert "there is no signature [signature.malformed]" == str(refusal(document, ""))


@pytest.mark.parametrize("other", [None, 5, {"id": "a"}])
def test_what_is_of_another_type(other: Any) -> None:
    """What is no record and no text, or no text of signatures, is a mistake of the program."""
    signature = sign(SMALL, PRIVATE)
    calls = (lambda: sign(other, PRIVATE), lambda: verify(other, signature, PUBLIC), lambda: verify(SMALL, other, PUBLIC))
    for call in calls:
        with pytest.raises(TypeError, match=r"^expected str or bytes, not "):
            call()


def test_the_wrong_type_is_shown() -> None:
    """The mistake of the program is shown."""
    with pytest.raises(TypeError, match=r"^expected str or bytes, not 5$"):
        verify(SMALL, 5, PUBLIC)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_key_is_for_what_it_says() -> None:
    """A public key does not sign, and a key that says of itself what it is for does nothing else."""
    signature = sign(SMALL, PRIVATE | {"key_ops": ["sign"], "use": "sig"})
    assert THUMBPRINT == verify(SMALL, signature, PUBLIC | {"key_ops": ["verify"]}).kid
    with pytest.raises(InvalidValue, match=r"\[key\.private\]$"):
        sign(SMALL, PUBLIC)
    with pytest.raises(InvalidValue, match=r"\[key\.use\]$"):
        sign(SMALL, PRIVATE | {"key_ops": ["verify"]})
    with pytest.raises(InvalidValue, match=r"\[key\.use\]$"):
        verify(SMALL, signature, PUBLIC | {"key_ops": ["sign"]})


def test_of_equally_wrong_signatures_the_first_is_told() -> None:
    """Two that do not match, and two that name other keys, are told as one."""
    one, two = (sign(attrs.evolve(SMALL, revision=number), PRIVATE) for number in (2, 3))
    assert SignatureError("signature.wrong", NOT_WHAT) == refusal(SMALL, f"{one}\n{two}")
    named = "\n".join([sign(attrs.evolve(SMALL, revision=2), PRIVATE, kid=kid) for kid in ("second", "first")])
    assert "second" == refusal(SMALL, named).value


def test_letters_at_the_end_are_part_of_the_line() -> None:
    """Only white space around a line does not count."""
    signature = sign(SMALL, PRIVATE)
    for text in (f"{signature}X", f"X{signature}", f"{signature}\x0b", f"{signature}\x00"):
        assert "signature.malformed" == refusal(SMALL, text).code


def test_a_text_that_is_no_record() -> None:
    """A text says every wrong place, a member that stands twice among them, before anything is signed or verified."""
    for text, code in (("{", "json.syntax"), ('{"coopmodel":"2.0"}', "version.unsupported")):
        for call in (lambda text=text: sign(text, PRIVATE), lambda text=text: verify(text, sign(SMALL, PRIVATE), PUBLIC)):
            with pytest.raises(DecodeError) as caught:
                call()
            assert code == caught.value.problems[0].code
    with pytest.raises(DecodeError, match=r"member\.repeated"):
        sign(dumps(SMALL).replace('"revision":1', '"revision":2,"revision":1'), PRIVATE)


def test_the_error_is_data() -> None:
    """It is compared by its parts, can be pickled, and is what callers of either kind catch."""
    error = SignatureError("signature.key", "m", "k")
    assert ("signature.key", "m", "k", "m [signature.key]") == (error.code, error.message, error.value, str(error))
    assert error == pickle.loads(pickle.dumps(error))  # noqa: S301  made here
    assert hash(error) == hash(SignatureError("signature.key", "m", "k"))
    assert SignatureError("a", "m").value is None
    for other in (SignatureError("signature.key", "m"), SignatureError("signature.key", "n", "k"), ValueError("signature.key", "m", "k")):
        assert error != other
    assert isinstance(error, CoopmodelError)
    assert isinstance(error, ValueError)
