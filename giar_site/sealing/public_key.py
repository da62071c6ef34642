"""A public key as the file beside a private key holds it: which kind, and the short name by which people compare it."""

import base64
import binascii
import hashlib
import re
from typing import Final, NamedTuple

from giar_site.diagnostics import CannotGoOn, Text

ED25519: Final = "Ed25519"
SM2: Final = "SM2"
LARGEST: Final = 16 << 10  # bytes; a key has some 200
_PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----")
# How a SubjectPublicKeyInfo (RFC 5280) of each kind begins, and its whole length: the rest is the key itself.
_KINDS: Final = (
    (ED25519, bytes.fromhex("302a300506032b6570032100"), 44),
    (SM2, bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004"), 91),
)


class PublicKey(NamedTuple):
    """`kind`: ED25519 or SM2; `der`: the key as SubjectPublicKeyInfo; `pem`: the same as a file holds it."""

    kind: str
    der: bytes
    pem: bytes

    @property
    def id(self) -> str:
        """The first sixteen hex digits of SHA-256 over `der`: what two people read to each other on the telephone."""
        return hashlib.sha256(self.der).hexdigest()[:16]


def read_public_key(data: bytes) -> PublicKey:
    """The public key in `data` (PEM), whoever wrote it. Raises CannotGoOn where it is none that giar knows."""
    found = _PEM.search(data[: LARGEST + 1]) if len(data) <= LARGEST else None
    try:
        der = base64.b64decode(b"".join(found[1].split()), validate=True) if found else b""
    except binascii.Error:
        der = b""
    kind = next((kind for kind, head, length in _KINDS if der.startswith(head) and len(der) == length), None)
    if kind is None or found is None:
        private = b"PRIVATE KEY" in data
        raise CannotGoOn(
            Text(
                "这是私钥，核对签名要用公钥（giar keygen 写出的 .pub 文件）。私钥请不要交给别人。",
                "this is a private key; a signature is checked with the public one (the .pub file that giar keygen wrote). Give the private one to nobody.",
            )
            if private
            else Text(
                "公钥文件读不出来：要用 giar keygen 写出的 .pub 文件（Ed25519，或者 SM2 的 PEM 公钥）。",
                "the public key cannot be read: use the .pub file that giar keygen wrote (Ed25519, or an SM2 public key as PEM).",
            )
        )
    return PublicKey(kind, der, pem_of(der))


def pem_of(der: bytes) -> bytes:
    """`der` as a file holds it."""
    return b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(der).replace(b"\n", b"").strip() + b"\n-----END PUBLIC KEY-----\n"
