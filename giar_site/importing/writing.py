"""The files of an imported report → content/. What stands there is never lost: it is refused, or kept aside first."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.importing.one import Import

if TYPE_CHECKING:
    from collections.abc import Iterable

ASIDE = "replaced"


def standing(site: Path, done: Import) -> list[str]:
    """The files of the report that are there already, relative to `site`."""
    return [name for name, _ in done.files if (site / name).exists() and not name.endswith("agency.yaml")]


def write(site: Path, done: Import) -> list[str]:
    """Write the files of `done` under `site`; what they replace is kept in a folder of its own. The names of the files kept aside."""
    target = done.target
    if target is None:
        return []
    old = standing(site, done)
    aside: list[str] = []
    if old:
        place = _free(site / ASIDE, f"{target.agency}-{target.year}")
        for name in old:
            kept = place / Path(name).name
            with cannot(Text("写入", "write"), kept):
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes((site / name).read_bytes())
            aside.append(kept.relative_to(site).as_posix())
    for name, text in done.files:
        path = site / name
        if name.endswith("agency.yaml") and path.exists():
            continue
        with cannot(Text("写入", "write"), path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, text)
    return aside


def _replace(path: Path, text: str) -> None:
    """Write whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _free(folder: Path, name: str) -> Path:
    numbers: Iterable[int] = range(1, 10_000)
    return next(folder / f"{name}-{number}" for number in numbers if not (folder / f"{name}-{number}").exists())
