"""The files of a place against its manifest: missing, added, altered, renamed, swapped."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple, cast

from giar_site.sealing import Digests, Entry, digests_of
from giar_site.verifying.difference import Difference, Kind


class Bounded:
    """A file of which at most `limit` bytes and one more are read, however many there are: that one shows that it is too long."""

    def __init__(self, source: BinaryIO, limit: int) -> None:
        """Read from `source`."""
        self._source, self._left = source, limit + 1

    def read(self, size: int = -1) -> bytes:
        """As of any file."""
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._source.read(wanted) if wanted else b""
        self._left -= len(data)
        return data


def bounded_digests(source: BinaryIO, limit: int) -> Digests:
    """The digests of `source`, of which no more than one byte beyond `limit` is read."""
    return digests_of(cast("BinaryIO", Bounded(source, limit)))


class Compared(NamedTuple):
    """The files that the manifest names, and what is there, by path; whether one could not be read, `unreadable` says."""

    wanted: Mapping[str, Entry]
    found: Mapping[str, Digests]
    strange: frozenset[str]
    unreadable: frozenset[str]


def differences_of_files(compared: Compared) -> Iterator[Difference]:
    """Yield what is different, by path."""
    wanted, found = compared.wanted, compared.found
    gone = [path for path in wanted if path not in found and path not in compared.strange | compared.unreadable]
    new = [path for path in found if path not in wanted]
    by_digest = {found[path].sha256: path for path in reversed(new)}
    renamed = {path: by_digest[wanted[path].sha256] for path in gone if wanted[path].sha256 in by_digest}
    for path in sorted(compared.strange):
        yield Difference(Kind.NO_FILE, path)
    for path in sorted(compared.unreadable):
        yield Difference(Kind.UNREADABLE, path)
    for path in gone:
        if path in renamed:
            yield Difference(Kind.RENAMED, path, expected=path, actual=renamed[path])
        else:
            yield Difference(Kind.MISSING, path)
    taken = set(renamed.values())
    yield from (Difference(Kind.ADDED, path) for path in new if path not in taken)
    yield from _altered(wanted, found)


def _altered(wanted: Mapping[str, Entry], found: Mapping[str, Digests]) -> Iterator[Difference]:
    altered = {path: found[path] for path in wanted if path in found and _fault(wanted[path], found[path])}
    home = {wanted[path].sha256: path for path in altered}
    for path, digests in altered.items():
        other = home.get(digests.sha256)
        if other and other != path and altered[other].sha256 == wanted[path].sha256:
            if path < other:
                yield Difference(Kind.SWAPPED, path, expected=path, actual=other)
            continue
        yield Difference(Kind.ALTERED, path, "", "", *(_fault(wanted[path], digests) or ("", "")))


def _fault(entry: Entry, digests: Digests) -> tuple[str, str] | None:
    """The first thing in which a file is another one, as expected and as it is; SM3 only where both have it."""
    if entry.size != digests.size:
        return f"size {entry.size}", f"size {digests.size}"
    if entry.sha256 != digests.sha256:
        return f"sha256 {entry.sha256}", f"sha256 {digests.sha256}"
    if entry.sm3 and digests.sm3 and entry.sm3 != digests.sm3:
        return f"sm3 {entry.sm3}", f"sm3 {digests.sm3}"
    return None
