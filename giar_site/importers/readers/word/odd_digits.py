"""Digits of a Word file that look otherwise than their text says: white on white, or off the line of the words beside them."""

from xml.etree.ElementTree import Element

from giar_site.diagnostics import Text
from giar_site.importers.odd_digits import OFF_LINE, WHITE
from giar_site.importers.readers.word.styles import Styles
from giar_site.importers.readers.word.xml_names import attribute, child, name


def oddity(text: str, properties: Element | None, paragraph: Element, styles: Styles, *, coloured: bool) -> Text | None:
    """What is odd about the digits in `text`, which is that of a run with `properties`; `coloured`: of a cell that is filled with a colour."""
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
