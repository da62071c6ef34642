"""Colours of a workbook's fonts and fills, as far as they are white: what is white on white is in the file, and nobody sees it."""

from typing import Final
from xml.etree import ElementTree as ET

from giar_site.importers.readers.sheet_cells import children

_WHITE: Final = {("rgb", "FFFFFFFF"), ("rgb", "00FFFFFF"), ("rgb", "FFFFFF"), ("theme", "0"), ("indexed", "1"), ("indexed", "9")}
_NO_FILL: Final = {"none", ""}


def is_white(font: ET.Element) -> bool:
    """Whether its letters are white: in whatever way a file names that, shades of it aside."""
    return any(_names_white(colour) for colour in children(font, "color"))


def is_coloured(fill: ET.Element) -> bool:
    """Whether the ground of a cell has another colour than white; a gradient and a pattern have."""
    for pattern in children(fill, "patternFill"):
        if pattern.get("patternType", "") in _NO_FILL:
            return False
        return not (pattern.get("patternType") == "solid" and any(_names_white(colour) for colour in children(pattern, "fgColor")))
    return len(fill) > 0


def _names_white(colour: ET.Element) -> bool:
    return any((key, colour.get(key, "").upper()) in _WHITE for key in ("rgb", "theme", "indexed")) and not colour.get("tint")
