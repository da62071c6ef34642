"""A table read in its reading order: labels of columns, then row after row a label and its figures. Needs no places, so any layout will do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.broken import mended
from giar_site.importers.recognise.heads import Column, columns_in_order, like
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Axis
from giar_site.importers.recognise.units import unit_of

PADDED = Text(
    "行内有空白格，按同表其他行的空格位置读", "the row has blanks; read by where the other rows of the table have their empty cells"
)

MORE_COLUMNS = Text("表中有别的栏，按先后读", "the table has a column that is not the form's; read in order")
REMARKS = "备注"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of figures: which row of the form (None: a one-row table), its columns and the item under each (None: no figure there).

    `unit`: of money, as the row's label names it.
    """

    row: forms.Row | None
    columns: tuple[Column, ...]
    items: tuple[Item | None, ...]
    doubt: Text | None = None
    unit: str = ""


@dataclass(slots=True)
class InOrder:
    """The state of reading one table: which heads were seen, which row stands open. Rows come out of `feed` and `end` as soon as they are whole."""

    table: forms.Table
    heads: list[Item] = field(default_factory=list)
    in_heads: bool = True
    row: forms.Row | None = None
    row_item: Item | None = None
    values: list[Item] = field(default_factory=list)
    lost: list[Item] = field(default_factory=list)
    padding: set[tuple[int, int, int]] = field(default_factory=set)
    remarks: bool = False
    rows: dict[str, tuple[forms.Block, forms.Row]] = field(init=False)  # of the table, by id, each with its block
    known: dict[str, tuple[Column, ...] | None] = field(default_factory=dict)  # by block, worked out once for all rows below the same heads
    more: bool | None = None  # likewise: whether the heads name more columns than the form

    def __post_init__(self) -> None:
        self.rows = {row.id: (block, row) for block in self.table.blocks for row in block.rows}

    def feed(self, items: Sequence[Item]) -> Iterator[ReadRow]:
        """Take the next items of the table."""
        for item in items:
            if item.sort is Sort.FIGURE or item.sort is Sort.BLANK:
                self.values.append(item)
                continue
            if item.sort is Sort.UNKNOWN and not (self.in_heads and not self.row):
                self.values.append(item)  # it stands where a figure should
                continue
            yield from self._label(item)

    def end(self) -> Iterator[ReadRow]:
        """The row that is still open, if any: the source or a row of it has come to its end."""
        yield from self._close()

    def break_off(self) -> Iterator[ReadRow]:
        """Something else follows: what comes after it is no figure of the row that is open, even if that has none yet."""
        yield from self._close()
        self.close_row()

    def close_row(self) -> None:
        """The figures of the row that is open have been read otherwise."""
        self.row, self.row_item, self.values = None, None, []

    def _new_heads(self) -> None:
        self.heads, self.in_heads, self.known, self.more = [], True, {}, None

    def _label(self, item: Item) -> Iterator[ReadRow]:
        match = item.match
        row = match.on(Axis.ROW) if match else None
        head = match.on(Axis.COLUMN, Axis.SPAN) if match else None
        if row and head:  # 其他 and 总计 may be either
            row, head = (None, head) if self.in_heads else (row, None)
        if any(value.sort is not Sort.BLANK for value in self.values):
            yield from self._close()
        if row:
            several = self.row_item and self.row_item.pieces == item.pieces and self.row_item.match and self.row_item.match.on(Axis.ROW)
            self.in_heads = False
            self.row, self.row_item = None if several else self.rows[row.key][1], item
            self.values = []
        elif head or not match:
            if not self.in_heads:
                self._new_heads()
                self.row = self.row_item = None
            self.heads.append(item)
            self.known, self.more, self.values = {}, None, []
        elif match.on(Axis.OTHER) and match.printed == REMARKS:
            self.remarks = True
        elif not self.in_heads:
            self.values = []
            self.row, self.row_item = self._only_row_of(item), item

    def _only_row_of(self, item: Item) -> forms.Row | None:
        """The row that takes the figures of a group which the source did not divide: its own “other”, as 其他处理 in tables of two editions."""
        group = item.match.on(Axis.GROUP) if item.match else None
        rows = [row for block in self.table.blocks for row in block.rows if group and group.key in {head.label for head in row.path[:-1]}]
        return next((row for row in rows if row.path[-1].key == row.path[-2].key), None)

    def _close(self) -> Iterator[ReadRow]:
        values, row = self.values, self.row
        self.values = []
        if row is None and not self.table.one_row:
            self.lost += [value for value in values if value.sort is not Sort.BLANK]
            return
        if not any(value.sort is not Sort.BLANK for value in values) and not (row and len(values) > 1):
            return
        block = self.rows[row.id][0] if row else self.table.blocks[0]
        columns = self._columns(block)
        values = self._until_remark(values, len(columns)) if columns else values
        placed = self._placed(values, len(columns)) if columns else None
        repaired = mended(values, columns, block, row) if columns and placed is None else None
        if columns is None or not (placed or repaired):
            self.lost += [value for value in values if value.sort is not Sort.BLANK]
            self.row = self.row_item = None  # figures that follow without a label are not this row's
            return
        if self.table.one_row:
            self._new_heads()
        doubt = self._doubt(row) or (repaired[1] if repaired else None if self._fits(values, len(columns)) else PADDED)
        doubt = doubt or (MORE_COLUMNS if self._has_more_columns() else None)
        unit = unit_of(self.row_item)
        self.row = self.row_item = None
        yield ReadRow(row, columns, placed or (repaired[0] if repaired else ()), doubt, unit)

    def _until_remark(self, values: list[Item], count: int) -> list[Item]:
        """The figures of a row that is whole before a text, which is a remark or a row that the form has not; and no empty cells behind them."""
        if len(values) > count and values[count].sort is Sort.UNKNOWN and all(value.sort is not Sort.UNKNOWN for value in values[:count]):
            self.lost += [value for value in values[count:] if value.sort is not Sort.BLANK]
            return values[:count]
        return values

    def _fits(self, values: Sequence[Item], count: int) -> bool:
        """Whether the row shows its columns by itself. An empty cell at an edge may be one that a span left, and a figure be wanting instead."""
        placed = in_columns(values, count)
        return placed is not None and bool(placed) and all(item and item.sort is not Sort.BLANK for item in (placed[0], placed[-1]))

    def _has_more_columns(self) -> bool:
        """Whether a head among those of the columns is none of the form's: its cells may be empty, and then nothing shows it."""
        if self.more is None:
            sure = [at for at, item in enumerate(self.heads) if item.match]
            between = self.heads[sure[0] : sure[-1]] if sure else []
            self.more = any(item.sort is Sort.UNKNOWN for item in between)
        return self.remarks or self.more

    def _columns(self, block: forms.Block) -> tuple[Column, ...] | None:
        """The columns that the heads name."""
        if block.label not in self.known:
            self.known[block.label] = columns_in_order(self.heads, self.table, block)
        return self.known[block.label]

    def _doubt(self, row: forms.Row | None) -> Text | None:
        """Why the row may be another one: its label is only like the form's, or is that of the group."""
        if row is None or self.row_item is None or self.row_item.match is None:
            return None
        if self.row_item.match.on(Axis.ROW) is None:
            label = row.path[-1].label
            return Text(f"原文这一组只有一行，记入“{label}”", f"the source has one row for the group; taken as “{label}”")
        return like(self.row_item)

    def _placed(self, values: Sequence[Item], count: int) -> tuple[Item | None, ...] | None:
        """The figures in their columns. Of a row with blanks only if the rows without one have all shown how many empty cells stand around."""
        placed = in_columns(values, count)
        if placed is not None:
            if len(values) > count:
                before = next(at for at, value in enumerate(values) if value.sort is not Sort.BLANK)
                self.padding.add((len(values), count, before))
            return placed
        known = [before for length, columns, before in self.padding if (length, columns) == (len(values), count)]
        if len(known) != 1:
            return None
        outside = [*values[: known[0]], *values[known[0] + count :]]
        return None if any(item.sort is not Sort.BLANK for item in outside) else tuple(values[known[0] : known[0] + count])


def in_columns(values: Sequence[Item], count: int) -> tuple[Item | None, ...] | None:
    """`values` as `count` figures; None where that is not clear. Tables that were copied hold empty cells behind or before the figures."""
    if len(values) == count:
        return tuple(values)
    filled = [at for at, value in enumerate(values) if value.sort is not Sort.BLANK]
    if len(values) < count or not filled or filled[-1] - filled[0] != count - 1:
        return None
    return tuple(values[filled[0] : filled[-1] + 1])
