"""A table read by places: a figure belongs to the row label on its left and the column heads above it, whatever their order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import GridCell
from giar_site.importers.recognise.column_places import ColumnAt, ColumnsAt, HeadAt, columns_at
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.heads import Column, like
from giar_site.importers.recognise.in_order import ReadRow
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Axis
from giar_site.importers.recognise.units import unit_of

MISPLACED = Text("数字与栏名的位置对不上，按先后读", "the figures do not stand under the column heads; read in their order")


class Placed(NamedTuple):
    """A cell of the grid and what it is."""

    cell: GridCell
    item: Item


@dataclass(slots=True)
class ByPlace:
    """Reads the rows of one grid. `heads` are the column heads above the row that is being read."""

    table: forms.Table
    heads: dict[int, list[HeadAt]] = field(default_factory=dict)
    others: set[tuple[int, int]] = field(default_factory=set)  # the columns below heads that the form has not
    after_figures: bool = False
    refused: bool = False  # the last row stood below the heads of all columns, and yet did not fit, or these contradict each other
    known: dict[str, ColumnsAt] = field(default_factory=dict)

    def see_heads(self, row: int, placed: Sequence[Placed]) -> None:
        """Take the column heads of a grid row without figures. Heads that follow figures begin a new block."""
        found = [
            HeadAt(each.cell.column, self._end(each, placed), each.item)
            for each in placed
            if each.item.match and each.item.match.on(Axis.COLUMN, Axis.SPAN)
        ]
        if not found:
            return
        if self.after_figures:
            self.heads, self.others, self.after_figures = {}, set(), False
        self.heads[row] = found
        self.known = {}
        self.others |= {
            (each.cell.column, each.cell.column + each.cell.columns)
            for each in placed
            if squeezed(each.cell.text) and not (each.item.match and each.item.match.on(Axis.COLUMN, Axis.SPAN))
        }

    def _end(self, head: Placed, row: Sequence[Placed]) -> int:
        """Where `head` ends: an upper head without a span stands over the empty cells behind it."""
        end = head.cell.column + head.cell.columns
        if end - head.cell.column == 1 and head.item.match and head.item.match.on(Axis.SPAN):
            filled = [each.cell.column for each in row if each.cell.column >= end and squeezed(each.cell.text)]
            return min(filled, default=max(each.cell.column + each.cell.columns for each in row))
        return end

    def read(self, placed: Sequence[Placed], labels: Sequence[Placed]) -> ReadRow | None:
        """The row of figures whose cells are `placed`; `labels` are the row labels that stand over it. None where the places do not fit."""
        self.refused = False
        row_label = _rightmost(labels)
        if (row_label is None) != self.table.one_row:
            return None
        row = self._row(row_label)
        block = next(block for block in self.table.blocks if row is None or row in block.rows)
        columns, self.refused = self._columns(block, row)
        left = max((each.cell.column + each.cell.columns for each in labels), default=0)
        figures = [each for each in placed if each.cell.column >= left]
        if self.refused or len(columns) != self._count(block) or any(head.first < left for head in columns):
            return None
        items = [_under(head, figures) for head in columns]
        taken = {piece.at for item in items if item for piece in item.pieces}
        beside = [each for each in figures if each.item.sort is not Sort.BLANK and each.item.pieces[0].at not in taken]
        if None in items or any(not self._is_remark(each, columns) for each in beside):
            self.refused = True
            return None
        doubt = like(row_label.item) if row_label else None
        named = tuple(Column(head.key, head.doubt, head.unit) for head in columns)
        return ReadRow(row, named, tuple(items), doubt, unit_of(row_label.item) if row_label else "")

    def _is_remark(self, placed: Placed, columns: Sequence[ColumnAt]) -> bool:
        """Whether a cell stands behind all figures, under a head that is none of the form's."""
        cell = placed.cell
        behind = all(column.end <= cell.column for column in columns)
        return behind and any(cell.column in range(*span) for span in self.others)

    def _row(self, label: Placed | None) -> forms.Row | None:
        match = label.item.match if label else None
        key = match.on(Axis.ROW) if match else None
        return next((row for block in self.table.blocks for row in block.rows if key and row.id == key.key), None)

    def _count(self, block: forms.Block) -> int:
        return len(block.column_paths) * (len(block.rows) if self.table.one_row else 1)

    def _columns(self, block: forms.Block, row: forms.Row | None) -> ColumnsAt:
        """The columns of figures with their places; worked out once for all rows below the same heads."""
        key = block.label + (row.id if row and self.table.one_row else "")
        if key not in self.known:
            self.known[key] = columns_at(self.heads, self.table, block, row)
        return self.known[key]


def _under(head: ColumnAt, figures: Sequence[Placed]) -> Item | None:
    """What stands under `head`: one figure, or the same figure in each of the cells below it; None where it is not one thing."""
    here = [each.item for each in figures if head.first <= each.cell.column and each.cell.column + each.cell.columns <= head.end]
    filled = [item for item in here if item.sort is not Sort.BLANK]
    if not here or any(item.sort is Sort.LABEL for item in filled) or len({item.pieces[0].text for item in filled}) > 1:
        return None
    if len(filled) < 2:
        return filled[0] if filled else here[0]
    return Item(filled[0].sort, tuple(piece for item in filled for piece in item.pieces)) if len(filled) == len(here) else None


def _rightmost(labels: Sequence[Placed]) -> Placed | None:
    rows = [each for each in labels if each.item.match and each.item.match.on(Axis.ROW)]
    return max(rows, key=lambda each: each.cell.column, default=None)
