"""Workbooks (.xlsx) of Excel, WPS and LibreOffice → the tables and lines of their sheets.

An own reader of the four parts that matter, because no library gives what is needed: one (openpyxl) makes an object of every cell that a merged
range claims to cover (50 s and 1.4 GB for 5 million) and must read a file twice to tell formulas from values; the other (calamine) knows
no formulas, hidden rows, comments or number formats.
"""

import re
from collections.abc import Collection
from itertools import count
from typing import Final

from giar_site.diagnostics import Text
from giar_site.importers.archive import Archive, open_archive
from giar_site.importers.document import Block, Document, Notice, Refused, Spot
from giar_site.importers.first_bytes import refuse_unless_zip
from giar_site.importers.own_workbook import DAY, PARTICULARS, PROSE, is_own
from giar_site.importers.readers.sheet_blocks import Page
from giar_site.importers.readers.sheet_cells import Range, Sheet, column_name, local, read_sheet
from giar_site.importers.readers.sheet_extras import read_extras
from giar_site.importers.readers.sheet_values import Told, Value, value_of
from giar_site.importers.readers.workbook import SheetEntry, Workbook, read_workbook, relations

MOST_TEXTS: Final = 100_000  # cells that say something, in the whole file
_PAGE_NUMBER: Final = re.compile(r"(?:&[LCR]|&[PN]|&\d+|&\"[^\"]*\"|[第页共,，/\s\-–—])*")  # a margin that says nothing else
_PROPERTIES: Final = {"title", "subject", "creator", "keywords", "description", "created", "modified"}


def read(data: bytes) -> Document:
    """Read the bytes of a workbook. Hidden sheets, rows and columns are taken, with a notice. Raises Refused."""
    refuse_unless_zip(data, ".xlsx")
    archive = open_archive(data)
    _refuse_macros(archive)
    workbook = read_workbook(archive)
    notices = _package_notices(archive)
    told = Told(notices, [])
    blocks: list[Block] = []
    tables = count(1)
    texts = 0
    own = is_own({entry.name for entry in workbook.sheets})
    for entry in workbook.sheets:
        if entry.kind != "worksheet":
            notices.append(
                Notice(
                    Text(f"工作表“{entry.name}”只有图表，未导入", f"sheet {entry.name} is a chart and is not imported"),
                    Spot(sheet=entry.name),
                )
            )
            continue
        sheet = read_sheet(archive.xml(entry.part))
        page = _page(sheet, entry, workbook, told)
        texts += len(page.values)
        if texts > MOST_TEXTS:
            raise Refused(Text(f"有内容的单元格超过 {MOST_TEXTS} 个", f"it has more than {MOST_TEXTS} cells that say something"))
        blocks += page.whole_texts(tables) if own and entry.name == PROSE else page.blocks(tables)
        extras = read_extras(archive, entry)
        blocks += extras.paragraphs
        notices += extras.notices
    return Document("xlsx", tuple(blocks), _properties(archive), tuple(notices), tuple(told.doubts))


def _page(sheet: Sheet, entry: SheetEntry, workbook: Workbook, told: Told) -> Page:
    spot, notices = Spot(sheet=entry.name), told.notices
    values: dict[tuple[int, int], Value] = {}
    for cell in sheet.cells:
        if (cell.row, cell.column) in values:
            raise Refused(Text(f"工作表“{entry.name}”中同一单元格出现两次", f"sheet {entry.name} holds a cell twice"))
        of_cell = Told([], told.doubts)
        value = values[cell.row, cell.column] = value_of(cell, workbook, entry.name, of_cell)
        beside = values.get((cell.row, cell.column - 1))
        if not (value.date and entry.name == PARTICULARS and beside and beside.text == DAY):  # where a day is asked for, one is no surprise
            notices += of_cell.notices
    said = {place: value for place, value in values.items() if value.text.strip()}
    unstored = {place: value for place, value in values.items() if value.unstored}
    if unstored:
        notices.append(_unstored(unstored, spot))
    if entry.hidden and said:
        notices.append(
            Notice(Text(f"工作表“{entry.name}”是隐藏的，其内容也已导入", f"sheet {entry.name} is hidden; its content is taken, too"), spot)
        )
    notices += _hidden(sheet, entry.name, said)
    notices += [
        Notice(Text(f"页眉或页脚未导入：{text}", f"a header or footer is not imported: {text}"), spot)
        for text in sheet.margins
        if not _PAGE_NUMBER.fullmatch(text)
    ]
    merges = _apart(sheet.merges, said, entry.name, notices)
    bordered = {(cell.row, cell.column) for cell in sheet.cells if workbook.has_border(cell.style)}
    formulas = frozenset((cell.row, cell.column) for cell in sheet.cells if cell.formula)
    return Page(entry.name, said | unstored, merges, bordered, formulas)


