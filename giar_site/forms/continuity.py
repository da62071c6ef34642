"""What a year takes over from the year before: a line of the form's file names one cell, or a row and `*` for each of its columns."""

from collections.abc import Iterator, Sequence
from typing import Any

from giar_site.forms.form import Cell, Continuation, ContinuityName, Table


def continuations(tables: Sequence[Table], lines: list[dict[str, Any]]) -> Iterator[Continuation]:
    """Yield what each of `lines` says, column by column. Raises KeyError for a cell of this edition that it has not, ValueError for an unknown name."""
    cells = {cell.id: cell for table in tables for block in table.blocks for row in block.rows for cell in row.cells}
    for line in lines:
        for cell in _named(cells, line["cell"]):
            yield Continuation(
                name=ContinuityName(line["name"]),
                index=cell.index,
                last_year=tuple(_in_column(each, cell) for each in line["last_year"]),
                added=tuple(cells[_in_column(each, cell)].index for each in line.get("added", ())),
                removed=tuple(cells[_in_column(each, cell)].index for each in line.get("removed", ())),
            )


def _named(cells: dict[str, Cell], name: str) -> list[Cell]:
    row, _, column = name.partition("@")
    return [cell for cell in cells.values() if cell.id.startswith(f"{row}@")] if column == "*" else [cells[name]]


def _in_column(name: str, cell: Cell) -> str:
    row, _, column = name.partition("@")
    return f"{row}@{cell.column}" if column == "*" else name
