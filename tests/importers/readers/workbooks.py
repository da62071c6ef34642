"""Workbooks for tests, written by XlsxWriter, and the same with one part spoilt."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter
from xlsxwriter.workbook import Workbook as Book
from xlsxwriter.worksheet import Worksheet as Sheet

from giar_site.importers.document import Document, Grid, Paragraph
from giar_site.importers.readers import xlsx

__all__ = ["SHEET", "Book", "Sheet", "paragraphs", "read", "rows", "said", "spoilt", "workbook"]

SHEET = "xl/worksheets/sheet1.xml"
Fill = Callable[[Book, Sheet], None]


def workbook(fill: Fill, name: str = "表") -> bytes:
    """The bytes of a workbook of one sheet, which `fill(book, sheet)` writes."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        fill(book, book.add_worksheet(name))
    return target.getvalue()


def read(fill: Fill) -> Document:
    return xlsx.read(workbook(fill))


def rows(document: Document) -> list[list[list[tuple[str, int, int]]]]:
    """Of each grid each row's cells: text, rows, columns."""
    grids = (block for block in document.blocks if isinstance(block, Grid))
    return [[[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid.in_rows()] for grid in grids]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def said(document: Document) -> list[str]:
    return [notice.text.en for notice in document.notices]


def spoilt(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with `part` changed, or added where it has none of that name."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, change(source.read(name)) if name == part else source.read(name))
        if part not in source.namelist():
            made.writestr(part, change(b""))
    return target.getvalue()
