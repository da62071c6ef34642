"""Paths inside a site: which are allowed, and which two would be one file somewhere."""

# ruff: noqa: PTH118 - paths are bytes, which pathlib cannot take: names on disk are UTF-8 whatever the locale

import os
from collections.abc import Iterator
from typing import NoReturn
from unicodedata import normalize


class UnsafePath(ValueError):  # noqa: N818 - the name is the fault
    """A path that is not plain: relative, `/` between non-empty parts, no `.`, `..`, backslash or NUL."""


class PathClash(Exception):  # noqa: N818 - the name is the fault
    """Two pages claim one place: equal paths, or paths that differ only in case or Unicode form.

    `first` and `second` are paths; where a page stands in the way of a folder, the folder's ends with `/`.
    The latter are one file on macOS and Windows, so the site could not be copied or unpacked there.
    """

    def __init__(self, first: str, second: str) -> None:
        """Name the two, as they were given."""
        super().__init__(first, second)
        self.first = first
        self.second = second

    def __str__(self) -> str:
        """Say it in one line, for developers."""
        return f"two pages at one path: {self.first!r} and {self.second!r}"


def checked(path: str) -> bytes:
    """`path` as the bytes of its name on disk. Raises UnsafePath."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or "\\" in path or "\0" in path:
        raise UnsafePath(path)
    try:
        return path.encode()
    except UnicodeEncodeError as error:  # a lone surrogate
        raise UnsafePath(path) from error


def refuse_clashes(tree: bytes) -> None:
    """Look through the whole folder `tree`; raises PathClash, OSError.

    Looked up on the disk at the end, because pages may be written by several processes that know nothing of
    each other. Two folders of nearly one name are harmless as long as nothing inside them meets.
    """
    seen: dict[str, str] = {}
    for path in _walk(tree):
        key = normalize("NFC", normalize("NFC", path.rstrip("/")).casefold())
        other = seen.setdefault(key, path)
        if other != path and not (path.endswith("/") and other.endswith("/")):
            raise PathClash(*sorted([other, path]))


def _walk(tree: bytes) -> Iterator[str]:
    """Give the path of all there is in `tree`, always in the same order; a folder's ends with `/`."""
    for folder, folders, files in os.walk(tree, onerror=_raise):
        folders.sort()
        inside = folder[len(tree) :].lstrip(b"/")
        for name in [*(name + b"/" for name in folders), *sorted(files)]:
            yield os.path.join(inside, name).decode()


def _raise(error: OSError) -> NoReturn:
    raise error
