"""The parts of a workbook that all its sheets share: which sheets there are, shared strings, number formats, borders."""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from giar_site.diagnostics import Text
from giar_site.importers.archive import Archive
from giar_site.importers.document import Refused
from giar_site.importers.readers.number_format import BUILT_IN, GENERAL
from giar_site.importers.readers.sheet_cells import Wording, children, is_struck, local, words_of
from giar_site.importers.readers.sheet_colours import is_coloured, is_white

MOST_SHEETS = 100
_MACRO_SHEETS: Final = {"xlMacrosheet", "xlIntlMacrosheet", "dialogsheet"}


class Relation(NamedTuple):
    """A part that another one refers to: its `kind` (the last word of the type), its name in the archive or an address outside."""

    kind: str
    target: str
    external: bool


class SheetEntry(NamedTuple):
    """A sheet of the workbook's list."""

    name: str
    part: str
    kind: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is needed to read any of its sheets. `formats`, `bordered`, `struck` and `white` go by the style number of a cell."""

    sheets: tuple[SheetEntry, ...]
    strings: tuple[Wording, ...]
    formats: tuple[str, ...]
    bordered: tuple[bool, ...]
    struck: tuple[bool, ...]
    white: tuple[bool, ...]
    since_1904: bool

    def format_of(self, style: int) -> str:
        """The number format of a style; General where a file names a style it does not have."""
        return self.formats[style] if style < len(self.formats) else GENERAL

    def has_border(self, style: int) -> bool:
        """Whether the cells of a style are drawn with a line."""
        return style < len(self.bordered) and self.bordered[style]

    def strikes(self, style: int) -> bool:
        """Whether the cells of a style are struck through."""
        return style < len(self.struck) and self.struck[style]

    def hides(self, style: int) -> bool:
        """Whether the cells of a style are printed white on white."""
        return style < len(self.white) and self.white[style]


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """What `part` refers to, by id; of the package itself for ""."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in archive.names:
        return {}
    found = {}
    for entry in children(archive.xml(source), "Relationship"):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        kind = entry.get("Type", "").rpartition("/")[2]
        found[entry.get("Id", "")] = Relation(kind, target if external else _resolved(folder, target), external)
    return found


def read_workbook(archive: Archive) -> Workbook:
    """Read what the sheets share. Raises Refused."""
    part = next((relation.target for relation in relations(archive, "").values() if relation.kind == "officeDocument"), "xl/workbook.xml")
    root = archive.xml(part)
    related = relations(archive, part)
    by_kind = {relation.kind: relation.target for relation in related.values() if not relation.external}
    styles = _styles(archive, by_kind.get("styles", ""))
    return Workbook(_sheets(root, related), _strings(archive, by_kind.get("sharedStrings", "")), *styles, _since_1904(root))


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _sheets(root: ET.Element, related: dict[str, Relation]) -> tuple[SheetEntry, ...]:
    entries = []
    for sheet in (sheet for group in children(root, "sheets") for sheet in children(group, "sheet")):
        number = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        relation = related.get(number)
        if relation is None or relation.external:
            raise Refused(Text("工作表目录有误，文件可能已损坏", "its list of sheets is wrong; it may be damaged"))
        if relation.kind in _MACRO_SHEETS:
            raise Refused(Text("含有宏工作表。请另存为 .xlsx 后再导入", "it holds a macro sheet; save it as .xlsx and import that"))
        entries.append(SheetEntry(sheet.get("name", ""), relation.target, relation.kind, sheet.get("state", "visible") != "visible"))
    if len(entries) > MOST_SHEETS:
        raise Refused(Text(f"工作表超过 {MOST_SHEETS} 张", f"it has more than {MOST_SHEETS} sheets"))
    return tuple(entries)


def _strings(archive: Archive, part: str) -> tuple[Wording, ...]:
    return tuple(words_of(item) for item in children(archive.xml(part), "si")) if part in archive.names else ()


def _styles(archive: Archive, part: str) -> tuple[tuple[str, ...], tuple[bool, ...], tuple[bool, ...], tuple[bool, ...]]:
    if part not in archive.names:
        return (), (), (), ()
    codes = {str(number): code for number, code in BUILT_IN.items()}
    borders: list[bool] = []
    struck: list[bool] = []
    white: list[bool] = []
    filled: list[bool] = []
    styles: list[ET.Element] = []
    for group in archive.xml(part):
        if local(group) == "numFmts":
            codes |= {entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in group}
        elif local(group) == "borders":
            borders = [any(side.get("style", "none") != "none" for side in border) for border in group]
        elif local(group) == "fonts":
            struck, white = [is_struck(font) for font in group], [is_white(font) for font in group]
        elif local(group) == "fills":
            filled = [is_coloured(fill) for fill in group]
        elif local(group) == "cellXfs":
            styles += group
    formats = tuple(codes.get(style.get("numFmtId", ""), GENERAL) for style in styles)
    bordered = tuple(_listed(borders, style.get("borderId", "0")) for style in styles)
    crossed = tuple(_listed(struck, style.get("fontId", "0")) for style in styles)
    unseen = tuple(_listed(white, style.get("fontId", "0")) and not _listed(filled, style.get("fillId", "0")) for style in styles)
    return formats, bordered, crossed, unseen


def _listed(known: Sequence[bool], number: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,6}", number)) and int(number) < len(known) and known[int(number)]


def _since_1904(root: ET.Element) -> bool:
    return any(entry.get("date1904") in {"1", "true"} for entry in children(root, "workbookPr"))
