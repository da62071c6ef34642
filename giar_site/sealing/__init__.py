"""What seals a site: the manifest of its files. Knows no domain, writes nothing, and needs no source tree.

A manifest says which bytes a site has and what they were made from; whoever has it can tell any change of a copy.
"""

from giar_site.sealing.digests import Digests, digests_of, has_sm3
from giar_site.sealing.manifest import NAME, SEALS, SIGNATURE, Entry, Manifest, NoManifest, manifest_bytes, read_manifest, release_of
from giar_site.sealing.tree import StrangeFile, digests_at, files_below, open_plain

__all__ = [
    "NAME",
    "SEALS",
    "SIGNATURE",
    "Digests",
    "Entry",
    "Manifest",
    "NoManifest",
    "StrangeFile",
    "digests_at",
    "digests_of",
    "files_below",
    "has_sm3",
    "manifest_bytes",
    "open_plain",
    "read_manifest",
    "release_of",
]
