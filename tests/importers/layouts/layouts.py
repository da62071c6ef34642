"""Printed tables → the blocks a reader would yield, in the ways that files lay tables out."""

import random
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from giar_site import forms
from giar_site.importers.document import Block, Document, Grid, GridCell, Paragraph, Spot
from tests.importers.layouts.printed import Cell, Sheet

PROSE = {
    "overview": ("2023年，本机关认真贯彻落实《条例》，全年主动公开信息3925条，受理申请5件。", "（一）主动公开。公开规范性文件3件。"),
    "problems": ("一是公开不够及时；二是力量不足。下一步将加强培训。",),
    "other": ("本年度没有收取信息处理费。",),
}


@dataclass
class Source:
    """What is to be laid out: the sheets of a report, and lines of text that stand before and behind each."""

    form: forms.Form
    sheets: list[Sheet]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    furniture: tuple[str, ...] = ()
    cut: str = ""  # "head": a page break repeats the heads, "bare": it does not
    pages: bool = False
    title: str = ""
    lost: Collection[str] = ()  # the texts whose cells have lost their spans
    second: "Source | None" = None  # another report in the same file


Rows = list[list[str]]
Layout = Callable[[Source, Sheet, random.Random], list[Block]]


def document(source: Source, layout: Layout, chance: random.Random) -> Document:
    """The whole report of `source`, and the one behind it."""
    blocks = _blocks(source, layout, chance) + (_blocks(source.second, layout, chance) if source.second else [])
    if layout in ONE_GRID:
        blocks = _one_grid(blocks)
    return Document("layout", tuple(blocks))


def _blocks(source: Source, layout: Layout, chance: random.Random) -> list[Block]:
    title = source.title or f"某某市某某局{source.form.first_year + 1}年政府信息公开工作年度报告"
    blocks: list[Block] = [Paragraph(title, Spot()), Paragraph("根据《条例》编制本报告。", Spot())]
    for section in source.form.sections:
        blocks.append(Paragraph(section.title, Spot()))
        sheet = next((each for each in source.sheets if each.key == section.table and section.table), None)
        if sheet is None:
            blocks += [Paragraph(text, Spot()) for text in PROSE.get(section.key, ())]
            continue
        blocks += [Paragraph(text, Spot()) for text in source.before.get(sheet.key, ())]
        blocks += layout(source, sheet, chance)
        blocks += [Paragraph(text, Spot()) for text in source.after.get(sheet.key, ())]
    return blocks


def grid_of(cells: Iterable[Cell]) -> Grid:
    made = [GridCell(c.text, c.row, c.column, Spot(row=c.row + 1, column=c.column + 1), c.rows, c.columns) for c in cells]
    return Grid(tuple(sorted(made, key=lambda cell: (cell.row, cell.column))), Spot())


def flowed(cells: Iterable[Cell], lost: Collection[str] = ()) -> Grid:
    """The grid that a browser makes of `cells`: each row's cells fill the places that are free. Those with a text in `lost` have lost their spans."""
    taken: set[tuple[int, int]] = set()
    made: list[GridCell] = []
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows, columns = (1, 1) if cell.text in lost else (cell.rows, cell.columns)
        at = next(at for at in count() if (cell.row, at) not in taken)
        width = next(wide for wide in range(1, columns + 1) if wide == columns or (cell.row, at + wide) in taken)
        taken |= {(row, column) for row in range(cell.row, cell.row + rows) for column in range(at, at + width)}
        made.append(GridCell(cell.text, cell.row, at, Spot(row=cell.row + 1, column=at + 1), rows, width))
    return Grid(tuple(made), Spot())


def _cuts(source: Source, sheet: Sheet, chance: random.Random) -> list[list[Cell]]:
    """The sheet over pages: where a row begins anew, with its heads repeated or not, or whole."""
    if not source.cut or sheet.height - sheet.head < 4:
        return [sheet.cells]
    at = chance.randrange(max(sheet.head, 2) + 1, sheet.height)
    if sheet.key == "disclosure":  # a title and its heads stay with the rows below
        at = chance.choice([cell.row for cell in sheet.cells if cell.role.value == "title" and cell.row] or [at])
    heads = [cell for cell in sheet.cells if cell.row < sheet.head] if source.cut == "head" else []
    first: list[Cell] = []
    second = [Cell(c.text, c.row, c.column, c.role, c.rows, c.columns) for c in heads]
    shift = at - (sheet.head if heads else 0)
    for cell in sheet.cells:
        end = cell.row + cell.rows
        if cell.row < at:
            first.append(Cell(cell.text, cell.row, cell.column, cell.role, min(end, at) - cell.row, cell.columns, cell.id, cell.key))
        if end > at:
            begin = max(cell.row, at)
            text = cell.text if cell.row >= at or source.cut == "head" else ""
            second.append(Cell(text, begin - shift, cell.column, cell.role, end - begin, cell.columns, cell.id, cell.key))
    return [first, second]


