"""Is the built site what its sources make today? It is built once more, aside, and compared: no stamp can be out of date."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from giar_site.build import Built, build
from giar_site.causes import cannot
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.packing.sealed import entries_of
from giar_site.publish import is_site
from giar_site.sealing import Entry

_MOST_NAMED = 5


class Wanted(NamedTuple):
    """How to build: `jobs` processes, `partial` as in `giar build --partial`, the day `today` as YYYY-MM-DD."""

    jobs: int = 1
    partial: bool = False
    today: str = ""


def built_anew(site: Path, built: Path, wanted: Wanted) -> Built:
    """Build the site in `site` aside and compare it with the one in the folder `built`, which is not touched.

    Where the sources have errors, nothing is compared and the result says so. Raises CannotGoOn where `built` is no site, or another
    one than the sources make.
    """
    if not is_site(built):
        raise CannotGoOn(Text(f"{built} 还没有生成网站。请先运行 giar build。", f"{built} holds no built site; run giar build first."))
    with cannot(Text("在旁边试生成网站，位置", "build the site aside, in"), built.parent), _aside(built) as place:
        again = Path(place) / "site"
        if wanted.partial:
            _linked(built, again)  # what is withheld is carried over from there
        done = build(site, again, jobs=wanted.jobs, partial=wanted.partial, today=wanted.today)
        if done.published and (paths := _different(entries_of(built), entries_of(again))):
            raise CannotGoOn(_told(built, paths))
    return done


def _aside(built: Path) -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(dir=built.resolve().parent, prefix=f".{built.name}.giar-check-", ignore_cleanup_errors=True)


def _linked(built: Path, again: Path) -> None:
    """A copy by hard links, which costs no disk; real copies where the file system has none."""
    shutil.copytree(built, again, symlinks=True, copy_function=_link)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _different(one: Iterable[Entry], other: Iterable[Entry]) -> list[str]:
    first, second = ({each.path: each for each in entries} for entries in (one, other))
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


def _told(built: Path, paths: Sequence[str]) -> Text:
    some, more = "、".join(paths[:_MOST_NAMED]), len(paths) > _MOST_NAMED
    return Text(
        f"{built} 和现在的内容不一致（{len(paths)} 个文件：{some}{'等' if more else ''}）。"
        "可能是改过内容还没有重新生成，也可能是有人改动了生成的网页。请先运行 giar build，看过以后再来。",
        f"{built} is not what the sources make ({len(paths)} files: {', '.join(paths[:_MOST_NAMED])}{' and more' if more else ''}): "
        "they were changed after the build, or somebody altered the pages. Run giar build, look at it, and try again.",
    )
