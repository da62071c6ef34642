"""Mutations of the figures of one row that leave it as long as it was. Rows that still add up say something else, and nothing tells that they do."""

import random
from collections.abc import Callable

from tests.importers.layouts.in_words import Expected
from tests.importers.layouts.layouts import Source
from tests.importers.layouts.printed import Cell, Role, Sheet

Change = Callable[[list[str], random.Random], list[str] | None]
_TRIES = 40


def split_and_missing(source: Source, expected: Expected, chance: random.Random) -> None:
    """A number broken over two cells, and another figure of its row missing."""
    _change_a_row(source, chance, _split_one_drop_one, source.sheets[1:])  # the rows of table two have no totals


def added_and_missing(source: Source, expected: Expected, chance: random.Random) -> None:
    """A number too many in a row, and another figure of the row missing."""
    _change_a_row(source, chance, _add_one_drop_one, source.sheets[1:])


def blank_and_missing(source: Source, expected: Expected, chance: random.Random) -> None:
    """A blank too many in a row, and a figure of it missing."""
    _change_a_row(source, chance, _blank_one_drop_one, source.sheets)


def _change_a_row(source: Source, chance: random.Random, change: Change, sheets: list[Sheet]) -> None:
    sheet = chance.choice(sheets)
    for _ in range(_TRIES):
        row = chance.choice(sorted({cell.row for cell in sheet.of(Role.FIGURE)}))
        cells = sorted((cell for cell in sheet.of(Role.FIGURE) if cell.row == row), key=lambda cell: cell.column)
        texts = change([cell.text for cell in cells], chance)
        if texts and not _adds_up(cells, texts, sheet):
            for cell, text in zip(cells, texts, strict=True):
                cell.text = text
            return


def _split_one_drop_one(texts: list[str], chance: random.Random) -> list[str] | None:
    long = [at for at, text in enumerate(texts) if text.isdigit() and len(text) > 1]
    if not long:
        return None
    broken = chance.choice(long)
    left_out = chance.choice([at for at in range(len(texts)) if at != broken])
    cut = chance.randrange(1, len(texts[broken]))
    parts = [[text] for text in texts]
    parts[broken] = [texts[broken][:cut], texts[broken][cut:]]
    parts[left_out] = []
    return [text for part in parts for text in part]


def _add_one_drop_one(texts: list[str], chance: random.Random) -> list[str] | None:
    left_out, at = chance.sample(range(len(texts)), 2)
    kept = [text for each, text in enumerate(texts) if each != left_out]
    return [*kept[:at], str(chance.randint(1, 9999)), *kept[at:]]


def _blank_one_drop_one(texts: list[str], chance: random.Random) -> list[str] | None:
    if len(texts) < 2:
        return None
    left_out, at = chance.sample(range(len(texts)), 2)
    kept = [text for each, text in enumerate(texts) if each != left_out]
    return [*kept[:at], "", *kept[at:]]


def _adds_up(cells: list[Cell], texts: list[str], sheet: Sheet) -> bool:
    """Whether every total of the row is the sum of what stands before it."""
    if not all(text == "" or (text.isascii() and text.isdigit()) for text in texts):
        return True
    if sheet.key == "disclosure":
        return False
    width = 7 if sheet.key == "applications" else 5
    runs = [[int(text or "0") for text in texts[at : at + width]] for at in range(0, len(texts), width)]
    return all(sum(run[:-1]) == run[-1] for run in runs)
