"""One file: is it the same as the old one, and how a new one is written."""

# ruff: noqa: PTH101, PTH102, PTH123 - paths are bytes here: see paths.py

import os
import stat
from io import FileIO
from typing import BinaryIO

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_CHUNK = 1 << 20


def same_file(old: bytes, source: BinaryIO) -> bool:
    """Whether `old` is a plain file with our mode and the bytes of `source`; what cannot be read is not the same."""
    try:
        descriptor = os.open(old, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb", buffering=0) as file:
            found = os.fstat(descriptor)
            return (
                stat.S_ISREG(found.st_mode)
                and stat.S_IMODE(found.st_mode) == FILE_MODE
                and found.st_size == source.seek(0, os.SEEK_END)
                and _same_bytes(file, source)
            )
    except OSError:
        return False


def _same_bytes(file: FileIO, source: BinaryIO) -> bool:
    source.seek(0)
    while chunk := source.read(_CHUNK):
        if file.read(_CHUNK) != chunk:
            return False
    return True


def put(target: bytes, source: BinaryIO, twin: bytes | None) -> None:
    """Make `target`, which must not exist, by a link to its `twin` of the same bytes, else from `source`. Raises OSError."""
    if twin is not None:
        try:
            os.link(twin, target)
        except (FileExistsError, FileNotFoundError, NotADirectoryError):
            raise
        except OSError:
            pass  # some file systems have no hard links, or few
        else:
            return
    _write(target, source)


def _write(target: bytes, source: BinaryIO) -> None:
    # Raw descriptors, because a file object that is closed by the garbage collector swallows "disk full".
    source.seek(0)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FILE_MODE)
    try:
        while chunk := source.read(_CHUNK):
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        os.fchmod(descriptor, FILE_MODE)  # whatever the umask
    finally:
        os.close(descriptor)


def make_folder(path: bytes) -> None:
    """Make one folder, readable to all whatever the umask; one that is there already is fine. Raises OSError."""
    try:
        os.mkdir(path, FOLDER_MODE)
    except FileExistsError:
        return
    os.chmod(path, FOLDER_MODE)
