"""The sheets 基本信息 (label, value) and 正文 (one column: the six titles, and below each its paragraphs, one a cell)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_site.diagnostics import CannotGoOn, Text
from giar_site.export.draft import CONTACT_LABELS, Draft
from giar_site.export.narrative import sources_of
from giar_site.export.xlsx.looks import Looks, height_of
from giar_site.importers.own_workbook import PARTICULARS, PROSE

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WIDTH = 80  # of the prose, in characters
_ROOM = 8  # empty rows below each title of a template
_SPARE = 3  # attachments a template has lines for
_LONGEST = 32_767  # characters a cell can hold


def add_particulars(book: "Workbook", looks: Looks, draft: Draft) -> None:
    """Add the sheet 基本信息."""
    sheet = book.add_worksheet(PARTICULARS)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 70)
    for row, (label, value) in enumerate(particulars_of(draft)):
        _hold(value, PARTICULARS)
        sheet.write_string(row, 0, label, looks["label"])
        if value:
            sheet.set_row(row, height_of(value, 70))
            sheet.write_string(row, 1, value, looks["value"])
        else:
            sheet.write_blank(row, 1, None, looks["value"])
    sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:B400"})


def particulars_of(draft: Draft) -> Iterator[tuple[str, str]]:
    """Label and value of each line; an attachment has three."""
    meta = draft.metadata
    yield "机关名称", draft.name
    yield "机关代号", draft.slug
    yield "年度", str(draft.year)
    yield "标题", meta.title
    yield "公布日期", meta.published
    yield "文号", meta.document_number
    yield "索引号", meta.index_number
    yield "来源", meta.source
    yield from zip(CONTACT_LABELS, meta.contact, strict=True)
    attachments = draft.attachments() or (() if draft.figures else (("", "", ""),) * _SPARE)
    for number, (title, file, note) in enumerate(attachments, 1):
        yield f"附件{number}", title
        yield f"附件{number}文件名", file
        yield f"附件{number}说明", note


def add_prose(book: "Workbook", looks: Looks, draft: Draft) -> None:
    """Add the sheet 正文. It is not protected: paragraphs may need more rows than there are."""
    sheet = book.add_worksheet(PROSE)
    sheet.set_column(0, 0, _WIDTH, looks["prose"])
    room = [""] * (0 if draft.figures else _ROOM)
    row = 0
    for passage in (draft.preamble, *draft.passages()):
        if passage.key:
            sheet.write_string(row, 0, passage.heading, looks["section"])
            row += 1
        for text in (*sources_of(passage.source), *room):
            _hold(text, PROSE)
            if text:
                sheet.set_row(row, height_of(text, _WIDTH * 0.85, 17))  # larger letters than the width is counted in
                sheet.write_string(row, 0, text, looks["prose"])
            row += 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _hold(text: str, sheet: str) -> None:
    if len(text) > _LONGEST:
        raise CannotGoOn(
            Text(
                f"“{sheet}”里有一段超过 {_LONGEST} 字，Excel 的一个单元格放不下（开头是“{text[:20]}”）。请分段，或导出为 docx、txt。",
                f"a paragraph of {sheet} is longer than the {_LONGEST} characters a cell of Excel holds (it begins “{text[:20]}”); "
                "split it, or export docx or txt.",
            )
        )
