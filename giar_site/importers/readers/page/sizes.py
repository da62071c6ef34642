"""Sizes of letters, as far as a page states them, and digits that are smaller than the digits they stand against."""

import re
from functools import lru_cache
from typing import Final

from giar_site.importers.odd_digits import BETWEEN_DIGITS, DOUBTFUL_SIZE

UNKNOWN: Final = "?"  # of an element whose class may have a size in a file that is not known
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "rem": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "pc": 16.0}
_OF_PARENT: Final = {"em": 1.0, "%": 0.01}
_NAMES: Final = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0}
_FONT_SIZES: Final = dict(zip("1234567", (10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0), strict=True))  # of <font size>: HTML, 15.3.4
_SMALLER: Final = 0.83  # <small>, font-size: smaller
_LEAST_USUAL: Final = 12.0  # pixels: no page has figures smaller than this unless it says so
_LENGTH: Final = re.compile(r"(\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(px|pt|rem|mm|cm|in|pc|em|%)")


def size_stated(size: str, font: str, tag: str, font_size: str) -> str:
    """What an element states of its size: `size` or that in `font`, <small>, <font size>; "" for nothing."""
    if not size and font and (found := _LENGTH.search(font)):
        size = found[0]
    return size or ("smaller" if tag == "small" else f"font {font_size}" if tag == "font" and font_size else "")


@lru_cache(maxsize=1024)
def size_of(stated: str, around: float | None) -> float | None:
    """The size in pixels of what is `stated` within letters of size `around`; None where it is not known."""
    if not stated:
        return around
    if found := _LENGTH.fullmatch(stated):
        number, unit = float(found[1]), found[2]
        if unit in _PIXELS:
            return number * _PIXELS[unit]
        return _part(number * _OF_PARENT[unit], around)
    if stated == "smaller":
        return _part(_SMALLER, around)
    return _NAMES.get(stated) or (_FONT_SIZES.get(stated.removeprefix("font ")) if stated.startswith("font ") else None)


def _part(factor: float, around: float | None) -> float | None:
    if around is None:
        return _LEAST_USUAL * factor if factor < 1 else None
    return around * factor


class DigitsInLine:
    """Takes one text of a line after the other, and tells where digits stand against larger ones."""

    def __init__(self) -> None:
        """Begin a line."""
        self._before = ""
        self._size: float | None = None

    def end_line(self) -> None:
        """Begin the next line."""
        self._before = ""

    def smaller(self, text: str, size: float | None) -> str:
        """The digits that are smaller than those they stand against, of `text` and the text before it; "" for none."""
        if not text or text.isspace():
            return ""
        before, around, self._before, self._size = self._before, self._size, text, size
        if size == around or not before:
            return ""
        before, words = before.strip(_BETWEEN), text.strip(_BETWEEN)
        if not (before[-1:].isdecimal() and words[:1].isdecimal()):
            return ""
        if size is not None and size < DOUBTFUL_SIZE * (around or _LEAST_USUAL):
            return words
        return before if around is not None and around < DOUBTFUL_SIZE * (size or _LEAST_USUAL) else ""


_BETWEEN: Final = BETWEEN_DIGITS + "\n\r\f"
