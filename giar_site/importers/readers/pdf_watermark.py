"""A watermark of a PDF that is level: text far larger than the rest, across it. One that leans is told by that (`pdf_leaning`)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from statistics import median_low
from typing import Final

from giar_site.importers.readers.pdf_page import Character, PageContent, Ruling

_FAR_LARGER: Final = 2.5  # times the usual size: a title has two
_INK: Final = 0.2  # of a box at its top and bottom: there is no ink, and text of another line may come so near
_MOST_LINES: Final = 20  # of far larger text on a page: more are no watermark
_ASIDE: Final = 0.3  # heights: a middle further down is one of the next line
_OVER: Final = 1.5  # points between the ends of lines that meet
_BESIDE: Final = 6.0  # points: a stroke through a text ends nearer to it


def set_watermark_aside(page: PageContent) -> None:
    """Take from the page the lines of far larger text that lie across text or the lines of a table, which would spoil the cells below."""
    said = [each for each in page.characters if each.text.strip()]
    if not said:
        return
    least = _FAR_LARGER * median_low(each.height for each in said)
    lines = _lines(each for each in page.characters if each.height >= least)
    if not 0 < len(lines) <= _MOST_LINES:
        return
    under = sorted((each for each in said if each.height < least), key=lambda each: each.middle[1])
    middles = [each.middle[1] for each in under]
    across = [line for line in lines if _lies_across(line, under, middles) or _lies_across_lines(line, page.rulings)]
    gone = {each for line in across for each in line}
    page.characters = [each for each in page.characters if each not in gone]
    page.across = " ".join("".join(each.text for each in line) for line in across)


def _lines(characters: Iterable[Character]) -> list[list[Character]]:
    """Characters by the line they stand on, whose fonts may differ, each line as the file has it."""
    lines: list[dict[int, Character]] = []
    at = 0.0
    for number, each in sorted(enumerate(characters), key=lambda pair: pair[1].middle[1]):
        if not lines or each.middle[1] - at > _ASIDE * each.height:
            lines.append({})
            at = each.middle[1]
        lines[-1][number] = each
    return [[line[number] for number in sorted(line)] for line in lines]


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


def _lies_across_lines(line: list[Character], rulings: list[Ruling]) -> bool:
    """Whether a line of a table runs through it, and on: a stroke through a text begins and ends with it."""
    left, right = min(each.left for each in line), max(each.right for each in line)
    top, bottom = line[0].top + _INK * line[0].height, line[0].bottom - _INK * line[0].height
    through = sorted((round(each.at), each.start, each.end) for each in rulings if each.level and top <= each.at <= bottom)
    at, start, end = -1, 0.0, 0.0
    for place, first, last in through:  # a table may be drawn cell by cell: what meets is one line
        at, start, end = (at, start, max(end, last)) if place == at and first <= end + _OVER else (place, first, last)
        if start < right and end > left and (start < left - _BESIDE or end > right + _BESIDE):
            return True
    return False
