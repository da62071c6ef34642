"""What a folder holds: files to import, and those passed over, each with its reason – one of them may be a report that somebody will miss."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.importers.sandbox import READERS

_PICTURE = Text("是图片，读不出文字：请导入 Word 或 Excel 原件", "a picture holds no text: import the Word or Excel file it was made from")
_PACKED = Text("是压缩包：请解开，再导入里面的文件", "an archive: unpack it and import what is in it")
_SHEET = Text("不能读这种表格：请用 WPS 或 Excel 打开，另存为 .xlsx，再导入", "not read: open it, save it as .xlsx and import that")
_WORDS = Text("不能读这种文档：请用 WPS 或 Word 打开，另存为 .docx，再导入", "not read: open it, save it as .docx and import that")
_PRINTED = Text(
    "不能读这种版式文件：请导入 Word 原件，没有的，转成有文字的 PDF 再导入",
    "not read: import the Word file it was made from, or turn it into a PDF with text",
)
_ARCHIVED_PAGE = Text(
    "不能读这种网页：请用浏览器打开，另存为 .html，再导入", "not read: open it in a browser, save it as .html and import that"
)
_CANNOT_READ = {
    **dict.fromkeys((".wps", ".wpt", ".rtf", ".odt", ".dot", ".dotx", ".pages", ".uot", ".uof"), _WORDS),
    **dict.fromkeys((".et", ".ett", ".ods", ".csv", ".tsv", ".numbers", ".xlsb", ".xlt", ".xltx"), _SHEET),
    **dict.fromkeys((".ofd", ".ceb", ".cebx", ".xps", ".caj", ".ppt", ".pptx", ".dps"), _PRINTED),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic"), _PICTURE),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), _PACKED),
    **dict.fromkeys((".mht", ".mhtml", ".xhtml", ".shtml"), _ARCHIVED_PAGE),
}
_LINK = Text("是链接，没有跟过去：请导入它指向的文件", "a link, which was not followed: import the file it leads to")
_SPECIAL = Text("不是普通文件", "it is no regular file")
_OPEN = Text(
    "是办公软件打开文件时留下的标记，不是文档：如果那个文件还开着，请先保存、关闭，再导入",
    "the mark of a file that is open, and no document: if that is open still, save and close it before it is imported",
)
_PART = Text("是网页的附属文件", "a part of a saved page")
_OTHER = Text("不是可以导入的格式", "no format that can be imported")


class Skipped(NamedTuple):
    """A file passed over. `missed`: it may well hold a report, so that the import is not complete without it."""

    file: Path
    reason: Text
    missed: bool


class Holding(NamedTuple):
    """What was asked for: the files to import, and those that were passed over."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...]


def holding_of(paths: Sequence[Path]) -> Holding:
    """The files named, and those of readable formats in the folders named, sorted. Raises CannotGoOn where there is no document at all."""
    files: dict[Path, None] = {}
    skipped: dict[Path, Skipped] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for each in sorted(_within(path)):
            why = _why_skipped(each)
            if why:
                skipped[each] = why
            else:
                files[each] = None
    if not files and not any(each.missed for each in skipped.values()):
        kinds = "、".join(READERS)
        raise CannotGoOn(Text(f"这里没有可以导入的文件（{kinds}）。", f"nothing to import here ({kinds})."))
    return Holding(tuple(files), tuple(skipped.values()))


def _within(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and (path.is_symlink() or not path.is_dir()):
            yield path


def _why_skipped(path: Path) -> Skipped | None:
    """Why a file in a folder is not imported; None: it is."""
    suffix = path.suffix.lower()
    if path.name.startswith("~$"):
        return Skipped(path, _OPEN, missed=False)
    document = suffix in READERS or suffix in _CANNOT_READ
    if path.is_symlink():
        return Skipped(path, _LINK, missed=document or path.is_dir())
    if not path.is_file():
        return Skipped(path, _SPECIAL, missed=document)
    if suffix in READERS:
        return None
    if _belongs_to_page(path):
        return Skipped(path, _PART, missed=False)
    return Skipped(path, _CANNOT_READ.get(suffix, _OTHER), missed=document)


def _belongs_to_page(path: Path) -> bool:
    """Whether it lies in the folder that a browser or Word writes beside a page: 年报_files, 年报.files."""
    for folder in path.parents:
        for ending in ("_files", ".files", ".fld"):
            stem = folder.name.removesuffix(ending)
            if stem != folder.name and any((folder.parent / f"{stem}{suffix}").exists() for suffix in (".html", ".htm")):
                return True
    return False
