"""Many files at once: each is imported by itself, and two that would be one report are told apart by nobody but a person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from giar_site.diagnostics import Text
from giar_site.importing.one import Import
from giar_site.importing.untouched import is_untouched
from giar_site.importing.writing import standing


def settled(imports: Sequence[Import], site: Path, *, force: bool) -> list[Import]:
    """`imports` with those refused that would write over something: another file of the batch, or, unless `force`, a report that is there and more than started."""
    meant = Counter(each.target.folder for each in imports if each.target)
    return [_judged(each, meant, imports, site, force=force) for each in imports]


def _judged(done: Import, meant: "Counter[str]", imports: Sequence[Import], site: Path, *, force: bool) -> Import:
    target = done.target
    if target is None:
        return done
    if meant[target.folder] > 1:
        others = "、".join(
            Path(each.file).name for each in imports if each is not done and each.target and each.target.folder == target.folder
        )
        zh = f"和 {others} 是同一份报告（{target.name} {target.year} 年度）：请确定用哪一个，单独导入它"
        en = f"{others} is the same report ({target.name}, {target.year}): decide which one it is and import that alone"
        return replace(done, refused=Text(zh, en), files=())
    old = standing(site, done)
    if old and is_untouched(site, target.agency, target.year, old):
        return replace(done, scaffold=True)
    if old and not force:
        zh = f"{target.folder} 已经有了，没有改动它；要替换请加 --force（旧文件会留底）"
        en = f"{target.folder} is already there and was left alone; to replace it add --force (the old files are kept aside)"
        return replace(done, refused=Text(zh, en), files=())
    return done
