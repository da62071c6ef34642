"""The columns of figures of a grid with their places, and whether the heads above them agree with each other and with the form."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.heads import NO_SPAN, like, single_root
from giar_site.importers.recognise.items import Item
from giar_site.importers.recognise.lexicon import Axis
from giar_site.importers.recognise.units import unit_of


class HeadAt(NamedTuple):
    """A column head and the columns of the grid it stands over."""

    first: int
    end: int
    item: Item


class ColumnAt(NamedTuple):
    """A column of figures. `key`: the column's, or in a one-row table the whole cell id. `doubt`: why it may be another one, if it may.

    `unit`: of money, as its head names it.
    """

    key: str
    first: int
    end: int
    doubt: Text | None
    unit: str = ""


class ColumnsAt(NamedTuple):
    """The columns from left to right. `contradicted`: an upper head stands over other columns than the form's, so that no place is to be trusted."""

    places: tuple[ColumnAt, ...] = ()
    contradicted: bool = False


Heads = Mapping[int, Sequence[HeadAt]]  # by the row of the grid


def columns_at(heads: Heads, table: forms.Table, block: forms.Block, row: forms.Row | None) -> ColumnsAt:
    """The columns of `block` under `heads`; a column that is named twice is none at all. `row`: the row they are of, if that is known."""
    keys = {path[-1].key for path in block.column_paths}
    found: dict[str, ColumnAt] = {}
    twice: set[str] = set()
    for at in sorted(heads):
        for head in heads[at]:
            label = head.item.match.on(Axis.COLUMN) if head.item.match else None
            if label is None or label.key not in keys:
                continue
            outer = _row_above(heads, at, head, block) if table.one_row else row
            key = f"{outer.id}@{label.key}" if table.one_row and outer else label.key
            if (table.one_row and outer is None) or key in found:
                twice.add(key)
            found[key] = ColumnAt(key, head.first, head.end, like(head.item), unit_of(head.item))
    places = sorted((column for column in found.values() if column.key not in twice), key=lambda column: column.first)
    if not all(one.end <= other.first for one, other in pairwise(places)):
        return ColumnsAt()
    return _weighed(places, heads, table, block)


def _row_above(heads: Heads, at: int, head: HeadAt, block: forms.Block) -> forms.Row | None:
    """In a one-row table: the form's row whose head stands nearest above `head`."""
    for above in sorted((each for each in heads if each < at), reverse=True):
        for outer in heads[above]:
            if outer.first <= head.first and head.end <= outer.end and outer.item.match:
                label = outer.item.match.on(Axis.SPAN)
                row = next((row for row in block.rows if label and row.id == label.key), None)
                if row:
                    return row
    return None


def _weighed(places: Sequence[ColumnAt], heads: Heads, table: forms.Table, block: forms.Block) -> ColumnsAt:
    """`places` as they are where they follow each other as in the form, or where upper heads bear out another order.

    A lower head slides under its neighbour's when an upper head lost its span or is missing: then every figure stands under some head,
    and is another one's.
    """
    groups = _groups(table, block)
    order = [key for key in _in_the_forms_order(table, block) if key in {column.key for column in places}]
    if [column.key for column in places] == order or not groups:
        return ColumnsAt(tuple(places))
    missing = False
    for label, members in groups.items():
        spans = [head for row in heads.values() for head in row if _is_span(head, label)]
        missing |= not spans
        under = {column.key for column in places for head in spans if head.first <= column.first and column.end <= head.end}
        if spans and under != members & set(order):
            return ColumnsAt(tuple(places), contradicted=True)
    return ColumnsAt(tuple(column._replace(doubt=column.doubt or (NO_SPAN if missing else None)) for column in places))


def _is_span(head: HeadAt, label: str) -> bool:
    match = head.item.match
    named = match.on(Axis.SPAN) if match else None
    return named is not None and named.key == label


def _in_the_forms_order(table: forms.Table, block: forms.Block) -> list[str]:
    keys = [path[-1].key for path in block.column_paths]
    return [f"{row.id}@{key}" for row in block.rows for key in keys] if table.one_row else keys


def _groups(table: forms.Table, block: forms.Block) -> dict[str, set[str]]:
    """The columns under each upper head that does not span all of them."""
    groups: dict[str, set[str]] = {}
    if table.one_row:
        for row in block.rows:
            for label in (*(head.label for head in row.path[:-1]), row.id):
                groups.setdefault(label, set()).update(f"{row.id}@{path[-1].key}" for path in block.column_paths)
        return groups
    for path in block.column_paths:
        for head in path[:-1]:
            groups.setdefault(head.label, set()).add(path[-1].key)
    root = single_root(block)
    return {label: members for label, members in groups.items() if label not in root}
