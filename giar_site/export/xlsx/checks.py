"""The sheet 核对: every equation of the form, both sides, and whether they agree."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from giar_site.export.draft import Draft
from giar_site.export.printed import PrintedTable
from giar_site.export.xlsx.figures import references, spots_of, sum_of, writing_of
from giar_site.export.xlsx.looks import Looks, height_of
from giar_site.forms import Cell, Equation, Form
from giar_site.importers.own_workbook import CHECKS

if TYPE_CHECKING:
    from xlsxwriter import Workbook

HOLDS, FAILS, UNKNOWN = "平", "不平", "有空白或文字"
_TITLE = "勾稽关系核对（自动计算，不用填写）"
_HEADS = ("应当相等的数", "左边", "右边", "结果")
_WIDTH = 70  # of the labels, in characters
_FIRST = 2  # row of the first equation, from 0


def add_checks(book: "Workbook", looks: Looks, draft: Draft, tables: Sequence[PrintedTable]) -> None:
    """Add the sheet; each line is worked out anew while the tables are filled in."""
    sheet = book.add_worksheet(CHECKS)
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_column(1, 3, 14)
    sheet.merge_range(0, 0, 0, 3, _TITLE, looks["title"])
    for column, head in enumerate(_HEADS):
        sheet.write_string(_FIRST - 1, column, head, looks["caption"])
    spots = spots_of(tables)
    numbers = [each.number for each in writing_of(draft)]
    for row, equation in enumerate(draft.form.equations, _FIRST):
        left, right = ([spots[at] for at in side] for side in (equation.left, equation.right))
        values = [sum((numbers[at] or Decimal(0) for at in side), Decimal(0)) for side in (equation.left, equation.right)]
        known = all(numbers[at] is not None for at in (*equation.left, *equation.right))
        cells = references([*left, *right], CHECKS)
        verdict = (HOLDS if values[0] == values[1] else FAILS) if known else UNKNOWN
        label = equation_label(draft.form, equation)
        sheet.set_row(row, height_of(label, _WIDTH))
        sheet.write_string(row, 0, label, looks["row_head"])
        sheet.write_formula(row, 1, "=" + sum_of(left, CHECKS), looks["column_head"], float(values[0]))
        sheet.write_formula(row, 2, "=" + sum_of(right, CHECKS), looks["column_head"], float(values[1]))
        formula = f'=IF(COUNT({cells})<{len(left) + len(right)},"{UNKNOWN}",IF(B{row + 1}=C{row + 1},"{HOLDS}","{FAILS}"))'
        sheet.write_formula(row, 3, formula, looks["column_head"], verdict)
    last = _FIRST + len(draft.form.equations) - 1
    for word, look in ((HOLDS, "balanced"), (FAILS, "unbalanced"), (UNKNOWN, "unbalanced")):
        sheet.conditional_format(_FIRST, 3, last, 3, {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks[look]})
    sheet.freeze_panes(_FIRST, 0)
    sheet.protect("", {"format_columns": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def words_of_checks(form: Form) -> Iterator[str]:
    """All that the sheet may say but for its sums, so that whoever reads a workbook back tells a clerk's note from it."""
    yield from (_TITLE, *_HEADS, HOLDS, FAILS, UNKNOWN)
    yield from (equation_label(form, equation) for equation in form.equations)


def verdict_formula() -> str:
    """A formula that says in a sentence how all equations come out."""
    column = f"'{CHECKS}'!D:D"
    fails, unknown = f'COUNTIF({column},"{FAILS}")', f'COUNTIF({column},"{UNKNOWN}")'
    return f'=IF({fails}+{unknown}=0,"勾稽关系：全部相平。","勾稽关系：不平 "&{fails}&" 处，有空白或文字不能判断 "&{unknown}&" 处，见“{CHECKS}”表。")'


def verdict(draft: Draft) -> str:
    """What that formula gives for `draft`."""
    numbers = [each.number for each in writing_of(draft)]
    fails = unknown = 0
    for equation in draft.form.equations:
        sides = [[numbers[at] for at in side] for side in (equation.left, equation.right)]
        if any(number is None for side in sides for number in side):
            unknown += 1
        elif sum(filter(None, sides[0])) != sum(filter(None, sides[1])):
            fails += 1
    return verdict_of(fails, unknown)


def verdict_of(fails: int, unknown: int) -> str:
    """The sentence on so many equations that fail, and that cannot be judged."""
    if not fails + unknown:
        return "勾稽关系：全部相平。"
    return f"勾稽关系：不平 {fails} 处，有空白或文字不能判断 {unknown} 处，见“{CHECKS}”表。"


def equation_label(form: Form, equation: Equation) -> str:
    """An equation in the form's own words: a total is its parts, else the rows of both sides, and their column."""
    if equation.total is not None:
        return f"{_name(form.cells[equation.total])} ＝ 各分项之和"
    left, right = ("＋".join(form.cells[at].row_path[-1].label for at in side) for side in (equation.left, equation.right))
    return f"{left} ＝ {right}（{_column(form.cells[equation.right[0]])}）"


def _name(cell: Cell) -> str:
    return f"{'·'.join(head.label for head in cell.row_path)}（{_column(cell)}）"


def _column(cell: Cell) -> str:
    return "·".join(head.label for head in cell.column_path)
