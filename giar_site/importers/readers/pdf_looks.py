"""How the characters of a PDF look beside each other: raised, struck through, white on white. The file says none of this, its geometry does."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from statistics import median_low
from typing import Final

from giar_site.importers.document import Spot
from giar_site.importers.noting import Noting
from giar_site.importers.odd_digits import SMALLER, WHITE
from giar_site.importers.raised import lowered, raised
from giar_site.importers.readers.pdf_page import Character, PageContent, Ruling
from giar_site.importers.readers.pdf_sizes import LINE, MARK_SIZE, smaller_digits

_USUAL: Final = 0.9  # of the tallest: a digit this tall is one the others are measured by
_THROUGH: Final = (
    0.3,
    0.68,
)  # of a box from its top: where a line strikes through; a line under the text lies lower, an edge of a cell outside
_OVER: Final = 1.5  # points: a stroke begins and ends with its text, lines of a table go on


def with_scripts(row: list[Character], cell: Iterable[Character]) -> list[Character]:
    """The characters of one line of `cell`, of which raised and lowered digits are signs of their own.

    One raised so far that it is a line by itself is held against the other lines; a line of words, such as a note in small print, is not.
    """
    digits = [each for each in row if each.base is not None]
    alone = all(each.base is not None for each in row if each.text.strip())
    others = [each for each in cell if each.base is not None] if alone else digits
    if not digits or len(others) < 2:
        return row
    tallest, size = max(each.height for each in others), max(each.size for each in others)
    usual = [each for each in digits if each.height >= _USUAL * tallest] or digits
    base = median_low(each.base or 0.0 for each in usual)
    return [_scripted(each, each.base - base, tallest, size) if each.base is not None else each for each in row]


def _scripted(digit: Character, below: float, tallest: float, size: float) -> Character:
    # Both, since boxes differ from font to font, and sizes where a file scales what it shows.
    small = digit.height < MARK_SIZE * tallest and digit.size < MARK_SIZE * size
    if not small and abs(below) <= LINE * tallest:
        return digit
    return digit._replace(text=lowered(digit.text) if below > LINE * tallest else raised(digit.text))


def settle_looks(page: PageContent) -> None:
    """Mark what is struck through, and let white be what is white on white only."""
    _mark_struck(page)
    if any(each.white for each in page.characters):
        page.characters = [each._replace(white=each.white and not _is_shaded(each, page)) for each in page.characters]


def _is_shaded(character: Character, page: PageContent) -> bool:
    x, y = character.middle
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in page.shades)


def _mark_struck(page: PageContent) -> None:
    """Mark the characters that lines strike through; these lines are none of a table then."""
    ordered = sorted(page.characters, key=lambda each: each.middle[1])
    middles = [each.middle[1] for each in ordered]
    reach = max((each.height for each in ordered), default=0.0) * max(abs(0.5 - part) for part in _THROUGH)
    strokes: set[Ruling] = set()
    struck: set[Character] = set()
    for line in page.rulings:
        if not line.level:
            continue
        near = ordered[bisect_left(middles, line.at - reach) : bisect_right(middles, line.at + reach)]
        through = [each for each in near if _is_through(line, each)]
        if through and _ends_with(line, through):
            strokes.add(line)
            struck.update(through)
    if struck:
        page.characters = [each._replace(struck=True) if each in struck else each for each in page.characters]
        page.rulings = [line for line in page.rulings if line not in strokes]


def _is_through(line: Ruling, character: Character) -> bool:
    place = (line.at - character.top) / (character.height or 1.0)
    return _THROUGH[0] <= place <= _THROUGH[1] and line.start <= character.middle[0] <= line.end


def _ends_with(line: Ruling, characters: list[Character]) -> bool:
    left, right = min(each.left for each in characters), max(each.right for each in characters)
    return left - _OVER <= line.start and line.end <= right + _OVER


def note_looks(characters: list[Character], noting: Noting, spot: Spot) -> None:
    """Note, as doubts about a cell or the text, what is struck through, and thus not said, and what is not to be seen."""
    if struck := _words(each for each in characters if each.struck):
        noting.doubt("划去的文字未取用", "text that is struck through was left out", struck, spot)
    if white := _words(each for each in characters if each.white and not each.struck):
        noting.doubt(WHITE.zh, WHITE.en, white, spot)
    if spot.table and (small := smaller_digits(characters)):  # outside of tables a small digit is none of a figure of the form
        noting.doubt(SMALLER.zh, SMALLER.en, small, spot)


def _words(characters: Iterable[Character]) -> str:
    return "".join(each.text for each in sorted(characters, key=lambda each: (each.bottom, each.left))).strip()
