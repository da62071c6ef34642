"""Mutations of columns and their heads: moved, merged, added, left out."""

import random

from tests.importers.layouts.in_rows import insert_row
from tests.importers.layouts.in_words import Expected
from tests.importers.layouts.layouts import Source
from tests.importers.layouts.printed import Cell, Role, Sheet


def _insert_column(sheet: Sheet, at: int) -> None:
    for cell in sheet.cells:
        if cell.column >= at:
            cell.column += 1
        elif cell.column + cell.columns > at:
            cell.columns += 1


def _take_column(sheet: Sheet, at: int) -> None:
    kept = []
    for cell in sheet.cells:
        if cell.column <= at < cell.column + cell.columns:
            if cell.columns == 1:
                continue
            cell.columns -= 1
        elif cell.column > at:
            cell.column -= 1
        kept.append(cell)
    sheet.cells = kept


def empty_columns(source: Source, expected: Expected, chance: random.Random) -> None:
    """Empty columns anywhere."""
    for sheet in source.sheets:
        for _ in range(chance.randint(0, 2)):
            at = chance.randrange(sheet.width + 1)
            _insert_column(sheet, at)
            taken = {row for c in sheet.cells if c.column <= at < c.column + c.columns for row in range(c.row, c.row + c.rows)}
            sheet.cells += [Cell("", row, at, Role.EMPTY) for row in range(sheet.height) if row not in taken]


def split_over_cells(source: Source, expected: Expected, chance: random.Random) -> None:
    """Heads broken over two cells below each other."""
    sheet = source.sheets[1]
    insert_row(sheet, 3)
    for cell in [each for each in sheet.cells if each.role is Role.HEAD and each.row + each.rows == 3 and each.rows == 1]:
        if chance.random() < 0.5 and len(cell.text) > 2:
            half = len(cell.text) // 2
            sheet.cells.append(Cell(cell.text[half:], 3, cell.column, Role.HEAD, 1, cell.columns))
            cell.text = cell.text[:half]
        else:
            cell.rows = 2
    for cell in sheet.cells:
        if cell.row < 3 < cell.row + cell.rows + 1 and cell.row + cell.rows == 3 and cell.role in {Role.CORNER, Role.HEAD}:
            covered = [each for each in sheet.cells if each.row == 3 and each.column == cell.column]
            cell.rows += 0 if covered else 1
    sheet.head = 4


def glued_heads(source: Source, expected: Expected, chance: random.Random) -> None:
    """Two heads beside each other in one cell."""
    sheet = chance.choice(source.sheets)
    heads = sheet.of(Role.HEAD)
    pairs = [(a, b) for a in heads for b in heads if (a.row, a.rows, a.column + a.columns) == (b.row, b.rows, b.column)]
    leaves = [(a, b) for a, b in pairs if not a.key[:1].isdigit() and not b.key[:1].isdigit()]
    if not leaves:
        return
    one, other = chance.choice(leaves)
    one.text += chance.choice(["", " ", "\n"]) + other.text
    one.columns += other.columns
    sheet.cells.remove(other)


def lost_spans(source: Source, expected: Expected, chance: random.Random) -> None:
    """One to four cells whose spans got lost: what stands behind them slides into the room they leave, as in a browser."""
    wide = sorted(
        {cell.text for sheet in source.sheets for cell in sheet.cells if cell.rows > 1 or cell.columns > 1 if cell.role is not Role.FIGURE}
    )
    source.lost = chance.sample(wide, chance.randint(1, 4))


def merged_figures(source: Source, expected: Expected, chance: random.Random) -> None:
    """One cell over several figures: which of them it is cannot be known."""
    sheet = source.sheets[1]
    row, first, count = chance.randrange(sheet.head, sheet.height), chance.randrange(3, 8), chance.randint(2, 3)
    inside = [each for each in sheet.of(Role.FIGURE) if each.row == row and first <= each.column < first + count]
    for cell in inside[1:]:
        expected[cell.id] = None  # of the first it may be said: there the text stands
        sheet.cells.remove(cell)
    inside[0].columns, inside[0].id = len(inside), ""


def swapped_columns(source: Source, expected: Expected, chance: random.Random) -> None:
    """Two columns, or blocks of columns, in the place of each other."""
    sheet = chance.choice(source.sheets)
    heads = sheet.of(Role.HEAD)
    pairs = [(a, b) for a in heads for b in heads if a.row == b.row and a.rows == b.rows and a.columns == b.columns and a.column < b.column]
    beside = [(a, b) for a, b in pairs if _under(sheet, a) == _under(sheet, b)]
    if not beside:
        return
    one, other = chance.choice(beside)
    ends = [each.row for each in sheet.of(Role.TITLE) if each.row > one.row] if sheet.key == "disclosure" else []
    end = min(ends, default=sheet.height)
    top, left, wide, by = one.row, one.column, one.columns, other.column - one.column
    for cell in sheet.cells:
        if top <= cell.row < end and left <= cell.column < left + wide:
            cell.column += by
        elif top <= cell.row < end and left + by <= cell.column < left + by + wide:
            cell.column -= by


def _under(sheet: Sheet, head: Cell) -> Cell | None:
    above = [c for c in sheet.of(Role.HEAD) if c.row < head.row and c.column <= head.column < c.column + c.columns]
    return max(above, key=lambda cell: cell.row, default=None)


def missing_column(source: Source, expected: Expected, chance: random.Random) -> None:
    """A column left out."""
    sheet = source.sheets[1]
    column = chance.randrange(3, 10)
    for cell in sheet.of(Role.FIGURE):
        if cell.column == column:
            expected[cell.id] = None
    _take_column(sheet, column)


def numbered_rows(source: Source, expected: Expected, chance: random.Random) -> None:
    """A column 序号 in front of table three."""
    sheet = source.sheets[1]
    for cell in sheet.cells:
        cell.column += 1
    sheet.cells.append(Cell("序号", 0, 0, Role.HEAD, 3))
    sheet.cells += [Cell(str(row - 2), row, 0, Role.FIGURE) for row in range(3, sheet.height)]


def remarks(source: Source, expected: Expected, chance: random.Random) -> None:
    """A column 备注 behind table three, mostly empty."""
    sheet = source.sheets[1]
    width = sheet.width
    sheet.cells.append(Cell("备注", 0, width, Role.HEAD, 3))
    texts = ["", "", "", "", "", "已核实", "3"]
    sheet.cells += [Cell(chance.choice(texts), row, width, Role.EMPTY) for row in range(3, sheet.height)]
