"""Digits of a PDF that are a little smaller than the digits they stand against, such as those that a browser prints for <small>."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from giar_site.importers.odd_digits import DOUBTFUL_SIZE
from giar_site.importers.readers.pdf_page import Character

MARK_SIZE: Final = 0.8  # of the size of the others: a digit smaller than this is no digit of theirs
LINE: Final = 0.1  # heights: a digit this far off the line of the others is raised or lowered
_APART: Final = 0.6  # heights: with more room between them digits are not of one figure


def smaller_digits(characters: Iterable[Character]) -> str:
    """The digits of a cell that are smaller than the digits they stand against, though not so small that they are marks."""
    digits = [each for each in characters if each.base is not None and not each.struck]
    if not digits or min(each.size for each in digits) >= DOUBTFUL_SIZE * max(each.size for each in digits):
        return ""
    return "".join(each.text for row in _rows(digits) for each in _smaller(row))


def _rows(digits: list[Character]) -> Iterator[list[Character]]:
    """Digits by the line they stand on, from left to right."""
    row: list[Character] = []
    for digit in sorted(digits, key=lambda each: each.base or 0.0):
        if row and (digit.base or 0.0) - (row[-1].base or 0.0) > LINE * digit.height:
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(digit)
    yield sorted(row, key=lambda each: each.left)


def _smaller(row: list[Character]) -> Iterator[Character]:
    """Of each run of like digits, since 31 and 12 make one figure as 31 and 1 do, those that a mark is not made of."""
    tallest, size = max(each.height for each in row), max(each.size for each in row)
    runs: list[list[Character]] = [[row[0]]]
    beside: list[bool] = []
    for one, other in pairwise(row):
        near = other.left - one.right <= _APART * max(one.height, other.height)
        if near and _is_like(one, other):
            runs[-1].append(other)
        else:
            runs.append([other])
            beside.append(near)
    for number, run in enumerate(runs):
        first = run[0]
        if first.height < MARK_SIZE * tallest and first.size < MARK_SIZE * size:
            continue
        others = [runs[at][0] for at, gap in ((number - 1, number - 1), (number + 1, number)) if 0 <= gap < len(beside) and beside[gap]]
        if any(first.size < other.size for other in others):
            yield from run


def _is_like(one: Character, other: Character) -> bool:
    """Whether they are of one size: boxes differ from font to font, and sizes where a file scales what it shows."""
    heights, sizes = sorted((one.height, other.height)), sorted((one.size, other.size))
    return heights[0] >= DOUBTFUL_SIZE * heights[1] or sizes[0] >= DOUBTFUL_SIZE * sizes[1]
