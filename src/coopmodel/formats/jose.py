"""Ed25519 by joserfc: the one module that needs the extra ``sign``; it knows nothing of records."""

from typing import Any, Final

from cryptography.exceptions import UnsupportedAlgorithm
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwa import JWSAlgModel
from joserfc.jwk import OKPKey
from joserfc.jws import JWSRegistry, deserialize_compact, detach_content, serialize_compact

from coopmodel.formats.base64url import to_base64url
from coopmodel.formats.keys import ALGORITHMS, CURVE


class _Registry(JWSRegistry):
    """Takes one algorithm under its two names, and members of the header that it does not know; sizes were judged before."""

    max_header_length = 2**20
    max_payload_length = 2**40

    def get_alg(self, name: str) -> JWSAlgModel:
        return super().get_alg(ALGORITHMS[name])


_REGISTRY: Final = _Registry(algorithms=[CURVE], strict_check_header=False)


def made_key() -> OKPKey:
    """Return a new private key."""
    return OKPKey.generate_key(CURVE)


def key_of_octets(x: bytes, d: bytes | None) -> OKPKey | None:
    """Return the key with this public part, and this private one; ``None`` where they do not belong together."""
    members: Any = {"kty": "OKP", "crv": CURVE, "x": to_base64url(x)}
    if d is not None:
        members["d"] = to_base64url(d)
    key = OKPKey.import_key(members)
    return key if octets_of(key) == x else None


def key_of_pem(text: bytes) -> OKPKey | None:
    """Return the key in a PEM text; ``None`` for one of another kind.

    Raises:
        ValueError: It holds no key.
    """
    try:
        key = OKPKey.import_key(text)
    except (JoseError, UnsupportedAlgorithm):
        return None
    return key if key.curve_name == CURVE else None


def octets_of(key: OKPKey) -> bytes:
    """Return the public part."""
    return key.public_key.public_bytes_raw()


def signed(header: dict[str, Any], payload: bytes, key: OKPKey) -> str:
    """Return the signature with its header, and without what it signs (RFC 7515, appendix F)."""
    return detach_content(serialize_compact(header, payload, key, registry=_REGISTRY))


def holds(signature: str, payload: bytes, key: OKPKey) -> bool:
    """Return whether a detached signature, whose header was read, is of this key and this payload.

    Raises:
        ValueError: A member of the header is not what its standard says.
    """
    try:
        deserialize_compact(signature, key, registry=_REGISTRY, payload=payload)
    except BadSignatureError:
        return False
    except (JoseError, RecursionError) as error:
        raise ValueError(str(error)) from None
    return True
