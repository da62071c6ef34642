"""The heads of a printed table: spans, ids and the heads each cell is read with. Worked out once for each table of an edition.

Every head carries `scope` and `id`, and every cell names its heads outermost first, rows before columns: the only way of marking
up a table of three levels that leads screen readers of all makers to the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from giar_site.forms import Block, HeadPath, Table


class Head(NamedTuple):
    """A head cell. `span_rows` and `span_columns` are empty where they would be 1; `headers`: ids of the heads above it."""

    id: str
    label: str
    scope: str
    headers: str
    span_rows: str
    span_columns: str
    total: bool


class Slot(NamedTuple):
    """The place of a figure: `at` among the edition's cells, its id, the ids of its heads, whether it is a total."""

    at: int
    id: str
    headers: str
    total: bool


class GridRow(NamedTuple):
    """A printed line."""

    id: str
    heads: tuple[Head, ...]
    slots: tuple[Slot, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A block as it is printed. `corner_rows`, `corner_columns`: the spans of the corner; a block without row heads has none."""

    id: str
    caption: str
    corner: str
    corner_rows: str
    corner_columns: str
    wide: bool
    head_rows: tuple[tuple[Head, ...], ...]
    rows: tuple[GridRow, ...]


_NARROW = 4  # so many columns of figures still fit a telephone


def grids_of(table: Table, first: int) -> tuple[Grid, ...]:
    """The grids of a table, one a block; `first` numbers the table's first block among all blocks of the edition."""
    return tuple(_grid(table, block, f"t{number}") for number, block in enumerate(table.blocks, first))


def _grid(table: Table, block: Block, name: str) -> Grid:
    columns = _columns(table, block)
    head_rows, above = _column_heads(name, columns, _anchors(table, block))
    if table.one_row:
        cells = [cell for row in block.rows for cell in row.cells]
        slots = tuple(
            Slot(cell.index, cell.id, " ".join(ids), total=_sums(path)) for cell, ids, path in zip(cells, above, columns, strict=True)
        )
        rows: tuple[GridRow, ...] = (GridRow(f"{name}r", (), slots, total=False),)
    else:
        rows = tuple(_rows(name, block, columns, above))
    return Grid(
        id=name,
        caption=block.label or table.label,
        corner="" if table.one_row else table.corner or table.label,
        corner_rows=_span(len(head_rows)),
        corner_columns=_span(max(len(row.path) for row in block.rows)),
        wide=len(columns) > _NARROW,
        head_rows=head_rows,
        rows=rows,
    )


def _columns(table: Table, block: Block) -> list[HeadPath]:
    if table.one_row:
        return [(*row.path, *column) for row in block.rows for column in block.column_paths]
    return list(block.column_paths)


def _anchors(table: Table, block: Block) -> dict[tuple[int, int], str]:
    """In a table printed as one line, a row is a column head: its id by the head's first column and level, to link to."""
    if not table.one_row:
        return {}
    return {(at * len(block.column_paths), len(row.path) - 1): row.id for at, row in enumerate(block.rows)}


def _sums(path: HeadPath) -> bool:
    return path[-1].total is not None


def _alike(one: HeadPath, other: HeadPath, level: int) -> bool:
    """True when both paths pass through the same head on `level` and above."""
    return len(other) > level and all(one[at] is other[at] for at in range(level + 1))


def _column_heads(
    name: str, columns: list[HeadPath], anchors: Mapping[tuple[int, int], str]
) -> tuple[tuple[tuple[Head, ...], ...], list[list[str]]]:
    """The rows of column heads from the top, and for each column the ids of its heads, outermost first."""
    depth = max(map(len, columns))
    above: list[list[str]] = [[] for _ in columns]
    lines = []
    for level in range(depth):
        line = []
        at = 0
        while at < len(columns):
            path = columns[at]
            end = at + 1
            if len(path) > level:
                leaf = level == len(path) - 1
                while not leaf and end < len(columns) and _alike(path, columns[end], level):
                    end += 1
                head = Head(
                    id=anchors.get((at, level)) or f"{name}c{level}-{at}",
                    label=path[level].label,
                    scope="col" if leaf else "colgroup",
                    headers=" ".join(above[at]),
                    span_rows=_span(depth - level if leaf else 1),
                    span_columns=_span(end - at),
                    total=leaf and _sums(path),
                )
                line.append(head)
                for column in range(at, end):
                    above[column] = [*above[column], head.id]
            at = end
        lines.append(tuple(line))
    return tuple(lines), above


def _rows(name: str, block: Block, columns: list[HeadPath], above: list[list[str]]) -> list[GridRow]:
    depth = max(len(row.path) for row in block.rows)
    paths = [row.path for row in block.rows]
    open_heads: list[Head] = []
    lines = []
    for at, row in enumerate(block.rows):
        shared = 0
        while at and shared < len(row.path) - 1 and _alike(row.path, paths[at - 1], shared):
            shared += 1
        open_heads, fresh = open_heads[:shared], []
        for level in range(shared, len(row.path)):
            leaf = level == len(row.path) - 1
            end = at + 1
            while not leaf and end < len(paths) and _alike(row.path, paths[end], level):
                end += 1
            head = Head(
                id=f"{name}r{at}-{level}",
                label=row.path[level].label,
                scope="row",
                headers=" ".join(each.id for each in open_heads),
                span_rows=_span(end - at),
                span_columns=_span(depth - level if leaf else 1),
                total=leaf and _sums(row.path),
            )
            fresh.append(head)
            open_heads = [*open_heads, head]
        ids = [head.id for head in open_heads]
        slots = tuple(
            Slot(cell.index, cell.id, " ".join([*ids, *above[column]]), total=_sums(row.path) or _sums(columns[column]))
            for column, cell in enumerate(row.cells)
        )
        lines.append(GridRow(row.id, tuple(fresh), slots, total=_sums(row.path)))
    return lines


def _span(size: int) -> str:
    return str(size) if size > 1 else ""
