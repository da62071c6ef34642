"""The sheets of figures, each a table of the form as printed."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from giar_site.export.draft import Draft
from giar_site.export.printed import Part, PrintedCell, PrintedTable
from giar_site.export.xlsx.figures import FIRST_ROW, Spot, Written, look_of, spots_of, sum_of, writing_of
from giar_site.export.xlsx.looks import Looks, lines_of
from giar_site.forms import Cell, Kind
from giar_site.width import width

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_WIDE = 12  # so many columns want the sheet on its side
_LINE = 15  # points
_LARGEST = 999_999_999_999  # what figures.yaml takes
_BETWEEN: dict[Kind, tuple[str, int]] = {Kind.COUNT: ("integer", 0), Kind.CHANGE: ("integer", -_LARGEST), Kind.MONEY: ("decimal", 0)}
_ASKED = {
    Kind.COUNT: ("整数", "请填 0 或正整数；只填数字，不写“件”；没有就填 0，不要留空。"),
    Kind.CHANGE: ("增减数", "请填整数：增加填正数，减少填负数（如 -14），没有变化填 0；只填数字，不写“增”“减”“件”。"),
    Kind.MONEY: ("金额", "请填 0 或正数，可以有小数；只填数字，不写“元”“万元”；没有就填 0。"),
}


class _Page(NamedTuple):
    """A sheet that is being written, the looks of its book, and where all figures stand."""

    sheet: "Worksheet"
    looks: Looks
    spots: Mapping[int, Spot]


def add_tables(book: "Workbook", looks: Looks, draft: Draft, tables: Sequence[PrintedTable]) -> None:
    """Add a sheet for each of `tables`."""
    writing = writing_of(draft)
    spots = spots_of(tables)
    for table in tables:
        sheet = book.add_worksheet(table.title)
        page = _Page(sheet, looks, spots)
        widths = _column_widths(table)
        for column, size in enumerate(widths):
            sheet.set_column(column, column, size)
        sheet.set_row(0, 30)
        sheet.merge_range(0, 0, 0, table.width - 1, table.title, looks["title"])
        for row, cells in enumerate(table.in_rows()):
            sheet.set_row(FIRST_ROW + row, _LINE * max((_lines(cell, widths) for cell in cells), default=1) + 5)
        for cell in table.cells:
            if cell.part is Part.FIGURE:
                _write_figure(page, draft.form.cells[cell.at], cell, writing[cell.at])
            else:
                _put(sheet, cell, cell.text, looks[cell.part.value])
        _mark_what_fails(page, draft, table)
        _set_up(sheet, table)


def _put(sheet: "Worksheet", cell: PrintedCell, text: str, look: Any) -> None:  # noqa: ANN401 - a format of an extra
    """Write a text over the cell's spans, as a text whatever it begins with."""
    row = FIRST_ROW + cell.row
    if cell.rows * cell.columns > 1:
        sheet.merge_range(row, cell.column, row + cell.rows - 1, cell.column + cell.columns - 1, "", look)
    if text:
        sheet.write_string(row, cell.column, text, look)
    else:
        sheet.write_blank(row, cell.column, None, look)


def _write_figure(page: _Page, cell: Cell, place: PrintedCell, written: Written) -> None:
    sheet, looks, spots = page
    look = looks[look_of(cell, written)]
    row, column = FIRST_ROW + place.row, place.column
    _put(sheet, place, written.text, look)
    if written.parts:
        formula = "=" + sum_of([spots[part] for part in written.parts], spots[cell.index].sheet)
        sheet.write_formula(row, column, formula, look, int(written.number or 0))
        return
    if written.number is not None:
        sheet.write_number(row, column, float(written.number), look)
    kind, least = _BETWEEN[cell.kind]
    title, message = _ASKED[cell.kind]
    sheet.data_validation(
        row,
        column,
        row,
        column,
        {
            "validate": kind,
            "criteria": "between",
            "minimum": least,
            "maximum": _LARGEST,
            "input_title": title,
            "input_message": message,
            "error_type": "stop",  # a warning could be clicked away
            "error_title": "不能这样填",
            "error_message": message,
        },
    )


def _mark_what_fails(page: _Page, draft: Draft, table: PrintedTable) -> None:
    """Colour the right side of each equation of the table as soon as it does not hold."""
    sheet, looks, spots = page
    for equation in draft.form.equations:
        left, right = ([spots[at] for at in side] for side in (equation.left, equation.right))
        if right[0].sheet == table.title:
            criteria = f"={sum_of(left, table.title)}<>{sum_of(right, table.title)}"
            for spot in right:
                rule = {"type": "formula", "criteria": criteria, "format": looks["unbalanced"]}
                sheet.conditional_format(spot.row, spot.column, spot.row, spot.column, rule)


def _set_up(sheet: "Worksheet", table: PrintedTable) -> None:
    """Protect the labels, keep the heads in sight, print on A4."""
    sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})
    sheet.freeze_panes(FIRST_ROW + table.head_rows, table.label_columns)
    sheet.set_paper(_A4)
    if table.width > _WIDE:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.7, 0.7, 0.8, 0.8)
    sheet.center_horizontally()
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.repeat_rows(0, FIRST_ROW + table.head_rows - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{FIRST_ROW + table.height}"})


def _column_widths(table: PrintedTable) -> list[float]:
    """In characters: a column of labels takes half its longest label, the figures share a page between them."""
    figures = max(7.5, min(20.0, 72 / (table.width - table.label_columns)))
    labels = []
    for column in range(table.label_columns):
        longest = max((width(cell.text) for cell in table.cells if cell.column == column and cell.columns == 1), default=0)
        labels.append(max(12.0, min(34.0, longest / 2 + 3)))
    return [*labels, *[figures] * (table.width - table.label_columns)]


def _lines(cell: PrintedCell, widths: Sequence[float]) -> int:
    """The lines of the cell's text that its first row has to hold."""
    return ceil(lines_of(cell.text, sum(widths[cell.column : cell.column + cell.columns])) / cell.rows)
