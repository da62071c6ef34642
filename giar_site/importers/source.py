"""A source file, read once: its bytes for the reader, its SHA-256 for the record of where figures came from."""

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from giar_site.causes import cause
from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

LARGEST_FILE = 20 << 20  # bytes
_SAFE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Source(NamedTuple):
    """`sha256`: of `data`, in hexadecimal digits."""

    path: Path
    data: bytes
    sha256: str


def open_source(path: Path) -> Source:
    """Read the regular file at `path`, at most 20 MiB. Raises Refused for a link, pipe, device or folder, without waiting for any of them."""
    try:
        descriptor = os.open(path, _SAFE)
    except OSError as error:
        raise Refused(_why_not(error)) from None
    try:
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused(Text("不是普通文件", "it is no regular file"))
            data = file.read(LARGEST_FILE + 1)  # fstat's size may have grown since
    except OSError as error:
        raise Refused(_why_not(error)) from None
    if len(data) > LARGEST_FILE:
        raise Refused(
            Text(f"超过 {LARGEST_FILE >> 20} MiB，年度报告不会这样大", f"it is larger than {LARGEST_FILE >> 20} MiB; no annual report is")
        )
    return Source(path, data, hashlib.sha256(data).hexdigest())


def _why_not(error: OSError) -> Text:
    if error.errno == errno.ENOENT:
        return Text("文件不存在", "there is no such file")
    if error.errno == errno.ELOOP:
        return Text("是符号链接，请给出文件本身", "it is a symbolic link; name the file itself")
    why = cause(error)
    return Text(f"不能读取：{why.zh}", f"it cannot be read: {why.en}")
