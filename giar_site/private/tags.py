"""HTML among the digits, 139<b>8765</b>4321, and blanks as addresses write them, 139%208765%204321: who reads a page reads through them."""

import re
from typing import NamedTuple

from giar_site.private.digits import ANY_DIGIT

# What changes only how letters look. Cells and items are not among these: they hold figures.
_NAMES = "b|i|u|s|em|strong|span|font|a|sup|sub|small|big|mark|code|del|ins|wbr"
TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>\n]{{0,100}})?/?>|<!--[^<>\n]{{0,100}}-->|%(?:20|2D|C2%A0|E3%80%80)", re.IGNORECASE)
_BETWEEN_DIGITS = re.compile(rf"(?<={ANY_DIGIT})(?:{TAG.pattern}){{1,8}}(?={ANY_DIGIT}|[xXｘＸ])", re.IGNORECASE)


class Bare(NamedTuple):
    """A text without the tags that stood between digits: where each of its characters stood, and after how many a tag was left out."""

    text: str
    places: list[int]
    gaps: list[int]


def without_tags(text: str) -> Bare | None:
    """`text` without the tags between digits; None where there are none."""
    if "<" not in text and "%" not in text:
        return None
    pieces: list[str] = []
    places: list[int] = []
    gaps: list[int] = []
    done = 0
    for match in _BETWEEN_DIGITS.finditer(text):
        pieces.append(text[done : match.start()])
        places += range(done, match.start())
        gaps.append(len(places))
        done = match.end()
    if not pieces:
        return None
    return Bare("".join([*pieces, text[done:]]), [*places, *range(done, len(text))], gaps)
