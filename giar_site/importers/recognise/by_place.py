"""A table read by places: a figure belongs to the row label on its left and the column heads above it, whatever their order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.document import Grid, GridCell
from giar_site.importers.recognise.heads import Column, like
from giar_site.importers.recognise.in_order import ReadRow
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Axis


class Placed(NamedTuple):
    """A cell of the grid and what it is."""

    cell: GridCell
    item: Item


class _Head(NamedTuple):
    """A column head and the columns of the grid it stands over."""

    first: int
    end: int
    item: Item


@dataclass(slots=True)
class ByPlace:
    """Reads the rows of one grid. `heads` are the column heads above the row that is being read."""

    table: forms.Table
    heads: dict[int, list[_Head]] = field(default_factory=dict)
    after_figures: bool = False

    def see_heads(self, row: int, placed: Sequence[Placed]) -> None:
        """Take the column heads of a grid row without figures. Heads that follow figures begin a new block."""
        found = [
            _Head(each.cell.column, each.cell.column + each.cell.columns, each.item)
            for each in placed
            if each.item.match and each.item.match.on(Axis.COLUMN, Axis.SPAN)
        ]
        if not found:
            return
        if self.after_figures:
            self.heads, self.after_figures = {}, False
        self.heads[row] = found

    def read(self, placed: Sequence[Placed], labels: Sequence[Placed]) -> ReadRow | None:
        """The row of figures whose cells are `placed`; `labels` are the row labels that stand over it. None where the places do not fit."""
        self.after_figures = True
        row_label = _rightmost(labels)
        if (row_label is None) != self.table.one_row:
            return None
        row = self._row(row_label)
        block = next(block for block in self.table.blocks if row is None or row in block.rows)
        columns = self._columns(block, row)
        left = max((each.cell.column + each.cell.columns for each in labels), default=0)
        figures = [each for each in placed if each.cell.column >= left]
        if len(columns) != self._count(block) or any(head.first < left for head in columns):
            return None
        items: list[Item | None] = []
        for head in columns:
            here = [each for each in figures if head.first <= each.cell.column and each.cell.column + each.cell.columns <= head.end]
            filled = [each for each in here if each.item.sort is not Sort.BLANK]
            if len(filled) > 1 or not here or any(each.item.sort is Sort.LABEL for each in filled):
                return None
            items.append(filled[0].item if filled else here[0].item)
        taken = {id(item) for item in items}
        if any(each.item.sort is not Sort.BLANK and id(each.item) not in taken for each in figures):
            return None
        doubt = like(row_label.item) if row_label else None
        return ReadRow(row, tuple(Column(head.key, head.doubt) for head in columns), tuple(items), doubt)

    def _row(self, label: Placed | None) -> forms.Row | None:
        match = label.item.match if label else None
        key = match.on(Axis.ROW) if match else None
        return next((row for block in self.table.blocks for row in block.rows if key and row.id == key.key), None)

    def _count(self, block: forms.Block) -> int:
        return len(block.column_paths) * (len(block.rows) if self.table.one_row else 1)

    def _columns(self, block: forms.Block, row: forms.Row | None) -> list["_Column"]:
        """The columns of figures with their places; a column that is named twice is none at all."""
        keys = {path[-1].key for path in block.column_paths}
        found: dict[str, _Column] = {}
        twice: set[str] = set()
        for at in sorted(self.heads):
            for head in self.heads[at]:
                label = head.item.match.on(Axis.COLUMN) if head.item.match else None
                if label is None or label.key not in keys:
                    continue
                outer = self._row_above(at, head, block) if self.table.one_row else row
                key = f"{outer.id}@{label.key}" if self.table.one_row and outer else label.key
                if (self.table.one_row and outer is None) or key in found:
                    twice.add(key)
                found[key] = _Column(key, head.first, head.end, like(head.item))
        places = sorted((column for column in found.values() if column.key not in twice), key=lambda column: column.first)
        apart = all(one.end <= other.first for one, other in pairwise(places))
        return places if apart else []

    def _row_above(self, at: int, head: _Head, block: forms.Block) -> forms.Row | None:
        """In a one-row table: the form's row whose head stands nearest above `head`."""
        for above in sorted((each for each in self.heads if each < at), reverse=True):
            for outer in self.heads[above]:
                if outer.first <= head.first and head.end <= outer.end and outer.item.match:
                    label = outer.item.match.on(Axis.SPAN)
                    row = next((row for row in block.rows if label and row.id == label.key), None)
                    if row:
                        return row
        return None


class _Column(NamedTuple):
    key: str
    first: int
    end: int
    doubt: Text | None


def _rightmost(labels: Sequence[Placed]) -> Placed | None:
    rows = [each for each in labels if each.item.match and each.item.match.on(Axis.ROW)]
    return max(rows, key=lambda each: each.cell.column, default=None)


def covering(grid: Grid, row: int) -> list[GridCell]:
    """The cells that stand over `row` of `grid`, those that began higher up included, from left to right."""
    return sorted((cell for cell in grid.cells if cell.row <= row < cell.row + cell.rows), key=lambda cell: cell.column)