def _unstored(places: Collection[tuple[int, int]], spot: Spot) -> Notice:
    listed = [f"{column_name(column)}{row}" for row, column in sorted(places)]
    some = "、".join(listed[:5]) + ("等" if len(listed) > 5 else "")
    return Notice(
        Text(
            f"有 {len(listed)} 个公式（{some}）没有保存算出的值。合计由 giar 重算；别的公式按空白导入，用 Excel 或 WPS 打开并保存一次即可带上",
            f"{len(listed)} formulas ({', '.join(listed[:5])}{' …' if len(listed) > 5 else ''}) have no stored value; totals are worked out anew, "
            "others are taken as blank: opening and saving the file in Excel or WPS stores them",
        ),
        spot,
    )


def _apart(merges: list[Range], said: dict[tuple[int, int], Value], sheet: str, notices: list[Notice]) -> dict[tuple[int, int], Range]:
    """The ranges whose first cell says something; what other cells below them say is not shown by any program, and is reported."""
    found: dict[tuple[int, int], Range] = {}
    for merge in merges:
        if any(_touch(merge, other) for other in found.values()):
            notices.append(
                Notice(
                    Text("有合并单元格互相重叠，后一处未采用", "merged ranges overlap; the later one is not taken"),
                    Spot(sheet, row=merge.top, column=merge.left),
                )
            )
            continue
        covered = [place for place in said if _within(place, merge) and place != (merge.top, merge.left)]
        for row, column in covered:
            text = said.pop((row, column)).text
            notices.append(
                Notice(
                    Text(
                        f"{column_name(column)}{row} 被合并单元格盖住，其内容“{text}”未导入",
                        f"{column_name(column)}{row} lies under a merged cell; its text {text!r} is not imported",
                    ),
                    Spot(sheet, row=row, column=column),
                )
            )
        found[merge.top, merge.left] = merge
    return found


def _within(place: tuple[int, int], merge: Range) -> bool:
    return merge.top <= place[0] <= merge.bottom and merge.left <= place[1] <= merge.right


def _touch(one: Range, other: Range) -> bool:
    return one.top <= other.bottom and other.top <= one.bottom and one.left <= other.right and other.left <= one.right


def _hidden(sheet: Sheet, name: str, said: dict[tuple[int, int], Value]) -> list[Notice]:
    rows = sorted({row for row, _ in said} & sheet.hidden_rows)
    columns = sorted({column for _, column in said if any(first <= column <= last for first, last in sheet.hidden_columns)})
    notices = []
    if rows:
        listed = "、".join(map(str, rows[:20]))
        notices.append(
            Notice(
                Text(f"第 {listed} 行是隐藏的，其内容也已导入", f"hidden rows are taken, too: {listed.replace('、', ', ')}"),
                Spot(sheet=name, row=rows[0]),
            )
        )
    if columns:
        listed = "、".join(map(column_name, columns[:20]))
        notices.append(
            Notice(
                Text(f"第 {listed} 列是隐藏的，其内容也已导入", f"hidden columns are taken, too: {listed.replace('、', ', ')}"),
                Spot(sheet=name, column=columns[0]),
            )
        )
    return notices


def _refuse_macros(archive: Archive) -> None:
    names = {name.lower() for name in archive.names}
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise Refused(Text("含有宏（.xlsm）。请另存为 .xlsx 后再导入", "it holds macros (.xlsm); save it as .xlsx and import that"))
    if "xl/workbook.bin" in names:
        raise Refused(
            Text("是二进制工作簿（.xlsb）。请另存为 .xlsx 后再导入", "it is a binary workbook (.xlsb); save it as .xlsx and import that")
        )
    if "word/document.xml" in names or "content.xml" in names:
        raise Refused(
            Text(
                "不是 .xlsx，而是别的办公文件；请按其真实格式改扩展名",
                "it is no .xlsx but another office file; give it the ending of its real format",
            )
        )


def _package_notices(archive: Archive) -> list[Notice]:
    """What the workbook as a whole holds beside its sheets. Nothing of it is fetched or run."""
    said = {
        "xl/externalLinks/externalLink": Text(
            "引用了其他文件，giar 不会去读取；相关单元格取文件中保存的值",
            "it refers to other files, which giar never reads; cells have their stored values",
        ),
        "xl/connections.xml": Text("带有数据连接，未使用", "it has data connections, which are not used"),
        "xl/embeddings/": Text("嵌有其他文件（OLE 对象），未导入", "other files are embedded in it and are not imported"),
        "xl/activeX/": Text("带有 ActiveX 控件，未导入", "it has ActiveX controls, which are not imported"),
        "xl/pivotTables/": Text("带有数据透视表，按其显示的值导入", "it has pivot tables, taken by the values they show"),
    }
    return [Notice(text) for start, text in said.items() if any(name.startswith(start) for name in archive.names)]


def _properties(archive: Archive) -> dict[str, str]:
    part = next((relation.target for relation in relations(archive, "").values() if relation.kind == "core-properties"), "")
    if part not in archive.names:
        return {}
    return {local(entry): text for entry in archive.xml(part) if local(entry) in _PROPERTIES and (text := (entry.text or "").strip())}
