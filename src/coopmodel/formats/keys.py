"""Keys to sign and verify with: Ed25519, as JSON Web Keys (RFC 7517, RFC 8037) or PEM. No error holds anything of a private key."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, NoReturn, TypeAlias, cast

from coopmodel.errors import DecodeError, InvalidValue, MissingExtra, shown
from coopmodel.formats.base64url import from_base64url, to_base64url
from coopmodel.wire.parsing import parsed, repeated

if TYPE_CHECKING:
    from types import ModuleType

    from joserfc.jwk import OKPKey

KeySource: TypeAlias = Mapping[str, Any] | str | bytes
"""A JSON Web Key, parsed or as text, or the text of a PEM file."""

CURVE: Final = "Ed25519"
ALGORITHMS: Final = MappingProxyType({"Ed25519": CURVE, "EdDSA": CURVE})
"""What ``alg`` may be where something is read, and what it means.

``EdDSA`` left it to the key which curve is meant (RFC 8037), and is deprecated for that (RFC 9864): here it means the one that keys are of, and
is never written.
"""

LARGEST_KEY: Final = 2**14
"""How many bytes the text of a key may have."""
LONGEST_ID: Final = 128
"""How many characters the name of a key may have where something is signed."""

_OCTETS: Final = 32
_PEM: Final = re.compile(rb"-----BEGIN (PRIVATE|PUBLIC) KEY-----\s[A-Za-z0-9+/=\s]+-----END \1 KEY-----")
_PRIME: Final = 2**255 - 19
_WEAK: Final = frozenset(
    {
        0,
        1,
        _PRIME - 1,
        _PRIME,
        _PRIME + 1,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    }
)
"""The points of small order, by their coordinate: under such a key one signature is right for many texts, or for all."""


class Key(NamedTuple):
    """A key that was read.

    Attributes:
        material: The key for joserfc.
        kid: The name that it bears; where it bears none, its thumbprint.
        thumbprint: SHA-256 of its public part (RFC 7638), the same for both parts and in every form.
        is_private: Whether it can sign.
    """

    material: "OKPKey"
    kid: str
    thumbprint: str
    is_private: bool


def new_key() -> dict[str, str]:
    """Return a new private key as JSON Web Key, with its thumbprint as its name; keep it secret, and give ``public_key`` of it away.

    Raises:
        MissingExtra: The extra ``sign`` is not installed.
    """
    material: OKPKey = jose().made_key()
    members = cast("dict[str, str]", material.as_dict(private=True))
    return {name: members[name] for name in ("kty", "crv", "x", "d")} | {"kid": material.thumbprint()}


def public_key(key: KeySource) -> dict[str, str]:
    """Return the public part of a key as JSON Web Key, with the key's name.

    Raises:
        InvalidValue: As ``sign``.
        MissingExtra: The extra ``sign`` is not installed.
    """
    read = read_key(key)
    return {"kty": "OKP", "crv": CURVE, "x": to_base64url(jose().octets_of(read.material)), "kid": read.kid}


def pem_of(key: KeySource, *, private: bool) -> bytes:
    """Return a key, or its public part, as PEM, which has no room for the key's name.

    Raises:
        InvalidValue: As ``sign``; ``key.private`` where the private part is wanted of a public key.
        MissingExtra: The extra ``sign`` is not installed.
    """
    return read_key(key, "sign" if private else None).material.as_pem(private=private)


def read_key(source: KeySource, use: Literal["sign", "verify"] | None = None) -> Key:
    """Return the key in a JSON Web Key or a PEM text, checked for what it is to be used for.

    Raises:
        InvalidValue: ``key.form``: it is neither, or broken; ``key.type``: of another kind; ``key.use``: meant for something else, by its own
            members; ``key.weak``: under it one signature is right for many texts; ``key.private``: it is to sign, and is the public part.
        MissingExtra: The extra ``sign`` is not installed.
        TypeError: It is neither a mapping nor ``str`` nor ``bytes``.
    """
    ed25519 = jose()
    found = _members(source)
    members: Mapping[str, Any] = {} if isinstance(found, bytes) else found
    key = _of_pem(found, ed25519) if isinstance(found, bytes) else _of_members(members, ed25519)
    if int.from_bytes(ed25519.octets_of(key), "little") % 2**255 in _WEAK:
        raise InvalidValue("key.weak", "under this key one signature is right for many texts: it cannot have been made as keys are made")
    if use == "sign" and not key.is_private:
        raise InvalidValue("key.private", "signing takes the private key, and this is the public one")
    if use is not None:
        _check_use(members, use, private=key.is_private)
    thumbprint = key.thumbprint()
    return Key(key, members.get("kid", thumbprint), thumbprint, key.is_private)


def jose() -> "ModuleType":
    """Return the module that does the arithmetic, or say what to install."""
    try:
        import coopmodel.formats.jose as module  # noqa: PLC0415  the extra may be missing
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in {"joserfc", "cryptography"}:
            raise
        raise MissingExtra("sign", "a signature") from None
    return module


def check_kid(kid: object) -> str:
    """Return the name of a key, as it may be written into a signature.

    Raises:
        InvalidValue: ``key.name``.
    """
    if not isinstance(kid, str) or not 0 < len(kid) <= LONGEST_ID or not kid.isprintable():
        raise InvalidValue("key.name", f"the name of a key is a text of 1 to {LONGEST_ID} printable characters, not {shown(kid)}", kid)
    return kid


def _members(source: KeySource) -> Mapping[str, Any] | bytes:
    """Return the members of a JSON Web Key, or the text of a PEM file."""
    if isinstance(source, Mapping):
        return source
    if not isinstance(source, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected a JSON Web Key or a text, not {type(source).__name__}")
    text = (source.encode(errors="surrogatepass") if isinstance(source, str) else source).strip()
    if len(text) > LARGEST_KEY:
        raise InvalidValue("key.form", f"the text of a key has no more than {LARGEST_KEY} bytes")
    if not text.startswith(b"{"):
        return text
    try:
        members: Mapping[str, Any] = parsed(text)
        found = repeated(text)
    except DecodeError as error:
        raise InvalidValue("key.form", f"the key is no JSON: {error.problems[0].code}") from None
    if found:
        raise InvalidValue("key.form", f"the key has a member twice: {found[0].pointer}")
    return members


def _of_pem(text: bytes, ed25519: "ModuleType") -> "OKPKey":
    if b"-----BEGIN ENCRYPTED PRIVATE KEY-----" in text:
        raise InvalidValue("key.form", "the key is encrypted with a password: decrypt it first")
    block = _PEM.search(text)
    if block is None or text.count(b"-----BEGIN ") > 1:
        raise InvalidValue("key.form", "this is no key: neither a JSON Web Key nor PEM of one 'PRIVATE KEY' or 'PUBLIC KEY'")
    try:
        key: OKPKey | None = ed25519.key_of_pem(block[0])
    except ValueError:
        raise InvalidValue("key.form", "the PEM text holds no key that can be read") from None
    if key is None:
        _refuse_type("this PEM text holds another")
    return key


def _of_members(members: Mapping[str, Any], ed25519: "ModuleType") -> "OKPKey":
    if "keys" in members:
        raise InvalidValue("key.form", "this is a set of keys: give one of them")
    for name, expected in (("kty", "OKP"), ("crv", CURVE)):
        if members.get(name) != expected:
            _refuse_type(f"its {name!r} is {expected!r}, not {shown(members.get(name))}")
    if not isinstance(members.get("kid", ""), str):
        raise InvalidValue("key.form", "the member 'kid' is a text", path=("kid",))
    public = _octets(members, "x")
    private = _octets(members, "d") if "d" in members else None
    key: OKPKey | None = ed25519.key_of_octets(public, private)
    if key is None:
        raise InvalidValue("key.form", "the public part of the key is not that of its private part", path=("x",))
    return key


def _octets(members: Mapping[str, Any], name: str) -> bytes:
    text: object = members.get(name)
    octets = from_base64url(text) if isinstance(text, str) else None
    if octets is None or len(octets) != _OCTETS:
        raise InvalidValue("key.form", f"the member {name!r} is {_OCTETS} bytes in base64url without padding", path=(name,))
    return octets


def _check_use(members: Mapping[str, Any], use: str, *, private: bool) -> None:
    """Refuse a key that says of itself that it is for something else; who may sign with it may verify, too."""
    allowed = [use, "sign"] if private else [use]
    operations: object = members.get("key_ops", [use])
    fits = (
        members.get("use", "sig") == "sig",
        isinstance(operations, list) and any(operation in allowed for operation in cast("list[object]", operations)),
        members.get("alg", CURVE) in [*ALGORITHMS],
    )
    for name, fit in zip(("use", "key_ops", "alg"), fits, strict=True):
        if not fit:
            message = f"the key is not meant for this: its {name!r} is {shown(members[name])}"
            raise InvalidValue("key.use", message, path=(name,))


def _refuse_type(reason: str) -> NoReturn:
    raise InvalidValue("key.type", f"a signature takes a key of Ed25519: {reason}") from None