def _paged(source: Source, sheet: Sheet, chance: random.Random, lay: Callable[[list[Cell]], list[Block]]) -> list[Block]:
    """Each page's part by `lay`, furniture between them."""
    parts = [lay(cells) for cells in _cuts(source, sheet, chance)]
    blocks = parts[0]
    for part in parts[1:]:
        blocks += [Paragraph(text, Spot()) for text in source.furniture] + part
    return blocks


def spans(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """A grid with true spans, as Word and HTML have."""
    return _paged(source, sheet, chance, lambda cells: [flowed(cells, source.lost) if source.lost else grid_of(cells)])


def _filled(cells: Sequence[Cell], *, repeat: bool) -> Rows:
    height, width = max(c.row + c.rows for c in cells), max(c.column + c.columns for c in cells)
    rows = [["" for _ in range(width)] for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                if repeat or (row, column) == (cell.row, cell.column):
                    rows[row][column] = cell.text
    return rows


def _of_rows(rows: Rows) -> Grid:
    return Grid(
        tuple(GridCell(text, r, c, Spot(row=r + 1, column=c + 1)) for r, row in enumerate(rows) for c, text in enumerate(row)),
        Spot(),
    )


def dummies(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """Every cell 1 × 1; what a span covered is empty."""
    return _paged(source, sheet, chance, lambda cells: [_of_rows(_filled(cells, repeat=False))])


def repeats(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """Every cell 1 × 1; what a span covered repeats its text."""
    return _paged(source, sheet, chance, lambda cells: [_of_rows(_filled(cells, repeat=True))])


def _begun(cells: Sequence[Cell]) -> Rows:
    """The texts of the cells that begin in each row, side by side: spans forgotten."""
    rows: Rows = [[] for _ in range(max(c.row + c.rows for c in cells))]
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(cell.text)
    return rows


def ragged(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """Spans forgotten, rows filled up with empty cells at their ends."""
    width = sheet.width
    return _paged(source, sheet, chance, lambda cells: [_of_rows([row + [""] * (width - len(row)) for row in _begun(cells)])])


def unfilled(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """Spans forgotten, rows as long as they are."""
    return _paged(source, sheet, chance, lambda cells: [_of_rows(_begun(cells))])


def _lines(texts: Iterable[str]) -> list[Block]:
    return [Paragraph(part.strip(), Spot()) for text in texts for part in text.split("\n") if part.strip()]


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def bars(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """A line a row, bars between cells."""
    return _paged(source, sheet, chance, lambda cells: _lines(" | ".join(map(_flat, row)) + " |" for row in _begun(cells)))


def bars_surplus(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """The same with the empty cells that spans left at the end of a row."""
    width = sheet.width
    return _paged(
        source,
        sheet,
        chance,
        lambda cells: _lines(" | ".join(map(_flat, row)) + " |" + "|" * (width - len(row)) for row in _begun(cells)),
    )


def values(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """One value a line."""
    return _paged(source, sheet, chance, lambda cells: _lines(text for row in _begun(cells) for text in row))


def values_bar(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """One value a line, a bar behind it, and the bars of what spans left."""
    width = sheet.width

    def lay(cells: list[Cell]) -> list[Block]:
        texts: list[str] = []
        for row in _begun(cells):
            texts += [_flat(text) + " |" for text in row]
            texts += ["|" * (width - len(row))]
        return _lines(texts)

    return _paged(source, sheet, chance, lay)


def values_bar_below(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """One value a line, a bar on a line of its own behind each."""
    return _paged(source, sheet, chance, lambda cells: _lines(each for row in _begun(cells) for text in row for each in (text, "|")))


def sheet_spans(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """As `spans`, but the whole report is one grid."""
    return spans(source, sheet, chance)


def sheet_dummies(source: Source, sheet: Sheet, chance: random.Random) -> list[Block]:
    """As `dummies`, but the whole report is one grid."""
    return dummies(source, sheet, chance)


def _one_grid(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` below each other in one grid, with an empty column in front, as a sheet of a workbook."""
    width = max(block.width for block in blocks if isinstance(block, Grid))
    cells: list[GridCell] = []
    at = 0
    for block in blocks:
        if isinstance(block, Grid):
            cells += [GridCell(c.text, c.row + at, c.column, Spot(row=c.row + at + 1), c.rows, c.columns) for c in block.cells]
            at += block.height
        else:
            cells.append(GridCell(block.text, at, 0, Spot(row=at + 1), 1, width))
            at += 1
    return [Grid(tuple(cells), Spot())]


ONE_GRID: tuple[Layout, ...] = (sheet_spans, sheet_dummies)
GRIDS: tuple[Layout, ...] = (spans, dummies, repeats, *ONE_GRID)
LOOSE: tuple[Layout, ...] = (ragged, unfilled)
LINES: tuple[Layout, ...] = (bars, bars_surplus, values, values_bar, values_bar_below)
ALL: tuple[Layout, ...] = (*GRIDS, *LOOSE, *LINES)
