"""Mutations of rows: moved, merged, added, left out."""

import random

from tests.importers.layouts.in_words import Expected, some
from tests.importers.layouts.layouts import Source
from tests.importers.layouts.printed import Cell, Role, Sheet


def insert_row(sheet: Sheet, at: int) -> None:
    """Make room for a row before row `at`; cells over it grow."""
    for cell in sheet.cells:
        if cell.row >= at:
            cell.row += 1
        elif cell.row + cell.rows > at:
            cell.rows += 1
    sheet.head += sheet.head > at


def take_row(sheet: Sheet, at: int) -> None:
    kept = []
    for cell in sheet.cells:
        if cell.row <= at < cell.row + cell.rows:
            if cell.rows == 1:
                continue
            cell.rows -= 1
        elif cell.row > at:
            cell.row -= 1
        kept.append(cell)
    sheet.cells = kept


def empty_rows(source: Source, expected: Expected, chance: random.Random) -> None:
    """Empty rows anywhere."""
    for sheet in source.sheets:
        for _ in range(chance.randint(0, 3)):
            at = chance.randrange(sheet.height + 1)
            insert_row(sheet, at)
            taken = {column for c in sheet.cells if c.row <= at < c.row + c.rows for column in range(c.column, c.column + c.columns)}
            sheet.cells += [Cell("", at, column, Role.EMPTY) for column in range(sheet.width) if column not in taken]


def glued_labels(source: Source, expected: Expected, chance: random.Random) -> None:
    """The label of a group in one cell with that of its first row."""
    sheet = source.sheets[1]
    for group in some([each for each in sheet.of(Role.GROUP) if each.column == 1], chance, 2):
        label = next(each for each in sheet.of(Role.LABEL) if each.row == group.row)
        label.text = group.text + chance.choice(["", " ", "\n"]) + label.text
        group.text = ""


def repeated_groups(source: Source, expected: Expected, chance: random.Random) -> None:
    """The label of a group in every row of it."""
    sheet = source.sheets[1]
    for group in sheet.of(Role.GROUP):
        sheet.cells += [Cell(group.text, group.row + each, group.column, Role.GROUP) for each in range(1, group.rows)]
        group.rows = 1


def _leaf_rows(sheet: Sheet) -> list[Cell]:
    return [each for each in sheet.of(Role.LABEL) if each.column == 2]


def _below_first(sheet: Sheet) -> list[Cell]:
    """The rows of groups, without the first of each, which stands beside the group's label."""
    return [each for each in _leaf_rows(sheet) if not any(group.row == each.row for group in sheet.of(Role.GROUP))]


def swapped_rows(source: Source, expected: Expected, chance: random.Random) -> None:
    """Two rows of a group in the place of each other."""
    sheet = source.sheets[1]
    rows = _leaf_rows(sheet)
    one, other = chance.choice([(a, b) for a in rows for b in rows if a.row < b.row and a.key.split(".")[:-1] == b.key.split(".")[:-1]])
    first, second = one.row, other.row
    for cell in sheet.cells:
        if cell.role in {Role.LABEL, Role.FIGURE} and cell.row in {first, second}:
            cell.row = first + second - cell.row


def missing_row(source: Source, expected: Expected, chance: random.Random) -> None:
    """A row left out."""
    sheet = source.sheets[1]
    below = _below_first(sheet)
    if not below:
        return
    row = chance.choice(below).row
    for cell in sheet.of(Role.FIGURE):
        if cell.row == row:
            expected[cell.id] = None
    take_row(sheet, row)


def no_heads(source: Source, expected: Expected, chance: random.Random) -> None:
    """The heads of table three left out: in which order its figures stand is nowhere said."""
    sheet = source.sheets[1]
    for _ in range(3):
        take_row(sheet, 0)
    sheet.head = 0


def subtotals(source: Source, expected: Expected, chance: random.Random) -> None:
    """A row 小计 below a group, which the form has not."""
    sheet = source.sheets[1]
    groups = [each for each in sheet.of(Role.GROUP) if each.column == 1]
    if not groups:
        return
    group = chance.choice(groups)
    at = group.row + group.rows
    insert_row(sheet, at)
    group.rows += 1
    sheet.cells.append(Cell("小计", at, 2, Role.LABEL))
    sheet.cells += [Cell(str(chance.randint(0, 99)), at, 3 + each, Role.FIGURE) for each in range(7)]


def one_row_for_other(source: Source, expected: Expected, chance: random.Random) -> None:
    """其他处理 with one row, as in the older edition."""
    sheet = source.sheets[1]
    group = next((each for each in sheet.of(Role.GROUP) if "其他处理" in each.text), None)
    if group is None:
        return
    for row in (group.row, group.row):
        for cell in sheet.of(Role.FIGURE):
            if cell.row == row:
                expected[cell.id] = None
        for cell in [each for each in sheet.cells if each.row == row and each.role in {Role.LABEL, Role.FIGURE}]:
            sheet.cells.remove(cell)
        group.row += 1
        group.rows -= 1
        sheet.cells = [each for each in sheet.cells if each is not group]
        take_row(sheet, row)
        group.row -= 1
        sheet.cells.append(group)
    sheet.cells = [each for each in sheet.cells if not (each.role is Role.LABEL and each.row == group.row)]
    group.columns, group.role = 2, Role.LABEL


def glued_rows(source: Source, expected: Expected, chance: random.Random) -> None:
    """Two rows in one, their labels and figures below each other in the same cells."""
    sheet = source.sheets[1]
    below = _below_first(sheet)
    if not below:
        return
    row = chance.choice(below).row
    for cell in [each for each in sheet.cells if each.row == row and each.role in {Role.LABEL, Role.FIGURE}]:
        upper = next(each for each in sheet.cells if (each.row, each.column) == (row - 1, cell.column) and each.role is cell.role)
        upper.text += "\n" + cell.text
        sheet.cells.remove(cell)
        for each in (cell.id, upper.id):
            if each:
                expected[each] = None
    take_row(sheet, row)
