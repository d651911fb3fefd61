"""Signatures of a record that stand beside it: JSON Web Signatures (RFC 7515) with detached content, by Ed25519 (RFC 8037, RFC 9864).

What is signed is the canonical form, so a signature holds for the record and not for a file: white space, the order of members, and whether
it is written as JSON or YAML make no difference, and nothing else is left out.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, cast

from coopmodel.errors import DecodeError, SignatureError, shown
from coopmodel.formats.base64url import from_base64url
from coopmodel.formats.keys import ALGORITHMS, CURVE, Key, KeySource, check_kid, jose, read_key
from coopmodel.model.agreement import Agreement
from coopmodel.wire.canonical import canonical
from coopmodel.wire.documents import dumps, loads
from coopmodel.wire.parsing import parsed, repeated
from coopmodel.wire.versions import declared_version

LARGEST_SIGNATURES: Final = 2**16
"""How many bytes signatures may have together: some 300 are as many."""

_LENGTH: Final = 86
"""How many characters 64 bytes are."""
_PARTS: Final = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]*)")
_STANDARD: Final = frozenset({"alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit"})
"""What stands in RFC 7515, which ``crit`` must not name."""
_MOST_TELLING: Final = ("signature.wrong", "signature.critical", "signature.algorithm", "signature.key")


class Signature(NamedTuple):
    """A signature that was verified.

    Attributes:
        algorithm: ``"Ed25519"``, or ``"EdDSA"`` where an older program signed.
        kid: The name of the key, as it stands in the signature; ``None`` where none stands there. It is what the signer wrote.
        thumbprint: The thumbprint (RFC 7638) of the key that it was verified with.
    """

    algorithm: str
    kid: str | None
    thumbprint: str


class _Line(NamedTuple):
    number: int
    text: str
    header: Mapping[str, Any]

    @property
    def kid(self) -> str | None:
        return self.header.get("kid")


def sign(record: Agreement | str | bytes, key: KeySource, *, kid: str | None = None) -> str:
    """Return a signature of the record: ``header..signature``, one line of ASCII, to be kept beside it.

    The same record and key give the same signature. Several signers each make one of their own; ``verify`` reads them from one text, a
    line each.

    Args:
        record: The record; or its JSON text, which for a document of an older format version signs what stands there, and not what it is
            upgraded to: another version is another document.
        key: The private key: a JSON Web Key as mapping or text, or PEM.
        kid: What to call the key in the signature; its own name (``kid``) where this is left out, and its thumbprint where it has none.

    Raises:
        InvalidValue: The key cannot be used: ``key.form``, ``key.type``, ``key.use``, ``key.weak``, ``key.private``, ``key.name``.
        DecodeError: The text is no record.
        MissingExtra: The extra ``sign`` is not installed.
        TypeError: ``record`` or ``key`` is of another type.

    Examples:
        >>> import coopmodel as cm
        >>> agreement = cm.load("examples/chile-peru-2023/agreement.json")
        >>> key = cm.new_key()
        >>> signature = cm.sign(agreement, key, kid="treaties-desk")
        >>> cm.verify(agreement, signature, cm.public_key(key)).kid
        'treaties-desk'
    """
    read = read_key(key, "sign")
    header = {"alg": CURVE, "kid": check_kid(read.kid if kid is None else kid)}
    signature: str = jose().signed(header, to_payload(record), read.material)
    return signature


def verify(record: Agreement | str | bytes, signature: str | bytes, key: KeySource) -> Signature:
    """Return the signature of the record by this key, or raise why there is none.

    It is found among several by trying: what a signature says of its key is a hint, and no key, certificate or address in it is ever used.

    Args:
        record: The record, or its JSON text, as for ``sign``.
        signature: One signature, or several, a line each; blank lines do not count.
        key: The public key of the one who is to have signed: in the forms of ``sign``. Of a private key the public part is used.

    Raises:
        SignatureError: ``signature.wrong``: the record, or the signature, is not what it was, or the key is another; ``signature.key``: the
            signatures name other keys; ``signature.algorithm``: by an algorithm other than Ed25519, ``none`` among them;
            ``signature.critical``: it demands that an extension be understood which is not; ``signature.malformed``: no signature
            with detached content can look so, or there is none at all.
        InvalidValue: The key cannot be used, as in ``sign``.
        DecodeError: The text is no record.
        MissingExtra: The extra ``sign`` is not installed.
        TypeError: Something is of another type.
    """
    read = read_key(key, "verify")
    lines = [*read_lines(signature)]
    payload = to_payload(record)
    errors: list[tuple[bool, int, SignatureError]] = []
    for line in lines:
        error = _refused(line) or _wrong(line, payload, read)
        if error is None:
            return Signature(line.header["alg"], line.kid, read.thumbprint)
        errors.append((line.kid not in {None, read.kid, read.thumbprint}, _MOST_TELLING.index(error.code), error))
    raise min(errors, key=lambda found: found[:2])[2]


def to_payload(record: Agreement | str | bytes) -> bytes:
    """Return what is signed: the canonical form of the record, or of the document where that is of an older version of the format.

    Raises:
        DecodeError: The text is no record.
        TypeError: It is neither a record nor a text.
    """
    if isinstance(record, Agreement):
        return dumps(record, canonical=True).encode()
    held = loads(record)
    document = parsed(record)
    upgraded = declared_version(document) != held.coopmodel
    return (canonical(document) if upgraded else dumps(held, canonical=True)).encode()


def read_lines(signature: str | bytes) -> Iterator[_Line]:
    """Yield the signatures in a text, each with its header, none verified.

    Raises:
        SignatureError: ``signature.malformed``.
        TypeError: It is neither ``str`` nor ``bytes``.
    """
    if not isinstance(signature, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected str or bytes, not {shown(signature)}")
    if len(signature) > LARGEST_SIGNATURES:
        raise SignatureError("signature.malformed", f"signatures have no more than {LARGEST_SIGNATURES} bytes")
    text = signature if isinstance(signature, str) else signature.decode("latin-1")
    lines = [(number, line.strip(" \t\r")) for number, line in enumerate(text.split("\n"), 1)]
    written = [(number, line) for number, line in lines if line]
    if not written:
        raise SignatureError("signature.malformed", "there is no signature")
    for number, line in written:
        yield _Line(number, line, _header(line, number))


def _header(line: str, number: int) -> dict[str, Any]:
    parts = _PARTS.fullmatch(line)
    if parts is None:
        raise _malformed(number, "it is not 'header..signature' in base64url")
    if parts[2]:
        raise _malformed(number, "it carries what is signed, which stands in the record alone")
    text = from_base64url(parts[1])
    if text is None or from_base64url(parts[3]) is None:
        raise _malformed(number, "it is not what base64url is written as")
    try:
        header: Any = parsed(text)
        twice = repeated(text)
    except DecodeError:
        raise _malformed(number, "its header is no JSON") from None
    if not isinstance(header, dict) or twice:
        raise _malformed(number, "its header is no object, or has a member twice")
    members = cast("dict[str, Any]", header)
    reason = _wrong_member(members)
    if reason is not None:
        raise _malformed(number, f"in its header {reason}")
    if members["alg"] in ALGORITHMS and len(parts[3]) != _LENGTH:
        raise _malformed(number, "the signature has not 64 bytes")
    return members


def _wrong_member(header: Mapping[str, Any]) -> str | None:
    """Return what is wrong with the members that bear on how a signature is read (RFC 7515, section 4.1; RFC 7797)."""
    if not isinstance(header.get("alg"), str):
        return "'alg' is missing, or no text"
    if not isinstance(header.get("kid", ""), str):
        return "'kid' is no text"
    names: Any = header.get("crit", ["b64"])
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in cast("list[object]", names)):
        return "'crit' is no list of texts, or empty"
    critical = set(cast("list[str]", names)) if "crit" in header else set[str]()
    if critical and (len(critical) < len(cast("list[str]", names)) or not critical <= header.keys() or critical & _STANDARD):
        return "'crit' names a member twice, one that is missing, or one that need not be named"
    if "b64" in header and header["b64"] is not True and not (header["b64"] is False and "b64" in critical):
        return "'b64' is neither true nor false, or false and 'crit' does not name it"
    return None


def _malformed(number: int, reason: str) -> SignatureError:
    return SignatureError("signature.malformed", f"line {number} is no detached signature: {reason}")


def _refused(line: _Line) -> SignatureError | None:
    """Return why a signature cannot be verified here at all."""
    algorithm = line.header["alg"]
    if algorithm not in ALGORITHMS:
        message = f"the signature is by the algorithm {shown(algorithm)}, and only Ed25519 is accepted"
        return SignatureError("signature.algorithm", message, algorithm)
    for name in line.header.get("crit", ()):
        if name != "b64":
            message = f"the signature is only for those who understand its {shown(name)}, which means nothing here"
            return SignatureError("signature.critical", message, name)
    return None


def _wrong(line: _Line, payload: bytes, key: Key) -> SignatureError | None:
    """Return why a signature is not one of this key for this content; ``None`` where it is."""
    try:
        if jose().holds(line.text, payload, key.material):
            return None
    except ValueError as error:
        raise _malformed(line.number, str(error)) from None
    if line.kid in {None, key.kid, key.thumbprint}:
        return SignatureError("signature.wrong", "the signature does not match: the record is not what was signed, or the key is another")
    message = f"the signature does not match, and names another key: {shown(line.kid)}, not {shown(key.kid)}"
    return SignatureError("signature.key", message, line.kid)
