"""The heads of columns in reading order → the columns in the order of the figures below them."""

from collections.abc import Sequence
from typing import NamedTuple

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Axis
from giar_site.importers.recognise.units import unit_of


class Column(NamedTuple):
    """A column of figures. `key`: the column's, or in a one-row table the whole cell id. `doubt`: why it may be another one, if it may.

    `unit`: of money, as its head names it.
    """

    key: str
    doubt: Text | None = None
    unit: str = ""


NO_HEADS = Text("没有栏名，按国家格式的栏序读", "there are no column heads; read in the form's order")
NO_SPAN = Text("上一级栏名不全，按栏名出现的先后读", "an upper column head is missing; read in the order of the heads")


def like(item: Item) -> Text | None:
    """The doubt about a label that was matched by likeness only."""
    if item.match is None or item.match.exact:
        return None
    written = "".join(piece.text for piece in item.pieces)
    return Text(f"“{written}”按“{item.match.printed}”读", f"“{written}” read as “{item.match.printed}”")


def columns_in_order(heads: Sequence[Item], table: forms.Table, block: forms.Block) -> tuple[Column, ...] | None:
    """The columns of `block` that `heads` name, as their figures follow each other in a row.

    `heads` are the labels and unknown texts above the figures, in reading order: of heads over several rows the upper ones first. None
    where they cannot be told.
    """
    if table.one_row:
        return _one_row(heads, block)
    columns = _columns(heads, block)
    places = {column.key: at for at, column in columns}
    named = {column.key: column for _, column in columns}
    if not places:
        return tuple(Column(path[-1].key, NO_HEADS) for path in block.column_paths)
    spans = {label.key: at for at, item in enumerate(heads) if item.match and (label := item.match.on(Axis.SPAN))}
    names = {head.label for path in block.column_paths if path[-1].key in places for head in path[:-1]}
    missing = NO_SPAN if names - spans.keys() - single_root(block) else None

    def order(path: forms.HeadPath) -> tuple[int, ...]:
        above = tuple(spans.get(head.label, _first_below(head, block, places)) for head in path[:-1])
        return (*above, places[path[-1].key])

    paths = sorted((path for path in block.column_paths if path[-1].key in places), key=order)
    in_order = (named[path[-1].key] for path in paths)
    return tuple(column._replace(doubt=column.doubt or missing) for column in in_order)


def _columns(heads: Sequence[Item], block: forms.Block) -> list[tuple[int, Column]]:
    """The columns that are named, and the one that an unknown head must be when all others are named."""
    keys = [path[-1].key for path in block.column_paths]
    named = {
        label.key: (at, Column(label.key, like(item), unit_of(item)))
        for at, item in enumerate(heads)
        if item.match and (label := item.match.on(Axis.COLUMN)) and label.key in keys
    }
    unknown = [at for at, item in enumerate(heads) if item.sort is Sort.UNKNOWN]
    left = [key for key in keys if key not in named]
    if len(left) == len(unknown) == 1 and named:
        written = "".join(piece.text for piece in heads[unknown[0]].pieces)
        zh, en = f"栏名“{written}”认不出，按缺少的一栏读", f"the head “{written}” is unknown; read as the one column that is missing"
        named[left[0]] = unknown[0], Column(left[0], Text(zh, en), unit_of(heads[unknown[0]]))
    return list(named.values())


def single_root(block: forms.Block) -> set[str]:
    """The head that spans all columns: it puts nothing in order, and is often left out."""
    roots = {path[0].label for path in block.column_paths}
    return roots if len(roots) == 1 else set()


def _first_below(head: forms.Head, block: forms.Block, places: dict[str, int]) -> int:
    return min(places[path[-1].key] for path in block.column_paths if head in path[:-1] and path[-1].key in places)


def _one_row(heads: Sequence[Item], block: forms.Block) -> tuple[Column, ...] | None:
    """The outer heads are rows of the form; each has the same inner heads, which begin anew with each of them."""
    runs: list[list[Column]] = []
    for item in heads:
        if item.match and (label := item.match.on(Axis.COLUMN)):
            if not runs or label.key in {column.key for column in runs[-1]}:
                runs.append([])
            runs[-1].append(Column(label.key, like(item)))
    spans = {label.key: at for at, item in enumerate(heads) if item.match and (label := item.match.on(Axis.SPAN))}
    keys = {path[-1].key for path in block.column_paths}
    if len(runs) != len(block.rows) or any({column.key for column in run} != keys for run in runs):
        return None
    outer = [*(head.label for row in block.rows for head in row.path[:-1]), *(row.id for row in block.rows)]
    doubt = None if all(name in spans for name in outer) else NO_SPAN
    place = {name: spans.get(name, 0) for name in outer}

    def order(row: forms.Row) -> tuple[int, ...]:
        if doubt:
            return (block.rows.index(row),)
        return (*(place[head.label] for head in row.path[:-1]), place[row.id])

    by_depth = sorted(block.rows, key=lambda row: (len(row.path), order(row)))  # the inner heads of an upper head are printed first
    of_row = dict(zip((row.id for row in by_depth), runs, strict=True))
    return tuple(
        Column(f"{row.id}@{column.key}", column.doubt or doubt) for row in sorted(block.rows, key=order) for column in of_row[row.id]
    )
