"""MANIFEST.json.sig: a signature of the manifest's bytes as they are, so that openssl alone can check it, too.

giar signature 1
algorithm: Ed25519
key: 0123456789abcdef
signature: base64
"""

import base64
import binascii
import re
from typing import Final, NamedTuple

from giar_site.diagnostics import Text
from giar_site.sealing.keys import Signer, is_signature
from giar_site.sealing.public_key import read_public_key

_LARGEST: Final = 4096
_FORM: Final = re.compile(rb"giar signature 1\nalgorithm: (Ed25519|SM2)\nkey: ([0-9a-f]{16})\nsignature: ([A-Za-z0-9+/]{80,200}={0,2})\n")
_FINE: Final = Text("", "")


class Signed(NamedTuple):
    """What a signature turned out to be. `algorithm` and `key` (the key's id) are what it says of itself, "" where it is damaged.

    `why`: what is wrong, a clause without its full stop; empty where `right`.
    """

    right: bool
    algorithm: str
    key: str
    why: Text


def signature_bytes(manifest: bytes, signer: Signer) -> bytes:
    """The signature of `manifest` as it is written. Raises CannotGoOn."""
    made = base64.b64encode(signer.sign(manifest))
    return b"giar signature 1\nalgorithm: %b\nkey: %b\nsignature: %b\n" % (signer.public.kind.encode(), signer.public.id.encode(), made)


def check_signature(manifest: bytes, signature: bytes, public_key: bytes) -> Signed:
    """Whether `signature` (MANIFEST.json.sig) is one of `manifest` (MANIFEST.json) by `public_key` (the .pub file), byte for byte.

    Raises CannotGoOn where the public key is none, or this machine cannot tell.
    """
    public = read_public_key(public_key)
    found = _FORM.fullmatch(signature) if len(signature) <= _LARGEST else None
    try:
        made = base64.b64decode(found[3], validate=True) if found else b""
    except binascii.Error:
        made = b""
    if found is None or base64.b64encode(made) != found[3]:
        return Signed(
            right=False,
            algorithm="",
            key="",
            why=Text("签名文件不是 giar 写出的样子，或者已损坏", "the signature is not as giar writes it, or damaged"),
        )
    algorithm, key = found[1].decode(), found[2].decode()
    if (algorithm, key) != (public.kind, public.id):
        why = Text(
            f"签名说自己出自密钥 {key}（{algorithm}），给出的公钥是 {public.id}（{public.kind}）",
            f"the signature says it is by the key {key} ({algorithm}); the public key given is {public.id} ({public.kind})",
        )
    elif not is_signature(public, manifest, made):
        why = Text("签名和清单对不上：清单或签名被改动过", "the signature is not one of this manifest: one of them was altered")
    else:
        why = _FINE
    return Signed(why == _FINE, algorithm, key, why)
