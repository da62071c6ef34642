"""Fingerprints of sentences: by them a text is known again in another, whatever its figures, marks and names of the agency."""

import re
import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from giar_site.model import Report
from giar_site.prose.told import told

_FOLDED: Final = re.compile(r"[\W\d_]+")  # a sentence in which only figures were changed is the same sentence
_RECORD: Final = struct.Struct("<QIHB")
SHORTEST: Final = 12  # characters; what is shorter is a heading or says what everybody says
_LONGEST: Final = 0xFFFF


class Fingerprint(NamedTuple):
    """A sentence: the hash of its words, where it begins in its section's source, its characters there, which section (from 0)."""

    words: int
    start: int
    length: int
    section: int


@lru_cache(maxsize=16)  # the rules over the agency ask for them, then they are kept for the second round
def fingerprints(report: Report, names: tuple[str, ...]) -> tuple[Fingerprint, ...]:
    """The fingerprints of the sentences of the sections, of the preamble none: it is the same everywhere. `names`: the agency's own."""
    order = {passage.key: at for at, passage in enumerate(report.sections)}
    found = []
    for passage in told(report):
        if passage.section not in order:
            continue
        used = [name for name in names if name in passage.text]
        for span in passage.sentences:
            words = span.of(passage.text)
            for name in used:
                words = words.replace(name, "")
            words = _FOLDED.sub("", words)
            if len(words) >= SHORTEST:
                length = min(span.end - span.start, _LONGEST)
                found.append(Fingerprint(_hash(words), passage.plain.offset(span.start), length, order[passage.section]))
    return tuple(found)


def _hash(words: str) -> int:
    """The same in every process, which Python's own is not."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def pack(prints: Iterable[Fingerprint]) -> bytes:
    """Fifteen bytes each: ten thousand reports have a million sentences."""
    return b"".join(_RECORD.pack(*each) for each in prints)


def unpack(packed: bytes) -> Iterator[Fingerprint]:
    """What `pack` packed."""
    return map(Fingerprint._make, _RECORD.iter_unpack(packed))
