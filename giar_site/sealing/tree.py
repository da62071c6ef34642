"""The plain files of a folder, by path. What is no plain file there (a link, a pipe) is named, never followed."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from giar_site.sealing.digests import Digests, digests_of


class StrangeFile(NamedTuple):
    """Something at `path` that is neither a folder nor a plain file."""

    path: str


def files_below(folder: Path) -> Iterator[str | StrangeFile]:
    """The paths below `folder`, `/`-separated, in order of their code points. Raises OSError.

    A name that is no UTF-8 comes with surrogates, as Python decodes names; no site of giar's has one.
    """
    yield from sorted(_walk(str(folder), ""), key=lambda found: found if isinstance(found, str) else found.path)


def _walk(folder: str, inside: str) -> Iterator[str | StrangeFile]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, path + "/")
            elif entry.is_file(follow_symlinks=False):
                yield path
            else:
                yield StrangeFile(path)


def open_plain(path: Path) -> BinaryIO:
    """Open a plain file to read; never follows a link at its end and never waits for a pipe. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IsADirectoryError(0, "no plain file", str(path))
    return os.fdopen(descriptor, "rb")


def digests_at(path: Path) -> Digests:
    """The digests of the plain file at `path`. Raises OSError."""
    with open_plain(path) as file:
        return digests_of(file)
