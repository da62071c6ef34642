"""A label that cannot be read is known by its neighbours: what the form prints between two labels that were read."""

import difflib
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from giar_site import forms
from giar_site.importers.recognise.folding import folded
from giar_site.importers.recognise.items import Item, Sort
from giar_site.importers.recognise.lexicon import Axis, Label, Lexicon, Match

_LONGEST_RUN = 3
_MOST_DIFFERENT = 2  # characters of a typing error or two
_LEAST_SHARED = 0.7


def named_by_neighbours(items: Sequence[Item], words: Lexicon) -> list[Item]:
    """`items` of a table in reading order, of which unknown texts between two known labels have become the labels that the form has there."""
    named = list(items)
    order, printed = printed_order(words), _printed_labels(words)
    spots = [at for at, item in enumerate(items) if item.sort is Sort.UNKNOWN or (item.match and not printed.isdisjoint(item.match.labels))]
    for known, group in groupby(range(len(spots)), key=lambda at: items[spots[at]].sort is Sort.LABEL):
        run = list(group)
        if known or len(run) > _LONGEST_RUN:
            continue
        before = items[spots[run[0] - 1]] if run[0] else None
        after = items[spots[run[-1] + 1]] if run[-1] + 1 < len(spots) else None
        labels = _between(before, after, len(run), order)
        if labels and all(_may_be(items[spots[at]], label, words) for at, label in zip(run, labels, strict=True)):
            for at, label in zip(run, labels, strict=True):
                item = items[spots[at]]
                named[spots[at]] = Item(Sort.LABEL, item.pieces, Match((label,), exact=False, printed=_printed(label, words)), item.broken)
    return named


def _between(before: Item | None, after: Item | None, count: int, order: Sequence[Label]) -> tuple[Label, ...] | None:
    """The `count` labels that the form prints between two others, wherever it prints these two so far apart; None if they differ.

    None for `before` and `after`: the beginning of the table and its end.
    """
    first, last = _places(before, order) or {-1}, _places(after, order) or {len(order)}
    found = {tuple(order[at + 1 : at + 1 + count]) for at in first if at + count + 1 in last}
    return found.pop() if len(found) == 1 else None


def _places(item: Item | None, order: Sequence[Label]) -> set[int]:
    return {at for at, label in enumerate(order) if item and item.match and label in item.match.labels}


def _may_be(item: Item, label: Label, words: Lexicon) -> bool:
    """Whether the text is about as long as the label, or has at least some of its characters."""
    text = folded("".join(piece.text for piece in item.pieces))
    wordings = [name for name, labels in words.labels.items() if label in labels]
    return any(abs(len(text) - len(name)) <= _MOST_DIFFERENT or _shared(text, name) >= _LEAST_SHARED for name in wordings)


def _shared(text: str, name: str) -> float:
    """How much of the shorter of both is in the other, in order."""
    matching = difflib.SequenceMatcher(None, text, name, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching) / max(1, min(len(text), len(name)))


def _printed(label: Label, words: Lexicon) -> str:
    return next((words.printed[name] for name, labels in words.labels.items() if label in labels), label.key)


@lru_cache(maxsize=16)
def printed_order(words: Lexicon) -> tuple[Label, ...]:
    """The labels of a table in the order in which its rows are printed, from left to right."""
    table = words.table
    order: list[Label] = []
    for block in table.blocks:
        if block.label:
            order.append(Label(table.key, Axis.OTHER, block.label))
        order.append(Label(table.key, Axis.OTHER, table.note or table.corner))
        order += _heads(table, block)
        if not table.one_row:
            order += _rows(table, block)
    return tuple(order)


@lru_cache(maxsize=16)
def _printed_labels(words: Lexicon) -> frozenset[Label]:
    return frozenset(printed_order(words))


def _heads(table: forms.Table, block: forms.Block) -> list[Label]:
    if not table.one_row:
        paths = [[*(Label(table.key, Axis.SPAN, head.label) for head in path[:-1]), _column(table, path)] for path in block.column_paths]
    else:
        paths = [
            [
                *(Label(table.key, Axis.SPAN, head.label) for head in row.path[:-1]),
                Label(table.key, Axis.SPAN, row.id),
                _column(table, path),
            ]
            for row in block.rows
            for path in block.column_paths
        ]
    deepest = max(map(len, paths))
    return [label for depth in range(deepest) for label, _ in groupby(path[depth] for path in paths if depth < len(path))]


def _column(table: forms.Table, path: forms.HeadPath) -> Label:
    return Label(table.key, Axis.COLUMN, path[-1].key)


def _rows(table: forms.Table, block: forms.Block) -> list[Label]:
    order: list[Label] = []
    above: tuple[forms.Head, ...] = ()
    for row in block.rows:
        groups = row.path[:-1]
        order += [
            Label(table.key, Axis.GROUP, head.label) for depth, head in enumerate(groups) if above[: depth + 1] != groups[: depth + 1]
        ]
        order.append(Label(table.key, Axis.ROW, row.id))
        above = groups
    return order
