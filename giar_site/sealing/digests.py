"""Digests of a file: SHA-256 always, SM3 (GM/T 0004-2012) where the platform has it."""

import hashlib
from functools import cache
from typing import BinaryIO, NamedTuple

_CHUNK = 1 << 20


class Digests(NamedTuple):
    """`size` in bytes; digests as lower-case hex digits, `sm3` "" where the platform cannot compute it."""

    size: int
    sha256: str
    sm3: str


def digests_of(source: BinaryIO) -> Digests:
    """The digests of what `source` still holds. Raises OSError."""
    sha256, sm3 = hashlib.sha256(), hashlib.new("sm3") if has_sm3() else None
    size = 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        sha256.update(chunk)
        if sm3:
            sm3.update(chunk)
    return Digests(size, sha256.hexdigest(), sm3.hexdigest() if sm3 else "")


@cache
def has_sm3() -> bool:
    """Whether this Python can compute SM3: it depends on the OpenSSL that it was built with, and on its settings."""
    try:
        hashlib.new("sm3")
    except ValueError:
        return False
    return True
