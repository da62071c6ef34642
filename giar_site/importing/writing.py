"""The files of an imported report → content/. What stands there is never lost: it is refused, or kept aside first."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from giar_site.causes import cannot
from giar_site.diagnostics import Text
from giar_site.importing.one import Import
from giar_site.importing.untouched import is_nameless

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
    agency = [(site / name, text) for name, text in done.files if name.endswith("agency.yaml") and _may_write(site / name)]
    files = [(site / name, text) for name, text in done.files if not name.endswith("agency.yaml")]
    for path, text in agency:
        with cannot(Text("写入", "write"), path):
            _replace([(path, text)])
    folder = site / target.folder
    with cannot(Text("写入", "write"), folder):
        if folder.exists():
            _replace(files)
        else:
            _make(folder, files)
    return aside


def _may_write(agency: Path) -> bool:
    return not agency.exists() or is_nameless(agency)


def _make(folder: Path, files: Sequence[tuple[Path, str]]) -> None:
    """A folder that is there with all its files or not at all."""
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as made:
        beside = Path(made) / folder.name
        beside.mkdir()
        for path, text in files:
            _write(beside / path.name, text)
        beside.rename(folder)


def _replace(files: Sequence[tuple[Path, str]]) -> None:
    """Each file whole or not at all, and none before all can be written; the last one is figures.yaml: without it a report is none."""
    beside = [(path.with_name(f".{path.name}.new"), path, text) for path, text in files]
    for new, _, text in beside:
        new.parent.mkdir(parents=True, exist_ok=True)
        _write(new, text)
    for new, path, _ in sorted(beside, key=lambda each: each[1].name == "figures.yaml"):
        new.replace(path)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _free(folder: Path, name: str) -> Path:
    numbers: Iterable[int] = range(1, 10_000)
    return next(folder / f"{name}-{number}" for number in numbers if not (folder / f"{name}-{number}").exists())
