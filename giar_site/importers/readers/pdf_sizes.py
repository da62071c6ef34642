"""Sizes of a PDF's characters beside each other: digits a little smaller than the digits they stand against, and a watermark far larger."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median_low
from typing import Final

from giar_site.importers.odd_digits import DOUBTFUL_SIZE
from giar_site.importers.readers.pdf_page import Character, PageContent

MARK_SIZE: Final = 0.8  # of the size of the others: a digit smaller than this is no digit of theirs
LINE: Final = 0.1  # heights: a digit this far off the line of the others is raised or lowered
_APART: Final = 0.6  # heights: with more room between them digits are not of one figure
_FAR_LARGER: Final = 2.5  # times the usual size: a title has two
_INK: Final = 0.2  # of a box at its top and bottom: there is no ink, and text of another line may come so near
_MOST_LINES: Final = 20  # of far larger text on a page: more are no watermark


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


def set_watermark_aside(page: PageContent) -> None:
    """Take from the page the lines of far larger text that lie across text: a level watermark, which would spoil the cells below it."""
    said = [each for each in page.characters if each.text.strip()]
    if not said:
        return
    least = _FAR_LARGER * median_low(each.height for each in said)
    lines: dict[tuple[float, float], list[Character]] = defaultdict(list)
    for each in page.characters:
        if each.height >= least:
            lines[round(each.top), round(each.height)].append(each)
    if not 0 < len(lines) <= _MOST_LINES:
        return
    under = sorted((each for each in said if each.height < least), key=lambda each: each.middle[1])
    middles = [each.middle[1] for each in under]
    across = [line for line in lines.values() if _lies_across(line, under, middles)]
    gone = {each for line in across for each in line}
    page.characters = [each for each in page.characters if each not in gone]
    page.across = " ".join("".join(each.text for each in line) for line in across)


def _lies_across(line: list[Character], under: list[Character], middles: list[float]) -> bool:
    """Whether one of the characters `under` it, whose `middles` are given from top to bottom, is overprinted by one of `line`."""
    inked = sorted((each for each in line if each.text.strip()), key=lambda each: each.left)
    if not inked:
        return False
    lefts = [each.left for each in inked]
    top, bottom = inked[0].top + _INK * inked[0].height, inked[0].bottom - _INK * inked[0].height
    for each in under[bisect_left(middles, top) : bisect_right(middles, bottom)]:
        at = bisect_right(lefts, each.middle[0]) - 1
        if at >= 0 and each.middle[0] <= inked[at].right:
            return True
    return False
