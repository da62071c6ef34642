"""Where the figures stand that somebody left blank in our own workbook: each has its cell there, and that is where to fill it in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from giar_site import forms
from giar_site.importers.document import Grid, GridCell, Spot
from giar_site.importers.recognise.figures import BLANK, NOT_FOUND, cells_of
from giar_site.importers.recognise.found import FoundCell
from giar_site.importers.recognise.lexicon import lexicon
from giar_site.importers.recognise.pieces import separated
from giar_site.importers.recognise.sections import Part
from giar_site.importers.recognise.tables import read_table


def with_places(cells: Iterable[FoundCell], parts: Sequence[Part], form: forms.Form) -> tuple[FoundCell, ...]:
    """`cells`, of which those in rows without any figure, that nobody could tell from rows left out, are blank and have their places."""
    read = tuple(cells)
    if all(cell.reason is not NOT_FOUND for cell in read):
        return read
    spots = _spots(parts, form)
    return tuple(replace(cell, reason=BLANK, spot=spots.get(cell.cell, Spot())) if cell.reason is NOT_FOUND else cell for cell in read)


def _spots(parts: Sequence[Part], form: forms.Form) -> dict[str, Spot]:
    """The empty cells of the sheets by the figure each is for: where a figure would be read from, if there were one."""
    numbers = count()
    spots: dict[str, Spot] = {}
    for table in form.tables:
        grids = [block for part in parts if part.key == table.key for block in part.blocks if isinstance(block, Grid) and block.cells]
        full = {cell.spot for grid in grids for cell in grid.cells if cell.text.strip()}
        sources = separated(list(map(_filled, grids)), [lexicon(form.edition, table.key)], numbers).tables
        rows = read_table(sources, form, table).rows if sources else ()
        spots |= {key: cell.spot for key, cell in cells_of(rows, form).items() if cell.spot not in full}
    return spots


def _filled(grid: Grid) -> Grid:
    """`grid` with a figure in each of its empty cells, and in a row below: a last row that holds nothing is not among what was read."""
    cells = [cell if cell.text.strip() else replace(cell, text="0") for cell in grid.cells]
    first = grid.cells[0]
    below = first.spot.row - first.row + grid.height
    left = first.spot.column - first.column
    more = (GridCell("0", grid.height, at, first.spot._replace(row=below, column=left + at)) for at in range(grid.width))
    return replace(grid, cells=(*cells, *more))
