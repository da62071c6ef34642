"""Digits of a Word file that look otherwise than their text says: white on white, off the line of the words beside them, or smaller."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from giar_site.diagnostics import Text
from giar_site.importers.odd_digits import BETWEEN_DIGITS, DOUBTFUL_SIZE, OFF_LINE, SMALLER, WHITE
from giar_site.importers.readers.word.styles import Styles
from giar_site.importers.readers.word.xml_names import attribute, child, name

Run = tuple[str, Element | None]  # its words and its properties


def oddities(runs: list[Run], paragraph: Element, styles: Styles, *, coloured: bool) -> Iterator[tuple[Text, str]]:
    """What is odd about the digits of the runs that `paragraph` shows, and which ones; `coloured`: of a cell that is filled with a colour."""
    for text, properties in runs:
        if odd := _oddity(text, properties, paragraph, styles, coloured=coloured):
            yield odd, text
    yield from ((SMALLER, text) for text in dict.fromkeys(_smaller(runs, paragraph, styles)))


def _smaller(runs: list[Run], paragraph: Element, styles: Styles) -> Iterator[str]:
    """Digits much smaller than digits that they stand against: 31 and a 1 of 5 points are no 311. A figure that is small as a whole is one."""
    for one, other in pairwise(run for run in runs if run[0].strip(BETWEEN_DIGITS)):
        if one[0].rstrip(BETWEEN_DIGITS)[-1].isdecimal() and other[0].lstrip(BETWEEN_DIGITS)[0].isdecimal():
            left, right = (styles.size(properties, paragraph) for _, properties in (one, other))
            if min(left, right) < DOUBTFUL_SIZE * max(left, right):
                yield (one if left < right else other)[0]


def _oddity(text: str, properties: Element | None, paragraph: Element, styles: Styles, *, coloured: bool) -> Text | None:
    """What is odd about the digits in `text`, which is that of a run with `properties`, whatever stands beside it."""
    if not any(map(str.isdigit, text)):
        return None
    if styles.colour(properties, paragraph).upper() == "FFFFFF" and not (coloured or fills(properties) or fills(child(paragraph, "pPr"))):
        return WHITE
    position = styles.position(properties, paragraph)
    return OFF_LINE if position and _stands_beside_others(position, paragraph, styles) else None


def fills(properties: Element | None) -> bool:
    """Whether a run, a paragraph or a cell has a ground of another colour than white."""
    shade = child(properties, "shd")
    return attribute(shade, "fill", "auto").upper() not in {"AUTO", "FFFFFF"} or child(properties, "highlight") is not None


def _stands_beside_others(position: int, paragraph: Element, styles: Styles) -> bool:
    """Whether the paragraph has words on another line: to move all of it up or down is how some centre a figure in its cell."""
    runs = (run for run in paragraph.iter() if name(run) == "r" and any(name(part) == "t" and (part.text or "").strip() for part in run))
    return any(styles.position(child(run, "rPr"), paragraph) != position for run in runs)
