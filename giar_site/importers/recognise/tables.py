"""The tables of a source → the cells of the form that fits them best."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from giar_site import forms
from giar_site.importers.document import GridCell
from giar_site.importers.recognise.by_place import ByPlace, Placed, covering
from giar_site.importers.recognise.in_order import InOrder, ReadRow
from giar_site.importers.recognise.items import Item, Piece, Sort, sorted_out
from giar_site.importers.recognise.lexicon import Axis, Lexicon, lexicon
from giar_site.importers.recognise.pieces import Cells, Lines


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The rows of figures of one table, the texts that are its labels, and the pieces that could not be placed."""

    rows: tuple[ReadRow, ...]
    labels: tuple[str, ...]
    unplaced: tuple[Piece, ...]
    known_labels: int


def read_table(sources: Sequence[Lines | Cells], form: forms.Form, table: forms.Table) -> ReadTable:
    """Read `table` of `form` from the `sources` that belong to it, which may be parts of it (pages)."""
    words = lexicon(form.edition, table.key)
    reader = _Reader(table, words)
    rows: list[ReadRow] = []
    for source in sources:
        rows += reader.lines(source.pieces) if isinstance(source, Lines) else reader.grid(source)
    rows += reader.in_order.end()
    return reader.told(rows)


class _Reader:
    """Reads the parts of one table one after another, by place where places are to be trusted, else in order."""

    def __init__(self, table: forms.Table, words: Lexicon) -> None:
        self.words = words
        self.in_order = InOrder(table)
        self.table = table
        self.items: list[Item] = []

    def lines(self, pieces: Sequence[Piece]) -> Iterator[ReadRow]:
        items = sorted_out(pieces, self.words)
        self.items += items
        yield from self.in_order.feed(items)

    def grid(self, source: Cells) -> Iterator[ReadRow]:
        by_place = ByPlace(self.table)
        items = self._items(source)
        for number, row in enumerate(source.grid.in_rows()):
            placed = [Placed(cell, _alone(items[cell])) for cell in row]
            figures = [each for each in placed if each.item.sort is not Sort.LABEL]
            filled = [each for each in figures if each.item.sort is Sort.FIGURE]
            over = [Placed(cell, _alone(items[cell])) for cell in covering(source.grid, number)]
            labels = [each for each in over if each.item.sort is Sort.LABEL]
            row_labels = [each for each in labels if each.item.match and each.item.match.on(Axis.ROW, Axis.GROUP)]
            names_row = any(each.item.match and each.item.match.on(Axis.ROW) for each in row_labels)
            read = by_place.read(figures, row_labels) if filled or (names_row and len(figures) > 1) else None
            unique = list(dict.fromkeys(item for cell in row for item in items[cell]))
            if read:
                yield from self.in_order.feed([item for item in unique if item.sort is Sort.LABEL])
                self.in_order.values = []
                yield read
                continue
            if not filled:
                by_place.see_heads(number, placed)
            yield from self.in_order.feed(unique)
            if filled:
                yield from self.in_order.end()

    def _items(self, source: Cells) -> dict[GridCell, list[Item]]:
        """What each cell is, or what it is made of. A head that was split over cells below each other is put together first."""
        found: dict[GridCell, list[Item]] = {}
        for cell, piece in source.pieces.items():
            if cell in found:
                continue
            items = sorted_out([piece], self.words)
            if items[0].sort is Sort.UNKNOWN and (below := _below(source.grid.cells, cell)):
                joined = sorted_out([piece, source.pieces[below]], self.words)
                if len(joined) == 1:
                    found[cell] = found[below] = joined
                    continue
            found[cell] = items
        self.items += dict.fromkeys(item for items in found.values() for item in items)
        return found

    def told(self, rows: Iterable[ReadRow]) -> ReadTable:
        kept = tuple(rows)
        read = {piece.at for row in kept for item in row.items if item for piece in item.pieces}
        labels = {piece.at: piece.text for item in self.items if item.sort is Sort.LABEL for piece in item.pieces if piece.at not in read}
        blank = {piece.at for item in self.items if item.sort is Sort.BLANK for piece in item.pieces}
        left = [piece for item in self.items for piece in item.pieces if piece.at not in read | labels.keys() | blank]
        known = sum(1 for item in self.items if item.match and item.match.exact)
        return ReadTable(kept, tuple(labels.values()), tuple(piece for piece, _ in groupby(left)), known)


def _alone(items: Sequence[Item]) -> Item:
    """What a cell is, seen as a place: of several labels in one cell none stands over a column of its own."""
    return items[0] if len(items) == 1 else Item(Sort.UNKNOWN, items[0].pieces)


def _below(cells: Sequence[GridCell], cell: GridCell) -> GridCell | None:
    at = (cell.row + cell.rows, cell.column)
    return next((each for each in cells if (each.row, each.column) == at and each.columns == cell.columns), None)
