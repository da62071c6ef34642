"""Many files at once: which ones a folder holds, each imported by itself, and two that would be one report told apart by nobody but a person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.importers.sandbox import READERS
from giar_site.importing.one import Import
from giar_site.importing.untouched import is_untouched
from giar_site.importing.writing import standing


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those of readable formats in the folders named, sorted. Raises CannotGoOn where there is none."""
    files = [file for path in paths for file in (sorted(_within(path)) if path.is_dir() else [path])]
    if not files:
        kinds = "、".join(READERS)
        raise CannotGoOn(Text(f"这里没有可以导入的文件（{kinds}）。", f"nothing to import here ({kinds})."))
    return list(dict.fromkeys(files))


def _within(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)  # ~$: Word's mark of a file that is open
        if not hidden and path.suffix.lower() in READERS and path.is_file() and not path.is_symlink():
            yield path


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
