"""The arithmetic of a table, read off its tree: a total names the group it sums, a balance names its sides."""

from collections.abc import Iterator
from typing import Any

from giar_site.forms.form import Block, Equation, EquationName, HeadPath, Table


def derive_equations(table: Table, balances: list[dict[str, Any]]) -> Iterator[Equation]:
    """Yield every equation of `table`: totals along rows, totals down columns, then the named balances, column by column."""
    for block in table.blocks:
        yield from _totals_along_rows(table, block)
        yield from _totals_down_columns(table, block)
        for balance in balances:
            yield from _balance(block, balance)


def _totals_along_rows(table: Table, block: Block) -> Iterator[Equation]:
    for at, path in enumerate(block.column_paths):
        if total := path[-1].total:
            parts = _summed(table, block.column_paths, total.group)
            for row in block.rows:
                yield Equation(
                    name=total.equation,
                    left=tuple(row.cells[part].index for part in parts),
                    right=(row.cells[at].index,),
                    total=row.cells[at].index,
                )


def _totals_down_columns(table: Table, block: Block) -> Iterator[Equation]:
    paths = tuple(row.path for row in block.rows)
    for at, path in enumerate(paths):
        if total := path[-1].total:
            parts = _summed(table, paths, total.group)
            for column in range(len(block.column_paths)):
                sum_of = block.rows[at].cells[column].index
                yield Equation(
                    name=total.equation,
                    left=tuple(block.rows[part].cells[column].index for part in parts),
                    right=(sum_of,),
                    total=sum_of,
                )


def _summed(table: Table, paths: tuple[HeadPath, ...], group: str) -> list[int]:
    """Positions of the plain leaves in `group` (the table's key: the whole axis)."""
    return [
        position
        for position, path in enumerate(paths)
        if not path[-1].total and (group == table.key or any(head.key == group for head in path[:-1]))
    ]


def _balance(block: Block, balance: dict[str, Any]) -> Iterator[Equation]:
    rows = {row.key: row for row in block.rows}
    for column in range(len(block.column_paths)):
        yield Equation(
            name=EquationName(balance["equation"]),
            left=tuple(rows[key].cells[column].index for key in balance["left"]),
            right=tuple(rows[key].cells[column].index for key in balance["right"]),
        )
