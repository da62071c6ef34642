"""Cells with rowspan and colspan → their places, as HTML lays a table out; spans are capped and cells never overlap."""

from dataclasses import dataclass, field

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

WIDEST = 1_000  # columns, as HTML has it
MOST_PLACES = 200_000  # grid positions that a table's cells cover together


@dataclass(slots=True)
class Layout:
    """Places the cells of one table, row after row. `narrowed`: how many had less room than they asked for."""

    row: int = -1
    narrowed: int = 0
    _until: list[int] = field(default_factory=list)  # by column, the first row that is free
    _column: int = 0
    _places: int = 0
    _group_end: int = 0

    def begin_group(self, rows: int) -> None:
        """Begin a thead, tbody or tfoot of so many rows, which no cell reaches out of."""
        self._group_end = self.row + 1 + rows

    def begin_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self._column = 0

    def place(self, rows: int, columns: int) -> tuple[int, int, int]:
        """Give the column, rows and columns of the row's next cell, which asks for `rows` (0: to the end of its group) × `columns`."""
        while self._column < len(self._until) and self._until[self._column] > self.row:
            self._column += 1
        column, room = self._column, self._group_end - self.row
        rows = min(rows or room, room)
        width = self._free(column, max(1, min(columns, WIDEST)))
        self.narrowed += width < columns
        if column + width > WIDEST:
            raise Refused(Text(f"有表格超过 {WIDEST} 列", f"one of its tables has more than {WIDEST} columns"))
        self._places += rows * width
        if self._places > MOST_PLACES:
            raise Refused(
                Text(f"有表格的单元格占据超过 {MOST_PLACES} 个位置", f"the cells of one of its tables cover more than {MOST_PLACES} places")
            )
        self._until += [0] * (column + width - len(self._until))
        self._until[column : column + width] = [self.row + rows] * width
        self._column = column + width
        return column, rows, width

    def _free(self, column: int, wanted: int) -> int:
        for width in range(1, wanted):
            if column + width < len(self._until) and self._until[column + width] > self.row:
                return width
        return wanted
