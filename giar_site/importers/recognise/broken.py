"""A row with a figure too many: one number was broken over two lines, or a number strayed in. The row's own total tells which."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from giar_site import forms
from giar_site.diagnostics import Text
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.heads import Column
from giar_site.importers.recognise.items import Item, Piece, Sort
from giar_site.load import read_figure

JOINED = Text("数字断成两行，按本行总计拼合", "a number is broken over two lines; joined so that the row's total is right")
STRAYED = Text("行内多一个数字，按本行总计剔除", "the row has a number too many; left out so that the row's total is right")


def mended(
    values: Sequence[Item], columns: Sequence[Column], block: forms.Block, row: forms.Row | None
) -> tuple[tuple[Item, ...], Text] | None:
    """The figures of a row that shows one too many, and what was done; None where its totals do not tell, or tell two things."""
    while values and values[-1].sort is Sort.BLANK:
        values = values[:-1]
    if len(values) != len(columns) + 1 or any(value.sort is not Sort.FIGURE for value in values):
        return None
    ids = [column.key if row is None else f"{row.id}@{column.key}" for column in columns]
    sums = list(_sums(block, ids))
    right: dict[tuple[str, ...], tuple[tuple[Item, ...], Text]] = {}
    for candidate, done in _candidates(values):
        numbers = [_number(item) for item in candidate]
        if sums and all(_adds_up(numbers, parts, total) for parts, total in sums):
            right.setdefault(tuple(item.pieces[0].text for item in candidate), (candidate, done))
    return next(iter(right.values())) if len(right) == 1 else None


def _candidates(values: Sequence[Item]) -> Iterator[tuple[tuple[Item, ...], Text]]:
    for at in range(len(values)):
        yield (*values[:at], *values[at + 1 :]), STRAYED
        if at + 1 < len(values) and (joined := _joined(values[at], values[at + 1])):
            yield (*values[:at], joined, *values[at + 2 :]), JOINED


def _joined(one: Item, other: Item) -> Item | None:
    first, second = one.pieces[0], other.pieces[0]
    text = first.text.strip() + "\n" + second.text.strip()
    if not squeezed(text).isdigit() or text[0] == "0":
        return None
    return Item(Sort.FIGURE, (Piece(text, first.at, first.spot), *one.pieces[1:], *other.pieces))


def _sums(block: forms.Block, ids: Sequence[str]) -> Iterator[tuple[list[int], int]]:
    """The positions in a row of the parts of each total, and of the total; only if all of them are there."""
    place = {name: at for at, name in enumerate(ids)}
    for row in block.rows:
        for at, path in enumerate(block.column_paths):
            if path[-1].total is None or row.cells[at].id not in place:
                continue
            parts = [cell.id for cell, each in zip(row.cells, block.column_paths, strict=True) if each[-1].total is None]
            if all(part in place for part in parts):
                yield [place[part] for part in parts], place[row.cells[at].id]


def _number(item: Item) -> Decimal | None:
    return read_figure(squeezed(item.pieces[0].text), forms.Kind.COUNT).value


def _adds_up(numbers: Sequence[Decimal | None], parts: Sequence[int], total: int) -> bool:
    summed = [numbers[at] for at in parts]
    return numbers[total] is not None and None not in summed and sum(each for each in summed if each is not None) == numbers[total]
