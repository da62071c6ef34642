"""Finished bytes → a file. What is there is never overwritten unasked, and never left half written."""

import os
from pathlib import Path
from typing import NamedTuple

from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text


class Target(NamedTuple):
    """Where to write (None: the usual place), and whether what is there may be overwritten."""

    path: Path | None = None
    force: bool = False


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write `data` to `path`. Raises CannotGoOn when something is there already and not `force`, or when it cannot be written."""
    if not force and os.path.lexists(path):
        raise CannotGoOn(
            Text(
                f"{path} 已经有了，没有改动它；要覆盖请加 --force。", f"{path} is already there and was left alone; --force overwrites it."
            )
        )
    with cannot(Text("写入", "write"), path):
        if force:
            aside = path.with_name(f".{path.name}.{os.getpid()}")
            _write(aside, data)
            try:
                aside.replace(path)
            except OSError:
                aside.unlink()
                raise
        else:
            _write(path, data)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:  # fails where somebody else was quicker
        try:
            file.write(data)
        except OSError:
            path.unlink(missing_ok=True)
            raise
