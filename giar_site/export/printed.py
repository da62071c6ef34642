"""The tables of a form as they are printed: every cell with its place and its spans. Word, Excel and text lay out nothing by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from giar_site.forms import Form, Table
from giar_site.render.grid import Grid, grids_of


class Part(StrEnum):
    """What a printed cell is: the title of a block, a head of columns (or the corner), a head of a row, a figure."""

    CAPTION = "caption"
    COLUMN_HEAD = "column_head"
    ROW_HEAD = "row_head"
    FIGURE = "figure"


class PrintedCell(NamedTuple):
    """A cell at `row`, `column` (from 0) over `rows` × `columns`. `at`: the figure's position in the edition, -1 for a head."""

    row: int
    column: int
    rows: int
    columns: int
    part: Part
    text: str = ""
    at: int = -1


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of the form: `title` of the section it stands in; of its rows the first `head_rows` are repeated on each page.

    `label_columns`: columns, from the left, that hold heads of rows.
    """

    key: str
    title: str
    cells: tuple[PrintedCell, ...]
    height: int
    width: int
    head_rows: int
    label_columns: int

    def in_rows(self) -> Iterator[tuple[PrintedCell, ...]]:
        """The cells that begin in each row, from left to right."""
        rows: list[list[PrintedCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return (tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)


class _Piece(NamedTuple):
    """A cell that has not yet got its place."""

    rows: int
    columns: int
    part: Part
    text: str = ""
    at: int = -1


def printed_tables(form: Form) -> tuple[PrintedTable, ...]:
    """The tables of `form` in printed order."""
    titles = {section.table: section.title for section in form.sections if section.table}
    return tuple(_printed(table, titles.get(table.key, table.label)) for table in form.tables)


def _printed(table: Table, title: str) -> PrintedTable:
    cells: list[PrintedCell] = []
    grids = grids_of(table, 0)
    lines = [list(_lines(grid, table.note)) for grid in grids]
    width = max(_width(each) for each in lines)
    for block, (grid, pieces) in zip(table.blocks, zip(grids, lines, strict=True), strict=True):
        if block.label:
            cells.append(PrintedCell(_below(cells), 0, 1, width, Part.CAPTION, grid.caption))
        cells += _placed(pieces, _below(cells), width)
    single = len(grids) == 1
    return PrintedTable(
        key=table.key,
        title=title,
        cells=tuple(cells),
        height=_below(cells),
        width=width,
        head_rows=len(grids[0].head_rows) if single else 0,  # of several blocks each has its own heads
        label_columns=_size(grids[0].corner_columns) if grids[0].corner else 0,
    )


def _below(cells: list[PrintedCell]) -> int:
    return max((cell.row + cell.rows for cell in cells), default=0)


def _size(span: str) -> int:
    return int(span or 1)


def _lines(grid: Grid, note: str) -> Iterator[list[_Piece]]:
    """The rows of a block from the top; the form prints its note in the corner, in place of a name for it."""
    for at, heads in enumerate(grid.head_rows):
        corner = [_Piece(_size(grid.corner_rows), _size(grid.corner_columns), Part.COLUMN_HEAD, note or grid.corner)]
        named = [_Piece(_size(head.span_rows), _size(head.span_columns), Part.COLUMN_HEAD, head.label) for head in heads]
        yield [*(corner if grid.corner and at == 0 else []), *named]
    for row in grid.rows:
        named = [_Piece(_size(head.span_rows), _size(head.span_columns), Part.ROW_HEAD, head.label) for head in row.heads]
        yield [*named, *(_Piece(1, 1, Part.FIGURE, at=slot.at) for slot in row.slots)]


def _width(lines: list[list[_Piece]]) -> int:
    return sum(piece.columns for piece in lines[0])


def _placed(lines: list[list[_Piece]], first: int, width: int) -> Iterator[PrintedCell]:
    """Give each piece the first free place in its row; where the block is narrower than the table, its last column takes up the rest."""
    own = _width(lines)
    taken: set[tuple[int, int]] = set()
    for row, pieces in enumerate(lines):
        column = 0
        for piece in pieces:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + right) for down in range(piece.rows) for right in range(piece.columns)}
            rest = width - own if column + piece.columns == own else 0
            yield PrintedCell(first + row, column, piece.rows, piece.columns + rest, piece.part, piece.text, piece.at)
            column += piece.columns
