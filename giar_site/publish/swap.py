"""Two folders change places, and the disk knows it: the one moment in which a site becomes the other."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}  # this kernel or file system cannot do it

_libc = ctypes.CDLL(None, use_errno=True)


def sync(folder: Path) -> None:
    """Bring everything on the file system of `folder` to the disk, in one call. Raises OSError.

    One syncfs costs a third of an fsync for every file. Without it, a power cut after the exchange leaves
    pages of zero length (seen on ext4), since names reach the disk before contents.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if hasattr(_libc, "syncfs") and _libc.syncfs(descriptor) == 0:
            return
        if hasattr(_libc, "syncfs") and (number := ctypes.get_errno()) not in _NOT_HERE:
            raise OSError(number, os.strerror(number))
        os.sync()
    finally:
        os.close(descriptor)


def sync_names(folder: Path) -> None:
    """Bring the names in `folder` to the disk. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_HERE:  # some network file systems cannot sync a folder
            raise
    finally:
        os.close(descriptor)


def exchange(stage: Path, out: Path) -> None:
    """Let two folders change places; where only one exists it takes the other's name. Doing it again undoes it.

    Raises OSError. One step for everybody who looks, where the file system can; else three renames, and
    `recover` mends what a kill between them leaves.
    """
    if not out.exists():
        stage.rename(out)
    elif not stage.exists():
        out.rename(stage)
    elif not exchange_at_once(stage, out):
        _exchange_by_renames(stage, out)


def exchange_at_once(stage: Path, out: Path) -> bool:
    """Whether the exchange was done; False where kernel, C library or file system do not know it."""
    if not hasattr(_libc, "renameat2"):
        return False
    names = os.fsencode(stage), os.fsencode(out)
    if _libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number))


def _exchange_by_renames(stage: Path, out: Path) -> None:
    aside = _aside(out)
    undo: list[tuple[Path, Path]] = []
    try:
        for here, there in ((out, aside), (stage, out), (aside, stage)):
            here.rename(there)
            undo.insert(0, (there, here))
    except OSError:
        for here, there in undo:
            here.rename(there)
        raise


def recover(out: Path) -> None:
    """Finish what an `exchange` killed between its renames left: the site back in place, or its remains removed."""
    aside = _aside(out)
    if not aside.exists():
        return
    if out.exists() and any(out.iterdir()):
        shutil.rmtree(aside)
    else:
        aside.rename(out)


def _aside(out: Path) -> Path:
    return out.with_name(f".{out.name}.giar-old")
