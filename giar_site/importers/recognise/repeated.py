"""Cells that repeat the text of their neighbour are one cell: so tables look whose spans were filled in by a converter."""

from collections.abc import Sequence

from giar_site.importers.document import Grid, GridCell
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.items import is_figure

Place = tuple[int, int]
Parts = dict[Place, list[Place]]


def unrepeated(grid: Grid) -> tuple[Grid, Parts]:
    """`grid` with cells of one text side by side, then below each other, put together; and the places of the cells that each put-together cell stands for.

    Figures and blanks stay: two equal numbers are two numbers.
    """
    parts: Parts = {}
    across = _across([row for row in grid.in_rows() if row], parts)
    cells = _down(across, parts) if parts else across  # below each other alone, rows of a table without spans look alike
    return (Grid(tuple(cells), grid.spot), parts) if parts else (grid, {})


def _across(rows: Sequence[Sequence[GridCell]], parts: Parts) -> list[GridCell]:
    cells: list[GridCell] = []
    for row in rows:
        open_cell: GridCell | None = None
        for cell in row:
            if open_cell and _is_text(cell) and _same(open_cell, cell) and open_cell.column + open_cell.columns == cell.column:
                open_cell = _wider(cells.pop(), cell, parts)
            else:
                open_cell = cell
            cells.append(open_cell)
    return cells


def _place(cell: GridCell) -> Place:
    return cell.row, cell.column


def _same(one: GridCell, other: GridCell) -> bool:
    return one.text == other.text and one.rows == other.rows


def _is_text(cell: GridCell) -> bool:
    return bool(squeezed(cell.text)) and not is_figure(cell.text)


def _wider(one: GridCell, other: GridCell, parts: Parts) -> GridCell:
    both = GridCell(one.text, one.row, one.column, one.spot, one.rows, one.columns + other.columns)
    parts.setdefault(_place(one), [_place(one)]).append(_place(other))
    return both


def _down(cells: Sequence[GridCell], parts: Parts) -> list[GridCell]:
    """Put together what stands below each other, of the same place and width."""
    kept: list[GridCell] = []
    lowest: dict[tuple[int, int], int] = {}  # by column and width: where in `kept` the cell stands that may go on below
    for cell in cells:
        place = cell.column, cell.columns
        above = kept[lowest[place]] if place in lowest else None
        if above and _is_text(cell) and above.text == cell.text and above.row + above.rows == cell.row:
            both = GridCell(above.text, above.row, above.column, above.spot, above.rows + cell.rows, above.columns)
            parts.setdefault(_place(above), [_place(above)]).extend(parts.pop(_place(cell), [_place(cell)]))
            kept[lowest[place]] = both
            continue
        lowest[place] = len(kept)
        kept.append(cell)
    return kept
