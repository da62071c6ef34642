"""Styles of a Word file: which paragraphs are headings, numbered or hidden by their style."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from giar_site.importers.readers.word.xml_names import attribute, child, children, name, number, switched_on, value

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|標題)$", re.IGNORECASE)
_SIZE = 20  # half points, where the file says nothing: ECMA-376, part 1, 17.3.2.38
_BODY_TEXT = 9  # as an outline level
DEEPEST_HEADING = 6


class ListPlace(NamedTuple):
    """A place in a list: `list` is a numId ("" for none), `level` from 0."""

    list: str
    level: int


class Styles:
    """The styles by their ids, with what they take over from the ones they are based on."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles part; None: the file has none."""
        found = () if root is None else children(root, "style")
        self._found: dict[tuple[str, ...], list[Element]] = {}
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._size = number(value(root, "docDefaults", "rPrDefault", "rPr", "sz")) or _SIZE
        self._default = next((key for key, style in self._styles.items() if _is_default_paragraph(style)), "")

    def heading_level(self, paragraph: Element) -> int:
        """Return 1-6 for a heading, else 0: by outline level, or by the name of a style (标题 1, heading 1)."""
        outline = value(paragraph, "pPr", "outlineLvl") or self._outline(self._style_of(paragraph))
        return min(number(outline, _BODY_TEXT) + 1, DEEPEST_HEADING) if 0 <= number(outline, _BODY_TEXT) < _BODY_TEXT else 0

    def list_place(self, paragraph: Element) -> ListPlace:
        """Return the list that the paragraph belongs to, by itself or by its style."""
        own = child(paragraph, "pPr", "numPr")
        key, level = value(own, "numId"), value(own, "ilvl")
        for inherited in self._inherited(self._style_of(paragraph), "pPr", "numPr"):
            key, level = key or value(inherited, "numId"), level or value(inherited, "ilvl")
        return ListPlace("" if key == "0" else key, number(level))

    def name_of(self, paragraph: Element) -> str:
        """Return the name of the paragraph's style, "" for the default."""
        return value(self._styles.get(value(paragraph, "pPr", "pStyle")), "name")

    def list_of_style(self, style: str) -> str:
        """Return the numId that the style itself names."""
        return value(self._styles.get(style), "pPr", "numPr", "numId")

    def hides(self, properties: Element | None, paragraph: Element) -> bool:
        """Whether a run with `properties` is hidden text, by itself or by its style or that of its `paragraph`."""
        return switched_on(self._nearest("vanish", properties, paragraph))

    def strikes(self, properties: Element | None, paragraph: Element) -> bool:
        """Whether such a run is struck through, once or twice."""
        return any(switched_on(self._nearest(kind, properties, paragraph)) for kind in ("strike", "dstrike"))

    def script(self, properties: Element | None, paragraph: Element) -> str:
        """Return `superscript`, `subscript` or "" for such a run."""
        found = attribute(self._nearest("vertAlign", properties, paragraph), "val")
        return found if found in {"superscript", "subscript"} else ""

    def position(self, properties: Element | None, paragraph: Element) -> int:
        """Return how far above the line such a run stands, in half points."""
        return number(attribute(self._nearest("position", properties, paragraph), "val"))

    def colour(self, properties: Element | None, paragraph: Element) -> str:
        """Return the colour of such a run's letters, six hexadecimal digits or `auto`; "" where nothing is said."""
        return attribute(self._nearest("color", properties, paragraph), "val")

    def size(self, properties: Element | None, paragraph: Element) -> int:
        """Return the size of such a run's letters, in half points."""
        return number(attribute(self._nearest("sz", properties, paragraph), "val")) or self._size

    def _nearest(self, kind: str, properties: Element | None, paragraph: Element) -> Element | None:
        """What says `kind` of a run: itself, else its style, else that of its `paragraph`."""
        own = child(properties, kind)
        if own is not None:
            return own
        for first in (value(properties, "rStyle"), self._style_of(paragraph)):
            for found in self._inherited(first, "rPr", kind):
                return found
        return None

    def _style_of(self, paragraph: Element) -> str:
        return value(paragraph, "pPr", "pStyle") or self._default

    def _outline(self, first: str) -> str:
        for style in self._chain(first):
            if outline := value(self._styles[style], "pPr", "outlineLvl"):
                return outline
            named = value(self._styles[style], "name") or style
            if heading := _HEADING.fullmatch(named.strip()):
                return str(int(heading[1]) - 1)
            if _TITLE.fullmatch(named.strip()):
                return "0"
        if first not in self._styles and (heading := _HEADING.fullmatch(first)):
            return str(int(heading[1]) - 1)  # named, but not described
        return ""

    def _inherited(self, style: str, *path: str) -> list[Element]:
        """The elements along `path` in `style` and those it is based on, nearest first."""
        asked = (style, *path)
        if asked not in self._found:  # each paragraph and run of a file asks
            all_ = (child(self._styles[each], *path) for each in self._chain(style))
            self._found[asked] = [element for element in all_ if element is not None]
        return self._found[asked]

    def _chain(self, style: str) -> list[str]:
        """`style` and those it is based on, nearest first; a circle is followed once."""
        chain: list[str] = []
        while style in self._styles and style not in chain:
            chain.append(style)
            style = value(self._styles[style], "basedOn")
        return chain


def _is_default_paragraph(style: Element) -> bool:
    return name(style) == "style" and attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}
