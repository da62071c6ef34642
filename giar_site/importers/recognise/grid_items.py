"""What each cell of a grid is: a label of the form, a figure, a blank. Labels that lie over several cells are put together first."""

from collections.abc import Sequence
from typing import NamedTuple

from giar_site.importers.document import GridCell
from giar_site.importers.recognise.by_place import Placed
from giar_site.importers.recognise.items import Item, Piece, Sort, sorted_out
from giar_site.importers.recognise.lexicon import Axis, Lexicon
from giar_site.importers.recognise.neighbours import named_by_neighbours
from giar_site.importers.recognise.pieces import Cells
from giar_site.importers.recognise.repeated import Place, unrepeated
from giar_site.importers.recognise.serials import without_serials


class GridItems(NamedTuple):
    """A grid as known. `rows`: the cells that begin in each row; `over`: those that stand over it; `items`: what each is made of, by its place.

    `all` are all items, those of cells that repeat another one included.
    """

    rows: list[list[Placed]]
    over: list[list[Placed]]
    items: dict[Place, list[Item]]
    all: list[Item]


def known_items(items: Sequence[Item], words: Lexicon) -> list[Item]:
    """`items` in reading order, with what only their neighbours tell."""
    return named_by_neighbours(without_serials(items, words), words)


def grid_items(source: Cells, words: Lexicon) -> GridItems:
    """Find out what the cells of `source` are."""
    grid, parts = unrepeated(source.grid)
    cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    found = _found(cells, source.pieces, words)
    ordered = list({id(item): item for cell in cells for item in found[cell.row, cell.column]}.values())
    named = dict(zip(map(id, ordered), known_items(ordered, words), strict=True))
    items = {place: [named[id(item)] for item in here] for place, here in found.items()}
    repeated = [items[place][0]._replace(pieces=(source.pieces[other],)) for place, others in parts.items() for other in others[1:]]
    rows: list[list[Placed]] = [[] for _ in range(grid.height)]
    over: list[list[Placed]] = [[] for _ in range(grid.height)]
    for cell in cells:
        placed = Placed(cell, _alone(items[cell.row, cell.column]))
        rows[cell.row].append(placed)
        for row in range(cell.row, cell.row + cell.rows):
            over[row].append(placed)
    return GridItems(rows, over, items, [*named.values(), *repeated])


def _found(cells: Sequence[GridCell], pieces: dict[Place, Piece], words: Lexicon) -> dict[Place, list[Item]]:
    """What each cell is by itself. A head that was split over cells below each other is put together."""
    by_place = {(cell.row, cell.column): cell for cell in cells}
    found: dict[Place, list[Item]] = {}
    for place, cell in by_place.items():
        if place in found:
            continue
        found[place] = sorted_out([pieces[place]], words)
        below = (cell.row + cell.rows, cell.column)
        if found[place][0].sort is Sort.UNKNOWN and _is_rest(by_place.get(below), cell, words):
            joined = sorted_out([pieces[place], pieces[below]], words)
            if len(joined) == 1:
                found[place] = found[below] = joined
    return found


def _is_rest(below: GridCell | None, cell: GridCell, words: Lexicon) -> bool:
    """Whether the cell `below` may hold the rest of the label in `cell`: not if it is a label by itself."""
    return below is not None and below.columns == cell.columns and not words.find(below.text)


def _alone(items: Sequence[Item]) -> Item:
    """What a cell is, seen as a place: of several labels in one cell the only one that names a row, else none."""
    if len(items) == 1:
        return items[0]
    rows = [item for item in items if item.match and item.match.on(Axis.ROW)]
    others = [item for item in items if not (item.match and item.match.on(Axis.ROW, Axis.GROUP))]
    return rows[0] if len(rows) == 1 and not others else Item(Sort.UNKNOWN, items[0].pieces)
