"""What seals a site: the manifest of its files, and a signature of it. Knows no domain, writes nothing, and needs no source tree.

A manifest says which bytes a site has and what they were made from; whoever has it can tell any change of a copy.
"""

from giar_site.sealing.digests import Digests, digests_of, has_sm3
from giar_site.sealing.keys import KeyPair, Signer, needs_passphrase, new_pair, signer
from giar_site.sealing.manifest import NAME, SEALS, SIGNATURE, Entry, Manifest, NoManifest, manifest_bytes, read_manifest, release_of
from giar_site.sealing.public_key import PublicKey, read_public_key
from giar_site.sealing.signature import Signed, check_signature, signature_bytes
from giar_site.sealing.sm2 import has_sm2
from giar_site.sealing.tree import StrangeFile, digests_at, files_below, open_plain

__all__ = [
    "NAME",
    "SEALS",
    "SIGNATURE",
    "Digests",
    "Entry",
    "KeyPair",
    "Manifest",
    "NoManifest",
    "PublicKey",
    "Signed",
    "Signer",
    "StrangeFile",
    "check_signature",
    "digests_at",
    "digests_of",
    "files_below",
    "has_sm2",
    "has_sm3",
    "manifest_bytes",
    "needs_passphrase",
    "new_pair",
    "open_plain",
    "read_manifest",
    "read_public_key",
    "release_of",
    "signature_bytes",
    "signer",
]
