"""Compressed copies beside the files that servers send compressed, the same bytes every time."""

import gzip
from typing import Final

ENDINGS: Final = (".html", ".css", ".js", ".json", ".csv", ".xml", ".svg", ".txt")
_LEAST: Final = 256  # bytes; below, the copy is hardly smaller


def is_worth_it(path: str, size: int) -> bool:
    """Whether a server would send that file compressed."""
    return path.endswith(ENDINGS) and size >= _LEAST


def compressed(data: bytes) -> bytes:
    """`data` as .gz without a time or a name in it."""
    return gzip.compress(data, compresslevel=9, mtime=0)
