"""A zip that is the same, byte for byte, whenever and wherever it is made from the same files with the same zlib."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.sealing import open_plain

_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the first that the format knows
_PLAIN_FILE: Final = 0o100644 << 16
_UNIX: Final = 3
_CHUNK: Final = 1 << 20


class Member(NamedTuple):
    """A file of the archive: its path there, and its bytes, or the file on disk that holds them."""

    path: str
    content: bytes | Path


def write_archive(target: Path, members: Iterable[Member]) -> None:
    """Write the archive in the order of `members`: aside, then put in place, so that `target` is the old file or the whole new one. Raises CannotGoOn."""
    with cannot(Text("写入", "write"), target):
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                _write(file, members)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _write(file: BinaryIO, members: Iterable[Member]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            head = zipfile.ZipInfo(member.path, _DAY)
            head.external_attr, head.create_system, head.compress_type = _PLAIN_FILE, _UNIX, zipfile.ZIP_DEFLATED
            if isinstance(member.content, bytes):
                archive.writestr(head, member.content)
                continue
            with open_plain(member.content) as source:
                head.file_size = os.fstat(source.fileno()).st_size
                with archive.open(head, "w") as inside:
                    shutil.copyfileobj(source, inside, _CHUNK)
