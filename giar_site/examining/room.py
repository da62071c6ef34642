"""Whether a whole new site fits on the disk beside the old one."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from giar_site.diagnostics import Text
from giar_site.examining.examined import Examined, State, environment

_SPARE: Final = 64 << 20  # bytes that a build needs beside the pages


def space(free: int, names: int | None, built: tuple[int, int]) -> Examined:
    """Whether a whole new site fits beside the built one: `free` bytes and `names` (None: without limit); `built`: its files and bytes."""
    files, size = built
    shown = Text(f"磁盘剩余 {free >> 20:,} MB", f"{free >> 20:,} MB are free on the disk")
    short = free < size + _SPARE or (names is not None and names < files)
    if short or free < 3 * (size + _SPARE):
        state = State.FAULT if short else State.ADVICE
        why = Text(
            f"生成一次最多要 {(size + _SPARE) >> 20:,} MB、{files:,} 个文件",
            f"a build takes up to {(size + _SPARE) >> 20:,} MB and {files:,} files",
        )
        mend = Text("请清理磁盘，或把网站文件夹移到大一些的磁盘上。", "make room, or move the site's folder to a larger disk.")
        return environment("space", state, Text(f"{shown.zh}；{why.zh}。", f"{shown.en}; {why.en}."), mend)
    return environment("space", State.OK, Text(f"{shown.zh}。", f"{shown.en}."))


def room_at(folder: Path) -> tuple[int, int | None]:
    """Free bytes and free names of the disk of `folder`. Raises OSError."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize, found.f_favail if found.f_files else None


def size_of(folder: Path) -> tuple[int, int]:
    """How many files stand below `folder`, and their bytes."""
    sizes = []
    for place, _, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                sizes.append((Path(place) / name).lstat().st_size)
    return len(sizes), sum(sizes)
